"""Frozen values to plain data that JSON holds, and back: what a child process read, and a stored plan."""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A value of ours as dicts, lists and strings; fields at their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(held)
            for name, standard in _fields(type(value))
            if (held := getattr(value, name)) != standard
        }
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that ``to_plain`` wrote; TypeError or ValueError for other data."""
    found: T = _read(kind, data)
    return found


def _read(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if kind is Any:
        return data
    if dataclasses.is_dataclass(kind):
        made: Any = kind
        hints = _hints(made)
        return made(**{name: _read(hints[name], each) for name, each in data.items()})
    if origin is tuple:
        return _tuple(get_args(kind), data)
    if origin in (Union, UnionType):
        inner = next(each for each in get_args(kind) if each is not NoneType)
        return None if data is None else _read(inner, data)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _read(get_args(kind)[1], each) for key, each in data.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if not isinstance(data, kind):
        raise TypeError(f"{kind} was to be read, not {type(data)}")
    return data


def _tuple(inner: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_read(inner[0], each) for each in data)
    return tuple(_read(kind, each) for kind, each in zip(inner, data, strict=True))


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@lru_cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a type that are given to it, each with its default (MISSING where it has none)."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))

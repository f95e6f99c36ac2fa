"""The columns of one row, from the part of a snapshot that it holds."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from appraisal.core.snapshot import Body, CriteriaGroup, Option, SubCriterion, SuccessFactor
from appraisal.core.snapshot.rules import ID_LIMIT
from appraisal.core.snapshot.writing.parts import of_value


def factor_stored(factor: SuccessFactor, revision: int) -> dict[str, Any]:
    """A success factor as the appraisal's row keeps it."""
    return {
        "id": factor.id,
        "name": factor.name,
        "kind": str(factor.kind),
        "version": revision,
        "removed_at": None,
    }


def body_columns(body: Body) -> dict[str, Any]:
    """The columns of a body's part that an edit may change."""
    return {
        field: getattr(body, field)
        for field in ("short_name", "kind", "lead", "role", "body", "asked_to", "when")
    }


def group_columns(group: CriteriaGroup) -> dict[str, Any]:
    """The columns of a criteria group that an edit may change."""
    return {field: getattr(group, field) for field in ("name", "short_name", "stem", "guidance")}


def sub_criterion_columns(sub: SubCriterion) -> dict[str, Any]:
    """The columns of a line that an edit may change; its own scale has rows of its own."""
    texts = ("name", "short_name", "guidance", "unit", "not_applicable_rule")
    fields = of_value(sub.value)
    rule = fields.pop("rule")
    return {
        **{field: getattr(sub, field) for field in texts},
        "kind": sub.kind.value,
        "value_rule": rule,
        "value_fields": fields,
    }


def option_columns(option: Option) -> dict[str, Any]:
    """The columns of an option that an edit of it, or of its stage, may change."""
    texts = ("number", "name", "short_name", "summary", "baseline", "reason", "decided_on")
    return {
        **{field: getattr(option, field) for field in texts},
        "other_names": list(option.other_names),
        "proposal": list(option.proposal),
        "stage": option.stage.value,
    }


def ids_like(wanted: str) -> Iterable[str]:
    """The id itself, then ones like it, without end."""
    yield wanted
    for number in count(2):
        tail = f"-{number}"
        yield wanted[: ID_LIMIT - len(tail)] + tail

"""Which option or line of an appraisal a label of a table means: by its names, never by likeness."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from appraisal.core.sentences import join
from appraisal.core.snapshot import Line, Option
from appraisal.workbook import roles
from appraisal.workbook.plan import Said
from appraisal.workbook.theirs import Item, TheirLine, plain_name

T = TypeVar("T", Option, Line)

MOST_NAMED = 12
_LINE_NUMBER = re.compile(r"(\d{1,3}[a-z]{1,2})[ .:)–-]+\S.*")


def names_of(thing: Option | Line) -> frozenset[str]:
    """Everything that an option or a line is called, in small letters and figures alone."""
    if isinstance(thing, Option):
        number = () if thing.number is None else (f"Option {thing.number}",)
        names: tuple[str, ...] = (thing.name, thing.short_name, *thing.other_names, *number)
    else:
        sub = thing.sub_criterion
        names = (sub.name, sub.short_name, thing.number, f"{thing.number} {sub.name}")
    return frozenset(plain_name(name) for name in names if name)


def matched(
    labels: Sequence[Item | TheirLine], things: Sequence[T]
) -> tuple[Mapping[int, T], tuple[Said, ...]]:
    """The thing that each label means, by the label's place; and what is wrong with the others."""
    found: dict[int, T] = {}
    problems = []
    known = [(thing, names_of(thing)) for thing in things]
    for place, item in enumerate(labels):
        meant = _meant(item.label, known)
        taken = [other for other, thing in found.items() if len(meant) == 1 and thing is meant[0]]
        if len(meant) == 1 and not taken:
            found[place] = meant[0]
        elif taken:
            first = labels[taken[0]]
            said = f"“{item.label}” is the same as “{first.label}” in {first.where}. Give each once."
            problems.append(Said(item.where, said))
        else:
            problems.append(Said(item.where, _not_one(item.label, meant, things)))
    return found, tuple(problems)


def _meant(label: str, known: Sequence[tuple[T, frozenset[str]]]) -> list[T]:
    """The things that are called so: by the whole label, else by its name or its number alone."""
    whole = plain_name(label)
    exact = [thing for thing, names in known if whole in names]
    if exact:
        return exact
    parts = _parts(label)
    return [thing for thing, names in known if names & parts]


def _parts(label: str) -> frozenset[str]:
    number = roles.option_number(label)
    parts = [roles.option_name(label)] if number is not None else []
    if number is not None:
        parts.append(f"Option {number}")
    if found := _LINE_NUMBER.fullmatch(label.strip()):
        parts.append(found[1])
    return frozenset(plain_name(part) for part in parts if part)


def _not_one(label: str, meant: Sequence[T], things: Sequence[T]) -> str:
    if len(meant) > 1:
        called = join([_called(thing) for thing in meant[:MOST_NAMED]], "or")
        return f"“{label}” could be {called}. Write the whole name."
    what = "option" if things and isinstance(things[0], Option) else "line"
    there = join([_called(thing) for thing in things[:MOST_NAMED]])
    more = ", among others" if len(things) > MOST_NAMED else ""
    known = f"There are {there}{more}." if things else f"It has no {what}s yet."
    return (
        f"No {what} of this appraisal is called “{label}”. {known} Write one of these names, or take it out "
        "of the table, or bring the table in as a new appraisal."
    )


def _called(thing: Option | Line) -> str:
    if isinstance(thing, Option):
        return f"“{thing.short_name or thing.name}”"
    return f"“{thing.number} {thing.label}”"

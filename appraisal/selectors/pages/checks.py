"""The Checks page: questions on the material, each with the places that it is about."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.checks import About, Question, questions
from appraisal.core.sentences import Names, plural
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import Snapshot
from appraisal.selectors import snapshots
from organisations.errors import Invalid

HEADINGS = {
    About.PRINTED: (
        "Printed figures that the scores do not make",
        "Each total that the source prints is set against the one that its scores add up to.",
    ),
    About.WORDS: (
        "Words that may speak against their score",
        "A low score beside words of praise, or a high one beside words of harm, by plain lists of words.",
    ),
    About.NUMBER: (
        "A score in the words that is not the score in the cell",
        "A rationale that begins with another score, or names one.",
    ),
    About.RATIONALE: (
        "The same words in more than one cell",
        "A text that was copied from the row above, or that is meant for both.",
    ),
    About.NAMES: (
        "One thing under two names",
        "An option that is called something else in another place.",
    ),
    About.SAME_NAME: (
        "Two things under one name",
        "Options, lines or groups that cannot be told apart by what they are called.",
    ),
}


@dataclass(frozen=True)
class Place:
    """Where to look: what it is called, and the address by name, arguments and anchor."""

    label: str
    page: str
    option: str = ""
    line: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Asked:
    """One question, with the places that it is about."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Kind:
    """The questions of one kind, under their heading; ``looks_for`` says what was looked for."""

    id: str
    heading: str
    looks_for: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class ChecksPage:
    """All of the page. ``problem`` says why nothing could be worked out, where the weights cannot be used."""

    counts: str
    kinds: tuple[Kind, ...]
    quiet: tuple[Kind, ...]
    problem: str = ""


def checks_page(appraisal_id: UUID) -> ChecksPage:
    """The page of an appraisal that the person has been found to see."""
    snapshot = snapshots.snapshot(appraisal_id)
    try:
        found = questions(snapshot)
    except Invalid as invalid:
        return ChecksPage("", (), (), " ".join(problem.message for problem in invalid.problems))
    names = Names(snapshot)
    kinds = tuple(_kind(snapshot, names, about, found) for about in HEADINGS)
    count = plural(len(found), "question")
    return ChecksPage(
        counts=f"{capital(count)} on the material." if found else "",
        kinds=tuple(kind for kind in kinds if kind.questions),
        quiet=tuple(kind for kind in kinds if not kind.questions),
    )


def _kind(snapshot: Snapshot, names: Names, about: About, found: tuple[Question, ...]) -> Kind:
    heading, looks_for = HEADINGS[about]
    asked = tuple(
        Asked(question.text, tuple(_place(snapshot, names, place) for place in question.about))
        for question in found
        if question.kind is about
    )
    return Kind(about.value, heading, looks_for, asked)


def _place(snapshot: Snapshot, names: Names, about: str) -> Place:
    """Where a place written as notes write it is looked at and mended."""
    kind, *ids = about.split("/")
    if kind == "cells":
        return Place(names.cell(*ids), "appraisal:cell", option=ids[0], line=ids[1])
    if kind == "options":
        return Place(names.option(ids[0]), "appraisal:option", option=ids[0])
    if kind == "sub-criteria":
        return Place(names.line(ids[0]), "appraisal:criteria", anchor=f"line-{ids[0]}")
    if kind == "groups":
        return Place(names.group(ids[0]), "appraisal:criteria", anchor=f"group-{ids[0]}")
    return Place("The appraisal", "appraisal:overview")

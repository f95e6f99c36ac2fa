"""The Set-up page: a list of tasks with what is done, what is missing, and what blocks scoring."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal.core.lifecycle import Stage
from appraisal.core.readiness import blockers
from appraisal.core.sentences import number_word, plural
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import Combine, Snapshot
from appraisal.selectors import setup, snapshots
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages.options.listing import counts as options_told
from appraisal.selectors.pages.setup.criteria import counts as criteria_told
from appraisal.selectors.pages.setup.meaning import span
from appraisal.selectors.pages.setup.parts import PARTS
from appraisal.selectors.pages.setup.people import BodyPeople, people_of_appraisal

DONE, BLOCKS, TO_DO, OPTIONAL = "Completed", "Blocks scoring", "To do", "Optional"
COLOURS = {BLOCKS: "red", TO_DO: "blue", OPTIONAL: "grey", DONE: ""}

COMBINED = {
    Combine.SUM: "A plain total, without weights",
    Combine.WEIGHTED_SUM: "Weights times scores",
    Combine.WEIGHTED_MEAN: "Weights, made to add up to 1, times scores",
    Combine.WEIGHTED_VALUE: "Weights, made to add up to 1, times values from 0 to 100",
}


PAGES = {
    "scale": "appraisal:setup_scale",
    "criteria": "appraisal:criteria",
    "options": "appraisal:options",
    "weights": "appraisal:weights",
}
"""Where each rule of core.readiness is mended."""


@dataclass(frozen=True)
class SetupTask:
    """One task: ``hint`` says how far it is or what is amiss, ``page`` names the page where it is done."""

    name: str
    hint: str
    status: str
    page: str
    part: str = ""

    @property
    def colour(self) -> str:
        """Of the tag that holds the status; empty where it stands as plain words."""
        return COLOURS[self.status]


@dataclass(frozen=True)
class SetupPage:
    """All of the page: tasks under their headings, and why scoring cannot start, if it cannot.

    ``blocked`` is (sentence, page to mend it) each; ``under_way`` is set once scoring has started.
    """

    groups: tuple[tuple[str, tuple[SetupTask, ...]], ...]
    blocked: tuple[tuple[str, str], ...]
    under_way: bool
    done: int
    needed: int


def setup_page(appraisal: AppraisalValue, user: AbstractBaseUser) -> SetupPage:
    """The page for somebody who has been found to see the appraisal."""
    chosen = "method" in setup.part_versions(appraisal.id)
    snapshot = snapshots.snapshot(appraisal.id)
    people = people_of_appraisal(appraisal.id, user)
    amiss = _amiss(snapshot, appraisal)
    around = (_about(snapshot), _bodies(snapshot), _people(people))
    compared = (
        _scale(snapshot, amiss),
        _criteria(snapshot, amiss),
        _options(snapshot, amiss),
        _weights(snapshot, amiss, chosen=chosen),
    )
    needed = (*around, *compared)
    return SetupPage(
        groups=(
            ("What it is about, and who takes part", around),
            ("What is compared, and by what", compared),
            ("What else the report prints", tuple(_part(snapshot, part) for part in PARTS)),
        ),
        blocked=tuple((text, task.page) for task in compared for text in amiss.get(task.page, ())),
        under_way=Stage(snapshot.stage) is not Stage.SET_UP,
        done=sum(task.status == DONE for task in needed),
        needed=len(needed),
    )


def _amiss(snapshot: Snapshot, appraisal: AppraisalValue) -> Mapping[str, tuple[str, ...]]:
    """What blocks the start of scoring, by the page where it is mended."""
    if appraisal.stage is not Stage.SET_UP:
        return {}
    found = [(PAGES[blocker.where], blocker.text) for blocker in blockers(snapshot, Stage.SCORING)]
    # Asked for only where there may be any.
    if snapshot.method.weight_set is not None:
        waiting = setup.weights_waiting(snapshot, setup.weights_to_give(appraisal.id))
        found += [(PAGES["weights"], waiting)] if waiting else []
    return {page: tuple(text for where, text in found if where == page) for page, _ in found}


def _about(snapshot: Snapshot) -> SetupTask:
    lacks = "" if snapshot.question else "The question is not written yet"
    return SetupTask(
        "Title, question and summary",
        lacks or snapshot.title,
        TO_DO if lacks else DONE,
        "appraisal:setup_about",
    )


def _bodies(snapshot: Snapshot) -> SetupTask:
    count = len(snapshot.organisations)
    deciding = sum(body.role == "decides" for body in snapshot.organisations)
    told = "One body takes part" if count == 1 else f"{capital(number_word(count))} bodies take part"
    decide = (
        f"{number_word(deciding)} decide{'s' if deciding == 1 else ''}" if deciding else "none decides yet"
    )
    return SetupTask(
        "Bodies that take part",
        f"{told}, {decide}",
        DONE if deciding else TO_DO,
        "appraisal:setup_bodies",
    )


def _people(bodies: tuple[BodyPeople, ...]) -> SetupTask:
    scoring = len({person.id for body in bodies for person in body.people if person.scores})
    hint = f"{capital(plural(scoring, 'person', 'people'))} may score"
    return SetupTask("People", hint, DONE if scoring else TO_DO, "appraisal:setup_people")


def _scale(snapshot: Snapshot, amiss: Mapping[str, tuple[str, ...]]) -> SetupTask:
    page = PAGES["scale"]
    if page in amiss:
        return SetupTask("Scale", " ".join(amiss[page]), BLOCKS, page)
    if snapshot.scale is None:
        own = "No scale for the whole appraisal: no line needs one" if snapshot.lines else "No scale yet"
        return SetupTask("Scale", own, DONE if snapshot.lines else TO_DO, page)
    return SetupTask("Scale", span(snapshot.scale), DONE, page)


def _criteria(snapshot: Snapshot, amiss: Mapping[str, tuple[str, ...]]) -> SetupTask:
    page = PAGES["criteria"]
    lacking = amiss.get(page, ())
    hint = " ".join((criteria_told(snapshot), *lacking))
    return SetupTask("Criteria groups and lines", hint, BLOCKS if lacking else DONE, page)


def _options(snapshot: Snapshot, amiss: Mapping[str, tuple[str, ...]]) -> SetupTask:
    page = PAGES["options"]
    lacking = amiss.get(page, ())
    hint = options_told(snapshot) if not lacking else " ".join(lacking)
    return SetupTask("Options, long list and short list", hint, BLOCKS if lacking else DONE, page)


def _weights(snapshot: Snapshot, amiss: Mapping[str, tuple[str, ...]], *, chosen: bool) -> SetupTask:
    page = PAGES["weights"]
    if page in amiss:
        return SetupTask("Weights", " ".join(amiss[page]), BLOCKS, page)
    told = COMBINED[Combine(snapshot.method.combine)]
    if not chosen:
        return SetupTask("Weights", f"{told}, unless you choose otherwise", TO_DO, page)
    return SetupTask("Weights", told, DONE, page)


def _part(snapshot: Snapshot, part: str) -> SetupTask:
    count = len(getattr(snapshot, part))
    noun = PARTS[part].noun
    told = capital(plural(count, noun, _plural_of(noun))) if count else PARTS[part].what
    return SetupTask(PARTS[part].title, told, DONE if count else OPTIONAL, "appraisal:setup_part", part)


def _plural_of(noun: str) -> str:
    return "responsibilities" if noun == "responsibility" else f"{noun}s"

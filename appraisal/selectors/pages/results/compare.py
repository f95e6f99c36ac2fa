"""Two options side by side: each line with both marks and which is better, and the same in sentences."""

from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from appraisal.core.evaluation import Evaluation, difference, evaluate
from appraisal.core.figures import written
from appraisal.core.sentences import Sentence, option_heading, option_label
from appraisal.core.sentences import comparison as sentences_on
from appraisal.core.sentences.marks import Mark, mark_in
from appraisal.core.sentences.totals import group_total_words, place_words, second_name, total_words
from appraisal.core.snapshot import Kind, Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.results.matrix import group_heads
from appraisal.selectors.pages.results.rationales import told

UNSCORED = "unscored"
"""The verdict on a line that no score is given on: in words only, or a gate."""


@dataclass(frozen=True)
class Choice:
    """An option that may be chosen."""

    id: str
    label: str


@dataclass(frozen=True)
class Side:
    """One of the two options: its heading, total and place in words."""

    id: str
    label: str
    heading: str
    name: str
    total: str
    place: str


@dataclass(frozen=True)
class ComparedLine:
    """One line on both sides. ``verdict`` of the first: better, worse, level, unknown or unscored."""

    id: str
    number: str
    name: str
    first: Mark
    other: Mark
    verdict: str
    said: str
    first_rationale: str
    other_rationale: str


@dataclass(frozen=True)
class ComparedGroup:
    """One group on both sides, with its totals where it has any."""

    number: int
    colour: int
    name: str
    lines: tuple[ComparedLine, ...]
    first_total: str | None
    other_total: str | None
    said: str


@dataclass(frozen=True)
class Comparison:
    """Two options side by side."""

    first: Side
    other: Side
    sentences: tuple[Sentence, ...]
    groups: tuple[ComparedGroup, ...]


@dataclass(frozen=True)
class ComparePage:
    """What may be chosen, what is, and the two side by side; None where they are one, or fewer than two."""

    choices: tuple[Choice, ...]
    first: str
    second: str
    comparison: Comparison | None


def compare_page(appraisal_id: UUID, *, first: str, second: str) -> ComparePage:
    """The two options side by side. Without a choice of two they are the first two by rank, or by number."""
    snapshot = snapshots.snapshot(appraisal_id)
    evaluation = evaluate(snapshot)
    may = told(snapshot)
    ids = [option.id for option in may]
    by_place = [result.id for result in evaluation.options if result.id in ids]
    first = first if first in ids else next((each for each in by_place if each != second), "")
    second = second if second in ids else next((each for each in by_place if each != first), "")
    together = first and second and first != second
    return ComparePage(
        choices=tuple(Choice(option.id, option_label(option)) for option in may),
        first=first,
        second=second,
        comparison=comparison(snapshot, evaluation, first, second) if together else None,
    )


def comparison(snapshot: Snapshot, evaluation: Evaluation, first: str, other: str) -> Comparison:
    """The two options side by side. Differences are the evaluation's, seen from the first."""
    verdicts = _verdicts(snapshot, evaluation, first, other)
    return Comparison(
        first=_side(snapshot, evaluation, first),
        other=_side(snapshot, evaluation, other),
        sentences=sentences_on(snapshot, evaluation, first, other),
        groups=tuple(
            ComparedGroup(
                number=head.number,
                colour=head.colour,
                name=head.name,
                lines=tuple(
                    _line(snapshot, evaluation, line.id, (first, other), verdicts) for line in head.lines
                ),
                first_total=group_total_words(evaluation.by_id[first], head.id) if head.totalled else None,
                other_total=group_total_words(evaluation.by_id[other], head.id) if head.totalled else None,
                said=_group_said(evaluation, first, other, head.id),
            )
            for head in group_heads(snapshot, evaluation)
        ),
    )


def _side(snapshot: Snapshot, evaluation: Evaluation, option_id: str) -> Side:
    option, result = snapshot.option[option_id], evaluation.by_id[option_id]
    return Side(
        id=option_id,
        label=option_label(option),
        heading=option_heading(option),
        name=second_name(option),
        total=total_words(result),
        place=place_words(evaluation, result),
    )


def _verdicts(
    snapshot: Snapshot, evaluation: Evaluation, first: str, other: str
) -> dict[str, tuple[str, Fraction | None]]:
    """(verdict, by how much) by sub-criterion id; a line that is not scored is missing."""
    found = difference(snapshot, evaluation, first, other)
    verdicts: dict[str, tuple[str, Fraction | None]] = {}
    verdicts.update((line.id, ("better", line.by)) for line in found.better)
    verdicts.update((line.id, ("worse", line.by)) for line in found.worse)
    verdicts.update((line, ("level", None)) for line in found.level)
    verdicts.update((line, ("unknown", None)) for line in found.unknown)
    return verdicts


def _line(
    snapshot: Snapshot,
    evaluation: Evaluation,
    line_id: str,
    pair: tuple[str, str],
    verdicts: dict[str, tuple[str, Fraction | None]],
) -> ComparedLine:
    line, (first, other) = snapshot.line[line_id], pair
    cells = snapshot.cell_at.get((first, line_id)), snapshot.cell_at.get((other, line_id))
    verdict, by = verdicts.get(line_id, (UNSCORED, None))
    return ComparedLine(
        id=line_id,
        number=line.number,
        name=line.sub_criterion.name,
        first=mark_in(snapshot, evaluation, first, line_id),
        other=mark_in(snapshot, evaluation, other, line_id),
        verdict=verdict,
        said=_said(line.sub_criterion.kind, verdict, by),
        first_rationale=cells[0].rationale if cells[0] else "",
        other_rationale=cells[1].rationale if cells[1] else "",
    )


def _group_said(evaluation: Evaluation, first: str, other: str, group_id: str) -> str:
    """The same of two group totals; nothing where either is missing."""
    totals = [evaluation.by_id[option].group_totals.get(group_id) for option in (first, other)]
    if totals[0] is None or totals[1] is None:
        return ""
    if totals[0] == totals[1]:
        return "level"
    return f"{written(abs(totals[0] - totals[1]))} {'better' if totals[0] > totals[1] else 'worse'}"


def _said(kind: Kind, verdict: str, by: Fraction | None) -> str:
    """The verdict in words: ``1 better``, ``level``, ``cannot be compared``, or why none is given."""
    if by is not None:
        return f"{written(by)} {verdict}"
    if verdict == UNSCORED:
        return "a gate" if kind is Kind.GATE else "in words only"
    return "level" if verdict == "level" else "cannot be compared"

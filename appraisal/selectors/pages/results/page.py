"""The Results page as a whole: sentences, ranking, matrix, and what stands beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from appraisal.charts import fluid_bar
from appraisal.core.evaluation import Evaluation, evaluate, sensitivity
from appraisal.core.figures import number_text, written
from appraisal.core.sentences import (
    Paragraph,
    chart_caption,
    option_heading,
    results,
    robustness_in_brief,
)
from appraisal.core.sentences.marks import SIGNS, tone
from appraisal.core.sentences.scale import UNITS
from appraisal.core.sentences.totals import group_total_words, place_words, second_name, total_words
from appraisal.core.snapshot import Option, OptionStage, Scale, Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.results.beside import (
    NoteRow,
    PrintedCheck,
    Shares,
    Unranked,
    in_the_open,
    notes,
    printed_check,
    shares,
    unranked,
)
from appraisal.selectors.pages.results.matrix import GroupHead, Link, Matrix, group_heads, matrix
from appraisal.selectors.pages.results.values import Values, values
from appraisal.selectors.pages.weights.beside import SideBySide, side_by_side

BY_RANK, BY_NUMBER = "rank", "option"
NO_TOTAL = "–"


@dataclass(frozen=True)
class RankedRow:
    """One ranked option, with its group totals in the order of the groups that have any; ``bar`` is SVG."""

    heading: str
    name: str
    place: str
    total: str
    complete: bool
    bar: str
    group_totals: tuple[str, ...]


@dataclass(frozen=True)
class Ranking:
    """The ranked options as a table, and what stands under the picture of them."""

    groups: tuple[GroupHead, ...]
    rows: tuple[RankedRow, ...]
    total_of: str
    unit: str
    caption: str


@dataclass(frozen=True)
class Legend:
    """The scale as (value, descriptor, tone, whether below neutral), and each sign or word in the matrix."""

    points: tuple[tuple[str, str, str, bool], ...]
    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ResultsPage:
    """All that the page prints. ``ranking`` and ``matrix`` are None where there is nothing to show.

    Of the notes, ``worked_out`` say how a score was worked out, and ``notes_in_the_open`` need no opening.
    """

    paragraphs: tuple[Paragraph, ...]
    ranking: Ranking | None
    matrix: Matrix | None
    legend: Legend
    unranked: tuple[Unranked, ...]
    shares: Shares | None
    printed: PrintedCheck
    notes: tuple[NoteRow, ...]
    notes_in_the_open: tuple[NoteRow, ...]
    worked_out: tuple[NoteRow, ...]
    values: Values | None
    weighing: SideBySide | None


def results_page(appraisal_id: UUID, *, order: str, link: Link) -> ResultsPage:
    """The page in ``order`` of rank or of the options; ``link`` gives the address of a cell."""
    return results_of(snapshots.snapshot(appraisal_id), order=order, link=link)


def results_of(snapshot: Snapshot, *, order: str, link: Link) -> ResultsPage:
    """The page of a snapshot, which need not be the live one."""
    evaluation = evaluate(snapshot)
    all_notes = notes(snapshot)
    listed = in_order(snapshot, evaluation, order)
    shown = matrix(snapshot, evaluation, options=listed, link=link) if listed and snapshot.lines else None
    return ResultsPage(
        paragraphs=_opening(snapshot, evaluation),
        ranking=_ranking(snapshot, evaluation, listed),
        matrix=shown,
        legend=_legend(snapshot, shown),
        unranked=unranked(snapshot, evaluation),
        shares=shares(snapshot, evaluation),
        printed=printed_check(snapshot, evaluation),
        notes=all_notes,
        notes_in_the_open=in_the_open(snapshot, evaluation, all_notes),
        worked_out=tuple(note for note in all_notes if note.cell in evaluation.worked_out),
        values=values(snapshot, evaluation),
        weighing=side_by_side(snapshot, stored=False),
    )


def _opening(snapshot: Snapshot, evaluation: Evaluation) -> tuple[Paragraph, ...]:
    """The sentences of the results, and before the last of them in brief what would change the ranking."""
    *told, last = results(snapshot, evaluation)
    brief = robustness_in_brief(snapshot, evaluation, sensitivity(snapshot, evaluation=evaluation))
    # One sentence of the box is strong: who leads.
    quiet = tuple(replace(sentence, strong=False) for sentence in brief)
    return (*told, quiet, last) if quiet else (*told, last)


def in_order(snapshot: Snapshot, evaluation: Evaluation, order: str) -> tuple[Option, ...]:
    """The short-listed options: by rank with the unranked last, or as the file has them."""
    if order == BY_NUMBER:
        found: Iterable[Option] = snapshot.options
    else:
        found = (snapshot.option[result.id] for result in evaluation.options)
    return tuple(option for option in found if option.stage is OptionStage.SHORT_LIST)


def _ranking(snapshot: Snapshot, evaluation: Evaluation, listed: tuple[Option, ...]) -> Ranking | None:
    """The ranked options; None where no total can be given at all."""
    ranked = [
        option
        for option in listed
        if evaluation.by_id[option.id].ranked and evaluation.by_id[option.id].floor is not None
    ]
    if not ranked:
        return None
    heads = tuple(head for head in group_heads(snapshot, evaluation) if head.totalled)
    highest = evaluation.highest_possible
    return Ranking(
        groups=heads,
        rows=tuple(_ranked_row(snapshot, evaluation, heads, option) for option in ranked),
        total_of=written(highest) if highest is not None else "",
        unit=UNITS[evaluation.combine],
        caption=chart_caption(snapshot, evaluation),
    )


def _ranked_row(
    snapshot: Snapshot, evaluation: Evaluation, heads: tuple[GroupHead, ...], option: Option
) -> RankedRow:
    result = evaluation.by_id[option.id]
    return RankedRow(
        heading=option_heading(option),
        name=second_name(option),
        place=place_words(evaluation, result),
        total=total_words(result),
        complete=result.complete,
        bar=fluid_bar(snapshot, evaluation, option.id),
        group_totals=tuple(group_total_words(result, head.id) for head in heads),
    )


def _legend(snapshot: Snapshot, shown: Matrix | None) -> Legend:
    """The scale's points as they are coloured, and every sign and word that stands in the matrix."""
    rows = shown.rows if shown else ()
    marks = [cell.mark for row in rows for group in row.groups for cell in group.cells]
    signs = {sign for mark in marks for sign in mark.signs}
    totals = {row.total for row in rows} | {group.total for row in rows for group in row.groups}
    words = {mark.text: mark.words.lower() for mark in marks if not mark.tone}
    none = {NO_TOTAL: "no total"} if NO_TOTAL in totals else {}
    return Legend(
        points=_points(snapshot.scale),
        signs=(*((sign, said) for sign, said in SIGNS if sign in signs), *words.items(), *none.items()),
    )


def _points(scale: Scale | None) -> tuple[tuple[str, str, str, bool], ...]:
    if scale is None:
        return ()
    return tuple(
        (
            number_text(point.value),
            point.label,
            tone(point.value, scale),
            scale.neutral is not None and point.value < scale.neutral,
        )
        for point in scale.points
    )

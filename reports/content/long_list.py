"""The long list in print: where each option stands and since when, the filter, and SWOT."""

from collections.abc import Iterator

from appraisal.core.sentences import option_heading
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import FactorKind, Option, OptionStage, Snapshot, Swot, Verdict
from reports.content.parts import Block, Column, Heading, Run, Table, TableCell, Words

STAGES = {
    OptionStage.LONG_LIST: "Long list",
    OptionStage.SHORT_LIST: "Short list",
    OptionStage.DROPPED: "Dropped",
}
VERDICTS = {
    Verdict.MEETS: "meets",
    Verdict.PART: "meets in part",
    Verdict.FAILS: "fails",
    Verdict.WORDS: "in words",
}
KINDS = {
    FactorKind.CRITICAL_SUCCESS_FACTOR: "critical success factor",
    FactorKind.OBJECTIVE: "objective",
}
NOT_LOOKED_AT = "not looked at"
PARTS = ("strengths", "weaknesses", "opportunities", "threats")


def stage_words(option: Option) -> str:
    """``Dropped, 10 January 2018: no appetite``: the stage, since when and why, as far as they are given."""
    stage = ", ".join(part for part in (STAGES[option.stage], option.decided_on) if part)
    return f"{stage}: {option.reason}" if option.reason else stage


def the_filter(snapshot: Snapshot) -> Iterator[Block]:
    """Every option against every success factor; nothing where there are none."""
    if not snapshot.success_factors or not snapshot.options:
        return
    yield Heading("The options against critical success factors and objectives")
    yield Words((Run("Before anything was scored. It gives no total: what is short-listed is a decision."),))
    rows = tuple(
        (
            TableCell(option_heading(option), sub=second_name(option), header=True),
            TableCell(paragraphs=tuple(_against(snapshot, option))),
            TableCell(stage_words(option)),
        )
        for option in snapshot.options
    )
    columns = (
        Column("Option", 1.1),
        Column("How it does", 4.6, wordy=True),
        Column("Stage", 1.8, wordy=True),
    )
    yield Table("Options against success factors and objectives", columns, rows, hide_caption=True)


def swot(snapshot: Snapshot) -> Iterator[Block]:
    """Strengths, weaknesses, opportunities and threats of each option that has any."""
    written = [option for option in snapshot.options if option.swot != Swot()]
    if not written:
        return
    yield Heading("Strengths, weaknesses, opportunities and threats")
    columns = (Column("Option", 1.1), *(Column(part.capitalize(), 1.8, wordy=True) for part in PARTS))
    rows = tuple(
        (
            TableCell(option_heading(option), sub=second_name(option), header=True),
            *(TableCell(paragraphs=getattr(option.swot, part) or ("None written.",)) for part in PARTS),
        )
        for option in written
    )
    yield Table("SWOT of each option", columns, rows, hide_caption=True)


def lists(snapshot: Snapshot) -> Iterator[tuple[str, Table]]:
    """The same as flat tables for a workbook, one thing a row: (name of the sheet, table)."""
    if snapshot.options:
        heads: tuple[str, ...] = (
            "Option",
            "Name in full",
            "Stage",
            "Decided",
            "Reason",
            "Baseline",
            "It proposes",
        )
        points = tuple(row for option in snapshot.options for row in _points(option))
        yield "Options", _flat("The options", heads, points)
    if snapshot.success_factors and snapshot.options:
        heads = ("Option", "Against", "What it is", "How it does", "Words")
        verdicts = tuple(row for option in snapshot.options for row in _verdicts(snapshot, option))
        yield "Filter", _flat("The options against success factors and objectives", heads, verdicts)
    written = [option for option in snapshot.options if option.swot != Swot()]
    if written:
        parts = tuple(
            (_named(option), TableCell(part.capitalize()), TableCell(point))
            for option in written
            for part in PARTS
            for point in getattr(option.swot, part)
        )
        yield "SWOT", _flat("SWOT of each option", ("Option", "Part", "Point"), parts)


def _against(snapshot: Snapshot, option: Option) -> Iterator[str]:
    """``Affordability: fails. It costs too much.`` for each success factor."""
    given = {verdict.factor: verdict for verdict in option.filter}
    for factor in snapshot.success_factors:
        verdict = given.get(factor.id)
        said = VERDICTS[verdict.verdict] if verdict else NOT_LOOKED_AT
        words = f". {verdict.words}" if verdict and verdict.words else ""
        yield f"{factor.name}: {said}{words}"


def _points(option: Option) -> Iterator[tuple[TableCell, ...]]:
    """A row for each point of the proposal; one where there is none."""
    for point in option.proposal or ("",):
        yield (
            _named(option),
            TableCell(option.name),
            TableCell(STAGES[option.stage]),
            TableCell(option.decided_on),
            TableCell(option.reason),
            TableCell("Baseline" if option.baseline else ""),
            TableCell(point),
        )


def _verdicts(snapshot: Snapshot, option: Option) -> Iterator[tuple[TableCell, ...]]:
    given = {verdict.factor: verdict for verdict in option.filter}
    for factor in snapshot.success_factors:
        verdict = given.get(factor.id)
        yield (
            _named(option),
            TableCell(factor.name),
            TableCell(KINDS[factor.kind]),
            TableCell(VERDICTS[verdict.verdict] if verdict else NOT_LOOKED_AT),
            TableCell(verdict.words if verdict else ""),
        )


def _named(option: Option) -> TableCell:
    return TableCell(option_heading(option), header=True)


def _flat(caption: str, heads: tuple[str, ...], rows: tuple[tuple[TableCell, ...], ...]) -> Table:
    return Table(caption, tuple(Column(head) for head in heads), rows)

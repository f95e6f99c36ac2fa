"""The members' summary: who is asked what, what came first and why, the ranked options, and the bars."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.charts import stacked_bars_in_parts
from appraisal.charts.segments import groups as bar_groups
from appraisal.core.evaluation import Evaluation, OptionResult
from appraisal.core.figures import number_text, written
from appraisal.core.scoring import is_not_applicable, is_scored, scored_lines, without_scale
from appraisal.core.sentences import Paragraph, join, option_heading, plural
from appraisal.core.sentences.scale import UNITS
from appraisal.core.sentences.totals import group_total_words, place_words, second_name, total_words
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import COUNTED, Body, Option, OptionStage, Snapshot
from reports.content.long_list import stage_words
from reports.content.parts import Block, Column, Heading, Picture, Run, Table, TableCell, Words

BARS_WIDTH, BARS_TALLEST = 688, 860
"""The portrait page's column in pixels, so that letters print at their size, and its height less a head."""


def summary(
    snapshot: Snapshot,
    evaluation: Evaluation,
    sentences: Sequence[Paragraph],
    changes: Sequence[Block],
    standing: str,
    publicity: str,
) -> Iterator[Block]:
    """The portrait pages, in the order in which a member reads them; ``changes``: what would change it."""
    yield Heading("Options appraisal: summary for members", 1, over=_over(snapshot))
    yield cover(snapshot, evaluation, standing, publicity)
    yield Heading(_first_heading(evaluation))
    yield from (Words(runs(paragraph)) for paragraph in sentences)
    yield from changes
    if snapshot.options:
        yield Heading("Ranked options" if evaluation.ranked else "Options")
        yield ranking(snapshot, evaluation)
    if evaluation.ranked and evaluation.scored_lines:
        yield Heading(f"{UNITS[evaluation.combine].capitalize()} by criteria group")
        yield from bars(snapshot, evaluation)
        yield group_totals(snapshot, evaluation)
    if snapshot.recommendation and snapshot.recommendation.statement:
        yield Heading("Recommendation")
        yield Words((Run(snapshot.recommendation.statement),))
    yield Words((Run(f"{_what_follows(snapshot)} Scores are advice, not a decision."),), small=True)


def _what_follows(snapshot: Snapshot) -> str:
    if any(is_scored(cell) for cell in snapshot.cells):
        return "The scores and their reasons follow, by criteria group."
    return "The options and the criteria follow; nothing is scored yet."


def _first_heading(evaluation: Evaluation) -> str:
    """Nothing came first while first place is open, or where there is nobody to come before."""
    decided = len(evaluation.ranked) > 1 and any(one.rank == 1 for one in evaluation.ranked)
    return "What came first, and why" if decided else "Where it stands"


def runs(paragraph: Paragraph) -> tuple[Run, ...]:
    """The sentences of one paragraph as running text."""
    last = len(paragraph) - 1
    return tuple(
        Run(sentence.text + ("" if place == last else " "), sentence.strong)
        for place, sentence in enumerate(paragraph)
    )


def _over(snapshot: Snapshot) -> str:
    programme = snapshot.document.programme if snapshot.document else ""
    return " · ".join(part for part in (snapshot.title, programme) if part)


def cover(snapshot: Snapshot, evaluation: Evaluation, standing: str, publicity: str) -> Table:
    """The block at the head of a committee paper: who decides, when, on whose report, by what method."""
    document = snapshot.document
    rows = [
        ("Question", (snapshot.question,) if snapshot.question else ()),
        ("Committee, date", tuple(_committees(snapshot.organisations))),
        ("Report of", (document.report_of,) if document and document.report_of else ()),
        ("Status", (f"{standing} · {publicity.lower()}",)),
        ("Source document", (_source(snapshot),) if _source(snapshot) else ()),
        ("Each body is asked to", tuple(_asked(snapshot.organisations))),
        ("Method", (method_words(snapshot, evaluation),)),
    ]
    return Table(
        "What this paper is",
        (Column("What", 1.1), Column("This paper", 3.9)),
        tuple((TableCell(name, header=True), TableCell(paragraphs=texts)) for name, texts in rows if texts),
        kind="facts",
        hide_caption=True,
    )


def _committees(bodies: Sequence[Body]) -> Iterator[str]:
    for body in bodies:
        if body.role in ("decides", "recommends"):
            name = " ".join(part for part in (body.short_name or body.name, body.body) if part)
            yield " · ".join(part for part in (name, body.when) if part)


def _asked(bodies: Sequence[Body]) -> Iterator[str]:
    """What each body is asked; bodies that are asked the same thing share a paragraph."""
    asked: dict[str, list[str]] = {}
    for body in bodies:
        if body.asked_to:
            asked.setdefault(body.asked_to, []).append(body.short_name or body.name)
    for text, names in asked.items():
        yield f"{join(names)}: {text}"


def _source(snapshot: Snapshot) -> str:
    document = snapshot.document
    if document is None:
        return ""
    return ", ".join(part for part in (document.version, document.date, document.status) if part)


def method_words(snapshot: Snapshot, evaluation: Evaluation) -> str:
    """The method in one line: what was followed, how much was scored, on which scale, with which weights."""
    followed = snapshot.document.method_followed if snapshot.document else ""
    shortlisted = sum(option.stage is OptionStage.SHORT_LIST for option in snapshot.options)
    scored = [line for line in snapshot.lines if line.sub_criterion.kind in COUNTED]
    counted = f"{plural(shortlisted, 'option')} on the short list"
    if not shortlisted:
        counted = f"{plural(len(snapshot.options), 'option')} on the long list, none on the short list yet"
    groups = {line.group.id for line in scored} or snapshot.groups
    lines = f"{plural(len(scored), 'scored line')} in {plural(len(groups), 'group')}"
    parts = [followed, counted, lines, _scale_words(snapshot), _weights_words(snapshot, evaluation)]
    return capital("; ".join(part for part in parts if part))


def _scale_words(snapshot: Snapshot) -> str:
    if snapshot.scale is None:
        return "no scale set yet" if without_scale(snapshot) or not scored_lines(snapshot) else ""
    return f"scored {number_text(snapshot.scale.lo)} to {number_text(snapshot.scale.hi)}"


def _weights_words(snapshot: Snapshot, evaluation: Evaluation) -> str:
    if evaluation.weight_set is None:
        return "no weights used" if snapshot.weight_sets else "no weights chosen"
    name = next(chosen.name for chosen in snapshot.weight_sets if chosen.id == evaluation.weight_set)
    return f"weights: {name}"


def in_order(snapshot: Snapshot, evaluation: Evaluation) -> list[tuple[Option, OptionResult]]:
    """Every option with its result, in rank order, the unranked after them."""
    return [(snapshot.option[result.id], result) for result in evaluation.options]


def ranking(snapshot: Snapshot, evaluation: Evaluation) -> Table:
    """Place, option, score, group totals and the option's summary; a dropped option with its reason."""
    return Table(
        "Options in order of their score, each with its summary",
        (
            Column("Place", 0.62),
            Column("Option", 1.35),
            Column("Score", 0.75, number=True),
            Column(_out_of(snapshot, evaluation), 1.15),
            Column("Appraisal summary", 4.2, wordy=True),
        ),
        tuple(
            _ranked_row(snapshot, evaluation, option, result)
            for option, result in in_order(snapshot, evaluation)
        ),
        kind="ranking",
        hide_caption=True,
    )


def _out_of(snapshot: Snapshot, evaluation: Evaluation) -> str:
    highest = evaluation.group_ranges_possible
    figures = [written(highest[group.id][1]) for group in snapshot.groups if group.id in highest]
    return f"Groups, out of {' · '.join(figures)}" if figures else "Groups"


def _ranked_row(
    snapshot: Snapshot, evaluation: Evaluation, option: Option, result: OptionResult
) -> tuple[TableCell, ...]:
    totals = [
        group_total_words(result, group.id)
        for group in snapshot.groups
        if group.id in evaluation.group_ranges_possible
    ]
    why = why_not_ranked(snapshot, option, result)
    words = tuple(text for text in (why, option.summary) if text) or ("No summary has been written.",)
    return (
        TableCell(place_words(evaluation, result), strong=True),
        TableCell(option_heading(option), sub=_named(option), header=True),
        TableCell(total_words(result), figure=result.aggregate, strong=True),
        TableCell(" · ".join(totals) if result.ranked else "–"),
        TableCell(paragraphs=words),
    )


def _named(option: Option) -> str:
    name = second_name(option)
    return f"{name} (baseline)" if option.baseline and name else name


def why_not_ranked(snapshot: Snapshot, option: Option, result: OptionResult) -> str:
    """Why an option has no place, in a sentence; empty for a ranked one."""
    if option.stage is OptionStage.DROPPED:
        return stage_words(option) if option.reason else f"{stage_words(option)}; no reason is recorded."
    if option.stage is OptionStage.LONG_LIST:
        return "On the long list; only short-listed options are ranked."
    if result.gate_failed is not None:
        line = snapshot.line[result.gate_failed]
        cell = snapshot.cell_at.get((option.id, result.gate_failed))
        reason = f": {cell.rationale}" if cell and cell.rationale else ""
        return f"Failed the gate {line.number} {line.label}{reason}"
    if not result.comparable:
        lines = [
            f"{line.number} {line.label}"
            for line in snapshot.lines
            if line.sub_criterion.kind in COUNTED
            and is_not_applicable(snapshot.cell_at.get((option.id, line.sub_criterion.id)))
        ]
        verb = "does" if len(lines) == 1 else "do"
        return f"Not comparable: {join(lines)} {verb} not apply to it, so it has no total."
    return ""


def bars(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Picture]:
    """The ranked options as bars, for print: as many pictures as it takes for each to fit on a page."""
    for svg in stacked_bars_in_parts(snapshot, evaluation, width=BARS_WIDTH, tallest=BARS_TALLEST):
        yield Picture(svg, "Total score of each option by criteria group")


MOST_NAMED = 5
"""So many groups have their names at the head of a column; more have the letters that the bars carry."""


def group_totals(snapshot: Snapshot, evaluation: Evaluation) -> Table:
    """The figures of the bars: group totals and total of each ranked option."""
    groups = [group for group in snapshot.groups if group.id in evaluation.group_ranges_possible]
    names = [group.short_name or group.name for group in groups]
    if len(groups) > MOST_NAMED:
        names = [group.prefix for group in bar_groups(snapshot, evaluation)]
    heads = [
        f"{name}{_of(evaluation.group_ranges_possible[group.id])}"
        for name, group in zip(names, groups, strict=True)
    ]
    return Table(
        "The same figures: group totals and total",
        (
            Column("Option", 2.4),
            *(Column(head, 1, number=True) for head in heads),
            Column("Total", 0.8, number=True),
        ),
        tuple(
            (
                TableCell(option_heading(option), sub=second_name(option), header=True),
                *(
                    TableCell(group_total_words(result, group.id), figure=result.group_totals[group.id])
                    for group in groups
                ),
                TableCell(total_words(result), figure=result.aggregate, strong=True),
            )
            for option, result in in_order(snapshot, evaluation)
            if result.ranked
        ),
        kind="figures",
    )


def _of(possible: tuple[Fraction, Fraction]) -> str:
    return f" (of\N{NO-BREAK SPACE}{written(possible[1])})"

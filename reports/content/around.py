"""What stands round the matrix: options as proposed, recommendation, sections, notes, abbreviations."""

from collections.abc import Iterator

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import number_text
from appraisal.core.sentences import option_heading, option_label
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import CheckItem, Note, Section, Snapshot
from reports.content.long_list import stage_words, swot, the_filter
from reports.content.parts import Block, Column, Heading, Items, Run, Table, TableCell, Words
from reports.content.weighing import weighing


def before(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Block]:
    """What comes ahead of the matrix: options, filter, SWOT, weights, and the sections placed there."""
    if snapshot.summary:
        yield Heading("About this appraisal")
        yield _words(snapshot.summary)
    if snapshot.options:
        yield Heading("The options")
        yield _options(snapshot)
    yield from the_filter(snapshot)
    yield from swot(snapshot)
    yield from weighing(snapshot, evaluation)
    yield from _sections(snapshot, "before")


def after(snapshot: Snapshot, evaluation: Evaluation, check_code: str) -> Iterator[Block]:
    """What follows the matrix, the recommendation first."""
    yield from _recommendation(snapshot)
    yield from _timeline(snapshot)
    yield from _responsibilities(snapshot)
    yield from _sections(snapshot, "after")
    yield from _workings(evaluation)
    yield Heading("How to follow a figure back")
    yield _words(follow_back(check_code))
    yield from _notes(snapshot)
    if snapshot.references:
        yield Heading("References")
        yield Items(snapshot.references)
    yield from _abbreviations(snapshot)


def follow_back(check_code: str) -> str:
    """The way from a printed figure to the cell it rests on, to who gave it, and to the moment."""
    return (
        "In Weighbridge open this appraisal, then Results, and select a score: its page has the rationale, "
        "who saved it and when, and what stood there before. History lists every change, and every file "
        f"taken with its check code. The check code of this file is {check_code}: while the Reports page "
        "shows the same, the appraisal says what this file says."
    )


def _words(text: str) -> Words:
    return Words((Run(text),))


def _options(snapshot: Snapshot) -> Table:
    rows = []
    for option in snapshot.options:
        others = (f"Also named: {'; '.join(option.other_names)}",) if option.other_names else ()
        rows.append(
            (
                TableCell(option_heading(option), sub=second_name(option), header=True),
                TableCell(paragraphs=(option.name, *others)),
                TableCell(paragraphs=option.proposal or ("No proposal has been written.",)),
                TableCell(paragraphs=(stage_words(option), *(("Baseline",) if option.baseline else ()))),
            )
        )
    columns = (
        Column("Option", 1.1),
        Column("Name in full", 1.8, wordy=True),
        Column("What it proposes", 3.6, wordy=True),
        Column("Stage", 1.0),
    )
    return Table("The options and what each proposes", columns, tuple(rows), hide_caption=True)


def _recommendation(snapshot: Snapshot) -> Iterator[Block]:
    yield Heading("Recommendation")
    said = snapshot.recommendation
    if said is None or not (said.option or said.statement or said.reasons):
        yield _words("No option has been recommended yet.")
        return
    if said.option:
        yield Words((Run("Preferred option: ", strong=True), Run(option_label(snapshot.option[said.option]))))
    if said.statement:
        yield _words(said.statement)
    names = {group.id: group.name for group in snapshot.groups}
    for reasons in said.reasons:
        yield Heading(reasons.heading or names[reasons.group], 3)
        yield from (_words(text) for text in reasons.paragraphs)


def _timeline(snapshot: Snapshot) -> Iterator[Block]:
    if snapshot.timeline:
        yield Heading("The way to a decision")
        rows = tuple(
            (TableCell(step.when, header=True), TableCell(step.what), TableCell(step.who))
            for step in snapshot.timeline
        )
        yield Table(
            "Steps to a decision",
            (Column("When", 1), Column("What", 3), Column("Who", 1.6)),
            rows,
            hide_caption=True,
        )


def _responsibilities(snapshot: Snapshot) -> Iterator[Block]:
    if snapshot.responsibilities:
        yield Heading("Who would do what")
    for duty in snapshot.responsibilities:
        yield Heading(duty.who[:1].upper() + duty.who[1:], 3)
        yield Items(duty.items)


def _sections(snapshot: Snapshot, place: str) -> Iterator[Block]:
    for section in snapshot.sections:
        if section.place == place:
            yield Heading(section.title)
            yield from _section(section)


def _section(section: Section) -> Iterator[Block]:
    if section.kind == "table":
        columns = tuple(
            Column(heading, _width(section, at), wordy=True) for at, heading in enumerate(section.columns)
        )
        rows = tuple(
            tuple(TableCell(text, header=at == 0) for at, text in enumerate(row)) for row in section.rows
        )
        yield Table(section.title, columns, rows, hide_caption=True)
    elif section.kind == "checklist":
        items = [item for item in section.items if isinstance(item, CheckItem)]
        yield Items(tuple(item.text for item in items), tuple(item.done for item in items))
    else:
        yield from (_words(str(item)) for item in section.items)


def _width(section: Section, at: int) -> float:
    """A column's share of the width, by the longest text in it, within reason."""
    longest = max((len(row[at]) for row in section.rows if at < len(row)), default=0)
    return min(4.0, max(1.0, max(longest, len(section.columns[at])) / 40))


def _workings(evaluation: Evaluation) -> Iterator[Block]:
    if evaluation.workings:
        yield Heading("How the figures were worked out")
        yield _words(
            "Each step names what goes into it; the scores stand in the matrix. Nothing is rounded before."
        )
        yield Items(tuple(working.text for working in evaluation.workings))


def about_words(snapshot: Snapshot, about: str) -> str:
    """What a note is about, as people call it: ``Option 3, 4c VAT``."""
    kind, *ids = about.split("/")
    if kind == "cells":
        line = snapshot.line[ids[1]]
        return f"{option_heading(snapshot.option[ids[0]])}, {line.number} {line.label}"
    if kind == "options":
        return option_label(snapshot.option[ids[0]])
    if kind == "sub-criteria":
        return f"{snapshot.line[ids[0]].number} {snapshot.line[ids[0]].label}"
    if kind == "groups":
        return next(group.name for group in snapshot.groups if group.id == ids[0])
    return "The appraisal"


def _notes(snapshot: Snapshot) -> Iterator[Block]:
    printed = tuple(_printed(snapshot))
    if snapshot.notes or printed:
        yield Heading("Notes on the data")
    if printed:
        yield from (_words(text) for text in printed)
    if snapshot.notes:
        rows = tuple(_note_row(snapshot, note) for note in snapshot.notes)
        yield Table(
            "Notes on the data",
            (Column("About", 1.2), Column("Note", 4.5, wordy=True)),
            rows,
            hide_caption=True,
        )


def _note_row(snapshot: Snapshot, note: Note) -> tuple[TableCell, ...]:
    return (TableCell(about_words(snapshot, note.about), header=True), TableCell(note.text))


def _printed(snapshot: Snapshot) -> Iterator[str]:
    """The figures that the source printed, so that a reader can lay them beside the computed ones."""
    if snapshot.printed and snapshot.printed.aggregates:
        figures = [
            f"{option_heading(snapshot.option[option])} {number_text(figure)}"
            for option, figure in snapshot.printed.aggregates.items()
        ]
        yield f"Totals as the source printed them: {', '.join(figures)}."


def _abbreviations(snapshot: Snapshot) -> Iterator[Block]:
    if snapshot.document and snapshot.document.abbreviations:
        yield Heading("Abbreviations")
        rows = tuple(
            (TableCell(short, header=True), TableCell(long))
            for short, long in snapshot.document.abbreviations.items()
        )
        columns = Column("Short", 1), Column("In full", 4)
        yield Table("Abbreviations", columns, rows, kind="compact", hide_caption=True)

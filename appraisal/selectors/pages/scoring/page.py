"""The pages by line and by option, and what a save needs; each a constant number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

from appraisal.core.figures import number_text
from appraisal.core.sentences import option_heading, option_label
from appraisal.core.snapshot import COUNTED, Kind, Line, Option, OptionStage, Snapshot, has_marks
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import AppraisalValue, CellMeta, cell_versions
from appraisal.selectors.pages.scoring.cells import CellPanel, panel, what_it_proposes
from appraisal.selectors.pages.scoring.choices import Choice, means_of, scale_points, scale_span
from appraisal.selectors.pages.scoring.progress import Progress, progress, short_listed


@dataclass(frozen=True)
class Step:
    """A way on to the line or option before or after this one."""

    id: str
    text: str


@dataclass(frozen=True)
class ScoringPage:
    """One line across the options (``by`` "line") or one option down the lines.

    ``sections`` are (heading, cells). ``scale`` explains the points; ``keys`` says which keys score, if any.
    """

    by: str
    id: str
    appraisal_title: str
    caption: str
    title: str
    guidance: tuple[str, ...]
    about: tuple[str, ...]
    sections: tuple[tuple[str, tuple[CellPanel, ...]], ...]
    scale: tuple[Choice, ...]
    neutral: str
    span: str
    means: str
    keys: str
    missing_scale: bool
    kind: Kind
    progress: Progress
    before: Step | None
    after: Step | None

    @property
    def cells(self) -> tuple[CellPanel, ...]:
        """All cells of the page in order."""
        return tuple(cell for _, cells in self.sections for cell in cells)

    @property
    def headings(self) -> tuple[str, ...]:
        """What the cells are headed by, in order."""
        return tuple(cell.heading for cell in self.cells)

    @property
    def in_words(self) -> bool:
        """Whether this is a line in words only."""
        return self.kind is Kind.WORDS

    def with_cell(self, changed: CellPanel) -> "ScoringPage":
        """The page with this cell in the place of the one that has its key."""
        return replace(
            self,
            sections=tuple(
                (heading, tuple(changed if cell.key == changed.key else cell for cell in cells))
                for heading, cells in self.sections
            ),
        )


def line_page(appraisal_id: UUID, line_id: str) -> ScoringPage | None:
    """The line across the short-listed options; None where the appraisal has no such line."""
    snapshot = snapshots.snapshot(appraisal_id)
    line = snapshot.line.get(line_id)
    if line is None:
        return None
    saved = cell_versions(appraisal_id)
    cells = tuple(_panel(snapshot, option, line, saved, by="line") for option in short_listed(snapshot))
    place = snapshot.lines.index(line)
    return ScoringPage(
        by="line",
        id=line_id,
        caption=_caption(line, place + 1, len(snapshot.lines)),
        title=f"{line.number} {line.sub_criterion.name}",
        guidance=tuple(text for text in (line.group.guidance, line.sub_criterion.guidance) if text),
        about=(),
        sections=(("", cells),),
        before=_line_step(snapshot, place - 1),
        after=_line_step(snapshot, place + 1),
        **_shared(snapshot, cells, by="line", current=line_id, line=line),
    )


def option_page(appraisal_id: UUID, option_id: str) -> ScoringPage | None:
    """The option down all lines; None where the appraisal has no such option on its short list."""
    snapshot = snapshots.snapshot(appraisal_id)
    options = short_listed(snapshot)
    option = next((option for option in options if option.id == option_id), None)
    if option is None:
        return None
    saved = cell_versions(appraisal_id)
    sections = tuple(
        (
            f"{number} {group.name}",
            tuple(
                _panel(snapshot, option, line, saved, by="option")
                for line in snapshot.lines
                if line.group is group
            ),
        )
        for number, group in enumerate(snapshot.groups, start=1)
    )
    place = options.index(option)
    cells = tuple(cell for _, group in sections for cell in group)
    return ScoringPage(
        by="option",
        id=option_id,
        caption=f"{option_heading(option)} \u00b7 option {place + 1} of {len(options)}",
        title=option.short_name or option.name,
        guidance=(),
        about=what_it_proposes(option),
        sections=sections,
        before=_option_step(options, place - 1),
        after=_option_step(options, place + 1),
        **_shared(snapshot, cells, by="option", current=option_id, line=None),
    )


class Asked(NamedTuple):
    """What a line asks for; ``marked``: by verbal marks."""

    kind: Kind
    marked: bool


def line_asks(appraisal: AppraisalValue, option_id: str, line_id: str) -> Asked | None:
    """What the line asks for, where the appraisal has it and the option is on its short list; else None."""
    setup = snapshots.setup_of(appraisal.id, appraisal.setup_stamp)
    line = setup.lines.get(line_id)
    on_the_list = {each.id for each in setup.fields["options"] if each.stage is OptionStage.SHORT_LIST}
    if line is None or option_id not in on_the_list:
        return None
    return Asked(line.sub_criterion.kind, has_marks(line.sub_criterion))


def first_unfinished(appraisal: AppraisalValue) -> str | None:
    """The first line with something left to do, else the first line; None where there is no line at all."""
    snapshot = snapshots.outline(appraisal.id, appraisal.setup_stamp)
    place = progress(snapshot, by="line").next
    if place is not None:
        return place.line
    return snapshot.lines[0].sub_criterion.id if snapshot.lines else None


def progress_now(appraisal: AppraisalValue, *, by: str, current: str) -> Progress:
    """The progress as it stands, read in one query and without a word of any rationale."""
    return progress(snapshots.outline(appraisal.id, appraisal.setup_stamp), by=by, current=current)


def _panel(
    snapshot: Snapshot, option: Option, line: Line, saved: Mapping[tuple[str, str], CellMeta], *, by: str
) -> CellPanel:
    return panel(snapshot, option, line, saved.get((option.id, line.sub_criterion.id)), by=by)


def _shared(
    snapshot: Snapshot, cells: tuple[CellPanel, ...], *, by: str, current: str, line: Line | None
) -> dict[str, Any]:
    """What both pages have beside their cells."""
    scale = line.scale if line else snapshot.scale
    scored = [cell for cell in cells if cell.kind in COUNTED]
    on_scale = any(cell.on_scale for cell in scored)
    return {
        "appraisal_title": snapshot.title,
        "scale": scale_points(scale) if on_scale else (),
        "means": means_of(line.sub_criterion) if line else "",
        "neutral": number_text(scale.neutral) if scale and scale.neutral is not None else "",
        "span": scale_span(scale) if on_scale else "",
        "keys": _keys(scored),
        "kind": line.sub_criterion.kind if line else Kind.SCORE,
        "missing_scale": any(not cell.points and not cell.typed for cell in scored),
        "progress": progress(snapshot, by=by, current=current),
    }


def _keys(cells: list[CellPanel]) -> str:
    """``1 to 5``: the keys that score; empty where no point is a single character."""
    keys = [point.value for cell in cells[:1] for point in cell.points if len(point.value) == 1]
    return f"{keys[0]} to {keys[-1]}" if len(keys) > 1 else ""


def _caption(line: Line, place: int, lines: int) -> str:
    """``Achievement of outcomes · line 2 of 15 · ability of the model to:``"""
    stem = line.group.stem
    if stem[1:2].islower():
        stem = stem[0].lower() + stem[1:]
    return " · ".join(part for part in (line.group.name, f"line {place} of {lines}", stem) if part)


def _line_step(snapshot: Snapshot, place: int) -> Step | None:
    if not 0 <= place < len(snapshot.lines):
        return None
    line = snapshot.lines[place]
    return Step(line.sub_criterion.id, f"{line.number} {line.label}")


def _option_step(options: tuple[Option, ...], place: int) -> Step | None:
    return Step(options[place].id, option_label(options[place])) if 0 <= place < len(options) else None

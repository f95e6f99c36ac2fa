"""One cell as its form shows it: the choices, what stands in it now, and what helps to decide."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from appraisal.core.figures import number_text
from appraisal.core.sentences import option_heading, option_label
from appraisal.core.sentences.marks import Mark, descriptor, mark_of
from appraisal.core.snapshot import (
    COUNTED,
    Cell,
    CellState,
    Kind,
    Line,
    Option,
    Snapshot,
    has_marks,
)
from appraisal.forms import IN_THE_BOX, NAMED
from appraisal.selectors.appraisals import CellMeta
from appraisal.selectors.pages.scoring.choices import (
    Choice,
    asks,
    means_of,
    points_of,
    scale_points,
    scale_span,
)

LETTERS_A_ROW = 44
FEWEST_ROWS = 3
JUDGED = (CellState.SCORED, CellState.PASS, CellState.FAIL)
STATE_WORDS = {
    CellState.UNSCORED: "No score yet",
    CellState.TO_BE_CONFIRMED: "To be confirmed",
    CellState.NOT_APPLICABLE: "Not applicable",
    CellState.WORDS: "In words only",
    CellState.PASS: "Pass",
    CellState.FAIL: "Fail",
}


@dataclass(frozen=True)
class Shown:
    """A cell's content to read: in a conflict, in a preview, or where it cannot be changed."""

    mark: Mark
    words: str
    rationale: str
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class CellPanel:
    """One option on one line. ``key`` is unique on the page; its inputs are called ``label``.

    ``points`` are the boxes, empty where the score is ``typed``; ``states`` stand beside them. ``mark`` is
    the choice that holds, ``score`` what the box for a typed score holds, ``rows`` how tall the rationale's
    box begins. ``asks`` says what the box takes, ``means`` what a raw figure or a mark counts as. ``scale``
    is given only where the line has its own.
    """

    key: str
    option: str
    line: str
    heading: str
    subheading: str
    label: str
    kind: Kind
    points: tuple[Choice, ...]
    states: tuple[Choice, ...]
    typed: bool
    span: str
    asks: str
    means: str
    on_scale: bool
    scale: tuple[Choice, ...]
    rule: str
    mark: str
    score: str
    rationale: str
    rows: int
    lacks_rationale: bool
    worked_out: bool
    notes: tuple[str, ...]
    about: tuple[str, ...]
    about_title: str
    shown: Shown
    version: int
    saved_at: datetime | None
    saved_by: str
    # What a save that was not taken adds; the marks and words above are then those that were sent.
    mark_problem: str = ""
    rationale_problem: str = ""
    theirs: Shown | None = None
    theirs_version: int = 0
    refusal: str = ""

    @property
    def has_marks(self) -> bool:
        """Whether a mark is chosen here at all: not on a line in words only."""
        return bool(self.points or self.states or self.typed)

    @property
    def anchor(self) -> str:
        """The id of the cell on its page."""
        return f"cell-{self.key}"


def panel(snapshot: Snapshot, option: Option, line: Line, saved: CellMeta | None, *, by: str) -> CellPanel:
    """The cell of ``option`` on ``line``, headed by what varies on a page ``by`` "line" or by "option"."""
    sub = line.sub_criterion
    cell = snapshot.cell_at.get((option.id, sub.id)) or Cell(option.id, sub.id)
    points = points_of(line)
    on_scale = sub.kind is Kind.SCORE and not has_marks(sub)
    typed = sub.kind in COUNTED and not points and (not on_scale or line.scale is not None)
    return CellPanel(
        key=f"{option.id}-{sub.id}",
        option=option.id,
        line=sub.id,
        label=f"{option_label(option)}, on {line.number} {line.label}",
        kind=sub.kind,
        points=_gate_choices() if sub.kind is Kind.GATE else points,
        states=_state_choices(line, cell.state, typed=typed),
        typed=typed,
        span=scale_span(line.scale),
        asks=asks(line),
        means=means_of(sub),
        on_scale=on_scale,
        scale=scale_points(line.scale) if sub.scale is not None else (),
        rule=sub.not_applicable_rule,
        mark=_mark(cell, sub.kind, typed=typed),
        shown=shown_cell(snapshot, cell),
        score=cell.mark or _figure(cell) if typed else "",
        rationale=cell.rationale,
        rows=rows_for(cell.rationale),
        lacks_rationale=lacks_rationale(cell),
        worked_out=cell.basis == "worked-out",
        notes=snapshot.notes_about.get(f"cells/{option.id}/{sub.id}", ()),
        version=saved.version if saved else 0,
        saved_at=saved.changed_at if saved else None,
        saved_by=(saved.changed_by_name or "") if saved else "",
        **(_as_option(option) if by == "line" else _as_line(line)),
    )


def as_sent(cell: CellPanel, *, mark: str, score: str, rationale: str) -> CellPanel:
    """The panel with what somebody sent in place of what stands, so that nothing typed is lost."""
    return replace(
        cell, mark=mark, score=score, rationale=rationale, rows=rows_for(rationale), lacks_rationale=False
    )


def lacks_rationale(cell: Cell) -> bool:
    """Whether a judgement stands here without its reason."""
    return cell.state in JUDGED and not cell.rationale


def shown_cell(snapshot: Snapshot, cell: Cell, *, at: datetime | None = None, by: str = "") -> Shown:
    """The cell in words: its mark, the descriptor of its score, and the rationale."""
    line = snapshot.line[cell.sub_criterion]
    words = descriptor(cell.score, line.scale) if cell.score is not None else ""
    return Shown(mark_of(cell, line), words, cell.rationale, at, by)


def rows_for(text: str) -> int:
    """About how many rows a text box needs for a text, so that it shows whole without JavaScript too."""
    return max(FEWEST_ROWS, sum(1 + len(line) // LETTERS_A_ROW for line in text.split("\n")))


def _gate_choices() -> tuple[Choice, ...]:
    return tuple(Choice(state.value, STATE_WORDS[state]) for state in (CellState.PASS, CellState.FAIL))


def _state_choices(line: Line, state: CellState, *, typed: bool) -> tuple[Choice, ...]:
    """What stands beside the points. A line in words has none, unless its cell came in as to be confirmed."""
    if line.sub_criterion.kind is Kind.WORDS:
        states = [CellState.WORDS, CellState.TO_BE_CONFIRMED] if state is CellState.TO_BE_CONFIRMED else []
        return tuple(Choice(each.value, STATE_WORDS[each]) for each in states)
    states = [CellState.TO_BE_CONFIRMED] if typed else [CellState.UNSCORED, CellState.TO_BE_CONFIRMED]
    if line.sub_criterion.not_applicable_rule and line.sub_criterion.kind in COUNTED:
        states.append(CellState.NOT_APPLICABLE)
    return tuple(Choice(each.value, STATE_WORDS[each]) for each in states)


def _mark(cell: Cell, kind: Kind, *, typed: bool) -> str:
    if kind is Kind.WORDS and cell.state is CellState.UNSCORED:
        return CellState.WORDS.value
    if typed and cell.state in (CellState.SCORED, CellState.UNSCORED):
        return IN_THE_BOX
    if cell.state is not CellState.SCORED:
        return cell.state.value
    return f"{NAMED}{cell.mark}" if cell.mark else _figure(cell)


def _figure(cell: Cell) -> str:
    return "" if cell.score is None else number_text(cell.score)


def what_it_proposes(option: Option) -> tuple[str, ...]:
    """The option's full name, where a short one is shown, and its proposal in points, or else its summary."""
    whole = (option.name,) if option.short_name and option.name != option.short_name else ()
    return (*whole, *(option.proposal or ((option.summary,) if option.summary else ())))


def _as_option(option: Option) -> dict[str, Any]:
    """Heading and help of a cell on a page by line: what varies is the option."""
    return {
        "heading": option_heading(option),
        "subheading": (option.short_name or option.name) if option.number is not None else "",
        "about_title": "What it proposes",
        "about": what_it_proposes(option),
    }


def _as_line(line: Line) -> dict[str, Any]:
    """Heading and help of a cell on a page by option: what varies is the line."""
    sub = line.sub_criterion
    return {
        "heading": f"{line.number} {line.label}",
        "subheading": sub.name if sub.name != line.label else "",
        "about_title": "Guidance",
        "about": (sub.guidance,) if sub.guidance else (),
    }

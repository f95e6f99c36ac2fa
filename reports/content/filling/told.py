"""The sheets that the workbook for scoring tells of the appraisal, and takes no change on."""

from collections.abc import Iterator
from fractions import Fraction

from appraisal.core.figures import number_text, percent
from appraisal.core.scoring import shares_of
from appraisal.core.snapshot import Line, Scale, Snapshot
from appraisal.workbook import layout
from reports.content.filling.choices import choices_of
from reports.content.filling.parts import Choices, FillCell, FillSheet, in_cells


def options(snapshot: Snapshot) -> FillSheet:
    """The options as they stand."""
    rows = tuple(
        in_cells(
            "" if option.number is None else str(option.number),
            option.name,
            option.short_name,
            "Baseline" if option.baseline else "",
            option.stage.value.replace("-", " "),
            "\n".join(option.proposal),
            option.summary,
        )
        for option in snapshot.options
    )
    headings = ("Number", "Name", "Short name", "Baseline", "Stage", "Proposal", "Summary")
    return _told(layout.OPTIONS, headings, rows, (9, 44, 26, 11, 12, 60, 60))


def criteria(snapshot: Snapshot) -> FillSheet:
    """The lines as they stand, each with what a cell of it takes."""
    rows = tuple(
        in_cells(
            line.number,
            line.group.name,
            line.sub_criterion.name,
            line.sub_criterion.short_name,
            line.sub_criterion.guidance,
            _takes(line),
            line.sub_criterion.not_applicable_rule,
        )
        for line in snapshot.lines
    )
    headings = (
        "Line",
        "Group",
        "Sub-criterion",
        "Short name",
        "Guidance",
        "What a cell takes",
        "Not applicable",
    )
    return _told(layout.CRITERIA, headings, rows, (7, 30, 44, 22, 60, 34, 34))


def _takes(line: Line) -> str:
    choices = choices_of(line)
    return choices.says if choices else "Words only; it counts in no total."


def scale(snapshot: Snapshot, lists: tuple[Choices, ...]) -> FillSheet:
    """The scale with its descriptors, those of single lines, and at the right what the cells choose from."""
    rows = list(_scale_rows("", snapshot.scale))
    for line in snapshot.lines:
        if line.sub_criterion.scale is not None:
            rows += _scale_rows(f"Line {line.number}", line.sub_criterion.scale)
    headings = ("Of", "Score", "What it means")
    return _told(layout.SCALE, headings, tuple(rows), (14, 10, 80), lists=lists)


def _scale_rows(of: str, scale: Scale | None) -> Iterator[tuple[FillCell, ...]]:
    if scale is None:
        if not of:
            yield in_cells("", "", "No scale is set yet.")
        return
    span = f"{number_text(scale.lo)} to {number_text(scale.hi)} in steps of {number_text(scale.step)}"
    neutral = "" if scale.neutral is None else f"; {number_text(scale.neutral)} means no impact"
    yield in_cells(of or "Every line", "", f"{span}{neutral}")
    for point in scale.points:
        yield (FillCell(of), FillCell(figure=Fraction(point.value)), FillCell(point.label))


def weights(snapshot: Snapshot) -> FillSheet:
    """Every weight set with the weights as entered and their shares."""
    rows: list[tuple[FillCell, ...]] = []
    for weights in snapshot.weight_sets:
        own = "the appraisal's own" if weights.id == snapshot.method.weight_set else "beside it"
        rows.append(in_cells(weights.name, "", own))
        shares = shares_of(snapshot, weights)
        for group in snapshot.groups:
            if weights.groups and group.id in weights.groups:
                figure = Fraction(weights.groups[group.id])
                rows.append(
                    (FillCell(), FillCell(), FillCell(group.name), FillCell(figure=figure), FillCell())
                )
        for line in snapshot.lines:
            sub = line.sub_criterion
            if sub.id in weights.sub_criteria:
                share = percent(shares.lines[sub.id], 1) if sub.id in shares.lines else ""
                figure = Fraction(weights.sub_criteria[sub.id])
                cells = (FillCell(line.number), FillCell(sub.name), FillCell(figure=figure), FillCell(share))
                rows.append((FillCell(), *cells))
    if not rows:
        rows.append(in_cells("No weights: every score counts as it is.", "", "", "", ""))
    return _told(
        layout.WEIGHTS, ("Weights", "Line", "Of", "Weight", "Share"), tuple(rows), (30, 8, 50, 10, 10)
    )


def _told(
    name: str,
    headings: tuple[str, ...],
    rows: tuple[tuple[FillCell, ...], ...],
    widths: tuple[float, ...],
    lists: tuple[Choices, ...] = (),
) -> FillSheet:
    return FillSheet(
        name, name, "For reading: changes on this sheet are not brought in.", headings, rows, widths, 2, lists
    )

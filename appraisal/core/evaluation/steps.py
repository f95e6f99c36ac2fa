"""Writes the workings of an evaluation: one small value a step, in the order of the method."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation.material import Material, line_name, option_name
from appraisal.core.evaluation.valuing import Conversion, conversions, converted_values, value_rules
from appraisal.core.evaluation.workings import Step, Term, Working
from appraisal.core.figures import ordinal, written
from appraisal.core.scoring import Column, Gate, Mark, Matrix, Tally, Weighing, gate_lines, gate_of
from appraisal.core.snapshot import Combine, CriteriaGroup, Line, OptionStage

METHODS = {
    Combine.SUM: "Plain total: every score on a scored line is added once. No weights are used",
    Combine.WEIGHTED_SUM: "Weighted total: each score times its line's weight as entered, added up",
    Combine.WEIGHTED_MEAN: "Weighted mean: each score times its line's share of all weight, added up",
    Combine.WEIGHTED_VALUE: (
        "Weighted value: each score becomes a value from 0 (lowest on its scale) to 100 (highest); "
        "each value times its line's share of all weight, added up"
    ),
}


STAGES = {
    OptionStage.LONG_LIST: "on the long list",
    OptionStage.SHORT_LIST: "on the short list",
    OptionStage.DROPPED: "dropped",
}


def workings(material: Material) -> tuple[Working, ...]:
    """Method, weights, values, bounds; then each option's gates, groups, total and place; then the margin."""
    return tuple(_steps(material))


def _steps(material: Material) -> Iterator[Working]:
    weight_set = material.weighing.weight_set
    waiting = "no weights are chosen yet" if material.weighing.factors is None else ""
    named = f"weight set: {weight_set.name}" if weight_set else waiting
    yield Working(Step.METHOD, (), METHODS[material.weighing.combine], note=named)
    yield from _weights(material)
    yield from _scale_steps(material)
    ways = conversions(material)
    for one in material.tallies:
        yield from _option(material, ways, one)
    yield from _margin(material)


def _weights(material: Material) -> Iterator[Working]:
    """Each line's share of all weight and where it comes from."""
    weighing = material.weighing
    widths = [ends[1] - ends[0] for line in material.scored() if (ends := line.ends)]
    entered = sum(weighing.entered.values(), Fraction(0))
    for line in material.scored():
        sub = line.sub_criterion.id
        if sub not in weighing.shares:
            continue
        if weighing.weighted:
            words, note = "share of all weight", _weight_note(weighing, line, entered)
        else:
            words, note = (
                "implied share of the plain total",
                _implied_note(line, widths, len(weighing.shares)),
            )
        yield Working(
            Step.WEIGHT, (sub,), f"{line_name(line)}: {words}", figure=weighing.shares[sub], note=note
        )


def _weight_note(weighing: Weighing, line: Line, entered: Fraction) -> str:
    """``3 of 27``; in a tree the group's weight and the line's own as well."""
    weight_set, sub = weighing.weight_set, line.sub_criterion.id
    note = f"{written(weighing.entered[sub], 4)} of {written(entered, 4)}"
    if weight_set is None or weight_set.groups is None:
        return note
    whole = sum(
        weight_set.sub_criteria[one.id] for one in line.group.sub_criteria if one.id in weighing.entered
    )
    group = written(weight_set.groups[line.group.id], 4)
    return (
        f"group weight {group} × {written(weight_set.sub_criteria[sub], 4)} of {written(whole, 4)}, so {note}"
    )


def _implied_note(line: Line, widths: Sequence[Decimal], count: int) -> str:
    """``1 of 13 lines`` where all scales are equally wide, else the scale's width of all widths."""
    if line.ends is None or len(set(widths)) == 1:
        return f"1 of {count} lines"
    lo, hi = line.ends
    return f"its scale is {written(hi - lo, 6)} wide, of {written(sum(widths), 6)} in all"


def _scale_steps(material: Material) -> Iterator[Working]:
    """How a score becomes a value, and the totals of one score throughout."""
    table = material.table
    if material.weighing.combine == Combine.WEIGHTED_VALUE:
        yield from value_rules(material)
    if not table.columns:
        return
    for words, total, which in (
        ("Lowest possible total", material.lowest, "lowest"),
        ("Highest possible total", material.highest, "highest"),
        ("Total of the neutral point throughout", material.neutral_total, "neutral"),
    ):
        if total is not None:
            terms = tuple(
                Term((column.id,), getattr(column, which).value, times=material.times[column.id])
                for column in table.columns
            )
            yield Working(Step.BOUND, (), words, terms, total)


def _option(material: Material, ways: Mapping[str, Conversion], one: Tally) -> Iterator[Working]:
    name = option_name(one.option)
    yield from _gates(material, one, name)
    if one.gate_failed is not None:
        return
    yield from converted_values(material, ways, one)
    terms: dict[str, list[Term]] = {group: [] for group in one.groups}
    for column, mark in zip(material.table.columns, one.marks, strict=True):
        if not mark.not_applicable:
            terms[column.group].append(_term(material, one.option.id, column, mark))
    for group in material.snapshot.groups:
        if group.id in one.groups:
            yield _group(
                material, one, group, f"{name}, {group.short_name or group.name}", tuple(terms[group.id])
            )
    if one.groups:
        yield _total(material, one, name)
    if one.option.id in material.places:
        yield _place(material, one, name)


def _gates(material: Material, one: Tally, name: str) -> Iterator[Working]:
    for line in gate_lines(material.snapshot):
        about = (one.option.id, line.sub_criterion.id)
        gate = gate_of(material.snapshot.cell_at.get(about))
        note = {
            Gate.PASSED: "passed",
            Gate.FAILED: "failed: no total and no place",
            Gate.OPEN: "not decided yet",
        }[gate]
        yield Working(Step.GATE, about, f"{name}, gate {line_name(line)}", note=note)
        if gate is Gate.FAILED:
            return


def _term(material: Material, option: str, column: Column, mark: Mark) -> Term:
    """One cell in its group's sum: its score or value, or both ends of the scale where it is missing."""
    times = material.times[column.id]
    if mark.missing:
        return Term((option, column.id), column.lowest.value, column.highest.value, times)
    return Term((option, column.id), mark.value, mark.value_to, times)


def _group(
    material: Material, one: Tally, group: CriteriaGroup, name: str, terms: tuple[Term, ...]
) -> Working:
    mark = one.groups[group.id]
    about = (one.option.id, group.id)
    if mark.not_applicable:
        return Working(Step.GROUP, about, name, note="no total: a line in it does not apply to this option")
    figure, to = _ends(material.table, mark)
    return Working(Step.GROUP, about, name, terms, figure, to)


def _total(material: Material, one: Tally, name: str) -> Working:
    about, words = (one.option.id,), f"{name}, total"
    if one.total.not_applicable:
        note = "none: a line does not apply to this option, so its total cannot be compared"
        return Working(Step.TOTAL, about, words, note=note)
    if not one.ranked:
        note = f"none: it is {STAGES[one.option.stage]}, and only short-listed options are ranked"
        return Working(Step.TOTAL, about, words, note=note)
    terms = tuple(
        Term((one.option.id, group), *_ends(material.table, mark)) for group, mark in one.groups.items()
    )
    figure, to = _ends(material.table, one.total)
    return Working(Step.TOTAL, about, words, terms, figure, to, note=_missing_note(one))


def _missing_note(one: Tally) -> str:
    """What the total still waits for."""
    count = sum(mark.missing for mark in one.marks)
    notes = []
    if count:
        scores = "1 score is missing" if count == 1 else f"{count} scores are missing"
        notes.append(f"{scores}: at worst in the lowest total, at best in the highest")
    if any(mark.value_to is not None for mark in one.marks):
        notes.append("a value is open as long as the figures that it is held against are")
    if one.open_gate:
        notes.append("a gate is not decided yet: the total stands if it is passed")
    return "; ".join(notes)


def _place(material: Material, one: Tally, name: str) -> Working:
    best, worst = material.places[one.option.id]
    place = ordinal(best) if best == worst else f"{ordinal(best)} to {ordinal(worst)}"
    words = f"{name}, place {place}"
    above = f"{_options(best - 1)} above it"
    if worst > best:
        note = f"{_options(best - 1)} surely above it, {worst - best} more may be"
    elif one.total.settled:
        same = sum(where == (best, best) for where in material.places.values()) - 1
        note = f"{above}, {_options(same)} level with it" if same else above
    else:
        what = "missing scores" if one.total.missing else "open values"
        note = f"{above}, whatever the {what} turn out to be"
    if one.open_gate:
        note += ", if it passes its gate"
    return Working(Step.RANK, (one.option.id,), words, note=note)


def _margin(material: Material) -> Iterator[Working]:
    """First less second, where both are settled."""
    if material.margin is None:
        return
    settled = [one for one in material.tallies if one.ranked and one.complete]
    first, second = sorted(settled, key=lambda one: material.places[one.option.id])[:2]
    terms = tuple(Term((one.option.id,), *_ends(material.table, one.total)) for one in (first, second))
    note = f"{option_name(first.option)} less {option_name(second.option)}"
    yield Working(Step.MARGIN, (), "Margin, first place less second", terms, material.margin, note=note)


def _ends(table: Matrix, mark: Mark) -> tuple[Fraction | None, Fraction | None]:
    """Lowest and highest as figures; the highest only where it differs."""
    if mark.low is None or mark.high is None:
        return None, None
    return table.figure(mark.low), table.figure(mark.high) if mark.high != mark.low else None


def _options(count: int) -> str:
    return "1 option" if count == 1 else f"{count or 'no'} options"

"""Raw figures and marks beside what they count as, line by line, with what the rule of the line means."""

from dataclasses import dataclass

from appraisal.core.evaluation import Evaluation, Step
from appraisal.core.evaluation.valuing import RELATIVE_TO
from appraisal.core.sentences import Names, option_heading
from appraisal.core.sentences.marks import mark_in
from appraisal.core.sentences.totals import second_name
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import OptionStage, Rule, Snapshot


@dataclass(frozen=True)
class LineValues:
    """One line: what its rule means, and the formula with the figures that it rests on."""

    number: str
    label: str
    meaning: str
    formula: str


@dataclass(frozen=True)
class OptionValues:
    """One option: (what was entered, what it counts as) on each of the lines."""

    heading: str
    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Values:
    """The lines whose scores are not plain scores on a scale, and every short-listed option on them."""

    lines: tuple[LineValues, ...]
    options: tuple[OptionValues, ...]


def values(snapshot: Snapshot, evaluation: Evaluation) -> Values | None:
    """None where every score stands on a scale."""
    lines = [line for line in snapshot.lines if line.sub_criterion.value.rule != Rule.SCALE]
    if not lines:
        return None
    names = Names(snapshot)
    formulas = {
        step.about[0]: step.note.removesuffix(f"; {RELATIVE_TO}")
        for step in evaluation.workings
        if step.step is Step.VALUE and len(step.about) == 1
    }
    return Values(
        lines=tuple(
            LineValues(
                number=line.number,
                label=names.line(line.sub_criterion.id),
                meaning=rule_means(line.sub_criterion.value, line.sub_criterion.unit),
                formula=formulas.get(line.sub_criterion.id, ""),
            )
            for line in lines
        ),
        options=tuple(
            OptionValues(
                heading=option_heading(option),
                name=second_name(option),
                cells=tuple(
                    (mark.text, mark.value)
                    for line in lines
                    for mark in [mark_in(snapshot, evaluation, option.id, line.sub_criterion.id)]
                ),
            )
            for option in snapshot.options
            if option.stage is OptionStage.SHORT_LIST
        ),
    )

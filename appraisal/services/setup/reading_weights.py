"""A weight set as it was typed: percent, points, fractions, swings."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import exact, number_text
from appraisal.core.sentences import quoted
from appraisal.core.snapshot import Snapshot, WeightSet, number_from
from appraisal.core.snapshot.rules import COUNTED
from appraisal.core.snapshot.writing.parts import of_group
from appraisal.services.setup.inputs import WeightsInput
from appraisal.services.setup.reading import Reading, figure_from

_FRACTION = re.compile(r"([0-9]{1,12})\s*/\s*([0-9]{1,12})", re.ASCII)
MISSING = "Enter a weight. 0 counts for nothing."
TOP = 100


def read_weights(
    typed: WeightsInput,
    now: Snapshot,
    others: Sequence[WeightSet],
    own_name: str = "",
    *,
    swing: bool = False,
) -> WeightSet:
    """The weight set that was typed, without an id of its own; Invalid with the paths of WeightsInput.

    Every line that counts needs a weight, and in two levels every group of one; others are passed over.
    """
    reading = Reading()
    lines = {line.sub_criterion.id: line.group.id for line in now.lines if line.sub_criterion.kind in COUNTED}
    local = _level(reading, "sub_criteria", typed.sub_criteria, list(lines))
    groups = None
    if typed.groups is not None:
        groups = _level(reading, "groups", typed.groups, list(dict.fromkeys(lines.values())))
        _check_groups(reading, now, local, lines)
    if swing:
        _check_swing(reading, typed, local)
    name = reading.filled("name", typed.name, "Enter the name of the weight set.")
    # A set whose figures are wrong already is read for its name alone.
    broken = any(problem.path != "name" for problem in reading.problems)
    found = reading.part(
        {
            "groups": [] if broken else [of_group(group) for group in now.groups],
            "scale": None,
            "method": {"combine": "weighted-value", "weight_set": "weights"},
            "weight_sets": [
                {
                    "id": "weights",
                    "name": name,
                    "groups": None if broken else groups,
                    "sub_criteria": {} if broken else local,
                }
            ],
        },
        [("weight_sets[0].", "")],
    )
    if found:
        reading.refuse_name(found.weight_sets[0].name, own_name, [each.name for each in others], "weight set")
    return reading.finish(found).weight_sets[0]


def weight_from(text: str) -> Decimal:
    """The weight that was typed: 40, 40%, 0.25 or 1/4; ValueError with a sentence for anything else."""
    bare = text.strip().removesuffix("%").rstrip()
    fraction = _FRACTION.fullmatch(bare)
    weight = _divided(fraction[1], fraction[2]) if fraction else figure_from(bare, MISSING)
    if weight < 0:
        raise ValueError("A weight cannot be below 0. Enter 0 or more.")
    return weight


def _divided(top: str, bottom: str) -> Decimal:
    """A fraction as an exact number; ValueError where it has none."""
    if int(bottom) == 0:
        raise ValueError(f"{top}/{bottom} divides by 0. Enter another weight.")
    share = Fraction(int(top), int(bottom))
    text = exact(share)
    if Fraction(text) != share:
        raise ValueError(
            f"{top}/{bottom} has no exact decimal form. Multiply every weight by {share.denominator}, so "
            f"that this one is {share.numerator}: the shares stay the same."
        )
    return number_from(text)


def _level(reading: Reading, head: str, typed: Mapping[str, str], wanted: Sequence[str]) -> dict[str, str]:
    """The weights of one level as the file has them, with a problem for each that is wrong."""
    found = {}
    for each in wanted:
        try:
            found[each] = number_text(weight_from(typed.get(each, "")))
        except ValueError as refusal:
            reading.wrong(f"{head}.{each}", str(refusal))
    return found


def _check_groups(
    reading: Reading, now: Snapshot, local: Mapping[str, str], lines: Mapping[str, str]
) -> None:
    """In two levels something counts within each group."""
    for group in now.groups:
        own = [Decimal(weight) for line, weight in local.items() if lines[line] == group.id]
        if own and not any(own):
            text = f"All weights in {quoted(group.name)} are 0, which gives no shares. Give one above 0."
            reading.wrong("sub_criteria", text)


def _check_swing(reading: Reading, typed: WeightsInput, weights: Mapping[str, str]) -> None:
    """The swing that is wanted most counts 100, and no other counts more."""
    if typed.groups is not None:
        reading.wrong("groups", "Swings are compared line by line: take the weights of the groups out.")
    for line, weight in weights.items():
        if Decimal(weight) > TOP:
            reading.wrong(
                f"sub_criteria.{line}", "The swing that is wanted most counts 100: none counts more."
            )
    if weights and not reading.problems and all(Decimal(weight) < TOP for weight in weights.values()):
        reading.wrong("sub_criteria", "Give 100 to the line whose swing is wanted most.")

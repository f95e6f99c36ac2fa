"""evaluate() with all its workings against scikit-criteria's bare weighted sum on the same matrix."""

import random
import warnings

import skcriteria
from skcriteria.agg.simple import WeightedSumModel

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import Snapshot, from_dict
from tests.benchmarks.measuring import Figure, ratio, say
from tests.benchmarks.sizes import SIZES, appraisal_data


def main() -> None:
    """Somerset's size and 20 options by 40 sub-criteria."""
    warnings.simplefilter("ignore")
    for (options, lines), most in ((SIZES["S"], 5), (SIZES["M"], 25)):
        snapshot = from_dict(appraisal_data(options, lines, random.Random(1)))
        matrix, model = _matrix(snapshot), WeightedSumModel()
        measured, one = ratio(
            lambda snapshot=snapshot: evaluate(_fresh(snapshot)),
            lambda matrix=matrix, model=model: model.evaluate(matrix),
            rounds=15,
            times=20,
        )
        say(
            Figure(
                f"evaluate() of {options} x {lines} against scikit-criteria's weighted sum",
                measured,
                f"at most {most}",
                f"every figure and working, exact, {1000 * one:.2f} ms; median of 15 rounds by turns",
            )
        )


def _fresh(snapshot: Snapshot) -> Snapshot:
    """The same appraisal without anything kept from the last call."""
    return Snapshot(**{name: getattr(snapshot, name) for name in Snapshot.__dataclass_fields__})


def _matrix(snapshot: Snapshot) -> object:
    scores = [
        [float(snapshot.cell_at[option.id, line.sub_criterion.id].score or 0) for line in snapshot.lines]
        for option in snapshot.options
    ]
    return skcriteria.mkdm(scores, [max] * len(snapshot.lines))


if __name__ == "__main__":
    main()

"""All the exact parts at once, from the values of the ranked options and the shares of the lines."""

from appraisal.core.sensitivity.beside import leave_one_out, weight_sets
from appraisal.core.sensitivity.fewest import fewest_steps
from appraisal.core.sensitivity.field import Field, Values
from appraisal.core.sensitivity.joint import joint_switching
from appraisal.core.sensitivity.prospects import dominance, prospects
from appraisal.core.sensitivity.results import Sensitivity
from appraisal.core.sensitivity.scores import one_step, switching_scores
from appraisal.core.sensitivity.weights import switching_weights
from appraisal.core.snapshot import Snapshot


def exact_parts(snapshot: Snapshot, field: Field, values: Values) -> Sensitivity:
    """What would change the ranking of at least two options, every value known.

    ``values`` are those that ``field`` was made of.
    """
    return Sensitivity(
        options=field.lines.options,
        first=field.lines.names(field.lines.leaders),
        prospects=prospects(field.lines),
        group_prospects=prospects(field.groups),
        switching_weights=switching_weights(field),
        joint_switching=joint_switching(field.lines),
        switching_scores=switching_scores(field),
        fewest_steps=fewest_steps(field),
        one_step=one_step(field),
        leave_one_out=leave_one_out(field),
        dominance=(*dominance(field.lines), *dominance(field.groups)),
        weight_sets=weight_sets(snapshot, values),
        without_steps=field.without_steps,
        no_proportions=field.no_proportions,
    )

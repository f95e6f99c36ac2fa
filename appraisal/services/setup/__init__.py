"""Setting an appraisal up: from its start to ready to score.

Each service is keyword-only, one transaction: lock, policy, check, write, audit. It gives a ``Saved``, and
raises Refused (no right, or not now), Invalid (every problem at once, each with the path of its field),
Missing (the thing is not there, or not any more) or Stale (somebody saved it since; ``current`` is a
``Now``). Whichever it is, nothing was stored. The same content as stands counts as saved, and so does a
removal or a move that was made already.

An edit names the version of the one thing that it changes, so that edits of different things, and scoring,
never stand in each other's way. What was removed keeps its row and its cells, and may come back.
"""

from appraisal.services.setup.about import save_about, save_part
from appraisal.services.setup.bodies import SavedBody, add_body, move_body, remove_body, save_body
from appraisal.services.setup.factors import (
    add_success_factor,
    move_success_factor,
    remove_success_factor,
    restore_success_factor,
    save_success_factor,
)
from appraisal.services.setup.frame import Now, Saved
from appraisal.services.setup.groups import add_group, move_group, remove_group, restore_group, save_group
from appraisal.services.setup.inputs import (
    AboutInput,
    BodyInput,
    FactorInput,
    GroupInput,
    MethodInput,
    OptionInput,
    ScaleInput,
    StageInput,
    SubCriterionInput,
    ValueInput,
    VerdictInput,
    WeightsInput,
    about_input,
    body_input,
    factor_input,
    group_input,
    method_input,
    option_input,
    scale_input,
    stage_input,
    sub_criterion_input,
    value_input,
    verdict_inputs,
    weights_input,
)
from appraisal.services.setup.lines import (
    add_sub_criterion,
    move_sub_criterion,
    remove_sub_criterion,
    restore_sub_criterion,
    save_sub_criterion,
)
from appraisal.services.setup.long_list import save_filter, save_swot
from appraisal.services.setup.options import (
    add_option,
    move_option,
    remove_option,
    restore_option,
    save_option,
    set_option_stage,
)
from appraisal.services.setup.scale import set_scale
from appraisal.services.setup.start import Created, copy_appraisal, create_appraisal
from appraisal.services.setup.templates import (
    Template,
    built_in_templates,
    read_template,
    remove_own_template,
    save_own_template,
)
from appraisal.services.setup.weights import (
    add_weight_set,
    choose_method,
    equal_weights,
    move_weight_set,
    remove_weight_set,
    save_weight_set,
    seal_weights,
)

__all__ = [
    "AboutInput",
    "BodyInput",
    "Created",
    "FactorInput",
    "GroupInput",
    "MethodInput",
    "Now",
    "OptionInput",
    "Saved",
    "SavedBody",
    "ScaleInput",
    "StageInput",
    "SubCriterionInput",
    "Template",
    "ValueInput",
    "VerdictInput",
    "WeightsInput",
    "about_input",
    "add_body",
    "add_group",
    "add_option",
    "add_sub_criterion",
    "add_success_factor",
    "add_weight_set",
    "body_input",
    "built_in_templates",
    "choose_method",
    "copy_appraisal",
    "create_appraisal",
    "equal_weights",
    "factor_input",
    "group_input",
    "method_input",
    "move_body",
    "move_group",
    "move_option",
    "move_sub_criterion",
    "move_success_factor",
    "move_weight_set",
    "option_input",
    "read_template",
    "remove_body",
    "remove_group",
    "remove_option",
    "remove_own_template",
    "remove_sub_criterion",
    "remove_success_factor",
    "remove_weight_set",
    "restore_group",
    "restore_option",
    "restore_sub_criterion",
    "restore_success_factor",
    "save_about",
    "save_body",
    "save_filter",
    "save_group",
    "save_option",
    "save_own_template",
    "save_part",
    "save_sub_criterion",
    "save_success_factor",
    "save_swot",
    "save_weight_set",
    "scale_input",
    "seal_weights",
    "set_option_stage",
    "set_scale",
    "stage_input",
    "sub_criterion_input",
    "value_input",
    "verdict_inputs",
    "weights_input",
]

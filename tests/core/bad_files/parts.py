"""Broken in the weights and in the figures that a source printed."""

from tests.core.bad_files.good import LEFT_OUT, Broken

FLAT = "weight_sets[0].sub_criteria"
TREE = "weight_sets[1]"


def unknown(what, name):
    return f"There is no {what} “{name}” in this file. Name one that is there."


TABLE = (
    Broken(
        "a negative weight",
        {f"{FLAT}.read": "-1"},
        {f"{FLAT}.read": "A weight cannot be below 0. Give 0 or more."},
    ),
    Broken(
        "weights that are all 0",
        {FLAT: {"read": "0", "reach": "0.0"}},
        {FLAT: "All weights are 0, which gives no shares. Give at least one above 0."},
        schema_sees=False,
    ),
    Broken(
        "a scored sub-criterion without a weight",
        {f"{FLAT}.reach": LEFT_OUT},
        {FLAT: "The scored sub-criterion “reach” has no weight here. Give it one."},
        schema_sees=False,
    ),
    Broken(
        "a weight of a sub-criterion that does not exist",
        {f"{FLAT}.ghost": "1"},
        {f"{FLAT}.ghost": unknown("sub-criterion", "ghost")},
        schema_sees=False,
    ),
    Broken(
        "a weight of a line that is not scored",
        {f"{FLAT}.story": "1"},
        {f"{FLAT}.story": "The sub-criterion “story” is not scored, so it has no weight. Take it out."},
        schema_sees=False,
    ),
    Broken(
        "weights that are no numbers",
        {FLAT: {"read": 3, "reach": "much"}},
        {
            f"{FLAT}.reach": "“much”: This is not a number in plain figures, such as 3 or 2.5.",
            f"{FLAT}.read": 'Put this number in quotation marks, such as "3", so that it stays exact.',
        },
    ),
    Broken(
        "a weight that is not a number of any size",
        {f"{FLAT}.read": float("nan"), f"{FLAT}.reach": float("-inf")},
        {
            f"{FLAT}.reach": '-Infinity is not a finite number. Give one in quotation marks, such as "3".',
            f"{FLAT}.read": 'NaN is not a finite number. Give one in quotation marks, such as "3".',
        },
    ),
    Broken(
        "a group without a weight where groups have them, and one that needs none",
        {f"{TREE}.groups": {"must": "40"}},
        {
            f"{TREE}.groups": "The scored criteria group “use” has no weight here. Give it one.",
            f"{TREE}.groups.must": "The criteria group “must” is not scored, so it has no weight. Take "
            "it out.",
        },
        schema_sees=False,
    ),
    Broken(
        "local weights that are all 0",
        {f"{TREE}.sub_criteria": {"read": "0", "reach": "0"}},
        {
            f"{TREE}.sub_criteria": "All weights in the criteria group “use” are 0, which gives no shares. "
            "Give at least one above 0."
        },
        schema_sees=False,
    ),
    Broken(
        "group weights that are all 0",
        {f"{TREE}.groups.use": "0"},
        {f"{TREE}.groups": "All weights are 0, which gives no shares. Give at least one above 0."},
        schema_sees=False,
    ),
    Broken(
        "two weight sets of one id, one without a name",
        {f"{TREE}.id": "flat", f"{TREE}.name": LEFT_OUT},
        {
            f"{TREE}.id": "The id “flat” stands already at weight_sets[0].id. Each may stand once.",
            f"{TREE}.name": "This field is missing. Put it in.",
        },
    ),
    Broken(
        "printed figures of what is not there",
        {"printed": {"aggregates": {"ghost": "4"}, "group_totals": {"stay": {"mist": "1"}, "wraith": {}}}},
        {
            "printed.aggregates.ghost": unknown("option", "ghost"),
            "printed.group_totals.stay.mist": unknown("criteria group", "mist"),
            "printed.group_totals.wraith": unknown("option", "wraith"),
        },
        schema_sees=False,
    ),
    Broken(
        "printed figures that are no objects",
        {"printed": {"aggregates": ["4"], "group_totals": {"stay": "4"}}},
        {
            "printed.aggregates": "This must be an object, with its fields in braces, not a list.",
            "printed.group_totals.stay": "This must be an object, with its fields in braces, not “4”.",
        },
    ),
)

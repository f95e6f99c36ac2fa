"""Broken in what is judged by: scale, method, groups and sub-criteria."""

from tests.core.bad_files.good import LEFT_OUT, Broken

MISSING = "This field is missing. Put it in."
QUOTE = 'Put this number in quotation marks, such as "3", so that it stays exact.'
PLAIN = "This is not a number in plain figures, such as 3 or 2.5."
NO_SET = "There is no weight set “other” in this file. Name one that is there."
SUB = "groups[0].sub_criteria"
NEEDED = "needs a weight set. Name one that is in the file."


def needs_a_set(combine):
    return f"Combining by {combine} {NEEDED}"


TABLE = (
    Broken(
        "a scale with numbers out of quotation marks",
        {"scale.lo": 1, "scale.hi": 5.0},
        {"scale.lo": QUOTE, "scale.hi": QUOTE},
    ),
    Broken(
        "a scale without its lowest score",
        {"scale.lo": LEFT_OUT},
        {"scale.lo": "This field is missing. Put it in."},
    ),
    Broken(
        "a scale upside down",
        {"scale.lo": "5", "scale.hi": "1"},
        {"scale.lo": "The lowest score, 5, must be below the highest, 1."},
        schema_sees=False,
    ),
    Broken(
        "a scale of one point",
        {"scale.lo": "5"},
        {"scale.lo": "The lowest score, 5, must be below the highest, 5."},
        schema_sees=False,
    ),
    Broken("a step of nought", {"scale.step": "0"}, {"scale.step": "A step must be above 0."}),
    Broken(
        "a step that does not divide the scale",
        {"scale.step": "3"},
        {"scale.step": "Steps of 3 from 1 do not meet 5. Give a step that divides the scale."},
        schema_sees=False,
    ),
    Broken(
        "a neutral point off the scale",
        {"scale.neutral": "0"},
        {"scale.neutral": "0 is off the scale, which runs from 1 to 5. Put it on the scale."},
        schema_sees=False,
    ),
    Broken(
        "points off the scale, off the step and twice",
        {"scale.points": [{"value": "6"}, {"value": "1.5"}, {"value": "2"}, {"value": "2.0"}]},
        {
            "scale.points[0].value": "6 is off the scale, which runs from 1 to 5. Give a score on the scale.",
            "scale.points[1].value": "1.5 is between two steps of the scale, which runs from 1 to 5 in "
            "steps of 1. "
            "Give a score on a step.",
            "scale.points[3].value": "The point 2 stands here twice. Keep one of them.",
        },
        schema_sees=False,
    ),
    Broken(
        "a scale of a sub-criterion that is text",
        {f"{SUB}[1].scale": "0 to 1"},
        {f"{SUB}[1].scale": "This must be an object, with its fields in braces, not “0 to 1”."},
    ),
    Broken(
        "a way to combine that does not exist",
        {"method.combine": "product"},
        {
            "method.combine": "“product” is not known here. Give one of: sum, weighted-sum, weighted-mean, "
            "weighted-value."
        },
    ),
    Broken(
        "a sum with a weight set",
        {"method.weight_set": "flat"},
        {"method.weight_set": "A sum has no weights. Make this null, or combine in another way."},
    ),
    Broken(
        "a weighted sum without weights",
        {"method.combine": "weighted-sum"},
        {"method.weight_set": needs_a_set("weighted-sum")},
    ),
    Broken(
        "a weighted mean without weights",
        {"method.combine": "weighted-mean"},
        {"method.weight_set": needs_a_set("weighted-mean")},
    ),
    Broken(
        "weighted values without weights",
        {"method": {"combine": "weighted-value"}},
        {"method.weight_set": needs_a_set("weighted-value")},
    ),
    Broken(
        "a weight set that does not exist",
        {"method.combine": "weighted-sum", "method.weight_set": "other"},
        {"method.weight_set": NO_SET},
        schema_sees=False,
    ),
    Broken(
        "a result that is not built yet",
        {"method.result": "median"},
        {"method.result": "“median” is not supported yet. Give one of: agreed."},
        schema_sees=False,
    ),
    Broken(
        "a result that does not exist",
        {"method.result": "loudest"},
        {"method.result": "“loudest” is not known here. Give one of: agreed."},
    ),
    Broken(
        "a group and a sub-criterion without names",
        {"groups[1]": {"id": "must", "sub_criteria": [{"id": "law", "kind": "gate"}]}},
        {"groups[1].name": MISSING, "groups[1].sub_criteria[0].name": MISSING},
    ),
    Broken(
        "two groups of one id",
        {"groups[1].id": "use"},
        {"groups[1].id": "The id “use” stands already at groups[0].id. Each may stand once."},
        schema_sees=False,
    ),
    Broken(
        "one sub-criterion in two groups",
        {"groups[1].sub_criteria[1]": {"id": "read", "name": "Reading again"}},
        {
            "groups[1].sub_criteria[1].id": f"The id “read” stands already at {SUB}[0].id. Each may "
            f"stand once."
        },
        schema_sees=False,
    ),
    Broken(
        "a kind that does not exist",
        {f"{SUB}[0].kind": "feeling"},
        {f"{SUB}[0].kind": "“feeling” is not known here. Give one of: score, words, measure, gate."},
    ),
    Broken(
        "a value rule that does not exist, and one with a field too many",
        {f"{SUB}[0].value": {"rule": "curve"}, f"{SUB}[1].value": {"rule": "scale", "best": "1"}},
        {
            f"{SUB}[0].value.rule": "“curve” is not known here. Give one of: scale, range, "
            "options-range, ratio, points.",
            f"{SUB}[1].value.best": "The rule scale takes no further field. Take it out.",
        },
    ),
    Broken(
        "more than 200 sub-criteria",
        {
            "groups[2]": {
                "id": "many",
                "name": "Many",
                "sub_criteria": [{"id": f"m{n}", "name": "M", "kind": "words"} for n in range(198)],
            }
        },
        {"groups": "There are 202 sub-criteria in all; the most is 200. Take some out."},
        schema_sees=False,
    ),
    Broken(
        "groups that are an object",
        {
            "groups": {"use": {}},
            "weight_sets": [],
            "cells": [],
            "notes": [],
            "printed": None,
            "recommendation": None,
        },
        {"groups": "This must be a list, in square brackets, not an object."},
    ),
    Broken(
        "numbers that are not exact, too long or no numbers",
        {
            "scale.points": [
                {"value": text} for text in ("1e0", "0.1234567", "1234567890123", "1.", "٣", " 3")
            ]
        },
        {
            "scale.points[0].value": f"“1e0”: {PLAIN}",
            "scale.points[1].value": "“0.1234567”: This number has 7 decimals; the most is 6. It is not "
            "rounded for you.",
            "scale.points[2].value": "“1234567890123”: This number has 13 digits; the most is 12. It is "
            "not rounded for you.",
            "scale.points[3].value": f"“1.”: {PLAIN}",
            "scale.points[4].value": f"“٣”: {PLAIN}",
            "scale.points[5].value": f"“ 3”: {PLAIN}",
        },
    ),
)

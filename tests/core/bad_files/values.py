"""Broken in value rules, measures and marks."""

from tests.core.bad_files.good import LEFT_OUT, Broken

SUB = "groups[0].sub_criteria"
QUOTE = 'Put this number in quotation marks, such as "3", so that it stays exact.'
MISSING = "This field is missing. Put it in."
BY_VALUE = {"method": {"combine": "weighted-value", "weight_set": "flat"}}
RANGE = {"rule": "range", "worst": "900", "best": "200"}
MARKS = {"rule": "points", "points": {"low": "1", "high": "3"}, "lo": "0", "hi": "3"}
RULES = "Give one of: range, options-range, ratio, points."


def measure(value, score="400"):
    """The changes that make the second line a measure."""
    line = {"id": "reach", "name": "Reach", "kind": "measure", "unit": "£k", "value": value}
    return {**BY_VALUE, f"{SUB}[1]": line, "cells[1].score": score}


def marked(score="low", **value):
    """The changes that make the first line one of marks."""
    line = {"id": "read", "name": "Reading", "value": {**MARKS, **value}}
    return {f"{SUB}[0]": line, "cells[0].score": score}


TABLE = (
    Broken(
        "a measure in a plain total",
        {**measure(RANGE), "method": {"combine": "sum"}},
        {
            f"{SUB}[1].kind": "A measure is a raw figure, which only values can be added up from, and scores "
            "are combined by sum here. Combine by weighted-value, or choose another kind."
        },
        schema_sees=False,
    ),
    Broken(
        "a measure in a weighted mean",
        {**measure(RANGE), "method": {"combine": "weighted-mean", "weight_set": "flat"}},
        {
            f"{SUB}[1].kind": "A measure is a raw figure, which only values can be added up from, and scores "
            "are combined by weighted-mean here. Combine by weighted-value, or choose another kind."
        },
        schema_sees=False,
    ),
    Broken(
        "a measure without a rule",
        {**measure(RANGE), f"{SUB}[1].value": LEFT_OUT},
        {f"{SUB}[1].value": f"A measure needs a rule for its raw figures. {RULES}"},
    ),
    Broken(
        "a measure by the rule scale, and its cell is not blamed",
        measure({"rule": "scale"}),
        {f"{SUB}[1].value.rule": f"A measure needs a rule for its raw figures. {RULES}"},
    ),
    Broken(
        "a measure on a scale",
        {**measure(RANGE), f"{SUB}[1].scale": {"lo": "0", "hi": "9"}},
        {f"{SUB}[1].scale": "A measure has no scale: the value rule stands in its place. Make this null."},
    ),
    Broken(
        "a score by a rule for raw figures",
        {f"{SUB}[0].value": {"rule": "ratio", "better": "lower"}},
        {
            f"{SUB}[0].value.rule": "The rule ratio is for raw figures. Make the kind measure, or the rule "
            "scale or points."
        },
    ),
    Broken(
        "words and a gate with a rule",
        {f"{SUB}[2].value": MARKS, "groups[1].sub_criteria[0].value": RANGE},
        {
            f"{SUB}[2].value.rule": "A line of kind words has no value, so it takes no rule. Take it out.",
            "groups[1].sub_criteria[0].value.rule": "A line of kind gate has no value, so it takes no rule. "
            "Take it out.",
        },
    ),
    Broken(
        "a unit of a score",
        {f"{SUB}[0].unit": "£k"},
        {f"{SUB}[0].unit": "Only a measure has a unit. Take it out, or make the kind measure."},
    ),
    Broken(
        "a kind that does not exist, and no rule is blamed",
        measure(RANGE) | {f"{SUB}[1].kind": "mesure", "method": {"combine": "sum"}},
        {f"{SUB}[1].kind": "“mesure” is not known here. Give one of: score, words, measure, gate."},
    ),
    Broken(
        "a range without its ends, and its cell is not blamed",
        measure({"rule": "range"}),
        {f"{SUB}[1].value.worst": MISSING, f"{SUB}[1].value.best": MISSING},
    ),
    Broken(
        "a range without any width",
        measure({"rule": "range", "worst": "9.50", "best": "9.5"}),
        {
            f"{SUB}[1].value.best": "The worst and the best figure are both 9.5. Give two different figures: "
            "worst above best where lower is better."
        },
        schema_sees=False,
    ),
    Broken(
        "a range out of quotation marks, and one that is no number",
        measure({"rule": "range", "worst": 900, "best": "cheap"}),
        {
            f"{SUB}[1].value.worst": QUOTE,
            f"{SUB}[1].value.best": "“cheap”: This is not a number in plain figures, such as 3 or 2.5.",
        },
    ),
    Broken(
        "fields of another rule",
        measure({**RANGE, "better": "lower", "points": {}}),
        {
            f"{SUB}[1].value.{name}": "The rule range takes only worst, best. Take it out."
            for name in ("better", "points")
        },
    ),
    Broken(
        "a relative measure without its better way",
        measure({"rule": "options-range"}),
        {f"{SUB}[1].value.better": MISSING},
    ),
    Broken(
        "a relative measure with a way that does not exist",
        measure({"rule": "ratio", "better": "cheaper"}),
        {f"{SUB}[1].value.better": "“cheaper” is not known here. Give one of: higher, lower."},
    ),
    Broken(
        "a figure beyond its range",
        measure(RANGE, "900.01"),
        {
            "cells[1].score": "900.01 is beyond the range of this line, 900 (worst) to 200 (best). "
            "Correct the figure, or widen the range."
        },
        schema_sees=False,
    ),
    Broken(
        "a ratio of nought",
        measure({"rule": "ratio", "better": "lower"}, "0"),
        {"cells[1].score": "0 is not above 0, and a ratio needs figures above 0. Correct it."},
        schema_sees=False,
    ),
    Broken(
        "a ratio below nought",
        measure({"rule": "ratio", "better": "higher"}, "-2"),
        {"cells[1].score": "-2 is not above 0, and a ratio needs figures above 0. Correct it."},
        schema_sees=False,
    ),
    Broken(
        "a raw figure in words",
        measure({"rule": "options-range", "better": "lower"}, "about 400"),
        {"cells[1].score": "“about 400”: This is not a number in plain figures, such as 3 or 2.5."},
        schema_sees=False,
    ),
    Broken(
        "a mark that the line does not have",
        marked("Low"),
        {"cells[0].score": "“Low” is not one of the marks here. Give one of: low, high."},
        schema_sees=False,
    ),
    Broken(
        "a number where a mark is asked",
        marked("3"),
        {"cells[0].score": "“3” is not one of the marks here. Give one of: low, high."},
        schema_sees=False,
    ),
    Broken(
        "an empty mark, and a mark that is a number",
        {
            **marked(""),
            "cells[4]": {"option": "move", "sub_criterion": "read", "state": "scored", "score": 3},
        },
        {
            "cells[0].score": "This is empty. Write it, or take it out.",
            "cells[4].score": "This must be text in quotation marks, not the number 3.",
        },
    ),
    Broken(
        "a mark without a state",
        {**marked(), "cells[0].state": "unscored"},
        {"cells[0].score": "A cell that is unscored has no score. Make this null, or the state scored."},
    ),
    Broken(
        "scored without a mark",
        {**marked(), "cells[0].score": LEFT_OUT},
        {
            "cells[0].score": "This cell is scored and has no score. Give the score, or make the state "
            "unscored."
        },
    ),
    Broken(
        "marks on a scale",
        {**marked(), f"{SUB}[0].scale": {"lo": "0", "hi": "9"}},
        {f"{SUB}[0].scale": "Marks have no scale: the value rule stands in its place. Make this null."},
    ),
    Broken(
        "no marks, and their cells are not blamed",
        marked(points={}),
        {f"{SUB}[0].value.points": "There are no marks. Give at least one, with its number."},
    ),
    Broken(
        "marks that are a list",
        marked(points=["low", "high"]),
        {f"{SUB}[0].value.points": "This must be an object, with its fields in braces, not a list."},
    ),
    Broken(
        "a mark off the numbers, and the cells are not blamed",
        marked("nothing", points={"low": "-1", "high": "3"}),
        {
            f"{SUB}[0].value.points.low": "-1 is off the numbers that marks may have, 0 to 3. Correct it, or "
            "the ends."
        },
        schema_sees=False,
    ),
    Broken(
        "marks whose numbers run backwards",
        marked(lo="3", hi="0"),
        {f"{SUB}[0].value.lo": "The lowest number, 3, must be below the highest, 0."},
        schema_sees=False,
    ),
    Broken(
        "one mark twice, and one without a name",
        marked(points={"low": "1", " low": "2", "": "3"}),
        {
            f"{SUB}[0].value.points. low": "“low” stands here twice. Keep one of them.",
            f"{SUB}[0].value.points.": "This is empty. Write it, or take it out.",
        },
    ),
    Broken(
        "more marks than anybody can tell apart",
        marked("m1", points={f"m{n}": "1" for n in range(101)}),
        {f"{SUB}[0].value.points": "There are 101 marks; the most is 100. Take some out."},
    ),
    Broken(
        "a measure without a weight",
        {**measure(RANGE), "weight_sets[0].sub_criteria": {"read": "3"}},
        {
            "weight_sets[0].sub_criteria": "The scored sub-criterion “reach” has no weight here. "
            "Give it one.",
        },
        schema_sees=False,
    ),
    Broken(
        "words for a measure",
        {**measure(RANGE), "cells[1]": {"option": "stay", "sub_criterion": "reach", "state": "words"}},
        {
            "cells[1].state": "A cell of a sub-criterion of kind measure cannot be words. It may be: scored, "
            "unscored, to-be-confirmed, not-applicable."
        },
        schema_sees=False,
    ),
)

"""Broken in the cells."""

from tests.core.bad_files.good import LEFT_OUT, Broken

SCORE = "A cell of a sub-criterion of kind score cannot be"
OF_SCORE = "It may be: scored, unscored, to-be-confirmed, not-applicable."
WORDS = "A cell of a sub-criterion of kind words cannot be"
OF_WORDS = "It may be: unscored, to-be-confirmed, words."
GATE = "A cell of a sub-criterion of kind gate cannot be"
OF_GATE = "It may be: unscored, to-be-confirmed, pass, fail."
NO_SCALE = "There is no scale for this score. Give the appraisal a scale, or make the cell unscored."

TABLE = (
    Broken(
        "a score above the scale",
        {"cells[0].score": "6"},
        {"cells[0].score": "6 is off the scale, which runs from 1 to 5. Give a score on the scale."},
        schema_sees=False,
    ),
    Broken(
        "a score below the scale",
        {"cells[0].score": "-2"},
        {"cells[0].score": "-2 is off the scale, which runs from 1 to 5. Give a score on the scale."},
        schema_sees=False,
    ),
    Broken(
        "a score between two steps",
        {"cells[0].score": "2.5"},
        {
            "cells[0].score": "2.5 is between two steps of the scale, which runs from 1 to 5 in steps of 1. "
            "Give a score on a step."
        },
        schema_sees=False,
    ),
    Broken(
        "a score on the appraisal's scale but off the line's own",
        {"cells[1].score": "4"},
        {"cells[1].score": "4 is off the scale, which runs from 0 to 1. Give a score on the scale."},
        schema_sees=False,
    ),
    Broken(
        "a score out of quotation marks",
        {"cells[0].score": 2},
        {"cells[0].score": 'Put this number in quotation marks, such as "3", so that it stays exact.'},
    ),
    Broken(
        "a score that is NaN",
        {"cells[0].score": float("nan")},
        {"cells[0].score": 'NaN is not a finite number. Give one in quotation marks, such as "3".'},
    ),
    Broken(
        "a score that says NaN",
        {"cells[0].score": "NaN"},
        {"cells[0].score": "“NaN”: This is not a number in plain figures, such as 3 or 2.5."},
        schema_sees=False,
    ),
    Broken(
        "a score that is a list, and one that is true",
        {"cells[0].score": ["2"], "cells[1].score": True},
        {
            "cells[0].score": 'This must be a number in quotation marks, such as "3", not a list.',
            "cells[1].score": 'This must be a number in quotation marks, such as "3", not true.',
        },
    ),
    Broken(
        "scored without a score",
        {"cells[0].score": None},
        {
            "cells[0].score": "This cell is scored and has no score. Give the score, or make the state "
            "unscored.",
        },
    ),
    Broken(
        "a score that is not scored",
        {"cells[0].state": "to-be-confirmed"},
        {
            "cells[0].score": "A cell that is to-be-confirmed has no score. Make this null, or the "
            "state scored."
        },
    ),
    Broken(
        "no state",
        {"cells[0].state": LEFT_OUT},
        {"cells[0].state": "This field is missing. Put it in."},
    ),
    Broken(
        "a state that does not exist",
        {"cells[0].state": "done"},
        {
            "cells[0].state": "“done” is not known here. Give one of: scored, unscored, to-be-confirmed, "
            "not-applicable, words, pass, fail."
        },
    ),
    Broken(
        "words for a score",
        {"cells[0]": {"option": "stay", "sub_criterion": "read", "state": "words"}},
        {"cells[0].state": f"{SCORE} words. {OF_SCORE}"},
        schema_sees=False,
    ),
    Broken(
        "a gate's answer for a score",
        {"cells[0]": {"option": "stay", "sub_criterion": "read", "state": "pass"}},
        {"cells[0].state": f"{SCORE} pass. {OF_SCORE}"},
        schema_sees=False,
    ),
    Broken(
        "a score for words",
        {"cells[2].state": "scored", "cells[2].score": "3"},
        {"cells[2].state": f"{WORDS} scored. {OF_WORDS}"},
        schema_sees=False,
    ),
    Broken(
        "a score for a gate",
        {"cells[3].state": "scored", "cells[3].score": "3"},
        {"cells[3].state": f"{GATE} scored. {OF_GATE}"},
        schema_sees=False,
    ),
    Broken(
        "not applicable where the line states no rule",
        {"cells[0]": {"option": "stay", "sub_criterion": "read", "state": "not-applicable"}},
        {
            "cells[0].state": "This may be not applicable only where its line says when that is so. Write "
            "the rule with the line (in a file, its not_applicable_rule), or choose another state."
        },
        schema_sees=False,
    ),
    Broken(
        "an option and a sub-criterion that do not exist",
        {"cells[0].option": "ghost", "cells[1].sub_criterion": "mist"},
        {
            "cells[0].option": "There is no option “ghost” in this file. Name one that is there.",
            "cells[1].sub_criterion": "There is no sub-criterion “mist” in this file. Name one that is "
            "there.",
        },
        schema_sees=False,
    ),
    Broken(
        "one cell twice",
        {"cells[4]": {"option": "stay", "sub_criterion": "read", "state": "scored", "score": "2"}},
        {"cells[4]": "The cell of stay on read stands already at cells[0]."},
        schema_sees=False,
    ),
    Broken(
        "scores without any scale",
        {"scale": None},
        {"cells[0].score": NO_SCALE},
        schema_sees=False,
    ),
    Broken(
        "a scale that cannot be read is blamed, not its scores",
        {"scale.hi": "0", "cells[0].score": "9"},
        {"scale.lo": "The lowest score, 1, must be below the highest, 0."},
        schema_sees=False,
    ),
    Broken(
        "worked out without a note",
        {"cells[1].basis": "worked-out"},
        {"cells[1].basis": "A score that is worked out needs a note about cells/stay/reach that says how."},
        schema_sees=False,
    ),
    Broken(
        "words that were worked out",
        {"cells[2].basis": "worked-out", "notes[1]": {"about": "cells/stay/story", "text": "How."}},
        {"cells[2].basis": "Only a score can be worked out, and this cell is words. Make the basis given."},
    ),
    Broken(
        "a basis that does not exist",
        {"cells[0].basis": "guessed"},
        {"cells[0].basis": "“guessed” is not known here. Give one of: given, worked-out."},
    ),
    Broken(
        "a rationale that is too long",
        {"cells[0].rationale": "x" * 10_001},
        {"cells[0].rationale": "This has 10,001 characters; the most is 10,000. Shorten it by 1."},
    ),
    Broken(
        "an unknown field of a cell",
        {"cells[0].scroe": "2"},
        {"cells[0].scroe": "There is no field of this name. Take it out. Did you mean “score”?"},
    ),
    Broken(
        "much at once, each named",
        {
            "title": 1,
            "scale.neutral": "9",
            "options[1].baseline": True,
            "cells[0].score": "9",
            "cells[1].option": "ghost",
            "cells[3].state": "words",
        },
        {
            "title": "This must be text in quotation marks, not the number 1.",
            "scale.neutral": "9 is off the scale, which runs from 1 to 5. Put it on the scale.",
            "options[1].baseline": "The baseline is options[0] already. Only one option may be it.",
            "cells[0].score": "9 is off the scale, which runs from 1 to 5. Give a score on the scale.",
            "cells[1].option": "There is no option “ghost” in this file. Name one that is there.",
            "cells[3].state": f"{GATE} words. {OF_GATE}",
        },
    ),
)

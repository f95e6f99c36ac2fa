"""Broken in the options and the recommendation."""

from tests.core.bad_files.good import LEFT_OUT, Broken

TABLE = (
    Broken(
        "an unknown field of an option",
        {"options[1].nmae": "Move"},
        {"options[1].nmae": "There is no field of this name. Take it out. Did you mean “name”?"},
    ),
    Broken(
        "two options of one id",
        {"options[2]": {"id": "move", "name": "Move again"}},
        {"options[2].id": "The id “move” stands already at options[1].id. Each may stand once."},
        schema_sees=False,
    ),
    Broken(
        "an option without id and name",
        {"options[2]": {}},
        {
            "options[2].id": "This field is missing. Put it in.",
            "options[2].name": "This field is missing. Put it in.",
        },
    ),
    Broken(
        "an id with a slash, and one that is a number",
        {"options[2]": {"id": "a/b", "name": "C"}, "options[3]": {"id": 4, "name": "D"}},
        {
            "options[2].id": "“a/b” cannot be an id. An id is letters without accents, figures, hyphens and "
            "underscores, such as option-1.",
            "options[3].id": "This must be an id in quotation marks, not the number 4.",
        },
    ),
    Broken(
        "numbers that are no whole numbers from 0",
        {
            "options[0].number": "1",
            "options[1].number": 2.0,
            "options[2]": {"id": "c", "name": "C", "number": -1},
            "options[3]": {"id": "d", "name": "D", "number": True},
            "options[4]": {"id": "e", "name": "E", "number": 10**70},
        },
        {
            f"options[{place}].number": "This must be a whole number from 0 to 9,999, without quotation "
            "marks, "
            f"or null, not {found}."
            for place, found in enumerate(
                ("“1”", "the number 2.0", "the number -1", "true", "a very long number")
            )
        },
    ),
    Broken(
        "two short-listed options of one number",
        {"options[1].number": 1},
        {"options[1].number": "options[0] is short-listed with the number 1 already. Give each its own."},
        schema_sees=False,
    ),
    Broken(
        "two baselines",
        {"options[1].baseline": True},
        {"options[1].baseline": "The baseline is options[0] already. Only one option may be it."},
        schema_sees=False,
    ),
    Broken(
        "a stage of an option that does not exist",
        {"options[1].stage": "shortlist"},
        {"options[1].stage": "“shortlist” is not known here. Give one of: long-list, short-list, dropped."},
    ),
    Broken(
        "dropped without a reason",
        {"options[1].stage": "dropped"},
        {
            "options[1].reason": "This option is dropped without a reason. Give the reason, or choose "
            "another stage.",
        },
    ),
    Broken(
        "a proposal in one text",
        {"options[1].proposal": "All move"},
        {"options[1].proposal": "This must be a list, in square brackets, not “All move”."},
    ),
    Broken(
        "more than 200 options",
        {
            "options": [{"id": "stay", "name": "S"}, {"id": "move", "name": "M"}]
            + [{"id": f"o{n}", "name": "O"} for n in range(199)]
        },
        {"options": "There are 201 here; the most is 200. Take some out."},
    ),
    Broken(
        "a recommendation that names no option of the file",
        {"recommendation.option": "stray"},
        {"recommendation.option": "There is no option “stray” in this file. Name one that is there."},
        schema_sees=False,
    ),
    Broken(
        "reasons under a group that does not exist, twice under one, and under none",
        {"recommendation.reasons": [{"group": "use"}, {"group": "mist"}, {"group": "use"}, {"heading": "H"}]},
        {
            "recommendation.reasons[1].group": "There is no criteria group “mist” in this file. Name "
            "one that is there.",
            "recommendation.reasons[2].group": "The criteria group “use” stands already at "
            "recommendation.reasons[0].group. Each may stand once.",
            "recommendation.reasons[3].group": "This field is missing. Put it in.",
        },
    ),
    Broken(
        "a recommendation that is only a name",
        {"recommendation": "move"},
        {"recommendation": "This must be an object, with its fields in braces, not “move”."},
    ),
    Broken(
        "options left out that others name",
        {"options": LEFT_OUT},
        {
            "recommendation.option": "There is no option “move” in this file. Name one that is there.",
            "printed.aggregates.stay": "There is no option “stay” in this file. Name one that is there.",
            "printed.group_totals.stay": "There is no option “stay” in this file. Name one that is there.",
            **{
                f"cells[{place}].option": "There is no option “stay” in this file. Name one that is there."
                for place in range(4)
            },
            "notes[0].about": "“cells/stay/read” is nothing in this file. Write appraisal, groups/ID, "
            "sub-criteria/ID, options/ID or cells/OPTION/SUB-CRITERION, with ids from the file.",
        },
        schema_sees=False,
    ),
)

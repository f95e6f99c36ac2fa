"""Broken in what is said of a long list: success factors, verdicts and SWOT."""

from tests.core.bad_files.good import Broken

MISSING = "This field is missing. Put it in."
FACTORS = {"success_factors": [{"id": "fit", "name": "Strategic fit"}, {"id": "aim", "name": "Aim"}]}

TABLE = (
    Broken(
        "success factors without a name, of one id and of a kind that does not exist",
        {
            "success_factors": [
                {"id": "fit"},
                {"id": "fit", "name": "Strategic fit", "kind": "hope"},
            ]
        },
        {
            "success_factors[0].name": MISSING,
            "success_factors[1].kind": "“hope” is not known here. Give one of: critical-success-factor, "
            "objective.",
            "success_factors[1].id": "The id “fit” stands already at success_factors[0].id. Each may stand "
            "once.",
        },
    ),
    Broken(
        "verdicts on nothing, twice and without a word",
        {
            **FACTORS,
            "options[0].filter": [
                {"factor": "ghost", "verdict": "meets"},
                {"factor": "fit", "verdict": "words"},
                {"factor": "aim", "verdict": "part"},
                {"factor": "aim", "verdict": "fails"},
            ],
        },
        {
            "options[0].filter[0].factor": "There is no success factor “ghost” in this file. "
            "Name one that is there.",
            "options[0].filter[1].words": "This verdict is in words, and there are none. Write them.",
            "options[0].filter[3].factor": "The verdict on aim stands here already. Keep one of them.",
        },
    ),
    Broken(
        "a verdict that does not exist, and none at all",
        {
            **FACTORS,
            "options[0].filter": [
                {"factor": "fit", "verdict": "perhaps"},
                {"factor": "aim", "words": "Good."},
            ],
        },
        {
            "options[0].filter[0].verdict": "“perhaps” is not known here. Give one of: meets, part, fails, "
            "words.",
            "options[0].filter[1].verdict": MISSING,
        },
    ),
    Broken(
        "a SWOT with a list of a fifth kind, one that is text and an empty point",
        {"options[0].swot": {"strength": ["Known"], "threats": "Cost", "weaknesses": ["", "Slow"]}},
        {
            "options[0].swot.strength": "There is no field of this name. Take it out. "
            "Did you mean “strengths”?",
            "options[0].swot.threats": "This must be a list, in square brackets, not “Cost”.",
            "options[0].swot.weaknesses[0]": "This is empty. Write it, or take it out.",
        },
    ),
    Broken(
        "a date of decision that is no text",
        {"options[0].decided_on": 2017},
        {"options[0].decided_on": "This must be text in quotation marks, not the number 2017."},
    ),
)

"""Workbooks that tests read back after LibreOffice: made together, since only its start takes seconds."""

from appraisal.core.snapshot import from_dict
from tests.factories import cells, file, fixture

LOOKS_LIKE_A_FORMULA = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "#N/A")
COMBINED = ("sum", "weighted-sum", "weighted-mean", "weighted-value")

WEIGHTS = [
    {
        "id": "own",
        "name": "Own",
        "groups": {"people": "40", "place": "7"},
        "sub_criteria": {"reach": "3", "staff": "1", "cost": "5"},
    }
]
SCORES = {
    "stay": {"reach": 3, "staff": 3, "cost": None, "law": "words"},
    "move": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
    "share": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
}


def combined(combine):
    """Two options level and one with a score to be confirmed, under one of the forms of the method."""
    method = {"combine": combine, "weight_set": None if combine == "sum" else "own", "result": "agreed"}
    return from_dict(file(method=method, weight_sets=WEIGHTS, cells=cells(SCORES)))


def looking_like_formulas():
    """A rationale for each text that begins like a formula, and one of them for the title."""
    filled = cells({option: dict.fromkeys(("reach", "staff"), 3) for option in ("stay", "move", "share")})
    for cell, text in zip(filled, LOOKS_LIKE_A_FORMULA, strict=False):
        cell["rationale"] = text
    return from_dict(file(cells=filled, title=LOOKS_LIKE_A_FORMULA[0]))


def without_a_total():
    """One option that is not comparable, one that is ranked, one that is dropped."""
    data = file(cells=cells({**SCORES, "stay": {"reach": 5, "staff": "not-applicable", "cost": 5}}))
    data["options"][2]["stage"] = "dropped"
    data["options"][2]["reason"] = "No site."
    return from_dict(data)


def cases():
    """{name: snapshot} of all of them."""
    return {
        "somerset": fixture("somerset-2017"),
        "cornwall": fixture("cornwall-2018"),
        "formulas": looking_like_formulas(),
        "without a total": without_a_total(),
        **{combine: combined(combine) for combine in COMBINED},
    }

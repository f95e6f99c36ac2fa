"""Random files for hypothesis: any JSON at all, real files with something wrong in them, and good ones."""

import copy
import json
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[3]
STORED = sorted([*ROOT.glob("fixtures/appraisals/*.json"), *ROOT.glob("fixtures/snapshots/*.json")])

# Words of the format, so that chance comes further than the first field.
WORDS = (
    *(
        "format",
        "weighbridge/appraisal",
        "schema",
        "slug",
        "title",
        "cells",
        "options",
        "groups",
        "id",
        "name",
    ),
    *("sub_criteria", "scale", "lo", "hi", "step", "1", "5", "scored", "state", "score", "option", "notes"),
    *("method", "combine", "weight_set", "weighted-sum", "weight_sets", "sections", "kind", "table", "rows"),
)
KEYS = st.sampled_from(WORDS) | st.text(max_size=5)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(WORDS)
    | st.text(st.characters(), max_size=12)
)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


def stored(path):
    """A stored file as JSON values, for the caller to keep."""
    return json.loads(path.read_text(encoding="utf-8"))


@st.composite
def spoilt(draw):
    """A stored file in which one to four places hold something else, or are gone."""
    data = copy.deepcopy(draw(st.sampled_from([stored(path) for path in STORED])))
    for _ in range(draw(st.integers(1, 4))):
        holder, key = data, None
        while True:
            place = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
            inner = holder[place]
            if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 3)) == 0:
                key = place
                break
            holder = inner
        if draw(st.integers(0, 3)) == 0:
            del holder[key]
        else:
            holder[key] = draw(ANY_JSON)
        if not data:
            break
    return data


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
SCALES = (
    ("1", "5", "1"),
    ("0", "10", "0.5"),
    ("-3", "3", "1"),
    ("0.1", "0.7", "0.2"),
    ("0", "999999.5", "0.5"),
)


MARKS = {"low": "1", "middling": "1.50", "high": "3"}
VALUES = (
    {"value": {"rule": "points", "points": MARKS, "lo": "0", "hi": "3"}},
    {"kind": "measure", "unit": "£k", "value": {"rule": "range", "worst": "1250", "best": "-3.5"}},
    {"kind": "measure", "unit": "", "value": {"rule": "options-range", "better": "higher"}},
    {"kind": "measure", "value": {"rule": "ratio", "better": "lower"}},
)
FACTOR_KINDS = ("critical-success-factor", "objective")
VERDICTS = ("meets", "part", "fails", "words")


@st.composite
def good(draw):
    """A file that every rule of the format allows, with fields left out by chance."""
    scales = {None: draw(st.sampled_from(SCALES))}
    combine = draw(st.sampled_from(("sum", "weighted-sum", "weighted-mean", "weighted-value")))
    groups = [draw(_group(place, scales, combine)) for place in range(draw(st.integers(0, 3)))]
    factors = [
        {"id": f"f{place}", "name": f"Factor {draw(TEXT)}", "kind": draw(st.sampled_from(FACTOR_KINDS))}
        for place in range(draw(st.integers(0, 2)))
    ]
    options = [draw(_option(place, factors)) for place in range(draw(st.integers(0, 4)))]
    lines = [sub for group in groups for sub in group["sub_criteria"]]
    data = {
        "format": "weighbridge/appraisal",
        "schema": 1,
        "slug": "chance",
        "title": "By chance " + draw(TEXT),
        "summary": draw(TEXT),
        "scale": _scale(scales[None]),
        "groups": groups,
        "success_factors": factors,
        "options": options,
        "cells": draw(st.permutations(draw(_cells(options, lines, scales)))),
        "references": [f"R {draw(TEXT)}"],
        "notes": [{"about": "appraisal", "text": f"N {draw(TEXT)}"}],
    }
    data.update(draw(_weighing(groups, combine)))
    return data


@st.composite
def _group(draw, place, scales, combine):
    subs = []
    for position in range(draw(st.integers(0, 3))):
        sub = {"id": f"g{place}-{position}", "name": f"Line {draw(TEXT)}"}
        sub["kind"] = draw(st.sampled_from(("score", "score", "words", "gate")))
        sub["not_applicable_rule"] = "When it is so."
        if sub["kind"] == "score" and draw(st.integers(0, 2)) == 0:
            sub.update(draw(st.sampled_from(VALUES if combine == "weighted-value" else VALUES[:1])))
        elif draw(st.booleans()):
            scales[sub["id"]] = draw(st.sampled_from(SCALES))
            sub["scale"] = _scale(scales[sub["id"]])
        subs.append(sub)
    return {"id": f"g{place}", "name": f"Group {draw(TEXT)}", "sub_criteria": subs}


@st.composite
def _option(draw, place, factors):
    stage = draw(st.sampled_from(("long-list", "short-list", "dropped")))
    option = {"id": f"o{place}", "name": f"Option {draw(TEXT)}", "stage": stage, "reason": "A reason."}
    if draw(st.booleans()):
        option["number"] = place + 1
    if draw(st.booleans()):
        option["decided_on"] = f"May {draw(TEXT)}"
        option["swot"] = {"strengths": [f"S {draw(TEXT)}"], "threats": []}
        option["filter"] = [
            {"factor": factor["id"], "verdict": draw(st.sampled_from(VERDICTS)), "words": f"W {draw(TEXT)}"}
            for factor in draw(st.permutations(factors))
        ]
    return option


@st.composite
def _cells(draw, options, lines, scales):
    found = []
    states = {
        "score": ("scored", "scored", "unscored", "to-be-confirmed", "not-applicable"),
        "measure": ("scored", "scored", "unscored", "to-be-confirmed"),
        "words": ("words", "unscored"),
        "gate": ("pass", "fail", "unscored", "to-be-confirmed"),
    }
    for option in options:
        for sub in lines:
            if draw(st.integers(0, 4)) == 0:
                continue
            cell = {"option": option["id"], "sub_criterion": sub["id"], "rationale": draw(TEXT)}
            cell["state"] = draw(st.sampled_from(states[sub["kind"]]))
            if cell["state"] == "scored" and "value" in sub:
                held = sub["value"].get("points", ("0.5", "3", "1250"))
                cell["score"] = draw(st.sampled_from(sorted(held)))
            elif cell["state"] == "scored":
                lo, hi, step = (Decimal(each) for each in scales.get(sub["id"], scales[None]))
                cell["score"] = str(lo + step * draw(st.integers(0, int((hi - lo) / step))))
            found.append(cell)
    return found


@st.composite
def _weighing(draw, groups, combine):
    """A method, with a weight set where it needs one."""
    scored = {
        sub["id"]: group["id"]
        for group in groups
        for sub in group["sub_criteria"]
        if sub["kind"] in ("score", "measure")
    }
    if combine == "sum" or not scored:
        return {}
    weights = st.sampled_from(("1", "0.5", "12.25", "999999.999999", "40"))
    chosen = {"id": "agreed", "name": "As agreed", "sub_criteria": {sub: draw(weights) for sub in scored}}
    if draw(st.booleans()):
        chosen["groups"] = {group: draw(weights) for group in set(scored.values())}
    return {"method": {"combine": combine, "weight_set": "agreed"}, "weight_sets": [chosen]}


def _scale(figures):
    return dict(zip(("lo", "hi", "step"), figures, strict=True))

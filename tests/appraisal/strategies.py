"""Appraisal files of every shape that the format allows, for properties."""

from decimal import Decimal

from hypothesis import strategies as st

from appraisal.core.snapshot import STATES_OF, Kind, from_dict

# No surrogate and no NUL, which are refused; everything else is cleaned and must then come back as it is.
letters = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
texts = st.text(letters, max_size=30)
some_text = texts.map(lambda text: f"x{text}")
lists = st.lists(some_text, max_size=3)


def ids(prefix, count):
    return [f"{prefix}-{number}" for number in range(1, count + 1)]


def exact(number):
    return format(number, "f")


numbers = st.decimals(min_value=-999_999, max_value=999_999, places=6).map(exact)
weights = st.integers(min_value=1, max_value=999_999_999_999).map(str)


@st.composite
def scales(draw):
    lo = draw(st.decimals(min_value=-1000, max_value=1000, places=3))
    step = draw(st.sampled_from([Decimal("0.5"), Decimal(1), Decimal("2.25")]))
    points = [lo + step * place for place in range(draw(st.integers(2, 6)))]
    described = draw(st.lists(st.sampled_from(points), unique=True, max_size=len(points)))
    return {
        "lo": exact(points[0]),
        "hi": exact(points[-1]),
        "step": exact(step),
        "neutral": draw(st.one_of(st.none(), st.sampled_from(points).map(exact))),
        "points": [{"value": exact(value), "label": draw(texts)} for value in described],
    }


@st.composite
def sub_criteria(draw, sub):
    return {
        "id": sub,
        "name": draw(some_text),
        "short_name": draw(texts),
        "guidance": draw(texts),
        "kind": draw(st.sampled_from(["score", "score", "words", "gate"])),
        "scale": draw(st.one_of(st.none(), scales())),
        "not_applicable_rule": draw(st.sampled_from(["", "The rule."])),
    }


@st.composite
def groups(draw):
    found = []
    lines = iter(ids("line", 20))
    for group in ids("group", draw(st.sampled_from([2, 3, 1, 0]))):
        inside = [draw(sub_criteria(next(lines))) for _ in range(draw(st.sampled_from([2, 1, 3, 0])))]
        words = {field: draw(texts) for field in ("short_name", "stem", "guidance")}
        found.append({"id": group, "name": draw(some_text), **words, "sub_criteria": inside})
    return found


@st.composite
def weight_sets(draw, groups):
    scored = {
        group["id"]: [sub["id"] for sub in group["sub_criteria"] if sub["kind"] == "score"]
        for group in groups
    }
    scored = {group: subs for group, subs in scored.items() if subs}
    return [
        {
            "id": each,
            "name": draw(some_text),
            "groups": draw(st.one_of(st.none(), st.fixed_dictionaries(dict.fromkeys(scored, weights)))),
            "sub_criteria": {sub: draw(weights) for subs in scored.values() for sub in subs},
        }
        for each in ids("set", draw(st.sampled_from([1, 2, 0])))
    ]


@st.composite
def options(draw):
    return [
        {
            "id": option,
            "number": draw(st.sampled_from([None, place])),
            "name": draw(some_text),
            "short_name": draw(texts),
            "other_names": draw(lists),
            "proposal": draw(lists),
            "summary": draw(texts),
            "baseline": place == 1 and draw(st.booleans()),
            "stage": draw(st.sampled_from(["long-list", "short-list", "dropped"])),
            "reason": "Because.",
        }
        for place, option in enumerate(ids("option", draw(st.sampled_from([2, 3, 1, 0]))), start=1)
    ]


def points_of(scale):
    lo, hi, step = (Decimal(scale[field]) for field in ("lo", "hi", "step"))
    return [exact(lo + step * place) for place in range(int((hi - lo) / step) + 1)]


@st.composite
def cells(draw, options, groups, scale):
    found = []
    for option in options:
        for sub in (sub for group in groups for sub in group["sub_criteria"]):
            own = sub["scale"] or scale
            states = sorted(STATES_OF[Kind(sub["kind"])], key=lambda state: (state != "scored", state))
            state = draw(st.sampled_from(states))
            if (state == "not-applicable" and not sub["not_applicable_rule"]) or (
                state == "scored" and not own
            ):
                state = "unscored"
            cell = {
                "option": option["id"],
                "sub_criterion": sub["id"],
                "state": state,
                "rationale": draw(texts),
            }
            if state == "scored":
                cell["score"] = draw(st.sampled_from(points_of(own)))
                cell["basis"] = draw(st.sampled_from(["given", "worked-out"]))
            if draw(st.booleans()):
                found.append(cell)
    return draw(st.permutations(found))


@st.composite
def sections(draw):
    found = []
    for section in ids("section", draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["paragraphs", "table", "checklist"]))
        head = {
            "id": section,
            "title": draw(some_text),
            "place": draw(st.sampled_from(["before", "after"])),
            "kind": kind,
        }
        if kind == "table":
            columns = draw(st.lists(some_text, min_size=1, max_size=3))
            rows = draw(st.lists(st.lists(texts, min_size=len(columns), max_size=len(columns)), max_size=3))
            found.append({**head, "columns": columns, "rows": rows})
        elif kind == "checklist":
            items = st.fixed_dictionaries({"text": some_text, "done": st.booleans()})
            found.append({**head, "items": draw(st.lists(items, max_size=3))})
        else:
            found.append({**head, "items": draw(lists)})
    return found


@st.composite
def bodies(draw):
    kinds = ["council", "nhs", "police", "fire", "combined-authority", "other"]
    return [
        {
            "id": body,
            "name": f"{body} of the tests",
            "short_name": draw(texts),
            "kind": draw(st.sampled_from(kinds)),
            "lead": draw(st.booleans()),
            "role": draw(st.sampled_from(["decides", "recommends", "consulted", "receives"])),
            "body": draw(texts),
            "asked_to": draw(texts),
            "when": draw(texts),
        }
        for body in ids("body", draw(st.integers(0, 3)))
    ]


@st.composite
def documents(draw):
    fields = ("programme", "version", "date", "status", "report_of", "method_followed")
    short = st.lists(st.sampled_from(["CCG", "JSNA", "ACS", "B"]), unique=True)
    return {
        **{field: draw(texts) for field in fields},
        "abbreviations": {each: draw(some_text) for each in draw(short)},
    }


@st.composite
def recommendations(draw, options, groups):
    chosen = draw(st.sampled_from([*(option["id"] for option in options), None]))
    reasons = [
        {"group": group["id"], "heading": draw(texts), "paragraphs": draw(lists)}
        for group in draw(st.permutations(groups))
        if draw(st.booleans())
    ]
    return {"option": chosen, "statement": draw(texts), "reasons": reasons}


@st.composite
def printed(draw, options, groups):
    def some(of, values):
        return {each["id"]: draw(values) for each in of if draw(st.booleans())}

    totals = st.fixed_dictionaries({group["id"]: numbers for group in groups})
    return {"aggregates": some(options, numbers), "group_totals": some(options, totals)}


@st.composite
def snapshots(draw, slug="any"):
    """A snapshot read from a file of any shape, under the slug given."""
    criteria, choices = draw(groups()), draw(options())
    scale = draw(st.one_of(scales(), st.none()))
    sets = draw(weight_sets(criteria))
    combine = draw(st.sampled_from(["weighted-sum", "weighted-mean", "weighted-value"])) if sets else "sum"
    judged = draw(cells(choices, criteria, scale))
    about = [
        f"cells/{cell['option']}/{cell['sub_criterion']}"
        for cell in judged
        if cell.get("basis") == "worked-out"
    ]
    return from_dict(
        {
            "format": "weighbridge/appraisal",
            "schema": 1,
            "slug": slug,
            "title": draw(some_text),
            "question": draw(texts),
            "summary": draw(texts),
            "stage": draw(st.sampled_from(["set-up", "scoring", "agreeing", "agreed"])),
            "document": draw(st.one_of(st.none(), documents())),
            "organisations": draw(bodies()),
            "timeline": [{"what": what, "when": draw(texts), "who": draw(texts)} for what in draw(lists)],
            "responsibilities": [{"who": who, "items": draw(lists)} for who in draw(lists)],
            "scale": scale,
            "method": {
                "combine": combine,
                "weight_set": sets[-1]["id"] if sets else None,
                "result": "agreed",
            },
            "groups": criteria,
            "weight_sets": sets,
            "options": choices,
            "recommendation": draw(st.one_of(st.none(), recommendations(choices, criteria))),
            "printed": draw(st.one_of(st.none(), printed(choices, criteria))),
            "references": draw(lists),
            "sections": draw(sections()),
            "cells": judged,
            "notes": [{"about": each, "text": draw(some_text)} for each in ["appraisal", *about]],
        }
    )

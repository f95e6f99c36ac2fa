"""Appraisal files of every shape that the format allows, for properties.

Hypothesis draws the words, and the shape follows from them by a seed: drawn choice by choice nearly every
file would come out empty.
"""

import random
from decimal import Decimal

from hypothesis import strategies as st

from appraisal.core.snapshot import STATES_OF, Kind, from_dict
from tests.appraisal.drawing import Drawing, exact

# No surrogate and no NUL, which are refused; everything else is cleaned and must then come back as it is.
letters = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
words = st.lists(st.text(letters, max_size=30), min_size=6, max_size=12)


@st.composite
def snapshots(draw, slug="any"):
    """A snapshot read from a file of any shape, under the slug given."""
    found = draw(words)
    return from_dict(_File(random.Random(repr(found)), found).data(slug))


class _File(Drawing):
    """One file in the making."""

    def data(self, slug):
        scale = self.scale() if self.maybe() else None
        measured = self.maybe()
        groups, factors = self.groups(measured), self.factors()
        options = self.options(factors)
        sets = self.weight_sets(groups, least=int(measured))
        weighted = ["weighted-sum", "weighted-mean", "weighted-value"]
        combine = self.random.choice(weighted) if sets and self.maybe() else "sum"
        combine = "weighted-value" if measured else combine
        chosen = sets[-1]["id"] if combine != "sum" else None
        cells = self.cells(options, groups, scale)
        worked_out = [cell for cell in cells if cell.get("basis") == "worked-out"]
        about = ["appraisal", *(f"cells/{cell['option']}/{cell['sub_criterion']}" for cell in worked_out)]
        return {
            "format": "weighbridge/appraisal",
            "schema": 1,
            "slug": slug,
            "title": self.some_text(),
            **self.texts("question", "summary"),
            "stage": self.random.choice(["set-up", "scoring", "agreeing", "agreed"]),
            "document": self.document() if self.maybe() else None,
            "organisations": self.bodies(),
            "timeline": [{"what": what, **self.texts("when", "who")} for what in self.list()],
            "responsibilities": [{"who": who, "items": self.list()} for who in self.list()],
            "scale": scale,
            "method": {"combine": combine, "weight_set": chosen, "result": "agreed"},
            "groups": groups,
            "weight_sets": sets,
            "success_factors": factors,
            "options": options,
            "recommendation": self.recommendation(options, groups) if self.maybe() else None,
            "printed": self.printed(options, groups) if self.maybe() else None,
            "references": self.list(),
            "sections": [self.section(section) for section in self.ids("section", 4)],
            "cells": cells,
            "notes": [{"about": each, "text": self.some_text()} for each in about],
        }

    def scale(self):
        lo = Decimal(self.random.randint(-5000, 5000)).scaleb(-self.count(3))
        step = self.random.choice([Decimal("0.5"), Decimal(1), Decimal("2.25")])
        points = [lo + step * place for place in range(self.random.randint(2, 6))]
        return {
            "lo": exact(points[0]),
            "hi": exact(points[-1]),
            "step": exact(step),
            "neutral": exact(self.random.choice(points)) if self.maybe() else None,
            "points": [{"value": exact(value), "label": self.text()} for value in points if self.maybe()],
        }

    def groups(self, measured):
        lines = iter(range(1, 100))
        return [
            {
                "id": group,
                "name": self.some_text(),
                **self.texts("short_name", "stem", "guidance"),
                "sub_criteria": [
                    self.sub_criterion(f"line-{next(lines)}", measured) for _ in range(self.count(4))
                ],
            }
            for group in self.ids("group", 4)
        ]

    def sub_criterion(self, sub, measured):
        kind = self.random.choice(["score", "score", "words", "gate", *(["measure"] * 2 if measured else [])])
        value = self.value(kind)
        on_scale = kind != "measure" and value["rule"] == "scale"
        return {
            "id": sub,
            "name": self.some_text(),
            **self.texts("short_name", "guidance"),
            "kind": kind,
            "unit": self.text() if kind == "measure" else "",
            "scale": self.scale() if on_scale and self.maybe() else None,
            "value": value,
            "not_applicable_rule": self.some_text() if self.maybe() else "",
        }

    def value(self, kind):
        """A rule that a line of this kind may have, with what it takes."""
        marks = {
            "rule": "points",
            "points": {f"mark {number}": str(number) for number in range(1, 2 + self.count(3))},
            "lo": "0",
            "hi": "9.5",
        }
        if kind == "score":
            return marks if self.random.random() < 0.3 else {"rule": "scale"}
        if kind != "measure":
            return {"rule": "scale"}
        better = self.random.choice(["higher", "lower"])
        return self.random.choice(
            [
                {"rule": "range", "worst": "1000000", "best": "-0.5"},
                {"rule": "options-range", "better": better},
                {"rule": "ratio", "better": better},
                marks,
            ]
        )

    def factors(self):
        kinds = ["critical-success-factor", "objective"]
        return [
            {"id": factor, "name": self.some_text(), "kind": self.random.choice(kinds)}
            for factor in self.ids("factor", 4)
        ]

    def weight_sets(self, groups, least=0):
        scored = {
            group["id"]: [sub["id"] for sub in group["sub_criteria"] if sub["kind"] in ("score", "measure")]
            for group in groups
        }
        scored = {group: subs for group, subs in scored.items() if subs}
        return [
            {
                "id": each,
                "name": self.some_text(),
                "groups": {group: self.weight() for group in scored} if self.maybe() else None,
                "sub_criteria": {sub: self.weight() for subs in scored.values() for sub in subs},
            }
            for each in self.ids("set", 3) or ["set-1"][:least]
        ]

    def options(self, factors):
        return [
            {
                "id": option,
                "number": place if self.maybe() else None,
                "name": self.some_text(),
                **self.texts("short_name", "summary"),
                "other_names": self.list(),
                "proposal": self.list(),
                "baseline": place == 1 and self.maybe(),
                "stage": self.random.choice(["long-list", "short-list", "dropped"]),
                "reason": self.some_text(),
                "decided_on": self.text() if self.maybe() else "",
                "swot": {
                    part: self.list(2)
                    for part in ("strengths", "weaknesses", "opportunities", "threats")
                    if self.maybe()
                },
                "filter": [
                    {
                        "factor": factor["id"],
                        "verdict": self.random.choice(["meets", "part", "fails", "words"]),
                        "words": self.some_text(),
                    }
                    for factor in factors
                    if self.maybe()
                ],
            }
            for place, option in enumerate(self.ids("option", 5), start=1)
        ]

    def cells(self, options, groups, scale):
        subs = [sub for group in groups for sub in group["sub_criteria"]]
        cells = [
            self.cell(option["id"], sub, sub["scale"] or scale)
            for option in options
            for sub in subs
            if self.maybe()
        ]
        self.random.shuffle(cells)
        return cells

    def cell(self, option, sub, scale):
        states = sorted(STATES_OF[Kind(sub["kind"])])
        state = "scored" if "scored" in states and self.maybe() else self.random.choice(states)
        on_scale = sub["kind"] == "score" and sub["value"]["rule"] == "scale"
        if (state == "scored" and on_scale and not scale) or (
            state == "not-applicable" and not sub["not_applicable_rule"]
        ):
            state = "unscored"
        cell = {"option": option, "sub_criterion": sub["id"], "state": state, "rationale": self.text()}
        if state != "scored":
            return cell
        score = self.score(scale) if on_scale else self.entry(sub["value"])
        return {**cell, "score": score, "basis": self.random.choice(["given", "worked-out"])}

    def score(self, scale):
        lo, hi, step = (Decimal(scale[field]) for field in ("lo", "hi", "step"))
        return exact(lo + step * self.count(int((hi - lo) / step)))

    def entry(self, value):
        """A raw figure, or a mark."""
        if value["rule"] == "points":
            return self.random.choice(list(value["points"]))
        return exact(Decimal(self.random.randint(1, 999_999_999)).scaleb(-3))

    def bodies(self):
        kinds = ["council", "nhs", "police", "fire", "combined-authority", "other"]
        return [
            {
                "id": body,
                "name": f"{body} of the tests",
                **self.texts("short_name", "body", "asked_to", "when"),
                "kind": self.random.choice(kinds),
                "lead": self.maybe(),
                "role": self.random.choice(["decides", "recommends", "consulted", "receives"]),
            }
            for body in self.ids("body", 4)
        ]

    def document(self):
        fields = ("programme", "version", "date", "status", "report_of", "method_followed")
        short = [each for each in ("JSNA", "CCG", "B", "ACS") if self.maybe()]
        return {**self.texts(*fields), "abbreviations": {each: self.some_text() for each in short}}

    def recommendation(self, options, groups):
        return {
            "option": self.random.choice([None, *(option["id"] for option in options)]),
            "statement": self.text(),
            "reasons": [
                {"group": group["id"], "heading": self.text(), "paragraphs": self.list()}
                for group in reversed(groups)
                if self.maybe()
            ],
        }

    def printed(self, options, groups):
        return {
            "aggregates": {option["id"]: self.number() for option in options if self.maybe()},
            "group_totals": {
                option["id"]: {group["id"]: self.number() for group in groups if self.maybe()}
                for option in options
                if self.maybe()
            },
        }

    def section(self, section):
        head = {"id": section, "title": self.some_text(), "place": self.random.choice(["before", "after"])}
        kind = self.random.choice(["paragraphs", "table", "checklist"])
        if kind == "table":
            columns = [self.some_text() for _ in range(1 + self.count(2))]
            rows = [[self.text() for _ in columns] for _ in range(self.count(3))]
            return {**head, "kind": kind, "columns": columns, "rows": rows}
        if kind == "checklist":
            return {
                **head,
                "kind": kind,
                "items": [{"text": text, "done": self.maybe()} for text in self.list()],
            }
        return {**head, "kind": kind, "items": self.list()}

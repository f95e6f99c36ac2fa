"""An audit event in words: what was changed, and what stood before and after."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import Names, option_label
from appraisal.core.snapshot import Snapshot
from appraisal.selectors.pages.history.parts import NOTHING, Changed, if_changed
from appraisal.selectors.pages.history.setup import SetupTeller
from organisations.selectors import Change

MOST_CELLS = 20
"""So many cells of a replaced file are told one by one."""

STATES = {
    "unscored": "not scored yet",
    "to-be-confirmed": "to be confirmed",
    "not-applicable": "not applicable",
    "words": "in words only",
    "pass": "passed",
    "fail": "failed",
}
HEADS = {
    "recommendation saved": "Recommendation",
    "appraisal imported": "Appraisal stored from a file",
    "appraisal replaced": "Appraisal replaced by a file",
}
REPORTS = {
    "pdf": "PDF",
    "xlsx": "Excel workbook",
    "json": "appraisal file",
    "workbook for scoring": "workbook for scoring",
}
PARTS = {
    "title": "Title",
    "question": "Question",
    "summary": "Summary",
    "stage": "Stage",
    "document": "Document details",
    "organisations": "Bodies",
    "timeline": "Timeline",
    "responsibilities": "Responsibilities",
    "scale": "Scale",
    "method": "Method",
    "groups": "Criteria",
    "weight_sets": "Weights",
    "options": "Options",
    "recommendation": "Recommendation",
    "printed": "Printed figures",
    "references": "References",
    "sections": "Sections",
    "cells": "Scores and rationales",
    "notes": "Notes on the data",
    "success_factors": "Success factors",
    "removed": "Removed things, which could have come back",
    "removed_cells": "Cells of removed things",
}


class Teller:
    """Tells the events of one appraisal in words; what a replaced file took away is told by its id."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._names = Names(snapshot)
        self._setup = SetupTeller(snapshot)

    def what(self, event: Change) -> str:
        """What was changed, as the head of an entry: ``Option 3 on 4c VAT``."""
        if self._setup.knows(event):
            return self._setup.what(event)
        if event.action == "cell saved":
            return self._cell_name(*event.subject.split("/")[1:])
        if event.action == "report taken":
            return f"Report taken: {REPORTS.get(event.subject, event.subject)}"
        if event.action == "file brought in":
            return f"Brought in from {event.subject}"
        if event.action == "stage moved":
            return f"Stage moved to {_stage_name((event.after or {}).get('stage', ''))}"
        return HEADS.get(event.action) or f"{event.action.capitalize()} {event.subject}".strip()

    def changed(self, event: Change) -> tuple[Changed, ...]:
        """What stood before and after, in words; empty where nothing is to be compared."""
        if self._setup.knows(event):
            return tuple(self._setup.changed(event))
        tell: Mapping[str, Callable[[Any, Any], Iterator[Changed]]] = {
            "cell saved": self._cell,
            "recommendation saved": self._recommendation,
            "stage moved": self._stage,
            "appraisal imported": self._imported,
            "appraisal replaced": self._replaced,
            "report taken": self._imported,
            "file brought in": self._brought_in,
        }
        return tuple(tell.get(event.action, self._any)(event.before or {}, event.after or {}))

    def cell(self, event: Change) -> tuple[str, str] | None:
        """(option id, sub-criterion id) of an event about a cell that the appraisal still has."""
        kind, *rest = event.subject.split("/")
        if kind != "cells" or len(rest) != 2:
            return None
        option, line = rest
        known = option in self._snapshot.option and line in self._snapshot.line
        return (option, line) if known else None

    def _cell(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        yield from if_changed("Score", _mark(before), _mark(after))
        yield from if_changed("Rationale", before.get("rationale", ""), after.get("rationale", ""))

    def _stage(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        yield Changed("Stage", _stage_name(before.get("stage", "")), _stage_name(after.get("stage", "")))

    def _imported(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        yield Changed("Check code of the content", None, after.get("check_code", NOTHING))

    def _brought_in(self, _before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        yield Changed("Cells", None, str(after.get("cells", 0)))

    def _replaced(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        for part in after:
            if part == "cells":
                yield from self._cells(before.get(part) or [], after[part] or [])
            elif isinstance(after[part], str):
                yield from if_changed(PARTS.get(part, part), before.get(part, ""), after[part])
            elif part == "recommendation":
                yield from self._recommended(before.get(part) or {}, after[part] or {})
            else:
                yield Changed(PARTS.get(part, part), *_how_many(before.get(part), after[part]))

    def _cells(self, before: Sequence[Mapping], after: Sequence[Mapping]) -> Iterator[Changed]:
        was, now = _by_place(before), _by_place(after)
        differing = [place for place in {**was, **now} if was.get(place) != now.get(place)]
        for place in islice(differing, MOST_CELLS):
            old, new = was.get(place, {}), now.get(place, {})
            name = self._cell_name(*place)
            yield from if_changed(name, _mark(old), _mark(new))
            yield from if_changed(f"{name}, rationale", old.get("rationale", ""), new.get("rationale", ""))
        if len(differing) > MOST_CELLS:
            yield Changed("Other cells", None, f"{len(differing) - MOST_CELLS} more cells changed")

    def _recommendation(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        yield from self._recommended(before.get("recommendation") or {}, after.get("recommendation") or {})
        yield from self._asked(before.get("organisations") or [], after.get("organisations") or [])
        yield from if_changed("Method followed", _method(before), _method(after))
        yield from if_changed("References", _references(before), _references(after))

    def _recommended(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
        was, now = self._option_name(before.get("option")), self._option_name(after.get("option"))
        yield from if_changed("Preferred option", was, now)
        yield from if_changed("Statement", before.get("statement", ""), after.get("statement", ""))
        old, new = _reasons(before), _reasons(after)
        for group in {**old, **new}:
            label = f"Reasons, {self._group_name(group)}"
            yield from if_changed(label, old.get(group, ""), new.get(group, ""))

    def _asked(self, before: Sequence[Mapping], after: Sequence[Mapping]) -> Iterator[Changed]:
        was = {body["id"]: body for body in before}
        for body in after:
            old, name = was.get(body["id"], {}), body["body"] or body["name"]
            yield from if_changed(f"What {name} is asked", old.get("asked_to", ""), body["asked_to"])
            yield from if_changed(f"When {name} is asked", old.get("when", ""), body["when"])

    def _any(self, before: Any, after: Any) -> Iterator[Changed]:
        for key in {**before, **after}:
            yield from if_changed(str(key), str(before.get(key, "")), str(after.get(key, "")))

    def _option_name(self, option_id: str | None) -> str:
        if not option_id:
            return ""
        option = self._snapshot.option.get(option_id)
        return option_label(option) if option else option_id

    def _group_name(self, group_id: str) -> str:
        known = any(group.id == group_id for group in self._snapshot.groups)
        return self._names.group(group_id) if known else group_id

    def _cell_name(self, option_id: str, line_id: str) -> str:
        option = self._names.option(option_id) if option_id in self._snapshot.option else option_id
        line = self._names.line(line_id) if line_id in self._snapshot.line else line_id
        return f"{option} on {line}"


def _by_place(cells: Sequence[Mapping]) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {(cell["option"], cell["sub_criterion"]): cell for cell in cells}


def _mark(cell: Mapping[str, Any]) -> str:
    """The mark of a cell as an event keeps it: ``4``, ``2 (worked out)``, ``to be confirmed``."""
    if cell.get("score") is not None:
        return f"{cell['score']} (worked out)" if cell.get("basis") == "worked-out" else cell["score"]
    return STATES.get(cell.get("state", "unscored"), "")


def _stage_name(stage: str) -> str:
    return Stage(stage).label if stage in list(Stage) else stage or NOTHING


def _reasons(recommendation: Mapping[str, Any]) -> dict[str, str]:
    """Heading and paragraphs by criteria group."""
    return {
        each["group"]: "\n".join(text for text in (each["heading"], *each["paragraphs"]) if text)
        for each in recommendation.get("reasons", [])
    }


def _method(parts: Mapping[str, Any]) -> str:
    return (parts.get("document") or {}).get("method_followed", "")


def _references(parts: Mapping[str, Any]) -> str:
    return "\n".join(parts.get("references") or [])


def _how_many(before: Any, after: Any) -> tuple[str, str]:
    """How much a part of the file held and holds: (``6``, ``7``), or that its content is another."""
    was, now = _amount(before), _amount(after)
    return was, now if was != now else f"{now}, with other content"


def _amount(part: Any) -> str:
    if not part:
        return NOTHING
    return str(len(part)) if isinstance(part, list) else "one"

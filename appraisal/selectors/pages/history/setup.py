"""Events of the set-up in words: which thing, and what of it was changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from appraisal.core.sentences import Names, option_label, quoted
from appraisal.core.snapshot import Snapshot
from appraisal.selectors.pages.history.parts import Changed, if_changed
from organisations.selectors import Change

HEADS = {
    "about saved": "About the appraisal",
    "timeline saved": "Timeline",
    "responsibilities saved": "Responsibilities",
    "sections saved": "Sections",
    "notes saved": "Notes on the data",
    "scale set": "Scale",
    "method chosen": "How scores become a total",
    "weights sealed": "Weights sealed",
    "appraisal started": "Appraisal started",
    "appraisal copied": "Appraisal started as a copy",
}
KINDS = {
    "bodies": "Body",
    "groups": "Criteria group",
    "sub-criteria": "Line",
    "options": "",
    "weight-sets": "Weight set",
    "success-factors": "Success factor",
}
VERBS = {
    "added": "added",
    "changed": "changed",
    "moved": "moved in the order",
    "removed": "removed",
    "restored": "brought back",
    "listed": "put on another list",
}
ACTIONS = (
    *HEADS,
    *("SWOT saved", "filter saved", "option listed"),
    *(
        f"{thing} {verb}"
        for thing in ("body", "group", "sub-criterion", "option", "weight set", "success factor")
        for verb in ("added", "changed", "moved", "removed")
    ),
    *(f"{thing} restored" for thing in ("group", "sub-criterion", "option", "success factor")),
)
"""Every action of the set-up, to narrow a history to them."""

LABELS = {
    "name": "Name",
    "short_name": "Short name",
    "other_names": "Other names",
    "number": "Number",
    "proposal": "Proposal",
    "summary": "Summary",
    "baseline": "Baseline",
    "stage": "List",
    "reason": "Reason",
    "decided_on": "Decided on",
    "stem": "Stem",
    "guidance": "Guidance",
    "kind": "Kind",
    "unit": "Unit",
    "scale": "Scale",
    "value": "Value rule",
    "not_applicable_rule": "When it does not apply",
    "group": "Criteria group",
    "groups": "Weights of the groups",
    "sub_criteria": "Weights of the lines",
    "lead": "Leads",
    "role": "Role",
    "body": "Board",
    "asked_to": "What it is asked",
    "when": "When it is asked",
    "place": "Place in the order",
    "combine": "Combined by",
    "weight_set": "Weight set",
    "title": "Title",
    "question": "Question",
    "document": "Document details",
    "strengths": "Strengths",
    "weaknesses": "Weaknesses",
    "opportunities": "Opportunities",
    "threats": "Threats",
    "filter": "Against the success factors",
    "template": "Template",
    "copied_from": "Copied from",
    "with_scores": "With its scores",
    "unscored": "Scores that did not fit any more",
    "sealed": "Sealed",
    "weight_sets": "Weight sets",
    "given": "Every weight is given",
}
HIDDEN = ("id", "result")
WORDS = {
    "long-list": "long list",
    "short-list": "short list",
    "dropped": "dropped",
    "sum": "plain total, without weights",
    "weighted-sum": "weights as entered times scores",
    "weighted-mean": "weights times scores",
    "weighted-value": "weights times values from 0 to 100",
}


class SetupTeller:
    """Tells the set-up's events; what is not in the appraisal any more by the name that it had."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._names = Names(snapshot)
        ids = (*(group.id for group in snapshot.groups), *snapshot.line, *snapshot.option)
        self._places = {each: place for place, each in enumerate(ids)}

    def knows(self, event: Change) -> bool:
        """Whether the event is one of the set-up's."""
        return event.action in ACTIONS

    def what(self, event: Change) -> str:
        """The head of the entry: ``Option 3, Move brought back``."""
        if event.action in HEADS:
            return HEADS[event.action]
        kind, thing, *_ = event.subject.split("/")
        name = self._name(kind, thing, event)
        if event.action == "SWOT saved":
            return f"SWOT of {name}"
        if event.action == "filter saved":
            return f"{name} against the success factors"
        return f"{name} {VERBS[event.action.rsplit(' ', 1)[-1]]}"

    def changed(self, event: Change) -> Iterator[Changed]:
        """Each field that differs, before and after."""
        before, after = event.before or {}, event.after or {}
        lines_of_group = event.subject.startswith("groups/")
        for field in {**before, **after}:
            if field in HIDDEN:
                continue
            label = LABELS.get(field, field.replace("_", " ").capitalize())
            if field == "sub_criteria" and lines_of_group:
                label = "Lines"
            yield from if_changed(
                label, self._said(field, before.get(field)), self._said(field, after.get(field))
            )

    def _name(self, kind: str, thing: str, event: Change) -> str:
        """What a thing is called now, or was called in the event."""
        if kind == "options" and thing in self._snapshot.option:
            return option_label(self._snapshot.option[thing])
        if kind == "sub-criteria" and thing in self._snapshot.line:
            return f"Line {self._names.line(thing)}"
        lists: Mapping[str, Any] = {
            "bodies": self._snapshot.organisations,
            "groups": self._snapshot.groups,
            "weight-sets": self._snapshot.weight_sets,
            "success-factors": self._snapshot.success_factors,
        }
        now = next((each.name for each in lists.get(kind, ()) if each.id == thing), "")
        was = next((held["name"] for held in (event.after, event.before) if held and "name" in held), thing)
        return f"{KINDS.get(kind, '')} {quoted(now or was)}".strip()

    def _said(self, field: str, value: Any) -> str:
        """A value of an event in words."""
        if value is None or value == "" or value == [] or value == {}:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list):
            return "\n".join(self._said(field, each) for each in value)
        if isinstance(value, Mapping):
            return self._several(field, value)
        if field == "group":
            return self._called(str(value))
        if field == "weight_set":
            names = {weights.id: weights.name for weights in self._snapshot.weight_sets}
            return names.get(str(value), str(value))
        return WORDS.get(str(value), str(value))

    def _several(self, field: str, value: Mapping[str, Any]) -> str:
        """The parts of a value: a name alone where it has one, else each part that says anything."""
        if field == "unscored":
            return (
                f"{self._called(value['option'])} on {self._called(value['sub_criterion'])}: {value['score']}"
            )
        if "name" in value:
            return str(value["name"])
        parts = sorted(value.items(), key=lambda part: self._place(part[0]))
        said = [(self._called(key), self._said(key, held)) for key, held in parts if key != "id"]
        return "; ".join(f"{key}: {held}" for key, held in said if held)

    def _place(self, thing: str) -> int:
        """Where an id stands in the appraisal: PostgreSQL keeps no order of keys. Other words keep theirs."""
        return self._places.get(thing, len(self._places))

    def _called(self, thing: str) -> str:
        """What an id stands for now; a word that is no id as it is."""
        if thing in self._snapshot.line:
            return self._names.line(thing)
        if thing in self._snapshot.option:
            return self._names.option(thing)
        if any(group.id == thing for group in self._snapshot.groups):
            return self._names.group(thing)
        return thing.replace("_", " ")

"""A criteria template as its file says it: the criteria of an appraisal file under a head of its own."""

from typing import Any

from appraisal.core.snapshot import Kind, Snapshot
from appraisal.core.snapshot.rules import COUNTED
from appraisal.core.text import clean_name, clean_text
from appraisal.services.setup.reading import Reading

FORMAT = "weighbridge/criteria-template"
SCHEMA = 1
HEAD = ("format", "schema", "name", "description")
CRITERIA = ("scale", "groups", "success_factors")


def read(data: object) -> tuple[str, str, Snapshot]:
    """Name, description, and a snapshot that holds the criteria; Invalid with every problem and its path."""
    reading = Reading()
    if not isinstance(data, dict):
        reading.wrong("", "A template must be an object, with its fields in braces.")
        return reading.finish(None)
    for key in data:
        if key not in (*HEAD, *CRITERIA):
            reading.wrong(str(key), "There is no field of this name in a template. Take it out.")
    if data.get("format") != FORMAT:
        reading.wrong("format", f"This must be “{FORMAT}”. Is it a criteria template?")
    if data.get("schema") != SCHEMA:
        reading.wrong("schema", f"This must be {SCHEMA}.")
    name = _text(reading, data, "name")
    if not name:
        reading.wrong("name", "A template needs a name.")
    description = _text(reading, data, "description")
    criteria = {part: data[part] for part in CRITERIA if part in data}
    return name, description, reading.finish(_criteria(reading, criteria))


def _text(reading: Reading, data: dict[str, Any], field: str) -> str:
    try:
        return (clean_name if field == "name" else clean_text)(data.get(field, ""))
    except ValueError as refusal:
        reading.wrong(field, str(refusal))
        return ""


def _criteria(reading: Reading, criteria: dict[str, Any]) -> Snapshot | None:
    """The criteria as the reader of an appraisal file understands them.

    The small file combines values, the one way in which every kind of line may stand.
    """
    weights = {"id": "any", "name": "Any", "groups": None, "sub_criteria": _weights(criteria.get("groups"))}
    found = reading.part(
        {**criteria, "method": {"combine": "weighted-value", "weight_set": "any"}, "weight_sets": [weights]},
        (),
    )
    own = [problem for problem in reading.problems if not problem.path.startswith("weight_sets")]
    # What cannot be read has no weights either: that is no fault of its own.
    reading.problems = own or reading.problems
    return found


def _weights(groups: object) -> dict[str, str]:
    """A weight for each line that counts, as far as the lines can be read."""
    lines = [
        line
        for group in (groups if isinstance(groups, list) else ())
        if isinstance(group, dict) and isinstance(group.get("sub_criteria"), list)
        for line in group["sub_criteria"]
        if isinstance(line, dict) and isinstance(line.get("id"), str)
    ]
    return {line["id"]: "1" for line in lines if line.get("kind", Kind.SCORE) in tuple(COUNTED)}

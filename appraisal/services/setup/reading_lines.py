"""A line as it was typed: its kind, the rule for its value, and its own scale."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from appraisal.core.snapshot import Combine, Kind, Rule, Scale, Snapshot, SubCriterion
from appraisal.core.snapshot.valuing import FIELDS_OF, NO_WAY
from appraisal.core.text import clean_name
from appraisal.services.setup.inputs import SubCriterionInput, ValueInput
from appraisal.services.setup.reading import Reading
from appraisal.services.setup.scale import scale_of

LINE = "groups[0].sub_criteria[0]"
NEEDS_VALUES = (
    "A raw measure counts only where figures become values from 0 to 100. Choose that way to combine on the "
    "Weights page first, or another kind here."
)
NO_RULE = "Choose how a figure becomes a value."

MISSING = {
    "worst": "Enter the worst figure.",
    "best": "Enter the best figure.",
    "lo": "Enter the lowest number a mark may have.",
    "hi": "Enter the highest number a mark may have.",
}


def read_sub_criterion(
    typed: SubCriterionInput, now: Snapshot, others: Sequence[SubCriterion], own_name: str = ""
) -> SubCriterion:
    """The line that was typed, without an id of its own; Invalid with the paths of SubCriterionInput.

    No two lines of a group (``others``) have one name, but ``own_name`` may stay as it is.
    """
    reading = Reading()
    scale = scale_of(reading, typed.scale, "scale.") if typed.scale else None
    value, paths = _value(reading, typed)
    found = _read(reading, typed, value, paths)
    if found and found.kind is Kind.MEASURE and now.method.combine is not Combine.WEIGHTED_VALUE:
        reading.wrong("kind", NEEDS_VALUES)
    if found:
        reading.refuse_name(found.name, own_name, [sub.name for sub in others], "sub-criterion")
    line = reading.finish(found)
    return replace(line, scale=_useful(line, scale))


def _read(
    reading: Reading,
    typed: SubCriterionInput,
    value: dict[str, object] | None,
    paths: Iterable[tuple[str, str]],
) -> SubCriterion | None:
    """The line as the reader of the file understands it, without its scale."""
    line = {
        "id": "line",
        "name": reading.filled("name", typed.name, "Enter the name of the sub-criterion."),
        "short_name": typed.short_name,
        "guidance": typed.guidance,
        "kind": typed.kind,
        "unit": typed.unit if typed.kind == Kind.MEASURE else "",
        "not_applicable_rule": typed.not_applicable_rule,
        **({} if value is None else {"value": value}),
    }
    if value is None and typed.kind == Kind.MEASURE:
        # Its rule is wrong already; one that is right keeps the reader from saying so again.
        line["value"] = {"rule": "ratio", "better": "higher"}
    found = reading.part(
        {
            "groups": [{"id": "group", "name": "Group", "sub_criteria": [line]}],
            # A measure may stand in this small file whatever the appraisal's own method is.
            "method": {"combine": "weighted-value", "weight_set": "any"},
            "weight_sets": [
                {"id": "any", "name": "Any", "groups": None, "sub_criteria": _weights(typed.kind)}
            ],
        },
        [*paths, (f"{LINE}.", "")],
    )
    return found.groups[0].sub_criteria[0] if found else None


def _weights(kind: str) -> dict[str, str]:
    """A weight for a line that counts; a kind that is unknown is read as one that is scored."""
    return {} if kind in (Kind.WORDS, Kind.GATE) else {"line": "1"}


def _value(
    reading: Reading, typed: SubCriterionInput
) -> tuple[dict[str, object] | None, list[tuple[str, str]]]:
    """The value rule as the file has it, and what its paths there are called here; None where it is wrong.

    Lines that have no value take no rule.
    """
    value = typed.value
    if typed.kind in (Kind.WORDS, Kind.GATE):
        return {"rule": "scale"}, []
    fields = FIELDS_OF.get(value.rule)
    if not value.rule:
        reading.wrong("value.rule", NO_RULE)
        return None, []
    if fields is None:
        return {"rule": value.rule}, [(f"{LINE}.value.rule", "value.rule")]
    before = len(reading.problems)
    data: dict[str, object] = {"rule": value.rule}
    if "better" in fields:
        data["better"] = reading.filled("value.better", value.better, NO_WAY)
    for field in ("worst", "best", "lo", "hi"):
        if field in fields:
            data[field] = reading.figure(f"value.{field}", getattr(value, field), missing=MISSING[field])
    paths: list[tuple[str, str]] = []
    if "points" in fields:
        data["points"], paths = _marks(reading, value)
    return (data if len(reading.problems) == before else None), paths


def _marks(reading: Reading, value: ValueInput) -> tuple[dict[str, str | None], list[tuple[str, str]]]:
    """Numbers by the name of their mark; rows without any word or number fall away."""
    marks: dict[str, str | None] = {}
    paths = []
    for place, (name, number) in enumerate(value.points):
        if not (name.strip() or number.strip()):
            continue
        path = f"value.points[{place}]"
        bare = _name(reading, f"{path}.mark", name)
        if bare and bare in marks:
            reading.wrong(f"{path}.mark", f"The mark {bare} stands here twice. Keep one of them.")
        marks[bare] = reading.figure(f"{path}.number", number, missing="Enter the number it stands for.")
        paths.append((f"{LINE}.value.points.{bare}", f"{path}.number"))
    return marks, paths


def _name(reading: Reading, path: str, name: str) -> str:
    """The name of a mark, cleaned; empty where it is wrong."""
    try:
        bare = clean_name(name)
    except ValueError as refusal:
        reading.wrong(path, str(refusal))
        return ""
    if not bare:
        reading.wrong(path, "Enter the name of the mark.")
    return bare


def _useful(sub: SubCriterion, scale: Scale | None) -> Scale | None:
    """A line's own scale; raw figures and marks stand on none."""
    return None if sub.kind is Kind.MEASURE or sub.value.rule == Rule.POINTS else scale

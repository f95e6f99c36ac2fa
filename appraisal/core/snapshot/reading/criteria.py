"""Reading what is judged by: the scale, the method, the criteria groups with their sub-criteria, the weight sets."""

from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import (
    Combine,
    CriteriaGroup,
    Kind,
    Method,
    Scale,
    ScalePoint,
    SubCriterion,
    ValueRule,
    WeightSet,
)
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.rules import SUB_CRITERION_LIMIT, score_problem

RULES_LATER = ("range", "options-range", "ratio", "points")
RESULTS_LATER = ("mean", "median")
KINDS_LATER = (Kind.MEASURE,)
VALUE_FIELDS = "rule worst best better points lo hi"
SUB_CRITERION_FIELDS = "id name short_name guidance kind scale value not_applicable_rule"


def read_criteria(fields: Fields, draft: Draft) -> None:
    """Read the scale, the method, the groups and the weight sets into the draft."""
    draft.scale = _scale(fields, draft)
    draft.method = _method(fields)
    for each in fields.objects("groups", "id name short_name stem guidance sub_criteria"):
        draft.groups.append((each.path, _group(each, draft)))
    if len(draft.sub_criteria) > SUB_CRITERION_LIMIT:
        count = len(draft.sub_criteria)
        fields.wrong("groups", f"There are {count} sub-criteria here; the most is {SUB_CRITERION_LIMIT}. Take some out.")
    draft.weight_sets = [
        (each.path, _weight_set(each)) for each in fields.objects("weight_sets", "id name groups sub_criteria")
    ]


def _method(fields: Fields) -> Method:
    method = Fields(fields.values.get("method", {}), fields.at("method"), fields.problems, "combine weight_set result")
    return Method(
        combine=method.choice("combine", Combine, Combine.SUM),
        weight_set=method.id_or_null("weight_set"),
        result=method.word("result", ("agreed",), "agreed", later=RESULTS_LATER),
    )


def _group(each: Fields, draft: Draft) -> CriteriaGroup:
    group = CriteriaGroup(
        id=each.id("id"),
        name=each.name("name", required=True),
        short_name=each.name("short_name"),
        stem=each.name("stem"),
        guidance=each.text("guidance"),
        sub_criteria=(),
    )
    lines = [(sub.path, _sub_criterion(sub, draft)) for sub in each.objects("sub_criteria", SUB_CRITERION_FIELDS)]
    draft.sub_criteria += lines
    return CriteriaGroup(
        group.id, group.name, group.short_name, group.stem, group.guidance, tuple(line for _, line in lines)
    )


def _sub_criterion(sub: Fields, draft: Draft) -> SubCriterion:
    return SubCriterion(
        id=sub.id("id"),
        name=sub.name("name", required=True),
        short_name=sub.name("short_name"),
        guidance=sub.text("guidance"),
        kind=sub.choice("kind", Kind, Kind.SCORE, later=KINDS_LATER),
        scale=_scale(sub, draft),
        value=_value(sub),
        not_applicable_rule=sub.text("not_applicable_rule"),
    )


def _value(sub: Fields) -> ValueRule:
    """The value rule. The fields of the rules that are not built yet are known, but must not be given with ours."""
    value = Fields(sub.values.get("value", {}), sub.at("value"), sub.problems, VALUE_FIELDS)
    rule = value.word("rule", ("scale",), "scale", later=RULES_LATER)
    if value.values.get("rule", "scale") == "scale":
        for name in value.values:
            if name != "rule" and name in VALUE_FIELDS.split():
                value.wrong(str(name), "The rule scale takes no further field. Take it out.")
    return ValueRule(rule)


def _scale(fields: Fields, draft: Draft) -> Scale | None:
    """The scale, or None when it is null or left out; one that cannot be used is marked as broken in the draft."""
    scale = fields.object_or_null("scale", "lo hi step neutral points")
    if scale is None:
        read = None
    else:
        read = _scale_read(scale)
    if read is None and fields.has("scale"):
        draft.broken_scales.add(fields.path)
    return read


def _scale_read(fields: Fields) -> Scale | None:
    lo, hi = fields.number("lo"), fields.number("hi")
    step = fields.number("step") if "step" in fields.values else Decimal(1)
    neutral = fields.number_or_null("neutral")
    points = [
        (each.path, each.number("value"), each.name("label")) for each in fields.objects("points", "value label")
    ]
    if lo is None or hi is None or step is None or not _bounds_hold(fields, lo, hi, step):
        return None
    if neutral is not None and not lo <= neutral <= hi:
        fields.wrong("neutral", f"The neutral point {number_text(neutral)} is off the scale. Put it on the scale.")
    bare = Scale(lo, hi, step, neutral)
    _check_points(fields, bare, points)
    return Scale(lo, hi, step, neutral, tuple(ScalePoint(value, label) for _, value, label in points if value is not None))


def _bounds_hold(fields: Fields, lo: Decimal, hi: Decimal, step: Decimal) -> bool:
    """Whether there is a scale at all: lo below hi, and a whole number of steps between them."""
    before = len(fields.problems)
    if lo >= hi:
        fields.wrong("lo", f"The lowest score {number_text(lo)} must be below the highest, {number_text(hi)}.")
    if step <= 0:
        fields.wrong("step", "The step must be above 0.")
    elif lo < hi and (Fraction(hi) - Fraction(lo)) % Fraction(step):
        span = f"{number_text(lo)} to {number_text(hi)}"
        fields.wrong("step", f"Steps of {number_text(step)} do not lead from {span}. Give a step that divides the scale.")
    return len(fields.problems) == before


def _check_points(fields: Fields, scale: Scale, points: list[tuple[str, Decimal | None, str]]) -> None:
    seen: set[Decimal] = set()
    for path, value, _ in points:
        if value is None:
            continue
        wrong = score_problem(value, scale)
        if value in seen:
            wrong = f"The point {number_text(value)} stands here twice. Keep one of them."
        if wrong:
            fields.problems.add(f"{path}.value", wrong)
        seen.add(value)


def _weight_set(each: Fields) -> WeightSet:
    return WeightSet(
        id=each.id("id"),
        name=each.name("name", required=True),
        sub_criteria=each.numbers("sub_criteria"),
        groups=each.numbers("groups") if each.has("groups") else None,
    )

"""Reading what is judged by: the scale, the method, the criteria groups with their lines, the weight sets."""

from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import (
    CriteriaGroup,
    Method,
    Scale,
    ScalePoint,
    SubCriterion,
    ValueRule,
    WeightSet,
)
from appraisal.core.snapshot.reading.draft import Draft, parts_of
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.values import filled_words, number
from appraisal.core.snapshot.rules import SUB_CRITERION_LIMIT, score_problem
from appraisal.core.snapshot.showing import plain, shown
from appraisal.core.snapshot.valuing import (
    FIELDS_OF,
    has_marks,
    marks_in_order,
    rule_problem,
    value_problems,
)
from appraisal.core.snapshot.words import Better, Combine, Kind, Rule
from appraisal.core.text import clean_name

# What the format knows and nothing here can work out yet.
RESULTS_LATER = ("mean", "median")

GROUP_FIELDS = ("id", "name", "short_name", "stem", "guidance", "sub_criteria")
SUB_CRITERION_FIELDS = (
    "id", "name", "short_name", "guidance", "kind", "unit", "scale", "value", "not_applicable_rule"
)  # fmt: skip
VALUE_FIELDS = ("worst", "best", "better", "points", "lo", "hi")
SCALE_FIELDS = ("lo", "hi", "step", "neutral", "points")


def read_criteria(fields: Fields, draft: Draft) -> None:
    """Read the scale, the method, the groups and the weight sets into the draft."""
    draft.scale = _scale(fields, draft)
    draft.method = _method(fields)
    draft.groups = [(each.path, _group(each, draft)) for each in fields.objects("groups", GROUP_FIELDS)]
    count = len(draft.sub_criteria)
    if count > SUB_CRITERION_LIMIT:
        most = f"the most is {SUB_CRITERION_LIMIT}"
        fields.wrong("groups", f"There are {count:,} sub-criteria in all; {most}. Take some out.")
    draft.weight_sets = [
        (each.path, _weight_set(each))
        for each in fields.objects("weight_sets", ("id", "name", "groups", "sub_criteria"))
    ]


def _method(fields: Fields) -> Method:
    method = fields.object("method", ("combine", "weight_set", "result"))
    return Method(
        combine=method.choice("combine", Combine, Combine.SUM),
        weight_set=method.id_or_null("weight_set"),
        result=method.word("result", ("agreed",), "agreed", later=RESULTS_LATER),
    )


def _group(each: Fields, draft: Draft) -> CriteriaGroup:
    lines = [
        (sub.path, _sub_criterion(sub, draft)) for sub in each.objects("sub_criteria", SUB_CRITERION_FIELDS)
    ]
    draft.sub_criteria += lines
    return CriteriaGroup(
        id=each.id("id"),
        name=each.name("name", required=True),
        short_name=each.name("short_name"),
        stem=each.name("stem"),
        guidance=each.text("guidance"),
        sub_criteria=parts_of(lines),
    )


def _sub_criterion(sub: Fields, draft: Draft) -> SubCriterion:
    line = SubCriterion(
        id=sub.id("id"),
        name=sub.name("name", required=True),
        short_name=sub.name("short_name"),
        guidance=sub.text("guidance"),
        kind=sub.choice("kind", Kind, Kind.SCORE),
        scale=_scale(sub, draft),
        value=_value(sub, draft),
        not_applicable_rule=sub.text("not_applicable_rule"),
        unit=sub.name("unit"),
    )
    _check_kind(sub, line, draft)
    return line


def _check_kind(sub: Fields, line: SubCriterion, draft: Draft) -> None:
    """What the kind, the value rule, the scale and the unit of a line must agree on."""
    if sub.values.get("kind", Kind.SCORE) != line.kind:
        draft.broken_scales.add(sub.path)
    if sub.path in draft.broken_scales:
        return
    wrong = rule_problem(line.kind, line.value.rule)
    if wrong:
        value = sub.values.get("value")
        named = isinstance(value, dict) and "rule" in value
        sub.wrong("value.rule" if named else "value", wrong)
        draft.broken_scales.add(sub.path)
    elif line.scale is not None and (line.kind is Kind.MEASURE or has_marks(line)):
        what = "Marks have" if has_marks(line) else "A measure has"
        sub.wrong("scale", f"{what} no scale: the value rule stands in its place. Make this null.")
    if line.unit and line.kind is not Kind.MEASURE:
        sub.wrong("unit", "Only a measure has a unit. Take it out, or make the kind measure.")


def _value(sub: Fields, draft: Draft) -> ValueRule:
    """The value rule; where it is wrong, the line is marked as one that no cell can be held against."""
    before = len(sub.problems)
    value = sub.object("value", ("rule", *VALUE_FIELDS))
    named = value.word("rule", tuple(Rule), Rule.SCALE)
    own = FIELDS_OF[named]
    if value.values.get("rule", Rule.SCALE) == named:
        for name in VALUE_FIELDS:
            if name in value.values and name not in own:
                known = f"takes only {', '.join(own)}" if own else "takes no further field"
                value.wrong(name, f"The rule {named} {known}. Take it out.")
    rule = ValueRule(
        rule=named,
        worst=value.number("worst") if "worst" in own else None,
        best=value.number("best") if "best" in own else None,
        better=_better(value) if "better" in own else "",
        points=_marks(value) if "points" in own else {},
        lo=value.number("lo") if "lo" in own else None,
        hi=value.number("hi") if "hi" in own else None,
    )
    if len(sub.problems) == before:
        for name, wrong in value_problems(rule):
            field, _, mark = name.partition(".")
            value.problems.add(f"{value.at(field)}.{plain(mark)}" if mark else value.at(field), wrong)
    if len(sub.problems) > before:
        draft.broken_scales.add(sub.path)
    return rule


def _better(value: Fields) -> str:
    return value.word("better", tuple(Better), Better.HIGHER) if value.must_have("better") else ""


def _marks(value: Fields) -> dict[str, Decimal]:
    """Numbers by the names of the marks, from the lowest number up; two names that clean alike are wrong."""
    found: dict[str, Decimal] = {}
    if value.must_have("points"):
        for key, each, path in value.pairs("points"):
            name = filled_words(key, path, value.problems, clean_name)
            figure = number(each, path, value.problems)
            if name in found:
                value.problems.add(path, f"{shown(name)} stands here twice. Keep one of them.")
            found[name] = Decimal(0) if figure is None else figure
    return {name: found[name] for name in marks_in_order(ValueRule(points=found))}


def _scale(fields: Fields, draft: Draft) -> Scale | None:
    """The scale of the file or of a line, or None; one that is wrong is marked as broken in the draft."""
    own = fields.object_or_null("scale", SCALE_FIELDS)
    scale = None if own is None else _scale_read(own)
    if scale is None and fields.has("scale"):
        draft.broken_scales.add(fields.path)
    return scale


def _scale_read(own: Fields) -> Scale | None:
    lo, hi = own.number("lo"), own.number("hi")
    step = own.number("step") if "step" in own.values else Decimal(1)
    neutral = own.number_or_null("neutral")
    points = [
        (each.path, each.number("value"), each.name("label"))
        for each in own.objects("points", ("value", "label"))
    ]
    if lo is None or hi is None or step is None or not _bounds_hold(own, lo, hi, step):
        return None
    if neutral is not None and not lo <= neutral <= hi:
        span = f"{number_text(lo)} to {number_text(hi)}"
        own.wrong(
            "neutral",
            f"{number_text(neutral)} is off the scale, which runs from {span}. Put it on the scale.",
        )
    known = [(path, ScalePoint(value, label)) for path, value, label in points if value is not None]
    _check_points(own, Scale(lo, hi, step), known)
    return Scale(lo, hi, step, neutral, parts_of(known))


def _bounds_hold(own: Fields, lo: Decimal, hi: Decimal, step: Decimal) -> bool:
    """Whether there is a scale at all: lo below hi, and a whole number of steps between them."""
    if lo >= hi:
        own.wrong("lo", f"The lowest score, {number_text(lo)}, must be below the highest, {number_text(hi)}.")
        return False
    if step <= 0:
        own.wrong("step", "A step must be above 0.")
        return False
    if (Fraction(hi) - Fraction(lo)) % Fraction(step):
        steps = f"Steps of {number_text(step)} from {number_text(lo)} do not meet {number_text(hi)}."
        own.wrong("step", f"{steps} Give a step that divides the scale.")
        return False
    return True


def _check_points(own: Fields, scale: Scale, points: list[tuple[str, ScalePoint]]) -> None:
    """Each point is on the scale, and none stands twice."""
    seen: set[Decimal] = set()
    for path, point in points:
        wrong = score_problem(point.value, scale)
        if point.value in seen:
            wrong = f"The point {number_text(point.value)} stands here twice. Keep one of them."
        if wrong:
            own.problems.add(f"{path}.value", wrong)
        seen.add(point.value)


def _weight_set(each: Fields) -> WeightSet:
    return WeightSet(
        id=each.id("id"),
        name=each.name("name", required=True),
        sub_criteria=each.numbers("sub_criteria"),
        groups=each.numbers("groups") if each.has("groups") else None,
    )

"""A criteria group, and a line of it: how the line is judged, and how that becomes a value."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from appraisal.core.snapshot import Kind, Rule
from appraisal.forms.choices import hinted, offer
from appraisal.forms.setup.base import SetupForm, figure_field, line_field, name_field, text_field
from appraisal.forms.text import PairedText, paired, pairs

COMMON, OWN, MARKS = "common", "own", "marks"
"""What a scored line is scored on: the appraisal's scale, one of its own, or marks that stand for numbers."""

KINDS = (
    (Kind.SCORE.value, "Scored", "People judge it and give a score with a rationale."),
    (
        Kind.MEASURE.value,
        "Measured",
        (
            "A figure is known, such as pounds or minutes, and a rule turns it into a value from 0 to 100. "
            "Only weighted values can be added up from it: see Weights."
        ),
    ),
    (
        Kind.WORDS.value,
        "In words only",
        "Not scored, by design. The words stand in the matrix and count for nothing.",
    ),
    (
        Kind.GATE.value,
        "Pass or fail",
        "A gate before the scores. An option that fails it gets no total and no rank.",
    ),
)
SCORED_ON = (
    (COMMON, "The appraisal's scale", ""),
    (OWN, "A scale of its own", ""),
    (MARKS, "Marks that stand for numbers", "For example high, medium and low, or colours."),
)
RULES = (
    (
        Rule.RANGE.value,
        "A fixed range",
        (
            "The worst figure counts 0, the best 100, and those between evenly. Where lower is better the "
            "worst is above the best. It stays the same whatever the options are."
        ),
    ),
    (
        Rule.OPTIONS_RANGE.value,
        "The range of the options",
        (
            "The worst figure on the short list counts 0 and the best 100. Ranks may change when an option "
            "comes or goes."
        ),
    ),
    (
        Rule.RATIO.value,
        "In proportion to the best",
        "The best figure on the short list counts 100, and half as good counts 50. Figures must be above 0.",
    ),
    (Rule.POINTS.value, "Marks that stand for numbers", "For example high, medium and low, or colours."),
)
BETTER = (("higher", "Higher is better", ""), ("lower", "Lower is better", ""))
POINT_EXAMPLE = "One on each line, with an equals sign: 1 = Strong negative impact."
MARK_EXAMPLE = "One on each line, with an equals sign: low = 1."


class GroupForm(SetupForm):
    """A heading of criteria."""

    name = name_field("Name", help_text="The aim that its lines serve, as the paper words it.")
    short_name = line_field("Short name", help_text="One or two words, for charts and the head of tables.")
    stem = line_field(
        "Words that its lines complete",
        help_text="For example “Ability of the model to:”. Leave it empty where there are none.",
    )
    guidance = text_field("Guidance", help_text="What whoever scores should bear in mind.")


class LineForm(SetupForm):
    """A line: its texts, and how it is judged.

    ``judged=False`` leaves out how it is judged, which changes only while the appraisal is set up.
    """

    name = name_field("Name", help_text="As the paper words it.")
    short_name = line_field("Short label", help_text="One to three words, for the head of the matrix.")
    guidance = text_field("Guidance", help_text="Stands beside the scores while people give them.")
    group = forms.ChoiceField(label="Criteria group", required=False)
    kind = hinted(KINDS, label="How it is judged", required=False)
    scored_on = hinted(SCORED_ON, label="What it is scored on", required=False)
    unit = line_field("Unit", help_text="For example £ thousand, minutes, tonnes a year.")
    rule = hinted(RULES, label="How a figure becomes a value", required=False)
    better = hinted(BETTER, label="Which figures are better", required=False)
    worst = figure_field("Worst figure", help_text="It counts 0.")
    best = figure_field("Best figure", help_text="It counts 100.")
    points = PairedText(label="Marks and their numbers", limit=20_000, help_text=MARK_EXAMPLE)
    points_lo = figure_field("Lowest number a mark may have", help_text="It counts 0.")
    points_hi = figure_field("Highest number a mark may have", help_text="It counts 100.")
    scale_lo = figure_field("Lowest score on this line")
    scale_hi = figure_field("Highest score on this line")
    scale_step = figure_field("Step on this line")
    scale_neutral = figure_field("Neutral point on this line", help_text="Empty where there is none.")
    scale_points = PairedText(label="What its points mean", limit=100_000, help_text=POINT_EXAMPLE)
    not_applicable_rule = text_field(
        "When it does not apply",
        rows=2,
        help_text="Only with a rule here may a cell be “not applicable”: such an option is not compared. "
        "Leave it empty where the line applies to every option.",
    )

    JUDGED = (
        *("kind", "scored_on", "unit", "rule", "better", "worst", "best", "points", "points_lo", "points_hi"),
        *("scale_lo", "scale_hi", "scale_step", "scale_neutral", "scale_points", "not_applicable_rule"),
    )
    PATHS = {
        "value": "rule",
        "value.rule": "rule",
        "value.better": "better",
        "value.worst": "worst",
        "value.best": "best",
        "value.lo": "points_lo",
        "value.hi": "points_hi",
        "value.points": "points",
        "value.points.mark": "points",
        "value.points.number": "points",
        "scale": "scale_lo",
        "scale.lo": "scale_lo",
        "scale.hi": "scale_hi",
        "scale.step": "scale_step",
        "scale.neutral": "scale_neutral",
        "scale.points": "scale_points",
        "scale.points.value": "scale_points",
        "scale.points.label": "scale_points",
        "group_id": "group",
    }

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        groups: Iterable[tuple[str, str]],
        group: str,
        judged: bool = True,
        **options: Any,
    ) -> None:
        self.judged = judged
        self.group_now = group
        super().__init__(data, **options)
        first = {"kind": Kind.SCORE.value, "scored_on": COMMON, "scale_step": "1", "group": group}
        self.initial = {**first, **self.initial}
        offer(self, "group", groups)
        if self.is_new:
            del self.fields["group"]
        if not judged:
            for name in (*self.JUDGED, "group"):
                self.fields.pop(name, None)

    def held(self, content: Any) -> dict[str, Any]:
        """The line as the boxes hold it."""
        value, scale = content.value, content.scale
        held = {
            **super().held(content),
            "group": self.group_now,
            "scored_on": MARKS if value.rule == Rule.POINTS else OWN if scale else COMMON,
            "rule": "" if value.rule == Rule.SCALE else value.rule,
            "better": value.better,
            "worst": value.worst,
            "best": value.best,
            "points": paired(value.points),
            "points_lo": value.lo,
            "points_hi": value.hi,
            "scale_step": "1",
        }
        if scale:
            held |= {f"scale_{name}": getattr(scale, name) for name in ("lo", "hi", "step", "neutral")}
            held["scale_points"] = paired(scale.points)
        return held

    @property
    def texts(self) -> dict[str, str]:
        """Name, short label and guidance, after ``is_valid``."""
        return {name: self.cleaned_data[name] for name in ("name", "short_name", "guidance")}

    @property
    def goes_to(self) -> str | None:
        """The group that the line is to move to, None where it stays; after ``is_valid``."""
        chosen = self.cleaned_data.get("group") or self.group_now
        return None if chosen == self.group_now else chosen

    @property
    def judging(self) -> dict[str, Any]:
        """Kind, unit and the rule for not applicable, as SubCriterionInput names them, after ``is_valid``."""
        sent = self.cleaned_data
        kind = sent["kind"] or Kind.SCORE.value
        return {
            "kind": kind,
            "unit": sent["unit"] if kind == Kind.MEASURE else "",
            "not_applicable_rule": sent["not_applicable_rule"] if kind in (Kind.SCORE, Kind.MEASURE) else "",
        }

    @property
    def value(self) -> dict[str, Any]:
        """The fields of ValueInput: of the rule that was chosen, and no others, after ``is_valid``."""
        sent, rule = self.cleaned_data, self._rule
        found: dict[str, Any] = {"rule": rule}
        if rule == Rule.RANGE:
            found |= {"worst": sent["worst"], "best": sent["best"]}
        elif rule in (Rule.OPTIONS_RANGE, Rule.RATIO):
            found |= {"better": sent["better"]}
        elif rule == Rule.POINTS:
            listed = pairs(sent["points"], last=True)
            found |= {"points": listed, "lo": sent["points_lo"], "hi": sent["points_hi"]}
        return found

    @property
    def scale(self) -> dict[str, Any] | None:
        """The fields of ScaleInput of a line with a scale of its own, else None, after ``is_valid``."""
        sent = self.cleaned_data
        if (sent["kind"] or Kind.SCORE) != Kind.SCORE or sent["scored_on"] != OWN:
            return None
        ends = {name: sent[f"scale_{name}"] for name in ("lo", "hi", "step", "neutral")}
        return {**ends, "points": pairs(sent["scale_points"])}

    @property
    def _rule(self) -> str:
        sent = self.cleaned_data
        kind = sent["kind"] or Kind.SCORE.value
        if kind == Kind.MEASURE:
            return sent["rule"]
        return Rule.POINTS.value if kind == Kind.SCORE and sent["scored_on"] == MARKS else Rule.SCALE.value

    def entry(self, name: str, index: int) -> str:
        """The mark or the point on one line of a box."""
        if name not in ("points", "scale_points"):
            return ""
        listed = pairs(self.data.get(name, ""), last=name == "points")
        return listed[index][0] if index < len(listed) else ""

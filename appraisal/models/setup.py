"""What is compared and by what.

Options, criteria groups, sub-criteria, and the scales that scores stand on.
"""

from django.db import models

from appraisal.core.snapshot import Kind, OptionStage, Rule
from appraisal.models._fields import (
    kept_once,
    known,
    number,
    place,
    removed_at,
    saved_version,
    slug,
    text,
    words,
)
from appraisal.models.appraisal import Appraisal


class CriteriaGroup(models.Model):
    """A heading of criteria (an aim)."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="groups")
    place = place()
    slug = slug()
    name = text()
    short_name = text()
    stem = text()
    guidance = text()
    version = saved_version()
    removed_at = removed_at()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "slug"], name="group_slug_once"),
            kept_once(["appraisal", "place"], "group_place_once_kept"),
        ]

    def __str__(self) -> str:
        return self.slug


class SubCriterion(models.Model):
    """One line to judge by. Its slug is unique in the whole appraisal.

    Cells and addresses name it without its group. ``value_fields`` holds what its value rule takes, in the
    shape of the appraisal file.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="sub_criteria")
    group = models.ForeignKey(CriteriaGroup, on_delete=models.CASCADE, related_name="sub_criteria")
    place = place()
    slug = slug()
    name = text()
    short_name = text()
    guidance = text()
    kind = words(Kind)
    unit = text()
    value_rule = words(Rule)
    value_fields = models.JSONField(default=dict)
    not_applicable_rule = text()
    version = saved_version()
    removed_at = removed_at()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "slug"], name="sub_criterion_slug_once"),
            kept_once(["group", "place"], "sub_criterion_place_once_kept"),
            known("kind", Kind, "sub_criterion_kind_is_known"),
            known("value_rule", Rule, "sub_criterion_rule_is_known"),
        ]

    def __str__(self) -> str:
        return self.slug


class Scale(models.Model):
    """What a score may be: from ``lo`` to ``hi`` in steps.

    The appraisal's own, or that of one sub-criterion.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="scales")
    sub_criterion = models.OneToOneField(
        SubCriterion, null=True, on_delete=models.CASCADE, related_name="scale"
    )
    lo = number()
    hi = number()
    step = number()
    neutral = number(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal"], condition=models.Q(sub_criterion=None), name="scale_of_appraisal_once"
            ),
            models.CheckConstraint(condition=models.Q(lo__lt=models.F("hi")), name="scale_lo_below_hi"),
            models.CheckConstraint(condition=models.Q(step__gt=0), name="scale_step_above_nought"),
            models.CheckConstraint(
                condition=models.Q(neutral=None)
                | models.Q(neutral__gte=models.F("lo"), neutral__lte=models.F("hi")),
                name="scale_neutral_on_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lo} to {self.hi}"


class ScalePoint(models.Model):
    """One point of a scale with its descriptor."""

    scale = models.ForeignKey(Scale, on_delete=models.CASCADE, related_name="points")
    place = place()
    value = number()
    label = text()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scale", "place"], name="scale_point_place_once"),
            models.UniqueConstraint(fields=["scale", "value"], name="scale_point_value_once"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.label}"


class Option(models.Model):
    """A course of action: long-listed, short-listed, or dropped with a reason; one is the baseline.

    ``swot`` and ``filter`` have the shape of the appraisal file, each with a version of its own: they are
    written on pages of their own.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="options")
    place = place()
    slug = slug()
    number = models.BigIntegerField(null=True)
    name = text()
    short_name = text()
    other_names = models.JSONField(default=list)
    proposal = models.JSONField(default=list)
    summary = text()
    baseline = models.BooleanField()
    stage = words(OptionStage)
    reason = text()
    decided_on = text()
    swot = models.JSONField(default=dict)
    filter = models.JSONField(default=list)
    version = saved_version()
    swot_version = saved_version()
    filter_version = saved_version()
    removed_at = removed_at()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "slug"], name="option_slug_once"),
            kept_once(["appraisal", "place"], "option_place_once_kept"),
            known("stage", OptionStage, "option_stage_is_known"),
            models.UniqueConstraint(
                fields=["appraisal"],
                condition=models.Q(baseline=True, removed_at=None),
                name="option_baseline_once_kept",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

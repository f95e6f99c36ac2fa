"""The appraisal itself, the bodies that take part in it, and what it recommends."""

import uuid
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models

from appraisal.core.lifecycle import Stage
from appraisal.core.snapshot import Combine
from appraisal.core.snapshot.rules import ID_LIMIT
from appraisal.models._fields import known, place, saved_version, slug, text, words
from organisations.roles import BodyKind

BODY_ROLES = ("decides", "recommends", "consulted", "receives")


class AppraisalQuerySet(models.QuerySet["Appraisal"]):
    """Named filters."""

    def with_a_body_of(self, user_id: UUID) -> Self:
        """Those in which a body of the person takes part, each once: the only ones they may see."""
        taking_part = Participation.objects.filter(
            appraisal=models.OuterRef("pk"), organisation__memberships__user=user_id
        )
        return self.filter(models.Exists(taking_part))

    def locked(self) -> Self:
        """Locked until the transaction ends. Rows that point here may still be written (NO KEY UPDATE)."""
        return self.select_for_update(of=("self",), no_key=True)


class Appraisal(models.Model):
    """One question with its options, criteria, scores and people.

    ``revision`` is raised by every save of anything in the appraisal and never goes back. ``setup_stamp`` is
    another one after every change of what is compared, by what and how, or of the texts around it: of all
    that is no cell, stage, body or part of the recommendation. Small lists that are only stored and printed
    are JSON in the shape of the canonical appraisal file.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=ID_LIMIT, unique=True)
    title = text()
    question = text()
    summary = text()
    stage = words(Stage)
    document = models.JSONField(null=True)
    timeline = models.JSONField(default=list)
    responsibilities = models.JSONField(default=list)
    combine = words(Combine)
    weight_set = models.CharField(max_length=ID_LIMIT, blank=True, default="")
    result = words(["agreed"])
    printed = models.JSONField(null=True)
    references = models.JSONField(default=list)
    sections = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    success_factors = models.JSONField(default=list)
    weights_sealed_at = models.DateTimeField(null=True)
    versions = models.JSONField(default=dict)
    revision = models.PositiveBigIntegerField(default=1)
    setup_stamp = models.UUIDField(default=uuid.uuid4)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        constraints = [
            known("stage", Stage, "appraisal_stage_is_known"),
            known("combine", Combine, "appraisal_combine_is_known"),
            known("result", ["agreed"], "appraisal_result_is_known"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="appraisal_has_slug"),
            models.CheckConstraint(
                condition=models.Q(combine=Combine.SUM.value) | ~models.Q(weight_set=""),
                name="appraisal_weighted_names_weight_set",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Participation(models.Model):
    """A body's part in an appraisal, in the words of the paper. Its people see the appraisal."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="participations"
    )
    place = place()
    slug = slug()
    # As this paper calls the body, whatever other papers and the body's own record call it.
    short_name = text()
    kind = words(BodyKind)
    lead = models.BooleanField()
    role = words(BODY_ROLES)
    body = text()
    asked_to = text()
    when = text()
    version = saved_version()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "slug"], name="participation_slug_once"),
            models.UniqueConstraint(fields=["appraisal", "place"], name="participation_place_once"),
            models.UniqueConstraint(fields=["appraisal", "organisation"], name="participation_of_body_once"),
            known("kind", BodyKind, "participation_kind_is_known"),
            known("role", BODY_ROLES, "participation_role_is_known"),
        ]

    def __str__(self) -> str:
        return self.slug


class Recommendation(models.Model):
    """What the appraisal recommends and why. The row is always there.

    ``given`` says whether anything stands in it.

    ``version`` is the appraisal's revision when the recommendation, the questions put to the bodies, the
    method followed or the references were last saved: one page edits them together.
    """

    appraisal = models.OneToOneField(Appraisal, on_delete=models.CASCADE, related_name="recommendation")
    given = models.BooleanField(default=False)
    option = models.ForeignKey("appraisal.Option", null=True, on_delete=models.RESTRICT, related_name="+")
    statement = text()
    reasons = models.JSONField(default=list)
    version = models.PositiveBigIntegerField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(given=True) | models.Q(option=None, statement=""),
                name="recommendation_empty_unless_given",
            )
        ]

    def __str__(self) -> str:
        return f"recommendation of {self.appraisal_id}"

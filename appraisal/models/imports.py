"""What somebody brought in and has not applied yet: read, planned, previewed, and kept for a day."""

import uuid

from django.conf import settings
from django.db import models

from appraisal.models._fields import known, text, words
from appraisal.models.appraisal import Appraisal

SORTS = ("workbook", "pasted", "appraisal-file")


class ImportPlan(models.Model):
    """One file or pasted table on its way in.

    ``appraisal`` is the one whose cells it would change, or None for a new one. ``reading`` is what the file
    says, ``choices`` what the person chose where it does not, and ``plan`` what would then be done, on the
    ``revision`` and the versions of cells that it names; while ``plan`` is null the file is still being read.
    Once applied, ``result`` is the appraisal, and what was read is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    appraisal = models.ForeignKey(Appraisal, null=True, on_delete=models.CASCADE, related_name="import_plans")
    sort = words(SORTS)
    source = text()
    made_at = models.DateTimeField()
    choices = models.JSONField(default=dict)
    reading = models.JSONField(null=True)
    plan = models.JSONField(null=True)
    revision = models.PositiveBigIntegerField(null=True)
    applied_at = models.DateTimeField(null=True)
    result = models.ForeignKey(Appraisal, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            known("sort", SORTS, "import_plan_sort_is_known"),
            models.CheckConstraint(
                condition=models.Q(applied_at=None) | models.Q(reading__isnull=True, plan__isnull=True),
                name="import_plan_empty_once_applied",
            ),
        ]
        indexes = [models.Index(fields=["made_at"], name="import_plan_made_at")]

    def __str__(self) -> str:
        return f"{self.sort} {self.source}"

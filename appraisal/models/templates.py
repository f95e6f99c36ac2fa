"""Criteria templates that an organisation saved for its next appraisals."""

import uuid

from django.conf import settings
from django.db import models

from appraisal.models._fields import text


class CriteriaTemplate(models.Model):
    """An organisation's own criteria, ready for a new appraisal.

    ``content`` is a criteria template as a file of fixtures/criteria_templates holds it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="criteria_templates"
    )
    name = text()
    content = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="criteria_template_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="criteria_template_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

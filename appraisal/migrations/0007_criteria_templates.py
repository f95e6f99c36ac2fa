"""Criteria that an organisation saves for its next appraisals."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appraisal", "0006_weights_given_and_sealed"),
        ("organisations", "0002_audit_events_stand"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CriteriaTemplate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.TextField(blank=True, default="")),
                ("content", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria_templates",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="criteriatemplate",
            constraint=models.UniqueConstraint(
                fields=("organisation", "name"), name="criteria_template_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="criteriatemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="criteria_template_has_name"
            ),
        ),
    ]

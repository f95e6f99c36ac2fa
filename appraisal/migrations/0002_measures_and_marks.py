"""Raw figures with their unit, marks that stand for numbers, and the rules that turn them into values."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0001_appraisals")]

    operations = [
        migrations.AddField(
            model_name="subcriterion", name="unit", field=models.TextField(blank=True, default="")
        ),
        migrations.AddField(
            model_name="subcriterion", name="value_fields", field=models.JSONField(default=dict)
        ),
        migrations.RemoveConstraint(model_name="subcriterion", name="sub_criterion_value_rule_is_known"),
        migrations.AlterField(
            model_name="subcriterion",
            name="value_rule",
            field=models.CharField(
                choices=[
                    ("scale", "scale"),
                    ("range", "range"),
                    ("options-range", "options-range"),
                    ("ratio", "ratio"),
                    ("points", "points"),
                ],
                max_length=30,
            ),
        ),
        migrations.AddConstraint(
            model_name="subcriterion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_rule__in", ["scale", "range", "options-range", "ratio", "points"])
                ),
                name="sub_criterion_rule_is_known",
            ),
        ),
        migrations.AddField(model_name="cell", name="mark", field=models.TextField(blank=True, default="")),
        migrations.RemoveConstraint(model_name="cell", name="cell_score_exactly_when_scored"),
        migrations.AddConstraint(
            model_name="cell",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("score__isnull", False), ("state", "scored"), ("mark", "")),
                    models.Q(("score", None), ("state", "scored"), models.Q(("mark", ""), _negated=True)),
                    models.Q(models.Q(("state", "scored"), _negated=True), ("mark", ""), ("score", None)),
                    _connector="OR",
                ),
                name="cell_score_or_mark_exactly_when_scored",
            ),
        ),
    ]

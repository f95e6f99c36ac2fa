"""Groups, lines and options that were taken out are kept, with their cells, and may come back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0003_versions_of_the_set_up")]

    operations = [
        migrations.AddField(
            model_name="criteriagroup", name="removed_at", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="subcriterion", name="removed_at", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(model_name="option", name="removed_at", field=models.DateTimeField(null=True)),
        migrations.RemoveConstraint(model_name="criteriagroup", name="group_place_once"),
        migrations.AddConstraint(
            model_name="criteriagroup",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("appraisal", "place"),
                name="group_place_once_kept",
            ),
        ),
        migrations.RemoveConstraint(model_name="subcriterion", name="sub_criterion_place_once"),
        migrations.AddConstraint(
            model_name="subcriterion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("group", "place"),
                name="sub_criterion_place_once_kept",
            ),
        ),
        migrations.RemoveConstraint(model_name="option", name="option_place_once"),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("appraisal", "place"),
                name="option_place_once_kept",
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(
                condition=models.Q(("baseline", True), ("removed_at", None)),
                fields=("appraisal",),
                name="option_baseline_once_kept",
            ),
        ),
    ]

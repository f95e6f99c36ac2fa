"""Which save of each thing in the set-up it is, so that an edit names the one it was made from."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0002_measures_and_marks")]

    operations = [
        migrations.AddField(model_name="appraisal", name="versions", field=models.JSONField(default=dict)),
        migrations.AddField(
            model_name="participation", name="version", field=models.PositiveBigIntegerField(default=1)
        ),
        migrations.AddField(
            model_name="criteriagroup", name="version", field=models.PositiveBigIntegerField(default=1)
        ),
        migrations.AddField(
            model_name="subcriterion", name="version", field=models.PositiveBigIntegerField(default=1)
        ),
        migrations.AddField(
            model_name="option", name="version", field=models.PositiveBigIntegerField(default=1)
        ),
        migrations.AddField(
            model_name="weightset", name="version", field=models.PositiveBigIntegerField(default=1)
        ),
    ]

"""From long list to short list: success factors, how each option does against them, SWOT, and dates."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0004_removed_rows")]

    operations = [
        migrations.AddField(
            model_name="appraisal", name="success_factors", field=models.JSONField(default=list)
        ),
        migrations.AddField(
            model_name="option", name="decided_on", field=models.TextField(blank=True, default="")
        ),
        migrations.AddField(model_name="option", name="swot", field=models.JSONField(default=dict)),
        migrations.AddField(
            model_name="option", name="swot_version", field=models.PositiveBigIntegerField(default=1)
        ),
        migrations.AddField(model_name="option", name="filter", field=models.JSONField(default=list)),
        migrations.AddField(
            model_name="option", name="filter_version", field=models.PositiveBigIntegerField(default=1)
        ),
    ]

"""A weight that nobody has given yet, and when the weights were sealed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0005_long_list")]

    operations = [
        migrations.AddField(model_name="weight", name="given", field=models.BooleanField(default=True)),
        migrations.AddField(
            model_name="appraisal", name="weights_sealed_at", field=models.DateTimeField(null=True)
        ),
    ]

"""Weight sets: preferences as people have them, never normalised here."""

from django.db import models

from appraisal.models._fields import number, place, saved_version, slug, text
from appraisal.models.appraisal import Appraisal
from appraisal.models.setup import CriteriaGroup, SubCriterion


class WeightSet(models.Model):
    """One set of preferences. Without ``has_group_weights`` the weights stand on the sub-criteria alone."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="weight_sets")
    place = place()
    slug = slug()
    name = text()
    has_group_weights = models.BooleanField()
    version = saved_version()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "slug"], name="weight_set_slug_once"),
            models.UniqueConstraint(fields=["appraisal", "place"], name="weight_set_place_once"),
        ]

    def __str__(self) -> str:
        return self.slug


class Weight(models.Model):
    """The weight of one criteria group or of one sub-criterion in a set.

    ``given`` is False for one that nobody has set yet: a line that came after the weights holds a place only.
    """

    weight_set = models.ForeignKey(WeightSet, on_delete=models.CASCADE, related_name="weights")
    group = models.ForeignKey(CriteriaGroup, null=True, on_delete=models.CASCADE, related_name="+")
    sub_criterion = models.ForeignKey(SubCriterion, null=True, on_delete=models.CASCADE, related_name="+")
    value = number()
    given = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gte=0), name="weight_not_negative"),
            models.CheckConstraint(
                condition=models.Q(group=None, sub_criterion__isnull=False)
                | models.Q(group__isnull=False, sub_criterion=None),
                name="weight_of_one_group_or_sub_criterion",
            ),
            models.UniqueConstraint(fields=["weight_set", "group"], name="weight_of_group_once"),
            models.UniqueConstraint(
                fields=["weight_set", "sub_criterion"], name="weight_of_sub_criterion_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)

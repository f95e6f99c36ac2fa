"""The cells of the decision matrix: agreed score, state and rationale."""

from django.conf import settings
from django.db import models

from appraisal.core.snapshot import CellState
from appraisal.models._fields import known, number, text, words
from appraisal.models.appraisal import Appraisal
from appraisal.models.setup import Option, SubCriterion

BASES = ("given", "worked-out")


class Cell(models.Model):
    """One option on one sub-criterion. A cell without a row is unscored and has version 0.

    ``version`` is the appraisal's revision when the cell was last saved. It therefore only ever grows, even
    where a replaced file takes a cell away and a later one brings it back, so that an old page is always
    found out. Where marks stand for numbers (the rule points) a scored cell holds the ``mark``, else the
    ``score``.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="cells")
    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="cells")
    sub_criterion = models.ForeignKey(SubCriterion, on_delete=models.CASCADE, related_name="cells")
    state = words(CellState)
    score = number(null=True)
    mark = text()
    basis = words(BASES)
    rationale = text()
    version = models.PositiveBigIntegerField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["option", "sub_criterion"], name="cell_once"),
            known("state", CellState, "cell_state_is_known"),
            known("basis", BASES, "cell_basis_is_known"),
            models.CheckConstraint(
                condition=(models.Q(state=CellState.SCORED.value, score__isnull=False) & models.Q(mark=""))
                | (models.Q(state=CellState.SCORED.value, score=None) & ~models.Q(mark=""))
                | (~models.Q(state=CellState.SCORED.value) & models.Q(score=None, mark="")),
                name="cell_score_or_mark_exactly_when_scored",
            ),
            models.CheckConstraint(
                condition=models.Q(state=CellState.SCORED.value) | models.Q(basis="given"),
                name="cell_worked_out_only_when_scored",
            ),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="cell_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.option_id} on {self.sub_criterion_id}"

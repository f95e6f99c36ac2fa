"""How options do on the long list: the filter against success factors, and SWOT."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Option, Snapshot, Swot, Verdict
from appraisal.core.snapshot.writing.parts import of_success_factor, of_swot, of_verdict
from appraisal.services.setup.frame import Saved, begin
from appraisal.services.setup.inputs import VerdictInput, verdict_inputs
from appraisal.services.setup.options import row_of, rows_in
from appraisal.services.setup.reading import Reading, kept
from organisations.audit import Actor

SWOT_PARTS = ("strengths", "weaknesses", "opportunities", "threats")


def save_swot(
    *, actor: Actor, at: datetime, appraisal_id: UUID, option_id: str, swot: Swot, version: int
) -> Saved:
    """Saves the strengths, weaknesses, opportunities and threats of an option. May be done until agreed.

    ``version`` is that of its SWOT. Empty points fall away. Raises Refused, Missing, Stale with a Swot, or
    Invalid with paths such as ``swot.strengths[0]``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, stands = row_of(change, option_id)
        wanted = _swot(swot)
        if wanted == stands.swot:
            return change.saved(option_id, row.swot_version)
        subject = f"options/{option_id}/swot"
        change.refuse_stale(version, row.swot_version, subject, stands.swot)
        rows_in(change).filter(pk=row.pk).update(swot_version=change.version, swot=of_swot(wanted))
        return change.done(option_id, "SWOT saved", subject, of_swot(stands.swot), of_swot(wanted))


def save_filter(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    option_id: str,
    verdicts: Mapping[str, VerdictInput],
    version: int,
) -> Saved:
    """Saves how an option does against each success factor, by its id. May be done until agreed.

    ``version`` is that of its filter. A factor that is left out keeps its verdict. Raises Refused, Missing,
    Stale with VerdictInputs by factor, or Invalid with paths such as ``filter.FACTOR.words``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, stands = row_of(change, option_id)
        wanted = _filtered(change.now, stands, verdicts)
        if wanted.filter == stands.filter:
            return change.saved(option_id, row.filter_version)
        subject = f"options/{option_id}/filter"
        change.refuse_stale(version, row.filter_version, subject, verdict_inputs(stands))
        before, after = ([of_verdict(one) for one in each.filter] for each in (stands, wanted))
        known = {factor.id for factor in change.now.success_factors}
        hidden = [one for one in row.filter if one["factor"] not in known]
        rows_in(change).filter(pk=row.pk).update(filter_version=change.version, filter=[*after, *hidden])
        return change.done(option_id, "filter saved", subject, {"filter": before}, {"filter": after})


def _swot(typed: Swot) -> Swot:
    reading = Reading()
    points = {part: kept(getattr(typed, part)) for part in SWOT_PARTS}
    found = reading.part(
        {
            "options": [
                {
                    "id": "option",
                    "name": "Option",
                    "swot": {part: [text for _, text in texts] for part, texts in points.items()},
                }
            ]
        },
        [
            (f"options[0].swot.{part}[{index}]", f"swot.{part}[{place}]")
            for part, texts in points.items()
            for index, (place, _) in enumerate(texts)
        ],
    )
    return reading.finish(found).options[0].swot


def _filtered(now: Snapshot, option: Option, typed: Mapping[str, VerdictInput]) -> Option:
    """The option with the verdicts that were typed; what nothing is said of has none."""
    reading = Reading()
    factors = [factor.id for factor in now.success_factors]
    for unknown in set(typed) - set(factors):
        reading.wrong(f"filter.{unknown}.verdict", "This success factor is not there any more.")
    wanted = {**verdict_inputs(option), **typed}
    said = [
        (factor, wanted[factor])
        for factor in factors
        if factor in wanted and (wanted[factor].verdict or wanted[factor].words.strip())
    ]
    data = [
        # Words alone are a verdict in words.
        {"factor": factor, "verdict": one.verdict or Verdict.WORDS.value, "words": one.words}
        for factor, one in said
    ]
    for factor, one in said:
        if one.verdict == Verdict.WORDS and not one.words.strip():
            reading.wrong(f"filter.{factor}.words", "Write the words, or choose another verdict.")
    found = reading.part(
        {
            "success_factors": [of_success_factor(factor) for factor in now.success_factors],
            "options": [{"id": "option", "name": "Option", "filter": data}],
        },
        [(f"options[0].filter[{index}]", f"filter.{factor}") for index, (factor, _) in enumerate(said)],
    )
    return replace(option, filter=reading.finish(found).options[0].filter)

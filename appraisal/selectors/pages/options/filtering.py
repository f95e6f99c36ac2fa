"""The options framework-filter: every option against every success factor."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.sentences import option_heading, option_label
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import FactorKind
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.options.listing import STAGES, RemovedRow, removed_rows
from appraisal.selectors.pages.options.verdicts import FilterResult, VerdictShown, filter_result, verdicts

KINDS = {
    FactorKind.CRITICAL_SUCCESS_FACTOR: "Critical success factor",
    FactorKind.OBJECTIVE: "Objective",
}


@dataclass(frozen=True)
class FactorRow:
    """What the options are held against, in its place."""

    id: str
    place: int
    name: str
    kind: str
    first: bool
    last: bool


@dataclass(frozen=True)
class FilterRow:
    """One option: its verdicts in the order of the factors, and how it came through."""

    id: str
    heading: str
    name: str
    label: str
    stage_label: str
    colour: str
    verdicts: tuple[VerdictShown, ...]
    result: FilterResult | None


@dataclass(frozen=True)
class FilterPage:
    """All of the page."""

    factors: tuple[FactorRow, ...]
    rows: tuple[FilterRow, ...]
    removed: tuple[RemovedRow, ...]


def filter_page(appraisal_id: UUID) -> FilterPage:
    """The page of an appraisal that the person has been found to see."""
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    last = len(snapshot.success_factors) - 1
    return FilterPage(
        factors=tuple(
            FactorRow(factor.id, place, factor.name, KINDS[factor.kind], place == 0, place == last)
            for place, factor in enumerate(snapshot.success_factors)
        ),
        rows=tuple(
            FilterRow(
                id=option.id,
                heading=option_heading(option),
                name=second_name(option),
                label=option_label(option),
                stage_label=STAGES[option.stage][0],
                colour=STAGES[option.stage][1],
                verdicts=verdicts(snapshot, option),
                result=filter_result(snapshot, option),
            )
            for option in snapshot.options
        ),
        removed=removed_rows(state, "success-factors"),
    )

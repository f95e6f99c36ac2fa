"""Totals that a file prints beside those that the core computes from its scores."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from appraisal.core.evaluation import Evaluation, evaluate
from appraisal.core.figures import exact, written
from appraisal.core.sentences import option_label
from appraisal.core.snapshot import Snapshot, number_from
from appraisal.workbook.book import Found, Holds
from appraisal.workbook.plan import Compared, Said
from appraisal.workbook.theirs import Theirs, TheirTotal

Figures = tuple[tuple[Compared, ...], tuple[Said, ...]]


def figure_of(found: Found) -> Fraction | None:
    """The number that a cell prints, or None where it prints none."""
    if found.holds not in (Holds.NUMBER, Holds.TEXT):
        return None
    head = found.text.strip().split()[0] if found.text.strip() else ""
    try:
        return Fraction(number_from(head.rstrip(".:;")))
    except ValueError:
        return None


def compared(
    theirs: Theirs, snapshot: Snapshot, options: Mapping[int, str], groups: Mapping[int, str]
) -> Figures:
    """Every printed total with the computed one beside it, and a question for each that differs.

    ``options`` and ``groups`` are ids by their place in the table; a total of another is left out.
    """
    figures, questions = [], []
    evaluation = evaluate(snapshot)
    for total in theirs.totals:
        printed = figure_of(total.found)
        option = options.get(total.option)
        group = "" if total.group is None else groups.get(total.group)
        if option is None or group is None:
            continue
        if printed is None:
            questions.append(Said(total.where, "This total is no number, so it was not compared."))
            continue
        each = _compared(total, printed, evaluation, option, group)
        figures.append(each)
        if each.differs:
            questions.append(Said(total.where, _differs(snapshot, each)))
    return tuple(figures), tuple(questions)


def _compared(
    total: TheirTotal, printed: Fraction, evaluation: Evaluation, option: str, group: str
) -> Compared:
    result = evaluation.by_id[option]
    computed = result.group_totals.get(group) if group else result.aggregate
    if computed is not None:
        # A sum printed to two places is the same as one that rounds to it.
        places = len(exact(printed).partition(".")[2])
        same = computed == printed or written(computed, places, fixed=True) == written(
            printed, places, fixed=True
        )
        return Compared(option, group, total.where, exact(printed), written(computed), same)
    bounds = result.group_ranges.get(group) if group else (result.floor, result.ceiling)
    low, high = bounds or (None, None)
    if low is None or high is None:
        return Compared(option, group, total.where, exact(printed), "", same=False)
    span = f"{written(low)} to {written(high)}"
    still = low <= printed <= high
    return Compared(option, group, total.where, exact(printed), span, same=False, open=still)


def _differs(snapshot: Snapshot, each: Compared) -> str:
    of = option_label(snapshot.option[each.option])
    name = next((group.short_name or group.name for group in snapshot.groups if group.id == each.group), "")
    what = f"{of}, {name or 'its group'}" if each.group else f"{of}, in all"
    if " to " in each.computed:
        return f"{what}: the file prints {each.printed}; scores are missing, so the sum is {each.computed}."
    if not each.computed:
        return f"{what}: the file prints {each.printed}; there is nothing to add up."
    return (
        f"{what}: the file prints {each.printed}, and the scores add up to {each.computed}. Which is right?"
    )


def printed_of(
    theirs: Theirs, options: Mapping[int, str], groups: Mapping[int, str]
) -> dict[str, Any] | None:
    """The printed totals as the appraisal file keeps them; None where the table has none."""
    aggregates: dict[str, str] = {}
    by_group: dict[str, dict[str, str]] = {}
    for total in theirs.totals:
        figure = figure_of(total.found)
        if figure is None:
            continue
        option = options[total.option]
        if total.group is None:
            aggregates.setdefault(option, exact(figure))
        else:
            by_group.setdefault(option, {}).setdefault(groups[total.group], exact(figure))
    return {"aggregates": aggregates, "group_totals": by_group} if aggregates or by_group else None

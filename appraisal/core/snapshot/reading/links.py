"""What ties the parts of a file together: an id that is used must exist, and may exist only once."""

from collections.abc import Iterable

from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.showing import plain, shown
from appraisal.core.snapshot.words import OptionStage

ABOUT = "appraisal, groups/ID, sub-criteria/ID, options/ID or cells/OPTION/SUB-CRITERION"


def check_links(draft: Draft) -> None:
    """Write down every id that stands twice or names nothing, whoever uses it."""
    for placed in (
        draft.organisations,
        draft.groups,
        draft.sub_criteria,
        draft.weight_sets,
        draft.success_factors,
        draft.options,
        draft.sections,
    ):
        _once(((f"{path}.id", part.id) for path, part in placed), "The id", draft)
    # Bodies are matched by name when the file is stored, so two of one name would be one body taking part
    # twice.
    _once(((f"{path}.name", body.name) for path, body in draft.organisations), "The organisation", draft)
    _check_options(draft)
    _check_recommendation(draft)
    _check_printed(draft)
    _check_notes(draft)


def unknown(name: str, what: str) -> str:
    """The message about an id that names nothing."""
    return f"There is no {what} {shown(name)} in this file. Name one that is there."


def _once(values: Iterable[tuple[str, str]], what: str, draft: Draft) -> None:
    first: dict[str, str] = {}
    for path, value in values:
        if value and value in first:
            draft.wrong(path, f"{what} {shown(value)} stands already at {first[value]}. Each may stand once.")
        first.setdefault(value, path)


def _check_options(draft: Draft) -> None:
    """One baseline at most; no two short-listed options of one number, since sentences call them by it."""
    baselines = [path for path, option in draft.options if option.baseline]
    for path in baselines[1:]:
        draft.wrong(f"{path}.baseline", f"The baseline is {baselines[0]} already. Only one option may be it.")
    first: dict[int, str] = {}
    for path, option in draft.options:
        if option.number is None or option.stage is not OptionStage.SHORT_LIST:
            continue
        if option.number in first:
            other = f"{first[option.number]} is short-listed with the number {option.number} already."
            draft.wrong(f"{path}.number", f"{other} Give each its own.")
        first.setdefault(option.number, path)


def _check_recommendation(draft: Draft) -> None:
    recommendation = draft.recommendation
    if recommendation is None:
        return
    if recommendation.option and recommendation.option not in draft.option_ids:
        draft.wrong("recommendation.option", unknown(recommendation.option, "option"))
    named = [
        (f"recommendation.reasons[{place}].group", each.group)
        for place, each in enumerate(recommendation.reasons)
    ]
    _once(named, "The criteria group", draft)
    for path, group in named:
        if group and group not in draft.group_ids:
            draft.wrong(path, unknown(group, "criteria group"))


def _check_printed(draft: Draft) -> None:
    if draft.printed is None:
        return
    options, groups = draft.option_ids, draft.group_ids
    for option in draft.printed.aggregates:
        if option not in options:
            draft.wrong(f"printed.aggregates.{plain(option)}", unknown(option, "option"))
    for option, totals in draft.printed.group_totals.items():
        path = f"printed.group_totals.{plain(option)}"
        if option not in options:
            draft.wrong(path, unknown(option, "option"))
        for group in totals:
            if group not in groups:
                draft.wrong(f"{path}.{plain(group)}", unknown(group, "criteria group"))


def _check_notes(draft: Draft) -> None:
    known = {
        "groups": draft.group_ids,
        "sub-criteria": draft.sub_criterion_ids,
        "options": draft.option_ids,
    }
    for path, note in draft.notes:
        match note.about.split("/"):
            case [""] | ["appraisal"]:
                found = True
            case ["cells", option, sub]:
                found = option in known["options"] and sub in known["sub-criteria"]
            case [kind, each]:
                found = each in known.get(kind, ())
            case _:
                found = False
        if not found:
            message = f"{shown(note.about)} is nothing in this file. Write {ABOUT}, with ids from the file."
            draft.wrong(f"{path}.about", message)

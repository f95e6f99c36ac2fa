"""What ties the parts of a file together: ids that are used must exist, and may exist only once."""

from collections.abc import Iterable, Iterator

from appraisal.core.snapshot.parts import OptionStage
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.values import Problems, shown

ABOUT = "appraisal, groups/ID, sub-criteria/ID, options/ID or cells/OPTION/SUB-CRITERION"


def check_links(draft: Draft, problems: Problems) -> None:
    """Write down every id that stands twice or names nothing, whoever uses it."""
    for placed in (
        draft.organisations,
        draft.groups,
        draft.sub_criteria,
        draft.weight_sets,
        draft.options,
        draft.sections,
    ):
        _once(((f"{path}.id", part.id) for path, part in placed), "The id", problems)
    _once(((f"{path}.name", body.name) for path, body in draft.organisations), "The organisation", problems)
    _check_options(draft, problems)
    _check_recommendation(draft, problems)
    _check_printed(draft, problems)
    _check_notes(draft, problems)


def ids(placed: Iterable[tuple[str, object]]) -> set[str]:
    """The ids of parts."""
    return {part.id for _, part in placed}  # type: ignore[attr-defined]


def _once(values: Iterable[tuple[str, str]], what: str, problems: Problems) -> None:
    first: dict[str, str] = {}
    for path, value in values:
        if value and value in first:
            problems.add(path, f"{what} {shown(value)} stands at {first[value]} already. Each must be there once only.")
        first.setdefault(value, path)


def _check_options(draft: Draft, problems: Problems) -> None:
    """One baseline at most; no two short-listed options of one number, since sentences call them by it."""
    baselines = [path for path, option in draft.options if option.baseline]
    for path in baselines[1:]:
        problems.add(f"{path}.baseline", f"{baselines[0]} is the baseline already. Only one option can be.")
    first: dict[int, str] = {}
    for path, option in draft.options:
        if option.number is None or option.stage is not OptionStage.SHORT_LIST:
            continue
        if option.number in first:
            message = f"{first[option.number]} is Option {option.number} already. Give each short-listed option its own."
            problems.add(f"{path}.number", message)
        first.setdefault(option.number, path)


def _check_recommendation(draft: Draft, problems: Problems) -> None:
    recommendation = draft.recommendation
    if recommendation is None:
        return
    options, groups = ids(draft.options), ids(draft.groups)
    if recommendation.option and recommendation.option not in options:
        _unknown("recommendation.option", recommendation.option, "option", problems)
    paths = [f"recommendation.reasons[{place}].group" for place in range(len(recommendation.reasons))]
    named = [(path, reason.group) for path, reason in zip(paths, recommendation.reasons, strict=True)]
    _once(named, "The criteria group", problems)
    for path, group in named:
        if group and group not in groups:
            _unknown(path, group, "criteria group", problems)


def _check_printed(draft: Draft, problems: Problems) -> None:
    if draft.printed is None:
        return
    options, groups = ids(draft.options), ids(draft.groups)
    for option in draft.printed.aggregates:
        if option not in options:
            _unknown(f"printed.aggregates.{option}", option, "option", problems)
    for option, totals in draft.printed.group_totals.items():
        if option not in options:
            _unknown(f"printed.group_totals.{option}", option, "option", problems)
        for group in totals:
            if group not in groups:
                _unknown(f"printed.group_totals.{option}.{group}", group, "criteria group", problems)


def _check_notes(draft: Draft, problems: Problems) -> None:
    known = {"appraisal", *_addresses("groups", draft.groups), *_addresses("sub-criteria", draft.sub_criteria)}
    known |= set(_addresses("options", draft.options))
    known |= {f"cells/{option}/{sub}" for option in ids(draft.options) for sub in ids(draft.sub_criteria)}
    for path, note in draft.notes:
        if note.about and note.about not in known:
            message = f"{shown(note.about)} is nothing in this file. Write {ABOUT}, with ids that are in the file."
            problems.add(f"{path}.about", message)


def _addresses(kind: str, placed: Iterable[tuple[str, object]]) -> Iterator[str]:
    return (f"{kind}/{each}" for each in ids(placed))


def _unknown(path: str, name: str, what: str, problems: Problems) -> None:
    problems.add(path, f"There is no {what} {shown(name)} in this file. Name one that is there, or add it.")

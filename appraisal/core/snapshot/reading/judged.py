"""What the cells and the weights must agree on with the criteria and the options."""

from collections.abc import Mapping
from decimal import Decimal

from appraisal.core.snapshot.parts import Cell, CellState, Combine, Kind, Scale, SubCriterion, WeightSet
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.values import Problems, plain, shown
from appraisal.core.snapshot.rules import score_problem, state_problem


def check_judged(draft: Draft, problems: Problems) -> None:
    """Write down every cell, weight set and choice of method that does not fit the rest of the file."""
    _check_method(draft, problems)
    for path, weights in draft.weight_sets:
        _check_weights(path, weights, draft, problems)
    subs = {sub.id: (path, sub) for path, sub in draft.sub_criteria}
    options = {option.id for _, option in draft.options}
    noted = {note.about for _, note in draft.notes}
    seen: dict[tuple[str, str], str] = {}
    for path, cell in draft.cells:
        _check_names(path, cell, options, set(subs), problems)
        pair = (cell.option, cell.sub_criterion)
        if all(pair) and pair in seen:
            message = f"{seen[pair]} is the cell of {cell.option} on {cell.sub_criterion} already. Keep one of them."
            problems.add(path, message)
        seen.setdefault(pair, path)
        if cell.sub_criterion in subs:
            _check_cell(path, cell, *subs[cell.sub_criterion], draft, problems)
        if cell.basis == "worked-out" and f"cells/{cell.option}/{cell.sub_criterion}" not in noted:
            message = f"A score that is worked out needs a note about cells/{cell.option}/{cell.sub_criterion} that says how."
            problems.add(f"{path}.basis", message)


def _check_method(draft: Draft, problems: Problems) -> None:
    method, sets = draft.method, {weights.id for _, weights in draft.weight_sets}
    if method.combine is Combine.SUM and method.weight_set is not None:
        problems.add("method.weight_set", "A sum has no weights. Make this null, or combine in another way.")
    elif method.combine is not Combine.SUM and method.weight_set is None:
        problems.add("method.weight_set", f"Combining by {method.combine} needs a weight set. Name one that is in the file.")
    elif method.weight_set and method.weight_set not in sets:
        message = f"There is no weight set {shown(method.weight_set)} in this file. Name one that is there, or add it."
        problems.add("method.weight_set", message)


def _check_names(path: str, cell: Cell, options: set[str], subs: set[str], problems: Problems) -> None:
    if cell.option and cell.option not in options:
        problems.add(f"{path}.option", f"There is no option {shown(cell.option)} in this file. Name one that is there.")
    if cell.sub_criterion and cell.sub_criterion not in subs:
        message = f"There is no sub-criterion {shown(cell.sub_criterion)} in this file. Name one that is there."
        problems.add(f"{path}.sub_criterion", message)


def _check_cell(
    path: str, cell: Cell, sub_path: str, sub: SubCriterion, draft: Draft, problems: Problems
) -> None:
    wrong = state_problem(cell.state, sub.kind, sub.not_applicable_rule)
    if wrong:
        problems.add(f"{path}.state", wrong)
        return
    if cell.state is not CellState.SCORED or cell.score is None:
        return
    scale = sub.scale or draft.scale
    if sub_path in draft.broken_scales or (sub.scale is None and "" in draft.broken_scales):
        return
    if scale is None:
        problems.add(f"{path}.score", "There is no scale for this score. Give the file a scale, or make the cell unscored.")
        return
    _score(path, cell.score, scale, problems)


def _score(path: str, score: Decimal, scale: Scale, problems: Problems) -> None:
    wrong = score_problem(score, scale)
    if wrong:
        problems.add(f"{path}.score", wrong)


def _check_weights(path: str, weights: WeightSet, draft: Draft, problems: Problems) -> None:
    """Every scored sub-criterion has a weight, and nothing else has; with group weights, every group of one too."""
    scored = {sub.id: group.id for _, group in draft.groups for sub in group.sub_criteria if sub.kind is Kind.SCORE}
    known = {sub.id for _, sub in draft.sub_criteria}
    at = f"{path}.sub_criteria"
    _check_keys(at, weights.sub_criteria, set(scored), known, "sub-criterion", problems)
    for each in scored:
        if each and each not in weights.sub_criteria:
            problems.add(at, f"The scored sub-criterion {shown(each)} has no weight here. Give it one.")
    if weights.groups is None:
        _check_figures(at, weights.sub_criteria, problems)
        return
    at_groups = f"{path}.groups"
    _check_keys(at_groups, weights.groups, set(scored.values()), {group.id for _, group in draft.groups}, "criteria group", problems)
    for group in dict.fromkeys(scored.values()):
        if group and group not in weights.groups:
            problems.add(at_groups, f"The criteria group {shown(group)} has no weight here. Give it one.")
        local = {each: weight for each, weight in weights.sub_criteria.items() if scored.get(each) == group}
        _check_figures(at, local, problems, f" of the criteria group {shown(group)}")
    _check_figures(at_groups, weights.groups, problems)


def _check_keys(
    path: str, weights: Mapping[str, Decimal], weighed: set[str], known: set[str], what: str, problems: Problems
) -> None:
    for each in weights:
        if each not in known:
            problems.add(f"{path}.{plain(each)}", f"There is no {what} {shown(each)} in this file. Take the weight out.")
        elif each not in weighed:
            message = f"The {what} {shown(each)} is not scored, so it has no weight. Take the weight out."
            problems.add(f"{path}.{plain(each)}", message)


def _check_figures(path: str, weights: Mapping[str, Decimal], problems: Problems, whose: str = "") -> None:
    """No weight below nought; not all of them nought."""
    for each, weight in weights.items():
        if weight < 0:
            problems.add(f"{path}.{plain(each)}", "A weight cannot be negative. Give 0 or more.")
    if weights and not any(weights.values()):
        problems.add(path, f"All the weights{whose} are 0, so they cannot be shared out. Give at least one above 0.")

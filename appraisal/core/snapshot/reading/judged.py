"""What the method, the weights and the cells must agree on with the criteria and the options."""

from collections.abc import Mapping
from decimal import Decimal

from appraisal.core.snapshot.parts import Cell, SubCriterion, WeightSet
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.links import unknown
from appraisal.core.snapshot.rules import COUNTED, state_problem
from appraisal.core.snapshot.showing import plain, shown
from appraisal.core.snapshot.valuing import combine_problem, entry_problem, has_marks
from appraisal.core.snapshot.words import Combine, Kind


def check_judged(draft: Draft) -> None:
    """Write down every choice of method, weight set and cell that does not fit the rest of the file."""
    _check_method(draft)
    for path, weights in draft.weight_sets:
        _check_weight_set(path, weights, draft)
    _check_cells(draft)


def _check_method(draft: Draft) -> None:
    combine, chosen = draft.method.combine, draft.method.weight_set
    path = "method.weight_set"
    if combine is Combine.SUM:
        if chosen is not None:
            draft.wrong(path, "A sum has no weights. Make this null, or combine in another way.")
    elif chosen is None:
        draft.wrong(path, f"Combining by {combine} needs a weight set. Name one that is in the file.")
    elif chosen and chosen not in {weights.id for _, weights in draft.weight_sets}:
        draft.wrong(path, unknown(chosen, "weight set"))
    for sub_path, sub in draft.sub_criteria:
        wrong = "" if sub_path in draft.broken_scales else combine_problem(sub.kind, combine)
        if wrong:
            draft.wrong(f"{sub_path}.kind", wrong)


def _check_weight_set(path: str, weights: WeightSet, draft: Draft) -> None:
    """Every scored line has a weight and nothing else has; with group weights, so has every group of one."""
    scored = _groups_of_scored_lines(draft)
    own, own_path = weights.sub_criteria, f"{path}.sub_criteria"
    _check_names(own_path, own, draft, ("sub-criterion", list(scored), draft.sub_criterion_ids))
    if weights.groups is None:
        _check_figures(own_path, own, draft)
        return
    groups = [group for group in dict.fromkeys(scored.values()) if group]
    group_path = f"{path}.groups"
    _check_names(group_path, weights.groups, draft, ("criteria group", groups, draft.group_ids))
    _check_figures(group_path, weights.groups, draft)
    for group in groups:
        local = {each: weight for each, weight in own.items() if scored.get(each) == group}
        _check_figures(own_path, local, draft, f" in the criteria group {shown(group)}")


def _groups_of_scored_lines(draft: Draft) -> dict[str, str]:
    """Group ids by the ids of the scored lines; a line that stands twice counts where it stands first."""
    found: dict[str, str] = {}
    for _, group in draft.groups:
        for sub in group.sub_criteria:
            if sub.kind in COUNTED and sub.id:
                found.setdefault(sub.id, group.id)
    return found


def _check_names(
    path: str, weights: Mapping[str, Decimal], draft: Draft, wanted: tuple[str, list[str], set[str]]
) -> None:
    """``wanted``: what the weights are of, the ids that must have one, and all the ids there are."""
    what, scored, known = wanted
    for each in weights:
        if each not in known:
            draft.wrong(f"{path}.{plain(each)}", unknown(each, what))
        elif each not in scored:
            message = f"The {what} {shown(each)} is not scored, so it has no weight. Take it out."
            draft.wrong(f"{path}.{plain(each)}", message)
    for each in scored:
        if each not in weights:
            draft.wrong(path, f"The scored {what} {shown(each)} has no weight here. Give it one.")


def _check_figures(path: str, weights: Mapping[str, Decimal], draft: Draft, where: str = "") -> None:
    """No weight is below nought, and not all of them are nought."""
    for each, weight in weights.items():
        if weight < 0:
            draft.wrong(f"{path}.{plain(each)}", "A weight cannot be below 0. Give 0 or more.")
    if weights and not any(weights.values()):
        draft.wrong(path, f"All weights{where} are 0, which gives no shares. Give at least one above 0.")


def _check_cells(draft: Draft) -> None:
    subs = {sub.id: (path, sub) for path, sub in draft.sub_criteria}
    options = draft.option_ids
    notes = {note.about for _, note in draft.notes}
    first: dict[tuple[str, str], str] = {}
    for path, cell in draft.cells:
        if cell.option and cell.option not in options:
            draft.wrong(f"{path}.option", unknown(cell.option, "option"))
        if cell.sub_criterion in subs:
            _check_cell(path, cell, *subs[cell.sub_criterion], draft)
        elif cell.sub_criterion:
            draft.wrong(f"{path}.sub_criterion", unknown(cell.sub_criterion, "sub-criterion"))
        _check_basis(path, cell, notes, draft)
        pair = (cell.option, cell.sub_criterion)
        if all(pair) and pair in first:
            draft.wrong(
                path, f"The cell of {cell.option} on {cell.sub_criterion} stands already at {first[pair]}."
            )
        first.setdefault(pair, path)


def _check_cell(path: str, cell: Cell, sub_path: str, sub: SubCriterion, draft: Draft) -> None:
    """The state fits the kind of the line, and the score its scale."""
    wrong = state_problem(cell.state, sub.kind, sub.not_applicable_rule)
    if wrong:
        draft.wrong(f"{path}.state", wrong)
        return
    unscaled = sub.kind is Kind.MEASURE or has_marks(sub)
    broken = sub_path in draft.broken_scales or (
        sub.scale is None and not unscaled and "" in draft.broken_scales
    )
    if broken or (cell.score is None and not cell.mark):
        return
    wrong = entry_problem(cell.score, cell.mark, sub, sub.scale or draft.scale)
    if wrong:
        draft.wrong(f"{path}.score", wrong)


def _check_basis(path: str, cell: Cell, notes: set[str], draft: Draft) -> None:
    about = f"cells/{cell.option}/{cell.sub_criterion}"
    if cell.basis == "worked-out" and about not in notes:
        draft.wrong(f"{path}.basis", f"A score that is worked out needs a note about {about} that says how.")

"""Weights beside the lines of a table, and the form of combining that its printed totals agree with."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from appraisal.core.snapshot import Combine, Kind, Method, Snapshot, number_from
from appraisal.core.snapshot.heads import read_head
from appraisal.workbook.book import Found, Holds
from appraisal.workbook.plan import Said
from appraisal.workbook.planning.criteria import Kinds
from appraisal.workbook.planning.printed import compared
from appraisal.workbook.theirs import Theirs

ID, NAME = "as-in-the-file", "As in the file"
_WORDS = {
    Combine.SUM: "the plain sum of the scores, without the weights",
    Combine.WEIGHTED_SUM: "the sum of weights times scores",
    Combine.WEIGHTED_MEAN: "the mean of the scores by the weights' shares",
}


def weights_of(theirs: Theirs, kinds: Kinds) -> tuple[list[dict[str, Any]], tuple[Said, ...]]:
    """The weight set of the table, or none; and what is wrong with its weights, each where it stands."""
    scored = [at for at, kind in kinds.of.items() if kind is Kind.SCORE]
    if not any(theirs.lines[at].weight for at in scored):
        return [], ()
    weights: dict[str, str] = {}
    problems = []
    for at in scored:
        line = theirs.lines[at]
        problem = _problem(line.weight)
        if problem:
            problems.append(Said(_where(line.where, line.weight), problem))
        elif line.weight is not None:
            weights[f"line-{at + 1}"] = _number(line.weight)
    if weights and not problems and not any(float(weight) for weight in weights.values()):
        first = theirs.lines[scored[0]]
        said = "All weights are 0, which gives no shares. Give at least one above 0, or take them out."
        problems.append(Said(_where(first.where, first.weight), said))
    return [{"id": ID, "name": NAME, "groups": None, "sub_criteria": weights}], tuple(problems)


def with_best_method(
    snapshot: Snapshot, theirs: Theirs, options: Mapping[int, str], groups: Mapping[int, str]
) -> tuple[Snapshot, tuple[Said, ...]]:
    """The snapshot combined as most of the printed totals agree with, and what to ask about that."""
    if not snapshot.weight_sets:
        return snapshot, ()
    forms = (Combine.WEIGHTED_SUM, Combine.WEIGHTED_MEAN, Combine.SUM)
    tried = []
    for form in forms:
        method = Method(form, None if form is Combine.SUM else snapshot.weight_sets[0].id)
        one = replace(snapshot, method=method)
        figures, _ = compared(theirs, one, options, groups)
        tried.append((sum(each.same for each in figures), len(figures), one))
    agreeing, printed, best = max(tried, key=lambda each: each[0])
    agree = (
        f"{agreeing} of {printed} printed totals agree with it" if printed else "The file prints no totals"
    )
    words = _WORDS[best.method.combine]
    return best, (Said("", f"The total was taken as {words}. {agree}. Is that how it was meant?"),)


def _problem(weight: Found | None) -> str:
    if weight is None:
        return "This scored line has no weight, and others have. Give it one."
    if weight.holds not in (Holds.NUMBER, Holds.TEXT):
        return replace(weight, formula="").mistake or "This weight has no value. Type it."
    head = read_head(_plain(weight))
    if head.problem:
        return head.problem
    try:
        number = number_from(head.score)
    except ValueError as refused:
        return f"“{weight.text[:40]}” is no weight: {refused}"
    return "A weight cannot be below 0. Give 0 or more." if number < 0 else ""


def _number(weight: Found) -> str:
    return read_head(_plain(weight)).score


def _plain(weight: Found) -> str:
    return weight.text.strip().removesuffix("%").strip()


def _where(line: str, weight: Found | None) -> str:
    """Where a weight stands, or its line where it has none."""
    sheet, mark, _ = line.rpartition("!")
    return f"{sheet}{mark}{weight.address}" if weight else line

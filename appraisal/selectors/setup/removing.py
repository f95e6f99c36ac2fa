"""What a removal takes along, in sentences for the page that asks before it is done."""

from collections.abc import Iterable, Iterator

from appraisal.core.sentences import join, option_heading, plural, quoted
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import CellState, Snapshot


def goes_with(snapshot: Snapshot, about: str) -> tuple[str, ...]:
    """What goes out of the appraisal with a thing, one sentence each; empty where the thing is not there.

    ``about`` is ``options/ID``, ``groups/ID``, ``sub-criteria/ID`` or ``success-factors/ID``. All of it is
    kept and comes back with the thing.
    """
    kind, _, name = about.partition("/")
    tell = {
        "options": _with_option,
        "groups": _with_group,
        "sub-criteria": _with_line,
        "success-factors": _with_factor,
    }
    return tuple(tell[kind](snapshot, name)) if kind in tell else ()


def why_option_stays(snapshot: Snapshot, name: str) -> str:
    """Why an option cannot be removed, in a sentence with what to do; empty where it can."""
    option = snapshot.option.get(name)
    if option and len(snapshot.options) == 1:
        return (
            f"{option_heading(option)} is the only option, and an appraisal without one compares nothing. "
            "Add another option first, or change this one."
        )
    if option and snapshot.recommendation and snapshot.recommendation.option == name:
        return (
            f"{option_heading(option)} is the preferred option. Choose another one on the Recommendation "
            "page first, or none."
        )
    return ""


def _with_option(snapshot: Snapshot, name: str) -> Iterator[str]:
    option = snapshot.option.get(name)
    if option is None:
        return
    yield _cells(snapshot, options=[name])
    if any((option.swot.strengths, option.swot.weaknesses, option.swot.opportunities, option.swot.threats)):
        yield "Its SWOT goes out of sight with it."
    if option.filter:
        yield f"{_counted(len(option.filter), 'verdict')} with it: how it does against the success factors."
    if snapshot.printed and name in {*snapshot.printed.aggregates, *snapshot.printed.group_totals}:
        yield "The totals that the source printed for it go with it."
    yield from _notes(snapshot, f"options/{name}", f"cells/{name}/")


def _with_group(snapshot: Snapshot, name: str) -> Iterator[str]:
    group = next((group for group in snapshot.groups if group.id == name), None)
    if group is None:
        return
    lines = [sub.id for sub in group.sub_criteria]
    if lines:
        one = len(lines) == 1
        yield f"Its {plural(len(lines), 'sub-criterion', 'sub-criteria')} {'goes' if one else 'go'} with it."
    yield _cells(snapshot, lines=lines)
    yield from _weights(snapshot, [name, *lines])
    reasons = snapshot.recommendation.reasons if snapshot.recommendation else ()
    if any(each.group == name for each in reasons):
        yield "The reasons that the recommendation gives under it go with it."
    if snapshot.printed and any(name in totals for totals in snapshot.printed.group_totals.values()):
        yield "The group totals that the source printed go with it."
    yield from _notes(snapshot, f"groups/{name}", *(f"sub-criteria/{line}" for line in lines))


def _with_line(snapshot: Snapshot, name: str) -> Iterator[str]:
    if name not in snapshot.line:
        return
    yield _cells(snapshot, lines=[name])
    yield from _weights(snapshot, [name])
    yield from _notes(snapshot, f"sub-criteria/{name}")


def _with_factor(snapshot: Snapshot, name: str) -> Iterator[str]:
    if all(factor.id != name for factor in snapshot.success_factors):
        return
    count = sum(each.factor == name for option in snapshot.options for each in option.filter)
    if count:
        yield f"{_counted(count, 'verdict')} with it: how options do against it."
    else:
        yield "No option has a verdict against it yet."


def _cells(snapshot: Snapshot, options: Iterable[str] = (), lines: Iterable[str] = ()) -> str:
    """How many scores and rationales stand in its cells."""
    options, lines = set(options), set(lines)
    cells = [cell for cell in snapshot.cells if cell.option in options or cell.sub_criterion in lines]
    scores = sum(cell.state is CellState.SCORED for cell in cells)
    rationales = sum(bool(cell.rationale) for cell in cells)
    parts = [plural(count, noun) for count, noun in ((scores, "score"), (rationales, "rationale")) if count]
    if not parts:
        return "No score and no rationale stands in it yet."
    verb = "goes" if scores + rationales == 1 else "go"
    return f"{capital(join(parts))} {verb} with it. They are kept, and come back with it."


def _weights(snapshot: Snapshot, ids: Iterable[str]) -> Iterator[str]:
    """The weight sets in which it has any weight."""
    ids = set(ids)
    names = [
        quoted(weights.name)
        for weights in snapshot.weight_sets
        if any(
            weight and each in ids
            for each, weight in {**weights.sub_criteria, **(weights.groups or {})}.items()
        )
    ]
    if names:
        one = len(names) == 1
        yield (
            f"It has a weight in the weight {'set' if one else 'sets'} {join(names)}: without it the shares "
            "of the others grow."
        )


def _notes(snapshot: Snapshot, *heads: str) -> Iterator[str]:
    """How many notes there are; a head that ends in a slash stands for all below it."""
    count = sum(
        any(note.about == head or (head.endswith("/") and note.about.startswith(head)) for head in heads)
        for note in snapshot.notes
    )
    if count:
        yield f"{_counted(count, 'note')} with it, on the data about it."


def _counted(count: int, noun: str) -> str:
    """``One verdict goes``, ``Two verdicts go``."""
    return f"{capital(plural(count, noun))} {'goes' if count == 1 else 'go'}"

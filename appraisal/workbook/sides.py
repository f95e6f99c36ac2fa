"""One edge of a table: its rows or columns, with two that belong together (score and rationale) as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from appraisal.workbook import roles
from appraisal.workbook.tables import Entry


@dataclass(frozen=True)
class Member:
    """An option, a line, a total ... of one edge: where its scores stand, and its words if apart.

    ``outer`` is the heading over it, if any; ``weighted`` where its scores stand once more, multiplied by
    their weights. ``aside`` is what only stands beside others: such scores, or words of no one option.
    """

    label: str
    outer: str
    entry: Entry
    words: Entry | None = None
    weighted: Entry | None = None
    aside: bool = False

    @property
    def is_item(self) -> bool:
        """Whether this is an option or a line rather than a sum, a weight, a place or a heading."""
        sums = roles.is_total(self.label) or roles.is_ignored(self.label) or roles.is_weight(self.label)
        return bool(self.label) and not sums and not self.entry.bare and not self.aside

    @property
    def names(self) -> frozenset[str]:
        """What it may be called, in small letters and figures alone."""
        forms = (self.label, roles.option_name(self.label), roles.without_not_scored(self.label)[0])
        number = roles.option_number(self.label)
        return frozenset(
            "".join(each for each in form.casefold() if each.isalnum())
            for form in (*forms, f"Option {number}" if number is not None else self.label)
        )


def members(edge: Iterable[Entry]) -> list[Member]:
    """The members of an edge in order."""
    found: list[Member] = []
    for entry in edge:
        if _is_weighted(entry, found):
            found[-1] = replace(found[-1], weighted=entry)
            found.append(Member(entry.labels[-1], "", entry, aside=True))
            continue
        labels, part = _without_part(entry)
        label, outer = (labels[-1] if labels else ""), " – ".join(labels[:-1])
        if part and roles.is_words_part(part) and _joins(found, label, outer):
            found[-1] = replace(found[-1], words=entry)
        else:
            found.append(Member(label, outer, entry))
    return _without_lone_words(found)


def _is_weighted(entry: Entry, found: list[Member]) -> bool:
    """Whether this repeats the scores of the member before, multiplied by their weights."""
    whose = roles.weighted_of(entry.labels[-1]) if entry.labels else None
    if whose is None or not found:
        return False
    return len(entry.labels) > 1 or whose == found[-1].label


def _without_lone_words(found: list[Member]) -> list[Member]:
    """The members, where one of several alone has a column headed "Comments": that is not its own."""
    bare = [each for each in found if each.words and roles.is_words_part(each.words.labels[-1])]
    several = sum(each.is_item for each in found) > 1
    if len(bare) != 1 or not several or len(bare[0].words.labels if bare[0].words else ()) > 1:
        return found
    at, lone = found.index(bare[0]), bare[0].words
    words = [Member(lone.labels[-1], "", lone, aside=True)] if lone else []
    return [*found[:at], replace(bare[0], words=None), *words, *found[at + 1 :]]


def _without_part(entry: Entry) -> tuple[tuple[str, ...], str]:
    """The labels without the part that one of them names, and that part."""
    if len(entry.labels) > 1 and roles.is_part(entry.labels[-1]):
        return entry.labels[:-1], entry.labels[-1]
    if not entry.labels:
        return (), ""
    if roles.is_words_part(entry.labels[-1]):
        return entry.labels, entry.labels[-1]
    base, part = roles.split_part(entry.labels[-1])
    return ((*entry.labels[:-1], base), part) if part else (entry.labels, "")


def _joins(found: list[Member], label: str, outer: str) -> bool:
    """Whether words belong to the member before: of the same name, or headed by "Rationale" alone."""
    if not found or found[-1].words is not None or not found[-1].is_item:
        return False
    return (found[-1].label, found[-1].outer) == (label, outer) or roles.is_words_part(label)

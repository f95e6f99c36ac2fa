"""One edge of a table: its rows or columns, with two that belong together (score and rationale) as one."""

from collections import Counter
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
        """Whether this is an option or a line rather than a sum, a weight, a place or a heading.

        Figures without a name are one as well: whoever reads on asks for the name.
        """
        sums = roles.is_total(self.label) or roles.is_ignored(self.label) or roles.is_weight(self.label)
        return (bool(self.label) or self.entry.scored) and not sums and not self.entry.bare and not self.aside

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
    """The members of an edge in order.

    What ends in a part and has no fellow is a name of its own: “Quality of evidence”.
    """
    entries, found = list(edge), list[Member]()
    pairs = Counter(base for entry in entries for base in [_ending(entry)[0]] if base)
    several = sum(roles.weighted_of(entry.labels[-1]) == "" for entry in entries if entry.labels) > 1
    for entry in entries:
        last = next((at for at in reversed(range(len(found))) if not found[at].aside), None)
        before = None if last is None else found[last]
        if before and last is not None and _is_weighted(entry, before, several):
            found[last] = replace(before, weighted=entry)
            found.append(Member(entry.labels[-1], "", entry, aside=True))
            continue
        labels, part = _without_part(entry)
        label, outer = (labels[-1] if labels else ""), " – ".join(labels[:-1])
        if last is not None and roles.is_words_part(part) and _joins(before, label, outer):
            found[last] = replace(found[last], words=entry)
        else:
            own = len(labels) == len(entry.labels)  # not a part in a row of its own below the name
            alone = own and pairs[label] == 1 and not roles.is_option(label)
            found.append(Member(entry.labels[-1] if alone else label, outer, entry))
    return _without_lone_words(found)


def _is_weighted(entry: Entry, before: Member, several: bool) -> bool:
    """Whether this repeats the scores of the member before, multiplied by their weights.

    ``several``: more than one is called “Weighted score” and no more, so that each follows whose it is.
    """
    whose = roles.weighted_of(entry.labels[-1]) if entry.labels else None
    if whose is None:
        return False
    if not whose and len(entry.labels) == 1:
        return several
    return (whose or entry.labels[-2]) == before.label


def _without_lone_words(found: list[Member]) -> list[Member]:
    """The members, where one of several alone has a column headed "Comments": that is not its own."""
    bare = [each for each in found if each.words and roles.is_words_part(each.words.labels[-1])]
    several = sum(each.is_item for each in found) > 1
    if len(bare) != 1 or not several or len(bare[0].words.labels if bare[0].words else ()) > 1:
        return found
    at, lone = found.index(bare[0]), bare[0].words
    words = [Member(lone.labels[-1], "", lone, aside=True)] if lone else []
    return [*found[:at], replace(bare[0], words=None), *words, *found[at + 1 :]]


def _ending(entry: Entry) -> tuple[str, str]:
    """What stands before the part that the label ends in, and the part; nothing without one."""
    base, part = roles.split_part(entry.labels[-1]) if entry.labels else ("", "")
    return (base, part) if part else ("", "")


def _without_part(entry: Entry) -> tuple[tuple[str, ...], str]:
    """The labels without the part that one of them names, and that part. Figures are nobody's words."""
    if len(entry.labels) > 1 and roles.is_part(entry.labels[-1]):
        return entry.labels[:-1], entry.labels[-1]
    if not entry.labels or (entry.scored and roles.is_words_part(entry.labels[-1])):
        return entry.labels, ""
    if roles.is_words_part(entry.labels[-1]):
        return entry.labels, entry.labels[-1]
    base, part = _ending(entry)
    if part and not (entry.scored and roles.is_words_part(part)):
        return (*entry.labels[:-1], base), part
    return entry.labels, ""


def _joins(before: Member | None, label: str, outer: str) -> bool:
    """Whether words belong to the member before: of the same name, or headed by "Rationale" alone."""
    if before is None or before.words is not None or not before.is_item:
        return False
    return (before.label, before.outer) == (label, outer) or roles.is_words_part(label)

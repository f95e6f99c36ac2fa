"""Who can come first at all (method.md): the options that are strictly first under some weights.

And for the others, on what alone they could share first place. Where a mix of its rivals is nowhere behind
an option, weights that make it level carry nothing on the lines on which the mix is ahead: so lines drop out,
one proof at a time, until weights on those that are left do put it level.
"""

from collections.abc import Sequence

from appraisal.core.sensitivity.field import Table
from appraisal.core.sensitivity.game import Parts, ahead_somewhere, found_ahead, mixed, nowhere_behind
from appraisal.core.sensitivity.results import Dominance, Prospect

Rows = list[tuple[int, ...]]


def prospects(table: Table) -> tuple[Prospect, ...]:
    """Every option, in rank order."""
    return tuple(_prospect(table, place) for place in range(len(table.options)))


def dominance(table: Table) -> tuple[Dominance, ...]:
    """Every pair of which one dominates the other."""
    return tuple(
        Dominance(option, other, table.level)
        for i, option in enumerate(table.options)
        for j, other in enumerate(table.options)
        if table.values[i] != table.values[j] and _at_least(table.values[i], table.values[j])
    )


def _prospect(table: Table, place: int) -> Prospect:
    mine = table.values[place]
    matched = [other for other, row in enumerate(table.values) if other != place and _at_least(row, mine)]
    rows = [
        tuple(own - theirs for own, theirs in zip(mine, row, strict=True))
        for other, row in enumerate(table.values)
        if other != place
    ]
    first, lines = (True, ()) if table.leaders == (place,) else _standing(rows)
    return Prospect(
        option=table.options[place],
        can_be_first=first,
        matched_by=table.names(matched),
        dominated_by=table.names([other for other in matched if table.values[other] != mine]),
        level_on=() if first else tuple(table.ids[k] for k in lines),
    )


def _standing(rows: Rows) -> tuple[bool, tuple[int, ...]]:
    """Whether weights put the option ahead of all rivals; else the lines that alone may carry weight for it
    to be level with first place, none where it never is.
    """
    lines = tuple(range(len(rows[0])))
    strictly = True
    while lines and rows:
        still = [tuple(row[k] for k in lines) for row in rows]
        proof = _beaten(still)
        if proof is None:
            break
        strictly = False
        behind = mixed(still, proof)
        kept = tuple(k for k, at in zip(lines, behind, strict=True) if at == 0)
        if kept == lines:
            rows = [row for row, part in zip(rows, still, strict=True) if any(part)]
            if len(rows) == len(still):
                return False, lines if nowhere_behind(still) else ()
        lines = kept
    return strictly, lines


def _beaten(rows: Rows) -> Parts | None:
    """A mix of rivals that is nowhere behind the option; None where weights put it ahead of them all."""
    for place, row in enumerate(rows):
        if max(row) <= 0:
            return [int(other == place) for other in range(len(rows))]
    if any(min(ahead) > 0 for ahead in zip(*rows, strict=True)) or found_ahead(rows):
        return None
    ahead, proof = ahead_somewhere(rows)
    return None if ahead else proof


def _at_least(one: Sequence[int], other: Sequence[int]) -> bool:
    return all(a >= b for a, b in zip(one, other, strict=True))

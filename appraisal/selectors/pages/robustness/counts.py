"""What a table comes to, in one sentence before it: counts, and nothing that the table does not show."""

from collections.abc import Sequence

from appraisal.core.sentences import join, number_word, plural
from appraisal.core.sentences.words import capital
from appraisal.selectors.pages.robustness.beside import Places, Way
from appraisal.selectors.pages.robustness.scores import Scores, Steps

MOST_NAMED = 4


def sets_said(places: Places) -> str:
    """How many of the other sets of weights have another first place."""
    others = [way for way in places.ways[1:] if not way.problem]
    changed = [way for way in others if way.changes]
    if not others:
        return "There is no other set of weights to set beside these."
    if not changed:
        return f"First place is the same under all {number_word(len(others) + 1)} sets of weights."
    return (
        f"First place is not as it is now under {number_word(len(changed))} of the "
        f"{number_word(len(others))} other sets of weights: {_named(changed)}."
    )


def left_out_said(found: Sequence[Places]) -> str:
    """How many lines and groups change first place when they are left out."""
    lines, groups = ([way for way in places.ways if not way.problem] for places in found)
    told = [_changing(ways, noun) for ways, noun in ((lines, "line"), (groups, "criteria group")) if ways]
    return " ".join(told) or "Nothing can be left out: one line carries all the weight."


def _changing(ways: Sequence[Way], noun: str) -> str:
    changed = [way for way in ways if way.changes]
    if len(ways) == 1:
        does = "would change who is first" if changed else "does not change first place"
        return f"Leaving out {ways[0].name} {does}."
    if not changed:
        return f"Leaving out any one of the {plural(len(ways), noun)} does not change first place."
    return (
        f"Of the {plural(len(ways), noun)}, {number_word(len(changed))} would change who is first if left "
        f"out: {_named(changed)}."
    )


def steps_said(found: Steps) -> str:
    """How many single steps matter."""
    if not found.tried:
        return "No score here has steps to move by."
    if not found.rows:
        return (
            f"None of the {found.tried:,} single steps there are, each score one step up and one step down, "
            "changes first place or makes it level."
        )
    told = []
    if found.changing:
        told.append(f"{found.changing:,} would change first place")
    if found.tying:
        told.append(f"{found.tying:,} would make it level")
    return f"Of the {found.tried:,} single steps there are, {join(told)}."


def scores_said(found: Scores) -> str:
    """How many scores matter alone, however far they move."""
    if not found.tried:
        return ""
    if not found.changing + found.tying:
        return (
            f"None of the {found.tried:,} scores, moved alone as far as its scale goes, changes first place "
            "or makes it level."
        )
    head = f"of the {number_word(found.tried)} scores, moved alone as far as the scale goes,"
    if not found.changing:
        return capital(f"{number_word(found.tying)} {head} could make first place level, and none change it.")
    level = f"; {number_word(found.tying)} more could only make it level" if found.tying else ""
    return capital(f"{number_word(found.changing)} {head} could change first place{level}.")


def _named(ways: Sequence[Way]) -> str:
    names = [way.name for way in ways[:MOST_NAMED]]
    more = len(ways) - len(names)
    return join([*names, f"{number_word(more)} more"] if more else names)

"""Changes of score, and what can be said while something is missing. Each with its text."""

from decimal import Decimal

from appraisal.core.snapshot import Rule, ValueRule
from tests.core.small import appraisal, row

RANGE = ValueRule(Rule.RANGE, worst=Decimal(900), best=Decimal(500))
MEAN = {"combine": "weighted-mean"}
VALUED = {"combine": "weighted-value"}

SITUATIONS = {
    "a single step of score changes first place": (
        appraisal(row(1, "Do nothing", "4 3"), row(2, "Merge", "3 4"), weights=(51, 49), **MEAN),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than 50% of the weight (now 49%). 1a Care alone could change
        first place too, but only if its weight changed by as much or more. A single one-step
        change of score would change first place: any one of four scores.
        """,
    ),
    "any of many single steps changes first place": (
        appraisal(row(1, "Do nothing", "4 3 3"), row(2, "Merge", "3 4 3"), weights=(34, 33, 33), **MEAN),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than about 34% of the weight (now 33%). 1a Care alone could
        change first place too, but only if its weight changed by as much or more. No other single
        line puts another option ahead. A single one-step change of score would change first
        place: any one of six scores.
        """,
    ),
    "two steps tie at the earliest and already change first place": (
        appraisal(row(1, "Do nothing", "5 4"), row(2, "Merge", "4 4"), weights=(3, 2), **MEAN),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights put another option ahead of Option 1. Another option
        can at most draw level, and only where no line counts on which Option 1 is better. Two
        one-step changes of score would reverse first place; one would make it level. One score
        alone changes first place if it moves far enough: Option 1 on 1a Care at 3 instead of 5,
        or Option 1 on 1b Health at 2 instead of 4.
        """,
    ),
    "the second place is shared": (
        appraisal(row(1, "Do nothing", "5 5 5"), row(2, "Merge", "4 5 5 "), row(3, "Split", "5 4 5")),
        """
        Only Option 1 can come first outright, whatever the weights. Every other option is matched
        or beaten on every line by it. No weights put another option ahead of Option 1. Another
        option can at most draw level, and only where no line counts on which Option 1 is better.
        Two one-step changes of score would change first place; one would make it level. One score
        alone changes first place if it moves far enough: Option 1 on 1a Care at 3 instead of 5,
        Option 1 on 1b Health at 3 instead of 5, or Option 1 on 1c Access at 3 instead of 5.
        """,
    ),
    "no single score is enough": (
        appraisal(row(1, "Do nothing", "5 5 5 | 5"), row(2, "Merge", "2 2 2 | 2")),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights, of lines or of groups, put another option ahead of
        Option 1. Option 1 is ahead of every other option on every line. 13 one-step changes of
        score would reverse first place; 12 would make it level. No single score, however far it
        moves on its scale, puts another option ahead.
        """,
    ),
    "raw figures stay as they are": (
        appraisal(
            row(1, "As now", "4 | 880"),
            row(2, "Shared rota", "3 | 640"),
            row(3, "Contract", "2 | 500"),
            weights=(1, 3),
            measures={"health": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Every one of the three options can come first outright under some weights. Option 2 would
        lead if 1a Care alone carried more than about 58% but less than about 71% of the weight
        (now 25%). 2a Health alone could change first place too, but only if its weight changed by
        as much or more. No changes of score within the scales put another option ahead of Option
        3 or level with it. 2a Health is left as it is here: raw figures have no steps.
        """,
    ),
    "steps can only make first place level": (
        appraisal(
            row(1, "As now", "3 | 500"),
            row(2, "Shared rota", "1 | 900"),
            weights=(1, 1),
            measures={"health": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights put another option ahead of Option 1. Option 1 is
        ahead of every other option on every line. No changes of score within the scales put
        another option ahead of Option 1; six one-step changes of score would make first place
        level. 2a Health is left as it is here: raw figures have no steps.
        """,
    ),
    "there are raw figures only": (
        appraisal(
            row(1, "As now", "500 | 510"),
            row(2, "Shared rota", "600 | 700"),
            weights=(1, 1),
            measures={"care": (RANGE, "£k"), "health": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights put another option ahead of Option 1. Option 1 is
        ahead of every other option on every line. Every line holds raw figures, so there are no
        steps of score to count.
        """,
    ),
    "first place is shared and only raw figures weigh": (
        appraisal(
            row(1, "As now", "500 | 4"),
            row(2, "Shared rota", "500 | 5"),
            weights=(1, 0),
            measures={"care": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Only Option 2 can come first outright, whatever the weights. Option 1 is matched or beaten
        on every line by Option 2. First place is shared now: any more weight on 2a Health puts
        Option 2 ahead. 1a Care carries all the weight now, so it can only lose weight to another
        line. No single one-step change of score changes who shares first place. 1a Care is left
        as it is here: raw figures have no steps.
        """,
    ),
    "three share first place at the top of the scale and a fourth would pass them": (
        appraisal(
            *[row(n, f"Way {n}", "5 | 900") for n in (1, 2, 3)],
            row(4, "Contract", "4 | 880"),
            weights=(1, 1),
            measures={"health": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Only Option 4 can come first outright, whatever the weights. Options 1, 2 and 3 are level
        on every line, so none of these is ever ahead of another. Option 4 would lead if 2a Health
        alone carried more than about 83% of the weight (now 50%). 1a Care alone could change
        first place too, but only if its weight changed by as much or more. One step on a single
        score is enough to change who is first. 2a Health is left as it is here: raw figures have
        no steps.
        """,
    ),
    "only one option is ranked": (
        appraisal(row(1, "Do nothing", "5 4")),
        """
        Only one option is ranked, so there is no ranking to change.
        """,
    ),
    "a gate leaves one": (
        appraisal(row(1, "Do nothing", "5 4 | pass"), row(2, "Merge", "4 5 | fail")),
        """
        Only one option is ranked, so there is no ranking to change.
        """,
    ),
    "nothing is scored yet": (
        appraisal(row(1, "Do nothing", "? ?"), row(2, "Merge", "? ?")),
        """
        4 scores are missing, so it cannot be said yet what would change the ranking.
        """,
    ),
    "a score is missing and first place is open": (
        appraisal(row(1, "Do nothing", "5 ?"), row(2, "Merge", "5 4")),
        """
        1 score is missing, so it cannot be said yet what would change the ranking. First place is
        not decided: one score is missing, and Option 1 (6 to 10) and Option 2 (9) could each
        still be first, alone or shared. No place is decided yet.
        """,
    ),
    "scores are missing and first place is decided": (
        appraisal(
            row(1, "Do nothing", "5 5 5 | 5"), row(2, "Merge", "4 4 4 | 4"), row(3, "Split", "1 1 ? | ?")
        ),
        """
        2 scores are missing, so it cannot be said yet what would change the ranking. Option 1, Do
        nothing, comes first with 20 points, whatever the two missing scores turn out to be. It is
        4 ahead of Option 2, Merge (16). Every place is decided already.
        """,
    ),
    "a gate is not marked": (
        appraisal(row(1, "Do nothing", "5 | open"), row(2, "Merge", "4 | pass")),
        """
        1 gate is not decided, so it cannot be said yet what would change the ranking. First place
        is not decided: one gate is not marked yet, and Option 1 (5) and Option 2 (4) could each
        still be first. No place is decided yet.
        """,
    ),
    "no weights are chosen": (
        appraisal(row(1, "Do nothing", "5 4"), row(2, "Merge", "4 4"), **MEAN),
        """
        There are no weights yet, so there is no ranking to change.
        """,
    ),
}

"""The scale, its neutral point, and the baseline. Each with the text it must give."""

from tests.core.small import appraisal, row, scale

SITUATIONS = {
    "points are not whole numbers": (
        appraisal(
            row(1, "Do nothing", "3 3.5"),
            row(2, "Merge", "3.5 4"),
            row(3, "Split", "0.5 0"),
            on=scale(0, 5, 0.5, 2.5),
        ),
        """
        Option 2, Merge, comes first with 7.5 points, 1 ahead of Option 1, Do nothing (6.5).
        Totals can run from 0 to 10; 5 is “no impact” throughout, and Option 3 falls below it.

        Against Option 1 it is 0.5 points better on two lines (1a Care, 1b Health) and worse on
        none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "everybody has the lowest total": (
        appraisal(row(1, "Do nothing", "1 1"), row(2, "Merge", "1 1"), row(3, "Split", "1 1")),
        """
        All three ranked options share first place with 2 points each: the scores put none of them
        ahead. Totals can run from 2 to 10; 6 is “no impact” throughout, and every ranked option
        falls below it. Every ranked option has the lowest total possible.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "one has the lowest and one the highest total": (
        appraisal(row(1, "Do nothing", "1 1", baseline=True), row(2, "Merge", "5 5")),
        """
        Option 2, Merge, comes first with 10 points, 8 ahead of Option 1, Do nothing (2). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and Option 1 falls below it. Option 1
        has the lowest total possible. Option 2 has the highest total possible. The baseline,
        Option 1, comes last with 2.

        Against Option 1 it is four points better on two lines (1a Care, 1b Health) and worse on
        none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "everybody is exactly at the neutral point": (
        appraisal(row(1, "Do nothing", "3 3"), row(2, "Merge", "3 3")),
        """
        Option 1, Do nothing, and Option 2, Merge, share first place with 6 points each: no other
        option is ranked. Totals can run from 2 to 10; 6 is “no impact” throughout, and every
        ranked option is exactly at it.

        Against Option 2, Option 1 is level on both lines.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "some are below and some at the neutral point": (
        appraisal(
            row(1, "Do nothing", "1 2"),
            row(2, "Merge", "4 3"),
            row(3, "Split", "2 4"),
            row(4, "Pool", "3 3"),
            row(5, "Stay", "2 2"),
        ),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Options 3 and 4, which share second
        place (6 each). Totals can run from 2 to 10; 6 is “no impact” throughout, Options 5 and 1
        fall below it, and Options 3 and 4 are exactly at it.

        Against Option 3 it is two points better on one line (1a Care) and one worse on one (1b
        Health). Against Option 4 it is one point better on one line (1a Care), worse on none and
        level on one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the scale has no neutral point": (
        appraisal(row(1, "Do nothing", "3 3"), row(2, "Merge", "4 3"), on=scale(0, 10, neutral=None)),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Option 1, Do nothing (6). Totals
        can run from 0 to 20.

        Against Option 1 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the neutral point has a short label": (
        appraisal(row(1, "Do nothing", "3 3"), row(2, "Merge", "4 3"), on=scale(label="No change")),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Option 1, Do nothing (6). Totals
        can run from 2 to 10; 6 is “no change” throughout, and Option 1 is exactly at it.

        Against Option 1 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the neutral point has a long label that denies an impact": (
        appraisal(
            row(1, "Do nothing", "3 3"),
            row(2, "Merge", "4 3"),
            on=scale(label="It will not impact on this positively or negatively"),
        ),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Option 1, Do nothing (6). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the neutral point has a long label of another kind": (
        appraisal(
            row(1, "Do nothing", "3 3"),
            row(2, "Merge", "4 3"),
            on=scale(label="It will have no significant negative impact"),
        ),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Option 1, Do nothing (6). Totals
        can run from 2 to 10; 6 is the total of the neutral point on every line, and Option 1 is
        exactly at it.

        Against Option 1 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "totals are negative": (
        appraisal(
            row(1, "Do nothing", "-1 -2"),
            row(2, "Merge", "0 -1"),
            row(3, "Split", "-2 -2"),
            on=scale(-2, 2, neutral=0),
        ),
        """
        Option 2, Merge, comes first with -1 points, 2 ahead of Option 1, Do nothing (-3). Totals
        can run from -4 to 4; 0 is “no impact” throughout, and every ranked option falls below it.
        Option 3 has the lowest total possible.

        Against Option 1 it is one point better on two lines (1a Care, 1b Health) and worse on
        none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the baseline leads": (
        appraisal(row(1, "Do nothing", "5 5", baseline=True), row(2, "Merge", "4 3")),
        """
        Option 1, Do nothing, comes first with 10 points, 3 ahead of Option 2, Merge (7). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and no ranked option falls below it.
        Option 1 has the highest total possible. Option 1 is the baseline: no other option has a
        higher total.

        Against Option 2 it is better on two lines (two points on 1b Health; one point on 1a Care)
        and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the baseline shares a place in the middle": (
        appraisal(
            row(1, "Do nothing", "3 3", baseline=True),
            row(2, "Merge", "4 5"),
            row(3, "Split", "2 4"),
            row(4, "Pool", "1 1"),
        ),
        """
        Option 2, Merge, comes first with 9 points, 3 ahead of Options 1 and 3, which share second
        place (6 each). Totals can run from 2 to 10; 6 is “no impact” throughout, Option 4 falls
        below it, and Options 1 and 3 are exactly at it. Option 4 has the lowest total possible.
        The baseline, Option 1, shares second place with Option 3 (6 each).

        Against Option 1 it is better on two lines (two points on 1b Health; one point on 1a Care)
        and worse on none. Against Option 3 it is better on two lines (two points on 1a Care; one
        point on 1b Health) and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
}

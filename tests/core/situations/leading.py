"""Who leads, and why against the next. Each with the text it must give."""

from tests.core.small import appraisal, row, scale

SITUATIONS = {
    "one option leads": (
        appraisal(row(1, "Do nothing", "2 3 | 3 3", baseline=True), row(2, "Merge", "5 4 | 4 3")),
        """
        Option 2, Merge, comes first with 16 points, 5 ahead of Option 1, Do nothing (11). Totals
        can run from 4 to 20; 12 is “no impact” throughout, and Option 1 falls below it. The
        baseline, Option 1, comes last with 11.

        Against Option 1 it is better on three lines (three points on 1a Care; one point on 1b
        Health, 2a Access), worse on none and level on one.

        No weights were chosen, so each line counts once and each of the two criteria groups
        counts for 2 of 4 lines. Scores are advice, not a decision.
        """,
    ),
    "the lead is a single point": (
        appraisal(row(1, "Do nothing", "0 0 | 0"), row(2, "Merge", "0 0 | 1"), on=scale(0, 3, neutral=None)),
        """
        Option 2, Merge, comes first with 1 point, 1 ahead of Option 1, Do nothing (0). Totals can
        run from 0 to 9. Option 1 has the lowest total possible.

        Against Option 1 it is one point better on one line (2a Access), worse on none and level
        on two.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "lines differ by different amounts": (
        appraisal(
            row(1, "Do nothing", "2 3 | 3 5"), row(2, "Merge", "5 5 | 4 3"), row(3, "Split", "1 1 | 1 1")
        ),
        """
        Option 2, Merge, comes first with 17 points, 4 ahead of Option 1, Do nothing (13). Totals
        can run from 4 to 20; 12 is “no impact” throughout, and Option 3 falls below it. Option 3
        has the lowest total possible.

        Against Option 1 it is better on three lines (three points on 1a Care; two points on 1b
        Health; one point on 2a Access) and two worse on one (2b Voice).

        No weights were chosen, so each line counts once and each of the two criteria groups
        counts for 2 of 4 lines. Scores are advice, not a decision.
        """,
    ),
    "two share first place": (
        appraisal(row(1, "Do nothing", "3 3 | 3"), row(2, "Merge", "5 4 | 4"), row(3, "Split", "4 5 | 4")),
        """
        Option 2, Merge, and Option 3, Split, share first place with 13 points each, 4 ahead of
        Option 1, Do nothing (9). Totals can run from 3 to 15; 9 is “no impact” throughout, and
        Option 1 is exactly at it.

        Against Option 3, Option 2 is one point better on one line (1a Care), one worse on one (1b
        Health) and level on one.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "two share first place and are level on every line": (
        appraisal(row(1, "Do nothing", "5 5 | 4"), row(2, "Merge", "5 5 | 4"), row(3, "Split", "1 1 | 1")),
        """
        Option 1, Do nothing, and Option 2, Merge, share first place with 14 points each, 11 ahead
        of Option 3, Split (3). Totals can run from 3 to 15; 9 is “no impact” throughout, and
        Option 3 falls below it. Option 3 has the lowest total possible.

        Against Option 2, Option 1 is level on all three lines.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "three share first place": (
        appraisal(
            row(1, "Do nothing", "3 3 | 3"),
            row(2, "Merge", "5 4 | 4"),
            row(3, "Split", "4 5 | 4"),
            row(4, "Pool", "4 4 | 5"),
        ),
        """
        Options 2, 3 and 4 share first place with 13 points each, 4 ahead of Option 1, Do nothing
        (9). Totals can run from 3 to 15; 9 is “no impact” throughout, and Option 1 is exactly at
        it.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "everybody is level": (
        appraisal(row(1, "Do nothing", "3 4 | 3"), row(2, "Merge", "4 3 | 3"), row(3, "Split", "3 3 | 4")),
        """
        All three ranked options share first place with 10 points each: the scores put none of
        them ahead. Totals can run from 3 to 15; 9 is “no impact” throughout, and no ranked option
        falls below it.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "the only two options are level": (
        appraisal(row(1, "Do nothing", "3 4 | 3", baseline=True), row(2, "Merge", "4 3 | 3")),
        """
        Option 1, Do nothing, and Option 2, Merge, share first place with 10 points each: no other
        option is ranked. Totals can run from 3 to 15; 9 is “no impact” throughout, and no ranked
        option falls below it. Option 1 is the baseline: no other option has a higher total.

        Against Option 2, Option 1 is one point better on one line (1b Health), one worse on one
        (1a Care) and level on one.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "two share second place": (
        appraisal(
            row(6, "New vehicle", "5 5 | 5"),
            row(4, "Council leads", "4 4 | 4"),
            row(2, "Pool", "5 4 | 3"),
            row(1, "Do nothing", "2 3 | 3", baseline=True),
        ),
        """
        Option 6, New vehicle, comes first with 15 points, 3 ahead of Options 4 and 2, which share
        second place (12 each). Totals can run from 3 to 15; 9 is “no impact” throughout, and
        Option 1 falls below it. Option 6 has the highest total possible. The baseline, Option 1,
        comes last with 8.

        Against Option 4 it is one point better on three lines (1a Care, 1b Health, 2a Access) and
        worse on none. Against Option 2 it is better on two lines (two points on 2a Access; one
        point on 1b Health), worse on none and level on one.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "four share second place": (
        appraisal(
            row(6, "New vehicle", "5 5 | 4"),
            row(4, "Council leads", "4 4 | 4"),
            row(2, "Pool", "5 4 | 3"),
            row(1, "Do nothing", "4 3 | 5"),
            row(3, "CCG leads", "3 4 | 5"),
            row(5, "Split", "2 1 | 1"),
        ),
        """
        Option 6, New vehicle, comes first with 14 points, 2 ahead of Options 4, 2, 1 and 3, which
        share second place (12 each). Totals can run from 3 to 15; 9 is “no impact” throughout,
        and Option 5 falls below it.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "only one option is ranked": (
        appraisal(row(1, "Do nothing", "3 4")),
        """
        Only Option 1, Do nothing, is ranked, with 7 points: there is no other total to compare.
        Totals can run from 2 to 10; 6 is “no impact” throughout, and no ranked option falls below
        it.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the preferred option comes first": (
        appraisal(row(1, "Do nothing", "3 3"), row(2, "Merge", "4 3"), preferred="option-2"),
        """
        Option 2, Merge, comes first with 7 points, 1 ahead of Option 1, Do nothing (6). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the preferred option shares first place": (
        appraisal(
            row(1, "Do nothing", "4 4"), row(2, "Merge", "5 3"), row(3, "Split", "1 1"), preferred="option-2"
        ),
        """
        Option 1, Do nothing, and Option 2, Merge, share first place with 8 points each, 6 ahead
        of Option 3, Split (2). Totals can run from 2 to 10; 6 is “no impact” throughout, and
        Option 3 falls below it. Option 3 has the lowest total possible.

        Against Option 2, Option 1 is one point better on one line (1b Health) and one worse on
        one (1a Care).

        The recommendation names Option 2, which shares first place with Option 1.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the preferred option is not first": (
        appraisal(
            row(1, "Do nothing", "3 3"), row(2, "Merge", "4 3"), row(3, "Split", "5 5"), preferred="option-1"
        ),
        """
        Option 3, Split, comes first with 10 points, 3 ahead of Option 2, Merge (7). Totals can
        run from 2 to 10; 6 is “no impact” throughout, and Option 1 is exactly at it. Option 3 has
        the highest total possible.

        Against Option 2 it is better on two lines (two points on 1b Health; one point on 1a Care)
        and worse on none.

        The recommendation names Option 1, which is not first: it is 4 behind Option 3.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "a score is missing that no total waits for": (
        appraisal(
            row(1, "Do nothing", "tbc 3"),
            row(2, "Merge", "5 5"),
            row(3, "Split", "tbc na"),
            row(4, "Pool", "2 2"),
        ),
        """
        Option 2, Merge, comes first with 10 points, whatever the missing score that counts turns
        out to be. It is between 2 and 6 ahead of Option 1, Do nothing (4 to 8). Totals can run
        from 2 to 10; 6 is “no impact” throughout, Option 4 falls below it, and Option 1 could
        still end below it. Option 2 has the highest total possible.

        Against Option 1 it is two points better on one line (1b Health); 1a Care cannot be
        compared while a score is missing.

        Two of 7 scores are missing (both to be confirmed): Option 1 on 1a Care and Option 3 on 1a
        Care. Until it is complete the total of Option 1 is a range, 4 to 8. Only the places of
        Options 2 and 1 are decided already, though one may still come to be shared.

        Option 3 has no total and no place, because 1b Health does not apply to it; the rule is
        “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "a score is missing that no total waits for, and first place is open": (
        appraisal(row(1, "Do nothing", "tbc 3"), row(2, "Merge", "4 3"), row(3, "Split", "? na")),
        """
        First place is not decided: one score that counts is missing, and Option 1 (4 to 8) and
        Option 2 (7) could each still be first, alone or shared. Totals can run from 2 to 10; 6 is
        “no impact” throughout, and Option 1 could still end below it.

        Against Option 2, Option 1 is level on one line; 1a Care cannot be compared while a score
        is missing.

        Two of 5 scores are missing (one of them to be confirmed): Option 1 on 1a Care and Option
        3 on 1a Care. Until it is complete the total of Option 1 is a range, 4 to 8. No place is
        decided yet.

        Option 3 has no total and no place, because 1b Health does not apply to it; the rule is
        “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
}

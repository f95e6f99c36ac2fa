"""What is missing, and which places that leaves open. Each with the text it must give."""

from tests.core.small import appraisal, row

SITUATIONS = {
    "first place is not decided between two": (
        appraisal(
            row(6, "New vehicle", "5 5 | ?"),
            row(4, "Council leads", "5 4 | 5"),
            row(1, "Do nothing", "1 1 | 1"),
            preferred="option-1",
        ),
        """
        First place is not decided: one score is missing, and Option 6 (11 to 15) and Option 4
        (14) could each still be first, alone or shared. Totals can run from 3 to 15; 9 is “no
        impact” throughout, and Option 1 falls below it. Option 1 has the lowest total possible.

        Against Option 4, Option 6 is one point better on one line (1b Health) and level on one;
        2a Access cannot be compared while a score is missing.

        The recommendation names Option 1, which can no longer be first.

        One of 9 scores is missing: Option 6 on 2a Access. Until it is complete the total of
        Option 6 is a range, 11 to 15. Only the place of Option 1 is decided already.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "first place is not decided between all": (
        appraisal(
            row(6, "New vehicle", "5 5 | tbc"),
            row(4, "Council leads", "5 4 | tbc"),
            row(1, "Do nothing", "4 4 | 4"),
            preferred="option-6",
        ),
        """
        First place is not decided: two scores are missing, and Option 6 (11 to 15), Option 4 (10
        to 14) and Option 1 (12) could each still be first, alone or shared. Totals can run from 3
        to 15; 9 is “no impact” throughout, and no ranked option falls below it.

        The recommendation names Option 6, but first place is not decided.

        Two of 9 scores are missing (both to be confirmed): Option 6 on 2a Access and Option 4 on
        2a Access. Until they are complete these totals are ranges: 11 to 15 for Option 6 and 10
        to 14 for Option 4. No place is decided yet.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "nearly everything is missing": (
        appraisal(*[row(number, f"Way {number}", f"{1 + number % 5} ? ?") for number in range(1, 13)]),
        """
        First place is not decided: 24 scores are missing, and all 12 ranked options could each
        still be first, alone or shared. Totals can run from 3 to 15; 9 is “no impact” throughout,
        and every ranked option could still end below it.

        24 of 36 scores are missing, in 12 options. Until they are complete the totals of 12
        options are ranges. No place is decided yet.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "what is missing cannot matter to first place": (
        appraisal(
            row(6, "New vehicle", "5 5 | 5"),
            row(4, "Council leads", "4 4 | 4"),
            row(1, "Do nothing", "1 ? | tbc", baseline=True),
        ),
        """
        Option 6, New vehicle, comes first with 15 points, whatever the two missing scores turn
        out to be. It is 3 ahead of Option 4, Council leads (12). Totals can run from 3 to 15; 9
        is “no impact” throughout, and Option 1 could still end below it. Option 6 has the highest
        total possible. The baseline, Option 1, comes last with 3 to 11.

        Against Option 4 it is one point better on three lines (1a Care, 1b Health, 2a Access) and
        worse on none.

        Two of 9 scores are missing (one of them to be confirmed): Option 1 on 1b Health and
        Option 1 on 2a Access. Until it is complete the total of Option 1 is a range, 3 to 11.
        Every place is decided already.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "the leader's own total is a range": (
        appraisal(
            row(6, "New vehicle", "5 5 5 | ?"),
            row(4, "Council leads", "3 3 3 | 3"),
            row(1, "Do nothing", "1 2 1 | 2"),
        ),
        """
        Option 6, New vehicle, comes first with 16 to 20 points, whatever the missing score turns
        out to be. It is between 4 and 8 ahead of Option 4, Council leads (12). Totals can run
        from 4 to 20; 12 is “no impact” throughout, Option 1 falls below it, and Option 4 is
        exactly at it.

        Against Option 4 it is two points better on three lines (1a Care, 1b Health, 1c Access);
        2a Voice cannot be compared while a score is missing.

        One of 12 scores is missing: Option 6 on 2a Voice. Until it is complete the total of
        Option 6 is a range, 16 to 20. Every place is decided already.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 3 of 4 lines.
        Scores are advice, not a decision.
        """,
    ),
    "the leader may still be drawn level with": (
        appraisal(
            row(6, "New vehicle", "5 5 5 | ?"),
            row(4, "Council leads", "4 4 4 | 4"),
            row(1, "Do nothing", "1 2 1 | 2"),
            preferred="option-4",
        ),
        """
        Option 6, New vehicle, cannot be overtaken: it can end with 16 to 20 points, and Option 4
        (16) can at most draw level. Totals can run from 4 to 20; 12 is “no impact” throughout,
        and Option 1 falls below it.

        Against Option 4 it is one point better on three lines (1a Care, 1b Health, 1c Access); 2a
        Voice cannot be compared while a score is missing.

        The recommendation names Option 4, which can at most share first place with Option 6.

        One of 12 scores is missing: Option 6 on 2a Voice. Until it is complete the total of
        Option 6 is a range, 16 to 20. Only the places of Options 6 and 1 are decided already,
        though one may still come to be shared.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 3 of 4 lines.
        Scores are advice, not a decision.
        """,
    ),
    "an incomplete option may still draw level": (
        appraisal(
            row(6, "New vehicle", "5 4 | 5"),
            row(4, "Council leads", "5 4 | ?"),
            row(1, "Do nothing", "1 2 | 2"),
        ),
        """
        Option 6, New vehicle, cannot be overtaken: it has 14 points, and Option 4 (10 to 14) can
        at most draw level. Totals can run from 3 to 15; 9 is “no impact” throughout, and Option 1
        falls below it.

        Against Option 4 it is level on two lines; 2a Access cannot be compared while a score is
        missing.

        One of 9 scores is missing: Option 4 on 2a Access. Until it is complete the total of
        Option 4 is a range, 10 to 14. Only the places of Options 6 and 1 are decided already,
        though one may still come to be shared.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "a shared first place may still be joined": (
        appraisal(
            row(6, "New vehicle", "5 4 | 5"),
            row(4, "Council leads", "4 5 | 5"),
            row(1, "Do nothing", "5 4 | ?"),
        ),
        """
        Option 6, New vehicle, and Option 4, Council leads, share first place with 14 points each;
        Option 1 (10 to 14) can at most draw level. Totals can run from 3 to 15; 9 is “no impact”
        throughout, and no ranked option falls below it.

        Against Option 4, Option 6 is one point better on one line (1a Care), one worse on one (1b
        Health) and level on one.

        One of 9 scores is missing: Option 1 on 2a Access. Until it is complete the total of
        Option 1 is a range, 10 to 14. Only the places of Options 6 and 4 are decided already,
        though one may still come to be shared.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "a shared first place is decided though scores are missing": (
        appraisal(
            row(6, "New vehicle", "5 4 | 5"),
            row(4, "Council leads", "4 5 | 5"),
            row(1, "Do nothing", "1 1 | ?"),
        ),
        """
        Option 6, New vehicle, and Option 4, Council leads, share first place with 14 points each,
        between 7 and 11 ahead of Option 1, Do nothing (3 to 7), whatever the missing score turns
        out to be. Totals can run from 3 to 15; 9 is “no impact” throughout, and Option 1 falls
        below it.

        Against Option 4, Option 6 is one point better on one line (1a Care), one worse on one (1b
        Health) and level on one.

        One of 9 scores is missing: Option 1 on 2a Access. Until it is complete the total of
        Option 1 is a range, 3 to 7. Every place is decided already.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "second place is not decided": (
        appraisal(
            row(6, "New vehicle", "5 5 5"),
            row(4, "Council leads", "2 2 ?"),
            row(3, "CCG leads", "2 3 ?"),
            row(1, "Do nothing", "1 1 1"),
        ),
        """
        Option 6, New vehicle, comes first with 15 points, whatever the two missing scores turn
        out to be. It is at least 5 ahead of every other option, with second place not decided.
        Totals can run from 3 to 15; 9 is “no impact” throughout, Option 1 falls below it, and
        Options 4 and 3 could still end below it. Option 1 has the lowest total possible. Option 6
        has the highest total possible.

        Two of 12 scores are missing: Option 4 on 1c Access and Option 3 on 1c Access. Until they
        are complete these totals are ranges: 5 to 9 for Option 4 and 6 to 10 for Option 3. Only
        the places of Options 6 and 1 are decided already.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the only ranked option is incomplete": (
        appraisal(row(1, "Do nothing", "3 ?"), row(2, "Merge", "? ?", stage="long-list")),
        """
        Only Option 1, Do nothing, is ranked, with 4 to 8 points: there is no other total to
        compare. Totals can run from 2 to 10; 6 is “no impact” throughout, and Option 1 could
        still end below it.

        One of 2 scores is missing: Option 1 on 1b Health. Until it is complete the total of
        Option 1 is a range, 4 to 8.

        Option 2 is on the long list and not ranked.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "an option with an open gate is level with the leader": (
        appraisal(
            row(1, "Do nothing", "5 4 | open"), row(2, "Merge", "4 5 | pass"), row(3, "Split", "4 4 | pass")
        ),
        """
        Option 2, Merge, cannot be overtaken: it has 9 points, and Option 1 (9) can at most draw level.
        Totals can run from 2 to 10; 6 is “no impact” throughout, and no ranked option falls below it.

        Against Option 1 it is one point better on one line (1b Health) and one worse on one (1a Care).

        Option 1 is not marked yet on the gate 2a Access: if it fails, it is not ranked. Only the place of
        Option 2 is decided already, though it may still come to be shared.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "a score is missing and a gate is open and neither matters": (
        appraisal(
            row(1, "Do nothing", "1 ? | open"), row(2, "Merge", "4 5 | pass"), row(3, "Split", "4 4 | pass")
        ),
        """
        Option 2, Merge, comes first with 9 points, whatever the missing score turns out to be and however
        the open gate is marked. It is 1 ahead of Option 3, Split (8). Totals can run from 2 to 10; 6 is
        “no impact” throughout, and Option 1 could still end below it.

        Against Option 3 it is one point better on one line (1b Health), worse on none and level on one.

        One of 6 scores is missing: Option 1 on 1b Health. Until it is complete the total of Option 1 is a
        range, 2 to 6. Option 1 is not marked yet on the gate 2a Access: if it fails, it is not ranked. Only
        the places of Options 2 and 3 are decided already.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
}

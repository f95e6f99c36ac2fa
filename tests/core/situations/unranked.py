"""What is not ready, not ranked or not comparable. Each with the text it must give."""

from tests.core.small import appraisal, row, scale

SITUATIONS = {
    "there is nothing at all": (
        appraisal(),
        """
        Nothing is scored yet: no criteria have been entered and no options have been entered.

        Scores are advice, not a decision.
        """,
    ),
    "there are options but no criteria": (
        appraisal(row(1, "Do nothing"), row(2, "Merge")),
        """
        Nothing is scored yet: no criteria have been entered.

        Scores are advice, not a decision.
        """,
    ),
    "there is no scale and everything is long-listed": (
        appraisal(
            row(1, "Do nothing", "? ?", stage="long-list"),
            row(2, "Merge", "? ?", stage="long-list"),
            row(None, "With Devon", "? ?", stage="dropped", reason="Devon did not want it."),
            on=False,
        ),
        """
        Nothing is scored yet: no scale has been set and no option is on the short list.

        Options 1 and 2 are on the long list and not ranked. “With Devon” was dropped and is not
        ranked: “Devon did not want it.”

        Scores are advice, not a decision.
        """,
    ),
    "there is no scale yet": (
        appraisal(row(1, "Do nothing", "? ? | words"), row(2, "Merge", "? ? | words"), on=False),
        """
        Nothing is scored yet: no scale has been set.

        One line, 2a Access, is in words only and counts in no total. Scores are advice, not a
        decision.
        """,
    ),
    "one line has no scale yet": (
        appraisal(row(1, "Do nothing", "4 ?"), row(2, "Merge", "5 ?"), on=False, scales={"care": scale()}),
        """
        No option is ranked: no scale has been set for one line.

        Scores are advice, not a decision.
        """,
    ),
    "all lines are in words": (
        appraisal(row(1, "Do nothing", "words words"), row(2, "Merge", "words words")),
        """
        Nothing is scored yet: no line asks for a score.

        Two lines, 1a Care and 1b Health, are in words only and count in no total. Scores are
        advice, not a decision.
        """,
    ),
    "no option is short-listed": (
        appraisal(row(1, "Do nothing", "5 4", stage="long-list"), row(2, "Merge", "5 4", stage="dropped")),
        """
        No option is ranked: no option is on the short list.

        Option 1 is on the long list and not ranked. Option 2 was dropped and is not ranked.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "nothing is scored": (
        appraisal(row(1, "Do nothing", "? ? | ?"), row(2, "Merge", "? tbc | ?"), preferred="option-2"),
        """
        Nothing is scored yet: all six scores are missing, so no option is ahead. Totals can run
        from 3 to 15; 9 is “no impact” throughout.

        The recommendation names Option 2, but nothing is scored yet.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Scores are advice, not a decision.
        """,
    ),
    "weights are wanted and there are none": (
        appraisal(
            row(1, "Do nothing", "3 3"), row(2, "Merge", "5 ?"), combine="weighted-mean", preferred="option-2"
        ),
        """
        No option is ranked: no weights have been set.

        The recommendation names Option 2, but there are no totals yet.

        Scores are advice, not a decision.
        """,
    ),
    "a gate is failed, with its reason": (
        appraisal(
            row(1, "Do nothing", "3 3 | pass"),
            row(2, "Merge", "5 4 | fail"),
            row(3, "Split", "4 4 | pass"),
            reasons={("option-2", "access"): "The law does not allow it."},
            preferred="option-2",
        ),
        """
        Option 3, Split, comes first with 8 points, 2 ahead of Option 1, Do nothing (6). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1 it is one point better on two lines (1a Care, 1b Health) and worse on
        none.

        The recommendation names Option 2, which is not ranked: it fails a gate.

        Option 2 has no total and no place, because it fails the gate 2a Access (“Access in
        full”): “The law does not allow it.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "every option fails a gate, without a reason": (
        appraisal(row(1, "Do nothing", "3 3 | fail"), row(2, "Merge", "5 4 | fail")),
        """
        No option is ranked.

        Option 1 has no total and no place, because it fails the gate 2a Access (“Access in
        full”). No reason is given. Option 2 has no total and no place, because it fails the gate
        2a Access (“Access in full”). No reason is given.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the leader's gate is open": (
        appraisal(
            row(1, "Do nothing", "3 3 | pass"), row(2, "Merge", "5 4 | open"), row(3, "Split", "4 4 | pass")
        ),
        """
        First place is not decided: one gate is not marked yet, and Option 2 (9) and Option 3 (8)
        could each still be first. Totals can run from 2 to 10; 6 is “no impact” throughout, and
        Option 1 is exactly at it.

        Against Option 3, Option 2 is one point better on one line (1a Care), worse on none and
        level on one.

        Option 2 is not marked yet on the gate 2a Access: if it fails, it is not ranked. No place
        is decided yet.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "another option's gate is open": (
        appraisal(
            row(1, "Do nothing", "3 3 | open"), row(2, "Merge", "5 4 | pass"), row(3, "Split", "4 4 | pass")
        ),
        """
        Option 2, Merge, comes first with 9 points, however the open gate is marked. It is 1 ahead
        of Option 3, Split (8). Totals can run from 2 to 10; 6 is “no impact” throughout, and
        Option 1 is exactly at it.

        Against Option 3 it is one point better on one line (1a Care), worse on none and level on
        one.

        Option 1 is not marked yet on the gate 2a Access: if it fails, it is not ranked. Only the
        places of Options 2 and 3 are decided already.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "a line does not apply to an option": (
        appraisal(
            row(1, "Do nothing", "3 3 na"),
            row(2, "Merge", "5 4 4"),
            row(3, "Split", "4 4 4"),
            preferred="option-1",
        ),
        """
        Option 2, Merge, comes first with 13 points, 1 ahead of Option 3, Split (12). Totals can
        run from 3 to 15; 9 is “no impact” throughout, and no ranked option falls below it.

        Against Option 3 it is one point better on one line (1a Care), worse on none and level on
        two.

        The recommendation names Option 1, which is not ranked: a line does not apply to it.

        Option 1 has no total and no place, because 1c Access does not apply to it; the rule is
        “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "the highest partial total is not comparable, and another lacks a score": (
        appraisal(row(1, "Do nothing", "5 5 na"), row(2, "Merge", "3 3 4"), row(3, "Split", "3 ? na")),
        """
        Only Option 2, Merge, is ranked, with 10 points: there is no other total to compare.
        Totals can run from 3 to 15; 9 is “no impact” throughout, and no ranked option falls below
        it.

        One of 7 scores is missing: Option 3 on 1b Health.

        Option 1 has no total and no place, because 1c Access does not apply to it; the rule is
        “It does not arise.” Option 3 has no total and no place, because 1c Access does not apply
        to it; the rule is “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "nobody can be compared": (
        appraisal(row(1, "Do nothing", "5 5 na"), row(2, "Merge", "3 na 4")),
        """
        No option is ranked.

        Option 1 has no total and no place, because 1c Access does not apply to it; the rule is
        “It does not arise.” Option 2 has no total and no place, because 1b Health does not apply
        to it; the rule is “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "only options that are not ranked are scored": (
        appraisal(row(1, "Do nothing", "5 5 na"), row(2, "Merge", "? ? ?"), row(3, "Split", "? ? ?")),
        """
        No ranked option is scored yet: all six scores are missing, so no option is ahead. Totals
        can run from 3 to 15; 9 is “no impact” throughout.

        Option 1 has no total and no place, because 1c Access does not apply to it; the rule is
        “It does not arise.”

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "options are long-listed and dropped": (
        appraisal(
            row(1, "Do nothing", "3 2 4"),
            row(2, "Merge", "3 3 4"),
            row(3, "Split", stage="long-list"),
            row(4, "Pool", stage="long-list"),
            row(5, "Sell", stage="dropped", reason="Too dear"),
            row(6, "Wait", stage="dropped"),
            preferred="option-5",
        ),
        """
        Option 2, Merge, comes first with 10 points, 1 ahead of Option 1, Do nothing (9). Totals
        can run from 3 to 15; 9 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1 it is one point better on one line (1b Health), worse on none and level
        on two.

        The recommendation names Option 5, which is not ranked: it was dropped.

        Options 3 and 4 are on the long list and not ranked. Option 5 was dropped and is not
        ranked: “Too dear”. Option 6 was dropped and is not ranked.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
}

"""Weights, and what the figures rest on. Each with the text it must give."""

from tests.core.small import appraisal, row, scale

SITUATIONS = {
    "scales differ and there are no weights": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | 9"),
            scales={"access": scale(0, 10, neutral=5)},
        ),
        """
        Option 2, Merge, comes first with 18 points, 8 ahead of Option 1, Do nothing (10). Totals
        can run from 2 to 20; 11 is “no impact” throughout, and Option 1 falls below it.

        Against Option 1 it is better on three lines (five points on 2a Access; two points on 1a
        Care; one point on 1b Health) and worse on none.

        No weights were chosen, but scales differ in width, so a line on a wider scale counts for
        more and 2 Governance counts for 56% of the range. Scores are advice, not a decision.
        """,
    ),
    "two groups count most": (
        appraisal(row(1, "Do nothing", "3 3 | 4 4 | 2"), row(2, "Merge", "5 4 | 5 5 | 3")),
        """
        Option 2, Merge, comes first with 22 points, 6 ahead of Option 1, Do nothing (16). Totals
        can run from 5 to 25; 15 is “no impact” throughout, and no ranked option falls below it.

        Against Option 1 it is better on five lines (two points on 1a Care; one point on 1b
        Health, 2a Access, 2b Voice, 3a Skills) and worse on none.

        No weights were chosen, so each line counts once and 1 Outcomes and 2 Governance each
        count for 2 of 5 lines. Scores are advice, not a decision.
        """,
    ),
    "every group counts alike": (
        appraisal(row(1, "Do nothing", "3 3 | 4 4"), row(2, "Merge", "5 4 | 5 5")),
        """
        Option 2, Merge, comes first with 19 points, 5 ahead of Option 1, Do nothing (14). Totals
        can run from 4 to 20; 12 is “no impact” throughout, and no ranked option falls below it.

        Against Option 1 it is better on four lines (two points on 1a Care; one point on 1b
        Health, 2a Access, 2b Voice) and worse on none.

        No weights were chosen, so each line counts once and each of the two criteria groups
        counts for 2 of 4 lines. Scores are advice, not a decision.
        """,
    ),
    "scores have a weighted mean": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | 2"),
            weights=(3, 1, 2),
            combine="weighted-mean",
        ),
        """
        Option 2, Merge, comes first with a weighted mean of 3.83, 0.5 ahead of Option 1, Do
        nothing (3.33). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and no
        ranked option falls below it.

        Against Option 1, in scores before weights, it is better on two lines (two points on 1a
        Care; one point on 1b Health) and two worse on one (2a Access). With the weights the
        better lines bring 1.17 and the worse line takes away 0.67.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 67% and 2 Governance for
        33%. The line with the most weight is 1a Care, with 50%. The written group totals of
        Option 2 do not add up to its total, because each is rounded by itself. Scores are advice,
        not a decision.
        """,
    ),
    "weights are as entered, in a tree": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | 2"),
            weights=(3, 1, 2),
            group_weights=(60, 40),
            combine="weighted-sum",
        ),
        """
        Option 2, Merge, comes first with 365 weighted points, 25 ahead of Option 1, Do nothing
        (340). Weighted totals can run from 100 to 500; 300 is “no impact” throughout, and no
        ranked option falls below it.

        Against Option 1, in scores before weights, it is better on two lines (two points on 1a
        Care; one point on 1b Health) and two worse on one (2a Access). With the weights the
        better lines bring 105 and the worse line takes away 80.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 60% and 2 Governance for
        40%. The line with the most weight is 1a Care, with 45%. Scores are advice, not a
        decision.
        """,
    ),
    "weights multiply values": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | 2"),
            weights=(3, 1, 2),
            combine="weighted-value",
        ),
        """
        Option 2, Merge, comes first with a weighted value of 70.83, 12.5 ahead of Option 1, Do
        nothing (58.33). Weighted values can run from 0 to 100; 50 is “no impact” throughout, and
        no ranked option falls below it.

        Against Option 1, in values of 0 to 100 before weights, it is better on two lines (50
        points on 1a Care; 25 points on 1b Health) and 50 worse on one (2a Access). With the
        weights the better lines bring 29.17 and the worse line takes away 16.67.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 67% and 2 Governance for
        33%. The line with the most weight is 1a Care, with 50%. Scores are advice, not a
        decision.
        """,
    ),
    "weights are all the same": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4 4"),
            row(2, "Merge", "5 4 | 2 2"),
            weights=(5, 5, 5, 5),
            combine="weighted-mean",
        ),
        """
        Option 1, Do nothing, comes first with a weighted mean of 3.5, 0.25 ahead of Option 2,
        Merge (3.25). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and no
        ranked option falls below it.

        Against Option 2, in scores before weights, it is two points better on two lines (2a
        Access, 2b Voice) and worse on two (two points on 1a Care; one point on 1b Health). With
        the weights the better lines bring 1 and the worse lines take away 0.75.

        Scores are weighted by the set “As agreed”, which gives every line the same weight: 1
        Outcomes counts for 50% and 2 Governance for 50%. Scores are advice, not a decision.
        """,
    ),
    "a line has no weight": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | 2"),
            weights=(3, 1, 0),
            combine="weighted-mean",
        ),
        """
        Option 2, Merge, comes first with a weighted mean of 4.75, 1.75 ahead of Option 1, Do
        nothing (3). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and Option 1
        is exactly at it.

        Against Option 1, in scores before weights, it is better on two lines (two points on 1a
        Care; one point on 1b Health) and two worse on one (2a Access). The difference on 2a
        Access has no weight and changes no total.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 100% and 2 Governance
        for 0%. The line with the most weight is 1a Care, with 75%. 2a Access has no weight in any
        total. Scores are advice, not a decision.
        """,
    ),
    "what is missing has no weight": (
        appraisal(
            row(1, "Do nothing", "3 3 | 4"),
            row(2, "Merge", "5 4 | ?"),
            weights=(3, 1, 0),
            combine="weighted-mean",
        ),
        """
        Option 2, Merge, comes first with a weighted mean of 4.75, whatever the missing score
        turns out to be. It is 1.75 ahead of Option 1, Do nothing (3). Weighted means can run from
        1 to 5; 3 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1, in scores before weights, it is better on two lines (two points on 1a
        Care; one point on 1b Health); 2a Access cannot be compared while a score is missing.

        One of 6 scores is missing: Option 2 on 2a Access. What is missing stands on lines without
        weight, so every total is known. Every place is decided already.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 100% and 2 Governance
        for 0%. The line with the most weight is 1a Care, with 75%. 2a Access has no weight in any
        total. Scores are advice, not a decision.
        """,
    ),
    "scores were worked out or lack a rationale": (
        appraisal(row(1, "Do nothing", "3* 3"), row(2, "Merge", "5* 4~"), row(3, "Split", "4 4~")),
        """
        Option 2, Merge, comes first with 9 points, 1 ahead of Option 3, Split (8). Totals can run
        from 2 to 10; 6 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 3 it is one point better on one line (1a Care), worse on none and level on
        one.

        No weights were chosen, so each line counts once. Two scores, Option 1 on 1a Care and
        Option 2 on 1a Care, were worked out and not printed in the source. Two scores have no
        rationale: Option 2 on 1b Health and Option 3 on 1b Health. Scores are advice, not a
        decision.
        """,
    ),
    "many scores lack a rationale": (
        appraisal(row(1, "Do nothing", "3~ 3~ 3~"), row(2, "Merge", "5~ 4~ 4"), row(3, "Split", "4~ 4~ 4~")),
        """
        Option 2, Merge, comes first with 13 points, 1 ahead of Option 3, Split (12). Totals can
        run from 3 to 15; 9 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 3 it is one point better on one line (1a Care), worse on none and level on
        two.

        No weights were chosen, so each line counts once. Eight scores have no rationale: three
        for Option 1, two for Option 2 and three for Option 3. Scores are advice, not a decision.
        """,
    ),
    "a printed total differs": (
        appraisal(
            row(1, "Do nothing", "3 3 | 3"),
            row(2, "Merge", "5 4 | 4"),
            printed={"option-2": 14, "option-1": 9},
        ),
        """
        Option 2, Merge, comes first with 13 points, 4 ahead of Option 1, Do nothing (9). Totals
        can run from 3 to 15; 9 is “no impact” throughout, and Option 1 is exactly at it.

        Against Option 1 it is better on three lines (two points on 1a Care; one point on 1b
        Health, 2a Access) and worse on none.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        The source prints 14 as the total of Option 2, where the scores make 13. Scores are
        advice, not a decision.
        """,
    ),
    "printed totals differ in several places and one cannot be told": (
        appraisal(
            row(1, "Do nothing", "3 3 | ?"),
            row(2, "Merge", "5 4 | 4"),
            printed={
                "option-2": 14,
                ("option-1", "outcomes"): 7,
                "option-1": 9,
                ("option-2", "governance"): 4,
            },
        ),
        """
        Option 2, Merge, comes first with 13 points, whatever the missing score turns out to be.
        It is between 2 and 6 ahead of Option 1, Do nothing (7 to 11). Totals can run from 3 to
        15; 9 is “no impact” throughout, and Option 1 could still end below it.

        Against Option 1 it is better on two lines (two points on 1a Care; one point on 1b
        Health); 2a Access cannot be compared while a score is missing.

        One of 6 scores is missing: Option 1 on 2a Access. Until it is complete the total of
        Option 1 is a range, 7 to 11. Every place is decided already.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 2 of 3 lines.
        Two printed figures differ: the source prints 14 as the total of Option 2, where the
        scores make 13; the source prints 7 as the total of Option 1 in 1 Outcomes, where the
        scores make 6. Scores are advice, not a decision.
        """,
    ),
    "a printed total is rounded and does not differ": (
        appraisal(
            row(1, "Do nothing", "3 3 4"),
            row(2, "Merge", "5 4 4"),
            printed={"option-2": 4.33, "option-1": 3.3},
            weights=(1, 1, 1),
            combine="weighted-mean",
        ),
        """
        Option 2, Merge, comes first with a weighted mean of 4.33, 1 ahead of Option 1, Do nothing
        (3.33). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and no ranked
        option falls below it.

        Against Option 1, in scores before weights, it is better on two lines (two points on 1a
        Care; one point on 1b Health), worse on none and level on one.

        Scores are weighted by the set “As agreed”, which gives every line the same weight. Scores
        are advice, not a decision.
        """,
    ),
    "lines are in words only": (
        appraisal(row(1, "Do nothing", "3 words | 4 words"), row(2, "Merge", "5 words | 2 words")),
        """
        Option 1, Do nothing, and Option 2, Merge, share first place with 7 points each: no other
        option is ranked. Totals can run from 2 to 10; 6 is “no impact” throughout, and no ranked
        option falls below it.

        Against Option 2, Option 1 is two points better on one line (2a Access) and two worse on
        one (1a Care).

        No weights were chosen, so each line counts once and each of the two criteria groups
        counts for 1 of 2 lines. Two lines, 1b Health and 2b Voice, are in words only and count in
        no total. Scores are advice, not a decision.
        """,
    ),
}

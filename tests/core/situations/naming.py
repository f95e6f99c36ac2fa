"""What options and lines are called, and what rounding hides. Each with the text it must give."""

from tests.core.small import appraisal, row

SITUATIONS = {
    "options have no numbers": (
        appraisal(
            row(None, "Care, homes and health", "5 5"),
            row(None, "Merge", "4 3"),
            row(
                None,
                "",
                "1 1",
                id="long",
                long_name="A long name without a short one that goes on for more than sixty letters",
            ),
        ),
        """
        “Care, homes and health” comes first with 10 points, 3 ahead of “Merge” (7). Totals can
        run from 2 to 10; 6 is “no impact” throughout, and “A long name without a short one that
        goes on for more than sixty letters” falls below it. “A long name without a short one that
        goes on for more than sixty letters” has the lowest total possible. “Care, homes and
        health” has the highest total possible.

        Against “Merge” it is better on two lines (two points on 1b Health; one point on 1a Care)
        and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "names hold commas, brackets and quotes or are too long": (
        appraisal(
            row(1, "Care, homes and health", "5 5"),
            row(2, "Merge (fully)", "4 3"),
            row(
                3,
                "",
                "1 1",
                long_name="A long name without a short one that goes on for more than sixty letters",
            ),
        ),
        """
        Option 1, “Care, homes and health”, comes first with 10 points, 3 ahead of Option 2,
        “Merge (fully)” (7). Totals can run from 2 to 10; 6 is “no impact” throughout, and Option
        3 falls below it. Option 3 has the lowest total possible. Option 1 has the highest total
        possible.

        Against Option 2 it is better on two lines (two points on 1b Health; one point on 1a Care)
        and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "two options have one number and one name": (
        appraisal(
            row(2, "Merge", "5 5", id="option-2a"),
            row(2, "Merge", "4 3", id="option-2b"),
            row(3, "Split", "2 2"),
        ),
        """
        “Merge” (option-2a) comes first with 10 points, 3 ahead of “Merge” (option-2b) (7). Totals
        can run from 2 to 10; 6 is “no impact” throughout, and Option 3 falls below it. “Merge”
        (option-2a) has the highest total possible.

        Against “Merge” (option-2b) it is better on two lines (two points on 1b Health; one point
        on 1a Care) and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "more lines differ than can be named": (
        appraisal(
            row(1, "Do nothing", "2 2 2 2 2 | 2 2 2 2 2"),
            row(2, "Merge", "3 3 3 3 3 | 3 3 3 3 3"),
            row(3, "Split", "2 2 2 2 2 | 2 2 2 1 3"),
        ),
        """
        Option 2, Merge, comes first with 30 points, 10 ahead of Options 1 and 3, which share
        second place (20 each). Totals can run from 10 to 50; 30 is “no impact” throughout,
        Options 1 and 3 fall below it, and Option 2 is exactly at it.

        Against Option 1 it is one point better on 10 lines (1a, 1b, 1c, 1d, 1e, 2a, 2b, 2c, 2d,
        2e) and worse on none. Against Option 3 it is better on nine lines (two points on 2d; one
        point on 1a, 1b, 1c, 1d, 1e, 2a, 2b, 2c), worse on none and level on one.

        No weights were chosen, so each line counts once and each of the two criteria groups
        counts for 5 of 10 lines. Scores are advice, not a decision.
        """,
    ),
    "labels hold commas": (
        appraisal(row(1, "Do nothing", "2 2"), row(2, "Merge", "3 3"), labels=("Care, health", "Cost (net)")),
        """
        Option 2, Merge, comes first with 6 points, 2 ahead of Option 1, Do nothing (4). Totals
        can run from 2 to 10; 6 is “no impact” throughout, Option 1 falls below it, and Option 2
        is exactly at it.

        Against Option 1 it is one point better on two lines (1a “Care, health”, 1b “Cost (net)”)
        and worse on none.

        No weights were chosen, so each line counts once. Scores are advice, not a decision.
        """,
    ),
    "places hide rounding: totals are written alike": (
        appraisal(
            row(1, "Do nothing", "4 3 3"),
            row(2, "Merge", "3 4 3"),
            weights=(33.334, 33.333, 33.333),
            combine="weighted-mean",
        ),
        """
        Option 1, Do nothing, comes first with a weighted mean of 3.33, less than 0.01 ahead of
        Option 2, Merge (3.33). Weighted means can run from 1 to 5; 3 is “no impact” throughout,
        and no ranked option falls below it.

        Against Option 2, in scores before weights, it is one point better on one line (1a Care),
        one worse on one (1b Health) and level on one. With the weights the better line brings
        0.33 and the worse line takes away 0.33.

        Scores are weighted by the set “As agreed”. The line with the most weight is 1a Care, with
        33%. The totals of Options 1 and 2 are both written 3.33, but they are not level: to five
        decimals they are 3.33334 and 3.33333. Scores are advice, not a decision.
        """,
    ),
    "places hide rounding: the written lead is not the written difference": (
        appraisal(
            row(1, "Do nothing", "3 4 4 | 3"),
            row(2, "Merge", "3 3 4 | 3"),
            weights=(1, 1, 1, 3),
            combine="weighted-mean",
        ),
        """
        Option 1, Do nothing, comes first with a weighted mean of 3.33, 0.17 ahead of Option 2,
        Merge (3.17). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and no
        ranked option falls below it.

        Against Option 2, in scores before weights, it is one point better on one line (1b
        Health), worse on none and level on three.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 50% and 2 Governance for
        50%. The line with the most weight is 2a Voice, with 50%. Leads are worked out before
        totals are rounded. Scores are advice, not a decision.
        """,
    ),
    "places hide rounding: a total is written like the neutral total": (
        appraisal(
            row(1, "Do nothing", "3 2 4 | 3"),
            row(2, "Merge", "3 3 4 | 3"),
            weights=(100, 1.0001, 1, 300),
            combine="weighted-mean",
        ),
        """
        Option 2, Merge, comes first with a weighted mean of 3, less than 0.01 ahead of Option 1,
        Do nothing (3). Weighted means can run from 1 to 5; 3 is “no impact” throughout, and
        Option 1 falls below it.

        Against Option 1, in scores before weights, it is one point better on one line (1b
        Health), worse on none and level on three.

        Scores are weighted by the set “As agreed”: 2 Governance counts for 75% and 1 Outcomes for
        25%. The line with the most weight is 2a Voice, with 75%. The totals of Options 2 and 1
        are both written 3, but they are not level: to three decimals they are 3.002 and 3.000.
        Unrounded, the total of Option 2 is just above 3. Unrounded, the total of Option 1 is just
        below 3. Scores are advice, not a decision.
        """,
    ),
}

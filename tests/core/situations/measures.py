"""Raw figures: what they count as, and what is open while a figure or a gate is. Each with its text."""

from decimal import Decimal

from appraisal.core.snapshot import Rule, ValueRule
from tests.core.small import appraisal, row

LOWER = ValueRule(Rule.OPTIONS_RANGE, better="lower")
RATIO = ValueRule(Rule.RATIO, better="higher")
RANGE = ValueRule(Rule.RANGE, worst=Decimal(900), best=Decimal(500))
VALUED = {"combine": "weighted-value"}

SITUATIONS = {
    "raw figures over a stated range": (
        appraisal(
            row(1, "As now", "4 | 880"),
            row(2, "Shared rota", "3 | 640"),
            row(3, "Contract", "2 | 500"),
            weights=[1, 3],
            measures={"health": (RANGE, "£k")},
            **VALUED,
        ),
        """
        Option 3, Contract, comes first with a weighted value of 81.25, 20 ahead of Option 2, Shared
        rota (61.25). Weighted values can run from 0 to 100.

        Against Option 2, in values of 0 to 100 before weights, it is 35 points better on one line
        (2a Health) and 25 worse on one (1a Care). With the weights the better line brings 26.25 and
        the worse line takes away 6.25.

        Scores are weighted by the set “As agreed”: 2 Governance counts for 75% and 1 Outcomes for
        25%. The line with the most weight is 2a Health, with 75%. Scores are advice, not a decision.
        """,
    ),
    "a figure is missing on a relative measure": (
        appraisal(
            row(1, "North", "5 | 20"),
            row(2, "South", "3 | tbc"),
            row(3, "East", "1 | 32"),
            weights=[3, 1],
            measures={"health": (LOWER, "minutes")},
            **VALUED,
        ),
        """
        Option 1, North, comes first with a weighted value of 75 to 100, whatever the missing score
        turns out to be. It is between 12.5 and 62.5 ahead of Option 2, South (37.5 to 62.5).
        Weighted values can run from 0 to 100.

        Against Option 2, in values of 0 to 100 before weights, it is 50 points better on one line
        (1a Care); 2a Health cannot be compared while a score is missing.

        One of 6 scores is missing (to be confirmed): Option 2 on 2a Health. Until they are complete
        these totals are ranges: 75 to 100 for Option 1, 37.5 to 62.5 for Option 2 and 0 to 25 for
        Option 3. 2a Health has a figure missing, so every option's value there is 0 to 100 until it
        is given. Every place is decided already.

        Scores are weighted by the set “As agreed”: 1 Outcomes counts for 75% and 2 Governance for
        25%. The line with the most weight is 1a Care, with 75%. Values on 2a Health are relative to
        the options compared, so places may change when options change. Scores are advice, not a
        decision.
        """,
    ),
    "a relative measure waits for a gate": (
        appraisal(
            row(1, "North", "3 | 20 | pass"),
            row(2, "South", "2 | 30 | pass"),
            row(3, "East", "1 | 60 | open"),
            weights=[1, 3],
            measures={"health": (RATIO, "minutes")},
            **VALUED,
        ),
        """
        First place is not decided: one gate is not marked yet, and Option 3 (75), Option 1 (37.5 to
        62.5) and Option 2 (43.75 to 81.25) could each still be first, alone or shared. Weighted
        values can run from 0 to 100.

        Values on 2a Health are ranges until it is known which options pass. Option 3 is not marked
        yet on the gate 3a Access: if it fails, it is not ranked. No place is decided yet.

        Scores are weighted by the set “As agreed”: 2 Governance counts for 75% and 1 Outcomes for
        25%. The line with the most weight is 2a Health, with 75%. Values on 2a Health are relative
        to the options compared, so places may change when options change. Scores are advice, not a
        decision.
        """,
    ),
    "the figure that is missing is that of an option that cannot be compared": (
        appraisal(
            row(1, "North", "5 | 20"),
            row(2, "South", "4 | 30"),
            row(3, "East", "na | ?"),
            weights=[1, 3],
            measures={"health": (LOWER, "minutes")},
            **VALUED,
        ),
        """
        First place is not decided: one score is missing, and Option 1 (25 to 100) and Option 2
        (18.75 to 93.75) could each still be first, alone or shared. Weighted values can run from 0
        to 100.

        Against Option 2, in values of 0 to 100 before weights, Option 1 is 25 points better on one
        line (1a Care); 2a Health cannot be compared while a score is missing.

        One of 5 scores is missing: Option 3 on 2a Health. Until they are complete these totals are
        ranges: 25 to 100 for Option 1 and 18.75 to 93.75 for Option 2. 2a Health has a figure
        missing, so every option's value there is 0 to 100 until it is given. No place is decided
        yet.

        Option 3 has no total and no place, because 1a Care does not apply to it; the rule is “It
        does not arise.”

        Scores are weighted by the set “As agreed”: 2 Governance counts for 75% and 1 Outcomes for
        25%. The line with the most weight is 2a Health, with 75%. Values on 2a Health are relative
        to the options compared, so places may change when options change. Scores are advice, not a
        decision.
        """,
    ),
    "raw figures in a plain total": (
        appraisal(
            row(1, "North", "5 | 20"), row(2, "South", "4 | 30"), measures={"health": (LOWER, "minutes")}
        ),
        """
        No option is ranked: raw figures count only where values are combined.

        Scores are advice, not a decision.
        """,
    ),
}

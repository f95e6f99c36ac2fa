"""Shares of weightings drawn at random, 2,000 from seed 1. Each with its text."""

from tests.core.small import appraisal, row

MEAN = {"combine": "weighted-mean"}

SITUATIONS = {
    "one leads under any weights": (
        appraisal(row(1, "Do nothing", "5 5 | 4"), row(2, "Merge", "4 4 | 4")),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights, of lines or of groups, put another option ahead of
        Option 1. Another option can at most draw level, and only where no line counts on which
        Option 1 is better. Three one-step changes of score would reverse first place; two would
        make it level. One score alone changes first place if it moves far enough: Option 1 on 1a
        Care at 2 instead of 5, Option 1 on 1b Health at 2 instead of 5, or Option 1 on 2a Access
        at 1 instead of 4. If every line may count between half and double of what it does now,
        Option 1 leads in 100% of weightings. Over all weightings of the lines, drawn evenly,
        Option 1 leads in 100% of weightings. This counts weightings; it is not the chance that
        the ranking is right.
        """,
    ),
    "one leads under nearly all": (
        appraisal(row(1, "Do nothing", "5 5 5 | 5 3"), row(2, "Merge", "3 3 3 | 4 4")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        2b Skills alone carried more than about 64% of the weight (now 1 of 5). No other single
        line, and no weighting of the groups, puts another option ahead. Seven one-step changes of
        score would reverse first place; six would make it level. No single score, however far it
        moves on its scale, puts another option ahead. If every line may count between half and
        double of what it does now, Option 1 leads in 100% of weightings. Over all weightings of
        the lines, drawn evenly, Option 1 leads in 98% of weightings and Option 2 in 2%. This
        counts weightings; it is not the chance that the ranking is right.
        """,
    ),
    "three lead in turn": (
        appraisal(row(1, "Do nothing", "5 1 | 2"), row(2, "Merge", "1 5 | 1"), row(3, "Split", "1 1 | 5")),
        """
        Every one of the three options can come first outright under some weights. Option 2 would
        lead if 1b Health alone carried more than about 38% of the weight (now 1 of 3). 1a Care
        and 2a Access, each alone, could change first place too, but only if their weight changed
        by as much or more. By criteria group, Option 3 would lead if 2 Governance alone carried
        more than 40% of the weight (now 1 of 3 lines). Two one-step changes of score would change
        first place; one would make it level. One score alone changes first place if it moves far
        enough: any one of five scores, by two points. If every line may count between half and
        double of what it does now, Option 1 leads in 49% of weightings, Option 2 in 28% and
        Option 3 in 23%. Over all weightings of the lines, drawn evenly, Option 1 leads in 39% of
        weightings, Option 2 in 34% and Option 3 in 28%. This counts weightings; it is not the
        chance that the ranking is right.
        """,
    ),
    "five lead in turn": (
        appraisal(
            *[
                row(n, f"Way {n}", " ".join("5" if n == line else "1" for line in range(1, 6)))
                for n in range(1, 6)
            ]
        ),
        """
        Every one of the five options can come first outright under some weights. First place is
        shared now: a change of weight on any of five lines (1a, 1b, 1c, 1d, 1e) parts those that
        share first place. One step on a single score is enough to put one of those that share
        first place ahead. If every line may count between half and double of what it does now,
        Option 3 leads in 21% of weightings, Option 1 in 21%, Option 2 in 20% and other options in
        the rest. Over all weightings of the lines, drawn evenly, Option 3 leads in 22% of
        weightings, Option 5 in 21%, Option 2 in 20% and other options in the rest. This counts
        weightings; it is not the chance that the ranking is right.
        """,
    ),
    "four lead in turn": (
        appraisal(
            row(1, "Do nothing", "5 1 1 1"),
            row(2, "Merge", "1 5 1 1"),
            row(3, "Split", "1 1 5 1"),
            row(4, "Pool", "1 1 1 4"),
        ),
        """
        Every one of the four options can come first outright under some weights. First place is
        shared now: a change of weight on any of three lines (1a, 1b, 1c) parts those that share
        first place. One step on a single score is enough to put one of those that share first
        place ahead. If every line may count between half and double of what it does now, Option 2
        leads in 31% of weightings, Option 3 in 30%, Option 1 in 29% and Option 4 in 10%. Over all
        weightings of the lines, drawn evenly, Option 1 leads in 28% of weightings, Option 3 in
        28%, Option 2 in 27% and Option 4 in 16%. This counts weightings; it is not the chance
        that the ranking is right.
        """,
    ),
    "two are level on every line": (
        appraisal(row(1, "Do nothing", "5 4 | 4"), row(2, "Merge", "5 4 | 4"), row(3, "Split", "3 5 | 4")),
        """
        Only Option 3 can come first outright, whatever the weights. Options 1 and 2 are level on
        every line, so neither is ever ahead of the other. Option 3 would lead if 1a Care alone
        carried less than 20% of the weight (now 1 of 3). 1b Health alone could change first place
        too, but only if its weight changed by as much or more. No other single line, and no
        weighting of the groups, puts another option ahead. One step on a single score is enough
        to put one of those that share first place ahead. If every line may count between half and
        double of what it does now, Options 1 and 2 share first place in 87% of weightings and
        Option 3 leads in 13%. Over all weightings of the lines, drawn evenly, Options 1 and 2
        share first place in 66% of weightings and Option 3 leads in 34%. This counts weightings;
        it is not the chance that the ranking is right.
        """,
    ),
    "two are level on every line behind the leader": (
        appraisal(row(1, "Do nothing", "5 5 | 4"), row(2, "Merge", "3 4 | 5"), row(3, "Split", "3 4 | 5")),
        """
        Only Option 1 can come first outright, whatever the weights. Options 2 and 3 are level on
        every line, so neither is ever ahead of the other. Options 2 and 3 would share first place
        if 2a Access alone carried more than 60% of the weight (now 1 of 3). No other single line
        puts another option ahead. By criteria group, Options 2 and 3 would share first place if 2
        Governance alone carried more than 60% of the weight (now 1 of 3 lines). Three one-step
        changes of score would change first place; two would make it level. One score alone
        changes first place if it moves far enough: Option 1 on 1a Care at 2 instead of 5, Option
        1 on 1b Health at 2 instead of 5, or Option 1 on 2a Access at 1 instead of 4. If every
        line may count between half and double of what it does now, Option 1 leads in 99% of
        weightings and Options 2 and 3 share first place in 1%. Over all weightings of the lines,
        drawn evenly, Option 1 leads in 84% of weightings and Options 2 and 3 share first place in
        16%. This counts weightings; it is not the chance that the ranking is right.
        """,
    ),
    "all weight on one line stays there within bounds": (
        appraisal(row(1, "Do nothing", "5 1 | 2"), row(2, "Merge", "4 4 | 4"), weights=(1, 0, 0), **MEAN),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than 25% of the weight (now 0%). 2a Access alone could change
        first place too, but only if its weight changed by as much or more. 1a Care carries all
        the weight now, so it can only lose weight to another line. Two one-step changes of score
        would reverse first place; one would make it level. One score alone changes first place if
        it moves far enough: Option 1 on 1a Care at 3 instead of 5. If every line may count
        between half and double of what it does now, Option 1 leads in 100% of weightings. Over
        all weightings of the lines, drawn evenly, Option 2 leads in 91% of weightings and Option
        1 in 9%. This counts weightings; it is not the chance that the ranking is right.
        """,
    ),
}

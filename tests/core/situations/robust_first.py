"""Who can come first at all, and why the others cannot. Each with the text of robustness."""

from tests.core.small import appraisal, row

SITUATIONS = {
    "two can, every other is beaten by one of them": (
        appraisal(
            row(6, "New vehicle", "5 3 4 | 5"),
            row(4, "Council leads", "4 5 4 | 4"),
            row(2, "Pool", "4 3 4 | 3"),
            row(1, "Do nothing", "2 5 2 | 4"),
        ),
        """
        Only Options 6 and 4 can come first outright, whatever the weights. Every other option is
        matched or beaten on every line by one of them. First place is shared now: any more weight
        on 1a Care or 2a Voice puts Option 6 ahead; any more weight on 1b Health puts Option 4
        ahead. One step on a single score is enough to put one of those that share first place
        ahead.
        """,
    ),
    "two can, the third is matched by one of them": (
        appraisal(
            row(1, "Do nothing", "5 3 3 | 3"), row(2, "Merge", "3 3 3 | 4"), row(3, "Split", "3 3 2 | 3")
        ),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is matched or
        beaten on every line by Option 1. Option 2 would lead if 1a Care alone carried less than
        about 14% of the weight (now 1 of 4). 2a Voice alone could change first place too, but
        only if its weight changed by as much or more. No other single line puts another option
        ahead. By criteria group, Option 2 would lead if 2 Governance alone carried more than 40%
        of the weight (now 1 of 4 lines). Two one-step changes of score would reverse first place;
        one would make it level. One score alone changes first place if it moves far enough: any
        one of seven scores, by two points.
        """,
    ),
    "one is ahead of all on every line": (
        appraisal(row(1, "Do nothing", "5 5 | 5"), row(2, "Merge", "4 4 | 4"), row(3, "Split", "3 2 | 2")),
        """
        Only Option 1 can come first outright, whatever the weights. Every other option is matched
        or beaten on every line by it. No weights, of lines or of groups, put another option ahead
        of Option 1. Option 1 is ahead of every other option on every line. Four one-step changes
        of score would reverse first place; three would make it level. One score alone changes
        first place if it moves far enough: Option 1 on 1a Care at 1 instead of 5, Option 1 on 1b
        Health at 1 instead of 5, or Option 1 on 2a Access at 1 instead of 5.
        """,
    ),
    "one is never behind, and level on a line": (
        appraisal(row(1, "Do nothing", "5 5 | 4"), row(2, "Merge", "4 4 | 4"), row(3, "Split", "5 2 | 2")),
        """
        Only Option 1 can come first outright, whatever the weights. Every other option is matched
        or beaten on every line by it. No weights, of lines or of groups, put another option ahead
        of Option 1. Another option can at most draw level, and only where no line counts on which
        Option 1 is better. Three one-step changes of score would reverse first place; two would
        make it level. One score alone changes first place if it moves far enough: Option 1 on 1a
        Care at 2 instead of 5, Option 1 on 1b Health at 2 instead of 5, or Option 1 on 2a Access
        at 1 instead of 4.
        """,
    ),
    "level at 100% only": (
        appraisal(row(1, "Do nothing", "5 4 4 | 4"), row(2, "Merge", "5 3 3 | 3")),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights, of lines or of groups, put another option ahead of
        Option 1. Another option can at most draw level, and only where no line counts on which
        Option 1 is better. Four one-step changes of score would reverse first place; three would
        make it level. One score alone changes first place if it moves far enough: Option 1 on 1a
        Care at 1 instead of 5.
        """,
    ),
    "every one of three can": (
        appraisal(row(1, "Do nothing", "5 1 | 2"), row(2, "Merge", "1 5 | 1"), row(3, "Split", "1 1 | 5")),
        """
        Every one of the three options can come first outright under some weights. Option 2 would
        lead if 1b Health alone carried more than about 38% of the weight (now 1 of 3). 1a Care
        and 2a Access, each alone, could change first place too, but only if their weight changed
        by as much or more. By criteria group, Option 3 would lead if 2 Governance alone carried
        more than 40% of the weight (now 1 of 3 lines). Two one-step changes of score would change
        first place; one would make it level. One score alone changes first place if it moves far
        enough: any one of five scores, by two points.
        """,
    ),
    "either of two can": (
        appraisal(row(1, "Do nothing", "5 3 | 3"), row(2, "Merge", "3 4 | 3")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1a Care alone carried less than 20% of the weight (now 1 of 3). 1b Health alone could
        change first place too, but only if its weight changed by as much or more. No other single
        line, and no weighting of the groups, puts another option ahead. Two one-step changes of
        score would reverse first place; one would make it level. One score alone changes first
        place if it moves far enough: any one of five scores, by two points.
        """,
    ),
    "an option between two others is ahead of each but never of both": (
        appraisal(row(1, "Do nothing", "5 1"), row(2, "Merge", "1 4"), row(3, "Split", "3 2")),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is ahead of
        each other option on some line, but no weights put it ahead of all of them at once. Option
        2 would lead if 1b Health alone carried more than about 57% of the weight (now 1 of 2). 1a
        Care alone could change first place too, but only if its weight changed by as much or
        more. Two one-step changes of score would change first place; one would make it level. One
        score alone changes first place if it moves far enough: any one of four scores, by two
        points.
        """,
    ),
    "two options between two others": (
        appraisal(
            row(1, "Do nothing", "5 1"), row(2, "Merge", "1 5"), row(3, "Split", "2 3"), row(4, "Pool", "3 2")
        ),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Options 3 and 4 are
        each ahead of every other option on some line, but no weights put any of them ahead of all
        at once. First place is shared now: any more weight on 1a Care puts Option 1 ahead; any
        more weight on 1b Health puts Option 2 ahead. One step on a single score is enough to put
        one of those that share first place ahead.
        """,
    ),
    "two that are level on every line lead": (
        appraisal(row(1, "Do nothing", "5 4 | 4"), row(2, "Merge", "5 4 | 4"), row(3, "Split", "3 4 | 4")),
        """
        No option can come first outright, whatever the weights. Options 1 and 2 are level on
        every line, so neither is ever ahead of the other. Option 3 is matched or beaten on every
        line by another option. First place is shared now. No weights, of lines or of groups, put
        another option ahead of Options 1 and 2. One step on a single score is enough to put one
        of those that share first place ahead.
        """,
    ),
    "two that are level on every line lead and a third can come first": (
        appraisal(row(1, "Do nothing", "5 4 | 4"), row(2, "Merge", "5 4 | 4"), row(3, "Split", "3 5 | 4")),
        """
        Only Option 3 can come first outright, whatever the weights. Options 1 and 2 are level on
        every line, so neither is ever ahead of the other. Option 3 would lead if 1a Care alone
        carried less than 20% of the weight (now 1 of 3). 1b Health alone could change first place
        too, but only if its weight changed by as much or more. No other single line, and no
        weighting of the groups, puts another option ahead. One step on a single score is enough
        to put one of those that share first place ahead.
        """,
    ),
    "two that are level on every line are behind": (
        appraisal(
            row(1, "Do nothing", "5 5 | 4"),
            row(2, "Merge", "3 4 | 5"),
            row(3, "Split", "3 4 | 5"),
            row(4, "Pool", "2 4 | 5"),
        ),
        """
        Only Option 1 can come first outright, whatever the weights. Options 2 and 3 are level on
        every line, so neither is ever ahead of the other. Option 4 is matched or beaten on every
        line by another option. Options 2 and 3 would share first place if 2a Access alone carried
        more than 60% of the weight (now 1 of 3). No other single line puts another option ahead.
        By criteria group, Options 2 and 3 would share first place if 2 Governance alone carried
        more than 60% of the weight (now 1 of 3 lines). Three one-step changes of score would
        change first place; two would make it level. One score alone changes first place if it
        moves far enough: Option 1 on 1a Care at 2 instead of 5, Option 1 on 1b Health at 2
        instead of 5, or Option 1 on 2a Access at 1 instead of 4.
        """,
    ),
    "three are level on every line and one is not": (
        appraisal(
            row(1, "Do nothing", "5 4"), row(2, "Merge", "4 5"), row(3, "Split", "4 5"), row(4, "Pool", "4 5")
        ),
        """
        Only Option 1 can come first outright, whatever the weights. Options 2, 3 and 4 are level
        on every line, so none of these is ever ahead of another. First place is shared now: any
        more weight on 1a Care puts Option 1 ahead; any more weight on 1b Health puts Options 2, 3
        and 4 ahead. One step on a single score is enough to put one of those that share first
        place ahead.
        """,
    ),
    "all are level on every line": (
        appraisal(row(1, "Do nothing", "4 4 | 4"), row(2, "Merge", "4 4 | 4"), row(3, "Split", "4 4 | 4")),
        """
        No option can come first outright, whatever the weights. All three options are level on
        every line. First place is shared now, and no weights change that. One step on a single
        score is enough to put one of those that share first place ahead.
        """,
    ),
    "the only two are level on every line": (
        appraisal(row(1, "Do nothing", "4 4"), row(2, "Merge", "4 4")),
        """
        No option can come first outright, whatever the weights. The two options are level on
        every line. First place is shared now, and no weights change that. One step on a single
        score is enough to put one of those that share first place ahead.
        """,
    ),
    "all are tied and on each line another is ahead": (
        appraisal(row(1, "Do nothing", "3 4 | 3"), row(2, "Merge", "4 3 | 3"), row(3, "Split", "3 3 | 4")),
        """
        Every one of the three options can come first outright under some weights. First place is
        shared now: a change of weight on any of three lines (1a, 1b, 2a) parts those that share
        first place. One step on a single score is enough to put one of those that share first
        place ahead.
        """,
    ),
    "more can than can be named": (
        appraisal(
            *[
                row(n, f"Way {n}", " ".join("5" if n == line else "1" for line in range(1, 8)))
                for n in range(1, 8)
            ],
            row(8, "None of it", " ".join("1" * 7)),
        ),
        """
        Only seven of the eight options can come first outright, whatever the weights. Option 8 is
        matched or beaten on every line by Option 1. First place is shared now: a change of weight
        on any of seven lines (1a, 1b, 1c, 1d, 1e, 1f, 1g) parts those that share first place. One
        step on a single score is enough to put one of those that share first place ahead.
        """,
    ),
    "options have no numbers": (
        appraisal(row(None, "Care, homes", "5 3"), row(None, "Merge", "3 4"), row(None, "Split", "1 1")),
        """
        Only “Care, homes” and “Merge” can come first outright, whatever the weights. “Split” is
        matched or beaten on every line by “Care, homes”. “Merge” would lead if 1b Health alone
        carried more than about 67% of the weight (now 1 of 2). 1a Care alone could change first
        place too, but only if its weight changed by as much or more. Two one-step changes of
        score would reverse first place; one would make it level. One score alone changes first
        place if it moves far enough: “Care, homes” on 1a Care at 3 instead of 5, “Care, homes” on
        1b Health at 1 instead of 3, or “Merge” on 1a Care at 5 instead of 3.
        """,
    ),
    "two options have one number and one name": (
        appraisal(
            row(2, "Merge", "5 3", id="option-2a"),
            row(2, "Merge", "3 4", id="option-2b"),
            row(3, "Split", "1 1"),
        ),
        """
        Only “Merge” (option-2a) and “Merge” (option-2b) can come first outright, whatever the
        weights. Option 3 is matched or beaten on every line by “Merge” (option-2a). “Merge”
        (option-2b) would lead if 1b Health alone carried more than about 67% of the weight (now 1
        of 2). 1a Care alone could change first place too, but only if its weight changed by as
        much or more. Two one-step changes of score would reverse first place; one would make it
        level. One score alone changes first place if it moves far enough: “Merge” (option-2a) on
        1a Care at 3 instead of 5, “Merge” (option-2a) on 1b Health at 1 instead of 3, or “Merge”
        (option-2b) on 1a Care at 5 instead of 3.
        """,
    ),
    "not every option is ranked": (
        appraisal(
            row(1, "Do nothing", "5 4 | pass"),
            row(2, "Merge", "4 5 | fail"),
            row(3, "Split", "3 5 | pass"),
            row(4, "Pool", "2 2 | pass"),
            row(5, "Old", "5 5 | pass", stage="dropped"),
        ),
        """
        Only Options 1 and 3 can come first outright, whatever the weights. Option 4 is matched or
        beaten on every line by Option 1. Option 3 would lead if 1b Health alone carried more than
        about 67% of the weight (now 1 of 2). 1a Care alone could change first place too, but only
        if its weight changed by as much or more. Two one-step changes of score would reverse
        first place; one would make it level. One score alone changes first place if it moves far
        enough: Option 1 on 1a Care at 3 instead of 5, Option 1 on 1b Health at 2 instead of 4, or
        Option 3 on 1a Care at 5 instead of 3.
        """,
    ),
}

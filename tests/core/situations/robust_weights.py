"""The smallest change of weight, of a line, of lines together and of a group. Each with its text."""

from tests.core.small import appraisal, row, scale

MEAN = {"combine": "weighted-mean"}

SITUATIONS = {
    "both lines do it alone and together, up to where another would lead": (
        appraisal(
            row(1, "Do nothing", "5 5 5 | 2 2"),
            row(2, "Merge", "4 4 4 | 3 3"),
            row(3, "Split", "1 1 1 | 5 5"),
        ),
        """
        Every one of the three options can come first outright under some weights. Option 2 would
        lead if 2a Voice alone, or 2b Skills alone, carried more than about 33% but less than
        about 47% of the weight (now 1 of 5), or both together counted more than 1½ times but less
        than 2.25 times as much as now. No other single line puts another option ahead. By
        criteria group, Option 2 would lead if 2 Governance alone carried more than 50% but less
        than 60% of the weight (now 2 of 5 lines). Two one-step changes of score would reverse
        first place; one would make it level. One score alone changes first place if it moves far
        enough: any one of five scores, by two points.
        """,
    ),
    "the lines that do it together are more than those that do it alone": (
        appraisal(row(1, "Do nothing", "5 5 5 | 3 3 3"), row(2, "Merge", "4 4 3 | 5 4 3")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        2a Voice alone carried more than about 23% of the weight (now 1 of 6). Option 2 would lead
        too if both lines on which it is ahead of Option 1 (2a Voice, 2b Skills) counted more than
        about 1.33 times as much as now. 1c Access and 2b Skills, each alone, could change first
        place too, but only if their weight changed by as much or more. No other single line puts
        another option ahead. By criteria group, Option 2 would lead if 2 Governance alone carried
        more than about 57% of the weight (now 3 of 6 lines). Two one-step changes of score would
        reverse first place; one would make it level. One score alone changes first place if it
        moves far enough: any one of eight scores, by two points.
        """,
    ),
    "lines together put another ahead than a line alone": (
        appraisal(
            row(1, "Do nothing", "5 5 5 5 | 3 3 3"),
            row(2, "Merge", "2 2 2 2 | 5 3 3"),
            row(3, "Split", "4 4 4 4 | 3 4 4"),
        ),
        """
        Every one of the three options can come first outright under some weights. Option 3 would
        lead if 2b Cost alone, or 2c Estate alone, carried more than about 33% of the weight (now
        1 of 7), or both together counted more than twice as much as now. 2a Skills alone could
        change first place too, but only if its weight changed by as much or more. No other single
        line puts another option ahead. By criteria group, Option 3 would lead if 2 Governance
        alone carried more than 60% of the weight (now 3 of 7 lines). Three one-step changes of
        score would reverse first place; two would make it level. One score alone changes first
        place if it moves far enough: any one of four scores, by three points.
        """,
    ),
    "more than three lines do it alone": (
        appraisal(row(1, "Do nothing", "5 5 5 | 3 3 3 3"), row(2, "Merge", "3 3 3 | 4 4 4 4")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        any one of four lines (2a, 2b, 2c, 2d) alone carried more than about 33% of the weight
        (now 1 of 7), or all four together counted more than 1½ times as much as now. No other
        single line puts another option ahead. By criteria group, Option 2 would lead if 2
        Governance alone carried more than about 67% of the weight (now 4 of 7 lines). Three
        one-step changes of score would reverse first place; two would make it level. One score
        alone changes first place if it moves far enough: Option 1 on 1a Care at 2 instead of 5,
        Option 1 on 1b Health at 2 instead of 5, or Option 1 on 1c Access at 2 instead of 5.
        """,
    ),
    "less weight does it": (
        appraisal(row(1, "Do nothing", "5 4 | 4"), row(2, "Merge", "4 4 | 4"), row(3, "Split", "1 5 | 5")),
        """
        Only Options 1 and 3 can come first outright, whatever the weights. Option 2 is matched or
        beaten on every line by Option 1. Option 3 would lead if 1a Care alone carried less than
        20% of the weight (now 1 of 3). Option 3 would lead too if both lines on which it is ahead
        of Option 1 (1b Health, 2a Access) counted more than twice as much as now. 1b Health and
        2a Access, each alone, could change first place too, but only if their weight changed by
        as much or more. By criteria group, Option 3 would lead if 2 Governance alone carried more
        than 60% of the weight (now 1 of 3 lines). Two one-step changes of score would reverse
        first place; one would make it level. One score alone changes first place if it moves far
        enough: any one of four scores, by two points or more.
        """,
    ),
    "more than three other lines could do it too": (
        appraisal(row(1, "Do nothing", "5 5 5 | 3 3 3 3 3"), row(2, "Merge", "2 3 2 | 5 4 4 4 4")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1a Care alone, or 1c Access alone, carried less than about 5% of the weight (now 1 of 8).
        Option 2 would lead too if the five lines on which it is ahead of Option 1 (2a Voice, 2b
        Skills, 2c Cost, 2d Estate, 2e Travel) counted more than about 1.33 times as much as now.
        Five other lines (2a, 2b, 2c, 2d, 2e), each alone, could change first place too, but only
        if their weight changed by as much or more. No other single line puts another option
        ahead. By criteria group, Option 2 would lead if 2 Governance alone carried more than
        about 69% of the weight (now 5 of 8 lines). Three one-step changes of score would reverse
        first place; two would make it level. One score alone changes first place if it moves far
        enough: any one of five scores, by three points.
        """,
    ),
    "a group does it": (
        appraisal(row(1, "Do nothing", "5 5 | 3 3"), row(2, "Merge", "3 4 | 4 4")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1a Care alone carried less than about 14% of the weight (now 1 of 4). Option 2 would lead
        too if both lines on which it is ahead of Option 1 (2a Access, 2b Voice) counted more than
        1½ times as much as now. 2a Access and 2b Voice, each alone, could change first place too,
        but only if their weight changed by as much or more. No other single line puts another
        option ahead. By criteria group, Option 2 would lead if 2 Governance alone carried more
        than 60% of the weight (now 2 of 4 lines). Two one-step changes of score would reverse
        first place; one would make it level. One score alone changes first place if it moves far
        enough: any one of five scores, by two points.
        """,
    ),
    "any more weight decides a shared first place": (
        appraisal(row(1, "Do nothing", "5 4 | 4"), row(2, "Merge", "4 5 | 4"), row(3, "Split", "1 1 | 1")),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is matched or
        beaten on every line by Option 1. First place is shared now: any more weight on 1a Care
        puts Option 1 ahead; any more weight on 1b Health puts Option 2 ahead. No weighting of the
        groups parts those that share first place. One step on a single score is enough to put one
        of those that share first place ahead.
        """,
    ),
    "a little more weight decides a shared first place, much more does not": (
        appraisal(row(1, "Do nothing", "5 3 4"), row(2, "Merge", "4 4 4"), row(3, "Split", "1 5 1")),
        """
        Every one of the three options can come first outright under some weights. First place is
        shared now: any more weight on 1a Care puts Option 1 ahead; a little more weight on 1b
        Health puts Option 2 ahead. One step on a single score is enough to put one of those that
        share first place ahead.
        """,
    ),
    "less weight alone favours one of three that share first place": (
        appraisal(row(1, "Do nothing", "5 3"), row(2, "Merge", "3 5"), row(3, "Split", "4 4")),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is ahead of
        each other option on some line, but no weights put it ahead of all of them at once. First
        place is shared now: any more weight on 1a Care puts Option 1 ahead; any more weight on 1b
        Health puts Option 2 ahead. One step on a single score is enough to put one of those that
        share first place ahead.
        """,
    ),
    "a shared first place and a group that would part it": (
        appraisal(
            row(1, "Do nothing", "5 5 | 3 3"), row(2, "Merge", "4 4 | 4 4"), row(3, "Split", "1 1 | 1 1")
        ),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is matched or
        beaten on every line by Option 1. First place is shared now: any more weight on 1a Care or
        1b Health puts Option 1 ahead; any more weight on 2a Access or 2b Voice puts Option 2
        ahead. One step on a single score is enough to put one of those that share first place
        ahead.
        """,
    ),
    "places hang on hundredths of a percent": (
        appraisal(
            row(1, "Do nothing", "4 3 3"), row(2, "Merge", "3 4 3"), weights=(33.334, 33.333, 33.333), **MEAN
        ),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than about 33.334% of the weight (now 33.333%). 1a Care alone
        could change first place too, but only if its weight changed by as much or more. No other
        single line puts another option ahead. A single one-step change of score would change
        first place: any one of six scores.
        """,
    ),
    "places hang on less than can be written": (
        appraisal(
            row(1, "Do nothing", "4 3 3"),
            row(2, "Merge", "3 4 3"),
            weights=(33.333301, 33.3333, 33.3333),
            **MEAN,
        ),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried only slightly more of the weight than it does now. 1a Care alone
        could change first place too, but only if its weight changed by as much or more. No other
        single line puts another option ahead. A single one-step change of score would change
        first place: any one of six scores.
        """,
    ),
    "weights in percent": (
        appraisal(
            row(1, "Do nothing", "5 2 | 3"),
            row(2, "Merge", "3 4 | 3"),
            row(3, "Split", "2 2 | 3"),
            weights=(50, 40, 10),
            combine="weighted-sum",
        ),
        """
        Only Options 1 and 2 can come first outright, whatever the weights. Option 3 is matched or
        beaten on every line by Option 1. Option 2 would lead if 1b Health alone carried more than
        about 45% of the weight (now 40%). 1a Care alone could change first place too, but only if
        its weight changed by as much or more. No other single line, and no weighting of the
        groups, puts another option ahead. A single one-step change of score would change first
        place: any one of four scores.
        """,
    ),
    "groups have weights of their own": (
        appraisal(
            row(1, "Do nothing", "5 4 | 2 3"),
            row(2, "Merge", "3 4 | 4 4"),
            weights=(60, 40, 50, 50),
            group_weights=(60, 40),
            **MEAN,
        ),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1a Care alone carried less than about 32% of the weight (now 36%). Option 2 would lead too
        if both lines on which it is ahead of Option 1 (2a Access, 2b Voice) counted more than 1.2
        times as much as now. 2a Access and 2b Voice, each alone, could change first place too,
        but only if their weight changed by as much or more. No other single line puts another
        option ahead. By criteria group, Option 2 would lead if 2 Governance alone carried more
        than about 44% of the weight (now 40%). A single one-step change of score would change
        first place: any one of eight scores.
        """,
    ),
    "all weight is on one line": (
        appraisal(row(1, "Do nothing", "5 1 | 2"), row(2, "Merge", "4 4 | 4"), weights=(1, 0, 0), **MEAN),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than 25% of the weight (now 0%). 2a Access alone could change
        first place too, but only if its weight changed by as much or more. 1a Care carries all
        the weight now, so it can only lose weight to another line. Two one-step changes of score
        would reverse first place; one would make it level. One score alone changes first place if
        it moves far enough: Option 1 on 1a Care at 3 instead of 5.
        """,
    ),
    "a group without proportions": (
        appraisal(
            row(1, "Do nothing", "5 4 3 | 3 | 1 1"),
            row(2, "Merge", "4 4 3 | 3 | 4 4"),
            weights=(3, 1, 1, 1, 0, 0),
            **MEAN,
        ),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        3a Skills alone, or 3b Cost alone, carried more than about 14% of the weight (now 0%). No
        other single line, and no weighting of the groups whose lines have weights, puts another
        option ahead. Two one-step changes of score would reverse first place; one would make it
        level. One score alone changes first place if it moves far enough: Option 1 on 1a Care at
        3 instead of 5.
        """,
    ),
    "a line without weight is level": (
        appraisal(row(1, "Do nothing", "5 4 | 1"), row(2, "Merge", "4 4 | 1"), weights=(3, 1, 0), **MEAN),
        """
        Only Option 1 can come first outright, whatever the weights. Option 2 is matched or beaten
        on every line by Option 1. No weights put another option ahead of Option 1. Another option
        can at most draw level, and only where no line counts on which Option 1 is better. Two
        one-step changes of score would reverse first place; one would make it level. One score
        alone changes first place if it moves far enough: Option 1 on 1a Care at 3 instead of 5.
        """,
    ),
    "scales differ in width": (
        appraisal(
            row(1, "Do nothing", "8 3"), row(2, "Merge", "6 4"), scales={"care": scale(0, 10, neutral=None)}
        ),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b Health alone carried more than about 44% of the weight (now 29%). 1a Care alone could
        change first place too, but only if its weight changed by as much or more. Two one-step
        changes of score would reverse first place; one would make it level. One score alone
        changes first place if it moves far enough: Option 1 on 1a Care at 6 instead of 8, Option
        1 on 1b Health at 1 instead of 3, or Option 2 on 1a Care at 8 instead of 6.
        """,
    ),
    "labels hold commas": (
        appraisal(row(1, "Do nothing", "5 3"), row(2, "Merge", "3 4"), labels=("Care, health", "Cost (net)")),
        """
        Either option can come first outright: it depends on the weights. Option 2 would lead if
        1b “Cost (net)” alone carried more than about 67% of the weight (now 1 of 2). 1a “Care,
        health” alone could change first place too, but only if its weight changed by as much or
        more. Two one-step changes of score would reverse first place; one would make it level.
        One score alone changes first place if it moves far enough: Option 1 on 1a “Care, health”
        at 3 instead of 5, Option 1 on 1b “Cost (net)” at 1 instead of 3, or Option 2 on 1a “Care,
        health” at 5 instead of 3.
        """,
    ),
    "one line only": (
        appraisal(row(1, "Do nothing", "5"), row(2, "Merge", "3"), row(3, "Split", "1")),
        """
        Only Option 1 can come first outright, whatever the weights. Every other option is matched
        or beaten on every line by it. Only one line is scored, so weights change nothing. Three
        one-step changes of score would reverse first place; two would make it level. One score
        alone changes first place if it moves far enough: Option 1 on 1a Care at 2 instead of 5.
        """,
    ),
}

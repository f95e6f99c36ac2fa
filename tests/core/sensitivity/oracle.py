"""A second, slow way to everything exact: add up afresh with Fractions and look who is first.

It knows the snapshot and method.md, and nothing of appraisal.core.sensitivity or of evaluation: totals are
added up in the appraisal's own form (plain scores stay plain scores), weights are tried on a grid, scores one
by one, steps in every combination.
"""

from fractions import Fraction
from itertools import product

from tests.core.oracle import Paper

GRID = [Fraction(n, 12) for n in range(13)]
TINY = Fraction(1, 10**12)
RELATIVE = ("options-range", "ratio")


class Bench:
    """The ranked options of one appraisal with every score, and weights that can be changed."""

    def __init__(self, snapshot):
        self.paper = paper = Paper(snapshot, None)
        self.options = [option for option in snapshot.options if paper.is_ranked(option)]
        self.lines = {line.sub_criterion.id: line for line in paper.scored}
        self.group_of = {sub: line.group.id for sub, line in self.lines.items()}
        self.groups = list(dict.fromkeys(self.group_of.values()))
        self.scores = {
            (option.id, sub): paper.score(option, line)
            for option in self.options
            for sub, line in self.lines.items()
        }
        self.ids = [option.id for option in self.options]

    def complete(self):
        return len(self.ids) > 1 and bool(self.lines) and None not in self.scores.values()

    def start(self):
        """Weights as they are entered (1 each in a plain total), and what each option has on each line."""
        self.plain = self.paper.form == "sum"
        self.entered = {
            sub: Fraction(1) if self.plain else self.paper.entered(line) for sub, line in self.lines.items()
        }
        widths = {sub: self.paper.width(line) for sub, line in self.lines.items()}
        wide = self.plain and len(set(widths.values())) > 1
        self.size = {sub: widths[sub] if wide else Fraction(1) for sub in self.lines}
        self.values = {
            (option.id, sub): self.paper.value(option, line)[0]
            for option in self.options
            for sub, line in self.lines.items()
        }
        self.now = self.shares(self.entered)
        self.leaders = self.first(self.entered)
        return self

    # --- Adding up -----------------------------------------------------------------------------------------

    def totals(self, weights, moved=None):
        """Totals under any weights, with some cells worth something else."""
        values = self.values if not moved else {**self.values, **moved}
        return {
            option: sum(weight * values[option, sub] for sub, weight in weights.items() if weight)
            for option in self.ids
        }

    def first(self, weights, moved=None):
        totals = self.totals(weights, moved)
        best = max(totals.values())
        return {option for option, total in totals.items() if total == best}

    def ranks(self, weights):
        totals = self.totals(weights)
        return {
            option: 1 + sum(other > total for other in totals.values()) for option, total in totals.items()
        }

    def shares(self, weights):
        """Shares of all weight; of a plain total a line counts by the width of its scale."""
        whole = sum(weights[sub] * self.size[sub] for sub in weights)
        return {sub: weight * self.size[sub] / whole for sub, weight in weights.items()}

    # --- Weights -------------------------------------------------------------------------------------------

    def local(self, group):
        """The proportions of the lines within a group, or None."""
        subs = [sub for sub in self.lines if self.group_of[sub] == group]
        weights = {sub: self.entered[sub] for sub in subs}
        if not any(weights.values()) and self.paper.weights is not None:
            weights = {sub: Fraction(self.paper.weights.sub_criteria[sub]) for sub in subs}
        return weights if any(weights.values()) else None

    def with_share(self, moving, share):
        """Weights under which the lines in ``moving`` (proportions by line) carry ``share`` of all weight."""
        rest = {sub: weight for sub, weight in self.entered.items() if sub not in moving}
        there = sum(moving[sub] * self.size[sub] for sub in moving)
        others = sum(rest[sub] * self.size[sub] for sub in rest)
        if share == 1:
            return {**dict.fromkeys(rest, Fraction(0)), **moving}
        times = share / (1 - share) * others / there
        return {**rest, **{sub: weight * times for sub, weight in moving.items()}}

    # --- Scores --------------------------------------------------------------------------------------------

    def points(self, sub):
        """Every point of a line, lowest first; None where it has none that can be moved alone."""
        line = self.lines[sub]
        rule = line.sub_criterion.value
        if rule.rule == "points":
            return sorted({Fraction(number) for number in rule.points.values()})
        if line.sub_criterion.kind.value == "measure":
            return None
        lo, hi, step = (Fraction(each) for each in (line.scale.lo, line.scale.hi, line.scale.step))
        return [lo + n * step for n in range(int((hi - lo) / step) + 1)]

    def worth(self, sub, score):
        """What a score counts as on its line."""
        if self.paper.form != "weighted-value":
            return score
        rule, scale = self.lines[sub].sub_criterion.value, self.lines[sub].scale
        lo, hi = (rule.lo, rule.hi) if rule.rule == "points" else (scale.lo, scale.hi)
        return 100 * (score - Fraction(lo)) / (Fraction(hi) - Fraction(lo))

    def on_the_way(self, option, sub, up):
        """The points above, or below, in the order in which they are reached: (score, who is first then)."""
        now = self.scores[option, sub]
        points = [point for point in self.points(sub) if (point > now if up else point < now)]
        for point in points if up else reversed(points):
            yield point, self.first(self.entered, {(option, sub): self.worth(sub, point)})

    def fewest(self, leader, rival):
        """(to draw level at least, to pass) by every combination of steps; None where there are too many."""
        cells, combinations = [], 1
        for sub in self.lines:
            if self.points(sub) is None or not self.entered[sub]:
                continue
            for option, up in ((rival, True), (leader, False)):
                now = self.worth(sub, self.scores[option, sub])
                ways = [point for point, _ in self.on_the_way(option, sub, up)]
                gains = [abs(self.worth(sub, point) - now) * self.entered[sub] for point in ways]
                cells.append([Fraction(0), *gains])
                combinations *= len(cells[-1])
        if combinations > 1500:
            return None
        totals = self.totals(self.entered)
        lead = totals[leader] - totals[rival]
        tie, past = [], []
        for steps in product(*(range(len(cell)) for cell in cells)):
            gain = sum(cell[step] for cell, step in zip(cells, steps, strict=True))
            if gain >= lead:
                tie.append(sum(steps))
            if gain > lead:
                past.append(sum(steps))
        return min(tie, default=None), min(past, default=None)


def weightings(count, parts):
    """Every way to share out ``parts`` equal parts of weight over ``count`` lines."""
    if count == 1:
        yield (parts,)
        return
    for first in range(parts + 1):
        for rest in weightings(count - 1, parts - first):
            yield (first, *rest)

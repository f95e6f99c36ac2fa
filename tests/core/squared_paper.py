"""What each cell counts, worked out afresh: the first half of the oracle, and as slow.

It shares no code with appraisal.core but the snapshot's own look-ups.
"""

from fractions import Fraction
from itertools import combinations


class Sheet:
    """The cells, weights and values of one appraisal, on squared paper."""

    def __init__(self, snapshot, weight_set):
        self.snapshot = snapshot
        self.form = snapshot.method.combine.value
        wanted = weight_set or snapshot.method.weight_set
        found = [one for one in snapshot.weight_sets if one.id == wanted]
        self.weights = found[0] if found and self.form != "sum" else None
        self.scored = [
            line for line in snapshot.lines if line.sub_criterion.kind.value in ("score", "measure")
        ]
        self.gates = [line for line in snapshot.lines if line.sub_criterion.kind.value == "gate"]

    def state(self, option, line):
        cell = self.snapshot.cell_at.get((option.id, line.sub_criterion.id))
        return cell.state.value if cell else "unscored"

    def score(self, option, line):
        """The score or the raw figure; of a mark its number."""
        if self.state(option, line) != "scored":
            return None
        cell, rule = self.snapshot.cell_at[option.id, line.sub_criterion.id], line.sub_criterion.value
        return Fraction(rule.points[cell.mark] if rule.rule == "points" else cell.score)

    # --- Weights -------------------------------------------------------------------------------------------

    def entered(self, line):
        """The weight as entered; in a tree the group's times the local one, normalised in its group."""
        own = Fraction(self.weights.sub_criteria[line.sub_criterion.id])
        if self.weights.groups is None:
            return own
        group = Fraction(self.weights.groups[line.group.id])
        if group == 0:
            return Fraction(0)
        siblings = [one for one in self.scored if one.group.id == line.group.id]
        return (
            group * own / sum(Fraction(self.weights.sub_criteria[one.sub_criterion.id]) for one in siblings)
        )

    def normalised(self, line):
        return self.entered(line) / sum(self.entered(one) for one in self.scored)

    def shares(self):
        """Each line's share of all weight; the implied share (by the scale's width) under a plain total."""
        if self.form != "sum":
            known = self.weights is not None
            return {line.sub_criterion.id: self.normalised(line) for line in self.scored} if known else {}
        widths = {line.sub_criterion.id: self.width(line) for line in self.scored}
        if not any(widths.values()) and all(line.sub_criterion.kind.value == "score" for line in self.scored):
            return {sub: Fraction(1, len(widths)) for sub in widths}
        if not all(widths.values()):
            return {}
        return {sub: width / sum(widths.values()) for sub, width in widths.items()}

    def width(self, line):
        """How far the lowest score of a line is from its highest; None where it has none."""
        rule = line.sub_criterion.value
        if rule.rule == "points":
            return Fraction(rule.hi) - Fraction(rule.lo)
        return Fraction(line.scale.hi) - Fraction(line.scale.lo) if line.scale else None

    # --- One score -----------------------------------------------------------------------------------------

    def value(self, option, line):
        """What a scored cell shows: (lowest, highest), the same unless it is open; None if unknown."""
        score, rule = self.score(option, line), line.sub_criterion.value
        if self.form != "weighted-value":
            return (score, score) if line.sub_criterion.kind.value == "score" else None
        if rule.rule in ("options-range", "ratio"):
            return self.relative(option, line)
        ends = self.ends(line)
        if ends is None:
            return None
        return (100 * (score - ends[0]) / (ends[1] - ends[0]),) * 2

    def ends(self, line):
        """The worst and the best score or figure there can be; None where that is not known."""
        rule = line.sub_criterion.value
        if rule.rule == "range":
            return Fraction(rule.worst), Fraction(rule.best)
        if rule.rule == "points":
            return Fraction(rule.lo), Fraction(rule.hi)
        return (Fraction(line.scale.lo), Fraction(line.scale.hi)) if line.scale else None

    def relative(self, option, line):
        """The value against the short-listed options that pass their gates, whichever of them do."""
        compared = [
            one
            for one in self.snapshot.options
            if one.stage.value == "short-list"
            and not self.failed_gate(one)
            and self.state(one, line) != "not-applicable"
        ]
        if option not in compared:
            return None
        if any(self.score(one, line) is None for one in compared):
            return Fraction(0), Fraction(100)
        waiting = [one for one in compared if one is not option and self.has_open_gate(one)]
        found = []
        for count in range(len(waiting) + 1):
            for out in combinations(waiting, count):
                figures = [self.score(one, line) for one in compared if one not in out]
                found.append(self.converted(self.score(option, line), figures, line.sub_criterion.value))
        return min(found), max(found)

    def converted(self, figure, figures, rule):
        low, high = min(figures), max(figures)
        if low == high:
            return Fraction(100)
        if rule.rule == "options-range":
            from_worst = figure - low if rule.better == "higher" else high - figure
            return 100 * from_worst / (high - low)
        return 100 * figure / high if rule.better == "higher" else 100 * low / figure

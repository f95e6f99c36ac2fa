"""A second implementation of the method: slow, with Fraction throughout, written from method.md alone.

It shares no code with appraisal.core but the snapshot's own look-ups: every figure is worked out afresh,
option by option and cell by cell, the way one would with pencil and paper.
"""

from fractions import Fraction

from tests.core.squared_paper import Sheet


def results(snapshot, weight_set=None):
    """What ``evaluate`` prints, with figures as Fractions; beside it shares and the possible group totals."""
    paper = Paper(snapshot, weight_set)
    ranked = [option for option in snapshot.options if paper.is_ranked(option)]
    places = {option.id: paper.places(option, ranked) for option in ranked}
    ranked.sort(key=lambda option: places[option.id])
    order = ranked + [option for option in snapshot.options if option.id not in places]
    lowest, highest = paper.throughout("lo"), paper.throughout("hi")
    return {
        "slug": snapshot.slug,
        "combine": snapshot.method.combine.value,
        "weight_set": paper.weights.id if paper.weights else None,
        "complete": paper.everything_complete(),
        "lowest_possible": lowest,
        "highest_possible": highest,
        "neutral_total": paper.throughout("neutral"),
        "margin": paper.margin(ranked, places),
        "options": [paper.option(option, places.get(option.id)) for option in order],
        "weights": paper.shares(),
        "group_bounds": paper.group_bounds(),
    }


class Paper(Sheet):
    """One appraisal on squared paper: totals, places and margins."""

    def weighed(self, line, value):
        """What a score (or value) adds to the total; None where that cannot be said."""
        if self.form == "sum":
            return value
        if self.weights is None:
            return None
        weight = self.entered(line) if self.form == "weighted-sum" else self.normalised(line)
        if weight == 0:
            return Fraction(0)
        return None if value is None else weight * value

    def parts(self, option, line):
        """Lowest and highest that the option's cell can add; None for what is not known."""
        state = self.state(option, line)
        if state == "scored":
            values = self.value(option, line) or (None, None)
            return [self.weighed(line, value) for value in values]
        relative = line.sub_criterion.value.rule in ("options-range", "ratio")
        if relative and (option.stage.value != "short-list" or self.failed_gate(option)):
            return [self.weighed(line, None)] * 2
        return [self.end(line, "lo"), self.end(line, "hi")]

    def end(self, line, which):
        """What the worst score, the best or the neutral point adds; None without one."""
        if self.form != "weighted-value" and line.sub_criterion.kind.value == "measure":
            return self.weighed(line, None)
        if self.form == "weighted-value":
            return self.weighed(line, self.end_value(line, which))
        if which == "neutral" or line.sub_criterion.value.rule == "scale":
            point = getattr(line.scale, which) if line.scale else None
        else:
            point = getattr(line.sub_criterion.value, which)
        return self.weighed(line, None if point is None else Fraction(point))

    def end_value(self, line, which):
        if which == "neutral":
            return 100 * (Fraction(line.scale.neutral) - Fraction(line.scale.lo)) / self.width(line)
        known = line.sub_criterion.value.rule in ("options-range", "ratio") or self.ends(line)
        return Fraction(100 if which == "hi" else 0) if known else None

    # --- Sums ----------------------------------------------------------------------------------------------

    def span(self, option, lines):
        """Lowest and highest sum over the lines: missing at worst, missing at best. None where not known."""
        lows, highs = [], []
        for line in lines:
            if self.state(option, line) != "not-applicable":
                low, high = self.parts(option, line)
                lows.append(low)
                highs.append(high)
        if not lines or None in lows or None in highs:
            return None
        return sum(lows, Fraction(0)), sum(highs, Fraction(0))

    def throughout(self, which):
        if which == "neutral" and any(
            line.scale is None or line.scale.neutral is None for line in self.scored
        ):
            return None
        parts = [self.end(line, which) for line in self.scored]
        return None if not parts or None in parts else sum(parts)

    def group_bounds(self):
        found = {}
        for group in self.snapshot.groups:
            lines = [line for line in self.scored if line.group.id == group.id]
            lows, highs = ([self.end(line, which) for line in lines] for which in ("lo", "hi"))
            if lines and None not in lows and None not in highs:
                found[group.id] = (sum(lows), sum(highs))
        return found

    # --- Who is ranked, and where --------------------------------------------------------------------------

    def failed_gate(self, option):
        failed = [line.sub_criterion.id for line in self.gates if self.state(option, line) == "fail"]
        return failed[0] if failed else None

    def has_open_gate(self, option):
        return any(self.state(option, line) in ("unscored", "to-be-confirmed") for line in self.gates)

    def is_comparable(self, option):
        return all(self.state(option, line) != "not-applicable" for line in self.scored)

    def is_ranked(self, option):
        short = option.stage.value == "short-list"
        return short and self.failed_gate(option) is None and self.is_comparable(option)

    def missing(self, option):
        return [
            line.sub_criterion.id
            for line in self.snapshot.lines
            if line.sub_criterion.kind.value in ("score", "measure", "gate")
            and self.state(option, line) in ("unscored", "to-be-confirmed")
        ]

    def is_complete(self, option):
        span = self.span(option, self.scored)
        return not self.missing(option) and span is not None and span[0] == span[1]

    def everything_complete(self):
        short = [option for option in self.snapshot.options if option.stage.value == "short-list"]
        done = [self.failed_gate(option) is not None or self.is_complete(option) for option in short]
        return bool(short) and all(done)

    def places(self, option, ranked):
        """1 + those whose floor is above my ceiling; 1 + the others whose ceiling is above my floor."""
        mine = self.span(option, self.scored)
        best = worst = 1
        for other in ranked:
            theirs = self.span(other, self.scored)
            if other is option:
                continue
            if theirs and mine and theirs[0] > mine[1] and not self.has_open_gate(other):
                best += 1
            if theirs is None or mine is None or theirs[1] > mine[0]:
                worst += 1
        return best, worst

    def margin(self, ranked, places):
        """First less second; nothing unless both places are decided and both totals complete."""
        first = [option for option in ranked if places[option.id] == (1, 1)]
        if not first or not all(self.is_complete(option) for option in first):
            return None
        if len(first) > 1:
            return Fraction(0)
        second = [option for option in ranked if places[option.id] == (2, 2) and self.is_complete(option)]
        if not second:
            return None
        return self.span(first[0], self.scored)[0] - self.span(second[0], self.scored)[0]

    # --- One option ----------------------------------------------------------------------------------------

    def option(self, option, place):
        ranked = place is not None
        span = self.span(option, self.scored) if ranked else None
        decided = ranked and place[0] == place[1] and not self.has_open_gate(option)
        return {
            "id": option.id,
            "rank": place[0] if decided else None,
            "rank_from": place[0] if ranked else None,
            "rank_to": place[1] if ranked else None,
            "aggregate": span[0] if span and self.is_complete(option) else None,
            "floor": span[0] if span else None,
            "ceiling": span[1] if span else None,
            "complete": self.is_complete(option),
            "comparable": self.is_comparable(option),
            "gate_failed": self.failed_gate(option),
            "group_totals": {group.id: self.group_total(option, group) for group in self.snapshot.groups},
            "values": {line.sub_criterion.id: self.shown(option, line) for line in self.snapshot.lines},
        }

    def group_total(self, option, group):
        """The group's part of the total; None where one of its scores is missing or does not apply."""
        lines = [line for line in self.scored if line.group.id == group.id]
        if self.failed_gate(option) or any(self.state(option, line) != "scored" for line in lines):
            return None
        span = self.span(option, lines)
        return span[0] if span and span[0] == span[1] else None

    def shown(self, option, line):
        """The score or value of a cell, where it is one figure."""
        if line not in self.scored or self.state(option, line) != "scored":
            return None
        value = self.value(option, line)
        return value[0] if value and value[0] == value[1] else None

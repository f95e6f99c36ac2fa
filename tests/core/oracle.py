"""A second implementation of the method: slow, with Fraction throughout, written from method.md alone.

It shares no code with appraisal.core but the snapshot's own look-ups: every figure is worked out afresh,
option by option and cell by cell, the way one would with pencil and paper.
"""

from fractions import Fraction


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


class Paper:
    """One appraisal on squared paper."""

    def __init__(self, snapshot, weight_set):
        self.snapshot = snapshot
        self.form = snapshot.method.combine.value
        wanted = weight_set or snapshot.method.weight_set
        found = [one for one in snapshot.weight_sets if one.id == wanted]
        self.weights = found[0] if found and self.form != "sum" else None
        self.scored = [line for line in snapshot.lines if line.sub_criterion.kind.value == "score"]
        self.gates = [line for line in snapshot.lines if line.sub_criterion.kind.value == "gate"]

    def state(self, option, line):
        cell = self.snapshot.cell_at.get((option.id, line.sub_criterion.id))
        return cell.state.value if cell else "unscored"

    def score(self, option, line):
        if self.state(option, line) != "scored":
            return None
        return Fraction(self.snapshot.cell_at[option.id, line.sub_criterion.id].score)

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
        scales = [line.scale for line in self.scored]
        if not any(scales):
            return {line.sub_criterion.id: Fraction(1, len(self.scored)) for line in self.scored}
        if not all(scales):
            return {}
        width = sum(Fraction(scale.hi) - Fraction(scale.lo) for scale in scales)
        return {
            line.sub_criterion.id: (Fraction(line.scale.hi) - Fraction(line.scale.lo)) / width
            for line in self.scored
        }

    # --- One score -----------------------------------------------------------------------------------------

    def value(self, line, score):
        """The score, or its value 100 (s - lo) / (hi - lo)."""
        if score is None or self.form != "weighted-value":
            return score
        if line.scale is None:
            return None
        lo, hi = Fraction(line.scale.lo), Fraction(line.scale.hi)
        return 100 * (score - lo) / (hi - lo)

    def part(self, line, score):
        """What one score adds to the total; None where that cannot be said."""
        if self.form == "sum":
            return score
        if self.weights is None:
            return None
        weight = self.entered(line) if self.form == "weighted-sum" else self.normalised(line)
        if weight == 0:
            return Fraction(0)
        value = self.value(line, score)
        return None if value is None else weight * value

    def end(self, line, which):
        """What the scale's lo, hi or neutral point adds; None without one."""
        point = getattr(line.scale, which) if line.scale else None
        return self.part(line, None if point is None else Fraction(point))

    # --- Sums ----------------------------------------------------------------------------------------------

    def span(self, option, lines):
        """Lowest and highest sum over the lines: missing at worst, missing at best. None where not known."""
        lows, highs = [], []
        for line in lines:
            state = self.state(option, line)
            if state == "scored":
                lows.append(self.part(line, self.score(option, line)))
                highs.append(lows[-1])
            elif state != "not-applicable":
                lows.append(self.end(line, "lo"))
                highs.append(self.end(line, "hi"))
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
            if line.sub_criterion.kind.value in ("score", "gate")
            and self.state(option, line) in ("unscored", "to-be-confirmed")
        ]

    def is_complete(self, option):
        return not self.missing(option) and self.span(option, self.scored) is not None

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
            "values": {
                line.sub_criterion.id: self.value(line, self.score(option, line))
                if line in self.scored
                else None
                for line in self.snapshot.lines
            },
        }

    def group_total(self, option, group):
        """The group's part of the total; None where one of its scores is missing or does not apply."""
        lines = [line for line in self.scored if line.group.id == group.id]
        if self.failed_gate(option) or any(self.state(option, line) != "scored" for line in lines):
            return None
        span = self.span(option, lines)
        return span[0] if span else None

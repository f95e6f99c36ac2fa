"""The same counts a second time: plain Fractions, one weighting after the other, no numpy."""

from fractions import Fraction


def places(values, weighting):
    """The place of each option under one weighting, ties sharing the best."""
    weights = [Fraction(weight) for weight in weighting]
    totals = [sum((w * v for w, v in zip(weights, row, strict=True)), Fraction(0)) for row in values]
    return [1 + sum(other > mine for other in totals) for mine in totals]


def shares(values, weightings):
    """Share of the weightings by option and place."""
    found = [places(values, weighting) for weighting in weightings]
    return tuple(
        tuple(
            Fraction(sum(one[option] == place for one in found), len(found))
            for place in range(1, len(values) + 1)
        )
        for option in range(len(values))
    )


def central(values, weightings):
    """The mean weighting by option where it is first, alone or shared; None where it never is."""
    means = []
    for option in range(len(values)):
        kept = [one for one in weightings if places(values, one)[option] == 1]
        sums = [sum((Fraction(one[line]) for one in kept), Fraction(0)) for line in range(len(values[0]))]
        means.append(tuple(at / sum(sums) for at in sums) if kept else None)
    return tuple(means)

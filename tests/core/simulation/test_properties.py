"""What must hold of every simulation, whatever the values and weights."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from appraisal.core.simulation import acceptability

DRAWS, SEED = 150, 9


@st.composite
def fields(draw, options=(1, 6), lines=(1, 5)):
    """(values, weights): few different scores, so that ties and dominance are common."""
    width = draw(st.integers(*lines))
    scores = st.sampled_from((1, 2, 3, 5, -4, 10**20, 250))
    row = st.lists(scores, min_size=width, max_size=width)
    values = draw(st.lists(row, min_size=options[0], max_size=options[1]))
    weights = draw(st.lists(st.sampled_from((0, 1, 3, 8)), min_size=width, max_size=width))
    weights[draw(st.integers(0, width - 1))] = 2
    return values, [Fraction(weight, sum(weights)) for weight in weights]


def found(values, weights):
    return acceptability(values, weights, draws=DRAWS, seed=SEED)


@given(fields())
@settings(max_examples=100, deadline=None)
def test_each_row_adds_to_exactly_one_and_so_do_the_central_weights(field):
    made = found(*field)
    for row in (*made.share, *made.bounded_share):
        assert sum(row) == 1
        assert all(0 <= share <= 1 for share in row)
    for mean, row in zip(made.central_weights, made.share, strict=True):
        assert (mean is None) == (row[0] == 0)
        assert mean is None or sum(mean) == 1


@given(fields(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_another_order_of_the_options_only_reorders_the_rows(field, random):
    values, weights = field
    order = random.sample(range(len(values)), len(values))
    made, moved = found(values, weights), found([values[at] for at in order], weights)
    for name in ("share", "bounded_share", "central_weights"):
        assert getattr(moved, name) == tuple(getattr(made, name)[at] for at in order)


@given(fields(), st.integers(-(10**25), 10**25), st.integers(1, 10**9), st.integers(0, 4))
@settings(max_examples=80, deadline=None)
def test_a_constant_on_a_line_or_another_unit_for_all_changes_nothing(field, more, times, line):
    values, weights = field
    line %= len(weights)
    shifted = [[at + more * (place == line) for place, at in enumerate(row)] for row in values]
    scaled = [[at * times for at in row] for row in values]
    assert found(values, weights) == found(shifted, weights) == found(scaled, weights)


@given(fields(options=(2, 6)))
@settings(max_examples=120, deadline=None)
def test_a_dominated_option_is_never_first(field):
    values, weights = field
    made = found(values, weights)
    for at, row in enumerate(values):
        for other in values:
            better = [mine <= theirs for mine, theirs in zip(row, other, strict=True)]
            if row != other and all(better):
                assert made.share[at][0] == 0
                assert made.central_weights[at] is None


@given(fields())
@settings(max_examples=60, deadline=None)
def test_a_line_of_no_weight_has_no_part_in_the_bounded_shares(field):
    values, weights = field
    kept = [at for at, weight in enumerate(weights) if weight]
    without = found([[row[at] for at in kept] for row in values], [weights[at] for at in kept])
    assert found(values, weights).bounded_share == without.bounded_share

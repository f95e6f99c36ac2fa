"""Random appraisals for hypothesis: small, but with every state, kind, form and gap there is."""

from decimal import Decimal

from hypothesis import strategies as st

from appraisal.core.snapshot import (
    COUNTED,
    Cell,
    CellState,
    Combine,
    CriteriaGroup,
    Kind,
    Method,
    Option,
    OptionStage,
    Rule,
    Scale,
    Snapshot,
    SubCriterion,
    ValueRule,
    WeightSet,
)

SCALES = (
    Scale(Decimal(1), Decimal(5), Decimal(1), Decimal(3)),
    Scale(Decimal(0), Decimal(10), Decimal("0.5")),
    Scale(Decimal(-3), Decimal(3), Decimal(1), Decimal(0)),
    Scale(Decimal("0.1"), Decimal("0.7"), Decimal("0.2"), Decimal("0.3")),
    Scale(Decimal(0), Decimal(3), Decimal(1)),
)
WEIGHTS = tuple(Decimal(text) for text in ("0", "1", "2", "3", "0.25", "7", "12.5", "33.333333"))
KINDS = (Kind.SCORE, Kind.SCORE, Kind.SCORE, Kind.SCORE, Kind.WORDS, Kind.GATE)
FIGURES = tuple(Decimal(text) for text in ("0.5", "2", "3", "7.25", "12.5", "40", "1250"))
MARKS = ValueRule(
    Rule.POINTS,
    points={"low": Decimal(1), "middling": Decimal("1.5"), "high": Decimal(3)},
    lo=Decimal(0),
    hi=Decimal(3),
)
MEASURES = (
    MARKS,
    ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(1250)),
    ValueRule(Rule.RANGE, worst=Decimal(1250), best=Decimal("0.5")),
    *(
        ValueRule(rule, better=way)
        for rule in (Rule.OPTIONS_RANGE, Rule.RATIO)
        for way in ("higher", "lower")
    ),
)
STAGES = (OptionStage.SHORT_LIST,) * 5 + (OptionStage.LONG_LIST, OptionStage.DROPPED)


def points(scale):
    """Every score that stands on the scale."""
    count = int((scale.hi - scale.lo) / scale.step)
    return tuple(scale.lo + step * scale.step for step in range(count + 1))


@st.composite
def snapshots(draw, *, complete=False, options=(0, 5), scaled=False, combines=tuple(Combine), rules=True):
    """A random appraisal. ``complete``: every short-listed option can be ranked and nothing is missing.

    ``scaled``: there is a scale and a usable weight set. ``options``: fewest and most of them. ``rules``:
    some lines have marks or, where values are combined, raw figures.
    """
    combine = draw(st.sampled_from(combines))
    values = () if not rules else MEASURES if combine == Combine.WEIGHTED_VALUE else (MARKS,)
    groups = draw(_groups(complete, values))
    scale = draw(st.sampled_from(SCALES)) if scaled or complete else draw(st.sampled_from((*SCALES, None)))
    chosen = draw(
        st.lists(
            st.sampled_from((OptionStage.SHORT_LIST,) if complete else STAGES),
            min_size=options[0],
            max_size=options[1],
        )
    )
    listed = tuple(
        Option(f"option-{n}", f"Option {n}", number=n, stage=stage) for n, stage in enumerate(chosen, 1)
    )
    bare = Snapshot("random", "Random", scale=scale, groups=groups, options=listed)
    subs = [line for line in bare.lines if line.sub_criterion.kind in COUNTED]
    weight_sets = (draw(_weight_set(subs)),) if subs else ()
    has_set = weight_sets and combine != Combine.SUM and (scaled or complete or draw(st.integers(0, 9)) > 0)
    return Snapshot(
        slug=bare.slug,
        title=bare.title,
        scale=scale,
        groups=groups,
        options=listed,
        method=Method(combine, "agreed" if has_set else None),
        weight_sets=weight_sets,
        cells=tuple(draw(_cells(bare, complete))),
    )


@st.composite
def _groups(draw, complete, values):
    groups = []
    for place in range(draw(st.integers(1 if complete else 0, 3))):
        subs = []
        for position in range(draw(st.integers(1 if complete else 0, 3))):
            kind = Kind.SCORE if complete and position == 0 else draw(st.sampled_from(KINDS))
            scale, rule = draw(st.sampled_from((None, None, None, *SCALES))), ValueRule()
            if values and kind == Kind.SCORE and draw(st.integers(0, 2)) == 0:
                scale, rule = None, draw(st.sampled_from(values))
                kind = Kind.SCORE if rule is MARKS else Kind.MEASURE
            name = f"g{place}-{position}", f"Line {position}"
            subs.append(
                SubCriterion(*name, kind=kind, scale=scale, value=rule, not_applicable_rule="Says so.")
            )
        groups.append(CriteriaGroup(f"g{place}", f"Group {place}", sub_criteria=tuple(subs)))
    return tuple(groups)


@st.composite
def _weight_set(draw, lines):
    """Weights on lines alone or in a tree; never all 0 where something must be divided by them."""
    local = {line.sub_criterion.id: draw(st.sampled_from(WEIGHTS)) for line in lines}
    names = list(dict.fromkeys(line.group.id for line in lines))
    for group in names:
        own = [line.sub_criterion.id for line in lines if line.group.id == group]
        if not any(local[sub] for sub in own):
            local[own[0]] = Decimal(1)
    groups = None
    if draw(st.booleans()):
        groups = {group: draw(st.sampled_from(WEIGHTS)) for group in names}
        if not any(groups.values()):
            groups[names[0]] = Decimal(4)
    return WeightSet("agreed", "As agreed", local, groups)


@st.composite
def _cells(draw, bare, complete):
    found = []
    for option in bare.options:
        for line in bare.lines:
            cell = draw(_cell(option.id, line, complete))
            if cell is not None:
                found.append(cell)
    return found


def _cell(option, line, complete):
    sub, kind = line.sub_criterion.id, line.sub_criterion.kind
    if kind == Kind.WORDS:
        return st.just(Cell(option, sub, CellState.WORDS, rationale="In words."))
    if kind == Kind.GATE:
        verdicts = (CellState.PASS,) * (1 if complete else 5)
        verdicts += () if complete else (CellState.FAIL, CellState.UNSCORED)
        return st.sampled_from([Cell(option, sub, state) for state in verdicts])
    gaps = [None, Cell(option, sub, CellState.TO_BE_CONFIRMED), Cell(option, sub, CellState.NOT_APPLICABLE)]
    if line.sub_criterion.value.rule == Rule.POINTS:
        held = [{"mark": mark} for mark in MARKS.points]
    elif kind == Kind.MEASURE:
        held = [{"score": figure} for figure in FIGURES]
    else:
        held = [{"score": score} for score in points(line.scale)] if line.scale else []
    if not held:
        return st.sampled_from(gaps)
    scored = st.sampled_from(held).map(lambda entry: Cell(option, sub, CellState.SCORED, **entry))
    return scored if complete else st.one_of(*[scored] * 6, st.sampled_from(gaps))

"""Random small appraisals from a seed: every form of combining, trees, marks, raw figures, gaps, ties,
weights 0, gates, options that are not ranked. Scales are short, so that totals are often equal.
"""

from decimal import Decimal
from random import Random

from appraisal.core.snapshot import (
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
    Scale(Decimal(1), Decimal(5)),
    Scale(Decimal(0), Decimal(3)),
    Scale(Decimal(0), Decimal(2), Decimal("0.5")),
    Scale(Decimal(-2), Decimal(2)),
)
NUMBERS = {"poor": Decimal(0), "fair": Decimal(1), "fairish": Decimal(1), "good": Decimal("2.5")}
MARKS = ValueRule(Rule.POINTS, points=NUMBERS, lo=Decimal(0), hi=Decimal(3))
RAW = (
    ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(8)),
    ValueRule(Rule.RANGE, worst=Decimal(8), best=Decimal(0)),
    ValueRule(Rule.OPTIONS_RANGE, better="higher"),
    ValueRule(Rule.RATIO, better="lower"),
)
FIGURES = tuple(Decimal(figure) for figure in (1, 2, 4, 7))
WEIGHTS = tuple(Decimal(weight) for weight in ("0", "1", "1", "2", "3", "2.5"))


def random_appraisal(seed):
    """One appraisal; the same seed makes the same."""
    random = Random(seed)
    combine = random.choice(list(Combine))
    groups = tuple(_group(random, place, combine) for place in range(random.choice((1, 2, 2, 3))))
    gate = SubCriterion("gate", "A gate", kind=Kind.GATE)
    if random.random() < 0.2:
        groups += (CriteriaGroup("gates", "Gates", sub_criteria=(gate,)),)
    count = random.choice((1, 2, 3, 3, 4, 4))
    options = tuple(
        Option(f"option-{n}", f"Option {n}", n, stage=_stage(random)) for n in range(1, count + 1)
    )
    bare = Snapshot("random", "Random", scale=random.choice(SCALES), groups=groups, options=options)
    weight_set = _weight_set(random, bare)
    return Snapshot(
        "random",
        "Random",
        scale=bare.scale,
        groups=groups,
        options=options,
        weight_sets=(weight_set,),
        method=Method(combine, None if combine is Combine.SUM else "agreed"),
        cells=tuple(_cells(random, bare)),
    )


def _stage(random):
    return OptionStage.LONG_LIST if random.random() < 0.05 else OptionStage.SHORT_LIST


def _group(random, place, combine):
    subs = []
    for position in range(random.choice((1, 1, 2))):
        kind, rule, chosen = Kind.SCORE, ValueRule(), None
        kinds = random.random()
        if kinds < 0.15:
            rule = MARKS
        elif kinds < 0.35 and combine is Combine.WEIGHTED_VALUE:
            kind, rule = Kind.MEASURE, random.choice(RAW)
        elif kinds < 0.55:
            chosen = random.choice(SCALES)
        name = f"{'abc'[place]}{position}"
        subs.append(SubCriterion(name, f"Line {name}", kind=kind, scale=chosen, value=rule))
    return CriteriaGroup(f"group-{place}", f"Group {place}", sub_criteria=tuple(subs))


def _weight_set(random, bare):
    scored = [line for line in bare.lines if line.sub_criterion.kind is not Kind.GATE]
    local = {line.sub_criterion.id: random.choice(WEIGHTS) for line in scored}
    names = list(dict.fromkeys(line.group.id for line in scored))
    tree = random.random() < 0.4
    if not tree:
        if not any(local.values()):
            local[scored[0].sub_criterion.id] = Decimal(1)
        return WeightSet("agreed", "As agreed", local)
    groups = {name: random.choice(WEIGHTS) for name in names}
    if not any(groups.values()):
        groups[names[0]] = Decimal(2)
    for name in names:
        own = [line.sub_criterion.id for line in scored if line.group.id == name]
        if groups[name] and not any(local[sub] for sub in own):
            local[own[0]] = Decimal(1)
    return WeightSet("agreed", "As agreed", local, groups)


def _cells(random, bare):
    gap = 0.1 if random.random() < 0.1 else 0
    for option in bare.options:
        for line in bare.lines:
            sub = line.sub_criterion
            if sub.kind is Kind.GATE:
                yield Cell(option.id, sub.id, random.choice((CellState.PASS, CellState.PASS, CellState.FAIL)))
            elif random.random() >= gap:
                yield Cell(option.id, sub.id, CellState.SCORED, **_held(random, line))


def _held(random, line):
    if line.sub_criterion.value.rule == Rule.POINTS:
        return {"score": None, "mark": random.choice(list(NUMBERS))}
    if line.sub_criterion.kind is Kind.MEASURE:
        return {"score": random.choice(FIGURES)}
    steps = int((line.scale.hi - line.scale.lo) / line.scale.step)
    return {"score": line.scale.lo + random.randint(0, steps) * line.scale.step}

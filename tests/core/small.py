"""Small appraisals in a few lines, for tests that read better with the matrix in sight.

    appraisal(
        row(6, "New vehicle", "4 5 | 3 4"),
        row(4, "Council leads", "4 4 | 4 ?"),
    )

makes two options on four lines in two groups. A token is a score, ``?`` not scored, ``tbc`` to be
confirmed, ``na`` not applicable, ``words`` in words only, ``pass``, ``fail`` and ``open`` for a gate; a score
with ``*`` was worked out and one with ``~`` has no rationale.
"""

from dataclasses import replace
from decimal import Decimal

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
    Printed,
    Recommendation,
    Scale,
    ScalePoint,
    Snapshot,
    SubCriterion,
    ValueRule,
    WeightSet,
)

LABELS = ("Care", "Health", "Access", "Voice", "Skills", "Cost", "Estate", "Travel", "Choice", "Safety")
GROUPS = ("Outcomes", "Governance", "Officers", "Finance", "Place", "People", "Partners")
STATES = {
    "?": None,
    "open": None,
    "tbc": CellState.TO_BE_CONFIRMED,
    "na": CellState.NOT_APPLICABLE,
    "words": CellState.WORDS,
    "pass": CellState.PASS,
    "fail": CellState.FAIL,
}


def scale(lo=1, hi=5, step=1, neutral=3, label=""):
    """A scale; ``label`` is the neutral point's descriptor."""
    middle = None if neutral is None else _number(neutral)
    points = (ScalePoint(middle, label),) if label else ()
    return Scale(_number(lo), _number(hi), _number(step), middle, points)


def row(number, name, tokens="", *, long_name="", stage="short-list", **fields):
    """One option and its cells; ``fields`` are the option's own (id, baseline, reason, summary ...)."""
    ident = fields.pop("id", f"option-{number}" if number is not None else name.lower().replace(" ", "-"))
    option = Option(
        ident, long_name or f"{name} in full", number, short_name=name, stage=OptionStage(stage), **fields
    )
    return option, [part.split() for part in tokens.split("|")]


def appraisal(
    *rows,
    on=None,
    labels=LABELS,
    scales=None,
    weights=None,
    group_weights=None,
    combine="sum",
    preferred=None,
    printed=None,
    reasons=None,
    measures=None,
):
    """A snapshot of these rows; line and group ids are their labels in small letters.

    ``on`` is the scale (1 to 5 with neutral 3 unless told, False for none) and ``scales`` holds those of
    single lines. ``weights`` come in the order of the scored lines, ``group_weights`` in that of the groups.
    ``reasons`` are rationales by (option id, line id), ``measures`` the value rules and units of the lines
    that ask for raw figures, by line id.
    """
    groups = _groups([parts for _, parts in rows], labels, scales or {}, measures or {})
    sets = () if weights is None else (_weight_set(groups, weights, group_weights),)
    return Snapshot(
        slug="small",
        title="A small appraisal",
        stage="scoring",
        scale=scale() if on is None else on or None,
        method=Method(Combine(combine), "agreed" if sets else None),
        groups=groups,
        weight_sets=sets,
        options=tuple(option for option, _ in rows),
        cells=tuple(_cells(rows, groups, reasons or {})),
        recommendation=Recommendation(option=preferred) if preferred else None,
        printed=_printed(printed) if printed else None,
    )


def with_cells(snapshot, *changed):
    """The snapshot with these cells in the place of those they are for."""
    cells = {**snapshot.cell_at, **{(cell.option, cell.sub_criterion): cell for cell in changed}}
    return replace(snapshot, cells=tuple(cells.values()))


def _number(figure):
    return Decimal(str(figure))


def _groups(table, labels, scales, measures):
    """As many lines as the longest row has, each of the kind that its tokens are of."""
    widest = max(table, key=lambda parts: sum(map(len, parts)), default=[])
    names, made = iter(labels), []
    for place, part in enumerate(widest):
        subs = []
        for position in range(len(part)):
            tokens = {parts[place][position] for parts in table if parts[place : place + 1] and parts[place]}
            label = next(names)
            ident = label.lower()
            kind = Kind.GATE if tokens & {"pass", "fail", "open"} else Kind.SCORE
            kind = Kind.WORDS if "words" in tokens else kind
            rule = "It does not arise." if kind is Kind.SCORE else ""
            value, unit = measures.get(ident, (ValueRule(), ""))
            sub = SubCriterion(
                ident,
                f"{label} in full",
                label,
                kind=Kind.MEASURE if ident in measures else kind,
                scale=scales.get(ident),
                value=value,
                not_applicable_rule=rule,
                unit=unit,
            )
            subs.append(sub)
        name = GROUPS[place]
        made.append(CriteriaGroup(name.lower(), f"{name} considered", name, sub_criteria=tuple(subs)))
    return tuple(group for group in made if group.sub_criteria)


def _weight_set(groups, weights, group_weights):
    scored = [sub.id for group in groups for sub in group.sub_criteria if sub.kind in COUNTED]
    local = {sub: _number(weight) for sub, weight in zip(scored, weights, strict=True)}
    by_group = None
    if group_weights is not None:
        by_group = {group.id: _number(weight) for group, weight in zip(groups, group_weights, strict=True)}
    return WeightSet("agreed", "As agreed", local, by_group)


def _cells(rows, groups, reasons):
    subs = [sub.id for group in groups for sub in group.sub_criteria]
    for option, parts in rows:
        tokens = [token for part in parts for token in part]
        for sub, token in zip(subs, tokens, strict=False):
            if STATES.get(token, token) is not None:
                yield _cell(option.id, sub, token, reasons.get((option.id, sub)))


def _cell(option, sub, token, reason):
    if token in STATES:
        given = "A reason." if token == "words" else ""
        return Cell(option, sub, STATES[token], rationale=reason or given)
    basis = "worked-out" if token.endswith("*") else "given"
    rationale = "" if token.endswith("~") else reason or "A reason."
    return Cell(option, sub, CellState.SCORED, _number(token.rstrip("*~")), basis, rationale)


def _printed(figures):
    """Printed figures: ``{"option-1": 31}`` a total, ``{("option-1", "outcomes"): 9}`` a group total."""
    groups = {}
    for key, figure in figures.items():
        if not isinstance(key, str):
            groups.setdefault(key[0], {})[key[1]] = _number(figure)
    totals = {key: _number(figure) for key, figure in figures.items() if isinstance(key, str)}
    return Printed(totals, groups)

"""Reading what is judged: the options, the recommendation, the figures a source printed, and the cells."""

from appraisal.core.snapshot.parts import (
    Cell,
    FilterVerdict,
    Option,
    Printed,
    Reasons,
    Recommendation,
    SuccessFactor,
    Swot,
)
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.links import unknown
from appraisal.core.snapshot.reading.values import numbers_of
from appraisal.core.snapshot.rules import OPTION_LIMIT, SUB_CRITERION_LIMIT
from appraisal.core.snapshot.valuing import has_marks
from appraisal.core.snapshot.words import CellState, FactorKind, OptionStage, Verdict

HIGHEST_NUMBER = 9_999
CELL_LIMIT = OPTION_LIMIT * SUB_CRITERION_LIMIT
BASES = ("given", "worked-out")
OPTION_FIELDS = (
    "id", "number", "name", "short_name", "other_names", "proposal", "summary", "baseline", "stage", "reason",
    "decided_on", "swot", "filter",
)  # fmt: skip
FACTOR_FIELDS = ("id", "name", "kind")
SWOT_FIELDS = ("strengths", "weaknesses", "opportunities", "threats")
FILTER_FIELDS = ("factor", "verdict", "words")
CELL_FIELDS = ("option", "sub_criterion", "state", "score", "basis", "rationale")


def read_options(fields: Fields, draft: Draft) -> None:
    """Read the options and everything that is said of them into the draft."""
    factors = fields.objects("success_factors", FACTOR_FIELDS)
    draft.success_factors = [(each.path, _success_factor(each)) for each in factors]
    options = fields.objects("options", OPTION_FIELDS, limit=OPTION_LIMIT)
    draft.options = [(each.path, _option(each, draft)) for each in options]
    draft.recommendation = _recommendation(fields)
    draft.printed = _printed(fields)
    cells = fields.objects("cells", CELL_FIELDS, limit=CELL_LIMIT)
    draft.cells = [(each.path, _cell(each, draft)) for each in cells]


def _success_factor(each: Fields) -> SuccessFactor:
    return SuccessFactor(
        id=each.id("id"),
        name=each.name("name", required=True),
        kind=each.choice("kind", FactorKind, FactorKind.CRITICAL_SUCCESS_FACTOR),
    )


def _option(each: Fields, draft: Draft) -> Option:
    option = Option(
        id=each.id("id"),
        name=each.name("name", required=True),
        number=each.whole("number", lowest=0, highest=HIGHEST_NUMBER),
        short_name=each.name("short_name"),
        other_names=each.names("other_names"),
        proposal=each.texts("proposal"),
        summary=each.text("summary"),
        baseline=each.flag("baseline"),
        stage=each.choice("stage", OptionStage, OptionStage.SHORT_LIST),
        reason=each.text("reason"),
        decided_on=each.name("decided_on"),
        swot=_swot(each),
        filter=_filter(each, draft),
    )
    if option.stage is OptionStage.DROPPED and not each.values.get("reason"):
        each.wrong(
            "reason", "This option is dropped without a reason. Give the reason, or choose another stage."
        )
    return option


def _swot(option: Fields) -> Swot:
    swot = option.object("swot", SWOT_FIELDS)
    return Swot(**{name: swot.texts(name) for name in SWOT_FIELDS})


def _filter(option: Fields, draft: Draft) -> tuple[FilterVerdict, ...]:
    """The verdicts of one option in the order of the factors, each factor once."""
    order = {factor.id: place for place, (_, factor) in enumerate(draft.success_factors)}
    found: dict[str, FilterVerdict] = {}
    for each in option.objects("filter", FILTER_FIELDS):
        verdict = Verdict.WORDS
        if each.must_have("verdict"):
            verdict = each.choice("verdict", Verdict, Verdict.WORDS)
        one = FilterVerdict(each.id("factor"), verdict, each.text("words"))
        if one.factor and one.factor not in order:
            each.wrong("factor", unknown(one.factor, "success factor"))
        elif one.factor in found:
            each.wrong("factor", f"The verdict on {one.factor} stands here already. Keep one of them.")
        if (
            verdict is Verdict.WORDS
            and each.values.get("verdict") == verdict
            and not each.values.get("words")
        ):
            each.wrong("words", "This verdict is in words, and there are none. Write them.")
        found[one.factor] = one
    return tuple(sorted(found.values(), key=lambda one: order.get(one.factor, len(order))))


def _recommendation(fields: Fields) -> Recommendation | None:
    recommendation = fields.object_or_null("recommendation", ("option", "statement", "reasons"))
    if recommendation is None:
        return None
    return Recommendation(
        option=recommendation.id_or_null("option"),
        statement=recommendation.text("statement"),
        reasons=tuple(
            Reasons(each.id("group"), each.name("heading"), each.texts("paragraphs"))
            for each in recommendation.objects("reasons", ("group", "heading", "paragraphs"))
        ),
    )


def _printed(fields: Fields) -> Printed | None:
    printed = fields.object_or_null("printed", ("aggregates", "group_totals"))
    if printed is None:
        return None
    totals = {
        option: numbers_of(value, path, printed.problems)
        for option, value, path in printed.pairs("group_totals")
    }
    return Printed(printed.numbers("aggregates"), totals)


def _cell(each: Fields, draft: Draft) -> Cell:
    before = len(each.problems)
    state = CellState.UNSCORED
    if each.must_have("state"):
        state = each.choice("state", CellState, CellState.UNSCORED)
    option, sub = each.id("option"), each.id("sub_criterion")
    line = draft.sub_criterion.get(sub)
    marked = line is not None and has_marks(line)
    cell = Cell(
        option=option,
        sub_criterion=sub,
        state=state,
        score=None if marked else each.number_or_null("score"),
        basis=each.word("basis", BASES, "given"),
        rationale=each.text("rationale"),
        mark=each.name("score", required=True) if marked and each.has("score") else "",
    )
    if len(each.problems) == before:
        _check_cell(each, cell)
    return cell


def _check_cell(each: Fields, cell: Cell) -> None:
    """What a cell's own fields must agree on."""
    scored = cell.state is CellState.SCORED
    given = cell.score is not None or bool(cell.mark)
    if scored and not given:
        each.wrong(
            "score", "This cell is scored and has no score. Give the score, or make the state unscored."
        )
    if not scored and given:
        each.wrong("score", f"A cell that is {cell.state} has no score. Make this null, or the state scored.")
    if not scored and cell.basis == "worked-out":
        each.wrong(
            "basis", f"Only a score can be worked out, and this cell is {cell.state}. Make the basis given."
        )

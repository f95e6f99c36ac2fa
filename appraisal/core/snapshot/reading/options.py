"""Reading what is judged: the options, the recommendation, the figures a source printed, and the cells."""

from appraisal.core.snapshot.parts import (
    Cell,
    CellState,
    Option,
    OptionStage,
    Printed,
    Reasons,
    Recommendation,
)
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.values import numbers_of
from appraisal.core.snapshot.rules import OPTION_LIMIT, SUB_CRITERION_LIMIT

HIGHEST_NUMBER = 9_999
CELL_LIMIT = OPTION_LIMIT * SUB_CRITERION_LIMIT
BASES = ("given", "worked-out")
OPTION_FIELDS = (
    "id", "number", "name", "short_name", "other_names", "proposal", "summary", "baseline", "stage", "reason"
)  # fmt: skip
CELL_FIELDS = ("option", "sub_criterion", "state", "score", "basis", "rationale")


def read_options(fields: Fields, draft: Draft) -> None:
    """Read the options and everything that is said of them into the draft."""
    options = fields.objects("options", OPTION_FIELDS, limit=OPTION_LIMIT)
    draft.options = [(each.path, _option(each)) for each in options]
    draft.recommendation = _recommendation(fields)
    draft.printed = _printed(fields)
    cells = fields.objects("cells", CELL_FIELDS, limit=CELL_LIMIT)
    draft.cells = [(each.path, _cell(each)) for each in cells]


def _option(each: Fields) -> Option:
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
    )
    if option.stage is OptionStage.DROPPED and not each.values.get("reason"):
        each.wrong(
            "reason", "This option is dropped without a reason. Give the reason, or choose another stage."
        )
    return option


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


def _cell(each: Fields) -> Cell:
    before = len(each.problems)
    state = CellState.UNSCORED
    if each.must_have("state"):
        state = each.choice("state", CellState, CellState.UNSCORED)
    cell = Cell(
        option=each.id("option"),
        sub_criterion=each.id("sub_criterion"),
        state=state,
        score=each.number_or_null("score"),
        basis=each.word("basis", BASES, "given"),
        rationale=each.text("rationale"),
    )
    if len(each.problems) == before:
        _check_cell(each, cell)
    return cell


def _check_cell(each: Fields, cell: Cell) -> None:
    """What a cell's own fields must agree on."""
    scored = cell.state is CellState.SCORED
    if scored and cell.score is None:
        each.wrong(
            "score", "This cell is scored and has no score. Give the score, or make the state unscored."
        )
    if not scored and cell.score is not None:
        each.wrong("score", f"A cell that is {cell.state} has no score. Make this null, or the state scored.")
    if not scored and cell.basis == "worked-out":
        each.wrong(
            "basis", f"Only a score can be worked out, and this cell is {cell.state}. Make the basis given."
        )

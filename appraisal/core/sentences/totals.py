"""Totals and places in words, as pages and reports print them: decided, shared, or still open."""

from fractions import Fraction

from appraisal.core.evaluation import Evaluation, OptionResult
from appraisal.core.figures import ordinal, written
from appraisal.core.sentences.words import option_heading
from appraisal.core.snapshot import Option


def place_words(evaluation: Evaluation, result: OptionResult) -> str:
    """``1st``, ``1st equal``, ``2nd to 3rd`` while scores are missing, or ``not ranked``."""
    if result.rank is not None:
        shared = sum(other.rank == result.rank for other in evaluation.options) > 1
        return f"{ordinal(result.rank)} equal" if shared else ordinal(result.rank)
    if not result.ranked or result.rank_from is None or result.rank_to is None:
        return "not ranked"
    if result.rank_from == result.rank_to:
        return f"{ordinal(result.rank_from)} if it passes"
    return f"{ordinal(result.rank_from)} to {ordinal(result.rank_to)}"


def total_words(result: OptionResult) -> str:
    """An option's total: ``57``, ``48 to 52`` while scores are missing, or a dash where there is none."""
    if result.aggregate is not None:
        return written(result.aggregate)
    return range_words(result.floor, result.ceiling)


def group_total_words(result: OptionResult, group_id: str) -> str:
    """An option's group total, in the same way."""
    total = result.group_totals.get(group_id)
    if total is not None:
        return written(total)
    return range_words(*result.group_ranges.get(group_id, (None, None)))


def range_words(lowest: Fraction | None, highest: Fraction | None) -> str:
    """``48 to 52``; one figure where both are written alike, a dash where nothing is known."""
    if lowest is None or highest is None:
        return "–"
    texts = written(lowest), written(highest)
    return texts[0] if texts[0] == texts[1] else " to ".join(texts)


def second_name(option: Option) -> str:
    """What stands under the option's number; nothing where the name itself is the heading."""
    name = option.short_name or option.name
    return "" if name == option_heading(option) else name

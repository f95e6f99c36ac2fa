"""The generated sentences of results pages and reports, made from the figures and nothing else.

Each is meant to survive a hostile reader: shared places, level totals, missing and worked-out scores are
said, and nothing is claimed that a missing score could still make untrue (tests/core/test_sentences*.py).
"""

from appraisal.core.sentences.pages import chart_caption, comparison, one_line, results
from appraisal.core.sentences.words import (
    Names,
    Paragraph,
    Sentence,
    join,
    number_word,
    option_heading,
    option_label,
    plural,
    quoted,
)

__all__ = [
    "Names",
    "Paragraph",
    "Sentence",
    "chart_caption",
    "comparison",
    "join",
    "number_word",
    "one_line",
    "option_heading",
    "option_label",
    "plural",
    "quoted",
    "results",
]

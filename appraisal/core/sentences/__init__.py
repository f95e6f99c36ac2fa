"""The generated sentences of results pages and reports, made from the figures and nothing else.

Each is meant to survive a hostile reader: shared places, level totals, missing and worked-out scores are
said, and nothing is claimed that a missing score could still make untrue (tests/core/test_sentences*.py).
"""

from appraisal.core.sentences.pages import chart_caption, comparison, one_line, results
from appraisal.core.sentences.robust import (
    READING,
    drawn_caption,
    lines_note,
    robustness_in_brief,
    robustness_sentences,
)
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
    "READING",
    "Names",
    "Paragraph",
    "Sentence",
    "chart_caption",
    "comparison",
    "drawn_caption",
    "join",
    "lines_note",
    "number_word",
    "one_line",
    "option_heading",
    "option_label",
    "plural",
    "quoted",
    "results",
    "robustness_in_brief",
    "robustness_sentences",
]

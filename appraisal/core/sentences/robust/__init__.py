"""What would change the ranking, in words: the sentences of robustness and how to read its pictures.

Every "no" and every "only" rests on an exact part (tests/core/test_robustness_sentences*.py).
"""

from appraisal.core.sentences.robust.pages import robustness_in_brief, robustness_sentences
from appraisal.core.sentences.robust.reading import READING, drawn_caption, lines_note

__all__ = ["READING", "drawn_caption", "lines_note", "robustness_in_brief", "robustness_sentences"]

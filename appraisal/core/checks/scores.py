"""Words against the score they stand under: what they say of it, and a number in them that is not it.

Plain word lists, no more: what they find is asked, not judged. A word counts for nothing where the words
before it turn it round ("not poor", "unlikely to bring a stronger ..."), and no question is asked where words
of both sides stand in one rationale.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from appraisal.core.checks.asking import About, Question, cell_name, place_of, quoted
from appraisal.core.checks.words import AGAINST, FOR, TURNED
from appraisal.core.figures import measured, number_text
from appraisal.core.scoring import is_scored
from appraisal.core.snapshot import Cell, Kind, Line, Rule, Snapshot

TURNS = 45
"""Characters before a word, within its sentence, in which another word may turn it round."""

THIRD = Fraction(1, 3)
NUMBER = r"(-?\d{1,9}(?:\.\d{1,6})?)"
SAID = (
    re.compile(rf"^\W{{0,3}}{NUMBER}(?:\s*[.:)\]–-])?\s+(?=[A-Z“])"),
    re.compile(rf"\bscor(?:e|es|ed|ing)(?: (?:of|is|was|as|at|it|this))*:? {NUMBER}(?![\d%]|\.\d)", re.I),
    re.compile(
        rf"\b(?:rated|rating|marked|mark)(?: (?:of|is|was|as|at|it|this))*:? {NUMBER}(?![\d%]|\.\d)", re.I
    ),
    re.compile(rf"(?<![\d.]){NUMBER} (?:out of|/) ?(\d{{1,9}})\b"),
)
"""How a rationale says its score: at its head, as a score or a rating, or out of the highest."""


def words_against_scores(snapshot: Snapshot) -> Iterator[Question]:
    """Each score whose rationale has words of the other end of the scale and none of its own."""
    for cell in snapshot.cells:
        line = snapshot.line[cell.sub_criterion]
        side = _side(cell, line) if cell.rationale and is_scored(cell) else 0
        if not side:
            continue
        good, bad = _found(FOR, cell.rationale), _found(AGAINST, cell.rationale)
        opposite, own = (bad, good) if side > 0 else (good, bad)
        if opposite and not own:
            said = " and ".join(quoted(word) for word in opposite[:2])
            text = f"{_named(snapshot, cell)}, and its rationale says {said}. Do the words fit the score?"
            yield Question(About.WORDS, text, (place_of((cell.option, cell.sub_criterion)),))


def numbers_in_words(snapshot: Snapshot) -> Iterator[Question]:
    """Each score whose rationale says another number as the score, or another figure in the same unit."""
    for cell in snapshot.cells:
        if not (cell.rationale and is_scored(cell)) or cell.score is None:
            continue
        line = snapshot.line[cell.sub_criterion]
        raw = line.sub_criterion.kind is Kind.MEASURE
        said = _other_figure(cell, line) if raw else _other_score(cell, line)
        if said:
            text = f"{_named(snapshot, cell)}, and its rationale says {said}. Which is right?"
            yield Question(About.NUMBER, text, (place_of((cell.option, cell.sub_criterion)),))


def _named(snapshot: Snapshot, cell: Cell) -> str:
    """``Option 2 on 3a Collaboration has 4 (1 to 5)``."""
    line = snapshot.line[cell.sub_criterion]
    name = cell_name(snapshot, (cell.option, cell.sub_criterion))
    if cell.score is None:
        return f"{name} has {quoted(cell.mark)}"
    if line.sub_criterion.kind is Kind.MEASURE:
        return f"{name} has {measured(cell.score, line.sub_criterion.unit)}"
    span = f" ({number_text(line.scale.lo)} to {number_text(line.scale.hi)})" if line.scale else ""
    return f"{name} has {number_text(cell.score)}{span}"


def _side(cell: Cell, line: Line) -> int:
    """1 where the score stands high on its scale, -1 where it stands low, 0 in the middle or where unknown.

    High and low are above and below the neutral point; without one they are the upper and the lower third.
    """
    rule = line.sub_criterion.value
    number = rule.points.get(cell.mark) if rule.rule == Rule.POINTS else cell.score
    if number is None or line.ends is None or line.ends[0] == line.ends[1]:
        return 0
    if line.scale is not None and line.scale.neutral is not None:
        return (number > line.scale.neutral) - (number < line.scale.neutral)
    share = Fraction(number - line.ends[0]) / Fraction(line.ends[1] - line.ends[0])
    return (share >= 1 - THIRD) - (share <= THIRD)


def _found(words: re.Pattern[str], text: str) -> list[str]:
    """The words of a list that stand in the text and are not turned round, as they stand there."""
    found = []
    for match in words.finditer(text):
        before = text[max(0, match.start() - TURNS) : match.start()]
        clause = re.split(r"[.;:!?\n]", before)[-1]
        if not TURNED.search(clause):
            found.append(match[0])
    return list(dict.fromkeys(found))


def _other_score(cell: Cell, line: Line) -> str:
    """What the rationale says as its score, quoted, where it never says the score itself."""
    said: dict[Decimal, str] = {}
    for pattern in SAID:
        for match in pattern.finditer(cell.rationale):
            out_of = match[2] if pattern.groups > 1 else None
            if out_of is None or (line.ends and Decimal(out_of) == line.ends[1]):
                said.setdefault(Decimal(match[1]), match[0].strip())
    off = [text for number, text in said.items() if number != cell.score and _on(number, line)]
    return quoted(off[0]) if off and cell.score not in said else ""


def _on(number: Decimal, line: Line) -> bool:
    """Whether a number could be a score of the line at all."""
    return line.ends is not None and line.ends[0] <= number <= line.ends[1]


def _other_figure(cell: Cell, line: Line) -> str:
    """A figure in the unit of the measure, where the rationale has such figures and none is the cell's."""
    unit = line.sub_criterion.unit.strip()
    if not unit:
        return ""
    money = re.escape(unit[0]) if unit[0] in "£€$" else ""
    after = re.escape(unit[1:].strip() if money else unit)
    tail = rf"\s?{after}(?!\w)" if after else r"(?![\w.,]*\w)"
    pattern = re.compile(rf"{money}(-?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|-?\d+(?:\.\d+)?){tail}", re.I)
    said = {Decimal(match[1].replace(",", "")): match[0] for match in pattern.finditer(cell.rationale)}
    return quoted(next(iter(said.values()))) if said and cell.score not in said else ""

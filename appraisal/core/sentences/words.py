"""The small words that sentences are made of: numbers, plurals, lists, and what things are called."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.figures import Number, written
from appraisal.core.snapshot import Line, Option, Snapshot

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

LONGEST_NAME = 60
"""A name longer than this, without a short name, is left out of a sentence that already has the number."""

QUOTED = frozenset(',;:.!?()“”"')
"""A name with one of these stands in quotes, so that nobody can read it as part of the sentence."""


@dataclass(frozen=True)
class Sentence:
    """One sentence for people. ``kind`` says what it is about: leader, scale, against, missing and so on."""

    text: str
    strong: bool = False
    kind: str = ""

    def __str__(self) -> str:
        return self.text


Paragraph = tuple[Sentence, ...]


def number_word(count: int) -> str:
    """``no``, ``one`` to ``nine``, then figures."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """``one line``, ``five lines``, ``12 lines``; ``nouns`` where an s does not make the plural."""
    return f"{number_word(count)} {noun if count == 1 else nouns or noun + 's'}"


def amount(figure: Fraction) -> str:
    """A difference for people: ``two`` for a small whole number, else ``12`` or ``0.5``; never a bare 0."""
    if figure.denominator == 1 and 0 < figure < len(NUMBERS):
        return NUMBERS[int(figure)]
    return written_difference(figure)


def written_difference(figure: Number) -> str:
    """A difference above nought in figures; one that would round to 0 is ``less than 0.01``."""
    text = written(figure)
    return "less than 0.01" if text == "0" and figure > 0 else text


def points(figure: Fraction) -> str:
    """``one point``, ``two points``, ``0.5 points``."""
    return f"{amount(figure)} {'point' if figure == 1 else 'points'}"


def join(items: Iterable[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; with semicolons where an item holds a comma outside its quotes."""
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    if any("," in _unquoted(item) for item in items):
        return f"{'; '.join(items[:-1])}; {last} {items[-1]}"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capital(text: str) -> str:
    """The text with its first letter large, for the head of a sentence."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """The text in quotes, its own double quotes made single so that the outer pair is plain."""
    inner = text.translate({ord("“"): "‘", ord("”"): "’", ord('"'): "'"})
    return f"“{inner}”"


def stopped(text: str) -> str:
    """The text with a full stop, unless it already ends like a sentence (inside quotes too)."""
    return text if text.rstrip("”’'").endswith((".", "!", "?")) else f"{text}."


def option_heading(option: Option) -> str:
    """``Option 6``; the short name, or else the name, of an option without a number."""
    return f"Option {option.number}" if option.number is not None else option.short_name or option.name


def option_label(option: Option) -> str:
    """``Option 6, New joint vehicle``; the heading alone of an option that has no other name."""
    heading, name = option_heading(option), option.short_name or option.name
    return heading if name == heading else f"{heading}, {name}"


class Names:
    """What options, lines and groups of one appraisal are called inside a sentence.

    Every name given out is unambiguous: a number that two options share is not used, and a name that two
    options share carries the id.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._numbers = Counter(option.number for option in snapshot.options)
        self._names = Counter(option.short_name or option.name for option in snapshot.options)
        self._places = {group.id: place for place, group in enumerate(snapshot.groups, start=1)}

    def option(self, option_id: str) -> str:
        """``Option 6``, or the name in quotes where there is no number of its own."""
        option = self._snapshot.option[option_id]
        if self._numbered(option):
            return f"Option {option.number}"
        name = option.short_name or option.name
        return quoted(name) if self._names[name] == 1 else f"{quoted(name)} ({option.id})"

    def introduced(self, option_id: str) -> str:
        """``Option 6, New joint vehicle``: the first mention, with the name where it is short enough."""
        option = self._snapshot.option[option_id]
        name = option.short_name or option.name
        told = self.option(option_id)
        if not self._numbered(option) or len(name) > LONGEST_NAME or name == told:
            return told
        return f"Option {option.number}, {quoted(name) if QUOTED & set(name) else name}"

    def subject(self, option_id: str) -> str:
        """The first mention as the subject of a verb: ``Option 6, New joint vehicle,``."""
        text = self.introduced(option_id)
        return f"{text}," if text != self.option(option_id) else text

    def options(self, option_ids: Sequence[str], last: str = "and") -> str:
        """``Option 5``, ``Options 5 and 1``, ``Option 5 and “Devon”``."""
        known = [self._snapshot.option[option_id] for option_id in option_ids]
        if len(known) > 1 and all(self._numbered(option) for option in known):
            return f"Options {join([str(option.number) for option in known], last)}"
        return join([self.option(option_id) for option_id in option_ids], last)

    def line(self, sub_criterion: str) -> str:
        """``4c VAT``, with the label in quotes where it holds a comma or the like."""
        line = self._snapshot.line[sub_criterion]
        return f"{line.number} {_label(line)}"

    def lines(self, sub_criteria: Sequence[str], most: int = 8) -> str:
        """``1c Seamless care, 3c Skills``; numbers alone where there are more than ``most``."""
        if len(sub_criteria) > most:
            return ", ".join(self._snapshot.line[sub].number for sub in sub_criteria)
        return ", ".join(self.line(sub) for sub in sub_criteria)

    def group(self, group_id: str) -> str:
        """``1 Outcomes``: the place and the short name, or else the name."""
        group = next(group for group in self._snapshot.groups if group.id == group_id)
        name = group.short_name or group.name
        return f"{self._places[group_id]} {quoted(name) if QUOTED & set(name) else name}"

    def cell(self, option_id: str, sub_criterion: str) -> str:
        """``Option 3 on 4c VAT``."""
        return f"{self.option(option_id)} on {self.line(sub_criterion)}"

    def cells(self, pairs: Sequence[tuple[str, str]], most: int = 4) -> str:
        """``Option 3 on 4c VAT and Option 1 on 1a Care``; many by option: ``nine for Option 3``."""
        if len(pairs) <= most:
            return join([self.cell(option, sub) for option, sub in pairs])
        counts = Counter(option for option, _ in pairs)
        if len(counts) > most + 2:
            return f"in {plural(len(counts), 'option')}"
        return join([f"{number_word(count)} for {self.option(option)}" for option, count in counts.items()])

    def where(self, pairs: Sequence[tuple[str, str]]) -> str:
        """The cells at the end of a sentence: ``: Option 3 on 4c VAT`` or ``, in 12 options``."""
        told = self.cells(pairs)
        return f", {told}" if told.startswith("in ") else f": {told}"

    def _numbered(self, option: Option) -> bool:
        return option.number is not None and self._numbers[option.number] == 1


def _label(line: Line) -> str:
    return quoted(line.label) if QUOTED & set(line.label) else line.label


def _unquoted(text: str) -> str:
    """The text without what stands in quotes."""
    outside, depth = [], 0
    for letter in text:
        depth += (letter == "“") - (letter == "”")
        if depth == 0:
            outside.append(letter)
    return "".join(outside)

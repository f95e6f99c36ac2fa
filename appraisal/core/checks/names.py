"""One thing with two names, and two things with one."""

import re
from collections.abc import Iterable, Iterator

from appraisal.core.checks.asking import About, Question, listed, option_name, quoted
from appraisal.core.snapshot import CheckItem, Option, Section, Snapshot

CALLED = re.compile(
    r"\bOption (\d{1,4})\s*(?::|–|—| - |,? (?:called|named))\s*[“\"'‘]?([^.;:()\n“”\"]{4,200})"
)
"""A text that says what an option is called: ``Option 6: a new vehicle``."""

ENDS = re.compile(
    r",? (?:is|was|has|would|will|scores?|scored|comes?|came|which|and option|with \d)\b.*", re.I
)
"""Where a name in running text is over."""


def names_differ(snapshot: Snapshot) -> Iterator[Question]:
    """Each option that is called something else elsewhere: by its other names, or within a text."""
    in_texts = _names_in_texts(snapshot)
    for option in snapshot.options:
        others = _different(option, [*option.other_names, *in_texts.get(option.number, ())])
        if others:
            name = option.short_name or option.name
            label = option_name(option)
            called = f"{label}, {quoted(name)}," if option.number is not None else label
            told = listed([quoted(other) for other in others])
            text = f"{called} is elsewhere called {told}. Which name should stand throughout?"
            yield Question(About.NAMES, text, (f"options/{option.id}",))


def same_names(snapshot: Snapshot) -> Iterator[Question]:
    """Lines, options and groups that share a name."""
    lines: dict[str, list[tuple[str, str, str]]] = {}
    for line in snapshot.lines:
        sub = line.sub_criterion
        lines.setdefault(_bare(sub.name), []).append((line.number, sub.name, f"sub-criteria/{sub.id}"))
    options: dict[str, list[tuple[str, str, str]]] = {}
    for option in snapshot.options:
        place = f"options/{option.id}"
        options.setdefault(_bare(option.name), []).append((option_name(option), option.name, place))
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for number, group in enumerate(snapshot.groups, start=1):
        groups.setdefault(_bare(group.name), []).append((f"Group {number}", group.name, f"groups/{group.id}"))
    for what, found in (("lines", lines), ("options", options), ("criteria groups", groups)):
        for same in found.values():
            if len(same) > 1:
                yield _shared(what, same)


def _shared(what: str, same: list[tuple[str, str, str]]) -> Question:
    labels = [label for label, _, _ in same]
    name = quoted(same[0][1])
    head = f"{len(same)} {what} have the same name, {name}"
    if len(set(labels)) == len(labels):
        head = f"{'Lines ' if what == 'lines' else ''}{listed(labels)} have the same name, {name}"
    places = tuple(place for _, _, place in same)
    return Question(About.SAME_NAME, f"{head}. Are they different, and what tells them apart?", places)


def _different(option: Option, names: Iterable[str]) -> list[str]:
    """The names that are none of the option's own, each once."""
    own, found = [_bare(option.name), _bare(option.short_name)], {}
    for name in names:
        bare = _bare(name)
        if bare and bare not in own and bare not in found:
            found[bare] = name
    return list(found.values())


def _names_in_texts(snapshot: Snapshot) -> dict[int | None, list[str]]:
    """What texts call options, by the option's number; a known name cut short or going on is none."""
    known: dict[int, list[str]] = {}
    for option in snapshot.options:
        if option.number is not None:
            known.setdefault(option.number, []).extend(
                _bare(name) for name in (option.name, option.short_name, *option.other_names) if name
            )
    found: dict[int | None, list[str]] = {}
    for text in _texts(snapshot):
        for match in CALLED.finditer(text):
            number, name = int(match[1]), ENDS.sub("", match[2]).strip(" ,’'")
            bare = _bare(name)
            if number in known and bare and not any(_alike(bare, each) for each in known[number]):
                found.setdefault(number, []).append(name)
    return found


def _alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _texts(snapshot: Snapshot) -> Iterator[str]:
    """The running texts in which options are called by name."""
    yield from (snapshot.title, snapshot.question, snapshot.summary)
    if snapshot.recommendation is not None:
        yield snapshot.recommendation.statement
        for reasons in snapshot.recommendation.reasons:
            yield from (reasons.heading, *reasons.paragraphs)
    for section in snapshot.sections:
        yield from _section_texts(section)
    for cell in snapshot.cells:
        if cell.rationale:
            yield cell.rationale


def _section_texts(section: Section) -> Iterator[str]:
    yield section.title
    for item in section.items:
        yield item.text if isinstance(item, CheckItem) else item
    for row in section.rows:
        yield from row


def _bare(name: str) -> str:
    """A name as it is compared: without capitals, quotes, spaces at ends and a last stop."""
    words = re.sub(r"[“”\"'’‘]", "", name)
    return re.sub(r"[\s,–—-]+", " ", words).strip(" .").casefold()

"""The claims of the sentences, read back out of the words and held against every way an appraisal can end."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraisal.core.evaluation import evaluate
from appraisal.core.figures import written
from appraisal.core.scoring import relative_lines
from appraisal.core.sentences import comparison, one_line, results
from appraisal.core.sentences.words import NUMBERS
from appraisal.core.snapshot import Combine
from tests.core.endings import endings, firsts, has_totals, place, totals
from tests.core.oracle import Paper
from tests.core.situations import SITUATIONS
from tests.core.small import appraisal, row, scale
from tests.core.strategies import snapshots

MANY = settings(max_examples=80)
FIGURE = r"-?\d+(?:\.\d+)?"
LEAD = re.compile(
    rf"(?:between (?P<least>{FIGURE}) and (?P<most>{FIGURE})|at least (?P<floor>{FIGURE})"
    rf"|up to (?P<top>{FIGURE})|(?P<exact>{FIGURE})) ahead of (?P<who>[^(]*)"
)
LINES = {"none": 0, "both": 2, **{word: count for count, word in enumerate(NUMBERS)}}


@st.composite
def unfinished(draw):
    """Two to four options on a few lines of a short scale: level totals and open places are common."""
    options, lines = draw(st.integers(2, 4)), draw(st.integers(1, 3))
    gated = draw(st.sampled_from((False, False, True)))
    combine = draw(st.sampled_from(("sum", "sum", "weighted-sum", "weighted-mean", "weighted-value")))
    tokens = ("0", "1", "1", "2", "2", "3", "3", draw(st.sampled_from(("?", "tbc", "2"))))
    rows = []
    for number in range(1, options + 1):
        scores = [draw(st.sampled_from(tokens)) for _ in range(lines)]
        gate = f" | {draw(st.sampled_from(('pass', 'pass', 'pass', 'open', 'fail')))}" if gated else ""
        rows.append(row(number, f"Way {number}", " ".join(scores) + gate, baseline=number == 1))
    weights = [1, *(draw(st.sampled_from((0, 1, 1, 2.5))) for _ in range(lines - 1))]
    neutral = draw(st.sampled_from((None, 1, 2)))
    weights = {"weights": weights} if combine != "sum" else {}
    return appraisal(*rows, on=scale(0, 3, neutral=neutral), combine=combine, **weights)


def told(snapshot, *kinds):
    """The sentences of these kinds in one text."""
    paragraphs = results(snapshot, evaluate(snapshot))
    return " ".join(one.text for paragraph in paragraphs for one in paragraph if one.kind in kinds)


def named(text):
    """Ids of the options that a text names: ``Options 5 and 1``, ``Option 6 (50 to 58)``."""
    runs = re.findall(r"Options ((?:\d+, )*\d+ and \d+)|Option (\d+)", text)
    return {f"option-{number}" for run in runs for number in re.findall(r"\d+", "".join(run))}


def leaders(text):
    """Ids of the options that the opening sentence puts first, alone or together."""
    return named(re.split(r" comes? first| cannot be overtaken| shares? first place", text)[0])


def ranked(snapshot):
    return {result.id for result in evaluate(snapshot).options if result.ranked}


def check_who_is_first(snapshot):
    """Whoever is said to be first is; whoever could be first is named, and nobody else."""
    text, found = told(snapshot, "leader"), [firsts(ending) for ending in endings(snapshot)]
    possible = set().union(*found)
    if "comes first" in text:
        assert all(one == leaders(text) for one in found)
    elif "cannot be overtaken" in text or "share first place" in text:
        first = ranked(snapshot) if text.startswith("All ") else leaders(text)
        rest = re.split(r"points?|mean of|value of", text, maxsplit=1)[1]
        joining = named(rest) if "draw level" in text else set()
        assert all(first <= one <= first | joining for one in found)
        assert joining <= possible
    elif "not decided" in text:
        everyone = re.search(r"all \d+ ranked options", text)
        assert (ranked(snapshot) if everyone else named(text)) == possible
        assert len({frozenset(one) for one in found}) > 1
    else:
        assert len(ranked(snapshot)) < 2 or "scored yet" in text


def check_the_lead(snapshot):
    """The lead lies between what is said in every ending, and both ends are reached."""
    text = told(snapshot, "leader", "margin")
    found = LEAD.search(text)
    if found is None or "less than" in text:
        return
    first = leaders(text)
    rivals = ranked(snapshot) - first if "every other" in found["who"] else named(found["who"])
    leads = [
        figures[one] - figures[other]
        for figures in map(totals, endings(snapshot))
        for one in first
        for other in rivals & set(figures)
    ]
    least, most = written(min(leads)), written(max(leads))
    assert min(leads) > 0
    assert least == (found["exact"] or found["least"] or found["floor"] or "0")
    assert found["floor"] or most == (found["exact"] or found["most"] or found["top"])


def check_decided_places(snapshot):
    """A place that is called decided is the same in every ending; so is whether it may be shared."""
    text = told(snapshot, "decided")
    decided = ranked(snapshot) if text.startswith("Every") else named(text)
    places = {one: set() for one in ranked(snapshot)}
    beside = {one: set() for one in ranked(snapshot)}
    for figures in map(totals, endings(snapshot)):
        for one in figures:
            places[one].add(place(figures, one))
            beside[one].add(frozenset(other for other in figures if figures[other] == figures[one]))
    assert all(len(places[one]) == 1 for one in decided)
    assert any(len(beside[one]) > 1 for one in decided) == ("come to be shared" in text)


def check_the_neutral_point(snapshot):
    """Who falls below the neutral total does so in every ending, who could in some, others in none."""
    text, neutral = told(snapshot, "scale"), evaluate(snapshot).neutral_total
    if neutral is None or not ranked(snapshot) or "scored yet" in told(snapshot, "leader"):
        return
    clauses = [
        clause for clause in re.split(r"[,;.] ", text) if "below it" in clause and "no ranked" not in clause
    ]
    said = {"could": set(), "fall": set()}
    for clause in clauses:
        everyone = "every ranked" in clause
        said["could" if "could still" in clause else "fall"] |= (
            ranked(snapshot) if everyone else named(clause)
        )
    found = {one: set() for one in ranked(snapshot)}
    for figures in map(totals, endings(snapshot)):
        for one in figures:
            found[one].add(figures[one] < neutral)
    assert said["fall"] == {one for one, sides in found.items() if sides == {True}}
    assert said["could"] == {one for one, sides in found.items() if sides == {True, False}}


def check_the_lines(snapshot):
    """Better, worse and level lines are as many as the scores say, whichever two options are compared."""
    paper, evaluation = Paper(snapshot, None), evaluate(snapshot)
    for first, other in combinations(snapshot.options, 2):
        sentences = comparison(snapshot, evaluation, first.id, other.id)
        text = next(one.text for one in sentences if one.kind == "against")
        pairs = [(paper.shown(first, line), paper.shown(other, line)) for line in paper.scored]
        signs = [(mine > theirs) - (mine < theirs) for mine, theirs in pairs if None not in (mine, theirs)]
        said = [counted(text, words) for words in ("better on", "worse on", "level on")]
        assert said == [signs.count(1), signs.count(-1), signs.count(0)]


def counted(text, words):
    """How many lines stand behind these words; 0 where they do not occur."""
    found = re.search(rf"{words} (?:all |the )?(\w+)", text)
    return int(LINES.get(found[1], found[1])) if found else 0


CHECKS = (check_who_is_first, check_the_lead, check_decided_places, check_the_neutral_point, check_the_lines)


@pytest.mark.parametrize("check", CHECKS)
@MANY
@given(unfinished())
def test_what_is_said_holds_however_the_appraisal_ends(check, snapshot):
    check(snapshot)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_said_holds_in_every_situation_with_totals(situation):
    snapshot, _ = SITUATIONS[situation]
    if (
        has_totals(snapshot)
        and not relative_lines(snapshot)
        and all(option.id == f"option-{option.number}" for option in snapshot.options)
    ):
        for check in CHECKS:
            check(snapshot)


@pytest.mark.parametrize("check", CHECKS)
@settings(max_examples=30)
@given(snapshots(options=(2, 4), scaled=True, rules=False))
def test_what_is_said_holds_for_any_appraisal_with_totals(check, snapshot):
    if has_totals(snapshot) and Paper(snapshot, None).scored:
        check(snapshot)


@MANY
@given(snapshots(options=(0, 5)))
def test_whatever_the_appraisal_the_sentences_are_whole_and_end_in_advice(snapshot):
    evaluation = evaluate(snapshot)
    paragraphs = results(snapshot, evaluation)
    texts = [one.text for paragraph in paragraphs for one in paragraph]
    assert all(paragraphs)
    assert texts[-1] == "Scores are advice, not a decision."
    for text in texts:
        assert re.match("[A-Z“0-9]", text)
        assert text.endswith((".", ".”"))
        assert not re.search(r"  | [,;:.]|None|\(\)|\.\.|,,", text)
    assert not one_line(snapshot, evaluation).endswith(".")


@MANY
@given(snapshots(options=(2, 5), complete=True, combines=(Combine.SUM,)))
def test_the_first_total_and_the_lead_of_a_finished_plain_total_are_those_of_the_oracle(snapshot):
    first, second, *_ = sorted(totals(snapshot).values(), reverse=True)
    text = told(snapshot, "leader")
    if first == second:
        assert "share first place" in text
    else:
        assert f"comes first with {written(first)} point" in text
        assert LEAD.search(text)["exact"] == written(first - second)

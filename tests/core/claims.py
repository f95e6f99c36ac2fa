"""What robustness sentences claim, read out of the words, with the bench on which each claim is tried."""

import re
from fractions import Fraction
from functools import cache

from appraisal.core.evaluation import evaluate, rank_shares, sensitivity
from appraisal.core.sentences import lines_note, robustness_sentences
from tests.core.sensitivity.appraisals import random_appraisal
from tests.core.sensitivity.oracle import Bench, weightings

COUNT = 300
FINE = [Fraction(n, 60) for n in range(61)]
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
EVERYBODY = re.compile(r"Either|Every one")
CARRIED = re.compile(
    r"carried (?P<way>more|less) than (?P<about>about )?(?P<at>[\d.]+)%"
    r"(?: but (?:more|less) than (?:about )?(?P<until>[\d.]+)%)? of the weight"
)
COUNTED = re.compile(r"counted more than (?P<about>about )?(?P<at>[\w.½]+)(?: times)?.* as much as now")


@cache
def cases():
    """(bench, sentences by kind, the note below the bars) of every appraisal with a ranking to change."""
    found = []
    for seed in range(COUNT):
        snapshot = random_appraisal(seed)
        bench = Bench(snapshot)
        if bench.complete():
            evaluation = evaluate(snapshot)
            known = sensitivity(snapshot, evaluation=evaluation)
            drawn = rank_shares(snapshot, 200, 1, evaluation=evaluation)
            told = {}
            for one in robustness_sentences(snapshot, evaluation, known, drawn):
                told.setdefault(one.kind, []).append(one.text)
            found.append((bench.start(), told, lines_note(snapshot, evaluation, known)))
    return found


def of(kind):
    """The sentences of one kind with their benches."""
    return [(bench, text) for bench, told, _ in cases() for text in told.get(kind, ())]


def named(text):
    """Ids of the options that a text names."""
    runs = re.findall(r"Options ((?:\d+, )*\d+ and \d+)|Option (\d+)", text)
    return {f"option-{number}" for run in runs for number in re.findall(r"\d+", "".join(run))}


def lines_named(bench, text):
    """Ids of the lines whose numbers a text names."""
    numbers = {line.number: sub for sub, line in bench.lines.items()}
    return {numbers[number] for number in re.findall(r"\b\d[a-z]\b", text) if number in numbers}


def grid(bench, parts=6):
    """Weights of the lines, shared out in every way."""
    parts = parts if len(bench.lines) < 4 else 4
    for shares in weightings(len(bench.lines), parts):
        yield dict(zip(bench.lines, shares, strict=True))


def group_grid(bench):
    """Weights of the lines as groups are weighed, their own proportions kept; groups without any left out."""
    local = {group: bench.local(group) for group in bench.groups if bench.local(group)}
    for shares in weightings(len(local), 6):
        weights = dict.fromkeys(bench.lines, Fraction(0))
        for (_, lines), share in zip(local.items(), shares, strict=True):
            whole = sum(weight * bench.size[sub] for sub, weight in lines.items())
            weights.update({sub: share * weight / whole for sub, weight in lines.items()})
        yield weights


def number(word):
    """``a single`` and ``one`` to ``nine``, or figures."""
    word = word.lower().replace("a single", "one")
    return WORDS.index(word) if word in WORDS else int(word)


def at_least(bench, one, other, subs=None):
    return all(bench.values[one, sub] >= bench.values[other, sub] for sub in subs or bench.lines)


def changed_by(bench, sub, shares=FINE):
    """The shares of all weight at which one line alone, the rest in proportion, changes first place."""
    if bench.now[sub] == 1:
        return []
    moving = {sub: Fraction(1)}
    found = ((share, bench.first(bench.with_share(moving, share))) for share in shares)
    return [share for share, first in found if not bench.leaders <= first]


# --- Who can come first ----------------------------------------------------------------------------------

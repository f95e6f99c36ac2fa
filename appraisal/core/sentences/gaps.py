"""What is missing, what is not ranked and why: the sentences on options and scores that are not there."""

from collections.abc import Iterator

from appraisal.core.scoring import relative_lines
from appraisal.core.sentences.leading import MOST_NAMED, named
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural, quoted, stopped
from appraisal.core.snapshot import Option, OptionStage

LONGEST_REASON = 200
"""Reasons up to so many characters are told in full; a longer one stands with its option."""


def missing(standing: Standing) -> Iterator[Sentence]:
    """How many scores are missing and whose, what totals that leaves open, which places are decided."""
    if not standing.ranked or not standing.anything_scored:
        return
    if standing.missing_anywhere:
        yield Sentence(_how_many(standing), kind="missing")
    if standing.missing:
        yield Sentence(_ranges(standing), kind="ranges")
    if waiting := _relative(standing):
        yield Sentence(waiting, kind="ranges")
    if standing.open_gates:
        yield Sentence(_open_gates(standing), kind="gates")
    if (standing.missing or standing.open_gates) and len(standing.ranked) > 1:
        yield Sentence(_decided(standing), kind="decided")


def _how_many(standing: Standing) -> str:
    found = standing.missing_anywhere
    promised = len(frozenset(standing.evaluation.to_be_confirmed) & frozenset(found))
    of_these = f" ({_promised(promised, len(found))})" if promised else ""
    verb = "is" if len(found) == 1 else "are"
    head = f"{number_word(len(found))} of {standing.expected} scores {verb} missing{of_these}"
    return capital(f"{head}{standing.names.where(found)}.")


def _promised(promised: int, count: int) -> str:
    if promised < count:
        return f"{number_word(promised)} of them to be confirmed"
    which = {1: "", 2: "both "}.get(count, "all of them ")
    return f"{which}to be confirmed"


def _ranges(standing: Standing) -> str:
    """Whose total is a range, from the missing scores at worst to the missing scores at best."""
    ranges = [one for one in standing.ranked if not one.known]
    if not ranges:
        return "What is missing stands on lines without weight, so every total is known."
    if len(ranges) == 1:
        name, total = standing.names.option(ranges[0].id), standing.total(ranges[0])
        return f"Until it is complete the total of {name} is a range, {total}."
    if len(ranges) > MOST_NAMED:
        return f"Until they are complete the totals of {named(standing, ranges)} are ranges."
    told = join([f"{standing.total(one)} for {standing.names.option(one.id)}" for one in ranges])
    return f"Until they are complete these totals are ranges: {told}."


def _relative(standing: Standing) -> str:
    """Values that are open because the figures they are held against are; empty where there are none."""
    names = standing.names
    absent = {sub for _, sub in standing.missing}
    lines = [line.sub_criterion.id for line in relative_lines(standing.snapshot)]
    missing = [sub for sub in lines if sub in absent]
    if missing:
        verb = "has" if len(missing) == 1 else "have"
        told = f"{names.lines(missing)} {verb} a figure missing, so every option's value there is 0 to 100"
        return capital(f"{told} until it is given.")
    if lines and standing.open_gates and any(not one.known for one in standing.ranked):
        return f"Values on {names.lines(lines)} are ranges until it is known which options pass."
    return ""


def _open_gates(standing: Standing) -> str:
    pairs = standing.open_gates
    if len(pairs) > 1:
        told = f"{capital(plural(len(pairs), 'gate'))} are not marked yet{standing.names.where(pairs)}"
        return f"{told}. An option that fails one is not ranked."
    option, gate = pairs[0]
    head = f"{standing.names.option(option)} is not marked yet on the gate {standing.names.line(gate)}"
    return capital(f"{head}: if it fails, it is not ranked.")


def _decided(standing: Standing) -> str:
    """Which places no missing score and no open gate can change, alone or shared."""
    decided = [one for one in standing.ranked if one.rank is not None]
    if not decided:
        return "No place is decided yet."
    shared = any(standing.could_draw_level(one) for one in decided)
    but = f", though {'it' if len(decided) == 1 else 'one'} may still come to be shared" if shared else ""
    if len(decided) == len(standing.ranked):
        return f"Every place is decided already{but}."
    if len(decided) == 1:
        return f"Only the place of {named(standing, decided)} is decided already{but}."
    if len(decided) > MOST_NAMED:
        count = f"{number_word(len(decided))} of the {len(standing.ranked)} options"
        return f"The places of {count} are decided already{but}."
    return f"Only the places of {named(standing, decided)} are decided already{but}."


def unranked(standing: Standing) -> Iterator[Sentence]:
    """Options without a place: a failed gate, a line that does not apply, the long list, dropped."""
    for option in standing.short_listed:
        result = standing.evaluation.by_id[option]
        if result.gate_failed is not None:
            yield Sentence(_failed(standing, option, result.gate_failed), kind="gates")
        elif not result.comparable:
            yield Sentence(_not_applicable(standing, option), kind="not_applicable")
    yield from _long_list(standing)
    yield from _dropped(standing)


def _failed(standing: Standing, option: str, gate: str) -> str:
    line, reason = standing.snapshot.line[gate], standing.snapshot.cell_at[(option, gate)].rationale.strip()
    rule = f" ({quoted(line.sub_criterion.name)})" if line.sub_criterion.short_name else ""
    why = f"it fails the gate {standing.names.line(gate)}{rule}"
    told = _with_reason(
        capital(f"{standing.names.option(option)} has no total and no place, because {why}"), reason
    )
    return told if reason else f"{told} No reason is given."


def _with_reason(head: str, reason: str) -> str:
    return stopped(f"{head}: {quoted(reason)}") if 0 < len(reason) <= LONGEST_REASON else f"{head}."


def _not_applicable(standing: Standing, option: str) -> str:
    subs = [sub for one, sub in standing.evaluation.not_applicable if one == option]
    few = len(subs) <= MOST_NAMED
    lines = join([standing.names.line(sub) for sub in subs]) if few else plural(len(subs), "line")
    why = f"{lines} {'does' if len(subs) == 1 else 'do'} not apply to it"
    head = capital(f"{standing.names.option(option)} has no total and no place, because {why}")
    rules = {standing.snapshot.line[sub].sub_criterion.not_applicable_rule.strip() for sub in subs}
    rule = rules.pop() if len(rules) == 1 else ""
    return stopped(f"{head}; the rule is {quoted(rule)}") if 0 < len(rule) <= LONGEST_REASON else f"{head}."


def _long_list(standing: Standing) -> Iterator[Sentence]:
    ids = [option.id for option in standing.snapshot.options if option.stage is OptionStage.LONG_LIST]
    if not ids:
        return
    who = standing.names.options(ids) if len(ids) <= MOST_NAMED else plural(len(ids), "option")
    verb = "is" if len(ids) == 1 else "are"
    yield Sentence(f"{capital(who)} {verb} on the long list and not ranked.", kind="unranked")


def _dropped(standing: Standing) -> Iterator[Sentence]:
    dropped = [option for option in standing.snapshot.options if option.stage is OptionStage.DROPPED]
    if len(dropped) > MOST_NAMED:
        yield Sentence(
            f"{capital(plural(len(dropped), 'option'))} were dropped and are not ranked.", kind="unranked"
        )
        return
    for option in dropped:
        yield Sentence(_why_dropped(standing, option), kind="unranked")


def _why_dropped(standing: Standing, option: Option) -> str:
    head = f"{standing.names.option(option.id)} was dropped and is not ranked"
    return _with_reason(capital(head), option.reason.strip())

"""What the label of a row or column says it is: a total, weights, a place, one part of a pair, a number."""

import re
from collections.abc import Sequence
from itertools import pairwise

_TOTAL = re.compile(
    r"(sub[- ]?|grand |group |section |overall |combined )?totals?( scores?| points| marks)?"
    r"( \(?(out )?of \d+\)?)?"
    r"|.{1,200}[ :–-](sub[- ]?)?totals?( scores?)?"
    r"|aggregate( scores?)?( .{0,40})?|(overall|combined|final) scores?"
    r"|(total )?weighted (score|mark|value|rating|point)s?( \(?(out )?of \d+\)?| (for|of) option .{1,40})?"
    r"|total (for|of) .{1,200}|sum",
    re.I,
)
_WHOLE = re.compile(r"(grand|overall|combined|final|aggregate).*|total (aggregate|overall).*", re.I)
_WEIGHT = re.compile(
    r"(relative |agreed |sub-criteri\w+ |criteri\w+ |group )?weight(s|ing|ings)?( ?[(%].*)?", re.I
)
_IGNORED = re.compile(
    r"rank(ing|ed)?|position|place|max(imum)?( score| points)?|min(imum)?( score| points)?|average|mean"
    r"|median|variance|difference|% of (max|total).*|percentage",
    re.I,
)
_SCORE_PART = re.compile(r"(raw |agreed )?(score|mark|rating|points)s?( ?\(.*\))?", re.I)
_WORDS_PART = re.compile(
    r"(supporting )?(rationale|reasons?|reasoning|comments?|commentary|evidence|justification|notes?"
    r"|explanation|narrative|assessment)s?( for (the )?score)?",
    re.I,
)
_PART_AT_END = re.compile(
    r"(.+?)[ :–-]+(score|mark|rating|rationale|reasons?|reasoning|comments?|commentary|evidence|justification"
    r"|explanation|narrative)s?",
    re.I,
)
_WEIGHTED_AT_END = re.compile(r"(?:(.+?)[ :–-]+)?weighted[ -](score|mark|value|rating|point)s?", re.I)
_NUMBERED = re.compile(r"(option|alternative|scenario)\s*(\d{1,3}|[a-z])\b", re.I)
_COUNTED = re.compile(r"()(\d{1,3})[.)]\s+(?=\D)", re.ASCII)
_OVER_NAMES = re.compile(r"(sub[- ]?|assessment )?criteri(a|on)|options?", re.I)
_REFERENCE = re.compile(r"\d{1,5}(\.\d{1,3}){0,3}", re.ASCII)
_NOT_SCORED = re.compile(r"\s*\(?\s*not (to be )?scored\s*\)?\s*$", re.I)


GENERIC = frozenset(
    {"criteria", "criterion", "sub-criteria", "sub-criterion", "sub criteria", "sub criterion", "option"}
    | {"options", "group", "groups", "area", "domain", "theme", "no", "no.", "#", "ref", "description"}
    | {"objective", "objectives", "factor", "measure", "category", "aim", "aims", "heading", "name"}
    | {"criteria group", "assessment criteria", "success factor", "critical success factor"}
)
"""Words that say what a table's labels are, and name none of them."""


def is_generic(label: str) -> bool:
    """Whether it only says what the labels beside or below it are."""
    return label.casefold().strip(" :") in GENERIC


def is_over_names(label: str) -> bool:
    """Whether it stands over the names of options or of criteria, and names none."""
    return _OVER_NAMES.fullmatch(_bare(label)) is not None


def is_total(label: str) -> bool:
    """Whether this is the label of a sum."""
    return _TOTAL.fullmatch(_bare(label)) is not None


def is_whole(label: str) -> bool:
    """Whether it is the sum over all groups by its own words."""
    return _WHOLE.fullmatch(_bare(label)) is not None


def is_weight(label: str) -> bool:
    """Whether weights stand here."""
    return _WEIGHT.fullmatch(_bare(label)) is not None


def is_ignored(label: str) -> bool:
    """Whether this is something that is worked out again here (a place, an average) and not read."""
    return _IGNORED.fullmatch(_bare(label)) is not None


def is_part(label: str) -> bool:
    """Whether it heads one of two columns that belong together: the score, or the words beside it."""
    return is_score_part(label) or is_words_part(label)


def is_score_part(label: str) -> bool:
    """Whether it heads the scores of a pair."""
    return _SCORE_PART.fullmatch(_bare(label)) is not None


def is_words_part(label: str) -> bool:
    """Whether it heads the words of a pair."""
    return _WORDS_PART.fullmatch(_bare(label)) is not None


def weighted_of(label: str) -> str | None:
    """Whose weighted scores a column holds: ``Option 1`` of "Option 1 weighted score"; None for another."""
    found = _WEIGHTED_AT_END.fullmatch(_bare(label))
    return (found[1] or "").strip() if found else None


def split_part(label: str) -> tuple[str, str]:
    """``Option 1`` and ``rationale`` of "Option 1 - rationale"; the label and nothing without a part."""
    found = None if is_total(label) else _PART_AT_END.fullmatch(_bare(label))
    return (found[1].strip(), found[2]) if found else (label, "")


def is_option(label: str) -> bool:
    """Whether it calls itself an option."""
    return _NUMBERED.match(label.strip()) is not None


def is_number_alone(label: str) -> bool:
    """Whether it is an option's number and no more: "Option 3"."""
    found = _NUMBERED.match(label.strip())
    return found is not None and not label.strip()[found.end() :].strip(" :.)–—-")


def heads_option(label: str) -> int | None:
    """3 of "Option 3" or "Option 3: ...", where a sentence that begins "Option 3 keeps" heads nothing."""
    found = _NUMBERED.match(label.strip())
    rest = label.strip()[found.end() :].lstrip() if found else ""
    return int(found[2]) if found and found[2].isdigit() and rest[:1] in ("", *":.)–—-") else None


def option_number(label: str) -> int | None:
    """3 of "Option 3: ...", or of "3. ..."; None for one without a number."""
    found = _NUMBERED.match(label.strip()) or _COUNTED.match(label.strip())
    return int(found[2]) if found and found[2].isdigit() else None


def option_name(label: str) -> str:
    """What follows the number: "New vehicle" of "Option 6 - New vehicle"; the label where nothing does."""
    found = _NUMBERED.match(label.strip()) or _COUNTED.match(label.strip())
    rest = label.strip()[found.end() :].lstrip(" :.)–—-").strip() if found else ""
    return rest or label.strip()


def without_not_scored(label: str) -> tuple[str, bool]:
    """The label without "(not scored)" at its end, and whether it stood there."""
    bare = _NOT_SCORED.sub("", label).strip()
    return (bare, bare != label.strip()) if bare else (label.strip(), False)


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether these are just 1, 2, 3 and so on, or 1.1, 1.2, 2.1."""
    found = [tuple(map(int, text.split("."))) for text in texts if _REFERENCE.fullmatch(text)]
    if len(found) != len(texts) or len(found) < 2:
        return False
    if all(len(each) == 1 for each in found):
        return [each[0] for each in found] == list(range(found[0][0], found[0][0] + len(found)))
    return all(one < other for one, other in pairwise(found))


def _bare(label: str) -> str:
    return " ".join(label.split()).strip(" :.*")

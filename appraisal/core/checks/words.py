"""Plain word lists: what speaks for an option, what speaks against it, and what turns a word round."""

import re


def _any_of(words: str) -> re.Pattern[str]:
    """Any of the words (each may end in ``*`` for any ending), as whole words, whatever their capitals."""
    each = (
        re.escape(word.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words.split("|")
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(each, key=len, reverse=True))})(?!\w)", re.I)


FOR = _any_of(
    "excellent|outstanding|very good|very strong|strong|stronger|strongest|significant benefit*|"
    "significant improvement*|significant advantage*|significantly improve*|significantly benefit*|"
    "considerable benefit*|clear benefit*|real benefit*|substantial benefit*|positive impact*|major benefit*|"
    "greatly improve*|would improve|will improve|improves|fully meets|fully met|meets all|ideal|ideally|"
    "highly effective|very effective|best of all|best option|best meets|advantageous|beneficial|"
    "good fit|strong fit|excellent fit|well placed|very likely to achieve|will achieve|fully achieves|"
    "greater clarity|much better|clear advantage*"
)

AGAINST = _any_of(
    "poor|poorly|very poor|weak|weaker|weakest|inadequate|insufficient|unlikely to|unlikely that|"
    "less likely to|detrimental|deteriorat*|worsen*|worse|worst|harmful|damaging|negative impact*|negatively|"
    "disadvantageous|disadvantage*|fails to|fail to|failed to|failure|no benefit*|no improvement*|"
    "no advantage*|little or no|does not improve|does not achieve|does not deliver|does not meet|"
    "does not support|does not address|would not improve|would not achieve|would not deliver|would not meet|"
    "will not improve|will not achieve|will not deliver|will not meet|cannot achieve|cannot deliver|"
    "cannot meet|not feasible|unfeasible|unacceptable|unaffordable|unsustainable|ineffective|inefficient|"
    "counterproductive|seriously limits|lacks"
)

TURNED = re.compile(
    r"\b(?:not|no|nor|never|without|neither|nothing|hardly|unlikely|less|little|lack|lacks|lacking|"
    r"cannot|can't|won't|wouldn't|doesn't|isn't|avoid|avoids|avoiding|prevent|prevents|preventing|reduce|"
    r"reduces|reducing|instead of|rather than|fewer|removes?|overcomes?|ends?|stops?|mitigates?)\b",
    re.I,
)

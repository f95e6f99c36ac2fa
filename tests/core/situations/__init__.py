"""Situations with the exact sentences that results pages must show, read by tests/core/test_sentences*.py."""

from tests.core.situations import gaps, leading, material, measures, naming, scales, unranked

SITUATIONS = {
    name: situation
    for module in (leading, scales, naming, gaps, unranked, material, measures)
    for name, situation in module.SITUATIONS.items()
}

"""Situations with the exact sentences that results pages must show, read by tests/core/test_sentences*.py."""

from tests.core.situations import gaps, leading, material, naming, scales, unranked

SITUATIONS = {
    name: situation
    for module in (leading, scales, naming, gaps, unranked, material)
    for name, situation in module.SITUATIONS.items()
}

"""The colours of the criteria groups, in their order."""

COLOURS = 8
"""So many group colours the stylesheet has; a ninth group begins again."""


def colour(number: int) -> int:
    """The colour of the group with this number, counted from 1."""
    return (number - 1) % COLOURS + 1

"""A file that cannot be read at all."""


class Unreadable(Exception):
    """Nothing can be read from this file. ``reason`` says what it is and what to do, in a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

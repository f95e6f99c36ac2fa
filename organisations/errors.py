"""Refusals in sentences for people. Standard library only, so that the core may raise them too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with what came in: ``path`` says where (a field, a path in a file, a sheet's cell)."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class Refused(Exception):
    """The person may not do this, or not now. ``reason`` says what, why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Invalid(Exception):
    """What came in cannot be taken. Every problem is named at once; nothing was stored."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Stale(Exception):
    """Somebody saved this since it was opened. ``current`` is what stands now; nothing was stored."""

    def __init__(self, current: object) -> None:
        super().__init__("Somebody saved this since you opened it.")
        self.current = current


class Missing(Exception):
    """There is no such thing, or it does not exist for this person.

    A view answers 404, a command names it.
    """

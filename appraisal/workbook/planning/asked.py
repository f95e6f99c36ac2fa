"""What a plan is told beside the file: what stands now, and what the person chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from appraisal.core.snapshot import Snapshot


@dataclass(frozen=True)
class Saved:
    """The last save of a cell: its version, by whom and when."""

    version: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Now:
    """An appraisal as it stands; ``saved`` by (option, line), a cell without one has version 0."""

    id: str
    snapshot: Snapshot
    revision: int
    saved: Mapping[tuple[str, str], Saved]

    def version(self, option: str, line: str) -> int:
        """The version of a cell."""
        saved = self.saved.get((option, line))
        return saved.version if saved else 0


@dataclass(frozen=True)
class Lead:
    """The body that would lead a new appraisal."""

    name: str
    short_name: str
    kind: str


@dataclass(frozen=True)
class Choices:
    """What the person chose where the file does not say it; empty is what the file itself suggests.

    ``scale`` holds lowest, highest, step and neutral point as typed.
    """

    title: str = ""
    body: str = ""
    side: str = ""
    sheet: str = ""
    scale: Mapping[str, str] = field(default_factory=dict)

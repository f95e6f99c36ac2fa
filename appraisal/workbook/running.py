"""Starting the limited process that reads a file, and looking how far it is, from whichever worker."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from appraisal.workbook.child import IN, OUTCOME, PROGRESS, SORT
from appraisal.workbook.codec import from_plain
from appraisal.workbook.limits import SECONDS
from appraisal.workbook.reading import Reading, Sort

ROOT = Path(__file__).resolve().parents[2]
SLACK = 15
"""Seconds that a process may take to begin and to end, beside those in which it reads."""

LONGEST = SECONDS + SLACK
"""Seconds after which a reading that has not ended never will."""

_ENVIRONMENT = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
    # One thread: a table needs no more, and each would count against the memory.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENPYXL_LXML": "False",
}


@dataclass(frozen=True)
class Outcome:
    """How it ended: the ``reading``, or why it was ``refused``; before that, how far it is."""

    reading: Any = None
    refused: str = ""
    progress: str = ""

    @property
    def ended(self) -> bool:
        """Whether there is an end."""
        return self.reading is not None or bool(self.refused)


def folder_in(folder: Path, key: UUID) -> Path:
    """Where the file that is brought in under ``key`` lies while it is read."""
    return folder / str(key)


def start(folder: Path, content: bytes, sort: Sort) -> None:
    """Begins to read ``content`` in a process of its own; what comes of it stands in ``folder``.

    The process knows none of this one's environment. Returns as soon as it runs by itself.
    """
    folder.mkdir(mode=0o700, parents=True)
    (folder / IN).write_bytes(content)
    (folder / SORT).write_text(sort)
    subprocess.run(  # noqa: S603 -- our own interpreter and module, and a folder of our own naming
        [sys.executable, "-s", "-m", "appraisal.workbook.child", str(folder)],
        cwd=ROOT,
        env=_ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=True,
        check=True,
        timeout=SLACK,
    )


def outcome(folder: Path, age: float) -> Outcome:
    """How far it is; ``age`` is how many seconds ago it was started."""
    try:
        data = json.loads((folder / OUTCOME).read_bytes())
    except FileNotFoundError:
        if age > LONGEST:
            return Outcome(
                refused="Reading the file was broken off, perhaps by a restart. Bring it in again."
            )
        return Outcome(progress=_progress(folder))
    return Outcome(reading=data.get("reading"), refused=data.get("refused", ""))


def clear(folder: Path) -> None:
    """Takes away what was sent and what was read."""
    shutil.rmtree(folder, ignore_errors=True)


def reading_from(data: Any) -> Reading:
    """The reading of an ended outcome, or one that was stored."""
    return from_plain(Reading, data)


def _progress(folder: Path) -> str:
    try:
        return (folder / PROGRESS).read_text()
    except FileNotFoundError:
        return "Opening the file"

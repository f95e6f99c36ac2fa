"""``python -m appraisal.workbook.child FOLDER``: reads the file ``in`` of the folder in a limited process.

Three processes: the one that was started ends at once, so that whoever started it need not wait; one that
watches; and the one that reads, with limits on memory, processor and files. However the reader ends, the
watcher leaves ``outcome.json``: what was read, or why it was not. ``progress`` says how far it is. Nothing
here knows Django or the database: whatever a file makes of the reader, it finds no secret.
"""

import json
import os
import resource
import signal
import sys
import time
import warnings
from pathlib import Path
from typing import Any

from appraisal.workbook.limits import MEMORY, PROCESSOR_SECONDS, SECONDS
from appraisal.workbook.refusing import Unreadable

IN, SORT, PROGRESS, OUTCOME = "in", "sort", "progress", "outcome.json"

_STOPPED = (
    "Reading the file was stopped: it needed more {} than any table does. Copy the table alone into a new "
    "workbook."
)
_FAILED = (
    "Reading the file failed. Copy the table alone into a new workbook and bring that in; if it fails again, "
    "tell whoever runs this site."
)


def main(folder: Path) -> None:
    """Starts the watcher and its reader, and leaves them to it."""
    if os.fork() == 0:
        os.setsid()
        _watch(folder)
        os._exit(0)


def _watch(folder: Path) -> None:
    reader = os.fork()
    if reader == 0:
        _read(folder)
        os._exit(0)
    ended = _ended(reader, time.monotonic() + SECONDS)
    if not (folder / OUTCOME).exists():
        _leave(folder, {"refused": _why(ended)})


def _ended(reader: int, deadline: float) -> int:
    """The reader's status, once it has ended by itself or by the clock."""
    while time.monotonic() < deadline:
        pid, status = os.waitpid(reader, os.WNOHANG)
        if pid:
            return status
        time.sleep(0.02)
    os.kill(reader, signal.SIGKILL)
    os.waitpid(reader, 0)
    return signal.SIGXCPU


def _why(status: int) -> str:
    """What the end of a reader that left nothing means."""
    if not os.WIFSIGNALED(status):
        return _FAILED
    return _STOPPED.format("time" if os.WTERMSIG(status) == signal.SIGXCPU else "memory")


def _read(folder: Path) -> None:
    """Reads within the limits and leaves what was read."""
    _limit()
    warnings.simplefilter("ignore")
    from appraisal.workbook.codec import to_plain
    from appraisal.workbook.reading import Sort, read

    def say(words: str) -> None:
        _replace(folder / PROGRESS, words.encode())

    outcome: dict[str, Any]
    try:
        sort = Sort((folder / SORT).read_text())
        outcome = {"reading": to_plain(read((folder / IN).read_bytes(), sort, say))}
    except Unreadable as refused:
        outcome = {"refused": refused.reason}
    except MemoryError:
        outcome = {"refused": _STOPPED.format("memory")}
    _leave(folder, outcome)


def _limit() -> None:
    """No more memory, processor or disk than reading a table needs, and no core left behind."""
    for what, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _leave(folder: Path, outcome: dict[str, Any]) -> None:
    _replace(folder / OUTCOME, json.dumps(outcome, ensure_ascii=False).encode())


def _replace(path: Path, content: bytes) -> None:
    """Writes beside the file and then takes its place, so that nobody reads half of it."""
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    beside.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

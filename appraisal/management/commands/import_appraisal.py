"""Stores an appraisal file.

`manage.py import_appraisal FILE` prints the slug of the appraisal. A slug that is there already is refused;
`--replace` puts the file's content into the same appraisal, which keeps its id, its bodies and its history.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from appraisal.core.snapshot import Snapshot, load_json
from appraisal.core.snapshot.reading.files import SIZE_LIMIT
from appraisal.services import appraisal_file
from organisations.errors import Invalid, Refused


class Command(BaseCommand):
    """Checks a file and stores it, whole or not at all.

    Every problem on standard error, with exit status 1.
    """

    help = "Checks an appraisal file, stores it and prints its slug. With problems, nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether it may replace an appraisal of the same slug."""
        parser.add_argument("file", type=Path, help="an appraisal file (JSON)")
        parser.add_argument(
            "--replace", action="store_true", help="put the content into the appraisal of this slug"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Stores the file; CommandError with every problem where it cannot."""
        file: Path = options["file"]
        try:
            snapshot = _read(file)
            stored = appraisal_file.store(
                actor=None, at=timezone.now(), snapshot=snapshot, replace=options["replace"]
            )
        except Invalid as invalid:
            count = len(invalid.problems)
            found = "1 problem" if count == 1 else f"{count} problems"
            raise CommandError(f"Nothing was stored. {found} in {file}:\n{invalid}") from invalid
        except Refused as refused:
            raise CommandError(refused.reason) from refused
        self.stdout.write(stored.slug)


def _read(file: Path) -> Snapshot:
    """The snapshot in the file; Invalid with its problems, CommandError where it cannot be read at all."""
    try:
        # One byte more than is allowed: the reader refuses it in words, and a huge file is not read whole.
        with file.open("rb") as opened:
            content = opened.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise CommandError(f"Nothing was stored. {file} cannot be read: {error.strerror}.") from error
    return load_json(content)

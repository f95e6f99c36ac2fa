"""``manage.py export SLUG --format json|pdf|xlsx --output FILE``: one file, written whole or not at all."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from appraisal.selectors import appraisals, snapshots
from organisations.audit import record_export
from organisations.errors import Missing
from reports.content import Source
from reports.files import FORMATS, make


class Command(BaseCommand):
    """Exit status 0, or 1 with the reason on standard error and no file left behind."""

    help = "Writes an appraisal as a file: the appraisal file, the PDF appendix or the Excel workbook."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which appraisal, as what, and where to."""
        parser.add_argument("slug", help="the appraisal's short name, as import_appraisal printed it")
        parser.add_argument("--format", required=True, choices=sorted(FORMATS))
        parser.add_argument("--output", required=True, type=Path, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the file and then writes it; CommandError says why where it cannot."""
        output: Path = options["output"]
        _check_place(output)
        try:
            live = snapshots.live(appraisals.by_slug(options["slug"]).id)
        except Missing as missing:
            raise CommandError(f"There is no appraisal {options['slug']!r}.") from missing
        now = timezone.now()
        source = Source(
            revision=live.revision,
            changed_at=timezone.localtime(live.changed_at),
            made_at=timezone.localtime(now),
            made_by="command line",
        )
        made = make(options["format"], live.snapshot, source)
        write_whole(output, made.content)
        record_export(actor=None, at=now, scope=live.id, what=options["format"], check_code=made.check_code)
        self.stdout.write(f"{output}  check code {made.check_code}")


def _check_place(output: Path) -> None:
    """CommandError where no file can stand there, before one is made."""
    try:
        if not output.parent.is_dir():
            raise CommandError(f"There is no folder {output.parent}: make it first, or name another file.")
        if output.is_dir():
            raise CommandError(f"{output} is a folder: name a file inside it.")
        # A device or a pipe: the file would take its place, not go into it.
        if output.exists() and not output.is_file():
            raise CommandError(f"{output} is not an ordinary file: name another.")
    except OSError as error:
        raise CommandError(f"{output} cannot be written ({error.strerror}). Name another file.") from error


def write_whole(output: Path, content: bytes) -> None:
    """Writes beside the file and then takes its place, so that no half file is ever there.

    Raises CommandError where the disk is full or the folder may not be written to.
    """
    beside = output.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:  # with the rights that every file of this account gets
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CommandError(
            f"{output} could not be written ({error.strerror}). Nothing is left half done."
        ) from error

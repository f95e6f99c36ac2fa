"""A filled workbook of 100 options by 100 sub-criteria: brought in, read in the limited process, previewed."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from threading import Event, Thread
from typing import Any
from uuid import UUID

import django
from django.conf import settings

from tests.benchmarks.measuring import Figure, say
from tests.benchmarks.sizes import SIZES, WORDS, appraisal_data

SIZE = SIZES["L"]
PROGRESS = re.compile(r'role="status">([^<]*)\.<')
HIGHEST = re.compile(r"VmHWM:\s+(\d+) kB")


def main() -> None:
    """Our own workbook with every cell changed, then a table as people have it."""
    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")
    settings.IMPORT_DIR = Path(mkdtemp())
    try:
        user, appraisal_id = _site()
        _ours(user, appraisal_id)
        _theirs(user)
    finally:
        shutil.rmtree(settings.IMPORT_DIR, ignore_errors=True)


def _site() -> tuple[Any, UUID]:
    """A fresh database with the large appraisal and a commissioning officer of its council."""
    from django.core.management import call_command
    from django.db import connection

    from appraisal.core.snapshot import from_dict
    from appraisal.services import appraisal_file
    from organisations import services as people
    from organisations.roles import Role

    name = connection.settings_dict["NAME"]
    for ending in ("", "-wal", "-shm"):
        Path(f"{name}{ending}").unlink(missing_ok=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    moment = datetime.now(UTC)
    data = appraisal_data(*SIZE, Random(1))
    stored = appraisal_file.store(actor=None, at=moment, snapshot=from_dict(data))
    body = people.find_or_create_organisation(
        actor=None, at=moment, name="Somerset County Council", kind="council", short_name=""
    )
    user = people.create_person(actor=None, at=moment, email="a@b.example", name="Ada Reed", password=None)
    people.add_membership(
        actor=None, at=moment, organisation_id=body, user_id=user.pk, role=Role.LEAD_OFFICER
    )
    return user, stored.appraisal_id


def _ours(user: Any, appraisal_id: UUID) -> None:
    import openpyxl
    from django.test import Client
    from django.urls import reverse

    browser = Client()
    browser.force_login(user)
    given = browser.get(reverse("reports:filling", kwargs={"appraisal_id": appraisal_id}))
    book = openpyxl.load_workbook(BytesIO(given.content))
    random, sheet = Random(2), book["Scores"]
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 4).value = random.randint(1, 5)
        sheet.cell(row, 5).value = " ".join(random.choices(WORDS.split(), k=40))
    address = reverse("appraisal:import_scores", kwargs={"appraisal_id": appraisal_id})
    _measure(browser, address, book, {}, "a filled workbook for scoring")


def _theirs(user: Any) -> None:
    import openpyxl
    from django.test import Client
    from django.urls import reverse

    from organisations.models import Organisation

    browser = Client()
    browser.force_login(user)
    random, book = Random(3), openpyxl.Workbook()
    options, lines = SIZE
    sheet: Any = book.active
    sheet.append(["Criteria", *(f"Option {at}: Way {at}" for at in range(1, options + 1))])
    for line in range(1, lines + 1):
        cells = [
            f"{random.randint(1, 5)}. {' '.join(random.choices(WORDS.split(), k=40))}" for _ in range(options)
        ]
        sheet.append([f"Criterion {line}", *cells])
    body = str(Organisation.objects.get(name="Somerset County Council").pk)
    more = {"organisation": body, "title": "Large"}
    _measure(browser, reverse("appraisal:import_workbook"), book, more, "a table with scores at the head")


def _measure(browser: Any, address: str, book: Any, more: dict[str, str], what: str) -> None:
    """From sending the file to the preview, and the most memory that the reading process held."""
    out = BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "large.xlsx"
    told: set[str] = set()
    with _watching(settings.IMPORT_DIR) as peak:
        begun = time.perf_counter()
        answer = browser.post(address, {"file": out, **more}, follow=True)
        while found := PROGRESS.search(answer.content.decode()):
            told.add(found[1])
            time.sleep(0.25)
            answer = browser.get(answer.request["PATH_INFO"])
        taken = time.perf_counter() - begun
    assert "Nothing is stored yet." in answer.content.decode(), answer.status_code
    how = f"{out.getbuffer().nbytes / 1e6:.1f} MB, every cell with 40 words; "
    how += f"progress told {len(told)} times in other words; by the clock, load {os.getloadavg()[0]:.1f}"
    say(Figure(f"Seconds from sending {what} of 100 x 100 to its preview", taken, "at most 10", how))
    how = "resident memory at its highest, sampled from the system while it ran"
    say(Figure(f"MB of the limited process that read {what}", peak[0] / 1e6, "at most 500", how))


@contextmanager
def _watching(folder: Path) -> Iterator[list[int]]:
    """The most bytes that any process held which reads in this folder, while the block runs."""
    peak, done = [0], Event()

    def watch() -> None:
        while not done.wait(0.02):
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):
                    if str(folder).encode() in (process / "cmdline").read_bytes():
                        held = HIGHEST.search((process / "status").read_text())
                        peak[0] = max(peak[0], int(held[1]) * 1024 if held else 0)

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


if __name__ == "__main__":
    main()

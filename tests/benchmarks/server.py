"""Over HTTP, against the site under gunicorn: pages by their rate, saves by theirs, and 50 clients at once.

Run with DATABASE_URL set to the database to measure on; the database is made anew.
"""

import http.client
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from random import Random
from urllib.parse import urlencode

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"

import django

from tests.benchmarks.measuring import Figure, say
from tests.benchmarks.sizes import SIZES, appraisal_data

ROOT = Path(__file__).resolve().parents[2]
PORT = 8971
EMAIL = "lead.officer@somerset.example"
VERSION = re.compile(rb'name="version"[^>]*value="(\d+)"')


def main() -> None:
    """Pages, then saves with one client and with 50."""
    django.setup()
    from django.db import connection

    _fresh_database()
    where = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    cookie = _signed_in()
    somerset, sized = _ids()
    with _serving():
        _pages(where, cookie, {"S": somerset, "M": sized}, "the matrix kept by revision", goal="at least {}")
        _saves(where, cookie, somerset)
    with _serving(KEEP_FRAGMENTS="no"):
        _pages(where, cookie, {"S": somerset, "M": sized}, "nothing kept", goal="none")


def _fresh_database() -> None:
    from django.core.management import call_command
    from django.db import connection

    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        for ending in ("", "-wal", "-shm"):
            Path(f"{name}{ending}").unlink(missing_ok=True)
    else:
        import psycopg

        connection.close()
        admin = {key: connection.settings_dict[key] for key in ("HOST", "PORT", "USER", "PASSWORD")}
        with psycopg.connect(
            host=admin["HOST"],
            port=admin["PORT"] or 5432,
            user=admin["USER"],
            password=admin["PASSWORD"] or None,
            dbname="postgres",
            autocommit=True,
        ) as maker:
            maker.execute(f'drop database if exists "{name}" with (force)')
            maker.execute(f'create database "{name}"')
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("load_demo", stdout=StringIO())


def _ids() -> tuple[str, str]:
    """Somerset's appraisal, and one of 20 options by 40 sub-criteria in the same council."""
    from django.utils import timezone

    from appraisal.core.snapshot import from_dict
    from appraisal.selectors.appraisals import by_slug
    from appraisal.services import appraisal_file

    data = appraisal_data(*SIZES["M"], Random(1), slug="sized")
    stored = appraisal_file.store(actor=None, at=timezone.now(), snapshot=from_dict(data))
    return str(by_slug("somerset-2017").id), str(stored.appraisal_id)


def _signed_in() -> str:
    """The cookies of a signed-in commissioning officer."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(email=EMAIL))
    client.get("/appraisals/")
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


@contextmanager
def _serving(**more: str) -> Iterator[None]:
    """The site under gunicorn, as ``make run`` serves it."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "config.wsgi",
        "--bind",
        f"127.0.0.1:{PORT}",
        "--workers",
        "4",
    ]
    server = subprocess.Popen(
        [*command, "--no-control-socket", "--log-level", "error"], cwd=ROOT, env={**os.environ, **more}
    )
    try:
        for _ in range(100):
            time.sleep(0.2)
            try:
                http.client.HTTPConnection("127.0.0.1", PORT, timeout=5).connect()
                break
            except OSError:
                continue
        yield
    finally:
        server.terminate()
        server.wait(20)


@dataclass
class Browser:
    """A client with its cookies; ``token`` is its CSRF token."""

    cookie: str
    failures: list[str] = field(default_factory=list)

    @property
    def token(self) -> str:
        """The token of the cookie."""
        return re.search(r"csrftoken=([^;]+)", self.cookie)[1]  # type: ignore[index]

    def get(self, path: str) -> bytes:
        """The page; a RuntimeError for any answer but 200."""
        return self._ask("GET", path, None, {})

    def post(self, path: str, data: dict[str, str]) -> bytes:
        """The answer to a form sent by htmx."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-CSRFToken": self.token,
            "HX-Request": "true",
        }
        return self._ask("POST", path, urlencode(data), headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        connection.request(method, path, body, {"Cookie": self.cookie, **headers})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return content


def rate(work: Callable[[int], object], clients: int, length: float) -> tuple[float, list[str]]:
    """(calls a second, failures) of ``clients`` at once for ``length`` seconds; ``work`` is given the client's number."""
    done, failures, stop = [0] * clients, [], time.perf_counter() + length

    def run(client: int) -> None:
        while time.perf_counter() < stop:
            try:
                work(client)
                done[client] += 1
            except (RuntimeError, OSError, http.client.HTTPException) as error:
                failures.append(str(error))

    threads = [threading.Thread(target=run, args=(client,)) for client in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / (time.perf_counter() - start), failures


def compare(
    ours: Callable[[int], object], theirs: Callable[[int], object], clients: int
) -> tuple[float, float, int]:
    """(median of our rate by theirs, our rate, our failures): seven rounds by turns, the first thrown away."""
    shares, rates, failed = [], [], 0
    for turn in range(7):
        mine, failures = rate(ours, clients, 1.5)
        other, _ = rate(theirs, clients, 1.5)
        failed += len(failures)
        if failures:
            print(failures[0], file=sys.stderr)
        if turn:
            shares.append(mine / other)
            rates.append(mine)
    return statistics.median(shares), statistics.median(rates), failed


def _pages(where: str, cookie: str, appraisals: dict[str, str], kept: str, goal: str) -> None:
    browser = Browser(cookie)
    for size, least in (("S", 0.25), ("M", 0.08)):
        path = f"/appraisals/{appraisals[size]}/results/"
        share, one, _ = compare(
            lambda _, path=path: browser.get(path), lambda _: browser.get("/benchmarks/hello/"), 2
        )
        options, lines = SIZES[size]
        say(
            Figure(
                f"Results page, live, {options} x {lines}, by the rate of a signed-in page that says hello, {kept}, {where}",
                share,
                goal.format(least),
                f"{one:.0f} pages a second with 2 clients; median of 6 by turns",
            )
        )


def _cells(appraisal: str) -> list[tuple[str, str, int, int]]:
    from appraisal.models import Cell

    rows = Cell.objects.filter(appraisal=appraisal, state="scored").order_by("pk")
    return list(rows.values_list("option__slug", "sub_criterion__slug", "pk", "version"))


def _saves(where: str, cookie: str, appraisal: str) -> None:
    """A cell of its own for every client, so that nothing is refused; texts that differ, so that all are stored."""
    browser, cells = Browser(cookie), _cells(appraisal)
    versions = [version for _, _, _, version in cells]
    counters = [0] * len(cells)

    def save(client: int) -> None:
        option, line, _, _ = cells[client]
        counters[client] += 1
        data = {
            "mark": "4",
            "rationale": f"Reason {counters[client]}",
            "version": str(versions[client]),
            "by": "line",
        }
        answer = browser.post(f"/appraisals/{appraisal}/scoring/cells/{option}/{line}/", data)
        versions[client] = int(VERSION.search(answer)[1])  # type: ignore[index]

    def bare(client: int) -> None:
        counters[client] += 1
        browser.post(f"/benchmarks/save/{cells[client][2]}/", {"rationale": f"Reason {counters[client]}"})

    for clients in (1, 50):
        share, one, failed = compare(save, bare, clients)
        least = 0.3 if clients > 1 or where == "SQLite" else 0.25
        with_clients = f"{clients} client{'s' if clients > 1 else ''}, {where}"
        say(
            Figure(
                f"One cell saved, by the rate of a bare one-row save, {with_clients}",
                share,
                f"at least {least}",
                f"{one:.0f} saves a second over HTTP with check, audit event and fresh totals; median of 6 by turns",
            )
        )
        say(
            Figure(
                f"Saves that failed, {with_clients}", failed, "exactly 0", "every answer that was not a 200"
            )
        )


if __name__ == "__main__":
    main()

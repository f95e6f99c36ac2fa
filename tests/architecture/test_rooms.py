"""What no linter holds: which room may speak to the browser, open a transaction or look at the clock.

config answers before any view does, so it may speak to the browser too.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "organisations", "appraisal", "reports")
FILES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)

BROWSER = ("django.http", "django.shortcuts")
TRANSACTION = ("django.db.transaction",)
CLOCK = (
    "django.utils.timezone.now",
    "django.utils.timezone.localdate",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "time.time",
)


def names_used(path):
    """Every dotted name that a file imports or reaches through an import, as (line, full name)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = [found for node in ast.walk(tree) for found in imports_of(node)]
    known = {local: whole for _, local, whole in imported}
    reached = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            first, *rest = ast.unparse(node).split(".")
            if first in known:
                reached.append((node.lineno, ".".join([known[first], *rest])))
    return [(line, whole) for line, _, whole in imported] + reached


def imports_of(node):
    """What an import statement brings: (line, name in this file, full name) each; nothing for other nodes."""
    if isinstance(node, ast.Import):
        # `import a.b` brings the name `a`; what is then reached through it is found as an attribute.
        return [(node.lineno, alias.asname or alias.name, alias.name) for alias in node.names] + [
            (node.lineno, alias.name.split(".")[0], alias.name.split(".")[0])
            for alias in node.names
            if not alias.asname
        ]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [
            (node.lineno, alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names
        ]
    return []


def uses(path, forbidden):
    """The lines of a file that use a forbidden name or something inside it."""
    return [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for line, name in names_used(path)
        if any(name == one or name.startswith(f"{one}.") for one in forbidden)
    ]


def in_room(path, *rooms):
    """Whether a file is in one of the rooms: a module or package of that name, or a path given whole."""
    inside = path.relative_to(ROOT)
    parts = [*inside.parts[:-1], inside.stem]
    return any(room in parts or inside.as_posix().startswith(room) for room in rooms)


def outside(forbidden, *rooms):
    return [found for path in FILES if not in_room(path, *rooms) for found in uses(path, forbidden)]


def test_only_views_speak_to_the_browser():
    assert outside(BROWSER, "views", "config") == []


def test_only_services_and_the_audit_open_a_transaction():
    assert outside(TRANSACTION, "services", "audit") == []


def test_only_views_and_commands_look_at_the_clock():
    # The adapter is what allauth's own views write by.
    assert outside(CLOCK, "views", "management", "organisations/adapter.py") == []


@pytest.mark.parametrize(
    ("source", "forbidden"),
    [
        ("from django.shortcuts import render", BROWSER),
        ("import django.http", BROWSER),
        ("from django.db import transaction", TRANSACTION),
        ("from django.db import transaction as t\nt.atomic()", TRANSACTION),
        ("from django.utils import timezone\ntimezone.now()", CLOCK),
        ("from django.utils.timezone import now", CLOCK),
        ("import datetime\ndatetime.datetime.now()", CLOCK),
        ("from datetime import date\ndate.today()", CLOCK),
    ],
)
def test_every_way_of_saying_it_is_found(tmp_path, monkeypatch, source, forbidden):
    monkeypatch.setattr("tests.architecture.test_rooms.ROOT", tmp_path)
    path = tmp_path / "stray.py"
    path.write_text(source)
    assert uses(path, forbidden)

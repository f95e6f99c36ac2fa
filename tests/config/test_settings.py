"""The settings as a site would start with them: each in a process and an environment of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "not-a-real-key-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2
SITE = {"WEIGHBRIDGE_MODE": "production", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "weighbridge.example"}


def manage(*arguments, **variables):
    """Runs manage.py with these variables and no others of ours; an empty one stands for a missing one."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings", **variables}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_real_site_passes_every_check_for_deployment_without_silencing_one():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **SITE)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_a_missing_variable_says_what_to_do(name):
    done = manage("check", **{**SITE, name: ""})
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert f"{name} is not set. On a development machine run `make setup`" in last
    assert f"on a real site set {name} to" in last


def test_a_mode_that_does_not_exist_is_refused():
    done = manage("check", **{**SITE, "WEIGHBRIDGE_MODE": "staging"})
    assert "Set it to production or development." in done.stderr


def test_debugging_is_refused_on_a_real_site():
    done = manage("check", **{**SITE, "DEBUG": "true"})
    assert "Use it only with WEIGHBRIDGE_MODE=development." in done.stderr


@pytest.mark.parametrize("address", ["", "weighbridge", "mysql://a:secret@127.0.0.1/c"])
def test_a_database_of_another_kind_is_refused_without_repeating_its_password(address):
    done = manage("check", **{**SITE, "DATABASE_URL": address})
    last = done.stderr.strip().splitlines()[-1]
    assert "Set it to postgres://user:password@host:5432/name" in last
    assert "secret" not in done.stderr


def settings_of(**variables):
    """Some settings as the variables make them, printed by a process of its own."""
    code = (
        "from django.conf import settings as s; d = s.DATABASES['default']; "
        "print(d['ENGINE'], d['OPTIONS'], d.get('CONN_HEALTH_CHECKS'), s.PASSWORD_HASHERS[0], s.TIME_ZONE)"
    )
    done = manage("shell", "--no-imports", "-c", code, **{**SITE, **variables})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sqlite_waits_its_turn_and_keeps_what_it_acknowledged():
    said = settings_of(DATABASE_URL="sqlite:///:memory:")
    assert "django.db.backends.sqlite3" in said
    assert "'transaction_mode': 'IMMEDIATE'" in said
    assert "'timeout': 20" in said
    assert "journal_mode=WAL; PRAGMA synchronous=FULL" in said


def test_postgresql_gives_up_in_time():
    said = settings_of(DATABASE_URL="postgres://a:b@127.0.0.1:5432/c")
    assert "django.db.backends.postgresql" in said
    assert "statement_timeout=30000 -c lock_timeout=10000" in said
    assert " True " in said


def test_passwords_are_kept_by_argon2_and_times_are_those_of_london():
    said = settings_of()
    assert "Argon2PasswordHasher" in said
    assert "Europe/London" in said

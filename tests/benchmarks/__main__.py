"""``make bench``: every benchmark in a process of its own, and docs/figures.md written from what they say."""

import json
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.benchmarks.measuring import Figure

ROOT = Path(__file__).resolve().parents[2]
HEAD = """# Measured figures

Ratios inside one run on one machine; nothing here is asserted by a test. `make bench` measures again and
writes this file. Measured on {day} at commit {commit} on {cores} cores, Python {python}, {system}.

| what | measured | goal | reached | how |
|---|---|---|---|---|
"""


def main() -> None:
    """Runs everything, then writes the file."""
    figures = list(_figures())
    rows = [
        f"| {figure.what} | {figure.measured:.2f} | {figure.goal} | {_reached(figure)} | {figure.method} |"
        for figure in figures
    ]
    head = HEAD.format(
        day=f"{date.today():%d %B %Y}".lstrip("0"),
        commit=_git("rev-parse", "--short", "HEAD"),
        cores=os.cpu_count(),
        python=platform.python_version(),
        system=platform.system(),
    )
    (ROOT / "docs" / "figures.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def _reached(figure):
    if figure.goal == "none":
        return "told beside"
    return "yes" if figure.reached else "**no**"


def _figures():
    settings = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings"}
    sqlite = {"DATABASE_URL": "sqlite:///.local/benchmarks.sqlite3"}
    postgres = subprocess.run(
        ["config/postgres.sh"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    for module, more in (
        ("core", {}),
        ("robustness", {"OPENBLAS_NUM_THREADS": "1"}),
        ("files", sqlite),
        ("importing", sqlite),
        ("server", sqlite),
        ("server", {"DATABASE_URL": f"{postgres}_benchmarks"}),
    ):
        ran = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{module}"],
            cwd=ROOT,
            env={**os.environ, **settings, **more},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        for line in ran.stdout.splitlines():
            if line.startswith("{"):
                figure = Figure(**json.loads(line))
                print(f"{figure.measured:8.2f}  {figure.goal:14}  {figure.what}", flush=True)
                yield figure


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


if __name__ == "__main__":
    main()

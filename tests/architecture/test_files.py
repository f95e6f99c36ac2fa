"""What may stand in the files that are committed, and how long they may be."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = {".py": 300, ".html": 300, ".js": 300, ".sh": 300, ".scss": 300, ".css": 300}
LONGEST_FUNCTION = 45

# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [f"{name}.{end}" for name, end in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com"),
    ("debian", "org"), ("unpkg", "com"), ("jsdelivr", "net"), ("cloudflare", "com"), ("googleapis", "com"),
)]  # fmt: skip
MACHINE_PATHS = [f"/{name}/" for name in ("work", "root", "home")] + [f"/{'tmp'}/wb"]


def tracked_files():
    """Every file that is committed or would be: tracked ones, and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def texts():
    for path in tracked_files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture


def test_the_list_of_files_is_not_empty():
    assert len(tracked_files()) > 20


@pytest.mark.parametrize("needle", REGISTRIES + MACHINE_PATHS)
def test_no_file_names_a_registry_or_a_path_of_one_machine(needle):
    pattern = re.compile(rf"(?<![\w.-]){re.escape(needle)}" if needle.startswith("/") else re.escape(needle))
    assert [name for name, text in texts() if pattern.search(text)] == []


def test_locks_hold_hashes_and_no_address():
    locks = {name: text for name, text in texts() if name.endswith((".lock", "package-lock.json", ".npmrc"))}
    assert "config/requirements/base.lock" in locks
    assert "config/frontend/package-lock.json" in locks
    assert [name for name, text in locks.items() if "://" in text] == []
    assert all("--hash=sha256:" in text for name, text in locks.items() if name.endswith(".lock"))


def test_error_stands_once_before_the_title_of_a_page_with_a_wrong_form():
    """The base page writes it."""
    writing = [
        name for name, text in texts() if "{% if form.errors %}Error: " in text and name.endswith(".html")
    ]
    assert writing == ["templates/base.html"]


def test_files_stay_short():
    long = {name: text.count("\n") for name, text in texts() if "/migrations/" not in name}
    assert {name: n for name, n in long.items() if n > LONGEST_FILE.get(Path(name).suffix, n)} == {}


def test_functions_stay_short():
    long = []
    for name, text in texts():
        if not name.endswith(".py") or name.startswith("tests/") or "/migrations/" in name:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{name}:{node.lineno} {node.name}")
    assert long == []


def test_every_path_that_the_readme_names_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {
        name for pair in re.findall(r"`([\w./-]+/[\w./-]*)`|\]\(([\w./-]+)\)", text) for name in pair if name
    }
    assert len(named) > 20
    # Within a row of the table what follows the first path may leave `appraisal/` out.
    assert [
        name for name in named if not any((ROOT / room / name).exists() for room in ("", "appraisal"))
    ] == []

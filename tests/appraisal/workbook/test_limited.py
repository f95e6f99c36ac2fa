"""The limited process: what it leaves behind however it ends, and what it may not use up."""

import json
import os
import subprocess
import sys
import time
import zipfile
from io import BytesIO

import pytest

from appraisal.workbook import child, running
from appraisal.workbook.limits import MEMORY, MOST_BYTES
from appraisal.workbook.reading import Sort
from tests.appraisal.workbook.corpus.tables import table
from tests.appraisal.workbook.packing import packed, unpacked

SHEET = "xl/worksheets/sheet1.xml"
PATIENCE = 90


def outcome(folder, content, sort=Sort.WORKBOOK):
    """How reading ends, and how many seconds it took."""
    begun = time.monotonic()
    running.start(folder / "one", content, sort)
    while not (found := running.outcome(folder / "one", time.monotonic() - begun)).ended:
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.02)
    return found, time.monotonic() - begun


def with_rows(rows):
    """The table with these bytes of rows before the end of its sheet."""
    parts = unpacked(table())
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
    return packed(parts)


def test_a_table_is_read_as_it_is_without_the_process(tmp_path):
    from appraisal.workbook.reading import read

    found, _ = outcome(tmp_path, table())
    assert running.reading_from(found.reading) == read(table(), Sort.WORKBOOK)


def test_whoever_starts_it_need_not_wait_and_hears_how_far_it_is(tmp_path):
    begun = time.monotonic()
    running.start(tmp_path / "one", table(), Sort.WORKBOOK)
    assert not running.outcome(tmp_path / "one", 0).ended or time.monotonic() - begun > 0.3
    said = {running.outcome(tmp_path / "one", 0).progress}
    while not running.outcome(tmp_path / "one", 0).ended:
        said.add(running.outcome(tmp_path / "one", 0).progress)
        time.sleep(0.01)
    assert "Looking for the table" in said


def test_ten_million_empty_rows_are_refused_without_being_unpacked(tmp_path):
    content = with_rows(b"<row/>" * 10_000_000)
    assert len(content) < 100_000
    found, _ = outcome(tmp_path, content)
    assert "which is more than a table needs, so it was not unpacked" in found.refused
    assert "Delete empty rows" in found.refused


def test_half_a_million_numbered_empty_rows_below_a_table_fall_away(tmp_path):
    rows = b"".join(b'<row r="%d" spans="1:4" s="1" ht="15"/>' % at for at in range(6, 500_000))
    found, _ = outcome(tmp_path, with_rows(rows))
    assert len(found.reading["tables"][0]["body"]) == 12


def test_a_bomb_of_a_gigabyte_is_refused_at_once(tmp_path):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in unpacked(table()).items():
            if name != SHEET:
                archive.writestr(name, content)
        with archive.open(SHEET, "w", force_zip64=True) as part:
            for _ in range(1024):
                part.write(bytes(1024 * 1024))
    found, _ = outcome(tmp_path, out.getvalue())
    assert "unpacks from" in found.refused


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path):
    found, _ = outcome(tmp_path, bytes(MOST_BYTES + 1))
    assert "The file has 10.0 MB; the most is 10 MB." in found.refused


def test_two_cells_far_apart_cost_no_memory(tmp_path):
    far = b'<row r="50000"><c r="ALL50000" t="n"><v>1</v></c></row>'
    found, seconds = outcome(tmp_path, with_rows(far))
    assert len(found.reading["tables"][0]["body"]) == 12
    assert seconds < PATIENCE


def in_the_process(code, folder):
    """Runs code in a process of its own and gives what the watcher left."""
    folder.mkdir()
    head = f"from pathlib import Path\nfrom appraisal.workbook import child\nfolder = Path({str(folder)!r})"
    script = f"{head}\n{code}"
    command = [sys.executable, "-c", script]
    subprocess.run(command, cwd=running.ROOT, check=True, timeout=60, capture_output=True)
    return json.loads((folder / child.OUTCOME).read_text())


NOT_READ = "child._read = reader\nchild._watch(folder)"


def test_a_reader_that_needs_too_much_memory_is_stopped_and_said(tmp_path):
    code = f"def reader(folder):\n    child._limit()\n    bytearray({MEMORY * 2})\n{NOT_READ}"
    left = in_the_process(code, tmp_path / "one")
    assert left == {"refused": child._FAILED}


def test_a_reader_that_is_killed_is_said(tmp_path):
    code = f"import os\ndef reader(folder):\n    os.kill(os.getpid(), 9)\n{NOT_READ}"
    assert "it needed more memory than any table does" in in_the_process(code, tmp_path / "one")["refused"]


def test_a_reader_that_takes_too_long_is_stopped_by_the_clock(tmp_path):
    code = f"import time\nchild.SECONDS = 1\ndef reader(folder):\n    time.sleep(600)\n{NOT_READ}"
    assert "it needed more time than any table does" in in_the_process(code, tmp_path / "one")["refused"]


def test_the_process_finds_no_secret_and_no_database(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do not tell")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///nowhere")
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(running._ENVIRONMENT)
    found, _ = outcome(tmp_path, table())
    assert found.reading
    used = subprocess.run(
        [sys.executable, "-c", "import sys, appraisal.workbook.reading; print('django' in sys.modules)"],
        cwd=running.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert used.stdout.strip() == "False"


def test_what_was_sent_is_only_for_the_one_who_runs_the_site(tmp_path):
    running.start(tmp_path / "one", table(), Sort.WORKBOOK)
    assert os.stat(tmp_path / "one").st_mode & 0o077 == 0


def test_a_reading_that_was_broken_off_is_not_waited_for_for_ever(tmp_path):
    (tmp_path / "one").mkdir()
    assert not running.outcome(tmp_path / "one", running.LONGEST - 1).ended
    assert "broken off" in running.outcome(tmp_path / "one", running.LONGEST + 1).refused


def test_a_site_that_lost_the_folder_says_so(tmp_path):
    assert "broken off" in running.outcome(tmp_path / "gone", running.LONGEST + 1).refused


@pytest.mark.parametrize("text", ["", "   ", "one\ttwo", "Criteria\tOption 1\nReach\t4"])
def test_pasted_text_without_a_table_is_refused(tmp_path, text):
    found, _ = outcome(tmp_path, text.encode(), Sort.PASTED)
    assert "There is nothing in it" in found.refused or "No table of options" in found.refused

"""The export command: one file, whole or not at all."""

import errno
import json
import os

import pytest
from django.core.management import CommandError, call_command

from appraisal.core.snapshot import canonical_json
from organisations.selectors import history
from tests.factories import complete_appraisal, fixture, somerset

pytestmark = pytest.mark.django_db


def export(output, file_format="json", slug="somerset-2017"):
    call_command("export", slug, "--format", file_format, "--output", str(output))


def test_the_appraisal_file_comes_out_as_it_went_in(tmp_path, capsys):
    somerset()
    export(tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == canonical_json(fixture("somerset-2017"))
    assert "check code" in capsys.readouterr().out
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["slug"] == "somerset-2017"


@pytest.mark.parametrize(("file_format", "head"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_reports_come_out_whole_and_leave_nothing_beside(tmp_path, file_format, head):
    appraisal_id = complete_appraisal()
    export(tmp_path / "out", file_format, "small")
    assert (tmp_path / "out").read_bytes().startswith(head)
    assert os.listdir(tmp_path) == ["out"]
    assert [event.subject for event in history(appraisal_id) if event.action == "report taken"] == [
        file_format
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    somerset()
    with pytest.raises(CommandError, match=r"There is no folder .*nowhere: make it first"):
        export(tmp_path / "nowhere" / "out.json")


def test_a_folder_is_no_file(tmp_path):
    somerset()
    with pytest.raises(CommandError, match="is a folder: name a file inside it"):
        export(tmp_path)


def test_a_device_is_left_as_it_is(tmp_path):
    somerset()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CommandError, match="is not an ordinary file: name another"):
        export(pipe)
    assert pipe.is_fifo()


def test_a_name_that_is_too_long_is_said(tmp_path):
    somerset()
    with pytest.raises(CommandError, match=r"cannot be written \(File name too long\)"):
        export(tmp_path / ("x" * 300))


def test_others_may_read_the_file_only_where_this_account_lets_them(tmp_path):
    somerset()
    before = os.umask(0o077)
    try:
        export(tmp_path / "out.json")
    finally:
        os.umask(before)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o600


def test_an_appraisal_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="There is no appraisal 'nothing'"):
        export(tmp_path / "out.json", slug="nothing")


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    """The kernel's own answer to a full disk, at the moment of the last write."""
    appraisal_id = somerset()
    (tmp_path / "out.json").write_text("the old one", encoding="utf-8")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommandError, match=r"No space left on device.* Nothing is left half done"):
        export(tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "the old one"
    assert os.listdir(tmp_path) == ["out.json"]
    assert [event for event in history(appraisal_id) if event.action == "report taken"] == []

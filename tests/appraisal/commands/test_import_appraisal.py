"""`import_appraisal FILE [--replace]`."""

import json

import pytest
from django.core.management import CommandError, call_command

from appraisal.core.snapshot import canonical_json, from_dict
from appraisal.models import Appraisal
from appraisal.selectors import appraisals, snapshots
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(tmp_path):
    """A function that writes a file and gives its path; text or bytes as they are, anything else as JSON."""

    def to_file(content):
        path = tmp_path / "appraisal.json"
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return to_file


def refusal(path, *options):
    with pytest.raises(CommandError) as refused:
        call_command("import_appraisal", path, *options)
    assert refused.value.returncode == 1
    return str(refused.value)


def stored(slug):
    return snapshots.snapshot(appraisals.by_slug(slug).id)


def test_a_file_is_stored_and_its_slug_printed(write, capsys):
    call_command("import_appraisal", write(factories.file()))
    assert capsys.readouterr().out == "small\n"
    assert stored("small") == from_dict(factories.file())


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
def test_a_real_file_comes_back_as_it_went_in(name, capsys):
    path = factories.FIXTURES / f"{name}.json"
    call_command("import_appraisal", path)
    assert canonical_json(stored(name)) == path.read_text(encoding="utf-8")


def test_a_slug_that_is_there_is_refused_and_replaced_when_told(write, capsys):
    path = write(factories.file())
    call_command("import_appraisal", path)
    before = appraisals.by_slug("small").id
    assert refusal(path).startswith("There is already an appraisal “small”, so nothing was stored.")
    call_command("import_appraisal", write(factories.file(title="Another")), "--replace")
    assert stored("small").title == "Another"
    assert appraisals.by_slug("small").id == before


def test_every_problem_is_named_with_its_path_and_nothing_is_stored(write):
    file = factories.file(
        colour="blue",
        options=[{"id": "stay", "name": "Stay"}, {"id": "stay", "name": "Stay"}],
        cells=[
            {"option": "stay", "sub_criterion": "reach", "state": "scored", "score": "6"},
            {"option": "stay", "sub_criterion": "cost", "state": "scored", "score": "2.5"},
            {"option": "nowhere", "sub_criterion": "cost", "state": "scored", "score": "2"},
        ],
    )
    path = write(file)
    said, *problems = refusal(path).splitlines()
    assert said == f"Nothing was stored. 5 problems in {path}:"
    assert {problem.split(": ")[0] for problem in problems} == {
        "colour",
        "options[1].id",
        "cells[0].score",
        "cells[1].score",
        "cells[2].option",
    }
    assert not Appraisal.objects.exists()


def test_one_problem_is_one_problem(write):
    path = write(factories.file(title=""))
    assert refusal(path).startswith(f"Nothing was stored. 1 problem in {path}:\ntitle: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ('{"title": "x", "title": "y"}', "more than once"),
        (b"\xff\xfe", "UTF-8"),
        ("[]", "object"),
        ('{"scale": {"lo": NaN}}', "NaN"),
        ('{"scale": {"lo": Infinity}}', "Infinity"),
        ("[" * 100_000, "too deep"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(write, content, said):
    assert said in refusal(write(content))


def test_a_file_that_is_too_large_is_refused_in_words(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as large:
        large.truncate(50_000_001)
    assert "50,000,000" in refusal(path)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    assert refusal(tmp_path / "none.json") == (
        f"Nothing was stored. {tmp_path / 'none.json'} cannot be read: No such file or directory."
    )
    assert refusal(tmp_path) == f"Nothing was stored. {tmp_path} cannot be read: Is a directory."

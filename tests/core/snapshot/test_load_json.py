"""From the bytes of a file: what is no JSON, or what no appraisal may hold, is refused with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.snapshot import Snapshot, from_dict, load_json
from appraisal.core.snapshot.reading import files, values
from organisations.errors import Invalid
from tests.core.bad_files import small


def problems_of(text):
    with pytest.raises(Invalid) as refused:
        load_json(text)
    return [(problem.path, problem.message) for problem in refused.value.problems]


def test_text_and_bytes_are_read_with_or_without_the_mark_that_editors_put_first():
    text = json.dumps(small(), ensure_ascii=False)
    for form in (text, text.encode(), "\ufeff" + text, ("\ufeff" + text).encode()):
        assert load_json(form) == from_dict(small())


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "line 1, column 1", "The file is not JSON here (Expecting value). Mend it here."),
        ('{\n  "slug": "a",\n}', "line 3, column 1", "The file is not JSON here"),
        ("{'slug': 'a'}", "line 1, column 2", "The file is not JSON here"),
        ('{"slug": "a"} more', "line 1, column 15", "The file is not JSON here (Extra data). Mend it here."),
        ('{"title": "a\tb"}', "line 1, column 13", "The file is not JSON here"),
        ("[" * 100_000, "", "The file has lists or objects too deep within each other."),
        (f'{{"schema": {"9" * 5000}}}', "", "The file has a number of thousands of digits. Take it out."),
        (b'{"title": "\xff"}', "byte 12", "The file is not UTF-8 here. Save it as UTF-8."),
        ('{"title": "é"}'.encode("latin-1"), "byte 12", "The file is not UTF-8 here. Save it as UTF-8."),
        (json.dumps(small()).encode("utf-16"), "byte 1", "The file is not UTF-8 here. Save it as UTF-8."),
    ],
    ids=["empty", "comma", "quotes", "tail", "tab", "deep", "digits", "bytes", "latin", "utf-16"],
)
def test_what_is_no_json_is_refused_with_its_place(text, path, message):
    [(found, said)] = problems_of(text)
    assert found == path
    assert said.startswith(message)


def test_fields_that_stand_twice_are_named_with_their_path_beside_every_other_problem():
    text = json.dumps(small())
    text = text.replace('"slug": "small"', '"slug": "small", "slug": "other", "slug": "third"')
    text = text.replace('"score": "2"', '"score": "9", "score": "8"')
    twice = "This field stands here more than once. Keep one of them."
    assert problems_of(text) == [
        ("slug", twice),
        ("cells[0].score", twice),
        ("cells[0].score", "8 is off the scale, which runs from 1 to 5. Give a score on the scale."),
    ]


def test_a_field_that_stands_twice_with_one_value_is_refused_all_the_same():
    text = json.dumps(small()).replace('"title": "Small"', '"title": "Small", "title": "Small"')
    assert problems_of(text) == [("title", "This field stands here more than once. Keep one of them.")]


@pytest.mark.parametrize(
    ("written", "said"),
    [("NaN", "NaN"), ("Infinity", "Infinity"), ("-Infinity", "-Infinity"), ("1e999", "Infinity")],
)
def test_a_number_that_is_not_finite_is_refused_at_its_path(written, said):
    text = json.dumps(small()).replace('"score": "2"', f'"score": {written}')
    sentence = f'{said} is not a finite number. Give one in quotation marks, such as "3".'
    assert problems_of(text) == [("cells[0].score", sentence)]


def test_a_file_beyond_the_size_is_refused_unread(monkeypatch):
    text = json.dumps(small())
    monkeypatch.setattr(files, "SIZE_LIMIT", len(text) - 1)
    [(path, message)] = problems_of(text)
    assert (path, message) == (
        "",
        f"The file has over {len(text) - 1:,} characters. Is it an appraisal file?",
    )
    monkeypatch.setattr(files, "SIZE_LIMIT", len(text))
    assert isinstance(load_json(text), Snapshot)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_any_bytes_are_refused_in_words(content):
    for _path, message in problems_of(content):
        assert message.isprintable()


@pytest.mark.parametrize(
    "data",
    [{"cells": [{}] * 20_000}, {f"field-{number}": 1 for number in range(20_000)}],
    ids=["cells", "fields"],
)
def test_reading_ends_where_there_are_more_problems_than_anybody_reads(data, monkeypatch):
    monkeypatch.setattr(values, "MOST_PROBLEMS", 500)
    first, *others = problems_of(json.dumps(data))
    assert first == ("", "Reading ended at 500 problems. Mend these, then try again.")
    assert len(others) == 500

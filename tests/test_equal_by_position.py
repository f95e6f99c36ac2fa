"""The helper itself: other ids are the same file, another order or word is not."""

import json

import pytest

from appraisal.core.snapshot import from_dict, to_dict
from tests import factories
from tests.equal_by_position import by_position, equal_by_position

NAMES = ("cornwall-2018", "somerset-2017")


def canonical(data):
    return to_dict(from_dict(data))


def every_field():
    path = factories.FIXTURES.parent / "snapshots" / "every-field.json"
    return canonical(json.loads(path.read_text(encoding="utf-8")))


def reading(name):
    return every_field() if name == "every-field" else canonical(factories.fixture_data(name))


@pytest.mark.parametrize("name", [*NAMES, "every-field"])
def test_a_file_is_equal_to_itself_under_other_ids(name):
    file = reading(name)
    assert equal_by_position(file, file)
    assert by_position(file) != file
    assert equal_by_position(by_position(file), file)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", ["groups", "options", "organisations", "sections", "notes"])
def test_another_order_is_another_file(name, part):
    file = reading(name)
    other = {**file, part: file[part][::-1]}
    assert not equal_by_position(file, other)


def test_a_note_about_another_option_is_another_file():
    file = reading("cornwall-2018")
    notes = [{**note, "about": note["about"].replace("option-5", "option-6")} for note in file["notes"]]
    assert not equal_by_position(file, {**file, "notes": notes})


def test_a_cell_of_another_line_is_another_file():
    file = reading("somerset-2017")
    cells = [dict(cell) for cell in file["cells"]]
    cells[0]["sub_criterion"], cells[1]["sub_criterion"] = (
        cells[1]["sub_criterion"],
        cells[0]["sub_criterion"],
    )
    assert not equal_by_position(file, {**file, "cells": cells})

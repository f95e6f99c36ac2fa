"""Every broken file of the table is refused with all its problems, each at its path and in these words."""

import json

import pytest

from appraisal.core.snapshot import from_dict, load_json
from organisations.errors import Invalid
from tests.core.bad_files import BAD_FILES, small


def test_the_table_is_long_and_its_names_differ():
    assert len(BAD_FILES) >= 60
    assert len({broken.name for broken in BAD_FILES}) == len(BAD_FILES)


def test_the_file_that_is_broken_is_good_before():
    assert from_dict(small()).slug == "small"


@pytest.mark.parametrize("broken", BAD_FILES, ids=lambda broken: broken.name)
def test_a_broken_file_is_refused_with_every_problem_and_its_path(broken):
    with pytest.raises(Invalid) as refused:
        from_dict(broken.data())
    problems = refused.value.problems
    assert {problem.path: problem.message for problem in problems} == dict(broken.problems)
    assert len(problems) == len(broken.problems)


@pytest.mark.parametrize("broken", BAD_FILES, ids=lambda broken: broken.name)
def test_a_broken_file_on_disk_says_the_same_in_print(broken):
    try:
        text = json.dumps(broken.data())
    except ValueError:
        pytest.fail("the table holds something that no file can hold")
    with pytest.raises(Invalid) as refused:
        load_json(text)
    lines = [f"{path}: {message}" for path, message in broken.problems.items()]
    assert sorted(str(refused.value).split("\n")) == sorted(lines)
    assert str(refused.value).isprintable() or "\n" in str(refused.value)
    str(refused.value).encode("utf-8")


def test_problems_come_in_the_order_of_the_file():
    broken = next(each for each in BAD_FILES if each.name == "much at once, each named")
    with pytest.raises(Invalid) as refused:
        from_dict(broken.data())
    assert [problem.path for problem in refused.value.problems] == list(broken.problems)

"""The pictures of robustness: where bars and lines lie, and names that never lie on each other."""

import re
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.charts import Straight, Upright, switch_bar, totals_picture
from appraisal.charts.totals import APART, FOOT, HEAD

SVG = "{http://www.w3.org/2000/svg}"
QUARTER, NOW = Fraction(1, 4), Fraction(1, 13)


def lines(*ends):
    """One option for each (total at 0, total at 1), the first of them first now."""
    return [
        Straight(f"Option {n}", Fraction(a), Fraction(b), "first" if n == 1 else "other")
        for n, (a, b) in enumerate(ends, 1)
    ]


def drawn(options, marks=()):
    return ElementTree.fromstring(totals_picture(options, list(marks), title="A & B", told="<what> it says"))


def test_a_bar_is_striped_where_another_leads_and_marked_where_the_weight_is():
    bar = switch_bar(NOW, [(QUARTER, Fraction(1))])
    assert '<rect x="25%" y="5" width="75%"' in bar
    assert bar.count('x1="7.69%" x2="7.69%"') == 2
    assert bar == switch_bar(NOW, [(QUARTER, Fraction(1))])


def test_a_bar_says_nothing_to_a_screen_reader_since_its_row_does():
    assert 'aria-hidden="true"' in switch_bar(NOW, [])


def test_each_line_runs_from_its_total_at_nought_to_its_total_at_all_weight():
    found = drawn(lines((4, 2), (2, 4)))
    straight = [one.attrib for one in found.iter(f"{SVG}line") if one.get("stroke-width") in ("4", "1.5")]
    top, bottom = str(HEAD), str(HEAD + 230)
    assert {(one["y1"], one["y2"]) for one in straight} == {(top, bottom), (bottom, top)}
    assert all((one["x1"], one["x2"]) == ("0%", "100%") for one in straight)


def test_title_and_description_are_text_and_come_first():
    found = drawn(lines((1, 2)))
    assert [found[0].tag, found[0].text] == [f"{SVG}title", "A & B"]
    assert [found[1].tag, found[1].text] == [f"{SVG}desc", "<what> it says"]


def test_options_that_end_level_have_one_name():
    texts = [one.text for one in drawn(lines((5, 3), (4, 3), (3, 3), (1, 2))).iter(f"{SVG}text")]
    assert "Options 1, 2, 3" in texts
    assert "Option 4" in texts


def test_names_of_options_that_are_level_are_counted_where_they_do_not_fit():
    twelve = [(n, 20 - n) for n in range(9)]
    texts = [one.text for one in drawn(lines(*twelve, (30, 1), (30, 1), (30, 1))).iter(f"{SVG}text")]
    assert "3 options" in texts
    assert "Options 10, 11, 12" in texts


def test_of_very_many_options_those_that_never_lead_are_drawn_and_not_named():
    found = drawn(lines(*((n, 60 - n) for n in range(60))))
    texts = [one.text for one in found.iter(f"{SVG}text")]
    assert texts.count("Option 1") == 2
    assert "Option 2" not in texts
    assert sum(one.get("stroke-width") == "1.5" for one in found.iter(f"{SVG}line")) == 59


@pytest.mark.parametrize(("at", "anchor"), [(QUARTER, "start"), (Fraction(3, 4), "end")])
def test_the_words_of_a_mark_stand_on_the_side_with_more_room(at, anchor):
    found = drawn(lines((1, 2)), [Upright(at, "above 25%: <b>", "25%", "switch")])
    mark = next(one for one in found.iter(f"{SVG}text") if one.text == "above 25%: <b>")
    assert mark.get("text-anchor") == anchor


def test_where_every_total_is_one_figure_there_is_still_a_picture():
    assert "nan" not in totals_picture(lines((3, 3), (3, 3)), [], title="t", told="d")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=24))
def test_no_two_names_lie_on_each_other_and_all_within_the_picture(ends):
    svg = totals_picture(lines(*ends), [], title="t", told="d")
    height = float(re.search(r'height="([\d.]+)"', svg)[1])
    found = ElementTree.fromstring(svg)
    for anchor, x in (("end", "0%"), ("start", "100%")):
        names = [
            float(one.get("y"))
            for one in found.iter(f"{SVG}text")
            if one.get("text-anchor") == anchor and one.get("x") == x and "ption" in one.text
        ]
        assert names == sorted(names)
        assert all(after - before >= APART - 0.02 for before, after in pairwise(names))
        assert all(y - 5 + 0.02 >= HEAD and y <= height - FOOT + 5.02 for y in names)

"""The bars: lengths that tell the truth, letters that fit, and SVG that page and PDF can draw alike."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from appraisal.charts import fluid_bar, stacked_bars, stacked_bars_in_parts
from appraisal.charts.segments import COLOURS
from appraisal.charts.svg import width_of, wrapped
from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import load_json
from tests.core.small import appraisal, row, scale
from tests.core.strategies import snapshots

FIXTURES = Path(__file__).parents[2] / "fixtures" / "appraisals"
SOMERSET = load_json((FIXTURES / "somerset-2017.json").read_text(encoding="utf-8"))
NEGATIVE = appraisal(
    row(1, "Do nothing", "-1 -2 | 2 1"),
    row(2, "Merge", "2 1 | 1 2"),
    row(3, "Split", "-2 -2 | -2 -1"),
    on=scale(-2, 2, neutral=0),
)
OPEN = appraisal(
    row(6, "New vehicle", "5 5 4 | 4 ?"),
    row(4, "Council leads", "5 4 4 | 4 4"),
    row(1, "Do nothing", "? ? ? | ? ?"),
    row(2, "Sell", "3 3 3 | 3 na"),
)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(text):
    return ElementTree.fromstring(text)


def picture(snapshot, **options):
    return drawn(stacked_bars(snapshot, evaluate(snapshot), **options))


def texts(tree):
    return [element.text for element in tree.iter(f"{SVG}text")]


def boxes(tree):
    """The parts of bars as (top, left, right), legend left out; the white gap behind a part counts to it."""
    found = []
    for element in tree.iter(f"{SVG}rect"):
        if float(element.get("height")) > 20:
            spare = 1 if element.get("stroke") else 0
            left = float(element.get("x")) - spare
            found.append(
                (float(element.get("y")) - spare, left, left + float(element.get("width")) + 2 * spare + 2)
            )
    return found


def lengths(tree):
    """From top to bottom, how long each bar is."""
    tops = sorted({top for top, _, _ in boxes(tree)})
    return [sum(right - left for top, left, right in boxes(tree) if top == wanted) for wanted in tops]


def stripes(tree):
    return [
        (float(line.get("x1")), float(line.get("x2")))
        for line in tree.iter(f"{SVG}line")
        if line.get("stroke-dasharray") == "2 4"
    ]


@pytest.mark.parametrize("width", [320, 643, 1000])
def test_a_bar_is_as_long_as_its_total_from_nought(width):
    tree = picture(SOMERSET, width=width)
    totals = [57, 54, 50, 48, 37, 31]
    per_point = [length / total for length, total in zip(lengths(tree), totals, strict=True)]
    assert max(per_point) - min(per_point) < 0.01


def test_the_picture_says_places_names_group_totals_and_totals():
    told = texts(picture(SOMERSET))
    assert [text for text in told if text in ("1st", "2nd", "3rd", "4th", "5th", "6th")] == [
        "1st", "2nd", "3rd", "4th", "5th", "6th",
    ]  # fmt: skip
    assert {"Option 6", "New joint vehicle", "57", "Out 17", "Gov 13", "Off 13", "Fin 14", "Fin 8"} <= set(
        told
    )
    assert "Out – Achievement of Outcomes (of 20)" in told
    assert (
        "Bars start at 0; totals can run from 13 to 65. Dashed line: 39, “no impact” on every line." in told
    )


def test_title_and_description_say_what_the_picture_shows():
    tree = picture(SOMERSET)
    assert tree.get("role") == "img"
    assert tree.find(f"{SVG}title").text.startswith(
        "Total of each ranked option by criteria group: Option 6 57 (1st), Option 4 54 (2nd), Option 3 50"
    )
    assert (
        "Option 6: Achievement of Outcomes 17, Governance Considerations 13, Officer Considerations 13, "
        "Financial Considerations 14." in tree.find(f"{SVG}desc").text
    )


def test_the_dashed_line_lies_at_the_neutral_total():
    tree = picture(SOMERSET)
    left = min(left for _, left, _ in boxes(tree))
    per_point = lengths(tree)[0] / 57
    lines = [line for line in tree.iter(f"{SVG}line") if line.get("stroke-dasharray") == "5 4"]
    assert len(lines) == 6
    assert {round((float(line.get("x1")) - left) / per_point, 2) for line in lines} == {39}


def test_no_neutral_point_means_no_dashed_line():
    tree = picture(appraisal(row(1, "Stay", "3 4"), row(2, "Go", "4 4"), on=scale(0, 10, neutral=None)))
    assert [line for line in tree.iter(f"{SVG}line") if line.get("stroke-dasharray")] == []


def test_missing_scores_are_pale_and_striped_and_not_nought():
    tree = picture(OPEN)
    left = min(left for _, left, _ in boxes(tree))
    per_point = lengths(tree)[1] / 21  # Option 4 is complete
    spans = [tuple(round((end - left) / per_point, 1) for end in ends) for ends in stripes(tree)]
    assert spans == [(19, 23), (5, 25)]
    pale = [box for box in tree.iter(f"{SVG}rect") if box.get("stroke")]
    assert len(pale) == 3  # one group of Option 6, both of Option 1
    assert {"Gov 5–9", "19 to 23", "5 to 25", "1st to 3rd", "21"} <= set(texts(tree))
    assert "Sell" not in texts(tree)


def test_parts_below_nought_lie_to_the_left_of_the_line_at_nought():
    tree = picture(NEGATIVE)
    solid = [line for line in tree.iter(f"{SVG}line") if not line.get("stroke-dasharray")]
    (zero,) = {float(line.get("x1")) for line in solid if line.get("stroke-width") == "1"}
    sides = [(round(left - zero), round(right - zero)) for _, left, right in boxes(tree)]
    assert all(left >= 0 or right <= 0 for left, right in sides)
    marks = [float(line.get("x1")) for line in solid if line.get("stroke-width") == "3"]
    assert [mark > zero for mark in marks] == [True, False, False]  # totals 6, 0 and -7
    assert marks[1] == zero


def test_letters_stay_inside_their_part_and_clear_of_the_dashed_line():
    for width in (320, 643, 1000):
        tree = picture(SOMERSET, width=width)
        dashed = float(
            next(line for line in tree.iter(f"{SVG}line") if line.get("stroke-dasharray")).get("x1")
        )
        for text in tree.iter(f"{SVG}text"):
            if text.get("text-anchor") == "middle":
                half, middle = width_of(text.text, 14) / 2, float(text.get("x"))
                assert any(left <= middle - half and middle + half <= right for _, left, right in boxes(tree))
                assert not middle - half < dashed < middle + half


def test_order_and_choice_of_options_are_the_callers():
    evaluation = evaluate(SOMERSET)
    tree = drawn(stacked_bars(SOMERSET, evaluation, order=["option-1", "option-6"]))
    assert [text for text in texts(tree) if text.startswith("Option")] == ["Option 1", "Option 6"]
    assert {"6th", "1st"} <= set(texts(tree))


def test_options_that_are_not_ranked_are_not_drawn_even_when_asked_for():
    assert "Option 2" not in texts(picture(OPEN, order=["option-2", "option-4"]))


@pytest.mark.parametrize(
    "snapshot",
    [
        appraisal(),
        appraisal(row(1, "Stay", "? ?"), on=False),
        appraisal(row(1, "Stay", "3 3", stage="long-list")),
        appraisal(row(1, "Stay", "words words")),
    ],
)
def test_there_is_no_picture_where_there_is_no_total(snapshot):
    evaluation = evaluate(snapshot)
    assert stacked_bars(snapshot, evaluation) == ""
    assert stacked_bars_in_parts(snapshot, evaluation, tallest=500) == ()
    assert [fluid_bar(snapshot, evaluation, option.id) for option in snapshot.options] == [""] * len(
        snapshot.options
    )


def test_two_hundred_options_come_in_pictures_that_fit_a_page_and_lose_nobody():
    rows = [row(number, f"Way {number}", f"{1 + number % 5} {1 + number // 50}") for number in range(1, 201)]
    snapshot = appraisal(*rows)
    evaluation = evaluate(snapshot)
    pictures = [drawn(text) for text in stacked_bars_in_parts(snapshot, evaluation, width=643, tallest=880)]
    told = [text for tree in pictures for text in texts(tree) if text.startswith("Option ")]
    assert told == [f"Option {snapshot.option[result.id].number}" for result in evaluation.ranked]
    assert all(float(tree.get("height")) <= 880 for tree in pictures)
    assert len({round(lengths(tree)[0] / total(tree), 1) for tree in pictures}) == 1


def total(tree):
    return next(float(text.text) for text in tree.iter(f"{SVG}text") if text.get("text-anchor") == "end")


def test_long_names_are_wrapped_whole_and_endless_words_are_broken():
    name = "The council acts as lead commissioner for all health, social care and public health " * 3
    tree = picture(appraisal(row(1, name.strip(), "3 3"), row(2, "x" * 300, "4 4")), width=643)
    told = " ".join(text for text in texts(tree) if text)
    assert name.strip() in told
    assert told.count("x") >= 300
    assert all(width_of(text, 13, bold=False) <= 643 for text in texts(tree))


def test_wrapping_keeps_words_and_never_exceeds_the_room():
    lines = wrapped("Split adults and children between two bodies", 90, 13)
    assert " ".join(lines) == "Split adults and children between two bodies"
    assert all(width_of(line, 13, bold=False) <= 90 for line in lines)


def test_what_people_wrote_is_text_and_never_markup():
    hostile = appraisal(
        row(1, '<script>alert("1")</script> & co', "3 3"), row(2, "Go", "4 4"), labels=("a<b", "c")
    )
    text = stacked_bars(hostile, evaluate(hostile))
    assert "<script" not in text
    assert '<script>alert("1")</script> & co' in " ".join(texts(drawn(text)))


def test_groups_that_begin_alike_get_letters_that_tell_them_apart():
    tree = picture(
        appraisal(row(1, "Stay", "5 | 5 | 5 | 5 | 5 | 5 | 5"), row(2, "Go", "4 | 4 | 4 | 4 | 4 | 4 | 4"))
    )
    heads = [text.split(" – ")[0] for text in texts(tree) if " – " in text]
    assert len(set(heads)) == len(heads) == 7


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ground", "ink", "pale"), COLOURS)
def test_letters_can_be_read_on_every_group_colour(ground, ink, pale):
    assert contrast(ground, ink) >= 4.5
    assert contrast(pale, "#0b0c0c") >= 7


def test_a_fluid_bar_lies_in_percentages_of_the_same_axis():
    evaluation = evaluate(SOMERSET)
    for result in evaluation.ranked:
        tree = drawn(fluid_bar(SOMERSET, evaluation, result.id))
        widths = [box.get("width") for box in tree.iter(f"{SVG}rect")]
        assert all(width.endswith("%") for width in widths)
        assert sum(float(width[:-1]) for width in widths) == pytest.approx(
            float(100 * result.aggregate / 65), abs=0.05
        )
        assert tree.get("aria-hidden") == "true"


def test_a_fluid_bar_has_letters_for_wide_screens_and_figures_for_narrow_ones():
    tree = drawn(fluid_bar(SOMERSET, evaluate(SOMERSET), "option-6"))
    told = {(text.text, text.get("class")) for text in tree.iter(f"{SVG}text")}
    assert {("Out 17", "wb-bar__long"), ("17", "wb-bar__short"), ("Fin 14", "wb-bar__long")} <= told


@settings(max_examples=100)
@given(snapshots(options=(1, 5), scaled=True))
def test_any_appraisal_is_drawn_within_the_picture_by_attributes_alone(snapshot):
    evaluation = evaluate(snapshot)
    found = [stacked_bars(snapshot, evaluation, width=700)]
    found += [fluid_bar(snapshot, evaluation, option.id) for option in snapshot.options]
    assert found[0] == stacked_bars(snapshot, evaluate(snapshot), width=700)
    for tree in [drawn(text) for text in found if text]:
        for element in tree.iter():
            assert not {"style", "id", "href"} & set(element.attrib)
            assert not any(name.startswith("on") for name in element.attrib)
            assert element.tag.removeprefix(SVG) in ("svg", "title", "desc", "rect", "line", "text")
        for box in tree.iter(f"{SVG}rect"):
            left, width = (float(box.get(name).rstrip("%")) for name in ("x", "width"))
            assert left >= -0.01
            assert width >= 0
            assert left + width <= (100.01 if box.get("width").endswith("%") else 700)

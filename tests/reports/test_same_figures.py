"""Page, command, PDF and workbook print the same figures, those of Somerset's paper; each is read back."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command

from tests import factories
from tests.appraisal.pages.tables import page, ranked, row_of
from tests.reports.reading import folded, matrix_rows

# Appendix 2 of the paper: place, total and the totals of the four criteria groups, by the option's number.
PRINTED = {
    6: (1, 57, (17, 13, 13, 14)),
    4: (2, 54, (16, 13, 13, 12)),
    3: (3, 50, (16, 13, 11, 10)),
    2: (4, 48, (14, 11, 11, 12)),
    5: (5, 37, (10, 9, 9, 9)),
    1: (6, 31, (9, 7, 7, 8)),
}
MARGIN = "comes first with 57 points, 3 ahead of Option 4"
NAMES = {option.number: option.short_name for option in factories.fixture("somerset-2017").options}


@pytest.fixture
def results(db):
    """The results page, as a panel member gets it."""
    return page(factories.somerset(), factories.person(role="panel_member", body="Somerset County Council"))


def numbers(texts):
    return tuple(int(text) for text in texts)


def test_on_the_results_page_in_the_table_of_ranked_options(results):
    _, *rows = ranked(results)
    found = {
        int(option.split(",")[0].removeprefix("Option ")): (int(place[0]), int(total), numbers(groups))
        for place, option, total, *groups in rows
    }
    assert list(found.items()) == list(PRINTED.items())
    assert MARGIN in results.content.decode()


def test_on_the_results_page_in_the_decision_matrix(results):
    for number, (_, total, groups) in PRINTED.items():
        row = row_of(results, f"Option {number}")
        assert (row[1], row[6], row[11], row[16], row[20]) == tuple(map(str, (total, *groups)))


def test_in_what_the_command_evaluate_prints(db):
    factories.somerset()
    said = StringIO()
    call_command("evaluate", "somerset-2017", stdout=said)
    results = json.loads(said.getvalue())
    found = {
        int(one["id"].removeprefix("option-")): (
            one["rank"],
            int(one["aggregate"]),
            numbers(one["group_totals"].values()),
        )
        for one in results["options"]
    }
    assert list(found.items()) == list(PRINTED.items())
    assert results["margin"] == "3"


def test_in_the_text_of_the_pdf_in_the_table_of_ranked_options(somerset_pdf):
    summary = folded(" ".join(somerset_pdf.pages[:3])).partition("Ranked options")[2]
    rows = re.findall(r"(\d)(?:st|nd|rd|th) Option (\d) .*? (\d+) (\d+ · \d+ · \d+ · \d+) ", summary)
    found = {
        int(number): (int(place), int(total), numbers(groups.split(" · ")))
        for place, number, total, groups in rows
    }
    assert list(found.items()) == list(PRINTED.items())
    assert MARGIN in somerset_pdf.words


def test_in_the_text_of_the_pdf_in_the_table_beside_the_bars(somerset_pdf):
    for number, (_, total, groups) in PRINTED.items():
        figures = " ".join(map(str, (*groups, total)))
        assert f"Option {number} {NAMES[number]} {figures} " in somerset_pdf.words


def test_in_the_text_of_the_pdf_in_the_bars(somerset_pdf):
    for number, (place, total, groups) in PRINTED.items():
        ending = {1: "st", 2: "nd", 3: "rd"}.get(place, "th")
        marks = " ".join(
            f"{mark} {figure}" for mark, figure in zip(("Out", "Gov", "Off", "Fin"), groups, strict=True)
        )
        assert f"{place}{ending} Option {number} {NAMES[number]} {marks} {total} " in somerset_pdf.words


def test_in_the_workbook_as_libreoffice_works_it_out(somerset_recalculated):
    found = {
        int(option.removeprefix("Option ")): (
            row["Place"],
            row["Total"],
            tuple(row[f"Total {group}"] for group in range(1, 5)),
        )
        for option, row in matrix_rows(somerset_recalculated).items()
    }
    assert list(found.items()) == list(PRINTED.items())
    said = [str(row[0]) for row in somerset_recalculated["Summary"].iter_rows(values_only=True)]
    assert any(MARGIN in text for text in said)


def test_the_paper_prints_nothing_else():
    """The table above is the one the appraisal file was made with: 6 totals and 24 group totals."""
    printed = factories.fixture_data("somerset-2017")["printed"]
    assert {key: int(total) for key, total in printed["aggregates"].items()} == {
        f"option-{number}": total for number, (_, total, _) in PRINTED.items()
    }
    assert {key: numbers(totals.values()) for key, totals in printed["group_totals"].items()} == {
        f"option-{number}": groups for number, (_, _, groups) in PRINTED.items()
    }

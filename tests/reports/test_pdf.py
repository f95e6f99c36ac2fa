"""The PDF, read back: every figure, every word, every tag, and where things stand on the page."""

import re

import pikepdf
import pytest

from appraisal.core.sentences.marks import SIGNS
from appraisal.core.snapshot import check_code
from reports.content import report
from reports.content.parts import Heading, Words
from reports.render_pdf import render_pdf
from tests.core.small import appraisal, row, scale
from tests.factories import COMPLETE, cells, file, fixture, fixture_data
from tests.reports.conftest import SOURCE
from tests.reports.reading import Pdf, folded, squeezed

AGGREGATES = {6: 57, 4: 54, 3: 50, 2: 48, 5: 37, 1: 31}
GROUPS = {6: "17 · 13 · 13 · 14", 4: "16 · 13 · 13 · 12", 3: "16 · 13 · 11 · 10", 2: "14 · 11 · 11 · 12"}
GROUPS |= {5: "10 · 9 · 9 · 9", 1: "9 · 7 · 7 · 8"}


def test_the_summary_carries_every_total_every_group_total_and_the_margin(somerset_pdf):
    words = somerset_pdf.words
    for place, (option, total) in enumerate(AGGREGATES.items(), start=1):
        assert f"Option {option}" in words
        assert GROUPS[option] in words, f"place {place}: {total}"
    ranked = [folded(page) for page in somerset_pdf.pages if "Appraisal summary" in page]
    found = [
        total
        for total in AGGREGATES.values()
        if any(f" {total} {GROUPS[_of(total)]}" in page for page in ranked)
    ]
    assert found == list(AGGREGATES.values())
    assert "comes first with 57 points, 3 ahead of Option 4" in words


def _of(total):
    return next(option for option, figure in AGGREGATES.items() if figure == total)


def test_no_word_of_any_rationale_is_lost(somerset_pdf):
    text = somerset_pdf.squeezed()
    lost = [
        (cell["option"], cell["sub_criterion"])
        for cell in fixture_data("somerset-2017")["cells"]
        if squeezed(cell["rationale"]) not in text
    ]
    assert lost == []


def test_no_word_of_sections_reasons_and_notes_is_lost(somerset_pdf):
    text = somerset_pdf.squeezed()
    data = fixture_data("somerset-2017")
    wanted = [text for reasons in data["recommendation"]["reasons"] for text in reasons["paragraphs"]]
    wanted += [note["text"] for note in data["notes"]]
    wanted += [cell for section in data["sections"] for row in section.get("rows", []) for cell in row]
    wanted += [point for option in data["options"] for point in option["proposal"]]
    assert [words for words in wanted if squeezed(words) not in text] == []


def test_every_page_says_what_it_is(somerset_pdf):
    code = check_code(fixture("somerset-2017"))
    count = len(somerset_pdf.pages)
    for number, page in enumerate(somerset_pdf.pages, start=1):
        words = folded(page)
        assert "Proposal for the development of a joint commissioning function" in words
        assert f"DRAFT, changed 22 November 2026 at 10:40, revision 12 · check code {code}" in words
        assert f"Public · nothing withheld · Page {number} of {count}" in words


def test_an_agreed_and_complete_appraisal_is_no_draft():
    data = fixture_data("somerset-2017") | {"stage": "agreed"}
    made = report(_snapshot(data), SOURCE)
    assert made.facts.standing == "Agreed 22 November 2026, revision 12"
    del data["cells"][0]
    assert report(_snapshot(data), SOURCE).facts.standing.startswith("DRAFT")


def test_the_lowest_15_millimetres_and_the_edges_stay_free(somerset_pdf):
    for number, left, bottom, right, top, width, height in somerset_pdf.boxes():
        assert bottom >= 15, f"page {number}"
        assert left >= 13.5, f"page {number}"
        assert right <= width - 13.5, f"page {number}"
        assert top <= height - 8, f"page {number}"


def test_it_is_tagged_in_english_with_title_and_bookmarks(somerset_pdf):
    with pikepdf.open(_stream(somerset_pdf)) as document:
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert "Proposal for the development" in str(document.docinfo.Title)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        with document.open_outline() as outline:
            names = [entry.title for entry in outline.root]
            below = [entry.title for top in outline.root for entry in top.children]
    assert names[0] == "Options appraisal: summary for members"
    assert "1 Achievement of Outcomes" in names + below


def test_every_heading_of_a_table_has_a_scope_and_every_cell_its_headings(somerset_pdf):
    scopes, data_cells, tied = [], 0, 0
    for name, element in somerset_pdf.tags():
        if name == "/TH":
            scopes.append(_attribute(element, "/Scope"))
        if name == "/TD":
            data_cells += 1
            tied += _attribute(element, "/Headers") is not None
    assert set(scopes) == {"/Column", "/Row"}
    assert data_cells > 300
    assert tied == data_cells


def test_the_bars_have_words_for_those_who_cannot_see_them(somerset_pdf):
    said = [str(element.get("/Alt", "")) for name, element in somerset_pdf.tags() if name == "/Figure"]
    assert len(said) == 2
    told = " ".join(said)
    assert "Option 6 57 (1st), Option 4 54 (2nd)" in told
    assert "2a Clear leadership, now 7.7%: above 25%: Option 4." in told


@pytest.mark.parametrize(
    ("combine", "last", "headings"),
    [
        ("sum", "4 4", ("What came first, and why", "Points by criteria group")),
        ("sum", "4 ?", ("Where it stands", "Points by criteria group")),
        ("weighted-mean", "4 4", ("What came first, and why", "Weighted mean by criteria group")),
    ],
)
def test_headings_say_what_stands_below_them(combine, last, headings):
    weights = {} if combine == "sum" else {"weights": (1, 3)}
    snapshot = appraisal(row(1, "Stay", "3 4"), row(2, "Go", last), combine=combine, **weights)
    heads = [block.text for block in report(snapshot, SOURCE).parts[0].blocks if isinstance(block, Heading)]
    assert set(headings) <= set(heads)


def test_stored_weights_that_a_plain_total_does_not_use_are_not_denied():
    snapshot = appraisal(row(1, "Stay", "3 4"), row(2, "Go", "4 4"), weights=(1, 3))
    made = report(snapshot, SOURCE)
    words = [
        "".join(run.text for run in block.runs)
        for part in made.parts
        for block in part.blocks
        if isinstance(block, Words)
    ]
    assert "These totals use no weights: every score is added once." in words
    assert not any("chosen" in text for text in (made.grid.method, *words))


@pytest.mark.parametrize(("groups", "head"), [(5, "Governance (of 5)"), (6, "Gov (of 5)")])
def test_more_groups_than_have_room_stand_with_the_letters_of_their_bars(groups, head):
    tokens = " | ".join("3" * groups)
    blocks = report(appraisal(row(1, "Stay", tokens), row(2, "Go", tokens)), SOURCE).parts[0].blocks
    [table] = [block for block in blocks if getattr(block, "kind", "") == "figures"]
    assert folded(table.columns[2].heading) == head


def test_the_signs_and_the_scale_are_explained_where_they_stand_and_nowhere_else():
    rows = row(1, "Stay", "pass | 2 3 | 4"), row(2, "Go", "pass | 4* 4 | 5~")
    blocks = report(appraisal(*rows, on=scale(label="No impact")), SOURCE).parts[-1].blocks
    small = [
        "".join(run.text for run in block.runs)
        for block in blocks
        if isinstance(block, Words) and block.small
    ]
    below, worked_out, none = (f"{sign} {meaning}" for sign, meaning in SIGNS)
    assert small == [f"3 No impact · {below} · {worked_out}", f"3 No impact · {none}"]
    assert "three scored lines in two groups" in _cover(rows)


def _cover(rows):
    """The cover block's words."""
    [facts] = [
        block
        for block in report(appraisal(*rows), SOURCE).parts[0].blocks
        if getattr(block, "kind", "") == "facts"
    ]
    return " ".join(text for row in facts.rows for text in row[1].paragraphs)


def test_a_rationale_longer_than_a_page_goes_on_under_its_option_and_headings():
    data = file(cells=cells(COMPLETE))
    data["groups"][0]["stem"] = "Ability of the model to:"
    data["cells"][0]["rationale"] = " ".join(f"reason{number}" for number in range(900))
    made = Pdf(render_pdf(report(_snapshot(data), SOURCE)))
    text = made.squeezed()
    assert all(f"reason{number}" in text for number in range(900))
    carrying = [
        folded(page)
        for page in made.pages
        if re.search(r"reason\d", page) and "Ability of the model" not in page
    ]
    assert carrying
    assert all("Option 1" in page and "(continued)" in page for page in carrying)
    assert all("1a Reach more readers" in page for page in carrying)


def test_a_long_list_without_scale_or_scores_reads_true():
    made = Pdf(render_pdf(report(fixture("cornwall-2018"), SOURCE)))
    assert "no scale set yet" in made.words
    assert "Commissioning with Devon" in made.words
    assert "Dropped: there was little / no appetite from Devon" in made.words
    assert "Not scored yet" in made.words
    assert "No option has been recommended yet." in made.words
    assert " 0 points" not in made.words
    assert "What came first" not in made.words
    assert "The options and the criteria follow; nothing is scored yet." in made.words


def test_welsh_letters_and_marks_are_drawn_and_not_only_written():
    """The text layer can be right where the glyphs are not: a letter must leave ink of its own."""
    data = file(cells=cells(COMPLETE))
    data["title"] = "ŵŷâêîôûẃỳ£–▼“”"
    made = Pdf(render_pdf(report(_snapshot(data), SOURCE)))
    assert "ŵŷâêîôûẃỳ£–▼“”" in made.text
    ink = {letter: _ink(letter) for letter in "ŵŷw▼"}
    assert len(set(ink.values())) == 4
    assert all(ink.values())


def _ink(letter):
    """How dark a page is on which the letter stands alone, large."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from reports.render_pdf.printing import FONTS, _packaged_only

    fonts, fetcher = FontConfiguration(), _packaged_only()
    face = f'@font-face {{ font-family: S; src: url("{FONTS}SourceSans3-Regular.ttf"); }}'
    style = CSS(string=f"{face} body {{ font: 200pt S }}", font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=letter, url_fetcher=fetcher).write_pdf(stylesheets=[style], font_config=fonts)
    return sum(255 - value for value in Pdf(page).picture(1).tobytes())


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "weighbridge-font:../settings.py"]
)
def test_a_report_fetches_nothing_but_its_fonts(url):
    from reports.render_pdf.printing import _packaged_only

    with pytest.raises(ValueError, match="its own fonts only"):
        _packaged_only().fetch(url)


def test_markup_in_a_text_is_printed_as_it_was_typed():
    data = file(cells=cells(COMPLETE))
    data["cells"][0]["rationale"] = '<img src="file:///etc/passwd"> & <b>bold</b>'
    made = Pdf(render_pdf(report(_snapshot(data), SOURCE)))
    assert squeezed('<img src="file:///etc/passwd"> & <b>bold</b>') in made.squeezed()


def _attribute(element, name):
    attributes = element.get("/A")
    for attribute in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if attribute is not None and name in attribute:
            return str(attribute[name]) if name == "/Scope" else attribute[name]
    return None


def _snapshot(data):
    from appraisal.core.snapshot import from_dict

    return from_dict(data)


def _stream(pdf):
    from io import BytesIO

    return BytesIO(pdf.content)

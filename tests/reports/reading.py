"""Reading reports back: text, boxes and tags of a PDF, LibreOffice's figures of a workbook."""

import re
import subprocess
from io import BytesIO

import openpyxl
import pikepdf
import pypdfium2

POINTS_A_MM = 72 / 25.4


class Pdf:
    """A PDF as bytes, as text and as a tree of tags."""

    def __init__(self, content):
        self.content = content
        self.document = pypdfium2.PdfDocument(content)
        self.pages = [page.get_textpage().get_text_range() for page in self.document]
        self.text = "\n".join(self.pages)

    @property
    def words(self):
        """All text with white space folded, so that line breaks do not matter."""
        return folded(self.text)

    def squeezed(self):
        """All text without white space at all: a word that is cut or overprinted would be missing from it."""
        return squeezed(self.text)

    def boxes(self):
        """(page number, left, bottom, right, top, page width, page height) of each run of text, in mm."""
        for number, page in enumerate(self.document, start=1):
            width, height = page.get_size()
            text = page.get_textpage()
            for at in range(text.count_rects()):
                box = text.get_rect(at)
                yield number, *(edge / POINTS_A_MM for edge in (*box, width, height))

    def tags(self):
        """Every structure element as (name, element)."""
        with pikepdf.open(BytesIO(self.content)) as document:
            waiting = [document.Root.StructTreeRoot]
            while waiting:
                element = waiting.pop()
                if "/S" in element:
                    yield str(element.S), element
                kids = element.get("/K")
                for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                    if hasattr(kid, "keys") and "/S" in kid:
                        waiting.append(kid)

    def picture(self, number, scale=1):
        """The page as a grey picture."""
        return self.document[number - 1].render(scale=scale).to_pil().convert("L")


def folded(text):
    return re.sub(r"\s+", " ", text)


def squeezed(text):
    """Without white space and hyphens: a text layer drops the hyphen at which a line was broken."""
    return re.sub(r"[\s\-\u00ad\ufffe\u0002]+", "", text)


def recalculated(workbooks, folder):
    """{name: workbook} after LibreOffice has opened each, worked out every formula and stored the results."""
    made = {name: folder / f"{number}.xlsx" for number, name in enumerate(workbooks)}
    for name, path in made.items():
        path.write_bytes(workbooks[name])
    profile, out = f"-env:UserInstallation=file://{folder}/profile", folder / "out"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(out),
            *map(str, made.values()),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {name: openpyxl.load_workbook(out / path.name, data_only=True) for name, path in made.items()}


def matrix_rows(book):
    """{option heading: {column heading: figure}} of the sheet Matrix; group totals are "Total 1", ..."""
    sheet = book["Matrix"]
    heads, totals = [], 0
    for cell in sheet[5]:
        head = cell.value
        if head == "Total" and cell.column > 8:
            totals += 1
            head = f"Total {totals}"
        heads.append(head)
    return {
        row[0]: dict(zip(heads, row, strict=True))
        for row in sheet.iter_rows(min_row=11, values_only=True)
        if row[0]
    }

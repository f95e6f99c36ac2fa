"""The results page as tests ask for it and read its tables."""

from html.parser import HTMLParser

from tests import factories
from tests.appraisal.pages.asking import address, client_of


class Tables(HTMLParser):
    """The tables of a page, each as rows of the texts of its cells."""

    def __init__(self, html):
        super().__init__()
        self.tables, self._cell = [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = []

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None


def page(appraisal_id, user=None, **query):
    client = client_of(user or factories.lead_officer())
    return client.get(address("results", appraisal_id), query)


def tables(answer):
    return Tables(answer.content.decode()).tables


def ranked(answer):
    return tables(answer)[0]


def matrix(answer):
    return next(table for table in tables(answer) if any("Score" in row for row in table[1:]))


def row_of(answer, heading):
    return next(row for row in matrix(answer) if row[0].startswith(heading))

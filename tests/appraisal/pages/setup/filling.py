"""How the tests of the set-up pages fill in forms: as a browser without scripts would send them."""

from html.parser import HTMLParser

from tests.appraisal.pages.asking import address


class _Form(HTMLParser):
    """The fields of the last form of the main part of a page, by name, as they stand in it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.fields = {}
        self.buttons = []
        self._main = self._area = self._select = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "main":
            self._main = True
        elif self._main and tag == "form":
            self.fields, self.buttons = {}, []
        elif self._main:
            self._field(tag, attrs)

    def _field(self, tag, attrs):
        name = attrs.get("name")
        if tag == "input" and name:
            chosen = attrs.get("type") not in ("radio", "checkbox") or "checked" in attrs
            if chosen:
                self.fields[name] = attrs.get("value") or ("on" if attrs.get("type") == "checkbox" else "")
        elif tag == "textarea":
            self._area, self.fields[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in attrs or self._select not in self.fields):
            self.fields[self._select] = attrs.get("value", "")
        elif tag == "button":
            self.buttons.append((name, attrs.get("value", ""), attrs.get("formaction")))

    def handle_data(self, data):
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "main":
            self._main = None


def form_of(answer):
    """What the last form of a page would send if nothing were changed in it."""
    read = _Form()
    read.feed(answer.content.decode())
    return {name: value for name, value in read.fields.items() if name != "csrfmiddlewaretoken"}


def buttons_of(answer):
    """(name, value, address) of every button of the last form of a page."""
    read = _Form()
    read.feed(answer.content.decode())
    return read.buttons


def send(client, name, appraisal_id, changes=None, *, names=None, press=None):
    """Opens the page, changes fields of its form, presses a button and sends it; gives the answer."""
    where = address(name, appraisal_id, **(names or {}))
    data = form_of(client.get(where)) | (changes or {})
    if press:
        data |= {press: "1"}
    return client.post(where, data)


def follow(client, answer):
    """The page that an answer leads on to."""
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return client.get(answer.url)

"""SVG as text: elements from attributes, and how wide a text comes out in the product's font."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.sax.saxutils import escape

FAMILY = "'Source Sans 3', Arial, sans-serif"
INK, QUIET, WHITE = "#0b0c0c", "#505a5f", "#ffffff"

# Advance widths of Source Sans 3 Bold in thousandths of the size: the bold cut is the wider one.
_WIDTHS = {
    letter: width
    for width, letters in {
        200: " ",
        280: "|ijlîí",
        340: "',.:;I’‘!()-/[\\]f{}",
        400: "tr",
        460: "s*?cz",
        520: "#$+0123456789<=>FLY^aevxy~£€âêŷáé–J_",
        580: 'ACbdhnpq"EZgk“”STVX`ouôûóú',
        640: "BPKRDG",
        680: "&NUHOQ",
        780: "Mwŵ",
        900: "W%m—@",
    }.items()
    for letter in letters
}
_OTHER = 1000
_REGULAR = 0.94
"""The regular cut beside the bold one."""
_SPARE = 1.06
"""Room for a fallback font, which is a little wider."""


Place = float | str
"""A coordinate: a number of the picture's units, or a percentage."""


def element(tag: str, attributes: Mapping[str, object], content: str = "") -> str:
    """One element; an attribute that is None is left out.

    Attributes are written as they stand: colours, coordinates and names of our own, never a text of people's.
    """
    parts = [f' {name}="{_text(value)}"' for name, value in attributes.items() if value is not None]
    text = "".join(parts)
    return f"<{tag}{text}>{content}</{tag}>" if content else f"<{tag}{text}/>"


def words(
    content: str,
    x: Place,
    y: float,
    size: int,
    *,
    bold: bool = False,
    fill: str | None = None,
    anchor: str | None = None,
    name: str | None = None,
) -> str:
    """A text element with its content escaped; ``name`` is a class of the stylesheet."""
    attributes = {
        "x": x,
        "y": y,
        "font-size": size,
        "font-weight": "700" if bold else None,
        "fill": fill,
        "text-anchor": anchor,
        "class": name,
    }
    return element("text", attributes, escape(content))


def box(x: Place, y: float, width: Place, height: float, fill: str, edge: str | None = None) -> str:
    """A filled box; ``edge`` is the colour of a line two units wide around it."""
    place = {"x": x, "y": y, "width": width, "height": height, "fill": fill}
    return element("rect", {**place, "stroke": edge, "stroke-width": 2 if edge else None})


def rule(
    ends: tuple[Place, Place],
    heights: tuple[float, float],
    colour: str,
    width: float,
    dashes: str | None = None,
) -> str:
    """A straight line between ``ends`` (left and right) and ``heights`` (top and bottom)."""
    place = {"x1": ends[0], "x2": ends[1], "y1": heights[0], "y2": heights[1]}
    return element("line", {**place, "stroke": colour, "stroke-width": width, "stroke-dasharray": dashes})


def titled(title: str, description: str) -> str:
    """Title and description of a picture: the title is what screen readers and the PDF's tags say of it."""
    return f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"


def _text(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def number(figure: float) -> str:
    """A coordinate with at most two decimals, always written alike."""
    text = f"{figure:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = True) -> float:
    """How wide a text is at most, in the units of ``size``."""
    thousandths = sum([_WIDTHS.get(letter, _OTHER) for letter in text])
    return thousandths * size * _SPARE * (1 if bold else _REGULAR) / 1000


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines no wider than ``room``; words stay whole unless one alone is wider."""
    lines = [""]
    for word in _pieces(text, room, size):
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, size, bold=False) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _pieces(text: str, room: float, size: float) -> Iterator[str]:
    """The words, one that is wider than the room in as many pieces as it takes."""
    for word in text.split():
        piece = word
        while width_of(piece, size, bold=False) > room and len(piece) > 1:
            fits = next(
                length
                for length in range(len(piece) - 1, 0, -1)
                if length == 1 or width_of(piece[:length], size, bold=False) <= room
            )
            yield piece[:fits]
            piece = piece[fits:]
        yield piece

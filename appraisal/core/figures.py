"""How a figure is rounded and written: the only place that rounds.

Everything above computes with exact ``Fraction`` figures and comes here once, at the end. Halves are rounded
away from zero (method.md: "rounded once, at the end, half away from zero").
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

Figure = Fraction
Number = Fraction | Decimal | int

SIGNIFICANT = 12
"""Significant digits of a figure without a finite decimal form, in files (interchange.md)."""

PLACES = 2
"""Decimal places of a total for people, unless told otherwise."""

LONGEST_MONEY = 4
"""A unit of so many characters that begins with a pound sign (£, £k, £m, £bn) goes round the figure."""

WORDS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def exact(figure: Number) -> str:
    """The figure as a decimal string: exact where it has a finite decimal form, else to 12 significant
    digits.

    Never with an exponent, never with superfluous noughts: ``57``, ``3.85``, ``0.333333333333``.
    """
    figure = Fraction(figure)
    places = _finite_places(figure.denominator)
    if places is not None:
        return _decimal(figure.numerator * 10**places // figure.denominator, places)
    places = SIGNIFICANT - _whole_digits(abs(figure))
    scaled = _scaled(figure, places)
    if abs(scaled) == 10**SIGNIFICANT:  # 0.9999999999996 carries over into one digit more
        scaled, places = scaled // 10, places - 1
    return _decimal(scaled, places)


def written(figure: Number, places: int = PLACES, *, fixed: bool = False) -> str:
    """The figure for people, to at most ``places`` decimals: ``57``, ``3.85``, ``3.8``.

    ``fixed`` keeps the trailing noughts, for columns that must line up: ``3.80``.
    """
    text = _decimal(_scaled(Fraction(figure), places), places)
    if fixed or "." not in text:
        return text
    return text.rstrip("0").rstrip(".")


def signed(figure: Number, places: int = PLACES) -> str:
    """The figure for people with its sign: ``+3``, ``-0.5``, and ``0`` for what rounds to nought."""
    text = written(figure, places)
    return text if text.startswith("-") or text == "0" else f"+{text}"


def fits(figure: Number, places: int = PLACES) -> bool:
    """True where the figure is written to ``places`` decimals without being rounded."""
    return bool(10**places % Fraction(figure).denominator == 0)


def places_that_tell_apart(figures: Iterable[Number], least: int = PLACES, most: int = SIGNIFICANT) -> int:
    """The fewest decimals, from ``least`` to ``most``, at which no two different figures are written alike.

    Give it 0 as well where a figure that is not nought must not look like it.
    """
    different = {Fraction(figure) for figure in figures}
    for places in range(least, most):
        if len({_scaled(figure, places) for figure in different}) == len(different):
            return places
    return most


def percent(share: Number, places: int = 0) -> str:
    """A share of 1 as a percentage: ``23%``, ``89.06%``.

    ``100%`` and ``0%`` stand only where the share is exactly that; what would round to them is written
    ``>99%`` and ``<1%`` (with more places: ``>99.9%``, ``<0.1%``).
    """
    hundredths = 100 * Fraction(share)
    text = written(hundredths, places)
    if text == "100" and hundredths < 100:
        return f">{_decimal(10 ** (places + 2) - 1, places)}%"
    if text == "0" and hundredths > 0:
        return f"<{_decimal(1, places)}%"
    return f"{text}%"


def number_text(number: Decimal) -> str:
    """A number as entered, in its canonical form: no exponent, no trailing noughts, no minus nought."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def measured(figure: Number, unit: str = "") -> str:
    """A raw figure with its unit, thousands apart: ``£1,250k``, ``12.5%``, ``40 minutes``.

    One without a finite decimal form is written to 12 significant digits; what is entered is whole.
    """
    text = exact(abs(Fraction(figure)))
    whole, point, decimals = text.partition(".")
    text = f"{int(whole):,}{point}{decimals}"
    minus = "-" if figure < 0 else ""
    if unit.startswith("£") and len(unit) <= LONGEST_MONEY:
        return f"{minus}£{text}{unit[1:].strip()}"
    return f"{minus}{text}{unit}" if unit == "%" else f"{minus}{text} {unit}".rstrip()


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``4th``, ``11th``, ``21st``."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def ordinal_word(number: int) -> str:
    """``first`` to ``tenth``, then ``11th`` and so on."""
    return WORDS[number] if 1 <= number < len(WORDS) else ordinal(number)


def _scaled(figure: Fraction, places: int) -> int:
    """``figure`` times ten to the ``places``, as the nearest whole number, halves away from zero."""
    top, bottom = abs(figure.numerator), figure.denominator
    if places >= 0:
        top *= 10**places
    else:
        bottom *= 10**-places
    whole, rest = divmod(top, bottom)
    whole += 2 * rest >= bottom
    return whole if figure >= 0 else -whole


def _decimal(scaled: int, places: int) -> str:
    """A whole number of ten-to-the-minus-``places`` as a decimal string with exactly that many decimals."""
    if places <= 0:
        return str(scaled * 10**-places)
    digits = str(abs(scaled)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def _finite_places(denominator: int) -> int | None:
    """Decimals of a fraction in lowest terms with this denominator, or None where they never end."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _whole_digits(figure: Fraction) -> int:
    """Digits before the decimal point of a figure above nought; 0 for 0.3, -1 for 0.03."""
    if figure >= 1:
        return len(str(figure.numerator // figure.denominator))
    return 1 - len(str(figure.denominator // figure.numerator))

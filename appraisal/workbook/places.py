"""Where a cell stands, as people call it."""


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27; a question mark for what is no column."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters or "?"


def address(row: int, column: int) -> str:
    """``D7`` for row 7, column 4."""
    return f"{column_letters(column)}{row}"


def on_sheet(sheet: str, place: str) -> str:
    """``Scores!D7``, or the place alone where there is only one sheet to speak of."""
    return f"{sheet}!{place}" if sheet else place

"""Names and addresses of people and bodies, cleaned once where they come in: forms and commands."""

import re
import unicodedata

LONGEST = 300

# Control, format (zero-width, bidi), private and unassigned characters say nothing and can forge a name.
_HIDDEN = {"Cc", "Cf", "Co", "Cn"}


def clean_name(value: str) -> str:
    """The name in NFC, spaces single, without characters that cannot be seen.

    Raises ValueError with a sentence where it is empty, longer than 300 characters, or not text at all.
    """
    if "\0" in value or any(unicodedata.category(letter) == "Cs" for letter in value):
        raise ValueError("The name holds a character that no text may hold. Type it again.")
    seen = (
        letter
        for letter in unicodedata.normalize("NFC", value)
        if letter.isspace() or unicodedata.category(letter) not in _HIDDEN
    )
    name = re.sub(r"\s+", " ", "".join(seen)).strip()
    if not name:
        raise ValueError("Enter a name.")
    if len(name) > LONGEST:
        raise ValueError(f"The name has {len(name)} characters. Shorten it to {LONGEST}.")
    return name


def clean_email(value: str) -> str:
    """The address without spaces around it and in lower case, as it is stored and compared."""
    return value.strip().lower()

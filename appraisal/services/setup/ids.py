"""Ids for new things: short slugs from what people call them, never used twice in an appraisal."""

import re
import unicodedata
from collections.abc import Container

from appraisal.core.snapshot.rules import ID_LIMIT
from appraisal.services.rows import ids_like

WORDS_LIMIT = 40
"""Characters of an id that is made from words, so that a number still fits behind it."""


def free_id(wanted: str, taken: Container[str], otherwise: str) -> str:
    """An id like ``wanted`` that is not ``taken``; like ``otherwise`` where nothing of it can stand."""
    return next(each for each in ids_like(slug_of(wanted) or otherwise) if each not in taken)


def slug_of(text: str, limit: int = WORDS_LIMIT) -> str:
    """The text as a slug of whole words, in small letters without accents; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    slug = words[0][:limit] if words else ""
    for word in words[1:]:
        if len(slug) + 1 + len(word) > min(limit, ID_LIMIT):
            break
        slug = f"{slug}-{word}"
    return slug

"""Ids out of names."""

import re
import unicodedata

LONGEST = 40


def slug_of(name: str, otherwise: str) -> str:
    """The name in small plain letters with hyphens, at most 40; ``otherwise`` where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug[:LONGEST].rstrip("-") or otherwise

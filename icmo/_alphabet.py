"""The order of names: in Danish æ, ø and å come last, and aa is å.

Tables stand in the Danish order on every machine, whatever it speaks: the names in them are
Danish, and a table has one order. Texts that people read follow their language.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What the letters behind z, and those of neighbours, count as in Danish.
_DANISH = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})
_ENGLISH = str.maketrans({"æ": "ae", "ø": "o"})


def alphabetical(names: Iterable[str], language: str = "da") -> list[str]:
    """Return names in the order of the language: Aarhus stands under å in Danish, under a in English."""
    return sorted(names, key=lambda name: place_in_alphabet(name, language))


@functools.lru_cache(maxsize=10_000)
def place_in_alphabet(name: str, language: str) -> tuple[str, str]:
    """Return what to sort a name by; accents count only between names that are else the same."""
    letters = unicodedata.normalize("NFC", name).casefold()
    danish = language == "da"
    letters = (
        letters.replace("aa", "å").translate(_DANISH) if danish else letters.translate(_ENGLISH)
    )
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", letters)
        if not unicodedata.combining(letter)
    )
    return plain, name

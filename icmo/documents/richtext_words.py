"""The words of rich text, most of which striprtf knows, and what holds inside a pair of braces."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADING = re.compile(r"(?:heading|overskrift) ?\d|title|titel|subtitle|undertitel", re.IGNORECASE)
NOTES = {"footnote": "remark.notes", "annotation": "remark.comments", "object": "remark.objects"}
MARGINS = frozenset(f"{place}{page}" for place in ("header", "footer") for page in ("", *"lrf"))
NUMBERS = frozenset(("listtext", "pntext"))
BOXES = frozenset(("shptxt", "dptxbxtext"))
#: These groups hold words of the text, whatever a plain reader thinks of them.
SHOWN = frozenset(("shp", "shpinst", "shpgrp", "do", "field", "upr", *BOXES))
_SKIPPED = MARGINS | NUMBERS | {"nonshppict", "shprslt", "ud", "fldinst"}
_OWN_SIGNS = {"line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "zwj": "\u200d"}
SWITCHES = ("b", "v", "deleted", "revised")
#: More groups inside one another than any program writes.
DEEPEST = 5000
LEVELS = 9


@dataclass(frozen=True)
class State:
    """What holds inside one pair of braces."""

    skipped: bool = False
    destination: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    heading: bool = False
    table: int = 0
    font: int = 0
    unicode_skip: int = 1


def switched(state: State, word: str, on: bool) -> State:
    """Return the state after a word that switches something on or off."""
    if word == "b":
        return replace(state, bold=on)
    if word == "v":
        return replace(state, hidden=on)
    return replace(state, deleted=on) if word == "deleted" else replace(state, inserted=on)


@cache
def known_words() -> tuple[frozenset[str], Mapping[str, str], Mapping[int, str]]:
    """The format's words for groups without text, for signs, and for sets of letters."""
    from striprtf.striprtf import charset_map, destinations, specialchars

    return (destinations | _SKIPPED) - SHOWN, {**specialchars, **_OWN_SIGNS}, charset_map


def codec(name: str) -> str:
    """Return the name of a set of letters; the usual one where this is unknown."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"

"""Tags: a coder gave text[start:end] a code."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents import read_rows
from icmo.tags.checks import POLARITIES, TagError, check_polarity, check_span
from icmo.tags.reanchoring import Reanchored, reanchored

if TYPE_CHECKING:
    import os

__all__ = [
    "POLARITIES",
    "QuotedTag",
    "Reanchored",
    "TagError",
    "check_polarity",
    "check_span",
    "find_quote",
    "read_tags",
    "reanchored",
]


@dataclass(frozen=True)
class QuotedTag:
    """A tag as a person writes it in a file: by the words it stands on, not by counting characters."""

    document: str
    code: str
    quote: str
    occurrence: int = 1
    polarity: str | None = None
    note: str = ""


def find_quote(text: str, quote: str, occurrence: int = 1) -> tuple[int, int]:
    """Return where the n-th occurrence of a quote stands in a text."""
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            raise TagError(say("tag.quote", quote=_shortened(quote), occurrence=occurrence))
    return start, start + len(quote)


def read_tags(path: str | os.PathLike[str]) -> list[QuotedTag]:
    """Read a coder's tags from a file with the columns document, code, quote, occurrence, polarity, note."""
    return [
        QuotedTag(
            document=row["document"],
            code=row["code"],
            quote=row["quote"],
            occurrence=int(row.get("occurrence") or 1),
            polarity=row.get("polarity") or None,
            note=row.get("note", ""),
        )
        for row in read_rows(path, required=("document", "code", "quote"))
    ]


def _shortened(quote: str) -> str:
    return textwrap.shorten(quote, 60, placeholder=" …")

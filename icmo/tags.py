"""Tags: a coder gave text[start:end] a code."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents import read_rows
from icmo.errors import Error

if TYPE_CHECKING:
    import os

POLARITIES = ("promotes", "hinders")


class TagError(Error):
    """A tag that cannot be made."""


@dataclass(frozen=True)
class QuotedTag:
    """A tag as a person writes it in a file: by the words it stands on, not by counting characters."""

    document: str
    code: str
    quote: str
    occurrence: int = 1
    polarity: str | None = None
    note: str = ""


def check_span(start: int, end: int, length: int) -> None:
    """Refuse a span that is empty or outside a text of this length."""
    if start == end:
        raise TagError(say("tag.empty"))
    if not 0 <= start < end <= length:
        raise TagError(say("tag.outside", start=start, end=end, length=length))


def check_polarity(polarity: str | None) -> None:
    """Refuse a polarity that does not exist."""
    if polarity is not None and polarity not in POLARITIES:
        raise TagError(say("tag.polarity", polarity=polarity))


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

"""What a tag must be: a span of the text, and a polarity that exists."""

from __future__ import annotations

from icmo._strings import say
from icmo.errors import Error

POLARITIES = ("promotes", "hinders")


class TagError(Error):
    """A tag that cannot be made."""


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

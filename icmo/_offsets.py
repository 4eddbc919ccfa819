"""Code points, as Python counts, and UTF-16 units, as browsers count: the only place that knows both."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Translates offsets of one text.

    Characters outside the first plane (emoji, for one) are one code point and two UTF-16
    units. A text has few of them, so only their places are kept.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        #: where the wide characters stand, in code points and in UTF-16 units
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_utf16 = [place + number for number, place in enumerate(self._wide)]

    def to_utf16(self, offset: int) -> int:
        """Return how many UTF-16 units stand before a code point."""
        if not 0 <= offset <= self._length:
            msg = f"offset {offset} is outside a text of {self._length} characters"
            raise ValueError(msg)
        return offset + bisect_left(self._wide, offset)

    def from_utf16(self, offset_utf16: int) -> int:
        """Return how many code points stand before a UTF-16 unit.

        An offset in the middle of a wide character counts as before it.
        """
        if not 0 <= offset_utf16 <= self._length + len(self._wide):
            msg = f"UTF-16 offset {offset_utf16} is outside a text of {self._length} characters"
            raise ValueError(msg)
        return offset_utf16 - bisect_left(self._wide_utf16, offset_utf16)

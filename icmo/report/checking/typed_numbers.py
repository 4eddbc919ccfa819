"""Numbers typed by hand beside generated ones: they stay as they were when the data change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.report.checking.chapters import Chapters, Finding, finding, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = "typed-numbers"
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:%|pct\b\.?|procent\w*|per cent|percent\w*)", re.IGNORECASE
)
#: A number of what the project counts, such as 12 passager.
_COUNT = re.compile(
    r"\b\d+(?:[.,]\d+)*\s+(?:af\s+\d+\s+|of\s+\d+\s+)?"
    r"(?:passager?|uddrag|citater?|mærkninger|dokumenter|interview|gruppeinterview|kommuner|cases|"
    r"kvinder|deltagere|personer|kodere|konfigurationer|temaer|"
    r"passages?|quotes?|tags|documents|interviews|municipalities|women|participants|persons|coders|"
    r"configurations|themes)\b",
    re.IGNORECASE,
)


def check_typed_numbers(chapters: Chapters) -> Iterator[Finding]:
    """Find shares typed in a chapter that generates its numbers, and counts typed beside exhibits.

    A sentence with a citation tells somebody else's number; a cell tagged `typed-numbers` is meant so.
    """
    generating = {name for name, _ in chapters.generating} | {
        one.notebook for one in chapters.shown
    }
    for segment in chapters.segments:
        if segment.kind == "quote" or _TAG in segment.tags or segment.notebook not in generating:
            continue
        near = segment.references or (segment.notebook, segment.cell) in chapters.generating
        for sentence in sentences(segment.typed):
            if "[@" in sentence:
                continue
            found = _SHARE.search(sentence) or (_COUNT.search(sentence) if near else None)
            if found:
                yield finding("typed_number", segment, number=found[0].strip())

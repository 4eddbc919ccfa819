"""What the review widgets share: their script and look, and the sentence around a place."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from icmo._strings import say
from icmo.errors import Error

_HERE = Path(__file__).parent
#: The end of a sentence, or a blank line; a number or an abbreviation goes on in lower case.
_SENTENCE_END = re.compile(r"[.!?…]['\"”»)]?\s+(?=[^a-zæøå])|\n[ \t]*\n")
_FURTHEST = 140


def script(name: str) -> str:
    """Return a widget's script with what the review widgets share before it."""
    return _read("reviewing.js") + "\n" + _read(f"{name}.js")


def style(name: str) -> str:
    """Return a widget's style sheet with what the review widgets share before it."""
    return _read("reviewing.css") + "\n" + _read(f"{name}.css")


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place in its sentence; a long one is cut at a word."""
    before = text[max(0, start - _FURTHEST) : start]
    for match in _SENTENCE_END.finditer(text, max(0, start - _FURTHEST), end):
        if match.end() <= start:
            before = text[match.end() : start]
    after = text[end : end + _FURTHEST]
    ending = _SENTENCE_END.search(text, end, end + _FURTHEST)
    if ending:
        # The blank line or space that ended the sentence is not shown.
        after = text[end : ending.end()].rstrip()
    if len(before) == _FURTHEST < start:
        before = "… " + before.partition(" ")[2]
    if len(after) == _FURTHEST < len(text) - end:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def fingerprint(text: str) -> str:
    """Return what tells a browser that a text is no longer the one it decided on."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def sentence_of(error: Exception, language: str) -> str:
    """Return what a page says of a mistake; what icmo did not word itself is a page out of date."""
    return str(error) if isinstance(error, Error) else say("review.misunderstood", language)

"""CPR numbers that are certain enough to stop an export: those of `find_cpr`, ten times as fast.

Most of what people say has neither many digits nor a word for a number in it. Only where such stands
is it looked at closely, so that a million passages can be guarded on their way out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import cpr
from icmo.documents.pseudonyms.cpr import (
    DASHES,
    DIGITS,
    LETTERED,
    NEAR,
    PARTIAL,
    SPACES,
    SPOKEN,
    WRITTEN,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.documents.pseudonyms.finding import Find

CERTAIN = 0.5
#: Digits with nothing between them but what may part a CPR number.
_RUN = re.compile(rf"\d[\d\n./:,{DASHES}{SPACES}]{{5,}}")
_DATE = 6
#: So far beyond such a run reach the letters of a replacement number, and what tells it is one.
_LETTERS = 6
_NAMES = ("cpr", "personnummer", "personennummer", "personnr", "sidste fire")
_NUMBER_BEFORE = re.compile(
    rf"\b{cpr.NUMBER_WORD}(?:[\s,–-]|\bog\b)+$",
    re.IGNORECASE,
)
#: So far after its name stands a number that is half told or spoken.
_REACH = 300
#: What programs make up: a GUID or a fingerprint, which is nobody's number.
_MADE_UP = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9a-f]{32,})"
    r"(?![0-9A-Za-z])"
)
_LONGEST = 128


def find_certain(text: str) -> Iterator[Find]:
    """Find the CPR numbers that nobody should see."""
    for find in (*_in_digits(text), *_in_words(text)):
        if find.confidence >= CERTAIN and not _is_made_up(text, find):
            yield find


def _in_digits(text: str) -> Iterator[Find]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        digits = sum(map(str.isdigit, run.group()))
        found: list[Find | None] = []
        if digits >= DIGITS:
            found += [cpr.written(text, one) for one in WRITTEN.finditer(text, start, end)]
        if digits >= _DATE:
            lettered = LETTERED.finditer(text, start, end + _LETTERS)
            found += [cpr.lettered(text, one) for one in lettered]
        yield from (find for find in found if find)


def _in_words(text: str) -> Iterator[Find]:
    """Find numbers half told or said in words: after a name for them, or from a first zero on."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that is two in small: its places are no longer known
        lowered = "".join(one if len(one) == 1 else " " for one in map(str.lower, text))
    for name in _NAMES:
        for at in _places(lowered, name):
            until = at + _REACH
            yield from (
                cpr.partial(text, one) for one in PARTIAL.finditer(text, max(0, at - 3), until)
            )
            spoken = (cpr.spoken(text, one) for one in SPOKEN.finditer(text, at, until))
            yield from (find for find in spoken if find)
    for at in _places(lowered, "nul"):
        match = SPOKEN.match(text, at)
        find = cpr.spoken(text, match) if match else None
        if find and not _NUMBER_BEFORE.search(text[max(0, at - NEAR) : at]):
            yield find


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_made_up(text: str, find: Find) -> bool:
    first = max(0, find.start - _LONGEST)
    around = text[first : find.end + _LONGEST]
    return any(
        first + one.start() < find.end and find.start < first + one.end()
        for one in _MADE_UP.finditer(around)
    )

"""Footnote markers that lost their height and stand glued to a word or a year."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
#: A footnote's own text: a line that begins with its number.
BODY = re.compile(r"^[ \t]*(\d{1,2})[ \t]+(?=[A-ZÆØÅ”\"’'(])", re.MULTILINE)
WORD = re.compile(r"(?<![\w@./])(?:[\w]+-)*([^\W\d_]{3,})(\d{1,2})(?![\w%/-])(?!\.\d)")
AFTER_STOP = re.compile(r"([^\W\d_]{5,})[.”’)](\d{1,2})(?=\s|$)")
YEAR = re.compile(r"(?<![\w.,])((?:19|20)\d\d-)?((?:19|20)\d\d)(\d{1,2})(?![\w.,]\d|\w)")
SIGN = re.compile(r"([a-zæøå]{4,})[®™](?=[\s.,;:]|$)")
BEFORE_YEAR = re.compile(
    rf"(?:\b({MONTHS})|\b(i|fra|siden|til|år|året|efter|inden|og|medio|ultimo|primo))\s+$",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"\s*(?:kr|mio|mia|kroner|euro|personer|borgere|kvinder|indbyggere|m2|km|stk)\b"
)
#: Words that are followed by a number of their own, and how labels of people begin.
NUMBERED = frozenset(
    [
        "side",
        "kapitel",
        "afsnit",
        "bilag",
        "figur",
        "tabel",
        "trin",
        "fase",
        "punkt",
        "klasse",
        "niveau",
        "del",
        "uge",
        "dag",
        "spor",
        "hold",
        "boks",
        "model",
        "nummer",
        "gruppe",
        "spørgsmål",
        "kvinde",
        "mand",
        "borger",
        "deltager",
        "moderator",
        "interviewer",
        "person",
        "informant",
        "respondent",
        "kommune",
        "sagsbehandler",
        "barn",
        "case",
        "tema",
        "fokusgruppe",
        "version",
        "kode",
        "princip",
    ]
)
LATEST_YEAR = 2040
SAFE = 0.9


def find_footnote_markers(text: str) -> Iterator[Proposal]:
    """Propose to take out numbers that are footnotes' and not the word's or the year's own."""
    bodies = {match[1] for match in BODY.finditer(text)}
    yield from _after_words(text, bodies)
    yield from _after_years(text, bodies)
    for match in SIGN.finditer(text):
        if danish_reader().lexicon.is_word(match[1]):
            yield _marker(text, match.end() - 1, match.end(), 0.6, safe=False)


def _after_words(text: str, bodies: set[str]) -> Iterator[Proposal]:
    lexicon = danish_reader().lexicon
    found = list(WORD.finditer(text))
    stems = Counter(match[1].lower() for match in found)
    for match in found:
        stem, number = match.groups()
        low = stem.lower()
        # Kvinde1 and Moderator2 are people; gruppe1 and gruppe2 are groups
        if low in NUMBERED or text[match.end() : match.end() + 1] == ":" or number[0] == "0":
            continue
        if stem.isupper() or not lexicon.is_word(low):
            continue
        has_body = number in bodies
        if stems[low] > 1:
            confidence = 0.55 if has_body else 0.25
        elif stem[0].isupper() and match.start(1) == match.start():
            confidence = 0.8 if has_body else 0.4
        else:
            confidence = 0.97 if has_body else 0.8
        safe = has_body and confidence > SAFE and lexicon.common(low)
        yield _marker(text, *match.span(2), confidence, safe=safe)
    for match in AFTER_STOP.finditer(text):
        if match[1].lower() in lexicon.known and match[2] in bodies:
            yield _marker(text, *match.span(2), 0.85, safe=False)


def _after_years(text: str, bodies: set[str]) -> Iterator[Proposal]:
    for match in YEAR.finditer(text):
        range_start, year, number = match.groups()
        if int(year) > LATEST_YEAR or number[0] == "0" or AMOUNT.match(text, match.end()):
            continue
        before = BEFORE_YEAR.search(text[max(0, match.start() - 14) : match.start()])
        has_body = number in bodies
        if before and before[1]:
            confidence, safe = 0.97, True
        elif range_start:
            confidence, safe = 0.9, False
        elif before:
            confidence, safe = (0.8 if has_body else 0.55), False
        elif has_body:
            confidence, safe = 0.5, False
        else:
            continue
        yield _marker(text, *match.span(3), confidence, safe=safe)


def _marker(text: str, start: int, end: int, confidence: float, *, safe: bool) -> Proposal:
    return Proposal(start, end, text[start:end], "", "footnote_marker", confidence, safe)

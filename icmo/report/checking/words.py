"""What draft and haste leave behind: question marks, and thresholds that differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._words import WORD
from icmo.report.checking.chapters import (
    Chapters,
    Finding,
    Segment,
    Shown,
    exhibit_words,
    finding,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


#: A few words with a question mark are a doubt; a question begins with one of these.
_MOST_WORDS = 6
_ASKING = frozenset(
    [
        "hvad",
        "hvem",
        "hvis",
        "hvor",
        "hvordan",
        "hvorfor",
        "hvornår",
        "hvilken",
        "hvilket",
        "hvilke",
        "hvorvidt",
        "kan",
        "kunne",
        "skal",
        "skulle",
        "vil",
        "ville",
        "er",
        "var",
        "har",
        "havde",
        "får",
        "fik",
        "bliver",
        "blev",
        "må",
        "gør",
        "gjorde",
        "virker",
        "virkede",
        "giver",
        "gav",
        "i",
        "what",
        "who",
        "whose",
        "which",
        "when",
        "where",
        "why",
        "how",
        "can",
        "could",
        "shall",
        "should",
        "will",
        "would",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "may",
        "might",
        "must",
        "in",
    ]
)
_MARKS = re.compile(r"\?\?|\(\?\)|\[\?\]|\w \?(?=\s|$)")
_IN_BRACKETS = re.compile(r"\(([^()]*\?)\)")
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD)\b|lorem ipsum|^\W*(?:Skriv her|Write here)\W*$", re.IGNORECASE
)


def check_drafts(chapters: Chapters) -> Iterator[Finding]:
    """Find question marks and words that were meant for the author herself."""
    for segment in chapters.segments:
        if segment.kind == "quote":
            continue
        for doubt in _doubts(segment.text, short=segment.kind in ("heading", "item", "cell")):
            yield finding("draft", segment, words=doubt)
    for shown in chapters.shown:
        # What people said may be a question, also a short one.
        if shown.kind == "quote" or shown.payload.get("at"):
            continue
        caption = str(shown.payload.get("caption") or "")
        for words in (caption, *exhibit_words(shown)):
            for line in words.splitlines():
                for doubt in _doubts(line, short=shown.kind != "prose"):
                    yield finding("draft", shown, words=doubt)


def _doubts(text: str, *, short: bool) -> Iterator[str]:
    if _PLACEHOLDER.search(text) or _MARKS.search(text):
        yield text
        return
    parts = _IN_BRACKETS.findall(text)
    if short and text.rstrip(" )*_").endswith("?") and not parts:
        parts = [text]
    yield from (part for part in parts if _is_doubt(part))


def _is_doubt(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    return bool(words) and len(words) <= _MOST_WORDS and words[0] not in _ASKING


# ── thresholds ───────────────────────────────────────────────────────────────────────────

_ABOVE = ("over", "mere end", "flere end", "mindst", "more than", "at least", "above")
_BELOW = (
    *("under", "mindre end", "færre end", "højst", "op til"),
    *("less than", "fewer than", "at most", "up to", "below"),
)
_UNITS = {
    "%": ("pct", "%", "procent", "per cent", "percent"),
    "points": ("procentpoint", "percentage points"),
    "hours": ("timer", "hours"),
    "persons": ("personer", "kvinder", "deltagere", "persons", "women", "participants"),
    "months": ("måneder", "months"),
    "weeks": ("uger", "weeks"),
}
_THRESHOLD = re.compile(
    rf"\b(?P<side>{'|'.join((*_ABOVE, *_BELOW))})\s+(?P<number>\d+(?:[.,]\d+)*)\s*"
    rf"(?P<unit>{'|'.join(sorted((re.escape(one) for some in _UNITS.values() for one in some), key=len, reverse=True))})",
    re.IGNORECASE,
)
#: How many words two sentences share when they are about the same, and how far words are compared.
_SHARED, _SHARED_WORDS, _STEM, _WITH_MEANING = 0.5, 3, 6, 5
_COMMON = frozenset(
    [
        "denne",
        "dette",
        "disse",
        "deres",
        "andre",
        "mange",
        "nogle",
        "efter",
        "blandt",
        "eller",
        "begge",
        "alle",
        "ingen",
        "there",
        "their",
        "these",
        "those",
        "which",
        "other",
        "after",
        "among",
        "being",
        "andel",
        "andelen",
        "share",
    ]
)


@dataclass(frozen=True)
class _Threshold:
    side: str
    number: str
    unit: str
    words: frozenset[str]
    written: str
    place: Segment | Shown


def check_thresholds(chapters: Chapters) -> Iterator[Finding]:
    """Find a threshold that is one number here and another there, about the same thing."""
    found = [one for text, place in _sayings(chapters) for one in _thresholds(text, place)]
    told: set[tuple[str, str, str]] = set()
    for number, one in enumerate(found):
        for other in found[:number]:
            apart = (one.place.notebook, one.place.cell) != (other.place.notebook, other.place.cell)
            same = one.side == other.side and one.unit == other.unit
            if not (apart and same and one.number != other.number and _alike(one, other)):
                continue
            key = (one.written, other.written, one.place.notebook)
            if key not in told:
                told.add(key)
                where = f"{other.place.notebook} [{other.place.cell}]"
                yield finding(
                    "threshold", one.place, here=one.written, there=other.written, place=where
                )


def _sayings(chapters: Chapters) -> Iterator[tuple[str, Segment | Shown]]:
    for segment in chapters.segments:
        if segment.kind != "quote":
            yield from ((sentence, segment) for sentence in sentences(segment.text))
    for shown in chapters.shown:
        if shown.kind == "quote" or shown.payload.get("at"):
            continue
        own = [str(shown.payload.get(name) or "") for name in ("caption", "note")]
        for words in (*own, *exhibit_words(shown)):
            yield from ((sentence, shown) for sentence in sentences(words))


def _thresholds(sentence: str, place: Segment | Shown) -> Iterator[_Threshold]:
    for found in _THRESHOLD.finditer(sentence):
        side = found["side"].casefold()
        rest = sentence.replace(found[0], " ").casefold()
        words = {
            word[:_STEM]
            for word in WORD.findall(rest)
            if len(word) >= _WITH_MEANING and word not in _COMMON
        }
        unit = next(name for name, some in _UNITS.items() if found["unit"].casefold() in some)
        yield _Threshold(
            "above" if side in _ABOVE else "below",
            found["number"].replace(",", "."),
            unit,
            frozenset(words),
            found[0],
            place,
        )


def _alike(one: _Threshold, other: _Threshold) -> bool:
    shared = len(one.words & other.words)
    fewest = min(len(one.words), len(other.words))
    return shared >= _SHARED_WORDS and shared >= _SHARED * fewest

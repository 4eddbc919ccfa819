"""Letters of a file that was read in the wrong encoding, and signs that stand for letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What may come out when UTF-8 that was read as Windows-1252 is read rightly.
RIGHT = frozenset("æøåÆØÅéèêëäöüÄÖÜÉáàóíñçß–—‘’“”„…•§°´«»½¼²³€©®·¿¡\u00a0\u00ad")
#: Windows' own signs, read as if they were control characters.
CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
ENTITY = re.compile(
    r"&(aelig|oslash|aring|AElig|Oslash|Aring|eacute|nbsp|quot|ndash|mdash|hellip);"
)
ENTITIES = {
    "aelig": "æ", "oslash": "ø", "aring": "å", "AElig": "Æ", "Oslash": "Ø", "Aring": "Å",
    "eacute": "é", "nbsp": " ", "quot": '"', "ndash": "–", "mdash": "—", "hellip": "…",
}  # fmt: skip
#: Typographic signs that one old encoding turned into letters no Danish word begins or ends with.
QUOTED = re.compile(
    r"(?<![^\W\d_])ò(?=[^\W_])([^ò\n]{1,200}(?:\n[^ò\n]+){0,3}?)(?<=[^\s])ò(?![^\W\d_])"
)
DASH = re.compile(r"(?<=\s)ï(?=\s)")
GENITIVE = re.compile(r"(?<=[A-ZÆØÅa-zæøå])ô(?=s\b)")
APART = re.compile("[A-Za-z][\u0300-\u036f]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def find_wrong_encoding(text: str) -> Iterator[Proposal]:
    """Propose what stood there before an encoding was mistaken."""
    if "Ã" in text or "Â" in text or "â" in text:
        yield from _read_twice(text)
    for match in re.finditer("[\x80-\x9f]", text):
        right = CONTROLS[ord(match.group())]
        if right:
            yield _proposal(match.start(), match.group(), right, "wrong_encoding", 0.97, safe=True)
    for match in ENTITY.finditer(text):
        right = ENTITIES[match[1]]
        yield _proposal(match.start(), match.group(), right, "wrong_encoding", 0.99, safe=True)


def find_lost_signs(text: str) -> Iterator[Proposal]:
    """Propose the quotation marks and dashes that one old encoding turned into letters."""
    for match in QUOTED.finditer(text):
        for place in (match.start(), match.end() - 1):
            yield _proposal(place, "ò", "”", "wrong_encoding", 0.97, safe=True)
    for match in DASH.finditer(text):
        yield _proposal(match.start(), "ï", "–", "wrong_encoding", 0.97, safe=True)
    for match in GENITIVE.finditer(text):
        yield _proposal(match.start(), "ô", "’", "wrong_encoding", 0.85, safe=False)


def find_joined_signs(text: str) -> Iterator[Proposal]:
    """Propose one sign for letters that are written as a letter and an accent, or glued in print."""
    for match in APART.finditer(text):
        right = unicodedata.normalize("NFC", match.group())
        if right != match.group():
            yield _proposal(match.start(), match.group(), right, "joined_sign", 0.99, safe=True)
    for match in re.finditer("[ﬀ-ﬆ]", text):
        right = LIGATURES[match.group()]
        yield _proposal(match.start(), match.group(), right, "joined_sign", 0.99, safe=True)


def _read_twice(text: str) -> Iterator[Proposal]:
    """Find UTF-8 that was read as Windows-1252, also when that happened more than once."""
    place = 0
    while place < len(text):
        if text[place] not in "ÂÃâ":
            place += 1
            continue
        # the longest run first: â€™ is one sign, and Ã ƒ Â ¸ is one letter read twice
        for length in (8, 7, 6, 5, 4, 3, 2):
            wrong = text[place : place + length]
            right = _read_rightly(wrong)
            if len(wrong) == length and right and len(right) == 1 and right in RIGHT:
                yield _proposal(place, wrong, right, "wrong_encoding", 0.99, safe=True)
                place += length
                break
        else:
            place += 1


def _read_rightly(wrong: str) -> str | None:
    right = wrong
    for _ in range(3):
        try:
            right = bytes(_byte(sign) for sign in right).decode("utf-8")
        except ValueError:
            return None
        if len(right) == 1:
            return right
    return None


def _byte(sign: str) -> int:
    try:
        return sign.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(sign)


def _proposal(
    start: int, before: str, after: str, rule: str, confidence: float, *, safe: bool
) -> Proposal:
    return Proposal(start, start + len(before), before, after, rule, confidence, safe)

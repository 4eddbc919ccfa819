"""Damage as scanning, copying and bad encodings do it, put into sound Danish text.

How often a letter goes which way was counted in a scanned report beside its original: the numbers
say what reading machines do, not which words they met.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from icmo.documents.repair import Proposal

#: What a reading machine without Danish makes of the letters, and how often it was seen.
SCANNED = {
    "ø": {"g": 228, "e": 36, "o": 18, "a": 18, "@": 8, "oa": 1, "ea": 1, "ag": 1, "ga": 1, "@g": 1},
    "æ": {"ae": 106, "a": 53, "ee": 51, "e": 9, "ze": 8, "z": 3, "eae": 5, "2": 2, "x": 2, "&": 1,
          "&e": 1, "®": 1, "as": 1, "za": 1},
    "å": {"a": 206, "d": 14, "ad": 3, "3": 1, "3a": 1, "&": 1},
    "Ø": {"@": 6, "P": 1, "O": 3},
    "Æ": {"AE": 3, "2": 2, "ZE": 1},
    "Å": {"A": 5},
}  # fmt: skip

Words = list[tuple[str, str]]  # each word and each gap, sound and damaged


def damaged(text: str, damage: Callable[[str, random.Random], str], seed: int = 1) -> Words:
    """Damage a text word by word."""
    chance = random.Random(seed)
    return [
        (piece, piece if piece.isspace() else damage(piece, chance))
        for piece in re.findall(r"\s+|\S+", text)
    ]


def scanned(share: float) -> Callable[[str, random.Random], str]:
    """Lose a share of the Danish letters, as in a scanned page."""

    def damage(word: str, chance: random.Random) -> str:
        return "".join(
            chance.choices(list(SCANNED[letter]), list(SCANNED[letter].values()))[0]
            if letter in SCANNED and chance.random() < share
            else letter
            for letter in word
        )

    return damage


def cut_at_line_ends(word: str, chance: random.Random) -> str:
    """Cut some long words at the end of a line."""
    if len(word) < 8 or not word.isalpha() or chance.random() > 0.2:
        return word
    place = chance.randint(3, len(word) - 3)
    return f"{word[:place]}-\n{word[place:]}"


def cut_by_spaces(word: str, chance: random.Random) -> str:
    """Put a space into some long words."""
    if len(word) < 7 or not word.isalpha() or chance.random() > 0.04:
        return word
    place = chance.randint(2, len(word) - 2)
    return f"{word[:place]} {word[place:]}"


def read_in_the_wrong_encoding(word: str, chance: random.Random) -> str:
    """Read the UTF-8 of some words as if it were Windows-1252."""
    if word.isascii() or chance.random() > 0.5:
        return word
    return "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
        for byte in word.encode("utf-8")
    )


def shares(words: Words, accepted: list[Proposal]) -> tuple[float, float]:
    """Return the share of damaged words that are mended, and of sound words that are spoiled."""
    from icmo.documents.repair import apply

    whole = apply("".join(seen for _, seen in words), accepted)
    mended, spoiled, place = [], [], 0
    for sound, seen in words:
        start, end = whole.offsets.span_to_repaired(place, place + len(seen))
        place += len(seen)
        if sound.isspace():
            continue
        right = whole.text[start:end] == sound
        if sound == seen:
            spoiled.append(not right)
        else:
            mended.append(right)
    return sum(mended) / max(1, len(mended)), sum(spoiled) / max(1, len(spoiled))

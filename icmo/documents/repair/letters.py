"""Danish letters that reading by machine lost: the most likely word behind a damaged one.

A word is read as if it had come through a noisy channel: for every word of the language that could
have turned into what stands on the page, how common is it, and how often do its letters go that
way? How damaged the document is as a whole is found from its unreadable words, so that `for` stays
`for` in a sound text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from icmo.documents.repair.lexicon import JOINED, THREE_LETTERS, danish

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo.documents.repair.lexicon import Lexicon

DANISH = "æøå"

#: What reading machines make of a Danish letter, and how often (of a thousand).
LOST = {
    "ø": {"g": 660, "e": 105, "o": 70, "a": 52, "@": 40, "0": 8, "oe": 8, "oa": 4, "ea": 4,
          "ag": 4, "ga": 4, "@g": 4, "ö": 6, "d": 3, "¢": 4, "6": 2, "gg": 3},
    "æ": {"ae": 425, "a": 212, "ee": 204, "e": 40, "ze": 34, "z": 14, "eae": 20, "2": 9, "x": 9,
          "&": 5, "&e": 5, "®": 5, "as": 5, "za": 5, "ä": 6, "ce": 6, "æe": 2},
    "å": {"a": 840, "d": 60, "ad": 14, "3": 6, "3a": 5, "&": 5, "aa": 14, "ä": 5, "4": 3, "4a": 3,
          "á": 6, "à": 6},
}  # fmt: skip
#: Letters that any Danish letter may have become when a file was read in the wrong encoding.
STRANGE = "ßÞþô¿¾°µ¯õðœš›†‡ž¥÷\ufffd?¸"
#: Other slips of reading machines, and their share of a letter's occurrences (log10).
SLIPS = {"|": [("i", -2.0), ("l", -3.0)], "0": [("o", -3.0)], "1": [("l", -3.7), ("i", -4.0)]}
#: No more letters than these are changed in one word.
MOST_CHANGES = 4
#: What may join two words: arbejd-s-plads, barn-e-vogn.
JOINTS = frozenset("se")
#: How many readings of each beginning of a word are followed.
READINGS = 6

Way = tuple[str, str, float, int]  # what stands there, what it was, log10 of the share, Danish?


@dataclass(frozen=True)
class Reading:
    """A word that could stand behind what stands on the page."""

    word: str
    language: float
    channel: float
    damaged: int
    intact: int
    changes: tuple[tuple[int, int, str], ...]

    def score(self, damage: float) -> float:
        """Return how likely this reading is when a share of the Danish letters is damaged."""
        return (
            self.language
            + self.channel
            + self.damaged * math.log10(damage)
            + self.intact * math.log10(1 - damage)
        )


def _ways() -> dict[str, list[Way]]:
    """Turn the table of losses round: from what stands there to what it may have been."""
    ways: dict[str, list[Way]] = {}
    for letter, forms in LOST.items():
        whole = sum(forms.values())
        for form, count in forms.items():
            ways.setdefault(form, []).append((form, letter, math.log10(count / whole), 1))
    for form in STRANGE:
        ways.setdefault(form.lower(), []).extend(
            (form.lower(), letter, -2.0, 1) for letter in DANISH
        )
    for form, slips in SLIPS.items():
        ways.setdefault(form, []).extend((form, letter, share, 0) for letter, share in slips)
    return ways


WAYS = _ways()


class Reader:
    """Reads damaged words with one lexicon and remembers what it has read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.readings = lru_cache(maxsize=50_000)(self._readings)

    def _readings(self, seen: str) -> tuple[Reading, ...]:
        """Return the words that could stand behind a lower-case word, itself among them."""
        lexicon = self.lexicon
        best: list[dict[str, Reading]] = [{} for _ in range(len(seen) + 1)]
        best[0][""] = Reading("", 0.0, 0.0, 0, 0, ())
        for start in range(len(seen)):
            follow = sorted(best[start].values(), key=_rank, reverse=True)[:READINGS]
            if not follow:
                continue
            for end, part, channel, changes in self._parts(seen, start):
                whole = start == 0 and end == len(seen)
                if not whole and not lexicon.part(part):
                    continue
                language = lexicon.log(part) + (JOINED if start else 0.0)
                damaged = sum(1 for _, _, letter in changes if letter in DANISH)
                intact = sum(part.count(letter) for letter in DANISH) - damaged
                for before in follow:
                    if len(before.changes) + len(changes) > MOST_CHANGES:
                        continue
                    reading = Reading(
                        before.word + part,
                        before.language + language,
                        before.channel + channel,
                        before.damaged + damaged,
                        before.intact + intact,
                        before.changes + changes,
                    )
                    _keep(best[end], reading)
                    if seen[end : end + 1] in JOINTS and len(part) >= THREE_LETTERS:
                        _keep(best[end + 1], _with_joint(reading, seen[end]))
        return tuple(sorted(best[-1].values(), key=_rank, reverse=True)[: 2 * READINGS])

    def _parts(
        self, seen: str, start: int
    ) -> Iterable[tuple[int, str, float, tuple[tuple[int, int, str], ...]]]:
        """Yield every word of the list that could stand at a place, and where it ends."""
        lexicon = self.lexicon
        open_ends: list[tuple[int, str, float, tuple[tuple[int, int, str], ...]]] = [
            (start, "", 0.0, ())
        ]
        while open_ends:
            place, word, channel, changes = open_ends.pop()
            low, high = lexicon.range(word)
            if low == high:
                continue
            if word and lexicon.words[low] == word:
                yield place, word, channel, changes
            if place == len(seen):
                continue
            open_ends.append((place + 1, word + seen[place], channel, changes))
            if len(changes) == MOST_CHANGES:
                continue
            for length in (1, 2, 3):
                for form, letter, share, _ in WAYS.get(seen[place : place + length], ()):
                    if len(form) == length:
                        change = (place, place + length, letter)
                        open_ends.append(
                            (place + length, word + letter, channel + share, (*changes, change))
                        )


def _rank(reading: Reading) -> float:
    """Order readings as in a document that is partly damaged."""
    return reading.score(0.5)


def _keep(readings: dict[str, Reading], reading: Reading) -> None:
    known = readings.get(reading.word)
    if known is None or _rank(reading) > _rank(known):
        readings[reading.word] = reading


def _with_joint(reading: Reading, joint: str) -> Reading:
    return Reading(
        reading.word + joint,
        reading.language - 0.5,
        reading.channel,
        reading.damaged,
        reading.intact,
        reading.changes,
    )


@lru_cache(maxsize=1)
def danish_reader() -> Reader:
    """Return the reader of Danish, made once."""
    return Reader(danish())

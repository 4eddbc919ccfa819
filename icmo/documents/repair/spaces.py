"""Spaces that are not spaces, spaces that are too many, and spaces inside words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.records import Proposal
from icmo.documents.repair.words import NO_WORD, damage_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECIAL = re.compile(
    "[ ]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*"
)
#: Invisible signs inside a word; the joiner of emoji and of other scripts is left alone.
INVISIBLE = re.compile("(?<=\\w)\u00ad\n?(?=\\w)|[\u200b\u2060\ufeff\u00ad]")
DOUBLE = re.compile(r"(?<=\S) {2,3}(?=\S)")
PAIR = re.compile(
    r"(?<![\w.@/’'-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w@/&®|\ufffd-]|\?\w)(?: ([^\W\d_]+)(?![\w@/&®|\ufffd-]|\?\w))?)"
)
#: The share of words that a space has cut, before the text has been seen (log10).
CUT, MOST_CUT = -2.8, -1.3
#: Words stand together more often than chance says (log10), and two real words much more often.
TOGETHER, UNUSUAL_WORDS, REAL_WORDS = 1.0, 0.5, 2.5
#: A word this common (log10) is a word of its own beside another.
VERY_COMMON = -3.6
SAFE_ODDS, WORTH_SHOWING = 3.0, 0.2
#: Endings that are no words, whatever a list says.
ENDINGS = frozenset(
    [
        "ne",
        "erne",
        "ens",
        "ets",
        "ede",
        "else",
        "elsen",
        "elser",
        "ning",
        "ningen",
        "ninger",
        "heden",
        "ere",
        "este",
        "nes",
        "ers",
        "des",
    ]
)
TWO = 2
MISSING, SHORTEST, SHORT = -30.0, 5, 4
#: Only in a text that has lost this share of its letters may the joined word be damaged too.
READ_DAMAGED = 0.01


def find_special_spaces(text: str) -> Iterator[Proposal]:
    """Propose an ordinary space for every space of another kind."""
    for match in SPECIAL.finditer(text):
        yield Proposal(*match.span(), match.group(), " ", "special_space", 0.99, safe=True)


def find_double_spaces(text: str) -> Iterator[Proposal]:
    """Propose one space between words for two or three; more are a page's layout."""
    for match in DOUBLE.finditer(text):
        yield Proposal(*match.span(), match.group(), " ", "double_space", 0.97, safe=True)


def find_invisible_signs(text: str) -> Iterator[Proposal]:
    """Propose to take out signs that nobody sees, such as soft hyphens."""
    for match in INVISIBLE.finditer(text):
        yield Proposal(*match.span(), match.group(), "", "invisible_sign", 0.99, safe=True)


def find_split_words(text: str) -> list[Proposal]:
    """Propose one word where a space has cut it.

    `beskæf tigelse` is safe, since the halves are no words; `rolle fordelingen` waits for a person.
    """
    joiner = _Joiner(text)
    passed_over = [match.span() for match in NO_WORD.finditer(text)]
    cuts: list[_Cut] = []
    for match in PAIR.finditer(text):
        left, right, third = match.groups()
        if any(begin <= match.start() < finish for begin, finish in passed_over):
            continue
        pair = joiner.cut(match.start(), (left, right))
        # a word cut twice only where the first two pieces are no word together
        cut = pair or (joiner.cut(match.start(), (left, right, third)) if third else None)
        cuts += [cut] if cut else []
    strong = sum(not cut.words and cut.odds + CUT > 1 for cut in cuts)
    share = math.log10((strong + 1) / (len(text) / 6 + 500))
    return list(_surest(text, cuts, min(MOST_CUT, max(CUT, share))))


def _surest(text: str, cuts: list[_Cut], share: float) -> Iterator[Proposal]:
    """Turn the likeliest cuts that do not overlap into proposals."""
    taken: list[tuple[int, int]] = []
    for cut in sorted(cuts, key=lambda cut: (-cut.odds, cut.start)):
        odds = max(-15.0, min(15.0, cut.odds + share * (len(cut.halves) - 1)))
        confidence = 1 / (1 + 10**-odds)
        if cut.words:
            # `lediges ønsker` is as good Danish as `rollefordelingen`: a person decides
            confidence = min(confidence, 0.9 if cut.listed else 0.45)
        end = cut.start + len(" ".join(cut.halves))
        if confidence < WORTH_SHOWING or any(cut.start < b and a < end for a, b in taken):
            continue
        taken.append((cut.start, end))
        safe = cut.clear and odds > SAFE_ODDS
        before, after = text[cut.start : end], "".join(cut.halves)
        yield Proposal(cut.start, end, before, after, "split_word", confidence, safe)


@dataclass(frozen=True)
class _Cut:
    """Pieces that may be one word, and the odds (log10) before we know how common cuts are."""

    start: int
    halves: tuple[str, ...]
    odds: float
    words: bool  # the pieces are words themselves
    listed: bool  # the whole is in the word list
    clear: bool  # no piece is a word, and the whole is in the list


class _Joiner:
    """Weighs pieces against the word they may be."""

    def __init__(self, text: str) -> None:
        self.reader = danish_reader()
        self.lexicon = self.reader.lexicon
        self.damage, _ = damage_of(list(words_of(text)), self.reader)

    def cut(self, start: int, halves: tuple[str, ...]) -> _Cut | None:
        """Return the cut that these pieces may be, if the whole may be a word."""
        lexicon = self.lexicon
        low = [half.lower() for half in halves]
        joined = "".join(low)
        if len(joined) < SHORTEST or not "".join(halves[1:]).islower():
            return None
        if halves[0].isupper() and len(low[0]) > 1:
            return None
        words = [self._is_word(half) for half in low]
        usual = [lexicon.common(half.removesuffix("s")) or lexicon.common(half) for half in low]
        listed = joined in lexicon.known
        if all(words) and (
            len(low) > TWO
            or (all(usual) and any(lexicon.log(half) > VERY_COMMON for half in low))
            or (all(usual) and not listed)
        ):
            return None
        if not listed and any(
            lexicon.log(half) > VERY_COMMON for half in low if half in lexicon.known
        ):
            return None  # `for stdin`: a common word beside one that no list knows
        together = max(
            lexicon.log(joined) if listed else lexicon.compound(joined), self._read(joined)
        )
        if together < MISSING:
            return None
        apart = sum(map(self._alone, halves)) + TOGETHER
        if all(words):
            apart += REAL_WORDS if all(usual) else UNUSUAL_WORDS
        clear = (
            listed and halves[0].islower() and not any(words) and all(len(half) > 1 for half in low)
        )
        return _Cut(start, halves, together - apart, all(words), listed, clear)

    def _is_word(self, low: str) -> bool:
        if len(low) == 1 or low in ENDINGS:
            return False
        # the list has every short string that ever was an abbreviation
        return self.lexicon.common(low) if len(low) <= SHORT else self.lexicon.is_word(low)

    def _alone(self, half: str) -> float:
        low = half.lower()
        if len(low) == 1:
            return -2.0 if low in "iåoa" else -4.5
        if low in ENDINGS:
            return -6.0
        name = 1.5 if half[:1].isupper() else 0.0
        return max(self.lexicon.likelihood(low) + name, self._read(low))

    def _read(self, low: str) -> float:
        if self.damage < READ_DAMAGED:
            return -99.0
        readings = self.reader.readings(low)
        return max([reading.score(self.damage) for reading in readings], default=-99.0)

"""Spaces that are not spaces, spaces that are too many, and spaces inside words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.records import Proposal
from icmo.documents.repair.words import NO_WORD, damage_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECIAL = re.compile("[ ]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*")
#: Invisible signs inside a word; the joiner of emoji and of other scripts is left alone.
INVISIBLE = re.compile("(?<=\\w)\u00ad\n?(?=\\w)|[\u200b\u2060\ufeff\u00ad]")
DOUBLE = re.compile(r"(?<=\S) {2,3}(?=\S)")
PAIR = re.compile(r"(?<![\w.@/’'-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w@/-])(?: ([^\W\d_]+)(?![\w@/-]))?)")
#: The share of words that a space has cut, before the text has been seen (log10).
CUT = -2.8
#: Words stand together more often than chance says (log10), and two real words much more often.
TOGETHER, UNUSUAL_WORDS, REAL_WORDS = 1.0, 0.5, 2.5
#: A word this common (log10) is a word of its own beside another.
VERY_COMMON = -3.6
MISSING, SHORTEST = -30.0, 5
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
    reader = danish_reader()
    lexicon = reader.lexicon
    words = list(words_of(text))
    damage, _ = damage_of(words, reader)
    passed_over = [match.span() for match in NO_WORD.finditer(text)]

    def usual(word: str) -> bool:
        return lexicon.common(word) or (word.endswith("s") and lexicon.common(word[:-1]))

    def read(word: str) -> float:
        if damage < READ_DAMAGED:
            return -99.0
        return max([reading.score(damage) for reading in reader.readings(word)], default=-99.0)

    def alone(word: str) -> float:
        low = word.lower()
        if len(low) == 1:
            return -2.0 if low in "iåoa" else -4.5
        name = 1.5 if word[:1].isupper() else 0.0
        return max(lexicon.likelihood(low) + name, read(low))

    def whole(word: str) -> float:
        listed = lexicon.log(word) if word in lexicon.known else lexicon.compound(word)
        return max(listed, read(word))

    found: list[Proposal] = []
    last = 0
    for match in PAIR.finditer(text):
        start = match.start()
        if start < last or any(begin <= start < finish for begin, finish in passed_over):
            continue
        left, right, third = match.groups()
        for halves in ((left, right), (left, right, third)):
            if halves[-1] is None or any(not half.islower() for half in halves[1:]):
                continue
            low = [half.lower() for half in halves]
            joined = "".join(low)
            if len(joined) < SHORTEST or (left.isupper() and len(left) > 1):
                continue
            real = [half in lexicon.known and len(half) > 1 for half in low]
            if all(real) and (
                len(halves) > 2  # noqa: PLR2004
                or any(lexicon.log(half) > VERY_COMMON for half in low)
                or (all(map(usual, low)) and joined not in lexicon.known)
            ):
                continue
            if len(halves) > 2 and all(map(lexicon.is_word, low)):  # noqa: PLR2004
                continue
            together = whole(joined)
            if together < MISSING:
                continue
            apart = sum(map(alone, halves)) + TOGETHER
            if all(real):
                apart += REAL_WORDS if all(map(usual, low)) else UNUSUAL_WORDS
            odds = together + CUT - apart
            share = 1 / (1 + 10 ** -max(-15.0, min(15.0, odds)))
            if share < 0.2:  # noqa: PLR2004
                continue
            if all(real):
                share = min(share, 0.9)
            end = start + len(" ".join(halves))
            after = "".join(halves)
            safe = (
                share > 0.999  # noqa: PLR2004
                and not any(lexicon.is_word(half) for half in halves if len(half) > 2)  # noqa: PLR2004
                and joined in lexicon.known
                and left.islower()
                and all(len(half) > 1 for half in halves)
            )
            found.append(
                Proposal(start, end, text[start:end], after, "split_word", round(share, 4), safe)
            )
            last = end
            break
    return found


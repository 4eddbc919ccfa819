"""Words whose Danish letters were lost: found, read anew and proposed with a probability."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.documents.repair.letters import DANISH, STRANGE, danish_reader
from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.documents.repair.letters import Reader, Reading

#: A word with the signs that a lost letter may have become.
WORD = re.compile(r"(?:[^\W_]|[@&®|¢¿¾°†‡›¥÷¸¯\ufffd]|\?(?=[^\W\d_]))+")
#: Addresses, file names and identifiers are no words.
NO_WORD = re.compile(
    r"[\w.+-]+@[\w-]+\.[a-z]{2,4}\b|https?://\S+|www\.\S+|`[^`\n]*`|\w+(?:_\w+)+|\w+(?:-\w+){3,}"
    r"|[\w/-]+\.(?:dk|com|org|net|eu|txt|docx?|pdf|xlsx?|csv|yaml)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?:•»«*–]\s*[\"”’'»(]?\s*$|\n\s*\n\s*$|^\s*$")
BAR = re.compile(r"(?<![^\s(”\"»])\|(?= [a-zæøå])")
#: Danish letters we expect to see before we believe that a text has lost none.
DOUBT = 12.0
#: Names and codes that no list knows are likelier than other unlisted words (log10).
NAME, ACRONYM = 1.5, 3.0
#: Proposals less likely than this are not worth a person's time.
WORTH_SHOWING = 0.2
#: What makes a misread word likely, and what makes it evidence of a damaged text.
LIKELY, CLEAR = 0.5, 0.9
DOUBTFUL = 0.45
#: A way that letters seldom go (log10) does not make one everyday word of another.
UNUSUAL = -1.5
#: From this damage on, an upright bar in the middle of a line is rather an I than a table's line.
SCANNED, BARS_IN_TEXT = 0.05, 2
#: What a reading needs to be safe.
SAFE_POSTERIOR, SAFE_LANGUAGE, SAFE_WORDS, SAFE_LENGTH = 0.995, -8.5, 5, 4


@dataclass(frozen=True)
class Word:
    """A word of a text, and what we know of its place."""

    start: int
    end: int
    seen: str
    begins_sentence: bool
    acronym: bool

    @property
    def low(self) -> str:
        """The word as the lists write it."""
        return self.seen.lower()

    @property
    def name_like(self) -> bool:
        """Capitals inside a sentence: probably a name or an abbreviation."""
        return self.seen[:1].isupper() and not self.begins_sentence


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text that may be read anew."""
    passed_over = [match.span() for match in NO_WORD.finditer(text)]
    for match in WORD.finditer(text):
        start, end = match.span()
        seen = match.group()
        if any(begin <= start < finish for begin, finish in passed_over):
            continue
        if text[end : end + 1] == "-" and text[end + 1 : end + 3].strip(" ")[:1] == "\n":
            continue  # half a word
        if len(seen) == 1 or not any(sign.isalpha() for sign in seen):
            continue
        begins = bool(SENTENCE_END.search(text[max(0, start - 12) : start]))
        yield Word(start, end, seen, begins, seen.isupper() and not _in_capitals(text, start, end))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Say whether the words beside a word are written in capitals too, as in a heading."""
    beside = text[max(0, start - 25) : start].split()[-1:] + text[end : end + 25].split()[:1]
    return any(word.isupper() and len(word) > 1 for word in beside)


def likely_readings(
    word: Word, reader: Reader, damage: float
) -> tuple[list[tuple[float, Reading]], float]:
    """Return the changed readings of a word with their probability, and that of leaving it."""
    readings = reader.readings(word.low)
    lexicon = reader.lexicon
    leave = max(lexicon.unlisted(word.low), lexicon.english(word.low))
    if "é" in word.low and lexicon.is_word(word.low.replace("é", "e")):
        leave = max(leave, lexicon.likelihood(word.low.replace("é", "e")))
    if word.name_like and not any(sign in STRANGE for sign in word.low):
        leave += NAME
    if word.acronym:
        leave += ACRONYM
    if any(sign.isdigit() for sign in word.seen):
        leave = max(leave, _code(word.seen))
    leave += sum(word.low.count(letter) for letter in DANISH) * math.log10(1 - damage)
    changed = []
    for reading in readings:
        score = reading.score(damage)
        if reading.changes:
            changed.append((score, reading))
        else:
            leave = max(leave, score)
    if not changed:
        return [], 1.0
    top = max(leave, *(score for score, _ in changed))
    whole = 10 ** (leave - top) + sum(10 ** (score - top) for score, _ in changed)
    shares = [(10 ** (score - top) / whole, reading) for score, reading in changed]
    return sorted(shares, key=lambda share: -share[0]), 10 ** (leave - top) / whole


def _code(seen: str) -> float:
    """Return how likely a code such as B1, m2 or 3a is (log10); not with a digit inside."""
    if re.search(r"[a-zæøå]\d+[a-zæøå]", seen):
        return -4.5 - 0.9 * len(seen)
    return -3.2 - 0.7 * len(seen) + seen.isupper()


def damage_of(words: list[Word], reader: Reader) -> tuple[float, int]:
    """Estimate which share of the Danish letters a text has lost, and from how many words.

    Only words that are no words as they stand are evidence; `for` alone proves nothing.
    """
    damage, evidence = 0.3, 0
    for _ in range(3):
        lost = kept = 0.0
        evidence = 0
        for word in words:
            kept += sum(word.low.count(letter) for letter in DANISH)
            if word.low in reader.lexicon.known or word.name_like:
                continue
            readings, _ = likely_readings(word, reader, damage)
            if readings and readings[0][0] > LIKELY:
                share, reading = readings[0]
                lost += share * reading.damaged
                evidence += share > CLEAR
        damage = min(0.97, max(0.0005, (lost + 0.05) / (lost + kept + DOUBT)))
    return damage, evidence


def read_words(text: str) -> list[Proposal]:
    """Propose the words that probably stood where damaged ones stand."""
    reader = danish_reader()
    words = list(words_of(text))
    damage, evidence = damage_of(words, reader)
    found = []
    for word in words:
        readings, _ = likely_readings(word, reader, damage)
        if not readings or readings[0][0] < WORTH_SHOWING:
            continue
        share, reading = readings[0]
        if reading.channel < UNUSUAL and reader.lexicon.common(word.low):
            share = min(share, DOUBTFUL)  # fad is seldom a misread få
        after = _with_capitals(reading.word, word)
        if after == word.seen:
            continue
        rule = _rule(reading, word)
        safe = (
            (evidence >= SAFE_WORDS or rule == "wrong_encoding")
            and share > SAFE_POSTERIOR
            and len(word.seen) >= SAFE_LENGTH
            and reading.language > SAFE_LANGUAGE
            and not reader.lexicon.is_word(word.low)
            and not word.name_like
            and not word.acronym
        )
        found.append(Proposal(word.start, word.end, word.seen, after, rule, share, safe))
    return sorted([*found, *_bars(text, damage)], key=lambda one: one.start)


def _bars(text: str, damage: float) -> Iterator[Proposal]:
    """Propose an I for an upright bar that stands alone before a word; not in a table."""
    for match in BAR.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if line.count("|") > BARS_IN_TEXT or line.rstrip().endswith("|"):
            continue
        begins = bool(SENTENCE_END.search(text[max(0, match.start() - 12) : match.start()]))
        likely = damage > SCANNED or begins
        yield Proposal(
            *match.span(), "|", "I", "misread_sign", 0.85 if likely else DOUBTFUL, safe=False
        )


def _with_capitals(read: str, word: Word) -> str:
    letters = [sign for sign in word.seen if sign.isalpha()]
    if len(letters) > 1 and sum(map(str.isupper, letters)) > 0.6 * len(letters):
        return read.upper()  # also LOeFT
    first = word.seen[0]
    if first.isupper() or (not first.isalpha() and word.begins_sentence):
        return read[0].upper() + read[1:]
    return read


def _rule(reading: Reading, word: Word) -> str:
    forms = {word.low[start:end] for start, end, _ in reading.changes}
    if forms & set(STRANGE):
        return "wrong_encoding"
    if not any(letter in DANISH for _, _, letter in reading.changes):
        return "misread_sign"
    return "lost_letter"

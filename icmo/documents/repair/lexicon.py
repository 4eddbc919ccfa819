"""The Danish words: which exist, how common each is, and how likely a string is to be one.

The forms come from simplemma's Danish word list, the frequencies from wordfreq's. Both travel in
their wheels; nothing is fetched. Everything is loaded once, when the first text is repaired.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

#: What a word of the list weighs when it is too rare to have a frequency of its own (log10).
RARE = -7.3
#: How much likelier or less likely it is that two words are one compound than two words (log10).
JOINED = -0.3
#: The share of running words that no list knows: names, slips, foreign words (log10).
UNLISTED = -1.9
#: How much rarer a word's genitive is than the word (log10).
GENITIVE = 2.0
#: What a string weighs that cannot be read at all.
IMPOSSIBLE = -99.0
#: A short part of a compound must be this common (log10).
COMMON_PART = -5.6
THREE_LETTERS = 3
#: Beginnings remembered with the place of their words.
REMEMBERED = 400_000
#: A part of a compound has at least three letters, but for these.
SHORT_PARTS = frozenset({"by", "år", "øl", "is", "ny"})
#: Short beginnings that many words share.
PREFIXES = frozenset({"gen", "mis", "sam", "van"})
#: Words that stand before or after other words, not inside them.
NEVER_PARTS = frozenset(
    [
        "den",
        "det",
        "der",
        "som",
        "har",
        "kan",
        "vil",
        "var",
        "ved",
        "men",
        "hos",
        "hun",
        "han",
        "jeg",
        "dig",
        "mig",
        "sig",
        "vor",
        "jer",
        "dem",
        "hen",
        "ene",
        "ens",
        "ers",
        "ede",
        "des",
        "els",
        "ere",
        "ger",
        "ter",
        "ner",
        "ler",
        "ker",
        "res",
        "ses",
        "tes",
        "nes",
        "les",
        "the",
        "and",
        "you",
        "not",
        "are",
        "was",
        "our",
    ]
)
PLAIN = re.compile("^[a-zæøåéäöü-]+$", re.MULTILINE)


class Lexicon:
    """Danish words in alphabetical order, so that a beginning finds its words by bisection."""

    def __init__(
        self, words: list[str], frequencies: dict[str, float], english: dict[str, float]
    ) -> None:
        self.words = words
        self.known = frozenset(words)
        self._log = {word: math.log10(share) for word, share in frequencies.items()}
        self._english = {word: math.log10(share) - 2.0 for word, share in english.items()}
        self._triples = _letter_triples(frequencies)
        self._ranges: dict[str, tuple[int, int]] = {"": (0, len(words))}
        self.unlisted = lru_cache(maxsize=50_000)(self._unlisted)
        self.compound = lru_cache(maxsize=50_000)(self._compound)

    def log(self, word: str) -> float:
        """Return how common a word of the list is (log10 of its share of running words)."""
        return self._log.get(word, RARE)

    def common(self, word: str) -> bool:
        """Say whether a word is common enough to have a frequency."""
        return word in self._log

    def english(self, word: str) -> float:
        """Return how common a word is in English, held back, for texts that quote English."""
        return self._english.get(word, IMPOSSIBLE) if len(word) >= THREE_LETTERS else IMPOSSIBLE

    def range(self, beginning: str) -> tuple[int, int]:
        """Return where the words with this beginning stand."""
        found = self._ranges.get(beginning)
        if found is None:
            low, high = self.range(beginning[:-1])
            if low < high:
                low = bisect_left(self.words, beginning, low, high)
                high = bisect_left(self.words, beginning + "\uffff", low, high)
            if len(self._ranges) > REMEMBERED:
                self._ranges.clear()
                self._ranges[""] = (0, len(self.words))
            found = self._ranges[beginning] = (low, high)
        return found

    def part(self, word: str) -> bool:
        """Say whether a word of the list may stand inside a compound."""
        if len(word) < THREE_LETTERS:
            return word in SHORT_PARTS
        if len(word) == THREE_LETTERS:
            return word in PREFIXES or (word not in NEVER_PARTS and self.log(word) > COMMON_PART)
        return True

    def is_word(self, word: str) -> bool:
        """Say whether a word is in the list or made of words that are."""
        word = word.lower()
        return (
            word in self.known
            or (word.endswith("s") and word[:-1] in self.known)
            or self.compound(word) > IMPOSSIBLE
        )

    def likelihood(self, word: str) -> float:
        """Return how likely a running word is to be this one (log10), listed or not."""
        listed = self.log(word) if word in self.known else self.compound(word)
        if word.endswith("s") and word[:-1] in self.known:
            listed = max(listed, self.log(word[:-1]) - GENITIVE)
        return max(listed, self.unlisted(word), self.english(word))

    def _compound(self, word: str) -> float:
        best = [IMPOSSIBLE] * (len(word) + 1)
        best[0] = 0.0
        for start in range(len(word)):
            if best[start] <= IMPOSSIBLE:
                continue
            for end in range(start + 2, len(word) + 1):
                low, high = self.range(word[start:end])
                if low == high:
                    break
                part = word[start:end]
                if self.words[low] != part or not self.part(part):
                    continue
                score = best[start] + self.log(part) + (JOINED if start else 0.0)
                best[end] = max(best[end], score)
                # the joint: arbejd-s-plads, barn-e-vogn
                if end < len(word) - 2 and word[end] in "se" and len(part) >= THREE_LETTERS:
                    best[end + 1] = max(best[end + 1], score - 0.5)
        return best[-1]

    def _unlisted(self, word: str) -> float:
        counts, pairs = self._triples
        score, before = UNLISTED, "^^"
        for letter in word + "$":
            score += math.log10((counts[before + letter] + 0.05) / (pairs[before] + 2.0))
            before = before[1] + letter
        return score


def _letter_triples(frequencies: dict[str, float]) -> tuple[Counter[str], Counter[str]]:
    """Count which letters follow each other in Danish words."""
    counts: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word in frequencies:
        padded = f"^^{word}$"
        counts.update(padded[place : place + 3] for place in range(len(padded) - 2))
        pairs.update(padded[place : place + 2] for place in range(len(padded) - 2))
    return counts, pairs


@lru_cache(maxsize=1)
def danish() -> Lexicon:
    """Load the Danish words; about a second, once."""
    import wordfreq
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    # No cache in the factory: the words are kept here, their lemmas are not needed.
    listed = DefaultDictionaryFactory(cache_max_size=0).get_dictionary("da")
    frequencies = wordfreq.get_frequency_dict("da")
    # one long string is twice as fast as 800,000 short ones
    words = set(PLAIN.findall("\n".join([*listed, *frequencies]).lower()))
    return Lexicon(
        sorted(words),
        {word: share for word, share in frequencies.items() if word in words},
        wordfreq.get_frequency_dict("en", wordlist="small"),
    )

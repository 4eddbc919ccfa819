"""Word forms: what is the same word in another form, such as `opgave` and `opgaverne`."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Return the form under which a Danish word stands in a dictionary."""
    from simplemma import lemmatize

    return str(lemmatize(word, lang="da")).lower()


def find_forms(text: str, sought: str) -> list[tuple[int, int]]:
    """Return where the words sought stand one after the other, in whatever form."""
    wanted = [_keys(word) for word in _WORD.findall(sought)]
    if not wanted:
        return []
    words = [found.span() for found in _WORD.finditer(text)]
    found = []
    for place in range(len(words) - len(wanted) + 1):
        run = words[place : place + len(wanted)]
        if all(
            keys & _keys(text[start:end]) for keys, (start, end) in zip(wanted, run, strict=True)
        ):
            found.append((run[0][0], run[-1][1]))
    return found


@lru_cache(maxsize=200_000)
def _keys(word: str) -> frozenset[str]:
    """Return by what a word is known again: as it is written, and its dictionary form."""
    return frozenset((word.lower(), lemma(word), lemma(word.lower())))

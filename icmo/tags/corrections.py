"""Which words of a passage are corrections of which: "undersßgelse" and "undersøgelse"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Two words are alike when this share of the longer one is the same at its beginning and end.
_ALIKE = 0.5
#: A word this long is not like another by chance.
_LONG = 6
#: Passages with more pairs of words than this were written anew, not corrected.
_MOST_PAIRS = 1600
#: So many words may have become one, or one become so many ("inden for", "indenfor").
_MOST_JOINED = 3


class Correction(NamedTuple):
    """The words `new[new_start:new_end]` are what became of `old[old_start:old_end]`."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def find_corrections(old: Sequence[str], new: Sequence[str]) -> list[Correction]:
    """Return which words of a changed passage stand for which, in order.

    A passage in which little is alike was written anew: there only long words count, as
    short ones ("og", "det") are alike by chance.
    """
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    found = _most_alike([word.casefold() for word in old], [word.casefold() for word in new])
    alike = sum(_letters(old[one.old_start : one.old_end]) for one in found)
    if 2 * alike >= min(_letters(old), _letters(new)):
        return found
    return [one for one in found if _letters(old[one.old_start : one.old_end]) >= _LONG]


def common_start(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their beginning."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def common_end(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their end."""
    return common_start(one[::-1], other[::-1])


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _most_alike(old: list[str], new: list[str]) -> list[Correction]:
    """Return the pairs, in order, that have the most letters in common."""
    # best[i][j]: what old[i:] and new[j:] have in common, and the step to take from there
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            below, beside = best[i + 1][j], best[i][j + 1]
            best[i][j], steps[i, j] = (below, (1, 0)) if below >= beside else (beside, (0, 1))
            for step, worth in _pairs_at(old, new, i, j):
                total = worth + best[i + step[0]][j + step[1]]
                if total > best[i][j]:
                    best[i][j], steps[i, j] = total, step
    found = []
    i = j = 0
    while (i, j) in steps:
        down, right = steps[i, j]
        if down and right:
            found.append(Correction(i, i + down, j, j + right))
        i, j = i + down, j + right
    return found


def _pairs_at(
    old: list[str], new: list[str], i: int, j: int
) -> list[tuple[tuple[int, int], float]]:
    """Return the pairs that begin at two words, each with what it is worth."""
    one, other = old[i], new[j]
    pairs = []
    if share := _share(one, other):
        pairs.append(((1, 1), share * (len(one) + len(other))))
    if one != other and one.startswith(other):
        pairs += [
            ((1, count), 2.0 * len(one))
            for count in range(2, _MOST_JOINED + 1)
            if "".join(new[j : j + count]) == one and j + count <= len(new)
        ]
    if one != other and other.startswith(one):
        pairs += [
            ((count, 1), 2.0 * len(other))
            for count in range(2, _MOST_JOINED + 1)
            if "".join(old[i : i + count]) == other and i + count <= len(old)
        ]
    return pairs


@lru_cache(maxsize=20_000)
def _share(one: str, other: str) -> float:
    """Return how much two words are alike, 0 if too little."""
    start = common_start(one, other)
    end = common_end(one[start:], other[start:])
    share = (start + end) / max(len(one), len(other))
    if share >= _ALIKE:
        return share
    # letters that changed places: "jge" for "jeg"
    return _ALIKE if len(one) > 1 and sorted(one) == sorted(other) else 0.0

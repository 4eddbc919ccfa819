"""Which words of two lists are the same, in the same order: the work of a diff.

Runs of words that stand once in each list are sure to be the same, and cut the lists into
small blocks; inside a block the fewest corrections decide.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

#: Words in a row that anchor one list to the other when they stand once in each: many first, as
#: they are surer, then one.
_ANCHOR_SIZES = (4, 1)
#: A block that needs more corrections than this, and has no anchor, was written anew.
_MOST_EDITS = 400
#: So few equal words between two longer rewritings are equal by chance ("og", "det er").
_CHANCE = 2


class Run(NamedTuple):
    """Words that are the same: `old[i:i+length] == new[j:j+length]`."""

    old: int
    new: int
    length: int


class _Block(NamedTuple):
    """Words of both lists that are yet to be laid beside each other."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def matching_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs of words that are the same in both lists, in order and as long as they go."""
    runs: list[Run] = []
    todo = [_Block(0, len(old), 0, len(new))]
    while todo:
        block, found = _stripped(old, new, todo.pop())
        runs += found
        if block.old_start == block.old_end or block.new_start == block.new_end:
            continue
        old_words = old[block.old_start : block.old_end]
        new_words = new[block.new_start : block.new_end]
        anchors = _anchors(old_words, new_words)
        if anchors:
            todo += _cut(block, anchors)
        else:
            runs += [
                Run(block.old_start + run.old, block.new_start + run.new, run.length)
                for run in _fewest_edits(old_words, new_words)
            ]
    return _without_chance(_joined(sorted(runs)), len(old), len(new))


def _stripped(
    old: Sequence[Hashable], new: Sequence[Hashable], block: _Block
) -> tuple[_Block, list[Run]]:
    """Take from a block the words that are the same at its beginning and at its end."""
    a1, a2, b1, b2 = block
    shorter = min(a2 - a1, b2 - b1)
    before = 0
    while before < shorter and old[a1 + before] == new[b1 + before]:
        before += 1
    after = 0
    while after < shorter - before and old[a2 - after - 1] == new[b2 - after - 1]:
        after += 1
    runs = [Run(a1, b1, before), Run(a2 - after, b2 - after, after)]
    rest = _Block(a1 + before, a2 - after, b1 + before, b2 - after)
    return rest, [run for run in runs if run.length]


def _cut(block: _Block, anchors: list[tuple[int, int]]) -> Iterator[_Block]:
    """Cut a block before each anchor, but for one that only continues the one before it."""
    old_start, new_start = block.old_start, block.new_start
    before = (-2, -2)
    for anchor in anchors:
        continues = anchor == (before[0] + 1, before[1] + 1)
        before = anchor
        if continues:
            continue
        old_here, new_here = block.old_start + anchor[0], block.new_start + anchor[1]
        yield _Block(old_start, old_here, new_start, new_here)
        old_start, new_start = old_here, new_here
    yield _Block(old_start, block.old_end, new_start, block.new_end)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of the words that stand once in each list, as far as they keep their order."""
    for size in _ANCHOR_SIZES:
        in_old, in_new = _single_places(old, size), _single_places(new, size)
        pairs = sorted((place, in_new[words]) for words, place in in_old.items() if words in in_new)
        if pairs:
            return _in_order(pairs)
    return []


def _single_places(words: Sequence[Hashable], size: int) -> dict[tuple[Hashable, ...], int]:
    """Return where each sequence of so many words stands, if it stands only once."""
    places: dict[tuple[Hashable, ...], int] = {}
    repeated = set()
    for place, sequence in enumerate(zip(*(words[skip:] for skip in range(size)), strict=False)):
        if places.setdefault(sequence, place) != place:
            repeated.add(sequence)
    for sequence in repeated:
        del places[sequence]
    return places


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of the pairs that rises in both places."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[length], last[length] = place, number
    rising = []
    number = last[-1]
    while number >= 0:
        rising.append(pairs[number])
        number = before[number]
    return rising[::-1]


def _fewest_edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return what is the same after the fewest words taken out and put in (Myers 1986).

    Empty where that takes too many.
    """
    #: how far into the old list each diagonal came, after each number of edits
    reached: list[dict[int, int]] = []
    reach = {1: 0}
    for edits in range(min(len(old) + len(new), _MOST_EDITS) + 1):
        reached.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            place = _step(reach, diagonal, edits)
            while (
                place < len(old)
                and place - diagonal < len(new)
                and old[place] == new[place - diagonal]
            ):
                place += 1
            reach[diagonal] = place
            if place >= len(old) and place - diagonal >= len(new):
                return _walked_back(reached, len(old), len(new))
    return []


def _step(reach: dict[int, int], diagonal: int, edits: int) -> int:
    """Return where a diagonal begins: below the farther of its neighbours."""
    if diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]):
        return reach[diagonal + 1]
    return reach[diagonal - 1] + 1


def _walked_back(reached: list[dict[int, int]], old_end: int, new_end: int) -> list[Run]:
    """Return the runs along the way to the end."""
    runs = []
    i, j = old_end, new_end
    for edits in range(len(reached) - 1, -1, -1):
        reach, diagonal = reached[edits], i - j
        begun = _step(reach, diagonal, edits)
        if i > begun:
            runs.append(Run(begun, begun - diagonal, i - begun))
        put_in = diagonal == -edits or (
            diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
        )
        i, j = (begun, begun - diagonal - 1) if put_in else (begun - 1, begun - diagonal)
    return runs


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.old + last.length, last.new + last.length) == run[:2]:
            joined[-1] = Run(last.old, last.new, last.length + run.length)
        else:
            joined.append(run)
    return joined


def _without_chance(runs: list[Run], old_end: int, new_end: int) -> list[Run]:
    """Leave out single words that are the same between two passages written anew."""
    kept: list[Run] = []
    for run, following in pairwise([*runs, Run(old_end, new_end, 0)]):
        last = kept[-1] if kept else Run(0, 0, 0)
        before = min(run.old - last.old - last.length, run.new - last.new - last.length)
        after = min(following.old - run.old, following.new - run.new) - run.length
        if run.length > min(_CHANCE, before - 1, after - 1):
            kept.append(run)
    return kept

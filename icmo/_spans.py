"""Spans as arrays: what overlaps what, and how much text lies where, without a cell per character.

Documents are laid end to end, so that one whole number says document and place. What belongs to
different groups (codes, coders) is laid further out still: no span of one group can then reach
another, and one sorting serves them all.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Truth = NDArray[np.bool_]

#: How many pairs are held in memory at a time.
_CHUNK = 2_000_000
#: What a whole number holds beside its sign.
_BITS = 63


@dataclass(frozen=True)
class Ground:
    """Documents laid end to end, one place apart, so that spans of two documents never touch."""

    lengths: Whole

    @property
    def offsets(self) -> Whole:
        """Where each document begins."""
        return np.concatenate(([0], np.cumsum(self.lengths + 1)[:-1])).astype(np.int64)

    @property
    def size(self) -> int:
        """The first place beyond the last document."""
        return int(self.lengths.sum() + len(self.lengths)) + 1

    def document_of(self, places: Whole) -> Whole:
        """Return the number of the document each place lies in."""
        return np.searchsorted(self.offsets, places, side="right").astype(np.int64) - 1


def merge(start: Whole, end: Whole, *, touching: bool = True) -> tuple[Whole, Whole]:
    """Return the stretches that spans cover, in order; spans that touch become one, or stay two."""
    start, end = _by_start(start, end)
    reach = np.maximum.accumulate(end)
    apart = start[1:] > reach[:-1] if touching else start[1:] >= reach[:-1]
    first = np.concatenate(([True], apart)) if len(start) else np.zeros(0, dtype=np.bool_)
    last = np.concatenate((first[1:], [True])) if len(start) else first
    return start[first], reach[last]


def _by_start(start: Whole, end: Whole) -> tuple[Whole, Whole]:
    """Return spans in the order of their starts."""
    if not len(start):
        return start, end
    length = end - start
    bits = int(length.max()).bit_length()
    if int(start.max()).bit_length() + bits > _BITS:
        order = np.argsort(start, kind="stable")
        return start[order], end[order]
    # Both in one number: a plain sort takes half the time of sorting one by the other.
    packed = np.sort((start << bits) | length)
    start = packed >> bits
    return start, start + (packed & ((1 << bits) - 1))


def depths(start: Whole, end: Whole) -> tuple[Whole, Whole, Whole]:
    """Return the stretches between all ends of spans, and how many spans cover each."""
    # The lowest bit says whether a span begins here; one plain sort then carries it along.
    edges = np.sort(np.concatenate((start * 2 + 1, end * 2)))
    cover = np.cumsum((edges & 1) * 2 - 1)[:-1]
    places = edges >> 1
    kept = (cover > 0) & (places[1:] > places[:-1])
    return places[:-1][kept], places[1:][kept], cover[kept]


def combine(
    one: tuple[Whole, Whole], other: tuple[Whole, Whole]
) -> tuple[Whole, Whole, Truth, Truth]:
    """Cut two sets of merged stretches at each other's ends; say of each piece where it lies."""
    starts = np.concatenate((one[0], other[0]))
    ends = np.concatenate((one[1], other[1]))
    edges = np.unique(np.concatenate((starts, ends)))
    begin, end = edges[:-1], edges[1:]
    inside = [
        np.searchsorted(s, begin, "right") > np.searchsorted(e, begin, "right")
        for s, e in (one, other)
    ]
    kept = inside[0] | inside[1]
    return begin[kept], end[kept], inside[0][kept], inside[1][kept]


def overlapping_pairs(
    start: Whole, end: Whole, other_start: Whole, other_end: Whole
) -> tuple[Whole, Whole]:
    """Return the numbers of all pairs of spans, one of each kind, that share text.

    Of two that overlap, either the other begins within the one, or the one begins later within
    the other; both are found by searching among sorted beginnings.
    """
    order, other_order = np.argsort(start, kind="stable"), np.argsort(other_start, kind="stable")
    begins, other_begins = start[order], other_start[other_order]
    low = np.searchsorted(other_begins, start, "left")
    high = np.searchsorted(other_begins, end, "left")
    mine, found = _expand(low, high)
    low = np.searchsorted(begins, other_start, "right")
    high = np.searchsorted(begins, other_end, "left")
    theirs, met = _expand(low, high)
    return np.concatenate((mine, order[met])), np.concatenate((other_order[found], theirs))


def _expand(low: Whole, high: Whole) -> tuple[Whole, Whole]:
    """Return each number as often as its range is long, and the members of the range."""
    count = np.maximum(high - low, 0)
    whose = np.repeat(np.arange(len(count)), count)
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return whose, within + np.repeat(low, count)


def partners(start: Whole, end: Whole) -> Iterator[tuple[Whole, Whole]]:
    """Yield, some at a time, the pairs among spans sorted by start that share text."""
    count = np.searchsorted(start, end, "left") - np.arange(len(start)) - 1
    yield from pairs_to_the_right(np.maximum(count, 0))


def pairs_to_the_right(count: Whole) -> Iterator[tuple[Whole, Whole]]:
    """Yield, some at a time, each number paired with as many of its followers as is said."""
    total = np.cumsum(count)
    cuts = [0]
    while cuts[-1] < len(count):
        base = total[cuts[-1] - 1] if cuts[-1] else 0
        cut = int(np.searchsorted(total, base + _CHUNK, "right"))
        cuts.append(max(cut, cuts[-1] + 1))
    for low, high in itertools.pairwise(cuts):
        part = count[low:high]
        one = np.repeat(np.arange(low, high), part)
        within = np.arange(int(part.sum())) - np.repeat(np.cumsum(part) - part, part)
        yield one, one + 1 + within

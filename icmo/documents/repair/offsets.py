"""The map between a text and its repaired form, both ways.

A repair is a list of replacements. The map keeps only their places and lengths: outside them a
place moves by what was added or taken away before it. A place inside a replacement goes to the
replacement's start, or for the end of a span to its end, so that a span never loses a whole word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icmo.documents.repair.records import Proposal


class RepairError(Error):
    """Proposals that cannot be carried out on a text."""


@dataclass(frozen=True)
class OffsetMap:
    """Where each place of one text stands in another.

    Each edit is (start, end, length): `original[start:end]` became `length` characters.
    """

    edits: tuple[tuple[int, int, int], ...] = ()

    def __post_init__(self) -> None:
        """Refuse edits that overlap or stand in the wrong order."""
        last = 0
        for start, end, length in self.edits:
            if not last <= start <= end or length < 0:
                msg = f"edit {start}-{end} overlaps the one before it or runs backwards"
                raise ValueError(msg)
            last = end
        added = [length - (end - start) for start, end, length in self.edits]
        shifts = [0, *accumulate(added)]
        repaired = [
            (start + shift, start + shift + length)
            for (start, _, length), shift in zip(self.edits, shifts, strict=False)
        ]
        object.__setattr__(self, "_shifts", shifts)
        object.__setattr__(self, "_original", [(start, end) for start, end, _ in self.edits])
        object.__setattr__(self, "_repaired", repaired)

    def to_repaired(self, place: int, *, end: bool = False) -> int:
        """Return where a place of the original stands in the repaired text."""
        return _move(place, self._original, self._repaired, end=end)  # type: ignore[attr-defined]

    def to_original(self, place: int, *, end: bool = False) -> int:
        """Return where a place of the repaired text stood in the original."""
        return _move(place, self._repaired, self._original, end=end)  # type: ignore[attr-defined]

    def span_to_repaired(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the repaired text that holds what the original's span held."""
        return _span(start, end, self._original, self._repaired)  # type: ignore[attr-defined]

    def span_to_original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that holds what the repaired text's span holds."""
        return _span(start, end, self._repaired, self._original)  # type: ignore[attr-defined]

    def inverse(self) -> OffsetMap:
        """Return the map from the repaired text to the original."""
        pairs = zip(self._repaired, self._original, strict=True)  # type: ignore[attr-defined]
        return OffsetMap(tuple((start, end, was - begin) for (start, end), (begin, was) in pairs))

    def then(self, later: OffsetMap) -> OffsetMap:
        """Return one map for two repairs made after each other."""
        mine = list(zip(self._repaired, self._original, strict=True))  # type: ignore[attr-defined]
        theirs = list(zip(later._original, later._repaired, strict=True))  # type: ignore[attr-defined]
        edits, shift = [], 0
        for start, end in _united([span for span, _ in [*mine, *theirs]]):
            # both repairs are told in places of the text between them
            taken = _growth(start, end, mine)
            added = _growth(start, end, theirs)
            edits.append((start + shift, end + shift + taken, end - start + added))
            shift += taken
        return OffsetMap(tuple(edits))

    def to_list(self) -> list[int]:
        """Return the map as a flat list of numbers, each start counted from the edit before it."""
        numbers, last = [], 0
        for start, end, length in self.edits:
            numbers += [start - last, end - start, length]
            last = end
        return numbers

    @classmethod
    def from_list(cls, numbers: Sequence[int]) -> OffsetMap:
        """Read what `to_list` wrote."""
        if len(numbers) % 3:
            msg = "an offset map is written as three numbers for each edit"
            raise ValueError(msg)
        edits, last = [], 0
        for place in range(0, len(numbers), 3):
            gap, taken, length = numbers[place : place + 3]
            edits.append((last + gap, last + gap + taken, length))
            last += gap + taken
        return cls(tuple(edits))


Span = tuple[int, int]


def _move(place: int, source: list[Span], target: list[Span], *, end: bool) -> int:
    """Return where a place of one text stands in the other."""
    # an edit that begins at the end of a span is not part of it
    find = bisect_left if end else bisect_right
    number = find(source, place, key=itemgetter(0)) - 1
    if number < 0:
        return place
    finish = source[number][1]
    if place < finish:
        return target[number][1 if end else 0]
    return place + target[number][1] - finish


def _span(start: int, end: int, source: list[Span], target: list[Span]) -> Span:
    first = _move(start, source, target, end=False)
    return first, first if start == end else max(first, _move(end, source, target, end=True))


def _united(spans: list[Span]) -> list[Span]:
    """Join spans that overlap or touch."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _growth(start: int, end: int, pairs: list[tuple[Span, Span]]) -> int:
    """Return how many more characters the other text has for the edits inside a span."""
    first = bisect_left(pairs, ((start, -1), (0, 0)))
    growth = 0
    for (begin, finish), (was, until) in pairs[first:]:
        if finish > end or begin > end:
            break
        growth += (until - was) - (finish - begin)
    return growth


@dataclass(frozen=True)
class Repaired:
    """A repaired text and the map to the text it was made from."""

    text: str
    offsets: OffsetMap


def apply(text: str, proposals: Iterable[Proposal]) -> Repaired:
    """Make the replacements that proposals ask for.

    A proposal that no longer fits the text, or overlaps another, is refused.
    """
    pieces, edits, last = [], [], 0
    for proposal in sorted(proposals, key=lambda proposal: (proposal.start, proposal.end)):
        if proposal.start < last:
            raise RepairError(say("repair.overlap", place=proposal.start))
        if text[proposal.start : proposal.end] != proposal.before:
            raise RepairError(say("repair.changed", place=proposal.start))
        pieces += [text[last : proposal.start], proposal.after]
        edits.append((proposal.start, proposal.end, len(proposal.after)))
        last = proposal.end
    return Repaired("".join([*pieces, text[last:]]), OffsetMap(tuple(edits)))

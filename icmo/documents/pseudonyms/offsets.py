"""Where a place in a text stands in another version of it, in both directions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT, RIGHT = "left", "right"
Edit = tuple[int, int, int, int]


@dataclass(frozen=True)
class OffsetMap:
    """The edits between two versions of a text: (old_start, old_end, new_start, new_end) each.

    A place outside the edits has one place in the other version. A place inside an edit goes to
    the edit's left or right end, as `side` says.
    """

    edits: tuple[Edit, ...] = ()

    @classmethod
    def of_replacements(cls, replacements: Iterable[tuple[int, int, str]]) -> OffsetMap:
        """Make the map of `(start, end, what stands there after)`, in order, without overlap."""
        edits, moved = [], 0
        for start, end, after in replacements:
            edits.append((start, end, start + moved, start + moved + len(after)))
            moved += len(after) - (end - start)
        return cls(tuple(edits))

    def to_new(self, place: int, side: str = LEFT) -> int:
        """Return where a place of the old text stands in the new."""
        return _moved(self.edits, place, side)

    def to_old(self, place: int, side: str = LEFT) -> int:
        """Return where a place of the new text stands in the old."""
        return _moved([(c, d, a, b) for a, b, c, d in self.edits], place, side)

    def span_to_new(self, start: int, end: int) -> tuple[int, int]:
        """Return the same words after; a span that cuts into an edit grows to the whole of it."""
        return self.to_new(start, LEFT), self.to_new(end, RIGHT)

    def span_to_old(self, start: int, end: int) -> tuple[int, int]:
        """Return the same words before; a span that cuts into an edit grows to the whole of it."""
        return self.to_old(start, LEFT), self.to_old(end, RIGHT)

    def to_json(self) -> list[list[int]]:
        """Return the edits as lists of numbers."""
        return [list(edit) for edit in self.edits]

    @classmethod
    def from_json(cls, edits: Iterable[Iterable[int]]) -> OffsetMap:
        """Make a map of what `to_json` returned."""
        return cls(tuple((a, b, c, d) for a, b, c, d in edits))


def _moved(edits: Iterable[Edit], place: int, side: str) -> int:
    edits = list(edits)
    number = bisect_right(edits, place, key=lambda edit: edit[0]) - 1
    # Edits that left nothing here stand at one place; to the left is before the first of them.
    while side == LEFT and number > 0 and edits[number - 1][:2] == (place, place):
        number -= 1
    if number < 0:
        return place
    start, end, other_start, other_end = edits[number]
    if place > end or place == end > start:
        return place - end + other_end
    if place == start < end:
        return other_start
    return other_start if side == LEFT else other_end

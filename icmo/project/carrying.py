"""A text changed at known places: turns, tags and evidence go along by an exact map, not by a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from icmo._store import Reader, Row

    #: Where a span of the old text stands in the new one.
    Move = Callable[[int, int], tuple[int, int]]

#: What stands on places of a text, and what each is known by.
PLACED = (("tags", "tag"), ("evidence", "evidence"))


def carried_turns(turns: list[Row], old: str, new: str, move: Move, version: int) -> list[Row]:
    """Return the turns as they stand in the new text; a label that was changed is read from it."""
    carried: list[Row] = []
    last = reached = 0
    for turn in sorted(turns, key=lambda turn: int(turn["number"])):
        start, end = move(turn["start"], turn["end"])
        # A change across two turns is the first one's.
        start = max(start, reached)
        reached = end = max(start, end)
        label = (last, turn["start"])
        told = {
            name: _in_label(turn[name], label, (old, new), move)
            for name in ("speaker", "speaker_role")
        }
        carried.append({**turn, **told, "version": version, "start": start, "end": end})
        last = turn["end"]
    return carried


def _in_label(words: str, label: tuple[int, int], texts: tuple[str, str], move: Move) -> str:
    """Return what the label before a turn says now, where it says the words at all."""
    old, new = texts
    place = old.rfind(words, *label) if words else -1
    if place < 0:
        return words
    start, end = move(place, place + len(words))
    return " ".join(new[start:end].split()) or words


def placed_rows(reader: Reader, document: str) -> list[tuple[str, Row]]:
    """Return every tag and evidence row of a document with its table."""
    return [(table, row) for table, _ in PLACED for row in reader.rows(table, document=document)]

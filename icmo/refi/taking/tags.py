"""Codings as tags: whole documents at a time, for there may be a million."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from icmo._strings import say
from icmo.refi.guids import as_bytes, is_guid
from icmo.refi.markup import cleaned, plain
from icmo.refi.moments import moment
from icmo.refi.restoring import CarriedTag, tags_by_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icmo.refi.taking.intake import Intake

#: So many tags are put in at a time.
PORTION = 20_000
#: What the carrier knows of a tag and a coding does not say.
_CARRIED = ("polarity", "note", "created", "definition")
#: A tag of which only a note says something.
_BARE = CarriedTag("", "", 0, 0, "", "", "", "", "", "")


def take_users(intake: Intake) -> None:
    """Give every user a name; those who have none, or are not in the list, are unknown coders."""
    names: Counter[str] = Counter()
    for guid, name in intake.found.users.items():
        called = cleaned(name).strip() or say("refi.unknown_coder")
        names[called] += 1
        coder = called if names[called] == 1 else f"{called} ({names[called]})"
        intake.coders[guid] = coder
        if not intake.carried.is_there and is_guid(guid):
            intake.keep("guid", f"user/{coder}", {"guid": guid})
    count = len(intake.coders)
    intake.report.count("User", found=count, taken=count)


class Tagging:
    """The tags of a file: most as they stand in their columns, some with more to say of them."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._tags = intake.found.tags
        self._codes = [intake.codes.get(guid, "") for guid in intake.found.code_guids]
        self._coders = [intake.coder(guid) for guid in intake.found.user_guids]
        self._more: dict[int, CarriedTag] = {}  # number → what is known of it besides
        self._renamed: dict[int, str] = {}  # number → the id it has here; empty: a new one
        self._restored: set[str] = set()
        self._by_place: dict[tuple[str, int, int, str], list[CarriedTag]] = {}
        #: The first tag on each passage that is more than a place with codes.
        self.first: dict[tuple[int, int, int], str] = {}

    def take(self) -> None:
        """Look at those tags that something besides is known of, and only at those."""
        count, lost = len(self._tags), self._intake.found.counts["unplaced"]
        self._intake.report.count("Coding", found=count + lost, taken=count, kept=lost)
        first = np.unique(np.frombuffer(self._tags.guid, dtype="V16"), return_index=True)[1]
        if len(first) < count:
            again = np.setdiff1d(np.arange(count), first)
            self._renamed = dict.fromkeys(again.tolist(), "")
        places = {(one.source, one.start, one.end) for one in self._intake.found.passages}
        for number in self._to_look_at(everywhere=bool(places)):
            self._look_at(number, places)

    def _to_look_at(self, *, everywhere: bool) -> Sequence[int]:
        """Return the tags that the carrier, a note or a passage may say something of."""
        count, data = len(self._tags), memoryview(self._tags.guid)
        carried = {as_bytes(guid) for guid in self._intake.carried.tags}
        hits = [n for n in range(count) if data[16 * n : 16 * n + 16].tobytes() in carried]
        if len(hits) < len(carried):  # else every one of them has the GUID it went out with
            self._by_place = tags_by_place(self._intake.carried)
        if self._by_place or everywhere:
            return range(count)
        return sorted({*hits, *self._tags.notes})

    def _look_at(self, number: int, places: set[tuple[int, int, int]]) -> None:
        tags = self._tags
        place = (tags.source[number], tags.start[number], tags.end[number])
        id_ = tags.id_of(number)
        more = self._intake.carried.tags.get(id_) or self._carried_at(number, place)
        if more is not None:
            self._restored.add(more.tag)
            if more.tag != id_ or number in self._renamed:
                self._renamed[number] = id_ = more.tag
        for guid in tags.notes.get(number, ()):
            more = self._read_note(guid, id_, more)
        if more is not None:
            self._more[number] = more
        if place in places:
            self.first.setdefault(place, id_)

    def _carried_at(self, number: int, place: tuple[int, int, int]) -> CarriedTag | None:
        """Return the carried tag that stands where this one does, under a new GUID."""
        if not self._by_place:
            return None
        source, start, end = place
        code, coder = self._codes[self._tags.code[number]], self._coders[self._tags.user[number]]
        some = self._by_place.get((self._intake.documents[source], start, end, code), ())
        left = [one for one in some if one.tag not in self._restored]
        same = next((one for one in left if one.coder == coder), None)
        return same or (left[0] if len(some) == len(left) == 1 else None)

    def _read_note(self, guid: str, tag: str, more: CarriedTag | None) -> CarriedTag | None:
        """Add what a note says of a tag: its polarity, its own note, or else a memo on it."""
        intake = self._intake
        if guid in intake.polarities:
            return (more or _BARE)._replace(polarity=intake.polarities[guid])
        if guid in intake.tag_notes:
            if plain((more or _BARE).note) == plain(intake.tag_notes[guid]):
                return more
            return (more or _BARE)._replace(note=intake.tag_notes[guid])
        intake.noted[guid].append(("tag", tag))
        return more

    def frames(self) -> Iterator[pd.DataFrame]:
        """Hand out the tags as rows."""
        for first, last in _portions(self._tags.source):
            yield self._frame(first, last)

    def _frame(self, first: int, last: int) -> pd.DataFrame:
        tags, documents, renamed = self._tags, self._intake.documents, self._renamed
        codes, coders = self._codes, self._coders
        numbers = range(first, last)
        columns: dict[str, list[Any]] = {
            "tag": [renamed[n] if n in renamed else tags.id_of(n) for n in numbers],
            "document": [documents[n] for n in tags.source[first:last]],
            "start": list(tags.start[first:last]),
            "end": list(tags.end[first:last]),
            "code": [codes[n] for n in tags.code[first:last]],
            "coder": [coders[n] for n in tags.user[first:last]],
            "created": [moment(n) for n in tags.created[first:last]],
        }
        for name in ("polarity", "note", "definition"):
            columns[name] = [""] * (last - first)
        for number in numbers:
            more = self._more.get(number)
            for name in _CARRIED if more is not None else ():
                # What only a note knows of a tag says nothing of when it was made.
                columns[name][number - first] = getattr(more, name) or columns[name][number - first]
        return pd.DataFrame(columns)


def _portions(sources: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a long row of tags between two documents."""
    begin, count = 0, len(sources)
    while begin < count:
        end = min(begin + PORTION, count)
        while end < count and sources[end] == sources[end - 1]:
            end += 1
        yield begin, end
        begin = end

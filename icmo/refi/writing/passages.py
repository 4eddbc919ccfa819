"""Passages: every place once, with all its codes; and those that are evidence or were kept."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.refi import carrier
from icmo.refi.fitting import fitted
from icmo.refi.guids import is_guid
from icmo.refi.markup import attribute, from_data, written
from icmo.refi.moments import is_exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo._store import Row
    from icmo.refi.elements import Element
    from icmo.refi.writing.findings import Findings
    from icmo.refi.writing.state import State

_NAME_LENGTH = 60
_COLUMNS = (
    *("start", "end", "tag", "coder", "code"),
    *("polarity", "note", "created", "definition"),
)
Place = tuple[int, int]
#: The GUID of a coding, and who made it when.
_OF_A_CODING = re.compile(r'<Coding guid="([^"]*)"([^>]*)>')


class Passages:
    """Writes the passages of one document after the other."""

    def __init__(self, state: State, findings: Findings) -> None:
        self._state = state
        self._findings = findings

    def of(self, row: Row, text: str, evidence: list[Row]) -> Iterator[str]:
        """Hand out the passages of a document, in the order of the text."""
        state, id_ = self._state, row["document"]
        notes = self._notes(text, evidence)
        kept = self._kept(row, text)
        moved = state.counting.places(text)
        for place, codings in _merged(self._codings(id_, text), sorted({*notes, *kept})):
            start, end = place
            extra, refs, guid = kept.get(place, ("", "", ""))
            called = guid or state.names.made("passage", f"{id_}/{start}/{end}")
            name = attribute(" ".join(text[start : min(end, start + 200)].split())[:_NAME_LENGTH])
            begin, stop = place if moved is None else (int(moved[start]), int(moved[end]))
            at = f' name="{name}" startPosition="{begin}" endPosition="{stop}"'
            more = _refs(notes.get(place, ())) + refs
            if state.counting.single:
                yield from self._single(called, at, codings, more, extra)
                continue
            inside = f"{extra}{''.join(codings)}{more}"
            yield f'<PlainTextSelection guid="{called}"{at}>{inside}</PlainTextSelection>\n'
        for element in state.elements(f"lost/{id_}", "TextSource"):
            yield from written(element)

    def _single(
        self, guid: str, at: str, codings: list[str], more: str, extra: str
    ) -> Iterator[str]:
        """Write a passage once for each of its codings, for a program that knows coders only so.

        One without codings is left out, unless another program said something of it: it would
        become an empty note there. What it is evidence for, the carrier says.
        """
        for number, one in enumerate(codings or ([""] if extra else [])):
            said = _OF_A_CODING.match(one)
            who = "" if said is None else said[2]
            called = self._state.names.made("passage", said[1]) if said and number else guid
            inside = f"{extra}{one}{more}"
            yield f'<PlainTextSelection guid="{called}"{at}{who}>{inside}</PlainTextSelection>\n'
            more = extra = ""

    def _notes(self, text: str, evidence: list[Row]) -> dict[Place, list[str]]:
        """Return the notes on each place that is evidence."""
        notes: dict[Place, list[str]] = defaultdict(list)
        for one in evidence:
            start, end = one["start"], one["end"]
            notes[start, end] += self._findings.notes_on(one)
            self._state.carry({"evidence": one, "first": text[start:end][: carrier.FIRST]})
        return notes

    def _kept(self, row: Row, text: str) -> dict[Place, tuple[str, str, str]]:
        """Return what passages came with besides codes, where the text is still what it was."""
        found = {}
        for data in self._state.passages(row["document"]):
            start, end, first = data.get("start", -1), data.get("end", -1), data.get("first", "")
            element = from_data(data.get("element"))
            element = None if element is None else fitted(element, "TextSource")
            stands = 0 <= start <= end <= len(text) and text[start:end].startswith(first)
            if element is None or not stands:
                self._state.report.remarks.append(say("refi.moved", document=row["name"]))
                continue
            extra, refs = _inside(element, "Description"), _inside(element, "NoteRef")
            found[start, end] = (extra, refs, str(data.get("guid", "")))
        return found

    def _codings(self, document: str, text: str) -> Iterator[tuple[Place, list[str]]]:
        """Hand out every place that has codes, with its codings."""
        order = ("start", "end", "tag")
        tags = self._state.reader.each("tags", _COLUMNS, order=order, document=document)
        for place, some in groupby(tags, key=itemgetter(0, 1)):
            yield place, [self._coding(tag, document, text) for tag in some]

    def _coding(self, tag: tuple[Any, ...], document: str, text: str) -> str:
        _, _, id_, coder, code, polarity, note, created, definition = tag
        state = self._state
        guid = id_ if is_guid(id_) else state.names.made("tag", id_)
        notes = state.noted.get(("tag", id_), ())
        exact = is_exact(created)
        stale = definition != state.meanings.get(code)
        if polarity or note or notes or guid != id_ or stale or not exact:
            self._carry(tag, document, text, guid)
        refs = _refs(notes) if notes else ""
        if polarity:
            state.polarities.add(polarity)
            refs += f'<NoteRef targetGUID="{state.names.made("polarity", polarity)}"/>'
        if note:
            called = state.names.made("tag note", id_)
            state.tag_notes.append((called, note, coder, created))
            refs += f'<NoteRef targetGUID="{called}"/>'
        when = f' creationDateTime="{created[:-6]}Z"' if exact else ""
        return (
            f'<Coding guid="{guid}" creatingUser="{state.users[coder]}"{when}>'
            f'<CodeRef targetGUID="{state.code_guids[code]}"/>{refs}</Coding>'
        )

    def _carry(self, tag: tuple[Any, ...], document: str, text: str, guid: str) -> None:
        """Say in the carrier what a coding does not say of a tag."""
        start, end, id_, coder, code, polarity, note, created, definition = tag
        told = {
            "tag": id_,
            "document": document,
            "coder": coder,
            "code": code,
            "start": start,
            "end": end,
            "polarity": polarity,
            "note": note,
            "created": created,
            "definition": definition,
            "line": 0,
        }
        first = text[start:end][: carrier.FIRST]
        self._state.carry({"tags": told, "first": first, "guid": guid})


def _merged(
    coded: Iterable[tuple[Place, list[str]]], others: list[Place]
) -> Iterator[tuple[Place, list[str]]]:
    """Hand out the places with codes and the others, each once, in the order of the text."""
    waiting = others[::-1]
    for place, codings in coded:
        while waiting and waiting[-1] <= place:
            other = waiting.pop()
            if other != place:
                yield other, []
        yield place, codings
    yield from ((other, []) for other in reversed(waiting))


def _refs(notes: Iterable[str]) -> str:
    return "".join(f'<NoteRef targetGUID="{note}"/>' for note in dict.fromkeys(notes))


def _inside(element: Element, tag: str) -> str:
    return "".join(part for one in element.all(tag) for part in written(one))

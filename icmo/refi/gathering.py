"""Everything a project file holds, gathered: passages as columns, for there may be a million."""

from __future__ import annotations

from array import array
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.refi.archive import Archive
from icmo.refi.elements import Element, records
from icmo.refi.guids import as_bytes, from_bytes, normal
from icmo.refi.moments import microseconds
from icmo.refi.placing import Dialect, Placed, place, unified
from icmo.refi.texts import Text, text_of

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Source:
    """One text of the file with where it came from."""

    element: Element
    guid: str
    name: str
    text: str | None = None
    why: str = ""
    guids: frozenset[str] = frozenset()  # by all of these others may point to it
    inner: Element | None = None  # the element that has the text: itself, or a Representation


@dataclass
class Passage:
    """A passage that is more than a place with codes: without one, or with words of its own."""

    source: int
    start: int
    end: int
    element: Element


@dataclass
class Tags:
    """Codings of passages, column by column."""

    source: array[int] = field(default_factory=lambda: array("i"))
    start: array[int] = field(default_factory=lambda: array("q"))
    end: array[int] = field(default_factory=lambda: array("q"))
    code: array[int] = field(default_factory=lambda: array("i"))
    user: array[int] = field(default_factory=lambda: array("i"))
    created: array[int] = field(default_factory=lambda: array("q"))
    guid: bytearray = field(default_factory=bytearray)
    notes: dict[int, list[str]] = field(default_factory=dict)  # by the number of the tag

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.start)

    def id_of(self, number: int) -> str:
        """Return the GUID of a coding."""
        return from_bytes(bytes(self.guid[16 * number : 16 * number + 16]))


@dataclass
class Found:
    """A whole project file."""

    root: Element = field(default_factory=lambda: Element("Project", {}))
    users: dict[str, str] = field(default_factory=dict)
    codes: list[Element] = field(default_factory=list)
    variables: list[Element] = field(default_factory=list)
    cases: list[Element] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    media: list[Element] = field(default_factory=list)  # pictures, sound, film
    notes: list[Element] = field(default_factory=list)
    others: list[tuple[str, Element]] = field(default_factory=list)  # links, sets, graphs, unknown
    tags: Tags = field(default_factory=Tags)
    passages: list[Passage] = field(default_factory=list)
    lost: list[Passage] = field(default_factory=list)  # not placed
    code_guids: list[str] = field(default_factory=list)
    user_guids: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    dialects: dict[Dialect, Counter[str]] = field(default_factory=dict)
    places: dict[str, tuple[int, int, int]] = field(default_factory=dict)  # of passages, by GUID
    remarks: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Who wrote the file."""
        return self.root.get("origin")


def gather(path: Path) -> Found:
    """Read a .qdpx file.

    Raises:
        RefiError: the file is damaged, too large, or nothing of the kind.
    """
    with Archive(path) as archive, closing(archive.portions(archive.project)) as portions:
        gathering = _Gathering(archive)
        for holder, element in records(path, portions):
            gathering.take(holder, element)
        for note in gathering.found.notes:
            archive.member(note.get("plainTextPath"))  # its words are read later
        unused = archive.unused()
    found = gathering.found
    if unused:
        shown = ", ".join(unused[:5]) + (" …" if len(unused) > 5 else "")  # noqa: PLR2004
        found.remarks.append(say("refi.unused", count=len(unused), names=shown))
    return found


class _Gathering:
    """Takes records in the order of the file."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.found = Found()
        self._selections: list[Element] = []
        self._codes: dict[str, int] = {}
        self._users: dict[str, int] = {}

    def take(self, holder: str, element: Element) -> None:
        """Take one record."""
        found = self.found
        if holder == "selection":
            self._selections.append(element)
            return
        if holder == "source":
            self._selections.clear()
            return
        found.counts[element.tag] += 1
        if holder == "root":
            found.root = element
        elif holder == "Users":
            name = element.get("name").strip() or element.get("id").strip()
            found.users[normal(element.get("guid"))] = name
        elif holder == "Codes":
            found.codes.append(element)
            found.counts["Code"] += sum(one.tag == "Code" for one in element.walk()) - 1
        elif holder in ("Variables", "Cases", "Notes"):
            {"Variables": found.variables, "Cases": found.cases, "Notes": found.notes}[
                holder
            ].append(element)
        elif holder == "Sources":
            self._source(element)
        elif holder != "Project":
            found.others.append((holder, element))

    def _source(self, element: Element) -> None:
        selections, self._selections = self._selections, []
        self.found.counts["PlainTextSelection"] += len(selections)
        inner = element
        if element.tag == "PDFSource":
            inner = next(iter(element.all("Representation")), element)
        if element.tag not in ("TextSource", "PDFSource"):
            self.found.media.append(element)
            self._aside([element])
            return
        self._aside(element.all("PDFSelection"))
        text = text_of(self.archive, inner)
        guids = frozenset((normal(element.get("guid")), normal(inner.get("guid")))) - {""}
        source = Source(
            element,
            normal(inner.get("guid")) or normal(element.get("guid")),
            element.get("name") or inner.get("name"),
            None if text.raw is None else unified(text.raw),
            text.why,
            guids,
            inner,
        )
        self.found.sources.append(source)
        number = len(self.found.sources) - 1
        if text.encoding == "cp1252":
            said = say("remark.encoding", encoding="Windows-1252")
            self.found.remarks.append(f"{source.name}: {said}")
        if text.raw is None:
            self._aside([one for one in element.children if one.tag != "PDFSelection"])
            inner.children = selections + inner.children
            self.found.counts["unread"] += len(selections)
            self._aside(selections)
            return
        self._whole(number, element if inner is element else inner, len(source.text or ""))
        self._place(number, text, selections)

    def _aside(self, elements: list[Element]) -> None:
        """Count the codings in what is kept as it is."""
        codings = sum(one.tag == "Coding" for top in elements for one in top.walk())
        self.found.counts["unplaced"] += codings

    def _whole(self, number: int, element: Element, size: int) -> None:
        """Take codes that stand on a whole document."""
        for coding in element.all("Coding"):
            if size:
                self._tag(number, 0, size, coding, {})
        if size:
            element.children = [child for child in element.children if child.tag != "Coding"]

    def _place(self, number: int, text: Text, selections: list[Element]) -> None:
        if not selections:
            return
        spans: tuple[list[int], list[int]] = ([], [])
        for one in selections:
            for side, name in zip(spans, ("startPosition", "endPosition"), strict=True):
                side.append(_integer(one.get(name)))
        names = [one.get("name") for one in selections]
        placed = place(text.raw or "", text.has_mark, spans, names, self.found.origin)
        self._tell(placed, len(selections))
        starts, ends = placed.start.tolist(), placed.end.tolist()
        for start, end, selection in zip(starts, ends, selections, strict=True):
            self._selection(number, start, end, selection)

    def _tell(self, placed: Placed, count: int) -> None:
        counts = self.found.dialects.setdefault(placed.dialect, Counter())
        counts["texts"] += 1
        counts["passages"] += count
        counts["named"] += placed.named
        counts["bounded"] += placed.bounded
        counts["lost"] += placed.lost

    def _selection(self, number: int, start: int, end: int, selection: Element) -> None:
        if start < 0:
            self.found.lost.append(Passage(number, start, end, selection))
            self.found.counts["unplaced"] += len(selection.all("Coding"))
            return
        codings = bare = 0
        for child in selection.children:
            if child.tag == "Coding":
                codings += 1
                if start < end:
                    self._tag(number, start, end, child, selection.attributes)
            else:
                bare = 1
        if bare or not codings or start == end:
            self.found.passages.append(Passage(number, start, end, selection))
            self.found.places[normal(selection.get("guid"))] = (number, start, end)
        elif not self.found.origin.startswith("icmo "):
            self.found.places[normal(selection.get("guid"))] = (number, start, end)

    def _tag(
        self, number: int, start: int, end: int, coding: Element, around: dict[str, str]
    ) -> None:
        """Note a coding; what it does not say of itself, the passage around it says."""
        tags, attributes = self.found.tags, coding.attributes
        code = ""
        for child in coding.children:
            if child.tag == "CodeRef":
                code = child.attributes.get("targetGUID", "")
            elif child.tag == "NoteRef":
                note = normal(child.attributes.get("targetGUID"))
                tags.notes.setdefault(len(tags.start), []).append(note)
        user = attributes.get("creatingUser") or around.get("creatingUser", "")
        known = self._codes.get(code)
        tags.code.append(
            self._number(self._codes, code, self.found.code_guids) if known is None else known
        )
        known = self._users.get(user)
        tags.user.append(
            self._number(self._users, user, self.found.user_guids) if known is None else known
        )
        tags.source.append(number)
        tags.start.append(start)
        tags.end.append(end)
        created = attributes.get("creationDateTime") or around.get("creationDateTime", "")
        tags.created.append(microseconds(created))
        tags.guid += as_bytes(attributes.get("guid", ""))

    def _number(self, numbers: dict[str, int], guid: str, known: list[str]) -> int:
        """Return the number of a GUID, however it is written."""
        plain = normal(guid)
        if plain not in known:
            known.append(plain)
        numbers[guid] = known.index(plain)
        return numbers[guid]


def _integer(written: str) -> int:
    try:
        number = int(written)
    except ValueError:
        return -1
    return number if abs(number) < 2**40 else -1

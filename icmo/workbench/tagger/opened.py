"""A document as it stands on the page: its text in turns, and the tags the page knows of."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from icmo._offsets import Utf16Offsets
from icmo._strings import say
from icmo.documents import Turn
from icmo.documents.units import units
from icmo.errors import Error
from icmo.tags.graphemes import cuts_grapheme
from icmo.tags.reanchoring import reanchored
from icmo.workbench.blindness import is_blind

if TYPE_CHECKING:
    from collections.abc import Callable

    from icmo.project import Project

#: A tag on its way to the page: tag, code, coder, start, end, polarity, note, stale, created.
Shown = list[Any]


class Opened:
    """One document that a page shows."""

    def __init__(self, project: Project, document: str) -> None:
        self._project = project
        self.document = document
        self.read_text()

    def read_text(self) -> None:
        """Read the text in force; what the page knew of an older one is forgotten."""
        self.text = self._project.text(self.document)
        self.version = version_of(self.text)
        self.offsets = Utf16Offsets(self.text)
        self.line = 0
        self.shown: dict[str, Shown] = {}

    def is_outdated(self) -> bool:
        """Say whether somebody corrected the text since it was read."""
        return self._project.text(self.document) != self.text

    def catch_up(self) -> None:
        """Read the text again where somebody corrected it."""
        if self._project.last_line() != self.line and self.is_outdated():
            self.read_text()

    def span(self, start: int, end: int, version: str | None = None) -> tuple[int, int]:
        """Return a span of the page in code points, widened where it would cut a character.

        Where the page still shows an older version of the text, the span goes with its words;
        it is refused where the words themselves were corrected.
        """
        older = version is not None and version != self.version
        text = self._older(version) if older else self.text
        offsets = Utf16Offsets(text) if older else self.offsets
        first, last = offsets.from_utf16(int(start)), offsets.from_utf16(int(end))
        if older:
            (place,) = reanchored(text, self.text, [(first, last)])
            if place.start is None or place.end is None or place.outcome not in ("kept", "moved"):
                raise Error(say("tagger.text_changed", self._project.language))
            first, last = place.start, place.end
        while cuts_grapheme(self.text, first):
            first -= 1
        while cuts_grapheme(self.text, last):
            last += 1
        return first, last

    def _older(self, version: str | None) -> str:
        for text in self._project.texts(self.document)["text"]:
            if version_of(text) == version:
                return str(text)
        raise Error(say("tagger.text_changed", self._project.language))

    def page_span(self, start: int, end: int) -> list[int]:
        """Return a span as the page counts."""
        return [self.offsets.to_utf16(start), self.offsets.to_utf16(end)]

    def turns(self) -> list[dict[str, Any]]:
        """Return the turns, each with its number, its place and its words."""
        frame = self._project.turns(self.document)
        columns = ("number", "kind", "start", "speaker", "speaker_role", "text")
        rows = zip(*(frame[name].tolist() for name in columns), strict=True)
        return [
            {
                "number": number,
                "kind": kind,
                "start": self.offsets.to_utf16(start),
                "speaker": speaker,
                "role": role,
                "text": text,
            }
            for number, kind, start, speaker, role, text in rows
        ]

    def sentences(self) -> Callable[[], list[int]]:
        """Return what finds where sentences begin and end, one after the other.

        It reads nothing more of the project, so it may run beside the acts of the page.
        """
        frame = self._project.turns(self.document)
        places = zip(frame["start"].tolist(), frame["end"].tolist(), strict=True)
        turns = [Turn(start, end) for start, end in places]
        text, page_span = self.text, self.page_span
        return lambda: [
            place
            for unit in units(text, turns, "sentence")
            for place in page_span(unit.start, unit.end)
        ]

    def changes(self) -> dict[str, Any]:
        """Return which tags came, changed or went since the page was last told."""
        self.line = self._project.last_line()
        standing = self._standing()
        rows = [row for tag, row in standing.items() if self.shown.get(tag) != row]
        gone = [tag for tag in self.shown if tag not in standing]
        self.shown = standing
        return {"rows": rows, "gone": gone}

    def knows(self, tags: list[str]) -> None:
        """Take it that a page shows these tags, which another kernel told it of."""
        for tag in tags:
            self.shown.setdefault(tag, [])

    def everything(self) -> list[Shown]:
        """Return every tag of the document."""
        self.changes()
        return list(self.shown.values())

    def _standing(self) -> dict[str, Shown]:
        frame = self.tags = self._project.tags(self.document)
        if is_blind(self._project, self.document):
            frame = frame[frame["coder"] == self._project.coder]
        stale = set(self._project.stale(self.document)["tag"])
        names = ("tag", "code", "coder", "start", "end", "polarity", "note", "created")
        columns = (frame[name].tolist() for name in names)
        to_page = self.offsets.to_utf16
        return {
            tag: [
                *(tag, code, coder, to_page(start), to_page(end)),
                *(_or_nothing(polarity), note, int(tag in stale), created[:10]),
            ]
            for tag, code, coder, start, end, polarity, note, created in zip(*columns, strict=True)
        }


def version_of(text: str) -> str:
    """Return the sign by which a page says which version of a text it shows."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _or_nothing(polarity: Any) -> str:
    """Return a polarity as the page takes it: empty where it was not said."""
    return polarity if isinstance(polarity, str) else ""

"""A file as it is taken in: what was found in it, and what has become of that so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.project.work import random_id
from icmo.refi.carrier import POLARITIES, POLARITY, TAG_NOTE
from icmo.refi.guids import is_guid, normal

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.refi.elements import Element
    from icmo.refi.gathering import Found
    from icmo.refi.report import Report
    from icmo.refi.restoring import Carried


@dataclass
class Intake:
    """What every step of the taking reads, and what it adds for those after it."""

    found: Found
    carried: Carried
    texts: dict[int, str]  # the words of the notes, by their number
    report: Report
    file: str
    language: str = ""
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    codes: dict[str, str] = field(default_factory=dict)  # GUID → code
    known_codes: set[str] = field(default_factory=set)  # all there will be
    coders: dict[str, str] = field(default_factory=dict)  # GUID → coder
    variables: dict[str, str] = field(default_factory=dict)  # GUID → name
    documents: dict[int, str] = field(default_factory=dict)  # number of a source → document
    by_guid: dict[str, str] = field(default_factory=dict)  # any GUID of a source → document
    unchanged: set[str] = field(default_factory=set)  # documents whose text is what went out
    given: set[str] = field(default_factory=set)  # ids of documents and memos
    noted: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    polarities: dict[str, str] = field(default_factory=dict)  # notes that only say a polarity
    tag_notes: dict[str, str] = field(default_factory=dict)  # notes that are a tag's own

    def __post_init__(self) -> None:
        """Find the notes that belong to tags."""
        self.language = self.carried.project.get("language", "")
        for number, note in enumerate(self.found.notes):
            name, guid = note.get("name"), normal(note.get("guid"))
            if name == TAG_NOTE:
                self.tag_notes[guid] = self.texts[number]
            elif name.startswith(POLARITY) and name.removeprefix(POLARITY) in POLARITIES:
                self.polarities[guid] = name.removeprefix(POLARITY)

    def keep(self, kind: str, owner: str, content: Any, document: str = "") -> None:
        """Keep what has no place here, so that it can be written back."""
        self.rows["kept"].append(
            {
                "kept": random_id(),
                "kind": kind,
                "owner": owner,
                "document": document,
                "content": content,
            }
        )

    def own_id(self, guid: str) -> str:
        """Return the GUID something has if it can be its id here, or else a new one."""
        return guid if is_guid(guid) and guid not in self.given else random_id()

    def coder(self, guid: str) -> str:
        """Return who a user is here."""
        return self.coders.get(guid) or say("refi.unknown_coder")

    def note_on(self, owner: Element, kind: str, target: str) -> None:
        """Remember what the notes of an element stand on."""
        for ref in owner.all("NoteRef"):
            self.noted[normal(ref.get("targetGUID"))].append((kind, target))

    def remark(self, key: str, **values: Any) -> None:
        """Add a sentence to what is told of the file."""
        self.report.remarks.append(say(key, **values))

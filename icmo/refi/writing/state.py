"""One state of a project as it goes out: what is in it, and what is noted of it on the way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from icmo.codebook import Codebook
from icmo.refi import carrier
from icmo.refi.codes import label_of
from icmo.refi.fitting import fitted
from icmo.refi.guids import Names, is_guid
from icmo.refi.markup import from_data, written
from icmo.refi.moments import dated
from icmo.refi.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._store import Reader, Row
    from icmo.codebook import Code, Family
    from icmo.refi.dialects import Counting
    from icmo.refi.elements import Element

#: What has memos of its own; a memo on anything else is the project's.
_NOTED = ("document", "code", "tag")


@dataclass
class State:
    """Everything that is needed all the way through a file."""

    reader: Reader
    name: str
    version: str
    counting: Counting
    called: dict[str, str] = field(default_factory=dict)  # other names for coders
    report: Report = field(default_factory=Report)
    lines: list[str] = field(default_factory=list)  # of the carrier
    members: list[tuple[str, str, int]] = field(default_factory=list)  # file, document, version
    tag_notes: list[tuple[str, str, str, str]] = field(default_factory=list)
    polarities: set[str] = field(default_factory=set)  # those that tags have
    unfit: int = 0
    files: list[tuple[str, str]] = field(default_factory=list)  # of notes
    note_names: set[str] = field(default_factory=set)  # used so far

    def __post_init__(self) -> None:
        """Read everything but texts and tags."""
        rows = self.reader.rows
        self.facts = {row["name"]: row["value"] for row in rows("facts")}
        self.language = self.facts.get("language", "en")
        self.kept: dict[str, Any] = {}  # what things were called in the file they came with
        self._elements: dict[str, list[Any]] = defaultdict(list)
        for row in rows("kept"):
            if row["kind"] == "guid":
                self.kept[row["owner"]] = row["content"]
            elif row["kind"] == "element":
                self._elements[row["owner"]].append(row["content"])
        known = {owner: str(content.get("guid", "")) for owner, content in self.kept.items()}
        self.names = Names(
            self.facts.get("exchange") or self.facts["project"],
            {owner: guid for owner, guid in known.items() if is_guid(guid)},
        )
        self.books = self._books()
        self.code_names = self._code_names()
        self.born = self._born()
        self.code_guids = {code.id: self.names.made("code", code.id) for code in self.codes()}
        self.cases = rows("cases")
        self.documents = rows("documents", order=("name", "document"))
        self.memos = rows("memos", order=("created", "memo"))
        self.evidence = rows("evidence", order=("document", "start", "end", "evidence"))
        self.users = self._users()
        self.noted = self._noted()

    def _books(self) -> list[Codebook]:
        newest: dict[str, Row] = {}
        for row in self.reader.rows("codebooks", order=("codebook", "number")):
            newest[row["codebook"]] = row
        first = self.facts.get("codebook", "")
        order = sorted(newest, key=lambda name: (name != first, newest[name]["created"], name))
        return [Codebook.parse(newest[one]["source"], f"{one}.yaml", one) for one in order]

    def _code_names(self) -> dict[str, str]:
        """Return what each code is called; QualCoder loses the passages of a second one of a name."""
        used: set[str] = set()
        return {
            code.id: self.distinct(label_of(code.label, self.language) or code.id, used)
            for code in self.codes()
        }

    def _born(self) -> str:
        """Return when the first codebook came in, also where the project came out of a file since.

        QualCoder stops at a note without a date; this is the date of those that nobody wrote.
        """
        told = [dated(row["created"]) for row in self.reader.rows("codebooks")]
        return min(filter(None, told), default=dated(self.facts.get("created", "")))

    def distinct(self, name: str, used: set[str]) -> str:
        """Return a name, with a number behind it where it is used already and may not be."""
        if not self.counting.distinct:
            return name
        called, number = name, 1
        while called in used:
            number += 1
            called = f"{name} ({number})"
        used.add(called)
        return called

    def _users(self) -> dict[str, str]:
        coders = {coder for (coder,) in self.reader.each("tags", ("coder",))}
        coders |= {row["coder"] for row in (*self.memos, *self.evidence)}
        coders |= {owner.removeprefix("user/") for owner in self.kept if owner.startswith("user/")}
        return {coder: self.names.made("user", coder) for coder in sorted(coders) if coder}

    def _noted(self) -> dict[tuple[str, str], list[str]]:
        """Return which notes stand on what."""
        noted: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.memos:
            on = (row["target_kind"], row["target"])
            on = on if row["target_kind"] in _NOTED else ("project", "")
            noted[on].append(self.names.of("memo", row["memo"]))
        return noted

    def families(self) -> Iterator[tuple[Codebook, Family]]:
        """Hand out every family with its codebook."""
        for book in self.books:
            for family in book.family_records:
                yield book, family

    def codes(self) -> Iterator[Code]:
        """Hand out every code."""
        for _, family in self.families():
            yield from family.codes

    @cached_property
    def meanings(self) -> dict[str, str]:
        """The fingerprint of each code's definition as it is in force."""
        from icmo.project.tagging import definition_of

        return {
            code.id: definition_of(code)
            for book in reversed(self.books)
            for family in book.family_records
            for code in family.codes
        }

    def carry(self, entry: dict[str, Any]) -> None:
        """Add a line to the carrier."""
        self.lines.append(carrier.line(entry))

    def elements(self, owner: str, holder: str) -> Iterator[Element]:
        """Hand out what came with something, as it may stand in its place; the rest is said."""
        for data in self._elements[owner]:
            element = from_data(data)
            fit = None if element is None else fitted(element, holder)
            if fit is not None:
                yield fit
            elif element is not None:
                self.report.count(element.tag, found=1, refused=1)
                self.unfit += 1

    def sources_left_out(self) -> list[Element]:
        """Return the sources of other programs: where one has no file, QualCoder stops."""
        return [one for one in map(from_data, self._elements["Sources"]) if one is not None]

    def passages(self, document: str) -> list[Any]:
        """Return the passages that came with a document, as they were kept."""
        return self._elements[f"passage/{document}"]

    def rest(self, holder: str) -> Iterator[str]:
        """Write back what other programs had in this place."""
        for element in self.elements(holder, holder):
            self.report.count(element.tag, found=1, taken=1)
            yield from written(element)
            yield "\n"

"""What every part of a project works with: the file, who is coding, the clock, and acts."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from icmo._journal import begin, finish
from icmo._store import StoreError
from icmo._strings import did_you_mean, say
from icmo.codebook import Codebook
from icmo.errors import Error
from icmo.project.access import write_entries
from icmo.project.care import look_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icmo._journal import Act
    from icmo._store import Reader, Row, Store


class ProjectError(Error):
    """Something asked of a project that it cannot do."""


def utc_now() -> str:
    """Return the time, as everything in a project is dated."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def random_id() -> str:
    """Return an id that no other copy of the project has."""
    return str(uuid.uuid4())


@dataclass
class Work:
    """The open project file and who works on it."""

    store: Store
    coder: str | None = None
    clock: Callable[[], str] = utc_now
    new_id: Callable[[], str] = random_id
    cared: str = ""  # the day on which the file was last known to be looked after
    _codebooks: dict[tuple[str, int, str], Codebook] = field(default_factory=dict)
    _entries: list[Row] = field(default_factory=list)  # of the access log, not yet written
    _logged: set[tuple[str, str]] = field(default_factory=set)

    @contextmanager
    def act(self, name: str, coder: str | None = None) -> Iterator[Act]:
        """Give an act: what is done in it is one transaction and one line of the journal."""
        who = self.named(coder)
        look_after(self)
        with self.store.change() as change:
            act = begin(change, name, who)
            yield act
            finish(act, self.new_id(), self.clock())
            write_entries(change, self._entries)
        self._entries.clear()

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """See what acts come to: whatever is done meanwhile is taken back before anybody sees it."""
        look_after(self)
        cared, codebooks = self.cared, self._codebooks
        entries, logged = list(self._entries), set(self._logged)
        # The file is not looked after a second time: a backup would wait for what is rehearsed.
        self.cared, self._codebooks = self.clock()[:10], dict(codebooks)
        try:
            with self.store.rehearsing():
                yield
        finally:
            self.cared, self._codebooks = cared, codebooks
            # What was noted, also by another thread meanwhile, is still to be written.
            self._entries = entries + [one for one in self._entries if one not in entries]
            self._logged = logged | {(one["act"], one["target"]) for one in self._entries}

    def log(self, act: str, target: str = "") -> None:
        """Note that somebody opened, read, searched, exported or erased something.

        The same is noted once while the project is open; it is written with the next change,
        or when the project is closed.
        """
        if (act, target) not in self._logged:
            self._logged.add((act, target))
            entry = {
                "created": self.clock(),
                "coder": self.coder or "",
                "act": act,
                "target": target,
            }
            self._entries.append(entry)

    def has_logged(self, act: str, target: str) -> bool:
        """Say whether something was noted while the project is open."""
        return (act, target) in self._logged

    def write_log(self) -> str | None:
        """Write what was noted. Returns what hindered it, such as a file that may only be read."""
        if not self._entries:
            return None
        try:
            with self.store.change(patient=False) as change:
                write_entries(change, self._entries)
        except StoreError as error:
            return error.key
        self._entries.clear()
        return None

    def named(self, coder: str | None = None) -> str:
        """Return who is coding; nobody writes without a name."""
        chosen = coder or self.coder
        if not chosen:
            raise ProjectError(say("project.coder"))
        return chosen

    def document(self, reader: Reader, document: str) -> Row:
        """Return a document by its id or its unique name."""
        found = reader.rows("documents", document=document)
        found = found or reader.rows("documents", name=document)
        if len(found) > 1:
            raise ProjectError(say("project.document_name", document=document, count=len(found)))
        if not found:
            names = [row["name"] for row in reader.rows("documents")]
            sentence = say("project.document", document=document)
            raise ProjectError(sentence + did_you_mean(document, names))
        return found[0]

    def codebooks(self, reader: Reader) -> dict[str, Codebook]:
        """Return the newest version of each of the project's codebooks, the first one first."""
        versions = reader.columns("codebooks", ("codebook", "number", "created"))
        newest: dict[str, tuple[int, str]] = {}
        added: dict[str, str] = {}
        for name, number, created in sorted(versions):
            newest[name] = (number, created)
            added.setdefault(name, created)
        first = self.fact(reader, "codebook")
        in_order = sorted(newest, key=lambda name: (name != first, added[name], name))
        return {name: self._codebook_version(reader, name, *newest[name]) for name in in_order}

    def _codebook_version(self, reader: Reader, name: str, number: int, created: str) -> Codebook:
        """Return one version of a codebook; each is read once."""
        # A version may be taken back, and another one get its number.
        key = (name, number, created)
        if key not in self._codebooks:
            ((source,),) = reader.columns("codebooks", ("source",), codebook=name, number=number)
            self._codebooks[key] = Codebook.parse(str(source), f"{name}.yaml", name)
        return self._codebooks[key]

    def book_of(self, reader: Reader, code: str) -> Codebook:
        """Return the codebook that has a code; an unknown code is refused with the nearest known."""
        books = list(self.codebooks(reader).values())
        for book in books:
            if code in book:
                return book
        known = [other for book in books for other in book.labels()]
        raise ProjectError(say("codebook.code_unknown", code=code) + did_you_mean(code, known))

    def fact(self, reader: Reader, name: str) -> str:
        """Return one of the project's facts: its id, language, when it was made."""
        row = reader.row("facts", name=name)
        return "" if row is None else str(row["value"])

"""Is everything as it should be? The file's structure, texts and places, journal against state.

The journal is proved by walking it backwards over the state: every step must find what it left,
and before the first of them nothing may be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._journal import key_of
from icmo._progress import watched
from icmo._schema import TARGETS
from icmo._store import StoreError
from icmo._strings import say
from icmo.project.access import broken_links
from icmo.project.documents import digest_of

if TYPE_CHECKING:
    import pandas as pd

    from icmo._journal import Step
    from icmo._store import Reader, Row, Store
    from icmo.project.work import Work

CHECK = ("check", "place", "problem")
#: What the journal accounts for, row by row.
JOURNALLED = (
    "assignments",
    "cases",
    "changes",
    "claims",
    "codebooks",
    "configurations",
    "decided",
    "documents",
    "evidence",
    "judgements",
    "kept",
    "memos",
    "questions",
    "ratings",
    "relations",
    "rubric",
    "summaries",
    "tags",
)
Problem = tuple[str, str, str]
Place = tuple[str, tuple[Any, ...]]


def check_frame(work: Work, language: str) -> pd.DataFrame:
    """Return every problem found: check, place, problem. An empty frame is a sound project."""
    found: list[Problem] = [
        ("structure", work.store.path.name, wrong) for wrong in work.store.structure()
    ]
    if not found:
        with work.store.reading() as reader:
            found += _texts(reader, language)
            found += _places(reader, language)
            found += _codes(work, reader, language)
            found += _targets(reader, language)
            found += _journal(reader, language)
            found += [("access", "", wrong) for wrong in broken_links(reader)]
    return make_frame([dict(zip(CHECK, one, strict=True)) for one in found], CHECK)


def refuse_altered_texts(store: Store) -> None:
    """Refuse a project in which a text in force is no longer the one that was stored.

    The structure of a file does not tell: one bit flipped in a letter is another letter.
    """
    with store.reading() as reader:
        force = dict(reader.columns("documents", ("document", "version")))
        names = dict(reader.columns("documents", ("document", "name")))
        columns = ("document", "version", "text", "digest")
        for document, version, text, digest in reader.columns("texts", columns):
            if force.get(document) == version and digest_of(text) != digest:
                name = names[document]
                raise StoreError("project.text_altered", path=store.path, document=name)


def _texts(reader: Reader, language: str) -> list[Problem]:
    """Texts are the ones that were stored, and every document has the one in force."""
    problems: list[Problem] = []
    names = {row["document"]: row for row in reader.rows("documents")}
    versions: set[tuple[str, int]] = set()
    for document in names:
        columns = ("version", "text", "digest", "characters")
        for version, text, digest, characters in reader.columns(
            "texts", columns, document=document
        ):
            versions.add((document, version))
            if digest_of(text) != digest or len(text) != characters:
                said = say("check.text", language, version=version)
                problems.append(("text", names[document]["name"], said))
    problems += [
        ("text", row["name"], say("check.no_text", language))
        for row in names.values()
        if (row["document"], row["version"]) not in versions
    ]
    return problems


def _places(reader: Reader, language: str) -> list[Problem]:
    """Turns, tags and evidence stand inside their texts."""
    sizes = {
        (document, version): characters
        for document, version, characters in reader.columns(
            "texts", ("document", "version", "characters")
        )
    }
    force = dict(reader.columns("documents", ("document", "version")))
    names = dict(reader.columns("documents", ("document", "name")))
    problems: list[Problem] = []
    for table, key in (("tags", "tag"), ("evidence", "evidence")):
        columns = (key, "document", "start", "end")
        for id_, document, start, end in reader.columns(table, columns):
            size = sizes.get((document, force.get(document, 0)), 0)
            if not 0 <= start < end <= size:
                said = say("check.place", language, id=id_, start=start, end=end, size=size)
                problems.append(("place", names.get(document, document), said))
    before: tuple[str, int, int] = ("", 0, 0)
    place = ("document", "version", "start", "end", "number")
    for document, version, start, end, number in sorted(reader.columns("turns", place)):
        size = sizes.get((document, version), 0)
        overlaps = before[:2] == (document, version) and start < before[2]
        if overlaps or not 0 <= start <= end <= size:
            said = say("check.turn", language, number=number, version=version)
            problems.append(("place", names.get(document, document), said))
        before = (document, version, end)
    return problems


def _codes(work: Work, reader: Reader, language: str) -> list[Problem]:
    """Every tag has a code of one of the project's codebooks."""
    known = {code for book in work.codebooks(reader).values() for code in book.labels()}
    counts: dict[str, int] = {}
    for (code,) in reader.columns("tags", ("code",)):
        if code not in known:
            counts[code] = counts.get(code, 0) + 1
    return [
        ("code", code, say("check.code", language, count=count)) for code, count in counts.items()
    ]


def _targets(reader: Reader, language: str) -> list[Problem]:
    """Evidence is about something that is there."""
    known = {
        kind: {id_ for (id_,) in reader.columns(table, (kind,))} for kind, table in TARGETS.items()
    }
    columns = ("evidence", "target_kind", "target")
    return [
        ("target", id_, say("check.target", language, target=target))
        for id_, kind, target in reader.columns("evidence", columns)
        if target not in known[kind]
    ]


class _Backwards:
    """The state of the tables as the journal is walked backwards, read only where it is asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._now: dict[Place, Row | None] = {}  # rows that were asked for, as they are by now
        self._known: dict[Place, Row] = {}  # the same as the walk found them
        self._taken: dict[tuple[str, int], int] = {}  # lines whose rows went many at a time

    def row(self, table: str, key: dict[str, Any]) -> Row | None:
        """Return a row as it is at this step."""
        place = (table, tuple(key.values()))
        if place not in self._now:
            found = self._reader.row(table, **key)
            if found is not None and (table, found.get("line")) in self._taken:
                found = None
            self._now[place] = found
            if found is not None:
                self._known[place] = found
        return self._now[place]

    def put(self, table: str, key: dict[str, Any], row: Row | None) -> None:
        """Make a row what it was before a step."""
        self.row(table, key)
        self._now[table, tuple(key.values())] = row

    def take_many(self, table: str, line: int) -> int:
        """Take away the rows that a line wrote. Returns how many there were."""
        untouched = 0
        if (table, line) not in self._taken:
            known = (row for (name, _), row in self._known.items() if name == table)
            untouched = self._reader.count(table, line=line) - sum(
                row["line"] == line for row in known
            )
            self._taken[table, line] = untouched
        touched = [
            place
            for place, row in self._now.items()
            if place[0] == table and row is not None and row["line"] == line
        ]
        for place in touched:
            self._now[place] = None
        return untouched + len(touched)

    def left(self, table: str) -> int:
        """Return how many rows are still there."""
        known = sum(name == table for name, _ in self._known)
        now = sum(row is not None for (name, _), row in self._now.items() if name == table)
        taken = sum(count for (name, _), count in self._taken.items() if name == table)
        return self._reader.count(table) - known + now - taken


def _journal(reader: Reader, language: str) -> list[Problem]:
    """Walk the journal backwards over the state."""
    state = _Backwards(reader)
    problems: list[Problem] = []
    expected = 0
    lines = reader.rows("journal", order=("line",))[::-1]
    for row in watched(lines, say("progress.check", language)):
        if expected and row["line"] != expected:
            problems.append(("journal", str(expected), say("check.line_missing", language)))
        expected = row["line"] - 1
        for step in reversed(row["steps"]):
            try:
                is_sound = _taken_back(state, step)
            except (AttributeError, KeyError, TypeError):
                is_sound = False  # the step itself is no longer what was written
            if not is_sound:
                table = step.get("table", "")
                said = say("check.step", language, act=row["act"], table=table)
                problems.append(("journal", str(row["line"]), said))
    if expected:
        problems.append(("journal", str(expected), say("check.line_missing", language)))
    for table in JOURNALLED:
        # The codebook a project is made with is there before the first line.
        left = state.left(table) - (table == "codebooks")
        if left:
            said = say("check.unexplained", language, table=table, count=left)
            problems.append(("journal", "", said))
    return problems


def _taken_back(state: _Backwards, step: Step) -> bool:
    table = step["table"]
    if "count" in step:
        return bool(state.take_many(table, step["line"]) == step["count"])
    if "rows" in step:
        for row in step["rows"]:
            state.put(table, key_of(table, row), row)
        return True
    before, after = step["before"], step["after"]
    key = key_of(table, after or before)
    sound = bool(state.row(table, key) == after)
    state.put(table, key, before)
    return sound

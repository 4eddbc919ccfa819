"""A whole project as lines of JSON: readable, the same each time, good to compare in git, and back.

A row is a line; the lines of a text follow the row of it, each a line of its own. What belongs to
the file and not to the work stays out: who opened it when, and which files were written of it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from icmo._files import write_portions
from icmo._frames import make_frame
from icmo._schema import VERSION, is_row_of, metadata
from icmo._store import Store
from icmo._strings import say
from icmo.codebook import Codebook, CodebookError
from icmo.project.work import ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from icmo._store import Change, Reader, Row
    from icmo.documents.pseudonyms import Guard
    from icmo.project.work import Work

#: What belongs to one file of a project, and not to the project.
_APART = ("access", "written")
_FACTS_APART = ("access_begin", "access_end", "access_start", "cared", "erasing")
_TABLES = tuple(table.name for table in metadata.sorted_tables if table.name not in _APART)
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HEAD = "icmo"
_LARGEST_LINE = 64 * 1024 * 1024
_PORTION = 20_000
DIFFERENCES = ("difference", "table", "row")


def dump(work: Work, path: Path, guard: Guard | None = None) -> int:
    """Write a project as lines of JSON, whole or not at all. Returns how many rows.

    Raises:
        PseudonymError: the guard saw a CPR number, or with its key a name that has a pseudonym.
    """
    count = 0

    def portions(reader: Reader) -> Iterator[bytes]:
        nonlocal count
        lines = _lines(reader) if guard is None else _guarded(reader, guard, path.name)
        for line, is_row in lines:
            count += is_row
            yield (line + "\n").encode()

    with work.store.reading() as reader:
        try:
            write_portions(path, portions(reader))
        except OSError as error:
            reason = error.strerror or error
            raise ProjectError(say("export.unwritable", path=path, reason=reason)) from None
    return count


def _lines(reader: Reader) -> Iterator[tuple[str, bool]]:
    """Hand out the lines of a project, and whether each begins a row."""
    yield _JSON.encode({_HEAD: "project", "version": VERSION}), False
    for table, row in _own(reader):
        text = row.pop("text") if table == "texts" else ""
        yield _JSON.encode({table: row}), True
        for line in text.splitlines(keepends=True):
            yield _JSON.encode(line), False


def _guarded(reader: Reader, guard: Guard, name: str) -> Iterator[tuple[str, bool]]:
    """Hand out the lines past a guard, who stops them after the last one of them."""
    said: list[str] = []  # the lines of one text: a number may go on over them
    number = 0
    for line, is_row in _lines(reader):
        number += 1
        if is_row:
            guard.see(name, "".join(said), number - len(said))
            said.clear()
            guard.see_line(name, number, line.replace("\\n", "\n"))
        elif number > 1:
            said.append(json.loads(line))
        yield line, is_row
    guard.see(name, "".join(said), number + 1 - len(said))
    guard.refuse()


def _is_json(table: str, name: str) -> bool:
    return metadata.tables[table].columns[name].type.python_type not in (str, int)


def load(path: Path, project_path: Path) -> None:
    """Make a project of its lines: whole or not at all, and never over an existing one.

    Raises:
        ProjectError: the file is no such thing, is damaged, or does not hang together.
    """
    rows = _rows(path)
    head = next(rows, None)
    if head is None or head[0] != _HEAD:
        raise ProjectError(say("dump.none", path=path))

    def fill(change: Change) -> None:
        waiting: dict[str, list[tuple[Any, ...]]] = {}
        seen: dict[str, set[tuple[Any, ...]]] = {}
        for table, row, line in rows:
            _check(path, line, table, row, seen)
            waiting.setdefault(table, []).append(_values(table, row))
            if len(waiting[table]) >= _PORTION:
                _put(change, table, waiting.pop(table))
        for table in _TABLES:
            _put(change, table, waiting.get(table, []))
        if ("project",) not in seen.get("facts", ()) or not seen.get("codebooks"):
            raise ProjectError(say("dump.incomplete", path=path))

    Store.create(project_path, fill).close()


def _put(change: Change, table: str, rows: list[tuple[Any, ...]]) -> None:
    change.insert_plain(table, tuple(metadata.tables[table].columns.keys()), rows)


def _values(table: str, row: Row) -> tuple[Any, ...]:
    return tuple(
        _JSON.encode(row[name]) if _is_json(table, name) and row[name] is not None else row[name]
        for name in metadata.tables[table].columns.keys()  # noqa: SIM118 - columns are no dict
    )


def _check(
    path: Path, line: int, table: str, row: Row, seen: dict[str, set[tuple[Any, ...]]]
) -> None:
    """Refuse a row that cannot be one, is there already, or stands on what is not there."""
    if table not in _TABLES or not is_row_of(table, row):
        raise ProjectError(say("dump.row", path=path, line=line))
    own = tuple(row[column.name] for column in metadata.tables[table].primary_key.columns)
    if own in seen.setdefault(table, set()):
        raise ProjectError(say("dump.twice", path=path, line=line))
    seen[table].add(own)
    for column in metadata.tables[table].columns:
        for key in column.foreign_keys:
            if (row[column.name],) not in seen.get(key.column.table.name, ()):
                raise ProjectError(say("dump.row", path=path, line=line))
    if table == "codebooks":
        try:
            Codebook.parse(row["source"], f"{row['codebook']}.yaml", row["codebook"])
        except CodebookError:
            raise ProjectError(say("dump.row", path=path, line=line)) from None


def _rows(path: Path) -> Iterator[tuple[str, Row, int]]:
    """Hand out the rows of a file, each with its table and its line; the head first."""
    text: list[str] = []
    before: tuple[str, Row, int] | None = None
    for number, entry in _entries(path):
        if isinstance(entry, str) and before is not None and before[0] == "texts":
            text.append(entry)
            continue
        if not isinstance(entry, dict) or not entry:
            raise ProjectError(say("dump.row", path=path, line=number))
        if before is not None:
            yield _with_text(before, text)
        text = []
        table = next(iter(entry))
        if number == 1:
            if table != _HEAD:
                raise ProjectError(say("dump.none", path=path))
            if entry.get("version") != VERSION:
                raise ProjectError(
                    say("dump.version", path=path, version=entry.get("version"), known=VERSION)
                )
        before = (table, entry[table] if number > 1 else {}, number)
    if before is not None:
        yield _with_text(before, text)


def _with_text(row: tuple[str, Row, int], text: list[str]) -> tuple[str, Row, int]:
    table, values, line = row
    if table == "texts" and isinstance(values, dict):
        return table, {**values, "text": "".join(text)}, line
    return row


def _entries(path: Path) -> Iterator[tuple[int, Any]]:
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LARGEST_LINE):
                number += 1
                yield number, json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except OSError as error:
        raise ProjectError(f"{path}: {say('file.unreadable', reason=error.strerror)}") from None
    except (ValueError, RecursionError):
        raise ProjectError(say("dump.row", path=path, line=number)) from None


def compare(work: Work, path: Path) -> pd.DataFrame:
    """Return in what a project differs from its lines: difference (missing, new, changed), table, row."""
    there: dict[tuple[str, str], bytes] = {}
    head = True
    for table, row, line in _rows(path):
        if head:
            head = False
            continue
        if table not in _TABLES or not is_row_of(table, row):
            raise ProjectError(say("dump.row", path=path, line=line))
        there[table, _key(table, row)] = _print(row)
    found: list[tuple[str, str, str]] = []
    with work.store.reading() as reader:
        for table, row in _own(reader):
            key = (table, _key(table, row))
            known = there.pop(key, None)
            if known is None:
                found.append(("new", *key))
            elif known != _print(row):
                found.append(("changed", *key))
    found += [("missing", *key) for key in there]
    rows = [dict(zip(DIFFERENCES, one, strict=True)) for one in found]
    return make_frame(rows, DIFFERENCES)


def _own(reader: Reader) -> Iterator[tuple[str, Row]]:
    for table in _TABLES:
        names = tuple(metadata.tables[table].columns.keys())
        packed = [name for name in names if _is_json(table, name)]
        for values in reader.each(table, names, order=()):
            row = dict(zip(names, values, strict=True))
            if table == "facts" and row["name"] in _FACTS_APART:
                continue
            for name in packed:
                row[name] = None if row[name] is None else json.loads(row[name])
            yield table, row


def _key(table: str, row: Row) -> str:
    return " / ".join(
        str(row[column.name]) for column in metadata.tables[table].primary_key.columns
    )


def _print(row: Row) -> bytes:
    written = json.dumps(row, ensure_ascii=True, sort_keys=True)
    return hashlib.blake2b(written.encode(), digest_size=16).digest()

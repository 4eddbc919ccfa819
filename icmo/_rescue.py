"""Reads the rows of a damaged project file page by page, whatever the file says of itself.

SQLite finds rows from the top of a tree, so that one damaged page can hide thousands. Each page at
the bottom can be read by itself, though, and what stands in a row tells which table it is of: the
rows on every page that is whole are found, also where the pages that lead to them are not. What was
erased is not: where it stood, there are zeros.
"""

from __future__ import annotations

import json
import mmap
import re
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from icmo._progress import watched
from icmo._schema import metadata
from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._store import Row

    Values = list[Any]

_MAGIC = b"SQLite format 3\x00"
_PAGE = 4096
#: The first byte of a page on which rows of a table stand.
_LEAF = 0x0D
#: How long whole numbers of each kind are; the others are no numbers of ours.
_LENGTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
_FIRST_TEXT = 13
#: What is known only of some tables, where rows of others look alike.
_SAID = {
    "facts": ("name", r"[a-z_]+"),
    "decided": ("subject", r".*[^a-z_].*"),
    "decisions": ("what", r"decision|settled|sign_off"),
    "memos": ("target_kind", r"(?!(decision|settled|sign_off)$)[a-z_]+"),
    "receipts": ("target", r"document|participant|pseudonyms"),
    "access": ("seal", r"[0-9a-f]{64}"),
    "written": ("kind", r"[a-z]+"),
}


def read_rows(path: Path, beside: Path) -> tuple[dict[str, list[Row]], set[int]]:
    """Read every row that can be read, by table, and change nothing in the file.

    Returns the rows, each once, and the `id()` of those texts of which a part could not be read.
    Where a killed writer left half a change, it is taken back in a copy, made in the folder `beside`.
    """
    found: dict[str, dict[tuple[Any, ...], Row]] = {name: {} for name in metadata.tables}
    broken: set[int] = set()
    with _settled(path, beside) as settled, settled.open("rb") as file:
        if not settled.stat().st_size:
            return {name: [] for name in found}, broken
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            for rowid, values, is_broken in _Pages(content).records():
                table = _table_of(values)
                if table is None or (is_broken and table != "texts"):
                    continue
                row = _row(table, rowid, values)
                if row is None:
                    continue
                key = tuple(row[name] for name in _key(table))
                if found[table].setdefault(key, row) is row and is_broken:
                    broken.add(id(row))
    return {name: list(rows.values()) for name, rows in found.items()}, broken


@contextmanager
def _settled(path: Path, beside: Path) -> Iterator[Path]:
    """Give the file, or a copy in which a change that was broken off is taken back."""
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists() or not journal.stat().st_size:
        yield path
        return
    with TemporaryDirectory(dir=beside, prefix=f".{path.name}.") as name:
        copy = Path(name) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, copy.with_name(journal.name))
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield copy


class _Pages:
    """The pages of a file."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._size = _PAGE
        if content[:16] == _MAGIC:
            size = int.from_bytes(content[16:18], "big")
            self._size = 65536 if size == 1 else size
            if size != 1 and (size < 512 or size & (size - 1)):  # noqa: PLR2004 - as SQLite has them
                self._size = _PAGE
        self._count = -(-len(content) // self._size)

    def records(self) -> Iterator[tuple[int, Values, bool]]:
        """Go through all rows: number, values, and whether a part could not be read."""
        for number in watched(range(1, self._count + 1), say("progress.rescue")):
            page = self._page(number)
            head = 100 if number == 1 else 0
            if page[head] != _LEAF:
                continue
            cells = int.from_bytes(page[head + 3 : head + 5], "big")
            for place in range(head + 8, min(head + 8 + 2 * cells, self._size - 1), 2):
                with suppress(ValueError, IndexError, KeyError):
                    yield self._cell(page, int.from_bytes(page[place : place + 2], "big"))

    def _page(self, number: int) -> bytes:
        start = (number - 1) * self._size
        return self._content[start : start + self._size].ljust(self._size, b"\x00")

    def _cell(self, page: bytes, place: int) -> tuple[int, Values, bool]:
        length, place = _number(page, place)
        rowid, place = _number(page, place)
        most, least = self._size - 35, (self._size - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (self._size - 4)
            here = least if here > most else here
        if length > len(self._content) or place + here > self._size:
            raise ValueError
        payload = page[place : place + here]
        if length > here:
            start = int.from_bytes(page[place + here : place + here + 4], "big")
            payload += self._elsewhere(start, length - here)
        return rowid, _values(payload, length), len(payload) < length

    def _elsewhere(self, number: int, length: int) -> bytes:
        """Return what stands of a long row on pages of its own, as far as they lead."""
        pieces: list[bytes] = []
        while length > 0 and 1 < number <= self._count and len(pieces) < self._count:
            page = self._page(number)
            number = int.from_bytes(page[:4], "big")
            pieces.append(page[4 : 4 + length])
            length -= len(pieces[-1])
        return b"".join(pieces)


def _number(content: bytes, place: int) -> tuple[int, int]:
    """Return a number written in as few bytes as it needs, and where the next thing stands."""
    number = 0
    for _ in range(8):
        byte = content[place]
        place += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last byte has no mark
            return number, place
    raise ValueError


def _values(payload: bytes, length: int) -> Values:
    """Return the values of a row; what could not be read of the last ones is left out of them."""
    end, place = _number(payload, 0)
    kinds = []
    while place < end:
        kind, place = _number(payload, place)
        kinds.append(kind)
    values: Values = []
    for kind in kinds:
        if kind == 0:
            values.append(None)
        elif kind >= _FIRST_TEXT and kind % 2:
            size = (kind - _FIRST_TEXT) // 2
            how = "strict" if len(payload) == length else "replace"
            values.append(payload[place : place + size].decode("utf-8", how))
            place += size
        elif kind in (8, 9):
            values.append(kind - 8)
        else:
            size = _LENGTHS[kind]
            values.append(int.from_bytes(payload[place : place + size], "big", signed=True))
            place += size
    if place != length:
        raise ValueError
    return values


def _table_of(values: Values) -> str | None:
    """Return the table that has rows of such values."""
    for name, columns, said in _shapes().get(len(values), ()):
        if all(_fits(*column, value) for column, value in zip(columns, values, strict=True)):
            place, pattern = said
            if pattern is None or re.fullmatch(pattern, values[place], re.DOTALL):
                return name
    return None


@cache
def _shapes() -> dict[int, list[tuple[str, list[tuple[str, bool]], tuple[int, str | None]]]]:
    """Return the tables by how many columns they have: what may stand in each column."""
    shapes: dict[int, list[tuple[str, list[tuple[str, bool]], tuple[int, str | None]]]] = {}
    for name, table in metadata.tables.items():
        columns = [(kind, may_lack) for _, kind, may_lack in _columns(name)]
        column, pattern = _SAID.get(name, (next(iter(table.columns)).name, None))
        said = (table.columns.keys().index(column), pattern)
        shapes.setdefault(len(columns), []).append((name, columns, said))
    return shapes


@cache
def _columns(table: str) -> list[tuple[str, str, bool]]:
    """Return a table's columns: name, kind, whether it may lack a value."""
    own = _own_number(table)
    return [
        (column.name, _kind(column), bool(column.nullable) or column.name == own)
        for column in metadata.tables[table].columns
    ]


@cache
def _key(table: str) -> list[str]:
    return [column.name for column in metadata.tables[table].primary_key]


def _kind(column: sa.Column[Any]) -> str:
    if isinstance(column.type, sa.JSON):
        return "json"
    return "number" if isinstance(column.type, sa.Integer) else "text"


@cache
def _own_number(table: str) -> str | None:
    """Return the column in which SQLite does not write a number, as it is the row's own."""
    columns = list(metadata.tables[table].primary_key)
    alone = len(columns) == 1 and _kind(columns[0]) == "number"
    return columns[0].name if alone else None


def _fits(kind: str, may_lack: bool, value: object) -> bool:
    if value is None:
        return may_lack
    if kind == "number" or not isinstance(value, str):
        return kind == "number" and isinstance(value, int)
    return kind == "text" or value == "" or value[0] in "{["


def _row(table: str, rowid: int, values: Values) -> Row | None:
    """Return values as a row, unless they cannot be what somebody wrote."""
    row: Row = {}
    own = _own_number(table)
    for (name, kind, may_lack), value in zip(_columns(table), values, strict=True):
        row[name] = rowid if name == own else value
        if kind == "json" and value is not None:
            try:
                row[name] = json.loads(value)
            except ValueError:
                row[name] = None
                if not may_lack:
                    return None
    # Of a text all that can be read is worth keeping; elsewhere zeros are a page that was lost.
    is_zeroed = any(isinstance(value, str) and "\x00" in value for value in values)
    return None if is_zeroed and table != "texts" else row

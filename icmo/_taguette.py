"""A project of Taguette, read row by row: somebody else's SQLite file, opened with every care."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The tables that are read, and of each the columns.
_TABLES = {
    "projects": ("id", "name", "description"),
    "documents": ("id", "project_id", "name", "description", "filename", "created", "contents"),
    "tags": ("id", "project_id", "path", "description"),
    "highlights": ("id", "document_id", "start_offset", "end_offset", "snippet"),
    "highlight_tags": ("highlight_id", "tag_id"),
}
_LARGEST = 1024 * 1024 * 1024


class TaguetteError(Error):
    """A file that is no project of Taguette, or a damaged one."""


@dataclass(frozen=True)
class TaguetteFile:
    """What a file holds: the rows of each table."""

    rows: dict[str, list[dict[str, Any]]]


def read_taguette_file(path: Path) -> TaguetteFile:
    """Read the rows of a Taguette project; the file is only ever read.

    Raises:
        TaguetteError: it is something else, damaged, or larger than any project.
    """
    if not path.is_file():
        raise TaguetteError(say("refi.no_file" if path.exists() else "file.missing", path=path))
    if path.stat().st_size > _LARGEST:
        raise TaguetteError(f"{path}: {say('taguette.large')}")
    try:
        with closing(_opened(path)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise TaguetteError(f"{path}: {say('taguette.damaged')}")
            return TaguetteFile({table: list(_rows(path, connection, table)) for table in _TABLES})
    except (sqlite3.Error, UnicodeError):
        raise TaguetteError(f"{path}: {say('taguette.none')}") from None


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "query_only = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024)
    return connection


def _rows(path: Path, connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Hand out the rows of a table; a view of that name could run anything and is none."""
    kind = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    names = _TABLES[table]
    there = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
    if kind != ("table",) or not set(names) <= there:
        raise TaguetteError(f"{path}: {say('taguette.none')}")
    columns = ", ".join(f'"{name}"' for name in names)
    for row in connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1, 2'):  # noqa: S608 - names of ours
        yield dict(zip(names, row, strict=True))

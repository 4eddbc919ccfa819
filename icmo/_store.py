"""The project file: with `_schema`, `_journal` and `_migrations` the only module that speaks SQL.

SQLite with a rollback journal and `synchronous=EXTRA`: a change that was acknowledged
survives a power cut, and every transaction is there whole or not at all.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import threading
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from icmo._heads import APPLICATION_ID, Head, read_head
from icmo._progress import in_portions, watched
from icmo._schema import VERSION, metadata
from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

#: How long to wait for another process that is writing.
_PATIENCE_SECONDS = 30.0
_IMPATIENCE_SECONDS = 0.05
#: Files up to this size are looked through whenever they are opened, larger ones now and then.
_LOOKED_THROUGH_BYTES = 16 * 1024 * 1024

#: Rows handed to the database in one go; between portions one can see how far it has come.
_PORTION = 20_000
#: Rows taken from it in one go: so few that they are still in the processor's cache when used.
_HANDFUL = 500

#: Made once: `json.dumps` makes one for each value.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Row = dict[str, Any]

#: What SQLite complains of, and the sentence for it.
_COMPLAINTS = (
    (("locked", "busy"), "project.busy"),
    (("disk is full", "disk I/O error", "file too large"), "project.full"),
    (("readonly", "read-only", "unable to open"), "project.read_only"),
    (
        (
            "malformed",
            "not a database",
            "corrupt",
            "Could not decode",
            "no such column",
            "no such table",
        ),
        "project.damaged",
    ),
)


class StoreError(Error):
    """A project file that cannot be opened, read or written; `key` says which trouble it is."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(key, **values))
        self.key = key


class Reader:
    """What may be asked of a project file: one state of it, whatever others do meanwhile."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, table: str, order: Sequence[str] = (), **equal: object) -> list[Row]:
        """Return rows in a stable order; a list or tuple of values means any of them."""
        chosen = _selection(table, (), tuple(order), _shape(equal), None)
        return _as_dicts(self.connection.execute(chosen, _values(equal)))

    def row(self, table: str, **equal: object) -> Row | None:
        """Return the first row with these values, or nothing."""
        return self._one(table, None, equal)

    def rows_after(self, table: str, column: str, number: int) -> list[Row]:
        """Return the rows with a larger number in a column, in the order of it."""
        subject = metadata.tables[table]
        chosen = subject.select().where(subject.c[column] > number).order_by(subject.c[column])
        return _as_dicts(self.connection.execute(chosen))

    def first(self, table: str, order: Sequence[str], **equal: object) -> Row | None:
        """Return the first row in an order, or nothing."""
        return self._one(table, tuple(order), equal)

    def _one(
        self, table: str, order: tuple[str, ...] | None, equal: Mapping[str, object]
    ) -> Row | None:
        chosen = _selection(table, (), order, _shape(equal), 1)
        found = _as_dicts(self.connection.execute(chosen, _values(equal)))
        return found[0] if found else None

    def columns(self, table: str, names: Sequence[str], **equal: object) -> list[tuple[Any, ...]]:
        """Return some columns of many rows, as fast as the database hands them out."""
        chosen = _selection(table, tuple(names), None, _shape(equal), None)
        return list(self.connection.execute(chosen, _values(equal)).fetchall())

    def lists(self, table: str, names: Sequence[str], **equal: object) -> dict[str, list[Any]]:
        """Return some columns of very many rows, each as a list; never all rows at the same time."""
        chosen = _selection(table, tuple(names), None, _shape(equal), None)
        found: dict[str, list[Any]] = {name: [] for name in names}
        with self.connection.execute(chosen, _values(equal)) as result:
            cursor: Any = result.cursor  # its rows are bare tuples: SQLAlchemy's take twice as long
            while handful := cursor.fetchmany(_HANDFUL):
                for values, column in zip(found.values(), zip(*handful, strict=True), strict=True):
                    values.extend(column)
        return found

    def each(
        self, table: str, names: Sequence[str], order: Sequence[str] | None = None, **equal: object
    ) -> Iterator[tuple[Any, ...]]:
        """Hand out some columns of very many rows one after the other; JSON as it is written.

        No order is the database's own; an empty one is the primary key's.
        """
        wanted = None if order is None else tuple(order)
        chosen = _selection(table, tuple(names), wanted, _shape(equal), None)
        with self.connection.execute(chosen, _values(equal)) as result:
            cursor: Any = result.cursor
            while handful := cursor.fetchmany(_HANDFUL):
                yield from handful

    def count(self, table: str, **equal: object) -> int:
        """Return how many rows have these values."""
        chosen = _summary(table, "count", None, _shape(equal))
        return int(self.connection.execute(chosen, _values(equal)).scalar() or 0)

    def largest(self, table: str, column: str, **equal: object) -> int:
        """Return the largest number in a column; 0 where there is none."""
        chosen = _summary(table, "max", column, _shape(equal))
        return int(self.connection.execute(chosen, _values(equal)).scalar() or 0)


class Change(Reader):
    """What a transaction may do besides reading."""

    def insert(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows."""
        given = list(rows)
        if given:
            self.connection.execute(_insertion(table), given)

    def insert_plain(
        self, table: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
    ) -> int:
        """Add many rows of text and numbers as fast as the database takes them."""
        subject = metadata.tables[table]
        values: dict[str, Any] = {name: sa.bindparam(name) for name in names}
        statement = str(subject.insert().values(values).compile(self.connection))
        portions = list(in_portions(rows, _PORTION))
        for portion in watched(portions, say("progress.write", count=_PORTION)):
            self.connection.exec_driver_sql(statement, portion)
        return sum(len(portion) for portion in portions)

    def update(self, table: str, values: Mapping[str, Any], **equal: object) -> None:
        """Change the rows with these values."""
        changing = _alteration(table, tuple(values), _shape(equal))
        self.connection.execute(changing, {**values, **_values(equal)})

    def delete(self, table: str, **equal: object) -> None:
        """Take away the rows with these values."""
        self.connection.execute(_removal(table, _shape(equal)), _values(equal))

    def make_tables(self) -> None:
        """Make every table of the schema, and write into the file what it is."""
        metadata.create_all(self.connection)
        self.connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        self.connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


class Store:
    """One open project file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.migrated: Path | None = (
            None  # the backup made before an older file was brought up to date
        )
        self._rehearsal = threading.local()  # another thread of this process sees none of it
        self._engine = sa.create_engine(
            # Not as a string, in which a question mark in the file's name would end it.
            sa.URL.create("sqlite", database=str(path)),
            connect_args={"timeout": _PATIENCE_SECONDS, "check_same_thread": False},
            json_serializer=_JSON.encode,
            json_deserializer=self._from_json,
        )
        sa.event.listen(self._engine, "connect", _prepare)
        sa.event.listen(self._engine, "begin", _begin)

    @classmethod
    def create(cls, path: Path, fill: Callable[[Change], None]) -> Store:
        """Make a project file and fill it; never over an existing one.

        It appears under its name when it is whole: somebody who is killed leaves no half project.
        """
        if not path.parent.is_dir():
            raise StoreError("project.no_folder", folder=path.parent)
        unfinished = unfinished_name(path)
        making = cls(unfinished)
        try:
            with making.change() as change:
                change.make_tables()
                fill(change)
            making.close()
            appear(unfinished, path)
        except FileExistsError:
            raise StoreError("project.exists", path=path) from None
        except StoreError as error:
            raise StoreError(error.key, path=path) from None
        except OSError as error:
            raise StoreError("project.unwritable", path=path, reason=error.strerror) from None
        finally:
            making.close()
            remove_unfinished(unfinished)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open an existing project file, bringing an older one up to date after a backup."""
        head = _refused_unless_project(path)
        store = cls(path)
        try:
            if head.is_unclean or store.is_small:
                store.look_through()
            if head.is_unclean:
                # SQLite has taken the half change back by now.
                head = _refused_unless_project(path)
            if head.version < VERSION:
                from icmo._migrations import migrate

                store.migrated = migrate(store, head.version)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open_copy(cls, path: Path, folder: Path) -> Store:
        """Open a copy of a project file, made in a folder: the file itself is never touched."""
        from icmo._backups import copy_apart

        _refused_unless_project(path)
        try:
            return cls.open(copy_apart(path, folder))
        except StoreError as error:
            raise StoreError(error.key, path=path) from None
        except sqlite3.DatabaseError:
            raise StoreError("project.damaged", path=path) from None
        except OSError as error:
            raise StoreError("project.unreadable", path=path, reason=error.strerror) from None

    @property
    def is_small(self) -> bool:
        """Whether the file is so small that it is looked through whenever it is opened."""
        return self.path.stat().st_size <= _LOOKED_THROUGH_BYTES

    def look_through(self) -> None:
        """Refuse a file whose structure is damaged. Takes a millisecond for each megabyte."""
        with self.outside_transaction() as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchall()
        if found != [("ok",)]:
            raise StoreError("project.damaged", path=self.path)

    def structure(self) -> list[str]:
        """Return what SQLite finds wrong with the file's structure and with references in it."""
        with self.outside_transaction() as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall()]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        wrong = [] if found == ["ok"] else found
        return wrong + [f"{table}, row {row}: {parent}" for table, row, parent, _ in loose]

    def clean(self) -> None:
        """Write the file anew without free pages; nothing passes through the machine's temp folder."""
        with self.outside_transaction() as connection:
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA busy_timeout = {int(_PATIENCE_SECONDS * 1000)}")
            connection.execute("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give one state of the file to read."""
        rehearsed: Change | None = getattr(self._rehearsal, "change", None)
        if rehearsed is not None:
            yield rehearsed
            return
        with self._told(), self._engine.connect() as connection:
            yield Reader(connection)

    @contextmanager
    def change(self, *, patient: bool = True) -> Iterator[Change]:
        """Give a transaction: all of what is done in it is kept, or nothing is.

        Another process that writes is waited for, unless nothing is lost by coming back later.
        """
        rehearsed: Change | None = getattr(self._rehearsal, "change", None)
        if rehearsed is not None:
            yield rehearsed
            return
        with self._told(), self._engine.connect() as connection:
            writing = connection.execution_options(icmo_writes=True)
            wait = _PATIENCE_SECONDS if patient else _IMPATIENCE_SECONDS
            bare = writing.connection.driver_connection
            if isinstance(bare, sqlite3.Connection):
                bare.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
            try:
                with writing.begin():
                    yield Change(writing)
            finally:
                if isinstance(bare, sqlite3.Connection) and not patient:
                    # The connection is used again, by somebody who would rather wait.
                    bare.execute(f"PRAGMA busy_timeout = {int(_PATIENCE_SECONDS * 1000)}")

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """Let everything be done that follows, seen here alone, and take all of it back in the end."""
        with self._told(), self._engine.connect() as connection:
            writing = connection.execution_options(icmo_writes=True)
            transaction = writing.begin()
            self._rehearsal.change = Change(writing)
            try:
                yield
            finally:
                self._rehearsal.change = None
                transaction.rollback()

    @contextmanager
    def outside_transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the bare connection, for what cannot be done inside a transaction (VACUUM, backup)."""
        with self._told():
            connection = self._engine.raw_connection()
            try:
                bare = connection.driver_connection
                if not isinstance(bare, sqlite3.Connection):
                    raise StoreError("project.not_one", path=self.path)
                yield bare
            finally:
                connection.close()

    def _from_json(self, written: str) -> object:
        try:
            return json.loads(written)
        except ValueError:
            # Only a damaged page makes it so; the error would show what stands there.
            raise StoreError("project.damaged", path=self.path) from None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database complains of into a sentence; its own words may hold people's."""
        try:
            yield
        except (sa.exc.DBAPIError, sqlite3.Error) as error:
            complaint = _complaint(error)
            if complaint is None:
                raise
            raise StoreError(complaint, path=self.path) from None
        except UnicodeDecodeError:
            # Files are read before a transaction begins: these bytes are the project's own.
            raise StoreError("project.damaged", path=self.path) from None


def _refused_unless_project(path: Path) -> Head:
    """Read the head of a file; what is no project, newer or cut off is refused untouched."""
    if path.is_dir():
        raise StoreError("project.folder", path=path)
    if not path.exists():
        raise StoreError("project.missing", path=path)
    try:
        head = read_head(path)
    except OSError as error:
        raise StoreError("project.unreadable", path=path, reason=error.strerror) from None
    if not head.is_project:
        raise StoreError("project.not_one", path=path)
    if head.version > VERSION:
        raise StoreError("project.newer", path=path, version=head.version, known=VERSION)
    if head.is_cut:
        raise StoreError("project.damaged", path=path)
    return head


def unfinished_name(path: Path) -> Path:
    """Return the name, beside it, under which a file is written until it is whole."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def remove_unfinished(unfinished: Path) -> None:
    """Remove what was being written, and what SQLite kept beside it."""
    for name in (unfinished.name, f"{unfinished.name}-journal"):
        unfinished.with_name(name).unlink(missing_ok=True)


def appear(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, in one step, unless something has it; it stays after a power cut.

    Raises:
        FileExistsError: something has the name.
        OSError: the folder cannot be written.
    """
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError from None
        unfinished.rename(path)
    if hasattr(os, "O_DIRECTORY"):  # where folders can be told to keep what they hold
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _complaint(error: Exception) -> str | None:
    said = str(getattr(error, "orig", None) or error)
    return next((key for words, key in _COMPLAINTS if any(word in said for word in words)), None)


# Statements are made once for each shape and then only given values: making one takes longer than
# the database needs for it. A shape is the columns that are asked for and how: the same as one
# value, as any of several, or as nothing.

Shape = tuple[tuple[str, str], ...]


def _shape(equal: Mapping[str, object]) -> Shape:
    return tuple((name, _manner(value)) for name, value in equal.items())


def _manner(value: object) -> str:
    if value is None:
        return "none"
    return "any" if isinstance(value, list | tuple | set) else "one"


def _values(equal: Mapping[str, object]) -> dict[str, object]:
    return {f"is_{name}": value for name, value in equal.items() if value is not None}


def _conditions(table: sa.Table, shape: Shape) -> Iterator[sa.ColumnElement[bool]]:
    for name, manner in shape:
        column = table.c[name]
        if manner == "none":
            yield column.is_(None)
        elif manner == "any":
            yield column.in_(sa.bindparam(f"is_{name}", expanding=True))
        else:
            yield column == sa.bindparam(f"is_{name}", type_=column.type)


@cache
def _selection(
    table: str,
    names: tuple[str, ...],
    order: tuple[str, ...] | None,
    shape: Shape,
    limit: int | None,
) -> sa.Select[Any]:
    """Return a query for rows, or some columns of them; no order is the primary key's, None is any."""
    subject = metadata.tables[table]
    columns = [subject.c[name] for name in names] or list(subject.c)
    chosen = sa.select(*columns).where(*_conditions(subject, shape))
    if order is not None:
        keys = [subject.c[name] for name in order] or list(subject.primary_key.columns)
        chosen = chosen.order_by(*keys)
    return chosen if limit is None else chosen.limit(limit)


@cache
def _summary(table: str, function: str, column: str | None, shape: Shape) -> sa.Select[Any]:
    subject = metadata.tables[table]
    of = [] if column is None else [subject.c[column]]
    found = sa.select(getattr(sa.func, function)(*of)).select_from(subject)
    return found.where(*_conditions(subject, shape))


@cache
def _insertion(table: str) -> sa.Insert:
    return metadata.tables[table].insert()


@cache
def _alteration(table: str, names: tuple[str, ...], shape: Shape) -> sa.Update:
    subject = metadata.tables[table]
    given: dict[str, Any] = {name: sa.bindparam(name, type_=subject.c[name].type) for name in names}
    return subject.update().where(*_conditions(subject, shape)).values(given)


@cache
def _removal(table: str, shape: Shape) -> sa.Delete:
    subject = metadata.tables[table]
    return subject.delete().where(*_conditions(subject, shape))


def _as_dicts(result: sa.CursorResult[Any]) -> list[Row]:
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # SQLAlchemy begins transactions itself (see _begin); sqlite3's own way begins them too late.
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: two that read first and write later could block each other.
    writes = connection.get_execution_options().get("icmo_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

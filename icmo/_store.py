"""The project file: the only module that speaks SQL.

SQLite with a rollback journal and `synchronous=EXTRA`: a change that was acknowledged
survives a power cut, and every transaction is there whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

#: "icmo" in ASCII, written into the file's head, so that a file says what it is.
APPLICATION_ID = 0x69636D6F
SCHEMA_VERSION = 1
#: How long to wait for another process that is writing.
_PATIENCE_SECONDS = 30

Row = dict[str, Any]

_metadata = sa.MetaData()


def _table(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(name, _metadata, *columns)


def _column(
    name: str, kind: type[sa.types.TypeEngine[Any]] = sa.Text, **more: Any
) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=more.pop("nullable", False), **more)


def _reference(name: str, target: str) -> sa.Column[Any]:
    return sa.Column(
        name, sa.Text, sa.ForeignKey(target, ondelete="CASCADE"), nullable=False, index=True
    )


_table("facts", _column("name", primary_key=True), _column("value"))
_table(
    "codebooks",
    _column("codebook", primary_key=True),
    _column("number", sa.Integer, primary_key=True),
    _column("source"),
    _column("created"),
)
_table(
    "documents",
    _column("document", primary_key=True),
    _column("name"),
    _column("case"),
    _column("group"),
    _column("kind"),
    _column("date"),
    _column("attributes", sa.JSON),
    _column("text"),
    _column("digest", index=True),
)
_table(
    "turns",
    _reference("document", "documents.document"),
    _column("number", sa.Integer),
    _column("start", sa.Integer),
    _column("end", sa.Integer),
    _column("speaker"),
    _column("speaker_role"),
)
_table(
    "tags",
    _column("tag", primary_key=True),
    _reference("document", "documents.document"),
    _column("coder"),
    _column("code"),
    _column("start", sa.Integer),
    _column("end", sa.Integer),
    _column("polarity", nullable=True),
    _column("note"),
    _column("created"),
)
_table(
    "configurations",
    _column("configuration", primary_key=True),
    _column("title"),
    _column("slots", sa.JSON),
    _column("moderators", sa.JSON),
    _column("for_whom", sa.JSON),
    _column("status"),
    _column("version", sa.Integer),
    _column("created"),
)
_table(
    "evidence",
    _column("evidence", primary_key=True),
    _column("target_kind"),
    _column("target", index=True),
    _reference("document", "documents.document"),
    _column("start", sa.Integer),
    _column("end", sa.Integer),
    _column("stance"),
    _column("note"),
    _column("coder"),
    _column("created"),
)
_table(
    "journal",
    _column("line", sa.Integer, primary_key=True, autoincrement=True),
    _column("created"),
    _column("coder"),
    _column("act"),
    _column("target"),
    _column("before", sa.JSON, nullable=True),
    _column("after", sa.JSON, nullable=True),
)


class StoreError(Error):
    """A project file that cannot be opened or written."""


class Store:
    """One open project file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = sa.create_engine(
            f"sqlite:///{path}",
            connect_args={"timeout": _PATIENCE_SECONDS, "check_same_thread": False},
            json_serializer=lambda value: json.dumps(value, ensure_ascii=False),
        )
        sa.event.listen(self._engine, "connect", _prepare)
        sa.event.listen(self._engine, "begin", _begin)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Make an empty project file; never over an existing one."""
        if not path.parent.is_dir():
            raise StoreError(say("project.no_folder", folder=path.parent))
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise StoreError(say("project.exists", path=path)) from None
        except OSError as error:
            raise StoreError(f"{path}: {say('file.unreadable', reason=error.strerror)}") from None
        store = cls(path)
        try:
            with store.change() as change:
                change.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                change.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                change.make_tables()
        except BaseException:
            store.close()
            path.unlink()
            raise
        return store

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open an existing project file."""
        if path.is_dir():
            raise StoreError(say("project.folder", path=path))
        if not path.exists():
            raise StoreError(say("project.missing", path=path))
        store = cls(path)
        try:
            with store.reading() as connection:
                application = connection.exec_driver_sql("PRAGMA application_id").scalar()
                version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        except (sa.exc.DatabaseError, sqlite3.DatabaseError):
            store.close()
            raise StoreError(say("project.not_one", path=path)) from None
        if application != APPLICATION_ID or (version or 0) > SCHEMA_VERSION:
            store.close()
            sentence = "project.not_one" if application != APPLICATION_ID else "project.newer"
            raise StoreError(say(sentence, path=path))
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the file."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Give a transaction: all of what is done in it is kept, or nothing is."""
        try:
            with (
                self._engine.connect().execution_options(icmo_writes=True) as connection,
                connection.begin(),
            ):
                yield Change(connection)
        except sa.exc.OperationalError as error:
            if "locked" in str(error.orig):
                raise StoreError(say("project.busy", path=self.path)) from None
            raise

    def rows(self, table: str, order: Sequence[str] = (), **equal: object) -> list[Row]:
        """Return a table's rows in a stable order."""
        with self.reading() as connection:
            return _select(connection, table, order, equal)


class Change:
    """What a transaction may do."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str) -> None:
        """Run a statement that knows no table, such as a pragma."""
        self._connection.exec_driver_sql(statement)

    def make_tables(self) -> None:
        """Make every table of the schema."""
        _metadata.create_all(self._connection)

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows."""
        if rows:
            self._connection.execute(_metadata.tables[table].insert(), list(rows))

    def delete(self, table: str, **equal: object) -> None:
        """Take away the rows with these values."""
        subject = _metadata.tables[table]
        self._connection.execute(subject.delete().where(*_conditions(subject, equal)))

    def rows(self, table: str, order: Sequence[str] = (), **equal: object) -> list[Row]:
        """Return a table's rows as the transaction sees them."""
        return _select(self._connection, table, order, equal)


def _select(
    connection: sa.Connection, table: str, order: Sequence[str], equal: Mapping[str, object]
) -> list[Row]:
    subject = _metadata.tables[table]
    columns = [subject.c[name] for name in order] or list(subject.primary_key.columns)
    found = connection.execute(
        subject.select().where(*_conditions(subject, equal)).order_by(*columns)
    )
    return [dict(row) for row in found.mappings()]


def _conditions(table: sa.Table, equal: Mapping[str, object]) -> list[sa.ColumnElement[bool]]:
    return [table.c[name] == value for name, value in equal.items()]


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # SQLAlchemy begins transactions itself (see _begin); sqlite3's own way begins them too late.
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = DELETE",
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

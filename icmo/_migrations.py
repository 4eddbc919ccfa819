"""Older project files brought up to date: one numbered function for each version, all in one transaction.

Before the first of them the file is copied and the copy is opened; a migration that fails
leaves the file as it was.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from icmo._schema import VERSION, metadata

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from icmo._store import Change, Row, Store


def migrate(store: Store, version: int) -> Path | None:
    """Bring a file of an older version up to date. Returns the path of the backup made first.

    Nobody else can write between the backup and the migration; where another process was quicker,
    nothing is left to do.
    """
    from icmo._backups import back_up

    with store.change() as change:
        found = change.connection.exec_driver_sql("PRAGMA user_version").scalar()
        if int(found or 0) == VERSION:
            return None
        backup = back_up(store, store.path.with_name(f"{store.path.stem}.version-{version}.icmo"))
        for number in range(version + 1, VERSION + 1):
            _MIGRATIONS[number](change)
        change.connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        # So that an erasure finds it.
        row = {"path": str(backup.resolve()), "kind": "backup", "created": _now()}
        change.insert("written", [row])
    return backup


def m002_versions_of_texts(change: Change) -> None:
    """Texts get versions of their own, acts remember what they did to rows, and more is kept."""
    from icmo.documents.units import count_words

    connection = change.connection
    _add_columns(change, "configurations")
    old = {
        table: _all_rows(change, table)
        for table in ("documents", "turns", "tags", "journal", "evidence")
    }
    for table in ("evidence", "tags", "turns", "documents", "journal"):
        connection.exec_driver_sql(f'DROP TABLE "{table}"')
    metadata.create_all(connection)
    for row in old["documents"]:
        attributes = json.loads(row["attributes"])
        known = {name: row[name] for name in ("document", "name", "case", "group", "kind", "date")}
        more = {"attributes": attributes, "version": 1, "guessed": 0, "source": ""}
        change.insert("documents", [{**known, **more}])
        text = {
            "document": row["document"],
            "version": 1,
            "text": row["text"],
            "digest": row["digest"],
            "characters": len(row["text"]),
            "words": count_words(row["text"]),
            "created": _imported(old["journal"], row["document"]),
        }
        change.insert("texts", [text])
    (book,) = change.columns("codebooks", ("codebook",))[:1]
    change.insert("facts", [{"name": "codebook", "value": book[0]}])
    plain = {"version": 1, "kind": "turn", "attributes": {}}
    change.insert("turns", [{**row, **plain} for row in old["turns"]])
    # Version 1 did not remember what acts did to rows: one line accounts for all that is there.
    line = max([0, *(row["line"] for row in old["journal"])]) + 1
    change.insert("tags", [{**row, "definition": "", "line": line} for row in old["tags"]])
    change.insert("evidence", [{**row, **_NEW["evidence"]} for row in old["evidence"]])
    change.insert("journal", [_journal_line(row) for row in old["journal"]])
    steps = [
        {"table": table, "before": None, "after": row}
        for table in ("documents", "configurations", "evidence")
        for row in change.rows(table)
    ]
    account = {
        "line": line,
        "id": f"v1-{line}",
        "created": _now(),
        "coder": "icmo",
        "act": "migrate",
        "target": "",
        "steps": [*steps, {"table": "tags", "line": line, "count": len(old["tags"])}],
        "state": "forgotten",
        "undoes": None,
    }
    change.insert("journal", [account])


#: What version 3 knows of rows that older versions had already.
_NEW: dict[str, Row] = {
    "configurations": {"sentence": "", "details": {}},
    "evidence": {"explicitness": "said"},
}


def m003_explanation(change: Change) -> None:
    """Configurations have versions and details, evidence says whether it was said or inferred."""
    for table in _NEW:
        _add_columns(change, table)
    texts = change.connection.exec_driver_sql('PRAGMA table_info("texts")')
    if "origin" not in {row[1] for row in texts}:
        change.connection.exec_driver_sql("ALTER TABLE texts ADD COLUMN origin JSON")
    metadata.create_all(change.connection)
    # The journal remembers rows as they were: they get what is new too, so that it still fits.
    for row in change.rows("journal", order=("line",)):
        steps = [_with_new(step) for step in row["steps"]]
        if steps != row["steps"]:
            change.update("journal", {"steps": steps}, line=row["line"])


def m004_kept(change: Change) -> None:
    """What files of other programs held besides is kept."""
    metadata.create_all(change.connection)


def _with_new(step: Row) -> Row:
    new = _NEW.get(step["table"], {})
    sides = {side: step[side] for side in ("before", "after") if step.get(side)}
    return {**step, **{side: {**new, **row} for side, row in sides.items()}} if new else step


def _add_columns(change: Change, table: str) -> None:
    """Add the columns a table does not have yet."""
    connection = change.connection
    there = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')}
    for name, value in _NEW[table].items():
        if name not in there:
            written = value if isinstance(value, str) else json.dumps(value)
            kind = "TEXT" if isinstance(value, str) else "JSON"
            connection.exec_driver_sql(
                f"ALTER TABLE {table} ADD COLUMN {name} {kind} NOT NULL DEFAULT '{written}'"
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _all_rows(change: Change, table: str) -> list[Row]:
    found = change.connection.execute(sa.text(f'SELECT * FROM "{table}" ORDER BY rowid'))  # noqa: S608 - a name of ours
    return [dict(row) for row in found.mappings()]


def _imported(journal: list[Row], document: str) -> str:
    lines = [
        row["created"] for row in journal if row["act"] == "import" and row["target"] == document
    ]
    return lines[0] if lines else ""


def _journal_line(row: Row) -> Row:
    """Keep what was told; what version 1 did is not remembered well enough to be taken back."""
    told = {name: row[name] for name in ("line", "created", "coder", "act", "target")}
    return {**told, "id": f"v1-{row['line']}", "steps": [], "state": "forgotten", "undoes": None}


_MIGRATIONS: dict[int, Callable[[Change], None]] = {
    2: m002_versions_of_texts,
    3: m003_explanation,
    4: m004_kept,
}

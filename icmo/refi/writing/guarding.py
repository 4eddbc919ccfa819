"""Everything that goes out, looked at before it is packed: no CPR number, with the key no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import Guard
from icmo.refi import carrier

if TYPE_CHECKING:
    from icmo.documents.pseudonyms import Key
    from icmo.refi.writing.state import State


def refuse_named(state: State, file: str, key: Key | None) -> None:
    """Refuse a project in which someone is named, with each document's line or table's row.

    Raises:
        PseudonymError: a CPR number stands in it, or with the key a name that has a pseudonym.
    """
    guard = Guard(key)
    for row in state.documents:
        text = state.reader.row("texts", document=row["document"], version=row["version"]) or {}
        guard.see(f"{file} [{row['name']}]", text.get("text", ""))
    for table in carrier.TABLES:
        if table != "tags":
            for number, row in enumerate(state.reader.rows(table), 1):
                guard.see_row(f"{file} [{table}]", number, row)
    # Of the many tags and turns only what people wrote, and each word once.
    for table, names in (("tags", ("coder", "note")), ("turns", ("speaker", "attributes"))):
        said = dict.fromkeys(state.reader.each(table, names))
        for number, words in enumerate(said, 1):
            guard.see_row(f"{file} [{table}]", number, *words)
    guard.see_row(file, 1, list(state.called.values()))
    guard.refuse()

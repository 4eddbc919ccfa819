"""Everything that goes out, shown to the guard before it is packed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.refi import carrier

if TYPE_CHECKING:
    from icmo.documents.pseudonyms import Guard
    from icmo.refi.writing.state import State


def show(state: State, file: str, guard: Guard) -> None:
    """Show the guard a whole project: texts by their lines, everything else by table and row."""
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

"""Statement boards: what the groups wrote before they were interviewed, counted by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo.documents.tables import read_rows

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd


def board_table(
    statements: pd.DataFrame | str | os.PathLike[str],
    themes: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Count the statements of the boards by theme.

    Args:
        statements: a frame or file with case, statement, scope (individual or group) and priority.
            A column theme holds the theme people gave it; one statement may have several, with `;`.
        themes: where there is no such column, the words that show each theme; a statement that has
            one of them belongs to it, also inside a longer word.

    Returns:
        A frame with theme ("" for statements without one), statements, cases, individual, group,
        first (with priority 1); the most cases first.
    """
    import pandas as pd

    read = (
        statements
        if hasattr(statements, "columns")
        else pd.DataFrame(read_rows(statements, ("case", "statement")))
    )
    rows = [
        {
            "theme": theme,
            "statements": 1,
            "case": one["case"],
            "individual": int(one.get("scope") == "individual"),
            "group": int(one.get("scope") == "group"),
            "first": int(str(one.get("priority", "")).strip() in ("1", "1.0")),
        }
        for one in read.to_dict("records")  # type: ignore[union-attr]
        for theme in _themes_of(one, themes)
    ]
    numbers = ["statements", "individual", "group", "first"]
    every = pd.DataFrame(rows, columns=["theme", "case", *numbers]).astype(
        dict.fromkeys(numbers, "int64")
    )
    grouped = every.groupby("theme", sort=True)
    table = grouped[numbers].sum().assign(cases=grouped["case"].nunique()).reset_index()
    table = table.sort_values(["cases", "statements"], ascending=False, kind="stable")
    return table[["theme", "statements", "cases", "individual", "group", "first"]].reset_index(
        drop=True
    )


def _themes_of(
    statement: Mapping[Any, Any], themes: Mapping[str, Sequence[str]] | None
) -> list[str]:
    written = str(statement.get("theme") or "")
    given = [one.strip() for one in written.split(";") if one.strip() and written != "nan"]
    if not given and themes:
        text = str(statement["statement"]).casefold()
        given = [
            theme
            for theme, words in themes.items()
            if any(word.casefold() in text for word in words)
        ]
    return given or [""]

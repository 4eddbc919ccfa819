"""A table of agreement as lines that a person reads: few numbers, then what to know about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

_SHOWN = ("percent", "kappa", "ac1", "alpha", "f1")


def agreement_in_words(
    table: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> str:
    """Return a table of agreement as text: a line for each row, and the notes beneath.

    What holds for every row is said once; another note stands under the row's own name.
    """
    rows = table.to_dict("records")
    said = table.attrs.get("notes") or [[("", row["note"])] for row in rows]
    names = [_name(row, table, labels or {}) for row in rows]
    head = ["", *(say(f"agreement.{name}", language) for name in (*_SHOWN[:-1], "interval", "f1"))]
    body = [[name, *_cells(row, language)] for name, row in zip(names, rows, strict=True)]
    widths = [max(len(line[place]) for line in [head, *body]) for place in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in [head, *body]
    ]
    return "\n".join([_size(table, language), "", *lines, *_notes(names, said, language)])


def _name(row: dict[Any, Any], table: pd.DataFrame, labels: Mapping[str, str]) -> str:
    if table.columns[0] == "coder":
        pair = f"{row['coder']} + {row['other']}"
        thing = row[table.columns[2]]
        return pair if table.columns[2] == "all" else f"{pair}: {labels.get(thing, thing)}"
    name = str(row[table.columns[0]])
    return labels.get(name, name)


def _size(table: pd.DataFrame, language: str | None) -> str:
    if table.empty:
        return say("agreement.no_codes", language)
    coders = table.attrs.get("coders")
    return say(
        "agreement.size",
        language,
        coders=", ".join(coders) if coders else table["coders"].max(),
        documents=table["documents"].max(),
        unit=say(f"agreement.of_{table.attrs.get('unit', 'character')}", language),
    )


def _cells(row: dict[Any, Any], language: str | None) -> list[str]:
    percent = "–" if np.isnan(row["percent"]) else f"{row['percent'] * 100:.1f} %"
    numbers = [percent, *(_two(row[name]) for name in ("kappa", "ac1", "alpha"))]
    known = not np.isnan(row["low"])
    numbers.append(f"{_two(row['low'])} – {_two(row['high'])}" if known else "–")
    return [
        cell.replace(".", say("number.point", language)) for cell in [*numbers, _two(row["f1"])]
    ]


def _two(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.2f}"


def _notes(names: list[str], said: list[list[tuple[str, str]]], language: str | None) -> list[str]:
    """Return each sentence once, after the names of the rows it holds for, or bare when it holds for all."""
    held: dict[tuple[str, str], list[int]] = {}
    often = [kind for row in said for kind, _ in row].count("skew") > 1
    for place, row in enumerate(said):
        for kind, given in row:
            # The numbers of each row stand in the table already.
            skewed = often and kind == "skew"
            sentence = say("agreement.skew_many", language) if skewed else given
            held.setdefault((kind, sentence), []).append(place)
    lines = [
        sentence
        if len(places) == len(names)
        else f"{', '.join(names[place] for place in places)}: {sentence}"
        for (_, sentence), places in held.items()
    ]
    return [part for line in lines for part in ("", line)]

"""Tables of agreement as lines that a person reads: few numbers, then what to know about them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import place_in_alphabet
from icmo._strings import language as spoken
from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    #: The kind of a sentence, and the sentence.
    Said = list[tuple[str, str]]

_SHOWN = ("percent", "kappa", "ac1", "alpha", "f1")
#: Longer names go on beneath, so that the numbers stay beside them.
_WIDEST = 44
_PAGE = 100
_LEAST = 0.005


def agreement_in_words(
    table: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> str:
    """Return a table of agreement as text: a line for each row in order of name, and the notes beneath.

    What holds for every row is said once; another note stands under the row's own name.
    """
    rows = table.to_dict("records")
    notes: list[Said] = table.attrs.get("notes") or [[("", row["note"])] for row in rows]
    names = [_name(row, table, labels or {}) for row in rows]
    tongue = language or spoken()
    order = sorted(range(len(rows)), key=lambda row: place_in_alphabet(names[row], tongue))
    names, said = [names[row] for row in order], [notes[row] for row in order]
    head = ["", *(say(f"agreement.{name}", language) for name in (*_SHOWN[:-1], "interval", "f1"))]
    body = [[name, *_cells(rows[row], language)] for name, row in zip(names, order, strict=True)]
    lines = lined_up([head, *body])
    return "\n".join([_size(table, language), "", *lines, *_notes(names, said, language)])


def confusion_in_words(
    confused: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> str:
    """Return a table of confusions as text: under each code, what the others gave the same text."""
    named = {"": say("agreement.no_code", language), **(labels or {})}
    tongue = language or spoken()
    given = sorted(
        set(confused["given"]), key=lambda one: place_in_alphabet(named.get(one, one), tongue)
    )
    lines = [say("agreement.confused", language)]
    for code in given:
        part = confused[confused["given"] == code].to_dict("records")
        own = [_confusion(row, code, named, language) for row in part]
        lines += ["", named.get(code, code), *(f"  {line}" for line in lined_up(own))]
    return "\n".join(lines)


def lined_up(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines whose cells stand under each other; long first cells go on beneath."""
    wrapped = [textwrap.wrap(row[0], _WIDEST) or [""] for row in rows]
    widths = [max(len(row[place]) for row in rows) for place in range(1, len(rows[0]))]
    first = max(len(line) for name in wrapped for line in name)
    lines = []
    for name, row in zip(wrapped, rows, strict=True):
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths, strict=True)]
        lines += ["  ".join([name[0].ljust(first), *cells]).rstrip(), *name[1:]]
    return lines


def _confusion(
    row: dict[Any, Any], code: str, named: Mapping[str, str], language: str | None
) -> list[str]:
    instead = row["instead"]
    name = say("agreement.same", language) if instead == code else named.get(instead, instead)
    found = say(
        "agreement.confused_in",
        language,
        passages=say("agreement.passages", language, count=row["passages"]),
        documents=say("agreement.documents", language, count=row["documents"]),
    )
    return [name, _share(row["share"]), found]


def _share(share: float) -> str:
    return f"{share * 100:.0f} %" if share >= _LEAST else "<1 %"


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
    if coders is None and table.columns[0] == "coder":
        coders = sorted({*table["coder"], *table["other"]})
    apart = table.attrs.get("by") in ("document", "case") and coders
    documents = int(table["documents"].sum() if apart else table["documents"].max())
    return say(
        "agreement.size",
        language,
        coders=", ".join(coders) if coders else table["coders"].max(),
        documents=say("agreement.documents", language, count=documents),
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
    # Adding nought takes the sign from what rounds to it.
    return "–" if np.isnan(value) else f"{round(value, 2) + 0.0:.2f}"


def _notes(names: list[str], said: list[Said], language: str | None) -> list[str]:
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
        if sentence
    ]
    return [part for line in lines for part in ("", *textwrap.wrap(line, _PAGE))]

"""A matrix as lines of text: short columns under names that go on downwards."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say
from icmo.matrices.naming import cell_word, side_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: Letters of a row's name, and of a line of a column's name.
_NAME, _HEAD = 34, 16


def matrix_in_words(
    matrix: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> str:
    """Return a matrix as text: what is counted, then a line for each row under the columns' names."""
    named = labels or {}
    heads = [
        textwrap.wrap(
            side_name(name, matrix.columns, named, language), _HEAD, break_long_words=False
        )
        or [""]
        for name in matrix.columns
    ]
    names = [
        textwrap.wrap(side_name(name, matrix.index, named, language), _NAME) or [""]
        for name in matrix.index
    ]
    share = matrix.attrs.get("counts") == "share"
    cells = [
        [_cell(cell_word(value, matrix, language), language, share=share) for value in row]
        for row in matrix.to_numpy(object)
    ]
    first = max((len(line) for name in names for line in name), default=0)
    widths = [
        max(len(line) for line in [*head, *(row[place] for row in cells)])
        for place, head in enumerate(heads)
    ]
    lines = []
    if "counts" in matrix.attrs:
        counts = say(f"counts.{matrix.attrs['counts']}", language)
        lines += [say("matrix.caption", language, counts=counts), ""]
    deepest = max(map(len, heads), default=0)
    # Names end right above their numbers.
    raised = [[""] * (deepest - len(head)) + head for head in heads]
    lines += [_line("", [*words], first, widths) for words in zip(*raised, strict=True)]
    for name, row in zip(names, cells, strict=True):
        lines += [_line(name[0], row, first, widths), *name[1:]]
    return "\n".join(lines)


def _line(name: str, cells: list[str], first: int, widths: list[int]) -> str:
    own = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
    return "  ".join([name.ljust(first), *own]).rstrip()


def _cell(value: Any, language: str | None, *, share: bool) -> str:
    if not isinstance(value, int | float | np.number):
        return "" if value is None else str(value)
    number = float(value)
    if np.isnan(number):
        return "–"
    if share:
        return f"{number * 100:.1f} %".replace(".", say("number.point", language))
    return f"{number:.0f}" if number else "·"

"""A matrix as a picture: a heat map that can be read in grey, with its numbers in the cells."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say
from icmo.matrices.naming import side_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

#: Beyond this a picture cannot be read on a page; filter, group or order and cut the matrix first.
MOST = 60
_WRAP = 26
#: Where the largest count is smaller, it is not black: one passage is not much.
_FULL = 4
#: Darker than this the number in a cell is white.
_DARK = 0.64


def draw_matrix(
    matrix: pd.DataFrame,
    ax: Axes | None = None,
    labels: Mapping[str, str] | None = None,
    title: str = "",
    language: str | None = None,
) -> Axes:
    """Draw a matrix of numbers as a heat map.

    The darker a cell, the more; the number stands in every cell that is not nought. On a square
    matrix of the same names the diagonal is no comparison and stays white with its number.
    Labels are wrapped and the picture grows with them, so that none is cut; of a matrix with
    more than sixty rows or columns the first sixty are drawn, and the title says so.
    """
    shown = matrix.iloc[:MOST, :MOST]
    down, across = (_wrapped(side, labels or {}, language) for side in (shown.index, shown.columns))
    values = shown.to_numpy(np.float64)
    share = matrix.attrs.get("counts") == "share"
    shade = _shades(values, 0 if share else _FULL, square=matrix.index.equals(matrix.columns))
    if ax is None:
        import matplotlib.pyplot as plt

        figure, ax = plt.subplots(figsize=_size(down, across), layout="constrained")
        figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)  # type: ignore[union-attr, call-arg]
    ax.imshow(shade, cmap="Greys", vmin=0, vmax=1.25, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if value and not np.isnan(value):
            dark = shade[row, column] / 1.25 > _DARK
            colour = "white" if dark else "black"
            written = _number(value, language, share=share)
            ax.text(column, row, written, ha="center", va="center", fontsize=8, color=colour)
    ax.set_xticks(range(len(across)), across, rotation=90, fontsize=8)
    ax.set_yticks(range(len(down)), down, fontsize=8)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.set_xticks(np.arange(len(across) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(down) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color="#cccccc", linewidth=0.6)
    ax.tick_params(which="minor", length=0)
    for side in ax.spines.values():
        side.set_visible(False)
    ax.set_xlabel(_caption(matrix, title, language), fontsize=8, loc="left")
    return ax


def describe_matrix(
    matrix: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> str:
    """Write a matrix in words, for those who cannot see it: its size, and its largest cells."""
    names = labels or {}
    off = ~np.eye(*matrix.shape, dtype=np.bool_)
    values = matrix.to_numpy(np.float64)
    square = matrix.index.equals(matrix.columns)
    kept = np.triu(off) if square else np.ones_like(off)
    cells = sorted(
        (-value, row, column)
        for (row, column), value in np.ndenumerate(values)
        if value > 0 and kept[row, column]
    )[:5]
    share = matrix.attrs.get("counts") == "share"
    largest = [
        say(
            "matrix.largest",
            language,
            row=side_name(matrix.index[row], matrix.index, names, language),
            column=side_name(matrix.columns[column], matrix.columns, names, language),
            number=_number(-value, language, share=share),
        )
        for value, row, column in cells
    ]
    size = say(
        "matrix.described",
        language,
        rows=say("matrix.rows_of", language, count=len(matrix.index)),
        columns=say("matrix.columns_of", language, count=len(matrix.columns)),
        counts=_counts(matrix, language),
    )
    return " ".join([size, *largest])


def _caption(matrix: pd.DataFrame, title: str, language: str | None) -> str:
    said = [title] if title else []
    if "counts" in matrix.attrs:
        said.append(say("matrix.caption", language, counts=_counts(matrix, language)))
    if max(matrix.shape) > MOST:
        rows, columns = matrix.shape
        said.append(say("matrix.too_large", language, most=MOST, rows=rows, columns=columns))
    return "\n".join(said)


def _counts(matrix: pd.DataFrame, language: str | None) -> str:
    counts = matrix.attrs.get("counts")
    return say(f"counts.{counts}", language) if counts else say("counts.numbers", language)


def _shades(values: NDArray[np.float64], full: float, *, square: bool) -> NDArray[np.float64]:
    """Return how dark each cell is, from 0 to 1."""
    shade = np.nan_to_num(values)
    if square:
        shade = shade * ~np.eye(len(shade), dtype=np.bool_)
    most = max(shade.max(initial=0), full)
    return shade / most if most > 0 else shade


def _size(down: list[str], across: list[str]) -> tuple[float, float]:
    """Return inches that hold the cells and the longest label of each side."""
    widest = max((len(line) for label in down for line in label.split("\n")), default=0)
    tallest = max((len(line) for label in across for line in label.split("\n")), default=0)
    lines_down = sum(max(0.3, 0.15 * (label.count("\n") + 1)) for label in down)
    lines_across = sum(max(0.42, 0.15 * (label.count("\n") + 1)) for label in across)
    width = max(lines_across + 0.075 * widest + 0.5, 3.4)
    return width, max(lines_down + 0.075 * tallest + 0.7, 1.8)


def _wrapped(side: pd.Index[Any], labels: Mapping[str, str], language: str | None) -> list[str]:
    names = (side_name(name, side, labels, language) for name in side)
    return ["\n".join(textwrap.wrap(name, _WRAP)) or "–" for name in names]


def _number(value: float, language: str | None, *, share: bool) -> str:
    if share:
        return f"{value * 100:.0f} %" if value >= 0.01 else "<1 %"  # noqa: PLR2004
    whole = f"{value:.0f}" if value == round(value) else f"{value:.2f}"
    return whole.replace(".", say("number.point", language))

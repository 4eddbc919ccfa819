"""Hiding small cells, and as many others as it takes that nobody can work out the hidden ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd
    from numpy.typing import NDArray

#: What little a number may differ from nought and count as nought.
_NOUGHT = 1e-9


def hide_small(
    cells: pd.DataFrame,
    sides: Sequence[str],
    smallest: int,
    count: str = "persons",
    also: NDArray[np.bool_] | None = None,
) -> NDArray[np.bool_]:
    """Return which cells of a table must not be shown.

    Every sum along any side is taken to be known. A cell from 1 to below `smallest` is hidden; then,
    along each line that has hidden cells, the smallest of the others, until each line hides at
    least two cells which together hold no fewer than `smallest`; and at last until no hidden cell
    follows from the sums by subtraction, over however many lines.

    Args:
        cells: a row for each cell; no two with the same values of the sides.
        sides: the columns that say which cell it is.
        smallest: the smallest number that may be shown.
        count: the column of the numbers.
        also: cells that are hidden already, for another reason.
    """
    numbers = cells[count].to_numpy(np.int64)
    hidden = (numbers > 0) & (numbers < smallest)
    if also is not None:
        hidden |= also
    if not hidden.any():
        return hidden
    lines = _lines(cells, sides)
    fewest = sorted(lines, key=lambda line: int((numbers[line] > 0).sum()))
    # Which cells go with the small ones depends on where one begins: the best of several ways.
    ways = [
        _completed(order, numbers, hidden, smallest, beside_others=beside_others)
        for order in (lines, lines[::-1], fewest)
        for beside_others in (True, False)
    ]
    return min(ways, key=lambda way: (int(way.sum()), int(numbers[way].sum())))


def _completed(
    lines: list[NDArray[np.int64]],
    numbers: NDArray[np.int64],
    small: NDArray[np.bool_],
    smallest: int,
    *,
    beside_others: bool,
) -> NDArray[np.bool_]:
    """Hide as many more cells as it takes, preferring those that help other lines, or just small ones."""
    hidden = small.copy()
    crossed = np.zeros((len(lines), len(numbers)), dtype=bool)
    for number, line in enumerate(lines):
        crossed[number, line] = True

    def choose(shown: NDArray[np.int64]) -> int:
        # That a cell is empty is often known anyhow.
        filled = shown[numbers[shown] > 0]
        among = filled if len(filled) else shown
        if beside_others:
            begun = (crossed & hidden).any(axis=1)
            helped = crossed[begun][:, among].sum(axis=0)
        else:
            helped = np.zeros(len(among), dtype=np.int64)
        return int(among[np.lexsort((numbers[among], -helped))[0]])

    while True:
        changed = False
        for line in lines:
            changed |= _protect(line, numbers, hidden, smallest, choose)
        if not changed:
            changed = _protect_from_subtraction(lines, hidden, choose)
        if not changed:
            return hidden


def _lines(cells: pd.DataFrame, sides: Sequence[str]) -> list[NDArray[np.int64]]:
    """Return the places of the cells of each line: all the same but for one side."""
    lines = []
    places = cells.reset_index(drop=True)
    for side in sides:
        others = [one for one in sides if one != side]
        groups = (
            places.groupby(others, sort=False).indices.values()
            if others
            else [np.arange(len(places))]
        )
        lines += [np.asarray(group, dtype=np.int64) for group in groups if len(group) > 1]
    return lines


def _protect(
    line: NDArray[np.int64],
    numbers: NDArray[np.int64],
    hidden: NDArray[np.bool_],
    smallest: int,
    choose: Callable[[NDArray[np.int64]], int],
) -> bool:
    """Hide more of a line while what it hides is alone or too little; say whether any was hidden."""
    changed = False
    while hidden[line].any():
        enough = hidden[line].sum() > 1 and numbers[line][hidden[line]].sum() >= smallest
        shown = line[~hidden[line]]
        if enough or not len(shown):
            break
        hidden[choose(shown)] = True
        changed = True
    return changed


def _protect_from_subtraction(
    lines: list[NDArray[np.int64]],
    hidden: NDArray[np.bool_],
    choose: Callable[[NDArray[np.int64]], int],
) -> bool:
    """Hide one more cell where one that is hidden follows from the sums of all lines together."""
    places = np.flatnonzero(hidden)
    within = [np.isin(places, line) for line in lines]
    if not any(row.any() for row in within):
        return False
    sums = np.array([row for row in within if row.any()], dtype=np.float64)
    # A cell is known when adding and subtracting sums leaves it alone: when no change of the
    # hidden cells that keeps every sum changes it.
    _, sizes, axes = np.linalg.svd(sums, full_matrices=True)
    free = axes[int((sizes > _NOUGHT).sum()) :]
    known = places[np.abs(free).sum(axis=0) < _NOUGHT * 10] if len(free) else places
    for place in known:
        beside = np.unique(np.concatenate([line for line in lines if place in line]))
        shown = beside[~hidden[beside]]
        if len(shown):
            hidden[choose(shown)] = True
            return True
    return False

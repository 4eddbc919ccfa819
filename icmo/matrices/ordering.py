"""Rows and columns in an order that shows something: by size, or like beside like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import did_you_mean, say
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

ORDERS = ("name", "total", "cluster")


def ordered_matrix(
    matrix: pd.DataFrame, rows: str | None = "cluster", columns: str | None = "cluster"
) -> pd.DataFrame:
    """Return a matrix with its rows and columns in another order.

    Args:
        matrix: any matrix of numbers.
        rows: name; total (the largest first); cluster (rows with like shares side by side, the
            mean distance between groups deciding); or None to leave them.
        columns: likewise. Of a square matrix of the same names, both take the order of the rows.
    """
    for order in (rows, columns):
        if order is not None and order not in ORDERS:
            raise MatrixError(
                say("matrix.ordering", order=order, known=", ".join(ORDERS))
                + did_you_mean(order, ORDERS)
            )
    down = _order(matrix, rows)
    square = matrix.index.equals(matrix.columns)
    across = down if square and rows == columns else _order(matrix.T, columns)
    ordered = matrix.iloc[down, across]
    ordered.attrs.update(matrix.attrs)
    return ordered


def _order(matrix: pd.DataFrame, order: str | None) -> list[int]:
    values = matrix.to_numpy(np.float64)
    names = [str(name) for name in matrix.index]
    if order == "name":
        return sorted(range(len(names)), key=lambda row: names[row])
    if order == "total":
        return sorted(range(len(names)), key=lambda row: (-np.nansum(values[row]), names[row]))
    if order == "cluster":
        return _clustered(values)
    return list(range(len(names)))


def _clustered(values: NDArray[np.float64]) -> list[int]:
    """Join the two nearest groups of rows until one is left; a group is a list in its order."""
    total = np.nansum(values, axis=1, keepdims=True)
    shares = np.divide(np.nan_to_num(values), total, out=np.zeros_like(values), where=total > 0)
    apart: Any = np.sqrt(((shares[:, np.newaxis] - shares) ** 2).sum(axis=-1))
    groups: list[list[int]] = [[row] for row in range(len(values))]
    between = apart.copy()
    np.fill_diagonal(between, np.inf)
    while len(groups) > 1:
        one, other = divmod(int(np.argmin(between)), len(groups))
        one, other = min(one, other), max(one, other)
        weight = len(groups[one]), len(groups[other])
        joined = (between[one] * weight[0] + between[other] * weight[1]) / sum(weight)
        between[one], between[:, one] = joined, joined
        between[one, one] = np.inf
        between = np.delete(np.delete(between, other, axis=0), other, axis=1)
        groups[one] = _joined(groups[one], groups.pop(other), apart)
    return groups[0] if groups else []


def _joined(one: list[int], other: list[int], apart: Any) -> list[int]:
    """Join two groups at those of their ends that are most alike."""
    ways = [
        (apart[left[-1], right[0]], number, [*left, *right])
        for number, (left, right) in enumerate(
            [(one, other), (one, other[::-1]), (one[::-1], other), (one[::-1], other[::-1])]
        )
    ]
    return min(ways)[2]

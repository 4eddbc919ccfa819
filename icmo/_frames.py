"""Rows become a frame whose columns and dtypes are the same when there are no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def make_frame(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    numbers: Sequence[str] = (),
    objects: Sequence[str] = (),
    decimals: Sequence[str] = (),
) -> pd.DataFrame:
    """Return rows as a frame: numbers, objects as they are, and text in every other column."""
    import pandas as pd

    data: dict[str, pd.Series[Any]] = {}
    for column in columns:
        kind = "int64" if column in numbers else "object" if column in objects else "str"
        kind = "float64" if column in decimals else kind
        data[column] = pd.Series([row.get(column) for row in rows], dtype=kind)
    return pd.DataFrame(data, columns=list(columns))

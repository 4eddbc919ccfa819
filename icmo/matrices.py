"""Matrices: tags crossed with cases, groups or documents; every count says of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import did_you_mean, say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: What a cell may count.
COUNTS = ("passages", "documents", "cases", "groups")
_COUNTED = {"documents": "document", "cases": "case", "groups": "group"}


class MatrixError(Error):
    """A matrix that cannot be made."""


def code_matrix(
    tags: pd.DataFrame,
    rows: str = "case",
    columns: str | Sequence[str] = "mechanism",
    count: str = "passages",
) -> pd.DataFrame:
    """Cross a column of the tags with the codes of one role.

    Args:
        tags: a frame with the columns of `project.tags()`.
        rows: the column whose values become rows: case, group, document, coder …
        columns: a role (`mechanism`), or the codes themselves, in the order wanted.
        count: passages, documents, cases or groups. Overlapping excerpts with the same code
            are one passage, whoever tagged them.

    Returns:
        A frame of whole numbers; `.attrs["counts"]` says of what.
    """
    if count not in COUNTS:
        raise MatrixError(
            say("matrix.count", count=count, counts=", ".join(COUNTS)) + did_you_mean(count, COUNTS)
        )
    if rows not in tags.columns:
        raise MatrixError(say("matrix.rows", rows=rows) + did_you_mean(rows, tags.columns))
    if isinstance(columns, str):
        chosen = tags[tags["role"] == columns]
        codes = sorted(chosen["code"].unique())
    else:
        codes = list(columns)
        chosen = tags[tags["code"].isin(codes)]
    counted = distinct_passages(chosen, by=[rows]) if count == "passages" else chosen
    unit = "passage" if count == "passages" else _COUNTED[count]
    matrix = (
        counted.drop_duplicates([rows, "code", unit])
        .groupby([rows, "code"])
        .size()
        .unstack(fill_value=0)
        .reindex(index=sorted(tags[rows].unique()), columns=codes, fill_value=0)
        .astype("int64")
    )
    matrix.index.name, matrix.columns.name = rows, "code"
    matrix.attrs["counts"] = count
    return matrix


def distinct_passages(tags: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Number the passages: excerpts of one document and code that overlap share a number.

    Adds the column `passage`; touching excerpts are two passages.
    """
    keys = list(dict.fromkeys(["document", "code", *by]))
    ordered = tags.sort_values([*keys, "start", "end"], kind="stable")
    furthest = ordered.groupby(keys)["end"].cummax().groupby([ordered[key] for key in keys]).shift()
    return ordered.assign(passage=(~(ordered["start"] < furthest)).cumsum())

"""Code matrices: tags crossed by any two of their sides; every count says of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._spans import merge
from icmo._strings import did_you_mean, say
from icmo.matrices.errors import MatrixError
from icmo.matrices.sides import Side, find_side, numbered
from icmo.matrices.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

#: What a cell may count.
COUNTS = ("passages", "documents", "cases", "groups", "words", "share")
_COUNTED = {"documents": "document", "cases": "case", "groups": "group"}


def code_matrix(
    tags: pd.DataFrame,
    rows: str | Sequence[str] = "case",
    columns: str | Sequence[str] = "mechanism",
    count: str = "passages",
    documents: pd.DataFrame | None = None,
    units: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Cross tags by two of their sides.

    Args:
        tags: a frame with the columns of `project.tags()`.
        rows: code, family, role, case, group, document, coder, polarity; an attribute of the
            documents; speaker or speaker_role; a role (`mechanism`: its codes); or the codes
            themselves, in the order wanted.
        columns: likewise.
        count: passages, documents, cases, groups, words, or share (of the characters of the
            text the cell could lie in). Overlapping excerpts of one cell are one passage,
            whoever tagged them, and their words count once.
        documents: a frame with the columns of `project.documents()`, for attributes and for
            share; a case without tags then has its row of zeros too.
        units: the turns, a frame with the columns of `project.units("turn")`, for speakers.

    Returns:
        A frame of whole numbers (of shares: of decimals); `.attrs["counts"]` says of what.
    """
    if count not in COUNTS:
        raise MatrixError(
            say("matrix.count", count=count, counts=", ".join(COUNTS)) + did_you_mean(count, COUNTS)
        )
    down = find_side(tags, rows, documents, units)
    across = find_side(tags, columns, documents, units)
    cell = down.number * len(across.names) + across.number
    cell[(down.number < 0) | (across.number < 0)] = -1
    size = len(down.names) * len(across.names)
    if count in _COUNTED:
        values = _distinct(cell, tags[_COUNTED[count]], size)
    else:
        values = _of_text(cell, tags, size, count)
    matrix = _framed(values, down, across)
    if count == "share":
        matrix = matrix.div(_room(tags, down, across, documents))
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


def stretches(
    group: Whole, tags: pd.DataFrame, kept: NDArray[np.bool_]
) -> tuple[Whole, Whole, Whole, Whole]:
    """Return group, document, start and end of the passages: what overlaps within a group is one."""
    number, names = numbered(tags["document"])
    start, end = tags["start"].to_numpy(np.int64), tags["end"].to_numpy(np.int64)
    if not kept.all():
        group, number, start, end = group[kept], number[kept], start[kept], end[kept]
    far = int(end.max(initial=0)) + 1
    base = (group * len(names) + number) * far
    start, end = merge(base + start, base + end, touching=False)
    place = start // far
    start, end = start - place * far, end - place * far
    return place // len(names), place % len(names), start, end


def _of_text(cell: Whole, tags: pd.DataFrame, size: int, count: str) -> NDArray[Any]:
    if count == "words":
        return count_words(cell, tags, size)
    group, _, start, end = stretches(cell, tags, cell >= 0)
    weights = end - start if count == "share" else None
    return np.bincount(group, weights=weights, minlength=size)


def _distinct(cell: Whole, counted: pd.Series[Any], size: int) -> Whole:
    import pandas as pd

    number, names = numbered(counted)
    kept = cell >= 0
    pairs = pd.unique(cell[kept] * len(names) + number[kept])
    return np.bincount(pairs // max(len(names), 1), minlength=size)


def _room(
    tags: pd.DataFrame, down: Side, across: Side, documents: pd.DataFrame | None
) -> NDArray[np.float64]:
    """Return the characters of the documents in which each cell could lie."""
    if documents is None:
        raise MatrixError(say("matrix.share"))
    own = {side: side.of_documents(tags, documents) for side in (down, across)}
    characters = documents["characters"].to_numpy(np.float64)
    spread = [
        np.ones((len(side.names), len(documents)))
        if own[side] is None
        else np.arange(len(side.names))[:, np.newaxis] == own[side]
        for side in (down, across)
    ]
    room = (spread[0] * characters) @ spread[1].T
    return np.where(room > 0, room, np.nan)


def _framed(values: NDArray[Any], down: Side, across: Side) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        values.reshape(len(down.names), len(across.names)).astype("int64"),
        index=pd.Index(down.names, name=down.title, dtype="str"),
        columns=pd.Index(across.names, name=across.title, dtype="str"),
    )

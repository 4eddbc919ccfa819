"""When did nothing new come? Codes or patterns over the order of the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._frames import make_frame

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("number", "document", "new", "seen", "low", "median", "high", "ratio")
_BAND = (2.5, 50, 97.5)


def saturation_table(
    items: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    what: str = "code",
    *,
    base: int = 4,
    run: int = 2,
    permutations: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Say how many different codes, or patterns, each interview added.

    Args:
        items: `project.tags()` for codes, `pattern_evidence(…)` for patterns: a frame with
            document and `what`.
        documents: a frame with the columns of `project.documents()`: their order is by date, then
            name; an interview without any tag counts too. Without it, the order is that of `items`.
        what: the column to count: code or pattern.
        base: how many first interviews the ratio compares with.
        run: over how many interviews what is new is counted for the ratio.
        permutations: how many other orders of the interviews the band is drawn from.
        seed: the same seed gives the same band.

    Returns:
        A frame with the columns number, document, new, seen (so far), low, median and high (of
        `seen` in 95 % of other orders) and ratio (what was new in the last `run` interviews, as a
        share of what the first `base` had; empty before `base` + `run` interviews).
    """
    order = _order(items, documents)
    place = {document: number for number, document in enumerate(order)}
    kept = items[items["document"].isin(place)]
    different = sorted(set(kept[what]))
    number = {item: row for row, item in enumerate(different)}
    there = np.zeros((len(different), len(order)), dtype=np.bool_)
    rows = kept[what].map(number).to_numpy(np.int64)
    there[rows, kept["document"].map(place).to_numpy(np.int64)] = True
    seen = _seen(there, np.arange(len(order))[None, :])[0]
    band = _band(there, permutations, seed)
    new = np.diff(seen, prepend=0)
    told = [
        {
            "number": row + 1,
            "document": document,
            "new": int(new[row]),
            "seen": int(seen[row]),
            **dict(zip(("low", "median", "high"), (float(one[row]) for one in band), strict=True)),
            "ratio": _ratio(seen, row, base, run),
        }
        for row, document in enumerate(order)
    ]
    table = make_frame(
        told, _COLUMNS, ("number", "new", "seen"), decimals=("low", "median", "high", "ratio")
    )
    table.attrs.update(what=what, base=base, run=run)
    return table


def _band(there: np.ndarray, permutations: int, seed: int) -> np.ndarray:
    """Return low, median and high of what other orders of the interviews had seen after each."""
    interviews = there.shape[1]
    if not interviews or not permutations:
        return np.zeros((3, interviews))
    draw = np.random.default_rng(seed)
    shuffled = np.array([draw.permutation(interviews) for _ in range(permutations)], np.int64)
    return np.asarray(np.percentile(_seen(there, shuffled), _BAND, axis=0))


def _order(items: pd.DataFrame, documents: pd.DataFrame | None) -> list[str]:
    if documents is None:
        return list(dict.fromkeys(items["document"]))
    # An interview without a date comes after those that have one.
    rows = zip(documents["date"], documents["name"], documents["document"], strict=True)
    return [one[2] for one in sorted(rows, key=lambda one: (not one[0], *one))]


def _seen(there: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return how many items were seen after each interview, in each order (orders × interviews)."""
    orders, interviews = places.shape
    # `places` says at which place each document comes; an item is first seen at its earliest one.
    counts = np.zeros((orders, interviews + 1), dtype=np.int64)
    for item in there:
        if item.any():
            counts[np.arange(orders), places[:, item].min(axis=1)] += 1
    return counts[:, :interviews].cumsum(axis=1)


def _ratio(seen: np.ndarray, row: int, base: int, run: int) -> float:
    if row + 1 < base + run or not seen[base - 1]:
        return float("nan")
    return float((seen[row] - seen[row - run]) / seen[base - 1])

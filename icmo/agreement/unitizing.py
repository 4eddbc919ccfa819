"""Krippendorff's alpha for unitizing: do coders cut the same passages out of a continuum?

`alpha_u` is the coefficient of 2016 (10.1007/s11135-015-0266-1): the text between passages
counts character by character, a passage counts whole. `alpha_u_1995` is the older one, which
measures how far the ends of passages lie apart. They are different measures: name the one you use.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from icmo._spans import Ground, overlapping_pairs
from icmo.agreement.comparing import Comparison, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Numbers = NDArray[np.float64]


def continuum(passages: Sequence[Sequence[tuple[int, int]]], length: int) -> Comparison:
    """Lay out the passages of each coder, as (start, end), on one continuum that begins at 0."""
    import pandas as pd

    spans = [(coder, *span) for coder, own in enumerate(passages) for span in own]
    coder, start, end = np.array(spans, dtype=np.int64).reshape(-1, 3).T
    return Comparison(
        tuple(map(str, range(len(passages)))),
        ("",),
        pd.DataFrame({"document": [""], "case": [""], "unfinished": [False]}),
        Ground(np.array([length], dtype=np.int64)),
        Marks(np.zeros(len(spans), dtype=np.int64), coder, start, end),
    )


def alpha_u(found: Comparison) -> Numbers:
    """Return the alpha of 2016 of each item, for passages against the text between them."""
    marks = found.merged(touching=False)
    coders, items = len(found.coders), len(found.items)
    length = (marks.end - marks.start).astype(np.float64)
    depth, _ = found.counts()
    cover = np.arange(coders + 1)
    split = (depth.sum(axis=1) * cover * (coders - cover)).sum(axis=1) * 2 / (coders - 1)
    coded = np.bincount(marks.item, weights=length, minlength=items)
    square = np.bincount(marks.item, weights=length**2, minlength=items)
    total = float(coders * found.ground.lengths.sum())
    gaps = total - coded
    below = total**2 - square - gaps
    agreed = (coded**2 - square) + (gaps**2 - gaps)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = total - total * agreed / below
        return np.where((coded > 0) & (gaps > 0) & (expected > 0), 1 - split / expected, np.nan)


def alpha_u_1995(found: Comparison) -> Numbers:
    """Return the alpha of 1995 of each item; the text between passages ends where a document does."""
    observed, expected = disagreements_1995(found)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def disagreements_1995(found: Comparison) -> tuple[Numbers, Numbers]:
    """Return the observed and the expected disagreement of each item; their sums make the alpha of all."""
    marks = found.merged(touching=False)
    coders, total = len(found.coders), float(found.ground.lengths.sum())
    observed, expected = np.zeros((2, len(found.items)))
    for item in range(len(found.items)):
        own = marks.item == item
        passages = [
            (marks.start[own & (marks.coder == coder)], marks.end[own & (marks.coder == coder)])
            for coder in range(coders)
        ]
        gaps = [_gaps(found.ground, *one) for one in passages]
        apart = sum(
            _distance(passages[i], passages[j])
            + _lost(passages[i], gaps[j])
            + _lost(passages[j], gaps[i])
            for i, j in combinations(range(coders), 2)
        )
        observed[item] = 2 * apart / (coders * (coders - 1) * total**2)
        expected[item] = _expected(passages, gaps, coders, total)
    return observed, expected


def _gaps(ground: Ground, start: Whole, end: Whole) -> tuple[Whole, Whole]:
    """Return the text between passages, cut where documents meet."""
    begin = np.concatenate((ground.offsets, end))
    stop = np.concatenate((start, ground.offsets + ground.lengths))
    begin, stop = np.sort(begin), np.sort(stop)
    kept = stop > begin
    return begin[kept], stop[kept]


def _distance(one: tuple[Whole, Whole], other: tuple[Whole, Whole]) -> float:
    """Return how far the ends of passages that share text lie apart, squared."""
    a, b = overlapping_pairs(*one, *other)
    return float(((one[0][a] - other[0][b]) ** 2 + (one[1][a] - other[1][b]) ** 2).sum())


def _lost(one: tuple[Whole, Whole], gaps: tuple[Whole, Whole]) -> float:
    """Return the squared lengths of the passages that lie where the other coder has none."""
    a, b = overlapping_pairs(*one, *gaps)
    inside = (gaps[0][b] <= one[0][a]) & (one[1][a] <= gaps[1][b])
    return float(((one[1] - one[0])[a][inside] ** 2).sum())


def _expected(
    passages: list[tuple[Whole, Whole]],
    gaps: list[tuple[Whole, Whole]],
    coders: int,
    total: float,
) -> float:
    length = np.concatenate([end - start for start, end in passages]).astype(np.float64)
    spaces = np.sort(np.concatenate([end - start for start, end in gaps]).astype(np.float64))
    above = np.concatenate((np.cumsum(spaces[::-1])[::-1], [0.0]))
    first = np.searchsorted(spaces, length, "left")
    room = above[first] + (len(spaces) - first) * (1 - length)
    cubic = (len(length) - 1) / 3 * (2 * length**3 - 3 * length**2 + length)
    below = coders * total * (coders * total - 1) - (length * (length - 1)).sum()
    return float(2 / total * (cubic + length**2 * room).sum() / below) if below > 0 else np.nan

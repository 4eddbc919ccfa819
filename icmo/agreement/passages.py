"""Passages that meet, whatever their exact ends."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from icmo._spans import overlapping_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from icmo.agreement.comparing import Comparison


def matched_f1(found: Comparison, overlap: float) -> NDArray[np.float64]:
    """Return, for each item, the share of passages that have a counterpart; all pairs of coders together.

    Two passages meet when the text they share is at least `overlap` of the text either covers;
    with 0, any shared text will do. A coder's spans that overlap are one passage.
    """
    marks = found.merged(touching=False)
    items = len(found.items)
    met, total = np.zeros(items), np.zeros(items)
    far = found.ground.size
    for one, other in combinations(range(len(found.coders)), 2):
        mine, theirs = marks.coder == one, marks.coder == other
        start, end = marks.item * far + marks.start, marks.item * far + marks.end
        a, b = overlapping_pairs(start[mine], end[mine], start[theirs], end[theirs])
        shared = np.minimum(end[mine][a], end[theirs][b]) - np.maximum(
            start[mine][a], start[theirs][b]
        )
        either = (end - start)[mine][a] + (end - start)[theirs][b] - shared
        near = shared >= overlap * either
        for side, pairs in ((mine, a), (theirs, b)):
            met += np.bincount(marks.item[side][np.unique(pairs[near])], minlength=items)
            total += np.bincount(marks.item[side], minlength=items)
    return np.asarray(np.divide(met, total, out=np.full(items, np.nan), where=total > 0))

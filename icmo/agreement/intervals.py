"""How sure an agreement is: whole documents drawn again, since characters are no sample of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

#: With fewer documents the draws say nothing.
FEWEST = 5
#: The share of draws in which a coefficient must exist.
_CALCULABLE = 0.95


def draws(documents: int, resamples: int, seed: int) -> Numbers:
    """Return how often each document is drawn in each resample: resamples × documents."""
    if documents == 0:
        return np.zeros((resamples, 0))
    chosen = np.random.default_rng(seed).integers(0, documents, (resamples, documents))
    cell = np.arange(resamples)[:, np.newaxis] * documents + chosen
    counted = np.bincount(cell.ravel(), minlength=resamples * documents)
    return counted.reshape(resamples, documents).astype(np.float64)


def drawn_sums(weights: Numbers, counts: Numbers) -> Numbers:
    """Sum counts (items × documents × …) over the documents of each draw; draws come first."""
    flat = counts.swapaxes(0, 1).reshape(counts.shape[1], -1)
    return (weights @ flat).reshape(len(weights), counts.shape[0], *counts.shape[2:])


def interval(values: Numbers, level: float = 0.95) -> tuple[Numbers, Numbers]:
    """Return the middle part of what the draws gave (draws × items).

    A code that occurs in so few documents that many draws miss it has no interval: the draws
    that happen to hold it would look surer than anyone is.
    """
    if not len(values):
        nothing = np.full(values.shape[1], np.nan)
        return nothing, nothing
    known = ~np.isnan(values)
    enough = known.mean(axis=0) >= _CALCULABLE
    low, high = np.full((2, values.shape[1]), np.nan)
    if enough.any():
        tail = (1 - level) / 2
        low[enough], high[enough] = np.nanquantile(values[:, enough], [tail, 1 - tail], axis=0)
    return low, high

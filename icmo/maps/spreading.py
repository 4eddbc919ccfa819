"""How far down each box of a map stands: near what it is joined to, apart from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARGIN, HEADING = 0.12, 0.42


def spread(
    order: Sequence[Sequence[str]],
    heights: Mapping[str, float],
    pairs: Sequence[tuple[str, str]],
    below: set[str],
    gap: float,
) -> tuple[dict[str, float], float]:
    """Return how far down the middle of each node is, near what it is joined to; and the lowest edge."""
    top = HEADING + MARGIN
    near: dict[str, list[str]] = {node: [] for some in order for node in some}
    for start, end in pairs:
        near[start].append(end)
        near[end].append(start)
    extra = {some[place]: HEADING * 0.8 for some in order for place in _heads(some, below)}
    middles: dict[str, float] = {}
    tallest = 0.0
    for some in order:
        at = top
        for node in some:
            at += extra.get(node, 0)
            middles[node] = at + heights[node] / 2
            at += heights[node] + gap
        tallest = max(tallest, at - gap)
    for turn in range(8):
        for some in order if turn % 2 == 0 else list(order)[::-1]:
            # Moderators keep to the foot of their column: contexts then have room to spread.
            wanted = [
                tallest
                if node in below
                else float(np.mean([middles[other] for other in near[node]] or [middles[node]]))
                for node in some
            ]
            middles.update(
                zip(some, _apart(some, wanted, heights, extra, (top, tallest, gap)), strict=True)
            )
    return middles, max(tallest, top)


def _heads(some: Sequence[str], below: set[str]) -> list[int]:
    """Return where the moderators of a column begin: room for a heading goes before it."""
    found = [place for place, node in enumerate(some) if node in below]
    return found[:1]


def _apart(
    some: Sequence[str],
    wanted: Sequence[float],
    heights: Mapping[str, float],
    extra: Mapping[str, float],
    bounds: tuple[float, float, float],
) -> list[float]:
    """Return middles as near as may be to those wanted, in order, apart, and within bounds."""
    gap = bounds[2]
    offsets, at = [], 0.0
    for node in some:
        at += extra.get(node, 0) + heights[node] / 2
        offsets.append(at)
        at += heights[node] / 2 + gap
    # With the room between them taken off, they need only not go backwards: runs that would are
    # pooled at their mean.
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, count), (two, more) = pools[-2:]
            pools[-2:] = [((one * count + two * more) / (count + more), count + more)]
    low, high = bounds[0], bounds[1] - (at - gap if some else 0)
    shifts = [max(low, min(high, value)) for value, count in pools for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]

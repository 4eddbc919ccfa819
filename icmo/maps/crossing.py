"""The order of boxes in each column of a map: one with few crossing lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SWEEPS, _SWAPS = 16, 8


def ordered(
    column: Mapping[str, int], below: set[str], pairs: Sequence[tuple[str, str]]
) -> tuple[list[list[str]], int]:
    """Return the nodes of each column in an order with few crossings, and how many are left."""
    order = [
        sorted(
            (node for node in column if column[node] == one), key=lambda node: (node in below, node)
        )
        for one in range(4)
    ]
    near: dict[str, list[str]] = {node: [] for node in column}
    for start, end in pairs:
        near[start].append(end)
        near[end].append(start)
    between = [
        [pair for pair in pairs if {column[pair[0]], column[pair[1]]} == {one, one + 1}]
        for one in range(3)
    ]
    best = [list(one) for one in order]
    fewest = _crossings(best, between, range(3))
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        forward = sweep % 2 == 0
        for one in range(1, 4) if forward else range(2, -1, -1):
            beside = one - 1 if forward else one + 1
            # Every third time both sides draw, so that the middle does not swing to and fro.
            drawing = {beside, *([one + 1] if sweep % 3 == 2 and one < 3 else [])}  # noqa: PLR2004
            rank = {node: place for some in order for place, node in enumerate(some)}
            order[one].sort(key=lambda node: _middle(node, near, rank, column, drawing, below))
        _exchange(order, between, below)
        left = _crossings(order, between, range(3))
        if left < fewest:
            best, fewest = [list(one) for one in order], left
    return best, fewest


def _middle(
    node: str,
    near: Mapping[str, list[str]],
    rank: Mapping[str, int],
    column: Mapping[str, int],
    drawing: set[int],
    below: set[str],
) -> tuple[bool, float]:
    places = [rank[other] for other in near[node] if column[other] in drawing]
    return node in below, sum(places) / len(places) if places else rank[node]


def _crossings(
    order: Sequence[Sequence[str]],
    between: Sequence[Sequence[tuple[str, str]]],
    which: Iterable[int],
) -> int:
    """Count how often lines between neighbouring columns cross."""
    total = 0
    for one in which:
        if not between[one]:
            continue
        rank = {node: place for some in order[one : one + 2] for place, node in enumerate(some)}
        left_of = set(order[one])
        ends = [pair if pair[0] in left_of else pair[::-1] for pair in between[one]]
        left = np.array([rank[start] for start, _ in ends])
        right = np.array([rank[end] for _, end in ends])
        crossed = (left[:, None] < left) & (right[:, None] > right)
        total += int(crossed.sum())
    return total


def _exchange(
    order: list[list[str]], between: Sequence[Sequence[tuple[str, str]]], below: set[str]
) -> None:
    """Exchange neighbours as long as that takes crossings away."""
    for _ in range(_SWAPS):
        better = False
        for one, nodes in enumerate(order):
            sides = [side for side in (one - 1, one) if 0 <= side < 3]  # noqa: PLR2004 - three gaps
            reached = _reached(order, between, one, sides)
            left = _crossings(order, between, sides)
            for place in range(len(nodes) - 1):
                if not left:
                    break
                upper, lower = nodes[place], nodes[place + 1]
                if (upper in below) != (lower in below):
                    continue
                # Only their own lines cross differently when two neighbours change places.
                gained = sum(
                    (high > low) - (high < low)
                    for side in sides
                    for high in reached[side].get(upper, ())
                    for low in reached[side].get(lower, ())
                )
                if gained > 0:
                    nodes[place], nodes[place + 1] = lower, upper
                    left, better = left - gained, True
        if not better:
            return


def _reached(
    order: Sequence[Sequence[str]],
    between: Sequence[Sequence[tuple[str, str]]],
    one: int,
    sides: Sequence[int],
) -> dict[int, dict[str, list[int]]]:
    """Return at which places of the columns beside it the lines of each node of a column end."""
    found: dict[int, dict[str, list[int]]] = {}
    for side in sides:
        beside = order[side if side < one else side + 1]
        rank = {node: place for place, node in enumerate(beside)}
        own: dict[str, list[int]] = {}
        for start, end in between[side]:
            here, there = (end, start) if start in rank else (start, end)
            own.setdefault(here, []).append(rank[there])
        found[side] = own
    return found

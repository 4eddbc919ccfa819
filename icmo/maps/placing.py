"""Where everything on a map stands: columns, boxes as large as their words, few crossing lines.

All is in inches on a page, down from its upper left corner; nothing here draws.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo.maps.breaking import FONT, LINE, PAD_X, box_width, wrapped
from icmo.maps.crossing import ordered
from icmo.maps.spreading import MARGIN, spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

#: Letters get smaller where the map would be taller than a page, A4, but never unreadable.
FONTS, TALLEST = (8.0, 7.2, 6.4), 10.7
PORT = 0.085
PAD_Y, GAP = 0.06, 0.13
#: Room between columns: at least, for each line that passes, and at most.
NARROWEST_GAP, GAP_OF_LINE, WIDEST_GAP = 0.5, 0.0065, 0.65
_THREAD = 0.05
COLUMN = {"intervention": 0, "context": 1, "moderator": 1, "mechanism": 2, "outcome": 3}


@dataclass(frozen=True)
class Box:
    """A label in its box: where it stands, how large it is, its lines."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.top + self.height / 2

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


@dataclass(frozen=True)
class Layout:
    """A map laid out on a page."""

    width: float
    height: float
    columns: tuple[float, ...]  # where each column begins
    box_width: float
    boxes: Mapping[str, Box] = field(default_factory=dict)
    #: the places at which a line passes the columns it leaps over
    threads: Mapping[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)
    moderators_top: float | None = None
    crossings: int = 0
    font: float = 8.0


def layout(graph: nx.DiGraph[str], width: float = 7.5) -> Layout:
    """Lay a map out on a page of some inches; it is as tall as it needs to be.

    A column for each slot, moderators beneath the contexts. The order within a column is the one
    with the fewest crossings that sweeping to and fro and exchanging neighbours finds. A line
    that leaps over a column has a place of its own there, so that it never runs behind a box.
    """
    plan = _planned(graph)
    placed = _laid_out(plan, width, FONTS[0])
    for font in FONTS[1:]:
        if placed.height <= TALLEST:
            break
        placed = _laid_out(plan, width, font)
    return placed


@dataclass(frozen=True)
class _Plan:
    """All of a layout that does not depend on the size of letters."""

    labels: Mapping[str, str]
    column: Mapping[str, int]
    below: set[str]
    joined: Mapping[str, int]
    stops: Mapping[tuple[str, str], list[str]]
    pairs: list[tuple[str, str]]
    order: list[list[str]]
    crossings: int


def _planned(graph: nx.DiGraph[str]) -> _Plan:
    nodes = {node: data for node, data in graph.nodes(data=True) if data["slot"] in COLUMN}
    column = {node: COLUMN[data["slot"]] for node, data in nodes.items()}
    below = {node for node, data in nodes.items() if data["slot"] == "moderator"}
    edges = _edges(graph, nodes)
    joined = _joined(edges, column)
    stops = _stops(edges, column)
    pairs = [
        pair
        for (start, end), some in stops.items()
        for pair in itertools.pairwise([start, *some, end])
    ]
    order, crossings = ordered(column, below, pairs)
    labels = {node: data["label"] for node, data in nodes.items()}
    return _Plan(labels, column, below, joined, stops, pairs, order, crossings)


def _laid_out(plan: _Plan, width: float, font: float) -> Layout:
    """Lay a map out with letters of some size; all but the page follows their size."""
    size = font / FONT
    wide = _wide([*plan.labels.values()], width, len(plan.stops), font)
    lines = {node: wrapped(label, wide - 2 * PAD_X, font) for node, label in plan.labels.items()}
    heights = {
        node: max((LINE * len(some) + 2 * PAD_Y), PORT * plan.joined[node]) * size
        for node, some in lines.items()
    }
    heights |= {stop: _THREAD for some in plan.stops.values() for stop in some}
    middles, lowest = spread(plan.order, heights, plan.pairs, plan.below, GAP * size)
    step = (width - 2 * MARGIN - wide) / 3
    lefts = tuple(MARGIN + place * step for place in range(4))
    boxes = {
        node: Box(
            lefts[plan.column[node]], middles[node] - heights[node] / 2, wide, heights[node], some
        )
        for node, some in lines.items()
    }
    moderated = [boxes[node].top for node in plan.below]
    return Layout(
        width,
        lowest + MARGIN,
        lefts,
        wide,
        boxes,
        {ends: tuple(middles[stop] for stop in some) for ends, some in plan.stops.items()},
        min(moderated) if moderated else None,
        plan.crossings,
        font,
    )


def _wide(labels: Sequence[str], width: float, lines: int, font: float) -> float:
    """Return how wide the boxes are: the more lines pass between columns, the more room they leave."""
    gap = min(WIDEST_GAP, max(NARROWEST_GAP, GAP_OF_LINE * lines))
    return box_width(labels, (width - 2 * MARGIN - 3 * gap) / 4, font)


def _stops(
    edges: Sequence[tuple[str, str]], column: dict[str, int]
) -> dict[tuple[str, str], list[str]]:
    """Return the places at which each line passes the columns it leaps over, and put them there."""
    stops: dict[tuple[str, str], list[str]] = {}
    for start, end in edges:
        leapt = [f"{start}→{end}@{one}" for one in range(column[start] + 1, column[end])]
        column.update(zip(leapt, range(column[start] + 1, column[end]), strict=True))
        stops[start, end] = leapt
    return stops


def _joined(edges: Sequence[tuple[str, str]], column: Mapping[str, int]) -> dict[str, int]:
    """Return how many lines meet on the busier side of each node; a box has room for all of them."""
    sides: dict[tuple[str, bool], int] = {}
    for start, end in edges:
        beside = column[start] >= column[end]
        for side in ((start, True), (end, beside)):
            sides[side] = sides.get(side, 0) + 1
    return {node: max(sides.get((node, True), 0), sides.get((node, False), 0)) for node in column}


def _edges(graph: nx.DiGraph[str], nodes: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the lines between nodes; what acts on a line counts as acting on its end."""
    ends = {node: data.get("end", node) for node, data in graph.nodes(data=True)}
    return [
        (start, ends[end]) for start, end in graph.edges if start in nodes and ends[end] in nodes
    ]

"""Where everything on a map stands: columns, boxes as large as their words, few crossing lines.

All is in inches on a page, down from its upper left corner; nothing here draws.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

#: Points of the letters in boxes, and inches on the page.
FONT = 8.0
#: Letters get smaller where the map would be taller than a page, A4, but never unreadable.
FONTS, TALLEST = (8.0, 7.2, 6.4), 10.7
PORT = 0.085
LINE = FONT * 1.28 / 72
PAD_X, PAD_Y, GAP = 0.07, 0.06, 0.13
MARGIN, HEADING, NARROWEST_GAP, NARROWEST_BOX = 0.12, 0.42, 0.5, 1.15
_THREAD = 0.05
_SWEEPS, _SWAPS = 16, 8
COLUMN = {"intervention": 0, "context": 1, "moderator": 1, "mechanism": 2, "outcome": 3}
#: Widths of letters in parts of the size of the font, on the safe side.
_NARROW, _WIDE = "iljftrI .,:;'|!()[]-/", "mwæMWÆ@%—"
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"
_SHORTEST_PART = 4
#: How the first part of a Danish compound ends where a second one begins.
_JOINT = re.compile(r"(heds|ings|elses|ions|tets|skabs|doms|ejds|keds|unds|livs|dags|sons|igheds)$")


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
    placed = _laid_out(graph, width, FONTS[0])
    for font in FONTS[1:]:
        if placed.height <= TALLEST:
            break
        placed = _laid_out(graph, width, font)
    return placed


def _laid_out(graph: nx.DiGraph[str], width: float, font: float) -> Layout:
    """Lay a map out with letters of some size; all but the page follows their size."""
    size = font / FONT
    nodes = {node: data for node, data in graph.nodes(data=True) if data["slot"] in COLUMN}
    most = (width - 2 * MARGIN - 3 * NARROWEST_GAP) / 4
    box_width = _box_width([data["label"] for data in nodes.values()], most, font)
    lines = {
        node: wrapped(data["label"], box_width - 2 * PAD_X, font) for node, data in nodes.items()
    }
    column = {node: COLUMN[data["slot"]] for node, data in nodes.items()}
    below = {node for node, data in nodes.items() if data["slot"] == "moderator"}
    edges = _edges(graph, nodes)
    joined = _joined(edges, column)
    heights = {
        node: max((LINE * len(some) + 2 * PAD_Y), PORT * joined[node]) * size
        for node, some in lines.items()
    }
    stops: dict[tuple[str, str], list[str]] = {}
    pairs: list[tuple[str, str]] = []
    for start, end in edges:
        leapt = [f"{start}→{end}@{one}" for one in range(column[start] + 1, column[end])]
        for place, stop in enumerate(leapt, column[start] + 1):
            column[stop], heights[stop] = place, _THREAD
        stops[start, end] = leapt
        pairs += itertools.pairwise([start, *leapt, end])
    order, crossings = _ordered(column, below, pairs)
    middles, lowest = _spread(order, heights, pairs, below, GAP * size)
    step = (width - 2 * MARGIN - box_width) / 3
    lefts = tuple(MARGIN + place * step for place in range(4))
    boxes = {
        node: Box(
            lefts[column[node]], middles[node] - heights[node] / 2, box_width, heights[node], some
        )
        for node, some in lines.items()
    }
    moderated = [boxes[node].top for node in below]
    return Layout(
        width,
        lowest + MARGIN,
        lefts,
        box_width,
        boxes,
        {ends: tuple(middles[stop] for stop in some) for ends, some in stops.items()},
        min(moderated) if moderated else None,
        crossings,
        font,
    )


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


# ── words ────────────────────────────────────────────────────────────────────────────────


def text_width(text: str, font: float = FONT) -> float:
    """Return about how many inches a text takes; rather too many than too few."""
    parts = sum(
        0.4
        if letter in _NARROW
        else 0.98
        if letter in _WIDE
        else 0.78
        if letter.isupper()
        else 0.64
        for letter in text
    )
    return parts * font / 72


def wrapped(label: str, width: float, font: float = FONT) -> tuple[str, ...]:
    """Break a label into lines at spaces, hyphens and strokes; a word only if it is wider than all.

    Such a word is broken where its parts meet, as in arbejdsmarkeds-parathed, with a hyphen.
    """
    lines: list[str] = []
    for piece in _pieces(label, width, font):
        joined = f"{lines[-1]}{piece}" if lines else piece
        if lines and text_width(joined.rstrip(), font) <= width:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(line.strip() for line in lines) or ("",)


def _pieces(label: str, width: float, font: float) -> Iterable[str]:
    for word in re.findall(r"[^\s/-]*[/-]+\s*|[^\s/-]+\s*", label.strip()):
        rest = word
        while text_width(rest.rstrip(), font) > width:
            cut = _cut(rest.rstrip(), width, font)
            yield f"{rest[:cut]}-"
            rest = rest[cut:]
        yield rest


def _cut(word: str, width: float, font: float) -> int:
    """Return where to break a word: after a joining s, else before a syllable, as late as it fits."""
    fits = [at for at in range(1, len(word)) if text_width(f"{word[:at]}-", font) <= width] or [1]
    places = [at for at in fits if at >= _SHORTEST_PART and len(word) - at >= _SHORTEST_PART]
    joints = [at for at in places if _JOINT.search(word[:at])]
    syllables = [at for at in places if word[at - 1] in _VOWELS and word[at] not in _VOWELS]
    return (joints or syllables or places or fits)[-1]


def _box_width(labels: Sequence[str], most: float, font: float) -> float:
    words = [word for label in labels for word in label.split()]
    longest = max((text_width(word, font) for word in words), default=0) + 2 * PAD_X
    return max(NARROWEST_BOX, min(longest, most))


# ── order ────────────────────────────────────────────────────────────────────────────────


def _ordered(
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
            touching = [side for side in (one - 1, one) if 0 <= side < 3]  # noqa: PLR2004 - three gaps
            before = _crossings(order, between, touching)
            for place in range(len(nodes) - 1):
                if not before:
                    break
                upper, lower = nodes[place], nodes[place + 1]
                if (upper in below) != (lower in below):
                    continue
                nodes[place], nodes[place + 1] = lower, upper
                after = _crossings(order, between, touching)
                if after < before:
                    before, better = after, True
                else:
                    nodes[place], nodes[place + 1] = upper, lower
        if not better:
            return


# ── heights ──────────────────────────────────────────────────────────────────────────────


def _spread(
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
            wanted = [
                float(np.mean([middles[other] for other in near[node]]))
                if near[node]
                else middles[node]
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

"""The lines of a map: which way each bends from box to box, and where its sign stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.maps.building import SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from icmo.maps.placing import Box, Layout

Point = tuple[float, float]
#: How much of the side of a box lines may leave from, and how far apart signs stand.
_SIDE, _APART = 0.72, 0.17
OUTCOMES = {"negative": "↓", "none": "0"}
_TRIED = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85, 0.1, 0.9)


@dataclass(frozen=True)
class Bent:
    """A line as points of cubic curves, and what it says."""

    points: tuple[Point, ...]
    cases: int
    moderates: bool
    contradicted: bool
    onto_line: bool
    change: str
    badge: str
    spot: Point


def bent_lines(graph: nx.DiGraph[str], placed: Layout) -> dict[tuple[str, str], Bent]:
    """Return each line of the map as curves that leave and reach boxes at places of their own."""
    onto = {node: data for node, data in graph.nodes(data=True) if data["slot"] == "link"}
    plain = [ends for ends in graph.edges if ends[1] not in onto and ends[0] in placed.boxes]
    ports = _ports(plain, placed)
    points = {ends: _curve(ends, placed, ports) for ends in plain}
    for start, end in graph.edges:
        if end in onto:
            line = points[onto[end]["start"], onto[end]["end"]]
            goal = _on(line, len(line) // 3 - 1, 0.5)
            box = placed.boxes[start]
            points[start, end] = _bend((box.right, box.middle), goal, box)
    taken: list[Point] = []
    lines = {}
    for ends, some in points.items():
        data = graph.edges[ends]
        moderates = graph.nodes[ends[0]]["slot"] == "moderator"
        signs = SIGNS if moderates else OUTCOMES
        said = data["effect"] if moderates else data["sign"]
        badge = "/".join(signs[one] for one in said.split("/") if one in signs)
        spot = _spot(some, taken) if badge else some[0]
        taken += [spot] if badge else []
        lines[ends] = Bent(
            some,
            len(data["cases"]),
            moderates,
            data["contradicts"] > data["supports"],
            ends[1] in onto,
            data.get("change", "kept"),
            badge,
            spot,
        )
    return lines


def _ports(edges: list[tuple[str, str]], placed: Layout) -> dict[tuple[str, str, str], float]:
    """Return how far down each line leaves or reaches its box; in the order of their other ends."""
    sides: dict[tuple[str, str], list[tuple[float, tuple[str, str]]]] = {}
    for start, end in edges:
        one, two = placed.boxes[start], placed.boxes[end]
        through = placed.threads.get((start, end), ())
        beside = one.left == two.left
        first = through[0] if through else two.middle
        last = through[-1] if through else one.middle
        sides.setdefault((start, "right"), []).append((first, (start, end)))
        sides.setdefault((end, "right" if beside else "left"), []).append((last, (start, end)))
    found = {}
    for (node, _), some in sides.items():
        box = placed.boxes[node]
        some.sort()
        for place, (_, ends) in enumerate(some, 1):
            share = (place / (len(some) + 1) - 0.5) * _SIDE
            own = "start" if ends[0] == node else "end"
            found[(*ends, own)] = box.middle + share * box.height
    return found


def _curve(
    ends: tuple[str, str], placed: Layout, ports: Mapping[tuple[str, str, str], float]
) -> tuple[Point, ...]:
    start, end = placed.boxes[ends[0]], placed.boxes[ends[1]]
    here = (start.right, ports[(*ends, "start")])
    if start.left == end.left:
        return _bend(here, (end.right, ports[(*ends, "end")]), start)
    there = (end.left, ports[(*ends, "end")])
    points: list[Point] = [here]
    lefts = [left for left in placed.columns if start.left < left < end.left]
    for left, y in zip(lefts, placed.threads.get(ends, ()), strict=False):
        points += _between(points[-1], (left, y))
        points += _between((left, y), (left + placed.box_width, y))
    points += _between(points[-1], there)
    return tuple(points)


def _between(here: Point, there: Point) -> list[Point]:
    """Return a curve from one place to another that leaves and arrives level."""
    half = (there[0] - here[0]) / 2
    return [(here[0] + half, here[1]), (there[0] - half, there[1]), there]


def _bend(here: Point, there: Point, box: Box) -> tuple[Point, ...]:
    """Return a curve beside a column, that comes back to it; the farther it reaches the wider."""
    out = min(0.42, 0.16 + 0.09 * abs(there[1] - here[1]))
    side = max(here[0], there[0])
    if there[0] > box.right:
        return (here, (here[0] + out, here[1]), (there[0] - out / 2, there[1]), there)
    return (here, (side + out, here[1]), (side + out, there[1]), there)


def _on(points: tuple[Point, ...], piece: int, at: float) -> Point:
    """Return a place on one of the cubic curves of a line."""
    some = points[3 * piece : 3 * piece + 4]
    shares = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (
        sum(share * one[axis] for share, one in zip(shares, some, strict=True)) for axis in (0, 1)
    )
    return x, y


def _spot(points: tuple[Point, ...], taken: list[Point]) -> Point:
    """Return where the sign of a line stands: near the middle of its last curve, apart from others."""
    last = len(points) // 3 - 1
    places = [_on(points, last, at) for at in _TRIED]

    def room(place: Point) -> float:
        return min((max(abs(place[0] - x), abs(place[1] - y)) for x, y in taken), default=9.0)

    return next((place for place in places if room(place) >= _APART), max(places, key=room))

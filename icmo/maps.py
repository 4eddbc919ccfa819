"""Maps: configurations as a graph, and the graph as a drawing."""

from __future__ import annotations

import itertools
import textwrap
from typing import TYPE_CHECKING, Any

import networkx as nx

from icmo._palette import look
from icmo._strings import say
from icmo.configurations import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from matplotlib.axes import Axes

_COLUMN = {"intervention": 0, "context": 1, "moderator": 1, "mechanism": 2, "outcome": 3}
_SIGNS = {"strengthens": "+", "weakens": "-", "blocks": "×", "precondition": "!"}
_BOX_WIDTH, _COLUMN_STEP, _LINE_HEIGHT, _GAP = 0.86, 1.34, 0.115, 0.16
#: A line of a label; a word may be a little longer before it is divided.
_WRAP, _LONG_WORD = 21, 24
#: How far apart lines meet the side of a box, and how far from its corners.
_BETWEEN_ENDS, _CORNER = 0.06, 0.07
#: How wide a map is drawn, and how high a unit of it.
_INCHES, _UNIT_INCHES = 9.5, 1.55


def build_map(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame | None = None,
    labels: Mapping[str, str] | None = None,
) -> nx.DiGraph[str]:
    """Turn configurations into a graph.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`; edges carry its counts.
        labels: what to call each code; the code itself where nothing is given.

    Returns:
        A graph of nodes `slot:code` with the attributes code, slot and label. Its edges carry
        configurations (their titles), cases, supports, contradicts, qualifies and effect.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for row in configurations.to_dict("records"):
        counts = {} if evidence is None else _evidence_counts(evidence, str(row["configuration"]))
        for start, end, effect in _links(row):
            for node in (start, end):
                slot, code = node.split(":", 1)
                graph.add_node(node, code=code, slot=slot, label=(labels or {}).get(code, code))
            _add_edge(graph, (start, end), effect, row["title"] or row["configuration"], counts)
        for slot in SLOTS:
            for code in row[slot]:
                graph.add_node(
                    f"{slot}:{code}", code=code, slot=slot, label=(labels or {}).get(code, code)
                )
    return graph


def _links(row: Mapping[Any, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what leads to what in one configuration, and what a moderator does to it."""
    filled = [[f"{slot}:{code}" for code in row[slot]] for slot in SLOTS if row[slot]]
    for codes, next_codes in itertools.pairwise(filled):
        for start, end in itertools.product(codes, next_codes):
            yield start, end, ""
    for moderator in row["moderators"]:
        for target in _moderated(moderator, row):
            yield f"moderator:{moderator['code']}", target, moderator.get("effect", "")


def _moderated(moderator: Mapping[str, str], row: Mapping[Any, Any]) -> list[str]:
    """Return the nodes a moderator acts on: the one it names, else every mechanism."""
    on = moderator.get("on")
    if not on:
        return [f"mechanism:{code}" for code in row["mechanism"]]
    return [f"mechanism:{on}" if on in row["mechanism"] else f"moderator:{on}"]


def _evidence_counts(evidence: pd.DataFrame, configuration: str) -> dict[str, Any]:
    own = evidence[
        (evidence["target_kind"] == "configuration") & (evidence["target"] == configuration)
    ]
    stances = own["stance"].value_counts()
    counts = {
        stance: int(stances.get(stance, 0)) for stance in ("supports", "contradicts", "qualifies")
    }
    return {**counts, "cases": set(own["case"])}


def _add_edge(
    graph: nx.DiGraph[str],
    ends: tuple[str, str],
    effect: str,
    title: str,
    counts: Mapping[str, Any],
) -> None:
    if not graph.has_edge(*ends):
        graph.add_edge(
            *ends,
            configurations=[],
            cases=set(),
            effect=effect,
            supports=0,
            contradicts=0,
            qualifies=0,
        )
    edge = graph.edges[ends]
    edge["configurations"].append(title)
    edge["cases"] |= counts.get("cases", set())
    for stance in ("supports", "contradicts", "qualifies"):
        edge[stance] += counts.get(stance, 0)


def draw_map(graph: nx.DiGraph[str], ax: Axes | None = None, language: str | None = None) -> Axes:
    """Draw a map on Axes: a column for each slot, moderators beneath the context.

    A line is as wide as the number of cases behind it; moderators act by dotted lines with a
    sign: + strengthens, - weakens, × blocks, ! is a precondition.
    """
    boxes = layout(graph)
    lowest = _lowest(boxes)
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(_INCHES, _height(boxes)), layout="constrained")
    ax.set_xlim(-_BOX_WIDTH / 2 - 0.1, 3 * _COLUMN_STEP + _BOX_WIDTH / 2 + 0.1)
    ax.set_ylim(lowest - 0.2, 0.45)
    ax.set_axis_off()
    for slot in SLOTS:
        heading = say(f"role.{slot}", language)
        style: dict[str, Any] = {
            "color": look(slot).colour,
            "fontsize": 10,
            "fontweight": "bold",
            "ha": "center",
        }
        ax.text(
            _COLUMN[slot] * _COLUMN_STEP,
            0.25,
            f"{look(slot).letter} · {heading.capitalize()}",
            **style,
        )
    ends = _ends(graph, boxes)
    for start, end, edge in graph.edges(data=True):
        moderates = graph.nodes[start]["slot"] == "moderator"
        _draw_edge(ax, ends[start, end], edge, moderates=moderates)
    for node, data in graph.nodes(data=True):
        _draw_box(ax, boxes[node], data)
    return ax


def draw_maps(graphs: Mapping[str, nx.DiGraph[str]], language: str | None = None) -> list[Axes]:
    """Draw several maps one above the other, each under its title."""
    import matplotlib.pyplot as plt

    heights = [_height(layout(graph)) for graph in graphs.values()]
    figure, panels = plt.subplots(
        len(heights),
        figsize=(_INCHES, sum(heights) + 0.3 * len(heights)),
        height_ratios=heights,
        layout="constrained",
        squeeze=False,
    )
    axes = [panel for (panel,) in panels]
    for ax, (title, graph) in zip(axes, graphs.items(), strict=True):
        draw_map(graph, ax, language).set_title(title, loc="left", fontsize=12)
    figure.get_layout_engine().set(hspace=0.02)  # type: ignore[union-attr, call-arg]
    return axes


def _lowest(boxes: Mapping[str, tuple[float, float, float]]) -> float:
    return min((y - height / 2 for _, y, height in boxes.values()), default=0.0)


def _height(boxes: Mapping[str, tuple[float, float, float]]) -> float:
    """Return how high a map should be drawn, in inches."""
    return max(2.6, _UNIT_INCHES * (0.75 - _lowest(boxes)))


def layout(graph: nx.DiGraph[str]) -> dict[str, tuple[float, float, float]]:
    """Return each node's x, y and height; nodes of a column stand in the order of their neighbours.

    A line that leaps over a column is given a place of its own there, named `start→end`, so
    that it never runs behind a box.
    """
    threaded = _threaded(graph)
    columns: dict[int, list[str]] = {}
    for node, data in threaded.nodes(data=True):
        columns.setdefault(data["column"], []).append(node)
    rank: dict[str, float] = {}
    for column in sorted(columns):

        def order(node: str) -> tuple[bool, float, str]:
            before = [rank[other] for other in threaded.predecessors(node) if other in rank]
            middle = sum(before) / len(before) if before else len(rank)
            # Moderators stand below the contexts they share a column with.
            return threaded.nodes[node]["moderates"], middle, node

        columns[column].sort(key=order)
        rank.update({node: place for place, node in enumerate(columns[column])})
    heights = {node: data["height"] for node, data in threaded.nodes(data=True)}
    total = {
        column: sum(heights[node] + _GAP for node in nodes) - _GAP
        for column, nodes in columns.items()
    }
    tallest = max(total.values(), default=0.0)
    boxes = {}
    for column, nodes in columns.items():
        top = -(tallest - total[column]) / 2
        for node in nodes:
            boxes[node] = (column * _COLUMN_STEP, top - heights[node] / 2, heights[node])
            top -= heights[node] + _GAP
    return boxes


def _threaded(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return the graph with a slim node in every column that an edge leaps over."""
    threaded: nx.DiGraph[str] = nx.DiGraph()
    for node, data in graph.nodes(data=True):
        height = _LINE_HEIGHT * len(_wrapped(data["label"])) + 0.14
        column = _COLUMN[data["slot"]]
        threaded.add_node(node, column=column, height=height, moderates=data["slot"] == "moderator")
    for start, end in graph.edges:
        leapt = range(threaded.nodes[start]["column"] + 1, threaded.nodes[end]["column"])
        stops = [start, *(f"{start}→{end}@{column}" for column in leapt), end]
        for column, stop in zip(leapt, stops[1:-1], strict=True):
            threaded.add_node(stop, column=column, height=0.02, moderates=False)
        threaded.add_edges_from(itertools.pairwise(stops))
    return threaded


def _wrapped(label: str) -> list[str]:
    words = label.replace("/", "/ ").replace("/  ", "/ ") if len(label) > _WRAP else label
    pieces = [
        f"{word[:_WRAP]}- {word[_WRAP:]}" if len(word) > _LONG_WORD else word
        for word in words.split(" ")
    ]
    return textwrap.wrap(" ".join(pieces), _WRAP, break_long_words=False) or [""]


def _draw_box(ax: Axes, box: tuple[float, float, float], data: Mapping[str, Any]) -> None:
    from matplotlib.patches import FancyBboxPatch

    x, y, height = box
    appearance = look(data["slot"])
    line = {"solid": "-", "dashed": "--", "dotted": ":", "double": "-"}[appearance.line]
    ax.add_patch(
        FancyBboxPatch(
            (x - _BOX_WIDTH / 2, y - height / 2),
            _BOX_WIDTH,
            height,
            boxstyle="round,pad=0,rounding_size=0.05",
            facecolor="white",
            edgecolor=appearance.colour,
            linestyle=line,
            linewidth=2.4 if appearance.line == "double" else 1.4,
            zorder=3,
        )
    )
    ax.text(
        x, y, "\n".join(_wrapped(data["label"])), ha="center", va="center", fontsize=8.5, zorder=4
    )


def _ends(
    graph: nx.DiGraph[str], boxes: Mapping[str, tuple[float, float, float]]
) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Return the points each line runs through; lines that meet a box share its side."""
    half = _BOX_WIDTH / 2
    lines: dict[tuple[str, str], list[tuple[float, float]]] = {}
    sides: dict[tuple[str, int], list[tuple[float, tuple[str, str], int]]] = {}
    for start, end in graph.edges:
        stops = [boxes[name] for name in boxes if name.startswith(f"{start}→{end}@")]
        back = 1 if boxes[start][0] == boxes[end][0] else -1
        between = [(x + side * half, y) for x, y, _ in stops for side in (-1, 1)]
        first = (boxes[start][0] + half, boxes[start][1])
        last = (boxes[end][0] + back * half, boxes[end][1])
        line = [first, *between, last]
        lines[start, end] = line
        sides.setdefault((start, 1), []).append((-line[1][1], (start, end), 0))
        sides.setdefault((end, back), []).append((-line[-2][1], (start, end), -1))
    for (node, _), meeting in sides.items():
        room = boxes[node][2] - 2 * _CORNER
        step = min(_BETWEEN_ENDS, room / max(1, len(meeting) - 1))
        top = boxes[node][1] + step * (len(meeting) - 1) / 2
        for place, (_, name, point) in enumerate(sorted(meeting)):
            lines[name][point] = (lines[name][point][0], top - place * step)
    return lines


def _draw_edge(
    ax: Axes, line: list[tuple[float, float]], edge: Mapping[str, Any], *, moderates: bool
) -> None:
    (x, y), (end_x, end_y) = line[-2:]
    style: dict[str, Any] = {
        "color": look("moderator").colour if moderates else "#555555",
        "linestyle": ":" if moderates else "-",
        "linewidth": 1.0 + 0.6 * max(0, len(edge["cases"]) - 1),
    }
    ax.plot([point[0] for point in line[:-1]], [point[1] for point in line[:-1]], **style, zorder=2)
    # A line within a column bows out to the right of it, up or down.
    bow = min(0.3, 0.12 + 0.08 * abs(end_y - y)) if x == end_x else 0.0
    bend = 2.4 * bow / (end_y - y) if bow else 0.0
    arrow = {
        **style,
        "arrowstyle": "-|>",
        "shrinkA": 0,
        "shrinkB": 1,
        "connectionstyle": f"arc3,rad={bend:.3f}",
    }
    ax.annotate("", xy=(end_x, end_y), xytext=(x, y), arrowprops=arrow, zorder=2)
    sign = _SIGNS.get(edge["effect"])
    if sign:
        along = 0.5 if bow else 0.2
        middle = (x + along * (end_x - x) + bow, y + along * (end_y - y))
        badge = {
            "boxstyle": "circle,pad=0.15",
            "facecolor": "white",
            "edgecolor": look("moderator").colour,
        }
        ax.text(*middle, sign, ha="center", va="center", fontsize=8, bbox=badge, zorder=5)


def describe(graph: nx.DiGraph[str], language: str | None = None) -> str:
    """Write the map in words, for those who cannot see it."""
    sentences = [
        say(
            "map.moderates" if graph.nodes[start]["slot"] == "moderator" else "map.leads",
            language,
            start=graph.nodes[start]["label"],
            end=graph.nodes[end]["label"],
        )
        for start, end in graph.edges
    ]
    return " ".join([say("map.described", language, count=graph.number_of_nodes()), *sentences])


def edge_table(graph: nx.DiGraph[str]) -> pd.DataFrame:
    """Return the map as a table: from, to, effect, cases, supports, contradicts, qualifies."""
    import pandas as pd

    counts = ("supports", "contradicts", "qualifies")
    rows = [
        {
            "from": graph.nodes[start]["label"],
            "to": graph.nodes[end]["label"],
            "effect": edge["effect"],
            "cases": len(edge["cases"]),
            **{name: edge[name] for name in counts},
        }
        for start, end, edge in graph.edges(data=True)
    ]
    return pd.DataFrame(rows, columns=["from", "to", "effect", "cases", *counts])

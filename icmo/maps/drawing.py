"""A laid out map drawn on Axes: boxes, lines with their signs, headings, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.configurations import SLOTS
from icmo.maps.breaking import FONT
from icmo.maps.legend import GREY, ROW, draw_legend, legend_rows, line_width
from icmo.maps.lines import Bent, bent_lines
from icmo.maps.placing import layout
from icmo.maps.spreading import HEADING, MARGIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icmo.maps.placing import Box, Layout

_TITLE = 0.34
#: How much wider than a line the white beneath it is, in points.
_EDGE = 1.3


def draw_map(
    graph: nx.DiGraph[str],
    ax: Axes | None = None,
    language: str | None = None,
    *,
    width: float = 7.5,
    legend: bool = True,
    title: str = "",
    placed: Layout | None = None,
) -> Axes:
    """Draw a map on Axes: a column for each slot, moderators beneath the context.

    A line is as wide as the number of cases behind it, and dashed where more passages speak
    against it than for it. Moderators act by dotted lines with a sign: + strengthens, − weakens,
    × blocks, ! is a precondition; they end at a mechanism, at another moderator, or on a line.

    Args:
        graph: from `build_map`.
        ax: where to draw; its letters are then as large as there is room for. Without it, a
            figure as wide as said and as tall as the map needs.
        language: da or en; the language of the command when not said.
        width: of the page, in inches.
        legend: whether the signs are explained beneath.
        title: stands above the columns.
        placed: from `layout`, where it is already known.
    """
    placed = placed or layout(graph, width)
    rows = legend_rows(graph, placed.width, language) if legend else []
    size = (placed.width, placed.height + ROW * len(rows) + (_TITLE if title else 0))
    if ax is None:
        import matplotlib.pyplot as plt

        figure = plt.figure(figsize=size)
        ax = figure.add_axes((0, 0, 1, 1))
    elif len(ax.figure.axes) == 1 and ax.get_position().bounds == (0, 0, 1, 1):
        ax.figure.set_size_inches(size)  # type: ignore[union-attr]
    scale = _scale(ax, size)
    ax.set_xlim(0, size[0])
    ax.set_ylim(size[1] - (_TITLE if title else 0), -_TITLE if title else 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    if title:
        ax.text(MARGIN, -_TITLE / 2, title, fontsize=11 * scale, fontweight="bold", va="center")
    _draw_headings(ax, placed, language, scale)
    lines = bent_lines(graph, placed)
    for line in lines.values():
        _draw_line(ax, line, scale)
    for node, box in placed.boxes.items():
        _draw_box(ax, box, graph.nodes[node], scale * placed.font / FONT)
    for line in lines.values():
        if line.badge:
            _draw_badge(ax, line, scale)
    draw_legend(ax, rows, placed.height, scale)
    return ax


def draw_maps(
    graphs: Mapping[str, nx.DiGraph[str]], language: str | None = None, width: float = 7.5
) -> Figure:
    """Draw several maps beneath each other, with one legend: for each target group, or group."""
    import matplotlib.pyplot as plt

    placed = {name: layout(graph, width) for name, graph in graphs.items()}
    last = list(graphs)[-1:]
    sizes = {
        name: one.height
        + _TITLE
        + (ROW * len(legend_rows(graphs[name], width, language)) if name in last else 0)
        for name, one in placed.items()
    }
    total = sum(sizes.values()) or 1.0
    figure = plt.figure(figsize=(width, total))
    top = total
    for name, graph in graphs.items():
        top -= sizes[name]
        ax = figure.add_axes((0, top / total, 1, sizes[name] / total))
        draw_map(graph, ax, language, legend=name in last, title=name, placed=placed[name])
    return figure


def _scale(ax: Axes, size: tuple[float, float]) -> float:
    """Return how much smaller than on its page the map is drawn."""
    extent = ax.get_window_extent()
    inch = ax.figure.get_dpi()
    return float(min(extent.width / inch / size[0], extent.height / inch / size[1]))


def _draw_headings(ax: Axes, placed: Layout, language: str | None, scale: float) -> None:
    middle = placed.box_width / 2
    style: dict[str, Any] = {"fontweight": "bold", "ha": "center", "va": "center"}
    for slot, left in zip(SLOTS, placed.columns, strict=True):
        heading = f"{look(slot).letter} · {say(f'role.{slot}', language).capitalize()}"
        place = (left + middle, MARGIN + HEADING / 3)
        ax.text(*place, heading, color=look(slot).colour, fontsize=10 * scale, **style)
    if placed.moderators_top is not None:
        heading = f"{look('moderator').letter} · {say('role.moderator', language).capitalize()}"
        place = (placed.columns[1] + middle, placed.moderators_top - HEADING / 3)
        ax.text(*place, heading, color=look("moderator").colour, fontsize=10 * scale, **style)


def _draw_box(ax: Axes, box: Box, data: Mapping[str, Any], scale: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    appearance = look(data["slot"])
    change = data.get("change", "kept")
    line = {"solid": "-", "dashed": "--", "dotted": ":", "double": "-"}[appearance.line]
    width = 2.2 if appearance.line == "double" or change == "added" else 1.2
    style: dict[str, Any] = {
        "boxstyle": "round,pad=0,rounding_size=0.05",
        "facecolor": "#eeeeee" if change == "removed" else "white",
        "edgecolor": appearance.colour,
        "linestyle": line,
        "linewidth": width * scale,
        "zorder": 3,
    }
    ax.add_patch(FancyBboxPatch((box.left, box.top), box.width, box.height, **style))
    words = "\n".join(box.lines)
    colour = "#777777" if change == "removed" else "black"
    place = (box.left + box.width / 2, box.middle)
    spot: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": 1.15, "zorder": 4}
    text = ax.text(*place, words, fontsize=FONT * scale, color=colour, **spot)
    text.set_gid("label")
    if change != "kept":
        sign = {"added": "+", "removed": "−"}[change]
        badge = {"boxstyle": "circle,pad=0.12", "facecolor": "white", "edgecolor": "black"}
        ax.text(
            box.left,
            box.top,
            sign,
            fontsize=FONT * scale,
            bbox=badge,
            zorder=5,
            ha="center",
            va="center",
        )


def _line_style(line: Bent, scale: float) -> dict[str, Any]:
    """Return how a line looks: its kind by its strokes, its cases by its width."""
    if line.moderates:
        strokes: Any = (0, (1, 1.3))
    else:
        strokes = (0, (4, 2)) if line.contradicted else "-"
    if line.change == "removed":
        strokes = (0, (1, 4))
    return {
        "linewidth": line_width(line.cases, moderates=line.moderates) * scale,
        "linestyle": strokes,
        "color": look("moderator").colour if line.moderates else GREY,
    }


def _draw_line(ax: Axes, line: Bent, scale: float) -> None:
    from matplotlib.patches import FancyArrowPatch, PathPatch
    from matplotlib.path import Path

    style = _line_style(line, scale)
    shaft = Path(line.points, [Path.MOVETO, *[Path.CURVE4] * (len(line.points) - 1)])
    # White beneath each line parts it from those it crosses, and fills what dashes leave open.
    edge = {
        **style,
        "color": "white",
        "linestyle": "-",
        "linewidth": style["linewidth"] + _EDGE * scale,
    }
    for own in (edge, style):
        ax.add_patch(PathPatch(shaft, fill=False, zorder=2, capstyle="butt", **own))
    if line.onto_line:
        ax.plot(
            *line.points[-1], marker="o", markersize=4 * scale, color=style["color"], zorder=2.5
        )
        return
    (x, y), (tip_x, tip_y) = line.points[-2], line.points[-1]
    reach = max(((tip_x - x) ** 2 + (tip_y - y) ** 2) ** 0.5, 1e-9)
    tail = (tip_x - (tip_x - x) / reach * 0.01, tip_y - (tip_y - y) / reach * 0.01)
    head = FancyArrowPatch(
        tail,
        line.points[-1],
        arrowstyle="-|>,head_length=0.55,head_width=0.26",
        mutation_scale=(8 + 1.2 * style["linewidth"]) * scale,
        linewidth=0,
        facecolor=style["color"],
        edgecolor=style["color"],
        shrinkA=0,
        shrinkB=0,
        zorder=2.5,
    )
    ax.add_patch(head)


def _draw_badge(ax: Axes, line: Bent, scale: float) -> None:
    colour = look("moderator").colour if line.moderates else look("outcome").colour
    badge = {
        "boxstyle": "circle,pad=0.14",
        "facecolor": "white",
        "edgecolor": colour,
        "linewidth": 0.8 * scale,
    }
    text = ax.text(
        *line.spot, line.badge, ha="center", va="center", fontsize=7.5 * scale, bbox=badge, zorder=5
    )
    text.set_gid("badge")

"""A map as a page draws it: where each box and line stands, in inches, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.configurations import SLOTS
from icmo.maps.lines import bent_lines
from icmo.maps.placing import layout
from icmo.maps.wording import label_of

if TYPE_CHECKING:
    import networkx as nx

    from icmo.maps.lines import Bent
    from icmo.maps.placing import Layout

#: Widths of lines in pixels: of one case, and for each case more, up to so many.
_THIN, _MORE, _MOST = 1.3, 0.6, 8
_ABOVE = 0.2


def picture_of(graph: nx.DiGraph[str], language: str, width: float = 9.0) -> dict[str, Any]:
    """Return a map laid out on a page of some inches, ready to be drawn."""
    placed = layout(graph, width)
    lines = bent_lines(graph, placed)
    return {
        "width": placed.width,
        "height": placed.height,
        "headings": _headings(placed, language),
        "boxes": [_box(graph, placed, node, language) for node in placed.boxes],
        "lines": [_line(graph, ends, bent, language) for ends, bent in lines.items()],
    }


def _headings(placed: Layout, language: str) -> list[dict[str, Any]]:
    middle = placed.box_width / 2
    columns = [(slot, left, _ABOVE) for slot, left in zip(SLOTS, placed.columns, strict=True)]
    if placed.moderators_top is not None:
        columns.append(("moderator", placed.columns[1], placed.moderators_top - _ABOVE / 2))
    return [
        {
            "x": left + middle,
            "y": top,
            "text": f"{look(slot).letter} · {say(f'role.{slot}', language)}",
            "colour": look(slot).colour,
        }
        for slot, left, top in columns
    ]


def _box(graph: nx.DiGraph[str], placed: Layout, node: str, language: str) -> dict[str, Any]:
    box, data = placed.boxes[node], graph.nodes[node]
    slot = data["slot"]
    appearance = look(slot)
    return {
        "node": node,
        "slot": data["slot"],
        "left": box.left,
        "top": box.top,
        "width": box.width,
        "height": box.height,
        "lines": list(box.lines),
        "font": placed.font,
        "letter": appearance.letter,
        "colour": appearance.colour,
        "line": appearance.line,
        "change": data.get("change", "kept"),
        "told": ", ".join((data["label"], say(f"role.{slot}", language))),
    }


def _line(
    graph: nx.DiGraph[str], ends: tuple[str, str], bent: Bent, language: str
) -> dict[str, Any]:
    key = "map.moderates" if bent.moderates else "map.leads"
    start, end = (label_of(graph, one) for one in ends)
    return {
        "line": f"{ends[0]}→{ends[1]}",
        "start": ends[0],
        "end": ends[1],
        "points": [list(point) for point in bent.points],
        "width": _THIN + _MORE * max(0, min(bent.cases, _MOST) - 1),
        "moderates": bent.moderates,
        "contradicted": bent.contradicted,
        "onto_line": bent.onto_line,
        "change": bent.change,
        "badge": bent.badge,
        "spot": list(bent.spot),
        "told": say(key, language, start=start, end=end),
    }

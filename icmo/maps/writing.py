"""Maps as files: pictures, GraphML for other programs, and a plain table of the edges."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from icmo._strings import say
from icmo.errors import Error
from icmo.maps.drawing import draw_map
from icmo.maps.placing import layout
from icmo.maps.wording import describe, edge_table

if TYPE_CHECKING:
    import os

_PICTURES = (".svg", ".pdf", ".png")
SUFFIXES = (*_PICTURES, ".graphml", ".csv")
_LISTS = ("configurations", "cases")


class MapError(Error):
    """A map that cannot be written."""


def write_map(
    graph: nx.DiGraph[str], path: str | os.PathLike[str], language: str | None = None
) -> None:
    """Write a map as its file's ending says: .svg, .pdf, .png, .graphml, or .csv for its edges."""
    file = Path(path)
    if file.suffix in _PICTURES:
        _draw_to(graph, file, language)
    elif file.suffix == ".graphml":
        nx.write_graphml(_flat(graph), file)
    elif file.suffix == ".csv":
        edge_table(graph).to_csv(file, index=False, encoding="utf-8-sig")
    else:
        raise MapError(say("cli.suffix", path=file, suffixes=", ".join(SUFFIXES)))


def read_map(path: str | os.PathLike[str]) -> nx.DiGraph[str]:
    """Read a map that was written as GraphML."""
    graph: nx.DiGraph[str] = nx.DiGraph(nx.read_graphml(path))
    for _, _, edge in graph.edges(data=True):
        edge["configurations"] = json.loads(edge["configurations"])
        edge["cases"] = set(json.loads(edge["cases"]))
    graph.graph["relations"] = [
        tuple(one) for one in json.loads(graph.graph.get("relations", "[]"))
    ]
    return graph


def _flat(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return the graph with lists as JSON, as GraphML knows only plain values."""
    flat: nx.DiGraph[str] = nx.DiGraph()
    flat.add_nodes_from(graph.nodes(data=True))
    for start, end, edge in graph.edges(data=True):
        lists = {name: json.dumps(sorted(edge[name]), ensure_ascii=False) for name in _LISTS}
        flat.add_edge(start, end, **{**edge, **lists})
    flat.graph["relations"] = json.dumps(graph.graph.get("relations", []), ensure_ascii=False)
    return flat


def _draw_to(graph: nx.DiGraph[str], file: Path, language: str | None) -> None:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    placed = layout(graph)
    with mpl.rc_context({"svg.hashsalt": "icmo", "svg.fonttype": "none", "pdf.fonttype": 42}):
        figure = Figure()
        ax = figure.add_axes((0, 0, 1, 1))
        draw_map(graph, ax, language, placed=placed)
        said = describe(graph, language)
        # Without a date, so that the same map gives the same bytes.
        known = {
            ".svg": {"Date": None, "Description": said},
            ".pdf": {"CreationDate": None, "Subject": said},
            ".png": {"Description": said},
        }
        figure.savefig(file, dpi=200, metadata=known[file.suffix])

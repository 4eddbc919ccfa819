"""A map in words and in numbers, for those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.configurations import STANCES

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def label_of(graph: nx.DiGraph[str], node: str) -> str:
    """Return what a node is called; a line by what it joins."""
    data = graph.nodes[node]
    if data["slot"] == "link":
        return f"{graph.nodes[data['start']]['label']} → {graph.nodes[data['end']]['label']}"
    return str(data["label"])


def describe(graph: nx.DiGraph[str], language: str | None = None) -> str:
    """Write the map in words."""
    sentences = [
        say(
            "map.moderates" if graph.nodes[start]["slot"] == "moderator" else "map.leads",
            language,
            start=label_of(graph, start),
            end=label_of(graph, end),
        )
        for start, end in graph.edges
    ]
    count = sum(data["slot"] != "link" for _, data in graph.nodes(data=True))
    return " ".join([say("map.described", language, count=count), *sentences])


def describe_briefly(graph: nx.DiGraph[str], language: str | None = None) -> str:
    """Write the map in words, each part once with all it leads to: what a screen reader is to read."""
    ends: dict[tuple[str, str], list[str]] = {}
    for start, end in graph.edges:
        key = "map.moderates" if graph.nodes[start]["slot"] == "moderator" else "map.leads"
        ends.setdefault((key, label_of(graph, start)), []).append(label_of(graph, end))
    parts = sum(data["slot"] != "link" for _, data in graph.nodes(data=True))
    joined = f" {say('word.and', language)} "
    sentences = [
        say(
            key,
            language,
            start=start,
            end=joined.join(filter(None, (", ".join(own[:-1]), own[-1]))),
        )
        for (key, start), some in ends.items()
        for own in [list(dict.fromkeys(some))]
    ]
    return " ".join([say("map.described", language, count=parts), *sentences])


def edge_table(graph: nx.DiGraph[str]) -> pd.DataFrame:
    """Return the map as a table.

    Its columns: from, to, effect, sign, cases (how many), passages, supports, contradicts,
    qualifies, configurations (their titles, with semicolons between).
    """
    import pandas as pd

    counts = ("passages", *STANCES)
    rows = [
        {
            "from": label_of(graph, start),
            "to": label_of(graph, end),
            "effect": edge["effect"],
            "sign": edge["sign"],
            "cases": len(edge["cases"]),
            **{name: edge[name] for name in counts},
            "configurations": "; ".join(edge["configurations"]),
        }
        for start, end, edge in graph.edges(data=True)
    ]
    columns = ["from", "to", "effect", "sign", "cases", *counts, "configurations"]
    return pd.DataFrame(rows, columns=columns)

"""Configurations become a graph: what leads to what, and what conditions it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from icmo._alphabet import alphabetical
from icmo.configurations import SLOTS, STANCES
from icmo.configurations.counting import count_passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

#: What a moderator does, as it is written on its line.
SIGNS = {"strengthens": "+", "weakens": "−", "blocks": "×", "precondition": "!"}
_NOTHING = {"passages": 0, **dict.fromkeys(STANCES, 0)}
Link = tuple[str, str, str, str]  # from, to, effect, sign of the outcome


def build_map(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame | None = None,
    labels: Mapping[str, str] | None = None,
    level: str = "code",
    parents: Mapping[str, str] | None = None,
    relations: pd.DataFrame | None = None,
) -> nx.DiGraph[str]:
    """Turn configurations into a graph.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`; edges carry its counts.
        labels: what to call each code; the code itself where nothing is given.
        level: code, or parent: codes under the same parent are one node.
        parents: the parent of each code that has one.
        relations: a frame with the columns of `project.relations()`; told beneath the map.

    Returns:
        A graph of nodes `slot:code` with the attributes code, slot and label. Its edges carry
        configurations (their titles), cases, passages, supports, contradicts, qualifies, effect
        (what a moderator does) and sign (of the outcome they lead to). A moderator that acts on
        an outcome acts on the lines that lead to it: on a node of slot `link` with the attributes
        start and end.
    """
    known = parents if level == "parent" and parents else {}
    named = labels or {}
    graph: nx.DiGraph[str] = nx.DiGraph()
    numbers: dict[str, list[tuple[str, str]]] = {}
    for row in configurations.to_dict("records"):
        lifted = _lifted(row, known)
        for slot in SLOTS:
            for code in lifted[slot]:
                _add_node(graph, f"{slot}:{code}", named)
        for start, end, effect, sign in _links(lifted):
            _add_node(graph, start, named)
            _add_node(graph, end, named)
            _add_edge(graph, (start, end), effect, sign, row["title"] or row["configuration"])
            numbers.setdefault(str(row["configuration"]), []).append((start, end))
    if evidence is not None:
        _count(graph, evidence, numbers)
    graph.graph["relations"] = _told(configurations, relations)
    return graph


def _lifted(row: Mapping[Any, Any], parents: Mapping[str, str]) -> dict[str, Any]:
    """Return a configuration with each code as its parent, where it has one."""
    lifted: dict[str, Any] = {
        slot: tuple(dict.fromkeys(parents.get(code, code) for code in row[slot])) for slot in SLOTS
    }
    lifted["moderators"] = [
        {**one, **{key: parents.get(one[key], one[key]) for key in ("code", "on") if one.get(key)}}
        for one in row["moderators"]
    ]
    sign = row.get("sign", "")
    return {**lifted, "sign": sign if isinstance(sign, str) else ""}


def _links(row: Mapping[str, Any]) -> Iterator[Link]:
    """Yield what leads to what in one configuration, and what a moderator does to it."""
    filled = [[f"{slot}:{code}" for code in row[slot]] for slot in SLOTS if row[slot]]
    for codes, next_codes in itertools.pairwise(filled):
        for start, end in itertools.product(codes, next_codes):
            yield start, end, "", row["sign"] if end.startswith("outcome:") else ""
    for moderator in row["moderators"]:
        start = f"moderator:{moderator['code']}"
        for target in _moderated(moderator, row, filled):
            if target != start:
                yield start, target, moderator.get("effect", ""), ""


def _moderated(
    moderator: Mapping[str, str], row: Mapping[str, Any], filled: Sequence[Sequence[str]]
) -> list[str]:
    """Return what a moderator acts on: what it names, else every mechanism, else every line."""
    on = moderator.get("on")
    if on in row["mechanism"]:
        return [f"mechanism:{on}"]
    lines = [
        (start, end)
        for codes, next_codes in itertools.pairwise(filled)
        for start, end in itertools.product(codes, next_codes)
    ]
    if on:
        onto = [f"link:{start}→{end}" for start, end in lines if end == f"outcome:{on}"]
        return onto or [f"moderator:{on}"]
    if row["mechanism"]:
        return [f"mechanism:{code}" for code in row["mechanism"]]
    return [f"link:{start}→{end}" for start, end in lines] or [
        one for some in filled for one in some
    ]


def _add_node(graph: nx.DiGraph[str], node: str, labels: Mapping[str, str]) -> None:
    slot, code = node.split(":", 1)
    if slot == "link":
        start, end = code.split("→")
        graph.add_node(node, code="", slot=slot, label="", start=start, end=end)
    else:
        graph.add_node(node, code=code, slot=slot, label=labels.get(code, code))


def _add_edge(
    graph: nx.DiGraph[str], ends: tuple[str, str], effect: str, sign: str, title: str
) -> None:
    if not graph.has_edge(*ends):
        graph.add_edge(*ends, effect="", sign="")
        graph.edges[ends].update(configurations=[], cases=set(), **_NOTHING)
    edge = graph.edges[ends]
    if title not in edge["configurations"]:
        edge["configurations"].append(title)
    for name, value in (("effect", effect), ("sign", sign)):
        if value and value not in edge[name].split("/"):
            edge[name] = "/".join(one for one in (edge[name], value) if one)


def _count(
    graph: nx.DiGraph[str], evidence: pd.DataFrame, numbers: Mapping[str, list[tuple[str, str]]]
) -> None:
    """Give each edge what its configurations rest on; passages that overlap count once."""
    place = {ends: number for number, ends in enumerate(graph.edges)}
    own = evidence[
        (evidence["target_kind"] == "configuration") & evidence["target"].isin(list(numbers))
    ]
    pairs = [
        (row, place[ends])
        for row, target in enumerate(own["target"])
        for ends in dict.fromkeys(numbers[target])
    ]
    rows, edges = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    counts = count_passages(own.iloc[rows], edges, len(place))
    cases = own["case"].tolist()
    for ends, number in place.items():
        graph.edges[ends].update({name: int(counts[name][number]) for name in _NOTHING})
    for row, edge in pairs:
        if cases[row]:
            graph.edges[list(place)[edge]]["cases"].add(cases[row])


def _told(
    configurations: pd.DataFrame, relations: pd.DataFrame | None
) -> list[tuple[str, str, str]]:
    if relations is None:
        return []
    title = {
        row["configuration"]: row["title"] or row["configuration"]
        for row in configurations.to_dict("records")
    }
    rows = zip(relations["configuration"], relations["kind"], relations["other"], strict=True)
    return [(title[one], kind, title[two]) for one, kind, two in rows if {one, two} <= set(title)]


def split_maps(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    by: str = "for_whom",
    labels: Mapping[str, str] | None = None,
    level: str = "code",
    parents: Mapping[str, str] | None = None,
) -> dict[str, nx.DiGraph[str]]:
    """Return a map for each target group (`for_whom`), or for each group or case of the evidence.

    Target groups stand in the order of the labels, which is that of the codebook. A
    configuration without one is in none of the first kind; in the second, a map
    holds what has evidence from there, and counts only that.
    """
    named = labels or {}
    found: dict[str, nx.DiGraph[str]] = {}
    if by == "for_whom":
        order = {code: place for place, code in enumerate(named)}
        targets = {one for some in configurations["for_whom"] for one in some}
        for target in sorted(targets, key=lambda one: (order.get(one, len(order)), one)):
            part = configurations[[target in some for some in configurations["for_whom"]]]
            found[named.get(target, target)] = build_map(part, evidence, labels, level, parents)
        return found
    own = evidence[evidence["target_kind"] == "configuration"]
    for name in alphabetical(one for one in set(own[by]) if one):
        some = own[own[by] == name]
        part = configurations[configurations["configuration"].isin(some["target"])]
        found[named.get(name, name)] = build_map(part, some, labels, level, parents)
    return found


def build_difference(
    before: pd.DataFrame, after: pd.DataFrame, labels: Mapping[str, str] | None = None
) -> nx.DiGraph[str]:
    """Return two versions of a theory as one graph; nodes and edges say kept, added or removed."""
    old, new = build_map(before, labels=labels), build_map(after, labels=labels)
    both: nx.DiGraph[str] = nx.compose(old, new)
    for node, data in both.nodes(data=True):
        data["change"] = _change(node in old, node in new)
    for start, end, data in both.edges(data=True):
        data["change"] = _change(old.has_edge(start, end), new.has_edge(start, end))
    return both


def _change(was: bool, is_: bool) -> str:
    return "kept" if was and is_ else "added" if is_ else "removed"

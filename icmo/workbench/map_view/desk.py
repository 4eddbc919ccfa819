"""What the map asks for: a picture of what is left after filtering, and the words behind a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.configurations import SLOTS, STANCES, STATUSES, parents_of
from icmo.maps import build_map, picture_of
from icmo.maps.wording import label_of
from icmo.workbench.boards.desk import BoardDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from icmo.project import Project
    from icmo.workbench.answering import Message

#: What a map may be narrowed to; nothing chosen means all.
NOTHING: Message = {
    "roles": [],
    "case": "",
    "group": "",
    "attribute": "",
    "value": "",
    "status": "",
    "least": 0,
    "parents": False,
}
_ROLES = (*SLOTS, "moderator")
_INCHES = 10.5


class MapDesk(BoardDesk):
    """Answers the pages that show the map."""

    module = "icmo.workbench.map_view"

    def __init__(self, project: Project, send: Callable[[Message], object]) -> None:
        super().__init__(project, send)
        self._chosen = dict(NOTHING)

    def _on_filter(self, message: Message) -> Message:
        """Draw the map anew, of what was chosen."""
        self._chosen = NOTHING | {name: message[name] for name in NOTHING if name in message}
        return self.news()

    def tell(self) -> Message:
        """Return the map as a picture and as a table."""
        every, evidence = self.project.configurations(), self.project.evidence()
        titles = self._titles(every)
        configurations, evidence = self._left(every, evidence)
        parents = parents_of(self._codes()) if self._chosen["parents"] else {}
        graph = build_map(
            # Lines are to lead to configurations, so they carry ids in place of titles.
            configurations.assign(title=configurations["configuration"]),
            evidence,
            self.labels(),
            "parent" if parents else "code",
            parents,
        )
        self._narrow(graph)
        return {
            "picture": picture_of(graph, self.language, _INCHES) if graph.nodes else None,
            "table": [self._row(graph, ends) for ends in graph.edges],
            "titles": titles,
            "chosen": self._chosen,
            "choices": self._choices(),
            "relations": self._relations(configurations, titles),
            "count": len(configurations),
        }

    def _codes(self) -> pd.DataFrame:
        import pandas as pd

        return pd.concat([book.codes() for book in self.project.codebooks.values()])

    def _titles(self, frame: pd.DataFrame) -> dict[str, str]:
        named = frame["title"].where(frame["title"] != "", say("board.untitled", self.language))
        return dict(zip(frame["configuration"], named, strict=True))

    # ── filtering ────────────────────────────────────────────────────────────────────────

    def _left(
        self, configurations: pd.DataFrame, evidence: pd.DataFrame
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the configurations and the evidence that are left after filtering."""
        chosen = self._chosen
        evidence = evidence[evidence["target_kind"] == "configuration"]
        if chosen["status"]:
            configurations = configurations[configurations["status"] == chosen["status"]]
        for name in ("case", "group"):
            if chosen[name]:
                evidence = evidence[evidence[name] == chosen[name]]
        if chosen["attribute"] and chosen["value"]:
            evidence = evidence[evidence["document"].isin(self._with_attribute())]
        if any(chosen[name] for name in ("case", "group")) or chosen["value"]:
            there = set(evidence["target"])
            configurations = configurations[configurations["configuration"].isin(there)]
        return configurations.reset_index(drop=True), evidence.reset_index(drop=True)

    def _with_attribute(self) -> set[str]:
        """Return the documents that have the chosen attribute, their own or their case's."""
        name, value = str(self._chosen["attribute"]), str(self._chosen["value"])
        documents, cases = self.project.documents(), self.project.cases()
        found: set[str] = set()
        if name in documents:
            found |= set(documents[documents[name].astype(str) == value]["document"])
        if name in cases:
            own = set(cases[cases[name].astype(str) == value]["case"])
            found |= set(documents[documents["case"].isin(own)]["document"])
        return found

    def _narrow(self, graph: Any) -> None:
        """Leave out lines with too few cases, roles not chosen, and what then stands alone."""
        least, roles = int(self._chosen["least"] or 0), set(self._chosen["roles"])
        few = [ends for ends in graph.edges if len(graph.edges[ends]["cases"]) < least]
        graph.remove_edges_from(few)
        if roles:
            away = [
                node
                for node, data in graph.nodes(data=True)
                if data["slot"] in _ROLES and data["slot"] not in roles
            ]
            graph.remove_nodes_from(away)
        links = [node for node, data in graph.nodes(data=True) if data["slot"] == "link"]
        held = {
            node
            for node in links
            if graph.has_edge(graph.nodes[node]["start"], graph.nodes[node]["end"])
        }
        graph.remove_nodes_from([node for node in links if node not in held])
        if least:
            graph.remove_nodes_from([node for node in list(graph) if not graph.degree(node)])

    def _choices(self) -> Message:
        """Return what may be chosen."""
        documents, cases = self.project.documents(), self.project.cases()
        known = {*("document", "name", "case", "group", "kind", "date", "characters", "words")}
        known |= {"turns", "coders", "done", "label", "documents"}
        attributes: dict[str, list[str]] = {}
        for frame in (documents, cases):
            for name in (one for one in frame if one not in known):
                values = {str(value) for value in frame[name].dropna() if str(value)}
                attributes[str(name)] = sorted({*attributes.get(str(name), ()), *values})
        return {
            "roles": [
                {
                    "role": role,
                    "word": say(f"role.{role}", self.language),
                    "letter": look(role).letter,
                    "colour": look(role).colour,
                }
                for role in _ROLES
            ],
            "case": sorted({one for one in documents["case"] if one}),
            "group": sorted({one for one in documents["group"] if one}),
            "attributes": attributes,
            "status": list(STATUSES),
        }

    # ── the table beside the map, and the words ──────────────────────────────────────────

    def _row(self, graph: Any, ends: tuple[str, str]) -> Message:
        edge = graph.edges[ends]
        return {
            "line": f"{ends[0]}→{ends[1]}",
            "start": ends[0],
            "end": ends[1],
            "from": label_of(graph, ends[0]),
            "to": label_of(graph, ends[1]),
            "effect": edge["effect"],
            "sign": edge["sign"],
            "cases": len(edge["cases"]),
            "passages": edge["passages"],
            **{stance: edge[stance] for stance in STANCES},
            "configurations": list(edge["configurations"]),
        }

    def _relations(self, configurations: pd.DataFrame, titles: dict[str, str]) -> list[str]:
        there = set(configurations["configuration"])
        return [
            say(
                f"relation.{row['kind']}",
                self.language,
                one=titles[row["configuration"]],
                two=titles[row["other"]],
            )
            for row in self.project.relations().to_dict("records")
            if {row["configuration"], row["other"]} <= there
        ]

    def _on_behind(self, message: Message) -> Message:
        """Return the evidence behind a box or a line: that of its configurations, as filtered."""
        _, evidence = self._left(self.project.configurations(), self.project.evidence())
        wanted = [str(one) for one in message["configurations"]]
        return {"rows": self.evidence_rows(evidence[evidence["target"].isin(wanted)])}

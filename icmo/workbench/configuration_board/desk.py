"""What the configuration board asks for: the cards, their evidence, proposals and history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.configurations import (
    DETAILS,
    SLOTS,
    difference_in_words,
    evidence_table,
    proposals,
)
from icmo.maps import build_difference, picture_of
from icmo.workbench.boards.desk import BoardDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from icmo.project import Project
    from icmo.workbench.answering import Message

#: As many proposals as a person reads through.
_PROPOSED = 60
_PLACES = 20
#: How many inches wide a picture is beside the cards.
_NARROW = 6.4
_COUNTED = (
    *("passages", "documents", "cases", "groups"),
    *("supports", "contradicts", "qualifies"),
    *("passage", "document", "across", "said", "inferred"),
)


class ConfigurationDesk(BoardDesk):
    """Answers the pages that show configurations."""

    module = "icmo.workbench.configuration_board"

    def __init__(self, project: Project, send: Callable[[Message], object]) -> None:
        super().__init__(project, send)
        self._shown: dict[str, Message] = {}

    # ── what is shown ────────────────────────────────────────────────────────────────────

    def tell(self) -> Message:
        """Return every configuration as a card."""
        self._shown = self._cards()
        return {"cards": list(self._shown.values()), "gone": []}

    def news(self) -> Message:
        """Return the cards that came or changed, and which went."""
        self._line = self.project.last_line()
        before, self._shown = self._shown, self._cards()
        changed = [card for one, card in self._shown.items() if before.get(one) != card]
        gone = [one for one in before if one not in self._shown]
        return {"news": {"cards": changed, "gone": gone}}

    def _cards(self) -> dict[str, Message]:
        project = self.project
        frame, evidence = project.configurations(), project.evidence()
        counts = evidence_table(frame, evidence).set_index("configuration")
        counted = counts[list(_COUNTED)].to_dict("index")
        relations: dict[str, list[Message]] = {}
        for row in project.relations().to_dict("records"):
            told = {name: row[name] for name in ("relation", "configuration", "kind", "other")}
            for one in (row["configuration"], row["other"]):
                relations.setdefault(one, []).append(told)
        return {
            row["configuration"]: {
                **{name: row[name] for name in ("configuration", "title", "sentence", "status")},
                "completeness": row["completeness"],
                "version": int(row["version"]),
                "for_whom": list(row["for_whom"]),
                "slots": {slot: list(row[slot]) for slot in SLOTS},
                "moderators": [dict(one) for one in row["moderators"]],
                "details": {name: row[name] for name in DETAILS},
                "counts": {name: int(n) for name, n in counted[row["configuration"]].items()},
                "relations": relations.get(row["configuration"], []),
            }
            for row in frame.to_dict("records")
        }

    # ── acts ─────────────────────────────────────────────────────────────────────────────

    def _on_configure(self, message: Message) -> Message:
        """Set up a configuration; with a passage, that is its first evidence."""
        slots = {slot: list(message.get("slots", {}).get(slot, ())) for slot in SLOTS}
        more: dict[str, Any] = {**slots}
        made = self.project.configure(
            **more,
            moderator=list(message.get("moderators", ())),
            title=str(message.get("title") or ""),
        )
        place = message.get("place")
        if place:
            opened = self.opened(str(place["document"]))
            self.project.add_evidence(
                made, opened.document, *opened.span(place["start"], place["end"])
            )
        return self.news() | {"configuration": made}

    def _on_change_configuration(self, message: Message) -> Message:
        """Change what a configuration consists of, for a reason."""
        values: dict[str, Any] = dict(message["values"])
        if "moderators" in values:
            values["moderator"] = values.pop("moderators")
        configuration = str(message["configuration"])
        version = self.project.change_configuration(
            configuration, str(message.get("reason") or ""), **values
        )
        return self.news() | {"version": version}

    def _on_relate(self, message: Message) -> Message:
        relation = self.project.relate(
            str(message["configuration"]), str(message["other"]), str(message["relation"])
        )
        return self.news() | {"relation": relation}

    # ── proposals ────────────────────────────────────────────────────────────────────────

    def _on_proposals(self, message: Message) -> Message:
        """Return codes that meet, with the places where they do."""
        within = str(message.get("within") or "passage")
        turns = self.project.turns() if within in ("turn", "neighbours") else None
        found = proposals(
            self.visible_tags(), turns, within, least_cases=int(message.get("least") or 1)
        )
        names = self.names()
        return {
            "found": len(found),
            "proposals": [
                self._proposal(row, names) for row in found.head(_PROPOSED).to_dict("records")
            ],
        }

    def _proposal(self, row: dict[Any, Any], names: dict[str, str]) -> Message:
        places = [
            {"document": one, "name": names[one], "span": self.opened(one).page_span(start, end)}
            for one, start, end in row["places"][:_PLACES]
        ]
        counts = {name: int(row[name]) for name in ("cases", "documents", "times", "apart")}
        return {
            "slots": {slot: row[slot] for slot in SLOTS if row[slot]},
            "places": places,
            **counts,
        }

    # ── history ──────────────────────────────────────────────────────────────────────────

    def _on_history(self, message: Message) -> Message:
        """Return every version of a configuration, each with what changed, in words and drawn."""
        changes = self.project.configuration_changes()
        changes = changes[changes["configuration"] == message["configuration"]]
        told, before = [], None
        for change in changes.to_dict("records"):
            after = self._version(change)
            told.append(self._change(change, before, after))
            before = after
        return {"versions": told[::-1]}

    def _version(self, change: dict[Any, Any]) -> pd.DataFrame:
        frame = self.project.configurations(at=change["created"])
        own: pd.DataFrame = frame[frame["configuration"] == change["configuration"]]
        untitled = say("board.untitled", self.language)
        return own.assign(title=[title or untitled for title in own["title"]])

    def _change(
        self, change: dict[Any, Any], before: pd.DataFrame | None, after: pd.DataFrame
    ) -> Message:
        labels = self.labels()
        row: Message = {
            "version": int(change["version"]),
            "reason": change["reason"],
            "coder": change["coder"],
            "created": change["created"][:16].replace("T", " "),
            "sentence": change["sentence"],
        }
        if before is None:
            return row | {"words": [say("board.first_version", self.language)], "picture": None}
        graph = build_difference(before, after, labels)
        return row | {
            "words": difference_in_words(before, after, labels, self.language),
            "picture": picture_of(graph, self.language, _NARROW) if graph.nodes else None,
        }

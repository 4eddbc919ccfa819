"""Statements of boards, sorted into themes, and the passages of interviews that unfold them.

A theme is a code: a statement sorted into one is a tag on its words, and the passage that unfolds
it is a tag of the same theme whose note says which statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error
from icmo.workbench.boards.desk import BoardDesk, records

if TYPE_CHECKING:
    import pandas as pd

    from icmo.workbench.answering import Message


class StatementDesk(BoardDesk):
    """What a desk does with statements."""

    def statements(self) -> Message:
        """Return every statement with its themes, and the passages that unfold it."""
        frame = self.project.statements()
        if frame.empty:
            return {"statements": []}
        places = self._places(frame)
        names = self.names()
        sorted_in: dict[str, list[Message]] = {}
        unfolding: dict[str, list[Message]] = {}
        tags = self.visible_tags()
        for tag in records(tags[tags["role"] == "theme"]):
            sorted_in.setdefault(tag["document"], []).append(tag)
            if tag["note"]:
                unfolding.setdefault(tag["note"], []).append(tag)
        told = []
        for row in frame.to_dict("records"):
            document, number = row["document"], int(row["number"])
            start, end = places[document, number]
            themes = [
                {name: tag[name] for name in ("tag", "code", "coder")}
                for tag in sorted_in.get(document, ())
                if tag["start"] < end and start < tag["end"]
            ]
            found = unfolding.get(self._note(names[document], number), ())
            told.append(
                {
                    **{name: row[name] for name in ("document", "case", "participant", "role")},
                    **{name: row[name] for name in ("scope", "priority", "text")},
                    "number": number,
                    "span": self.opened(document).page_span(start, end),
                    "themes": themes,
                    "unfolded": [self._passage_of(tag, names) for tag in found],
                }
            )
        return {"statements": told}

    def _passage_of(self, tag: Message, names: dict[str, str]) -> Message:
        return {
            **{name: tag[name] for name in ("tag", "document", "code", "text")},
            "name": names[tag["document"]],
            "span": self.opened(tag["document"]).page_span(tag["start"], tag["end"]),
        }

    def _note(self, name: str, number: int) -> str:
        return say("board.unfolds", self.language, number=number, name=name)

    def _places(self, statements: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int]]:
        return {
            (document, int(row["number"])): (int(row["start"]), int(row["end"]))
            for document in dict.fromkeys(statements["document"])
            for row in self.project.turns(document).to_dict("records")
        }

    def _on_sort(self, message: Message) -> Message:
        """Put a statement into a theme, perhaps out of another one."""
        opened = self.opened(str(message["document"]))
        start, end = opened.span(message["start"], message["end"])
        code = str(message["code"])
        self.project.tag(opened.document, start, end, code)
        if message.get("tag") and message["tag"] in set(self.project.tags()["tag"]):
            self.project.untag(str(message["tag"]))
        return self.news()

    def _on_unsort(self, message: Message) -> Message:
        tag = str(message["tag"])
        tags = self.project.tags()
        own = tags[tags["tag"] == tag]
        if not own.empty and own["coder"].iloc[0] != self.project.coder:
            raise Error(say("board.not_yours", self.language, coder=own["coder"].iloc[0]))
        if not own.empty:
            self.project.untag(tag)
        return self.news()

    def _on_unfold(self, message: Message) -> Message:
        """Tie a passage to the statement it unfolds, by the statement's theme."""
        opened = self.opened(str(message["document"]))
        start, end = opened.span(message["start"], message["end"])
        note = self._note(self.names()[str(message["board"])], int(message["statement"]))
        code = str(message["code"])
        tags = self.project.tags(opened.document)
        twin = tags[(tags["start"] == start) & (tags["end"] == end) & (tags["code"] == code)]
        twin = twin[twin["coder"] == self.project.coder]
        if twin.empty:
            self.project.tag(opened.document, start, end, code, note=note)
        elif not twin["note"].iloc[0]:
            self.project.change_tag(str(twin["tag"].iloc[0]), note=note)
        elif twin["note"].iloc[0] != note:
            raise Error(say("board.unfolds_another", self.language))
        return self.news()

"""Statements of boards, sorted into themes, and the passages of interviews that unfold them.

A theme is a code: a statement sorted into one is a tag on its words, and the passage that unfolds
it is a tag of the same theme whose note says which statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project
    from icmo.workbench.boards.desk import Message
    from icmo.workbench.tagger.opened import Opened


class StatementDesk:
    """What a desk does with statements."""

    project: Project
    language: str

    def opened(self, document: str) -> Opened:
        """Return a document as a page shows it."""
        raise NotImplementedError

    def news(self) -> Message:
        """Return what the board shows now."""
        raise NotImplementedError

    def visible_tags(self) -> pd.DataFrame:
        """Return the tags that the coder may see."""
        raise NotImplementedError

    def statements(self) -> Message:
        """Return every statement with its themes, and the passages that unfold it."""
        frame = self.project.statements()
        if frame.empty:
            return {"statements": []}
        places = self._places(frame)
        tags = self.visible_tags()
        themes = tags[tags["role"] == "theme"]
        noted = themes[themes["note"] != ""]
        documents = self.project.documents().set_index("document")
        told = []
        for row in frame.to_dict("records"):
            document, number = row["document"], int(row["number"])
            start, end = places[document, number]
            own = themes[(themes["document"] == document) & (themes["start"] < end)]
            own = own[own["end"] > start]
            note = self._note(documents.loc[document, "name"], number)
            unfolding = noted[noted["note"] == note]
            told.append(
                {
                    **{name: row[name] for name in ("document", "case", "participant", "role")},
                    **{name: row[name] for name in ("scope", "priority", "text")},
                    "number": number,
                    "span": self.opened(document).page_span(start, end),
                    "themes": [
                        {"tag": one["tag"], "code": one["code"], "coder": one["coder"]}
                        for one in own.to_dict("records")
                    ],
                    "unfolded": [
                        {
                            **{name: one[name] for name in ("tag", "document", "code", "text")},
                            "name": documents.loc[one["document"], "name"],
                            "span": self.opened(one["document"]).page_span(
                                one["start"], one["end"]
                            ),
                        }
                        for one in unfolding.to_dict("records")
                    ],
                }
            )
        return {"statements": told}

    def _note(self, name: str, number: int) -> str:
        return say("board.unfolds", self.language, number=number, name=name)

    def _places(self, statements: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int]]:
        turns = self.project.turns()
        own = turns[turns["document"].isin(set(statements["document"]))]
        return {
            (row["document"], int(row["number"])): (int(row["start"]), int(row["end"]))
            for row in own.to_dict("records")
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
        board = self.project.documents().set_index("document")
        note = self._note(board.loc[str(message["board"]), "name"], int(message["number"]))
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

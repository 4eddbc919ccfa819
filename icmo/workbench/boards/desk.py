"""What every board's desk can do: read a document, put evidence under something.

With the answer to an act goes what has changed on the board.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from icmo._strings import STRINGS, say
from icmo.configurations import STANCES
from icmo.workbench.answering import Desk, Message
from icmo.workbench.blindness import visible_tags
from icmo.workbench.tagger.opened import Opened
from icmo.workbench.tagger.telling import codes_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from icmo.project import Project

_READ = ("document", "name", "case", "group", "kind")


class BoardDesk(Desk, ABC):
    """Answers the messages of the pages of one board; a board says what it shows."""

    #: where a page finds another desk when its kernel was started anew
    module: ClassVar[str]

    def __init__(self, project: Project, send: Callable[..., object]) -> None:
        super().__init__(project, send)
        self._opened: dict[str, Opened] = {}
        self._line = -1

    def labels(self) -> dict[str, str]:
        """Return what each code is called."""
        books = reversed(self.project.codebooks.values())
        return {code: label for book in books for code, label in book.labels(self.language).items()}

    def visible_tags(self) -> pd.DataFrame:
        """Return the tags that the coder may see: none of another's where they code blind."""
        return visible_tags(self.project)

    def names(self) -> dict[str, str]:
        """Return what each document is called."""
        frame = self.project.documents()
        return dict(zip(frame["document"], frame["name"], strict=True))

    @abstractmethod
    def tell(self) -> Message:
        """Return all that the board shows."""

    def _on_open(self, _message: Message) -> Message:
        self._line = self.project.last_line()
        about = self.about_project()
        return {
            **about,
            "words": words_of(self.language) | board_words(self.language),
            "codes": codes_of(self.project),
            "documents": self._documents(),
            "resume": about["resume"] | {"module": self.module},
            **self.tell(),
        }

    def _documents(self) -> list[Message]:
        return self.project.documents()[list(_READ)].to_dict("records")  # type: ignore[return-value]

    def news(self) -> Message:
        """Return what the board shows now, for every page that shows it."""
        self._line = self.project.last_line()
        return {"news": self.tell()}

    def _on_look(self, _message: Message) -> Message:
        """See whether somebody else changed something: another kernel, another program."""
        return {} if self.project.last_line() == self._line else self.news()

    def _on_undo(self, message: Message) -> Message:
        sentence = self.project.undo() if message["kind"] == "undo" else self.project.redo()
        return self.news() | {"sentence": sentence}

    _on_redo = _on_undo

    # ── documents ────────────────────────────────────────────────────────────────────────

    def opened(self, document: str) -> Opened:
        """Return a document as a page shows it."""
        known = self._opened.get(document)
        if known is None:
            known = self._opened[document] = Opened(self.project, document)
        elif known.is_outdated():
            known.read_text()
        return known

    def _on_read(self, message: Message) -> Message:
        """Return the words of a document, turn by turn, with the tags that may be seen on it."""
        opened = self.opened(str(message["document"]))
        return {
            "document": opened.document,
            "turns": opened.turns(),
            "tags": opened.everything(),
        }

    # ── evidence ─────────────────────────────────────────────────────────────────────────

    def _on_evidence(self, message: Message) -> Message:
        frame = self.project.evidence()
        return {"rows": self.evidence_rows(frame[frame["target"] == message["target"]])}

    def evidence_rows(self, evidence: pd.DataFrame) -> list[Message]:
        """Return evidence as a page shows it: the words, where they stand, what they argue."""
        names = self.names()
        return [
            {
                **{key: row[key] for key in ("evidence", "target", "document", "case", "group")},
                **{key: row[key] for key in ("text", "stance", "explicitness", "linkage", "coder")},
                "note": row["memo"],
                "name": names[row["document"]],
                "span": self.opened(row["document"]).page_span(row["start"], row["end"]),
            }
            for row in evidence.to_dict("records")
        ]

    def _on_add_evidence(self, message: Message) -> Message:
        opened = self.opened(str(message["document"]))
        start, end = opened.span(message["start"], message["end"])
        target, stance = str(message["target"]), str(message["stance"])
        given = (opened.document, start, end)
        # The same message sent again, because its answer was lost with a kernel, does no harm.
        frame = self.project.evidence()
        twins = frame[(frame["target"] == target) & (frame["stance"] == stance)]
        twins = twins[twins["coder"] == (self.project.coder or "")]
        known = set(zip(twins["document"], twins["start"], twins["end"], strict=True))
        if given in known:
            return self.news() | {"twin": True}
        note, explicitness = str(message.get("note") or ""), message.get("explicitness") or "said"
        evidence = self.project.add_evidence(target, *given, stance, note, explicitness)
        return self.news() | {"evidence": evidence}

    def _on_change_evidence(self, message: Message) -> Message:
        values = {name: message.get(name) for name in ("stance", "note", "explicitness")}
        self.project.change_evidence(str(message["evidence"]), **values)
        return self.news()

    def _on_remove_evidence(self, message: Message) -> Message:
        evidence = str(message["evidence"])
        if evidence in set(self.project.evidence()["evidence"]):
            self.project.remove_evidence(evidence)
        return self.news()


def board_words(language: str) -> dict[str, str]:
    """Return every sentence the boards say, in one language."""
    names = [key.removeprefix("board.") for key in STRINGS if key.startswith("board.")]
    told = {name: STRINGS[f"board.{name}"][language] for name in names}
    return told | {f"stance_{one}": say(f"stance.{one}", language) for one in STANCES}


def records(frame: pd.DataFrame) -> list[Message]:
    """Return the rows of a frame."""
    return frame.to_dict("records")  # type: ignore[return-value]

"""The tagger: a transcript on screen, and codes put on what people said.

Text and tags travel in messages, never in synced traits: a saved notebook holds no interview.
The browser counts UTF-16 units and so do the messages; Python counts code points.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from icmo._offsets import Utf16Offsets
from icmo._palette import look
from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project

_HERE = Path(__file__).parent
_WORDS = ("transcript", "codes", "search", "tagged", "select_first", "remove", "no_codes")


class Tagger(anywidget.AnyWidget):
    """Shows one document of a project and tags what is selected in it.

    `tagger.tags()` is what stands on the document, as a frame.
    """

    _esm = _HERE / "tagger.js"
    _css = _HERE / "tagger.css"
    _language = traitlets.Unicode("en").tag(sync=True)

    def __init__(self, project: Project, document: str | None = None, **more: Any) -> None:
        """Show a document by its id or name; the first one where none is named."""
        super().__init__(_language=project.language, **more)
        self._project = project
        chosen = document or str(project.documents()["document"].iloc[0])
        frame = project.documents()
        row = frame[(frame["document"] == chosen) | (frame["name"] == chosen)]
        self._text = project.text(chosen)
        self._document = str(row["document"].iloc[0])
        self._name = str(row["name"].iloc[0])
        self._offsets = Utf16Offsets(self._text)
        self.on_msg(self._answer)

    def tags(self) -> pd.DataFrame:
        """Return the tags of the document shown."""
        frame = self._project.tags()
        return frame[frame["document"] == self._document].reset_index(drop=True)

    def __repr__(self) -> str:
        """Name the document; what people said stays in the project."""
        return f"<Tagger {self._name}>"

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Answer every message from the browser, refusals included."""
        number = message.get("number")
        try:
            match message.get("kind"):
                case "open":
                    self.send({"kind": "document", **self._shown_document()})
                case "tag":
                    start, end = (
                        self._offsets.from_utf16(int(message[name])) for name in ("start", "end")
                    )
                    self._project.tag(self._document, start, end, str(message["code"]))
                case "untag":
                    self._project.untag(str(message["tag"]))
            self.send({"kind": "tags", "number": number, "tags": self._shown_tags()})
        except (Error, ValueError, KeyError) as error:
            # The page waits for an answer under its own number; a mistake must reach it in words.
            self.send({"kind": "refused", "number": number, "sentence": str(error)})

    def _shown_document(self) -> dict[str, Any]:
        turns = self._project.turns()
        own = turns[turns["document"] == self._document]
        codebook = self._project.codebook
        labels = codebook.labels(self._project.language)
        return {
            "name": self._name,
            "turns": [
                {
                    "start": self._offsets.to_utf16(turn["start"]),
                    "speaker": turn["speaker"],
                    "role": turn["speaker_role"],
                    "text": turn["text"],
                }
                for turn in own.to_dict("records")
            ],
            "codes": [
                {
                    "code": code,
                    "label": label,
                    "role": codebook.role_of(code),
                    **_appearance(codebook.role_of(code)),
                }
                for code, label in labels.items()
            ],
            "words": {word: say(f"tagger.{word}", self._project.language) for word in _WORDS},
        }

    def _shown_tags(self) -> list[dict[str, Any]]:
        return [
            {
                "tag": tag["tag"],
                "code": tag["code"],
                "coder": tag["coder"],
                "start": self._offsets.to_utf16(tag["start"]),
                "end": self._offsets.to_utf16(tag["end"]),
            }
            for tag in self.tags().to_dict("records")
        ]


def _appearance(role: str) -> dict[str, str]:
    appearance = look(role)
    return {"colour": appearance.colour, "letter": appearance.letter}

"""The tagger: a transcript on screen, and codes put on what people said.

Text and tags travel in messages, never in synced traits: a saved notebook holds no interview.
The browser counts UTF-16 units and so do the messages; Python counts code points.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from icmo._strings import say
from icmo.errors import Error
from icmo.project import Project
from icmo.workbench.answering import KNOWN
from icmo.workbench.pages import composed
from icmo.workbench.tagger.desk import TaggerDesk

if TYPE_CHECKING:
    import pandas as pd

_HERE = Path(__file__).parent


class Tagger(anywidget.AnyWidget):
    """Shows the documents of a project and tags what is selected in them.

    `tagger.tags()` is what stands on the document shown, as a frame; `tagger.show(...)` turns the
    page to a document, a tag, or a place in a text.
    """

    _esm = composed(_HERE / "tagger.js")
    _css = _HERE / "tagger.css"
    # An id alone: which document a page begins with. Its words come in a message.
    _begin = traitlets.Unicode("").tag(sync=True)
    _height = traitlets.Unicode("").tag(sync=True)
    _full_page = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        project: Project,
        document: str | None = None,
        *,
        height: int | None = None,
        full_page: bool = False,
        **more: Any,
    ) -> None:
        """Show a document by its id or name; the first one where none is named.

        `height` is how many pixels high the page is; by default it fits the window, which it
        takes altogether as a `full_page`.
        """
        frame = project.documents()
        if frame.empty:
            raise Error(say("tagger.no_documents", project.language))
        desk = TaggerDesk(project, self.send)
        chosen = desk.opened(document or str(frame["document"].iloc[0]))
        desk.document = chosen.document
        size = {"_height": f"{height}px" if height else "", "_full_page": full_page}
        super().__init__(_begin=chosen.document, **size, **more)
        self._project = project
        self._desk = desk
        self.on_msg(lambda _widget, message, _buffers: desk.answer(message))

    def tags(self) -> pd.DataFrame:
        """Return the tags of the document shown."""
        return self._project.tags(self._desk.document)

    def show(self, place: str, start: int | None = None, end: int | None = None) -> None:
        """Turn the page to a tag by its id, or to a document and a span in it.

        The rows of every table of tags, evidence and hits say where they stand:
        `tagger.show(row["document"], row["start"], row["end"])`.
        """
        tags = self._project.tags()
        found = tags[tags["tag"] == place]
        if not found.empty:
            row = found.iloc[0]
            place, start, end = str(row["document"]), int(row["start"]), int(row["end"])
        opened = self._desk.opened(place)
        span = opened.page_span(start, end or start) if start is not None else None
        self._begin = opened.document
        # A page that is not there yet asks for it when it begins.
        self._desk.place = (opened.document, span) if span else None
        self.send({"kind": "show", "document": opened.document, "span": span})

    def __repr__(self) -> str:
        """Name the document; what people said stays in the project."""
        frame = self._project.documents().set_index("document")
        name = str(frame.loc[self._desk.document, "name"])
        return f"<Tagger {name}>"


def resume(target: str, path: str, coder: str, view: str) -> bool:
    """Stand ready again after a kernel was started anew, for a page that is still open.

    The page asks for this itself. A kernel that knows the page is only slow; one that does not
    was started anew: the page then talks to a new desk, and sends what was waiting.
    """
    if view in KNOWN:
        return False
    from ipykernel.comm import CommManager  # noqa: F401
    from IPython import get_ipython

    project = Project.open(path, coder=coder)

    def begin(comm: Any, _message: object) -> None:
        desk = TaggerDesk(project, comm.send)
        comm.on_msg(lambda message: desk.answer(message["content"]["data"]))

    get_ipython().kernel.comm_manager.register_target(target, begin)
    return True

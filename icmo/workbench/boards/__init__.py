"""What the boards share: a desk that answers, a widget that shows, a text to read and select in.

Text of people travels in messages, never in synced traits: a saved notebook holds none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets

from icmo.project import Project
from icmo.workbench.answering import KNOWN
from icmo.workbench.pages import dressed

if TYPE_CHECKING:
    from collections.abc import Callable

    from icmo.workbench.boards.desk import BoardDesk

_HERE = Path(__file__).parent
_LOOK = _HERE.parent / "tagger" / "tagger.css"


class Board(anywidget.AnyWidget):
    """A page of the workbench and the desk that answers it."""

    desk_class: ClassVar[type[BoardDesk]]
    _height = traitlets.Unicode("").tag(sync=True)

    def __init__(self, project: Project, *, height: int | None = None, **more: Any) -> None:
        """Show a part of a project; `height` is in pixels, by default it fits the window."""
        self._project = project
        self._desk = self.desk_class(project, self.send)
        super().__init__(_height=f"{height}px" if height else "", **more)
        self.on_msg(
            lambda _widget, message, buffers: self._desk.answer({**message, "buffers": buffers})
        )

    def __repr__(self) -> str:
        """Name the project; what people said and wrote stays in it."""
        return f"<{type(self).__name__} {self._project.path.name}>"


def board_style(own: Path) -> str:
    """Return the rules of a board: the tagger's look, what all boards share, and its own."""
    return dressed(_LOOK, "icmo-board", _HERE / "board.css", own)


def resuming(desk_class: type[BoardDesk]) -> Callable[[str, str, str, str], bool]:
    """Return what a page asks for when its kernel was started anew: another desk to talk to.

    It says whether there is one: a kernel that knows the page is only slow.
    """

    def resume(target: str, path: str, coder: str, view: str) -> bool:
        if view in KNOWN:
            return False
        from ipykernel.comm import CommManager  # noqa: F401
        from IPython import get_ipython

        project = Project.open(path, coder=coder)

        def begin(comm: Any, _message: object) -> None:
            desk = desk_class(project, comm.send)
            comm.on_msg(lambda message: desk.answer(_told(message)))

        get_ipython().kernel.comm_manager.register_target(target, begin)
        return True

    return resume


def _told(message: dict[str, Any]) -> dict[str, Any]:
    """Return what a page says by a way of its own, with the bytes it sent along."""
    return {**message["content"]["data"], "buffers": message.get("buffers") or []}

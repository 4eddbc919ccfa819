"""The whole workbench on one screen: a sheet for tagging, and one for each board.

Each part is the widget it also is alone; this one only says which of them is seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from ipywidgets import Widget, widget_serialization

from icmo._strings import say
from icmo.workbench.adjudication import Adjudication
from icmo.workbench.boards import board_style
from icmo.workbench.configuration_board import ConfigurationBoard
from icmo.workbench.exchange_board import ExchangeBoard
from icmo.workbench.guide_board import GuideBoard
from icmo.workbench.map_view import MapView
from icmo.workbench.pages import composed
from icmo.workbench.tagger import Tagger

if TYPE_CHECKING:
    from icmo.project import Project

_HERE = Path(__file__).parent
#: The sheets in the order of the work.
PARTS = ("tagger", "configurations", "guide", "adjudication", "map", "exchange")


class Workbench(anywidget.AnyWidget):
    """Shows a project as sheets: tagging, configurations, GUIDE, adjudication, the map, exchange.

    The parts are `workbench.tagger`, `.configurations`, `.guide`, `.adjudication`, `.map`, `.exchange`.
    """

    _esm = composed(_HERE / "sheets.js")
    _css = board_style(_HERE / "screen.css")
    _parts = traitlets.List(trait=traitlets.Instance(Widget)).tag(sync=True, **widget_serialization)
    _names = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    _label = traitlets.Unicode("").tag(sync=True)
    #: the sheet that what is selected in the text can be given to
    _receiver = traitlets.Int(PARTS.index("configurations")).tag(sync=True)

    def __init__(self, project: Project, *, height: int | None = None, **more: Any) -> None:
        """Show a project; `height` is in pixels, by default it fits the window."""
        self.tagger = Tagger(project, height=height)
        self.configurations = ConfigurationBoard(project, height=height)
        self.guide = GuideBoard(project, height=height)
        self.adjudication = Adjudication(project, height=height)
        self.map = MapView(project, height=height)
        self.exchange = ExchangeBoard(project, height=height)
        self._project = project
        language = project.language
        super().__init__(
            _parts=[getattr(self, name) for name in PARTS],
            _names=[say(f"board.part_{name}", language) for name in PARTS],
            _label=say("board.parts", language),
            **more,
        )

    def show(self, place: str, start: int | None = None, end: int | None = None) -> None:
        """Turn to the words: a tag by its id, or a document and a span in it, as `Tagger.show`."""
        self.tagger.show(place, start, end)
        self.send({"kind": "sheet", "number": PARTS.index("tagger")})

    def __repr__(self) -> str:
        """Name the project; what people said stays in it."""
        return f"<Workbench {self._project.path.name}>"

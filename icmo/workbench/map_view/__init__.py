"""The map on screen: what leads to what, and from every box and line the way to the words."""

from __future__ import annotations

from pathlib import Path

from icmo.workbench.boards import Board, board_style, resuming
from icmo.workbench.map_view.desk import MapDesk
from icmo.workbench.pages import composed

_HERE = Path(__file__).parent


class MapView(Board):
    """Shows the configurations of a project as a map to move about in, and as a table beside it."""

    desk_class = MapDesk
    _esm = composed(_HERE / "map_view.js")
    _css = board_style(_HERE / "map_view.css")


resume = resuming(MapDesk)

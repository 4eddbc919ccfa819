"""The configuration board: explanations built from what people said, with evidence for and against."""

from __future__ import annotations

from pathlib import Path

from icmo.workbench.boards import Board, board_style, resuming
from icmo.workbench.configuration_board.desk import ConfigurationDesk
from icmo.workbench.pages import composed

_HERE = Path(__file__).parent


class ConfigurationBoard(Board):
    """Shows the configurations of a project in their columns, and builds them from the text."""

    desk_class = ConfigurationDesk
    _esm = composed(_HERE / "configuration_board.js")
    _css = board_style(_HERE / "configuration_board.css")


resume = resuming(ConfigurationDesk)

"""The exchange board: a project written for others, and other programs' files taken in."""

from __future__ import annotations

from pathlib import Path

from icmo.workbench.boards import Board, board_style, resuming
from icmo.workbench.exchange_board.desk import ExchangeDesk
from icmo.workbench.pages import composed

_HERE = Path(__file__).parent


class ExchangeBoard(Board):
    """Hands out a project as a file of many kinds, and takes in files of other programs."""

    desk_class = ExchangeDesk
    _esm = composed(_HERE / "exchange_board.js")
    _css = board_style(_HERE / "exchange_board.css")


resume = resuming(ExchangeDesk)

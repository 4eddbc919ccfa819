"""The GUIDE board: principles judged letter by letter, claims written, statements sorted."""

from __future__ import annotations

from pathlib import Path

from icmo.workbench.boards import Board, board_style, resuming
from icmo.workbench.guide_board.desk import GuideDesk
from icmo.workbench.pages import composed

_HERE = Path(__file__).parent


class GuideBoard(Board):
    """Shows principles by G, U, I, D and E, the claims of the evaluation, and its statement boards."""

    desk_class = GuideDesk
    _esm = composed(_HERE / "guide_board.js")
    _css = board_style(_HERE / "guide_board.css")


resume = resuming(GuideDesk)

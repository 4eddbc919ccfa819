"""Adjudication: where two coders differ, side by side in the text, decided with a reason."""

from __future__ import annotations

from pathlib import Path

from icmo.workbench.adjudication.desk import AdjudicationDesk
from icmo.workbench.boards import Board, board_style, resuming
from icmo.workbench.pages import composed

_HERE = Path(__file__).parent


class Adjudication(Board):
    """Shows the differences of coders who have finished, and puts the consensus in a layer of its own."""

    desk_class = AdjudicationDesk
    _esm = composed(_HERE / "adjudication.js")
    _css = board_style(_HERE / "adjudication.css")


resume = resuming(AdjudicationDesk)

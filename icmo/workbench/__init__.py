"""The workbench: what people touch. One widget is one .py, one .js and one .css."""

from __future__ import annotations

from icmo.workbench.adjudication import Adjudication
from icmo.workbench.configuration_board import ConfigurationBoard
from icmo.workbench.exchange_board import ExchangeBoard
from icmo.workbench.guide_board import GuideBoard
from icmo.workbench.map_view import MapView
from icmo.workbench.pseudonym_review import PseudonymReview
from icmo.workbench.repair_review import RepairReview
from icmo.workbench.screen import Workbench
from icmo.workbench.tagger import Tagger

__all__ = [
    "Adjudication",
    "ConfigurationBoard",
    "ExchangeBoard",
    "GuideBoard",
    "MapView",
    "PseudonymReview",
    "RepairReview",
    "Tagger",
    "Workbench",
]

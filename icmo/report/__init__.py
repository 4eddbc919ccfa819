"""The report: chapters are notebooks, exhibits are their figures, tables and quotes, pages come out."""

from __future__ import annotations

from icmo.report import exhibits
from icmo.report.building import build_report
from icmo.report.checking import check_chapters, check_report, quote_register
from icmo.report.exhibits import *  # noqa: F403 - what an author writes is report.figure, report.said
from icmo.report.laying_out import new_report
from icmo.report.manuscript import ReportError

__all__ = [
    "ReportError",
    "build_report",
    "check_chapters",
    "check_report",
    "new_report",
    "quote_register",
]
__all__ += exhibits.__all__

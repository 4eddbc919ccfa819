"""The report: chapters are notebooks, exhibits are their figures, tables and quotes, pages come out."""

from __future__ import annotations

from icmo.report.building import build_report
from icmo.report.exhibits import Exhibit, figure, quote, table
from icmo.report.laying_out import new_report
from icmo.report.manuscript import ReportError

__all__ = ["Exhibit", "ReportError", "build_report", "figure", "new_report", "quote", "table"]

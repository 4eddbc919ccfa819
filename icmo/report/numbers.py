"""Numbers as the report writes them, in Danish and English."""

from __future__ import annotations

import math
from numbers import Integral, Real
from typing import Any

from icmo._strings import language as spoken_language
from icmo._strings import say

_DECIMALS = 1
#: Four figures are read without a mark between them, and may be a year.
_GROUPED_FROM = 10_000


def number(value: float, decimals: int | None = None, language: str | None = None) -> str:
    """Write a number: whole ones whole, others with one decimal unless told otherwise."""
    language = language or spoken_language()
    if not math.isfinite(value):
        raise ValueError(say("report.no_number", value=value))
    if decimals is None:
        decimals = 0 if isinstance(value, Integral) else _DECIMALS
    written = f"{abs(value):,.{decimals}f}"
    if abs(value) < _GROUPED_FROM:
        written = written.replace(",", "")
    if language == "da":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"−{written}" if value < 0 and float(f"{value:.{decimals}f}") != 0 else written


def percent(share: float, decimals: int = 0, language: str | None = None) -> str:
    """Write a share between 0 and 1 as per cent."""
    language = language or spoken_language()
    return say("report.percent", language, number=number(float(share) * 100, decimals, language))


def in_prose(value: Any, language: str) -> str:
    """Write what an expression in prose gave.

    Raises:
        ValueError: there is nothing to write.
    """
    if value is None:
        raise ValueError(say("report.no_number", value=value))
    if isinstance(value, Real) and not isinstance(value, bool):
        return number(value, None, language)
    return str(value)

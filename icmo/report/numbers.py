"""What an expression in prose gave, as the report writes it."""

from __future__ import annotations

from typing import Any

from icmo._strings import say
from icmo.report.exhibits.formats import cell_text, number


def in_prose(value: Any, language: str) -> str:
    """Write what an expression in prose gave: numbers as tables have them, words as they are.

    Raises:
        ValueError: there is nothing to write.
    """
    if value is None:
        raise ValueError(say("report.no_number", value=value))
    return cell_text(value, language) or (
        str(value) if value == "" else number(value, None, language)
    )

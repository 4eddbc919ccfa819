"""What to call what stands on the sides and in the cells of a matrix, in Danish or English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._palette import LOOKS
from icmo._strings import say
from icmo.matrices.framework import STATES
from icmo.matrices.polarities import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def side_name(
    name: Any, side: pd.Index[Any], labels: Mapping[str, str], language: str | None
) -> str:
    """Return what to call a row or column: its label, the word for its role, else itself."""
    parts = name if isinstance(name, tuple) else (name,)
    told = [
        labels.get(part) or _word(part, str(title), language)
        for part, title in zip(parts, side.names, strict=True)
        if part or part in labels
    ]
    return " · ".join(told)


def _word(part: Any, title: str, language: str | None) -> str:
    if title == "role" and part in LOOKS:
        return say(f"role.{part}", language).capitalize()
    if title == "polarity" and part in WAYS:
        return say(f"cell.{part}", language)
    return str(part)


def cell_word(value: Any, matrix: pd.DataFrame, language: str | None) -> Any:
    """Return the words for the state of a cell, and everything else as it is."""
    if matrix.attrs.get("cells") == "state" and value in STATES:
        return say(f"cell.{value}", language)
    return value

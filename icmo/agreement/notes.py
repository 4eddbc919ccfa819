"""What an evaluator should know before she believes a number, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say
from icmo.agreement.intervals import FEWEST

if TYPE_CHECKING:
    import pandas as pd

    from icmo.agreement.comparing import Comparison

#: Where kappa is below the one and percent above the other, skew is at work (Zec et al. 2017).
LOW_KAPPA, HIGH_PERCENT = 0.4, 0.9
_LITTLE, _NEARLY = 0.1, 0.995


def notes(
    table: pd.DataFrame, found: Comparison, language: str | None
) -> list[list[tuple[str, str]]]:
    """Return what is to be said of each row of a table of agreement: the kind of each sentence, and the sentence."""
    pending = found.documents["unfinished"].to_numpy()
    where = table.columns[0]
    return [
        _row_notes(row, _pending(row, where, found, pending), found.left_out, language)
        for row in table.to_dict("records")
    ]


def _row_notes(
    row: dict[Any, Any], pending: int, left_out: int, language: str | None
) -> list[tuple[str, str]]:
    if row["units"] == 0:
        return [("no_text", say("agreement.no_text", language))]
    kinds: dict[str, dict[str, Any]] = {}
    if np.isnan(row["alpha"]):
        kinds["everybody" if row["prevalence"] > 0 else "nobody"] = {}
    elif row["f1"] == 0:
        kinds["never"] = {}
    elif row["kappa"] < LOW_KAPPA and row["percent"] > HIGH_PERCENT:
        values = {name: _two(row[name], language) for name in ("kappa", "ac1", "f1")}
        share = {name: _percent(row[name], language) for name in ("percent", "prevalence")}
        kinds["skew"] = {**values, **share}
    if row["documents"] < FEWEST:
        kinds["few"] = {"documents": row["documents"]}
    elif np.isnan(row["low"]) and not np.isnan(row["alpha"]):
        kinds["rare"] = {}
    if pending:
        kinds["unfinished"] = {"count": pending}
    if left_out:
        kinds["left_out"] = {"count": left_out}
    return [(kind, say(f"agreement.{kind}", language, **blanks)) for kind, blanks in kinds.items()]


def _pending(row: dict[Any, Any], where: Any, found: Comparison, pending: Any) -> int:
    if where in ("document", "case"):
        return int(pending[(found.documents[where] == row[where]).to_numpy()].sum())
    return int(pending.sum())


def _two(value: float, language: str | None) -> str:
    return _with_comma(f"{value:.2f}", language)


def _percent(value: float, language: str | None) -> str:
    # Nearly all is not all, and nearly nothing not nothing.
    whole = value == 1 or _LITTLE <= value < _NEARLY
    return _with_comma(f"{value * 100:.{0 if whole else 1}f} %", language)


def _with_comma(number: str, language: str | None) -> str:
    return number.replace(".", say("number.point", language))

"""A picture of a table of agreement: a dot and its interval for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes


def draw_agreement(
    table: pd.DataFrame,
    ax: Axes | None = None,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Axes:
    """Draw the alpha of each row with its interval, and its number beside it.

    A row without an interval has an open dot; one that cannot be calculated says so.
    """
    names = [(labels or {}).get(name, name) for name in table.iloc[:, 0]]
    if ax is None:
        import matplotlib.pyplot as plt

        height = 1.1 + 0.3 * len(table)
        _, ax = plt.subplots(figsize=(7.2, height), layout="constrained")
    lowest = min(0.0, float(np.nanmin([*table["low"], *table["alpha"], 0.0])))
    for place, row in enumerate(table.to_dict("records")):
        alpha, low, high = row["alpha"], row["low"], row["high"]
        if np.isnan(alpha):
            ax.text(0.02, place, say("agreement.none", language), va="center", style="italic")
            continue
        if not np.isnan(low):
            ax.plot([low, high], [place, place], color="#333333", linewidth=1.6, zorder=2)
        face = "white" if np.isnan(low) else "#333333"
        ax.plot(alpha, place, "o", color="#333333", markerfacecolor=face, zorder=3)
        written = _written(alpha, language, 2)
        ax.text(1.04, place, written, va="center", ha="left", clip_on=False)
    for mark in (0.667, 0.8):
        ax.axvline(mark, color="#999999", linewidth=0.8, linestyle=":", zorder=1)
    ax.set_xlim(lowest - 0.05, 1.02)
    marks = np.arange(np.floor(lowest * 5) / 5, 1.01, 0.2)
    ax.set_xticks(marks, [_written(mark, language, 1) for mark in marks])
    ax.set_ylim(len(table) - 0.5, -0.5)
    ax.set_yticks(range(len(table)), names)
    ax.set_xlabel(say("agreement.axis", language))
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    return ax


def _written(number: float, language: str | None, decimals: int) -> str:
    return f"{number + 0.0:.{decimals}f}".replace(".", say("number.point", language))

"""Figures of outcomes, to be read in grey: lightness and hatching apart, every number written."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import say
from icmo.outcomes.wording import _goals, label, notes, percent, title, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

#: From dark to light, far enough apart to be told in grey; hatching where lightness is near.
FILLS = ("#0e4d22", "#7fb58d", "#d8e8dc", "#a6a6a6", "#4d4d4d", "#ececec", "#26734d", "#bfd9c6")
_HATCHES = ("", "", "....", "////", "", "", "xxx", "\\\\\\")
_LINES = ("-", "--", ":", "-.")
_DARK = ("#0e4d22", "#4d4d4d", "#26734d")
_NARROW = 0.045
_WRAP = 30


def draw_figure(
    table: pd.DataFrame,
    ax: Axes | None = None,
    language: str | None = None,
    labels: Mapping[str, str] | None = None,
) -> Axes:
    """Draw one of the figures from its `figure_table`.

    Every bar has its number and its n; an asterisk stands where a number is hidden. Notes stand under it.
    """
    drawn = table.attrs["outcomes"]["drawn"]
    groups = list(dict.fromkeys(table["group"]))
    parts = list(dict.fromkeys(table["part"]))
    thick = 0.26 * len(parts) + 0.25 if drawn == "beside" else 0.52
    note = textwrap.fill(notes(table, language), 104)
    if ax is None:
        import matplotlib.pyplot as plt

        size = (7.6, 1.5 + thick * len(groups) + 0.17 * note.count("\n") + 0.3 * (len(parts) > 1))
        _, ax = plt.subplots(figsize=size, layout="constrained")
    shares = dict(zip(zip(table["group"], table["part"], strict=True), table["share"], strict=True))
    draw = _draw_stacked if drawn == "stacked" else _draw_apart
    far = max(
        draw(ax, place, [shares.get((group, part)) for part in parts], drawn == "beside", language)
        for place, group in enumerate(groups)
    )
    ns = table.groupby("group", sort=False)["n"].first()
    names = [
        "\n".join(textwrap.wrap(label(one, language, labels), _WRAP)) + f" (n = {whole(ns[one])})"
        for one in groups
    ]
    ax.set_yticks(range(len(groups)), names, fontsize=8)
    ax.set_ylim(len(groups) - 0.45, -0.55)
    _across(ax, 1.0 if far > 0.72 else min(far + 0.14, 1.0), language)  # noqa: PLR2004 - looks
    if len(parts) > 1:
        _draw_legend(ax, [label(part, language, labels) for part in parts])
    ax.set_title(title(table, language), fontsize=10, loc="left", pad=24 if len(parts) > 1 else 8)
    ax.set_xlabel(note, fontsize=7, loc="left")
    return ax


def _draw_stacked(
    ax: Axes, place: int, shares: list[float | None], _: bool, language: str | None
) -> float:
    """Draw the parts of one group after each other. Returns how far they reach."""
    left = 0.0
    for at, share in enumerate(shares):
        if share is None:
            continue
        width = 0.0 if math.isnan(share) else share
        _bar(ax, at, (left, place), (width, 0.62))
        if width >= _NARROW:
            _inside(ax, left + width / 2, place, percent(share, language), FILLS[at % len(FILLS)])
        left += width
    _beside(ax, left, place, [share for share in shares if share is not None], language)
    return left


def _draw_apart(
    ax: Axes, place: int, shares: list[float | None], beside: bool, language: str | None
) -> float:
    """Draw the parts of one group beneath each other, or its only one. Returns how far they reach."""
    far, high = 0.0, 0.8 / len(shares) if beside else 0.62
    for at, share in enumerate(shares):
        if share is None:
            continue
        width = 0.0 if math.isnan(share) else share
        y = place - 0.4 + high * (at + 0.5) if beside else place
        _bar(ax, at, (0.0, y), (width, high * (0.92 if beside else 1)))
        ax.text(width + 0.008, y, percent(share, language), va="center", fontsize=8)
        far = max(far, width)
    return far


def _bar(ax: Axes, at: int, place: tuple[float, float], size: tuple[float, float]) -> None:
    (left, y), (width, high) = place, size
    look: dict[str, Any] = {"edgecolor": "#333333", "linewidth": 0.6}
    fill, hatch = FILLS[at % len(FILLS)], _HATCHES[at % len(_HATCHES)]
    ax.barh(y, width, high, left, color=fill, hatch=hatch, **look)


def _inside(ax: Axes, x: float, y: float, text: str, fill: str) -> None:
    dark = fill in _DARK
    # A plain ground keeps the number readable over hatching.
    box = {"facecolor": fill, "edgecolor": "none", "pad": 0.8}
    ax.text(
        x,
        y,
        text,
        ha="center",
        va="center",
        fontsize=8,
        color="white" if dark else "black",
        bbox=box,
    )


def _beside(ax: Axes, left: float, y: float, shares: list[float], language: str | None) -> None:
    """Write what has no room inside a bar, and that something is hidden, beside the bar."""
    small = [percent(share, language) for share in shares if 0 < share < _NARROW]
    words = ", ".join([*small, *(["*"] if any(map(math.isnan, shares)) else [])])
    if not left and not words:
        words = percent(0, language)
    ax.text(left + 0.008, y, words, va="center", fontsize=8)


def _across(ax: Axes, limit: float, language: str | None) -> None:
    ax.set_xlim(0, limit * 1.02)
    step = 0.2 if limit > 0.5 else 0.1  # noqa: PLR2004 - looks
    ticks = np.arange(0, limit + 1e-9, step)
    ax.set_xticks(ticks, [percent(tick, language) for tick in ticks], fontsize=8)
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)


def _draw_legend(ax: Axes, names: list[str]) -> None:
    from matplotlib.patches import Patch

    patches = [
        Patch(
            facecolor=FILLS[at % len(FILLS)],
            hatch=_HATCHES[at % len(_HATCHES)],
            edgecolor="#333333",
            linewidth=0.6,
            label=name,
        )
        for at, name in enumerate(names)
    ]
    ax.legend(
        handles=patches,
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=len(names),
        frameon=False,
        fontsize=8,
        borderaxespad=0.1,
        handlelength=1.4,
        columnspacing=1.2,
    )


def draw_course(table: pd.DataFrame, ax: Axes | None = None, language: str | None = None) -> Axes:
    """Draw the accumulated goals month by month, from `attainment_table(..., by="month")`.

    A line may fall: who comes to a better goal leaves the lower one, and who enters has none yet.
    """
    note = textwrap.fill(say("course.note", language) + " " + notes(table, language), 104)
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(7.6, 3.6 + 0.15 * note.count("\n")), layout="constrained")
    months = list(dict.fromkeys(table["month"]))
    ends: list[tuple[float, str]] = []
    for at, goal in enumerate([*_goals(table), "1+2"]):
        shares = table[table["goal"] == goal]["share"].to_numpy(np.float64)
        style = _LINES[at % len(_LINES)]
        ax.plot(
            range(len(months)),
            shares,
            style,
            color="#222222" if goal != "1+2" else "#7a7a7a",
            linewidth=1.6,
        )
        ends.append(
            (float(shares[-1]), f"{label(goal, language)}: {percent(shares[-1], language)}")
        )
    lowest = -1.0
    top = float(np.nanmax(table[~table["goal"].isin(("all", "none"))]["share"]))
    for share, words in sorted(ends, key=lambda one: (math.isnan(one[0]), one[0])):
        lowest = max(0.0 if math.isnan(share) else share, lowest + top * 0.065)
        ax.text(len(months) - 0.6, lowest, words, va="center", fontsize=8)
    ns = table[table["goal"] == "all"]["n"].to_numpy(np.float64)
    marks = range(0, len(months), max(1, len(months) // 8))
    ax.set_xticks(marks, [f"{months[at]}\nn = {whole(ns[at])}" for at in marks], fontsize=7)
    ax.set_ylim(0, top * 1.12)
    ticks = [tick for tick in np.arange(0, 1.01, 0.1) if tick <= top * 1.12]
    ax.set_yticks(ticks, [percent(tick, language) for tick in ticks], fontsize=8)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.set_title(say("course.title", language), fontsize=10, loc="left")
    ax.set_xlabel(note, fontsize=7, loc="left")
    return ax

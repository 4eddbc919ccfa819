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
_FILLS = ("#0e4d22", "#7fb58d", "#d8e8dc", "#a6a6a6", "#4d4d4d", "#ececec", "#26734d", "#bfd9c6")
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
    cells = table.set_index(["group", "part"])
    far = 0.0
    for place, group in enumerate(groups):
        left = 0.0
        for at, part in enumerate(parts):
            if (group, part) not in cells.index:
                continue
            share = float(cells.loc[(group, part), "share"])
            width = 0.0 if math.isnan(share) else share
            high = 0.8 / len(parts) if drawn == "beside" else 0.62
            y = place - 0.4 + high * (at + 0.5) if drawn == "beside" else place
            begin = 0.0 if drawn == "beside" else left
            ax.barh(
                y,
                width,
                high * (0.92 if drawn == "beside" else 1),
                begin,
                color=_FILLS[at % len(_FILLS)],
                hatch=_HATCHES[at % len(_HATCHES)],
                edgecolor="#333333",
                linewidth=0.6,
            )
            written = percent(share, language)
            if drawn == "stacked":
                if width >= _NARROW:
                    _inside(ax, begin + width / 2, y, written, _FILLS[at % len(_FILLS)])
                left += width
            else:
                ax.text(begin + width + 0.008, y, written, va="center", fontsize=8)
                left = max(left, width)
        if drawn == "stacked":
            _beside(ax, left, place, cells.loc[group]["share"], language)
        far = max(far, left)
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


def _beside(ax: Axes, left: float, y: float, shares: pd.Series[Any], language: str | None) -> None:
    """Write what has no room inside a bar, and that something is hidden, beside the bar."""
    small = [percent(share, language) for share in shares if 0 < share < _NARROW]
    words = ", ".join([*small, *(["*"] if shares.isna().any() else [])])
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
            facecolor=_FILLS[at % len(_FILLS)],
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


def draw_flow(table: pd.DataFrame, ax: Axes | None = None, language: str | None = None) -> Axes:
    """Draw paths as bands from category over goal and sustained work to status.

    The height of a box is the number of persons; a way that is hidden leaves its place empty.
    """
    from matplotlib.patches import PathPatch, Rectangle

    note = textwrap.fill(notes(table, language), 118)
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(9.2, 5.4 + 0.15 * note.count("\n")), layout="constrained")
    sizes = _sizes(table)
    total = max(sum(stage.values()) for stage in sizes) or 1.0
    gap, wide = total * 0.035, 0.09
    tops = [_tops(stage, gap) for stage in sizes]
    left = {(at, name): top for at, stage in enumerate(tops) for name, top in stage.items()}
    right = dict(left)
    for row in table[table["persons"] > 0].to_dict("records"):
        step, size = int(row["step"]), float(row["persons"])
        one, other = (step - 1, row["source"]), (step, row["target"])
        shade = _FILLS[list(sizes[step - 1]).index(row["source"]) % 4]
        path = _draw_band(step - 1 + wide, step - wide, right[one], left[other], size)
        ax.add_patch(
            PathPatch(path, facecolor=shade, alpha=0.45, edgecolor="#666666", linewidth=0.3)
        )
        right[one] += size
        left[other] += size
    for at, stage in enumerate(sizes):
        for name, size in stage.items():
            if not size:
                continue
            ax.add_patch(
                Rectangle((at - wide, tops[at][name]), 2 * wide, size, facecolor="#333333")
            )
            words = f"{label(name, language)}\n{whole(size)}"
            box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.6}
            last = at == len(sizes) - 1
            ax.text(
                at + wide + 0.03,
                tops[at][name] + size / 2,
                words.replace("\n", " ") if size < total * 0.06 else words,
                va="center",
                ha="left",
                fontsize=7,
                bbox=None if last else box,
            )
        ax.text(
            at,
            -gap * 0.9,
            say(f"flow.stage_{at}", language),
            ha="center",
            va="bottom",
            fontsize=8,
            weight="bold",
        )
    deepest = max(sum(stage.values()) + gap * len(stage) for stage in sizes)
    ax.set_xlim(-0.15, len(sizes) - 1 + 0.75)
    ax.set_ylim(deepest, -gap * 3)
    ax.set_xticks([])
    ax.set_yticks([])
    for side in ax.spines.values():
        side.set_visible(False)
    ax.set_title(say("flow.title", language), fontsize=10, loc="left")
    ax.set_xlabel(note, fontsize=7, loc="left")
    return ax


def _sizes(table: pd.DataFrame) -> list[dict[str, float]]:
    """Return the persons in each box of each stage: n where they go on, what comes in at the end."""
    stages = []
    for _, rows in table.groupby("step", sort=True):
        stages.append(
            {
                str(name): float(n)
                for name, n in rows.groupby("source", sort=False)["n"].first().fillna(0).items()
            }
        )
    last = table[table["step"] == table["step"].max()]
    stages.append(
        {
            str(name): float(one)
            for name, one in last.groupby("target", sort=False)["into"].first().fillna(0).items()
        }
    )
    return stages


def _tops(stage: Mapping[str, float], gap: float) -> dict[str, float]:
    at, tops = 0.0, {}
    for name, size in stage.items():
        tops[name] = at
        at += size + gap * bool(size)
    return tops


def _draw_band(x0: float, x1: float, y0: float, y1: float, size: float) -> Any:
    from matplotlib.path import Path

    middle = (x0 + x1) / 2
    points = [
        *((x0, y0), (middle, y0), (middle, y1), (x1, y1), (x1, y1 + size)),
        *((middle, y1 + size), (middle, y0 + size), (x0, y0 + size), (x0, y0)),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    return Path(points, codes)

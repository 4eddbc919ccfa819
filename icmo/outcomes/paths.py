"""Paths as bands: from category over goal and sustained work to status."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.outcomes.drawing import FILLS
from icmo.outcomes.wording import label, notes, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

#: Half the width of a box; and how low one is, in parts of all, that has one line of words.
_WIDE, _LOW = 0.09, 0.06


def draw_flow(table: pd.DataFrame, ax: Axes | None = None, language: str | None = None) -> Axes:
    """Draw paths as bands from category over goal and sustained work to status.

    The height of a box is the number of persons; a way that is hidden leaves its place empty.
    """
    note = textwrap.fill(notes(table, language), 118)
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(9.2, 5.4 + 0.15 * note.count("\n")), layout="constrained")
    sizes = _sizes(table)
    total = max(sum(stage.values()) for stage in sizes) or 1.0
    gap = total * 0.035
    tops = [_tops(stage, gap) for stage in sizes]
    _draw_bands(ax, table, sizes, tops)
    for at, stage in enumerate(sizes):
        last = at == len(sizes) - 1
        _draw_stage(ax, at, stage, tops[at], (total, language, last))
        heading: dict[str, Any] = {"ha": "center", "va": "bottom", "fontsize": 8, "weight": "bold"}
        ax.text(at, -gap * 0.9, say(f"flow.stage_{at}", language), **heading)
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


def _draw_bands(
    ax: Axes, table: pd.DataFrame, sizes: list[dict[str, float]], tops: list[dict[str, float]]
) -> None:
    """Draw the ways from stage to stage, each beneath the one before it on both sides."""
    from matplotlib.patches import PathPatch

    left = {(at, name): top for at, stage in enumerate(tops) for name, top in stage.items()}
    right = dict(left)
    for row in table[table["persons"] > 0].to_dict("records"):
        step, size = int(row["step"]), float(row["persons"])
        one, other = (step - 1, row["source"]), (step, row["target"])
        shade = FILLS[list(sizes[step - 1]).index(row["source"]) % 4]
        path = _draw_band(step - 1 + _WIDE, step - _WIDE, right[one], left[other], size)
        style: dict[str, Any] = {"alpha": 0.45, "edgecolor": "#666666", "linewidth": 0.3}
        ax.add_patch(PathPatch(path, facecolor=shade, **style))
        right[one] += size
        left[other] += size


def _draw_stage(
    ax: Axes,
    at: int,
    stage: Mapping[str, float],
    tops: Mapping[str, float],
    how: tuple[float, str | None, bool],
) -> None:
    """Draw the boxes of one stage with their names and numbers."""
    from matplotlib.patches import Rectangle

    total, language, last = how
    ground = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.6}
    style: dict[str, Any] = {"va": "center", "ha": "left", "fontsize": 7}
    for name, size in stage.items():
        if not size:
            continue
        ax.add_patch(Rectangle((at - _WIDE, tops[name]), 2 * _WIDE, size, facecolor="#333333"))
        between = " " if size < total * _LOW else "\n"
        words = f"{label(name, language)}{between}{whole(size)}"
        place = (at + _WIDE + 0.03, tops[name] + size / 2)
        ax.text(*place, words, bbox=None if last else ground, **style)


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

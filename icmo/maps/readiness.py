"""Model 2 of an evaluation of principles: kinds of effort along readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._palette import look
from icmo._strings import say
from icmo.maps.breaking import FONT, text_width, wrapped
from icmo.maps.paper import draw_page
from icmo.maps.spreading import MARGIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

#: Inches: of the page, of the names beside the bands, of the heading, and of a row.
_WIDTH, _SIDE, _HEAD, _ROW = 8.0, 2.3, 0.75, 0.72


def readiness_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    targets: Sequence[str],
    parents: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Return which kinds of effort are explained for which target group, and in how many cases.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        targets: codes of target groups in their order, such as from lowest to highest readiness.
        parents: the parent of each code that has one; efforts are put together by it.

    Returns:
        A frame with the columns intervention, target, configurations (how many) and cases (with
        evidence that supports one of them); a row for each pair, also where there is none. A
        configuration without a target group is in none.
    """
    known = parents or {}
    supports = evidence[
        (evidence["target_kind"] == "configuration") & (evidence["stance"] == "supports")
    ]
    cases = supports.groupby("target")["case"].agg(set).to_dict()
    seen: dict[tuple[str, str], list[str]] = {}
    kinds: dict[str, None] = {}
    for row in configurations.to_dict("records"):
        for kind in dict.fromkeys(known.get(code, code) for code in row["intervention"]):
            kinds[kind] = None
            for target in row["for_whom"]:
                seen.setdefault((kind, target), []).append(row["configuration"])
    rows = [
        {
            "intervention": kind,
            "target": target,
            "configurations": len(seen.get((kind, target), ())),
            "cases": len(
                set().union(*(cases.get(one, set()) for one in seen.get((kind, target), ()))) - {""}
            ),
        }
        for kind in kinds
        for target in targets
    ]
    columns = ("intervention", "target", "configurations", "cases")
    return make_frame(rows, columns, ("configurations", "cases"))


def draw_readiness(
    table: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    ax: Axes | None = None,
    language: str | None = None,
) -> Axes:
    """Draw Model 2: a band for each kind of effort along the target groups, as thick as it has cases.

    Args:
        table: from `readiness_table`.
        labels: what to call each code.
        ax: where to draw.
        language: da or en.
    """
    named = labels or {}
    kinds, targets = table["intervention"].unique().tolist(), table["target"].unique().tolist()
    column = (_WIDTH - _SIDE - MARGIN) / max(len(targets), 1)
    height = _HEAD + _ROW * len(kinds) + 0.55
    ax, scale = draw_page(ax, (_WIDTH, height))
    bold: dict[str, Any] = {"fontweight": "bold", "ha": "center", "va": "center"}
    for place, target in enumerate(targets):
        words = "\n".join(wrapped(named.get(target, target), column - 0.2, FONT * 1.1))
        middle = (_SIDE + (place + 0.5) * column, _HEAD / 2)
        ax.text(*middle, words, fontsize=FONT * scale, color=look("target").colour, **bold)
    most = max([1, *table["cases"]])
    for line, kind in enumerate(kinds):
        y = _HEAD + (line + 0.5) * _ROW
        words = "\n".join(wrapped(named.get(kind, kind), _SIDE - 0.3))
        ax.text(MARGIN, y, words, fontsize=FONT * scale, va="center").set_gid("label")
        ax.plot([_SIDE, _WIDTH - MARGIN], [y, y], color="#bbbbbb", linewidth=0.8 * scale, zorder=1)
        own = table[(table["intervention"] == kind) & (table["configurations"] > 0)]
        for target, cases in zip(own["target"], own["cases"], strict=True):
            x = _SIDE + targets.index(target) * column
            told = say("map.cases", language, count=cases, more="")
            _draw_band(ax, (x, y), (column, 0.12 + 0.4 * cases / most), told, scale)
    foot = say("map.readiness", language)
    if text_width(foot, 7.5) > _WIDTH - 2 * MARGIN:
        foot = "\n".join(wrapped(foot, _WIDTH - 2 * MARGIN, 7.5))
    ax.text(MARGIN, height - 0.26, foot, fontsize=7.5 * scale, va="center", color="#4d4d4d")
    return ax


def _draw_band(
    ax: Axes, place: tuple[float, float], size: tuple[float, float], told: str, scale: float
) -> None:
    """Draw the band of one kind of effort for one target group, with the cases it rests on."""
    from matplotlib.patches import Rectangle

    (x, y), (wide, thick) = place, size
    style: dict[str, Any] = {"facecolor": "#dddddd", "edgecolor": look("intervention").colour}
    corner = (x + 0.05, y - thick / 2)
    ax.add_patch(Rectangle(corner, wide - 0.1, thick, linewidth=1.2 * scale, **style))
    ax.text(x + wide / 2, y, told, fontsize=FONT * scale, ha="center", va="center")

"""Model 1 of an evaluation of principles: the frame of its theory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._palette import look
from icmo._strings import say
from icmo.configurations import parents_of
from icmo.maps.breaking import FONT, LINE, wrapped
from icmo.maps.paper import draw_page
from icmo.maps.spreading import MARGIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

#: Model 1 from left to right; what conditions the mechanisms stands beneath them.
_CHAIN = ("principle", "intervention", "mechanism", "outcome")
_BENEATH = ("context", "moderator")


def theory_table(codes: pd.DataFrame, tags: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what the theory consists of, and in how many cases each part was spoken of.

    Args:
        codes: from `codebook.codes()`.
        tags: a frame with the columns of `project.tags()`; a code counts with its children.

    Returns:
        A frame with the columns role, code, cases: the codes without a parent, role by role.
    """
    parent = parents_of(codes)
    cases: dict[str, set[str]] = {}
    if tags is not None:
        for case, code in set(zip(tags["case"], tags["code"], strict=True)):
            cases.setdefault(parent.get(code, code), set()).add(case)
    rows = [
        {"role": role, "code": code, "cases": len(cases.get(code, ()))}
        for role in (*_CHAIN, *_BENEATH)
        for code, of in zip(codes["code"], codes["role"], strict=True)
        if of == role and code not in parent
    ]
    return make_frame(rows, ("role", "code", "cases"), ("cases",))


def draw_theory_frame(
    table: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    ax: Axes | None = None,
    language: str | None = None,
) -> Axes:
    """Draw Model 1: principles make actions work, through mechanisms, where context is fitted.

    Args:
        table: from `theory_table`; the number of cases stands behind each part that has any.
        labels: what to call each code.
        ax: where to draw.
        language: da or en.
    """
    width, gap = 11.0, 0.55
    column = (width - 2 * MARGIN - 3 * gap) / 4
    cells = {
        role: _cells(table[table["role"] == role], labels or {}, column, language)
        for role in (*_CHAIN, *_BENEATH)
    }
    tall = max(_height(cells[role]) for role in _CHAIN)
    low = max(_height(cells[role]) for role in _BENEATH)
    height = tall + low + 1.0 + 2 * MARGIN
    ax, scale = draw_page(ax, (width, height))
    lefts = [MARGIN + place * (column + gap) for place in range(4)]
    for role, left in zip(_CHAIN, lefts, strict=True):
        _draw_panel(ax, role, cells[role], (left, MARGIN, column, tall), language, scale)
    middle = MARGIN + tall / 2
    for left in lefts[:-1]:
        _draw_arrow(ax, (left + column + 0.06, middle), (left + column + gap - 0.06, middle), scale)
    beneath = MARGIN + tall + 0.7
    for role, left in zip(_BENEATH, lefts[1:3], strict=True):
        _draw_panel(ax, role, cells[role], (left, beneath, column, low), language, scale)
    _draw_arrow(
        ax,
        (lefts[2] + column / 2, beneath - 0.06),
        (lefts[2] + column / 2, MARGIN + tall + 0.06),
        scale,
    )
    _draw_arrow(
        ax,
        (lefts[1] + column + 0.02, beneath - 0.02),
        (lefts[2] + column * 0.2, MARGIN + tall + 0.06),
        scale,
    )
    return ax


def _cells(
    part: pd.DataFrame, labels: Mapping[str, str], width: float, language: str | None
) -> list[tuple[str, ...]]:
    found = []
    for code, cases in zip(part["code"], part["cases"], strict=True):
        counted = f" ({say('map.cases', language, count=cases, more='')})" if cases else ""
        found.append(wrapped(f"{labels.get(code, code)}{counted}", width - 0.3))
    return found


def _height(cells: list[tuple[str, ...]]) -> float:
    return 0.55 + sum(LINE * len(lines) + 0.07 for lines in cells)


def _draw_panel(
    ax: Axes,
    role: str,
    cells: list[tuple[str, ...]],
    frame: tuple[float, float, float, float],
    language: str | None,
    scale: float,
) -> None:
    from matplotlib.patches import FancyBboxPatch

    left, top, width, height = frame
    appearance = look(role)
    line = {"solid": "-", "dashed": "--", "dotted": ":", "double": "-"}[appearance.line]
    style: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=0.08", "facecolor": "white"}
    edge: dict[str, Any] = {"edgecolor": appearance.colour, "linestyle": line}
    ax.add_patch(FancyBboxPatch((left, top), width, height, linewidth=1.6 * scale, **style, **edge))
    heading = f"{appearance.letter} · {say(f'role.{role}', language).capitalize()}"
    bold: dict[str, Any] = {"color": appearance.colour, "fontweight": "bold", "va": "center"}
    ax.text(left + 0.12, top + 0.24, heading, fontsize=10.5 * scale, **bold)
    _draw_cells(ax, cells, (left, top + 0.46), appearance.colour, scale)


def _draw_cells(
    ax: Axes,
    cells: list[tuple[str, ...]],
    place: tuple[float, float],
    colour: str,
    scale: float,
) -> None:
    """Draw the parts of a panel beneath each other, each behind a point."""
    left, at = place
    style: dict[str, Any] = {"fontsize": FONT * scale, "va": "center"}
    for lines in cells:
        block = LINE * len(lines)
        ax.text(left + 0.12, at + LINE / 2, "•", color=colour, **style)
        words = "\n".join(lines)
        text = ax.text(left + 0.24, at + block / 2, words, linespacing=1.15, **style)
        text.set_gid("label")
        at += block + 0.07


def _draw_arrow(
    ax: Axes, here: tuple[float, float], there: tuple[float, float], scale: float
) -> None:
    from matplotlib.patches import FancyArrowPatch

    style: dict[str, Any] = {
        "arrowstyle": "-|>",
        "mutation_scale": 18 * scale,
        "linewidth": 2.2 * scale,
    }
    ax.add_patch(FancyArrowPatch(here, there, color="#4d4d4d", shrinkA=0, shrinkB=0, **style))

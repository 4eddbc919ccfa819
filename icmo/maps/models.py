"""The two models of an evaluation of principles: the theory frame, and efforts along readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._palette import look
from icmo._strings import say
from icmo.configurations import parents_of
from icmo.maps.breaking import FONT, LINE, text_width, wrapped
from icmo.maps.spreading import MARGIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    ax, scale = _axes(ax, (width, height))
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
    shape = FancyBboxPatch(
        (left, top),
        width,
        height,
        boxstyle="round,pad=0,rounding_size=0.08",
        facecolor="white",
        edgecolor=appearance.colour,
        linestyle=line,
        linewidth=1.6 * scale,
    )
    ax.add_patch(shape)
    heading = f"{appearance.letter} · {say(f'role.{role}', language).capitalize()}"
    style: dict[str, Any] = {"color": appearance.colour, "fontsize": 10.5 * scale, "va": "center"}
    ax.text(left + 0.12, top + 0.24, heading, fontweight="bold", **style)
    at = top + 0.46
    for lines in cells:
        block = LINE * len(lines)
        ax.text(
            left + 0.12,
            at + LINE / 2,
            "•",
            fontsize=FONT * scale,
            va="center",
            color=appearance.colour,
        )
        text = ax.text(
            left + 0.24,
            at + block / 2,
            "\n".join(lines),
            fontsize=FONT * scale,
            va="center",
            linespacing=1.15,
        )
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


def _axes(ax: Axes | None, size: tuple[float, float]) -> tuple[Axes, float]:
    scale = 1.0
    if ax is None:
        return _draw_page(size), scale
    extent, inch = ax.get_window_extent(), ax.figure.get_dpi()
    scale = float(min(extent.width / inch / size[0], extent.height / inch / size[1]))
    return _framed(ax, size), scale


def _draw_page(size: tuple[float, float]) -> Axes:
    import matplotlib.pyplot as plt

    return _framed(plt.figure(figsize=size).add_axes((0, 0, 1, 1)), size)


def _framed(ax: Axes, size: tuple[float, float]) -> Axes:
    ax.set_xlim(0, size[0])
    ax.set_ylim(size[1], 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    return ax


# ── Model 2 ──────────────────────────────────────────────────────────────────────────────


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
    from matplotlib.patches import Rectangle

    named = labels or {}
    kinds, targets = table["intervention"].unique().tolist(), table["target"].unique().tolist()
    side, row, head = 2.3, 0.72, 0.75
    width = 8.0
    column = (width - side - MARGIN) / max(len(targets), 1)
    height = head + row * len(kinds) + 0.55
    ax, scale = _axes(ax, (width, height))
    bold: dict[str, Any] = {"fontweight": "bold", "ha": "center", "va": "center"}
    for place, target in enumerate(targets):
        lines = "\n".join(wrapped(named.get(target, target), column - 0.2, FONT * 1.1))
        ax.text(
            side + (place + 0.5) * column,
            head / 2,
            lines,
            fontsize=FONT * scale,
            color=look("target").colour,
            **bold,
        )
    most = max([1, *table["cases"]])
    counted = {
        (kind, target): (number, cases)
        for kind, target, number, cases in table.itertuples(index=False)
    }
    for line, kind in enumerate(kinds):
        y = head + (line + 0.5) * row
        words = "\n".join(wrapped(named.get(kind, kind), side - 0.3))
        ax.text(MARGIN, y, words, fontsize=FONT * scale, va="center").set_gid("label")
        ax.plot([side, width - MARGIN], [y, y], color="#bbbbbb", linewidth=0.8 * scale, zorder=1)
        for place, target in enumerate(targets):
            number, cases = counted[kind, target]
            x = side + place * column
            if not number:
                continue
            thick = 0.12 + 0.4 * cases / most
            style: dict[str, Any] = {
                "facecolor": "#dddddd",
                "edgecolor": look("intervention").colour,
            }
            ax.add_patch(
                Rectangle(
                    (x + 0.05, y - thick / 2), column - 0.1, thick, linewidth=1.2 * scale, **style
                )
            )
            told = say("map.cases", language, count=cases, more="")
            ax.text(x + column / 2, y, told, fontsize=FONT * scale, ha="center", va="center")
    foot = say("map.readiness", language)
    if text_width(foot, 7.5) > width - 2 * MARGIN:
        foot = "\n".join(wrapped(foot, width - 2 * MARGIN, 7.5))
    ax.text(MARGIN, height - 0.26, foot, fontsize=7.5 * scale, va="center", color="#4d4d4d")
    return ax

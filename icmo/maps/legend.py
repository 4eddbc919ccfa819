"""The legend of a map: what is on it, and nothing else, in rows as wide as the page."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from icmo._palette import look
from icmo._strings import say
from icmo.maps.breaking import text_width
from icmo.maps.building import SIGNS
from icmo.maps.lines import OUTCOMES
from icmo.maps.placing import PAD_Y
from icmo.maps.spreading import MARGIN

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

ROW, _SAMPLE, _SPACE = 0.2, 0.34, 0.22
GREY = "#4d4d4d"
#: Beyond so many cases a line gets no wider.
_MOST_CASES = 8


def line_width(cases: int, *, moderates: bool = False) -> float:
    """Return how wide a line is; those of moderators grow less, as dots soon run together."""
    return 0.8 + (0.12 if moderates else 0.3) * (min(max(cases, 1), _MOST_CASES) - 1)


Item = tuple[str, str, float]  # what is shown, its words, where it begins


def legend_rows(graph: nx.DiGraph[str], width: float, language: str | None) -> list[list[Item]]:
    """Return what the legend explains, only of what is on the map, in rows as wide as the page."""
    edges = [
        (graph.nodes[start]["slot"] == "moderator", data)
        for start, _, data in graph.edges(data=True)
    ]
    shown: list[tuple[str, str]] = []
    plain = [data for moderates, data in edges if not moderates]
    if plain:
        most = max(len(data["cases"]) for data in plain)
        for cases in sorted({1, min(3, most), min(most, _MOST_CASES)} - {0}) if most else ():
            more = "+" if cases == _MOST_CASES < most else ""
            shown.append((f"cases {cases}", say("map.cases", language, count=cases, more=more)))
        if any(data["contradicts"] > data["supports"] for data in plain):
            shown.append(("against", say("map.against", language)))
    effects = {one for moderates, data in edges if moderates for one in data["effect"].split("/")}
    shown += [
        (f"sign {SIGNS[one]}", say(f"map.{one}", language)) for one in SIGNS if one in effects
    ]
    signs = {one for data in plain for one in data["sign"].split("/")}
    shown += [
        (f"sign {OUTCOMES[one]}", say(f"map.outcome_{one}", language))
        for one in OUTCOMES
        if one in signs
    ]
    rows = _flowed(shown, width)
    for one, kind, two in graph.graph.get("relations", ()):
        told = say(f"relation.{kind}", language, one=one, two=two)
        letters = int(width / text_width("n", 7.5))
        rows += [[("", line, MARGIN)] for line in textwrap.wrap(told, letters)]
    return rows


def _flowed(shown: list[tuple[str, str]], width: float) -> list[list[Item]]:
    rows: list[list[Item]] = []
    at = width
    for what, words in shown:
        needed = _SAMPLE + 0.08 + text_width(words, 7.5) + _SPACE
        if at + needed > width - MARGIN:
            rows.append([])
            at = MARGIN
        rows[-1].append((what, words, at))
        at += needed
    return rows


def draw_legend(ax: Axes, rows: list[list[Item]], top: float, scale: float) -> None:
    """Draw the rows of a legend beneath a map."""
    for number, row in enumerate(rows):
        y = top + ROW * (number + 0.4) - PAD_Y / 2
        for what, words, x in row:
            _draw_sample(ax, what, (x, y), scale)
            place = x + (_SAMPLE + 0.08 if what else 0)
            text = ax.text(place, y, words, fontsize=7.5 * scale, va="center", color=GREY)
            text.set_gid("legend")


def _draw_sample(ax: Axes, what: str, place: tuple[float, float], scale: float) -> None:
    (x, y), (kind, _, value) = place, what.partition(" ")
    ends = ([x, x + _SAMPLE], [y, y])
    if kind == "cases":
        ax.plot(
            *ends,
            color=GREY,
            linewidth=line_width(int(value)) * scale,
            solid_capstyle="butt",
        )
    elif kind == "against":
        ax.plot(*ends, color=GREY, linewidth=1.2 * scale, linestyle=(0, (4, 2)))
    elif kind == "sign":
        moderates = value in SIGNS.values()
        colour = look("moderator" if moderates else "outcome").colour
        ax.plot(
            *ends,
            color=colour,
            linewidth=0.9 * scale,
            linestyle=(0, (1, 1.3)) if moderates else "-",
        )
        badge = {
            "boxstyle": "circle,pad=0.14",
            "facecolor": "white",
            "edgecolor": colour,
            "linewidth": 0.8 * scale,
        }
        ax.text(
            x + _SAMPLE / 2, y, value, ha="center", va="center", fontsize=7.5 * scale, bbox=badge
        )

"""A page of some inches to draw on, a figure of its own or a place in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_page(ax: Axes | None, size: tuple[float, float]) -> tuple[Axes, float]:
    """Return Axes measured in inches of a page, and how much smaller than the page they are."""
    scale = 1.0
    if ax is None:
        return _draw_figure(size), scale
    extent, inch = ax.get_window_extent(), ax.figure.get_dpi()
    scale = float(min(extent.width / inch / size[0], extent.height / inch / size[1]))
    return _framed(ax, size), scale


def _draw_figure(size: tuple[float, float]) -> Axes:
    import matplotlib.pyplot as plt

    return _framed(plt.figure(figsize=size).add_axes((0, 0, 1, 1)), size)


def _framed(ax: Axes, size: tuple[float, float]) -> Axes:
    ax.set_xlim(0, size[0])
    ax.set_ylim(size[1], 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    return ax

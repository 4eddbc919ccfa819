"""Measures speed beside the bare limit and beside peers, and fails on a missed goal.

    python benchmarks/run.py            every benchmark
    python benchmarks/run.py command    only benchmarks/command.py

A benchmark is a module of this folder with a function `measure()` that returns rows.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measuring import Row

HERE = Path(__file__).parent
HEAD = ("what", "ours", "bare", "peer", "ours/bare", "goal", "")


def seconds(value: float | None) -> str:
    """Write a time so that it can be compared with its neighbours."""
    if value is None:
        return "-"
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def cells(row: Row) -> tuple[str, ...]:
    """Return a row of the table."""
    ratio = f"{row.ours / row.bare:.1f}"
    met = "met" if row.met else "MISSED"
    return row.what, seconds(row.ours), seconds(row.bare), seconds(row.peer), ratio, row.goal, met


def main(wanted: list[str]) -> int:
    """Run the benchmarks and print one table."""
    known = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in ("run", "measuring"))
    rows = [row for name in wanted or known for row in importlib.import_module(name).measure()]
    table = [HEAD, *map(cells, rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(HEAD))]
    for line in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        )
    missed = [row.what for row in rows if not row.met]
    if missed:
        print(f"\nmissed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How the benchmarks measure: in turn with the bare limit, so that a busy machine hits both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Row:
    """One measurement: ours, the bare limit doing the same, a peer where there is one, and the goal."""

    what: str
    ours: float
    bare: float
    goal: str
    met: bool
    peer: float | None = None


def medians(*acts: Callable[[], object], runs: int = 9) -> list[float]:
    """Return the median seconds of each act; they take turns, after one turn that does not count."""
    times: list[list[float]] = [[] for _ in acts]
    for turn in range(runs + 1):
        for act, taken in zip(acts, times, strict=True):
            began = time.perf_counter()
            act()
            if turn:
                taken.append(time.perf_counter() - began)
    return [statistics.median(taken) for taken in times]


def command(*words: str) -> Callable[[], object]:
    """Return an act that runs a command line to its end."""
    line: Sequence[str] = words
    return lambda: subprocess.run(line, check=True, capture_output=True)


def resident() -> int:
    """Return how many bytes this process holds; in a benchmark it is the kernel."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

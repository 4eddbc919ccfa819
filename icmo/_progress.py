"""Progress on long work: a bar in a terminal, a bar in a notebook, silence everywhere else.

Nothing is shown in the first second: most work is done by then.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")
_PATIENCE_SECONDS = 1.0
_STEP_SECONDS = 0.1


class Bar(Protocol):
    """Something that shows how far work has come."""

    def show(self, done: int) -> None:
        """Show that so many are done."""

    def close(self) -> None:
        """Take the bar away."""


def watched(items: Sequence[T], words: str) -> Iterator[T]:
    """Hand out the items one by one, and show how far it has come once it takes over a second."""
    began = shown = time.monotonic()
    bar: Bar | None = None
    try:
        for done, item in enumerate(items):
            now = time.monotonic()
            if now - began > _PATIENCE_SECONDS and now - shown > _STEP_SECONDS:
                bar = bar or make_bar(words, len(items))
                shown = now
                if bar is not None:
                    bar.show(done)
            yield item
    finally:
        if bar is not None:
            bar.close()


def in_portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Hand out items some at a time, so that what is done with them can be watched."""
    portion: list[T] = []
    for item in items:
        portion.append(item)
        if len(portion) == size:
            yield portion
            portion = []
    if portion:
        yield portion


def make_bar(words: str, total: int) -> Bar | None:
    """Return the bar that fits where icmo runs; none where nobody would see it."""
    if _in_notebook():
        with suppress(ImportError):
            return _NotebookBar(words, total)
    if sys.stderr.isatty():
        return _TerminalBar(words, total)
    return None


def _in_notebook() -> bool:
    kernel = sys.modules.get("ipykernel")
    shell = sys.modules.get("IPython")
    if kernel is None or shell is None:
        return False
    return type(shell.get_ipython()).__name__ == "ZMQInteractiveShell"


class _TerminalBar:
    def __init__(self, words: str, total: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        columns: tuple[Any, ...] = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(words, total=total)
        self._progress.start()

    def show(self, done: int) -> None:
        self._progress.update(self._task, completed=done)

    def close(self) -> None:
        self._progress.stop()


class _NotebookBar:
    def __init__(self, words: str, total: int) -> None:
        from IPython.display import display
        from ipywidgets import HTML, HBox, IntProgress

        self._bar = IntProgress(max=total, description="", bar_style="info")
        self._words = HTML()
        self._total, self._said = total, words
        self.box = HBox([self._bar, self._words])
        display(self.box)  # type: ignore[no-untyped-call]

    def show(self, done: int) -> None:
        self._bar.value = done
        self._words.value = f"{self._said} {done} / {self._total}"

    def close(self) -> None:
        self.box.close()

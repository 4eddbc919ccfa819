"""Processes that do what a test orders."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent.parent


class Child:
    """A process that forks one for each order, and tells what that one told."""

    def __init__(self) -> None:
        environment = {**os.environ, "ICMO_LANGUAGE": "en", "PYTHONPATH": str(TESTS)}
        environment.pop("ICMO_CODER", None)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "faults.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self.pid = 0
        self._busy = False

    def begin(self, do: str, **how: object) -> None:
        """Give an order and return when it has been begun; the one before it is waited for."""
        if self._busy:
            list(self.told())
        given = {
            name: str(value) if isinstance(value, Path) else value for name, value in how.items()
        }
        self._process.stdin.write(json.dumps({"do": do, **given}) + "\n")
        self._process.stdin.flush()
        self._busy = True
        self.pid = self.next("PID")

    def told(self) -> Iterator[tuple[str, Any]]:
        """Give what is told until the order is done."""
        for line in self._process.stdout:
            word, _, what = line.partition(" ")
            if word == "END":
                self._busy = False
                return
            yield word, json.loads(what)

    def next(self, wanted: str) -> Any:
        """Wait for a word, and return what was told with it."""
        for word, what in self.told():
            if word == wanted:
                return what
            assert word not in ("RAW", "SAID"), what
        raise AssertionError(wanted)

    def do(self, do: str, **how: object) -> list[tuple[str, Any]]:
        """Have an order done, and return all that was told."""
        self.begin(do, **how)
        return list(self.told())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

"""Progress: seen in a terminal and in a notebook once work takes over a second, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from icmo import _progress
from icmo._progress import in_portions, watched

SLOW = """
from icmo import _progress
_progress._PATIENCE_SECONDS = _progress._STEP_SECONDS = 0
print([n for n in _progress.watched([1, 2, 3], "Læser filer")])
"""


class Clock:
    """A clock that goes on by so much whenever somebody looks at it."""

    def __init__(self, step):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


class Shown:
    """A bar that remembers."""

    def __init__(self):
        self.places, self.closed = [], False

    def show(self, done):
        self.places.append(done)

    def close(self):
        self.closed = True


@pytest.fixture
def shown(monkeypatch):
    bar = Shown()
    monkeypatch.setattr(_progress, "make_bar", lambda _words, _total: bar)
    return bar


def test_work_that_is_done_within_a_second_shows_nothing(monkeypatch, shown):
    monkeypatch.setattr(_progress.time, "monotonic", Clock(0.01))

    assert list(watched(range(50), "Læser")) == list(range(50))
    assert shown.places == []


def test_longer_work_shows_how_far_it_has_come_and_takes_the_bar_away(monkeypatch, shown):
    monkeypatch.setattr(_progress.time, "monotonic", Clock(0.5))

    assert list(watched("abcde", "Læser")) == list("abcde")
    assert shown.places == [2, 3, 4]
    assert shown.closed


def test_the_bar_goes_when_the_work_breaks_off(monkeypatch, shown):
    monkeypatch.setattr(_progress.time, "monotonic", Clock(0.9))
    items = watched(range(9), "Læser")

    for _ in range(4):
        next(items)
    items.close()

    assert shown.closed


def test_portions_hold_every_item_once():
    assert list(in_portions(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_a_terminal_sees_the_bar_with_danish_words():
    pty = pytest.importorskip("pty")
    reading, writing = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}

    done = subprocess.run(
        [sys.executable, "-c", SLOW],
        stderr=writing,
        stdout=subprocess.PIPE,
        check=True,
        env=environment,
    )
    os.close(writing)
    seen = b""
    while True:
        try:
            piece = os.read(reading, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(reading)

    assert done.stdout == b"[1, 2, 3]\n"
    assert "Læser filer" in seen.decode()
    assert "/3" in seen.decode()


def test_a_script_sees_nothing():
    done = subprocess.run([sys.executable, "-c", SLOW], capture_output=True, check=True)

    assert (done.stdout, done.stderr) == (b"[1, 2, 3]\n", b"")


@pytest.mark.notebooks
def test_a_notebook_sees_a_bar_made_of_widgets(tmp_path):
    import nbformat

    from icmo.report.chapters import executed

    path = tmp_path / "a.ipynb"
    cell = nbformat.v4.new_code_cell(SLOW)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)

    outputs = executed(path).cells[0]["outputs"]

    kinds = [output.get("data", {}) for output in outputs if output.output_type == "display_data"]
    assert any("application/vnd.jupyter.widget-view+json" in kind for kind in kinds)

"""How long the sample's report takes: pages set beside Chromium printing nbconvert's HTML, and the whole."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from measuring import Row, medians

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from chromium import open_browser
from nbconvert import HTMLExporter

from icmo._package_data import package_data
from icmo.demo import PROJECT, fill_project
from icmo.report import build_report
from icmo.report.assembling import manuscript_of
from icmo.report.chapters import CHAPTERS, chapters_of, run_chapters
from icmo.report.writing import written

SETTING_SECONDS, WHOLE_SECONDS, AGAIN_SECONDS = 3.0, 60.0, 10.0


def measure() -> list[Row]:
    """Build the sample's report whole, again after one change, and set its pages beside a print."""
    with tempfile.TemporaryDirectory(prefix="icmo-") as name:
        folder = Path(name)
        project = folder / PROJECT
        fill_project(project)
        shutil.copytree(package_data("notebooks") / CHAPTERS, folder / CHAPTERS)
        whole = _seconds(lambda: build_report(project))
        _change(chapters_of(folder / CHAPTERS)[4])
        again = _seconds(lambda: build_report(project))
        unchanged = _seconds(lambda: build_report(project))
        notebooks = run_chapters(project)
        joined = nbformat.from_dict(
            {
                **next(iter(notebooks.values())),
                "cells": [cell for one in notebooks.values() for cell in one["cells"]],
            }
        )
        with open_browser() as browser:

            def typeset() -> None:
                written(manuscript_of(notebooks, folder / CHAPTERS), "pdf", 0)

            def printed() -> None:
                html, _ = HTMLExporter(exclude_input=True).from_notebook_node(joined)
                page = browser.new_page()
                page.set_content(html, wait_until="load")
                page.pdf(format="A4", tagged=True)
                page.close()

            setting, printing = medians(typeset, printed, runs=3)
    return [
        Row(
            "report: set from executed chapters",
            setting,
            printing,
            "3 s, not slower than the print",
            setting < SETTING_SECONDS and setting <= printing,
        ),
        Row("report: whole, every cell run", whole, unchanged, "60 s", whole < WHOLE_SECONDS),
        Row("report: one chapter changed", again, unchanged, "10 s", again < AGAIN_SECONDS),
    ]


def _change(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("Et afsnit mere."))
    nbformat.write(notebook, path)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began

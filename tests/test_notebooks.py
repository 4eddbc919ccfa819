"""Every shipped notebook runs on the demonstration, and is stored without outputs."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from icmo.demo import PROJECT
from icmo.report.chapters import executed

pytestmark = pytest.mark.notebooks

SHIPPED = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(
    path for path in SHIPPED.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)


#: The chapters of the report are run together, as they are for pages: see test_chapters.
ALONE = [path for path in NOTEBOOKS if path.parent.name != "7_report"]


def names(path):
    return path.relative_to(SHIPPED).as_posix()


@pytest.mark.parametrize("path", ALONE, ids=names)
def test_a_notebook_runs_from_top_to_bottom(path, tmp_path, filled_project):
    shutil.copyfile(filled_project, tmp_path / PROJECT)
    copy = tmp_path / names(path)
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(path.read_bytes())

    notebook = executed(copy)

    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.execution_count for cell in code)
    assert "widgets" not in notebook.metadata


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names)
def test_a_notebook_is_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)

    assert [
        cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")
    ] == []

"""A full page for tagging, for people who never open a notebook.

JupyterLab shows one document, a notebook of one cell that is run when it opens; the tagger in it
takes the whole window. The notebook lies in a folder of its own and goes when the page is closed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def write_notebook(folder: Path, project: Path, coder: str, document: str | None) -> Path:
    """Write the notebook that shows the tagger; it holds the project's place and nothing said."""
    arguments = f"project, {document!r}, full_page=True" if document else "project, full_page=True"
    source = (
        "import icmo\n"
        f"project = icmo.Project.open({str(project.resolve())!r}, coder={coder!r})\n"
        f"icmo.Tagger({arguments})"
    )
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "tagger",
        "metadata": {"jupyter": {"source_hidden": True}},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook: dict[str, Any] = {
        "cells": [cell],
        "metadata": {"kernelspec": kernel, "icmo": {"full_page": True}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = folder / f"{project.stem}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def server_options() -> list[str]:
    """Return what tells JupyterLab where the extension is that runs the notebook."""
    return [f"--LabServerApp.extra_labextensions_path={_HERE.parent}"]


def command(notebook: Path, *more: str) -> list[str]:
    """Return the command line that opens the page."""
    return [
        *(sys.executable, "-m", "jupyterlab"),
        *server_options(),
        f"--ServerApp.root_dir={notebook.parent}",
        f"--LabApp.default_url=/doc/tree/{notebook.name}",
        *more,
    ]

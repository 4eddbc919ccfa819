"""Chapters: notebooks beside a project, executed and set as pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import say
from icmo.errors import Error
from icmo.project import Project

if TYPE_CHECKING:
    import os

    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key

#: The folder of chapters beside a project.
CHAPTERS = "7_report"


class ReportError(Error):
    """A report that cannot be made."""


def build_report(project: str | os.PathLike[str], key: Key | None = None) -> list[Path]:
    """Execute the chapters beside a project and set each as a PDF in `build/`.

    The notebooks themselves stay as they are; a PDF appears whole or the old one stays. A chapter
    with a CPR number, or with the key a name that has a pseudonym, is refused with its place.
    """
    from icmo.report.exporter import IcmoPDFExporter

    folder = Path(project).parent / CHAPTERS
    notebooks = sorted(folder.glob("*.ipynb"))
    if not notebooks:
        raise ReportError(say("report.no_chapters", folder=folder))
    pages = []
    for path in notebooks:
        exporter = IcmoPDFExporter()
        exporter.key = key
        pdf, _ = exporter.from_notebook_node(executed(path), {"metadata": {"name": path.name}})
        target = folder / "build" / f"{path.stem}.pdf"
        target.parent.mkdir(exist_ok=True)
        write_whole(target, pdf)
        pages.append(target)
    if Path(project).exists():
        with Project.open(project) as opened:
            for page in pages:
                opened.exported(page)
    return pages


def executed(path: Path) -> NotebookNode:
    """Return a notebook with its cells run; the file is not touched."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from traitlets.config import Config

    notebook: NotebookNode = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        # Widgets would otherwise leave their state, and so what people said, in the notebook.
        store_widget_state=False,
        # What goes between the kernel and us is interviews: nobody else on the machine may listen.
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        number = next(
            place
            for place, cell in enumerate(notebook.cells, 1)
            if any(output.output_type == "error" for output in cell.get("outputs", []))
        )
        problem = f"{error.ename}: {error.evalue}"
        raise ReportError(
            say("report.cell", notebook=path.name, cell=number, problem=problem)
        ) from None
    return notebook

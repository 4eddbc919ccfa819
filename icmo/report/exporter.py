"""The nbconvert exporters: `jupyter nbconvert --to icmo-pdf chapter.ipynb`, icmo-html, icmo-docx.

Each turns one notebook into a report of its own; `icmo report build` puts many into one.

A Jupyter server reaches an exporter only by a name of letters, digits and underscores, and
JupyterLab makes the label in its menu of that name. So each stands there under a second name,
IcmoPDF, IcmoHTML, IcmoWord, and the first, which the menu could only fail on, is not offered.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter
from traitlets import Bool, List, default

from icmo.report.assembling import manuscript_of, timestamp_of
from icmo.report.writing import MIMES, written

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key


class _ReportExporter(Exporter):
    """Turns an executed notebook into a report: prose, exhibits and outputs."""

    #: With the key of its project no name that has a pseudonym is set; CPR numbers never are.
    key: Key | None = None
    #: What it is written as.
    form = ""
    show_code = Bool(default_value=False, help="Show the code too.").tag(config=True)
    default_preprocessors = List(
        [
            "nbconvert.preprocessors.TagRemovePreprocessor",
            "nbconvert.preprocessors.RegexRemovePreprocessor",
            "nbconvert.preprocessors.ClearOutputPreprocessor",
            "nbconvert.preprocessors.CoalesceStreamsPreprocessor",
            "icmo.report.running.Execution",
        ],
        help="The preprocessors that are there by default.",
    ).tag(config=True)

    @default("file_extension")
    def _own_file_extension(self) -> str:
        return f".{self.form}"

    @default("enabled")
    def _own_enabled(self) -> bool:
        return not _is_in_server()

    def from_notebook_node(  # type: ignore[override]  # nbconvert says text; its PDF exporters give bytes
        self,
        nb: NotebookNode,
        resources: dict[str, Any] | None = None,
        **kw: Any,
    ) -> tuple[bytes | str, dict[str, Any]]:
        """Return the report of one notebook."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        known = resources.get("metadata") or {}
        folder = Path(known["path"]) if "path" in known else None
        manuscript = manuscript_of(
            {known.get("name") or "notebook": notebook},
            folder,
            single=True,
            code=self.show_code,
            key=self.key,
        )
        made = written(manuscript, self.form, timestamp_of([notebook]))
        return made.decode("utf-8") if self.form == "html" else made, resources


class IcmoPDFExporter(_ReportExporter):
    """A notebook as tagged pages."""

    export_from_notebook = "icmo PDF"
    output_mimetype = MIMES["pdf"]
    form = "pdf"


class IcmoHTMLExporter(_ReportExporter):
    """A notebook as one page of HTML that runs nothing and asks for nothing."""

    export_from_notebook = "icmo HTML"
    output_mimetype = MIMES["html"]
    form = "html"


class IcmoWordExporter(_ReportExporter):
    """A notebook as a Word document."""

    export_from_notebook = "icmo Word"
    output_mimetype = MIMES["docx"]
    form = "docx"


class MenuPDFExporter(IcmoPDFExporter):
    """Tagged pages, from the menu of JupyterLab."""

    enabled = Bool(default_value=True).tag(config=True)


class MenuHTMLExporter(IcmoHTMLExporter):
    """A page of HTML, from the menu of JupyterLab."""

    enabled = Bool(default_value=True).tag(config=True)


class MenuWordExporter(IcmoWordExporter):
    """A Word document, from the menu of JupyterLab."""

    enabled = Bool(default_value=True).tag(config=True)


def _is_in_server() -> bool:
    """Say whether a Jupyter server runs in this process; a kernel or a command is another."""
    server = sys.modules.get("jupyter_server.serverapp")
    return server is not None and bool(server.ServerApp.initialized())

"""The nbconvert exporter: `jupyter nbconvert --to icmo-pdf chapter.ipynb`."""

from __future__ import annotations

import base64
import os
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter

from icmo._strings import language as spoken_language
from icmo._strings import say
from icmo._typst import compile_pdf, string, text
from icmo.documents.pseudonyms import check_export, refuse_breaches
from icmo.errors import Error
from icmo.report.exhibits import MIME
from icmo.report.guarding import chapter_texts
from icmo.report.markup import table_from_html, typst_from_markdown, typst_table

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key

_PAGE = Path(__file__).with_name("page.typ")
_PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_WIDEST_CENTIMETRES = 15.0


class FailedCellError(Error):
    """A cell that stopped with an error; a report with a hole in it is not made."""


class IcmoPDFExporter(Exporter):
    """Turns an executed notebook into pages: prose, exhibits and outputs, without the code."""

    export_from_notebook = "icmo PDF"
    output_mimetype = "application/pdf"
    #: With the key of its project no name that has a pseudonym is set; CPR numbers never are.
    key: Key | None = None

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]  # nbconvert says text; its PDF exporters give bytes
        self,
        nb: NotebookNode,
        resources: dict[str, Any] | None = None,
        **kw: Any,
    ) -> tuple[bytes, dict[str, Any]]:
        """Return the pages of one notebook."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        name = (resources.get("metadata") or {}).get("name", "notebook")
        refuse_breaches(check_export(chapter_texts(notebook, name), self.key))
        with tempfile.TemporaryDirectory(prefix="icmo-") as folder:
            pdf = compile_pdf(write_chapter(notebook, name, Path(folder)), _timestamp(notebook))
        return pdf, resources


def write_chapter(notebook: NotebookNode, name: str, folder: Path) -> Path:
    """Write a notebook as Typst into a folder, pictures beside it. Returns the main file."""
    known = notebook.metadata.get("icmo", {})
    chapter = _Chapter(known.get("language") or spoken_language(), name, folder)
    body = [chapter.cell(cell, number) for number, cell in enumerate(notebook.cells, 1)]
    title = known.get("title") or chapter.first_heading or name
    settings = {
        "title": title,
        "date": _written_date(notebook, chapter.language),
        "running": known.get("running", ""),
    }
    arguments = ", ".join(f"{key}: {string(value)}" for key, value in settings.items())
    (folder / "page.typ").write_text(_PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    main = folder / "main.typ"
    main.write_text(
        '#import "page.typ": *\n'
        f"#show: icmo-report.with({arguments}, language: {string(chapter.language)})\n\n"
        + "\n\n".join(filter(None, body))
        + "\n",
        encoding="utf-8",
    )
    return main


def _date_of(notebook: NotebookNode) -> date | None:
    """Return the date a report bears, where its notebook gives one."""
    written = notebook.metadata.get("icmo", {}).get("date", "")
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _timestamp(notebook: NotebookNode) -> int:
    """Return the PDF's own time: the report's date, so that the same chapter is the same bytes."""
    day = _date_of(notebook)
    if day is not None:
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def _written_date(notebook: NotebookNode, language: str) -> str:
    day = _date_of(notebook)
    if day is None:
        return str(notebook.metadata.get("icmo", {}).get("date", ""))
    month = say("date.months", language).split()[day.month - 1]
    return say("date.written", language, day=day.day, month=month, year=day.year)


class _Chapter:
    """Turns the cells of one notebook into Typst."""

    def __init__(self, language: str, name: str, folder: Path) -> None:
        self.language = language
        self.first_heading = ""
        self._name = name
        self._folder = folder
        self._pictures = 0

    def cell(self, cell: NotebookNode, number: int) -> str:
        """Return one cell: prose, or what code showed."""
        if cell.cell_type == "markdown":
            return self._prose(cell.source)
        if cell.cell_type != "code":
            return ""
        parts = []
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                problem = f"{output.ename}: {output.evalue}"
                raise FailedCellError(
                    say("report.cell", notebook=self._name, cell=number, problem=problem)
                )
            if output.output_type in ("display_data", "execute_result"):
                parts.append(self._output(output.data))
            elif output.output_type == "stream" and output.name == "stdout":
                parts.append(f"#raw({string(output.text.rstrip())}, block: true)")
        return "\n\n".join(filter(None, parts))

    def _prose(self, source: str) -> str:
        lines = source.strip().splitlines()
        if not self.first_heading and lines and lines[0].startswith("# "):
            # The first heading is the title, which the page sets itself.
            self.first_heading = lines.pop(0)[2:].strip()
        return typst_from_markdown("\n".join(lines), lift=1)

    def _output(self, data: dict[str, Any]) -> str:
        if MIME in data:
            return self._exhibit(data[MIME])
        for mime in _PICTURES:
            if mime in data:
                return f"#figure({self._picture(mime, data[mime], say('report.no_alt', self.language))})"
        if "text/html" in data:
            found = table_from_html(data["text/html"])
            if found is not None:
                return "#" + typst_table(*found, [False] * len(found[0]))
        if "text/markdown" in data:
            return typst_from_markdown(data["text/markdown"], lift=1)
        return f"#raw({string(data['text/plain'])}, block: true)" if "text/plain" in data else ""

    def _exhibit(self, exhibit: dict[str, Any]) -> str:
        if exhibit["kind"] == "quote":
            return f"#icmo-quote({string(exhibit['text'])}, {string(exhibit['speaker'])})"
        if exhibit["kind"] == "figure":
            width = min(_WIDEST_CENTIMETRES, exhibit["inches"] * 2.54)
            inside = self._picture("image/svg+xml", exhibit["svg"], exhibit["alt"], width)
            kind = "image"
        else:
            inside = typst_table(exhibit["head"], exhibit["rows"], exhibit["numeric"])
            kind = "table"
        note = f"\n\n#icmo-note({string(exhibit['note'])})" if exhibit["note"] else ""
        return f"#figure({inside}, kind: {kind}, caption: [{text(exhibit['caption'])}]){note}"

    def _picture(self, mime: str, data: str, alt: str, width: float | None = None) -> str:
        self._pictures += 1
        file = self._folder / f"picture-{self._pictures}.{_PICTURES[mime]}"
        if mime == "image/svg+xml":
            file.write_text(data, encoding="utf-8")
        else:
            file.write_bytes(base64.b64decode(data))
        size = f", width: {width:.2f}cm" if width else ""
        return f"image({string(file.name)}, alt: {string(alt)}{size})"

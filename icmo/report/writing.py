"""A manuscript written as PDF, HTML or Word."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.report.manuscript import ReportError

if TYPE_CHECKING:
    from icmo.report.manuscript import Manuscript

#: What a report can be written as.
MIMES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def written(manuscript: Manuscript, form: str, timestamp: int) -> bytes:
    """Return a manuscript as a file of one form."""
    if form == "pdf":
        from icmo._typst import compile_pdf
        from icmo.report.pages import write_pages

        with tempfile.TemporaryDirectory(prefix="icmo-") as folder:
            return compile_pdf(write_pages(manuscript, Path(folder)), timestamp)
    if form == "html":
        from icmo.report.web import write_web

        return write_web(manuscript)
    if form == "docx":
        from icmo.report.word import write_word

        return write_word(manuscript, timestamp)
    raise ReportError(say("report.format", format=form, known=", ".join(MIMES)))

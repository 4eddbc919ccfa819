"""Coded passages as a Word document: under each code what was said, and where."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import say
from icmo.spreadsheets.cells import printable
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from icmo.project import Project


def write_passages(
    project: Project, path: str | os.PathLike[str], codes: Sequence[str] | None = None
) -> int:
    """Write the coded passages as a Word document, by code. Returns how many passages.

    Each has a source line: document, case, group, characters, coder.
    """
    from docx import Document

    file = Path(path)
    if file.suffix.casefold() != ".docx":
        raise SpreadsheetError(say("export.suffix", file=file, suffixes=".docx"))
    tags = project.tags()
    names = project.documents().set_index("document")["name"]
    language = project.language
    paper = Document()
    paper.core_properties.author = "icmo"
    paper.core_properties.title = project.path.stem
    paper.add_heading(say("sheet.passages", language, project=project.path.stem), 0)
    written = 0
    for book in project.codebooks.values():
        labels = book.labels(language if language in book.languages else None)
        for family in book.family_records:
            chosen = [code for code in family.codes if codes is None or code.id in codes]
            there = [code for code in chosen if (tags["code"] == code.id).any()]
            if not there:
                continue
            label = (family.label or {}).get(language, family.id)
            paper.add_heading(printable(label), 1)
            for code in there:
                some = tags[tags["code"] == code.id]
                paper.add_heading(printable(f"{labels[code.id]} ({len(some)})"), 2)
                for row in some.to_dict("records"):
                    paper.add_paragraph(printable(row["text"]), style="Quote")
                    said = [
                        names[row["document"]],
                        row["case"],
                        row["group"],
                        f"{row['start']}–{row['end']}",
                    ]
                    said += [row["coder"], row["polarity"] or "", row["note"] or ""]
                    line = paper.add_paragraph()
                    run = line.add_run(
                        printable(" · ".join(one for one in said if isinstance(one, str) and one))
                    )
                    run.italic = True
                    written += 1
    out = io.BytesIO()
    paper.save(out)
    try:
        write_whole(file, out.getvalue())
    except OSError as error:
        raise SpreadsheetError(
            say("export.unwritable", path=file, reason=error.strerror or error)
        ) from None
    project.exported(file)
    return written

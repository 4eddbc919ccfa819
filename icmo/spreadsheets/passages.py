"""Coded passages as a Word document: under each code what was said, and where."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import say
from icmo.documents.pseudonyms import Guard
from icmo.spreadsheets.cells import printable
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from typing import Any

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

_TITLE, _FAMILY, _CODE, _QUOTE, _SOURCE = "title", "family", "code", "quote", "source"
_HEADINGS = {_TITLE: 0, _FAMILY: 1, _CODE: 2}


def write_passages(
    project: Project,
    path: str | os.PathLike[str],
    codes: Sequence[str] | None = None,
    key: Key | None = None,
) -> int:
    """Write the coded passages as a Word document, by code. Returns how many passages.

    Each has a source line: document, case, group, characters, coder.

    Raises:
        PseudonymError: a CPR number stands in it, or with the key a name that has a pseudonym.
    """
    file = Path(path)
    if file.suffix.casefold() != ".docx":
        raise SpreadsheetError(say("export.suffix", file=file, suffixes=".docx"))
    paragraphs = list(_paragraphs(project, codes))
    _guard(file, paragraphs, key)
    try:
        write_whole(file, _paper(project, paragraphs))
    except OSError as error:
        raise SpreadsheetError(
            say("export.unwritable", path=file, reason=error.strerror or error)
        ) from None
    project.note_export(file)
    return sum(kind == _QUOTE for kind, _ in paragraphs)


def _paragraphs(project: Project, codes: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """Hand out what the document says: what each paragraph is, and its words."""
    tags = project.tags()
    names = project.documents().set_index("document")["name"]
    language = project.language
    yield _TITLE, say("sheet.passages", language, project=project.path.stem)
    for book in project.codebooks.values():
        labels = book.labels(language if language in book.languages else None)
        for family in book.family_records:
            chosen = [code.id for code in family.codes if codes is None or code.id in codes]
            there = [code for code in chosen if (tags["code"] == code).any()]
            if there:
                yield _FAMILY, (family.label or {}).get(language, family.id)
            for code in there:
                some = tags[tags["code"] == code].to_dict("records")
                yield _CODE, f"{labels[code]} ({len(some)})"
                for row in some:
                    yield _QUOTE, row["text"]
                    yield _SOURCE, _source(row, names[row["document"]])


def _source(row: Mapping[Hashable, Any], name: str) -> str:
    """Return where a passage stands and who said what of it."""
    said = [name, row["case"], row["group"], f"{row['start']}–{row['end']}"]
    said += [row["coder"], row["polarity"] or "", row["note"] or ""]
    return " · ".join(one for one in said if isinstance(one, str) and one)


def _guard(file: Path, paragraphs: list[tuple[str, str]], key: Key | None) -> None:
    """Refuse words that name someone, told by their code and by their paragraph under it."""
    guard = Guard(key)
    place, number = file.name, 0
    for kind, words in paragraphs:
        number += 1
        if kind == _CODE:
            place, number = f"{file.name} [{words}]", 0
        guard.see_line(place, number, words)
    guard.refuse()


def _paper(project: Project, paragraphs: list[tuple[str, str]]) -> bytes:
    from docx import Document

    paper = Document()
    paper.core_properties.author = "icmo"
    paper.core_properties.title = project.path.stem
    for kind, words in paragraphs:
        if kind in _HEADINGS:
            paper.add_heading(printable(words), _HEADINGS[kind])
        elif kind == _QUOTE:
            paper.add_paragraph(printable(words), style="Quote")
        else:
            paper.add_paragraph().add_run(printable(words)).italic = True
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()

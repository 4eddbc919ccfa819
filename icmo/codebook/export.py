"""Codebooks as files for people: Markdown, Word, spreadsheet, csv; interview guides and checklists."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import did_you_mean, say
from icmo.codebook.markdown import write_markdown
from icmo.codebook.pages import checklist_pages, codebook_pages, guide_pages
from icmo.codebook.questions import chosen_language, find_principle, guided_principles
from icmo.codebook.schema import codebook_schema
from icmo.codebook.tables import write_csv, write_xlsx
from icmo.codebook.word import write_word
from icmo.errors import Error

if TYPE_CHECKING:
    from icmo.codebook import Codebook
    from icmo.codebook.pages import Block

#: What can be read on paper, and what can be sorted.
PAGES = (".md", ".docx")
TABLES = (".xlsx", ".csv")


class ExportError(Error):
    """A codebook that cannot be written where or as it was asked."""


def export_codebook(
    codebook: Codebook, path: str | os.PathLike[str], language: str = "da", checklists: bool = False
) -> Path:
    """Write a codebook for people to read; the ending of the name decides the format.

    Args:
        codebook: the codebook.
        path: a name that ends in .md, .docx, .xlsx or .csv; a file of that name is replaced.
        language: da or en; spreadsheets hold both.
        checklists: only the codes with steps or a checklist, as sheets to tick off (.md, .docx).

    Returns:
        The path of the file.

    Raises:
        ExportError: the file cannot be written, or there is nothing to write.
    """
    file = _target(path, PAGES if checklists else PAGES + TABLES)
    spoken = chosen_language(codebook.languages, language)
    if file.suffix.lower() == ".csv":
        return _write(file, write_csv(codebook))
    if file.suffix.lower() == ".xlsx":
        return _write(file, write_xlsx(codebook, spoken))
    pages = checklist_pages(codebook, spoken) if checklists else codebook_pages(codebook, spoken)
    if not pages:
        raise ExportError(say("export.no_checklists", codebook=codebook.id))
    return _write(file, _pages(pages, file, spoken))


def export_guide(
    codebook: Codebook,
    path: str | os.PathLike[str],
    principle: str | None = None,
    language: str = "da",
) -> Path:
    """Write an interviewer's sheet for one principle, or for each of them when none is named.

    Args:
        codebook: the codebook whose questions are asked.
        path: a name that ends in .md or .docx; a file of that name is replaced.
        principle: the id of a principle.
        language: da or en.

    Returns:
        The path of the file.

    Raises:
        ExportError: the file cannot be written, or no questions are asked about any principle.
        PrincipleError: there is no such principle, or no questions are asked about it.
    """
    file = _target(path, PAGES)
    spoken = chosen_language(codebook.languages, language)
    families = codebook.family_records
    principles = (
        [find_principle(families, principle)]
        if principle
        else [*guided_principles(families).values()]
    )
    if not principles or not codebook.question_templates:
        raise ExportError(say("export.no_guide", codebook=codebook.id))
    return _write(file, _pages(guide_pages(codebook, principles, spoken), file, spoken))


def export_schema(path: str | os.PathLike[str]) -> Path:
    """Write the JSON Schema of codebook files, for editors."""
    return _write(_target(path, (".json",)), codebook_schema().encode("utf-8"))


def _pages(pages: list[Block], file: Path, language: str) -> bytes:
    return write_markdown(pages) if file.suffix.lower() == ".md" else write_word(pages, language)


def _target(path: str | os.PathLike[str], suffixes: tuple[str, ...]) -> Path:
    """Return the file to write, or say why it cannot be."""
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in suffixes:
        sentence = say("export.suffix", file=file, suffixes=", ".join(suffixes))
        raise ExportError(sentence + did_you_mean(suffix, suffixes))
    if not file.parent.is_dir():
        raise ExportError(say("project.no_folder", folder=file.parent))
    if os.path.lexists(file):
        if not stat.S_ISREG(file.lstat().st_mode):
            raise ExportError(say("export.not_a_file", path=file))
        if not os.access(file, os.W_OK):
            raise ExportError(say("export.read_only", path=file))
    return file


def _write(file: Path, content: bytes) -> Path:
    try:
        write_whole(file, content)
    except OSError as error:
        raise ExportError(
            say("export.unwritable", path=file, reason=error.strerror or error)
        ) from error
    return file

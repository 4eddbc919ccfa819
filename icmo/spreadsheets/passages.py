"""Coded passages as a Word document: under each code what was said, and where."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import say
from icmo.codebook.word import set_properties, write_footer
from icmo.codebook.word_template import new_document
from icmo.documents.pseudonyms import Guard
from icmo.spreadsheets.cells import polarity_in_words, printable
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from typing import Any

    from docx.text.paragraph import Paragraph

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

_TITLE, _FAMILY, _CODE, _QUOTE, _SOURCE = "title", "family", "code", "quote", "source"
_STYLES = {
    _TITLE: "Title",
    _FAMILY: "Heading 1",
    _CODE: "Heading 2",
    _QUOTE: "Quote",
    _SOURCE: "Metadata",
}
#: Each stays on the page of what follows it.
_LEADING = (_FAMILY, _CODE, _QUOTE)


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
                    yield _SOURCE, _source(row, names[row["document"]], language)


def _source(row: Mapping[Hashable, Any], name: str, language: str) -> str:
    """Return where a passage stands and who said what of it."""
    said = [name, row["case"], row["group"], f"{row['start']}–{row['end']}"]
    said += [row["coder"], polarity_in_words(row["polarity"], language), row["note"] or ""]
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
    """Return the document: A4, a list of the codes that leads to each, page numbers."""
    language = project.language
    paper = new_document(language)
    title = say("sheet.passages", language, project=project.path.stem)
    set_properties(paper, title, language)
    write_footer(paper, title, language)
    _space(paper)
    styles = {style.name: style.style_id for style in paper.styles}
    for place, (kind, words) in enumerate(paragraphs):
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.element.style = styles[_STYLES[kind]]
        paragraph.add_run(printable(words))
        paragraph.paragraph_format.keep_with_next = kind in _LEADING
        if kind == _CODE:
            _bookmark(paragraph, place)
        # After the title and the list the passages begin on a page of their own.
        paragraph.paragraph_format.page_break_before = place == 1
        if kind == _TITLE:
            _contents(paper, paragraphs, styles)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _space(paper: Any) -> None:
    """Let a source line stand under its own passage, and families apart in the list."""
    from docx.shared import Cm, Pt

    source = paper.styles["Metadata"].paragraph_format
    source.left_indent, source.space_after = Cm(0.6), Pt(9)
    paper.styles["Quote"].paragraph_format.space_after = Pt(1)
    paper.styles["Subtitle"].paragraph_format.space_before = Pt(8)


def _contents(paper: Any, paragraphs: list[tuple[str, str]], styles: Mapping[str, str]) -> None:
    """List the codes under their families; each is a link to its passages."""
    for place, (kind, words) in enumerate(paragraphs):
        if kind not in (_FAMILY, _CODE):
            continue
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.element.style = styles[
            "Subtitle" if kind == _FAMILY else "Normal"
        ]
        run = paragraph.add_run(printable(words)).font.element
        if kind == _CODE:
            link = _element("hyperlink", anchor=_anchor(place), history="1")
            run.addprevious(link)
            link.append(run)
        paragraph.paragraph_format.keep_with_next = kind == _FAMILY


def _bookmark(paragraph: Paragraph, place: int) -> None:
    inside: Any = paragraph.paragraph_format.element
    inside.insert(1, _element("bookmarkStart", id=str(place), name=_anchor(place)))
    inside.append(_element("bookmarkEnd", id=str(place)))


def _anchor(place: int) -> str:
    return f"code-{place}"


def _element(name: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made

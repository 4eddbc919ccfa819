"""Pages of a codebook as a Word document."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.codebook.pages import clean
from icmo.codebook.word_template import PROOFING, new_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from icmo.codebook.pages import Block

_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "small": "Metadata",
    "quote": "Quote",
    "bullet": "List Bullet",
    "number": "List Number",
    "tick": "Tick List",
    "probe": "Probe",
    "form": "Form",
    "notes": "Notes",
}
_DEEPEST_HEADING = 9
_LINES_FOR_NOTES = 3
_FORM = (("date", "case"), ("group", "interviewer"))


def write_word(blocks: Sequence[Block], language: str) -> bytes:
    """Return pages as a Word document with real headings and lists, on A4, with page numbers."""
    document = new_document(language)
    title = " · ".join(
        " ".join(clean(block.text).split()) for block in blocks if "title" in block.kind
    )
    set_properties(document, title, language)
    write_footer(document, title, language)
    writer = _Writer(document, language)
    for block in blocks:
        writer.write(block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Writer:
    """Puts blocks into a document and remembers which numbered list it is in."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language
        self.list = 0
        # Looking a style up anew for every paragraph takes longer than all the rest.
        self.styles = {style.name: style.style_id for style in document.styles}

    def write(self, block: Block) -> None:
        if block.kind == "form":
            self._form()
        elif block.kind == "notes":
            self._notes()
        else:
            self._paragraph(block)

    def _paragraph(self, block: Block) -> None:
        paragraph = self._add_paragraph(_style_of(block))
        if block.new_page:
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = 0
        if block.keep:
            paragraph.paragraph_format.keep_with_next = True
        if block.label:
            paragraph.add_run(f"{block.label}: " if block.text else block.label).bold = True
        if block.kind == "number":
            self._number(paragraph, block.number)
        if block.kind == "tick":
            paragraph.add_run("☐\t")
        self._add_text(paragraph, block.text)
        if block.role:
            _colour(paragraph, look(block.role).colour)

    def _add_paragraph(self, style: str) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.element.style = self.styles[style]
        return paragraph

    def _add_text(self, paragraph: Paragraph, text: str) -> None:
        """Add text; what stands between backticks is an id."""
        parts = clean(text).split("`")
        if len(parts) % 2 == 0:  # a lone backtick marks no id
            parts = ["`".join(parts)]
        for place, part in enumerate(parts):
            run = paragraph.add_run(part) if part else None
            if run and place % 2:
                run.font.element.style = self.styles["Code Id"]

    def _number(self, paragraph: Paragraph, number: int) -> None:
        """Number a paragraph in a list of its own; Word would else count on from the last list."""
        if number == 1:
            self.list = _new_list(self.document)
        properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self.list

    def _form(self) -> None:
        for left, right in _FORM:
            words = [say(f"export.{key}", self.language) for key in (left, right)]
            self._add_paragraph("Form").add_run(f"{words[0]} \t\t{words[1]} \t")

    def _notes(self) -> None:
        for line in range(_LINES_FOR_NOTES):
            paragraph = self._add_paragraph("Notes")
            paragraph.paragraph_format.keep_with_next = line + 1 < _LINES_FOR_NOTES


def _style_of(block: Block) -> str:
    if block.kind == "heading":
        return f"Heading {min(block.level, _DEEPEST_HEADING)}"
    return _STYLES.get(block.kind, "Normal")


def _colour(paragraph: Paragraph, colour: str) -> None:
    from docx.shared import RGBColor

    for run in paragraph.runs:
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())


def _new_list(document: Document) -> int:
    numbering: Any = document.part.numbering_part.element
    style: Any = document.styles["List Number"].element
    pattern = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    number = numbering.add_num(pattern)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def set_properties(document: Document, title: str, language: str) -> None:
    """Tell a document's title and language."""
    properties = document.core_properties
    properties.title, properties.language = title[:255], PROOFING[language]
    properties.author, properties.comments = "icmo", ""
    properties.created = properties.modified = datetime.now(UTC)


def write_footer(document: Document, title: str, language: str) -> None:
    """Write the title at the left and the page number at the right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    page = say("export.page", language, page="\0PAGE\0", pages="\0NUMPAGES\0").split("\0")
    paragraph.add_run(f"{title}\t")
    for place, part in enumerate(page):
        _add_field(paragraph, part) if place % 2 else paragraph.add_run(part)


def _add_field(paragraph: Paragraph, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run: Any = paragraph.add_run("1").font.element
    run.addprevious(field)
    field.append(run)

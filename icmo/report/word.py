"""The manuscript as a Word document with real styles, tables, notes and pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo._typst import drawings_as_png
from icmo.codebook.word_template import PROOFING
from icmo.report.fitting import by_page
from icmo.report.manuscript import (
    Block,
    Box,
    Break,
    Citation,
    Code,
    Emphasis,
    Exhibit,
    Footnote,
    Heading,
    Indented,
    Items,
    Line,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Picture,
    Piece,
    Reference,
    Rule,
    Said,
    Strong,
    Struck,
    Table,
    Words,
    line_of,
    plain,
)
from icmo.report.numbering import Numbers
from icmo.report.word_parts import (
    Notes,
    Styles,
    add_field,
    add_footer,
    bookmark,
    internal_link,
    new_list,
    number_list,
    turn_page,
    web_link,
)
from icmo.report.word_styles import report_document
from icmo.report.word_tables import add_table
from icmo.report.works import in_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_DEEPEST_CONTENTS = 3
_DEEPEST_HEADING = 9
_UPRIGHT_CENTIMETRES, _TURNED_CENTIMETRES, _HIGHEST = 15.4, 24.0, 19.0


def write_word(manuscript: Manuscript, timestamp: int) -> bytes:
    """Return a manuscript as a Word document."""
    writer = _Word(manuscript)
    writer.write(timestamp)
    file = BytesIO()
    writer.document.save(file)
    return file.getvalue()


class _Word:
    """Writes blocks into a document; what stands in a box takes the box's styles."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.document: Document = report_document(manuscript.title.language)
        self._manuscript = manuscript
        self._language = manuscript.title.language
        self._numbers = Numbers(manuscript)
        self._citations, self._works = in_words(manuscript)
        self._styles = Styles(self.document)
        self._notes = Notes(self.document, self._styles)
        drawings = {
            block.content: b""
            for block in manuscript.blocks()
            if isinstance(block, Picture) and block.kind == "svg"
        }
        self._dots = dict(zip(drawings, drawings_as_png(list(drawings)), strict=True))
        self._in_box = False

    def write(self, timestamp: int) -> None:
        """Write the whole."""
        title = self._manuscript.title
        properties = self.document.core_properties
        properties.title, properties.language = title.title[:255], PROOFING[title.language]
        properties.author, properties.comments = "; ".join(title.authors)[:255], ""
        properties.created = properties.modified = datetime.fromtimestamp(timestamp, UTC)
        add_footer(self.document, title.running or title.title)
        self._title()
        if not self._manuscript.single:
            self._contents()
        works = self._works
        for chapter in self._manuscript.chapters:
            if chapter.kind == "appendix" and works:
                self._list_of_works()
                works = ()
            for wide, run in by_page(chapter.blocks):
                if wide:
                    turn_page(self.document, turned=True)
                    self._blocks(run, wide=True)
                    turn_page(self.document, turned=False)
                else:
                    self._blocks(run)
        if works:
            self._list_of_works()
        self._notes.save()

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _add(self, style: str, words: str = "") -> WordParagraph:
        return self._styles.dress(self.document.add_paragraph(words), style)

    def _title(self) -> None:
        title = self._manuscript.title
        self._add("Title", title.title)
        if title.subtitle:
            self._add("Subtitle", title.subtitle)
        for words in (", ".join(title.authors), title.publisher, title.date, title.remark):
            if words:
                self._add("Metadata", words)

    def _contents(self) -> None:
        """Write the contents as a field; its entries are there until Word adds the pages."""
        heading = self._add("Contents Heading", self._say("report.contents"))
        heading.paragraph_format.page_break_before = True
        entries = [
            block
            for chapter in self._manuscript.chapters
            for block in chapter.blocks
            if isinstance(block, Heading) and block.level <= _DEEPEST_CONTENTS
        ]
        paragraphs = []
        for block in entries:
            known = self._numbers.of(block)
            paragraph = self._add(f"TOC {block.level}")
            words = " ".join(filter(None, (known.number, plain(block.line))))
            internal_link(paragraph, known.anchor, words, self._styles)
            paragraphs.append(paragraph)
        if paragraphs:
            add_field(paragraphs[0], paragraphs[-1], rf'TOC \o "1-{_DEEPEST_CONTENTS}" \h \z \u')

    def _list_of_works(self) -> None:
        self._add("Heading 1", self._say("report.works"))
        for work in self._works:
            self._line(self._add("Bibliography"), work)

    def _blocks(self, blocks: tuple[Block, ...], *, wide: bool = False) -> None:
        for block in blocks:
            self._block(block, wide=wide)

    def _block(self, block: Block, *, wide: bool = False) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                paragraph = self._add("Box Text" if self._in_box else "Normal")
                self._line(paragraph, block.line)
                paragraph.paragraph_format.keep_with_next = plain(block.line).endswith(":") or None
            case Items():
                self._items(block)
            case Indented():
                self._blocks(block.blocks)
            case Listing():
                self._line(self._add("Listing"), line_of(block.text))
            case Rule():
                self._add("Normal")
            case Table():
                add_table(self.document, block, self._line, self._styles, turned=wide)
            case Picture():
                self._picture(block, wide=wide)
            case Said():
                self._said(block)
            case Box():
                self._box(block)
            case Exhibit():
                self._exhibit(block, wide=wide)

    def _heading(self, heading: Heading) -> None:
        known = self._numbers.of(heading)
        level = min(heading.level, _DEEPEST_HEADING)
        paragraph = self._add(f"Heading {level}")
        if level == 1 and not self._manuscript.single:
            paragraph.paragraph_format.page_break_before = True
        if known.number:
            paragraph.add_run(f"{known.number} ")
        self._line(paragraph, heading.line)
        bookmark(paragraph, known.anchor)

    def _items(self, items: Items) -> None:
        style = "List Number" if items.ordered else "List Bullet"
        if self._in_box and not items.ordered:
            style = "Box Bullet"
        number = new_list(self.document, items.start) if items.ordered else 0
        for item in items.items:
            for place, block in enumerate(item):
                if isinstance(block, Paragraph):
                    paragraph = self._add(style if place == 0 else "List Continue")
                    self._line(paragraph, block.line)
                    if number and place == 0:
                        number_list(paragraph, number)
                else:
                    self._block(block)

    def _said(self, said: Said) -> None:
        paragraph = self._add("Box Quote" if self._in_box else "Quote")
        paragraph.add_run(self._say("report.quoted", words=said.text))
        if said.speaker:
            paragraph.paragraph_format.keep_with_next = True
            speaker = self._add("Box Speaker" if self._in_box else "Speaker")
            speaker.add_run(f"— {said.speaker}")

    def _box(self, box: Box) -> None:
        outside, self._in_box = self._in_box, True
        if box.title:
            self._add("Box Title", box.title)
        self._blocks(box.blocks)
        self._in_box = outside
        self._add("After Box")

    def _exhibit(self, exhibit: Exhibit, *, wide: bool) -> None:
        known = self._numbers.of(exhibit)
        if exhibit.caption:
            caption = self._add("Caption")
            if known.number:
                name = self._say(f"report.{exhibit.series}")
                number = caption.add_run(f"{name} ")
                add_field(number, None, rf"SEQ {name} \* ARABIC", known.number)
                caption.add_run(". ")
            caption.add_run(exhibit.caption)
            bookmark(caption, known.anchor)
        before = len(self.document.element.body)
        self._block(exhibit.inside, wide=wide)
        if not exhibit.caption:
            self._mark(before, known.anchor)
        for words in filter(None, (exhibit.note, exhibit.source)):
            self._line(self._add("Metadata"), line_of(words))
        if exhibit.passages:
            self._line(self._add("Metadata"), (self._numbers.to_passages(exhibit),))

    def _mark(self, place: int, anchor: str) -> None:
        """Put an anchor on what was just added, where it is a paragraph."""
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph as WordParagraph

        body: Any = self.document.element.body
        # The last element is the section's own.
        added = body[max(0, place - 1)]
        if added.tag == qn("w:p"):
            bookmark(WordParagraph(added, self.document), anchor)

    def _picture(self, picture: Picture, *, wide: bool) -> None:
        from docx.shared import Cm, Emu

        content = self._dots.get(picture.content, picture.content)
        paragraph = self._add("Picture")
        shape = paragraph.add_run().add_picture(BytesIO(content))
        widest = _TURNED_CENTIMETRES if wide else _UPRIGHT_CENTIMETRES
        width: int = min(Cm(picture.centimetres or widest), Cm(widest))
        height = shape.height * width // shape.width
        if height > Cm(_HIGHEST):
            width, height = width * Cm(_HIGHEST) // height, Cm(_HIGHEST)
        shape.width, shape.height = Emu(width), Emu(height)
        described: Any = shape._inline.docPr  # noqa: SLF001 - python-docx has no other way to it
        described.set("descr", picture.alt)

    def _line(self, paragraph: WordParagraph, line: Line, **dress: bool) -> None:
        for piece in line:
            self._piece(paragraph, piece, dress)

    def _piece(self, paragraph: WordParagraph, piece: Piece, dress: dict[str, bool]) -> None:
        match piece:
            case Words():
                _dressed(paragraph.add_run(piece.text), dress)
            case Strong():
                self._line(paragraph, piece.inside, **(dress | {"bold": True}))
            case Emphasis():
                self._line(paragraph, piece.inside, **(dress | {"italic": True}))
            case Struck():
                self._line(paragraph, piece.inside, **(dress | {"strike": True}))
            case Code():
                self._styles.dress_run(paragraph.add_run(piece.text), "Code Id")
            case Link():
                web_link(paragraph, piece.url, plain(piece.inside), self._styles)
            case Reference():
                target = self._numbers.target(piece)
                words = plain(piece.inside) or (target.words if target else piece.label)
                if target is None:
                    paragraph.add_run(words)
                else:
                    internal_link(paragraph, target.anchor, words, self._styles)
            case Citation():
                self._line(paragraph, self._citations.get(id(piece), ()), **dress)
            case Footnote():
                words = " ".join(
                    plain(block.line) for block in piece.blocks if isinstance(block, Paragraph)
                )
                self._notes.add(paragraph, words)
            case Break():
                paragraph.add_run().add_break()


def _dressed(run: Any, dress: dict[str, bool]) -> None:
    for name, value in dress.items():
        setattr(run.font, name, value)

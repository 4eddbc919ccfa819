"""Word files: the text a reader of the page sees; what was left out is counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from icmo.documents.files import open_archive, read_bytes, read_xml
from icmo.documents.paragraphs import Paragraph, assemble, make_lines, make_paragraph, make_table
from icmo.documents.records import Content, counted, refusal
from icmo.documents.word_parts import (
    Look,
    Styles,
    attribute,
    child,
    local,
    look_of,
    related_parts,
    switch,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipFile

#: What stands in a run for one character.
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
#: Word makes these of :) and of arrows; their own numbers mean nothing outside the font.
_SYMBOLS = {"F04A": "☺", "F04B": "😐", "F04C": "☹", "F0E0": "→", "F0DF": "←", "F0F3": "↔"}
_COUNTED = {
    "footnoteReference": "remark.notes",
    "endnoteReference": "remark.notes",
    "commentReference": "remark.comments",
    "object": "remark.objects",
    "altChunk": "remark.objects",
    "chart": "remark.objects",
    "relIds": "remark.objects",
}
_DELETED = ("del", "moveFrom")
_INSERTED = ("ins", "moveTo")
_NO_TEXT = frozenset(
    (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("instrText", "delText", "delInstrText", "fldData", "fldChar", "rt"),
    )
)


def read_docx(file: Path) -> Content:
    """Read a Word file: tables, soft line breaks, text boxes and tracked insertions are kept.

    Tracked deletions, hidden text, notes, comments, page headers and footers, embedded files
    and the numbers of lists are left out, and counted in remarks.

    Raises:
        DocumentError: the file is damaged, locked, or no Word file.
    """
    archive = open_archive(file, read_bytes(file))
    main = (related_parts(file, archive, "").get("officeDocument") or ["word/document.xml"])[0]
    body = child(read_xml(file, archive, main), "body")
    if body is None:
        raise refusal(file, "document.damaged", suffix=file.suffix)
    parts = related_parts(file, archive, main)
    walk = _Walk(
        Styles(_first(file, archive, parts, "styles"), _first(file, archive, parts, "numbering"))
    )
    paragraphs = walk.blocks(body)
    for name in {*parts.get("header", ()), *parts.get("footer", ())}:
        if _has_text(read_xml(file, archive, name)):
            walk.counts["remark.margins"] += 1
    return assemble(paragraphs, counted(file, walk.counts))


def _first(file: Path, archive: ZipFile, parts: dict[str, list[str]], kind: str) -> Any:
    return read_xml(file, archive, parts[kind][0]) if parts.get(kind) else None


def _has_text(element: Any) -> bool:
    return element is not None and any(
        (inner.text or "").strip() for inner in element.iter() if local(inner) in ("t", "delText")
    )


def _mark(paragraph: Any, name: str) -> bool:
    """Whether the end of a paragraph itself was tracked or hidden."""
    return bool(switch(child(paragraph, "pPr", "rPr"), name))


class _Walk:
    """Goes through a body and counts what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.counts: Counter[str] = Counter()
        self._boxes: list[Any] = []
        self._hiding = False

    def blocks(self, element: Any, in_cell: bool = False) -> list[Paragraph]:
        """Return the paragraphs and the tables of a body, a cell or a text box."""
        paragraphs: list[Paragraph] = []
        carried: list[tuple[str, bool]] = []
        for block in self._blocks(element):
            if local(block) == "tbl":
                rows = self._rows(block)
                paragraphs += make_lines(rows) if in_cell else make_table(rows)
                continue
            boxes, self._boxes = self._boxes, []
            properties = child(block, "pPr")
            style = self.styles.look(self.styles.paragraph_style(properties))
            runs = list(self._runs(block, style))
            written = any(text.strip() for text, _ in runs)
            carried += runs
            if _mark(block, "del") or (_mark(block, "vanish") and not written):
                pass  # the next paragraph goes on where this one stops
            else:
                heading = self.styles.is_heading(properties)
                paragraphs.append(make_paragraph(carried, heading))
                carried = []
            if written and self.styles.is_numbered(properties):
                self.counts["remark.numbers"] += 1
            for box in self._boxes:
                paragraphs += self.blocks(box, in_cell)
            self._boxes = boxes
        return [*paragraphs, make_paragraph(carried)] if carried else paragraphs

    def _blocks(self, element: Any) -> Iterator[Any]:
        """The paragraphs and tables in an element, through whatever is put around them."""
        for inner in _shown(element):
            name = local(inner)
            if name in ("p", "tbl"):
                yield inner
            elif name in _DELETED:
                self.counts["remark.deleted"] += 1
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
            elif name not in _NO_TEXT:
                yield from self._blocks(inner)

    def _rows(self, table: Any) -> list[list[list[Paragraph]]]:
        rows = []
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self.counts["remark.deleted"] += 1
                continue
            self.counts["remark.inserted"] += child(row, "trPr", "ins") is not None
            rows.append([self.blocks(cell, in_cell=True) for cell in _inside(row, "tc")])
        return rows

    def _runs(self, element: Any, look: Look) -> Iterator[tuple[str, bool]]:
        for inner in _shown(element):
            name = local(inner)
            if name == "r":
                yield from self._run(inner, look)
            elif name in _DELETED:
                self.counts["remark.deleted"] += _has_text(inner)
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
            elif name not in _NO_TEXT:
                self.counts["remark.inserted"] += name in _INSERTED and _has_text(inner)
                yield from self._runs(inner, look)

    def _run(self, run: Any, around: Look) -> Iterator[tuple[str, bool]]:
        properties = child(run, "rPr")
        style = self.styles.look(attribute(child(properties, "rStyle"), "val"))
        look = look_of(properties).over(style).over(around)
        if look.hidden:
            self._hide(_has_text(run))
            return
        text = ""
        for inner in _shown(run):
            name = local(inner)
            if name == "t":
                # A line end in the XML is no line end on the page.
                text += (inner.text or "").replace("\n", " ")
            elif name == "sym":
                text += _symbol(attribute(inner, "char"))
            elif name in _CHARACTERS:
                text += _CHARACTERS[name]
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
            elif name == "ruby":
                yield from self._runs(child(inner, "rubyBase"), look)
            elif name in ("drawing", "pict", "Choice", "Fallback"):
                self._drawing(inner)
        self._hiding = self._hiding and not text
        yield text, bool(look.bold)

    def _hide(self, written: bool) -> None:
        """Count neighbouring hidden runs as one piece: Word cuts runs where it likes."""
        if written and not self._hiding:
            self.counts["remark.hidden"] += 1
        self._hiding = self._hiding or written

    def _drawing(self, drawing: Any) -> None:
        """Remember the text boxes of a drawing, and count what else holds words."""
        for inner in _shown(drawing):
            name = local(inner)
            if name == "txbxContent":
                self._boxes.append(inner)
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
            else:
                self._drawing(inner)


def _shown(element: Any) -> Iterator[Any]:
    """The elements in an element; of what is there twice, for old and new Word, the first."""
    for inner in element if element is not None else ():
        if local(inner) == "AlternateContent":
            first = next(iter(inner), None)
            if first is not None:
                yield first
        else:
            yield inner


def _inside(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through whatever is put around them."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(inner, name)


def _symbol(code: str) -> str:
    try:
        return _SYMBOLS.get(code.upper()) or chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""

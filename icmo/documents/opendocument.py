"""OpenDocument text files, as LibreOffice writes them; what was left out is counted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from icmo.documents.files import open_archive, parse_xml, read_bytes, read_part, read_xml
from icmo.documents.opendocument_styles import Styles
from icmo.documents.paragraphs import Paragraph, assemble, make_lines, make_paragraph, make_table
from icmo.documents.records import Content, counted, refusal
from icmo.documents.word_parts import attribute, child, elements, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WHITE = re.compile(r"[ \t\r\n]+")
#: More spaces or empty cells than this in a row are nobody's.
_MOST = 1000
_COUNTED = {
    "note": "remark.notes",
    "annotation": "remark.comments",
    "object": "remark.objects",
    "object-ole": "remark.objects",
}
_NO_TEXT = frozenset(
    (
        *("tracked-changes", "annotation-end", "forms", "sequence-decls", "variable-decls"),
        *("user-field-decls", "title", "desc", "image", "event-listeners", "soft-page-break"),
        *("table-source", "table-column", "table-columns", "index-title-template", "ruby-text"),
        *("alphabetical-index-mark", "toc-mark", "bibliography-mark", "note-ref"),
    )
)


def read_odt(file: Path) -> Content:
    """Read an OpenDocument text: tables, line breaks and tracked insertions are kept.

    Tracked deletions, hidden text, notes, comments, page headers and footers, embedded files
    and the numbers of lists are left out, and counted in remarks.

    Raises:
        DocumentError: the file is damaged, locked, or no OpenDocument text.
    """
    archive = open_archive(file, read_bytes(file))
    manifest = read_part(file, archive, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or b"encrypted-package" in manifest:
        raise refusal(file, "document.locked")
    content = read_part(file, archive, "content.xml")
    root = None if content is None else parse_xml(file, content)
    body = child(root, "body", "text")
    if body is None:
        raise refusal(file, "document.damaged", suffix=file.suffix)
    styles = read_xml(file, archive, "styles.xml")
    walk = _Walk(Styles(root, styles))
    for region in elements(child(body, "tracked-changes")):
        walk.counts["remark.inserted"] += child(region, "insertion") is not None
        walk.counts["remark.deleted"] += child(region, "deletion") is not None
    walk.counts["remark.margins"] = _margins(styles)
    paragraphs = walk.blocks(body)
    return assemble(paragraphs, counted(file, walk.counts))


def _margins(styles: Any) -> int:
    """How many page headers and footers have words in them."""
    pages = child(styles, "master-styles")
    every = pages.iter() if pages is not None else ()
    return sum(
        local(one).startswith(("header", "footer")) and bool("".join(one.itertext()).strip())
        for one in every
    )


class _Walk:
    """Goes through a text and counts what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.counts: Counter[str] = Counter()
        self._boxes: list[Any] = []

    def blocks(
        self, element: Any, in_cell: bool = False, numbered: bool = False
    ) -> list[Paragraph]:
        """Return the paragraphs and the tables of a text, a section, a list, a cell or a box."""
        paragraphs: list[Paragraph] = []
        for block in element:
            name = local(block)
            if name in ("p", "h"):
                paragraphs += self._paragraph(block, in_cell, numbered)
            elif name == "table":
                rows = self._rows(block)
                paragraphs += make_lines(rows) if in_cell else make_table(rows)
            elif name == "list":
                style = attribute(block, "style-name")
                inner = self.styles.is_numbered(style) if style else numbered
                paragraphs += self.blocks(block, in_cell, inner)
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
            elif name == "section" and _is_hidden(block):
                self.counts["remark.hidden"] += bool("".join(block.itertext()).strip())
            elif name not in _NO_TEXT:
                # Only the first paragraph of a point in a list has the number before it.
                paragraphs += self.blocks(block, in_cell, numbered and name != "list-header")
        return paragraphs

    def _paragraph(self, block: Any, in_cell: bool, numbered: bool) -> list[Paragraph]:
        boxes, self._boxes = self._boxes, []
        style = attribute(block, "style-name")
        runs = [] if self._hide(block, style) else list(_joined(self._runs(block, style)))
        heading = local(block) == "h" or self.styles.is_heading(style)
        paragraphs = [make_paragraph(runs, heading)]
        self.counts["remark.numbers"] += numbered and any(text.strip() for text, _ in runs)
        for box in self._boxes:
            paragraphs += self.blocks(box, in_cell)
        self._boxes = boxes
        return paragraphs

    def _rows(self, table: Any) -> list[list[list[Paragraph]]]:
        rows = []
        for row in _inside(table, ("table-row",)):
            cells: list[list[Paragraph]] = []
            for cell in _inside(row, ("table-cell", "covered-table-cell")):
                times = _number(attribute(cell, "number-columns-repeated"))
                cells += [self.blocks(cell, in_cell=True)] * times
            while cells and not any(one.text.strip() for one in cells[-1]):
                cells.pop()  # the empty columns to the right of a table
            rows.append(cells or [[]])
        return rows

    def _runs(self, element: Any, style: str) -> Iterator[tuple[str, bool]]:
        bold = self.styles.is_bold(style)
        yield _WHITE.sub(" ", element.text or ""), bold
        for inner in element:
            yield from self._run(inner, style, bold)
            yield _WHITE.sub(" ", inner.tail or ""), bold

    def _run(self, inner: Any, style: str, bold: bool) -> Iterator[tuple[str, bool]]:
        name = local(inner)
        if name == "s":
            yield "\u0020" * _number(attribute(inner, "c")), bold
        elif name == "tab":
            yield "\t", bold
        elif name == "line-break":
            yield "\n", bold
        elif name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif name in ("hidden-text", "hidden-paragraph"):
            self.counts["remark.hidden"] += bool("".join(inner.itertext()).strip())
        elif name == "text-box":
            self._boxes.append(inner)
        elif name in ("frame", "g", "custom-shape", "rect", "ellipse") or name in _NO_TEXT:
            yield from self._drawing(inner, name)
        else:
            own = attribute(inner, "style-name") if name == "span" else ""
            if not self._hide(inner, own):
                yield from self._runs(inner, own or style)

    def _drawing(self, drawing: Any, name: str) -> Iterator[tuple[str, bool]]:
        """A drawing: its boxes follow the paragraph; a picture of an embedded file is no text."""
        if name in _NO_TEXT:
            return
        if name in ("custom-shape", "rect", "ellipse") and child(drawing, "p") is not None:
            self._boxes.append(drawing)
            return
        for inner in drawing:
            yield from self._run(inner, "", bold=False)

    def _hide(self, element: Any, style: str) -> bool:
        hidden = self.styles.is_hidden(style)
        self.counts["remark.hidden"] += hidden and bool("".join(element.itertext()).strip())
        return hidden


def _joined(runs: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Leave out the white space at the beginning, which is only the file's own layout."""
    begun = False
    for text, bold in runs:
        written = text if begun or text in ("\t", "\n") else text.lstrip(" ")
        begun = begun or bool(written)
        yield written, bold


def _is_hidden(section: Any) -> bool:
    return attribute(section, "display") in ("none", "condition")


def _inside(element: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through the groups they stand in."""
    for inner in element:
        if local(inner) in names:
            yield inner
        elif local(inner) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _inside(inner, names)


def _number(written: str) -> int:
    return min(int(written), _MOST) if written.isdecimal() else 1

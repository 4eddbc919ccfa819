"""Web pages: what the page shows, without its scripts, and without asking the network."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from icmo.documents.files import decode, read_bytes, unified
from icmo.documents.paragraphs import Paragraph, assemble, make_lines, make_paragraph, make_table
from icmo.documents.records import Content, counted, refusal

if TYPE_CHECKING:
    from pathlib import Path

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WHITE = re.compile(r"[ \t\n\f]+")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)
_NO_TEXT = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object"),
        *("select", "datalist", "audio", "video", "canvas", "map", "button", "title", "rp", "rt"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    (
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "hr"),
        *("article", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "body"),
        *("address", "form", "fieldset", "caption", "details", "summary", "html", "center"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th"),
    )
)


def read_html(file: Path) -> Content:
    """Read a web page: tables and line breaks are kept, with insertions marked as such.

    Scripts, styles and comments are no text; deletions, hidden text and embedded files are
    left out, and counted in remarks.

    Raises:
        DocumentError: the file holds something other than text.
    """
    from lxml import etree, html

    text, remarks = _decoded(file, read_bytes(file))
    text = _DECLARATION.sub("", text).replace("\0", "\ufffd")
    if not text.strip():
        raise refusal(file, "document.empty")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return Content("", remarks=remarks)  # nothing but comments
    except (etree.XMLSyntaxError, ValueError):
        raise refusal(file, "document.damaged", suffix=file.suffix) from None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # The parser gave up, and the rest of the text would be lost without a word.
        raise refusal(file, "document.damaged", suffix=file.suffix)
    page = _Page()
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            skipped += page.leaves_out(element, skipped > 0)
            if not skipped:
                page.begin(element)
        else:
            if not skipped:
                page.end(element)
            skipped -= page.left_out(element)
            if not skipped:
                page.write(element.tail or "")
    return assemble(page.finished(), (*remarks, *counted(file, page.counts)))


def _decoded(file: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the page's text; the encoding it declares counts where it is no UTF-8."""
    text, remarks = decode(file, data)
    declared = _CHARSET.search(data[:4096])
    if not remarks or not declared:
        return text, remarks
    try:
        return unified(data.decode(codecs.lookup(declared[1].decode("ascii")).name)), ()
    except (LookupError, ValueError):
        return text, remarks


class _Page:
    """Goes through a page and counts what it leaves out."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._found: list[Paragraph] = []
        self._runs: list[tuple[str, bool]] = []
        self._tables: list[list[list[list[Paragraph]]]] = []
        self._outside: list[list[Paragraph]] = []  # where to go on after a cell
        self._bold = [False]
        self._heading = self._pre = 0
        self._left_out: set[Any] = set()

    def leaves_out(self, element: Any, already: bool) -> bool:
        """Whether an element and what is in it is no part of the text."""
        name, style = str(element.tag), element.get("style", "")
        hidden = "hidden" in element.attrib or bool(_HIDDEN.search(style))
        if name not in _NO_TEXT and name != "del" and not hidden:
            return False
        self._left_out.add(element)
        if not already and "".join(element.itertext()).strip():
            if name in ("object", "iframe", "math", "svg"):
                self.counts["remark.objects"] += 1
            elif name not in _NO_TEXT:
                self.counts["remark.deleted" if name == "del" else "remark.hidden"] += 1
        return True

    def left_out(self, element: Any) -> bool:
        """Whether this element was left out."""
        return element in self._left_out

    def begin(self, element: Any) -> None:
        """Begin an element, and write the text before what is in it."""
        name, style = str(element.tag), element.get("style", "")
        if name in _BLOCKS:
            self._flush()
        self._heading += name in _HEADINGS
        self._pre += name == "pre"
        self.counts["remark.inserted"] += name == "ins" and bool(element.text_content().strip())
        bold = name in ("b", "strong") or bool(_BOLD.search(style))
        self._bold.append((bold or self._bold[-1]) and not _LIGHT.search(style))
        if name == "table":
            self._tables.append([])
        elif name == "tr" and self._tables:
            self._tables[-1].append([])
        elif name in ("td", "th") and self._tables and self._tables[-1]:
            self._outside.append(self._found)
            self._found = []
        elif name == "br":
            self._runs.append(("\n", self._bold[-1]))
        self.write(element.text or "")

    def end(self, element: Any) -> None:
        """End an element."""
        name = str(element.tag)
        if name in _BLOCKS:
            self._flush()
        self._heading -= name in _HEADINGS
        self._pre -= name == "pre"
        self._bold.pop()
        if name in ("td", "th") and self._tables and self._tables[-1]:
            self._tables[-1][-1].append(self._found)
            self._found = self._outside.pop()
        elif name == "table":
            rows = [row for row in self._tables.pop() if row]
            self._found += make_lines(rows) if self._outside else make_table(rows)

    def write(self, text: str) -> None:
        """Write text: white space counts as one blank, but in a block that says otherwise."""
        self._runs.append((text if self._pre else _WHITE.sub(" ", text), self._bold[-1]))

    def finished(self) -> list[Paragraph]:
        """Return the paragraphs and tables of the whole page."""
        self._flush()
        return self._found

    def _flush(self) -> None:
        """End a paragraph that has words in it."""
        runs, self._runs = self._runs, []
        kept: list[tuple[str, bool]] = []
        before = "\n"
        for text, bold in runs:
            # A blank after a blank, or at the beginning of a line, is not shown.
            written = text.lstrip(" ") if before in (" ", "\n") and not self._pre else text
            if written:
                kept.append((written, bold))
                before = written[-1]
        while kept and not self._pre and kept[-1][0].endswith(" "):
            text, bold = kept.pop()
            if text.rstrip(" "):
                kept.append((text.rstrip(" "), bold))
        if any(text.strip() for text, _ in kept):
            self._found.append(make_paragraph(kept, self._heading > 0))

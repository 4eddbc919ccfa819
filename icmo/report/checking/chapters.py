"""Executed chapters as checks see them: what was typed, what was generated, and what was shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.report.exhibits import MIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nbformat import NotebookNode

#: What an expression gave stands between these until nobody needs to know it was generated.
_OPEN, _CLOSE = "\ue000", "\ue001"
_EXPRESSION = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
_CITATION = re.compile(r"\[@[^\]]+\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅÉ»”\"(])")
#: What stands for a generated part in what was typed.
GENERATED = "▮"


@dataclass(frozen=True)
class Finding:
    """Something to mend before the report goes out: where, what, and how."""

    notebook: str
    cell: int
    kind: str
    what: str
    mend: str


@dataclass(frozen=True)
class Segment:
    """A heading, a paragraph, an item, a cell of a table or a quote that an author wrote.

    Attributes:
        notebook: the chapter.
        cell: the number of its cell.
        kind: heading, paragraph, item, cell or quote.
        text: what stands in the report.
        typed: the same with ▮ for what expressions gave.
        references: the labels it refers to.
        under: the heading it stands under.
        cited: whether it names a work.
        tags: the tags of its cell.
    """

    notebook: str
    cell: int
    kind: str
    text: str
    typed: str
    references: tuple[str, ...] = ()
    under: str = ""
    cited: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """An exhibit that a cell showed, or a part of a box."""

    notebook: str
    cell: int
    payload: Mapping[str, Any]
    inside: bool = False

    @property
    def kind(self) -> str:
        """Figure, table, quote, box, list or prose."""
        return str(self.payload.get("kind", ""))


@dataclass
class Chapters:
    """All that the chapters of a report say and show, in their order."""

    segments: list[Segment] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    generating: set[tuple[str, int]] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def of_kind(self, *kinds: str) -> Iterator[Segment]:
        """Return the segments of some kinds."""
        return (one for one in self.segments if one.kind in kinds)


def finding(kind: str, where: Segment | Shown | None, /, **values: object) -> Finding:
    """Return what a check found, in words."""
    return Finding(
        where.notebook if where else "",
        where.cell if where else 0,
        kind,
        say(f"finding.{kind}", **values),
        say(f"mend.{kind}"),
    )


def read_chapters(notebooks: Mapping[str, NotebookNode]) -> Chapters:
    """Read executed notebooks, by their names."""
    read = Chapters(names=list(notebooks))
    for name, notebook in notebooks.items():
        under = ""
        for number, cell in enumerate(notebook.cells, 1):
            tags = tuple(cell.metadata.get("tags", ()))
            if "remove-cell" in tags:
                continue
            if cell.cell_type == "markdown":
                if _EXPRESSION.search(cell.source):
                    read.generating.add((name, number))
                for segment in _segments(cell, name, number, tags, under):
                    read.segments.append(segment)
                    under = segment.text if segment.kind == "heading" else under
            elif cell.cell_type == "code" and "remove-output" not in tags:
                read.shown += _shown(cell, name, number)
                # A picture or a frame that is no exhibit has its label in the cell's metadata.
                read.labels |= {str(cell.metadata.get("icmo", {}).get("label") or "")} - {""}
    return read


def _shown(cell: NotebookNode, name: str, number: int) -> Iterator[Shown]:
    for output in cell.get("outputs", []):
        payload = output.get("data", {}).get(MIME)
        if payload:
            yield Shown(name, number, payload)
            for block in payload.get("blocks") or ():
                yield Shown(name, number, block, inside=True)


def _segments(
    cell: NotebookNode, name: str, number: int, tags: tuple[str, ...], under: str
) -> Iterator[Segment]:
    import mistune

    values = {
        str(one["expression"]): str(one["value"])
        for one in cell.metadata.get("icmo", {}).get("values", ())
    }

    def filled(found: re.Match[str]) -> str:
        return f"{_OPEN}{values.get(found.group(1).strip(), '…')}{_CLOSE}"

    source = re.sub(r"<!--.*?-->", "", _EXPRESSION.sub(filled, cell.source), flags=re.DOTALL)
    parse = mistune.create_markdown(renderer=None, plugins=["table", "footnotes", "strikethrough"])
    nodes = parse(source)
    for kind, inline in _blocks(nodes if isinstance(nodes, list) else []):
        references: list[str] = []
        words = _inline(inline, references)
        text = " ".join(words.replace(_OPEN, "").replace(_CLOSE, "").split())
        typed = " ".join(re.sub(f"{_OPEN}.*?{_CLOSE}", GENERATED, words).split())
        cited = bool(_CITATION.search(text))
        if text or references:
            yield Segment(name, number, kind, text, typed, tuple(references), under, cited, tags)
        under = text if kind == "heading" else under


_LEAVES = {"heading": "heading", "paragraph": "paragraph", "block_text": "paragraph"}


def _blocks(
    nodes: Sequence[Mapping[str, Any]], inside: str = ""
) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Yield the parts of Markdown that hold words, with what each is."""
    for node in nodes:
        kind, children = node["type"], node.get("children", [])
        if kind in _LEAVES:
            yield inside or _LEAVES[kind], children
        elif kind == "list_item":
            yield from _blocks(children, inside or "item")
        elif kind == "table_cell":
            yield "cell", children
        elif kind == "block_quote":
            yield from _blocks(children, "quote")
        elif kind not in ("block_code", "block_html", "thematic_break"):
            yield from _blocks(children, inside)


def _inline(nodes: Sequence[Mapping[str, Any]], references: list[str]) -> str:
    """Return the words of a line; labels referred to are gathered on the way."""
    words = []
    for node in nodes:
        kind = node["type"]
        if kind in ("softbreak", "linebreak"):
            words.append(" ")
        elif kind == "link" and str(node["attrs"]["url"]).startswith("#"):
            references.append(str(node["attrs"]["url"])[1:])
            words.append(_inline(node.get("children", []), references))
        elif "children" in node:
            words.append(_inline(node["children"], references))
        elif kind not in ("codespan", "inline_html", "image", "footnote_ref"):
            words.append(str(node.get("raw", "")))
    return "".join(words)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [one.strip() for one in _SENTENCE.split(text) if one.strip()]


def levelled(text: str) -> str:
    """Return words as they are compared: small letters, single spaces, one kind of mark and dash."""
    same = re.sub(r"[»«›‹”“„\"‘’']", "'", text.replace("\u00ad", ""))
    same = re.sub(r"[–—−]", "-", same)
    return " ".join(same.split()).casefold().rstrip(".:;, ")


def exhibit_words(shown: Shown) -> list[str]:
    """Return what an exhibit says besides its caption: items, cells, paragraphs, titles."""
    payload = shown.payload
    cells = [str(cell) for row in payload.get("rows") or () for cell in row]
    return [
        str(one)
        for one in (
            payload.get("title"),
            payload.get("lead"),
            payload.get("text"),
            *(payload.get("items") or ()),
            *cells,
        )
        if one
    ]

"""A notebook becomes a chapter: prose, exhibits, and whatever else its cells showed."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from icmo._strings import say
from icmo.report.exhibits import MIME
from icmo.report.manuscript import (
    Block,
    Box,
    Chapter,
    Exhibit,
    Heading,
    Items,
    Listing,
    Paragraph,
    Passage,
    Picture,
    Place,
    ReportError,
    Said,
    Strong,
    Table,
    Words,
    line_of,
    plain,
)
from icmo.report.prose import Prose, slug
from icmo.report.tables import table_from_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nbformat import NotebookNode

_PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_ENDINGS = {".svg": "svg", ".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}
#: What Python says of an object that is shown elsewhere; nobody wants it in print.
_NOISE = re.compile(
    r"^\[?<[^<>]* at 0x[0-9a-f]+>,?.*|^<(Axes|Figure|Exhibit)\b.*>$|^Text\(.*\)$|^<IPython\..*>$",
    re.DOTALL,
)
_PICTURE_CENTIMETRES_PER_PIXEL = 2.54 / 96


class FailedCellError(ReportError):
    """A cell that stopped with an error; a report with a hole in it is not made."""


def settings_of(notebook: NotebookNode) -> dict[str, Any]:
    """Return what a notebook's metadata says about the report."""
    return dict(notebook.metadata.get("icmo", {}))


def values_of(cell: NotebookNode) -> dict[str, str]:
    """Return what the expressions of a Markdown cell gave when it was run."""
    known = cell.metadata.get("icmo", {}).get("values", [])
    return {one["expression"]: one["value"] for one in known}


class Reader:
    """Reads the cells of one notebook.

    Args:
        name: the notebook's name, for what there is to say about its cells.
        folder: the report's folder, outside which no picture is fetched; none for a notebook that
            lies nowhere.
        language: of the report.
        code: whether code is shown too.
    """

    def __init__(
        self, name: str, folder: Path | None, language: str, *, code: bool = False
    ) -> None:
        self._name, self._folder, self._language, self._code = name, folder, language, code

    def chapter(self, notebook: NotebookNode) -> Chapter:
        """Return a notebook as a chapter, its headings in steps of one."""
        known = settings_of(notebook)
        self._code = self._code or bool(known.get("code"))
        kind = "appendix" if known.get("appendix") else "numbered"
        if known.get("numbered") is False:
            kind = "plain"
        blocks = tuple(
            block
            for number, cell in enumerate(notebook.cells, 1)
            for block in self._cell(cell, Place(self._name, number))
        )
        return Chapter(self._name, kind, in_steps(blocks))

    def _cell(self, cell: NotebookNode, place: Place) -> Iterator[Block]:
        tags = cell.metadata.get("tags", [])
        if "remove-cell" in tags:
            return
        if cell.cell_type == "markdown":
            attachments = cell.get("attachments", {})
            prose = Prose(
                place,
                self._language,
                values_of(cell),
                lambda url, alt: self._fetched(url, alt, attachments, place),
            )
            yield from prose.blocks(cell.source)
        elif cell.cell_type == "code":
            if (self._code or "show-code" in tags) and cell.source.strip():
                yield Listing(cell.source.rstrip())
            if "remove-output" not in tags:
                yield from self._outputs(cell, place)
        elif cell.metadata.get("raw_mimetype", "text/plain") in ("", "text/plain"):
            yield Listing(cell.source.rstrip())

    def _outputs(self, cell: NotebookNode, place: Place) -> Iterator[Block]:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                problem = f"{output.ename}: {output.evalue}"
                raise FailedCellError(
                    say("report.cell", notebook=place.notebook, cell=place.cell, problem=problem)
                )
            if output.output_type in ("display_data", "execute_result"):
                known = dict(cell.metadata.get("icmo", {}))
                yield from self._shown(output, known, place)
            elif output.output_type == "stream" and output.name == "stdout":
                yield Listing(output.text.rstrip())

    def _shown(self, output: NotebookNode, known: dict[str, Any], place: Place) -> Iterator[Block]:
        """Hand out what a cell showed, in the richest form there is."""
        data = output.data
        around: dict[str, Any] = {
            name: str(known.get(name, "")) for name in ("caption", "note", "source", "label")
        }
        if MIME in data:
            yield self._exhibit(data[MIME], place)
            return
        for mime, kind in _PICTURES.items():
            if mime in data:
                alt = known.get("alt") or around["caption"] or say("report.no_alt", self._language)
                content = _bytes_of(data[mime], kind)
                width = dict(output.get("metadata", {}).get(mime, {})).get("width")
                size = width * _PICTURE_CENTIMETRES_PER_PIXEL if width else None
                yield Exhibit(Picture(content, kind, alt, size), "figure", place, **around)
                return
        table = table_from_html(data["text/html"]) if "text/html" in data else None
        if table is not None:
            yield Exhibit(table, "table", place, **around)
        elif "text/markdown" in data:
            prose = Prose(place, self._language, None, lambda url, _: self._refuse(url, place))
            yield from prose.blocks(data["text/markdown"])
        elif "text/plain" in data and not _NOISE.match(data["text/plain"]):
            yield Listing(data["text/plain"].rstrip())

    def _exhibit(self, content: dict[str, Any], place: Place) -> Block:
        inside = self._inside(content, place)
        if isinstance(inside, Said) and not content.get("caption") and not content.get("label"):
            return inside
        passages = tuple(
            Passage(*(str(one.get(key, "")) for key in ("number", "place", "speaker", "text")))
            for one in content.get("passages") or ()
        )
        around: dict[str, Any] = {
            name: str(content.get(name) or "") for name in ("caption", "note", "source", "label")
        }
        series = content.get("series") or content["kind"]
        return Exhibit(inside, series, place, **around, passages=passages)

    def _inside(self, content: dict[str, Any], place: Place) -> Block:
        """Return the thing itself that an exhibit shows."""
        match content.get("kind"):
            case "figure":
                if not str(content.get("alt") or "").strip():
                    raise ReportError(say("report.alt", **_where(place)))
                size = float(content["inches"]) * 2.54 if content.get("inches") else None
                svg = str(content["svg"]).encode()
                return Picture(svg, "svg", content["alt"], size, bool(content.get("wide")))
            case "table":
                return _table(content)
            case "quote":
                return Said(str(content["text"]).strip(), str(content.get("speaker") or "").strip())
            case "prose":
                opening = line_of(str(content.get("lead") or ""))
                lead = (Strong(opening), Words(" ")) if opening else ()
                return Paragraph((*lead, *line_of(content["text"])))
            case "list":
                items = tuple((Paragraph(line_of(str(one))),) for one in content["items"])
                return Items(items, bool(content.get("ordered")))
            case "box":
                blocks = tuple(self._inside(one, place) for one in content["blocks"])
                return Box(content.get("style") or "finding", content.get("title") or "", blocks)
            case kind:
                raise ReportError(say("report.kind", kind=kind, **_where(place)))

    def _fetched(self, url: str, alt: str, attachments: dict[str, Any], place: Place) -> Picture:
        """Return a picture of the author's: an attachment, or a file in the report's folder."""
        if not alt:
            raise ReportError(say("report.alt", **_where(place)))
        url = unquote(url)
        if url.startswith("attachment:"):
            bundle = attachments.get(url.removeprefix("attachment:"), {})
            for mime, kind in _PICTURES.items():
                if mime in bundle:
                    return Picture(_bytes_of(bundle[mime], kind), kind, alt)
        if self._folder is None or ":" in url or url.startswith(("/", "\\")):
            raise self._refusal(url, place)
        root = self._folder.resolve()
        path = (root / url).resolve()
        if not path.is_relative_to(root) or path.suffix.casefold() not in _ENDINGS:
            raise self._refusal(url, place)
        if not path.is_file():
            raise ReportError(say("report.picture_missing", url=url, **_where(place)))
        return Picture(path.read_bytes(), _ENDINGS[path.suffix.casefold()], alt)

    def _refuse(self, url: str, place: Place) -> Picture:
        raise self._refusal(url, place)

    def _refusal(self, url: str, place: Place) -> ReportError:
        return ReportError(say("report.picture", url=url, **_where(place)))


def in_steps(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks whose headings never skip a level, as a screen reader wants them."""
    from dataclasses import replace

    made: list[Block] = []
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1)
            made.append(replace(block, level=last))
        else:
            made.append(block)
    return tuple(made)


def titled(chapter: Chapter, title: str) -> Chapter:
    """Return a chapter that begins with a heading; one that has none gets its title."""
    first = chapter.blocks[0] if chapter.blocks else None
    if isinstance(first, Heading) and first.level == 1:
        return chapter
    heading = Heading(1, line_of(title), slug(title))
    return Chapter(chapter.notebook, chapter.kind, in_steps((heading, *chapter.blocks)))


def without_title(chapter: Chapter) -> tuple[str, Chapter]:
    """Take the first heading of a chapter as its title, and lift the others one level."""
    from dataclasses import replace

    blocks = list(chapter.blocks)
    title = ""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            title = plain(block.line)
            del blocks[number]
            break
    lifted = tuple(
        replace(block, level=max(1, block.level - 1)) if isinstance(block, Heading) else block
        for block in blocks
    )
    return title, Chapter(chapter.notebook, chapter.kind, in_steps(lifted))


def _table(content: dict[str, Any]) -> Table:
    head = content["head"]
    rows = head if head and isinstance(head[0], list | tuple) else [head]
    columns = max([len(row) for row in (*rows, *content["rows"])], default=0)
    numeric = list(content.get("numeric") or [])
    return Table(
        tuple(_lines(row, columns) for row in rows),
        tuple(_lines(row, columns) for row in content["rows"]),
        tuple(bool(one) for one in (numeric + [False] * columns)[:columns]),
        int(content.get("row_heads") or 0),
        tuple(float(one) for one in content.get("widths") or ()),
        tuple(tuple(row) for row in content.get("shades") or ()),
        bool(content.get("wide")),
        tuple((int(row), int(first), int(over)) for row, first, over in content.get("spans") or ()),
    )


def _lines(row: Any, columns: int) -> Any:
    cells = ["" if cell is None else str(cell) for cell in row]
    return tuple(line_of(cell) for cell in cells + [""] * (columns - len(cells)))


def _bytes_of(data: Any, kind: str) -> bytes:
    """Return a picture's bytes; Jupyter keeps drawings as text and photographs in base 64."""
    written = "".join(data) if isinstance(data, list) else str(data)
    return written.encode() if kind == "svg" else base64.b64decode(written)


def _where(place: Place) -> dict[str, Any]:
    return {"notebook": place.notebook, "cell": place.cell}

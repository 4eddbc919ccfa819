"""The manuscript as pages: Typst markup in which every word of the report is a string."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo._typst import array, string, text
from icmo.report.fitting import (
    by_page,
    dark,
    fitted,
    fitted_at_any_price,
    heads,
    height,
    loosened,
    shade_of,
)
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
    plain,
)
from icmo.report.numbering import SERIES, Numbers
from icmo.report.works import citations, cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PAGE = Path(__file__).with_name("page.typ")
#: A cell with more letters may break over two pages; shorter rows stay whole.
_LONG_CELL = 700
#: How deep the contents go, and with how many entries they stop a level earlier.
_DEEPEST_CONTENTS, _LONGEST_CONTENTS = 3, 80
#: What is lower than this, in points, stays on one page.
_SMALL = 330
_KINDS = {"figure": "image", "table": "table"}
_LED = (Said, Exhibit, Items, Indented, Box)


def write_pages(manuscript: Manuscript, folder: Path) -> Path:
    """Write a manuscript as Typst into a folder, pictures beside it. Returns the main file."""
    return _Pages(manuscript, folder).write()


class _Pages:
    """Writes blocks; the folder takes the pictures."""

    def __init__(self, manuscript: Manuscript, folder: Path) -> None:
        self._manuscript, self._folder = manuscript, folder
        self._language = manuscript.title.language
        self._numbers = Numbers(manuscript)
        self._pictures: dict[bytes, str] = {}

    def write(self) -> Path:
        """Write the main file and all it reads."""
        page = self._folder / "page.typ"
        page.write_text(_PAGE.read_text(encoding="utf-8"), encoding="utf-8")
        main = self._folder / "main.typ"
        parts = ['#import "page.typ": *', self._front()]
        bibliography = self._bibliography()
        for chapter in self._manuscript.chapters:
            if chapter.kind == "appendix" and bibliography:
                parts.append(bibliography)
                bibliography = ""
            parts.append(self._chapter(chapter.blocks))
        parts.append(bibliography)
        main.write_text("\n\n".join(filter(None, parts)) + "\n", encoding="utf-8")
        return main

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _front(self) -> str:
        """Return the call that sets the title page, the contents and the look of all pages."""
        title = self._manuscript.title
        settings: dict[str, str] = {
            name: string(getattr(title, name))
            for name in ("title", "subtitle", "publisher", "date", "running", "remark", "language")
        }
        settings["authors"] = array(map(string, title.authors))
        settings["single"] = str(self._manuscript.single).lower()
        names = {"contents": "contents", "figure": "figures", "table": "tables", "model": "models"}
        words = [f"{name}: {string(self._say(f'report.{key}'))}" for name, key in names.items()]
        settings["words"] = f"({', '.join(words)})"
        used = {
            block.series
            for block in self._manuscript.blocks()
            if isinstance(block, Exhibit) and self._numbers.of(block).number
        }
        settings["lists"] = array(string(series) for series in SERIES if series in used)
        headings = [block for block in self._manuscript.blocks() if isinstance(block, Heading)]
        deep = sum(heading.level <= _DEEPEST_CONTENTS for heading in headings)
        settings["depth"] = str(_DEEPEST_CONTENTS - (deep > _LONGEST_CONTENTS))
        arguments = ", ".join(f"{name}: {value}" for name, value in settings.items())
        return f"#show: icmo-report.with({arguments})"

    def _bibliography(self) -> str:
        """Return the list of works; what is not cited is not listed."""
        works = self._manuscript.works
        if works is None or not any(citations(self._manuscript)):
            return ""
        title = string(self._say("report.works"))
        return f"#icmo-works(bibliography({works.write(self._folder)}, title: {title}))"

    def _chapter(self, blocks: tuple[Block, ...]) -> str:
        """Return a chapter; wide exhibits, with the headings right above them, turn the page."""
        parts = []
        for wide, run in by_page(blocks):
            inside = self._blocks(run, wide=wide)
            parts.append(f"#page(flipped: true)[\n{inside}\n]" if wide else inside)
        return "\n\n".join(filter(None, parts))

    def _blocks(self, blocks: Sequence[Block], *, wide: bool = False) -> str:
        written = []
        for place, block in enumerate(blocks):
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            part = self._block(block, wide=wide)
            if _leads(block) and isinstance(after, _LED):
                part = f"#icmo-lead[{part}]"
            written.append(part)
        return "\n\n".join(filter(None, written))

    def _block(self, block: Block, *, wide: bool = False) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._line(block.line)
            case Items():
                return self._items(block)
            case Indented():
                return f"#icmo-indented[{self._blocks(block.blocks)}]"
            case Listing():
                return f"#raw({string(block.text)}, block: true)" if block.text else ""
            case Rule():
                return "#icmo-rule"
            case Table():
                return "#" + self._table(block, wide=wide)
            case Picture():
                return "#" + self._picture(block)
            case Said():
                whole = _yes(len(block.text) < _LONG_CELL)
                return f"#icmo-quote({self._quoted(block.text)}, {string(block.speaker)}, {whole})"
            case Box():
                inside = self._blocks(block.blocks)
                whole = _yes(height(block) < _SMALL)
                return f"#icmo-box({string(block.style)}, {string(block.title)}, {whole})[{inside}]"
            case Exhibit():
                return self._exhibit(block, wide=wide)

    def _heading(self, heading: Heading) -> str:
        known = self._numbers.of(heading)
        numbering = f"(..) => {string(known.number)}" if known.number else "none"
        line = self._line(heading.line)
        return (
            f"#heading(level: {heading.level}, numbering: {numbering})"
            f"[{line}] #label({string(known.anchor)})"
        )

    def _items(self, items: Items) -> str:
        inside = array(f"[{self._blocks(item)}]" for item in items.items)
        if items.ordered:
            return f"#enum(start: {items.start}, ..{inside})"
        return f"#list(..{inside})"

    def _quoted(self, words: str) -> str:
        return string(self._say("report.quoted", words=words)) if words else '""'

    def _exhibit(self, exhibit: Exhibit, *, wide: bool = False) -> str:
        known = self._numbers.of(exhibit)
        inside = self._block(exhibit.inside, wide=wide)
        anchor = string(known.anchor)
        whole = isinstance(exhibit.inside, Picture) or height(exhibit.inside) < _SMALL
        under = self._under(exhibit)
        if under and not whole and isinstance(exhibit.inside, Table):
            inside, under = f"#icmo-over([{under}])[{inside}]", ""
        if known.number:
            name = string(self._say(f"report.{exhibit.series}"))
            kind = _KINDS.get(exhibit.series, string(exhibit.series))
            body = (
                f"#figure([{inside}], kind: {kind}, supplement: {name}, "
                f"numbering: (..) => {string(known.number)}, caption: [{text(exhibit.caption)}])"
                f" #label({anchor})"
            )
        elif exhibit.caption:
            body = f"#icmo-caption({string(exhibit.caption)}, {anchor})\n{inside}"
        else:
            body = f"#icmo-anchor({anchor})\n{inside}"
        return f"#icmo-exhibit(whole: {_yes(whole)}, under: [{under}])[{body}]"

    def _under(self, exhibit: Exhibit) -> str:
        lines = [text(words) for words in (exhibit.note, exhibit.source) if words]
        if exhibit.passages:
            lines.append(self._reference(self._numbers.to_passages(exhibit)))
        return " #parbreak() ".join(lines)

    def _picture(self, picture: Picture) -> str:
        if picture.content not in self._pictures:
            name = f"picture-{len(self._pictures) + 1}.{picture.kind}"
            (self._folder / name).write_bytes(picture.content)
            self._pictures[picture.content] = name
        name = self._pictures[picture.content]
        size = f"{picture.centimetres:.2f}cm" if picture.centimetres else "none"
        return f"icmo-picture({string(name)}, {string(picture.alt)}, {size})"

    def _table(self, table: Table, *, wide: bool = False) -> str:
        fit = fitted(table, turned=wide) or fitted_at_any_price(table)
        tracks = array(fit.tracks)
        aligned = array("right" if one else "left" for one in table.numeric)
        head = "".join(self._head_cells(table, upright=fit.upright_heads))
        body = "".join(
            self._cell(cell, shade_of(table, number, column), across) + ", "
            for number in range(len(table.rows))
            for column, cell, across in table.cells(number)
        )
        size = f"{fit.size}pt"
        return (
            f"icmo-table({tracks}, {aligned}, {size}, {len(table.head)}, "
            f"table.header({head}), {body})"
        )

    def _head_cells(self, table: Table, *, upright: bool) -> Iterable[str]:
        for place, row in enumerate(heads(table)):
            last = place + 1 == len(table.head)
            for cell, across in row:
                inside = self._line(loosened(cell))
                if upright and last:
                    inside = f"#icmo-upright[{inside}]"
                aligned = ", align: center" if across > 1 else ""
                yield f"table.cell(colspan: {across}{aligned})[{inside}], "

    def _cell(self, cell: Line, shade: str | None, across: int) -> str:
        settings = [f"colspan: {across}"] if across > 1 else []
        if len(plain(cell)) <= _LONG_CELL:
            settings.append("breakable: false")
        inside = self._line(loosened(cell))
        if shade:
            settings.append(f"fill: rgb({string(shade)})")
            if dark(shade):
                inside = f"#text(fill: white)[{inside}]"
        return f"table.cell({', '.join(settings)})[{inside}]" if settings else f"[{inside}]"

    def _line(self, line: Line) -> str:
        return "".join(map(self._piece, line))

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Words():
                return text(piece.text)
            case Strong():
                return f"#strong[{self._line(piece.inside)}];"
            case Emphasis():
                return f"#emph[{self._line(piece.inside)}];"
            case Struck():
                return f"#strike[{self._line(piece.inside)}];"
            case Code():
                return f"#raw({string(piece.text)});"
            case Link():
                return f"#link({string(piece.url)})[{self._line(piece.inside)}];"
            case Reference():
                return self._reference(piece)
            case Citation():
                return cite(piece)
            case Footnote():
                return f"#footnote[{self._blocks(piece.blocks)}];"
            case Break():
                return "#linebreak();"

    def _reference(self, reference: Reference) -> str:
        target = self._numbers.target(reference)
        inside = self._line(reference.inside)
        if target is None:
            return inside or text(reference.label)
        words = inside or text(target.words)
        return f"#link(label({string(target.anchor)}))[{words}];"


def _yes(answer: bool) -> str:
    return "true" if answer else "false"


def _leads(block: Block) -> bool:
    """Return whether a paragraph announces what follows it, as in "She said:"."""
    return isinstance(block, Paragraph) and plain(block.line).rstrip().endswith(":")

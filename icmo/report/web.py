"""The manuscript as one page of HTML: it runs nothing, and asks nothing of anybody."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from icmo._strings import say
from icmo.report.fitting import dark, heads, shade_of
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
from icmo.report.numbering import Numbers
from icmo.report.works import in_words

_LOOK = Path(__file__).with_name("web.css")
_MIMES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_DEEPEST_CONTENTS = 2
_DEEPEST_HEADING = 6
#: How many pixels a centimetre is on a screen.
_PIXELS = 96 / 2.54


def write_web(manuscript: Manuscript) -> bytes:
    """Return a manuscript as a page of HTML that stands by itself."""
    return _Web(manuscript).write().encode("utf-8")


class _Web:
    """Writes blocks; notes are gathered for the end, colours for the style sheet."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._language = manuscript.title.language
        self._numbers = Numbers(manuscript)
        self._citations, self._works = in_words(manuscript)
        self._notes: list[str] = []
        self._rules: dict[str, str] = {}
        #: A chapter stands below the title of the report.
        self._lift = 1

    def write(self) -> str:
        """Return the page."""
        body = self._body()
        style = _LOOK.read_text(encoding="utf-8") + "".join(
            f".{name}{{{rule}}}\n" for rule, name in self._rules.items()
        )
        # The one style sheet is known by its digest; nothing else is let in, and no script at all.
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )
        title = escape(self._manuscript.title.title)
        return (
            f'<!DOCTYPE html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        )

    def _say(self, key: str, **values: object) -> str:
        return escape(say(key, self._language, **values))

    def _body(self) -> str:
        parts = []
        works = self._list_of_works()
        for chapter in self._manuscript.chapters:
            if chapter.kind == "appendix" and works:
                parts.append(works)
                works = ""
            parts.append(self._blocks(chapter.blocks))
        parts.append(works)
        notes = ""
        if self._notes:
            items = "".join(
                f'<li id="n-{number}">{note} <a href="#r-{number}" aria-label="↩ {number}">↩</a></li>'
                for number, note in enumerate(self._notes, 1)
            )
            notes = f'<section class="notes"><h2>{self._say("report.footnotes")}</h2><ol>{items}</ol></section>'
        contents = "" if self._manuscript.single else self._contents()
        skip = f'<a class="skip" href="#text">{self._say("report.skip_to_text")}</a>'
        inside = "\n".join(filter(None, parts))
        return f'{skip}\n{self._title()}\n{contents}\n<main id="text">\n{inside}\n{notes}\n</main>'

    def _title(self) -> str:
        title = self._manuscript.title
        under = [
            (name, value)
            for name, value in (
                ("subtitle", title.subtitle),
                ("authors", ", ".join(title.authors)),
                ("publisher", title.publisher),
                ("date", title.date),
                ("remark", title.remark),
            )
            if value
        ]
        lines = "".join(f'<p class="{name}">{escape(value)}</p>' for name, value in under)
        return f"<header><h1>{escape(title.title)}</h1>{lines}</header>"

    def _contents(self) -> str:
        entries = []
        for chapter in self._manuscript.chapters:
            for block in chapter.blocks:
                if isinstance(block, Heading) and block.level <= _DEEPEST_CONTENTS:
                    known = self._numbers.of(block)
                    words = " ".join(filter(None, (known.number, plain(block.line))))
                    entries.append(
                        f'<li class="c{block.level}"><a href="#{known.anchor}">{escape(words)}</a></li>'
                    )
        name = self._say("report.contents")
        return f'<nav aria-labelledby="contents"><h2 id="contents">{name}</h2><ul>{"".join(entries)}</ul></nav>'

    def _list_of_works(self) -> str:
        if not self._works:
            return ""
        items = "".join(f"<li>{self._line(work)}</li>" for work in self._works)
        return (
            f'<section class="works"><h2>{self._say("report.works")}</h2><ul>{items}</ul></section>'
        )

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f"<p>{self._line(block.line)}</p>"
            case Items():
                return self._items(block)
            case Indented():
                return f'<div class="indented">{self._blocks(block.blocks)}</div>'
            case Listing():
                return f"<pre><code>{escape(block.text)}</code></pre>" if block.text else ""
            case Rule():
                return "<hr>"
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)
            case Said():
                return self._said(block)
            case Box():
                return self._box(block)
            case Exhibit():
                return self._exhibit(block)

    def _heading(self, heading: Heading) -> str:
        known = self._numbers.of(heading)
        level = min(heading.level + self._lift, _DEEPEST_HEADING)
        number = f'<span class="number">{escape(known.number)}</span> ' if known.number else ""
        return f'<h{level} id="{known.anchor}">{number}{self._line(heading.line)}</h{level}>'

    def _items(self, items: Items) -> str:
        inside = "".join(f"<li>{self._item(item)}</li>" for item in items.items)
        if items.ordered:
            start = f' start="{items.start}"' if items.start != 1 else ""
            return f"<ol{start}>{inside}</ol>"
        return f"<ul>{inside}</ul>"

    def _item(self, blocks: tuple[Block, ...]) -> str:
        """Return an item; one paragraph alone needs no tags of its own."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._line(blocks[0].line)
        return self._blocks(blocks)

    def _said(self, said: Said) -> str:
        speaker = f"<footer>— {escape(said.speaker)}</footer>" if said.speaker else ""
        words = self._say("report.quoted", words=said.text)
        return f"<blockquote><p>{words}</p>{speaker}</blockquote>"

    def _box(self, box: Box) -> str:
        title = f'<p class="box-title">{escape(box.title)}</p>' if box.title else ""
        # The style's name comes from a notebook.
        name = "".join(letter for letter in box.style if letter.isalnum())
        label = f' aria-label="{escape(box.title)}"' if box.title else ""
        return f'<aside class="box {name}"{label}>{title}{self._blocks(box.blocks)}</aside>'

    def _exhibit(self, exhibit: Exhibit) -> str:
        known = self._numbers.of(exhibit)
        inside = self._block(exhibit.inside)
        caption = escape(exhibit.caption)
        if known.number:
            caption = f"<strong>{self._say(f'report.{exhibit.series}')} {known.number}.</strong> {caption}"
        caption = f"<figcaption>{caption}</figcaption>" if caption else ""
        under = [f"<p>{escape(words)}</p>" for words in (exhibit.note, exhibit.source) if words]
        if exhibit.passages:
            under.append(f"<p>{self._piece(self._numbers.to_passages(exhibit))}</p>")
        note = f'<div class="under">{"".join(under)}</div>' if under else ""
        if not caption and not note and isinstance(exhibit.inside, Box | Items):
            return f'<div id="{known.anchor}">{inside}</div>'
        return f'<figure id="{known.anchor}">{caption}{inside}{note}</figure>'

    def _picture(self, picture: Picture) -> str:
        content = base64.b64encode(picture.content).decode()
        width = f' width="{round(picture.centimetres * _PIXELS)}"' if picture.centimetres else ""
        source = f"data:{_MIMES[picture.kind]};base64,{content}"
        return f'<img src="{source}" alt="{escape(picture.alt)}"{width}>'

    def _table(self, table: Table) -> str:
        aligned = ["number" if numeric else "" for numeric in table.numeric]
        head = "".join(
            "<tr>" + "".join(self._head_cells(table, row, place, aligned)) + "</tr>"
            for place, row in enumerate(heads(table))
        )
        body = "".join(
            "<tr>"
            + "".join(
                self._cell(table, number, column, cell, aligned[column], across)
                for column, cell, across in table.cells(number)
            )
            + "</tr>"
            for number in range(len(table.rows))
        )
        # A wide table is scrolled, with the keys too.
        return (
            f'<div class="scrolled" tabindex="0" role="group"><table><thead>{head}</thead>'
            f"<tbody>{body}</tbody></table></div>"
        )

    def _head_cells(
        self, table: Table, row: list[tuple[Line, int]], place: int, aligned: list[str]
    ) -> list[str]:
        cells = []
        column = 0
        for cell, across in row:
            if across > 1:
                span = f' colspan="{across}" scope="colgroup" class="group"'
            elif place + 1 < len(table.head):
                span = ' scope="col"'
            else:
                span = f' scope="col"{_class(aligned[column])}'
            words = self._line(cell)
            cells.append(f"<th{span}>{words}</th>" if words else "<td></td>")
            column += across
        return cells

    def _cell(
        self, table: Table, row: int, column: int, cell: Line, aligned: str, across: int
    ) -> str:
        names = [aligned]
        shade = shade_of(table, row, column)
        if shade:
            ink = "#fff" if dark(shade) else "#111"
            rule = f"background:{shade};color:{ink}"
            names.append(self._rules.setdefault(rule, f"shade{len(self._rules)}"))
        named = _class(" ".join(filter(None, names)))
        if across > 1:
            named += f' colspan="{across}"'
        words = self._line(cell)
        if column < table.row_heads and words:
            return f'<th scope="row"{named}>{words}</th>'
        return f"<td{named}>{words}</td>"

    def _line(self, line: Line) -> str:
        return "".join(map(self._piece, line))

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Words():
                return escape(piece.text)
            case Strong():
                return f"<strong>{self._line(piece.inside)}</strong>"
            case Emphasis():
                return f"<em>{self._line(piece.inside)}</em>"
            case Struck():
                return f"<s>{self._line(piece.inside)}</s>"
            case Code():
                return f"<code>{escape(piece.text)}</code>"
            case Link():
                return (
                    f'<a href="{escape(piece.url)}" rel="noreferrer">{self._line(piece.inside)}</a>'
                )
            case Reference():
                return self._reference(piece)
            case Citation():
                return self._line(self._citations.get(id(piece), ()))
            case Footnote():
                return self._footnote(piece)
            case Break():
                return "<br>"

    def _reference(self, reference: Reference) -> str:
        target = self._numbers.target(reference)
        inside = self._line(reference.inside)
        if target is None:
            return inside or escape(reference.label)
        return f'<a href="#{target.anchor}">{inside or escape(target.words)}</a>'

    def _footnote(self, note: Footnote) -> str:
        self._notes.append("")
        number = len(self._notes)
        self._notes[number - 1] = self._item(note.blocks)
        return f'<sup><a id="r-{number}" href="#n-{number}">{number}</a></sup>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""

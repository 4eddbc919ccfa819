"""Markdown becomes blocks of the manuscript.

Beyond common Markdown an author writes `{{ expression }}` for a number that is worked out,
`[](#label)` for "Figur 3", `[@key, s. 12]` for a citation and `[^1]` for a note.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from icmo._strings import say
from icmo.report.manuscript import (
    Block,
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
    Paragraph,
    Picture,
    Piece,
    Place,
    Reference,
    ReportError,
    Rule,
    Strong,
    Struck,
    Table,
    Words,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Node = dict[str, Any]

_EXPRESSION = r"\{\{(?P<expression_words>.+?)\}\}"
_CITATION = r"\[(?P<cited_works>@[^\]\s][^\]]*)\]"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WORK = re.compile(r"@([^\s,;]+)(?:,\s*([^;]+))?")
#: Opening and closing marks, outer and inner.
_QUOTES = {"da": ("»", "«", "›", "‹"), "en": ("“", "”", "‘", "’")}
#: Where a link may lead.
_WAYS_OUT = ("https://", "http://", "mailto:")


def expressions(source: str) -> list[str]:
    """Return the expressions in Markdown, each once, in the order they stand."""
    if "{{" not in source:
        return []
    return list(dict.fromkeys(_expressions(_parser()(source))))


def _expressions(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node["type"] == "expression":
            yield node["raw"]
        yield from _expressions(node.get("children", []))


@cache
def _parser() -> Callable[[str], Any]:
    import mistune

    parser = mistune.create_markdown(renderer=None, plugins=["table", "footnotes", "strikethrough"])
    parser.inline.register("expression", _EXPRESSION, _parse_expression, before="link")
    parser.inline.register("citation", _CITATION, _parse_citation, before="link")
    return parser


def _parse_expression(_inline: Any, found: Any, state: Any) -> int:
    state.append_token({"type": "expression", "raw": found.group("expression_words").strip()})
    return int(found.end())


def _parse_citation(_inline: Any, found: Any, state: Any) -> int:
    state.append_token({"type": "citation", "raw": found.group("cited_works")})
    return int(found.end())


class Prose:
    """Reads the Markdown of one cell; each kind of node has a small method of its name.

    Args:
        place: the notebook and the cell, for what there is to say about them.
        language: decides the quotation marks.
        values: what the expressions of the cell gave; none where braces are just braces.
        picture: fetches a picture by its address and alternative text.
    """

    def __init__(
        self,
        place: Place,
        language: str,
        values: Mapping[str, str] | None,
        picture: Callable[[str, str], Picture],
    ) -> None:
        self._place = place
        self._marks = _QUOTES.get(language, _QUOTES["en"])
        self._values = values
        self._picture = picture
        self._notes: dict[str, list[Node]] = {}
        self._last = " "
        self._quoting = False

    def blocks(self, source: str) -> tuple[Block, ...]:
        """Return the blocks of Markdown."""
        nodes = _parser()(source)
        for node in nodes:
            if node["type"] == "footnotes":
                for note in node["children"]:
                    self._notes[note["attrs"]["key"]] = note["children"]
        return self._blocks(nodes)

    def _blocks(self, nodes: list[Node]) -> tuple[Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: Node) -> Iterator[Block]:
        self._last, self._quoting = " ", False
        inside = node.get("children", [])
        match node["type"]:
            case "heading":
                line = self._line(inside)
                yield Heading(node["attrs"]["level"], line, slug(plain(line)))
            case "paragraph" | "block_text":
                yield from self._paragraph(inside)
            case "list":
                items = tuple(self._blocks(item["children"]) for item in inside)
                attrs = node["attrs"]
                yield Items(items, bool(attrs.get("ordered")), int(attrs.get("start") or 1))
            case "block_quote":
                yield Indented(self._blocks(inside))
            case "block_code":
                yield Listing(node["raw"].rstrip())
            case "thematic_break":
                yield Rule()
            case "table":
                yield self._table(node)
            case "block_html":
                words = _COMMENT.sub("", node["raw"]).strip()
                if words:
                    yield Paragraph((Words(words),))
            case _:
                pass

    def _paragraph(self, nodes: list[Node]) -> Iterator[Block]:
        """Hand out a paragraph; a picture inside it stands by itself."""
        waiting: list[Node] = []
        for node in [*nodes, None]:
            if node is not None and node["type"] != "image":
                waiting.append(node)
                continue
            line = self._line(waiting)
            waiting = []
            if plain(line).strip() or any(not isinstance(piece, Words | Break) for piece in line):
                yield Paragraph(line)
            if node is not None:
                yield self._image(node)

    def _image(self, node: Node) -> Block:
        alt = plain(self._line(node["children"])).strip()
        caption = node["attrs"].get("title") or ""
        picture = self._picture(node["attrs"]["url"], alt)
        return Exhibit(picture, "figure", self._place, html.unescape(caption))

    def _table(self, node: Node) -> Table:
        head, *body = node["children"]
        numeric = tuple(cell["attrs"].get("align") == "right" for cell in head["children"])
        rows = body[0]["children"] if body else []
        return Table(
            (self._cells(head["children"]),),
            tuple(self._cells(row["children"]) for row in rows),
            numeric,
        )

    def _cells(self, nodes: list[Node]) -> tuple[Line, ...]:
        return tuple(self._line(cell["children"], afresh=True) for cell in nodes)

    def _line(self, nodes: list[Node], *, afresh: bool = False) -> Line:
        if afresh:
            self._last = " "
        return tuple(piece for node in nodes for piece in self._pieces(node))

    def _pieces(self, node: Node) -> Iterator[Piece]:
        inside = node.get("children", [])
        match node["type"]:
            case "text":
                yield Words(self._with_quotes(html.unescape(node["raw"])))
            case "softbreak":
                yield Words(" ")
                self._last = " "
            case "linebreak":
                yield Break()
                self._last = " "
            case "strong":
                yield Strong(self._line(inside))
            case "emphasis":
                yield Emphasis(self._line(inside))
            case "strikethrough":
                yield Struck(self._line(inside))
            case "codespan":
                yield Code(html.unescape(node["raw"]))
            case "link":
                yield self._link(node)
            case "image":
                raise ReportError(say("report.picture_place", **self._where()))
            case "expression":
                yield Words(self._value(node["raw"]))
                self._last = "x"
            case "citation":
                yield Citation(tuple(self._works(node["raw"])), self._place)
            case "footnote_ref":
                yield self._footnote(node)
            case "inline_html":
                if _BREAK.fullmatch(node["raw"]):
                    yield Break()
                elif not _COMMENT.fullmatch(node["raw"]):
                    yield Words(node["raw"])
            case _:
                yield from self._line(inside) or (Words(str(node.get("raw", ""))),)

    def _link(self, node: Node) -> Piece:
        url = html.unescape(node["attrs"]["url"])
        inside = self._line(node["children"])
        if url.startswith("#"):
            return Reference(slug(url[1:]), inside, self._place)
        if not url.startswith(_WAYS_OUT):
            raise ReportError(say("report.link", url=url, **self._where()))
        return Link(url, inside or (Words(url),))

    def _footnote(self, node: Node) -> Footnote:
        note = self._notes.get(node["raw"], self._notes.get(node["raw"].upper(), []))
        before, self._last = self._last, " "
        blocks = self._blocks(note)
        self._last = before
        return Footnote(blocks)

    def _works(self, cited: str) -> Iterator[tuple[str, str]]:
        for part in cited.split(";"):
            found = _WORK.fullmatch(part.strip())
            if not found:
                raise ReportError(say("report.citation", citation=cited, **self._where()))
            yield found.group(1), (found.group(2) or "").strip()

    def _value(self, expression: str) -> str:
        if self._values is None:  # what a cell printed is no prose of the author's
            return f"{{{{ {expression} }}}}"
        if expression not in self._values:
            raise ReportError(say("report.unexecuted", expression=expression, **self._where()))
        return self._values[expression]

    def _where(self) -> dict[str, Any]:
        return {"notebook": self._place.notebook, "cell": self._place.cell}

    def _with_quotes(self, words: str) -> str:
        """Return words with the language's own quotation marks instead of the typewriter's."""
        opening, closing, inner, inner_closing = self._marks
        written = []
        for place, letter in enumerate(words):
            starts = self._last.isspace() or self._last in "([{—–-/" + opening + inner
            if letter == '"':
                written.append(opening if starts else closing)
            elif letter == "'":
                after = words[place + 1 : place + 2]
                ends = self._quoting and not after.isalnum()
                self._quoting = starts or (self._quoting and not ends)
                written.append(inner if starts else inner_closing if ends else "’")
            else:
                written.append(letter)
            self._last = written[-1]
        return "".join(written)


def slug(words: str) -> str:
    """Return the label of a heading: its words in small letters, joined by hyphens."""
    return re.sub(r"[^\w]+", "-", unquote(words).casefold()).strip("-")

"""Markdown and notebook outputs to Typst: words go over as strings and never become commands."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from icmo._typst import array, string, text

if TYPE_CHECKING:
    from collections.abc import Callable

Node = dict[str, Any]


def typst_from_markdown(source: str, lift: int = 0) -> str:
    """Return Markdown as Typst markup; headings are raised by `lift` levels."""
    import mistune

    parse = mistune.create_markdown(renderer=None, plugins=["table", "footnotes", "strikethrough"])
    nodes = parse(source)
    return _Markdown(lift).blocks(nodes if isinstance(nodes, list) else [])


class _Markdown:
    """Walks mistune's tree; each kind of node has a small method of its name."""

    def __init__(self, lift: int) -> None:
        self._lift = lift
        self._notes: dict[str, list[Node]] = {}

    def blocks(self, nodes: list[Node]) -> str:
        for node in nodes:
            if node["type"] == "footnotes":
                for note in node["children"]:
                    self._notes[note["attrs"]["key"]] = note["children"]
        return "\n\n".join(part for part in map(self._one, nodes) if part)

    def inline(self, nodes: list[Node]) -> str:
        return "".join(map(self._one, nodes))

    def _one(self, node: Node) -> str:
        method: Callable[[Node], str] | None = getattr(self, f"_{node['type']}", None)
        if method is not None:
            return method(node)
        if "children" in node:
            return self.inline(node["children"])
        return text(str(node.get("raw", "")))

    def _text(self, node: Node) -> str:
        # Quotation marks of the author's prose become the language's own.
        parts = node["raw"].split('"')
        return "#smartquote();".join(text(part) for part in parts)

    def _blank_line(self, _: Node) -> str:
        return ""

    def _footnotes(self, _: Node) -> str:
        return ""

    def _paragraph(self, node: Node) -> str:
        return self.inline(node["children"])

    _block_text = _paragraph

    def _heading(self, node: Node) -> str:
        level = max(1, node["attrs"]["level"] - self._lift)
        return f"#heading(level: {level})[{self.inline(node['children'])}]"

    def _strong(self, node: Node) -> str:
        return f"#strong[{self.inline(node['children'])}];"

    def _emphasis(self, node: Node) -> str:
        return f"#emph[{self.inline(node['children'])}];"

    def _strikethrough(self, node: Node) -> str:
        return f"#strike[{self.inline(node['children'])}];"

    def _codespan(self, node: Node) -> str:
        return f"#raw({string(node['raw'])});"

    def _block_code(self, node: Node) -> str:
        return f"#raw({string(node['raw'].rstrip())}, block: true)"

    def _softbreak(self, _: Node) -> str:
        return " "

    def _linebreak(self, _: Node) -> str:
        return "#linebreak();"

    def _thematic_break(self, _: Node) -> str:
        return "#line(length: 100%, stroke: 0.5pt)"

    def _link(self, node: Node) -> str:
        return f"#link({string(node['attrs']['url'])})[{self.inline(node['children'])}];"

    def _image(self, node: Node) -> str:
        # A picture beside a chapter is read by the exporter, which knows the folder.
        return self.inline(node["children"])

    def _block_quote(self, node: Node) -> str:
        return f"#quote(block: true)[{self.blocks(node['children'])}]"

    def _list(self, node: Node) -> str:
        items = array(f"[{self.blocks(item['children'])}]" for item in node["children"])
        return f"#{'enum' if node['attrs'].get('ordered') else 'list'}(..{items})"

    def _footnote_ref(self, node: Node) -> str:
        note = self._notes.get(node["raw"], self._notes.get(node["raw"].upper(), []))
        return f"#footnote[{self.blocks(note)}];"

    def _inline_html(self, node: Node) -> str:
        return text(node["raw"])

    _block_html = _inline_html

    def _table(self, node: Node) -> str:
        head = [self.inline(cell["children"]) for cell in node["children"][0]["children"]]
        body = node["children"][1]["children"] if len(node["children"]) > 1 else []
        rows = [[self.inline(cell["children"]) for cell in row["children"]] for row in body]
        return "#" + _table(head, rows, [False] * len(head))


def typst_table(head: list[str], rows: list[list[str]], numeric: list[bool]) -> str:
    """Return a table of plain words as Typst code."""
    return _table(
        [text(cell) for cell in head], [[text(cell) for cell in row] for row in rows], numeric
    )


def _table(head: list[str], rows: list[list[str]], numeric: list[bool]) -> str:
    columns = array(f"({'right' if right else 'left'})" for right in numeric)
    first = "".join(f"[{cell}], " for cell in head)
    rest = "".join("".join(f"[{cell}], " for cell in row) for row in rows)
    return f"icmo-table({columns}, table.header({first}), {rest})"


class _Rows(HTMLParser):
    """Collects the cells of the first table of an HTML output, such as a frame's."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def table_from_html(source: str) -> tuple[list[str], list[list[str]]] | None:
    """Return the heading and the rows of an HTML table, or nothing where there is none."""
    reader = _Rows()
    reader.feed(source)
    rows = [[cell.strip() for cell in row] for row in reader.rows if row]
    if not rows:
        return None
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    return padded[0], padded[1:]

"""The manuscript: what a report says, in the parts that pages, a web page and Word all know.

Words in it are plain words; each writer makes them safe in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.report.works import Works


class ReportError(Error):
    """A report that cannot be made."""


# ── inside a line ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Words in bold."""

    inside: Line


@dataclass(frozen=True)
class Emphasis:
    """Words in italics."""

    inside: Line


@dataclass(frozen=True)
class Struck:
    """Words struck out."""

    inside: Line


@dataclass(frozen=True)
class Code:
    """Words as a machine reads them."""

    text: str


@dataclass(frozen=True)
class Link:
    """A way out of the report."""

    url: str
    inside: Line


@dataclass(frozen=True)
class Reference:
    """A way to another place of the report: a heading, a figure, a table."""

    label: str
    inside: Line
    place: Place


@dataclass(frozen=True)
class Citation:
    """Works cited at one place, each with the page or chapter if one is given."""

    works: tuple[tuple[str, str], ...]
    place: Place


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of the page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Break:
    """A new line."""


Piece = Words | Strong | Emphasis | Struck | Code | Link | Reference | Citation | Footnote | Break
Line = tuple[Piece, ...]

# ── blocks ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Place:
    """Where an author finds it: the notebook, and the number of its cell."""

    notebook: str
    cell: int


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter."""

    level: int
    line: Line
    slug: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of prose."""

    line: Line


@dataclass(frozen=True)
class Items:
    """A list, numbered or not."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Indented:
    """Paragraphs an author set off with `>`."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Listing:
    """Lines as a machine wrote or reads them."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class Table:
    """A table: head rows, rows, which columns are numbers and which name their row."""

    head: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[bool, ...]
    row_heads: int = 0
    widths: tuple[float, ...] = ()
    shades: tuple[tuple[str | None, ...], ...] = ()
    wide: bool = False
    #: cells of rows that go over several columns: row, first column, how many
    spans: tuple[tuple[int, int, int], ...] = ()

    @property
    def columns(self) -> int:
        """Return how many columns it has."""
        return len(self.numeric)

    def cells(self, row: int) -> Iterator[tuple[int, Line, int]]:
        """Return the cells of a row: the column each stands in, its words, how many columns it goes over."""
        over = {column: columns for number, column, columns in self.spans if number == row}
        until = 0
        for column, line in enumerate(self.rows[row]):
            if column >= until:
                across = min(max(over.get(column, 1), 1), self.columns - column)
                until = column + across
                yield column, line, across


@dataclass(frozen=True)
class Picture:
    """A drawing or photograph with the words a screen reader reads in its stead."""

    content: bytes
    kind: str
    alt: str
    centimetres: float | None = None
    wide: bool = False


@dataclass(frozen=True)
class Said:
    """What somebody said, and who, as the report may name her."""

    text: str
    speaker: str


@dataclass(frozen=True)
class Box:
    """Something set apart from the running text, with a title."""

    style: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Passage:
    """One of the passages behind an exhibit, for the annex."""

    number: str
    place: str
    speaker: str
    text: str


@dataclass(frozen=True)
class Exhibit:
    """A table, picture, box or list with what stands around it; captioned ones are numbered."""

    inside: Block
    series: str
    place: Place
    caption: str = ""
    note: str = ""
    source: str = ""
    label: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def wide(self) -> bool:
        """Return whether it wants a turned page."""
        return isinstance(self.inside, Table | Picture) and self.inside.wide


Block = (
    Heading | Paragraph | Items | Indented | Listing | Rule | Table | Picture | Said | Box | Exhibit
)

# ── the whole ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Chapter:
    """One notebook as a chapter: `numbered`, `plain` (a summary, a preface) or `appendix`."""

    notebook: str
    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Title:
    """What the title page says, and what runs at the head of the pages."""

    title: str
    language: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    running: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Manuscript:
    """A report: its title, its chapters, the works it cites.

    A `single` one is one notebook by itself: no title page, no contents.
    """

    title: Title
    chapters: tuple[Chapter, ...]
    single: bool = False
    works: Works | None = None

    def blocks(self) -> Iterator[Block]:
        """Hand out every block, those inside others after the one that holds them."""
        for chapter in self.chapters:
            yield from all_blocks(chapter.blocks)


def all_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Hand out blocks and the blocks inside them, footnotes too, in the order they are read."""
    for block in blocks:
        yield block
        match block:
            case Items():
                for item in block.items:
                    yield from all_blocks(item)
            case Indented() | Box():
                yield from all_blocks(block.blocks)
            case Exhibit():
                yield from all_blocks((block.inside,))
            case _:
                pass
        for line in lines_of(block):
            for piece in all_pieces(line):
                if isinstance(piece, Footnote):
                    yield from all_blocks(piece.blocks)


def lines_of(block: Block) -> Iterator[Line]:
    """Hand out the lines that stand in a block itself."""
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Table():
            for row in (*block.head, *block.rows):
                yield from row
        case _:
            pass


def all_pieces(line: Line) -> Iterator[Piece]:
    """Hand out the pieces of a line and those inside them."""
    for piece in line:
        yield piece
        if isinstance(piece, Strong | Emphasis | Struck | Link | Reference):
            yield from all_pieces(piece.inside)


def plain(line: Line) -> str:
    """Return the words of a line without their dress."""
    words = []
    for piece in line:
        match piece:
            case Words() | Code():
                words.append(piece.text)
            case Strong() | Emphasis() | Struck() | Link() | Reference():
                words.append(plain(piece.inside))
            case Break():
                words.append(" ")
            case _:
                pass
    return "".join(words)


def line_of(text: str) -> Line:
    """Return plain words as a line; their line ends stay."""
    pieces: list[Piece] = []
    for number, part in enumerate(text.splitlines()):
        pieces += [Break()] if number else []
        pieces += [Words(part)] if part else []
    return tuple(pieces)

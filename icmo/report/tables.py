"""Tables: read from HTML such as a frame's, and how wide their columns want to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby
from typing import TYPE_CHECKING

from icmo.report.manuscript import Exhibit, Heading, Table, Words, line_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo.report.manuscript import Block, Line

_NUMBER = re.compile(r"[-−+]?[\d.,  ]*\d\s?%?|–|-|NaN|nan|")
_DIGIT = re.compile(r"\d")
_SPAN_LIMIT = 1000


class _Rows(HTMLParser):
    """Collects the cells of the first table of an HTML output, such as a frame's."""

    def __init__(self) -> None:
        super().__init__()
        #: Of each row its cells: words, whether a heading, columns and rows they span.
        self.rows: list[list[tuple[list[str], bool, int, int]]] = []
        self.head_rows = 0
        self._cell: list[str] | None = None
        self._in_head = self._done = False
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._quiet += 1
        elif tag == "thead":
            self._in_head = True
        elif tag == "tr" and not self._done:
            self.rows.append([])
            self.head_rows += self._in_head
        elif tag in ("td", "th") and self.rows and not self._done:
            known = dict(attrs)
            self._cell = []
            spans = (_span(known.get("colspan")), _span(known.get("rowspan")))
            self.rows[-1].append((self._cell, tag == "th", *spans))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._quiet -= 1
        elif tag == "thead":
            self._in_head = False
        elif tag in ("td", "th"):
            self._cell = None
        elif tag == "table":
            self._done = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._quiet:
            self._cell.append(data)


def _span(written: str | None) -> int:
    return min(int(written), _SPAN_LIMIT) if written and written.isdigit() and int(written) else 1


def table_from_html(source: str) -> Table | None:
    """Return the first table of an HTML page, or nothing where there is none."""
    reader = _Rows()
    reader.feed(source)
    grid = _grid(reader.rows)
    if not grid or not grid[0]:
        return None
    width = max(len(row) for row in grid)
    rows = [row + [("", False)] * (width - len(row)) for row in grid]
    heads = min(max(1, reader.head_rows), len(rows))
    body = rows[heads:]
    row_heads = 0
    while row_heads < width and body and all(row[row_heads][1] for row in body):
        row_heads += 1
    columns = [[row[column][0] for row in body] for column in range(width)]
    return Table(
        tuple(tuple(line_of(words) for words, _ in row) for row in rows[:heads]),
        tuple(tuple(line_of(words) for words, _ in row) for row in body),
        tuple(_is_numeric(column) for column in columns),
        row_heads,
    )


def _is_numeric(cells: Iterable[str]) -> bool:
    words = list(cells)
    return any(map(_DIGIT.search, words)) and all(map(_NUMBER.fullmatch, words))


def _grid(
    rows: list[list[tuple[list[str], bool, int, int]]],
) -> list[list[tuple[str, bool]]]:
    """Lay cells that span several columns or rows out one by one; only the first has the words."""
    grid: list[list[tuple[str, bool]]] = []
    hanging: dict[int, tuple[int, bool]] = {}
    for cells in rows:
        line: list[tuple[str, bool]] = []

        def fill(line: list[tuple[str, bool]] = line) -> None:
            while hanging.get(len(line), (0, False))[0]:
                left, is_head = hanging[len(line)]
                hanging[len(line)] = (left - 1, is_head)
                line.append(("", is_head))

        for words, is_head, across, down in cells:
            fill()
            for step in range(across):
                hanging[len(line)] = (down - 1, is_head)
                # A heading over several columns says the same of each.
                said = "".join(words).strip() if is_head or not step else ""
                line.append((said, is_head))
        fill()
        if line:
            grid.append(line)
    return grid


# ── how wide ───────────────────────────────────────────────────────────────────────────────

#: Widths of letters at a size of 1, for the face the pages are set in.
_WIDE, _NARROW, _USUAL = frozenset("mwMWÆæ%@—"), frozenset("iljtfrI.,;:'!|()[] "), 0.5
_WIDE_LETTER, _NARROW_LETTER = 0.8, 0.3
#: Words may be hyphenated; the longest part that stays together is about this long.
_HYPHENATED, _NAME_WORD = 9 * _USUAL, 13 * _USUAL
#: In points: what a column adds to its words, a text's width, and the width of a turned page.
_PADDING, _UPRIGHT, _TURNED = 11.0, 436.0, 683.0
_SIZES = (9.5, 8.5, 7.5)
_SMALLEST = 6.5
#: A table that takes more than this share of the width is stretched to all of it.
_NEARLY_ALL = 0.6
_LONG_WORD = 16
_SHORT = 14
#: A column of names is at most this wide, at a size of 1.
_NAME = 14.0
_JOINTS = re.compile(r"(?<=[_/.@+=&?-])(?=\w)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Fit:
    """How a table is set: size of its letters, widths of its columns, heads along the column."""

    size: float
    tracks: tuple[str, ...]
    upright_heads: bool = False


def fitted(table: Table, *, turned: bool, at_any_price: bool = False) -> Fit | None:
    """Return how a table fits a page, upright or turned; nothing where it does not."""
    room = _TURNED if turned else _UPRIGHT
    sizes = _SIZES if not at_any_price else (*_SIZES, _SMALLEST)
    for upright in (False, True) if at_any_price else (False,):
        for size in sizes:
            if _narrowest(table, size, upright=upright) <= room:
                return Fit(size, _tracks(table, size, room), upright)
    return Fit(_SMALLEST, ("1fr",) * table.columns, True) if at_any_price else None


def is_wide(block: Block) -> bool:
    """Return whether a block wants a turned page: it was told so, or it has too many columns."""
    if not isinstance(block, Exhibit):
        return False
    inside = block.inside
    return block.wide or (isinstance(inside, Table) and fitted(inside, turned=False) is None)


def by_page(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """Hand out runs of blocks for upright and turned pages; a heading goes with what it heads."""
    waiting: tuple[Block, ...] = ()
    for wide, run in groupby(blocks, is_wide):
        if wide:
            yield True, (*waiting, *run)
            waiting = ()
            continue
        group = tuple(run)
        rest = len(group)
        while rest and isinstance(group[rest - 1], Heading):
            rest -= 1
        yield False, group[:rest]
        waiting = group[rest:]
    yield False, waiting


def _narrowest(table: Table, size: float, *, upright: bool) -> float:
    """Return how many points a table needs so that no short word is cut."""
    rows = table.rows if upright and table.rows else (*table.head, *table.rows)
    return sum(
        _least(column, rows) * size + _PADDING for column in range(table.columns)
    )


def _least(column: int, rows: tuple[tuple[Line, ...], ...]) -> float:
    """Return the width of the longest part of a column that stays together, at a size of 1."""
    # The first column has the names, which are best left whole.
    whole = _HYPHENATED if column else _NAME_WORD
    longest = (_longest_piece(plain(row[column]), whole) for row in rows)
    return max(max(longest, default=0.0), _USUAL * 2)


def _tracks(table: Table, size: float, room: float) -> tuple[str, ...]:
    if table.widths and len(table.widths) == table.columns:
        return tuple(
            "auto" if _is_short(table, column) else f"{width:g}fr"
            for column, width in enumerate(table.widths)
        )
    wished = [
        max((_length(plain(row[column])) for row in (*table.head, *table.rows)), default=0.0) * size
        + _PADDING
        for column in range(table.columns)
    ]
    if sum(wished) < _NEARLY_ALL * room:
        return ("auto",) * table.columns
    if sum(wished) > room:
        return _squeezed(table, size, room, wished)
    widest = wished.index(max(wished))
    return tuple("1fr" if column == widest else "auto" for column in range(table.columns))


def _squeezed(table: Table, size: float, room: float, wished: list[float]) -> tuple[str, ...]:
    """Return widths where not all can have what they wish: names and figures keep theirs."""
    named = [
        not table.numeric[column] and width <= _NAME * size for column, width in enumerate(wished)
    ]
    least = [_least(column, (*table.head, *table.rows)) * size + _PADDING for column in range(table.columns)]
    rest = room - sum(width for width, keeps in zip(wished, named, strict=True) if keeps)
    if rest < sum(width for width, keeps in zip(least, named, strict=True) if not keeps):
        return ("auto",) * table.columns
    return tuple(
        f"{width:.1f}pt" if keeps else "auto"
        for width, keeps in zip(wished, named, strict=True)
    )


def _is_short(table: Table, column: int) -> bool:
    """Return whether a column holds but short words, which are then never cut."""
    rows = (*table.head, *table.rows)
    return all(len(plain(row[column])) <= _SHORT for row in rows) and table.columns > 1


def shares(table: Table) -> list[float]:
    """Return what share of the width each column gets where widths must be given."""
    if table.widths and len(table.widths) == table.columns:
        wished = list(table.widths)
    else:
        rows = (*table.head, *table.rows)
        longest = [max(_length(plain(row[column])) for row in rows) for column in range(table.columns)]
        least = [max(_longest_piece(plain(row[column])) for row in rows) for column in range(table.columns)]
        # A column of prose takes more than one of numbers, but not all.
        wished = [2 + max(least[one], min(longest[one], 40) ** 0.75) for one in range(table.columns)]
    return [one / sum(wished) for one in wished]


def _length(words: str) -> float:
    return sum(
        _WIDE_LETTER if one in _WIDE else _NARROW_LETTER if one in _NARROW else _USUAL
        for one in words
    )


def _longest_piece(words: str, whole: float = _HYPHENATED) -> float:
    return max((_piece(word, whole) for word in words.split()), default=0.0)


def _piece(word: str, whole: float) -> float:
    length = _length(word)
    return length if any(map(str.isdigit, word)) else min(length, whole)


def loosened(line: Line) -> Line:
    """Return a cell whose long ids and addresses may break at their joints."""
    return tuple(
        Words(_JOINTS.sub("\u200b", piece.text))
        if isinstance(piece, Words) and _longest_word(piece.text) > _LONG_WORD
        else piece
        for piece in line
    )


def _longest_word(words: str) -> int:
    return max(map(len, words.split()), default=0)


def heads(table: Table) -> list[list[tuple[Line, int]]]:
    """Return the head rows as cells and how many columns each goes across.

    Above the last row neighbours with the same words are one cell.
    """
    made = []
    for number, row in enumerate(table.head):
        cells: list[tuple[Line, int]] = []
        for cell in row:
            same = cells and number + 1 < len(table.head) and plain(cell) == plain(cells[-1][0])
            if same and plain(cell):
                cells[-1] = (cells[-1][0], cells[-1][1] + 1)
            else:
                cells.append((cell, 1))
        made.append(cells)
    return made


def shade_of(table: Table, row: int, column: int) -> str | None:
    """Return the colour behind a cell."""
    try:
        shade = table.shades[row][column]
    except IndexError:
        return None
    return shade if shade and _HEX.fullmatch(shade) else None


def dark(shade: str) -> bool:
    """Return whether white words stand out on a colour, and black ones do not."""
    red, green, blue = (int(shade[start : start + 2], 16) for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 130  # noqa: PLR2004

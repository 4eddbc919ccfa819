"""What fits where: columns on a page, tables on turned pages, small things on one page."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from icmo.report.manuscript import (
    Box,
    Exhibit,
    Heading,
    Indented,
    Items,
    Paragraph,
    Picture,
    Said,
    Table,
    Words,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.report.manuscript import Block, Line

#: Widths of letters at a size of 1, for the face the pages are set in.
_WIDE, _NARROW, _USUAL = frozenset("mwMWÆæ%@—"), frozenset("iljtfrI.,;:'!|()[] "), 0.5
_WIDE_LETTER, _NARROW_LETTER, _CAPITAL = 0.8, 0.3, 0.65
#: Words may be hyphenated; the longest part that stays together is about this long.
_HYPHENATED, _NAME_WORD = 9 * _USUAL, 13 * _USUAL
#: In points: what a column adds to its words, a text's width, and the width of a turned page.
_PADDING, _UPRIGHT, _TURNED = 11.0, 436.0, 683.0
_SIZES = (9.5, 8.5, 7.5)
_SMALLEST = 6.5
#: A table that takes more than this share of the width is stretched to all of it.
_NEARLY_ALL = 0.6
_LONG_WORD = 16
_LEADING = 1.35
_SHORT = 14
#: A column of names is at most this wide, at a size of 1.
_NAME = 14.0
#: How much wider bold letters are.
_BOLD = 1.1
_JOINTS = re.compile(r"(?<=[_/.@+=&?-])(?=\w)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Fit:
    """How a table is set: size of its letters, widths of its columns, heads along the column."""

    size: float
    tracks: tuple[str, ...]
    upright_heads: bool = False


def fitted(table: Table, *, turned: bool) -> Fit | None:
    """Return how a table fits a page, upright or turned; nothing where it does not."""
    return _fit(table, _TURNED if turned else _UPRIGHT, _SIZES)


def fitted_at_any_price(table: Table) -> Fit:
    """Return how a table fits a turned page, if need be in small letters and heads on their side."""
    sizes = (*_SIZES, _SMALLEST)
    return (
        _fit(table, _TURNED, sizes)
        or _fit(table, _TURNED, sizes, upright=True)
        or Fit(_SMALLEST, ("1fr",) * table.columns, upright_heads=True)
    )


def _fit(
    table: Table, room: float, sizes: tuple[float, ...], *, upright: bool = False
) -> Fit | None:
    table = _without_spans(table)
    for size in sizes:
        if _narrowest(table, size, upright=upright) <= room:
            return Fit(size, _tracks(table, size, room), upright)
    return None


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


def _without_spans(table: Table) -> Table:
    """Return a table without the words that go over several columns: they make none of them wider."""
    over = {(row, column) for row, column, columns in table.spans if columns > 1}
    if not over:
        return table
    rows = tuple(
        tuple(() if (number, column) in over else line for column, line in enumerate(row))
        for number, row in enumerate(table.rows)
    )
    return replace(table, rows=rows, spans=())


def _narrowest(table: Table, size: float, *, upright: bool) -> float:
    """Return how many points a table needs so that no short word is cut."""
    rows = table.rows if upright and table.rows else (*table.head, *table.rows)
    return sum(_least(column, rows) * size + _PADDING for column in range(table.columns))


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
    for column, numeric in enumerate(table.numeric):
        if numeric:  # its heading may stand on several lines
            words = (plain(row[column]) for row in (*table.head, *table.rows))
            longest = max((_longest_piece(one, _NAME_WORD) for one in words), default=0.0)
            wished[column] = longest * size * _BOLD + _PADDING
    keeps = [width <= _NAME * size for width in wished]
    if sum(width for width, kept in zip(wished, keeps, strict=True) if kept) > _NEARLY_ALL * room:
        # A matrix: its columns of numbers share alike what the names leave.
        keeps = [kept and not numeric for kept, numeric in zip(keeps, table.numeric, strict=True)]
    kept_room = sum(width for width, kept in zip(wished, keeps, strict=True) if kept)
    if all(keeps) or kept_room > _NEARLY_ALL * room:
        return ("auto",) * table.columns
    return tuple(
        f"{math.sqrt(width):.1f}fr" if not kept else f"{width:.0f}pt" if numeric else "auto"
        for width, kept, numeric in zip(wished, keeps, table.numeric, strict=True)
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
        longest = [
            max(_length(plain(row[column])) for row in rows) for column in range(table.columns)
        ]
        least = [
            max(_longest_piece(plain(row[column])) for row in rows)
            for column in range(table.columns)
        ]
        # A column of prose takes more than one of numbers, but not all.
        wished = [
            2 + max(least[one], min(longest[one], 40) ** 0.75) for one in range(table.columns)
        ]
    return [one / sum(wished) for one in wished]


def height(block: Block) -> float:
    """Return about how many points of a page a block takes."""
    match block:
        case Paragraph():
            return _lines(block.line, 11, _UPRIGHT) * _LEADING * 11 + 6
        case Said():
            return _lines((Words(block.text),), 11, _UPRIGHT) * _LEADING * 11 + 35
        case Items():
            return sum(height(one) for item in block.items for one in item)
        case Box() | Indented():
            return 45 + sum(map(height, block.blocks))
        case Exhibit():
            return 45 + height(block.inside)
        case Table():
            return _table_height(block)
        case Picture():
            return 300
        case _:
            return 20


def _lines(line: Line, size: float, room: float) -> int:
    return max(1, math.ceil(_length(plain(line)) * size * 1.08 / room))


def _table_height(table: Table) -> float:
    size = _SIZES[0]
    widths = [share * _UPRIGHT - _PADDING for share in shares(table)]
    return sum(
        max((_lines(cell, size, width) for cell, width in zip(row, widths, strict=True)), default=1)
        * size
        * _LEADING
        + 9
        for row in (*table.head, *table.rows)
    )


def _length(words: str) -> float:
    return sum(
        _WIDE_LETTER
        if one in _WIDE
        else _NARROW_LETTER
        if one in _NARROW
        else _CAPITAL
        if one.isupper()
        else _USUAL
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

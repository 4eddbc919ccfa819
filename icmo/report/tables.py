"""Tables read from HTML, such as a frame's."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from icmo.report.manuscript import Table, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable

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

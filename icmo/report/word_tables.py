"""Tables in Word: head rows that come again on the next page, rows that stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo.report.fitting import dark, heads, loosened, shade_of, shares
from icmo.report.manuscript import plain
from icmo.report.word_parts import element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docx.document import Document
    from docx.table import Table as WordTable

    from icmo.report.manuscript import Line, Table
    from icmo.report.word_parts import Styles

_UPRIGHT, _TURNED = 16.0, 24.5
_ACCENT, _HAIR = "1F4E79", "BFBFBF"
#: A row whose longest cell has more letters may break over two pages.
_LONG_CELL = 700


def add_table(
    document: Document,
    table: Table,
    write: Callable[..., None],
    styles: Styles,
    *,
    turned: bool = False,
) -> None:
    """Add a table; `write` puts a line into a paragraph."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    def fill(cell: Any, line: Line, column: int, *, bold: bool = False) -> None:
        paragraph = styles.dress(cell.paragraphs[0], "Table Words")
        if table.numeric[column]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(paragraph, loosened(line), **({"bold": True} if bold else {}))

    made = document.add_table(len(table.head) + len(table.rows), table.columns)
    _frame(made, table)
    cells = made._cells  # noqa: SLF001 - asking row by row takes the square of the time
    grid = [cells[start : start + table.columns] for start in range(0, len(cells), table.columns)]
    rows = list(made.rows)
    _widths(made, grid, table, _TURNED if turned else _UPRIGHT)
    for place, merged in enumerate(heads(table)):
        _repeat(rows[place])
        column = 0
        for line, across in merged:
            cell = grid[place][column]
            if across > 1:
                cell = cell.merge(grid[place][column + across - 1])
            fill(cell, line, column, bold=True)
            column += across
    for number, row in enumerate(table.rows):
        place = number + len(table.head)
        if max((len(plain(line)) for line in row), default=0) <= _LONG_CELL:
            _whole(rows[place])
        for column, line, across in table.cells(number):
            shade = shade_of(table, number, column)
            cell = grid[place][column]
            if across > 1:
                cell = cell.merge(grid[place][column + across - 1])
            fill(cell, line, column)
            if shade:
                _shade(cell, shade)
    # Word joins two tables that follow each other.
    styles.dress(document.add_paragraph(), "After Box")


def _frame(made: WordTable, table: Table) -> None:
    """Draw lines above, below and between rows, and say which cells are headings."""
    inside: Any = made._tbl  # noqa: SLF001 - python-docx has no other way to it
    properties = inside.tblPr
    borders = element("tblBorders")
    for side, size, colour in (
        ("top", "8", _ACCENT),
        ("bottom", "8", _ACCENT),
        ("insideH", "4", _HAIR),
    ):
        borders.append(element(side, val="single", sz=size, space="0", color=colour))
    for old in properties.xpath("w:tblLook"):
        properties.remove(old)
    properties.append(borders)
    first = "1" if table.row_heads else "0"
    properties.append(
        element(
            "tblLook",
            val="0420",
            firstRow="1",
            lastRow="0",
            firstColumn=first,
            lastColumn="0",
            noHBand="0",
            noVBand="1",
        )
    )


def _widths(made: WordTable, grid: Sequence[Sequence[Any]], table: Table, room: float) -> None:
    from docx.shared import Cm

    made.autofit = False
    widths = [Cm(room * share) for share in shares(table)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in grid:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width


def _repeat(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - as above
    properties.append(element("cantSplit"))
    properties.append(element("tblHeader"))


def _whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001 - as above


def _shade(cell: Any, shade: str) -> None:
    from docx.shared import RGBColor

    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - as above
    properties.append(element("shd", val="clear", color="auto", fill=shade.lstrip("#")))
    ink = RGBColor(255, 255, 255) if dark(shade) else RGBColor(17, 17, 17)
    for run in cell.paragraphs[0].runs:
        run.font.color.rgb = ink

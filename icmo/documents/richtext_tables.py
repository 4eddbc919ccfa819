"""The tables of a rich text, which come as a stream: paragraph, cell's end, row's end."""

from __future__ import annotations

from icmo.documents.paragraphs import Paragraph, make_table


class Layout:
    """Puts paragraphs where they belong: in the text, in a cell, in a table in a cell, in a box."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._boxes: list[Paragraph] = []
        self._rows: list[list[list[Paragraph]]] = []
        self._row: list[list[Paragraph]] = []
        self._cell: list[Paragraph] = []
        self._inner_row: list[str] = []
        self._inner_cell: list[str] = []

    def add(self, paragraph: Paragraph, table: int, box: bool) -> None:
        """Add a paragraph that stands in so many tables; a box follows what it is fixed to."""
        if box:
            self._boxes.append(paragraph)
        elif table > 1:
            self._inner_cell.append(paragraph.text)
        elif table:
            self._cell.append(paragraph)
        else:
            self._end_table()
            self._found.append(paragraph)
            self._found += self._boxes
            self._boxes = []

    def end_cell(self, last: Paragraph, nested: bool = False) -> None:
        """End a cell with its last paragraph."""
        if nested:
            self._inner_row.append("\n".join([*self._inner_cell, last.text]))
            self._inner_cell = []
        elif last.text or not self._cell:
            self._row.append([*self._cell, last])
            self._cell = []
        else:
            self._row.append(self._cell)
            self._cell = []

    def end_row(self, nested: bool = False) -> None:
        """End a row; a row of a table in a cell becomes a line of the cell."""
        if nested:
            self._cell.append(Paragraph("\t".join(self._inner_row)))
            self._inner_row = []
        elif self._row:
            self._rows.append(self._row)
            self._row = []

    def finished(self) -> list[Paragraph]:
        """Return everything in its order, also of a file that breaks off."""
        if self._inner_cell or self._inner_row:
            self.end_cell(Paragraph(""), nested=True)
            self.end_row(nested=True)
        if self._cell:
            self.end_cell(Paragraph(""))
        self.end_row()
        self._end_table()
        return [*self._found, *self._boxes]

    def _end_table(self) -> None:
        if self._rows:
            self._found += make_table(self._rows)
            self._rows = []

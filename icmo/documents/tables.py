"""Tables: documents.csv, and the answers or statements of which each row is a text."""

from __future__ import annotations

import csv
import datetime as dt
import sys
import unicodedata
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.files import decode, open_archive, read_bytes, read_part
from icmo.documents.records import DocumentError, refusal

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from zipfile import ZipFile

#: The columns that every document has, and what else they may be called.
KNOWN_COLUMNS = {
    "file": ("file", "fil"),
    "name": ("name", "navn"),
    "case": ("case", "kommune"),
    "group": ("group", "gruppe"),
    "kind": ("kind", "type"),
    "date": ("date", "dato"),
}
_TEXT_COLUMNS = ("text", "tekst", "svar", "answer", "statement", "udsagn")
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Table:
    """A table as it is in the file: headings, and rows with the line each begins on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of a table of texts."""

    number: int
    text: str
    known: dict[str, str]


def read_rows(path: str | os.PathLike[str], required: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a comma-separated file with a heading line; every value is a string.

    Raises:
        DocumentError: the file cannot be read, or a column that is required is missing.
    """
    file = Path(path)
    table = read_table(file)
    _require(file, table.columns, required)
    return [dict(zip(table.columns, cells, strict=True)) for _, cells in table.rows]


def read_attributes(path: str | os.PathLike[str]) -> dict[str, dict[str, str]]:
    """Read documents.csv or .xlsx: what is known of each file, by the file's name.

    Columns: file, name, case, group, kind, date; any other column becomes an attribute.

    Raises:
        DocumentError: the file cannot be read, lacks the column, or has a file twice.
    """
    return {row["file"]: row for _, row in attribute_rows(Path(path))[0]}


def attribute_rows(file: Path) -> tuple[list[tuple[int, dict[str, str]]], tuple[str, ...]]:
    """Return the rows of documents.csv with their lines, and what was remarked."""
    table = read_table(file)
    columns = _known(table.columns)
    _require(file, columns, ("file",))
    rows: list[tuple[int, dict[str, str]]] = []
    lines: dict[str, int] = {}
    for line, cells in table.rows:
        row = dict(zip(columns, cells, strict=True))
        name = file_key(row["file"])
        if name in lines:
            raise DocumentError(
                say("csv.file_twice", file=file, line=line, name=row["file"], first=lines[name])
            )
        if name:
            lines[name] = line
            rows.append((line, row))
    return rows, table.remarks


def file_key(name: str) -> str:
    """Return a file's name as it is compared: one form of å, one slash, no matter the case."""
    return unicodedata.normalize("NFC", name).casefold().replace("\\", "/").removeprefix("./")


def read_table_of_texts(file: Path) -> tuple[list[Row], tuple[str, ...]]:
    """Return the rows of a table that have a text, and what was remarked."""
    table = read_table(file)
    lowered = [column.casefold() for column in table.columns]
    place = next((lowered.index(name) for name in _TEXT_COLUMNS if name in lowered), None)
    remarks = list(table.remarks)
    if place is None:
        place = _longest(table)
        remarks.append(f"{file.name}: {say('remark.text_column', number=place + 1)}")
    columns = list(_known(table.columns))
    rows = [_row(columns, place, number, cells) for number, cells in table.rows]
    written = [row for row in rows if row.text.strip()]
    if len(written) < len(rows):
        empty = len(rows) - len(written)
        remarks.append(f"{file.name}: {say('remark.empty_rows', count=empty)}")
    return written, tuple(remarks)


def _row(columns: list[str], place: int, number: int, cells: tuple[str, ...]) -> Row:
    known = {
        column: cell.strip()
        for at, (column, cell) in enumerate(zip(columns, cells, strict=True))
        if at != place and cell.strip()
    }
    return Row(number, cells[place], known)


def _longest(table: Table) -> int:
    """The column with the most characters; the first of several."""
    if not table.columns:
        return 0
    sizes = [sum(len(cells[at]) for _, cells in table.rows) for at in range(len(table.columns))]
    return sizes.index(max(sizes))


def _known(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Call the known columns by their one name; the others stay as they are written."""
    lowered = [column.casefold() for column in columns]
    renamed = list(columns)
    for name, aliases in KNOWN_COLUMNS.items():
        place = next((lowered.index(alias) for alias in aliases if alias in lowered), None)
        if place is not None:
            renamed[place] = name
    return tuple(renamed)


def _require(file: Path, columns: tuple[str, ...], required: tuple[str, ...]) -> None:
    missing = [column for column in required if column not in columns]
    if missing:
        raise DocumentError(say("csv.columns", file=file, columns=", ".join(missing)))


def read_table(file: Path) -> Table:
    """Read a table from CSV (`,`, `;` or tabs) or from the first sheet of an .xlsx file.

    Raises:
        DocumentError: the file cannot be read, or its rows do not fit its headings.
    """
    if file.suffix.lower() == ".xlsx":
        records, remarks = _sheet(file)
    else:
        text, remarks = decode(file, read_bytes(file))
        records = _records(file, text)
    headings = next(records, (1, []))[1]
    rows = [(line, cells) for line, cells in records if any(cell.strip() for cell in cells)]
    width = max([_width(headings), *(_width(cells) for _, cells in rows if not headings)])
    columns = _columns(file, headings[:width])
    return Table(columns, tuple(_fitted(file, columns, *row) for row in rows), remarks)


def _columns(file: Path, headings: list[str]) -> tuple[str, ...]:
    columns = [heading.strip() or f"column {at}" for at, heading in enumerate(headings, 1)]
    seen: set[str] = set()
    for column in columns:
        if column.casefold() in seen:
            raise DocumentError(say("csv.column_twice", file=file, column=column))
        seen.add(column.casefold())
    return tuple(columns)


def _fitted(
    file: Path, columns: tuple[str, ...], line: int, cells: list[str]
) -> tuple[int, tuple[str, ...]]:
    """Return a row with a cell for each column; a row with more is a missing quotation mark."""
    if _width(cells) > len(columns):
        many = _width(cells)
        raise DocumentError(
            say("csv.cells", file=file, line=line, cells=many, columns=len(columns))
        )
    missing = len(columns) - len(cells)
    return line, (*cells[: len(columns)], *[""] * missing)


def _width(cells: list[str]) -> int:
    """How many cells there are up to the last that is written in."""
    return max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _records(file: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # an interview may stand in one cell
    separator = _separator(text)
    # Not `splitlines`, which also breaks at signs that stand inside a cell, such as U+2028.
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for record in reader:
            yield line, record
            line = reader.line_num + 1
    except csv.Error:
        raise DocumentError(say("csv.broken", file=f"{file}, {line}")) from None


def _separator(text: str) -> str:
    """The separator that divides the heading line into most."""
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))


def _sheet(file: Path) -> tuple[Iterator[tuple[int, list[str]]], tuple[str, ...]]:
    import io

    data = read_bytes(file)
    archive = open_archive(file, data)
    _refuse_declarations(file, archive)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = [[_written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        others = sum(1 for other in book.worksheets[1:] if _has_cells(other.iter_rows(max_row=20)))
    except Exception as error:  # openpyxl lets through whatever a damaged file makes Python raise
        if isinstance(error, MemoryError):
            raise
        raise refusal(file, "document.damaged", suffix=file.suffix) from None
    remark = (f"{file.name}: {say('remark.sheets', count=others)}",) if others else ()
    return iter(list(enumerate(rows, 1))), remark


def _has_cells(rows: Iterable[Iterable[Any]]) -> bool:
    return any(cell.value is not None for row in rows for cell in row)


def _refuse_declarations(file: Path, archive: ZipFile) -> None:
    """Refuse a sheet whose XML declares a document type, whichever parser would read it."""
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            data = read_part(file, archive, name) or b""
            if b"<!DOCTYPE" in data.replace(b"\0", b"")[:4096]:
                raise refusal(file, "document.doctype")


def _written(value: object) -> str:
    """Return what a cell shows: dates as in ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")

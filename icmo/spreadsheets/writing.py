"""Tables written: csv for everybody, xlsx with colours and filters, parquet for much."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._files import write_whole
from icmo._palette import look
from icmo._strings import say
from icmo.documents.pseudonyms import Guard
from icmo.spreadsheets.cells import is_formula, printable, safe
from icmo.spreadsheets.errors import SpreadsheetError
from icmo.spreadsheets.tables import TABLES, table_of

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

SUFFIXES = (".csv", ".xlsx", ".parquet")
#: A cell of a workbook holds so many characters, a sheet so many rows.
_LONGEST, _ROWS = 32_767, 1_048_575
_MORE = " […]"
_WIDTHS = {
    "text": 60,
    "note": 30,
    "definition_da": 50,
    "definition_en": 50,
    "sentence": 60,
    "name": 28,
}
_WRAPPED = 24
#: What of the many tags nobody wrote: not looked at for names.
_MADE_UP = ["tag", "document", "created"]


def write_tables(
    project: Project,
    path: str | os.PathLike[str],
    tables: str | Sequence[str] = "tags",
    *,
    mark: bool = False,
    semicolon: bool = False,
    key: Key | None = None,
) -> tuple[str, ...]:
    """Write tables of a project; the ending of the name decides the format. Returns remarks.

    Args:
        project: the project.
        path: a name that ends in .csv, .xlsx or .parquet; several tables go into one workbook.
        tables: which of `TABLES`.
        mark: csv begins with the mark by which Excel knows UTF-8.
        semicolon: csv as Excel in Danish wants it: semicolons, and commas in numbers.
        key: of the project's pseudonyms; without it only CPR numbers are looked for.

    Raises:
        PseudonymError: a CPR number stands in it, or with the key a name that has a pseudonym.
    """
    file = Path(path)
    wanted = [tables] if isinstance(tables, str) else list(tables)
    suffix = file.suffix.casefold()
    if suffix not in SUFFIXES:
        raise SpreadsheetError(say("export.suffix", file=file, suffixes=", ".join(SUFFIXES)))
    if len(wanted) > 1 and suffix != ".xlsx":
        raise SpreadsheetError(say("sheet.single", path=file))
    frames = {name: table_of(project, name) for name in wanted}
    _guard(project, file, frames, key)
    remarks: list[str] = []
    if suffix == ".csv":
        _write(file, _csv(frames[wanted[0]], mark=mark, semicolon=semicolon))
    elif suffix == ".xlsx":
        _write(file, _workbook(project, frames, remarks))
    else:
        _write(file, _parquet(frames[wanted[0]]))
    project.note_export(file)
    return tuple(remarks)


def _guard(project: Project, file: Path, frames: dict[str, pd.DataFrame], key: Key | None) -> None:
    """Refuse tables that name someone, told by their rows, the heading being the first."""
    guard = Guard(key)
    for name, frame in frames.items():
        sheet = f" [{say(f'sheet.{name}', project.language)}]" if len(frames) > 1 else ""
        place = file.name + sheet
        guard.see_line(place, 1, ",".join(map(str, frame.columns)))
        told = frame.drop(columns=_MADE_UP) if name == "tags" else frame
        columns = [map(str, told[column].tolist()) for column in told]
        for row, cells in enumerate(zip(*columns, strict=True), 2):
            guard.see_line(place, row, ",".join(cells))
    guard.refuse()


def _write(file: Path, content: bytes) -> None:
    try:
        write_whole(file, content)
    except OSError as error:
        raise SpreadsheetError(
            say("export.unwritable", path=file, reason=error.strerror or error)
        ) from None


def _csv(frame: pd.DataFrame, *, mark: bool, semicolon: bool) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if semicolon else ",")
    writer.writerow([safe(str(name)) for name in frame.columns])
    columns = [_csv_column(frame[name], semicolon=semicolon) for name in frame]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode("utf-8-sig" if mark else "utf-8", "replace")


def _csv_column(column: pd.Series[Any], *, semicolon: bool) -> list[Any]:
    values = column.astype(object).where(column.notna(), "").tolist()
    if semicolon:
        values = [str(one).replace(".", ",") if isinstance(one, float) else one for one in values]
    return [safe(one) for one in values]


def _parquet(frame: pd.DataFrame) -> bytes:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    except ImportError:
        raise SpreadsheetError(say("sheet.no_parquet")) from None
    table = pa.Table.from_pandas(frame.convert_dtypes(), preserve_index=False)
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(None), out, compression="zstd")
    return out.getvalue()


def _workbook(project: Project, frames: dict[str, pd.DataFrame], remarks: list[str]) -> bytes:
    from openpyxl import Workbook

    roles: dict[str, str] = {
        code.id: family.role
        for book in reversed(project.codebooks.values())
        for family in book.family_records
        for code in family.codes
    }
    workbook = Workbook(write_only=True)
    for name in [one for one in TABLES if one in frames]:
        _sheet(workbook, say(f"sheet.{name}", project.language), frames[name], roles, remarks)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _sheet(
    workbook: Any, title: str, frame: pd.DataFrame, roles: dict[str, str], remarks: list[str]
) -> None:
    """Write a sheet: a frozen, filtered heading, typed cells, codes in the colours of their roles."""
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    rows = min(len(frame), _ROWS)
    if len(frame) > _ROWS:
        remarks.append(say("sheet.rows", table=title, count=len(frame) - _ROWS))
    last = get_column_letter(max(len(frame.columns), 1))
    sheet.auto_filter.ref = f"A1:{last}{rows + 1}"
    for number, column in enumerate(frame.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(str(column), 16)
    cells = _Cells(sheet, roles)
    sheet.append([cells.heading(str(column)) for column in frame.columns])
    for values in frame.head(rows).itertuples(index=False, name=None):
        row = zip(frame.columns, values, strict=True)
        sheet.append([cells.of(str(column), value) for column, value in row])
    if cells.cut:
        remarks.append(say("sheet.cut", table=title, count=cells.cut))


class _Cells:
    """Makes the cells of one sheet."""

    def __init__(self, sheet: Any, roles: dict[str, str]) -> None:
        from openpyxl.styles import PatternFill

        self._sheet = sheet
        self._roles = roles
        self._fills = {
            role: PatternFill("solid", start_color=_pale(role)) for role in set(roles.values())
        }
        self.cut = 0  # how many cells held more than a cell can

    def heading(self, name: str) -> Any:
        """Return a cell of the heading; a code's in the colour of its role."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        cell = _text_cell(WriteOnlyCell(self._sheet), printable(name))
        role = self._roles.get(name)
        cell.font = Font(bold=True, color=_hex(role)) if role else Font(bold=True)
        return cell

    def of(self, column: str, value: Any) -> Any:
        """Return a cell: a number is a number, and a text is text whatever it looks like."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        if not isinstance(value, str):
            return None if pd.isna(value) else getattr(value, "item", lambda: value)()
        text = printable(value)
        if len(text) > _LONGEST:
            text = text[: _LONGEST - len(_MORE)] + _MORE
            self.cut += 1
        cell = _text_cell(WriteOnlyCell(self._sheet), text)
        if column == "code" and value in self._roles:
            cell.fill = self._fills[self._roles[value]]
        if len(text) > _WRAPPED:
            cell.alignment = Alignment(wrap_text=column in _WIDTHS, vertical="top")
        return cell


def _text_cell(cell: Any, text: str) -> Any:
    """Return a cell that is text, whatever it looks like, also when somebody edits it."""
    cell.value = text
    cell.data_type = "s"
    if is_formula(text):
        cell.quotePrefix = True
    return cell


def _hex(role: str) -> str:
    return look(role).colour.removeprefix("#").upper()


def _pale(role: str) -> str:
    """Return a role's colour, so light that one can read on it."""
    colour = _hex(role)
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{255 - (255 - part) // 4:02X}" for part in parts)

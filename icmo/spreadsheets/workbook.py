"""Tables as a workbook to read: words of the project's language, colours, filters, pages to print."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._palette import look
from icmo._strings import STRINGS, say
from icmo.spreadsheets.cells import is_formula, printable
from icmo.spreadsheets.tables import TABLES

if TYPE_CHECKING:
    from icmo.project import Project

#: A cell of a workbook holds so many characters, a sheet so many rows.
_LONGEST, _ROWS = 32_767, 1_048_575
_MORE = " […]"
#: Columns are as wide as most of what is in them, in characters; a filter's arrow needs some.
_NARROWEST, _WIDEST, _ARROW = 9, 48, 4
#: A line of a cell is so high; letters are a little wider than what a width counts.
_LINE, _HIGHEST, _LETTER = 15, 405, 1.1
_MOST = 0.9
#: The heads of a matrix stand upright over narrow columns.
_UPRIGHT, _UPRIGHT_HEIGHT = 6.5, 230
_A4 = 9
_HEAD = "E9ECEF"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: A number that can be read in one way only: 1.000 may be one or a thousand.
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})([.,](\d{1,2}|\d{4,9}))?")
_MOMENTS = {"da": ("dd-mm-yyyy hh:mm", "dd-mm-yyyy"), "en": ("yyyy-mm-dd hh:mm", "yyyy-mm-dd")}


def workbook(project: Project, frames: dict[str, pd.DataFrame], remarks: list[str]) -> bytes:
    """Return tables as a workbook, a sheet for each; what did not fit is remarked."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    made.properties.creator, made.properties.title = "icmo", project.path.stem
    wording = _Wording(project)
    for name in [one for one in TABLES if one in frames]:
        _sheet(made, name, arranged(frames[name]), wording, remarks)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def arranged(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with numbers as numbers where they can be read in one way only."""
    told = frame.copy()
    for column in told:
        if _all(told[column], _NUMBER):
            there = told[column].fillna("") != ""
            numbers = pd.to_numeric(told[column][there].str.replace(",", "."))
            told[column] = numbers.astype(object).reindex(told.index)
    return told


def _all(column: pd.Series[Any], pattern: re.Pattern[str]) -> bool:
    """Say whether a column of texts has something in it, and all of it looks like this."""
    if pd.api.types.is_numeric_dtype(column):
        return False
    values = [one for one in column.tolist() if isinstance(one, str) and one]
    return bool(values) and all(pattern.fullmatch(one) for one in values)


class _Wording:
    """What columns, codes and values are called in the language of a project."""

    def __init__(self, project: Project) -> None:
        self.language = project.language
        self.roles: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        for book in reversed(project.codebooks.values()):
            spoken = self.language if self.language in book.languages else None
            self.labels |= book.labels(spoken)
            self.roles |= {
                code.id: family.role for family in book.family_records for code in family.codes
            }

    def head(self, table: str, column: str) -> str:
        """Return what stands over a column: its name, as everywhere; in a matrix the code's label."""
        return self.labels.get(column, column) if table == "matrix" else column

    def meaning(self, table: str, column: str) -> str:
        """Return what a column is, for those who point at its name; nothing for people's own."""
        own = f"sheet.column.{table}.{column}"
        key = own if own in STRINGS else f"sheet.column.{column}"
        return say(key, self.language) if key in STRINGS else ""


def _value(column: str, value: Any) -> Any:
    """Return a value as a cell holds it: days as days, numbers as numbers."""
    if not isinstance(value, str):
        return None if pd.isna(value) else getattr(value, "item", lambda: value)()
    return _moment(value) if column in ("created", "date") else value


def _moment(text: str) -> Any:
    """Return a day or a moment, in the time of Greenwich, as a cell holds it."""
    try:
        if len(text) == len("2022-11-01"):
            return dt.date.fromisoformat(text)
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _sheet(
    made: Any, name: str, frame: pd.DataFrame, wording: _Wording, remarks: list[str]
) -> None:
    """Write a sheet: a frozen, filtered heading, typed cells, codes in the colours of their roles."""
    title = say(f"sheet.{name}", wording.language)
    sheet = made.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    rows = min(len(frame), _ROWS)
    if len(frame) > _ROWS:
        remarks.append(say("sheet.rows", table=title, count=len(frame) - _ROWS))
    heads = [wording.head(name, str(column)) for column in frame.columns]
    columns = [
        [_value(str(column), value) for value in frame[column].head(rows).tolist()]
        for column in frame.columns
    ]
    widths = [_width(head, values) for head, values in zip(heads, columns, strict=True)]
    upright = [name == "matrix" and column in wording.roles for column in frame.columns]
    _lay_out(sheet, rows, [_UPRIGHT if up else w for up, w in zip(upright, widths, strict=True)])
    _print_well(sheet, wording.language, wide=name == "matrix")
    cells = _Cells(sheet, wording)
    known = list(map(str, frame.columns))
    meanings = [wording.meaning(name, column) for column in known]
    sheet.append([cells.heading(*one) for one in zip(known, heads, meanings, upright, strict=True)])
    codes = frame["code"].head(rows).tolist() if "code" in known else [""] * rows
    rows_of_values = zip(codes, zip(*columns, strict=True), strict=True)
    for row, (code, values) in enumerate(rows_of_values, 2):
        told = zip(known, values, widths, strict=True)
        # Not every program makes a row as high as its words when it opens a file.
        sheet.row_dimensions[row].height = _height(values, widths)
        sheet.append([cells.of(column, value, width, code) for column, value, width in told])
        del sheet.row_dimensions[row]
    if cells.cut:
        remarks.append(say("sheet.cut", table=title, count=cells.cut))


def _width(head: str, values: list[Any]) -> float:
    """Return how wide a column is: most of what is in it fits on one line, or it is the widest."""
    sizes = sorted(len(one) if isinstance(one, str) else _length(one) for one in values)
    most = sizes[int(_MOST * (len(sizes) - 1))] if sizes else 0
    if any(isinstance(one, str) and _ID.fullmatch(one) for one in values[:1]):
        most = 0
    return min(max(len(head) + _ARROW, most + 2, _NARROWEST), _WIDEST)


def _height(values: tuple[Any, ...], widths: list[float]) -> float:
    """Return how high a row is, in points, for every word in it to be seen."""
    lines = [
        sum(math.ceil(len(line) * _LETTER / width) or 1 for line in value.split("\n"))
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str) and not _ID.fullmatch(value)
    ]
    return min(_LINE * max(lines, default=1), _HIGHEST)


def _length(value: Any) -> int:
    if isinstance(value, dt.date):
        return len("01-11-2022 09:01" if isinstance(value, dt.datetime) else "01-11-2022")
    return 0 if value is None else len(str(value))


def _lay_out(sheet: Any, rows: int, widths: list[float]) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "B2" if _UPRIGHT in widths else "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(widths), 1))}{rows + 1}"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    if _UPRIGHT in widths:
        sheet.row_dimensions[1].height = _UPRIGHT_HEIGHT


def _print_well(sheet: Any, language: str, *, wide: bool) -> None:
    """Let a sheet come out on paper: A4 turned, the heading on each page, pages numbered."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.print_title_rows = "1:1"
    if wide:
        sheet.print_title_cols = "A:A"
    else:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = say("export.page", language, page="&P", pages="&N")


class _Cells:
    """Makes the cells of one sheet."""

    def __init__(self, sheet: Any, wording: _Wording) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        roles = set(wording.roles.values())
        self._sheet = sheet
        self._roles = wording.roles
        self._fills = {role: PatternFill("solid", start_color=_pale(role)) for role in roles}
        self._fonts = {
            role: Font(name="Calibri", size=11, bold=True, color=_hex(role)) for role in roles
        }
        self._bold = Font(name="Calibri", size=11, bold=True)
        self._ground = PatternFill("solid", start_color=_HEAD)
        self._top = Alignment(vertical="top")
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._over = Alignment(wrap_text=True, vertical="bottom")
        self._upright = Alignment(wrap_text=True, vertical="bottom", text_rotation=90)
        self._moment, self._day = _MOMENTS[wording.language]
        self.cut = 0  # how many cells held more than a cell can

    def heading(self, column: str, words: str, meaning: str, upright: bool) -> Any:
        """Return a cell of the heading; a code's in the colour of its role."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.comments import Comment

        cell = _text_cell(WriteOnlyCell(self._sheet), printable(words))
        cell.font = self._fonts[self._roles[column]] if upright else self._bold
        cell.fill = self._ground
        cell.alignment = self._upright if upright else self._over
        if meaning:
            cell.comment = Comment(meaning, "icmo", height=40, width=200)
        return cell

    def of(self, column: str, value: Any, width: float, code: Any) -> Any:
        """Return a cell: a number is a number, and a text is text whatever it looks like."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet)
        cell.alignment = self._top
        if isinstance(value, str):
            text = printable(value)
            if len(text) > _LONGEST:
                text = text[: _LONGEST - len(_MORE)] + _MORE
                self.cut += 1
            _text_cell(cell, text)
            if not _ID.fullmatch(text) and (len(text) > width - 2 or "\n" in text):
                cell.alignment = self._wrapped
        elif value is not None:
            cell.value = value
            if isinstance(value, dt.date):
                is_moment = isinstance(value, dt.datetime)
                cell.number_format = self._moment if is_moment else self._day
        if column in ("code", "label", "label_da", "label_en") and code in self._roles:
            cell.fill = self._fills[self._roles[code]]
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

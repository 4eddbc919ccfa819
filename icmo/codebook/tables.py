"""A codebook as a spreadsheet and as csv: one row per code, and no cell that runs as a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from icmo._strings import LANGUAGES, say
from icmo.codebook.pages import printable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from icmo.codebook import Codebook
    from icmo.codebook.records import Code, Family

_TEXTS = ("label", "definition", "include", "exclude")
#: The columns, in their order.
COLUMNS = (
    *("family", "role", "code", "parent"),
    *(f"{text}_{language}" for text in _TEXTS for language in LANGUAGES),
    *("citation", "conditions", "principle", "type"),
)
_WIDTHS = {"label": 30, "definition": 55, "include": 45, "exclude": 45, "citation": 30}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def code_rows(codebook: Codebook) -> list[dict[str, str]]:
    """Return each code as a row of texts, in the order of the file; what is left out is empty."""
    return [_row(family, code) for family in codebook.family_records for code in family.codes]


def write_csv(codebook: Codebook) -> bytes:
    """Return the codes as csv in UTF-8 with the mark Excel knows it by.

    A value that a spreadsheet would run gets an apostrophe before it.
    """
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in code_rows(codebook):
        writer.writerow(
            {
                key: f"'{value}" if value.startswith(_FORMULA) else value
                for key, value in row.items()
            }
        )
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(codebook: Codebook, language: str) -> bytes:
    """Return the codes as a spreadsheet with a frozen, filtered heading; every cell is text."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet: Worksheet = workbook.worksheets[0]
    sheet.title = say("export.sheet", language)
    rows = [list(COLUMNS), *([row[column] for column in COLUMNS] for row in code_rows(codebook))]
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            _write_cell(sheet, number, column, value)
    _lay_out(sheet)
    workbook.properties.creator, workbook.properties.title = (
        "icmo",
        codebook.title.get(language, codebook.id),
    )
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _row(family: Family, code: Code) -> dict[str, str]:
    texts = {
        f"{text}_{language}": (getattr(code, text) or {}).get(language, "")
        for text in _TEXTS
        for language in LANGUAGES
    }
    row = {
        "family": family.id,
        "role": family.role,
        "code": code.id,
        "parent": code.parent,
        **texts,
        "citation": code.citation,
        "conditions": ", ".join(code.conditions),
        "principle": code.principle,
        "type": code.type,
    }
    return {column: printable(row[column] or "") for column in COLUMNS}


def _write_cell(sheet: Worksheet, row: int, column: int, value: str) -> None:
    from openpyxl.styles import Alignment, Font

    if not value:
        return
    cell = sheet.cell(row, column, value)
    cell.data_type = "s"  # also what looks like a formula or an error is text
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if value.startswith(_FORMULA):
        cell.quotePrefix = True  # stays text when somebody edits the cell
    if row == 1:
        cell.font = Font(bold=True)


def _lay_out(sheet: Worksheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(
            column.rsplit("_", 1)[0], 22
        )
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

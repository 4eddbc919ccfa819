"""Tables written: csv for everybody, xlsx with colours and filters, parquet for much."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._files import write_whole
from icmo._strings import say
from icmo.documents.pseudonyms import Guard
from icmo.spreadsheets.cells import safe
from icmo.spreadsheets.errors import SpreadsheetError
from icmo.spreadsheets.tables import table_of
from icmo.spreadsheets.workbook import workbook

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

SUFFIXES = (".csv", ".xlsx", ".parquet")
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
        _write(file, workbook(project, frames, remarks))
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

"""Sources of months: files and frames of many kinds become one view with the same columns."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.outcomes import checking
from icmo.outcomes.checking import Check, Found, problem_table
from icmo.outcomes.columns import (
    ALIASES,
    COLUMNS,
    FLAGS,
    REQUIRED,
    known_columns,
    literal,
    quoted,
    typed,
)
from icmo.outcomes.errors import MonthsError
from icmo.outcomes.files import CsvFile, find_files, open_csv

if TYPE_CHECKING:
    import pandas as pd

#: The columns of checked months, as SQL lists them.
CHECKED = ", ".join(map(quoted, COLUMNS))


def put_up(connection: Any, source: Any) -> tuple[dict[str, str], list[Found], str]:
    """Make the view read_months of a source.

    Returns the types of what was written, notes, and SQL that reads the months anywhere if the
    source is parquet.
    """
    if not isinstance(source, str | Path) and hasattr(source, "columns"):
        return *_from_frame(connection, source), ""
    files = find_files(source)
    if all(path.suffix == ".parquet" for path in files):
        return _from_parquet(connection, files)
    with tempfile.TemporaryDirectory() as scratch:
        return *_from_files(connection, files, Path(scratch)), ""


def _from_frame(connection: Any, frame: pd.DataFrame) -> tuple[dict[str, str], list[Found]]:
    plain = frame.reset_index(drop=True)
    for name, kind in plain.dtypes.items():
        if kind.name.startswith("period") or kind.name == "category":
            plain[name] = plain[name].astype("str")
        elif kind.kind == "O" and kind.name == "object":
            plain[name] = plain[name].map(str, na_action="ignore").astype("str")
    connection.register("given_frame", plain)
    names = _names(tuple(map(str, plain.columns)), say("months.frame"))
    columns = _written(names[0])
    connection.execute(
        f"create table written_months as select '' as file, row_number() over () as row, {columns} "
        "from given_frame"
    )
    connection.unregister("given_frame")
    return _typed_view(connection, "written_months"), names[1]


def _from_parquet(connection: Any, files: list[Path]) -> tuple[dict[str, str], list[Found], str]:
    paths = "[" + ", ".join(literal(str(path.resolve())) for path in files) + "]"
    scan = f"read_parquet({paths}, union_by_name = true, filename = true, file_row_number = true)"
    written = tuple(row[0] for row in connection.sql(f"describe from {scan}").fetchall())
    own = tuple(name for name in written if name not in ("filename", "file_row_number"))
    names, notes = _names(own, files[0].name)
    short = "parse_filename(filename)" if len(files) > 1 else literal(files[0].name)
    columns = _written(names)
    connection.execute(
        f"create view written_months as select {short} as file, file_row_number + 1 as row, {columns} from {scan}"
    )
    types = _typed_view(connection, "written_months")
    plain = f"read_parquet({paths}, union_by_name = true)"
    anywhere = f"select {CHECKED} from (select {typed(types)} from (select {columns} from {plain}))"
    return types, notes, anywhere


def _from_files(
    connection: Any, files: list[Path], scratch: Path
) -> tuple[dict[str, str], list[Found]]:
    notes: list[Found] = []
    started = False
    for path in files:
        if path.suffix == ".parquet":
            scan, name = f"read_parquet({literal(str(path))}, file_row_number = true)", path.name
            own = tuple(
                row[0]
                for row in connection.sql(
                    f"describe from read_parquet({literal(str(path))})"
                ).fetchall()
            )
            row = "file_row_number + 1"
        else:
            file = open_csv(path, scratch)
            notes += _encoding(file)
            own, name, row = file.header, file.name, "row_number() over () + 1"
            scan = (
                f"read_csv({literal(str(file.path))}, all_varchar = true, header = true, "
                f"delim = {literal(file.separator)}, quote = '\"', escape = '\"', null_padding = false)"
            )
        names, remarks = _names(own, name)
        notes += remarks
        columns = ", ".join(
            f"{quoted(names[column])}::varchar as {quoted(f'{column}_written')}"
            if column in names
            else f"null::varchar as {quoted(f'{column}_written')}"
            for column in COLUMNS
            if column in names or column not in FLAGS
        )
        select = f"select {literal(name)} as file, {row} as row, {columns} from {scan}"
        lacking = ", ".join(
            f"'0' as {quoted(f'{flag}_written')}" for flag in FLAGS if flag not in names
        )
        select = f"select *{', ' + lacking if lacking else ''} from ({select})"
        command = (
            "insert into written_months by name" if started else "create table written_months as"
        )
        connection.execute(f"{command} {select}")
        started = True
    return _typed_view(connection, "written_months"), notes


def _written(names: dict[str, str]) -> str:
    return ", ".join(
        f"{quoted(written)} as {quoted(f'{column}_written')}" for column, written in names.items()
    )


def _typed_view(connection: Any, table: str) -> dict[str, str]:
    described = connection.sql(f"describe {table}").fetchall()
    types = {
        name.removesuffix("_written"): "VARCHAR" if kind.startswith("ENUM") else kind
        for name, kind, *_ in described
        if name.endswith("_written")
    }
    connection.execute(f"create view read_months as select file, row, {typed(types)} from {table}")
    return types


def _names(written: tuple[str, ...], file: str) -> tuple[dict[str, str], list[Found]]:
    """Return which column is which, and a note for each that is unknown or lacking.

    Raises:
        MonthsError: a column that is needed is missing.
    """
    names = known_columns(written)
    unknown = [name for name in written if name not in names.values()]
    missing = [column for column in REQUIRED if column not in names]
    notes = []
    for name in unknown:
        kind = Check("unknown_column", "error" if missing else "note", name, "")
        notes.append(Found(kind, 1, ((file, 1, name),)))
    for column in missing:
        near = did_you_mean(column, unknown) or did_you_mean(
            next(iter(ALIASES[column]), column), unknown
        )
        notes.append(Found(Check("missing_column", "error", column, ""), 1, ((file, 1, near),)))
    if missing:
        problems = problem_table(notes)
        raise MonthsError(checking.summary(problems[problems["level"] == "error"]), problems)
    notes += [
        Found(Check("no_column", "note", column, ""), 1, ((file, 1, ""),))
        for column in (*FLAGS, "exit")
        if column not in names
    ]
    return names, notes


def _encoding(file: CsvFile) -> list[Found]:
    if not file.old_count:
        return []
    kind = "mixed_encodings" if file.mixed else "old_encoding"
    check = Check(kind, "doubt" if file.mixed else "note", "", "")
    return [Found(check, file.old_count, tuple((file.name, line, "") for line in file.old))]

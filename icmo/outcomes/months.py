"""Months: a person's month is a row; read, checked, and ready to be counted."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.outcomes import checking
from icmo.outcomes.checking import Check, Found, problem_table
from icmo.outcomes.columns import (
    ALIASES,
    COLUMNS,
    FLAGS,
    MONTHS,
    REQUIRED,
    known_columns,
    literal,
    month_number,
    quoted,
    typed,
)
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.files import CsvFile, find_files, open_csv

if TYPE_CHECKING:
    import os

    import pandas as pd

_MACROS = (Path(__file__).parent / "sql" / "macros.sql").read_text(encoding="utf-8")
_CHECKED = ", ".join(map(quoted, COLUMNS))


class MonthsError(OutcomeError):
    """Months that cannot be counted; `problems` is the frame of what is wrong with them."""

    def __init__(self, message: str, problems: pd.DataFrame) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass
class Months:
    """Checked months, of so many persons, from the first to the last month (as numbers).

    `problems` is a frame of what is in doubt or was read in a special way; `left_out` counts
    persons and rows that were left out because of errors. A parquet file stays where it is and
    is read each time anew; anything else is held by DuckDB.
    """

    connection: Any = field(repr=False)
    persons: int
    rows: int
    first: int
    last: int
    problems: pd.DataFrame = field(repr=False)
    left_out: dict[str, int]
    #: SQL that reads the months anew anywhere, where they lie in parquet files.
    anywhere: str = field(default="", repr=False)

    def frame(self) -> pd.DataFrame:
        """Return the months as a frame; entry, exit and month as numbers, year * 12 + month - 1."""
        return self.connection.cursor().sql("from checked_months").df()

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the checked months to one parquet file, the fastest to read from."""
        as_date = "make_date({0} // 12, {0} % 12 + 1, 1) as {0}"
        columns = [as_date.format(quoted(one)) if one in MONTHS else quoted(one) for one in COLUMNS]
        select = f"select {', '.join(columns)} from checked_months order by person, month"
        self.connection.cursor().execute(
            f"copy ({select}) to {literal(str(path))} (format parquet)"
        )


def connect(threads: int | None = None) -> Any:
    """Return a DuckDB of one's own that asks nothing of the network and writes nothing in this folder."""
    import duckdb

    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(Path(tempfile.gettempdir()) / "icmo-months"),
        "preserve_insertion_order": True,
    }
    if threads is not None:
        settings["threads"] = threads
    connection = duckdb.connect(config=settings)
    connection.execute("set enable_progress_bar = false")
    connection.execute(_MACROS)
    return connection


def read_months(
    source: pd.DataFrame | str | os.PathLike[str] | Months,
    *,
    first: str | None = None,
    last: str | None = None,
    without_wrong: bool = False,
) -> Months:
    """Read months from a csv or parquet file, a folder of them, or a frame, and check every row.

    Args:
        source: where the months are. Columns: person, case, category, entry, exit, month, hours,
            su, benefit, placement, wage_subsidy, fleksjob, pension; Danish names are known too.
        first: no month may be earlier than this one, such as "2019-01".
        last: no month may be later than this one.
        without_wrong: leave out every person with an error, and count them, instead of stopping.

    Raises:
        MonthsError: something is wrong; each problem is named by file, row and column.
        OutcomeError: there is no such file.
    """
    if isinstance(source, Months):
        return source
    connection = connect()
    try:
        types, notes, anywhere = _put_up(connection, source)
        limits = [None if one is None else month_number(one) for one in (first, last)]
        checks = checking.row_checks(types, *limits)
        in_rows, rows, begins, ends = checking.find_in_rows(connection, checks)
        in_persons, persons = checking.find_in_persons(connection, begins, ends)
    except Exception as error:
        if type(error).__module__.startswith(("duckdb", "_duckdb")):
            reason = str(error).splitlines()[0]
            raise OutcomeError(say("months.broken", source=_named(source), reason=reason)) from None
        raise
    found = [*notes, *in_rows, *in_persons]
    problems = problem_table(found)
    errors = problems[problems["level"] == "error"]
    if len(errors) and not without_wrong:
        kinds = errors.drop_duplicates(["kind", "column"])
        head = say("months.wrong", source=_named(source), count=int(kinds["count"].sum()), rows=rows)
        raise MonthsError(f"{head}\n{checking.summary(errors)}\n{say('months.mend')}", problems)
    if not rows:
        raise MonthsError(say("months.none", source=_named(source)), problems)
    left_out = {"persons": 0, "rows": 0}
    if len(errors):
        left_out = _leave_out(connection, found, rows)
        persons -= left_out["persons"]
        rows -= left_out["rows"]
        anywhere = ""
    if not anywhere:
        connection.execute(f"create table kept as select {_CHECKED} from read_months" + (" anti join wrong_persons using (person) where person is not null" if len(errors) else ""))  # noqa: S608 - our own columns
        connection.execute("create or replace view checked_months as from kept")
        connection.execute("drop view read_months; drop table if exists written_months")
        begins, ends = connection.execute("select min(month), max(month) from kept").fetchall()[0]
    else:
        connection.execute(f"create view checked_months as {anywhere}")
    if not rows:
        raise MonthsError(say("months.none", source=_named(source)), problems)
    return Months(connection, persons, rows, begins, ends, problems, left_out, anywhere)


def _named(source: Any) -> str:
    return str(source) if isinstance(source, str | Path) else say("months.frame")


def _leave_out(connection: Any, found: list[Found], rows: int) -> dict[str, int]:
    """Put the persons with an error aside; say how many they and their rows are."""
    wrong = [one.check for one in found if one.check.level == "error"]
    in_rows = " or ".join(f"({check.where})" for check in wrong if check.where) or "false"
    flags = {"twice": "twice", **{f"many_{name}": f"many_{name}" for name in ("case", "category", "entry", "exit")}}
    in_persons = " or ".join(flags[one.kind] for one in wrong if one.kind in flags) or "false"
    connection.execute(
        f"create temp table wrong_persons as select distinct person from read_months where {in_rows} "  # noqa: S608 - our own columns
        f"union select person from odd_persons where {in_persons}"
    )
    persons, kept = connection.execute(
        "select (select count(*) from wrong_persons where person is not null), "
        "(select count(*) from read_months anti join wrong_persons using (person) where person is not null)"
    ).fetchall()[0]
    return {"persons": persons, "rows": rows - kept}


def _put_up(connection: Any, source: Any) -> tuple[dict[str, str], list[Found], str]:
    """Make the view read_months of a source; return the types of what was written, notes, and
    SQL that reads the months anywhere if the source is parquet.
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
        elif kind == object:
            plain[name] = plain[name].map(str, na_action="ignore").astype("str")
    connection.register("given_frame", plain)
    names = _names(tuple(map(str, plain.columns)), say("months.frame"))
    columns = _written(names[0])
    connection.execute(
        f"create table written_months as select '' as file, row_number() over () as row, {columns} "  # noqa: S608 - our own columns
        "from given_frame"
    )
    connection.unregister("given_frame")
    return _typed_view(connection, "written_months"), names[1]


def _from_parquet(
    connection: Any, files: list[Path]
) -> tuple[dict[str, str], list[Found], str]:
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
    anywhere = f"select {_CHECKED} from (select {typed(types)} from (select {columns} from {plain}))"  # noqa: S608 - our own columns
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
                for row in connection.sql(f"describe from read_parquet({literal(str(path))})").fetchall()
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
        select = f"select {literal(name)} as file, {row} as row, {columns} from {scan}"  # noqa: S608 - our own columns
        lacking = ", ".join(
            f"'0' as {quoted(f'{flag}_written')}" for flag in FLAGS if flag not in names
        )
        select = f"select *{', ' + lacking if lacking else ''} from ({select})"  # noqa: S608 - our own columns
        command = "insert into written_months by name" if started else "create table written_months as"
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
    connection.execute(f"create view read_months as select file, row, {typed(types)} from {table}")  # noqa: S608 - our own columns
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
    for column in (*FLAGS, "exit"):
        if column not in names:
            notes.append(Found(Check("no_column", "note", column, ""), 1, ((file, 1, ""),)))
    return names, notes


def _encoding(file: CsvFile) -> list[Found]:
    if not file.old_count:
        return []
    kind = "mixed_encodings" if file.mixed else "old_encoding"
    check = Check(kind, "doubt" if file.mixed else "note", "", "")
    return [Found(check, file.old_count, tuple((file.name, line, "") for line in file.old))]

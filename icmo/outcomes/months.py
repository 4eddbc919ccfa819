"""Months: a person's month is a row; read, checked, and ready to be counted."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from icmo._strings import say
from icmo.outcomes import checking
from icmo.outcomes.checking import Found, problem_table
from icmo.outcomes.columns import COLUMNS, MONTHS, literal, month_number, quoted
from icmo.outcomes.errors import MonthsError, OutcomeError
from icmo.outcomes.sources import CHECKED, put_up

if TYPE_CHECKING:
    import os

    import pandas as pd

#: How many ways of putting months together to persons are kept for the next table.
_KEPT = 4
_MACROS = (Path(__file__).parent / "sql" / "macros.sql").read_text(encoding="utf-8")


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
    #: SQL that put persons together, and the table that holds them; the latest last.
    _together: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def count_persons(self, persons: str, table: str) -> pd.DataFrame:
        """Count persons, put together from months once for all tables that ask for the same.

        Args:
            persons: SQL that puts months together to persons.
            table: SQL of the table, where `persons` is the name of what the other made.
        """
        with self._lock:
            cursor = self.connection.cursor()
            if persons not in self._together:
                while len(self._together) >= _KEPT:
                    oldest = next(iter(self._together))
                    cursor.execute(f"drop table {self._together.pop(oldest)}")
                made = f"persons_{uuid4().hex}"
                cursor.execute(f"create table {made} as {persons}")
                self._together[persons] = made
            kept = f"with persons as (from {self._together[persons]})"
            cells: pd.DataFrame = cursor.sql(f"{kept}\n{table}").df()
        return cells

    def frame(self) -> pd.DataFrame:
        """Return the months as a frame; entry, exit and month as numbers, year * 12 + month - 1."""
        frame: pd.DataFrame = self.connection.cursor().sql("from checked_months").df()
        return frame

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
        read = _look_through(connection, source, (first, last))
    except Exception as error:
        if type(error).__module__.startswith(("duckdb", "_duckdb")):
            reason = str(error).splitlines()[0]
            raise OutcomeError(say("months.broken", source=_named(source), reason=reason)) from None
        raise
    problems = problem_table(read.found)
    errors = problems[problems["level"] == "error"]
    if len(errors) and not without_wrong:
        kinds = errors.drop_duplicates(["kind", "column"])
        count = int(kinds["count"].sum())
        head = say("months.wrong", source=_named(source), count=count, rows=read.rows)
        raise MonthsError(f"{head}\n{checking.summary(errors)}\n{say('months.mend')}", problems)
    if not read.rows:
        raise MonthsError(say("months.none", source=_named(source)), problems)
    left_out = {"persons": 0, "rows": 0}
    if len(errors):
        left_out = _leave_out(connection, read.found, read.rows)
        read.anywhere = ""
    rows, persons = read.rows - left_out["rows"], read.persons - left_out["persons"]
    begins, ends = _keep(connection, read, without_wrong=bool(len(errors)))
    if not rows:
        raise MonthsError(say("months.none", source=_named(source)), problems)
    return Months(connection, persons, rows, begins, ends, problems, left_out, read.anywhere)


@dataclass
class _Read:
    """What was seen of months when they were looked through."""

    found: list[Found]
    rows: int
    persons: int
    begins: Any
    ends: Any
    anywhere: str  # how they can be read again elsewhere; empty where they cannot


def _look_through(connection: Any, source: Any, limits: tuple[str | None, str | None]) -> _Read:
    types, notes, anywhere = put_up(connection, source)
    first, last = (None if one is None else month_number(one) for one in limits)
    checks = checking.row_checks(types, first, last)
    in_rows, rows, begins, ends = checking.find_in_rows(connection, checks)
    in_persons, persons = checking.find_in_persons(connection, begins, ends)
    return _Read([*notes, *in_rows, *in_persons], rows, persons, begins, ends, anywhere)


def _keep(connection: Any, read: _Read, *, without_wrong: bool) -> tuple[Any, Any]:
    """Make months ready to be counted. Returns the first and the last."""
    if read.anywhere:
        connection.execute(f"create view checked_months as {read.anywhere}")
        return read.begins, read.ends
    wrong = " anti join wrong_persons using (person) where person is not null"
    connection.execute(
        f"create table kept as select {CHECKED} from read_months{wrong if without_wrong else ''}"
    )
    connection.execute("create or replace view checked_months as from kept")
    connection.execute("drop view read_months; drop table if exists written_months")
    begins, ends = connection.execute("select min(month), max(month) from kept").fetchall()[0]
    return begins, ends


def _named(source: Any) -> str:
    return str(source) if isinstance(source, str | Path) else say("months.frame")


def _leave_out(connection: Any, found: list[Found], rows: int) -> dict[str, int]:
    """Put the persons with an error aside; say how many they and their rows are."""
    wrong = [one.check for one in found if one.check.level == "error"]
    in_rows = " or ".join(f"({check.where})" for check in wrong if check.where) or "false"
    flags = {
        "twice": "twice",
        **{f"many_{name}": f"many_{name}" for name in ("case", "category", "entry", "exit")},
    }
    in_persons = " or ".join(flags[one.kind] for one in wrong if one.kind in flags) or "false"
    connection.execute(
        f"create temp table wrong_persons as select distinct person from read_months where {in_rows} "
        f"union select person from odd_persons where {in_persons}"
    )
    persons, kept = connection.execute(
        "select (select count(*) from wrong_persons where person is not null), "
        "(select count(*) from read_months anti join wrong_persons using (person) where person is not null)"
    ).fetchall()[0]
    return {"persons": persons, "rows": rows - kept}

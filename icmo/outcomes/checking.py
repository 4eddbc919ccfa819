"""What is wrong in a table of months, found before anything is counted: each named by file, row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._strings import say
from icmo.outcomes.columns import COLUMNS, FLAGS, ONE_EACH, month_name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

#: `error` stops the counting, `doubt` should be looked at, `note` says how something was read.
LEVELS = ("error", "doubt", "note")
#: Of each kind of problem so many are named; all are counted.
NAMED = 20
_HOURS_IN_A_WEEK = 168
_DAYS_IN_A_MONTH = 31
#: The months of a person are the bits of one number of 128, while they fit.
_BITS = 126


@dataclass(frozen=True)
class Check:
    """One thing that can be wrong with a row: where it holds, the cell is named."""

    kind: str
    level: str
    column: str
    where: str


@dataclass(frozen=True)
class Found:
    """One problem, with as many cells or persons as it has."""

    check: Check
    count: int
    examples: tuple[tuple[str, int, str], ...]


def row_checks(types: Mapping[str, str], first: int | None, last: int | None) -> list[Check]:
    """Return what is asked of each row; `types` are the DuckDB types of the written columns."""
    checks = []
    for column in types:
        cell, written = quoted(column), quoted(f"{column}_written")
        blank = f"{written} is null" + (
            f" or trim({written}) = ''" if types[column] == "VARCHAR" else ""
        )
        if column != "exit":
            checks.append(Check("empty", "error", column, f"{cell} is null and ({blank})"))
        checks.append(Check("unreadable", "error", column, f"{cell} is null and not ({blank})"))
    for flag in (one for one in FLAGS if one in types):
        wrong = f"{flag} < 0 or {flag} > {_DAYS_IN_A_MONTH}"
        checks.append(Check("days", "error", flag, wrong))
    checks += [
        Check("hours_below", "error", "hours", "hours < 0"),
        Check("hours_above", "error", "hours", f"hours > {_HOURS_IN_A_WEEK} or isnan(hours)"),
        Check("before_entry", "error", "month", "month < entry"),
        Check("exit_first", "error", "exit", '"exit" < entry'),
        Check("hours_pension", "doubt", "hours", "hours > 0 and pension > 0"),
    ]
    outside = [
        f"month {sign} {limit}" for sign, limit in (("<", first), (">", last)) if limit is not None
    ]
    if outside:
        checks.append(Check("outside", "error", "month", " or ".join(outside)))
    if types.get("hours") == "VARCHAR":
        checks.append(Check("comma", "note", "hours", "contains(hours_written, ',')"))
    checks += [
        Check("danish_date", "note", column, rf"regexp_matches({column}_written, '\d{{4}}\s*$')")
        for column in ("month", "entry")
        if types.get(column) == "VARCHAR"
    ]
    # A month written 202005 ends on four digits too, and is no Danish date.
    return [
        Check(
            one.kind,
            one.level,
            one.column,
            f"{one.where} and not regexp_matches({one.column}_written, '^\\s*\\d{{6}}\\s*$')",
        )
        if one.kind == "danish_date"
        else one
        for one in checks
    ]


def find_in_rows(connection: Any, checks: list[Check]) -> tuple[list[Found], int, int, int]:
    """Return what rows have wrong, the number of rows, and the first and last month."""
    counts = ", ".join(f"count_if({check.where})" for check in checks)
    answer = connection.execute(
        f"select count(*), min(month), max(month), {counts} from read_months"
    ).fetchall()[0]
    found = [
        Found(check, count, _examples(connection, check))
        for check, count in zip(checks, answer[3:], strict=True)
        if count
    ]
    return found, answer[0], answer[1] or 0, answer[2] or 0


def _examples(connection: Any, check: Check) -> tuple[tuple[str, int, str], ...]:
    query = (
        f"select file, row, {quoted(f'{check.column}_written')}::varchar from read_months "
        f"where {check.where} order by file, row limit {NAMED}"
    )
    return tuple(connection.execute(query).fetchall())


def find_in_persons(connection: Any, first: int, last: int) -> tuple[list[Found], int]:
    """Return what persons have wrong over their rows, and how many persons there are."""
    months = (
        f"bit_count(bit_or(1::hugeint << (month - {first})))"
        if last - first < _BITS
        else "count(distinct month)"
    )
    differing = ", ".join(
        f"min({quoted(name)}) is distinct from max({quoted(name)}) as many_{name}"
        for name in ONE_EACH
    )
    connection.execute(
        "create or replace temp table odd_persons as with each_person as ("
        f"select person, count(*) > {months} as twice, "
        f"max(month) - min(month) + 1 > {months} as gaps, {differing} "
        "from read_months where person is not null and month is not null group by person) "
        "select * from each_person where twice or gaps or "
        + " or ".join(f"many_{name}" for name in ONE_EACH)
    )
    (persons,) = connection.execute("select count(distinct person) from read_months").fetchall()[0]
    found = []
    if connection.execute("select count(*) from odd_persons").fetchall()[0][0]:
        found += [
            _twice(connection),
            *(_many(connection, name) for name in ONE_EACH),
            _gaps(connection),
        ]
    return [one for one in found if one is not None], persons


def _of_persons(connection: Any, check: Check, query: str) -> Found | None:
    (count,) = connection.execute(f"select count(*) from ({query})").fetchall()[0]
    if not count:
        return None
    limited = f"{query} order by file, row limit {NAMED}"
    return Found(check, count, tuple(connection.execute(limited).fetchall()))


def _twice(connection: Any) -> Found | None:
    query = (
        "select file, row, first_row::varchar from (select file, row, "
        "row_number() over same as place, first_value(row) over same as first_row "
        "from read_months semi join (select person from odd_persons where twice) using (person) "
        "where month is not null window same as (partition by person, month order by file, row)) where place > 1"
    )
    return _of_persons(connection, Check("twice", "error", "month", ""), query)


def _many(connection: Any, name: str) -> Found | None:
    cell = quoted(name)
    query = (
        f"select file, row, {quoted(f'{name}_written')}::varchar from (select *, "
        f"first_value({cell}) over (partition by person order by file, row) as first_one "
        f"from read_months semi join (select person from odd_persons where many_{name}) using (person)) "
        f"where {cell} is distinct from first_one"
    )
    return _of_persons(connection, Check(f"many_{name}", "error", name, ""), query)


def _gaps(connection: Any) -> Found | None:
    query = (
        "select file, row, (month - before - 1)::varchar from (select file, row, month, "
        "lag(month) over (partition by person order by month) as before "
        "from read_months semi join (select person from odd_persons where gaps) using (person)) "
        "where month - before > 1"
    )
    return _of_persons(connection, Check("gap", "doubt", "month", ""), query)


def problem_table(found: Iterable[Found]) -> pd.DataFrame:
    """Return problems as a frame: level, kind, file, row, column, value, sentence, count (of the kind)."""
    rows = [
        {
            "level": one.check.level,
            "kind": one.check.kind,
            "file": file,
            "row": row,
            "column": one.check.column,
            "value": value or "",
            "sentence": say("months.place", file=file, row=row, column=one.check.column or "–")
            + ": "
            + _sentence(one.check, value or ""),
            "count": one.count,
        }
        for level in LEVELS
        for one in found
        if one.check.level == level
        for file, row, value in one.examples
    ]
    columns = ("level", "kind", "file", "row", "column", "value", "sentence", "count")
    return make_frame(rows, columns, numbers=("row", "count"))


def _sentence(check: Check, value: str) -> str:
    kind = "months.many" if check.kind.startswith("many_") else f"months.{check.kind}"
    return say(kind, value=value, column=check.column, columns=", ".join(COLUMNS))


def summary(problems: pd.DataFrame, named: int = 5) -> str:
    """Say what was found: of each kind how many, and the first few by name."""
    lines = []
    for (_, _, column), kind in problems.groupby(["level", "kind", "column"], sort=False):
        count = int(kind["count"].iloc[0])
        lines += list(kind["sentence"].iloc[:named])
        if count > min(named, len(kind)):
            left = count - min(named, len(kind))
            lines.append("  " + say("months.more", count=left, column=column or "–"))
    return "\n".join(lines)


def period(first: int, last: int) -> str:
    """Return a period in words."""
    return f"{month_name(first)}–{month_name(last)}"

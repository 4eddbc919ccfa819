"""Counting: the rules written into SQL, run here or part by part through an executor.

Every table is a sum over persons, so months can be counted in parts, as long as all the months of
a person are in the same part; the parts are then added.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.outcomes.columns import COLUMNS, literal, quoted
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.months import connect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    import pandas as pd

    from icmo.outcomes.months import Months
    from icmo.outcomes.rules import RuleSet

_SQL = Path(__file__).parent / "sql"
#: Later than any month.
NEVER = 999_999
#: Tables of months; all others are of persons.
_BY_MONTH = ("current",)
#: In how many parts months are counted where an executor is handed in.
PARTS = 16


@dataclass(frozen=True)
class Wish:
    """What to count: which persons, by which rules, up to which month, grouped by what.

    `at` is the month of measurement, `end` the last month in which a goal counts, `since` the
    first month shown; all as numbers.
    """

    rules: RuleSet
    by: tuple[str, ...]
    at: int
    end: int = NEVER
    since: int = 0
    origin: str = "category"


@dataclass(frozen=True)
class Part:
    """Some of the months: SQL that reads them, or a parquet file's bytes; and which persons of it."""

    select: str = ""
    content: bytes = b""
    number: int = 0
    of: int = 1


def query(name: str, wish: Wish) -> str:
    """Return the SQL of one table, with the rules written into it."""
    table, months = _filled(name, wish), f"goals_by_month as (\n{_filled('months', wish)}\n)"
    if name in _BY_MONTH:
        return f"with {months}\n{table}"
    return f"with {months}, persons as (\n{_filled('persons', wish)}\n)\n{table}"


def _filled(name: str, wish: Wish) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8").format(**_blanks(wish))


def count(months: Months, name: str, wish: Wish, executor: Executor | None = None) -> pd.DataFrame:
    """Return the cells of one table and the persons in each.

    Raises:
        OutcomeError: the parts do not hold the same persons as the whole.
    """
    import pandas as pd

    if executor is None and name not in _BY_MONTH:
        together = f"with goals_by_month as (\n{_filled('months', wish)}\n)\n"
        return months.count_persons(together + _filled("persons", wish), _filled(name, wish))
    sql = query(name, wish)
    if executor is None:
        cells: pd.DataFrame = months.connection.cursor().sql(sql).df()
        return cells
    answers = list(executor.map(count_part, parts_of(months, PARTS), [sql] * PARTS))
    if sum(persons for persons, _ in answers) != months.persons:
        raise OutcomeError(say("outcomes.parts"))
    every = pd.concat([cells for _, cells in answers], ignore_index=True)
    keys = [column for column in every.columns if column != "persons"]
    return every.groupby(keys, dropna=False, sort=True)["persons"].sum().reset_index()


def parts_of(months: Months, parts: int = PARTS) -> list[Part]:
    """Divide months by persons.

    Months in parquet files are read where they lie, which every worker must be able to reach.
    Other months travel with the work, and then each person is only a number.
    """
    if months.anywhere:
        return [Part(select=months.anywhere, number=number, of=parts) for number in range(parts)]
    others = ", ".join(quoted(column) for column in COLUMNS if column != "person")
    numbered = (
        "select persons.number as person, " + others + " from checked_months join "
        "(select person, row_number() over (order by person) as number "
        "from (select distinct person from checked_months)) persons using (person)"
    )
    cursor = months.connection.cursor()
    cursor.execute(f"create or replace temp table numbered as {numbered}")
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(parts):
            path = Path(folder) / f"{number}.parquet"
            cursor.execute(
                f"copy (from numbered where person % {parts} = {number}) "
                f"to {literal(str(path))} (format parquet)"
            )
            made.append(Part(content=path.read_bytes()))
    cursor.execute("drop table numbered")
    return made


def count_part(part: Part, sql: str) -> tuple[int, pd.DataFrame]:
    """Count one part, wherever this runs; return its number of persons, and its cells.

    It takes one core: how many run at a time is for the executor to say.
    """
    connection = connect(threads=1)
    with tempfile.TemporaryDirectory() as folder:
        select = part.select
        if part.content:
            path = Path(folder) / "part.parquet"
            path.write_bytes(part.content)
            select = f"from read_parquet({literal(str(path))})"
        where = f"where hash(person) % {part.of} = {part.number}" if part.of > 1 else ""
        connection.execute(f"create view checked_months as from ({select}) {where}")
        (persons,) = connection.execute(
            "select count(distinct person) from checked_months"
        ).fetchall()[0]
        cells = connection.sql(sql).df()
        connection.close()
    return persons, cells


def _blanks(wish: Wish) -> dict[str, Any]:
    """Return what the blanks of the .sql files are filled with."""
    rules = wish.rules
    goals = [goal for goal, _ in rules.goals]
    by = "".join(f"{quoted(column)}, " for column in wish.by)
    return {
        "by": by,
        "at": wish.at,
        "end": wish.end,
        "since": wish.since,
        "before": wish.origin if wish.origin.isdigit() else "entry",
        "origin": _origin(wish.origin),
        "within": rules.within,
        "paid_hours": rules.condition("paid_hours"),
        "full_hours": rules.condition("full_hours"),
        "goals": " ".join(
            f"when {rules.condition(words)} then {goal}" for goal, words in rules.goals
        ),
        "statuses": " ".join(
            f"when {rules.condition(words)} then {literal(status)}"
            for status, words in rules.statuses
        ),
        "firsts": ",\n  ".join(
            f"min(case when goal = {goal} and month <= {wish.at} then month end) as first_{goal}"
            for goal in goals
        ),
        "best_goal": "case "
        + " ".join(f"when first_{goal} is not null then {goal}" for goal in goals)
        + " else 0 end",
        "sustained": _sustained(rules),
        "spells": _spells(by, goals),
    }


def _origin(origin: str) -> str:
    return quoted("category") if origin == "category" else "coalesce(status_before, 'unknown')"


def _sustained(rules: RuleSet) -> str:
    """Return SQL that tells whether enough months in a row are among those of the window."""
    run = (1 << rules.months) - 1
    masks = [run << step for step in range(rules.within - rules.months + 1)]
    full, paid = (
        " or ".join(f"{months} & {mask} = {mask}" for mask in masks)
        for months in ("full_months", "paid_months")
    )
    return f"case when {full} then 'full' when {paid} then 'part' else 'none' end"


def _spells(by: str, goals: Sequence[int]) -> str:
    """Return SQL for the time a person spends at each goal: until the first month at a better one."""

    def better(goal: int) -> str:
        firsts = [f"first_{one}" for one in goals if one < goal or goal == 0]
        return f"least({', '.join(firsts)})" if firsts else "null"

    spells = [f"select {by}0 as goal, entry as come, {better(0)} as went from persons"]
    spells += [
        f"select {by}{goal} as goal, first_{goal} as come, {better(goal)} as went from persons"
        for goal in goals
    ]
    return "\n  union all ".join(spells)

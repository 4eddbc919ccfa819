"""How long goals, sustained work and status take, beside bare DuckDB SQL doing the same rules.

1,664 persons × 50 months and 100,000 × 60; with LONG=1 also 1,000,000 × 60. Each size is told apart:
the tables from months that were checked, the check itself, and an executor's cost.
"""

from __future__ import annotations

import os
import resource
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
from measuring import Row, medians

from icmo.outcomes import attainment_table, read_months, status_table, sustained_table

SIZES = [(1_664, 50), (100_000, 60)] + ([(1_000_000, 60)] if os.environ.get("LONG") else [])
TIMES = 1.5

MAKE = """copy (
  with person as (
    select range as number, 'kommune ' || (hash(range) % 15) as "case",
      ['aktivitetsparat', 'jobparat', 'selvforsørgende', 'øvrig ydelse'][(1 + hash(range, 1) % 4)::integer] as category,
      24228 + (hash(range, 2) % 20)::integer as entry, (hash(range, 3) % 60)::integer as starts, hash(range, 4) % 4 as way
    from range({persons})
  ), row as (select *, 24228 + month.range::integer as moment, month.range as step from person, range({months}) as month)
  select 'P' || lpad(number::varchar, 8, '0') as person, "case", category,
    make_date(entry // 12, entry % 12 + 1, 1) as entry, null::date as "exit",
    make_date(moment // 12, moment % 12 + 1, 1) as month,
    case when step >= starts and way = 0 then 20.0 + hash(number, step) % 17
         when step >= starts and way = 1 then 2.0 + hash(number, step) % 16 else 0.0 end as hours,
    (way = 2 and step between starts and starts + 5)::tinyint as su,
    (step < starts)::tinyint as benefit,
    (way = 3 and step between starts and starts + 2)::tinyint as placement,
    0::tinyint as wage_subsidy, 0::tinyint as fleksjob,
    (way = 2 and step > starts + 30)::tinyint as pension
  from row where moment >= entry order by number, step
) to '{path}' (format parquet)"""

#: The rules as one would write them bare, for the three tables by case.
PERSONS = """with months as (
  select *, year(month) * 12 + month(month) - 1 as m, year(entry) * 12 + month(entry) - 1 as e,
    case when su >= 1 or hours > 18.5 then 1 when hours > 0 then 2
         when placement >= 1 or wage_subsidy >= 1 then 3 end as goal
  from '{path}'
), persons as (
  select person, any_value("case") as place, coalesce(min(goal) filter (m >= e and m <= coalesce(year("exit") * 12 + month("exit") - 1, 999999)), 0) as goal,
    bit_or(case when hours > 0 and m > {at} - 6 then 1 << ({at} - m) else 0 end) as paid,
    bit_or(case when hours > 18.5 and m > {at} - 6 then 1 << ({at} - m) else 0 end) as full_time,
    max(case when m = {at} then case when su >= 1 then 'education' when hours > 18.5 then 'work_full'
      when hours > 0 then 'work_part' when fleksjob >= 1 then 'fleksjob' when pension >= 1 then 'pension'
      when placement >= 1 or wage_subsidy >= 1 then 'company' when benefit >= 1 then 'benefit' else 'supported' end end) as status
  from months group by person
) """
BARE = [
    "select place, goal, count(*) from persons group by all",
    (
        "select place, goal, case when full_time & 7 = 7 or full_time & 14 = 14 or full_time & 28 = 28 or full_time & 56 = 56 then 2 "
        "when paid & 7 = 7 or paid & 14 = 14 or paid & 28 = 28 or paid & 56 = 56 then 1 else 0 end, count(*) from persons group by all"
    ),
    "select place, status, count(*) from persons group by all",
]


def ours(months: Any, executor: Any = None) -> None:
    """Make the three tables."""
    for table in (attainment_table, sustained_table, status_table):
        table(months, "case", executor=executor)


def bare(path: Path, at: int) -> None:
    """Count the same cells with SQL and nothing around it."""
    with duckdb.connect() as connection:
        head = PERSONS.format(path=path, at=at)
        for select in BARE:
            connection.execute(head + select).fetchall()


def measure() -> list[Row]:
    """Time every size; the goal is one and a half times the bare SQL."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for persons, months in SIZES:
            path = Path(folder) / f"{persons}.parquet"
            with duckdb.connect() as connection:
                connection.execute(MAKE.format(persons=persons, months=months, path=path))
            rows += _of_size(path, persons, months)
    return rows


def _of_size(path: Path, persons: int, months: int) -> list[Row]:
    ready = read_months(path)
    what = f"{persons:,} × {months}"
    runs = 5 if persons < 500_000 else 1  # noqa: PLR2004 - a minute is long enough
    # Months put together to persons are kept for the next table: each run begins without them.
    counted, least, checked = medians(
        lambda: ours(replace(ready)),
        lambda: bare(path, ready.last),
        lambda: read_months(path),
        runs=runs,
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    met = counted <= TIMES * least
    goal = f"{TIMES} × bare"
    rows = [Row(f"three tables, {what} ({peak:,.0f} MB at most)", counted, least, goal, met)]
    rows.append(Row(f"reading and checking, {what}", checked, least, "told", met=True))
    if persons < 500_000:  # noqa: PLR2004 - as above
        with ProcessPoolExecutor(2) as executor:
            (apart,) = medians(lambda: ours(ready, executor), runs=1)
        rows.append(Row(f"in 16 parts by two processes, {what}", apart, least, "told", met=True))
        rows += _by_dask(ready, what, least)
    return rows


def _by_dask(ready: Any, what: str, least: float) -> list[Row]:
    """Time the same through a local Dask cluster of two workers, where Dask is installed."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        return []
    local = {"host": "127.0.0.1", "dashboard_address": None, "silence_logs": 50}
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, **local) as cluster,
        Client(cluster) as one,
    ):
        executor = one.get_executor()
        (apart,) = medians(lambda: ours(ready, executor), runs=1)
    return [Row(f"in 16 parts by two Dask workers, {what}", apart, least, "told", met=True)]

"""Weeks: a register's weekly status codes become months, by a file that says what each code is."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo._yaml import read_yaml
from icmo.outcomes.columns import COLUMNS, FLAGS
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.files import find_files, open_csv

if TYPE_CHECKING:
    import os

    import pandas as pd

EXAMPLE = Path(__file__).parent / "codes" / "dream_example.yaml"
_NOTHING = "none"
_MOST_DAYS = 31
_OF_HOURS = ("person", "month", "hours")
_NEEDED = ("person", "case", "category", "entry", "week", "code")


def months_from_weeks(
    weeks: pd.DataFrame,
    mapping: str | os.PathLike[str],
    hours: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return months from a person's weeks; a flag is the number of days it was so.

    A week belongs to the month of its Thursday.

    Args:
        weeks: a frame with person, case, category, entry, exit, week (2022-W05, 2022-05 or y_2205)
            and code.
        mapping: a YAML file of flags and their codes, such as `su: 651-652 661`.
        hours: a frame with person, month (2022-02) and hours; who has no row there worked none.

    Raises:
        OutcomeError: the file cannot be read, or a week or a code is not known.
    """
    missing = [column for column in _NEEDED if column not in weeks.columns]
    if missing:
        raise OutcomeError(say("weeks.columns", columns=", ".join(missing)))
    flags = read_codes(mapping)
    codes = weeks["code"].astype("str").str.strip()
    unknown = codes[~codes.isin(list(flags))]
    if len(unknown):
        counts = unknown.value_counts()
        named = ", ".join(f"{code} ({number})" for code, number in counts.head(10).items())
        raise OutcomeError(say("weeks.codes", codes=named, count=len(counts)))
    month_of = {week: _month(str(week)) for week in weeks["week"].unique()}
    known = weeks.assign(month=weeks["week"].map(month_of), flag=codes.map(flags))
    if "exit" not in known:
        known = known.assign(exit="")
    for flag in FLAGS:
        known[flag] = (known["flag"] == flag).astype("int64") * 7
    facts = ["case", "category", "entry", "exit"]
    months = known.groupby(["person", "month"], sort=True).agg(
        {**dict.fromkeys(facts, "first"), **dict.fromkeys(FLAGS, "sum")}
    )
    months[list(FLAGS)] = months[list(FLAGS)].clip(upper=_MOST_DAYS)
    worked = (
        hours.groupby(["person", "month"])["hours"].sum().reindex(months.index).fillna(0.0)
        if hours is not None
        else 0.0
    )
    return months.assign(hours=worked).reset_index()[list(COLUMNS)]


def read_weeks(
    weeks: str | os.PathLike[str],
    mapping: str | os.PathLike[str],
    hours: str | os.PathLike[str] | None = None,
) -> pd.DataFrame:
    """Return months from a file of a person's weeks, or a folder of them; see `months_from_weeks`.

    Raises:
        OutcomeError: a file cannot be read, or a week or a code in it is not known.
    """
    worked = None
    if hours is not None:
        worked = _table(hours)
        missing = [column for column in _OF_HOURS if column not in worked.columns]
        if missing:
            raise OutcomeError(say("weeks.hours", file=hours, columns=", ".join(missing)))
        numbers = worked["hours"].str.replace(",", ".", regex=False)
        wrong = _number(numbers).isna()
        if wrong.any():
            cell = worked["hours"][wrong].iloc[0]
            line = int(wrong.to_numpy().argmax()) + 2
            raise OutcomeError(say("weeks.number", file=hours, line=line, cell=cell))
        worked = worked.assign(hours=_number(numbers))
    return months_from_weeks(_table(weeks), mapping, worked)


def _table(source: str | os.PathLike[str]) -> pd.DataFrame:
    """Return the rows of a file, or of all in a folder, as they are written."""
    import pandas as pd

    tables = []
    with tempfile.TemporaryDirectory(prefix="icmo-") as scratch:
        for path in find_files(source):
            if path.suffix == ".parquet":
                tables.append(pd.read_parquet(path).astype("str"))
                continue
            file = open_csv(path, Path(scratch))
            reading: dict[str, Any] = {"sep": file.separator, "dtype": "str"}
            tables.append(pd.read_csv(file.path, **reading, keep_default_na=False))
    table = pd.concat(tables, ignore_index=True)
    return table.rename(columns=lambda name: str(name).strip().removeprefix("\ufeff"))


def read_codes(mapping: str | os.PathLike[str]) -> dict[str, str]:
    """Return what each code is, from a file of flags and their codes.

    Raises:
        OutcomeError: the file cannot be read, names an unknown flag, or a code twice.
    """
    path = Path(mapping)
    try:
        read = read_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise OutcomeError(f"{path.name}: " + say("file.unreadable", reason=error)) from None
    problems = list(read.problems)
    flags: dict[str, str] = {}
    known = (*FLAGS, _NOTHING)
    entries = read.data.items() if isinstance(read.data, dict) else ()
    for flag, written in entries:
        line = read.line(flag)
        if flag not in known:
            said = say("weeks.flag", flag=flag, known=", ".join(known)) + did_you_mean(flag, known)
            problems.append((line, said))
            continue
        for part in str(written).split():
            if not re.fullmatch(r"\d+(-\d+)?", part):
                problems.append((line, say("weeks.part", part=part)))
                continue
            low, _, high = part.partition("-")
            for code in range(int(low), int(high or low) + 1):
                if str(code) in flags:
                    problems.append((line, say("weeks.twice", code=code)))
                flags[str(code)] = flag
    if problems:
        where = [
            say("problem.place", file=path.name, line=line) + ": " + words
            for line, words in problems
        ]
        raise OutcomeError("\n".join(where))
    return flags


def _number(cells: pd.Series[Any]) -> pd.Series[Any]:
    import pandas as pd

    return pd.to_numeric(cells, errors="coerce")


def _month(week: str) -> str:
    """Return the month of a week's Thursday."""
    full = re.fullmatch(r"(\d{4})-?W?(\d{1,2})", week)
    short = re.fullmatch(r"(?:y_)?(\d{2})(\d{2})", week)
    written = full or short
    if written is None:
        raise OutcomeError(say("weeks.week", week=week))
    year = int(written[1]) + (0 if full else 2000)
    try:
        thursday = dt.date.fromisocalendar(year, int(written[2]), 4)
    except ValueError:
        raise OutcomeError(say("weeks.week", week=week)) from None
    return f"{thursday:%Y-%m}"

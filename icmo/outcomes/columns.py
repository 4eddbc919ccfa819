"""Columns: what a table of months holds, what else its columns may be called, how cells are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FLAGS = ("su", "benefit", "placement", "wage_subsidy", "fleksjob", "pension")
TEXTS = ("person", "case", "category")
MONTHS = ("entry", "exit", "month")
COLUMNS = (*TEXTS, *MONTHS, "hours", *FLAGS)
REQUIRED = (*TEXTS, "entry", "month", "hours")
#: What one person can have only one of.
ONE_EACH = ("case", "category", "entry", "exit")

#: What the columns may be called besides their names.
ALIASES = {
    "person": ("borger", "person_id", "løbenummer"),
    "case": ("kommune", "municipality"),
    "category": ("visitationskategori", "kategori"),
    "entry": ("indgang", "startmåned", "start"),
    "exit": ("udgang", "slutmåned", "slut"),
    "month": ("måned", "periode"),
    "hours": ("timer", "ugentlige timer"),
    "su": ("uddannelse", "education"),
    "benefit": ("ydelse",),
    "placement": ("virksomhedspraktik", "praktik"),
    "wage_subsidy": ("løntilskud",),
    "pension": ("førtidspension",),
    "fleksjob": (),
}


def known_columns(written: tuple[str, ...]) -> dict[str, str]:
    """Return which written column each known column is; the first that fits."""
    lowered = {name.strip().casefold(): name for name in reversed(written)}
    found = {}
    for column in COLUMNS:
        for name in (column, *ALIASES[column]):
            if name in lowered:
                found[column] = lowered[name]
                break
    return found


def quoted(name: str) -> str:
    """Return a column's name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def reading(column: str, kind: str) -> str:
    """Return the SQL that reads a written cell of a column, of a DuckDB type."""
    cell = quoted(f"{column}_written")
    written = kind == "VARCHAR"
    if column in TEXTS:
        return f"nullif(trim({cell}::varchar), '')"
    if column in MONTHS:
        return _month(f"trim({cell})" if written else cell, kind)
    if written:
        trimmed = f"nullif(trim({cell}), '')"
        return f"written_number({trimmed})" if column == "hours" else f"written_days({trimmed})"
    if column == "hours":
        return cell if kind == "DOUBLE" else f"{cell}::double"
    return f"{cell}::tinyint" if kind == "BOOLEAN" else cell


def _month(cell: str, kind: str) -> str:
    if kind == "VARCHAR":
        return f"written_month(nullif({cell}, ''))"
    if kind == "DATE" or kind.startswith("TIMESTAMP"):
        return f"(year({cell}) * 12 + month({cell}) - 1)::integer"
    # 202005, as a whole number or as a decimal one where some cells are empty.
    whole = f"try_cast({cell} as integer)"
    return f"month_of({whole} // 100, {whole} % 100)::integer"


def typed(types: Mapping[str, str]) -> str:
    """Return the columns read from their written ones; a column of which nothing is known is no."""
    parts = []
    for column in COLUMNS:
        name = quoted(column)
        if column in types:
            parts.append(f"{reading(column, types[column])} as {name}")
            parts.append(quoted(f"{column}_written"))
        else:
            parts.append(f"{'null::integer' if column == 'exit' else '0'} as {name}")
            parts.append(f"null::varchar as {quoted(f'{column}_written')}")
    return ", ".join(parts)


def month_number(text: str) -> int:
    """Return a month such as 2023-02 as a number, year * 12 + month - 1."""
    year, month = text.split("-")[:2]
    return int(year) * 12 + int(month) - 1


def month_name(number: int) -> str:
    """Return a month's number as it is written, such as 2023-02."""
    return f"{number // 12}-{number % 12 + 1:02}"

"""Cases: the municipalities or sites that are compared, and what is known of each."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.tables import read_table
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

#: The columns that every case has, and what else they may be called.
_COLUMNS = {"case": ("case", "kommune"), "label": ("label", "navn")}


class CaseError(Error):
    """A file of cases that cannot be read."""


@dataclass(frozen=True)
class Case:
    """One case: its name as the documents give it, a label to show, and its attributes."""

    case: str
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)


def read_cases(path: str | os.PathLike[str]) -> list[Case]:
    """Read cases.csv or .xlsx.

    Columns: case, label; any other column becomes an attribute, such as team_type. A case
    without a label is shown by its name; an empty cell is an attribute not known.

    Raises:
        CaseError: the column case is missing, a case has no name, or stands twice.
        DocumentError: the file cannot be read as a table.
    """
    file = Path(path)
    table = read_table(file)
    columns = _known(table.columns)
    if "case" not in columns:
        raise CaseError(say("csv.columns", file=file, columns="case"))
    cases = []
    lines: dict[str, int] = {}
    for line, cells in table.rows:
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        case = row.pop("case")
        if not case:
            raise CaseError(say("case.empty", file=file, line=line))
        first = lines.setdefault(unicodedata.normalize("NFC", case).casefold(), line)
        if first != line:
            raise CaseError(say("case.twice", file=file, line=line, case=case, first=first))
        label = row.pop("label", "") or case
        cases.append(Case(case, label, {name: value for name, value in row.items() if value}))
    return cases


def _known(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Call the known columns by their one name; the others stay as they are written."""
    lowered = [column.casefold() for column in columns]
    renamed = list(columns)
    for name, aliases in _COLUMNS.items():
        place = next((lowered.index(alias) for alias in aliases if alias in lowered), None)
        if place is not None:
            renamed[place] = name
    return tuple(renamed)

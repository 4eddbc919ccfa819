"""The tables of a project as people want them in a spreadsheet: values, and no lists in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import did_you_mean, say
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    from icmo.project import Project

#: What can be written, in this order.
TABLES = (
    "tags",
    "matrix",
    "codebook",
    "memos",
    "configurations",
    "evidence",
    "claims",
    "ratings",
    "summaries",
    "documents",
    "cases",
)


def table_of(project: Project, name: str) -> pd.DataFrame:
    """Return one table of a project, with plain values in its cells.

    Raises:
        SpreadsheetError: there is no such table.
    """
    if name not in TABLES:
        known = ", ".join(TABLES)
        raise SpreadsheetError(
            say("sheet.table", name=name, known=known) + did_you_mean(name, TABLES)
        )
    if name == "codebook":
        return _codebook(project)
    if name == "matrix":
        return _matrix(project)
    frame: pd.DataFrame = getattr(project, name)()
    if name == "tags":
        return _tags(project, frame)
    if name == "evidence":
        names = project.documents().set_index("document")["name"]
        frame.insert(4, "name", frame["document"].map(names))
    return _plain(frame)


def _tags(project: Project, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the tags with what documents and codes are called."""
    documents = project.documents().set_index("document")["name"]
    labels = {
        code: label
        for book in reversed(project.codebooks.values())
        for code, label in book.labels(_language(project, book.languages)).items()
    }
    told = frame.copy()
    told.insert(2, "name", frame["document"].map(documents))
    told.insert(list(told.columns).index("code") + 1, "label", frame["code"].map(labels))
    return told


def _language(project: Project, spoken: tuple[str, ...]) -> str:
    return project.language if project.language in spoken else spoken[0]


def _codebook(project: Project) -> pd.DataFrame:
    frames = [book.codes().assign(codebook=name) for name, book in project.codebooks.items()]
    return pd.concat(frames, ignore_index=True)


def _matrix(project: Project) -> pd.DataFrame:
    """Return how many passages of each case have each code."""
    tags = project.tags()
    case = tags["case"].where(
        tags["case"] != "", tags["document"].map(project.documents().set_index("document")["name"])
    )
    counted = pd.crosstab(case.rename("case"), tags["code"])
    codes = [
        code for book in project.codebooks.values() for code in book.labels() if code in counted
    ]
    return counted[codes].reset_index().rename_axis(columns=None)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with lists written out."""
    told = frame.copy()
    for column in told:
        if told[column].map(lambda value: isinstance(value, tuple | list)).any():
            told[column] = told[column].map(_written)
    return told


def _written(value: Any) -> Any:
    if not isinstance(value, tuple | list):
        return value
    return "; ".join(
        " ".join(str(part) for part in one.values() if part) if isinstance(one, dict) else str(one)
        for one in value
    )

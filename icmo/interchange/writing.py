"""A project written for others to use: each way is called as its files end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo import refi, spreadsheets
from icmo._strings import say
from icmo.documents.pseudonyms import Guard
from icmo.errors import Error
from icmo.refi.dialects import FOR
from icmo.spreadsheets import TABLES

__all__ = ["PROGRAMS", "TABLES", "WAYS", "Wish", "write"]

if TYPE_CHECKING:
    from pathlib import Path

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

#: What a project can be written as.
WAYS = ("qdpx", "qdc", "jsonl", "csv", "xlsx", "parquet", "docx", "html")
#: For whom a .qdpx can be written.
PROGRAMS = tuple(name for name in FOR if name)


@dataclass(frozen=True)
class Wish:
    """What is to be written, and how.

    Attributes:
        way: one of `WAYS`.
        program: for whom a qdpx is written; nobody in particular gets the letter of the standard.
        tables: which tables; none means all in an xlsx, and the tags in a csv or parquet.
        document: the document that an html page shows.
        excel: csv as Excel in Danish wants it: semicolons, decimal commas and the mark.
        mark: csv begins with the mark by which Excel knows UTF-8.
        key: of the pseudonyms; without it only CPR numbers are looked for in what goes out.
    """

    way: str
    program: str = ""
    tables: tuple[str, ...] = ()
    document: str = ""
    excel: bool = False
    mark: bool = False
    key: Key | None = None


def write(project: Project, path: Path, wish: Wish) -> tuple[str, ...]:
    """Write a project as it is wished. Returns what is to be said of the file.

    What is made to be read by others is not written if it names someone. A whole project is as
    confidential as the project itself, so there it is told; with a key it is not written either.

    Raises:
        Error: it cannot be written, or holds what must not leave.
    """
    way = wish.way
    if way not in WAYS:
        raise Error(say("cli.export_kind", kind=way, known=", ".join(WAYS)))
    guard = Guard(wish.key, strict=wish.key is not None)
    if way == "qdpx":
        written = refi.write_qdpx(project, path, wish.program, guard=guard)
        return (*written.sentences(), *guard.warnings())
    if way == "qdc":
        refi.write_qdc(project.codebook, path, project.language, wish.key)
    elif way == "jsonl":
        project.dump(path, guard)
        return guard.warnings()
    elif way == "docx":
        spreadsheets.write_passages(project, path, key=wish.key)
    elif way == "html":
        if not wish.document:
            raise Error(say("cli.export_document"))
        spreadsheets.write_transcript(project, wish.document, path, wish.key)
    else:
        every = TABLES if way == "xlsx" else ("tags",)
        return spreadsheets.write_tables(
            project,
            path,
            wish.tables or every,
            mark=wish.mark or wish.excel,
            semicolon=wish.excel,
            key=wish.key,
        )
    return ()

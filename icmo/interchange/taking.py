"""A file of another program taken in: what it is, what is in it, what would come of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd

from icmo import refi, spreadsheets
from icmo._strings import say
from icmo.documents import read_rows
from icmo.documents.folders import READERS
from icmo.errors import Error
from icmo.project import Project, load
from icmo.project.exchange import Taken, said

if TYPE_CHECKING:
    from icmo.codebook import Codebook

_TAGUETTE = (".sqlite3", ".sqlite", ".db")
_TABLES = (".csv", ".xlsx", ".tsv")
_COUNTED = ("documents", "tags", "configurations", "evidence", "memos")


@dataclass(frozen=True)
class Account:
    """What came of a file, or would come of it.

    Attributes:
        kind: what the file is, as `kind_of` says it.
        table: every element with what became of it (qdpx); the quotes that are doubtful; the codes;
            the documents; nothing where the file is a project of its own.
        remarks: what else is to be said, in sentences.
        placing: how passages were placed, a sentence for each way of counting.
        origin: the program that wrote the file, as it says itself.
    """

    kind: str
    table: pd.DataFrame
    remarks: tuple[str, ...] = ()
    placing: tuple[str, ...] = ()
    origin: str = ""


def kind_of(file: Path) -> str:
    """Say what a file is: qdpx, taguette, jsonl, codebook, quotes or document.

    Raises:
        Error: nobody here reads such files.
    """
    suffix = file.suffix.casefold()
    if suffix in (".qdpx", ".jsonl"):
        return suffix.removeprefix(".")
    if suffix in _TAGUETTE:
        return "taguette"
    if suffix == ".qdc":
        return "codebook"
    if suffix in _TABLES:
        rows = read_rows(file, ())
        return "quotes" if rows and "quote" in rows[0] else "codebook"
    if suffix in READERS:
        return "document"
    known = ".qdpx, .qdc, .sqlite3, .jsonl, .csv, .xlsx"
    raise Error(say("interchange.suffix", path=file.name, suffixes=known))


def is_whole_project(kind: str) -> bool:
    """Say whether such a file becomes a project of its own, and is not taken into one."""
    return kind in ("taguette", "jsonl")


def take_in(project: Project, file: Path, coder: str | None = None) -> Account:
    """Take a file into a project, as one act that `undo()` takes back.

    Raises:
        Error: the file is damaged, or does not fit; the project is as it was.
    """
    kind = kind_of(file)
    if kind == "qdpx":
        return _qdpx(refi.import_qdpx(project, file))
    if kind == "quotes":
        return _quotes(spreadsheets.import_quotes(project, file, coder))
    if kind == "codebook":
        book = _codebook(file)
        project.add_codebook(book)
        return _codes(book)
    if kind == "document":
        return _documents(project, file)
    raise Error(say("interchange.whole", path=file.name))


def rehearse(project: Project, file: Path, coder: str | None = None) -> Account:
    """Tell what would come of taking a file in; the project is as it was."""
    with project.rehearsing():
        return take_in(project, file, coder)


def rehearse_making(file: Path, coder: str | None = None) -> Account:
    """Tell what would come of making a project of a file; none is left behind."""
    with TemporaryDirectory(prefix="icmo-") as folder:
        return make_project(file, Path(folder) / "rehearsal.icmo", coder)


def make_project(file: Path, path: Path, coder: str | None = None) -> Account:
    """Make a project of a file; one that is there is never written over.

    Raises:
        Error: the file is damaged, or no project can be made of it.
    """
    kind = kind_of(file)
    if kind == "qdpx":
        project, report = refi.make_from_qdpx(file, path, coder)
        project.close()
        return _qdpx(report)
    if kind == "jsonl":
        load(file, path)
        return Account(kind, pd.DataFrame(), _counted(path))
    if kind == "taguette":
        with spreadsheets.read_taguette(file, path, coder) as project:
            return Account(kind, pd.DataFrame(), project.remarks)
    if kind == "codebook":
        book = _codebook(file)
        Project.create(path, book, coder=coder).close()
        return _codes(book)
    raise Error(say("project.missing", path=path))


def _counted(path: Path) -> tuple[str, ...]:
    """Return how much there is in a project, as a sentence."""
    with Project.open(path) as project, project.reading() as reader:
        return said(Taken({table: reader.count(table) for table in _COUNTED}))


def _qdpx(report: refi.Report) -> Account:
    placing = tuple(report.placing)
    return Account("qdpx", report.table(), tuple(report.remarks), placing, report.origin)


def _quotes(found: pd.DataFrame) -> Account:
    """Return the quotes that somebody should look at, and how many became tags."""
    doubtful = found[found["outcome"] != "found"]
    tagged = int(found["outcome"].isin(["found", "alike"]).sum())
    told = say("cli.quotes", count=tagged, doubtful=len(doubtful))
    return Account("quotes", doubtful.reset_index(drop=True), (told,))


def _codebook(file: Path) -> Codebook:
    reads_qdc = file.suffix.casefold() == ".qdc"
    return refi.read_qdc(file) if reads_qdc else spreadsheets.read_codebook(file)


def _codes(book: Codebook) -> Account:
    label = f"label_{book.languages[0]}"
    codes = book.codes()[["family", "code", label]].rename(columns={label: "label"})
    told = say("cli.codebook_taken", codebook=book.id, count=len(book))
    return Account("codebook", codes, (told,))


def _documents(project: Project, file: Path) -> Account:
    added = project.import_documents(file)
    columns = ["name", "characters", "words", "turns"]
    return Account("document", added[columns].reset_index(drop=True), project.remarks)

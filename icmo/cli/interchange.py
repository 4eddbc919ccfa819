"""Commands that carry a project to other programs and back: export, import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, CoderName, KeyPath, ProjectPath, app
from icmo.cli.people import open_key
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project
    from icmo.refi import Report

_SUFFIX = {"qdpx": ".qdpx", "qdc": ".qdc", "jsonl": ".jsonl", "csv": ".csv", "xlsx": ".xlsx"}
_SUFFIX |= {"parquet": ".parquet", "docx": ".docx", "html": ".html"}


@app.command("export", help=say("help.export"), epilog="icmo export kib.icmo --to qdpx --for nvivo")
def export(
    project: ProjectPath,
    path: Annotated[
        Path | None, typer.Argument(help=say("help.export_path"), show_default=False)
    ] = None,
    to: Annotated[str, typer.Option(help=say("help.export_to"), show_default=False)] = "",
    program: Annotated[
        str, typer.Option("--for", help=say("help.export_for"), show_default=False)
    ] = "",
    table: Annotated[
        list[str] | None, typer.Option(help=say("help.export_table"), show_default=False)
    ] = None,
    document: Annotated[
        str, typer.Option(help=say("help.export_document"), show_default=False)
    ] = "",
    excel: Annotated[bool, typer.Option("--excel", help=say("help.export_excel"))] = False,
    mark: Annotated[bool, typer.Option("--bom", help=say("help.export_bom"))] = False,
    key: KeyPath = None,
) -> None:
    """Write a project for other programs.

    What is made to be read by others is not written if it names someone. A whole project is as
    confidential as the project itself, so that is told; with a key nothing goes out.
    """
    from icmo.documents.pseudonyms import what_was_checked
    from icmo.project import Project

    kind = to.casefold().removeprefix(".") or (
        path.suffix.casefold().removeprefix(".") if path else "qdpx"
    )
    if kind not in _SUFFIX:
        raise Error(say("cli.export_kind", kind=kind, known=", ".join(_SUFFIX)))
    target = path or project.with_suffix(_SUFFIX[kind])
    opened_key = open_key(key)
    with Project.open(project) as opened:
        if kind in ("csv", "xlsx", "parquet"):
            remarks = _export_tables(
                opened, target, kind, table, opened_key, excel=excel, mark=mark
            )
        else:
            remarks = _export(opened, target, kind, (program, document), opened_key)
    print(say("cli.written", path=target))
    for remark in remarks:
        print(f"  {remark}")
    print(f"  {what_was_checked(opened_key)}")


def _export(
    project: Project, path: Path, kind: str, named: tuple[str, str], key: Key | None
) -> tuple[str, ...]:
    """Write a project in one way. Returns what is to be said."""
    from icmo import refi, spreadsheets
    from icmo.documents.pseudonyms import Guard

    program, document = named
    guard = Guard(key, strict=key is not None)
    if kind == "qdpx":
        return (
            *refi.write_qdpx(project, path, program, guard=guard).sentences(),
            *guard.warnings(),
        )
    if kind == "qdc":
        refi.write_qdc(project.codebook, path, project.language, key)
    elif kind == "jsonl":
        project.dump(path, guard)
        return guard.warnings()
    elif kind == "docx":
        spreadsheets.write_passages(project, path, key=key)
    elif not document:
        raise Error(say("cli.export_document"))
    else:
        spreadsheets.write_transcript(project, document, path, key)
    return ()


def _export_tables(
    project: Project,
    path: Path,
    kind: str,
    tables: list[str] | None,
    key: Key | None,
    *,
    excel: bool,
    mark: bool,
) -> tuple[str, ...]:
    """Write tables of a project. Returns what is to be said."""
    from icmo import spreadsheets

    wanted = tables or (list(spreadsheets.TABLES) if kind == "xlsx" else ["tags"])
    return spreadsheets.write_tables(
        project, path, wanted, mark=mark or excel, semicolon=excel, key=key
    )


@app.command(
    "import", help=say("help.import"), epilog="icmo import kib.icmo fra-nvivo.qdpx --coder anna"
)
def import_(
    project: ProjectPath,
    file: Annotated[Path, typer.Argument(help=say("help.import_file"), show_default=False)],
    coder: CoderName = "",
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Take in another program's file; a project that is not there is made."""
    import pandas as pd

    kind = file.suffix.casefold()
    if kind == ".qdpx":
        table, remarks = _take_qdpx(project, file, coder or None)
    elif kind in (".sqlite3", ".sqlite", ".db") or kind == ".jsonl":
        table, remarks = pd.DataFrame(), _make(project, file, kind, coder or None)
    else:
        table, remarks = _take_table(project, file, kind, coder or None)
    if csv or json:
        print(
            table.to_csv(index=False)
            if csv
            else table.to_json(orient="records", force_ascii=False),
            end="",
        )
        return
    if not table.empty:
        print(table.to_string(index=False))
    for remark in remarks:
        print(remark)


def _take_qdpx(path: Path, file: Path, coder: str | None) -> tuple[pd.DataFrame, tuple[str, ...]]:
    from icmo import refi
    from icmo.project import Project

    report: Report
    if path.exists():
        with Project.open(path, coder=coder) as project:
            report = refi.import_qdpx(project, file)
    else:
        project, report = refi.make_from_qdpx(file, path, coder)
        project.close()
    return report.table(), report.sentences()


def _make(path: Path, file: Path, kind: str, coder: str | None) -> tuple[str, ...]:
    """Make a project of a file that is a whole one."""
    from icmo import spreadsheets
    from icmo.project import load

    if kind == ".jsonl":
        load(file, path)
        return (say("cli.written", path=path),)
    with spreadsheets.read_taguette(file, path, coder) as project:
        return project.remarks


def _take_table(
    path: Path, file: Path, kind: str, coder: str | None
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Take in a codebook, or tags by their quotes: the columns of the file tell which it is."""
    import pandas as pd

    from icmo import refi, spreadsheets
    from icmo.documents import read_rows
    from icmo.project import Project

    if kind not in (".qdc", ".csv", ".xlsx", ".tsv"):
        known = ".qdpx, .qdc, .sqlite3, .jsonl, .csv, .xlsx"
        raise Error(say("cli.suffix", path=file, suffixes=known))
    is_quotes = False
    if kind != ".qdc":
        rows = read_rows(file, ())
        is_quotes = bool(rows) and "quote" in rows[0]
    if is_quotes:
        with Project.open(path, coder=coder) as project:
            found = spreadsheets.import_quotes(project, file, coder)
        doubtful = found[found["outcome"] != "found"]
        return doubtful, (
            say(
                "cli.quotes",
                count=int(found["outcome"].isin(["found", "alike"]).sum()),
                doubtful=len(doubtful),
            ),
        )
    book = refi.read_qdc(file) if kind == ".qdc" else spreadsheets.read_codebook(file)
    if path.exists():
        with Project.open(path, coder=coder) as project:
            project.add_codebook(book)
    else:
        Project.create(path, book, coder=coder).close()
    return pd.DataFrame(), (say("cli.codebook_taken", codebook=book.id, count=len(book)),)

"""Commands that carry a project to other programs and back: export, import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, CoderName, KeyPath, ProjectPath, app
from icmo.cli.people import open_key
from icmo.errors import Error

if TYPE_CHECKING:
    from icmo.interchange import Account


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
    """Write a project for other programs."""
    from icmo.documents.pseudonyms import what_was_checked
    from icmo.interchange import WAYS, Wish, write
    from icmo.project import Project

    way = to.casefold().removeprefix(".") or (
        path.suffix.casefold().removeprefix(".") if path else "qdpx"
    )
    if way not in WAYS:
        raise Error(say("cli.export_kind", kind=way, known=", ".join(WAYS)))
    target = path or project.with_suffix(f".{way}")
    opened_key = open_key(key)
    wish = Wish(way, program, tuple(table or ()), document, excel, mark, opened_key)
    with Project.open(project) as opened:
        remarks = write(opened, target, wish)
    print(say("cli.written", path=target))
    for remark in remarks:
        print(f"  {remark}")
    print(f"  {what_was_checked(opened_key)}")


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
    account = _taken(project, file, coder or None)
    is_counted = account.kind in ("qdpx", "quotes")
    table = account.table if is_counted else account.table.iloc[:0, :0]
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
    for remark in (*account.placing, *account.remarks):
        print(remark)


def _taken(path: Path, file: Path, coder: str | None) -> Account:
    """Take a file into a project; where there is none, make one of it."""
    from icmo.interchange import is_whole_project, kind_of, make_project, take_in
    from icmo.project import Project

    kind = kind_of(file)
    if kind == "document":
        raise Error(say("cli.add_documents", path=path, file=file))
    if is_whole_project(kind) or not path.exists():
        account = make_project(file, path, coder)
        return replace(account, remarks=(say("cli.written", path=path), *account.remarks))
    with Project.open(path, coder=coder) as project:
        return take_in(project, file, coder)

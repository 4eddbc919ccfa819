"""Commands that take care of a project: history, undo, check, backup, erase."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, CoderName, ProjectPath, app


@app.command(help=say("help.history"), epilog="icmo history kib.icmo --coder anna --last 10")
def history(
    project: ProjectPath,
    coder: Annotated[str, typer.Option(help=say("help.history_coder"), show_default=False)] = "",
    last: Annotated[int, typer.Option(help=say("help.history_last"), show_default=False)] = 0,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Tell every change ever made."""
    from icmo.documents.pseudonyms import check_export, refuse_breaches
    from icmo.project import Project

    with Project.open(project) as opened:
        lines = opened.history()
    if coder:
        lines = lines[lines["coder"] == coder]
    if last:
        lines = lines.tail(last)
    refuse_breaches(check_export({str(project): "\n".join(lines["sentence"])}))
    if csv or json:
        print(lines.to_csv(index=False) if csv else lines.to_json(orient="records"), end="")
        return
    for line in lines.to_dict("records"):
        moment = line["created"][:16].replace("T", " ")
        undone = f" ({say('state.undone')})" if line["state"] == "undone" else ""
        print(f"{line['line']:>5}  {moment}  {line['sentence']}{undone}")


@app.command(help=say("help.undo"), epilog="icmo undo kib.icmo --coder anna")
def undo(project: ProjectPath, coder: CoderName = "") -> None:
    """Take back the coder's latest own act."""
    from icmo.project import Project

    with Project.open(project, coder=coder or None) as opened:
        print(opened.undo())


@app.command(help=say("help.redo"), epilog="icmo redo kib.icmo --coder anna")
def redo(project: ProjectPath, coder: CoderName = "") -> None:
    """Do again what the coder took back last."""
    from icmo.project import Project

    with Project.open(project, coder=coder or None) as opened:
        print(opened.redo())


@app.command(help=say("help.check"), epilog="icmo check kib.icmo")
def check(
    project: ProjectPath,
    to: Annotated[
        Path | None, typer.Option("--rescue", help=say("help.check_rescue"), show_default=False)
    ] = None,
    dump: Annotated[
        Path | None, typer.Option("--with", help=say("help.check_with"), show_default=False)
    ] = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Look at structure, texts, places, codes, journal and access log."""
    from icmo.project import Project

    if to is not None:
        _rescue(project, to, csv=csv, json=json)
        return
    if dump is not None:
        _compare(project, dump, csv=csv, json=json)
        return
    with Project.open(project) as opened:
        problems = opened.check()
        found = repr(opened)
    if csv or json:
        print(problems.to_csv(index=False) if csv else problems.to_json(orient="records"), end="")
    elif problems.empty:
        print(say("cli.sound", path=project, found=found.partition(": ")[2].rstrip(">")))
    else:
        for one in problems.to_dict("records"):
            place = say(f"checked.{one['check']}") + (f" {one['place']}" if one["place"] else "")
            print(f"{place}: {one['problem']}")
    if not problems.empty:
        raise typer.Exit(1)


def _compare(project: Path, dump: Path, *, csv: bool, json: bool) -> None:
    """Compare a project with the lines that were written of it."""
    from icmo.project import Project

    with Project.open(project) as opened:
        found = opened.compare(dump)
    if csv or json:
        print(found.to_csv(index=False) if csv else found.to_json(orient="records"), end="")
    elif found.empty:
        print(say("cli.same", path=project, dump=dump))
    else:
        for one in found.to_dict("records"):
            how = say(f"difference.{one['difference']}")
            print(f"{how}: {one['table']} {one['row']}")
    if not found.empty:
        raise typer.Exit(1)


def _rescue(project: Path, to: Path, *, csv: bool, json: bool) -> None:
    """Rescue what can be read of a damaged file."""
    from icmo.project import rescue

    tables = rescue(project, to)
    if csv or json:
        print(tables.to_csv(index=False) if csv else tables.to_json(orient="records"), end="")
        return
    for one in tables.to_dict("records"):
        told = [say("cli.rescued", table=one["table"], read=one["read"])]
        if one["rebuilt"]:
            told.append(say("cli.rescued_again", count=one["rebuilt"]))
        if one["lost"]:
            told.append(say("cli.rescued_lost", count=one["lost"]))
        print(f"{', '.join(told)}. {one['remark']}".rstrip())
    print(say("cli.rescued_into", path=to))


@app.command(help=say("help.backup"), epilog="icmo backup kib.icmo backups/")
def backup(
    project: ProjectPath,
    to: Annotated[
        Path | None, typer.Argument(help=say("help.backup_to"), show_default=False)
    ] = None,
) -> None:
    """Copy a project while it is in use, and open the copy to see that it is whole."""
    from icmo.project import Project

    with Project.open(project) as opened:
        print(say("cli.backup", path=opened.backup(to)))


@app.command(
    help=say("help.erase"),
    epilog='icmo erase kib.icmo Amira --reason "samtykke trukket" --coder anna',
)
def erase(
    project: ProjectPath,
    what: Annotated[str, typer.Argument(help=say("help.erase_what"), show_default=False)],
    reason: Annotated[str, typer.Option(help=say("help.erase_reason"), show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help=say("help.erase_yes"))] = False,
    coder: CoderName = "",
) -> None:
    """Erase a document, or what one participant said, from every byte icmo wrote."""
    from icmo.project import Project

    with Project.open(project, coder=coder or None) as opened:
        if not yes:
            typer.confirm(say("cli.erase_sure", what=what, path=project), abort=True)
        receipt = opened.erase(what, reason)
    print(say("cli.erased", receipt=receipt["receipt"], characters=receipt["characters"]))
    for name in receipt["files"]:
        print(f"  {say('cli.erased_file', name=name)}")
    for name in receipt["files_left"]:
        print(f"  {say('cli.left_file', name=name)}")
    for mention in receipt["mentions"]:
        print(f"  {mention}")


@app.command(help=say("help.log"), epilog="icmo log kib.icmo --csv")
def log(project: ProjectPath, csv: AsCsv = False) -> None:
    """Say who opened, read, exported or erased what and when."""
    from icmo.project import Project

    with Project.open(project) as opened:
        entries = opened.access()
    if csv:
        print(entries.to_csv(index=False), end="")
        return
    for entry in entries.to_dict("records"):
        moment, who = entry["created"][:19].replace("T", " "), entry["coder"] or "–"
        done = say(f"accessed.{entry['act']}")
        print(f"{moment}  {who}  {done} {entry['target']}".rstrip())

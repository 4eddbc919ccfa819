"""Commands for texts as they arrive and the people in them: repair, pseudonymise."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, CoderName, KeyPath, ProjectPath, app
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

#: For scripts: the password of the key file.
PASSWORD = "ICMO_KEY_PASSWORD"  # noqa: S105  the name of a variable
_SHOWN = 20


class OptionError(Error):
    """A password nobody can be asked for, a file that would be written over."""


@app.command("repair", help=say("help.repair"), epilog="icmo repair kib.icmo gruppe --coder anna")
def repair(
    project: ProjectPath,
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help=say("help.document"), show_default=False)
    ],
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0, max=1, help=say("help.min_confidence"), show_default=False),
    ] = None,
    csv: AsCsv = False,
    coder: CoderName = "",
) -> None:
    """Carry out the safe repairs of a document, and list the doubtful ones."""
    from icmo.project import Project

    with Project.open(project, coder=coder or None) as opened:
        proposals = opened.repair_proposals(document)
        if csv:
            print(proposals.to_csv(index=False), end="")
            return
        repair_document(opened, document, proposals, min_confidence)


def repair_document(
    project: Project, document: str, proposals: pd.DataFrame, min_confidence: float | None
) -> None:
    """Carry out what is safe or sure enough, and show what waits for a person."""
    surer = proposals["safe"] | (
        proposals["confidence"] >= (2 if min_confidence is None else min_confidence)
    )
    done = project.repair(document, proposals[surer]) if surer.any() else proposals[surer]
    waiting = proposals[~surer]
    names = project.documents().set_index("document")["name"]
    name = names.get(document, document)
    print(say("cli.repaired", document=name, count=len(done), waiting=len(waiting)))
    for rule, count in Counter(done["rule"]).most_common():
        print(f"  {count:>5}  {say(f'repair.{rule}')}")
    if len(waiting):
        _table(
            [
                say(f"column.{name}")
                for name in ("before", "after", "rule", "confidence", "sentence")
            ],
            [
                [
                    *(repr(one["before"])[1:-1], repr(one["after"])[1:-1]),
                    say(f"repair.{one['rule']}"),
                    f"{one['confidence']:.2f}",
                    one["sentence"],
                ]
                for one in waiting.head(_SHOWN).to_dict("records")
            ],
        )
        if len(waiting) > _SHOWN:
            print(say("cli.more_rows", count=len(waiting) - _SHOWN))


@app.command(
    "pseudonymise",
    help=say("help.pseudonymise"),
    epilog="icmo pseudonymise kib.icmo --to navne.csv\n\n"
    "icmo pseudonymise kib.icmo --decisions navne.csv --key /safe/kib.key --coder anna",
)
def pseudonymise(
    project: ProjectPath,
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="DOCUMENT", help=say("help.documents"), show_default=False),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help=say("help.persons_to"), show_default=False)
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option(help=say("help.decisions"), show_default=False)
    ] = None,
    sign_off: Annotated[bool, typer.Option("--sign-off", help=say("help.sign_off"))] = False,
    key: KeyPath = None,
    incomplete: Annotated[bool, typer.Option("--incomplete", help=say("help.incomplete"))] = False,
    restore: Annotated[bool, typer.Option("--restore", help=say("help.restore"))] = False,
    csv: AsCsv = False,
    coder: CoderName = "",
) -> None:
    """List who is found, take decisions, put pseudonyms in, or bring names back."""
    from icmo.project import Project
    from icmo.project.judging import spreadsheet

    if restore and key is None:
        raise typer.BadParameter(say("cli.restore_key"))
    chosen = documents or None
    with Project.open(project, coder=coder or None) as opened:
        if restore:
            back = opened.restore_names(str(key), password_for(key), chosen)
            print(say("cli.restored", count=len(back)))
            return
        if decisions is not None:
            print(say("cli.decided", count=opened.decide_pseudonyms(decisions)))
        if sign_off:
            for document, name in _chosen(opened, chosen):
                opened.sign_off_pseudonyms(document)
                print(say("cli.signed", document=name))
        if key is not None:
            _accept(opened, chosen, key, incomplete=incomplete)
            return
        if decisions is not None or sign_off:
            _show_states(opened)
            return
        persons = opened.pseudonym_persons(chosen)
        if csv:
            print(spreadsheet(persons).to_csv(index=False), end="")
        elif to is not None:
            _write(opened, spreadsheet(persons), to)
        else:
            _show(opened, persons)


def _chosen(project: Project, names: list[str] | None) -> list[tuple[str, str]]:
    """Return the documents that were named, or all: id and name."""
    found = project.documents()
    pairs = list(zip(found["document"], found["name"], strict=True))
    for name in names or ():
        project.text(name)  # an unknown name is refused with the nearest known
    return [pair for pair in pairs if names is None or not {*pair}.isdisjoint(names)]


def _accept(project: Project, documents: list[str] | None, key: Path, *, incomplete: bool) -> None:
    password = password_for(key, new=not key.exists())
    told = project.accept_pseudonyms(documents, key=key, password=password, incomplete=incomplete)
    print(say("cli.accepted", documents=told["documents"], places=told["places"], key=key))
    if told["unsettled"]:
        print(say("cli.unsettled", count=told["unsettled"]))
    for name in told["files"]:
        print(f"  {say('cli.erased_file', name=name)}")
    for name in told["files_left"]:
        print(f"  {say('cli.left_file', name=name)}")
    for mention in told["mentions"]:
        print(f"  {mention}")
    print(say("cli.not_anonymous"))


def _write(project: Project, persons: pd.DataFrame, to: Path) -> None:
    if to.exists():
        raise OptionError(say("cli.exists", path=to))
    # Before it is there: whoever stops us leaves no file of names that nobody remembers.
    project.exported(to)
    persons.to_csv(to, index=False, encoding="utf-8-sig")
    print(say("cli.persons_written", path=to, count=len(persons)))


def _show(project: Project, persons: pd.DataFrame) -> None:
    told = {"": "", "accepted": say("decision.accepted"), "kept": say("decision.kept")}
    _table(
        [
            say(f"column.{name}")
            for name in ("person", "pseudonym", "decision", "places", "sentence")
        ],
        [
            [
                ", ".join(dict.fromkeys((one["person"], *one["forms"]))),
                one["replacement"] or one["suggestion"],
                told[one["decision"]],
                str(one["places"]),
                one["sentence"],
            ]
            for one in persons.to_dict("records")
        ],
    )
    _show_states(project)


def _show_states(project: Project) -> None:
    for one in project.pseudonym_states().to_dict("records"):
        state = say(f"pseudonymised.{one['state'].replace(' ', '_')}")
        line = f"{one['name']}: {state}"
        if one["finds"] or one["leftovers"]:
            counts = {str(name): count for name, count in one.items()}
            line += f" ({say('cli.open_places', **counts)})"
        print(line)


def _table(head: list[str], rows: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, show_edge=False, pad_edge=False)
    for row in rows:
        # People's words are text: brackets in them are no markup.
        table.add_row(*map(Text, row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def password_for(key: Path | None, *, new: bool = False) -> str:
    """Return the password of a key file: from the environment, else asked for without showing it."""
    given = os.environ.get(PASSWORD)
    if given:
        return given
    if not sys.stdin.isatty():
        raise OptionError(say("cli.password", key=key, variable=PASSWORD))
    asked: Any = typer.prompt(
        say("cli.password_ask", key=key), hide_input=True, confirmation_prompt=new
    )
    return str(asked)


def open_key(key: Path | None) -> Key | None:
    """Return the key that an export is checked with, where one is given."""
    if key is None:
        return None
    from icmo.documents.pseudonyms import read_key

    return read_key(key, password_for(key))

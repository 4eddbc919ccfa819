"""The command's tree and the words it takes everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from icmo._strings import say

_ORDER = (
    *(
        "demo",
        "lab",
        "codebook",
        "new",
        "add",
        "repair",
        "pseudonymise",
        "tag",
        "merge",
        "agreement",
        "matrix",
        "configurations",
        "map",
        "guide",
        "outcomes",
        "survey",
        "report",
        "export",
        "import",
    ),
    *("history", "undo", "redo", "check", "backup", "erase", "log"),
)


class InOrder(TyperGroup):
    """Shows the commands in the order of the work."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands' names, those nobody has put in order last."""
        place = {name: number for number, name in enumerate(_ORDER)}
        return sorted(super().list_commands(ctx), key=lambda name: place.get(name, len(_ORDER)))


# No rich markup: `icmo --help` and `icmo codebook check` are to feel instant.
_PLAIN = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "no_args_is_help": True}
app = typer.Typer(cls=InOrder, help=say("help.icmo"), add_completion=False, **_PLAIN)  # type: ignore[arg-type]
codebook_app = typer.Typer(help=say("help.codebook"), **_PLAIN)  # type: ignore[arg-type]
report_app = typer.Typer(help=say("help.report"), **_PLAIN)  # type: ignore[arg-type]
app.add_typer(codebook_app, name="codebook")
app.add_typer(report_app, name="report")

ProjectPath = Annotated[
    Path, typer.Argument(metavar="PROJECT", help=say("help.project"), show_default=False)
]
CodebookName = Annotated[
    str, typer.Argument(metavar="CODEBOOK", help=say("help.codebook_file"), show_default=False)
]
Language = Annotated[str, typer.Option(help=say("help.language"), show_default=False)]
CoderName = Annotated[
    str, typer.Option(envvar="ICMO_CODER", help=say("help.coder"), show_default=False)
]
KeyPath = Annotated[Path | None, typer.Option("--key", help=say("help.key"), show_default=False)]
AsCsv = Annotated[bool, typer.Option("--csv", help=say("help.csv"))]
AsJson = Annotated[bool, typer.Option("--json", help=say("help.json"))]

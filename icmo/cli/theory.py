"""Commands for a codebook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from icmo._strings import say
from icmo.cli.options import CodebookName, Language, codebook_app


@codebook_app.command(
    "check", help=say("help.codebook_check"), epilog="icmo codebook check codebooks/kib.yaml"
)
def codebook_check(
    files: Annotated[
        list[str], typer.Argument(help=say("help.codebook_files"), show_default=False)
    ],
) -> None:
    """Name every mistake in codebooks, each with its line."""
    from icmo.codebook import Codebook, CodebookError, count_families

    failed = False
    for file in files:
        try:
            codebook = Codebook.load(file)
        except CodebookError as error:
            failed = True
            print(error, file=sys.stderr)
            continue
        for warning in codebook.warnings:
            print(say("codebook.warning", problem=warning))
        print(
            say("codebook.fine", file=file, codes=len(codebook), families=count_families(codebook))
        )
    if failed:
        raise typer.Exit(1)


@codebook_app.command(
    "show", help=say("help.codebook_show"), epilog="icmo codebook show kib --code meningsfuldhed"
)
def codebook_show(
    codebook: CodebookName,
    code: Annotated[str, typer.Option(help=say("help.codebook_code"), show_default=False)] = "",
    language: Language = "",
) -> None:
    """Print a codebook as a tree, or one code with everything said of it."""
    from icmo.codebook import Codebook
    from icmo.codebook.markdown import write_markdown
    from icmo.codebook.pages import code_page, outline

    opened = Codebook.load(codebook)
    chosen = opened.chosen_language(language)
    if code:
        print(write_markdown(code_page(opened, opened[code], chosen)).decode().rstrip())
    else:
        print(outline(opened, chosen))


@codebook_app.command(
    "diff", help=say("help.codebook_diff"), epilog="icmo codebook diff kib kib_2023.yaml"
)
def codebook_diff(
    old: CodebookName,
    new: CodebookName,
    csv: Annotated[bool, typer.Option("--csv", help=say("help.csv"))] = False,
) -> None:
    """Say what changed from one codebook to another."""
    from icmo.codebook import Codebook
    from icmo.codebook.difference import difference_in_words

    changes = Codebook.load(old).difference(Codebook.load(new))
    if csv:
        print(changes.to_csv(index=False), end="")
        return
    for sentence in difference_in_words(changes) or [say("codebook.same")]:
        print(sentence)


@codebook_app.command(
    "export", help=say("help.codebook_export"), epilog="icmo codebook export kib --to kib.docx"
)
def codebook_export(
    codebook: CodebookName,
    to: Annotated[Path, typer.Option(help=say("help.codebook_to"), show_default=False)],
    language: Language = "",
    checklists: Annotated[bool, typer.Option("--checklists", help=say("help.checklists"))] = False,
    guide: Annotated[bool, typer.Option("--guide", help=say("help.guide"))] = False,
    principle: Annotated[str, typer.Option(help=say("help.principle"), show_default=False)] = "",
) -> None:
    """Write a codebook, its checklists or its interview guides for colleagues."""
    from icmo.codebook import Codebook
    from icmo.codebook.export import export_codebook, export_guide

    opened = Codebook.load(codebook)
    chosen = opened.chosen_language(language)
    if guide or principle:
        written = export_guide(opened, to, principle or None, chosen)
    else:
        written = export_codebook(opened, to, chosen, checklists)
    print(say("cli.written", path=written))


@codebook_app.command(
    "schema",
    help=say("help.codebook_schema"),
    epilog="icmo codebook schema --to codebook.schema.json",
)
def codebook_schema(
    to: Annotated[Path | None, typer.Option(help=say("help.schema_to"), show_default=False)] = None,
) -> None:
    """Print the schema that lets an editor complete and check a codebook."""
    from icmo.codebook.export import export_schema
    from icmo.codebook.schema import codebook_schema as schema

    if to is None:
        print(schema(), end="")
    else:
        print(say("cli.written", path=export_schema(to)))

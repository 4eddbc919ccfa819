"""Commands that show what came of it: agreement, matrix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, ProjectPath, app

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project


@app.command("agreement", help=say("help.agreement"), epilog="icmo agreement kib.icmo --by role")
def agreement(
    project: ProjectPath,
    by: Annotated[str, typer.Option(help=say("help.agreement_by"))] = "code",
    unit: Annotated[str, typer.Option(help=say("help.agreement_unit"))] = "character",
    coders: Annotated[
        str, typer.Option(help=say("help.agreement_coders"), show_default=False)
    ] = "",
    pairs: Annotated[bool, typer.Option("--pairs", help=say("help.agreement_pairs"))] = False,
    finished: Annotated[
        bool, typer.Option("--finished", help=say("help.agreement_finished"))
    ] = False,
    confused: Annotated[
        bool, typer.Option("--confused", help=say("help.agreement_confused"))
    ] = False,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Show how far coders agree."""
    from icmo.agreement import agreement_in_words, confusion_in_words
    from icmo.cli.naming import names_by
    from icmo.project import Project

    chosen = [name.strip() for name in coders.split(",")] if coders else None
    with Project.open(project) as opened:
        labels = names_by(opened, by)
        way = "confused" if confused else "pairs" if pairs else "all"
        table = _compared(opened, way, by, unit, chosen, finished=finished)
    if csv:
        print(table.to_csv(index=False), end="")
    elif json:
        print(table.to_json(orient="records", force_ascii=False))
    else:
        in_words = confusion_in_words if confused else agreement_in_words
        print(in_words(table, labels))


def _compared(
    project: Project, way: str, by: str, unit: str, coders: list[str] | None, *, finished: bool
) -> pd.DataFrame:
    from icmo.agreement import agreement_table, confusion_table, pair_table

    tags, documents = project.tags(), project.documents()
    if way == "confused":
        return confusion_table(tags, documents, by, coders, finished=finished)
    units = project.units(unit) if unit in ("turn", "sentence", "paragraph") else None
    if way == "pairs":
        return pair_table(tags, documents, units, by, unit, finished=finished)
    return agreement_table(tags, documents, units, by, unit, coders, finished=finished)


@app.command(
    "matrix",
    help=say("help.matrix"),
    epilog="icmo matrix kib.icmo --rows case --columns mechanism --csv",
)
def matrix(
    project: ProjectPath,
    rows: Annotated[str, typer.Option(help=say("help.matrix_rows"))] = "case",
    columns: Annotated[str, typer.Option(help=say("help.matrix_columns"))] = "mechanism",
    count: Annotated[str, typer.Option(help=say("help.matrix_count"))] = "passages",
    together: Annotated[bool, typer.Option("--together", help=say("help.matrix_together"))] = False,
    csv: AsCsv = False,
    json: AsJson = False,
    to: Annotated[Path | None, typer.Option(help=say("help.matrix_to"), show_default=False)] = None,
) -> None:
    """Cross cases with codes, or codes with each other."""
    from icmo.cli.naming import names_by
    from icmo.matrices import code_matrix, cooccurrence_matrix, matrix_in_words
    from icmo.project import Project

    with Project.open(project) as opened:
        if together:
            crossed = cooccurrence_matrix(opened.tags(), count=count, codes=columns)
        else:
            crossed = code_matrix(
                opened.tags(), rows, columns, count, opened.documents(), opened.turns()
            )
        labels, language = opened.codebook.labels(opened.language), opened.language
        for side in crossed.axes:
            labels = {**names_by(opened, str(side.name)), **labels}
    if to is not None:
        _draw_or_write(crossed, to, labels, language)
        print(say("cli.written", path=to))
    elif json:
        print(crossed.to_json(orient="split", force_ascii=False))
    else:
        print(
            crossed.to_csv() if csv else matrix_in_words(crossed, labels), end="" if csv else "\n"
        )


def _draw_or_write(crossed: pd.DataFrame, to: Path, labels: dict[str, str], language: str) -> None:
    """Write a matrix as its file's ending says: a table for machines, a page, or a picture."""
    from icmo.matrices import MatrixError, draw_matrix, show_matrix

    pictures = (".svg", ".pdf", ".png")
    if to.suffix == ".csv":
        crossed.to_csv(to, encoding="utf-8-sig")
    elif to.suffix == ".html":
        to.write_text(show_matrix(crossed, "", labels, language).html(), encoding="utf-8")
    elif to.suffix in pictures:
        import matplotlib as mpl

        from icmo.demo import save_map

        mpl.use("Agg")
        save_map(draw_matrix(crossed, labels=labels, language=language), to)
    else:
        known = ", ".join((".csv", ".html", *pictures))
        raise MatrixError(say("cli.suffix", path=to, suffixes=known))

"""Commands that show what came of it: matrix, map, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from icmo._strings import say
from icmo.cli.options import ProjectPath, app, report_app


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
    csv: Annotated[bool, typer.Option("--csv", help=say("help.csv"))] = False,
) -> None:
    """Cross cases with codes."""
    from icmo.matrices import code_matrix
    from icmo.project import Project

    with Project.open(project) as opened:
        crossed = code_matrix(opened.tags(), rows, columns, count)
    print(crossed.to_csv() if csv else crossed.to_string(), end="" if csv else "\n")


@app.command(
    "map",
    help=say("help.map"),
    epilog="icmo map kib.icmo --intervention handlekraft_indsats --to map.svg",
)
def draw(
    project: ProjectPath,
    to: Annotated[Path, typer.Option(help=say("help.map_to"))] = Path("map.svg"),
    intervention: Annotated[str, typer.Option(help=say("help.map_intervention"))] = "",
) -> None:
    """Draw the configurations."""
    import matplotlib as mpl

    from icmo.configurations import of_intervention
    from icmo.demo import save_map
    from icmo.maps import build_map, draw_map
    from icmo.project import Project

    mpl.use("Agg")
    with Project.open(project) as opened:
        labels = opened.codebook.labels(opened.language)
        shown = opened.configurations()
        if intervention:
            shown = of_intervention(shown, intervention, opened.codebook)
        graph = build_map(shown, opened.evidence(), labels)
        save_map(draw_map(graph, language=opened.language), to)
    print(say("cli.map", path=to))


@report_app.command(
    "build", help=say("help.report_build"), epilog="icmo report build icmo-demo/kib.icmo"
)
def report_build(project: ProjectPath) -> None:
    """Execute the chapters beside a project and set their pages."""
    from icmo.report import build_report

    for path in build_report(project):
        print(say("cli.report", path=path))

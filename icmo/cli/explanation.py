"""Commands that show the explanation: configurations, map, guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, ProjectPath, app

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from icmo.project import Project


def _print(table: pd.DataFrame, *, csv: bool, json: bool, index: bool = False) -> None:
    if csv:
        print(table.to_csv(index=index), end="")
    elif json:
        print(table.to_json(orient="split" if index else "records", force_ascii=False))
    else:
        print(table.to_string(index=index))


@app.command(
    "configurations",
    help=say("help.configurations"),
    epilog="icmo configurations kib.icmo --show regularities --by team_type",
)
def configurations(
    project: ProjectPath,
    show: Annotated[str, typer.Option(help=say("help.configurations_show"))] = "sentences",
    level: Annotated[str, typer.Option(help=say("help.configurations_level"))] = "code",
    by: Annotated[str, typer.Option(help=say("help.configurations_by"), show_default=False)] = "",
    threshold: Annotated[
        int | None, typer.Option(help=say("help.configurations_threshold"), show_default=False)
    ] = None,
    within: Annotated[str, typer.Option(help=say("help.configurations_within"))] = "passage",
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Show the configurations and what they rest on."""
    from icmo import configurations as tables
    from icmo.project import Project

    with Project.open(project) as opened:
        theory, evidence = opened.configurations(), opened.evidence()
        tags, documents, parents = opened.tags(), opened.documents(), _parents(opened)
        ways: dict[str, Callable[[], pd.DataFrame]] = {
            "sentences": lambda: theory[["title", "status", "version", "completeness", "sentence"]],
            "evidence": lambda: tables.evidence_table(theory, evidence),
            "patterns": lambda: tables.pattern_table(theory, evidence, level, parents),
            "regularities": lambda: tables.regularity_table(
                theory,
                tags,
                opened.cases(),
                by or None,
                evidence=evidence,
                threshold=opened.thresholds()["cases"] if threshold is None else threshold,
                level=level,
                parents=parents,
            ),
            "disconfirming": lambda: tables.disconfirming_table(
                theory, evidence, tags, documents, level=level, parents=parents
            ),
            "proposals": lambda: tables.proposals(tags, opened.turns(), within).drop(
                columns="places"
            ),
            "saturation": lambda: tables.saturation_table(
                tags, documents[documents["kind"] != "statement board"]
            ),
            "changes": opened.configuration_changes,
        }
        tables.check_known("show", show or "?", tuple(ways))
        table = ways[show]()
    if show == "sentences" and not (csv or json):
        for title, sentence in zip(table["title"], table["sentence"], strict=True):
            print(f"{title}\n    {sentence}")
        return
    _print(table, csv=csv, json=json)


def _parents(project: Project) -> dict[str, str]:
    from icmo.configurations import parents_of

    found: dict[str, str] = {}
    for book in reversed(project.codebooks.values()):
        found |= parents_of(book.codes())
    return found


@app.command(
    "map",
    help=say("help.map"),
    epilog="icmo map kib.icmo --intervention handlekraft_indsats --to map.svg",
)
def draw(
    project: ProjectPath,
    to: Annotated[Path, typer.Option(help=say("help.map_to"))] = Path("map.svg"),
    level: Annotated[str, typer.Option(help=say("help.map_level"))] = "code",
    by: Annotated[str, typer.Option(help=say("help.map_by"), show_default=False)] = "",
    intervention: Annotated[
        str, typer.Option(help=say("help.map_intervention"), show_default=False)
    ] = "",
) -> None:
    """Draw the configurations."""
    from icmo.configurations import check_known, of_intervention
    from icmo.maps import build_map, write_map
    from icmo.project import Project

    check_known("level", level or "?", ("code", "parent"))
    check_known("by", by, ("for_whom", "group", "case"))
    with Project.open(project) as opened:
        labels, language = opened.codebook.labels(opened.language), opened.language
        theory, evidence, parents = opened.configurations(), opened.evidence(), _parents(opened)
        if intervention:
            theory = of_intervention(theory, intervention, opened.codebook)
        if by:
            _draw_each(theory, evidence, by, to, language, (labels, level, parents))
        else:
            graph = build_map(theory, evidence, labels, level, parents, opened.relations())
            write_map(graph, to, language)
    print(say("cli.map", path=to))


def _draw_each(
    theory: pd.DataFrame,
    evidence: pd.DataFrame,
    by: str,
    to: Path,
    language: str,
    how: tuple[dict[str, str], str, dict[str, str]],
) -> None:
    import matplotlib as mpl

    from icmo.maps import MapError, draw_maps, split_maps

    if to.suffix not in (".svg", ".pdf", ".png"):
        raise MapError(say("cli.suffix", path=to, suffixes=".svg, .pdf, .png"))
    mpl.use("Agg")
    graphs = split_maps(theory, evidence, by, *how)
    draw_maps(graphs, language).savefig(to, dpi=200)


@app.command("guide", help=say("help.guide_matrix"), epilog="icmo guide kib.icmo --show gaps")
def guide(
    project: ProjectPath,
    show: Annotated[str, typer.Option(help=say("help.guide_show"))] = "level",
    by: Annotated[str, typer.Option(help=say("help.guide_by"), show_default=False)] = "",
    principle: Annotated[
        str, typer.Option(help=say("help.guide_principle"), show_default=False)
    ] = "",
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Show the principles by the letters G, U, I, D, E, and what is concluded of them."""
    from icmo.claims import orphan_claims
    from icmo.configurations import check_known
    from icmo.guide import SHOWN, guide_matrix, interview_guide, strengths_table
    from icmo.project import Project

    check_known("show", show or "?", (*SHOWN, "gaps", "claims", "questions"))
    with Project.open(project) as opened:
        ratings, tags = opened.ratings(), opened.tags()
        chosen = [principle] if principle else None
        if show == "questions":
            books = opened.codebook
            names = chosen or _principles(books.codes())
            for name in names:
                asked = interview_guide(books, name, opened.language)
                _print(asked.assign(principle=name), csv=csv, json=json)
        elif show == "claims":
            claims = opened.claims()
            _print(claims.drop(columns="claim"), csv=csv, json=json)
            if not (csv or json):
                _print(orphan_claims(claims, opened.questions()), csv=csv, json=json)
        elif show == "gaps":
            levels = opened.rubric()["level"].tolist()
            _print(strengths_table(ratings, tags, chosen, levels), csv=csv, json=json)
        else:
            matrix = guide_matrix(ratings, tags, chosen, by or None, show)
            _print(matrix, csv=csv, json=json, index=True)


def _principles(codes: pd.DataFrame) -> list[str]:
    family = codes[codes["family"] == "principle"]
    return list(family["code"])

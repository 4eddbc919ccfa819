"""Commands that show the explanation: configurations, map, guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icmo._strings import say
from icmo.cli.options import AsCsv, AsJson, ProjectPath, app

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from icmo.project import Project


def _print(
    table: pd.DataFrame, show: str, project: Project, *, csv: bool, json: bool, index: bool = False
) -> None:
    """Print a table in words, or write all of it for a machine."""
    from icmo._strings import language
    from icmo.cli.naming import names_by
    from icmo.cli.printing import COLUMNS, in_lines

    if csv:
        print(table.to_csv(index=index), end="")
    elif json:
        print(table.to_json(orient="split" if index else "records", force_ascii=False))
    elif table.empty:
        print(say("cli.nothing"))
    else:
        plain = table.reset_index() if index else table
        names: dict[str, str] = {}
        for side in ("role", "document", "code"):
            names |= names_by(project, side)
        print(in_lines(plain, COLUMNS.get(show, tuple(plain.columns)), names, language()))


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
    basis: Annotated[str, typer.Option(help=say("help.configurations_basis"))] = "evidence",
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Show the configurations and what they rest on."""
    from icmo.configurations import check_known
    from icmo.project import Project

    check_known("show", show or "?", ("sentences", *_TABLES))
    asked = {"level": level, "by": by, "threshold": threshold, "within": within, "basis": basis}
    with Project.open(project) as opened:
        if show == "sentences":
            _print_sentences(opened, csv=csv, json=json)
        else:
            _print(_TABLES[show](opened, asked), show, opened, csv=csv, json=json)


def _print_sentences(project: Project, *, csv: bool, json: bool) -> None:
    table = project.configurations()[["title", "status", "version", "completeness", "sentence"]]
    if csv or json:
        _print(table, "sentences", project, csv=csv, json=json)
        return
    for title, sentence in zip(table["title"], table["sentence"], strict=True):
        print(f"{title}\n    {sentence}")


def _patterns(project: Project, asked: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import pattern_table

    level, parents = asked["level"], _parents(project)
    return pattern_table(project.configurations(), project.evidence(), level, parents)


def _regularities(project: Project, asked: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import regularity_table

    given = asked["threshold"]
    return regularity_table(
        project.configurations(),
        project.tags(),
        project.cases(),
        asked["by"] or None,
        evidence=project.evidence(),
        threshold=project.thresholds()["cases"] if given is None else given,
        basis=asked["basis"],
        level=asked["level"],
        parents=_parents(project),
    )


def _disconfirming(project: Project, asked: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import disconfirming_table

    return disconfirming_table(
        project.configurations(),
        project.evidence(),
        project.tags(),
        project.documents(),
        level=asked["level"],
        parents=_parents(project),
    )


def _evidence(project: Project, _: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import evidence_table

    return evidence_table(project.configurations(), project.evidence())


def _left_out(project: Project, _: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import left_out_table

    return left_out_table(project.configurations(), project.tags())


def _proposals(project: Project, asked: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import proposals

    return proposals(project.tags(), project.turns(), asked["within"]).drop(columns="places")


def _saturation(project: Project, _: Mapping[str, Any]) -> pd.DataFrame:
    from icmo.configurations import saturation_table

    documents = project.documents()
    return saturation_table(project.tags(), documents[documents["kind"] != "statement board"])


_TABLES: dict[str, Callable[[Project, Mapping[str, Any]], pd.DataFrame]] = {
    "evidence": _evidence,
    "patterns": _patterns,
    "regularities": _regularities,
    "disconfirming": _disconfirming,
    "left_out": _left_out,
    "proposals": _proposals,
    "saturation": _saturation,
    "changes": lambda project, _: project.configuration_changes(),
}


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
    from icmo.configurations import check_known
    from icmo.guide import SHOWN, guide_matrix, strengths_table
    from icmo.project import Project

    check_known("show", show or "?", (*SHOWN, "gaps", "claims", "questions"))
    with Project.open(project) as opened:
        chosen = [principle] if principle else None
        if show == "questions":
            _print_questions(opened, chosen, csv=csv, json=json)
        elif show == "claims":
            _print_claims(opened, csv=csv, json=json)
        elif show == "gaps":
            levels = opened.rubric()["level"].tolist()
            gaps = strengths_table(opened.ratings(), opened.tags(), chosen, levels)
            _print(gaps, show, opened, csv=csv, json=json)
        else:
            matrix = guide_matrix(opened.ratings(), opened.tags(), chosen, by or None, show)
            _print(matrix, show, opened, csv=csv, json=json, index=True)


def _print_questions(
    project: Project, principles: list[str] | None, *, csv: bool, json: bool
) -> None:
    from icmo.guide import interview_guide

    book = project.codebook
    labels = book.labels(project.language)
    for name in principles or _principles(book.codes()):
        asked = interview_guide(book, name, project.language).assign(principle=name)
        if not (csv or json):
            print(f"\n{labels.get(name, name)}")
        _print(asked, "questions", project, csv=csv, json=json)


def _print_claims(project: Project, *, csv: bool, json: bool) -> None:
    """Print the claims, then those that hang in the air and the questions nobody has answered."""
    from icmo.claims import orphan_claims, unanswered_questions

    claims, questions = project.claims(), project.questions()
    _print(claims.drop(columns="claim"), "claims", project, csv=csv, json=json)
    if csv or json:
        return
    for heading, show, table in (
        ("cli.orphans", "orphans", orphan_claims(claims, questions)),
        ("cli.unanswered", "unanswered", unanswered_questions(questions, claims)),
    ):
        print(f"\n{say(heading)}")
        _print(table, show, project, csv=False, json=False)


def _principles(codes: pd.DataFrame) -> list[str]:
    family = codes[codes["family"] == "principle"]
    return list(family["code"])

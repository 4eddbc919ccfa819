"""Figures and models: each with caption, note, source and an alternative text written from its numbers."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Unpack

from icmo._strings import say
from icmo.configurations import of_intervention, parents_of
from icmo.maps import (
    build_map,
    draw_map,
    draw_readiness,
    draw_theory_frame,
    edge_table,
    readiness_table,
    theory_table,
)
from icmo.maps.wording import label_of
from icmo.matrices import describe_matrix, draw_matrix
from icmo.outcomes import (
    describe_course,
    describe_figure,
    describe_flow,
    draw_course,
    draw_figure,
    draw_flow,
    notes,
)
from icmo.outcomes.wording import label as outcome_label
from icmo.outcomes.wording import title as outcome_title
from icmo.report.exhibits.formats import (
    case_noun,
    count,
    known_names,
    language_of,
    listing,
    number,
    percent,
)
from icmo.report.exhibits.places import find_configuration, labels_of, passages_of
from icmo.report.exhibits.records import Exhibit, ExhibitError, Words, figure, rows_table
from icmo.surveys import describe_waves, draw_waves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from icmo.project import Project


def outcome_figure(
    table: pd.DataFrame,
    language: str | None = None,
    labels: Mapping[str, str] | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show one of the figures 1–5 and 7–10, from `icmo.outcomes.figure_table`."""
    tongue = language_of(language)
    names = known_names(labels)
    ax = _bare(draw_figure(table, None, tongue, names))
    made = figure(
        ax,
        outcome_title(table, tongue),
        describe_figure(table, tongue, names),
        notes(table, tongue),
        say("source.register", tongue),
    )
    return made.told(words)


def course_figure(
    table: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the goals month by month, from `icmo.outcomes.attainment_table(..., by="month")`."""
    tongue = language_of(language)
    note = f"{say('course.note', tongue)} {notes(table, tongue)}"
    ax = _bare(draw_course(table, None, tongue))
    source = say("source.register", tongue)
    made = figure(ax, say("course.title", tongue), describe_course(table, tongue), note, source)
    return made.told(words)


def flow_figure(
    table: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the ways from category to status, from `icmo.outcomes.flow_table`."""
    tongue = language_of(language)
    ax = _bare(draw_flow(table, None, tongue))
    source = say("source.register", tongue)
    title = say("flow.title", tongue)
    return figure(ax, title, describe_flow(table, tongue), notes(table, tongue), source).told(words)


def numbers_table(
    table: pd.DataFrame,
    language: str | None = None,
    labels: Mapping[str, str] | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show the numbers of one of the figures as a table, from the same frame."""
    tongue = language_of(language)
    names = known_names(labels)
    head = [say(f"numbers.{name}", tongue) for name in ("group", "part", "persons", "n", "share")]
    rows = [
        [
            outcome_label(str(row["group"]), tongue, names),
            outcome_label(str(row["part"]), tongue, names) if row["part"] else "",
            *(_starred(row[name], number, tongue) for name in ("persons", "n")),
            _starred(row["share"], percent, tongue),
        ]
        for row in table.to_dict("records")
    ]
    if not any(row[1] for row in rows):
        head, rows = [head[0], *head[2:]], [[row[0], *row[2:]] for row in rows]
    numeric = [False] * (len(head) - 3) + [True] * 3
    caption = say("numbers.caption", tongue, title=outcome_title(table, tongue))
    made = rows_table(head, rows, caption, numeric=numeric, row_heads=1, language=tongue)
    own: Words = {"note": notes(table, tongue), "source": say("source.register", tongue)}
    return made.told(own | words)


def waves_figure(
    waves: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show what was answered in each wave, from `icmo.surveys.wave_table`."""
    tongue = language_of(language)
    ax = draw_waves(waves, None, tongue)
    note = " ".join(str(ax.get_xlabel()).split())
    made = figure(
        _bare(ax),
        say("survey.title", tongue),
        describe_waves(waves, tongue),
        note,
        say("source.survey", tongue),
    )
    return made.told(words)


def matrix_figure(
    matrix: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show a matrix of counts as a heat map with its numbers in the cells."""
    tongue = language_of(language)
    names = known_names(labels)
    ax = draw_matrix(matrix, None, names, "", tongue)
    caption = " ".join(str(ax.get_xlabel()).split())
    ax.set_xlabel("")
    source = say("source.coded", tongue)
    return figure(ax, caption, describe_matrix(matrix, names, tongue), source=source).told(words)


def map_figure(
    project: Project,
    intervention: str | None = None,
    configurations: Sequence[str] | pd.DataFrame | None = None,
    passages: bool = False,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Draw configurations as a map: all, those of an intervention and its kinds, or those named.

    Args:
        project: the open project.
        intervention: a code; its children count.
        configurations: ids, beginnings of titles, or a frame of configurations.
        passages: whether the passages behind it are listed in the annex.
        language: da or en.
        words: what an author says instead of what is written from the data.
    """
    tongue = language_of(language, project)
    labels = labels_of(project, tongue)
    chosen = chosen_configurations(project, intervention, configurations)
    evidence = project.evidence()
    graph = build_map(chosen, evidence, labels)
    titled = (
        say("map.caption_of", tongue, intervention=labels.get(intervention, intervention))
        if intervention
        else say("map.caption", tongue)
    )
    made = figure(
        draw_map(graph, language=tongue),
        titled,
        _described(graph, tongue),
        say(
            "map.note",
            tongue,
            configurations=number(len(chosen), language=tongue),
            cases=case_noun(tongue, several=True),
        ),
        source_of(project, tongue),
    )
    own = evidence[evidence["target"].isin(chosen["configuration"])]
    told = made.told(words)
    return with_passages(told, project, own, tongue) if passages else told


def map_table(
    project: Project,
    intervention: str | None = None,
    configurations: Sequence[str] | pd.DataFrame | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show a map as a table: each way with what speaks for, against and beside it."""
    tongue = language_of(language, project)
    labels = labels_of(project, tongue)
    chosen = chosen_configurations(project, intervention, configurations)
    ways = edge_table(build_map(chosen, project.evidence(), labels))
    counts = ("cases", "supports", "contradicts", "qualifies")
    rows = [
        [
            row["from"],
            row["to"],
            say(f"effect.{row['effect']}", tongue) if row["effect"] else "",
            *(number(int(row[column]), language=tongue) for column in counts),
        ]
        for row in ways.to_dict("records")
    ]
    head = [say(f"map_table.{name}", tongue) for name in ("from", "to", "effect")]
    head += [case_noun(tongue, several=True).capitalize()]
    head += [say(f"counted.{stance}", tongue) for stance in counts[1:]]
    caption = say("map_table.caption", tongue)
    numeric = [*[False] * 3, *[True] * 4]
    widths = [2.5, 2.5, 1.3, 1.2, 1, 1.2, 1.2]
    made = rows_table(
        head, rows, caption, numeric=numeric, row_heads=2, widths=widths, language=tongue
    )
    own: Words = {"note": say("counts.note_ways", tongue), "source": source_of(project, tongue)}
    return made.told(own | words)


def chosen_configurations(
    project: Project,
    intervention: str | None = None,
    configurations: Sequence[str] | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the configurations an author names, or those of an intervention, or all."""
    every = project.configurations()
    if configurations is not None and not isinstance(configurations, (list, tuple)):
        return configurations  # type: ignore[return-value]
    if configurations is not None:
        ids = [find_configuration(project, name)["configuration"] for name in configurations]
        return every.set_index("configuration", drop=False).loc[ids].reset_index(drop=True)
    if intervention is None:
        return every
    for book in project.codebooks.values():
        if intervention in set(book.codes()["code"]):
            found = of_intervention(every, intervention, book)
            if found.empty:
                break
            return found
    raise ExhibitError(say("exhibit.no_intervention", name=intervention))


def theory_model(project: Project, language: str | None = None, **words: Unpack[Words]) -> Exhibit:
    """Draw Model 1: principles make actions work, through mechanisms, where context is fitted."""
    tongue = language_of(language, project)
    labels = labels_of(project, tongue)
    parts = theory_table(project.codebook.codes(), project.tags())
    told = [
        say(
            "model.part",
            tongue,
            role=say(f"role.{role}", tongue).capitalize(),
            names=listing((labels.get(code, code) for code in own["code"]), tongue),
        )
        for role, own in parts.groupby("role", sort=False)
    ]
    alt = " ".join([say("model.theory_alt", tongue), *told])
    made = figure(
        draw_theory_frame(parts, labels, language=tongue),
        say("model.theory", tongue),
        alt,
        say("model.theory_note", tongue, cases=case_noun(tongue, several=True)),
        source_of(project, tongue),
    )
    return _as_model(made).told(words)


def readiness_model(
    project: Project,
    targets: Sequence[str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Draw Model 2: which efforts are explained for women of which readiness."""
    tongue = language_of(language, project)
    labels, codes = labels_of(project, tongue), project.codebook.codes()
    order = list(targets or codes.loc[codes["role"] == "target", "code"])
    efforts = readiness_table(
        project.configurations(), project.evidence(), order, parents_of(codes)
    )
    told = [
        say(
            "model.effort",
            tongue,
            effort=labels.get(str(kind), str(kind)),
            targets=listing(
                (
                    f"{labels.get(row['target'], row['target'])} "
                    f"({say('map.cases', tongue, count=row['cases'], more='')})"
                    for row in own[own["configurations"] > 0].to_dict("records")
                ),
                tongue,
            )
            or say("model.nobody", tongue),
        )
        for kind, own in efforts.groupby("intervention", sort=False)
    ]
    made = figure(
        draw_readiness(efforts, labels, language=tongue),
        say("model.readiness", tongue),
        " ".join([say("model.readiness_alt", tongue), *told]),
        source=source_of(project, tongue),
    )
    return _as_model(made).told(words)


def _as_model(made: Exhibit) -> Exhibit:
    """Return a figure that is numbered among the models."""
    return replace(made, content={**made.content, "series": "model"})


def source_of(project: Project, language: str | None = None) -> str:
    """Write the source line of what rests on the project's interviews."""
    tongue = language_of(language, project)
    documents = project.documents()
    return say(
        "source.project",
        tongue,
        documents=count(len(documents), "document", tongue),
        cases=count(documents.loc[documents["case"] != "", "case"].nunique(), "case", tongue),
        coders=count(len(project.coders()), "coder", tongue),
    )


def with_passages(
    exhibit: Exhibit, project: Project, rows: pd.DataFrame, language: str | None = None
) -> Exhibit:
    """Return an exhibit that lists the passages behind it in the annex."""
    return replace(exhibit, passages=passages_of(project, rows, language))


def _starred(cell: float, written: Callable[..., str], language: str) -> str:
    """Write a number as the figures do: an asterisk where it is hidden."""
    return "*" if math.isnan(cell) else written(cell, 0, language)


def _described(graph: nx.DiGraph[str], language: str) -> str:
    """Write a map in words: from each part where it leads, once."""
    ends: dict[tuple[str, str], list[str]] = {}
    for start, end in graph.edges:
        key = "map.moderates" if graph.nodes[start]["slot"] == "moderator" else "map.leads"
        ends.setdefault((key, label_of(graph, start)), []).append(label_of(graph, end))
    parts = sum(data["slot"] != "link" for _, data in graph.nodes(data=True))
    sentences = [
        say(key, language, start=start, end=listing(dict.fromkeys(some), language))
        for (key, start), some in ends.items()
    ]
    return " ".join([say("map.described", language, count=parts), *sentences])


def _bare(ax: Axes) -> Axes:
    """Take title and note off a drawing: on a page they stand around it, as caption and note."""
    shown: Any = ax
    shown.set_title("")
    shown.set_title("", loc="left")
    shown.set_xlabel("")
    return ax

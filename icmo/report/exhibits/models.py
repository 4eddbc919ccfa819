"""Maps of configurations, and the two models of an evaluation of principles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from icmo._strings import say
from icmo.configurations import of_intervention, parents_of
from icmo.maps import (
    build_map,
    describe_briefly,
    draw_map,
    draw_readiness,
    draw_theory_frame,
    edge_table,
    readiness_table,
    theory_table,
)
from icmo.report.exhibits.formats import case_noun, language_of, listing, number
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import (
    find_configuration,
    labels_of,
    source_of,
    with_passages,
)
from icmo.report.exhibits.records import Exhibit, ExhibitError, Words, figure, rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from icmo.project import Project


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
    evidence = material_of(project).evidence
    graph = build_map(chosen, evidence, labels)
    titled = (
        say("map.caption_of", tongue, intervention=labels.get(intervention, intervention))
        if intervention
        else say("map.caption", tongue)
    )
    made = figure(
        draw_map(graph, language=tongue),
        titled,
        describe_briefly(graph, tongue),
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
    ways = edge_table(build_map(chosen, material_of(project).evidence, labels))
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
    every = material_of(project).configurations
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
    parts = theory_table(project.codebook.codes(), material_of(project).tags)
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
        material_of(project).configurations, material_of(project).evidence, order, parents_of(codes)
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

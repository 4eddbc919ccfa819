"""The overviews: teams by efforts (Bilag 4), what works for whom (Bilag 5), principles by GUIDE."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from icmo._strings import say
from icmo.configurations import parents_of
from icmo.guide import LETTERS
from icmo.guide import guide_table as count_guide
from icmo.matrices import level_table as count_levels
from icmo.matrices import overview_table as count_overview
from icmo.report.exhibits.formats import case_noun, count_of, language_of, listing, number
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import labels_of, source_of
from icmo.report.exhibits.records import Exhibit, ExhibitError, Words, rows_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from icmo.project import Project

#: The rows of Bilag 5 that hold for everyone, whatever her readiness: one cell over all columns.
_FOR_ALL = ("moderator",)
_ORGANISATION = "organisation"


def level_table(
    project: Project,
    team: str = "team_type",
    focus: Sequence[str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show how much teams of each kind are about each kind of effort (Bilag 4).

    What the evaluators judged stands where they judged; else what is coded. A doubt is written as a
    word and explained in the note, never as a question mark.

    Args:
        project: the open project; its judgements of the kind organisation, its cases and tags.
        team: the attribute of the cases that says which kind of team they have.
        focus: codes, in this order; several in one row have a space between them. Those judged,
            when not said.
        language: da or en.
        words: what an author says instead of what is written from the data.
    """
    tongue = language_of(language, project)
    judged = project.judgements().sort_values("created", kind="stable")
    judged = judged[judged["kind"] == _ORGANISATION]
    rows_of = list(focus or dict.fromkeys(judged["aspect"]))
    levels = _levels(project, team, rows_of, judged)
    labels = labels_of(project, tongue)
    teams = list(dict.fromkeys(levels["team"]))
    cells = {(row["focus"], row["team"]): row for row in levels.to_dict("records")}
    rows = [
        [
            listing((labels.get(code, code) for code in aspect.split()), tongue),
            *(_level_cell(cells[aspect, one], tongue) for one in teams),
        ]
        for aspect in rows_of
    ]
    head = [say("side.focus", tongue), *(_upper(labels.get(one, one)) for one in teams)]
    made = rows_table(head, rows, say("levels.caption", tongue), language=tongue)
    own: Words = {
        "note": say("levels.note", tongue, cases=case_noun(tongue, several=True)),
        "source": source_of(project, tongue),
    }
    return made.told(own | words)


def _levels(project: Project, team: str, aspects: list[str], judged: pd.DataFrame) -> pd.DataFrame:
    """Count each row of efforts in each kind of team; what people judged goes before what is counted."""
    parent = parents_of(project.codebook.codes())
    row_of = {code: aspect for aspect in aspects for code in aspect.split()}
    tags = material_of(project).tags
    above = tags["code"].map(parent)
    tags = tags.assign(code=tags["code"].map(row_of).fillna(above.map(row_of)))
    kinds = material_of(project).cases.set_index("case")
    if team not in kinds.columns:
        known = ", ".join(str(one) for one in kinds.columns)
        raise ExhibitError(say("exhibit.no_attribute", name=team, known=known))
    documents = material_of(project).documents
    documents = documents.assign(**{team: documents["case"].map(kinds[team])})
    latest = judged.drop_duplicates(["about", "aspect"], keep="last")
    said = latest.rename(columns={"about": "team", "aspect": "focus"})
    said = said[["team", "focus", "level", "uncertain"]]
    return count_levels(tags.dropna(subset=["code"]), documents, team, aspects, judgements=said)


def _level_cell(row: Mapping[Any, Any], language: str) -> str:
    level = say(f"level.{row['level']}", language)
    level = say("levels.uncertain", language, level=level) if row["uncertain"] else level
    cases = count_of(row["cases"], row["of_cases"], "case", language)
    return f"{level}\n{cases}"


def overview_table(
    project: Project,
    targets: Sequence[str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show what works for whom, from intervention to outcome, for each target group (Bilag 5).

    Args:
        project: the open project.
        targets: target groups in their order; those of the codebook, and last the configurations
            that name nobody, when not said.
        language: da or en.
        words: what an author says instead of what is written from the data.
    """
    tongue = language_of(language, project)
    labels, theories = labels_of(project, tongue), material_of(project).configurations
    codes = project.codebook.codes()
    unnamed = [""] if (theories["for_whom"].map(len) == 0).any() else []
    order = list(targets or [*codes.loc[codes["role"] == "target", "code"], *unnamed])
    evidence, tags = material_of(project).evidence, material_of(project).tags
    table = count_overview(theories, evidence, tags, order)
    everyone = theories.assign(for_whom=theories["for_whom"].map(lambda _: ("*",)))
    merged = count_overview(everyone, evidence, tags, ["*"])
    rows: list[list[str]] = []
    spans: list[tuple[int, int, int]] = []
    for place in dict.fromkeys(table["row"]):
        label = say(f"overview.{place}", tongue)
        if place in _FOR_ALL:
            spans.append((len(rows), 1, len(order)))
            own = merged[merged["row"] == place]
            rows.append([label, _listed(own, labels, tongue, " · "), *[""] * (len(order) - 1)])
            continue
        own = table[table["row"] == place]
        rows.append([label, *(_listed(own[own["target"] == one], labels, tongue) for one in order)])
    heads = [labels.get(one, one) if one else say("overview.nobody_named", tongue) for one in order]
    made = rows_table(
        ["", *heads],
        rows,
        say("overview_table.caption", tongue),
        widths=[1.3, *[3.0] * len(order)],
        wide=True,
        spans=spans,
        language=tongue,
    )
    own_words: Words = {
        "note": say("overview_table.note", tongue, cases=case_noun(tongue, several=True)),
        "source": source_of(project, tongue),
    }
    return made.told(own_words | words)


def _listed(
    rows: pd.DataFrame, labels: Mapping[str, str], language: str, between: str = "\n"
) -> str:
    """List the codes of a cell, each with the number of cases behind it."""
    codes = [
        say(
            "overview_table.unsupported" if row["uncertain"] else "overview_table.code",
            language,
            code=labels.get(row["code"], row["code"]),
            cases=row["cases"],
        )
        for row in rows.to_dict("records")
    ]
    # On lines of their own the codes are too long to be told apart without a mark.
    marked = [f"•\u00a0{code}" for code in codes] if between == "\n" else codes
    return between.join(marked) or "–"


def guide_table(
    project: Project,
    principles: Sequence[str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show each principle by each letter: the level it was judged at, and the passages behind it."""
    tongue = language_of(language, project)
    labels = labels_of(project, tongue)
    table = count_guide(project.ratings(), material_of(project).tags, principles)
    rows = []
    for principle in dict.fromkeys(table["principle"]):
        own = table[table["principle"] == principle].set_index("letter")
        cells = [_guide_cell(own.loc[letter], tongue) for letter in LETTERS]
        rows.append([labels.get(principle, principle), *cells])
    rubric = "; ".join(
        f"{row['level']} = {row[f'label_{tongue}']}" for row in project.rubric().to_dict("records")
    )
    made = rows_table(
        [say("role.principle", tongue).capitalize(), *LETTERS],
        rows,
        say("guide_table.caption", tongue),
        widths=[2.4, *[1.0] * len(LETTERS)],
        language=tongue,
    )
    own_words: Words = {
        "note": say("guide_table.note", tongue, rubric=rubric),
        "source": source_of(project, tongue),
    }
    return made.told(own_words | words)


def _guide_cell(row: Any, language: str) -> str:
    passages = number(int(row["passages"]), language=language)
    if np.isnan(row["middle"]):
        return f"– ({passages})"
    low, high = (number(row[name], language=language) for name in ("lowest", "highest"))
    middle = number(row["middle"], language=language)
    spread = f" [{low}–{high}]" if low != high else ""
    return f"{middle}{spread} ({passages})"


def _upper(label: str) -> str:
    return label[:1].upper() + label[1:]

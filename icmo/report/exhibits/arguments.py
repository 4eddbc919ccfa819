"""What speaks for and against: evidence, configurations, claims and the questions they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from icmo._strings import say
from icmo.configurations import STANCES
from icmo.configurations import evidence_table as count_evidence
from icmo.report.exhibits.boxes import behind
from icmo.report.exhibits.cutting import shown_text
from icmo.report.exhibits.formats import case_noun, language_of, number
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.models import chosen_configurations
from icmo.report.exhibits.places import (
    Places,
    at_of,
    find_claim,
    find_configuration,
    labels_of,
    source_of,
    speaker_of,
    with_passages,
)
from icmo.report.exhibits.records import Exhibit, ExhibitError, Words, bullets, rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from icmo.project import Project

_COUNTS = (*STANCES, "documents", "cases")


def evidence_table(
    project: Project,
    configuration: str,
    passages: bool = True,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show what speaks for, against and beside one configuration, passage by passage.

    Args:
        project: the open project.
        configuration: its id, or the beginning of its title.
        passages: whether the passages are listed in the annex too, with their turns.
        language: da or en.
        words: what an author says instead of what is written from the data.
    """
    tongue = language_of(language, project)
    one = find_configuration(project, configuration)
    evidence = material_of(project).evidence
    own = evidence[evidence["target"] == one["configuration"]]
    order = {stance: place for place, stance in enumerate(STANCES)}
    own = own.sort_values(
        ["stance", "case", "document", "start"],
        key=lambda column: column.map(order) if column.name == "stance" else column,
        kind="stable",
    ).drop_duplicates(["document", "start", "end", "stance"])
    labels, place = labels_of(project, tongue), Places(project, tongue)
    records = own.to_dict("records")
    rows = [
        [
            say(f"stance.{row['stance']}", tongue).capitalize(),
            shown_text(str(row["text"]), (), {}, tongue),
            speaker_of(row, {}, labels, tongue),
            place.of(row),
        ]
        for row in records
    ]
    counted = count_evidence(chosen_configurations(project, None, [one["configuration"]]), own)
    head = [say(f"evidence.{name}", tongue) for name in ("stance", "text", "speaker", "place")]
    caption = say("evidence.caption", tongue, title=one["title"] or one["sentence"])
    made = rows_table(head, rows, caption, widths=[1.1, 4, 1.2, 2], language=tongue)
    made = replace(made, content={**made.content, "at": [at_of(row) for row in records]})
    own_words: Words = {
        "note": f"{one['sentence']} {behind(counted.iloc[0].to_dict(), tongue)}",
        "source": source_of(project, tongue),
    }
    told = made.told(own_words | words)
    return with_passages(told, project, own, tongue) if passages else told


def configuration_table(
    project: Project,
    intervention: str | None = None,
    configurations: Sequence[str] | pd.DataFrame | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show configurations with what speaks for, against and beside each, from where."""
    tongue = language_of(language, project)
    chosen = chosen_configurations(project, intervention, configurations)
    counts = count_evidence(chosen, material_of(project).evidence)
    titles = [
        title or sentence
        for title, sentence in zip(chosen["title"], chosen["sentence"], strict=True)
    ]
    caption = say("configuration_table.caption", tongue)
    made = _counted(say("configuration_table.head", tongue), titles, counts, caption, tongue)
    own: Words = {"source": source_of(project, tongue), "note": say("counts.note", tongue)}
    return made.told(own | words)


def claim_table(
    project: Project,
    claims: Sequence[str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show claims with what speaks for, against and beside each, from where."""
    tongue = language_of(language, project)
    every = material_of(project).claims
    if claims is not None:
        ids = [find_claim(project, name)["claim"] for name in claims]
        every = every.set_index("claim", drop=False).loc[ids].reset_index(drop=True)
    caption = say("claim_table.caption", tongue)
    made = _counted(say("claim_table.head", tongue), list(every["text"]), every, caption, tongue)
    own: Words = {"source": source_of(project, tongue), "note": say("counts.note", tongue)}
    return made.told(own | words)


def _counted(
    head: str, names: Sequence[str], counts: pd.DataFrame, caption: str, language: str
) -> Exhibit:
    rows = [
        [name, *(number(int(row[column]), language=language) for column in _COUNTS)]
        for name, row in zip(names, counts.to_dict("records"), strict=True)
    ]
    heads = [head, *(say(f"counted.{column}", language) for column in _COUNTS[:-1])]
    heads.append(case_noun(language, several=True).capitalize())
    numeric = [False, *[True] * len(_COUNTS)]
    widths = [4.0, *[1.0] * len(_COUNTS)]
    return rows_table(heads, rows, caption, numeric=numeric, widths=widths, language=language)


def theme_list(
    project: Project,
    type: str | None = None,  # noqa: A002 - the column's name
    principle: str | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """List the themes of a type of intervention, or of a principle, each in its own sentence."""
    tongue = language_of(language, project)
    claims = material_of(project).claims
    if type:
        claims = claims[claims["type"] == type]
    if principle:
        claims = claims[claims["principle"] == principle]
    if claims.empty:
        raise ExhibitError(say("exhibit.no_themes", type=type or principle or "–"))
    own: Words = {"caption": say("theme_list.caption", tongue)} if not words else {}
    return bullets(claims["text"], ordered=False, **(own | words))


def answer_list(
    project: Project, question: str, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """List the claims that answer a question of the evaluation, with what each rests on."""
    tongue = language_of(language, project)
    claims = material_of(project).claims
    answers = claims[claims["question"] == question]
    if question not in set(project.questions()["question"]):
        known = ", ".join(project.questions()["question"])
        raise ExhibitError(say("exhibit.no_question", question=question, known=known))
    items = [
        f"{row['text']} ({behind(row, tongue).rstrip('.')})" for row in answers.to_dict("records")
    ]
    return bullets(items or [say("unknown.question_short", tongue)], **words)


def question_table(
    project: Project, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the evaluation's questions: which purpose, from what, where answered, by how many claims."""
    tongue = language_of(language, project)
    columns = ("text", "purpose", "source", "chapter")
    rows = [
        [
            *(str(row[column]) for column in columns),
            number(len(row["answered_by"]), language=tongue),
        ]
        for row in project.questions().to_dict("records")
    ]
    head = [say(f"question_table.{name}", tongue) for name in (*columns, "answers")]
    made = rows_table(
        head,
        rows,
        say("question_table.caption", tongue),
        numeric=[*[False] * len(columns), True],
        widths=[4, 2, 2, 2, 1],
        language=tongue,
    )
    return made.told(words)

"""The appendices: what was asked, what was meant, and what was collected (Bilag 1–3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from icmo._strings import say
from icmo.guide import interview_guide as guide_questions
from icmo.report.exhibits.formats import (
    case_names,
    case_noun,
    day,
    language_of,
    listing,
    number,
)
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import labels_of
from icmo.report.exhibits.records import Exhibit, ExhibitError, Exhibits, Words, rows_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo.codebook.records import Family
    from icmo.project import Project


def interview_guide(
    project: Project, principle: str, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the questions asked about a principle, letter by letter (Bilag 1)."""
    tongue = language_of(language, project)
    labels = labels_of(project, tongue)
    asked = guide_questions(project.codebook, principle, tongue)
    rows, before = [], ""
    for row in asked.to_dict("records"):
        letter = (
            f"{row['letter']} · {labels.get(row['letter'], '')}" if row["letter"] != before else ""
        )
        before = row["letter"]
        rows.append([letter.rstrip(" ·"), row["text"], row["probe"] or ""])
    head = [say(f"interview.{name}", tongue) for name in ("letter", "question", "probe")]
    caption = say("interview.caption", tongue, principle=labels.get(principle, principle))
    return rows_table(head, rows, caption, widths=[1.4, 4, 3], language=tongue).told(words)


def definition_table(
    project: Project,
    roles: str | Sequence[str] = ("mechanism", "moderator"),
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show what the codes of some roles mean, with what each is taken from (Bilag 2)."""
    tongue = language_of(language, project)
    wanted = (roles,) if isinstance(roles, str) else tuple(roles)
    families = [family for family in _families(project) if family.role in wanted]
    if not families:
        raise ExhibitError(say("exhibit.no_family", family=", ".join(wanted)))
    rows = [
        row
        for family in families
        for row in _definitions(family, tongue, several=len(families) > 1)
    ]
    told = listing((say(f"roles.{role}", tongue) for role in wanted), tongue)
    return _codes(rows, say("definitions.caption", tongue, roles=told), tongue, words)


def codebook_table(
    project: Project, family: str, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show one family of the codebook: its codes with definitions and citations."""
    tongue = language_of(language, project)
    for one in _families(project):
        if one.id == family:
            label = _in(one.label, tongue) or one.id
            caption = say("codebook_table.caption", tongue, family=label)
            return _codes(list(_definitions(one, tongue)), caption, tongue, words)
    raise ExhibitError(say("exhibit.no_family", family=family))


def codebook_tables(
    project: Project, families: Sequence[str] | None = None, language: str | None = None
) -> Exhibits:
    """Show the whole codebook, a table for each family."""
    chosen = families or [family.id for family in _families(project)]
    return Exhibits(codebook_table(project, family, language) for family in chosen)


def _families(project: Project) -> list[Family]:
    return [family for book in project.codebooks.values() for family in book.family_records]


def _definitions(family: Family, language: str, *, several: bool = False) -> list[list[str]]:
    """Return the codes of a family, those with a parent after it, each with definition and citation."""
    kept = [code for code in family.codes if not code.retired]
    named = f"{say(f'role.{family.role}', language).capitalize()}: " if several else ""

    def below(parent: str | None, depth: int) -> list[list[str]]:
        rows: list[list[str]] = []
        for code in kept:
            if code.parent == parent:
                label = "– " * depth + (named if not depth else "") + _in(code.label, language)
                rows.append([label, _in(code.definition, language), code.citation or ""])
                rows += below(code.id, depth + 1)
        return rows

    return below(None, 0)


def _codes(rows: list[list[str]], caption: str, language: str, words: Words) -> Exhibit:
    names = ["code", "definition", "citation"]
    if not any(row[2] for row in rows):
        names, rows = names[:2], [row[:2] for row in rows]
    head = [say(f"definitions.{name}", language) for name in names]
    return rows_table(
        head, rows, caption, widths=[1.6, 4, 1.2][: len(names)], language=language
    ).told(words)


def data_table(project: Project, language: str | None = None, **words: Unpack[Words]) -> Exhibit:
    """Show what was collected: each document's case, kind, group, date, size and readers (Bilag 3)."""
    tongue = language_of(language, project)
    names, labels = case_names(project), labels_of(project, tongue)
    documents = material_of(project).documents.sort_values(
        ["case", "group", "kind", "date"], kind="stable"
    )
    rows = [
        [
            names.get(row["case"], row["case"]),
            str(row["kind"]),
            labels.get(row["group"], str(row["group"])),
            day(row["date"], tongue) if row["date"] else "",
            number(row["turns"], language=tongue),
            number(row["words"], language=tongue),
            number(len(row["done"]), language=tongue),
        ]
        for row in documents.to_dict("records")
    ]
    total = [say("data.total", tongue), number(len(rows), language=tongue), "", ""]
    total += [number(int(documents[name].sum()), language=tongue) for name in ("turns", "words")]
    columns = ("case", "kind", "group", "date", "turns", "words", "done")
    made = rows_table(
        [case_noun(tongue).capitalize(), *(say(f"data.{name}", tongue) for name in columns[1:])],
        [*rows, [*total, ""]],
        say("data.caption", tongue),
        numeric=[*[False] * 4, *[True] * 3],
        language=tongue,
    )
    own: Words = {"note": say("data.note", tongue)}
    return made.told(own | words)


def _in(texts: Mapping[str, str] | None, language: str) -> str:
    known = texts or {}
    return known.get(language) or next(iter(known.values()), "")

"""How the evaluation stands: what is not known, and RAMESES II item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from icmo._strings import say
from icmo.claims import orphan_claims, unanswered_questions
from icmo.configurations import SLOTS, disconfirming_table
from icmo.guide import strengths_table
from icmo.report.exhibits.formats import case_names, count, language_of, listing, number
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import labels_of
from icmo.report.exhibits.records import Exhibit, Words, bullets, rows_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icmo.project import Project

#: The items of RAMESES II (Wong et al. 2016).
ITEMS = tuple(range(1, 21))
_MOST_NAMED = 6


def unknown_list(project: Project, language: str | None = None, **words: Unpack[Words]) -> Exhibit:
    """List what is not known: what nobody answered, looked for, coded, judged or finished."""
    tongue = language_of(language, project)
    items = [
        *_unanswered(project, tongue),
        *_unfinished(project, tongue),
        *_unsought(project, tongue),
        *_unjudged(project, tongue),
    ]
    return bullets(items or [say("unknown.nothing", tongue)], **words)


def _unanswered(project: Project, language: str) -> Iterator[str]:
    claims = material_of(project).claims
    for row in unanswered_questions(project.questions(), claims).to_dict("records"):
        yield say("unknown.question", language, question=row["text"])
    orphans = orphan_claims(claims)
    for reason in ("no_evidence", "against"):
        own = orphans[orphans["reason"] == reason]
        for text in own["text"]:
            yield say(f"unknown.{reason}", language, claim=str(text).rstrip("."))


def _unfinished(project: Project, language: str) -> Iterator[str]:
    theories = material_of(project).configurations
    for row in theories.to_dict("records"):
        empty = [say(f"role.{slot}", language) for slot in SLOTS if not row[slot]]
        if empty:
            slots = listing(empty, language)
            title = row["title"] or row["sentence"]
            yield say("unknown.slots", language, title=title.rstrip("."), slots=slots)
    documents = material_of(project).documents
    open_ = documents[documents["done"].map(len) < documents["coders"].map(len)]
    if len(open_):
        yield say("unknown.documents", language, documents=count(len(open_), "document", language))


def _unsought(project: Project, language: str) -> Iterator[str]:
    """Yield which configurations nothing was found against, and what nobody looked for."""
    labels, names = labels_of(project, language), case_names(project)
    found = disconfirming_table(
        material_of(project).configurations,
        material_of(project).evidence,
        material_of(project).tags,
        material_of(project).documents,
    )
    alone = found[found["finding"] == "none_found"]
    for title in alone["title"]:
        yield say("unknown.none_found", language, title=str(title).rstrip("."))
    unlooked = sorted(set(found.loc[found["finding"] == "not_looked_for", "case"]))
    if unlooked:
        cases = listing((names.get(case) or case for case in unlooked), language)
        yield say("unknown.not_looked_for", language, cases=cases)
    used = set(material_of(project).tags["code"])
    known = project.codebook.codes()
    for role in ("principle", "mechanism", "moderator"):
        unused = [code for code in known.loc[known["role"] == role, "code"] if code not in used]
        if unused:
            yield say(
                "unknown.unused",
                language,
                role=say(f"roles.{role}", language),
                codes=_named([labels.get(code, code) for code in unused], language),
            )


def _unjudged(project: Project, language: str) -> Iterator[str]:
    labels = labels_of(project, language)
    found = strengths_table(project.ratings(), material_of(project).tags)
    for finding in ("not_rated", "no_passages", "judges_differ"):
        own = found[found["finding"] == finding]
        cells = [
            f"{labels.get(principle, principle)} ({letter})"
            for principle, letter in zip(own["principle"], own["letter"], strict=True)
        ]
        if cells:
            yield say(f"unknown.{finding}", language, cells=_named(cells, language))
    judged = project.judgements()
    doubtful = judged[judged["uncertain"] == 1]
    if len(doubtful):
        yield say(
            "unknown.uncertain", language, judgements=number(len(doubtful), language=language)
        )


def _named(names: list[str], language: str) -> str:
    """List names; of many the first, and how many more there are."""
    if len(names) <= _MOST_NAMED + 1:
        return listing(names, language)
    more = say("unknown.more", language, count=len(names) - _MOST_NAMED)
    return listing([*names[:_MOST_NAMED], more], language)


def rameses_table(
    project: Project,
    sections: Mapping[int | str, str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Fill in RAMESES II: for each item whether it is reported, where, and what the project holds.

    Args:
        project: the open project.
        sections: where each item is reported, by its number: {4: "afsnit 2.2"}.
        language: da or en.
        words: what an author says instead of what is written from the data.

    An item is reported where a section is named; where none is, but the project holds what it
    asks for, that is unclear; else it is not.
    """
    tongue = language_of(language, project)
    where = {str(item): section for item, section in (sections or {}).items()}
    held = _held(project, tongue)
    rows = [
        [
            str(item),
            say(f"rameses.item_{item}", tongue),
            say(f"rameses.{_answer(where.get(str(item), ''), held.get(item, ''))}", tongue),
            where.get(str(item), "–"),
            held.get(item, ""),
        ]
        for item in ITEMS
    ]
    head = [
        say(f"rameses.{name}", tongue) for name in ("number", "item", "reported", "where", "held")
    ]
    made = rows_table(
        head,
        rows,
        say("rameses.caption", tongue),
        numeric=[True, *[False] * 4],
        row_heads=2,
        widths=[0.5, 2.4, 1, 1.6, 3.4],
        language=tongue,
    )
    own: Words = {"note": say("rameses.note", tongue), "source": say("rameses.source", tongue)}
    return made.told(own | words)


def _answer(where: str, held: str) -> str:
    return "yes" if where else "unclear" if held else "no"


def _held(project: Project, language: str) -> dict[int, str]:
    """Return what the project itself can say of some of the items."""
    material = material_of(project)
    if material.documents.empty:
        return {}
    told = _documents_held(project, language) | _codes_held(project, language)
    theories, claims = len(material.configurations), len(material.claims)
    if theories:
        changes = number(len(project.configuration_changes()), language=language)
        configurations = count(theories, "configuration", language)
        told[4] = say("rameses.held_4", language, configurations=configurations, changes=changes)
        told[15] = _supported(project, language)
    questions = project.questions()
    if len(questions):
        purposes = number(questions["purpose"].nunique(), language=language)
        asked = count(len(questions), "question", language)
        told[5] = say("rameses.held_5", language, questions=asked, purposes=purposes)
    if claims:
        told[16] = say("rameses.held_16", language, claims=count(claims, "claim", language))
    return {item: text for item, text in told.items() if text}


def _documents_held(project: Project, language: str) -> dict[int, str]:
    """Return what is told of documents, cases and groups."""
    documents = material_of(project).documents
    labels = labels_of(project, language)
    kinds = listing(sorted(set(filter(None, documents["kind"]))), language)
    there = count(len(documents), "document", language)
    cases = count(documents["case"].nunique(), "case", language)
    groups = [
        f"{labels.get(str(group), str(group))}: {count(int(size), 'document', language)}"
        for group, size in documents.groupby("group")["document"].size().items()
    ]
    return {
        11: say("rameses.held_11", language, documents=there, kinds=kinds),
        12: say("rameses.held_12", language, cases=cases),
        14: listing(groups, language),
    }


def _codes_held(project: Project, language: str) -> dict[int, str]:
    """Return what is told of codes, tags and coders."""
    codes = count(len(project.codebook.codes()), "code", language)
    tags = count(len(material_of(project).tags), "tag", language)
    coders = count(len(project.coders()), "coder", language)
    return {13: say("rameses.held_13", language, codes=codes, tags=tags, coders=coders)}


def _supported(project: Project, language: str) -> str:
    evidence = material_of(project).evidence
    own = evidence[evidence["target_kind"] == "configuration"]
    once = own.drop_duplicates(["document", "start", "end", "stance"])
    return say(
        "rameses.held_15",
        language,
        passages=count(len(once), "passage", language),
        against=number(int((once["stance"] == "contradicts").sum()), language=language),
        cases=count(own["case"].nunique(), "case", language),
    )

"""Boxes: survey answers wave against wave, findings, principles, GUIDE, and how far coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from icmo._strings import did_you_mean, say
from icmo.agreement import agreement_table
from icmo.claims import orphan_claims
from icmo.configurations import STANCES
from icmo.guide import LETTERS
from icmo.report.exhibits.formats import count, language_of, listing, number, percent
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.places import find_claim, labels_of, source_of
from icmo.report.exhibits.records import Exhibit, ExhibitError, Words, box, prose, rows_table
from icmo.surveys import SurveyError, wave_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from icmo.codebook.records import Code
    from icmo.project import Project

#: Boxes of claims name those that hang in the air; this one needs no box.
_UNASKED = "no_question"


def survey_box(
    waves: pd.DataFrame,
    items: str | Sequence[str] | None = None,
    title: str = "",
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make a box of what was answered, wave against wave, from `icmo.surveys.wave_table`.

    Args:
        waves: the table; one for all respondents, not by case or role.
        items: one item or several, in this order; all when not said.
        title: what stands over the box.
        language: da or en.
        words: note, source, label.
    """
    tongue = language_of(language)
    chosen = _chosen_items(waves, items)
    rows = waves[waves["item"].isin(chosen)]
    years = sorted(set(rows["wave"]))
    cells = rows.drop_duplicates(["item", "wave"]).set_index(["item", "wave"])
    lines = [_survey_row(item, years, cells, tongue) for item in chosen]
    compared = len(years) > 1
    head = [say("survey.item_head", tongue), *map(str, years)]
    head += [say("survey.change_head", tongue)] if compared else []
    answers = rows_table(
        head,
        lines if compared else [line[:-1] for line in lines],
        say("survey.title", tongue),
        numeric=[False, *[True] * (len(head) - 1)],
        widths=[3.0, *[1.0] * (len(head) - 1)],
        language=tongue,
    ).told({"caption": ""})
    own: Words = {"note": wave_note(rows_with(waves, rows), tongue)}
    named = title or say("box.survey", tongue, waves=listing(years, tongue))
    own["source"] = say("source.survey", tongue)
    return box("survey", named, answers, **(own | words))


def rows_with(whole: pd.DataFrame, part: pd.DataFrame) -> pd.DataFrame:
    """Return a part of a table with what the whole table says of itself."""
    part = part.copy()
    part.attrs.update(whole.attrs)
    return part


def _chosen_items(waves: pd.DataFrame, items: str | Sequence[str] | None) -> list[str]:
    known = list(dict.fromkeys(waves["item"]))
    chosen = known if items is None else [items] if isinstance(items, str) else list(items)
    for item in chosen:
        if item not in known:
            told = say("survey.item", item=item, known=", ".join(known))
            raise SurveyError(told + did_you_mean(item, known))
    return chosen


def _survey_row(item: str, years: list[Any], cells: pd.DataFrame, language: str) -> list[str]:
    asked = [year for year in years if (item, year) in cells.index]
    text = str(cells.loc[(item, asked[0]), "text"]) or item
    shown = []
    for year in years:
        if year not in asked:
            shown.append("–")
            continue
        row = cells.loc[(item, year)]
        share = percent(row["share"], language=language)
        shown.append(
            say("survey.cell", language, share=share, n=number(row["n"], language=language))
        )
    change = float(cells.loc[(item, asked[-1]), "change"])
    written = "–" if np.isnan(change) else number(change, 0, language)
    return [text, *shown, f"+{written}" if written[0].isdigit() and written != "0" else written]


def finding_box(
    findings: Mapping[str, str] | Iterable[tuple[str, str]],
    title: str = "",
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make a box of findings, each a headline and what is to be said of it."""
    pairs = findings.items() if hasattr(findings, "items") else findings
    parts = [prose(text, lead=_ended(headline)) for headline, text in pairs]
    return box("finding", title or say("box.finding", language_of(language)), *parts, **words)


def claim_box(
    project: Project,
    claims: Sequence[str],
    title: str = "",
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make a box of claims, each with how much speaks for it, against it, and beside it.

    Args:
        project: the open project.
        claims: ids, themes, or beginnings of sentences.
        title: what stands over the box.
        language: da or en.
        words: note, source, label.
    """
    tongue = language_of(language, project)
    known = [find_claim(project, name) for name in claims]
    orphans = orphan_claims(material_of(project).claims)
    weak = {
        row["claim"]: say(f"box.{row['reason']}", tongue)
        for row in orphans[orphans["reason"] != _UNASKED].to_dict("records")
    }
    parts = [
        prose(
            " ".join(filter(None, [behind(one, tongue), weak.get(one["claim"], "")])),
            lead=_ended(str(one["text"])),
        )
        for one in known
    ]
    own: Words = {"source": source_of(project, tongue)}
    return box("finding", title or say("box.finding", tongue), *parts, **(own | words))


def behind(row: Mapping[Any, Any], language: str) -> str:
    """Say what a claim or a configuration rests on: passages by stance, documents, cases."""
    stances = [
        say(f"behind.{stance}", language, passages=count(row[stance], "passage", language))
        for stance in STANCES
        if row[stance]
    ]
    if not stances:
        return say("behind.nothing", language)
    return say(
        "behind.from",
        language,
        stances=listing(stances, language),
        documents=count(row["documents"], "document", language),
        cases=count(row["cases"], "case", language),
    )


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", ":")) else f"{sentence}."


def principle_box(
    project: Project,
    principle: str,
    *,
    when: bool = False,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make a box of one principle, in the words of the codebook.

    Args:
        project: the open project.
        principle: its id.
        when: also what coders are told of when it is spoken of.
        language: da or en.
        words: note, source, label.
    """
    tongue = language_of(language, project)
    code = _code(project, principle)
    parts = [prose(_in(code.definition, tongue))]
    if when and code.include:
        parts.append(prose(_in(code.include, tongue), lead=say("box.include", tongue)))
    own: Words = {"source": _codebook(project, tongue)}
    return box("principle", _in(code.label, tongue), *parts, **(own | words))


def principles_box(
    project: Project,
    principles: Sequence[str] | None = None,
    title: str = "",
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make a box of the principles that were evaluated, each with its definition."""
    tongue = language_of(language, project)
    chosen = principles or [code.id for code in _family(project, "principle")]
    codes = [_code(project, one) for one in chosen]
    parts = [
        prose(_in(code.definition, tongue), lead=_ended(_in(code.label, tongue))) for code in codes
    ]
    own: Words = {"source": _codebook(project, tongue)}
    return box("principle", title or say("box.principles", tongue), *parts, **(own | words))


def guide_box(
    project: Project, title: str = "", language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Make the box that spells GUIDE out: what is asked of every principle under each letter."""
    tongue = language_of(language, project)
    codes = {code.id: code for code in _family(project, "guide")}
    parts = [
        prose(_in(codes[one].definition, tongue), lead=f"{one} · {_in(codes[one].label, tongue)}.")
        for one in LETTERS
        if one in codes
    ]
    own: Words = {"source": _cited(list(codes.values()), tongue)}
    return box("guide", title or say("box.guide", tongue), *parts, **(own | words))


def agreement_box(
    project: Project,
    by: str = "role",
    title: str = "",
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Make the statement of agreement: who coded what, and how far coders agree, without adornment."""
    tongue = language_of(language, project)
    documents, coders = material_of(project).documents, project.coders()
    finished = documents[documents["done"].map(bool)]
    both = int((documents["coders"].map(len) > 1).sum())
    said = say(
        "agreement_box.coded",
        tongue,
        coders=count(len(coders), "coder", tongue),
        tags=count(int(coders["tags"].sum()), "tag", tongue),
        documents=count(len(finished), "document", tongue),
        both=count(both, "document", tongue),
    )
    if not both or len(coders) < 2:  # noqa: PLR2004 - two are compared
        alone = prose(f"{said} {say('agreement_box.alone', tongue)}")
        return box("method", title or say("box.agreement", tongue), alone, **words)
    table = agreement_table(material_of(project).tags, documents, by=by, language=tongue)
    shown = _agreement_rows(table, labels_of(project, tongue), tongue)
    parts = [prose(said), shown, prose(say("agreement_box.read", tongue))]
    return box("method", title or say("box.agreement", tongue), *parts, **words)


def _agreement_rows(table: pd.DataFrame, labels: Mapping[str, str], language: str) -> Exhibit:
    first = str(table.columns[0])
    names = ("percent", "ac1", "alpha", "interval", "f1")
    head = ["", *(say(f"agreement.{name}", language) for name in names)]
    rows = [
        [
            say(f"role.{row[first]}", language).capitalize()
            if first == "role"
            else labels.get(row[first], str(row[first])),
            percent(row["percent"], 0, language),
            _two(row["ac1"], language),
            _two(row["alpha"], language),
            say(
                "format.range",
                language,
                low=_two(row["low"], language),
                high=_two(row["high"], language),
            )
            if not np.isnan(row["low"])
            else "–",
            _two(row["f1"], language),
        ]
        for row in table.to_dict("records")
    ]
    caption = say("agreement_box.caption", language)
    made = rows_table(head, rows, caption, numeric=[False, *[True] * 5], language=language)
    return made.told({"caption": ""})


def _two(value: float, language: str) -> str:
    return "–" if np.isnan(value) else number(value, 2, language)


def _family(project: Project, name: str) -> list[Code]:
    """Return the codes of a family that still count, of the first codebook that has it."""
    for book in project.codebooks.values():
        for family in book.family_records:
            if family.id == name:
                return [code for code in family.codes if not code.retired]
    raise ExhibitError(say("exhibit.no_family", family=name))


def _code(project: Project, name: str) -> Code:
    known: dict[str, Code] = {}
    for book in project.codebooks.values():
        for family in book.family_records:
            known.update({code.id: code for code in family.codes if code.id not in known})
    if name not in known:
        raise ExhibitError(say("exhibit.no_code", name=name) + did_you_mean(name, known))
    return known[name]


def _in(texts: Mapping[str, str] | None, language: str) -> str:
    """Return a text in a language, or in the one it was written in."""
    known = texts or {}
    return known.get(language) or next(iter(known.values()), "")


def _codebook(project: Project, language: str) -> str:
    return say("source.codebook", language, title=_in(project.codebook.title, language))


def _cited(codes: Sequence[Code], language: str) -> str:
    cited = dict.fromkeys(code.citation for code in codes if code.citation)
    return say("source.cited", language, citations="; ".join(cited)) if cited else ""

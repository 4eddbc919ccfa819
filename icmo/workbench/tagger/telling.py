"""What the page is told beside the text: the codes, the documents, the memos, the words it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._palette import look
from icmo._spans import merge
from icmo._strings import STRINGS, say
from icmo.workbench.blindness import visible_tags

if TYPE_CHECKING:
    import pandas as pd

    from icmo.codebook import Codebook
    from icmo.project import Project


def words_of(language: str) -> dict[str, str]:
    """Return every sentence the page says, in one language."""
    names = [key.removeprefix("tagger.") for key in STRINGS if key.startswith("tagger.")]
    return {name: STRINGS[f"tagger.{name}"][language] for name in names}


def codes_of(project: Project) -> list[dict[str, Any]]:
    """Return the codes of all codebooks; retired ones are told too, for the tags made with them."""
    language = project.language
    told: dict[str, dict[str, Any]] = {}
    for book in project.codebooks.values():
        chosen = language if language in book.languages else book.languages[0]
        for family in book.family_records:
            appearance = look(family.role)
            for code in family.codes:
                texts = {
                    name: (getattr(code, name) or {}).get(chosen, "")
                    for name in ("label", "definition", "include", "exclude")
                }
                told.setdefault(
                    code.id,
                    {
                        "code": code.id,
                        **texts,
                        "family": (family.label or {}).get(chosen, family.id),
                        "role": family.role,
                        "role_word": say(f"role.{family.role}", language),
                        "colour": appearance.colour,
                        "letter": appearance.letter,
                        "line": appearance.line,
                        "retired": code.retired,
                    },
                )
    return list(told.values())


def families_of(project: Project) -> list[dict[str, Any]]:
    """Return the families a new code may be put into, with the languages it must be told in."""
    language = project.language
    return [
        {
            "book": book.id,
            "family": family.id,
            "label": (family.label or {}).get(language, family.id),
            "role_word": say(f"role.{family.role}", language),
            "languages": list(book.languages),
        }
        for book in project.codebooks.values()
        for family in book.family_records
    ]


def use_of(tags: pd.DataFrame, coder: str | None) -> dict[str, list[Any]]:
    """Return how often a coder has used each code, and when last."""
    own = tags[tags["coder"] == (coder or "")]
    if own.empty:
        return {}
    found = own.groupby("code")["created"].agg(["size", "max"])
    return {
        str(code): [int(count), last]
        for code, count, last in zip(found.index, found["size"], found["max"], strict=True)
    }


def documents_of(project: Project) -> list[dict[str, Any]]:
    """Return the documents with how far the coding of each has come."""
    tags = project.tags()
    stale = project.stale()["document"].value_counts()
    groups = dict(tuple(tags.groupby("document")))
    known = ("document", "name", "case", "group", "kind", "date", "characters", "words")
    told = []
    for row in project.documents().to_dict("records"):
        own = groups.get(row["document"])
        mine = 0 if own is None else int((own["coder"] == project.coder).sum())
        attributes = {
            str(name): str(value)
            for name, value in row.items()
            if name not in (*known, "turns", "coders", "done") and isinstance(value, str) and value
        }
        told.append(
            {
                **{name: row[name] for name in known},
                "attributes": attributes,
                "share": _share(own, row["characters"]),
                "tags": 0 if own is None else len(own),
                "mine": mine,
                "stale": int(stale.get(row["document"], 0)),
                "assigned": project.coder in row["coders"],
                "done": project.coder in row["done"],
            }
        )
    return told


def _share(tags: pd.DataFrame | None, characters: int) -> float:
    """Return how much of a text is tagged."""
    if tags is None or not characters:
        return 0.0
    start, end = (tags[name].to_numpy().astype(np.int64) for name in ("start", "end"))
    begins, ends = merge(start, end)
    return round(float((ends - begins).sum()) / characters, 4)


def memos_of(project: Project) -> list[dict[str, Any]]:
    """Return the memos, the newest first, each with the name of what it is about."""
    names = dict(zip(project.documents()["document"], project.documents()["name"], strict=True))
    labels = {code["code"]: code["label"] for code in codes_of(project)}
    tags = visible_tags(project).set_index("tag")
    hidden = set(project.tags()["tag"]) - set(tags.index)
    told = []
    for memo in reversed(project.memos().to_dict("records")):
        target = memo["target"]
        if target in hidden:
            continue  # on a tag of somebody who codes the same text blind
        document = target if memo["target_kind"] == "document" else ""
        name = names.get(target) or labels.get(target) or target
        if target in tags.index:
            document = tags.loc[target, "document"]
            name = labels.get(tags.loc[target, "code"], target)
        told.append({**memo, "created": memo["created"][:10], "name": name, "document": document})
    return told


def with_code(
    book: Codebook, family: str, label: dict[str, str], definition: dict[str, str]
) -> tuple[Codebook, str]:
    """Return a codebook with one code more, and the new code's id, made from its label."""
    from icmo.codebook.saving import add_code

    first = next(text for text in label.values() if text)
    texts = {
        name: {one: given.get(one) or next(iter(given.values())) for one in book.languages}
        for name, given in (("label", label), ("definition", definition))
    }
    code = _new_id(book, first)
    return add_code(book, family, id=code, **texts), code


def code_like(book: Codebook, label: dict[str, str], definition: dict[str, str]) -> str | None:
    """Return the code that was made from a label and a definition, if there is one."""
    for family in book.family_records:
        for code in family.codes:
            given = ((code.label or {}, label), (code.definition or {}, definition))
            if all(wanted.items() <= texts.items() for texts, wanted in given):
                return code.id
    return None


def _new_id(book: Codebook, label: str) -> str:
    plain = label.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in plain)
    stem = "_".join(part for part in letters.split("_") if part) or "kode"
    stem = stem if stem[0].isalpha() else f"kode_{stem}"
    number = 1
    while (code := stem if number == 1 else f"{stem}_{number}") in book:
        number += 1
    return code

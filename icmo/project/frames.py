"""The project's frames: tidy tables that the analysis works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from icmo._frames import make_frame
from icmo.configurations import SLOTS, linkages
from icmo.documents.units import units
from icmo.project.documents import text_of
from icmo.project.findings_frames import answered_by, configurations_frame
from icmo.project.tagging import definition_of

if TYPE_CHECKING:
    from icmo._store import Reader, Row
    from icmo.project.work import Work

DOCUMENTS = (
    "document",
    "name",
    "case",
    "group",
    "kind",
    "date",
    "characters",
    "words",
    "turns",
    "coders",
    "done",
)
TAGS = (
    "tag",
    "document",
    "case",
    "group",
    "coder",
    "family",
    "role",
    "code",
    "start",
    "end",
    "text",
    "polarity",
    "note",
    "created",
)
EVIDENCE = (
    "evidence",
    "target_kind",
    "target",
    "document",
    "case",
    "group",
    "start",
    "end",
    "text",
    "stance",
    "explicitness",
    "linkage",
    "coder",
    "memo",
    "created",
)
TURNS = ("document", "number", "kind", "start", "end", "speaker", "speaker_role", "text")
UNITS = ("document", "unit", "start", "end", "kind", "speaker", "speaker_role")
QUESTIONS = ("question", "purpose", "text", "source", "chapter", "answered_by")
MOVES = ("kind", "id", "start", "end", "new_start", "new_end", "outcome")
MEMOS = ("memo", "target_kind", "target", "text", "coder", "created")


def _documents(reader: Reader) -> list[Row]:
    return reader.rows("documents", order=("name", "document"))


def _of(document: Row | None) -> dict[str, str]:
    """Return what rows have in common that belong to one document, where only one is wanted."""
    return {} if document is None else {"document": document["document"]}


def _texts(reader: Reader, documents: list[Row], document: Row | None = None) -> dict[str, str]:
    versions = {row["document"]: row["version"] for row in documents}
    found = reader.columns("texts", ("document", "version", "text"), **_of(document))
    return {
        document: text for document, version, text in found if versions.get(document) == version
    }


def documents_frame(reader: Reader) -> pd.DataFrame:
    """Return the documents in the order of their names, their attributes last."""
    rows = _documents(reader)
    sizes = {
        (document, version): (characters, words)
        for document, version, characters, words in reader.columns(
            "texts", ("document", "version", "characters", "words")
        )
    }
    turns: dict[tuple[str, int], int] = {}
    for key in reader.columns("turns", ("document", "version")):
        turns[key[0], key[1]] = turns.get((key[0], key[1]), 0) + 1
    assigned: dict[str, list[Row]] = {}
    for one in reader.rows("assignments"):
        assigned.setdefault(one["document"], []).append(one)
    told = []
    for row in rows:
        key = (row["document"], row["version"])
        characters, words = sizes.get(key, (0, 0))
        mine = assigned.get(row["document"], [])
        told.append(
            {
                **row["attributes"],
                **{column: row[column] for column in DOCUMENTS[:6]},
                "characters": characters,
                "words": words,
                "turns": turns.get(key, 0),
                "coders": tuple(one["coder"] for one in mine),
                "done": tuple(one["coder"] for one in mine if one["done"]),
            }
        )
    attributes = dict.fromkeys(
        name for row in rows for name in row["attributes"] if name not in DOCUMENTS
    )
    numbers = ("characters", "words", "turns")
    return make_frame(told, (*DOCUMENTS, *attributes), numbers, objects=("coders", "done"))


def cases_frame(reader: Reader) -> pd.DataFrame:
    """Return the cases: case, label, documents (how many), then their attributes."""
    counts: dict[str, int] = {}
    for row in _documents(reader):
        if row["case"]:
            counts[row["case"]] = counts.get(row["case"], 0) + 1
    known = {row["case"]: row for row in reader.rows("cases")}
    rows = []
    for case in sorted({*counts, *known}):
        attributes = known[case]["attributes"] if case in known else {}
        label = known[case]["label"] if case in known else ""
        rows.append(
            {**attributes, "case": case, "label": label or case, "documents": counts.get(case, 0)}
        )
    columns = dict.fromkeys(
        name for row in rows for name in row if name not in ("case", "label", "documents")
    )
    return make_frame(rows, ("case", "label", "documents", *columns), numbers=("documents",))


def turns_frame(reader: Reader, document: Row | None = None) -> pd.DataFrame:
    """Return every turn, or those of one document, in the order it was spoken."""
    documents = _documents(reader) if document is None else [document]
    texts = _texts(reader, documents, document)
    place = {row["document"]: (number, row["version"]) for number, row in enumerate(documents)}
    rows = [
        {**row, "text": texts[row["document"]][row["start"] : row["end"]]}
        for row in reader.rows("turns", order=("document", "number"), **_of(document))
        if place.get(row["document"], (0, None))[1] == row["version"]
    ]
    rows.sort(key=lambda row: (place[row["document"]][0], row["number"]))
    return make_frame(rows, TURNS, numbers=("number", "start", "end"))


def units_frame(reader: Reader, kind: str) -> pd.DataFrame:
    """Return the units coders are compared on: turns, sentences or paragraphs."""
    rows = []
    for document in _documents(reader):
        text = text_of(reader, document)
        key = {"document": document["document"], "version": document["version"]}
        found = units(text, stored_turns(reader.rows("turns", order=("number",), **key)), kind)
        for number, unit in enumerate(found, 1):
            described = {name: getattr(unit, name) for name in UNITS[2:]}
            rows.append({"document": document["document"], "unit": number, **described})
    return make_frame(rows, UNITS, numbers=("unit", "start", "end"))


def stored_turns(rows: list[Row]) -> tuple[Any, ...]:
    """Return turns as the documents part knows them."""
    from icmo.documents import Turn

    names = ("start", "end", "speaker", "speaker_role", "kind", "attributes")
    return tuple(Turn(**{name: row[name] for name in names}) for row in rows)


def tags_frame(work: Work, reader: Reader, document_row: Row | None = None) -> pd.DataFrame:
    """Return the tags in the order of the documents' names and of their places.

    Written column by column: a project may have a million tags. What many tags share, such as
    their document, is looked up once and stands in the frame once.
    """
    names = ("tag", "document", "coder", "code", "start", "end", "polarity", "note", "created")
    found = reader.lists("tags", names, **_of(document_row))
    rows = _documents(reader) if document_row is None else [document_row]
    number = {row["document"]: place for place, row in enumerate(rows)}
    document = np.array([number.get(one, -1) for one in found["document"]], dtype="int64")
    code, codes = _sorted_places(found["code"])
    coder, coders = _sorted_places(found["coder"])
    start, end = (np.array(found[name], dtype="int64") for name in ("start", "end"))
    order = np.lexsort((coder, code, end, start, document))
    order = order[document[order] >= 0]
    document, code, coder, start, end = (
        column[order] for column in (document, code, coder, start, end)
    )
    texts = _texts(reader, rows, document_row)
    full = [texts[row["document"]] for row in rows]
    known = _families(work, reader)
    placed = [known.get(one, ("", "other")) for one in codes]
    columns: dict[str, Any] = {
        name: _objects(found.pop(name))[order] for name in ("tag", "polarity", "note", "created")
    }
    for name in ("document", "case", "group"):
        columns[name] = _objects([row[name] for row in rows])[document]
    columns["coder"] = _objects(coders)[coder]
    columns["code"] = _objects(codes)[code]
    columns["family"] = _objects([family for family, _ in placed])[code]
    columns["role"] = _objects([role for _, role in placed])[code]
    places = zip(document.tolist(), start.tolist(), end.tolist(), strict=True)
    columns["text"] = _objects([full[place][first:last] for place, first, last in places])
    whole = {"start": start, "end": end}
    return pd.DataFrame(
        {name: whole[name] if name in whole else pd.array(columns[name], "str") for name in TAGS}
    )


def _objects(values: list[Any]) -> Any:
    return np.array(values, dtype=object)


def _sorted_places(values: list[str]) -> tuple[Any, list[str]]:
    """Return for each value its place among the different ones, and those in their order."""
    different = sorted(set(values))
    number = {value: place for place, value in enumerate(different)}
    return np.array([number[value] for value in values], dtype="int64"), different


def _families(work: Work, reader: Reader) -> dict[str, tuple[str, str]]:
    """Return the family and role of every code of the project's codebooks; the first book wins."""
    known: dict[str, tuple[str, str]] = {}
    for book in work.codebooks(reader).values():
        for family in book.family_records:
            for code in family.codes:
                known.setdefault(code.id, (family.id, family.role))
    return known


def stale_frame(work: Work, reader: Reader, document: Row | None = None) -> pd.DataFrame:
    """Return the tags made under a definition that has changed since: tag, document, coder, code."""
    meanings = {
        code.id: definition_of(code)
        for book in reversed(work.codebooks(reader).values())
        for family in book.family_records
        for code in family.codes
    }
    names = ("tag", "document", "coder", "code", "definition")
    rows = [
        dict(zip(names, row, strict=True))
        for row in reader.columns("tags", names, **_of(document))
        if row[4] and meanings.get(row[3]) != row[4]
    ]
    rows.sort(key=lambda row: (row["document"], row["code"], row["tag"]))
    return make_frame(rows, names[:4])


def evidence_frame(work: Work, reader: Reader) -> pd.DataFrame:
    """Return which words speak for, against or beside what."""
    documents = {row["document"]: row for row in _documents(reader)}
    texts = _texts(reader, list(documents.values()))
    rows = []
    for row in reader.rows("evidence", order=("target", "created", "evidence")):
        if row["document"] not in documents:
            continue
        document = documents[row["document"]]
        excerpt = texts[row["document"]][row["start"] : row["end"]]
        placed = {"case": document["case"], "group": document["group"], "text": excerpt}
        rows.append({**row, **placed, "memo": row["note"]})
    frame = make_frame(rows, EVIDENCE, numbers=("start", "end"))
    theories = configurations_frame(work, reader, "en")
    frame["linkage"] = pd.array(linkages(theories, frame, _tags_of(reader, theories)), "str")
    return frame


def _tags_of(reader: Reader, theories: pd.DataFrame) -> pd.DataFrame:
    """Return the tags with codes of configurations: where they stand, and nothing more."""
    codes = sorted({code for slot in SLOTS for some in theories[slot] for code in some})
    columns = ("document", "code", "start", "end")
    found = [
        dict(zip(columns, row, strict=True))
        for code in codes
        for row in reader.columns("tags", columns, code=code)
    ]
    return make_frame(found, columns, numbers=("start", "end"))


def memos_frame(reader: Reader) -> pd.DataFrame:
    """Return the memos in the order they were written."""
    return make_frame(reader.rows("memos", order=("created", "memo")), MEMOS)


def coders_frame(reader: Reader) -> pd.DataFrame:
    """Return the coders: how many documents they were assigned and have finished, and their tags."""
    assigned = reader.rows("assignments")
    tags: dict[str, int] = {}
    for (coder,) in reader.columns("tags", ("coder",)):
        tags[coder] = tags.get(coder, 0) + 1
    rows = [
        {
            "coder": coder,
            "assigned": sum(one["coder"] == coder for one in assigned),
            "done": sum(one["coder"] == coder and bool(one["done"]) for one in assigned),
            "tags": tags.get(coder, 0),
        }
        for coder in sorted({*tags, *(one["coder"] for one in assigned)})
    ]
    return make_frame(
        rows, ("coder", "assigned", "done", "tags"), numbers=("assigned", "done", "tags")
    )


def questions_frame(reader: Reader) -> pd.DataFrame:
    """Return the evaluation's questions in their order; `answered_by` names the claims that answer."""
    claims = answered_by(reader)
    rows = [
        {**row, "answered_by": claims.get(row["question"], ())}
        for row in reader.rows("questions", order=("place",))
    ]
    return make_frame(rows, QUESTIONS, objects=("answered_by",))


def codebook_versions_frame(reader: Reader) -> pd.DataFrame:
    """Return every version of every codebook: codebook, number, created."""
    columns = ("codebook", "number", "created")
    return make_frame(reader.rows("codebooks"), columns, numbers=("number",))


def texts_frame(reader: Reader, document: Row) -> pd.DataFrame:
    """Return every version of a document's text."""
    columns = ("version", "created", "characters", "words", "text")
    rows = reader.rows("texts", order=("version",), document=document["document"])
    return make_frame(rows, columns, numbers=("version", "characters", "words"))


def moves_frame(moves: list[Row]) -> pd.DataFrame:
    """Return what a corrected text does to each tag; a lost one has no new place (-1)."""
    rows = [
        {
            **move,
            "new_start": -1 if move["new_start"] is None else move["new_start"],
            "new_end": -1 if move["new_end"] is None else move["new_end"],
        }
        for move in moves
    ]
    return make_frame(rows, MOVES, numbers=("start", "end", "new_start", "new_end"))


def access_frame(reader: Reader) -> pd.DataFrame:
    """Return the access log, the oldest entry first."""
    columns = ("entry", "created", "coder", "act", "target")
    return make_frame(reader.rows("access"), columns, numbers=("entry",))


def receipts_frame(reader: Reader) -> pd.DataFrame:
    """Return what was erased, the oldest receipt first: how much, never the words."""
    counted = ("documents", "shortened", "characters", "tags", "evidence", "memos")
    rows = [
        {**row, **{name: row["counts"].get(name, 0) for name in counted}}
        for row in reader.rows("receipts", order=("created", "receipt"))
    ]
    columns = ("receipt", "created", "coder", "target", "reason", *counted)
    return make_frame(rows, columns, numbers=counted)

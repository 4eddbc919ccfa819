"""What a file of another program holds, put into a project as one act, or made into a project."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._journal import key_of
from icmo._schema import metadata
from icmo._store import Store, StoreError, appear, remove_unfinished, unfinished_name
from icmo._strings import say
from icmo.documents import find_turns
from icmo.documents.units import count_words
from icmo.project.documents import digest_of, turn_rows
from icmo.project.many_tags import put_tags
from icmo.project.work import Work, random_id, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import pandas as pd

    from icmo._journal import Act
    from icmo._store import Change, Reader, Row

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

#: The order in which rows come in: what others stand on first.
ORDER = (
    "cases",
    "questions",
    "rubric",
    "configurations",
    "changes",
    "relations",
    "claims",
    "ratings",
    "judgements",
    "summaries",
    "assignments",
    "evidence",
    "memos",
    "kept",
)


@dataclass(frozen=True)
class Arrival:
    """A document that comes in: its row, its text, and what is known of it besides."""

    row: Row
    text: str
    turns: list[Row] | None = None  # none: they are found in the text
    words: int | None = None  # none: they are counted
    created: str = ""


@dataclass
class Parcel:
    """Everything a file holds, as rows of the project's tables."""

    codebooks: list[Row] = field(default_factory=list)
    documents: list[Arrival] = field(default_factory=list)
    tags: Iterable[pd.DataFrame] = ()
    rows: dict[str, list[Row]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass
class Taken:
    """What came of it: how many rows of each table were taken, and how many were there already."""

    added: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)  # ids in the file → ids here

    def count(self, table: str, added: int, there: int = 0) -> None:
        """Add to what is told of a table."""
        self.added[table] = self.added.get(table, 0) + added
        self.there[table] = self.there.get(table, 0) + there


def take(work: Work, build: Callable[[Reader], Parcel], name: str = "import_file") -> Taken:
    """Put a parcel in as one act: all of it, or nothing. `build` sees the project it comes into."""
    taken = Taken()
    with work.act(name, work.coder or "import") as act:
        parcel = build(act.change)
        _take_codebooks(act, parcel.codebooks, taken)
        _take_documents(work, act, parcel.documents, taken)
        for frame in parcel.tags:
            _take_tags(work, act, frame, taken)
        for table in ORDER:
            if parcel.rows.get(table):
                _take_rows(act, table, parcel.rows[table], taken)
        known = {name for (name,) in act.change.columns("facts", ("name",))}
        fresh = {name: value for name, value in parcel.facts.items() if name not in known}
        act.change.insert("facts", [{"name": one, "value": fresh[one]} for one in fresh])
    return taken


def _take_codebooks(act: Act, rows: list[Row], taken: Taken) -> None:
    there = set(act.change.columns("codebooks", ("codebook", "number")))
    fresh = [row for row in rows if (row["codebook"], row["number"]) not in there]
    act.insert("codebooks", fresh)
    taken.count("codebooks", len(fresh), len(rows) - len(fresh))


def _take_documents(work: Work, act: Act, arrivals: list[Arrival], taken: Taken) -> None:
    """Put documents in, many at a time, unless their text is here already."""
    known = {document for (document,) in act.change.columns("documents", ("document",))}
    texts = act.change.columns("texts", ("document", "digest"))
    here = {digest: document for document, digest in texts if document in known}
    coming: dict[str, list[Row]] = {"texts": [], "documents": []}
    turns: list[tuple[Any, ...]] = []
    for one in arrivals:
        id_, digest = one.row["document"], digest_of(one.text)
        if digest in here:
            taken.documents[id_] = here[digest]
            taken.count("documents", 0, 1)
            continue
        new = work.new_id() if id_ in known else id_
        known.add(new)
        taken.documents[id_] = new
        key = (new, int(one.row.get("version", 1)))
        coming["texts"].append(_text_row(work, key, one, digest))
        coming["documents"].append({**one.row, "document": new, "version": key[1]})
        found = turn_rows(key, find_turns(one.text)) if one.turns is None else one.turns
        names = ("number", "start", "end", "speaker", "speaker_role", "kind")
        turns += [
            (*key, *(row[name] for name in names), _JSON.encode(row["attributes"])) for row in found
        ]
    act.change.insert("texts", coming["texts"])
    act.change.insert_plain("turns", _TURNS, turns)
    act.insert("documents", coming["documents"])
    taken.count("documents", len(coming["documents"]))


_TURNS = (
    *("document", "version", "number", "start", "end"),
    *("speaker", "speaker_role", "kind", "attributes"),
)


def _text_row(work: Work, key: tuple[str, int], one: Arrival, digest: str) -> Row:
    return {
        "document": key[0],
        "version": key[1],
        "text": one.text,
        "digest": digest,
        "characters": len(one.text),
        "words": count_words(one.text) if one.words is None else one.words,
        "created": one.created or work.clock(),
        "origin": None,
    }


def _take_tags(work: Work, act: Act, tags: pd.DataFrame, taken: Taken) -> None:
    if tags.empty:
        return
    before = act.change.count("tags")
    mapped = {one: taken.documents.get(one, one) for one in tags["document"].unique()}
    put_tags(work, act, tags.assign(document=tags["document"].map(mapped)))
    added = act.change.count("tags") - before
    taken.count("tags", added, len(tags) - added)


def _take_rows(act: Act, table: str, rows: list[Row], taken: Taken) -> None:
    """Put rows in that are not there yet; a document that was here already is called as it is here."""
    names = [column.name for column in metadata.tables[table].primary_key.columns]
    known = set(map(tuple, act.change.columns(table, names)))
    fresh: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        mapped = _with_ids(table, row, taken)
        key = tuple(key_of(table, mapped).values())
        if key not in known:
            fresh.setdefault(key, mapped)
    act.insert(table, list(fresh.values()))
    taken.count(table, len(fresh), len(rows) - len(fresh))


def _with_ids(table: str, row: Row, taken: Taken) -> Row:
    changed = dict(row)
    if row.get("document"):
        changed["document"] = taken.documents.get(row["document"], row["document"])
    if table == "memos" and row["target_kind"] == "document":
        changed["target"] = taken.documents.get(row["target"], row["target"])
    return changed


def make_project(
    path: Path, facts: Mapping[str, str], codebook: Row, fill: Callable[[Work], None]
) -> None:
    """Make a project that appears under its name when it is filled: whole, or not at all."""
    if not path.parent.is_dir():
        raise StoreError("project.no_folder", folder=path.parent)
    if path.exists():
        raise StoreError("project.exists", path=path)
    unfinished = unfinished_name(path)
    told = {"project": random_id(), "created": utc_now(), **facts}

    def begin(change: Change) -> None:
        change.insert("facts", [{"name": key, "value": value} for key, value in told.items()])
        change.insert("codebooks", [codebook])

    try:
        store = Store.create(unfinished, begin)
        try:
            fill(Work(store))
        finally:
            store.close()
        appear(unfinished, path)
    except FileExistsError:
        raise StoreError("project.exists", path=path) from None
    except OSError as error:
        raise StoreError("project.unwritable", path=path, reason=error.strerror) from None
    finally:
        remove_unfinished(unfinished)


def codebook_id(wanted: str, known: set[str]) -> str:
    """Return an id for a codebook that no other one has."""
    number, name = 1, wanted
    while name in known:
        number += 1
        name = f"{wanted}_{number}"
    return name


def said(taken: Taken) -> tuple[str, ...]:
    """Return what was taken and what was there already, a sentence each."""
    sentences = []
    for key, counts in (("exchange.taken", taken.added), ("exchange.there", taken.there)):
        told = [say(f"rows.{table}", count=count) for table, count in counts.items() if count]
        if told:
            sentences.append(say(key, rows=", ".join(told)))
    return tuple(sentences)

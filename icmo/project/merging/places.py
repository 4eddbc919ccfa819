"""Tags and evidence: taken from the other copy, and put on their words in the text in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._schema import TARGETS
from icmo._strings import say
from icmo.project.merging.documents import bring_back, carried
from icmo.project.merging.parting import key, rows_by_key
from icmo.project.merging.report import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo._store import Row
    from icmo.project.merging.documents import Wording
    from icmo.project.merging.parting import Key
    from icmo.project.merging.report import Merge

#: By what the same row is known again that both sides made, under different ids.
_PLACE = {
    "tags": ("document", "coder", "code", "start", "end"),
    "evidence": ("document", "coder", "target", "start", "end", "stance", "note"),
}


@dataclass
class _Row:
    """One row in both copies: as it was when they parted, there, here, and by the text in force."""

    place: Key
    old: Row | None
    theirs: Row | None
    ours: Row | None
    changed_there: bool = False
    changed_here: bool = False
    their_way: Row | None = None
    our_way: Row | None = None


@dataclass
class _Changes:
    """What is to be done to a table."""

    deleted: list[Row] = field(default_factory=list)
    inserted: list[tuple[Row, str]] = field(default_factory=list)  # each with its sentence
    updated: list[tuple[Row, Row, str]] = field(default_factory=list)


def merge_places(merge: Merge, table: str, wordings: dict[str, Wording]) -> None:
    """Bring a table of places in texts to one state."""
    by_document: dict[str, list[_Row]] = {}
    for row in _rows(merge, table, wordings):
        known = row.theirs or row.ours or row.old
        if known is not None:
            by_document.setdefault(known["document"], []).append(row)
    changes = _Changes()
    there = {id_ for (id_,) in merge.act.change.columns("documents", ("document",))}
    for document, rows in by_document.items():
        if document not in there and not _is_wanted(merge, table, document, rows):
            continue
        _carry(rows, wordings.get(document))
        for row in rows:
            if row.place[0] not in merge.erased or row.theirs is None:
                _decide(merge, table, row, changes)
    _apply(merge, table, changes, list(by_document))


def _rows(merge: Merge, table: str, wordings: dict[str, Wording]) -> Iterable[_Row]:
    """Return the rows touched there, and all of documents that get another text in force."""
    before = {place: merge.mapped(row) for place, row in merge.theirs.before[table].items()}
    theirs = merge.theirs.now(table)
    ours: dict[Key, Row] = {}
    for document, wording in wordings.items():
        if len(wording.back) > 1:
            ids = [a for a, b in merge.documents.items() if b == document] or [document]
            for row in merge.theirs.reader.rows(table, document=ids):
                theirs.setdefault(key(table, row), row)
            ours |= {key(table, r): r for r in merge.act.change.rows(table, document=document)}
    ours |= rows_by_key(merge.act.change, table, {*before, *theirs})
    for place in dict.fromkeys([*before, *theirs, *ours]):
        there = merge.mapped(theirs.get(place))
        yield _Row(place, before.get(place, there), there, ours.get(place))


def _is_wanted(merge: Merge, table: str, document: str, rows: list[_Row]) -> bool:
    """Say whether a document that is not here is to come back for what stands on it there."""
    wanted = [row.theirs for row in rows if row.theirs is not None and row.theirs != row.old]
    if not wanted:
        return False
    if bring_back(merge, document):
        return True
    for row in wanted:
        merge.tell(table, row, "conflict", "erased_here")
    return False


def _carry(rows: list[_Row], wording: Wording | None) -> None:
    """Lay both sides' changes beside each other: each side's in the text it was made in."""
    if wording is None:
        for row in rows:
            row.changed_there = _differ(row.theirs, row.old)
            row.changed_here = _differ(row.ours, row.old)
            row.their_way, row.our_way = row.theirs, row.ours
        return
    old_there = _moved([row.old for row in rows], wording.there)
    old_here = _moved([row.old for row in rows], wording.here)
    their_way = _moved([row.theirs for row in rows], wording.over)
    our_way = _moved([row.ours for row in rows], wording.back)
    for number, row in enumerate(rows):
        row.changed_there = _differ(row.theirs, old_there[number])
        row.changed_here = _differ(row.ours, old_here[number])
        row.their_way, row.our_way = their_way[number], our_way[number]


def _moved(rows: list[Row | None], texts: Iterable[str]) -> list[Row | None]:
    spans = [None if row is None else (row["start"], row["end"]) for row in rows]
    found = carried(list(texts), spans)
    return [
        None if row is None or span is None else {**row, "start": span[0], "end": span[1]}
        for row, span in zip(rows, found, strict=True)
    ]


def _differ(one: Row | None, other: Row | None) -> bool:
    """Say whether two rows say different things; which journal line wrote them is no matter."""
    if one is None or other is None:
        return one is not other
    return one != other and {**one, "line": 0} != {**other, "line": 0}


def _decide(merge: Merge, table: str, row: _Row, changes: _Changes) -> None:
    """Do with a row what follows from who changed it."""
    if not row.changed_there:
        _follow(merge, table, row, changes)
    elif row.theirs is None:
        if row.changed_here and row.our_way is not None:
            merge.tell(table, row.our_way, "conflict", "stays")
        if row.changed_here:
            _follow(merge, table, row, changes)
        elif row.ours is not None:
            changes.deleted.append(row.ours)
            merge.tell(table, row.ours, "taken", "removed")
    elif row.their_way is None:
        _lost(merge, table, row.theirs)
        _follow(merge, table, row, changes)
    elif not _differ(row.their_way, row.our_way):
        _follow(merge, table, row, changes, same=True)
    elif row.changed_here and row.our_way is not None:
        _follow(merge, table, row, changes)
        merge.conflict(table, row.our_way, row.their_way)
    else:
        _take(merge, table, row, row.their_way, changes)


def _take(merge: Merge, table: str, row: _Row, wanted: Row, changes: _Changes) -> None:
    """Take a row as it is there, put on its words in the text in force."""
    moved = _differ(wanted, row.theirs)
    if row.ours is None:
        back = row.changed_here
        changes.inserted.append((wanted, "back" if back else "reanchored" if moved else "added"))
        return
    if row.changed_here:
        _lost(merge, table, row.ours)
    changes.updated.append((row.ours, wanted, "reanchored" if moved else "changed"))


def _follow(merge: Merge, table: str, row: _Row, changes: _Changes, *, same: bool = False) -> None:
    """Keep a row of ours; where the text in force is theirs, it goes with its words."""
    if row.ours is None:
        return
    if row.our_way is None:
        changes.deleted.append(row.ours)
        if row.changed_here:
            _lost(merge, table, row.ours)
        else:
            merge.tell(table, row.ours, "taken", "removed")
    elif _differ(row.our_way, row.ours):
        changes.updated.append((row.ours, row.our_way, "reanchored"))
    elif same:
        merge.tell(table, row.ours, "same")


def _lost(merge: Merge, table: str, row: Row) -> None:
    """Tell that a row has no words in the text in force, and keep what it said on the document."""
    merge.tell(table, row, "conflict", "lost")
    named = {**row, "document": merge.names.get(row["document"], "")}
    thing = say(f"thing.{'tag' if table == 'tags' else 'evidence'}", merge.own_language, **named)
    more = row["polarity"] if table == "tags" else row["stance"]
    said = [thing, more or "", row["note"]]
    content = "; ".join(one for one in said if one)
    merge.note(
        "document", row["document"], say("merged.memo_lost", merge.own_language, content=content)
    )


def _apply(merge: Merge, table: str, changes: _Changes, documents: list[str]) -> None:
    """Take away, put in and change, in the order in which it can be taken back."""
    act, names = merge.act, _PLACE[table]
    for row in changes.deleted:
        act.delete(table, row)
    standing: dict[tuple[Any, ...], Row] = {}
    gone = {key(table, before) for before, _, _ in changes.updated}
    for values in _standing(merge, table, documents):
        if key(table, values) not in gone:
            standing[tuple(values[name] for name in names)] = values
    updated = []
    for before, after, sentence in changes.updated:
        place = tuple(after[name] for name in names)
        if place in standing and sentence == "changed":
            merge.conflict(table, before, after)
            standing[tuple(before[name] for name in names)] = before
            continue
        standing[place] = after
        updated.append((before, after, sentence))
    inserted = []
    for row, sentence in changes.inserted:
        twin = standing.get(tuple(row[name] for name in names))
        if twin is not None:
            _once(merge, table, row, twin)
            continue
        standing[tuple(row[name] for name in names)] = row
        inserted.append({**row, "line": act.line} if table == "tags" else row)
        _told(merge, table, row, sentence)
    _put_in(merge, table, inserted)
    # Only now: many tags that one line put in are known by its number, which these get too.
    for before, after, sentence in updated:
        line = {"line": act.line} if table == "tags" else {}
        act.update(table, before, **{**after, **line})
        _told(merge, table, after, sentence)


def _put_in(merge: Merge, table: str, rows: list[Row]) -> None:
    """Put rows in: tags as fast as they go, evidence with what it is about."""
    if table == "evidence":
        _bring_targets(merge, rows)
    if table == "tags" and rows:
        merge.act.insert_columns(table, {name: [row[name] for row in rows] for name in rows[0]})
    else:
        merge.act.insert(table, rows)


def _standing(merge: Merge, table: str, documents: list[str]) -> Iterable[Row]:
    names = (*_PLACE[table], *(("tag", "polarity") if table == "tags" else ("evidence",)))
    names = tuple(dict.fromkeys((*names, "note")))
    for place in range(0, len(documents), 1000):
        some = documents[place : place + 1000]
        for values in merge.act.change.columns(table, names, document=some):
            yield dict(zip(names, values, strict=True))


def _told(merge: Merge, table: str, row: Row, sentence: str) -> None:
    outcomes = {"back": "conflict", "reanchored": "re-anchored"}
    merge.tell(table, row, outcomes.get(sentence, "taken"), sentence)


def _once(merge: Merge, table: str, row: Row, twin: Row) -> None:
    """Keep one of two rows that say the same of the same words."""
    name = KINDS[table]
    theirs = {**row, name: twin[name]}
    if table == "tags":
        merge.tags[row["tag"]] = twin["tag"]
        if (row["polarity"], row["note"]) != (twin["polarity"], twin["note"]):
            merge.conflict(table, twin, theirs, "twin")
            return
    merge.tell(table, theirs, "same")


def _bring_targets(merge: Merge, rows: list[Row]) -> None:
    """Take in again what was taken away here, such as a configuration, as new evidence stands on it there."""
    for kind, table in TARGETS.items():
        wanted = {row["target"] for row in rows if row["target_kind"] == kind}
        here = rows_by_key(merge.act.change, table, [(id_,) for id_ in wanted])
        there = rows_by_key(merge.theirs.reader, table, [(id_,) for id_ in wanted])
        for place, row in there.items():
            if place not in here:
                merge.act.insert(table, [row])
                merge.tell(table, row, "conflict", "back")

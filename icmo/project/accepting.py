"""Accepting pseudonyms: the names go to an encrypted key file, and no byte of the project holds them after.

The key is written first and read back; only then are the texts replaced, in one transaction.
What is left of the names in free pages, backups and exports goes as after an erasure, also where
that was cut off.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._progress import watched
from icmo._strings import say
from icmo.documents.pseudonyms import Key, OffsetMap, PseudonymError, read_key, replaced, write_key
from icmo.documents.pseudonyms.keys import is_inside_project
from icmo.documents.repair import OffsetMap as LengthMap
from icmo.documents.units import count_words
from icmo.project.carrying import carried_turns, placed_rows
from icmo.project.deciding import DECISION, decided, names_in, with_key
from icmo.project.documents import insert_text
from icmo.project.pseudonymising import Looked, chosen_documents, look_through
from icmo.project.renaming import Renaming, mentions
from icmo.project.repairing import REPLACED
from icmo.project.traces import (
    UNFINISHED,
    Erased,
    account_for,
    finish_erasure,
    journal_line,
    scrub_journal,
    standing,
)
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from icmo._journal import Step
    from icmo._store import Change, Row
    from icmo.documents.pseudonyms import Decision, Replaced
    from icmo.project.deciding import Decided


@dataclass
class Accepted:
    """What an acceptance is about to do."""

    decisions: list[Decision]
    done: list[tuple[Looked, Replaced]] = field(default_factory=list)

    @property
    def places(self) -> int:
        """Return how many places get a pseudonym."""
        return sum(len(made.places) for _, made in self.done)


def accept(
    work: Work,
    documents: str | Sequence[str] | None,
    path: str | os.PathLike[str],
    password: str,
    *,
    incomplete: bool = False,
) -> Row:
    """Put the pseudonyms in, and the names into the key file. Returns the receipt."""
    who = work.named()
    file = Path(path)
    if is_inside_project(file, work.store.path):
        raise PseudonymError(say("key.inside", path=file))
    with work.store.reading() as reader:
        # Finding takes long; what is found is remembered, and nobody has to wait for it then.
        look_through(work, reader, chosen_documents(work, reader, documents), decided(reader))
    with work.store.change() as change:
        old = _existing(work, change, file, password)
        known = decided(change)
        decisions = [one for one in with_key(known, old) if one.accepted]
        if not decisions:
            raise ProjectError(say("accept.nothing"))
        rows = chosen_documents(work, change, documents)
        if not rows:
            raise ProjectError(say("accept.no_documents"))
        looked = look_through(work, change, rows, known, old)
        if not incomplete:
            _refuse_undecided(looked)
        accepted = Accepted(decisions)
        for one in watched(looked, say("progress.replace")):
            accepted.done.append((one, replaced(one.text, decisions, one.settled)))
        renaming = Renaming(decisions)
        key = _extended(change, old, with_key(known, old), accepted)
        key = replace(key, cases=(*key.cases, *renaming.cases(change)))
        write_key(file, password, key, project_path=work.store.path)
        if read_key(file, password) != key:
            raise PseudonymError(say("key.closed", path=file))
        receipt = _put_in(work, change, (who, known, key), (accepted, renaming))
    work.log("pseudonymised", receipt["receipt"])
    work.write_log()
    finish_erasure(work)
    with work.store.reading() as reader:
        stored = reader.row("receipts", receipt=receipt["receipt"]) or receipt
        left = tuple(mentions(reader, decisions, [one.row["document"] for one in looked]))
    return {
        "receipt": receipt["receipt"],
        "documents": len(accepted.done),
        "places": accepted.places,
        "unsettled": sum(one.is_open(f.start, f.end) for one in looked for f in one.left),
        "files": stored["counts"].get("files", []),
        "files_left": stored["counts"].get("files_left", []),
        "mentions": left,
    }


def _existing(work: Work, change: Change, file: Path, password: str) -> Key:
    """Return the key that is extended; another project's is refused."""
    own = work.fact(change, "project")
    if not file.exists():
        return Key(project=own)
    key = read_key(file, password)
    if key.project != own:
        raise PseudonymError(say("key.other_project", path=file))
    return key


def _refuse_undecided(looked: list[Looked]) -> None:
    for one in looked:
        count = sum(one.is_open(find.start, find.end) for find in one.found)
        if count:
            raise ProjectError(say("accept.undecided", document=one.row["name"], count=count))


def _extended(change: Change, old: Key, decisions: Sequence[Decision], accepted: Accepted) -> Key:
    """Return the key with what is taken out of the project now."""
    texts, offsets, more = dict(old.texts), dict(old.offsets), dict(old.documents)
    for one, made in accepted.done:
        id_ = one.row["document"]
        if one.replaced:
            # The original is in the key already; what was replaced then and now is one way back.
            if id_ not in more:
                raise PseudonymError(say("accept.other_key", document=one.row["name"]))
            origin = _origin(change, one.row)
            if origin.get("how") == REPLACED and id_ in offsets:
                offsets[id_] = _one_after_the_other(offsets[id_], made.offsets)
            else:
                offsets.pop(id_, None)
            continue
        texts[id_], offsets[id_] = one.text, made.offsets
        more[id_] = {
            "row": one.row,
            "texts": change.rows("texts", document=id_),
            "turns": change.rows("turns", document=id_),
            "settled": change.rows("decisions", document=id_, what="settled"),
        }
    kept = [one for one in old.decisions if one not in decisions]
    return Key(texts, (*kept, *decisions), offsets, old.project, more, old.cases)


def _origin(change: Change, row: Row) -> Row:
    found = change.row("texts", document=row["document"], version=row["version"])
    return (found or {}).get("origin") or {}


def _one_after_the_other(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """Return one map for two acceptances."""
    both = [
        LengthMap(tuple((start, end, to - begin) for start, end, begin, to in one.edits))
        for one in (first, second)
    ]
    edits, shift = [], 0
    for start, end, length in both[0].then(both[1]).edits:
        edits.append((start, end, start + shift, start + shift + length))
        shift += length - (end - start)
    return OffsetMap(tuple(edits))


def _put_in(
    work: Work,
    change: Change,
    whose: tuple[str, Decided, Key],
    what: tuple[Accepted, Renaming],
) -> Row:
    """Replace the texts and every name beside them; one line of the journal accounts for it."""
    (who, known, key), (accepted, renaming) = whose, what
    line = change.largest("journal", "line") + 1
    erased = Erased()
    for one, made in accepted.done:
        _replace_text(work, change, (one, made), key, erased)
    scrub_journal(change, erased)
    renaming.carry_out(change)
    steps = [*standing(change, erased, line), *_forget_names(change, known, accepted)]
    receipt = _receipt(work, who, accepted, erased)
    change.insert("receipts", [receipt])
    change.insert("journal", [journal_line(receipt, line, "accept_pseudonyms", steps)])
    change.delete("facts", name=UNFINISHED)
    change.insert("facts", [{"name": UNFINISHED, "value": receipt["receipt"]}])
    return receipt


def _replace_text(
    work: Work, change: Change, what: tuple[Looked, Replaced], key: Key, erased: Erased
) -> None:
    """Put a text with its pseudonyms in force; every other version of it goes."""
    one, made = what
    id_, before = one.row["document"], one.row["version"]
    erased.remember_tags(change, id_)
    erased.shortened.add(id_)
    erased.digests += [digest for (digest,) in change.columns("texts", ("digest",), document=id_)]
    number = change.largest("texts", "version", document=id_) + 1
    turns = change.rows("turns", document=id_, version=before)
    move = made.offsets.span_to_new
    change.delete("texts", document=id_)
    change.delete("turns", document=id_)
    origin: Row = {"from": 0, "how": REPLACED}
    if id_ in key.offsets:
        origin["edits"] = key.offsets[id_].to_json()
    insert_text(work, change, (id_, number), made.text, count_words(made.text), origin)
    change.insert("turns", carried_turns(turns, one.text, made.text, move, number))
    change.update("documents", {"version": number}, document=id_)
    for table, placed in placed_rows(change, id_):
        start, end = move(placed["start"], placed["end"])
        if (start, end) != (placed["start"], placed["end"]):
            own = "tag" if table == "tags" else "evidence"
            change.update(table, {"start": start, "end": end}, **{own: placed[own]})


def _forget_names(change: Change, known: Decided, accepted: Accepted) -> list[Step]:
    """Keep of each decision what names no one, unless a text still waits for it.

    Returns the steps that account for what is in force after.
    """
    done = {one.row["document"] for one, _ in accepted.done}
    waiting = _needed_elsewhere(change, known, done)
    in_force = {row["decision"]: row["subject"] for row in change.rows("decided")}
    for row in change.rows("decisions"):
        subject = in_force.get(row["decision"])
        if row["what"] != DECISION:
            gone = subject is None or row["document"] in done
        else:
            gone = subject is None
            if subject in known.decisions and subject not in waiting:
                without: dict[str, Any] = known.decisions[subject].without_names()
                change.update("decisions", {"content": without}, decision=row["decision"])
        if gone:
            change.delete("decisions", decision=row["decision"])
            change.delete("decided", decision=row["decision"])
    return account_for(change, "decided")


def _needed_elsewhere(change: Change, known: Decided, done: set[str]) -> set[str]:
    """Return the subjects whose names stand in texts that are not replaced yet."""
    held: set[int] = set()
    for document, text in change.columns("texts", ("document", "text")):
        if document not in done:
            held |= {id(one) for one in names_in(text, known.decisions.values())}
    return {subject for subject, one in known.decisions.items() if id(one) in held}


def _receipt(work: Work, who: str, accepted: Accepted, erased: Erased) -> Row:
    return {
        "receipt": work.new_id(),
        "created": work.clock(),
        "coder": who,
        "target": "pseudonyms",
        "reason": "",
        "counts": {
            "documents": 0,
            "replaced": len(accepted.done),
            "places": accepted.places,
            # By these a copy of the project that still has the words is known when it is merged.
            "erased": {"documents": [], "digests": sorted(set(erased.digests))},
        },
    }

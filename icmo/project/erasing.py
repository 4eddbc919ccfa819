"""Erasing a document, or what one participant said: no trace of the words is left in any byte.

Rows, every version of the texts, the steps of the journal, free pages, and the backups and
exports that icmo wrote. What stays is a receipt: when, who, why and how much, never the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.documents.units import count_words
from icmo.project.deciding import forget_unwritten
from icmo.project.documents import digest_of, insert_text
from icmo.project.traces import (
    UNFINISHED,
    Erased,
    account_for,
    finish_erasure,
    scrub_journal,
    standing,
)
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._store import Change, Reader, Row

#: Where people write freely.
_NOTES = (
    ("tags", "tag", "note"),
    ("evidence", "evidence", "note"),
    ("memos", "memo", "text"),
    ("configurations", "configuration", "title"),
    ("configurations", "configuration", "sentence"),
    ("changes", "change", "reason"),
    ("claims", "claim", "text"),
    ("ratings", "rating", "rationale"),
    ("judgements", "judgement", "rationale"),
    ("summaries", "summary", "text"),
)


def erase(work: Work, what: str, reason: str) -> Row:
    """Erase a document, by id or name, or a participant, by the name that stands before the words.

    Returns the receipt.
    """
    if not reason.strip():
        raise ProjectError(say("erase.reason"))
    who = work.named()
    with work.store.change() as change:
        erased = Erased()
        line = change.largest("journal", "line") + 1
        documents = _documents_named(change, what)
        for document in documents:
            _erase_document(change, document["document"], erased)
        if not documents:
            _erase_participant(work, change, what, erased)
        _purge_undone_imports(change, erased)
        scrub_journal(change, erased)
        steps = standing(change, erased, line)
        if forget_unwritten(change, erased.touched):
            steps += account_for(change, "decided")
        receipt = _receipt(work, who, reason, erased)
        _put_in_journal(work, change, line, receipt, steps)
    work.log("erased", receipt["receipt"])
    work.write_log()
    finish_erasure(work)
    with work.store.reading() as reader:
        stored = reader.row("receipts", receipt=receipt["receipt"]) or receipt
        mentions = () if documents else tuple(_mentions(reader, what.strip()))
    counts = {name: value for name, value in stored["counts"].items() if name != "erased"}
    return {
        **{name: stored[name] for name in stored if name != "counts"},
        **counts,
        "mentions": mentions,
    }


def _put_in_journal(work: Work, change: Change, line: int, receipt: Row, steps: list[Row]) -> None:
    """Write down that something was erased, and that files are still to be looked after."""
    change.insert("receipts", [receipt])
    act = {
        "line": line,
        "id": work.new_id(),
        "created": receipt["created"],
        "coder": receipt["coder"],
        "act": "erase",
        "target": receipt["receipt"],
        "steps": steps,
        "state": "forgotten",
        "undoes": None,
    }
    change.insert("journal", [act])
    change.delete("facts", name=UNFINISHED)
    change.insert("facts", [{"name": UNFINISHED, "value": receipt["receipt"]}])


def _mentions(reader: Reader, name: str) -> Iterator[str]:
    """Say where a participant is still named: by others, in names of documents, in notes."""
    word = re.compile(rf"\b{re.escape(name)}", re.IGNORECASE)
    names = dict(reader.columns("documents", ("document", "name")))
    for document, text in reader.columns("texts", ("document", "text")):
        count = len(word.findall(text))
        if count:
            yield say("erase.mention_text", document=names.get(document, document), count=count)
    for document, called in names.items():
        if word.search(called):
            yield say("erase.mention_name", document=document, name=called)
    for table, key, column in _NOTES:
        for id_, note in reader.columns(table, (key, column)):
            if word.search(note):
                yield say("erase.mention_note", what=say(f"rows.{table}.one", count=1), id=id_)


def _documents_named(reader: Reader, what: str) -> list[Row]:
    found = reader.rows("documents", document=what) or reader.rows("documents", name=what)
    if len(found) > 1:
        raise ProjectError(say("project.document_name", document=what, count=len(found)))
    return found


def _erase_document(change: Change, document: str, erased: Erased) -> None:
    erased.documents.add(document)
    erased.remember_tags(change, document)
    for row in change.rows("texts", document=document):
        erased.digests.append(row["digest"])
        erased.characters += row["characters"]
    for table, key in (("tags", "tag"), ("evidence", "evidence")):
        for (id_,) in change.columns(table, (key,), document=document):
            erased.take(table, id_)
        change.delete(table, document=document)
    change.delete("assignments", document=document)
    for table in ("texts", "turns", "documents"):
        change.delete(table, document=document)
    _erase_memos(change, erased, document)


def _erase_memos(change: Change, erased: Erased, *targets: str) -> None:
    gone = {*targets, *(id_ for ids in erased.rows.values() for id_ in ids)}
    for memo, target in change.columns("memos", ("memo", "target")):
        if target in gone:
            erased.take("memos", memo)
            change.delete("memos", memo=memo)


def _erase_participant(work: Work, change: Change, name: str, erased: Erased) -> None:
    """Take the words of a participant out of every text, in every version of it."""
    said = name.strip().casefold()
    speakers = set(change.columns("turns", ("document", "version", "speaker")))
    holders = sorted({document for document, _, speaker in speakers if speaker.casefold() == said})
    if not holders:
        known = {speaker for _, _, speaker in speakers if speaker}
        known |= {row[0] for row in change.columns("documents", ("name",))}
        raise ProjectError(say("erase.unknown", name=name) + did_you_mean(name, known))
    there = {row["document"]: row for row in change.rows("documents")}
    marker = say("erase.marker", work.fact(change, "language"))
    for document in holders:
        if document in there:
            _shorten(work, change, (there[document], said, marker), erased)
    _erase_memos(change, erased)


def _shorten(work: Work, change: Change, what: tuple[Row, str, str], erased: Erased) -> None:
    row, said, marker = what
    erased.remember_tags(change, row["document"])
    key = {"document": row["document"], "version": row["version"]}
    found = change.row("texts", **key)
    text = "" if found is None else str(found["text"])
    turns = change.rows("turns", order=("number",), **key)
    gone = [_with_label(text, turn) for turn in turns if turn["speaker"].casefold() == said]
    cuts = _Cuts(text, gone, marker)
    erased.characters += sum(end - start for start, end in gone)
    for version in change.rows("texts", document=row["document"]):
        erased.digests.append(version["digest"])
    number = change.largest("texts", "version", document=row["document"]) + 1
    change.delete("texts", document=row["document"])
    change.delete("turns", document=row["document"])
    place = (row["document"], number)
    insert_text(work, change, place, cuts.text, count_words(cuts.text))
    kept = [turn for turn in turns if turn["speaker"].casefold() != said]
    moved = [
        {
            **turn,
            "version": number,
            "number": at,
            "start": cuts.start(turn["start"]),
            "end": cuts.end(turn["end"]),
        }
        for at, turn in enumerate(kept, 1)
    ]
    change.insert("turns", moved)
    change.update("documents", {"version": number}, document=row["document"])
    erased.shortened.add(row["document"])
    for table, id_ in (("tags", "tag"), ("evidence", "evidence")):
        for one in change.rows(table, document=row["document"]):
            start, end = cuts.start(one["start"]), cuts.end(one["end"])
            if start >= end:
                erased.take(table, one[id_])
                change.delete(table, **{id_: one[id_]})
            else:
                change.update(table, {"start": start, "end": end}, **{id_: one[id_]})


def _with_label(text: str, turn: Row) -> tuple[int, int]:
    """Return where a turn stands with the name before it."""
    line = text.rfind("\n", 0, turn["start"]) + 1
    return line, max(turn["end"], turn["start"])


class _Cuts:
    """A text with passages taken out, and where every place of it has gone."""

    def __init__(self, text: str, gone: list[tuple[int, int]], marker: str) -> None:
        self._gone = gone
        self._marker = marker
        pieces, place = [], 0
        for start, end in gone:
            pieces += [text[place:start], marker]
            place = end
        self.text = "".join([*pieces, text[place:]])

    def start(self, place: int) -> int:
        """Return where a passage now begins; inside what is gone, it begins behind it."""
        return self._moved(place, behind=True)

    def end(self, place: int) -> int:
        """Return where a passage now ends; inside what is gone, it ends before it."""
        return self._moved(place, behind=False)

    def _moved(self, place: int, *, behind: bool) -> int:
        shift = 0
        for start, end in self._gone:
            if place < start or (place == start and not behind):
                break
            if place < end or (place == end and not behind):
                return start + shift + (len(self._marker) if behind else 0)
            shift += len(self._marker) - (end - start)
        return place + shift


def _purge_undone_imports(change: Change, erased: Erased) -> None:
    """Texts that only wait for a redo of their import go with every erasure."""
    there = {row[0] for row in change.columns("documents", ("document",))}
    for document in {row[0] for row in change.columns("texts", ("document",))} - there:
        change.delete("texts", document=document)
        change.delete("turns", document=document)
        erased.documents.add(document)


def _receipt(work: Work, who: str, reason: str, erased: Erased) -> Row:
    counts: dict[str, Any] = {
        "documents": len(erased.documents),
        "shortened": len(erased.shortened),
        "characters": erased.characters,
        **{table: len(ids) for table, ids in sorted(erased.rows.items())},
        # By these a copy of the project that still has the words is known when it is merged.
        "erased": {
            "documents": sorted(erased.documents),
            **{table: sorted(ids) for table, ids in sorted(erased.rows.items())},
            "digests": sorted(set(erased.digests)),
        },
    }
    return {
        "receipt": work.new_id(),
        "created": work.clock(),
        "coder": who,
        "target": "document" if erased.documents and not erased.shortened else "participant",
        "reason": reason,
        "counts": counts,
    }


def receipts(reader: Reader) -> list[Row]:
    """Return every receipt, the oldest first."""
    return reader.rows("receipts", order=("created", "receipt"))


def is_erased(reader: Reader, text: str) -> bool:
    """Say whether a text was erased from this project."""
    digest = digest_of(text)
    return any(digest in row["counts"]["erased"]["digests"] for row in receipts(reader))

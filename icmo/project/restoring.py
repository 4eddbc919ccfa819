"""Names brought back from the key file: the texts as they were, with tags on the same words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.pseudonyms import Key, PseudonymError, read_key
from icmo.project.carrying import placed_rows
from icmo.project.deciding import DECISION, decided, names_in
from icmo.project.pseudonymising import is_replaced
from icmo.project.renaming import Renaming
from icmo.project.repairing import REPLACED
from icmo.project.traces import Erased, account_for, journal_line, scrub_journal, standing
from icmo.project.work import ProjectError, Work
from icmo.tags import reanchored

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from icmo._journal import Step
    from icmo._store import Change, Row

_NAMED = ("name", "group", "source", "attributes")


def restore(
    work: Work,
    path: str | os.PathLike[str],
    password: str,
    documents: str | Sequence[str] | None,
) -> list[str]:
    """Put the original texts of a key file back. Returns the documents."""
    who = work.named()
    key = read_key(path, password)
    with work.store.change() as change:
        if key.project != work.fact(change, "project"):
            raise PseudonymError(say("key.other_project", path=path))
        rows = _chosen(work, change, key, documents)
        line = change.largest("journal", "line") + 1
        renaming = Renaming([one for one in key.decisions if one.accepted])
        erased = Erased()
        for row in rows:
            erased.remember_tags(change, row["document"])
            erased.shortened.add(row["document"])
            _restore(change, row, key, renaming)
        steps = _restore_cases(change, rows, (key, renaming, erased))
        scrub_journal(change, erased)
        steps += standing(change, erased, line)
        _restore_decisions(work, change, key, rows)
        steps += account_for(change, "decided")
        _forget_receipts(change, key, rows)
        told = {"receipt": work.new_id(), "created": work.clock(), "coder": who}
        change.update("journal", {"state": "forgotten"}, act="accept_pseudonyms", state="done")
        change.insert("journal", [journal_line(told, line, "restore_names", steps)])
    work.log("restored", str(told["receipt"]))
    work.write_log()
    return [row["document"] for row in rows]


def _chosen(
    work: Work, change: Change, key: Key, documents: str | Sequence[str] | None
) -> list[Row]:
    if documents is None:
        rows = change.rows("documents", order=("name", "document"))
        rows = [
            row for row in rows if row["document"] in key.documents and is_replaced(change, row)
        ]
    else:
        named = [documents] if isinstance(documents, str) else list(documents)
        rows = [work.document(change, one) for one in dict.fromkeys(named)]
        for row in rows:
            if row["document"] not in key.documents or not is_replaced(change, row):
                raise ProjectError(say("restore.not_there", document=row["name"]))
    if not rows:
        raise ProjectError(say("restore.nothing"))
    return rows


def _restore(change: Change, row: Row, key: Key, renaming: Renaming) -> None:
    """Put one text back, and what stands on it on the same words."""
    id_, now = (
        row["document"],
        change.row("texts", document=row["document"], version=row["version"]),
    )
    known = key.documents[id_]
    number = int(known["row"]["version"])
    original = key.versions_of(id_)[number]["text"]
    spans = [(one["start"], one["end"]) for _, one in placed_rows(change, id_)]
    origin = (now or {}).get("origin") or {}
    if origin.get("how") == REPLACED and id_ in key.offsets:
        moved: list[tuple[int, int]] = [key.offsets[id_].span_to_old(*span) for span in spans]
    else:
        # The text was corrected since: the words are known again by comparing.
        text = (now or {}).get("text", "")
        found = reanchored(text, original, spans)
        moved = [
            (one.start, one.end) for one in found if one.start is not None and one.end is not None
        ]
        if len(moved) < len(found):
            lost = len(found) - len(moved)
            raise ProjectError(say("restore.lost", document=row["name"], count=lost))
    change.delete("texts", document=id_)
    change.delete("turns", document=id_)
    change.insert("texts", known["texts"])
    change.insert("turns", known["turns"])
    for (table, one), (start, end) in zip(placed_rows(change, id_), moved, strict=True):
        own = "tag" if table == "tags" else "evidence"
        change.update(table, {"start": start, "end": end}, **{own: one[own]})
    back = {
        name: known["row"][name]
        for name in _NAMED
        if renaming.row("documents", known["row"])[name] == row[name]
    }
    change.update("documents", {**back, "version": number}, document=id_)


def _restore_cases(
    change: Change, rows: list[Row], whose: tuple[Key, Renaming, Erased]
) -> list[Step]:
    """Call cases as before, once no document stands in them under a pseudonym.

    Returns the steps that account for the cases, where one was changed.
    """
    key, renaming, erased = whose
    changed = False
    for case in sorted({row["case"] for row in rows}):
        inside = change.rows("documents", case=case)
        if any(one["document"] not in key.documents or is_replaced(change, one) for one in inside):
            continue
        for one in inside:
            called = key.documents[one["document"]]["row"]["case"]
            if called != case and renaming.words(called) == case:
                erased.remember_tags(change, one["document"])
                erased.shortened.add(one["document"])
                change.update("documents", {"case": called}, document=one["document"])
        for before, after in key.cases:
            if after["case"] == case and change.row("cases", case=case) == after:
                change.update("cases", before, case=case)
                changed = True
    return account_for(change, "cases") if changed else []


def _restore_decisions(work: Work, change: Change, key: Key, rows: list[Row]) -> None:
    """Know again who is who in the texts that are back."""
    texts = [key.texts[row["document"]] for row in rows]
    held = {id(one) for text in texts for one in names_in(text, key.decisions)}
    known = decided(change)
    subjects = {row["decision"]: row["subject"] for row in change.rows("decided")}
    nameless = [
        row
        for row in change.rows("decisions", what=DECISION)
        if row["decision"] in subjects and "name" not in row["content"]
    ]
    for one in key.decisions:
        if id(one) not in held or known.subject_of(one.name, one.kind):
            continue
        same = next((row for row in nameless if row["content"] == one.without_names()), None)
        if same is not None:
            nameless.remove(same)
            change.update("decisions", {"content": asdict(one)}, decision=same["decision"])
            continue
        decision = {
            "decision": work.new_id(),
            "what": DECISION,
            "document": "",
            "content": asdict(one),
            "coder": one.by,
            "created": work.clock(),
        }
        change.insert("decisions", [decision])
        subject = {"subject": work.new_id(), "decision": decision["decision"]}
        change.insert("decided", [subject])
    for row in rows:
        places = key.documents[row["document"]]["settled"]
        change.insert("decisions", places)
        change.insert(
            "decided",
            [{"subject": work.new_id(), "decision": place["decision"]} for place in places],
        )


def _forget_receipts(change: Change, key: Key, rows: list[Row]) -> None:
    """The texts are back: what tells a merge that they are gone must not."""
    back = {text["digest"] for row in rows for text in key.documents[row["document"]]["texts"]}
    for receipt in change.rows("receipts", target="pseudonyms"):
        erased = receipt["counts"]["erased"]
        digests = [digest for digest in erased["digests"] if digest not in back]
        counts = {**receipt["counts"], "erased": {**erased, "digests": digests}}
        change.update("receipts", {"counts": counts}, receipt=receipt["receipt"])

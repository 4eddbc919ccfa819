"""Documents in the project: imported, corrected, handed out to coders."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents import Document, Reading, Turn, find_turns, joined, read_folder, split
from icmo.documents.units import count_words
from icmo.project.care import Guard
from icmo.project.work import ProjectError, Work
from icmo.tags import reanchored

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from icmo._journal import Act
    from icmo._store import Change, Reader, Row
    from icmo.cases import Case
    from icmo.questions import Question

#: What is known of every document; anything else is an attribute.
_KNOWN = ("name", "case", "group", "kind", "date")


def import_documents(
    work: Work,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    attributes: str | os.PathLike[str] | None,
) -> tuple[list[str], tuple[str, ...]]:
    """Import files or a folder as one act. Returns the ids added and what was remarked."""
    return add_documents(work, read_folder(paths, attributes))


def add_documents(work: Work, reading: Reading) -> tuple[list[str], tuple[str, ...]]:
    """Put documents that were read into the project; a text that is there already is skipped."""
    added: list[str] = []
    remarks = list(reading.remarks)
    prepared = [(document, count_words(document.text)) for document in reading.documents]
    with work.act("import", work.coder or "import") as act:
        there = _digests(act.change)
        names = set(there.values())
        for document, words in prepared:
            if document.digest in there:
                remarks.append(_there(document.name, there[document.digest]))
                continue
            if document.name in names:
                remarks.append(say("import.same_name", name=document.name))
            added.append(_insert(work, act, document, words))
            there[document.digest] = document.name
            names.add(document.name)
        act.target = added[0] if len(added) == 1 else ""
    return added, tuple(remarks)


def _there(name: str, other: str) -> str:
    if name == other:
        return say("import.there", name=name)
    return say("import.there_as", name=name, other=other)


def _digests(change: Change) -> dict[str, str]:
    names = {row["document"]: row["name"] for row in change.rows("documents")}
    texts = change.columns("texts", ("document", "digest"))
    return {digest: names[document] for document, digest in texts if document in names}


def _insert(work: Work, act: Act, document: Document, words: int) -> str:
    id_ = work.new_id()
    insert_text(work, act.change, (id_, 1), document.text, words)
    act.change.insert("turns", turn_rows((id_, 1), document.turns))
    row = {
        "document": id_,
        "name": document.name,
        "case": document.case,
        "group": document.group,
        "kind": document.kind,
        "date": document.date,
        "attributes": dict(document.attributes),
        "version": 1,
        "guessed": int(document.guessed),
        "source": document.source,
    }
    act.insert("documents", [row])
    return id_


def insert_text(
    work: Work,
    change: Change,
    key: tuple[str, int],
    text: str,
    words: int,
    origin: Row | None = None,
) -> None:
    """Store a version of a document's text, and what it was made from."""
    document, version = key
    row = {
        "document": document,
        "version": version,
        "text": text,
        "digest": digest_of(text),
        "characters": len(text),
        "words": words,
        "created": work.clock(),
        "origin": origin,
    }
    change.insert("texts", [row])


def turn_rows(key: tuple[str, int], turns: Sequence[Turn]) -> list[Row]:
    """Return the turns of a version of a text as rows."""
    document, version = key
    return [
        {
            "document": document,
            "version": version,
            "number": number,
            "start": turn.start,
            "end": turn.end,
            "speaker": turn.speaker,
            "speaker_role": turn.speaker_role,
            "kind": turn.kind,
            "attributes": dict(turn.attributes),
        }
        for number, turn in enumerate(turns, 1)
    ]


def text_of(reader: Reader, row: Row) -> str:
    """Return the text in force of a document, unless it is no longer the text that was stored."""
    found = reader.row("texts", document=row["document"], version=row["version"])
    if found is None or digest_of(found["text"]) != found["digest"]:
        raise ProjectError(say("project.text_damaged", document=row["name"]))
    return str(found["text"])


def digest_of(text: str) -> str:
    """Return the fingerprint by which a text is known again."""
    return Document(name="", text=text, turns=()).digest


def preview_replacement(work: Work, document: str, new_text: str) -> list[Row]:
    """Return what a corrected text would do to each tag, without doing it."""
    with work.store.reading() as reader:
        row = work.document(reader, document)
        return _moves(reader, row, _normalised(new_text))


def replace_text(work: Work, document: str, new_text: str, *, lose_tags: bool = False) -> list[Row]:
    """Put a corrected text in force; tags and evidence go with their words.

    Refused where tags would be lost, unless `lose_tags` says that this is meant.
    """
    text = _normalised(new_text)
    words = count_words(text)
    with Guard(work) as guard, work.act("replace_text") as act:
        row = work.document(act.change, document)
        act.target = row["document"]
        if text == text_of(act.change, row):
            return _moves(act.change, row, text)
        moves = _moves(act.change, row, text)
        lost = [move for move in moves if move["outcome"] == "lost"]
        if lost and not lose_tags:
            raise ProjectError(say("replace.lost", count=len(lost), document=row["name"]))
        kinds = Counter(move["kind"] for move in lost)
        guard.before_losing(act.change, {"tags": kinds["tag"], "evidence": kinds["evidence"]})
        version = act.change.largest("texts", "version", document=row["document"]) + 1
        key = (row["document"], version)
        origin = {"from": row["version"], "how": "correction"}
        insert_text(work, act.change, key, text, words, origin)
        turns = _turns_again(act.change, row, text)
        act.change.insert("turns", turn_rows(key, turns))
        act.update("documents", row, version=version)
        for move in moves:
            _move(act, move)
    return moves


def _turns_again(reader: Reader, row: Row, text: str) -> list[Turn]:
    """Find the turns of a corrected text; what only the file knew of a turn is kept."""
    key = {"document": row["document"], "version": row["version"]}
    before = reader.rows("turns", order=("number",), **key)
    places = reanchored(text_of(reader, row), text, [(one["start"], one["end"]) for one in before])
    known = {place.start: one for one, place in zip(before, places, strict=True)}
    return [
        _with_what_was_known(turn, known[turn.start]) if turn.start in known else turn
        for turn in find_turns(text)
    ]


def _with_what_was_known(turn: Turn, old: Row) -> Turn:
    kept = {} if turn.speaker else {name: old[name] for name in ("speaker", "speaker_role", "kind")}
    return replace(turn, **kept, attributes={**old["attributes"], **turn.attributes})


def join_paragraphs(work: Work, document: str, number: int) -> None:
    """Join a guessed paragraph with the one after it."""
    _reparagraphed(work, document, lambda found: joined(found, number - 1))


def split_paragraph(work: Work, document: str, place: int) -> None:
    """Split a guessed paragraph before a character of the text."""
    _reparagraphed(work, document, lambda found: split(found, place))


def _reparagraphed(work: Work, document: str, change: Callable[[Document], Document]) -> None:
    with work.store.reading() as reader:
        row = work.document(reader, document)
        text = text_of(reader, row)
    found = Document(row["name"], text, (), guessed=bool(row["guessed"]))
    replace_text(work, row["document"], change(found).text)


def _moves(reader: Reader, row: Row, text: str) -> list[Row]:
    """Return each tag and evidence row of a document with where it would stand."""
    old = text_of(reader, row)
    standing = [
        {"kind": kind, "id": one[key], "start": one["start"], "end": one["end"]}
        for kind, table, key in (("tag", "tags", "tag"), ("evidence", "evidence", "evidence"))
        for one in reader.rows(table, order=("start", "end", key), document=row["document"])
    ]
    places = reanchored(old, text, [(one["start"], one["end"]) for one in standing])
    return [
        {**one, "new_start": place.start, "new_end": place.end, "outcome": place.outcome}
        for one, place in zip(standing, places, strict=True)
    ]


def _move(act: Act, move: Row) -> None:
    table, key = ("tags", "tag") if move["kind"] == "tag" else ("evidence", "evidence")
    before = act.change.row(table, **{key: move["id"]})
    if before is None:
        return
    if move["outcome"] == "lost":
        act.delete(table, before)
        return
    values = {"start": move["new_start"], "end": move["new_end"]}
    if table == "tags" and (values["start"], values["end"]) != (before["start"], before["end"]):
        values["line"] = act.line
    act.update(table, before, **values)


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def change_document(work: Work, document: str, values: Mapping[str, str]) -> None:
    """Change a document's name, case, group, kind, date or any attribute of it."""
    with work.act("change_document") as act:
        row = work.document(act.change, document)
        act.target = row["document"]
        known = {name: values[name] for name in _KNOWN if name in values}
        others = {name: value for name, value in values.items() if name not in _KNOWN}
        act.update("documents", row, **known, attributes={**row["attributes"], **others})


def assign(work: Work, document: str, coders: Sequence[str]) -> None:
    """Say who is to code a document; what somebody has finished stays finished."""
    wanted = [coders] if isinstance(coders, str) else list(coders)
    with work.act("assign") as act:
        row = work.document(act.change, document)
        act.target = row["document"]
        there = {
            one["coder"]: one for one in act.change.rows("assignments", document=row["document"])
        }
        for coder, one in there.items():
            if coder not in wanted and not one["done"]:
                act.delete("assignments", one)
        fresh = [coder for coder in dict.fromkeys(wanted) if coder not in there]
        act.insert(
            "assignments",
            [{"document": row["document"], "coder": coder, "done": 0} for coder in fresh],
        )


def mark_done(work: Work, document: str, *, done: bool) -> None:
    """Say that the coder has finished a document, or has not."""
    with work.act("mark_done") as act:
        row = work.document(act.change, document)
        act.target = row["document"]
        key = {"document": row["document"], "coder": act.coder}
        before = act.change.row("assignments", **key)
        if before is None:
            act.insert("assignments", [{**key, "done": int(done)}])
        else:
            act.update("assignments", before, done=int(done))


def set_cases(work: Work, cases: Iterable[Case]) -> None:
    """Keep what is known of each case; a case named again replaces what was known."""
    with work.act("set_cases", work.coder or "import") as act:
        for case in cases:
            row = {"case": case.case, "label": case.label, "attributes": dict(case.attributes)}
            before = act.change.row("cases", case=case.case)
            if before is None:
                act.insert("cases", [row])
            else:
                act.update("cases", before, **row)


def set_questions(work: Work, questions: Iterable[Question], language: str) -> None:
    """Keep the questions of the evaluation; they replace those kept before."""
    with work.act("set_questions", work.coder or "import") as act:
        for before in act.change.rows("questions"):
            act.delete("questions", before)
        rows = [
            {
                "question": one.question,
                "place": place,
                "purpose": one.purpose,
                "text": one.text if isinstance(one.text, str) else one.text.get(language, ""),
                "source": one.source,
                "chapter": one.chapter,
            }
            for place, one in enumerate(questions)
        ]
        act.insert("questions", rows)

"""Tags and memos: made, changed, taken away, and looked at again when a definition changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import say
from icmo.project.work import ProjectError, Work
from icmo.tags import check_polarity, check_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icmo._journal import Act
    from icmo._store import Reader, Row
    from icmo.codebook import Code

#: What a memo may be about.
MEMO_KINDS = ("project", "document", "code", "tag", "configuration", "case")


def definition_of(code: Code) -> str:
    """Return a fingerprint of what a code means: another one makes its tags stale."""
    meaning = (code.definition, code.include, code.exclude)
    return hashlib.sha256(repr(meaning).encode()).hexdigest()[:16]


def add_tag(
    work: Work,
    document: str,
    span: tuple[int, int],
    code: str,
    polarity: str | None,
    note: str,
    coder: str | None,
) -> str:
    """Give an excerpt a code. The same tag again is the first one; with other words it is an error."""
    check_polarity(polarity)
    with work.act("tag", coder) as act:
        row = _new_tag(work, act, document, span, code)
        twin = act.change.row("tags", **{name: row[name] for name in SAME_TAG})
        if twin is not None:
            _check_twin(twin, polarity, note)
            return str(twin["tag"])
        row |= {"tag": work.new_id(), "polarity": polarity, "note": note, "created": work.clock()}
        act.target = row["tag"]
        act.insert("tags", [row])
    return str(row["tag"])


SAME_TAG = ("document", "coder", "code", "start", "end")


def _new_tag(work: Work, act: Act, document: str, span: tuple[int, int], code: str) -> Row:
    found = work.document(act.change, document)
    start, end = span
    check_span(start, end, length_of(act.change, found))
    book = work.book_of(act.change, code)
    if book[code].retired:
        raise ProjectError(say("tag.retired", code=code))
    return {
        "document": found["document"],
        "coder": act.coder,
        "code": code,
        "start": start,
        "end": end,
        "definition": definition_of(book[code]),
        "line": act.line,
    }


def length_of(reader: Reader, document: Row) -> int:
    """Return how many characters the text in force of a document has."""
    key = {"document": document["document"], "version": document["version"]}
    return int(reader.columns("texts", ("characters",), **key)[0][0])


def _check_twin(twin: Row, polarity: str | None, note: str) -> None:
    if (polarity, note) not in ((None, ""), (twin["polarity"], twin["note"])):
        raise ProjectError(say("tag.twin", tag=twin["tag"]))


def add_tags(work: Work, rows: pd.DataFrame | Iterable[Mapping[str, Any]]) -> list[str]:
    """Put many tags into the project as one act, such as an import's.

    The rows have document (an id), start, end, code, coder, and may have tag, polarity, note and
    created. Column by column: an import may have a million of them.
    """
    given = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    if given.empty:
        return []
    _check_columns(given)
    with work.act("tag_many", work.coder or "import") as act:
        meanings = {
            code: definition_of(work.book_of(act.change, code)[code])
            for code in given["code"].unique()
        }
        _check_spans(work, act, given)
        count = len(given)
        written = {
            "tag": _filled(given, "tag") or [work.new_id() for _ in range(count)],
            "document": given["document"].tolist(),
            "coder": given["coder"].tolist(),
            "code": given["code"].tolist(),
            "start": given["start"].tolist(),
            "end": given["end"].tolist(),
            "polarity": [one or None for one in _filled(given, "polarity") or [""] * count],
            "note": _filled(given, "note") or [""] * count,
            "created": _filled(given, "created") or [work.clock()] * count,
            "definition": given["code"].map(meanings).tolist(),
            "line": [act.line] * count,
        }
        for polarity in set(written["polarity"]):
            check_polarity(polarity)
        act.insert_columns("tags", written)
    return list(written["tag"])


def _check_columns(given: pd.DataFrame) -> None:
    missing = [name for name in ("document", "start", "end", "code", "coder") if name not in given]
    if missing:
        raise ProjectError(say("tag.columns", columns=", ".join(missing)))


def _check_spans(work: Work, act: Act, given: pd.DataFrame) -> None:
    """Refuse an unknown document, and a span that is empty or outside its text."""
    lengths = {}
    for document in given["document"].unique():
        found = act.change.row("documents", document=document)
        lengths[document] = length_of(act.change, found or work.document(act.change, document))
    ends = given["document"].map(lengths)
    wrong = (given["start"] < 0) | (given["start"] >= given["end"]) | (given["end"] > ends)
    if wrong.any():
        place = int(wrong.to_numpy().argmax())
        row = given.iloc[place]
        check_span(int(row["start"]), int(row["end"]), int(ends.iloc[place]))


def _filled(given: pd.DataFrame, name: str) -> list[str]:
    """Return a column as text, empty where nothing stands; nothing where there is no such column."""
    return given[name].fillna("").tolist() if name in given else []


def remove_tag(work: Work, tag: str) -> None:
    """Take a tag away."""
    with work.act("untag") as act:
        act.target = tag
        act.delete("tags", _tag(act, tag))


def change_tag(work: Work, tag: str, values: Mapping[str, Any]) -> None:
    """Move a tag's bounds, or change its polarity or note."""
    with work.act("change_tag") as act:
        act.target = tag
        before = _tag(act, tag)
        after = {**before, **values}
        check_polarity(after["polarity"])
        document = work.document(act.change, before["document"])
        check_span(after["start"], after["end"], length_of(act.change, document))
        twin = act.change.row("tags", **{name: after[name] for name in SAME_TAG})
        if twin is not None and twin["tag"] != tag:
            raise ProjectError(say("tag.twin", tag=twin["tag"]))
        if after != before:
            act.update("tags", before, **values, line=act.line)


def look_again(work: Work, tags: Iterable[str]) -> None:
    """Say that tags made under an older definition still hold."""
    with work.act("look_again") as act:
        for tag in tags:
            before = _tag(act, tag)
            meaning = definition_of(work.book_of(act.change, before["code"])[before["code"]])
            if meaning != before["definition"]:
                act.update("tags", before, definition=meaning, line=act.line)


def _tag(act: Act, tag: str) -> Row:
    found = act.change.row("tags", tag=tag)
    if found is None:
        raise ProjectError(say("project.tag", tag=tag))
    return found


def add_memo(work: Work, target: str, text: str, kind: str | None) -> str:
    """Write a dated note on a document, code, tag, configuration or case, or on the project itself."""
    with work.act("memo") as act:
        row = {
            "memo": work.new_id(),
            "target_kind": kind or _kind_of(work, act, target),
            "target": _target_id(work, act, target, kind),
            "text": text,
            "coder": act.coder,
            "created": work.clock(),
        }
        act.target = str(row["memo"])
        act.insert("memos", [row])
    return str(row["memo"])


def _target_id(work: Work, act: Act, target: str, kind: str | None) -> str:
    if (kind or _kind_of(work, act, target)) == "document":
        return str(work.document(act.change, target)["document"])
    return target


def _kind_of(work: Work, act: Act, target: str) -> str:
    """Find out what a memo is about from what it names."""
    if not target or target == "project":
        return "project"
    for kind, table in (("tag", "tags"), ("configuration", "configurations"), ("case", "cases")):
        if act.change.row(table, **{kind: target}):
            return kind
    if any(target in book for book in work.codebooks(act.change).values()):
        return "code"
    work.document(act.change, target)
    return "document"

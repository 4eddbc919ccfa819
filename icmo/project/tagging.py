"""Tags and memos: made, changed, taken away, and looked at again when a definition changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

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
            check_twin(twin, polarity, note)
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


def check_twin(twin: Row, polarity: str | None, note: str) -> None:
    """Refuse the same tag with other words; without any it is simply the tag that is there."""
    if (polarity, note) not in ((None, ""), (twin["polarity"], twin["note"])):
        raise ProjectError(say("tag.twin", tag=twin["tag"]))


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


def add_memo(work: Work, target: str | None, text: str, kind: str | None) -> str:
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


def _target_id(work: Work, act: Act, target: str | None, kind: str | None) -> str:
    if (kind or _kind_of(work, act, target)) == "document":
        return str(work.document(act.change, target or "")["document"])
    return target or "project"


def _kind_of(work: Work, act: Act, target: str | None) -> str:
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

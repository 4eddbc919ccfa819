"""A consensus of coders: a layer of its own, each decision with its reason; the originals stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.project.tagging import SAME_TAG, definition_of, length_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_polarity, check_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from icmo._journal import Act
    from icmo._store import Row

#: Whose tags those are on which coders agreed; nobody codes under this name.
CONSENSUS = "consensus"
#: What kind of memo tells why a tag was taken into the consensus or left out.
DECISION = "adjudication"


def adjudicate(
    work: Work,
    document: str,
    decided: Sequence[str],
    agreed: Iterable[Mapping[str, Any]],
    reason: str,
) -> list[str]:
    """Decide on a difference as one act. Returns the ids of the tags of the consensus.

    `decided` are the tags that differ; a memo on each says why. `agreed` are rows of code, start,
    end and polarity that the consensus has there: none, one or several.
    """
    if not reason.strip():
        raise ProjectError(say("project.reason"))
    rows = [dict(row) for row in agreed]
    with work.act("adjudicate") as act:
        found = work.document(act.change, document)
        known = {row["tag"] for row in act.change.rows("tags", document=found["document"])}
        unknown = [tag for tag in decided if tag not in known]
        if unknown:
            raise ProjectError(say("project.tag", tag=unknown[0]))
        act.target = str(found["document"])
        made = [_tag(work, act, found, row, reason.strip()) for row in rows]
        act.insert("tags", [row for row, fresh in made if fresh])
        memos = [
            {
                "memo": work.new_id(),
                "target_kind": DECISION,
                "target": tag,
                "text": reason.strip(),
                "coder": act.coder,
                "created": work.clock(),
            }
            for tag in decided
        ]
        act.insert("memos", memos)
    return [str(row["tag"]) for row, _ in made]


def _tag(
    work: Work, act: Act, document: Row, given: Mapping[str, Any], note: str
) -> tuple[Row, bool]:
    """Return a tag of the consensus, and whether it is a new one."""
    start, end, code = int(given["start"]), int(given["end"]), str(given["code"])
    check_span(start, end, length_of(act.change, document))
    check_polarity(given.get("polarity"))
    book = work.book_of(act.change, code)
    row: Row = {
        "document": document["document"],
        "coder": CONSENSUS,
        "code": code,
        "start": start,
        "end": end,
        "polarity": given.get("polarity"),
        "note": note,
        "definition": definition_of(book[code]),
        "line": act.line,
    }
    twin = act.change.row("tags", **{name: row[name] for name in SAME_TAG})
    if twin is not None:
        return twin, False
    return {**row, "tag": work.new_id(), "created": work.clock()}, True

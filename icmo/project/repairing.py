"""Repair of a document in the project: what was accepted is carried out, and the way back is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.pseudonyms import OffsetMap as PseudonymMap
from icmo.documents.repair import RULES, OffsetMap, Proposal, apply
from icmo.documents.repair import proposals as find_proposals
from icmo.documents.units import count_words
from icmo.project.carrying import carried_turns, placed_rows
from icmo.project.documents import insert_text, text_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_span, reanchored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from icmo._journal import Act
    from icmo._store import Reader, Row
    from icmo.documents.pseudonyms import Key

#: A correction says only from which text it was made; a repair also where it changed what.
CORRECTED, REPAIRED, REPLACED = "correction", "repair", "pseudonyms"


def proposals_of(work: Work, document: str) -> tuple[str, list[Proposal]]:
    """Return a document's text and everything in it that looks damaged."""
    with work.store.reading() as reader:
        text = text_of(reader, work.document(reader, document))
    return text, find_proposals(text)


def repair(
    work: Work,
    document: str,
    given: pd.DataFrame | Iterable[Proposal | Mapping[str, Any]] | None,
    min_confidence: float | None,
) -> tuple[str, list[Proposal]]:
    """Carry out repairs as one act. Returns the text as it was and what was carried out.

    Of the proposals that nobody chose one by one, those that would leave a tag without words are
    passed over; a chosen one that does so is refused.
    """
    if given is None:
        text, found = proposals_of(work, document)
        chosen = [one for one in found if _is_accepted(one, min_confidence)]
    else:
        text, chosen = "", as_proposals(given)
        chosen = [
            one for one in chosen if min_confidence is None or _is_accepted(one, min_confidence)
        ]
    with work.act("repair") as act:
        row = work.document(act.change, document)
        act.target = row["document"]
        text = text_of(act.change, row)
        emptied = _emptying(act.change, row, chosen)
        if emptied and given is not None:
            raise ProjectError(say("repair.empties", count=len(emptied), document=row["name"]))
        chosen = [one for one in chosen if one not in emptied]
        if chosen:
            _carry_out(work, act, row, (text, chosen))
    return text, chosen


def _is_accepted(one: Proposal, min_confidence: float | None) -> bool:
    return one.safe or (min_confidence is not None and one.confidence >= min_confidence)


def as_proposals(
    given: pd.DataFrame | Iterable[Proposal | Mapping[str, Any]],
) -> list[Proposal]:
    """Read proposals as a person hands them back: a frame, or rows, perhaps with another `after`."""
    rows: Iterable[Any] = given.to_dict("records") if hasattr(given, "to_dict") else given
    found = []
    for row in rows:
        if isinstance(row, Proposal):
            found.append(row)
            continue
        missing = [name for name in ("start", "end", "before", "after") if name not in row]
        if missing:
            raise ProjectError(say("repair.columns", columns=", ".join(missing)))
        after = row["after"] if isinstance(row["after"], str) else ""  # an empty cell of a table
        found.append(
            Proposal(
                int(row["start"]),
                int(row["end"]),
                str(row["before"]),
                after,
                str(row.get("rule", RULES[0])),
                float(row.get("confidence", 1.0)),
                bool(row.get("safe", False)),
            )
        )
    return found


def _emptying(reader: Reader, row: Row, chosen: list[Proposal]) -> list[Proposal]:
    """Return the proposals that take all the words of some tag or evidence away."""
    gone = [one for one in chosen if not one.after]
    if not gone:
        return []
    spans = [(one["start"], one["end"]) for _, one in placed_rows(reader, row["document"])]
    return [
        one for one in gone if any(one.start <= start and end <= one.end for start, end in spans)
    ]


def _carry_out(work: Work, act: Act, row: Row, what: tuple[str, list[Proposal]]) -> None:
    """Put the repaired text in force; everything on it goes along by the map."""
    text, chosen = what
    done = apply(text, chosen)
    document, before = row["document"], row["version"]
    version = act.change.largest("texts", "version", document=document) + 1
    origin = {"from": before, "how": REPAIRED, "edits": done.offsets.to_list()}
    insert_text(work, act.change, (document, version), done.text, count_words(done.text), origin)
    turns = act.change.rows("turns", document=document, version=before)
    move = done.offsets.span_to_repaired
    act.change.insert("turns", carried_turns(turns, text, done.text, move, version))
    act.update("documents", row, version=version)
    for table, one in placed_rows(act.change, document):
        start, end = move(one["start"], one["end"])
        if start >= end:
            # Several deletions beside each other left nothing of it.
            raise ProjectError(say("repair.empties", count=1, document=row["name"]))
        if (start, end) != (one["start"], one["end"]):
            line = {"line": act.line} if table == "tags" else {}
            act.update(table, one, start=start, end=end, **line)


def original_place(
    work: Work, document: str, span: tuple[int, int], key: Key | None
) -> tuple[int, int, str]:
    """Return where a span of the text in force stands in the file as it was, and the words there."""
    with work.store.reading() as reader:
        row = work.document(reader, document)
        check_span(*span, len(text_of(reader, row)))
        versions = {one["version"]: one for one in reader.rows("texts", document=row["document"])}
    version = int(row["version"])
    while (origin := versions[version].get("origin")) is not None:
        if origin["how"] == REPLACED and origin["from"] not in versions:
            if key is None or row["document"] not in key.documents:
                raise ProjectError(say("original.key", document=row["name"]))
            span = PseudonymMap.from_json(origin["edits"]).span_to_old(*span)
            versions = key.versions_of(row["document"])
            version = key.version_of(row["document"])
            continue
        if origin["from"] not in versions:
            break
        now, before = versions[version]["text"], versions[origin["from"]]["text"]
        span = _one_back(origin, (before, now), span, row["name"])
        version = origin["from"]
    return *span, str(versions[version]["text"][slice(*span)])


def _one_back(
    origin: Row, texts: tuple[str, str], span: tuple[int, int], name: str
) -> tuple[int, int]:
    """Return the span in the text that another one was made from."""
    before, now = texts
    if origin["how"] == REPAIRED:
        return OffsetMap.from_list(origin["edits"]).span_to_original(*span)
    if origin["how"] == REPLACED:
        return PseudonymMap.from_json(origin["edits"]).span_to_old(*span)
    (place,) = reanchored(now, before, [span])
    if place.start is None or place.end is None:
        raise ProjectError(say("original.nowhere", document=name))
    return place.start, place.end

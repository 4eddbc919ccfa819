"""Configurations and their evidence: set up, changed for a reason, joined, argued for or against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._schema import TARGETS
from icmo._strings import did_you_mean, say
from icmo.configurations import (
    DETAILS,
    EXPLICITNESS,
    RELATIONS,
    SLOTS,
    STATUSES,
    as_moderators,
    check_details,
    check_known,
    check_moderators,
    check_stance,
)
from icmo.project.tagging import length_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo._journal import Act
    from icmo._store import Reader, Row

#: What a version of a configuration consists of.
CONTENT = ("title", "slots", "moderators", "for_whom", "status", "sentence", "details")


def configure(
    work: Work,
    slots: Mapping[str, Sequence[str]],
    moderator: Sequence[str | Mapping[str, str]],
    for_whom: Sequence[str],
    title: str,
    details: Mapping[str, str] | None = None,
    status: str = "initial",
) -> str:
    """Set up a configuration; any slot may be empty. Returns its id."""
    told = {name: value for name, value in (details or {}).items() if value}
    moderators = [dict(one) for one in as_moderators(moderator)]
    _check(told, moderators, status)
    with work.act("configure") as act:
        row: Row = {
            "configuration": work.new_id(),
            "title": title,
            "slots": {slot: list(slots[slot]) for slot in SLOTS},
            "moderators": moderators,
            "for_whom": list(for_whom),
            "status": status,
            "version": 1,
            "created": work.clock(),
            "sentence": "",
            "details": told,
        }
        _check_codes(work, act.change, row)
        act.target = str(row["configuration"])
        act.insert("configurations", [row])
        _remember(work, act, row, "")
    return str(row["configuration"])


def change_configuration(
    work: Work, configuration: str, reason: str, given: Mapping[str, Any]
) -> int:
    """Change a configuration; without a reason nothing is changed. Returns the version in force."""
    unknown = [name for name in given if name not in (*_GIVEN, *SLOTS, *DETAILS)]
    if unknown:
        known = (*_GIVEN, *SLOTS, *DETAILS)
        raise ProjectError(
            say("project.change_unknown", name=unknown[0], known=", ".join(known))
            + did_you_mean(unknown[0], known)
        )
    with work.act("change_configuration") as act:
        before = _configuration(act.change, configuration)
        after = {**before, **_changed(before, given)}
        if after == before:
            return int(before["version"])
        if not reason.strip():
            raise ProjectError(say("project.reason"))
        _check(after["details"], after["moderators"], after["status"])
        _check_codes(work, act.change, after)
        after["version"] = int(before["version"]) + 1
        act.target = configuration
        act.update("configurations", before, **after)
        _remember(work, act, after, reason.strip())
    return int(after["version"])


_GIVEN = ("title", "moderator", "for_whom", "status", "sentence")


def _changed(before: Row, given: Mapping[str, Any]) -> Row:
    values: Row = {name: given[name] for name in ("title", "status", "sentence") if name in given}
    slots = {slot: list(given[slot]) for slot in SLOTS if slot in given}
    if slots:
        values["slots"] = {**before["slots"], **slots}
    if "moderator" in given:
        values["moderators"] = [dict(one) for one in as_moderators(given["moderator"])]
    if "for_whom" in given:
        values["for_whom"] = list(given["for_whom"])
    details = {name: given[name] for name in DETAILS if name in given}
    if details:
        told = {**before["details"], **details}
        values["details"] = {name: told[name] for name in DETAILS if told.get(name)}
    return values


def _check(details: Mapping[str, str], moderators: list[dict[str, str]], status: str) -> None:
    check_details(details)
    check_moderators(tuple(moderators))
    check_known("status", status or "?", STATUSES)


def _check_codes(work: Work, reader: Reader, row: Row) -> None:
    named = [code for codes in row["slots"].values() for code in codes]
    named += [one[key] for one in row["moderators"] for key in ("code", "on") if one.get(key)]
    for code in named:
        work.book_of(reader, code)


def _remember(work: Work, act: Act, row: Row, reason: str) -> None:
    """Keep a version with the reason for it."""
    version: Row = {
        "change": work.new_id(),
        "configuration": row["configuration"],
        "version": row["version"],
        "reason": reason,
        "content": {name: row[name] for name in CONTENT},
        "coder": act.coder,
        "created": work.clock(),
    }
    act.insert("changes", [version])


def _configuration(reader: Reader, configuration: str) -> Row:
    found = reader.row("configurations", configuration=configuration)
    if found is None:
        raise ProjectError(say("project.configuration", configuration=configuration))
    return found


def relate(work: Work, configuration: str, other: str, kind: str) -> str:
    """Say how one configuration stands to another. Returns the relation's id."""
    check_known("relation", kind or "?", RELATIONS)
    if configuration == other:
        raise ProjectError(say("project.relate_itself"))
    with work.act("relate") as act:
        for one in (configuration, other):
            _configuration(act.change, one)
        same = {"configuration": configuration, "other": other, "kind": kind}
        found = act.change.rows("relations", **same)
        if found:
            return str(found[0]["relation"])
        row: Row = {
            "relation": work.new_id(),
            "configuration": configuration,
            "kind": kind,
            "other": other,
            "coder": act.coder,
            "created": work.clock(),
        }
        act.target = str(row["relation"])
        act.insert("relations", [row])
    return str(row["relation"])


def remove_relation(work: Work, relation: str) -> None:
    """Take a relation between two configurations away."""
    with work.act("remove_relation") as act:
        found = act.change.row("relations", relation=relation)
        if found is None:
            raise ProjectError(say("project.relation", relation=relation))
        act.target = relation
        act.delete("relations", found)


def add_evidence(
    work: Work,
    target: str,
    document: str,
    span: tuple[int, int],
    stance: str,
    note: str,
    explicitness: str = "said",
) -> str:
    """Attach an excerpt to a configuration, claim, rating or judgement, which it supports or not."""
    check_stance(stance)
    with work.act("add_evidence") as act:
        kind = kind_of(act.change, target)
        row = evidence_row(work, act, (kind, target), document, span)
        row |= _argued(stance, note, explicitness)
        act.target = str(row["evidence"])
        act.insert("evidence", [row])
    return str(row["evidence"])


def change_evidence(work: Work, evidence: str, given: Mapping[str, str]) -> None:
    """Change the stance, the note or the explicitness of an evidence row."""
    with work.act("change_evidence") as act:
        row = _evidence(act.change, evidence)
        values = {name: row[name] for name in ("stance", "note", "explicitness")}
        values |= {name: value for name, value in given.items() if value is not None}
        check_stance(values["stance"])
        act.target = evidence
        act.update("evidence", row, **_argued(**values))


def remove_evidence(work: Work, evidence: str) -> None:
    """Take an evidence row away."""
    with work.act("remove_evidence") as act:
        act.target = evidence
        act.delete("evidence", _evidence(act.change, evidence))


def _evidence(reader: Reader, evidence: str) -> Row:
    found = reader.row("evidence", evidence=evidence)
    if found is None:
        raise ProjectError(say("project.evidence", evidence=evidence))
    return found


def _argued(stance: str, note: str, explicitness: str) -> Row:
    check_known("explicitness", explicitness or "?", EXPLICITNESS)
    if explicitness == "inferred" and not note.strip():
        raise ProjectError(say("project.inferred"))
    return {"stance": stance, "note": note, "explicitness": explicitness}


def kind_of(reader: Reader, target: str) -> str:
    """Return what an id is the id of: configuration, claim, rating or judgement."""
    for kind, table in TARGETS.items():
        if reader.row(table, **{kind: target}) is not None:
            return kind
    raise ProjectError(say("project.configuration", configuration=target))


def evidence_row(
    work: Work, act: Act, target: tuple[str, str], document: str, span: tuple[int, int]
) -> Row:
    """Return an evidence row, but for what it argues."""
    found = work.document(act.change, document)
    check_span(*span, length_of(act.change, found))
    return {
        "evidence": work.new_id(),
        "target_kind": target[0],
        "target": target[1],
        "document": found["document"],
        "start": span[0],
        "end": span[1],
        "coder": act.coder,
        "created": work.clock(),
    }

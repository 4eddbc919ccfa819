"""Configurations and their evidence: set up, and argued for or against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.configurations import SLOTS, as_moderators, check_moderators, check_stance
from icmo.project.tagging import length_of
from icmo.project.work import ProjectError, Work
from icmo.tags import check_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo._store import Row


def configure(
    work: Work,
    slots: Mapping[str, Sequence[str]],
    moderator: Sequence[str | Mapping[str, str]],
    for_whom: Sequence[str],
    title: str,
) -> str:
    """Set up a configuration; any slot may be empty. Returns its id."""
    moderators = as_moderators(moderator)
    check_moderators(moderators)
    named = [code for codes in slots.values() for code in codes]
    named += [one[key] for one in moderators for key in ("code", "on") if one.get(key)]
    with work.act("configure") as act:
        for code in named:
            work.book_of(act.change, code)
        row: Row = {
            "configuration": work.new_id(),
            "title": title,
            "slots": {slot: list(slots[slot]) for slot in SLOTS},
            "moderators": [dict(one) for one in moderators],
            "for_whom": list(for_whom),
            "status": "initial",
            "version": 1,
            "created": work.clock(),
        }
        act.target = str(row["configuration"])
        act.insert("configurations", [row])
    return str(row["configuration"])


def add_evidence(
    work: Work, configuration: str, document: str, span: tuple[int, int], stance: str, note: str
) -> str:
    """Attach an excerpt to a configuration: it supports, contradicts or qualifies it."""
    check_stance(stance)
    with work.act("add_evidence") as act:
        if act.change.row("configurations", configuration=configuration) is None:
            raise ProjectError(say("project.configuration", configuration=configuration))
        found = work.document(act.change, document)
        check_span(*span, length_of(act.change, found))
        row: Row = {
            "evidence": work.new_id(),
            "target_kind": "configuration",
            "target": configuration,
            "document": found["document"],
            "start": span[0],
            "end": span[1],
            "stance": stance,
            "note": note,
            "coder": act.coder,
            "created": work.clock(),
        }
        act.target = str(row["evidence"])
        act.insert("evidence", [row])
    return str(row["evidence"])

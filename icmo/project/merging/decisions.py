"""Decisions on names that only the other copy has: taken where a text here still holds the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import Decision
from icmo.project.deciding import DECISION, decided, names_in

if TYPE_CHECKING:
    from icmo.project.merging.report import Merge


def merge_decisions(merge: Merge) -> None:
    """Take their decisions; on whom somebody decided here, that stays.

    A name whose pseudonym was put in here does not come back with its decision. What they settled
    place by place and signed holds for their text alone and is not taken.
    """
    change, there = merge.act.change, merge.theirs.reader
    known = decided(change)
    subjects = {row["subject"] for row in change.rows("decided")}
    texts = [text for (text,) in change.columns("texts", ("text",))]
    for row in there.rows("decided"):
        found = there.row("decisions", decision=row["decision"])
        if row["subject"] in subjects or found is None or found["what"] != DECISION:
            continue
        if "name" not in found["content"]:
            continue
        one = Decision(**(found["content"] | {"forms": tuple(found["content"]["forms"])}))
        if known.subject_of(one.name, one.kind) or not any(names_in(text, [one]) for text in texts):
            continue
        if change.row("decisions", decision=row["decision"]) is None:
            change.insert("decisions", [found])
        merge.act.insert("decided", [row])

"""What contradicts a configuration, where it was searched in vain, and where nobody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import alphabetical
from icmo._frames import make_frame
from icmo.configurations.coded import Coded, passages_against
from icmo.configurations.counting import passages_of
from icmo.configurations.records import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from icmo.configurations.coded import Truth

FINDINGS = (
    "against",
    "no_mechanism_or_outcome",
    "outcome_without_mechanism",
    "none_found",
    "never_coded",
    "not_looked_for",
)
_COLUMNS = ("configuration", "title", "case", "finding", "codes", "passages", "evidence")
_LEFT_OUT = ("role", "code", "cases", "documents", "passages")
_PLAIN = {"case": "", "codes": (), "evidence": (), "passages": 0}


def disconfirming_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    tags: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    match: str = "all",
    level: str = "code",
    parents: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Look for what contradicts each configuration, and say where nobody has looked.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        tags: a frame with the columns of `project.tags()`.
        documents: a frame with the columns of `project.documents()`. A document is looked at
            when somebody has finished it, or when nobody was assigned and it has tags. Without
            documents, a case is looked at when it has tags.
        match: whether all the codes of a slot must be coded in a case, or any of them.
        level: code, or parent.
        parents: the parent of each code that has one.

    Returns:
        A frame with the columns configuration, title, case, finding, codes (those missing),
        passages (how many speak against; those that overlap count once) and evidence (their
        ids). The findings: `against` (passages marked so), `no_mechanism_or_outcome`
        (intervention and context are there, a mechanism or outcome is not),
        `outcome_without_mechanism`, `none_found` (every case that was looked at was searched in
        vain), `never_coded` (codes of the configuration that nobody has used anywhere, so that
        their absence says nothing) and `not_looked_for` (a case nobody has coded to the end).
    """
    found = Coded(configurations, tags, documents, match, level, parents)
    looked = found.looked_at(tags, documents)
    lacking = _lacking(found, looked)
    against, unused = passages_against(evidence), found.unused()
    (unread,) = found.named(~looked[None, :])
    rows: list[dict[str, Any]] = []
    for row, id_ in enumerate(found.ids):
        own = [*_spoken(against.get(id_, {})), *lacking[row]]
        if not own and looked.any():
            own.append({"finding": "none_found"})
        if unused[row]:
            own.append({"finding": "never_coded", "codes": unused[row]})
        own += [{"case": case, "finding": "not_looked_for"} for case in unread]
        head = {**_PLAIN, "configuration": id_, "title": found.titles[row]}
        rows += [{**head, **one} for one in own]
    return make_frame(rows, _COLUMNS, ("passages",), ("codes", "evidence"))


def _spoken(cases: Mapping[str, tuple[int, tuple[str, ...]]]) -> Iterator[dict[str, Any]]:
    for case in alphabetical(cases):
        passages, ids = cases[case]
        yield {"case": case, "finding": "against", "passages": passages, "evidence": ids}


def _lacking(found: Coded, looked: Truth) -> list[list[dict[str, Any]]]:
    """Return, for each configuration, the cases that have a part of it without what should follow."""
    has = {slot: found.has(slot) for slot in SLOTS}
    fills = {slot: found.filled(slot)[:, None] for slot in SLOTS}
    premise = has["intervention"] & has["context"] & (fills["intervention"] | fills["context"])
    lacks = premise & ~(has["mechanism"] & has["outcome"]) & looked
    unexplained = has["outcome"] & fills["outcome"] & ~has["mechanism"] & looked
    rows: list[list[dict[str, Any]]] = [[] for _ in found.ids]
    for finding, where, slots in (
        ("no_mechanism_or_outcome", lacks, ("mechanism", "outcome")),
        ("outcome_without_mechanism", unexplained, ("mechanism",)),
    ):
        for row, place in zip(*(part.tolist() for part in where.nonzero()), strict=True):
            codes = found.missing(row, place, slots)
            rows[row].append({"case": found.cases[place], "finding": finding, "codes": codes})
    return rows


def left_out_table(configurations: pd.DataFrame, tags: pd.DataFrame) -> pd.DataFrame:
    """Return what people speak of and no configuration holds: what the theory has not looked for.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        tags: a frame with the columns of `project.tags()`.

    Returns:
        A frame with the columns role, code, cases, documents and passages (those that overlap
        count once), of codes whose role is a part of a configuration; the most cases first.
    """
    held = {code for slot in SLOTS for codes in configurations[slot] for code in codes}
    held |= {one["code"] for some in configurations["moderators"] for one in some}
    own = tags[tags["role"].isin([*SLOTS, "moderator"]) & ~tags["code"].isin(list(held))]
    number: dict[tuple[str, str], int] = {}
    pairs = zip(own["role"].tolist(), own["code"].tolist(), strict=True)
    group = np.array([number.setdefault(pair, len(number)) for pair in pairs], dtype=np.int64)
    passages = passages_of(own, group, len(number)).tolist()
    rows = [
        {
            "role": role,
            "code": code,
            "cases": own.loc[group == place, "case"].nunique(),
            "documents": own.loc[group == place, "document"].nunique(),
            "passages": passages[place],
        }
        for (role, code), place in number.items()
    ]
    rows.sort(key=lambda row: (-row["cases"], -row["passages"], row["code"]))
    return make_frame(rows, _LEFT_OUT, ("cases", "documents", "passages"))

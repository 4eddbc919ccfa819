"""What configurations rest on: passages counted once, and how their parts meet around a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._frames import make_frame
from icmo._spans import Ground, merge, overlapping_pairs
from icmo.configurations.records import EXPLICITNESS, SLOTS, STANCES

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

_OF = ("documents", "cases", "groups")
#: The columns of counts: of everything, then of each stance by itself.
COUNTS = (
    "passages",
    *_OF,
    *(name for stance in STANCES for name in (stance, *(f"{stance}_{of}" for of in _OF))),
)
#: How the parts of a configuration meet: in the passage, in its document, or only across documents.
LINKAGES = ("passage", "document", "across")


def evidence_table(configurations: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Count what each configuration rests on.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.

    Returns:
        A frame with the columns configuration, title, passages, documents, cases, groups, then
        for each stance its passages and its documents, cases and groups; said and inferred (rows
        of evidence, as the evidence says); and passage, document and across (rows, by linkage).
        Passages that overlap count once.
    """
    ids = configurations["configuration"].tolist()
    place = {id_: number for number, id_ in enumerate(ids)}
    own = evidence[evidence["target_kind"] == "configuration"]
    group = own["target"].map(place)
    own, numbers = own[group.notna()], group[group.notna()].to_numpy().astype(np.int64)
    counts = count_passages(own, numbers, len(ids))
    for column, words in (("explicitness", EXPLICITNESS), ("linkage", LINKAGES)):
        for word in words:
            same = (own[column] == word).to_numpy() if column in own else np.zeros(len(own), bool)
            counts[word] = np.bincount(numbers[same], minlength=len(ids))
    rows = [
        {
            "configuration": id_,
            "title": title,
            **{name: int(values[number]) for name, values in counts.items()},
        }
        for number, (id_, title) in enumerate(zip(ids, configurations["title"], strict=True))
    ]
    return make_frame(rows, ("configuration", "title", *counts), tuple(counts))


def count_passages(evidence: pd.DataFrame, group: Whole, groups: int) -> dict[str, Whole]:
    """Count passages, documents, cases and respondent groups in each group of evidence rows."""
    columns = {
        "documents": _numbered(evidence, "document"),
        "cases": _numbered(evidence, "case"),
        "groups": _numbered(evidence, "group"),
    }
    start, end = _spans(evidence)
    stance = evidence["stance"].to_numpy()
    counts: dict[str, Whole] = {}
    for name in ("", *STANCES):
        some = np.ones(len(evidence), bool) if not name else stance == name
        whose = group[some]
        passages = _passages(whose, columns["documents"][some], start[some], end[some], groups)
        counts[name or "passages"] = passages
        for of, values in columns.items():
            counted = f"{name}_{of}" if name else of
            counts[counted] = _different(whose, values[some], groups)
    return {name: counts[name] for name in COUNTS}


def passages_of(evidence: pd.DataFrame, group: Whole, groups: int) -> Whole:
    """Return how many passages each group of evidence rows has; those that overlap count once."""
    return _passages(group, _numbered(evidence, "document"), *_spans(evidence), groups)


def _numbered(evidence: pd.DataFrame, column: str) -> Whole:
    """Return each value as a number; what is empty is -1."""
    import pandas as pd

    if column not in evidence:
        return np.full(len(evidence), -1, dtype=np.int64)
    values = evidence[column].where(evidence[column] != "")
    return np.asarray(pd.factorize(values)[0], dtype=np.int64)


def _spans(evidence: pd.DataFrame) -> tuple[Whole, Whole]:
    if "start" not in evidence or "end" not in evidence:
        # Rows without places are each a passage of their own.
        start = np.arange(len(evidence), dtype=np.int64) * 2
        return start, start + 1
    return evidence["start"].to_numpy(np.int64), evidence["end"].to_numpy(np.int64)


def _different(group: Whole, values: Whole, groups: int) -> Whole:
    """Return how many different values each group has."""
    kept = values >= 0
    pairs = np.unique(group[kept] * (int(values.max(initial=0)) + 1) + values[kept])
    return np.bincount(pairs // (int(values.max(initial=0)) + 1), minlength=groups)


def _passages(group: Whole, document: Whole, start: Whole, end: Whole, groups: int) -> Whole:
    """Return how many passages each group has, those that overlap counted once."""
    width = int(end.max(initial=0)) + 1
    documents = int(document.max(initial=0)) + 2
    base = (group * documents + document + 1) * width
    begins, _ = merge(base + start, base + end, touching=False)
    return np.bincount(begins // (documents * width), minlength=groups)


def linkages(configurations: pd.DataFrame, evidence: pd.DataFrame, tags: pd.DataFrame) -> list[str]:
    """Say of each evidence row how the parts of its configuration meet around it.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: rows with target_kind, target, document, start, end.
        tags: rows with document, code, start, end.

    Returns:
        For each row: `passage` where tags in the passage fill every filled slot of the
        configuration; `document` where tags of the same document do; `across` where the parts
        come from several documents, or from the analyst; empty where the row is not about a
        configuration. This keeps A → B from one person and B → C from another apart from a
        person who says A → B → C.
    """
    import pandas as pd

    where = _filled(configurations)
    targets = [
        where.get(target) if kind == "configuration" else None
        for kind, target in zip(evidence["target_kind"], evidence["target"], strict=True)
    ]
    used = {code for one in where.values() for slot in one for code in slot}
    tags = tags[tags["code"].isin(used)]
    both = pd.concat([evidence["document"], tags["document"]], ignore_index=True)
    document = np.asarray(pd.factorize(both)[0], dtype=np.int64)
    mine, theirs = document[: len(evidence)], document[len(evidence) :]
    codes = tags["code"].tolist()
    in_document: dict[int, set[str]] = {}
    for one, code in zip(theirs.tolist(), codes, strict=True):
        in_document.setdefault(one, set()).add(code)
    in_passage: list[set[str]] = [set() for _ in range(len(evidence))]
    for row, tag in zip(*_met(evidence, tags, mine, theirs), strict=True):
        in_passage[row].add(codes[tag])
    return [
        ""
        if slots is None
        else _linkage(slots, in_passage[row], in_document.get(int(mine[row]), set()))
        for row, slots in enumerate(targets)
    ]


def _met(
    evidence: pd.DataFrame, tags: pd.DataFrame, mine: Whole, theirs: Whole
) -> tuple[list[int], list[int]]:
    """Return which passages share text with which tags."""
    start, end = _spans(evidence)
    tag_start, tag_end = _spans(tags)
    size = max(int(end.max(initial=0)), int(tag_end.max(initial=0)))
    count = int(max(mine.max(initial=-1), theirs.max(initial=-1))) + 1
    base = Ground(np.full(count, size, dtype=np.int64)).offsets if count else np.zeros(0, np.int64)
    rows, found = overlapping_pairs(
        base[mine] + start, base[mine] + end, base[theirs] + tag_start, base[theirs] + tag_end
    )
    return rows.tolist(), found.tolist()


def _filled(configurations: pd.DataFrame) -> dict[str, list[set[str]]]:
    """Return the codes of each filled slot of each configuration."""
    columns = [configurations[slot].tolist() for slot in SLOTS]
    return {
        id_: [set(column[row]) for column in columns if column[row]]
        for row, id_ in enumerate(configurations["configuration"])
    }


def _linkage(slots: list[set[str]], passage: set[str], document: set[str]) -> str:
    if not slots:
        return "across"
    for name, codes in (("passage", passage), ("document", document)):
        if all(slot & codes for slot in slots):
            return name
    return "across"

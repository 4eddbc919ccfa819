"""Do coders see the same configurations in the same passages?"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from icmo._frames import make_frame
from icmo.configurations.patterns import LEVELS, pattern_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

_COLUMNS = ("level", "coder", "other", "documents", "passages", "percent", "ac1")
#: What a coder made of a passage: the patterns it is evidence of, with their stances.
Judgement = frozenset[str]


def configuration_agreement_table(
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    parents: Mapping[str, str] | None = None,
    *,
    moderators: bool = False,
) -> pd.DataFrame:
    """Say how far coders attach the same passages to the same patterns, at each level.

    A unit is a passage that at least one of two coders made evidence of something; those that
    overlap are one. They agree where both attached it to the same pattern or patterns. A passage
    that neither used is not counted, as nobody knows how many there are. This way of counting is
    our own.

    Args:
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        documents: a frame with the columns of `project.documents()`; only documents assigned to
            both count. Without it, documents in which both have evidence.
        parents: the parent of each code that has one.
        moderators: whether moderators belong to a pattern.

    Returns:
        A frame with the columns level, coder, other, documents, passages, percent and ac1 (Gwet's,
        which cannot be calculated where only one judgement occurs).
    """
    rows = []
    for level in LEVELS:
        own = pattern_evidence(configurations, evidence, level, parents, moderators=moderators)
        coders = sorted(set(own["coder"]))
        for coder, other in itertools.combinations(coders, 2):
            shared = _shared(own, documents, coder, other)
            some = own[own["coder"].isin([coder, other]) & own["document"].isin(shared)]
            judged = list(_judged(some, coder, other))
            rows.append(
                {
                    "level": level,
                    "coder": coder,
                    "other": other,
                    "documents": len(shared),
                    "passages": len(judged),
                    "percent": np.mean([one == two for one, two in judged]) if judged else np.nan,
                    "ac1": _ac1(judged),
                }
            )
    return make_frame(rows, _COLUMNS, ("documents", "passages"), decimals=("percent", "ac1"))


def _shared(own: pd.DataFrame, documents: pd.DataFrame | None, coder: str, other: str) -> set[str]:
    if documents is not None:
        rows = zip(documents["document"], documents["coders"], strict=True)
        return {document for document, coders in rows if {coder, other} <= set(coders)}
    used = [set(own[own["coder"] == one]["document"]) for one in (coder, other)]
    return used[0] & used[1]


def _judged(some: pd.DataFrame, coder: str, other: str) -> Iterator[tuple[Judgement, Judgement]]:
    """Yield what each of the two made of each passage."""
    names = ("document", "start", "end", "coder", "pattern")
    rows = sorted(zip(*(some[name] for name in names), strict=True))
    made: dict[str, set[str]] = defaultdict(set)
    reach: tuple[str, int] = ("", -1)
    for document, start, end, who, pattern in rows:
        if made and (document != reach[0] or start >= reach[1]):
            yield frozenset(made[coder]), frozenset(made[other])
            made.clear()
        furthest = max(end, reach[1]) if made else end
        reach = (document, furthest)
        made[who].add(pattern)
    if made:
        yield frozenset(made[coder]), frozenset(made[other])


def _ac1(judged: list[tuple[Judgement, Judgement]]) -> float:
    """Return Gwet's AC1: 1 less the disagreement observed over the one expected by chance."""
    counted = Counter(itertools.chain.from_iterable(judged))
    if len(counted) < 2:  # noqa: PLR2004 - nothing to differ on
        return float("nan")
    shares = np.array(list(counted.values())) / (2 * len(judged))
    chance = float((shares * (1 - shares)).sum() / (len(counted) - 1))
    observed = float(np.mean([one == two for one, two in judged]))
    return (observed - chance) / (1 - chance)

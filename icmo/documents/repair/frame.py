"""The table a person reads before accepting repairs: each proposal in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from icmo.documents.repair.records import Proposal

COLUMNS = ["start", "end", "before", "after", "rule", "confidence", "safe", "sentence"]
TYPES = {
    "start": "int64", "end": "int64", "before": "str", "after": "str", "rule": "str",
    "confidence": "float64", "safe": "bool", "sentence": "str",
}  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ”\"•–])|\n\s*\n")


def proposals_frame(text: str, proposals: Iterable[Proposal]) -> pd.DataFrame:
    """Return the proposals as a table.

    Columns: start, end, before, after, rule, confidence, safe, sentence.
    """
    import pandas as pd

    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    rows = [
        [
            proposal.start,
            proposal.end,
            proposal.before,
            proposal.after,
            proposal.rule,
            proposal.confidence,
            proposal.safe,
            _sentence(text, ends, proposal),
        ]
        for proposal in proposals
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype(TYPES)


def _sentence(text: str, ends: list[int], proposal: Proposal) -> str:
    """Return the sentence as it stands, with its line ends as spaces."""
    from bisect import bisect_left, bisect_right

    first = ends[bisect_right(ends, proposal.start) - 1]
    last = ends[min(bisect_left(ends, max(proposal.end, first + 1)), len(ends) - 1)]
    return " ".join(text[first:last].split())

"""One look per role, the same in tagger, map, matrix and report.

The colours are Paul Tol's muted scheme, chosen to stay apart for colour-blind readers; each
role also has a letter and a line style, so that nothing rests on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """How a role appears on screen and in print."""

    colour: str
    letter: str
    line: str


LOOKS = {
    "principle": Look("#332288", "P", "solid"),
    "intervention": Look("#0077aa", "I", "solid"),
    "context": Look("#777733", "C", "dashed"),
    "moderator": Look("#aa4499", "m", "dotted"),
    "mechanism": Look("#b5651d", "M", "solid"),
    "outcome": Look("#117733", "O", "double"),
    "theme": Look("#44807a", "T", "dashed"),
    "target": Look("#882255", "A", "dashed"),
    "factor": Look("#8a4a5a", "F", "dotted"),
    "actor": Look("#4a5a8a", "R", "dotted"),
    "method": Look("#5a7a3a", "W", "dashed"),
    "other": Look("#5c5c5c", "·", "dotted"),
}


def look(role: str) -> Look:
    """Return how a role appears; an unknown one looks like `other`."""
    return LOOKS.get(role, LOOKS["other"])

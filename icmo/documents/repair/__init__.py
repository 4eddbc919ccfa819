"""Repair of damaged Danish text: what is proposed, and the map back to the text as it was.

Nothing is changed here without being asked: `proposals` says what looks damaged, a person (or a
rule that is safe) accepts, `apply` makes the text and remembers where everything stood.
"""

from __future__ import annotations

from icmo.documents.repair.frame import proposals_frame
from icmo.documents.repair.layers import proposals
from icmo.documents.repair.offsets import OffsetMap, Repaired, RepairError, apply
from icmo.documents.repair.records import RULES, Proposal, rule_label

__all__ = [
    "RULES",
    "OffsetMap",
    "Proposal",
    "RepairError",
    "Repaired",
    "apply",
    "proposals",
    "proposals_frame",
    "repaired",
    "rule_label",
]


def repaired(text: str, min_confidence: float = 0.5) -> str:
    """Return the text with every proposal accepted that is at least this sure."""
    accepted = [one for one in proposals(text) if one.confidence >= min_confidence]
    return apply(text, accepted).text

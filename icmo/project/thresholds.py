"""How few persons or cases may be shown: the project decides once, for all its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import did_you_mean, say
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    from icmo._store import Reader

#: What holds until the project decides otherwise.
USUAL = {"persons": 5, "cases": 3}


def thresholds_of(work: Work, reader: Reader) -> dict[str, int]:
    """Return the smallest number that is shown, of each kind."""
    return {kind: int(work.fact(reader, _fact(kind)) or usual) for kind, usual in USUAL.items()}


def set_threshold(work: Work, kind: str, smallest: int) -> None:
    """Decide the smallest number of persons or of cases that is shown."""
    if kind not in USUAL:
        known = ", ".join(USUAL)
        raise ProjectError(
            say("threshold.kind", kind=kind, known=known) + did_you_mean(kind, USUAL)
        )
    if isinstance(smallest, bool) or not isinstance(smallest, int) or smallest < 1:
        raise ProjectError(say("threshold.number", number=smallest))
    with work.act("set_threshold") as act:
        act.target = kind
        row = {"name": _fact(kind), "value": str(smallest)}
        there = act.change.row("facts", name=row["name"])
        if there is None:
            act.insert("facts", [row])
        elif there["value"] != row["value"]:
            act.update("facts", there, value=row["value"])


def _fact(kind: str) -> str:
    return f"threshold.{kind}"

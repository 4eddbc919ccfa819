"""Which passages a chapter has quoted, so that the same words are not used twice unseen."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Mapping


class QuoteUsedTwiceWarning(UserWarning):
    """The same words are quoted in two places of the report."""


@dataclass(frozen=True)
class _Use:
    document: str
    start: int
    end: int
    cell: str
    run: int


class UsedQuotes:
    """The passages quoted in this kernel, and by which cell."""

    def __init__(self) -> None:
        self.uses: list[_Use] = []

    def note(self, at: Mapping[str, Any]) -> None:
        """Remember a use; warn where another cell has quoted these words."""
        cell, run = _cell()
        use = _Use(at["document"], at["start"], at["end"], cell, run)
        # A cell that is run again does not quote again.
        self.uses = [one for one in self.uses if one.cell != cell or one.run == run]
        for one in self.uses:
            if one.document == use.document and one.start < use.end and use.start < one.end:
                warnings.warn(say("quote.twice"), QuoteUsedTwiceWarning, stacklevel=5)
                break
        self.uses.append(use)


_USED = UsedQuotes()


def note_use(at: Mapping[str, Any]) -> None:
    """Remember that a passage is quoted; warn where another cell has quoted words of it."""
    _USED.note(at)


def _cell() -> tuple[str, int]:
    """Return which cell of the notebook is running, and in which run; nothing outside a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None:
        return "", 0
    try:
        known = shell.get_parent()["metadata"].get("cellId", "")
    except (AttributeError, KeyError, TypeError):
        known = ""
    typed = shell.user_ns.get("In") or [""]
    return known or str(typed[-1]), int(shell.execution_count)


def forget_quotes() -> None:
    """Forget which passages were quoted, as at the beginning of a chapter."""
    _USED.uses = []

"""What can be wrong with months, rules or the wish for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd


class OutcomeError(Error):
    """Months that cannot be counted, rules that cannot be read, or a table that cannot be made."""


class MonthsError(OutcomeError):
    """Months that cannot be counted; `problems` is the frame of what is wrong with them."""

    def __init__(self, message: str, problems: pd.DataFrame) -> None:
        """Take the sentence and the frame."""
        super().__init__(message)
        self.problems = problems

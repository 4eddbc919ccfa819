"""What came of reading or writing a file: found, taken, kept aside, refused, and how passages were placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo._frames import make_frame

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("element", "found", "taken", "kept", "refused")


@dataclass
class Report:
    """Every element with how many there were and what became of them, and what else is to be said.

    Attributes:
        origin: the program that wrote the file, as it says itself.
        rows: element → found, taken, kept aside, refused.
        placing: how the passages were placed, a sentence for each way of counting.
        remarks: everything else, in sentences.
    """

    origin: str = ""
    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    placing: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def count(self, element: str, **counts: int) -> None:
        """Add to what is told of an element."""
        row = self.rows.setdefault(element, dict.fromkeys(_COLUMNS[1:], 0))
        for name, number in counts.items():
            row[name] += number

    def table(self) -> pd.DataFrame:
        """Return the counts as a frame: element, found, taken, kept, refused."""
        rows = [{"element": name, **counts} for name, counts in self.rows.items()]
        return make_frame(rows, _COLUMNS, numbers=_COLUMNS[1:])

    def sentences(self) -> tuple[str, ...]:
        """Return how passages were placed and everything else that is to be said."""
        return (*self.placing, *self.remarks)

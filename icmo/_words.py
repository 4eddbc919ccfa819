"""What counts as a word, and where words stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

#: A word is what stands between spaces and holds a letter or a digit.
WORD = re.compile(r"\S*\w\S*")


def word_bounds(text: str) -> tuple[Whole, Whole]:
    """Return where the words of a text begin and end."""
    bounds = [found.span() for found in WORD.finditer(text)]
    begins, ends = np.array(bounds, dtype=np.int64).reshape(-1, 2).T
    return begins, ends

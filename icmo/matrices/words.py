"""Words of passages: each counted once, however many excerpts it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icmo._words import WORD

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]


def count_words(cell: Whole, tags: pd.DataFrame, size: int) -> Whole:
    """Count the words of the text of each cell; what several excerpts share counts once."""
    counted = np.zeros(size, dtype=np.int64)
    rows = sorted(
        zip(
            cell[cell >= 0].tolist(),
            *(tags[column][cell >= 0] for column in ("document", "start", "end", "text")),
            strict=True,
        )
    )
    place, reached, words = (-1, ""), 0, ""
    for number, document, start, end, text in rows:
        if (number, document) != place or start >= reached:
            counted[place[0]] += len(WORD.findall(words)) if words else 0
            place, reached, words = (number, document), end, text
        elif end > reached:
            words += text[reached - start :]
            reached = end
    if words:
        counted[place[0]] += len(WORD.findall(words))
    return counted

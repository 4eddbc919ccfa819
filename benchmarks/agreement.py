"""How long agreement takes, beside an array cell for every character and beside other libraries."""

from __future__ import annotations

from typing import Any

import krippendorff
import numpy as np
import pandas as pd
from measuring import Row, medians
from sklearn.metrics import cohen_kappa_score

from icmo.agreement import agreement_table

DOCUMENTS, CODES, TAGS, CHARACTERS = 300, 20, 30_000, 60_000
#: Stretches rather than characters.
TIMES = 20


def coded() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return tags of two coders, who mostly mean the same passages, and their documents."""
    chance = np.random.default_rng(8)
    document = chance.integers(0, DOCUMENTS, TAGS)
    start = chance.integers(0, CHARACTERS - 800, TAGS)
    tags = pd.DataFrame(
        {
            "document": np.char.add("d", document.astype(str)),
            "code": np.char.add("code", chance.integers(0, CODES, TAGS).astype(str)),
            "start": start,
            "end": start + chance.integers(50, 600, TAGS),
        }
    )
    again = tags.sample(frac=0.8, random_state=8)
    again = again.assign(start=again["start"] + 20, end=again["end"] + 20)
    names = [f"d{number}" for number in range(DOCUMENTS)]
    documents = pd.DataFrame(
        {
            "document": names,
            "case": names,
            "characters": CHARACTERS,
            "coders": [("a", "b")] * DOCUMENTS,
        }
    )
    both = pd.concat([tags.assign(coder="a"), again.assign(coder="b")], ignore_index=True)
    return both, documents


def by_character(tags: pd.DataFrame, documents: pd.DataFrame, code: str) -> Any:
    """Return a cell for each coder and character: what others work on."""
    place = {name: number * CHARACTERS for number, name in enumerate(documents["document"])}
    cells = np.zeros((2, len(documents) * CHARACTERS), dtype=np.int8)
    own = tags[tags["code"] == code]
    columns = (own["coder"], own["document"], own["start"], own["end"])
    for coder, document, start, end in zip(*columns, strict=True):
        offset = place[document]
        cells[0 if coder == "a" else 1, offset + start : offset + end] = 1
    return cells


def kappa_of(cells: Any) -> float:
    """Return kappa of cells, counted in one pass: the least that arrays can do."""
    table = np.bincount(cells[0] * 2 + cells[1], minlength=4) / cells.shape[1]
    yes = table[2] + table[3], table[1] + table[3]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return float((table[0] + table[3] - chance) / (1 - chance))


def measure() -> list[Row]:
    """Time the whole table of twenty codes; the others get the cells of one code ready made."""
    tags, documents = coded()
    codes = sorted(tags["code"].unique())
    cells = by_character(tags, documents, codes[0])
    table = agreement_table(tags, documents, resamples=0)
    np.testing.assert_allclose(table["kappa"][0], kappa_of(cells))
    ours, whole, bare, theirs, others = medians(
        lambda: agreement_table(tags, documents, resamples=0),
        lambda: agreement_table(tags, documents),
        lambda: [kappa_of(by_character(tags, documents, code)) for code in codes],
        lambda: cohen_kappa_score(*cells),
        lambda: krippendorff.alpha(cells, level_of_measurement="nominal"),
        runs=3,
    )
    return [
        Row(
            "agreement of 20 codes, 18 million characters (peer: scikit-learn's kappa, × 20)",
            ours,
            bare,
            f"{TIMES} × faster than cells, ahead of peer",
            ours * TIMES < bare and ours < theirs * CODES,
            theirs * CODES,
        ),
        Row(
            "the same (peer: krippendorff's alpha, × 20)",
            ours,
            bare,
            "ahead of peer",
            ours < others * CODES,
            others * CODES,
        ),
        Row(
            "the same with intervals of 2,000 draws", whole, bare, "faster than cells", whole < bare
        ),
    ]

"""How long matrices of a million tags take, beside a bare numpy sweep and beside sqlite."""

from __future__ import annotations

import sqlite3
from typing import Any

import numpy as np
import pandas as pd
from measuring import Row, medians

from icmo.matrices import code_matrix, cooccurrence_matrix

TAGS, DOCUMENTS, CODES, CASES, CHARACTERS = 1_000_000, 3_000, 200, 100, 60_000
#: Names read from a frame, passages put together, and a frame back, beside bare numbers.
TIMES = 2.0

Numbers = tuple[Any, Any, Any, Any]


def many_tags() -> tuple[pd.DataFrame, Numbers]:
    """Return a million tags as a frame, and as bare numbers: document, code, start, end."""
    chance = np.random.default_rng(8)
    document, code = chance.integers(0, DOCUMENTS, TAGS), chance.integers(0, CODES, TAGS)
    start = chance.integers(0, CHARACTERS - 600, TAGS)
    end = start + chance.integers(50, 600, TAGS)
    names = {
        "document": [f"document {number:05}" for number in range(DOCUMENTS)],
        "case": [f"case {number % CASES:03}" for number in range(DOCUMENTS)],
        "code": [f"code {number:03}" for number in range(CODES)],
    }
    tags = pd.DataFrame(
        {
            "document": pd.Series(np.array(names["document"], dtype=object)[document], dtype="str"),
            "case": pd.Series(np.array(names["case"], dtype=object)[document], dtype="str"),
            "code": pd.Series(np.array(names["code"], dtype=object)[code], dtype="str"),
            "role": "mechanism",
            "start": start,
            "end": end,
        }
    )
    return tags, (document, code, start, end)


def sweep(numbers: Numbers) -> Any:
    """Count the pairs of tags that overlap, from bare numbers: the least that can be done."""
    document, code, start, end = numbers
    far = int(end.max()) + 1
    order = np.lexsort((start, document))
    begins = document[order] * far + start[order]
    ends, code = document[order] * far + end[order], code[order]
    count = np.maximum(np.searchsorted(begins, ends, "left") - np.arange(len(begins)) - 1, 0)
    one = np.repeat(np.arange(len(begins)), count)
    other = one + 1 + np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    low, high = np.minimum(code[one], code[other]), np.maximum(code[one], code[other])
    return np.bincount(low * CODES + high, minlength=CODES**2)


def crossing(numbers: Numbers) -> Any:
    """Count the passages of each case and code, from bare numbers."""
    document, code, start, end = numbers
    cell = (document % CASES) * CODES + code
    order = np.lexsort((start, document, cell))
    key = cell[order] * DOCUMENTS + document[order]
    far = int(end.max()) + 1
    reach = np.maximum.accumulate(key * far + end[order])
    new = np.concatenate(([True], (key * far + start[order])[1:] >= reach[:-1]))
    return np.bincount(cell[order][new], minlength=CASES * CODES)


def in_sqlite(numbers: Numbers) -> sqlite3.Connection:
    """Return a database of the tags in memory, with an index for each question."""
    store = sqlite3.connect(":memory:")
    store.execute("create table tags (document int, code int, start int, stop int)")
    rows = np.stack(numbers, axis=1).tolist()
    store.executemany("insert into tags values (?, ?, ?, ?)", rows)
    store.execute("create index by_document on tags (document, start, stop, code)")
    return store


def measure() -> list[Row]:
    """Time both matrices."""
    tags, numbers = many_tags()
    store = in_sqlite(numbers)
    overlaps = """select a.code, b.code, count(*) from tags a join tags b
        on a.document = b.document and b.start >= a.start and b.start < a.stop
        and a.rowid <> b.rowid group by 1, 2"""
    cases = f"select document % {CASES}, code, count(*) from tags group by 1, 2"  # noqa: S608 - a number of ours
    together, bare, asked, crossed, least, grouped = medians(
        lambda: cooccurrence_matrix(tags),
        lambda: sweep(numbers),
        lambda: store.execute(overlaps).fetchall(),
        lambda: code_matrix(tags),
        lambda: crossing(numbers),
        lambda: store.execute(cases).fetchall(),
        runs=5,
    )
    return [
        Row(
            "co-occurrence of 1,000,000 tags (peer: sqlite)",
            together,
            bare,
            "2 × bare, ahead of peer",
            together < min(TIMES * bare, asked),
            asked,
        ),
        Row(
            "case × code of 1,000,000 tags (peer: sqlite, tags only)",
            crossed,
            least,
            "2 × bare, ahead of peer",
            crossed < min(TIMES * least, grouped),
            grouped,
        ),
    ]

"""A large evaluation at the tagger's desk: what a page waits for, and what a long day leaves behind.

300 interviews of 60,000 characters, 600 codes, 60,000 passages, 20 coders. The desk is asked as a
page asks it, without a browser in between. `LONG=1` does 20,000 acts in one kernel.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from measuring import Row, resident
from project import write_transcripts

from icmo import Codebook, Project
from icmo.matrices import code_matrix
from icmo.workbench.tagger.desk import TaggerDesk

CODES, TAGS, CODERS, CHARACTERS = 600, 60_000, 20, 60_000
ACTS = 20_000 if os.environ.get("LONG") else 2_000
OPEN_SECONDS, TAG_SECONDS, SEARCH_SECONDS, MATRIX_SECONDS = 3, 0.1, 1, 2
OPEN_BYTES, GROWTH_BYTES = 500 * 2**20, 50 * 2**20
#: How much slower the last acts may be than the first.
TIRED = 1.2


def measure() -> list[Row]:
    """Open, tag, search, count; then act after act."""
    with TemporaryDirectory(dir=Path(__file__).parent, prefix=".size-") as name:
        path = write_project(Path(name))
        with closing(sqlite3.connect(path)) as connection:
            began = time.perf_counter()
            connection.execute("SELECT sum(length(text)) FROM texts").fetchall()
            bare_search = time.perf_counter() - began
            began = time.perf_counter()
            connection.execute("SELECT * FROM tags").fetchall()
            bare_tags = time.perf_counter() - began
        return [*opening(path, bare_tags), *working(path, bare_search, bare_tags)]


def opening(path: Path, bare: float) -> list[Row]:
    """Time a kernel's way from the file to a document that can be tagged."""
    before, began = resident(), time.perf_counter()
    with Project.open(path, coder="coder 1") as project:
        ask(TaggerDesk(project, print_nothing), "open", document="interview 000")
        taken = time.perf_counter() - began
        grown = resident() - before
    return [
        Row("open to a document that can be tagged", taken, bare, "3 s", taken < OPEN_SECONDS),
        memory("MiB more when open (as ms)", grown, OPEN_BYTES),
    ]


def working(path: Path, bare_search: float, bare_tags: float) -> list[Row]:
    """Time what a coder does all day."""
    with Project.open(path, coder="coder 1") as project:
        desk = TaggerDesk(project, print_nothing)
        ask(desk, "open", document="interview 000")
        search = timed(desk, "search", document="interview 000", sought="en", how="exact")
        began = time.perf_counter()
        code_matrix(project.tags(), "code", "group", documents=project.documents())
        matrix = time.perf_counter() - began
        acted(desk, 100)
        before = resident()
        took = acted(desk, ACTS)
        grown = resident() - before
    late = sorted(took)[int(len(took) * 0.95)]
    first, last = (statistics.median(part) for part in (took[:200], took[-200:]))
    return [
        Row("search all documents", search, bare_search, "1 s", search < SEARCH_SECONDS),
        Row("matrix of code and municipality", matrix, bare_tags, "2 s", matrix < MATRIX_SECONDS),
        Row("tag at the desk until durable, p95", late, first, "100 ms", late < TAG_SECONDS),
        Row(f"act after {ACTS:,} acts", last, first, "1.2 × the first", last < TIRED * first),
        memory(f"MiB more after {ACTS:,} acts (as ms)", grown, GROWTH_BYTES),
    ]


def acted(desk: TaggerDesk, times: int) -> list[float]:
    """Tag and take back, again and again. Returns the seconds of each tag."""
    taken = []
    for number in range(times // 2):
        start = 10 * (number % 5_000) + 100
        span = {"start": start, "end": start + 5}
        taken.append(timed(desk, "tag", document="interview 000", code="code_1", **span))
        ask(desk, "undo", document="interview 000")
    return taken


def timed(desk: TaggerDesk, kind: str, **message: Any) -> float:
    """Ask the desk. Returns the seconds until it has answered."""
    began = time.perf_counter()
    ask(desk, kind, **message)
    return time.perf_counter() - began


def ask(desk: TaggerDesk, kind: str, **message: Any) -> None:
    """Ask the desk as a page does."""
    desk.answer({"kind": kind, "view": "page", "number": 1, **message})


def print_nothing(answer: dict[str, Any]) -> None:
    """Take an answer; a refusal would make the times worthless."""
    if "refused" in answer:
        raise RuntimeError(answer["refused"])


def memory(what: str, grown: int, goal: int) -> Row:
    """Return a row for memory, in MiB."""
    mib = 2**20
    return Row(
        what, max(grown, 0) / mib / 1000, goal / mib / 1000, f"{goal // mib} MiB", grown < goal
    )


def write_project(folder: Path) -> Path:
    """Make the project: interviews, codes, and passages of all coders all over the texts."""
    write_transcripts(folder / "transcripts", CHARACTERS * 10 // 63)
    path, chance = folder / "large.icmo", np.random.default_rng(5)
    with Project.create(path, codebook(folder), coder="coder 1") as project:
        project.import_documents(folder / "transcripts")
        documents = project.documents()["document"].tolist()
        starts = chance.integers(0, CHARACTERS - 2_000, TAGS)
        project.tag_many(
            {
                "document": documents[number % len(documents)],
                "start": int(start),
                "end": int(start) + 120,
                "code": f"code_{number % CODES}",
                "coder": f"coder {number % CODERS}",
            }
            for number, start in enumerate(starts)
        )
    return path


def codebook(folder: Path) -> Codebook:
    """Return a codebook with as many codes as a large evaluation has."""
    codes = "".join(
        f"      - id: code_{number}\n        label: {{da: Kode {number}}}\n"
        f"        definition: {{da: Det som kode {number} står for}}\n"
        for number in range(CODES)
    )
    path = folder / "large.yaml"
    path.write_text(
        "id: large\nversion: 1.0.0\nlanguages: [da]\ntitle: {da: Stor kodebog}\n"
        f"families:\n  - id: mechanisms\n    role: mechanism\n    label: {{da: Mekanismer}}\n    codes:\n{codes}",
        encoding="utf-8",
    )
    return Codebook.load(path)

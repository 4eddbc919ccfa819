"""How long a project takes to fill, to read and to open, beside bare loops over sqlite3 and pandas.

The bare loops work on copies of the same file, with the same tables, indexes and pragmas: what
they leave out is everything that icmo does besides. `LONG=1` writes 50,000 tags one by one.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from measuring import Row, medians

from icmo import Codebook, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS, WORDS = 300, 5_000
MANY = 1_000_000
#: Tags one by one are written so many at a time, by us and by the bare loop in turn.
PORTION, TURNS_TAKEN = 200, 10
#: Written besides, before the last portions are timed as the first ones were.
BETWEEN = 46_000 if os.environ.get("LONG") else 0

#: An import also finds who speaks and counts words as the Danish tokenizer does.
IMPORTING_TIMES, ONE_TIMES, MANY_TIMES, READING_TIMES = 8.0, 4.0, 2.0, 2.0
OPENING_SECONDS = 0.05

TEXTS = """
    INSERT INTO texts (document, version, text, digest, characters, words, created)
    VALUES (?, 1, ?, ?, ?, ?, ?)
"""
TURNS = """
    INSERT INTO turns
        (document, version, number, start, "end", speaker, speaker_role, kind, attributes)
    VALUES (?, 1, ?, ?, ?, ?, '', 'turn', '{}')
"""
NAMES = """
    INSERT INTO documents
        (document, name, "case", "group", kind, date, attributes, version, guessed, source)
    VALUES (?, ?, '', '', '', '', '{}', 1, 0, ?)
"""
TAGS = """
    INSERT INTO tags
        (tag, document, coder, code, start, "end", note, created, definition, line)
    VALUES (?, ?, ?, ?, ?, ?, '', ?, '0123456789abcdef', ?)
"""
LINES = """
    INSERT INTO journal (line, id, created, coder, act, target, steps, state)
    VALUES (?, ?, ?, ?, 'tag', ?, ?, 'done')
"""
STEPS = '[{"table":"tags","before":null,"after":{"tag":"%s","document":"%s","start":%d,"end":%d}}]'
JOINED = """
    SELECT tag, tags.document, "case", "group", coder, code, start, "end", polarity, note, created
    FROM tags JOIN documents USING (document) ORDER BY name, start, "end", code, coder
"""


def measure() -> list[Row]:
    """Time what is done to a project of 300 documents and up to 1,000,000 tags."""
    # Beside the code: a temp folder may be memory, where it costs nothing to keep something.
    with TemporaryDirectory(dir=Path(__file__).parent, prefix=".project-") as name:
        folder = Path(name)
        write_transcripts(folder / "transcripts")
        rows = [importing(folder)]
        rows += one_by_one(folder)
        rows += many(folder)
    return rows


def write_transcripts(folder: Path, words_each: int = WORDS) -> None:
    """Write made-up interviews of two voices."""
    chance = random.Random(4)  # noqa: S311 - made-up words
    letters = "aaabdeeeeefghiijklmnnoprrsstttuvæøå"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(4_000)]
    folder.mkdir()
    for number in range(DOCUMENTS):
        words = chance.choices(known, k=words_each)
        said = [
            f"{'Borger' if place % 100 else 'Interviewer'}: {' '.join(words[place : place + 50])}."
            for place in range(0, words_each, 50)
        ]
        (folder / f"interview {number:03}.txt").write_text("\n\n".join(said), encoding="utf-8")


def importing(folder: Path) -> Row:
    """Import the folder into a new project; the project stays for what comes after."""
    empty, ours, bare = folder / "empty.icmo", folder / "project.icmo", folder / "bare.icmo"
    Project.create(empty, Codebook.load("kib"), coder="anna").close()
    transcripts = folder / "transcripts"

    def import_ours() -> None:
        shutil.copy(empty, ours)
        with Project.open(ours, coder="anna") as project:
            project.import_documents(transcripts)

    def import_bare() -> None:
        shutil.copy(empty, bare)
        with closing(connect(bare)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for path in sorted(transcripts.iterdir()):
                insert_document(connection, path)
            connection.execute("COMMIT")

    taken, limit = medians(import_ours, import_bare, runs=3)
    return compared(f"import {DOCUMENTS} documents", taken, limit, IMPORTING_TIMES)


def insert_document(connection: sqlite3.Connection, path: Path) -> None:
    """Read a transcript and insert its text, its words and its turns."""
    text, document = path.read_bytes().decode(), str(uuid.uuid4())
    turns: list[tuple[Any, ...]] = []
    place = 0
    for paragraph in text.split("\n\n"):
        speaker, _, said = paragraph.partition(": ")
        end = place + len(paragraph)
        turns.append((document, len(turns) + 1, end - len(said), end, speaker))
        place = end + 2
    values = (document, text, path.stem, len(text), len(text.split()), now())
    connection.execute(TEXTS, values)
    connection.execute(NAMES, (document, path.stem, path.name))
    connection.executemany(TURNS, turns)


def one_by_one(folder: Path) -> list[Row]:
    """Write tags one by one, each with its journal line; with many there, it takes no longer."""
    bare = folder / "bare one.icmo"
    shutil.copy(folder / "project.icmo", bare)
    shutil.copy(folder / "project.icmo", folder / "one.icmo")
    with (
        Project.open(folder / "one.icmo", coder="anna") as project,
        closing(connect(bare)) as connection,
    ):
        documents = project.documents()["document"].tolist()
        places, others = chosen_places(documents), chosen_places(documents)
        line = count(1 + len(project.history()))

        def tag_ours() -> None:
            for _ in range(PORTION):
                document, code, start = next(places)
                project.tag(document, start, start + 90, code)

        def tag_bare() -> None:
            for _ in range(PORTION):
                document, code, start = next(others)
                insert_tag(connection, next(line), (document, "anna", code, start, start + 90))

        taken, limit = medians(tag_ours, tag_bare, runs=TURNS_TAKEN)
        rows = [compared(f"{PORTION} tags one by one", taken, limit, ONE_TIMES)]
        if BETWEEN:
            for _ in range(BETWEEN // PORTION):
                tag_ours()
                tag_bare()
            taken, limit = medians(tag_ours, tag_bare, runs=TURNS_TAKEN)
            what = f"{PORTION} more, beside {BETWEEN:,}"
            rows.append(compared(what, taken, limit, ONE_TIMES))
    return rows


def chosen_places(documents: list[str]) -> Iterator[tuple[str, str, int]]:
    """Go through documents, codes and places for ever, in an order that is the same each time."""
    chance = random.Random(8)  # noqa: S311 - made-up places
    codes = list(Codebook.load("kib").labels())
    while True:
        yield chance.choice(documents), chance.choice(codes), chance.randrange(20_000)


def insert_tag(connection: sqlite3.Connection, line: int, place: tuple[Any, ...]) -> None:
    """Write a tag and its journal line in a transaction of their own."""
    tag, written = str(uuid.uuid4()), now()
    steps = STEPS % (tag, place[0], place[3], place[4])
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(TAGS, (tag, *place, written, line))
    connection.execute(LINES, (line, str(uuid.uuid4()), written, place[1], tag, steps))
    connection.execute("COMMIT")


def many(folder: Path) -> list[Row]:
    """Write a million tags in one go, read them as a frame, open and check the project."""
    ours, bare = folder / "many.icmo", folder / "bare many.icmo"
    with Project.open(folder / "project.icmo") as project:
        frame = made_up_tags(project.documents()["document"])

    def write_ours() -> None:
        shutil.copy(folder / "project.icmo", ours)
        with Project.open(ours, coder="anna") as project:
            project.tag_many(frame)

    def write_bare() -> None:
        shutil.copy(folder / "project.icmo", bare)
        with closing(connect(bare)) as connection:
            insert_tags(connection, frame)

    writing, limit = medians(write_ours, write_bare, runs=1)
    rows = [compared(f"{MANY:,} tags in one go", writing, limit, MANY_TIMES)]
    with Project.open(ours) as project, closing(connect(ours)) as connection:
        reading, limit = medians(project.tags, lambda: frame_of_tags(connection), runs=2)
        rows.append(compared(f"{MANY:,} tags as a frame", reading, limit, READING_TIMES))
        checking, structure = medians(
            project.check,
            lambda: connection.execute("PRAGMA integrity_check").fetchall(),
            runs=1,
        )
    opening, small, limit = medians(
        lambda: Project.open(ours).close(),
        lambda: Project.open(folder / "empty.icmo").close(),
        lambda: opened(ours),
        runs=15,
    )
    return [
        *rows,
        Row(f"check {MANY:,} tags", checking, structure, "-", met=True),
        Row(f"open {MANY:,} tags", opening, limit, "50 ms", met=opening < OPENING_SECONDS),
        Row("open an empty project", small, limit, "50 ms", met=small < OPENING_SECONDS),
    ]


def made_up_tags(documents: pd.Series[str]) -> pd.DataFrame:
    """Return tags all over the documents, by four coders."""
    chance = np.random.default_rng(15)
    codes = np.array(list(Codebook.load("kib").labels()), dtype=object)
    coders = np.array(["anna", "bo", "carl", "dorte"], dtype=object)
    start = chance.integers(0, 20_000, MANY)
    return pd.DataFrame(
        {
            "document": documents.to_numpy(object)[chance.integers(0, DOCUMENTS, MANY)],
            "start": start,
            "end": start + chance.integers(20, 200, MANY),
            "code": codes[chance.integers(0, len(codes), MANY)],
            "coder": coders[chance.integers(0, len(coders), MANY)],
        }
    )


def insert_tags(connection: sqlite3.Connection, frame: pd.DataFrame) -> None:
    """Insert a frame's rows in one transaction."""
    names = ("document", "coder", "code", "start", "end")
    written = now()
    rows = (
        (str(uuid.uuid4()), *place, written, 2)
        for place in zip(*(frame[name].tolist() for name in names), strict=True)
    )
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(TAGS, rows)
    connection.execute("COMMIT")


def frame_of_tags(connection: sqlite3.Connection) -> pd.DataFrame:
    """Read the tags with pandas, and cut their words out of the texts."""
    frame = pd.read_sql(JOINED, connection)
    texts = dict(connection.execute("SELECT document, text FROM texts").fetchall())
    places = zip(frame["document"], frame["start"], frame["end"], strict=True)
    frame["text"] = [texts[document][start:end] for document, start, end in places]
    return frame


def opened(path: Path) -> None:
    """Open a project file, ask for its tables, close it."""
    with closing(connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def connect(path: Path) -> sqlite3.Connection:
    """Open a project file as icmo does: as safe, and no safer."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        "foreign_keys = ON",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def now() -> str:
    """Return the time as icmo writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def compared(what: str, ours: float, bare: float, times: float) -> Row:
    """Return a row whose goal is so many times the bare loop."""
    return Row(what, ours, bare, f"{times:.0f} × bare", ours < times * bare)

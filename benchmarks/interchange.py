"""How long a project takes out to a REFI-QDA file and in again, beside a bare program and peers.

The bare program does the same with zip, expat and sqlite and nothing besides: no check of the
schema, no dialects, no journal. pyrefiqda reads and writes models only, and no texts; QualCoder,
where it is here (`peers/qualcoder.py`), reads the same file into its own project and writes it again.
`LONG=1` besides takes a million tags out and in, and looks at the memory.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
import zipfile
from contextlib import closing
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.parsers import expat

import numpy as np
import pandas as pd
from measuring import Row, medians
from peers import qualcoder
from project import DOCUMENTS, connect, write_transcripts

from icmo import Codebook, Project, refi

TAGS, MANY = 50_000, 1_000_000
#: So many times the bare program, and so many megabytes, are the most.
TIMES, MEGABYTES = 5.0, 500
#: One tag in ten says whether it helped.
SHARE = 10


def measure() -> list[Row]:
    """Time a project of 300 documents out and in."""
    with TemporaryDirectory(dir=Path(__file__).parent, prefix=".interchange-") as name:
        folder = Path(name)
        write_transcripts(folder / "transcripts")
        made = folder / "made.icmo"
        with Project.create(made, Codebook.load("kib"), coder="anna") as project:
            project.import_documents(folder / "transcripts")
        rows = timed(folder, TAGS)
        if os.environ.get("LONG"):
            rows += timed(folder, MANY)
        return rows


def timed(folder: Path, count: int) -> list[Row]:
    """Time so many tags out and in, and look at the memory of a process that does it."""
    ours = folder / f"{count}.icmo"
    shutil.copy(folder / "made.icmo", ours)
    with Project.open(ours, coder="anna") as project:
        project.tag_many(made_up(project.documents()["document"], count))
    file, bare, again = folder / "ours.qdpx", folder / "bare.qdpx", folder / "again.icmo"
    runs = 3 if count == TAGS else 1

    def write_ours() -> None:
        with Project.open(ours) as project:
            refi.write_qdpx(project, file)

    def read_ours() -> None:
        again.unlink(missing_ok=True)
        refi.read_qdpx(file, again).close()

    out, least = medians(write_ours, lambda: write_bare(ours, bare), runs=runs)
    taken, least_in = medians(read_ours, lambda: read_bare(file, folder / "bare.db"), runs=runs)
    peer_in, peer_out = peer(file, folder / "peer.qdpx") if count == TAGS else (None, None)
    rows = [
        compared(f"{count:,} tags to a .qdpx", out, least, peer_out),
        compared(f"{count:,} tags from a .qdpx", taken, least_in, peer_in),
    ]
    for row, code in zip(rows, (WRITING, READING), strict=True):
        again.unlink(missing_ok=True)
        used = memory(code, ours, file, again)
        what = f"{row.what} ({used:,.0f} MB at most)"
        # Of a million only the memory is a goal: bare lists of so many rows are another matter.
        timely, in_time = (f"{row.goal}, ", row.met) if count == TAGS else ("", True)
        goal, met = f"{timely}{MEGABYTES} MB", in_time and used < MEGABYTES
        rows[rows.index(row)] = replace(row, what=what, goal=goal, met=met)
    if count == TAGS and qualcoder.found():
        through = qualcoder.through(file, folder / "qualcoder")
        rows += [
            compared(f"{count:,} tags to a .qdpx, beside QualCoder", out, least, through["out"]),
            compared(
                f"{count:,} tags from a .qdpx, beside QualCoder (which takes {through['tags']:,})",
                taken,
                least_in,
                through["in"],
            ),
        ]
    return rows


def made_up(documents: pd.Series[str], count: int) -> pd.DataFrame:
    """Return tags all over the documents."""
    chance = np.random.default_rng(15)
    codes = np.array(list(Codebook.load("kib").labels()), dtype=object)
    start = chance.integers(0, 20_000, count)
    polarity = np.where(chance.integers(0, SHARE, count) == 0, "promotes", "")
    return pd.DataFrame(
        {
            "document": documents.to_numpy(object)[chance.integers(0, DOCUMENTS, count)],
            "start": start,
            "end": start + chance.integers(20, 200, count),
            "code": codes[chance.integers(0, len(codes), count)],
            "coder": np.array(["anna", "bo"], dtype=object)[chance.integers(0, 2, count)],
            "polarity": polarity,
        }
    )


def write_bare(project: Path, file: Path) -> None:
    """Write sources, codes and codings as XML into a zip, with nothing but sqlite3 and zipfile."""
    with (
        closing(connect(project)) as connection,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as archive,
    ):
        guids: dict[str, str] = {}
        parts = ["<Project xmlns='urn:QDA-XML:project:1.0' name='p'><Sources>"]
        texts = connection.execute("SELECT document, text FROM texts").fetchall()
        for document, text in texts:
            archive.writestr(f"sources/{document}.txt", text)
            parts.append(
                f'<TextSource guid="{document}" plainTextPath="internal://{document}.txt">'
            )
            found = connection.execute(
                'SELECT tag, code, coder, start, "end", created FROM tags WHERE document = ? ORDER BY start, "end"',
                (document,),
            )
            for tag, code, coder, start, end, created in found:
                of_code = guids.setdefault(code, str(uuid.uuid4()))
                by = guids.setdefault(coder, str(uuid.uuid4()))
                parts.append(
                    f'<PlainTextSelection guid="{uuid.uuid4()}" name="{escape(text[start:end][:60])}" startPosition="{start}"'
                    f' endPosition="{end}"><Coding guid="{tag}" creatingUser="{by}" creationDateTime="{created}">'
                    f'<CodeRef targetGUID="{of_code}"/></Coding></PlainTextSelection>'
                )
            parts.append("</TextSource>")
        codes = "".join(f'<Code guid="{g}" name="{n}" isCodable="true"/>' for n, g in guids.items())
        parts.append(f"</Sources><CodeBook><Codes>{codes}</Codes></CodeBook></Project>")
        archive.writestr("project.qde", "".join(parts))


def read_bare(file: Path, database: Path) -> None:
    """Read sources and codings with nothing but zipfile, expat and sqlite3."""
    database.unlink(missing_ok=True)
    rows: list[tuple[Any, ...]] = []
    sources: list[tuple[str, str]] = []
    place: list[Any] = ["", 0, 0, "", ""]
    with zipfile.ZipFile(file) as archive:

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "TextSource":
                place[0] = attributes["guid"]
                name = attributes["plainTextPath"].removeprefix("internal://")
                sources.append((place[0], archive.read(f"sources/{name}").decode()))
            elif tag == "PlainTextSelection":
                place[1:3] = int(attributes["startPosition"]), int(attributes["endPosition"])
            elif tag == "Coding":
                place[3], place[4] = attributes["guid"], attributes["creatingUser"]
            elif tag == "CodeRef":
                rows.append(
                    (place[3], place[0], place[4], attributes["targetGUID"], place[1], place[2])
                )

        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.Parse(archive.read("project.qde"), True)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT)")
        connection.execute(
            'CREATE TABLE tags (tag TEXT PRIMARY KEY, document TEXT, coder TEXT, code TEXT, start INT, "end" INT)'
        )
        connection.execute('CREATE INDEX place ON tags (document, coder, code, start, "end")')
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO texts VALUES (?, ?)", sources)
        connection.executemany("INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")


def peer(file: Path, copy: Path) -> tuple[float, float]:
    """Time pyrefiqda on the same file: into its models, and from them; it keeps no project."""
    from pyrefiqda import RefiProject

    folder = copy.parent / "peer"
    models: list[Any] = []

    def read() -> None:
        models.append(RefiProject.load(file, str(folder)))

    def write() -> None:
        RefiProject.save(models[-1], copy, folder)

    (taken,) = medians(read, runs=1)
    (out,) = medians(write, runs=1)
    return taken, out


WRITING = (
    "import icmo; p = icmo.Project.open({project!r}); icmo.refi.write_qdpx(p, {file!r}); p.close()"
)
READING = "import icmo; icmo.refi.read_qdpx({file!r}, {again!r}).close()"
#: What a process took at most since it began; what its parent took is not in it.
_USED = (
    "\nprint(*(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)


def memory(code: str, project: Path, file: Path, again: Path) -> float:
    """Return the most megabytes that a process of its own takes to do something."""
    told = code.format(project=str(project), file=str(file), again=str(again)) + _USED
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1]) / 1024


def compared(what: str, ours: float, bare: float, peer: float | None) -> Row:
    """Return a row whose goal is so many times the bare program, and less than the peer."""
    met = ours < TIMES * bare and (peer is None or ours < peer)
    return Row(what, ours, bare, f"{TIMES:.0f} × bare, peer", met, peer)

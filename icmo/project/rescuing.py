"""A damaged project rescued: what can be read goes into a new file, and what cannot is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._frames import make_frame
from icmo._heads import read_head
from icmo._journal import key_of
from icmo._rescue import read_rows
from icmo._schema import VERSION, metadata
from icmo._store import Store, StoreError
from icmo._strings import say
from icmo.documents.units import count_words
from icmo.project.checking import JOURNALLED
from icmo.project.documents import digest_of
from icmo.project.work import ProjectError, random_id, utc_now

if TYPE_CHECKING:
    import os

    import pandas as pd

    from icmo._store import Change, Row

RESCUED = ("table", "read", "rebuilt", "lost", "remark")
#: Stands for what could not be read of a text.
_GAP = "\ufffd"

Tables = dict[str, "list[Row]"]


def rescue(path: str | os.PathLike[str], into: str | os.PathLike[str]) -> pd.DataFrame:
    """Read what can be read of a damaged project into a new one; the damaged file is not touched.

    Rows on a damaged page that the journal remembers are made again from it. Nobody should have
    the damaged project open meanwhile.

    Returns a row for each table: table, read (how many rows), rebuilt (from the journal), lost
    (as far as what is left tells), remark.
    """
    source, target = Path(path), Path(into)
    _check_paths(source, target)
    try:
        tables, broken = read_rows(source, target.parent)
    except OSError as error:
        raise StoreError("project.unreadable", path=source, reason=error.strerror) from None
    if not any(tables.values()):
        raise ProjectError(say("rescue.nothing", path=source))
    told = _Told()
    told.read = {name: len(rows) for name, rows in tables.items()}
    _mend_texts(tables, broken, told)
    _rebuild(tables, told)
    _mend_facts(tables, told)
    _stand_on_documents(tables, told)
    _count_lost(tables, told)

    def fill(change: Change) -> None:
        for table in metadata.sorted_tables:
            change.insert(table.name, tables[table.name])

    Store.create(target, fill).close()
    return told.frame()


class _Told:
    """What is told of each table."""

    def __init__(self) -> None:
        self.read: dict[str, int] = {}
        self.rebuilt: dict[str, int] = {}
        self.lost: dict[str, int] = {}
        self.remarks: dict[str, list[str]] = {}

    def remark(self, table: str, sentence: str) -> None:
        self.remarks.setdefault(table, []).append(sentence)

    def frame(self) -> pd.DataFrame:
        rows = [
            {
                "table": name,
                "read": self.read[name],
                "rebuilt": self.rebuilt.get(name, 0),
                "lost": self.lost.get(name, 0),
                "remark": " ".join(self.remarks.get(name, ())),
            }
            for name in metadata.tables
        ]
        return make_frame(rows, RESCUED, numbers=("read", "rebuilt", "lost"))


def _check_paths(source: Path, target: Path) -> None:
    if not source.exists():
        raise StoreError("project.missing", path=source)
    if source.is_dir():
        raise StoreError("project.folder", path=source)
    if target.exists():
        raise StoreError("project.exists", path=target)
    if not target.parent.is_dir():
        raise StoreError("project.no_folder", folder=target.parent)
    try:
        head = read_head(source)
    except OSError as error:
        raise StoreError("project.unreadable", path=source, reason=error.strerror) from None
    if head.is_project and head.version > VERSION:
        raise StoreError("project.newer", path=source, version=head.version, known=VERSION)
    if head.is_project and 0 < head.version < VERSION:
        raise ProjectError(say("rescue.older", path=source))


def _mend_texts(tables: Tables, broken: set[int], told: _Told) -> None:
    """Keep texts of which a letter or a part is lost, as they can be read."""
    names = {row["document"]: row["name"] for row in tables["documents"]}
    for row in tables["texts"]:
        if id(row) not in broken and digest_of(row["text"]) == row["digest"]:
            continue
        text = str(row["text"]).replace("\x00", _GAP)
        row |= {
            "text": text,
            "digest": digest_of(text),
            "characters": len(text),
            "words": count_words(text),
            "created": str(row["created"]).replace("\x00", "") or utc_now(),
        }
        name = names.get(row["document"], row["document"])
        told.remark("texts", say("rescue.text", document=name, version=row["version"]))


def _rebuild(tables: Tables, told: _Told) -> None:
    """Make rows again as the journal remembers them; where lines of it are lost, it cannot tell."""
    lines = sorted(tables["journal"], key=lambda row: int(row["line"]))
    newest = max([0, *(row["line"] for row in [*lines, *tables["tags"]])])
    told.lost["journal"] = newest - len(lines)
    if told.lost["journal"]:
        told.remark("journal", say("rescue.journal"))
        return
    remembered: dict[tuple[str, tuple[object, ...]], Row | None] = {}
    counts = dict.fromkeys(JOURNALLED, 0)
    for step in (step for line in lines for step in line["steps"]):
        table = step["table"]
        counts[table] += step.get("count", 0) - len(step.get("rows", ()))
        for row in step.get("rows", ()):
            remembered[table, tuple(key_of(table, row).values())] = None
        if "after" in step:
            row = step["after"] or step["before"]
            remembered[table, tuple(key_of(table, row).values())] = step["after"]
            counts[table] += (step["before"] is None) - (step["after"] is None)
    there = {
        (table, tuple(key_of(table, row).values())) for table in JOURNALLED for row in tables[table]
    }
    for place, row in remembered.items():
        if row is not None and place not in there:
            tables[place[0]].append(row)
            told.rebuilt[place[0]] = told.rebuilt.get(place[0], 0) + 1
    # The codebook a project is made with is there before the first line.
    counts["codebooks"] += 1
    for table, count in counts.items():
        told.lost[table] = max(0, count - len(tables[table]))


def _mend_facts(tables: Tables, told: _Told) -> None:
    """Put something in place of what a project cannot be without."""
    facts = {row["name"]: row["value"] for row in tables["facts"]}
    if not tables["codebooks"]:
        name = facts.get("codebook", "rescued")
        source = _codebook_of({row["code"] for row in tables["tags"]})
        row = {"codebook": name, "number": 1, "source": source, "created": utc_now()}
        tables["codebooks"].append(row)
        told.remark("codebooks", say("rescue.codebook"))
    needed = {
        "project": random_id(),
        "language": "da",
        "created": utc_now(),
        "codebook": tables["codebooks"][0]["codebook"],
    }
    if tables["access"]:
        last = max(tables["access"], key=lambda row: int(row["entry"]))
        needed["access_end"] = f"{last['entry']}:{last['seal']}"
    missing = {name: value for name, value in needed.items() if name not in facts}
    tables["facts"] += [{"name": name, "value": value} for name, value in missing.items()]
    if missing:
        told.lost["facts"] = len(missing)
        told.remark("facts", say("rescue.facts"))


def _codebook_of(codes: set[str]) -> str:
    """Return a codebook in which the codes that are used are known at least by their ids."""
    lines = ["families:", "  - id: rescued", "    role: theme", "    codes:"]
    for code in sorted(codes) or ["rescued"]:
        word = json.dumps(code, ensure_ascii=False)
        lines += [f"      - id: {word}", f"        label: {{da: {word}, en: {word}}}"]
    return "\n".join(lines) + "\n"


def _stand_on_documents(tables: Tables, told: _Told) -> None:
    """Leave out what stood on documents that are lost, and give each document a text."""
    there = {row["document"] for row in tables["documents"]}
    for table in ("tags", "evidence", "assignments"):
        kept = [row for row in tables[table] if row["document"] in there]
        count = len(tables[table]) - len(kept)
        if count:
            told.remark(table, say("rescue.no_document", count=count))
        tables[table] = kept
    texts = {(row["document"], row["version"]) for row in tables["texts"]}
    for row in tables["documents"]:
        if (row["document"], row["version"]) not in texts:
            told.lost["texts"] = told.lost.get("texts", 0) + 1
            told.remark("texts", say("rescue.no_text", document=row["name"]))
            empty = {"text": "", "digest": digest_of(""), "characters": 0, "words": 0}
            place = {"document": row["document"], "version": row["version"]}
            tables["texts"].append({**place, **empty, "created": utc_now(), "origin": None})


def _count_lost(tables: Tables, told: _Told) -> None:
    """Count what is missing in rows that are numbered."""
    numbers: dict[tuple[str, int], list[int]] = {}
    for row in tables["turns"]:
        numbers.setdefault((row["document"], row["version"]), []).append(row["number"])
    told.lost["turns"] = sum(max(found) - len(found) for found in numbers.values())
    ends = {row["name"]: str(row["value"]).partition(":")[0] for row in tables["facts"]}
    first, last = (int(ends.get(name, 0)) for name in ("access_start", "access_end"))
    told.lost["access"] = max(0, last - first - len(tables["access"]))

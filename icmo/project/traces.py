"""What is left of words that are gone, and how it goes too: journal steps, free pages, files beside the project.

An erasure and the acceptance of pseudonyms both take words away for good, in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from icmo.project.care import DAILY, remove_leftovers
from icmo.project.copies import DOWNLOAD, back_up_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._journal import Step
    from icmo._store import Change, Row
    from icmo.project.work import Work

#: The fact that holds the receipt of what is not carried through yet.
UNFINISHED = "erasing"


@dataclass
class Erased:
    """What is taken away for good: rows by table and id, and documents whose places changed."""

    documents: set[str] = field(default_factory=set)  # gone altogether
    shortened: set[str] = field(default_factory=set)  # a participant's words are gone from them
    rows: dict[str, set[str]] = field(default_factory=dict)
    bulk: dict[int, set[str]] = field(
        default_factory=dict
    )  # tags of these by the line that wrote them
    digests: list[str] = field(default_factory=list)
    characters: int = 0

    def take(self, table: str, id_: str) -> None:
        """Remember that a row is gone."""
        self.rows.setdefault(table, set()).add(id_)

    @property
    def touched(self) -> set[str]:
        """Every document that is gone or shortened."""
        return self.documents | self.shortened

    def remember_tags(self, change: Change, document: str) -> None:
        """Remember which journal lines wrote a document's tags, before any of them goes."""
        for tag, line in change.columns("tags", ("tag", "line"), document=document):
            self.bulk.setdefault(line, set()).add(tag)


def scrub_journal(change: Change, erased: Erased) -> None:
    """Take what is erased out of the journal's steps; such a line can no longer be taken back."""
    # What other programs wrote besides may hold the words, and nobody here can tell.
    change.delete("kept", kind="element")
    lines = change.rows("journal", order=("line",))
    for line in lines:
        for row in _tags_in(line["steps"]):
            if row["document"] in erased.touched:
                erased.bulk.setdefault(row["line"], set()).add(row["tag"])
    for line in lines:
        scrubbed = (_scrubbed(step, erased) for step in line["steps"])
        steps = [step for step in scrubbed if step is not None]
        if steps != line["steps"]:
            values = {"steps": steps, "state": "forgotten"}
            change.update("journal", values, line=line["line"])


def _tags_in(steps: list[Step]) -> Iterator[Row]:
    for step in steps:
        if step["table"] == "tags":
            yield from step.get("rows", ())
            yield from (row for row in (step.get("before"), step.get("after")) if row)


def _scrubbed(step: Step, erased: Erased) -> Step | None:
    """Return what is left of a step without what is erased."""
    if "count" in step:
        left = step["count"] - len(erased.bulk.get(step["line"], ()))
        return {**step, "count": left} if left else None
    if "rows" in step:
        rows = [row for row in step["rows"] if row["document"] not in erased.touched]
        return {**step, "rows": rows} if rows else None
    content = step["after"] or step["before"]
    if step["table"] == "kept" and content["kind"] == "element":
        return None
    # Who codes a document stays known as long as the document does.
    touched = erased.documents if step["table"] == "assignments" else erased.touched
    if content.get("document") in touched:
        return None
    gone = step["table"] == "memos" and content["memo"] in erased.rows.get("memos", ())
    return None if gone else step


def standing(change: Change, erased: Erased, line: int) -> list[Step]:
    """Return the steps that account for what is left of shortened documents."""
    rows: list[tuple[str, Row]] = []
    for document in sorted(erased.shortened):
        change.update("tags", {"line": line}, document=document)
        for table in ("documents", "tags", "evidence"):
            rows += [(table, row) for row in change.rows(table, document=document)]
    return [{"table": table, "before": None, "after": row} for table, row in rows]


def account_for(change: Change, table: str) -> list[Step]:
    """Take a table out of the journal's steps, and return the steps that account for it anew."""
    for line in change.rows("journal", order=("line",)):
        steps = [step for step in line["steps"] if step["table"] != table]
        if len(steps) != len(line["steps"]):
            change.update("journal", {"steps": steps, "state": "forgotten"}, line=line["line"])
    return [{"table": table, "before": None, "after": row} for row in change.rows(table)]


def journal_line(receipt: Row, line: int, act: str, steps: list[Step]) -> Row:
    """Return the line of an act that only a key file takes back."""
    return {
        "line": line,
        "id": receipt["receipt"],
        "created": receipt["created"],
        "coder": receipt["coder"],
        "act": act,
        "target": receipt["receipt"],
        "steps": steps,
        "state": "done",
        "undoes": None,
    }


def finish_erasure(work: Work) -> None:
    """Clean the free pages and the files beside the project; done again after being cut off."""
    with work.store.reading() as reader:
        unfinished = work.fact(reader, UNFINISHED)
        written = reader.rows("written", order=("created", "path"))
    if not unfinished:
        return
    work.store.clean()
    there = [row for row in written if row["kind"] != DOWNLOAD and Path(row["path"]).exists()]
    backups = [row for row in there if row["kind"] in ("backup", DAILY)]
    removed, left = _remove(there)
    left += [row["path"] for row in written if row["kind"] == DOWNLOAD]
    removed += remove_leftovers(work, written, only_old=False)
    with work.store.change() as change:
        receipt = change.row("receipts", receipt=unfinished)
        if receipt is not None:
            counts = {**receipt["counts"], "files": removed, "files_left": left}
            change.update("receipts", {"counts": counts}, receipt=unfinished)
        change.delete("facts", name=UNFINISHED)
        for row in written:
            if row["kind"] != DOWNLOAD and not Path(row["path"]).exists():
                change.delete("written", path=row["path"])
    if backups and not Path(backups[-1]["path"]).exists():
        # Who kept backups has one again, of the project as it is now.
        back_up_project(work, Path(backups[-1]["path"]), backups[-1]["kind"])


def _remove(rows: list[Row]) -> tuple[list[str], list[str]]:
    """Remove files. Returns the names of those that are gone, and of those that could not be."""
    removed: list[str] = []
    left: list[str] = []
    for row in rows:
        path = Path(row["path"])
        try:
            path.unlink()
            removed.append(path.name)
        except OSError:
            left.append(path.name)
    return removed, left

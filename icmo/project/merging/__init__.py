"""Two copies of a project worked on apart become one: nothing is lost, and a report says what came.

What each copy did since they parted stands in its journal. What only one of them touched is as
that copy has it; what both changed differently stays as it is here, and what the other copy has
is told and kept as a memo.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._store import Store
from icmo._strings import say
from icmo.project.merging.decisions import merge_decisions
from icmo.project.merging.documents import merge_documents, merge_receipts, remove_last
from icmo.project.merging.parting import forget_accounts, known_lines, since, told_lines
from icmo.project.merging.places import merge_places
from icmo.project.merging.report import KINDS, Merge, report_frame, report_sentences
from icmo.project.merging.rows import merge_codebooks, merge_rows, tell_unknown_codes
from icmo.project.work import ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from icmo._journal import Act
    from icmo._store import Reader
    from icmo.project.work import Work

#: Tables that are merged row by row, each after those its rows stand on.
_ROWS = (
    "configurations",
    "changes",
    "relations",
    "claims",
    "rubric",
    "ratings",
    "judgements",
    "summaries",
    "cases",
    "questions",
    "assignments",
    "kept",
)

__all__ = ["merge_copy", "report_sentences"]


def merge_copy(work: Work, other: Path) -> pd.DataFrame:
    """Take into the project what another copy of it has. The other file is never touched.

    Returns the report: what, id, from, outcome, document, coder, sentence.
    """
    work.named()
    if other.exists() and other.samefile(work.store.path):
        raise ProjectError(say("merge.itself", path=other))
    with _opened_apart(other) as copy, copy.reading() as there:
        with work.store.reading() as here:
            if work.fact(there, "project") != work.fact(here, "project"):
                raise ProjectError(say("merge.other_project", path=other, own=work.store.path))
        work.log("merged")
        with work.act("merge") as act:
            return report_frame(_merge(work, act, there))


@contextmanager
def _opened_apart(path: Path) -> Iterator[Store]:
    """Open a copy of a project file in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="icmo-") as folder:
        store = Store.open_copy(path, Path(folder))
        try:
            yield store
        finally:
            store.close()


def _merge(work: Work, act: Act, there: Reader) -> list[dict[str, object]]:
    here = act.change
    our_lines, their_lines = known_lines(here), known_lines(there)
    theirs = since(there, their_lines, our_lines)
    if not theirs.lines:
        return []
    ours = since(here, our_lines, their_lines)
    forget_accounts(theirs, ours, here)
    _tell_history(act, theirs.lines)
    merge = Merge(work, act, ours, theirs, work.fact(here, "language"))
    merge_receipts(merge)
    merge_codebooks(merge)
    wordings = merge_documents(merge)
    merge_places(merge, "tags", wordings)
    for table in _ROWS:
        merge_rows(merge, table)
    merge_places(merge, "evidence", wordings)
    merge_rows(merge, "memos")
    merge_decisions(merge)
    remove_last(merge)
    tell_unknown_codes(merge)
    act.insert("memos", merge.notes)
    for table in KINDS:
        for row in ours.now(table).values():
            merge.tell(table, row, "kept")
    return merge.rows


def _tell_history(act: Act, lines: list[dict[str, object]]) -> None:
    """Put the other copy's lines before the line of the merge."""
    there = {id_: line for line, id_ in act.change.columns("journal", ("line", "id"))}
    told, act.target = told_lines(lines, act.line, there)
    act.change.insert("journal", told)
    act.line += len(told)

"""What a merge did: a row for everything that either copy touched since they parted."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._strings import language, say
from icmo.project.adjudicating import DECISION
from icmo.project.merging.parting import key

if TYPE_CHECKING:
    import pandas as pd

    from icmo._journal import Act
    from icmo._store import Row
    from icmo.project.merging.parting import Since
    from icmo.project.work import Work

REPORT = ("what", "id", "from", "outcome", "document", "coder", "sentence")
#: Tables, and what a row of each is called.
KINDS = {
    "documents": "document",
    "tags": "tag",
    "evidence": "evidence",
    "configurations": "configuration",
    "memos": "memo",
    "cases": "case",
    "questions": "question",
    "assignments": "assignment",
    "kept": "kept",
    "changes": "change",
    "relations": "relation",
    "claims": "claim",
    "ratings": "rating",
    "rubric": "rubric",
    "judgements": "judgement",
    "summaries": "summary",
    "codebooks": "codebook",
}
#: Outcomes in the order they are printed.
_OUTCOMES = ("taken", "re-anchored", "same", "kept")
#: What a memo on a row is a memo about; of what is not here, on the project.
_ABOUT = {
    "tags": ("tag", "tag"),
    "evidence": ("configuration", "target"),
    "claims": ("claim", "claim"),
    "configurations": ("configuration", "configuration"),
    "cases": ("case", "case"),
    "documents": ("document", "document"),
}


@dataclass
class Merge:
    """A merge under way: both copies since they parted, and what is told of it."""

    work: Work
    act: Act
    ours: Since
    theirs: Since
    own_language: str
    #: the language of the report: of who reads it now; memos are in the project's
    spoken: str = field(default_factory=language)
    rows: list[Row] = field(default_factory=list)
    #: their ids of documents and tags that are here under another id
    documents: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of the documents
    removals: list[tuple[str, Row]] = field(default_factory=list)  # last, if nothing stands on them
    told: set[tuple[str, Any]] = field(default_factory=set)  # rows of ours that the report has
    notes: list[Row] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)  # ids and digests that never come back

    def mapped(self, row: Row | None) -> Row | None:
        """Return a row of theirs as it reads here: documents and tags by the ids they have here."""
        if row is None:
            return None
        if row.get("document") in self.documents:
            row = {**row, "document": self.documents[row["document"]]}
        known = {"document": self.documents, "tag": self.tags, DECISION: self.tags}
        ids = known.get(row.get("target_kind", ""), {})
        if row.get("target") in ids:
            row = {**row, "target": ids[row["target"]]}
        return row

    def tell(self, table: str, row: Row, outcome: str, sentence: str = "", side: str = "") -> None:
        """Put a row into the report; the sentence is the outcome's own unless another is named."""
        what = KINDS[table]
        id_ = row[what] if what in row else row["document"]
        place = (table, key(table, row))
        if outcome == "kept" and place in self.told:
            return
        self.told.add(place)
        sides = {"taken": "there", "re-anchored": "there", "kept": "here"}
        said = {
            "what": what,
            "id": id_,
            "from": side or sides.get(outcome, "both"),
            "outcome": outcome,
            "document": self.names.get(row.get("document", ""), ""),
            "coder": row.get("coder", ""),
        }
        values = {**row, "document": said["document"]}
        sentence = f"merged.{sentence or outcome.replace('-', '')}"
        thing = say(f"thing.{what}", self.spoken, **values)
        said["sentence"] = say(sentence, self.spoken, thing=thing, **_extra(row))
        self.rows.append(said)

    def conflict(self, table: str, ours: Row, theirs: Row, sentence: str = "conflict") -> None:
        """Tell that both copies changed a row, and keep the other copy's as a memo."""
        self.tell(table, ours, "conflict", sentence)
        kind, name = _ABOUT.get(table, ("project", ""))
        differing = {
            column: value
            for column, value in theirs.items()
            if column not in ("line", "created", "definition") and value != ours.get(column)
        }
        thing = say(f"thing.{KINDS[table]}", self.own_language, **{**theirs, **self._named(theirs)})
        content = "; ".join(f"{name}: {_plain(value)}" for name, value in differing.items())
        said = say("merged.memo", self.own_language, thing=thing, content=content)
        self.note(kind, ours.get(name, ""), said)

    def _named(self, row: Row) -> Row:
        return {"document": self.names.get(row.get("document", ""), "")}

    def note(self, kind: str, target: str, text: str) -> None:
        """Keep something as a memo on what it is about."""
        self.notes.append(
            {
                "memo": self.work.new_id(),
                "target_kind": kind,
                "target": target,
                "text": text,
                "coder": self.act.coder,
                "created": self.work.clock(),
            }
        )


def _extra(row: Row) -> dict[str, Any]:
    return {name: row.get(name, "") for name in ("version", "count", "code")}


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def report_frame(rows: list[Row]) -> pd.DataFrame:
    """Return the report: what, id, from, outcome, document, coder, sentence."""
    return make_frame(rows, REPORT)


def report_sentences(report: pd.DataFrame) -> list[str]:
    """Return a report as sentences: how much of what came from whom, then each conflict."""
    if not len(report):
        return [say("merged.nothing")]
    sentences = []
    for outcome in _OUTCOMES:
        some = report[report["outcome"] == outcome]
        counted = Counter(zip(some["what"], some["coder"], strict=True))
        told = [
            say("merged.of", what=say(f"kind.{what}"), count=count, coder=coder)
            if coder
            else say("merged.count", what=say(f"kind.{what}"), count=count)
            for (what, coder), count in sorted(counted.items())
        ]
        if told:
            sentences.append(say(f"merged.all_{outcome.replace('-', '')}", list=", ".join(told)))
    conflicts = report[report["outcome"] == "conflict"]["sentence"].tolist()
    if conflicts:
        sentences += [say("merged.conflicts", count=len(conflicts)), *conflicts]
    return sentences

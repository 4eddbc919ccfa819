"""The project: everything people produce, in one file, handed out as frames."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pandas as pd

from icmo._frames import make_frame
from icmo._store import Change, Row, Store, StoreError
from icmo._strings import did_you_mean, say
from icmo.codebook import Codebook
from icmo.configurations import (
    SLOTS,
    as_moderators,
    check_moderators,
    check_stance,
    completeness,
    if_then_sentence,
)
from icmo.documents import Document, read_folder
from icmo.errors import Error
from icmo.tags import check_polarity, check_span

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Project", "ProjectError", "StoreError"]

_DOCUMENT_COLUMNS = (
    "document",
    "name",
    "case",
    "group",
    "kind",
    "date",
    "characters",
    "words",
    "turns",
)
_TAG_COLUMNS = (
    "tag",
    "document",
    "case",
    "group",
    "coder",
    "family",
    "role",
    "code",
    "start",
    "end",
    "text",
    "polarity",
    "note",
    "created",
)
_CONFIGURATION_COLUMNS = (
    "configuration",
    "title",
    "sentence",
    "completeness",
    "status",
    "version",
    "for_whom",
    *SLOTS,
    "moderators",
)
_EVIDENCE_COLUMNS = (
    "evidence",
    "target_kind",
    "target",
    "document",
    "case",
    "group",
    "start",
    "end",
    "text",
    "stance",
    "coder",
    "memo",
    "created",
)
_TURN_COLUMNS = ("document", "number", "start", "end", "speaker", "speaker_role", "text")


class ProjectError(Error):
    """Something asked of a project that it cannot do."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _random_id() -> str:
    return str(uuid.uuid4())


class Project:
    """One evaluation: codebook, documents, tags, configurations and the journal of every change.

    `Project.create` makes a new file, `Project.open` opens one; both are context managers.
    """

    def __init__(
        self,
        store: Store,
        coder: str | None = None,
        clock: Callable[[], str] = _now,
        new_id: Callable[[], str] = _random_id,
    ) -> None:
        self._store = store
        self._coder = coder
        self._clock = clock
        self._new_id = new_id
        self._codebook: Codebook | None = None

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        codebook: Codebook,
        *,
        coder: str | None = None,
        language: str = "da",
        clock: Callable[[], str] = _now,
        new_id: Callable[[], str] = _random_id,
    ) -> Self:
        """Make a new project file; an existing one is never overwritten."""
        project = cls(Store.create(Path(path)), coder, clock, new_id)
        with project._store.change() as change:
            facts = {
                "project": project._new_id(),
                "language": language,
                "created": project._clock(),
            }
            change.insert(
                "facts", [{"name": name, "value": value} for name, value in facts.items()]
            )
            row = {
                "codebook": codebook.id,
                "number": 1,
                "source": codebook.source,
                "created": project._clock(),
            }
            change.insert("codebooks", [row])
        return project

    @classmethod
    def open(cls, path: str | os.PathLike[str], coder: str | None = None) -> Self:
        """Open a project file; a coder is needed only for writing."""
        return cls(Store.open(Path(path)), coder)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        """Use the project in a `with` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the project."""
        self.close()

    def __repr__(self) -> str:
        """Count; a notebook must not keep what people said."""
        counts = [len(self._store.rows(table)) for table in ("documents", "tags", "configurations")]
        return "<Project {}: {} documents, {} tags, {} configurations>".format(
            self.path.name, *counts
        )

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self._store.path

    @property
    def language(self) -> str:
        """The language of the project's sentences and exhibits: da or en."""
        return str(self._store.rows("facts", name="language")[0]["value"])

    @property
    def codebook(self) -> Codebook:
        """The codebook the project codes with."""
        if self._codebook is None:
            newest = self._store.rows("codebooks", order=("number",))[-1]
            self._codebook = Codebook.parse(
                newest["source"], f"{newest['codebook']}.yaml", newest["codebook"]
            )
        return self._codebook

    # ── documents ────────────────────────────────────────────────────────────────────────

    def import_documents(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        attributes: str | os.PathLike[str] | None = None,
    ) -> pd.DataFrame:
        """Import transcripts; a text that is there already is skipped. Returns the documents added."""
        added: list[str] = []
        read = read_folder(paths, attributes)
        with self._store.change() as change:
            known = {row["digest"] for row in change.rows("documents")}
            for document in read:
                if document.digest not in known:
                    added.append(self._insert_document(change, document))
                    known.add(document.digest)
        frame = self.documents()
        return frame[frame["document"].isin(added)].reset_index(drop=True)

    def _insert_document(self, change: Change, document: Document) -> str:
        id_ = self._new_id()
        row = {
            "document": id_,
            "name": document.name,
            "case": document.case,
            "group": document.group,
            "kind": document.kind,
            "date": document.date,
            "attributes": document.attributes,
            "text": document.text,
            "digest": document.digest,
        }
        change.insert("documents", [row])
        turns = [
            {
                "document": id_,
                "number": number,
                "start": turn.start,
                "end": turn.end,
                "speaker": turn.speaker,
                "speaker_role": turn.speaker_role,
            }
            for number, turn in enumerate(document.turns, 1)
        ]
        change.insert("turns", turns)
        self._journal(change, "import", id_, None, {"characters": len(document.text)})
        return id_

    def text(self, document: str) -> str:
        """Return a document's text, by its id or its name."""
        return str(self._document(document)["text"])

    def _document(self, document: str) -> Row:
        found = self._store.rows("documents", document=document)
        if not found:
            found = self._store.rows("documents", name=document)
        if len(found) > 1:
            raise ProjectError(say("project.document_name", document=document, count=len(found)))
        if not found:
            names = [row["name"] for row in self._store.rows("documents")]
            raise ProjectError(
                say("project.document", document=document) + did_you_mean(document, names)
            )
        return found[0]

    def documents(self) -> pd.DataFrame:
        """Return the documents as a frame, then their attributes."""
        turns = self._store.rows("turns", order=("document", "number"))
        spoken = pd.Series([turn["document"] for turn in turns], dtype="str").value_counts()
        rows = [
            {
                **{column: row[column] for column in _DOCUMENT_COLUMNS[:6]},
                "characters": len(row["text"]),
                "words": len(row["text"].split()),
                "turns": int(spoken.get(row["document"], 0)),
                **row["attributes"],
            }
            for row in self._store.rows("documents", order=("name", "document"))
        ]
        attributes = dict.fromkeys(
            key for row in rows for key in row if key not in _DOCUMENT_COLUMNS
        )
        return make_frame(
            rows, (*_DOCUMENT_COLUMNS, *attributes), numbers=("characters", "words", "turns")
        )

    def cases(self) -> pd.DataFrame:
        """Return the cases as a frame: case, documents."""
        counts = self.documents().groupby("case", sort=True).size()
        return pd.DataFrame({"case": counts.index.astype("str"), "documents": counts.to_numpy()})

    def turns(self) -> pd.DataFrame:
        """Return every turn of every document as a frame, in the order it was spoken."""
        texts = {row["document"]: row["text"] for row in self._store.rows("documents")}
        rows = self._store.rows("turns", order=("document", "number"))
        rows = [{**row, "text": texts[row["document"]][row["start"] : row["end"]]} for row in rows]
        return make_frame(rows, _TURN_COLUMNS, numbers=("number", "start", "end"))

    # ── tags ─────────────────────────────────────────────────────────────────────────────

    def tag(
        self,
        document: str,
        start: int,
        end: int,
        code: str,
        polarity: str | None = None,
        note: str = "",
        coder: str | None = None,
    ) -> str:
        """Give the excerpt text[start:end] of a document a code. Returns the tag's id."""
        row: Row = {
            "tag": self._new_id(),
            "document": self._checked_excerpt(document, start, end)["document"],
            "coder": self._coder_for(coder),
            "code": self.codebook[code].id,
            "start": start,
            "end": end,
            "polarity": polarity,
            "note": note,
            "created": self._clock(),
        }
        check_polarity(polarity)
        with self._store.change() as change:
            same = {name: row[name] for name in ("document", "coder", "code", "start", "end")}
            twin = change.rows("tags", **same)
            if twin:
                return str(twin[0]["tag"])
            change.insert("tags", [row])
            self._journal(change, "tag", row["tag"], None, row, row["coder"])
        return str(row["tag"])

    def untag(self, tag: str) -> None:
        """Take a tag away."""
        coder = self._coder_for(None)
        with self._store.change() as change:
            found = change.rows("tags", tag=tag)
            if not found:
                raise ProjectError(say("project.tag", tag=tag))
            change.delete("tags", tag=tag)
            self._journal(change, "untag", tag, found[0], None, coder)

    def tags(self) -> pd.DataFrame:
        """Return the tags as a frame, in the order of the documents' names and places."""
        documents = {row["document"]: row for row in self._store.rows("documents")}
        rows = []
        for row in self._store.rows("tags", order=("document", "start", "end", "code", "coder")):
            document = documents[row["document"]]
            family = self.codebook.family_of(row["code"])
            excerpt = document["text"][row["start"] : row["end"]]
            placed = {"case": document["case"], "group": document["group"], "text": excerpt}
            rows.append(
                {
                    **row,
                    **placed,
                    "family": family.id,
                    "role": family.role,
                    "name": document["name"],
                }
            )
        rows.sort(key=lambda row: (row["name"], row["document"], row["start"], row["end"]))
        return make_frame(rows, _TAG_COLUMNS, numbers=("start", "end"))

    # ── configurations ───────────────────────────────────────────────────────────────────

    def configure(
        self,
        intervention: Sequence[str] = (),
        context: Sequence[str] = (),
        mechanism: Sequence[str] = (),
        outcome: Sequence[str] = (),
        moderator: Sequence[str | Mapping[str, str]] = (),
        for_whom: Sequence[str] = (),
        title: str = "",
    ) -> str:
        """Set up a configuration; any slot may be empty. Returns its id."""
        filled = (intervention, context, mechanism, outcome)
        slots = {slot: tuple(codes) for slot, codes in zip(SLOTS, filled, strict=True)}
        moderators = as_moderators(moderator)
        check_moderators(moderators)
        named = [code for codes in slots.values() for code in codes]
        named += [one[key] for one in moderators for key in ("code", "on") if one.get(key)]
        for code in named:
            self.codebook[code]
        row: Row = {
            "configuration": self._new_id(),
            "title": title,
            "slots": {slot: list(codes) for slot, codes in slots.items()},
            "moderators": [dict(one) for one in moderators],
            "for_whom": list(for_whom),
            "status": "initial",
            "version": 1,
            "created": self._clock(),
        }
        coder = self._coder_for(None)
        with self._store.change() as change:
            change.insert("configurations", [row])
            self._journal(change, "configure", row["configuration"], None, row, coder)
        return str(row["configuration"])

    def add_evidence(
        self,
        configuration: str,
        document: str,
        start: int,
        end: int,
        stance: str = "supports",
        note: str = "",
    ) -> str:
        """Attach an excerpt to a configuration: it supports, contradicts or qualifies it."""
        check_stance(stance)
        row: Row = {
            "evidence": self._new_id(),
            "target_kind": "configuration",
            "target": configuration,
            "document": self._checked_excerpt(document, start, end)["document"],
            "start": start,
            "end": end,
            "stance": stance,
            "note": note,
            "coder": self._coder_for(None),
            "created": self._clock(),
        }
        with self._store.change() as change:
            if not change.rows("configurations", configuration=configuration):
                raise ProjectError(say("project.configuration", configuration=configuration))
            change.insert("evidence", [row])
            self._journal(change, "add_evidence", row["evidence"], None, row, row["coder"])
        return str(row["evidence"])

    def configurations(self) -> pd.DataFrame:
        """Return the configurations as a frame; slots are tuples of codes."""
        labels = self.codebook.labels(self.language)
        rows = []
        for row in self._store.rows("configurations", order=("created", "configuration")):
            slots = {slot: tuple(row["slots"][slot]) for slot in SLOTS}
            moderators = tuple(row["moderators"])
            derived = {
                "sentence": if_then_sentence(slots, moderators, labels, self.language),
                "completeness": completeness(slots),
                "for_whom": tuple(row["for_whom"]),
                "moderators": moderators,
            }
            rows.append({**row, **slots, **derived})
        return make_frame(
            rows,
            _CONFIGURATION_COLUMNS,
            numbers=("version",),
            objects=("for_whom", *SLOTS, "moderators"),
        )

    def evidence(self) -> pd.DataFrame:
        """Return the evidence as a frame: which words speak for or against what."""
        documents = {row["document"]: row for row in self._store.rows("documents")}
        rows = []
        for row in self._store.rows("evidence", order=("target", "created", "evidence")):
            document = documents[row["document"]]
            excerpt = document["text"][row["start"] : row["end"]]
            rows.append(
                {
                    **row,
                    "case": document["case"],
                    "group": document["group"],
                    "text": excerpt,
                    "memo": row["note"],
                }
            )
        return make_frame(rows, _EVIDENCE_COLUMNS, numbers=("start", "end"))

    # ── journal ──────────────────────────────────────────────────────────────────────────

    def history(self) -> pd.DataFrame:
        """Return every change ever made: line, created, coder, act, target, before, after."""
        rows = self._store.rows("journal")
        columns = ("line", "created", "coder", "act", "target", "before", "after")
        return make_frame(rows, columns, numbers=("line",), objects=("before", "after"))

    def _journal(
        self,
        change: Change,
        act: str,
        target: str,
        before: Row | None,
        after: Row | None,
        coder: str | None = None,
    ) -> None:
        row = {
            "created": self._clock(),
            "coder": coder or self._coder or "",
            "act": act,
            "target": target,
            "before": before,
            "after": after,
        }
        change.insert("journal", [row])

    def _coder_for(self, coder: str | None) -> str:
        chosen = coder or self._coder
        if not chosen:
            raise ProjectError(say("project.coder"))
        return chosen

    def _checked_excerpt(self, document: str, start: int, end: int) -> Row:
        row = self._document(document)
        check_span(start, end, len(row["text"]))
        return row

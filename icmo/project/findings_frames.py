"""Frames of what people conclude, and of how the theory came to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo.configurations import DETAILS, SLOTS, STANCES, completeness, if_then_sentence
from icmo.configurations.counting import count_passages

if TYPE_CHECKING:
    import pandas as pd

    from icmo._store import Reader, Row
    from icmo.project.work import Work

CONFIGURATIONS = (
    "configuration",
    "title",
    "sentence",
    "completeness",
    "status",
    "version",
    "for_whom",
    *SLOTS,
    "moderators",
    *DETAILS,
)
CHANGES = ("configuration", "version", "reason", "coder", "created", *CONFIGURATIONS[1:5])
RELATIONS = ("relation", "configuration", "kind", "other", "coder", "created")
CLAIMS = (
    "claim",
    "text",
    "theme",
    "question",
    "principle",
    "type",
    "passages",
    "documents",
    "cases",
    *STANCES,
)
RATINGS = ("principle", "letter", "case", "level", "rationale", "judge", "created", "rating")
JUDGEMENTS = (
    "kind",
    "about",
    "aspect",
    "case",
    "level",
    "uncertain",
    "rationale",
    "judge",
    "created",
    "judgement",
)
SUMMARIES = ("case", "code", "text", "state", "coder", "created")
STATEMENTS = ("document", "number", "case", "participant", "role", "scope", "priority", "text")
#: The kind of a document of statements that participants wrote on a board.
BOARD = "statement board"


def _labels(work: Work, reader: Reader, language: str) -> dict[str, str]:
    labels: dict[str, str] = {}
    for book in work.codebooks(reader).values():
        labels = {**book.labels(language), **labels}
    return labels


def configurations_frame(
    work: Work, reader: Reader, language: str, at: str | None = None
) -> pd.DataFrame:
    """Return the configurations as they are, or as they were at a time; slots are tuples of codes."""
    labels = _labels(work, reader, language)
    rows = reader.rows("configurations", order=("created", "configuration"))
    if at is not None:
        rows = [_as_it_was(reader, row, at) for row in rows if row["created"] <= at]
    told = [_told(row, labels, language) for row in rows]
    return make_frame(told, CONFIGURATIONS, ("version",), ("for_whom", *SLOTS, "moderators"))


def _as_it_was(reader: Reader, row: Row, at: str) -> Row:
    changes = reader.rows("changes", order=("version",), configuration=row["configuration"])
    before = [one for one in changes if one["created"] <= at]
    return {**row, **before[-1]["content"], "version": before[-1]["version"]} if before else row


def _told(row: Row, labels: dict[str, str], language: str) -> dict[str, Any]:
    """Return a configuration with what follows from it; its sentence, unless a person wrote one."""
    slots = {slot: tuple(row["slots"][slot]) for slot in SLOTS}
    moderators = tuple(row["moderators"])
    details = {name: row["details"].get(name, "") for name in DETAILS}
    derived = {
        "sentence": row["sentence"] or if_then_sentence(slots, moderators, labels, language),
        "completeness": completeness(slots),
        "for_whom": tuple(row["for_whom"]),
        "moderators": moderators,
    }
    return {**row, **slots, **details, **derived}


def changes_frame(work: Work, reader: Reader, language: str) -> pd.DataFrame:
    """Return every version of every configuration, with the reason for it, the oldest first."""
    labels = _labels(work, reader, language)
    rows = [
        {**_told({**row, **row["content"]}, labels, language), **row}
        for row in reader.rows("changes", order=("created", "configuration", "version"))
    ]
    return make_frame(rows, CHANGES, numbers=("version",))


def relations_frame(reader: Reader) -> pd.DataFrame:
    """Return how configurations stand to each other."""
    return make_frame(reader.rows("relations", order=("created", "relation")), RELATIONS)


def claims_frame(work: Work, reader: Reader, evidence: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the claims and what each rests on; without a sentence of its own, the theme's label."""
    labels = _labels(work, reader, language)
    rows = reader.rows("claims", order=("created", "claim"))
    place = {row["claim"]: number for number, row in enumerate(rows)}
    own = evidence[evidence["target_kind"] == "claim"]
    own = own[own["target"].isin(place)]
    group = own["target"].map(place).to_numpy(np.int64)
    counts = count_passages(own, group, len(rows))
    told = [
        {
            **row,
            "text": row["text"] or labels.get(row["theme"], row["theme"]),
            **{name: int(counts[name][number]) for name in CLAIMS[6:]},
        }
        for number, row in enumerate(rows)
    ]
    return make_frame(told, CLAIMS, numbers=CLAIMS[6:])


def ratings_frame(reader: Reader) -> pd.DataFrame:
    """Return the ratings, principle by principle."""
    rows = reader.rows("ratings", order=("principle", "letter", "case", "judge"))
    return make_frame(rows, RATINGS, numbers=("level",))


def judgements_frame(reader: Reader) -> pd.DataFrame:
    """Return the judgements; `uncertain` is 1 where the judge was in doubt."""
    rows = reader.rows("judgements", order=("kind", "about", "aspect", "case", "judge"))
    return make_frame(rows, JUDGEMENTS, numbers=("uncertain",))


def summaries_frame(reader: Reader) -> pd.DataFrame:
    """Return the written cells; `state` is stale where a passage was coded after it was written."""
    rows = reader.rows("summaries", order=("case", "code"))
    case = dict(reader.columns("documents", ("document", "case")))
    newest: dict[tuple[str, str], str] = {}
    for code in {row["code"] for row in rows}:
        for document, created in reader.columns("tags", ("document", "created"), code=code):
            cell = (case.get(document, ""), code)
            newest[cell] = max(newest.get(cell, ""), created)
    told = [
        {
            **row,
            "state": "stale"
            if newest.get((row["case"], row["code"]), "") > row["created"]
            else "summarised",
        }
        for row in rows
    ]
    return make_frame(told, SUMMARIES)


def statements_frame(turns: pd.DataFrame, documents: list[Row], known: list[Row]) -> pd.DataFrame:
    """Return what participants wrote on boards: each statement with who wrote it, scope, priority."""
    boards = {row["document"]: row for row in documents if row["kind"] == BOARD}
    more = {(row["document"], row["version"], row["number"]): row["attributes"] for row in known}
    rows = []
    for turn in turns[turns["document"].isin(list(boards))].to_dict("records"):
        board = boards[turn["document"]]
        attributes = more.get((turn["document"], board["version"], turn["number"]), {})
        rows.append(
            {
                **{name: attributes.get(name, "") for name in ("scope", "priority")},
                "document": turn["document"],
                "number": turn["number"],
                "case": board["case"],
                "participant": turn["speaker"],
                "role": turn["speaker_role"],
                "text": turn["text"],
            }
        )
    return make_frame(rows, STATEMENTS, numbers=("number",))


def answered_by(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Return the claims that answer each question."""
    found: dict[str, tuple[str, ...]] = {}
    for claim, question in sorted(reader.columns("claims", ("claim", "question"))):
        if question:
            found[question] = (*found.get(question, ()), claim)
    return found

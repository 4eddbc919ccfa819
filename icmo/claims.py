"""Claims: one sentence stored once, with its evidence, wherever it is used."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo._yaml import read_yaml
from icmo.configurations import Evidence
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    import pandas as pd

_VALUES = ("text", "theme", "question", "principle", "type")
_KEYS = ("id", *_VALUES, "evidence")
#: Larger files are no claims and no judgements.
_LARGEST = 200 * 1024 * 1024


class ClaimError(Error):
    """A file of claims or judgements that cannot be used as it is."""


@dataclass(frozen=True)
class Claim:
    """A claim as a person writes it in a file."""

    id: str
    values: Mapping[str, str] = field(hash=False)
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The sentence; empty where it is the label of its theme."""
        return self.values["text"]


def read_claims(path: str | os.PathLike[str]) -> list[Claim]:
    """Read claims.yaml: a list under `claims:`, each with text or theme, question, evidence and more."""
    file = Path(path)
    try:
        read = read_yaml(_text_of(file))
    except RecursionError:
        raise ClaimError(f"{file}: {say('claim.no_list')}") from None
    problems = list(read.problems)
    entries = read.data.get("claims") if isinstance(read.data, dict) else None
    if not problems and not isinstance(entries, list):
        problems.append((1, say("claim.no_list")))
    entries = entries if isinstance(entries, list) else []
    for number, entry in enumerate(entries):
        line = read.line("claims", number)
        if not isinstance(entry, dict):
            problems.append((line, say("claim.entry")))
            continue
        problems += [
            (
                read.line("claims", number, key),
                say("codebook.key_unknown", key=key) + did_you_mean(key, _KEYS),
            )
            for key in entry
            if key not in _KEYS
        ]
        rows = entry.get("evidence") or []
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and row.get("document") and row.get("quote") for row in rows
        ):
            problems.append((line, say("claim.evidence")))
    if problems:
        told = [f"{say('problem.place', file=file, line=line)}: {said}" for line, said in problems]
        raise ClaimError("\n".join(told))
    return [_claim(entry) for entry in entries]


def _claim(entry: dict[str, Any]) -> Claim:
    rows = entry.get("evidence") or ()
    evidence = tuple(
        Evidence(
            row["document"], row["quote"], row.get("stance") or "supports", row.get("note") or ""
        )
        for row in rows
    )
    values = {name: str(entry.get(name) or "").strip() for name in _VALUES}
    return Claim(str(entry.get("id") or ""), values, evidence)


def read_rows(path: str | os.PathLike[str], needed: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a csv file as rows, each with its `line`; the needed columns must be there."""
    file = Path(path)
    reader = csv.DictReader(io.StringIO(_text_of(file)))
    try:
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise ClaimError(say("csv.columns", file=file, columns=", ".join(missing)))
        return [
            {**{name: value or "" for name, value in row.items() if name}, "line": str(number)}
            for number, row in enumerate(reader, 2)
        ]
    except csv.Error:
        sentence = say("claim.csv")
        raise ClaimError(
            say("problem.place", file=file, line=reader.line_num) + f": {sentence}"
        ) from None


def _text_of(file: Path) -> str:
    """Return a file's text, or say why it has none."""
    try:
        if not file.is_file():
            raise ClaimError(say("refi.no_file" if file.exists() else "file.missing", path=file))
        if file.stat().st_size > _LARGEST:
            raise ClaimError(f"{file}: {say('claim.large')}")
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ClaimError(f"{file}: {say('file.encoding')}") from None
    except OSError as error:
        raise ClaimError(f"{file}: {say('file.unreadable', reason=error.strerror)}") from None


def orphan_claims(claims: pd.DataFrame, questions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the claims that hang in the air: claim, text, reason (no_evidence, no_question, against).

    `against` are claims of which more passages speak against than for.
    """
    asked = None if questions is None else set(questions["question"])
    rows: list[dict[Any, Any]] = []
    for row in claims.to_dict("records"):
        reasons = []
        if not row["passages"]:
            reasons.append("no_evidence")
        if not row["question"] or (asked is not None and row["question"] not in asked):
            reasons.append("no_question")
        if row["contradicts"] > row["supports"]:
            reasons.append("against")
        rows += [{**row, "reason": reason} for reason in reasons]
    return make_frame(rows, ("claim", "text", "reason"))


def unanswered_questions(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the questions of the evaluation that no claim answers: question, purpose, text."""
    answered = set(claims["question"])
    kept = questions[~questions["question"].isin(answered)]
    return kept[["question", "purpose", "text"]].reset_index(drop=True)

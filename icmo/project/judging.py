"""Decisions as people hand them in: rows of a table, or a spreadsheet that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.pseudonyms import KINDS, Decision, Identity, PseudonymError, decide
from icmo.documents.pseudonyms.identity import key as key_of_form
from icmo.documents.tables import read_table
from icmo.project.deciding import write_decisions
from icmo.project.pseudonym_frames import persons_frame
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import pandas as pd

#: What people write for a decision; nothing is not yet.
WORDS = {
    **dict.fromkeys(("accept", "accepted", "erstat", "ja", "yes", "x", "true"), True),
    **dict.fromkeys(("keep", "kept", "behold", "nej", "no", "false"), False),
}
COLUMNS = ("person", "decision")
#: Between the forms of a name in a cell.
BETWEEN = "; "
#: A spreadsheet would take a cell that begins so for a calculation.
RISKY = ("=", "+", "-", "@")


def decide_rows(work: Work, given: pd.DataFrame | Iterable[Mapping[str, Any]]) -> int:
    """Write the decisions of a table. Returns how many rows had one."""
    frame: Any = given
    rows = frame.to_dict("records") if hasattr(given, "to_dict") else list(given)
    return _decide(work, [(0, dict(row)) for row in rows], "")


def decide_file(work: Work, path: Path) -> int:
    """Write the decisions of a spreadsheet that was filled in. Returns how many rows had one."""
    table = read_table(path)
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise ProjectError(say("decide.columns", file=path, columns=", ".join(missing)))
    rows = [
        (line, {name: _unescaped(cell) for name, cell in zip(table.columns, cells, strict=True)})
        for line, cells in table.rows
    ]
    return _decide(work, rows, str(path))


def _decide(work: Work, rows: list[tuple[int, dict[str, Any]]], file: str) -> int:
    given = [(line, row) for line, row in rows if _word(row.get("decision"))]
    who = work.named()
    if not given:
        return 0
    with work.store.reading() as reader:
        frame = persons_frame(work, reader, None, None)
    persons: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
    made = []
    for line, row in given:
        try:
            made.append(_decision(work, who, row, (persons, line, file)))
        except PseudonymError as error:
            if not file:
                raise
            told = say("decide.line", file=file, line=line, problem=error)
            raise PseudonymError(told) from None
    write_decisions(work, made)
    return len(made)


def _decision(
    work: Work, who: str, row: dict[str, Any], among: tuple[list[dict[str, Any]], int, str]
) -> Decision:
    persons, line, file = among
    word = _word(row["decision"])
    if word not in WORDS:
        raise ProjectError(say("decide.word", file=file or "rows", line=line, word=word))
    name, kind = str(row["person"]).strip(), str(row.get("kind") or "")
    found = [
        one
        for one in persons
        if kind in ("", one["kind"])
        and key_of_form(name, one["kind"])
        in {key_of_form(form, one["kind"]) for form in (one["person"], *one["forms"])}
    ]
    if found:
        one = found[0]
        identity = Identity(one["person"], one["kind"], one["forms"], one["suggestion"], ())
    elif name and kind in KINDS:
        identity = Identity(name, kind, (name,), "", ())
    else:
        raise PseudonymError(say("decide.not_found"))
    replacement = row.get("replacement")
    return decide(
        identity,
        who,
        replacement=replacement if isinstance(replacement, str) and replacement.strip() else None,
        accepted=WORDS[word],
        at=work.clock(),
        also=_forms(row.get("forms")),
    )


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.strip().casefold() if isinstance(value, str) else ""


def _forms(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(form.strip() for form in value.split(BETWEEN.strip()) if form.strip())
    return tuple(value) if isinstance(value, list | tuple) else ()


def spreadsheet(persons: pd.DataFrame) -> pd.DataFrame:
    """Return persons as a table for a spreadsheet: forms in one cell, nothing that calculates."""
    written = persons.assign(
        forms=[BETWEEN.join(forms) for forms in persons["forms"]],
        decision=[
            {"accepted": "accept", "kept": "keep"}.get(word, "") for word in persons["decision"]
        ],
    )
    for column in ("person", "forms", "suggestion", "replacement", "sentence"):
        written[column] = [_escaped(cell) for cell in written[column]]
    return written


def _escaped(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _unescaped(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell

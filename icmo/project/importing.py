"""Claims, ratings, judgements, summaries and statements taken from files, each file as one act."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.claims import ClaimError, read_claims, read_rows
from icmo.configurations import check_stance
from icmo.documents import Document, Reading, Turn
from icmo.errors import Error
from icmo.project.configurations import evidence_row
from icmo.project.documents import add_documents, text_of
from icmo.project.findings import claim_row, put_judgement, put_rating, put_summary
from icmo.project.findings_frames import BOARD
from icmo.tags import find_quote

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from icmo._journal import Act
    from icmo._store import Row
    from icmo.project.work import Work

    Path = str | os.PathLike[str]


@dataclass
class _Quotes:
    """Finds quotes in documents; each text is read once."""

    work: Work
    act: Act
    _texts: dict[str, str] = field(default_factory=dict)

    def evidence(self, target: tuple[str, str], document: str, quote: str, stance: str) -> Row:
        """Return an evidence row for a quote."""
        check_stance(stance)
        if document not in self._texts:
            row = self.work.document(self.act.change, document)
            self._texts[document] = text_of(self.act.change, row)
        span = find_quote(self._texts[document], quote)
        row = evidence_row(self.work, self.act, target, document, span)
        return {**row, "stance": stance, "note": "", "explicitness": "said"}


def import_claims(work: Work, path: Path) -> int:
    """Take claims with their evidence from a YAML file. Returns how many."""
    found = read_claims(path)
    with work.act("import_claims") as act:
        quotes = _Quotes(work, act)
        for claim in found:
            with _placed(path, claim.id or claim.text):
                row = claim_row(work, act, claim.values)
                rows = []
                for one in claim.evidence:
                    target = ("claim", str(row["claim"]))
                    made = quotes.evidence(target, one.document, one.quote, one.stance)
                    rows.append({**made, "note": one.note})
                act.insert("claims", [row])
                act.insert("evidence", rows)
    return len(found)


class _placed:  # noqa: N801 - used as a word in a with statement
    """Says which entry of a file a mistake is in."""

    def __init__(self, path: Path, entry: object) -> None:
        self._path, self._entry = path, entry

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, Error):
            place = say("claim.place", file=self._path, entry=self._entry)
            raise ClaimError(f"{place}: {error}") from error


def import_ratings(work: Work, path: Path) -> int:
    """Take ratings from a csv file: principle, letter, case, level, rationale, judge, document, quote."""

    def put(act: Act, row: Mapping[str, str]) -> str:
        rated = (row["principle"], row["letter"], row["case"])
        if not row["level"].isdigit():
            raise ClaimError(say("rating.number", level=row["level"]))
        return put_rating(work, act, rated, int(row["level"]), row["rationale"])

    needed = ("principle", "letter", "case", "level", "rationale", "judge")
    return _by_judge(work, path, needed, ("import_ratings", "rating"), put)


def import_judgements(work: Work, path: Path) -> int:
    """Take judgements from a csv file.

    Either principle, aspect, case, level, rationale, judge; or, of teams, team_type,
    intervention, level, uncertain, rationale, judge. Both may have document, quote and stance.
    """

    def put(act: Act, row: Mapping[str, str]) -> str:
        teams = "team_type" in row
        return put_judgement(
            work,
            act,
            {
                "kind": "organisation" if teams else "principle",
                "about": row["team_type" if teams else "principle"],
                "aspect": row["intervention" if teams else "aspect"],
                "case": row.get("case", ""),
                "level": row["level"],
                "uncertain": row.get("uncertain", "").lower() in ("yes", "ja", "1"),
                "rationale": row["rationale"],
            },
        )

    return _by_judge(
        work, path, ("level", "rationale", "judge"), ("import_judgements", "judgement"), put
    )


def _by_judge(
    work: Work,
    path: Path,
    needed: tuple[str, ...],
    names: tuple[str, str],
    put: Callable[[Act, Mapping[str, str]], str],
) -> int:
    """Put rows in, one act for each judge, with the quotes that they rest on."""
    rows = read_rows(path, needed)
    made: set[str] = set()
    for who, some in groupby(sorted(rows, key=lambda one: one["judge"]), lambda one: one["judge"]):
        with work.act(names[0], who) as act:
            quotes = _Quotes(work, act)
            for row in some:
                with _placed(path, row["line"]):
                    id_ = put(act, row)
                    made.add(id_)
                    if row.get("quote"):
                        stance = row.get("stance") or "supports"
                        target = (names[1], id_)
                        evidence = quotes.evidence(target, row["document"], row["quote"], stance)
                        act.insert("evidence", [evidence])
    return len(made)


def import_summaries(work: Work, path: Path) -> int:
    """Take the cells of a framework matrix from a csv file: case, code, text, coder."""
    rows = read_rows(path, ("case", "code", "text", "coder"))
    for who, some in groupby(sorted(rows, key=lambda one: one["coder"]), lambda one: one["coder"]):
        with work.act("import_summaries", who) as act:
            for row in some:
                with _placed(path, row["line"]):
                    put_summary(work, act, row["case"], row["code"], row["text"])
    return len(rows)


def import_statements(work: Work, path: Path, group: str = "") -> int:
    """Take what participants wrote on boards from a csv file; each case's board is a document.

    Columns: case, participant, role, statement, scope, priority. A statement is a turn: it can be
    tagged, and is erased with whoever wrote it. Returns how many statements were read.
    """
    rows = read_rows(path, ("case", "participant", "role", "statement", "scope", "priority"))
    with work.store.reading() as reader:
        language = work.fact(reader, "language")
    boards = [
        _board(say("claim.board", language, case=case), case, list(some), group)
        for case, some in groupby(
            sorted(rows, key=lambda one: one["case"]), lambda one: one["case"]
        )
    ]
    add_documents(work, Reading(tuple(boards), ()))
    return len(rows)


def _board(name: str, case: str, rows: list[dict[str, Any]], group: str) -> Document:
    """Return the statements of a case as one document, a line each with the name before it."""
    lines: list[str] = []
    turns: list[Turn] = []
    at = 0
    for row in rows:
        head = f"{row['participant']}: " if row["participant"] else ""
        said = " ".join(row["statement"].split())
        more = {name: row[name] for name in ("scope", "priority") if row[name]}
        start = at + len(head)
        turns.append(Turn(start, start + len(said), row["participant"], row["role"], "turn", more))
        lines.append(head + said)
        at = start + len(said) + 1
    return Document(
        name=name,
        text="\n".join(lines) + "\n",
        turns=tuple(turns),
        case=case,
        group=group,
        kind=BOARD,
    )

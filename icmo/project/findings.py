"""What people conclude: claims, ratings and their rubric, judgements, summaries, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.configurations import check_known
from icmo.guide import ASPECTS, LETTERS, LEVELS, RUBRIC
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo._journal import Act
    from icmo._store import Reader, Row

#: What a claim says besides its sentence; each may be empty.
CLAIM = ("text", "theme", "question", "principle", "type")


def add_claim(work: Work, given: Mapping[str, str]) -> str:
    """Store one finding, in one sentence. Returns its id."""
    with work.act("add_claim") as act:
        row = claim_row(work, act, given)
        act.target = str(row["claim"])
        act.insert("claims", [row])
    return str(row["claim"])


def claim_row(work: Work, act: Act, given: Mapping[str, str]) -> Row:
    """Return a claim as a row, once its codes and its question are known to be there."""
    values = {name: given.get(name) or "" for name in CLAIM}
    _check_claim(work, act.change, values)
    return {"claim": work.new_id(), **values, "coder": act.coder, "created": work.clock()}


def _check_claim(work: Work, reader: Reader, values: Mapping[str, str]) -> None:
    if not values["text"].strip() and not values["theme"]:
        raise ProjectError(say("claim.empty"))
    for name in ("theme", "principle", "type"):
        if values[name]:
            work.book_of(reader, values[name])
    asked = [one for (one,) in reader.columns("questions", ("question",))]
    if values["question"] and values["question"] not in asked:
        sentence = say("claim.question", question=values["question"])
        raise ProjectError(sentence + did_you_mean(values["question"], asked))


def change_claim(work: Work, claim: str, given: Mapping[str, str]) -> None:
    """Change the sentence of a claim, or what it points to."""
    with work.act("change_claim") as act:
        row = _claim(act.change, claim)
        values = {name: row[name] for name in CLAIM}
        values |= {name: value for name, value in given.items() if value is not None}
        _check_claim(work, act.change, values)
        act.target = claim
        act.update("claims", row, **values)


def remove_claim(work: Work, claim: str) -> None:
    """Take a claim away, with its evidence."""
    with work.act("remove_claim") as act:
        row = _claim(act.change, claim)
        act.target = claim
        for one in act.change.rows("evidence", target=claim):
            act.delete("evidence", one)
        act.delete("claims", row)


def _claim(reader: Reader, claim: str) -> Row:
    found = reader.row("claims", claim=claim)
    if found is None:
        raise ProjectError(say("claim.unknown", claim=claim))
    return found


def rate(
    work: Work, rated: tuple[str, str, str], level: int, rationale: str, coder: str | None
) -> str:
    """Rate a principle by a letter in a case; the same judge rating again changes the rating."""
    with work.act("rate", coder) as act:
        id_ = put_rating(work, act, rated, level, rationale)
        act.target = id_
    return id_


def put_rating(
    work: Work, act: Act, rated: tuple[str, str, str], level: int, rationale: str
) -> str:
    """Put a rating in, or change the one that the same judge made before."""
    principle, letter, case = rated
    work.book_of(act.change, principle)
    check_known("letter", letter or "?", LETTERS)
    known = [one["level"] for one in rubric_rows(act.change)]
    if level not in known:
        raise ProjectError(say("rating.level", level=level, known=", ".join(map(str, known))))
    _check_case(act.change, case)
    row: Row = {
        "rating": f"{principle} / {letter} / {case} / {act.coder}",
        "principle": principle,
        "letter": letter,
        "case": case,
        "level": level,
        "rationale": rationale,
        "judge": act.coder,
        "created": work.clock(),
    }
    _put(act, "ratings", "rating", row)
    return str(row["rating"])


def _put(act: Act, table: str, key: str, row: Row) -> None:
    before = act.change.row(table, **{key: row[key]})
    if before is None:
        act.insert(table, [row])
    elif {**before, "created": ""} != {**row, "created": ""}:
        act.update(table, before, **row)


def _check_case(reader: Reader, case: str) -> None:
    known = {one for (one,) in reader.columns("cases", ("case",))}
    known |= {one for (one,) in reader.columns("documents", ("case",))}
    if case not in known:
        raise ProjectError(say("project.case", case=case) + did_you_mean(case, sorted(known)))


def rubric_rows(reader: Reader) -> list[Row]:
    """Return the levels of ratings, the lowest first: the project's own, else those icmo comes with."""
    own = [
        {"level": int(row["rubric"]), "label": row["label"], "anchor": row["anchor"]}
        for row in reader.rows("rubric")
    ]
    return sorted(own or [dict(one) for one in RUBRIC], key=lambda row: row["level"])


def change_rubric(work: Work, levels: Sequence[Mapping[str, Any]]) -> None:
    """Put a project's own levels in force; a level that ratings use cannot go."""
    with work.act("change_rubric") as act:
        used = {level for (level,) in act.change.columns("ratings", ("level",))}
        gone = sorted(used - {int(one["level"]) for one in levels})
        if gone:
            raise ProjectError(say("rating.level_used", level=gone[0]))
        wanted = {
            str(one["level"]): {
                "rubric": str(one["level"]),
                "label": dict(one["label"]),
                "anchor": dict(one.get("anchor") or {}),
            }
            for one in levels
        }
        there = {row["rubric"]: row for row in act.change.rows("rubric")}
        for name, row in there.items():
            if name not in wanted:
                act.delete("rubric", row)
        for name, row in wanted.items():
            if name in there:
                act.update("rubric", there[name], **row)
            else:
                act.insert("rubric", [row])


def judge(work: Work, given: Mapping[str, Any], coder: str | None) -> str:
    """Judge whether a principle is meaningful, adhered to or gives results; or how a team works."""
    with work.act("judge", coder) as act:
        id_ = put_judgement(work, act, given)
        act.target = id_
    return id_


def put_judgement(work: Work, act: Act, given: Mapping[str, Any]) -> str:
    """Put a judgement in, or change the one that the same judge made before."""
    kind, level = given.get("kind") or "principle", given["level"]
    if kind == "principle":
        work.book_of(act.change, given["about"])
        check_known("aspect", given["aspect"] or "?", ASPECTS)
        check_known("level", level or "?", LEVELS)
    if given.get("case"):
        _check_case(act.change, given["case"])
    parts = (kind, given["about"], given["aspect"], given.get("case") or "", act.coder)
    row: Row = {
        "judgement": " / ".join(parts),
        **dict(zip(("kind", "about", "aspect", "case"), parts[:4], strict=True)),
        "level": level,
        "uncertain": int(bool(given.get("uncertain"))),
        "rationale": given.get("rationale") or "",
        "judge": act.coder,
        "created": work.clock(),
    }
    _put(act, "judgements", "judgement", row)
    return str(row["judgement"])


def summarise(work: Work, case: str, code: str, text: str, coder: str | None) -> str:
    """Write the cell of a framework matrix, or write it anew. Returns its id."""
    with work.act("summarise", coder) as act:
        id_ = put_summary(work, act, case, code, text)
        act.target = id_
    return id_


def put_summary(work: Work, act: Act, case: str, code: str, text: str) -> str:
    """Put a summary in, or write over the one that is there; an empty text takes it away."""
    work.book_of(act.change, code)
    _check_case(act.change, case)
    id_ = f"{case} / {code}"
    row = {"summary": id_, "case": case, "code": code, "text": text.strip()}
    before = act.change.row("summaries", summary=id_)
    if not row["text"]:
        if before is not None:
            act.delete("summaries", before)
        return id_
    made: Row = {**row, "coder": act.coder, "created": work.clock()}
    if before is None:
        act.insert("summaries", [made])
    else:
        # Also where it says the same: it has been looked at again.
        act.update("summaries", before, **made)
    return id_

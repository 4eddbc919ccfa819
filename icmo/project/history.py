"""The journal told in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo._journal import UndoError, redo, undo
from icmo._strings import say
from icmo.project.care import Guard, look_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from icmo._journal import Step
    from icmo._store import Change, Reader, Row
    from icmo.project.work import Work

HISTORY = ("line", "created", "coder", "act", "target", "sentence", "state")
#: What tags and evidence are known by.
_KEYS = {"tags": "tag", "evidence": "evidence"}
#: As many names are written out; of more, how many there are.
_MANY = 3


def history_frame(reader: Reader, language: str) -> pd.DataFrame:
    """Return every change ever made, the first one first; `sentence` tells it."""
    lines = reader.rows("journal", order=("line",))
    by_line = {row["line"]: row for row in lines}
    names = dict(reader.columns("documents", ("document", "name")))
    told = [{**row, "sentence": _sentence(row, by_line, names, language)} for row in lines]
    return make_frame(told, HISTORY, numbers=("line",))


def _sentence(row: Row, lines: dict[int, Row], names: dict[str, str], language: str) -> str:
    if row["undoes"] is not None:
        of = lines.get(row["undoes"])
        told = "" if of is None else _told(of, names, language)
        return say(f"history.{row['act']}", language, coder=row["coder"], of=told)
    return say("history.line", language, coder=row["coder"], told=_told(row, names, language))


def _told(row: Row, names: dict[str, str], language: str) -> str:
    """Say what an act did, without who did it."""
    steps: list[Step] = row["steps"]
    first = _content(steps[0]) if steps else {}
    document = names.get(str(first.get("document", "")), "") or names.get(row["target"], "")
    values: dict[str, Any] = {
        **{key: first.get(key, "") for key in ("code", "coder", "start", "end", "text", "case")},
        "document": document,
        "count": _count(steps),
        "names": _names(steps, language),
        "title": first.get("title") or row["target"][:8],
        "codebook": first.get("codebook") or row["target"],
        "stance": say(f"stance.{first['stance']}", language) if first.get("stance") else "",
        "done": int(bool(first.get("done"))),
        "rows": _rows(steps, language),
    }
    if not steps:
        return say("history.only_act", language, act=say(f"act.{row['act']}", language))
    return say(f"history.{row['act']}", language, **values)


def _content(step: Step) -> dict[str, Any]:
    content: dict[str, Any] = step.get("after") or step.get("before") or {}
    return content


def _count(steps: list[Step]) -> int:
    """Return how many rows an act made, changed or took away, of the kind it is about."""
    counted: Counter[str] = Counter()
    for step in steps:
        rows = step.get("count") or len(step.get("rows", ())) or 1
        counted[step["table"]] += int(rows)
    return max(counted.values(), default=0)


def _rows(steps: list[Step], language: str) -> str:
    """Return how many rows of each kind an act made, changed or took away."""
    counted: Counter[str] = Counter()
    for step in steps:
        counted[step["table"]] += int(step.get("count") or len(step.get("rows", ())) or 1)
    told = (say(f"rows.{table}", language, count=count) for table, count in counted.items())
    return ", ".join(told)


def _names(steps: list[Step], language: str) -> str:
    contents = [_content(step) for step in steps]
    told = (
        next((str(one[key]) for key in ("name", "coder", "case") if one.get(key)), "")
        for one in contents
    )
    names = list(dict.fromkeys(filter(None, told)))
    shown = [f'"{name}"' for name in names[:_MANY]]
    if len(names) > _MANY:
        shown.append(say("history.more", language, count=len(names) - _MANY))
    return ", ".join(shown)


def undo_act(work: Work, language: str) -> str:
    """Take back the coder's latest act that still stands. Returns it in a sentence."""
    look_after(work)
    with Guard(work) as guard, work.store.change() as change:

        def look(steps: list[Step]) -> None:
            guard.before_losing(change, _lost_by_opposite(steps))

        line = undo(change, work.coder or "import", work.new_id(), work.clock(), look)
        _check_codes(work, change, line)
        names = dict(change.columns("documents", ("document", "name")))
    return say("undone", language, of=_told(line, names, language))


def redo_act(work: Work, language: str) -> str:
    """Do again what the coder took back last. Returns it in a sentence."""
    look_after(work)
    with Guard(work) as guard, work.store.change() as change:

        def look(steps: list[Step]) -> None:
            _refuse_twin_texts(change, steps)
            guard.before_losing(change, _lost_by_opposite(steps))

        line = redo(change, work.coder or "import", work.new_id(), work.clock(), look)
        _check_codes(work, change, line)
        names = dict(change.columns("documents", ("document", "name")))
    return say("redone", language, of=_told(line, names, language))


def _lost_by_opposite(steps: list[Step]) -> dict[str, int]:
    """Return how many tags and pieces of evidence go when the opposite of some steps is done."""
    lost = {"tags": 0, "evidence": 0}
    for table in lost:
        own = [step for step in steps if step["table"] == table]
        made, gone = (
            {step[side][_KEYS[table]] for step in own if step.get(side) and not step[other]}
            for side, other in (("after", "before"), ("before", "after"))
        )
        lost[table] = len(made - gone) + sum(step.get("count", 0) for step in own)
    return lost


def _refuse_twin_texts(change: Change, taken_back: list[Step]) -> None:
    """Refuse to import texts again that somebody else has imported meanwhile."""
    names = dict(change.columns("documents", ("document", "name")))
    coming = {
        step["before"]["document"]: step["before"]["name"]
        for step in taken_back
        if step["table"] == "documents" and step.get("before") and not step["after"]
    }
    if not coming:
        return
    texts = change.columns("texts", ("document", "digest"))
    there = {digest: names[document] for document, digest in texts if document in names}
    for document, digest in texts:
        if document in coming and digest in there:
            name, other = coming[document], there[digest]
            raise UndoError(say("redo.there", name=name, other=other))


def _check_codes(work: Work, change: Change, line: Row) -> None:
    """Refuse to leave tags with a code that no codebook has: it came or went with a version of one."""
    newest = change.rows("journal", line=change.largest("journal", "line"))[0]
    tables = {step["table"] for step in newest["steps"]}
    if "codebooks" in tables:
        used = [code for (code,) in change.columns("tags", ("code",))]
    elif "tags" in tables:
        used = [row["code"] for row in _put_back(change, newest["steps"])]
    else:
        return
    known = {code for book in work.codebooks(change).values() for code in book.labels()}
    unknown = [code for code in used if code not in known]
    if unknown:
        act, what = say(f"act.{line['act']}"), say("rows.tags", count=len(unknown))
        if "codebooks" in tables:
            raise UndoError(say("undo.depends", act=act, what=what))
        raise UndoError(say("undo.changed", act=act, line=line["line"]))


def _put_back(change: Change, steps: list[Step]) -> Iterator[Row]:
    """Return the tags that some steps put in."""
    for step in steps:
        if step["table"] == "tags" and "count" in step:
            yield from change.rows("tags", line=step["line"])
        elif step["table"] == "tags" and step.get("after"):
            yield step["after"]

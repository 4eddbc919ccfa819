"""The journal: every act with what it did to rows, so that it can be told, taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._schema import TARGETS, metadata
from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from icmo._store import Change, Row

#: Rows that stand on another: what must be gone before the other can go.
_DEPENDENTS = {
    "documents": (
        ("tags", "document"),
        ("evidence", "document"),
        ("assignments", "document"),
        ("memos", "target"),
    ),
    "configurations": (
        ("evidence", "target"),
        ("memos", "target"),
        ("relations", "configuration"),
        ("relations", "other"),
        ("changes", "configuration"),
    ),
    "claims": (("evidence", "target"), ("memos", "target")),
    "ratings": (("evidence", "target"), ("memos", "target")),
    "judgements": (("evidence", "target"), ("memos", "target")),
    "tags": (("memos", "target"),),
}
#: Rows that stand on a place in a text: one taken away goes back only to the text it was taken from.
_PLACED = {"tags": "tag", "evidence": "evidence"}
#: Rows that join configurations, and by which columns.
_JOINED = {"relations": ("configuration", "other"), "changes": ("configuration",)}
#: What makes two tags the same one.
_SAME_TAG = ("document", "coder", "code", "start", "end")
#: More rows of one kind than this in one act are remembered by their journal line, not one by one.
_ONE_BY_ONE = 1000

#: Acts that took words away for good, or brought them back from a key file.
_WITH_KEY = ("accept_pseudonyms", "restore_names")

Step = dict[str, Any]


class UndoError(Error):
    """Something that cannot be taken back or done again."""


@dataclass
class Act:
    """One act of a person: it changes rows and remembers each change."""

    change: Change
    name: str
    coder: str
    line: int
    target: str = ""
    steps: list[Step] = field(default_factory=list)
    _versions: dict[str, int] = field(default_factory=dict)

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows."""
        self.change.insert(table, rows)
        if table == "tags" and len(rows) > _ONE_BY_ONE:
            self.steps.append({"table": table, "line": self.line, "count": len(rows)})
        else:
            self.steps += [_step(table, None, row) for row in rows]

    def insert_columns(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Add many rows, given column by column; few of them are remembered one by one."""
        rows = zip(*columns.values(), strict=True)
        many = next(
            (step for step in self.steps if step["table"] == table and "count" in step), None
        )
        if many is None and len(next(iter(columns.values()))) <= _ONE_BY_ONE:
            self.insert(table, [dict(zip(columns, row, strict=True)) for row in rows])
            return
        count = self.change.insert_plain(table, tuple(columns), rows)
        if many is None:
            self.steps.append({"table": table, "line": self.line, "count": count})
        else:
            # The line remembers all that it wrote as one number.
            many["count"] += count

    def update(self, table: str, before: Row, **values: Any) -> None:
        """Change one row."""
        after = {**before, **values}
        if after != before:
            self.change.update(table, values, **key_of(table, before))
            self._remember(table, before, after)

    def delete(self, table: str, before: Row) -> None:
        """Take one row away."""
        self.change.delete(table, **key_of(table, before))
        self._remember(table, before, None)

    def _remember(self, table: str, before: Row, after: Row | None) -> None:
        step = _step(table, before, after)
        if table in _PLACED:
            step["version"] = self.version(before["document"])
        elif table == "documents":
            self._versions.pop(before["document"], None)
        self.steps.append(step)

    def version(self, document: str) -> int:
        """Return which text of a document is in force; 0 where the document is not there."""
        if document not in self._versions:
            found = self.change.row("documents", document=document)
            self._versions[document] = 0 if found is None else int(found["version"])
        return self._versions[document]


def begin(change: Change, name: str, coder: str) -> Act:
    """Begin an act; its line is the next of the journal, which nobody else can take meanwhile."""
    return Act(change, name, coder, change.largest("journal", "line") + 1)


def finish(act: Act, id_: str, created: str) -> None:
    """Write the act's line; an act that changed nothing leaves none."""
    if not act.steps:
        return
    # A new act makes what was undone before it unreachable.
    act.change.update("journal", {"state": "forgotten"}, coder=act.coder, state="undone")
    act.change.insert("journal", [_line(act, id_, created)])


def _line(act: Act, id_: str, created: str, undoes: int | None = None) -> Row:
    return {
        "line": act.line,
        "id": id_,
        "created": created,
        "coder": act.coder,
        "act": act.name,
        "target": act.target,
        "steps": act.steps,
        "state": "done",
        "undoes": undoes,
    }


def undo(
    change: Change, coder: str, id_: str, created: str, look: Callable[[list[Step]], None]
) -> Row:
    """Take back the coder's latest act that still stands. Returns its journal line.

    `look` is shown the steps whose opposite is about to be done.
    """
    candidates = change.rows("journal", order=("line",), coder=coder, state="done", undoes=None)
    if not candidates:
        raise UndoError(say("undo.nothing", coder=coder))
    line = candidates[-1]
    if line["act"] in _WITH_KEY:
        raise UndoError(say("undo.key", act=_act_name(line)))
    look(line["steps"])
    act = _opposite(change, "undo", coder, line, line)
    change.update("journal", {"state": "undone"}, line=line["line"])
    change.insert("journal", [_line(act, id_, created, undoes=line["line"])])
    return line


def redo(
    change: Change, coder: str, id_: str, created: str, look: Callable[[list[Step]], None]
) -> Row:
    """Do again what the coder took back last. Returns the journal line of the first time.

    `look` is shown the steps whose opposite is about to be done.
    """
    undone = change.rows("journal", order=("line",), coder=coder, state="undone")
    if not undone:
        raise UndoError(say("redo.nothing", coder=coder))
    line = undone[0]
    taken_back = change.rows("journal", order=("line",), act="undo", undoes=line["line"])[-1]
    look(taken_back["steps"])
    act = _opposite(change, "redo", coder, taken_back, line)
    change.update("journal", {"state": "done"}, line=line["line"])
    change.insert("journal", [_line(act, id_, created, undoes=line["line"])])
    return line


def _opposite(change: Change, name: str, coder: str, of: Row, line: Row) -> Act:
    """Do the opposite of a journal line's steps; `line` is the act that they belong to."""
    act = Act(change, name, coder, change.largest("journal", "line") + 1, line["target"])
    coming_back = _taken_away(of)
    for step in reversed(of["steps"]):
        if "count" in step:
            _take_back_many(act, step, line)
        elif "rows" in step:
            _put_back_many(act, step, line)
        else:
            _take_back_one(act, step, of, line, coming_back)
    _check_no_twins(act, of, line)
    return act


def _take_back_one(act: Act, step: Step, of: Row, line: Row, coming_back: set[str]) -> None:
    """Apply the opposite of a step, and remember that as a step too."""
    table, before, after = step["table"], step["before"], step["after"]
    current = act.change.row(table, **key_of(table, after or before))
    if current != after:
        raise _changed(line)
    if before is None:
        if after.get(_PLACED.get(table, "")) not in coming_back:
            _check_free(act, table, after, of, line)
        act.delete(table, after)
        return
    _check_ground(act, step, line)
    if after is None:
        act.insert(table, [before])
    else:
        if table == "documents" and before["version"] != after["version"]:
            _check_nothing_placed_since(act.change, after["document"], of, line)
        act.update(table, after, **before)


def _take_back_many(act: Act, step: Step, line: Row) -> None:
    """Take away the rows that a line wrote, many at a time."""
    rows = act.change.rows(step["table"], line=step["line"])
    if len(rows) != step["count"]:
        raise _changed(line)
    taken = {row[_PLACED[step["table"]]] for row in rows}
    memos = sum(target in taken for (target,) in act.change.columns("memos", ("target",)))
    if memos:
        what = say("rows.memos", count=memos)
        raise UndoError(say("undo.depends", act=_act_name(line), what=what))
    act.change.delete(step["table"], line=step["line"])
    versions = {document: act.version(document) for document in {row["document"] for row in rows}}
    act.steps.append({"table": step["table"], "rows": rows, "versions": versions})


def _put_back_many(act: Act, step: Step, line: Row) -> None:
    """Put back rows that went many at a time. They keep the line by which they are found."""
    rows = step["rows"]
    for document, version in step.get("versions", {}).items():
        if act.version(document) != version:
            raise _changed(line)
    act.change.insert(step["table"], rows)
    act.steps.append({"table": step["table"], "line": rows[0]["line"], "count": len(rows)})


def _check_ground(act: Act, step: Step, line: Row) -> None:
    """Refuse to put a row back where what it stood on is gone, or is another text by now."""
    table, before, after = step["table"], step["before"], step["after"]
    if "document" in before and table != "documents" and not act.version(before["document"]):
        raise _changed(line)
    stays = after is not None and _place(before) == _place(after)
    corrected = act.version(before["document"]) != step["version"] if "version" in step else False
    if corrected and not stays:
        raise _changed(line)
    if table == "evidence":
        kind = before["target_kind"]
        if act.change.row(TARGETS[kind], **{kind: before["target"]}) is None:
            raise _changed(line)
    for name in _JOINED.get(table, ()):
        if act.change.row("configurations", configuration=before[name]) is None:
            raise _changed(line)


def _check_no_twins(act: Act, of: Row, line: Row) -> None:
    """Refuse to put a tag back where somebody has made the same one meanwhile."""
    put_back = [step["after"] for step in act.steps if _is_insertion(step)]
    own = {row["tag"] for row in put_back}
    for row in put_back:
        same = act.change.rows("tags", **{name: row[name] for name in _SAME_TAG})
        if any(one["tag"] not in own and one["line"] > of["line"] for one in same):
            raise _changed(line)


def _is_insertion(step: Step) -> bool:
    return step["table"] == "tags" and "after" in step and step["before"] is None


def _taken_away(of: Row) -> set[str]:
    """Return the tags and evidence an act took away, among them those it put another row in place of."""
    steps = [step for step in of["steps"] if step["table"] in _PLACED and step.get("before")]
    return {str(step["before"][_PLACED[step["table"]]]) for step in steps}


def _check_free(act: Act, table: str, row: Row, of: Row, line: Row) -> None:
    """Refuse to take away what other rows stand on."""
    own = row[metadata.tables[table].primary_key.columns.keys()[0]]
    for other, column in _DEPENDENTS.get(table, ()):
        if other == "memos" and act.name == "redo":
            continue  # what is done again took the row away the first time too, memo or not
        count = act.change.count(other, **{column: own})
        if count and other == "memos":
            count = _memos_since(act.change, own, of)
        if count:
            what = say(f"rows.{other}", count=count)
            raise UndoError(say("undo.depends", act=_act_name(line), what=what))


def _memos_since(change: Change, target: str, of: Row) -> int:
    """Count the memos written on a row since an act made it; older ones were there without it."""
    first: dict[str, Row | None] = {}
    for line in change.rows_after("journal", "line", of["line"]):
        for step in line["steps"]:
            if step["table"] == "memos":
                row = step["after"] or step["before"]
                first.setdefault(row["memo"], step["before"])
    return sum(first.get(row["memo"], row) is None for row in change.rows("memos", target=target))


def _check_nothing_placed_since(change: Change, document: str, of: Row, line: Row) -> None:
    """Refuse to exchange a text on which somebody has put or moved something since."""
    since = change.rows_after("journal", "line", of["line"])
    for table, key in _PLACED.items():
        rows = change.rows(table, document=document)
        first = _first_seen(table, [step for one in since for step in one["steps"]])
        # What the act moved itself was found where it left it, and is back by now.
        since_then = first.keys() - _first_seen(table, of["steps"]).keys()
        later = [
            row
            for row in rows
            if row.get("line", 0) > line["line"]
            or (row[key] in since_then and _place(row) != _place(first[row[key]]))
            or (row[key] not in first and row.get("line") in first)
        ]
        if later:
            what = say(f"rows.{table}", count=len(later))
            raise UndoError(say("undo.depends", act=_act_name(line), what=what))


def _first_seen(table: str, steps: list[Step]) -> dict[Any, Row | None]:
    """Return each row as it was before the first of some steps; lines that wrote many are nothing."""
    first: dict[Any, Row | None] = {}
    for step in steps:
        if step["table"] != table:
            continue
        if "count" in step:
            first.setdefault(step["line"], None)
        elif "rows" in step:
            for row in step["rows"]:
                first.setdefault(row[_PLACED[table]], row)
        else:
            row = step["after"] or step["before"]
            first.setdefault(row[_PLACED[table]], step["before"])
    return first


def _place(row: Row | None) -> tuple[Any, ...] | None:
    return None if row is None else (row.get("start"), row.get("end"))


def _changed(line: Row) -> UndoError:
    return UndoError(say("undo.changed", act=_act_name(line), line=line["line"]))


def _act_name(line: Row) -> str:
    return say(f"act.{line['act']}")


def _step(table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Step:
    return {
        "table": table,
        "before": None if before is None else dict(before),
        "after": None if after is None else dict(after),
    }


def key_of(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row is known by in its table."""
    return {column.name: row[column.name] for column in metadata.tables[table].primary_key.columns}

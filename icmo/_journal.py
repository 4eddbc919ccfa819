"""The journal: every act with what it did to rows, so that it can be told, taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._schema import metadata
from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo._store import Change, Row

#: Rows that stand on another: what must be gone before the other can go.
_DEPENDENTS = {
    "documents": (("tags", "document"), ("evidence", "document"), ("assignments", "document")),
    "configurations": (("evidence", "target"), ("memos", "target")),
    "tags": (("memos", "target"),),
}
#: More rows of one kind than this in one act are remembered by their journal line, not one by one.
_ONE_BY_ONE = 1000

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

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows."""
        self.change.insert(table, rows)
        if table == "tags" and len(rows) > _ONE_BY_ONE:
            self.steps.append({"table": table, "line": self.line, "count": len(rows)})
        else:
            self.steps += [_step(table, None, row) for row in rows]

    def update(self, table: str, before: Row, **values: Any) -> None:
        """Change one row."""
        after = {**before, **values}
        if after != before:
            self.change.update(table, values, **key_of(table, before))
            self.steps.append(_step(table, before, after))

    def delete(self, table: str, before: Row) -> None:
        """Take one row away."""
        self.change.delete(table, **key_of(table, before))
        self.steps.append(_step(table, before, None))


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


def undo(change: Change, coder: str, id_: str, created: str) -> Row:
    """Take back the coder's latest act that still stands. Returns its journal line."""
    candidates = change.rows("journal", order=("line",), coder=coder, state="done", undoes=None)
    if not candidates:
        raise UndoError(say("undo.nothing", coder=coder))
    line = candidates[-1]
    act = Act(change, "undo", coder, change.largest("journal", "line") + 1, line["target"])
    for step in reversed(line["steps"]):
        _take_back(act, step, line)
    change.update("journal", {"state": "undone"}, line=line["line"])
    change.insert("journal", [_line(act, id_, created, undoes=line["line"])])
    return line


def redo(change: Change, coder: str, id_: str, created: str) -> Row:
    """Do again what the coder took back last. Returns the journal line of the first time."""
    undone = change.rows("journal", order=("line",), coder=coder, state="undone")
    if not undone:
        raise UndoError(say("redo.nothing", coder=coder))
    line = undone[0]
    taken_back = change.rows("journal", order=("line",), act="undo", undoes=line["line"])[-1]
    act = Act(change, "redo", coder, change.largest("journal", "line") + 1, line["target"])
    for step in reversed(taken_back["steps"]):
        _take_back(act, step, line)
    change.update("journal", {"state": "done"}, line=line["line"])
    change.insert("journal", [_line(act, id_, created, undoes=line["line"])])
    return line


def _take_back(act: Act, step: Step, line: Row) -> None:
    """Apply the opposite of a step, and remember that as a step too."""
    if "count" in step:
        _take_back_many(act, step, line)
    elif "rows" in step:
        # The rows keep the line that first wrote them: taking them back again finds them by it.
        rows = step["rows"]
        act.change.insert(step["table"], rows)
        act.steps.append({"table": step["table"], "line": rows[0]["line"], "count": len(rows)})
    else:
        _take_back_one(act, step, line)


def _take_back_one(act: Act, step: Step, line: Row) -> None:
    table, before, after = step["table"], step["before"], step["after"]
    current = act.change.row(table, **key_of(table, after or before))
    if current != after:
        raise UndoError(say("undo.changed", act=_act_name(line), line=line["line"]))
    if before is None:
        _check_free(act.change, table, after, line)
        act.delete(table, after)
    elif after is None:
        act.insert(table, [before])
    else:
        if table == "documents" and before["version"] != after["version"]:
            _check_no_later_tags(act.change, after["document"], line)
        act.update(table, after, **before)


def _take_back_many(act: Act, step: Step, line: Row) -> None:
    rows = act.change.rows(step["table"], line=step["line"])
    if len(rows) != step["count"]:
        raise UndoError(say("undo.changed", act=_act_name(line), line=line["line"]))
    act.change.delete(step["table"], line=step["line"])
    act.steps.append({"table": step["table"], "rows": rows})


def _check_free(change: Change, table: str, row: Row, line: Row) -> None:
    """Refuse to take away what other rows stand on."""
    own = row[metadata.tables[table].primary_key.columns.keys()[0]]
    for other, column in _DEPENDENTS.get(table, ()):
        count = change.count(other, **{column: own})
        if count:
            what = say(f"rows.{other}", count=count)
            raise UndoError(say("undo.depends", act=_act_name(line), what=what))


def _check_no_later_tags(change: Change, document: str, line: Row) -> None:
    later = [row for row in change.rows("tags", document=document) if row["line"] > line["line"]]
    if later:
        what = say("rows.tags", count=len(later))
        raise UndoError(say("undo.depends", act=_act_name(line), what=what))


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

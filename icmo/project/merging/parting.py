"""What each of two copies did since they parted: told by the journal lines that only one has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._journal import key_of
from icmo._schema import metadata

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from icmo._store import Reader, Row

Key = tuple[Any, ...]

#: Lines that version 1 wrote have numbers for ids, which two copies gave to different acts.
_NUMBERED = "v1-"
#: So many values fit into one question to the database.
_AT_ONCE = 10_000


@dataclass
class Since:
    """What one copy did that the other does not know of."""

    reader: Reader
    lines: list[Row] = field(default_factory=list)
    #: the rows that these lines touched, as they were before the first of them; None: not there
    before: dict[str, dict[Key, Row | None]] = field(default_factory=lambda: defaultdict(dict))
    #: the texts that were in force in each document, in order, where that changed
    versions: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    #: rows of which a line only tells that they are there: they may be older than the parting.
    #: Each as it was before, in case the other copy never had it
    accounted: dict[tuple[str, Key], Row | None] = field(default_factory=dict)

    def now(self, table: str) -> dict[Key, Row]:
        """Return the touched rows of a table as they are now."""
        return rows_by_key(self.reader, table, self.before[table])


def known_lines(reader: Reader) -> dict[str, int]:
    """Return the lines whose work is in this copy, by what they are known by in every copy.

    What a merge brought and its undoing took away again is not in it.
    """
    columns = ("line", "id", "created", "target", "act", "state")
    heads = [dict(zip(columns, one, strict=True)) for one in reader.columns("journal", columns)]
    merges = [row for row in heads if row["act"] == "merge"]
    away: set[int] = set()
    for row in merges:
        if row["state"] != "done":
            away |= set(_numbers(row["target"]))
    for row in merges:
        if row["state"] == "done":
            away -= set(_numbers(row["target"]))
    return {identity(row): row["line"] for row in heads if row["line"] not in away}


def identity(line: Row) -> str:
    """Return what a journal line is known by in every copy."""
    id_ = str(line["id"])
    if id_.startswith(_NUMBERED) and "/" not in id_:
        return f"{id_}/{line['created']}/{line['target']}"
    return id_


def since(reader: Reader, mine: dict[str, int], known: Collection[str]) -> Since:
    """Return what a copy did in the lines that the other one does not know."""
    numbers = sorted(line for id_, line in mine.items() if id_ not in known)
    found = Since(reader)
    for some in _portions(numbers):
        found.lines += reader.rows("journal", order=("line",), line=some)
    many: set[int] = set()  # lines that put in tags many at a time
    ids = {line: id_ for id_, line in mine.items()}
    for line in found.lines:
        account = _is_account(line, ids, known)
        for step in line["steps"]:
            if "count" in step:
                many |= set() if account else {step["line"]}
                _look_at_many(found, step, line["steps"], account=account)
            else:
                _look_at(found, step, many, account=account)
    return found


def _is_account(line: Row, ids: dict[int, str], known: Collection[str]) -> bool:
    """Say whether a line only tells what was there, or brought what the other copy knows."""
    if line["act"] == "merge":
        told = [ids.get(number) for number in _numbers(line["target"])]
        return bool(told) and all(id_ in known for id_ in told)
    return line["act"] in ("migrate", "erase", "accept_pseudonyms", "restore_names")


def _look_at(found: Since, step: Row, many: set[int], *, account: bool) -> None:
    """Keep how the rows of a step were before it, unless an earlier step touched them."""
    table = step["table"]
    before = found.before[table]
    if "rows" in step:
        for row in step["rows"]:
            before.setdefault(key(table, row), _unless_made_by(many, row))
    else:
        row, after = step["before"], step["after"]
        if table == "documents" and after is not None:
            path = found.versions[after["document"]]
            path += [] if path or row is None else [row["version"]]
            path += [] if path and path[-1] == after["version"] else [after["version"]]
        if account and key(table, row or after) not in before:
            found.accounted[table, key(table, row or after)] = row
        before.setdefault(
            key(table, row or after), after if account else _unless_made_by(many, row)
        )


def _look_at_many(found: Since, step: Row, steps: list[Row], *, account: bool) -> None:
    """Look at a step that put in many tags: those that bear its number and were not only changed."""
    changed = {
        one["after"]["tag"]
        for one in steps
        if one.get("before") and one.get("after") and one["table"] == "tags"
    }
    names = metadata.tables["tags"].columns.keys()
    for values in found.reader.columns("tags", names, line=step["line"]):
        row = dict(zip(names, values, strict=True))
        place = key("tags", row)
        if row["tag"] in changed or place in found.before["tags"]:
            continue
        found.before["tags"][place] = row if account else None
        if account:
            found.accounted["tags", place] = None


def _unless_made_by(many: set[int], row: Row | None) -> Row | None:
    """Return a row unless one of the lines made it, which tells its rows only by their number."""
    return None if row is not None and row.get("line") in many else row


def forget_accounts(theirs: Since, ours: Since, reader: Reader) -> None:
    """Treat what is only told to be there as new there if this copy never had it."""
    targets = {target for (target,) in reader.columns("journal", ("target",))}
    for table in {table for table, _ in theirs.accounted}:
        keys = [place for name, place in theirs.accounted if name == table]
        here = rows_by_key(reader, table, keys)
        for place in keys:
            if not (place in here or place in ours.before[table] or place[0] in targets):
                theirs.before[table][place] = theirs.accounted[table, place]


def rows_by_key(reader: Reader, table: str, keys: Iterable[Key]) -> dict[Key, Row]:
    """Return rows by their keys, many at a time."""
    subject = metadata.tables[table]
    columns = subject.columns.keys()
    first = subject.primary_key.columns.keys()[0]
    wanted = set(keys)
    rows: dict[Key, Row] = {}
    for some in _portions(sorted({place[0] for place in wanted})):
        if table == "tags":
            found = [
                dict(zip(columns, values, strict=True))
                for values in reader.columns(table, columns, **{first: some})
            ]
        else:
            found = reader.rows(table, **{first: some})
        rows |= {key(table, row): row for row in found}
    return {place: row for place, row in rows.items() if place in wanted}


def key(table: str, row: Row) -> Key:
    """Return the key of a row."""
    if table == "tags":
        return (row["tag"],)
    return tuple(key_of(table, row).values())


def told_lines(lines: list[Row], first: int, there: dict[str, int]) -> tuple[list[Row], str]:
    """Return the other copy's lines as history that is only told, and the numbers they have here.

    What they did is in the line of the merge. Some may be told already, by a merge taken back.
    """
    told: list[Row] = []
    numbers: list[int] = []
    for line in lines:
        id_ = identity(line)
        if id_ in there:
            numbers.append(there[id_])
            continue
        numbers.append(first + len(told))
        target = "" if line["act"] == "merge" else line["target"]
        only_told: Row = {"steps": [], "state": "forgotten", "undoes": None}
        told.append({**line, **only_told, "id": id_, "target": target, "line": numbers[-1]})
    return told, _written(numbers)


def _written(numbers: list[int]) -> str:
    """Write numbers as "3-7, 9-9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}-{last}" for first, last in runs)


def _numbers(written: str) -> Iterator[int]:
    for run in written.split(", ") if written else ():
        first, _, last = run.partition("-")
        yield from range(int(first), int(last) + 1)


def _portions(values: list[Any]) -> Iterator[list[Any]]:
    for place in range(0, len(values), _AT_ONCE):
        yield values[place : place + _AT_ONCE]

"""Who opened, read, exported or erased what and when: without content, each entry sealed with the last.

A removed or altered entry breaks the chain; entries older than their term go by themselves, and
the chain goes on from a stated place.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icmo._strings import say

if TYPE_CHECKING:
    from icmo._store import Change, Reader, Row

#: Days that entries are kept, unless the project says otherwise.
TERM_DAYS = 1095
_FIELDS = ("entry", "created", "coder", "act", "target")


def write_entries(change: Change, entries: list[Row]) -> None:
    """Write entries at the chain's end, and let go of those past their term."""
    if not entries:
        return
    number, seal = _fact(change, "access_end") or (0, "")
    rows = []
    for entry in entries:
        number += 1
        row = {**entry, "entry": number}
        seal = _seal(row, seal)
        rows.append({**row, "seal": seal})
    change.insert("access", rows)
    _set_fact(change, "access_end", number, seal)
    _forget_old(change, rows[-1]["created"])


def _seal(row: Row, before: str) -> str:
    told = "\x1f".join([before, *(str(row[field]) for field in _FIELDS)])
    return hashlib.sha256(told.encode()).hexdigest()


def _fact(reader: Reader, name: str) -> tuple[int, str] | None:
    row = reader.row("facts", name=name)
    if row is None:
        return None
    number, _, seal = row["value"].partition(":")
    return int(number), seal


def _set_fact(change: Change, name: str, number: int, seal: str) -> None:
    change.delete("facts", name=name)
    change.insert("facts", [{"name": name, "value": f"{number}:{seal}"}])


def term(reader: Reader) -> int:
    """Return for how many days entries are kept."""
    row = reader.row("facts", name="access_term")
    return TERM_DAYS if row is None else int(row["value"])


def set_term(change: Change, days: int) -> None:
    """Say for how many days entries are kept."""
    change.delete("facts", name="access_term")
    change.insert("facts", [{"name": "access_term", "value": str(days)}])


def _forget_old(change: Change, now: str) -> None:
    oldest = (_moment(now) - timedelta(days=term(change))).isoformat()
    first = change.first("access", order=("entry",))
    if first is None or _moment(first["created"]).isoformat() >= oldest:
        return
    entries = change.rows("access", order=("entry",))
    old = [row for row in entries if _moment(row["created"]).isoformat() < oldest]
    for row in old:
        change.delete("access", entry=row["entry"])
    _set_fact(change, "access_start", old[-1]["entry"], old[-1]["seal"])


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def broken_links(reader: Reader) -> list[str]:
    """Return what is wrong with the chain of entries: one removed, altered or put in."""
    number, seal = _fact(reader, "access_start") or (0, "")
    wrong = []
    for row in reader.rows("access", order=("entry",)):
        number += 1
        if row["entry"] != number:
            wrong.append(say("check.access_gap", entry=number))
            number = row["entry"]
        elif _seal(row, seal) != row["seal"]:
            wrong.append(say("check.access_altered", entry=number))
        seal = row["seal"]
    end = _fact(reader, "access_end") or (0, "")
    if not wrong and (number, seal) != end:
        wrong.append(say("check.access_gap", entry=number + 1))
    return wrong

"""Configurations, cases, questions, memos, assignments and codebooks of two copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._schema import TARGETS
from icmo._strings import say
from icmo.codebook import Codebook
from icmo.project.adjudicating import DECISION
from icmo.project.merging.parting import key, rows_by_key
from icmo.project.tagging import SAME_TAG

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.project.merging.report import Merge


def merge_rows(merge: Merge, table: str) -> None:
    """Bring a table to one state, row by row: what only one copy changed is as that copy has it."""
    change = merge.act.change
    theirs = merge.theirs.now(table)
    before = merge.theirs.before[table]
    if table == "memos":
        _find_tags(merge, list(theirs.values()))
    pairs = [(merge.mapped(before[place]), merge.mapped(theirs.get(place))) for place in before]
    keys = [key(table, row) for pair in pairs for row in pair if row is not None]
    here = rows_by_key(change, table, keys)
    known = {id_ for (id_,) in change.columns("documents", ("document",))}
    added = []
    for old, row in pairs:
        either = row or old
        if either is None or row == old or either.get("document", "") not in {"", *known}:
            continue
        if key(table, either)[0] in merge.erased:
            continue
        added += _bring(merge, table, old, row, here.get(key(table, either)))
    merge.act.insert(table, added)


def _bring(
    merge: Merge, table: str, old: Row | None, theirs: Row | None, ours: Row | None
) -> list[Row]:
    """Bring one row to one state. Returns it where it is to be put in."""
    if ours == old:
        return _take(merge, table, ours, theirs)
    if ours is None:
        if theirs is None:
            return []
        merge.tell(table, theirs, "conflict", "back")
        return [theirs]
    if theirs is None:
        merge.tell(table, ours, "conflict", "stays")
    elif theirs == ours:
        merge.tell(table, ours, "same")
    else:
        _choose(merge, table, ours, theirs)
    return []


def _find_tags(merge: Merge, memos: list[Row]) -> None:
    """Find the tags here that memos there are about, where both sides made the same tag."""
    wanted = [(row["target"],) for row in memos if row["target_kind"] in ("tag", DECISION)]
    here = rows_by_key(merge.act.change, "tags", wanted)
    for (tag,), row in rows_by_key(merge.theirs.reader, "tags", wanted).items():
        mapped = merge.mapped(row) or row
        twin = merge.act.change.row("tags", **{name: mapped[name] for name in SAME_TAG})
        if (tag,) not in here and twin is not None:
            merge.tags[tag] = twin["tag"]


def _take(merge: Merge, table: str, ours: Row | None, theirs: Row | None) -> list[Row]:
    """Do as the other copy did. Returns a row to put in."""
    if theirs is None and ours is not None:
        if table in TARGETS.values():
            merge.removals.append((table, ours))
        else:
            merge.act.delete(table, ours)
            merge.tell(table, ours, "taken", "removed")
    elif ours is None and theirs is not None:
        merge.tell(table, theirs, "taken", "added")
        return [theirs]
    elif ours is not None and theirs is not None:
        merge.act.update(table, ours, **theirs)
        merge.tell(table, theirs, "taken", "changed")
    return []


def _choose(merge: Merge, table: str, ours: Row, theirs: Row) -> None:
    if table == "assignments":
        # Finished on either side is finished.
        merge.act.update(table, ours, done=1)
        merge.tell(table, ours, "taken", "changed")
    else:
        merge.conflict(table, ours, theirs)


def merge_codebooks(merge: Merge) -> None:
    """Take their versions of codebooks; changed on both sides, ours stays in force."""
    before = merge.theirs.before["codebooks"]
    if not before:
        return
    theirs = _versions(merge.theirs.reader.rows("codebooks"))
    old = {key("codebooks", row): row for rows in theirs.values() for row in rows}
    for place, row in before.items():
        old.pop(place, None)
        if row is not None:
            old[place] = row
    parted = _versions(list(old.values()))
    ours = _versions(merge.act.change.rows("codebooks"))
    for name, versions in theirs.items():
        _merge_codebook(merge, versions, ours.get(name, []), parted.get(name, []))


def _merge_codebook(merge: Merge, theirs: list[Row], ours: list[Row], old: list[Row]) -> None:
    """Put their versions behind ours; the last one is in force."""
    now, here, was = _newest(theirs), _newest(ours), _newest(old)
    if now in (here, was):
        return
    known = {row["source"] for row in ours}
    rows = [row for row in theirs if row["source"] not in known]
    number = ours[-1]["number"] if ours else 0
    both = bool(ours) and here != was
    if both:
        # Ours once more, so that it stays the newest.
        rows += ours[-1:] if rows else []
    elif now in known:
        rows.append(theirs[-1])
    rows = [{**row, "number": number + place} for place, row in enumerate(rows, 1)]
    merge.act.insert("codebooks", rows)
    for row in rows[:-1] if both else rows:
        if both:
            merge.tell("codebooks", row, "conflict", "codebook_both")
        else:
            merge.tell("codebooks", row, "taken", "added")


def _newest(versions: list[Row]) -> str | None:
    return str(versions[-1]["source"]) if versions else None


def _versions(rows: list[Row]) -> dict[str, list[Row]]:
    """Return the versions of each codebook, the newest last."""
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda one: one["number"]):
        found.setdefault(row["codebook"], []).append(row)
    return found


def tell_unknown_codes(merge: Merge) -> None:
    """Tell of tags whose code is in no codebook in force: they are kept, and cannot be made again."""
    touched = {step["table"] for step in merge.act.steps}
    if not touched & {"tags", "codebooks"}:
        return
    known: set[str] = set()
    for versions in _versions(merge.act.change.rows("codebooks")).values():
        row = versions[-1]
        known |= set(
            Codebook.parse(row["source"], f"{row['codebook']}.yaml", row["codebook"]).labels()
        )
    counts: dict[str, int] = {}
    for (code,) in merge.act.change.columns("tags", ("code",)):
        if code not in known:
            counts[code] = counts.get(code, 0) + 1
    for code, count in sorted(counts.items()):
        said = say("merged.code_unknown", code=code, count=count)
        merge.rows.append(
            {
                "what": "code",
                "id": code,
                "from": "both",
                "outcome": "conflict",
                "document": "",
                "coder": "",
                "sentence": said,
            }
        )

"""The project's codebooks: every version kept, and tags taken along when codes change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.project.care import Guard
from icmo.project.work import ProjectError, Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icmo._journal import Act
    from icmo._store import Change, Row
    from icmo.codebook import Codebook

Moves = "Mapping[str, str | Sequence[str]]"


def insert_first(change: Change, codebook: Codebook, created: str) -> None:
    """Put the first codebook into a project that is being made."""
    row = {"codebook": codebook.id, "number": 1, "source": codebook.source, "created": created}
    change.insert("codebooks", [row])


def add_codebook(work: Work, codebook: Codebook) -> None:
    """Put one more codebook beside those the project has."""
    with work.act("add_codebook", work.coder or "import") as act:
        books = work.codebooks(act.change)
        if codebook.id in books:
            raise ProjectError(say("codebook.there", codebook=codebook.id))
        for book in books.values():
            double = [code for code in codebook.labels() if code in book]
            if double:
                raise ProjectError(say("codebook.double", code=double[0], codebook=book.id))
        act.target = codebook.id
        act.insert("codebooks", [_row(work, codebook, 1)])


def _row(work: Work, codebook: Codebook, number: int) -> Row:
    return {
        "codebook": codebook.id,
        "number": number,
        "source": codebook.source,
        "created": work.clock(),
    }


def update_codebook(
    work: Work, codebook: Codebook, moves: Mapping[str, str | Sequence[str]] | None = None
) -> dict[str, int]:
    """Put a new version of a codebook in force.

    Args:
        work: the project's work.
        codebook: the new version; it must have the id of one of the project's codebooks.
        moves: where the tags of codes go that are no longer there: another code (renamed or
            merged), or several (split: each tag is put on all of them and waits to be looked at).

    Returns:
        How many tags were moved, split and made stale.
    """
    with Guard(work) as guard, work.act("update_codebook") as act:
        books = work.codebooks(act.change)
        if codebook.id not in books:
            raise ProjectError(
                say("codebook.not_there", codebook=codebook.id, known=", ".join(books))
            )
        old = books[codebook.id]
        act.target = codebook.id
        if codebook.source == old.source:
            return {"moved": 0, "split": 0, "stale": 0}
        wanted = {**_renamed(old, codebook), **(moves or {})}
        _check_moves(act, old, codebook, wanted)
        # All at once: two codes may take each other's place.
        tags = [
            tag
            for code in wanted
            for tag in act.change.rows("tags", order=("tag",), code=code)
            if wanted[code] != code
        ]
        coming, counts = _retagged(work, act, tags, wanted, codebook)
        kept = {tag["tag"] for tag in coming}
        guard.before_losing(act.change, {"tags": sum(tag["tag"] not in kept for tag in tags)})
        number = act.change.largest("codebooks", "number", codebook=codebook.id) + 1
        act.insert("codebooks", [_row(work, codebook, number)])
        for tag in tags:
            act.delete("tags", tag)
        for tag in coming:
            # One by one, so that a memo on one of them hinders nobody from taking this back.
            act.insert("tags", [tag])
        _rename_in_configurations(act, wanted)
        stale = sum(
            old[code].definition != codebook[code].definition
            for code, line in act.change.columns("tags", ("code", "line"))
            # What was moved bears the new definition already.
            if line != act.line and code in old and code in codebook
        )
    return {**counts, "stale": stale}


def _renamed(old: Codebook, new: Codebook) -> dict[str, str]:
    """Return codes whose id changed while label and definition stayed as they were."""
    changes = old.difference(new)
    renamed = changes[(changes["change"] == "renamed") & (changes["field"] == "id")]
    return dict(zip(renamed["before"], renamed["after"], strict=True))


def _check_moves(
    act: Act, old: Codebook, new: Codebook, moves: Mapping[str, str | Sequence[str]]
) -> None:
    for code, target in moves.items():
        old[code]
        for one in [target] if isinstance(target, str) else target:
            new[one]
    tagged: dict[str, int] = {}
    for (code,) in act.change.columns("tags", ("code",)):
        tagged[code] = tagged.get(code, 0) + 1
    for code in old.labels():
        if code not in new and code not in moves and tagged.get(code):
            raise ProjectError(say("codebook.orphans", code=code, count=tagged[code]))


def _retagged(
    work: Work,
    act: Act,
    tags: list[Row],
    moves: Mapping[str, str | Sequence[str]],
    book: Codebook,
) -> tuple[list[Row], dict[str, int]]:
    """Return tags under their new codes, and how many were moved and split.

    Where two become the same one, the one that was there stays, or else the first.
    """
    from icmo.project.tagging import SAME_TAG, definition_of

    going = {tag["tag"] for tag in tags}
    taken: set[tuple[object, ...]] = set()
    coming: list[Row] = []
    counts = {"moved": 0, "split": 0}
    for tag in tags:
        wanted = moves[tag["code"]]
        targets = [wanted] if isinstance(wanted, str) else list(wanted)
        for number, code in enumerate(targets):
            # A split waits to be looked at: its tags bear no definition that is in force.
            meaning = definition_of(book[code]) if len(targets) == 1 else "split"
            id_ = tag["tag"] if number == 0 else work.new_id()
            row = {**tag, "tag": id_, "code": code, "definition": meaning, "line": act.line}
            place = tuple(row[name] for name in SAME_TAG)
            there = act.change.rows("tags", **{name: row[name] for name in SAME_TAG})
            if place not in taken and not any(one["tag"] not in going for one in there):
                taken.add(place)
                coming.append(row)
        counts["moved" if len(targets) == 1 else "split"] += 1
    return coming, counts


def _rename_in_configurations(act: Act, moves: Mapping[str, str | Sequence[str]]) -> None:
    renamed = {code: target for code, target in moves.items() if isinstance(target, str)}
    for row in act.change.rows("configurations"):
        slots = {
            slot: list(dict.fromkeys(renamed.get(code, code) for code in codes))
            for slot, codes in row["slots"].items()
        }
        moderators = [
            {
                key: renamed.get(one[key], one[key]) if key in ("code", "on") else one[key]
                for key in one
            }
            for one in row["moderators"]
        ]
        act.update("configurations", row, slots=slots, moderators=moderators)

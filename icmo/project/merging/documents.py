"""Documents and their texts: the same one known again, and which of two corrections is in force."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from icmo.project.merging.parting import rows_by_key
from icmo.tags import reanchored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icmo._store import Reader, Row
    from icmo.project.merging.report import Merge

Span = tuple[int, int]
#: Which text is in force, and what is told of it.
_FIELDS = ("name", "case", "group", "kind", "date", "attributes", "guessed", "source")


@dataclass
class Wording:
    """A document whose text in force differs: the texts each copy had since they parted, in order.

    `there` leads to the text of the other copy, `here` to this one's, `over` from theirs to the
    one that is in force after the merge, `back` from this one's.
    """

    there: Sequence[str]
    here: Sequence[str]
    over: Sequence[str]
    back: Sequence[str]


def carried(texts: Sequence[str], spans: Sequence[Span | None]) -> list[Span | None]:
    """Return where spans of the first text stand in the last; None for one that lost its words."""
    found = list(spans)
    for old, new in pairwise(texts):
        placed = iter(reanchored(old, new, [span for span in found if span is not None]))
        for number, span in enumerate(found):
            if span is not None:
                place = next(placed)
                lost = place.start is None or place.end is None
                found[number] = None if lost else (place.start, place.end)  # type: ignore[assignment]
    return found


def merge_documents(merge: Merge) -> dict[str, Wording]:
    """Take their documents and corrections. Returns the documents whose texts in force differ."""
    change, before = merge.act.change, merge.theirs.before["documents"]
    ours = {row["document"]: row for row in change.rows("documents")}
    theirs = {row["document"]: row for row in merge.theirs.reader.rows("documents")}
    merge.names = {id_: row["name"] for rows in (theirs, ours) for id_, row in rows.items()}
    digests = _Digests(merge)
    merge.documents = digests.twins(ours, theirs)
    wordings: dict[str, Wording] = {}
    for id_, row in theirs.items():
        here = ours.get(merge.documents.get(id_, id_))
        old = before.get((id_,), row)
        if here is not None:
            _merge_fields(merge, row, here, old)
            wording = _one_text(merge, digests, row, here)
            if wording is not None:
                wordings[here["document"]] = wording
        elif old is None and digests.is_erased(id_):
            merge.tell("documents", row, "conflict", "erased_here")
        elif old is None:
            _add(merge, digests, row, ours)
        elif old != row:
            bring_back(merge, id_)
    _note_removed(merge, ours, theirs)
    return wordings


def _note_removed(merge: Merge, ours: dict[str, Row], theirs: dict[str, Row]) -> None:
    """Note which documents were taken away there: last of all, if nothing stands on them."""
    for (id_,), row in merge.theirs.before["documents"].items():
        if row is not None and id_ in ours and id_ not in theirs:
            merge.removals.append(("documents", ours[id_]))


def bring_back(merge: Merge, document: str) -> bool:
    """Take a document in again that was taken away here, as something new stands on it there.

    What was erased here does not come back.
    """
    found = merge.theirs.reader.row("documents", document=document)
    digests = _Digests(merge)
    if found is None or not digests.is_here(document):
        return False
    merge.act.insert("documents", [digests.brought(found, document)])
    merge.tell("documents", found, "conflict", "back")
    return True


class _Digests:
    """The versions of texts in both copies, known by their digests."""

    def __init__(self, merge: Merge) -> None:
        self.merge = merge
        self.here = _versions(merge.act.change)
        self.there = _versions(merge.theirs.reader)

    def is_here(self, document: str) -> bool:
        return document in self.here

    def is_erased(self, document: str) -> bool:
        """Say whether words of a document there were erased here: no version of it comes back."""
        return not self.merge.erased.isdisjoint(self.there[document].values())

    def twins(self, ours: dict[str, Row], theirs: dict[str, Row]) -> dict[str, str]:
        """Return the documents that are here under another id: the same text, imported apart."""
        alone = {
            digest: id_
            for id_ in sorted(ours)
            if id_ not in theirs
            for digest in self.here[id_].values()
        }
        found: dict[str, str] = {}
        for id_, row in theirs.items():
            versions = self.there[id_]
            wanted = (versions[row["version"]], versions[min(versions)])
            twin = next((alone[one] for one in wanted if one in alone), None)
            if id_ not in ours and twin is not None and twin not in found.values():
                found[id_] = twin
        return found

    def brought(self, row: Row, document: str) -> Row:
        """Bring the texts made there since the parting, and return their row as it reads here."""
        id_ = row["document"]
        there, here = self.there[id_], self.here.setdefault(document, {})
        # Only what was made there since: an older text that is not here was erased here.
        made = self.merge.theirs.versions.get(id_, ()) if here else (*there,)
        made = () if self.is_erased(id_) else made
        for version in sorted(made):
            if version in there and there[version] not in here.values():
                number = version if version not in here else max(here) + 1
                here[number] = there[version]
                self._copy((id_, version), (document, number))
        wanted = there[row["version"]]
        # 0 where the text does not come here, as words of it were erased.
        version = next((number for number, digest in here.items() if digest == wanted), 0)
        return {**row, "document": document, "version": version}

    def _copy(self, their_key: tuple[str, int], key: tuple[str, int]) -> None:
        there, change = self.merge.theirs.reader, self.merge.act.change
        document, version = their_key
        own = {"document": key[0], "version": key[1]}
        for table in ("texts", "turns"):
            rows = there.rows(table, document=document, version=version)
            change.insert(table, [{**row, **own, **self._origin(row, key[0])} for row in rows])

    def _origin(self, row: Row, document: str) -> Row:
        """Tell what a text was made from by the number that text has here."""
        if not row.get("origin"):
            return {}
        digest = self.there[row["document"]].get(row["origin"]["from"])
        numbers = [n for n, known in self.here[document].items() if known == digest]
        return {"origin": {**row["origin"], "from": numbers[0]} if numbers else None}


def _versions(reader: Reader) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for document, version, digest in sorted(
        reader.columns("texts", ("document", "version", "digest"))
    ):
        found.setdefault(document, {})[version] = digest
    return found


def _add(merge: Merge, digests: _Digests, row: Row, ours: dict[str, Row]) -> None:
    """Take a document that only the other copy has."""
    merge.act.insert("documents", [digests.brought(row, row["document"])])
    if row["name"] in {one["name"] for one in ours.values()}:
        merge.tell("documents", row, "conflict", "same_name")
    else:
        merge.tell("documents", row, "taken", "added")


def _one_text(merge: Merge, digests: _Digests, row: Row, here: Row) -> Wording | None:
    """Put one text in force; the places in the other are carried over to it later."""
    id_, document = row["document"], here["document"]
    there = digests.brought(row, document)
    theirs, known = digests.there[id_], digests.here[document]
    in_force = known[here["version"]]
    if theirs[row["version"]] == in_force:
        return None
    if digests.is_erased(id_) and len(merge.theirs.versions.get(id_, ())) > 1:
        merge.tell("documents", here, "conflict", "erased_part")
    their_path = _without_loops(merge.theirs.versions.get(id_) or [row["version"]])
    old = theirs.get(their_path[0], "")
    texts = _texts(merge.theirs.reader, id_, their_path)
    if old == in_force:
        now = merge.act.change.row("documents", document=document) or here
        merge.act.update("documents", now, version=there["version"])
        merge.tell("documents", here, "taken", "text")
        return Wording(there=texts, here=texts[:1], over=texts[-1:], back=texts)
    our_path = _without_loops(merge.ours.versions.get(document) or [here["version"]])
    shared = [place for place, version in enumerate(our_path) if known.get(version) == old]
    our_path = our_path[shared[0] :] if shared else our_path[-1:]
    ours = _texts(merge.act.change, document, our_path)
    here_path = ours if shared else [texts[0], *ours]
    if len(their_path) > 1 and there["version"]:
        merge.tell("documents", {**here, "version": there["version"]}, "conflict", "text_both")
    if len(their_path) > 1:
        return Wording(there=texts, here=here_path, over=[texts[-1], ours[-1]], back=ours[-1:])
    return Wording(there=texts, here=here_path, over=here_path, back=ours[-1:])


def _merge_fields(merge: Merge, there: Row, here: Row, before: Row | None) -> None:
    """Bring what is known of a document, besides its text, to one state."""
    theirs = {name: there[name] for name in _FIELDS}
    ours = {name: here[name] for name in _FIELDS}
    old = None if before is None else {name: before[name] for name in _FIELDS}
    if old is None and {**theirs, "source": ""} == {**ours, "source": ""}:
        merge.tell("documents", here, "same")
    elif theirs in (ours, old):
        return
    elif ours == old:
        merge.act.update("documents", here, **theirs)
        here.update(theirs)
        merge.tell("documents", here, "taken", "changed")
    else:
        only = {"document": here["document"], "coder": ""}
        merge.conflict("documents", here, {**theirs, **only})


def _texts(reader: Reader, document: str, versions: Sequence[int]) -> list[str]:
    """Return versions of a text, but for those erased since."""
    found = dict(reader.columns("texts", ("version", "text"), document=document))
    return [found[version] for version in versions if version in found]


def _without_loops(path: Sequence[int]) -> list[int]:
    """Return a way from the first text to the last that no text comes twice in: undone is undone."""
    way: list[int] = []
    for version in path:
        way = way[: way.index(version)] if version in way else way
        way.append(version)
    return way


def merge_receipts(merge: Merge) -> None:
    """Learn what was erased here, which never comes back; tell what was erased only there."""
    change = merge.act.change
    known = {row["receipt"] for row in change.rows("receipts")}
    for row in change.rows("receipts"):
        for ids in row["counts"].get("erased", {}).values():
            merge.erased |= set(ids)
    for row in merge.theirs.reader.rows("receipts"):
        digests = row["counts"].get("erased", {}).get("digests", [])
        here = sorted({id_ for (id_,) in change.columns("texts", ("document",), digest=digests)})
        for document in () if row["receipt"] in known else change.rows("documents", document=here):
            merge.names.setdefault(document["document"], document["name"])
            merge.tell("documents", document, "conflict", "erased_there")
        if not here and row["receipt"] not in known:
            change.insert("receipts", [row])


def remove_last(merge: Merge) -> None:
    """Take away what was taken away there, unless something here stands on it."""
    standing = {
        "documents": (("tags", "document"), ("evidence", "document"), ("assignments", "document")),
        "configurations": (("evidence", "target"),),
    }
    for table, row in merge.removals:
        name = "document" if table == "documents" else "configuration"
        now = rows_by_key(merge.act.change, table, [(row[name],)]).get((row[name],))
        if now is None:
            continue
        used = any(merge.act.change.count(t, **{c: row[name]}) for t, c in standing[table])
        changed = (row[name],) in merge.ours.before[table]
        if used or changed:
            merge.tell(table, now, "conflict", "stays")
        else:
            merge.act.delete(table, now)
            merge.tell(table, now, "taken", "removed")

"""Names and numbers in the project's documents: what is found, and whose it is over all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from icmo._progress import watched
from icmo._strings import say
from icmo.documents.pseudonyms import (
    Decision,
    Find,
    Identity,
    finds,
    identities,
    leftovers,
    names,
    occurrences,
)
from icmo.documents.pseudonyms.identity import key as key_of_form
from icmo.project.deciding import in_text, settled_in, with_key
from icmo.project.documents import text_of
from icmo.project.repairing import REPLACED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icmo._store import Reader, Row
    from icmo.documents.pseudonyms import Key, Leftover, Settled
    from icmo.project.deciding import Decided
    from icmo.project.work import Work

_AROUND = 60
_MANY = 1000
GENITIVE = re.compile(r"['’]?s$", re.IGNORECASE)


@dataclass
class Looked:
    """One document as it was looked through."""

    row: Row
    text: str
    found: tuple[Find, ...]
    left: tuple[Leftover, ...]
    settled: list[Settled]
    #: where decisions and settled places stand
    covered: list[tuple[int, int]]
    decisions: list[Decision]
    replaced: bool

    def is_open(self, start: int, end: int) -> bool:
        """Say whether nobody has decided on a place."""
        return not any(begin < end and start < stop for begin, stop in self.covered)

    def sentence(self, start: int, end: int) -> str:
        """Return a place in its surroundings."""
        return " ".join(self.text[max(0, start - _AROUND) : end + _AROUND].split())


def is_replaced(reader: Reader, row: Row) -> bool:
    """Say whether the text in force of a document is one in which pseudonyms stand."""
    origins = dict(reader.columns("texts", ("version", "origin"), document=row["document"]))
    version, seen = row["version"], set()
    while version in origins and version not in seen:
        seen.add(version)
        origin = origins[version] or {}
        if origin.get("how") == REPLACED:
            return True
        version = origin.get("from")
    return False


def chosen_documents(
    work: Work, reader: Reader, documents: str | Sequence[str] | None
) -> list[Row]:
    """Return the documents named, or all in which no pseudonyms stand yet."""
    if documents is None:
        rows = reader.rows("documents", order=("name", "document"))
        return [row for row in rows if not is_replaced(reader, row)]
    named = [documents] if isinstance(documents, str) else list(documents)
    return [work.document(reader, one) for one in dict.fromkeys(named)]


def look_through(
    work: Work, reader: Reader, rows: Sequence[Row], known: Decided, key: Key | None = None
) -> list[Looked]:
    """Look documents through for what may tell who someone is."""
    decisions = with_key(known, key)
    forms = tuple(
        form for one in decisions if one.kind == "person" for form in (one.name, *one.forms)
    )
    language = work.fact(reader, "language")
    looked = []
    for row in watched(rows, say("progress.names")):
        text = text_of(reader, row)
        place = {"document": row["document"], "version": row["version"]}
        speakers = {one for (one,) in reader.columns("turns", ("speaker",), **place) if one}
        found = _found(text, tuple(sorted(speakers)), forms, language)
        settled = settled_in(reader, row, known)
        covered = [(start, end) for start, end, _, _ in occurrences(text, decisions, settled)]
        covered += [(one.start, one.end) for one in settled]
        looked.append(
            Looked(
                row,
                text,
                found,
                _left(text, found),
                settled,
                covered,
                in_text(text, decisions, settled),
                is_replaced(reader, row),
            )
        )
        work.log("names", row["document"])
    return looked


@lru_cache(maxsize=_MANY)
def _found(
    text: str, speakers: tuple[str, ...], known: tuple[str, ...], language: str
) -> tuple[Find, ...]:
    # The same is asked for often while somebody decides, and takes half a second for an hour's talk.
    return tuple(finds(text, speakers, known, language=language))


@lru_cache(maxsize=_MANY)
def _left(text: str, found: tuple[Find, ...]) -> tuple[Leftover, ...]:
    return tuple(leftovers(text, found))


class Persons:
    """Who is found over several documents, and what is decided on each."""

    def __init__(
        self, looked: Sequence[Looked], decisions: Sequence[Decision], language: str
    ) -> None:
        self.looked = looked
        self._bases: list[int] = []
        found, base = [], 0
        for one in looked:
            self._bases.append(base)
            found += [replace(f, start=base + f.start, end=base + f.end) for f in one.found]
            base += len(one.text) + 1
        #: by kind and what the writings of a name have in common
        self.decided = {
            (one.kind, key_of_form(form, one.kind)): one
            for one in decisions
            for form in (one.name, *one.forms)
        }
        self.identities = identities(_without_genitives(found), decisions, language)

    def decision(self, identity: Identity) -> Decision | None:
        """Return what is decided on somebody."""
        forms = (identity.name, *identity.forms)
        keys = ((identity.kind, key_of_form(form, identity.kind)) for form in forms)
        return next((self.decided[one] for one in keys if one in self.decided), None)

    def places(self, identity: Identity) -> list[tuple[Looked, Find]]:
        """Return the finds of somebody, each with its document and its own places."""
        placed = []
        for find in identity.finds:
            number = bisect_right(self._bases, find.start) - 1
            base = self._bases[number]
            own = replace(find, start=find.start - base, end=find.end - base)
            placed.append((self.looked[number], own))
        return placed


def _without_genitives(found: list[Find]) -> list[Find]:
    """Take the ending off a name that also stands without it, such as an unlisted name's."""
    written = {find.text.casefold() for find in found if find.kind == "person"}
    plain = []
    for find in found:
        stem = GENITIVE.sub("", find.text)
        listed = names.first_name(find.text).casefold() == find.text.casefold()
        if find.kind == "person" and not listed and stem.casefold() in written:
            plain.append(replace(find, end=find.start + len(stem), text=stem))
        else:
            plain.append(find)
    return plain

"""What is found in a text: one find is one place, what it seems to be, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What a find may be, the surest first: where two finds overlap, the earlier kind stays.
KINDS = (
    "email",
    "url",
    "cpr",
    "address",
    "cvr",
    "case_number",
    "account",
    "plate",
    "phone",
    "postcode",
    "employer",
    "place",
    "person",
)
RANK = {kind: rank for rank, kind in enumerate(KINDS)}
#: Kinds that are told by their words; among these the longer find stays.
WORDS = ("employer", "place", "person")
SURE_FORM = 0.75


@dataclass(frozen=True)
class Find:
    """A place in a text that may tell who someone is."""

    start: int
    end: int
    text: str
    kind: str
    #: which rule found it, such as `list`, `kinship`, `label`, `date part and modulus 11`
    rule: str
    #: from 0 to 1; under 0.5 it is a hint
    confidence: float
    #: what could stand there instead
    suggestion: str = ""

    def __repr__(self) -> str:
        """Show the place and the kind, never the words: a log may keep this."""
        return f"<{self.kind} {self.start}:{self.end} {self.rule} {self.confidence:.2f}>"


def make_find(text: str, span: tuple[int, int], kind: str, rule: str, confidence: float) -> Find:
    """Return a find of `text[start:end]`."""
    start, end = span
    return Find(start, end, text[start:end], kind, rule, confidence)


def without_overlaps(found: Iterable[Find]) -> list[Find]:
    """Keep one find for each place, in the order of the text.

    A number that is found twice is what the surer kind says. Of names that overlap the
    longer one stays, so that `Jensens Bageri` is one employer and no person.
    """
    kept: list[Find] = []
    taken: set[int] = set()
    for find in sorted(found, key=_order):
        places = range(find.start, find.end)
        if taken.isdisjoint(places):
            kept.append(find)
            taken.update(places)
    return sorted(kept, key=lambda find: find.start)


def _order(find: Find) -> tuple[int, int, int, float, int]:
    rank = RANK["employer"] if find.kind in WORDS else RANK.get(find.kind, len(RANK))
    length = find.end - find.start
    # Of the same words, a workplace or place by its form is surer than a name in it.
    form = find.kind != "person" and find.confidence >= SURE_FORM
    return rank, -length, 0 if form else 1, -find.confidence, find.start


def with_suggestion(find: Find, suggestion: str) -> Find:
    """Return the find with what could stand there instead."""
    return replace(find, suggestion=suggestion)

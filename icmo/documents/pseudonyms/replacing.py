"""Puts what was decided into a text, and keeps where everything stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.identity import DIGIT_KINDS, genitive
from icmo.documents.pseudonyms.offsets import OffsetMap
from icmo.documents.pseudonyms.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icmo.documents.pseudonyms.decisions import Decision, Settled

#: Signs that are not seen, and a hyphen at the end of a line, hide no name.
UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]*(?:-\n)?"
GENITIVE = "(?P<genitive>['’`´][sS]?|[sS])?"
Occurrence = tuple[int, int, "Decision", bool]


@dataclass(frozen=True)
class Replaced:
    """A text with its pseudonyms, and the map between it and the text before."""

    text: str
    offsets: OffsetMap
    #: (start, end, replacement) in the new text: positions and pseudonyms only, no names
    places: tuple[tuple[int, int, str], ...] = field(default=())


def replaced(text: str, decisions: Sequence[Decision], settled: Sequence[Settled] = ()) -> Replaced:
    """Replace every form of every accepted decision.

    A genitive stays one. A name that is also a word is replaced where its surroundings tell it is
    a name, and where a person settled so.
    """
    edits = [
        (start, end, genitive(decision.replacement) if owned else decision.replacement)
        for start, end, decision, owned in occurrences(text, decisions, settled)
        if decision.accepted
    ]
    parts, reached = [], 0
    for start, end, after in edits:
        parts += [text[reached:start], after]
        reached = end
    offsets = OffsetMap.of_replacements(edits)
    places = tuple(
        (new_start, new_end, after)
        for (_, _, new_start, new_end), (_, _, after) in zip(offsets.edits, edits, strict=True)
    )
    return Replaced("".join([*parts, text[reached:]]), offsets, places)


def occurrences(
    text: str, decisions: Sequence[Decision], settled: Iterable[Settled] = ()
) -> list[Occurrence]:
    """Find where decisions apply: (start, end, decision, whether in the genitive), in order."""
    settled = list(settled)
    by_name = {decision.name: decision for decision in decisions}
    taken = _Places()
    found: list[Occurrence] = []
    for place in settled:
        decision = by_name.get(place.name) if place.name else None
        if taken.take(place.start, place.end) and decision is not None:
            owned = _is_owned(text[place.start : place.end], decision)
            found.append((place.start, place.end, decision, owned))
    matches = [match for decision in decisions for match in _matches(text, decision)]
    # The longest first: "Anne-Grethe Holm" before "Anne".
    for start, end, decision, owned in sorted(matches, key=lambda m: (m[0] - m[1], m[0])):
        if taken.take(start, end):
            found.append((start, end, decision, owned))
    return sorted(found, key=lambda occurrence: occurrence[0])


class _Places:
    """Places already taken; two decisions never hold the same letter."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, start: int, end: int) -> bool:
        places = range(start, end)
        if not self._taken.isdisjoint(places):
            return False
        self._taken.update(places)
        return True


def _matches(text: str, decision: Decision) -> Iterable[Occurrence]:
    told = _told_places(text, decision)
    for form in dict.fromkeys((decision.name, *decision.forms)):
        if not form.strip():
            continue
        alone = decision.kind == "person" and _is_told_by_context(form)
        for match in _pattern(form, decision.kind).finditer(text):
            if alone and not any(start <= match.start() < end for start, end in told):
                continue
            owned = bool(match.groupdict().get("genitive"))
            yield match.start(), match.end(), decision, owned


def _is_told_by_context(form: str) -> bool:
    return len(form.split()) == 1 and (names.is_word(form) or len(form) == 1)


def _told_places(text: str, decision: Decision) -> list[tuple[int, int]]:
    forms = [form for form in (decision.name, *decision.forms) if _is_told_by_context(form)]
    if decision.kind != "person" or not forms:
        return []
    return [(find.start, find.end) for find in find_people(text, known=forms)]


@cache
def _pattern(form: str, kind: str) -> re.Pattern[str]:
    if kind in DIGIT_KINDS:
        # The same number, whatever stands between its digits.
        signs = [re.escape(sign) for sign in form if sign.isalnum()]
        between = r"[\s.\-\u2010-\u2015/]{0,3}"
        return re.compile(rf"(?<!\d){between.join(signs)}(?!\d)", re.IGNORECASE)
    words = [UNSEEN.join(_letter(sign) for sign in word) for word in re.split(r"\s+", form.strip())]
    whole = r"[\s\u00a0]+".join(words)
    # A name is not found inside a longer word; digits and underscores end one.
    return re.compile(rf"(?<![^\W\d_]){whole}{GENITIVE}(?![^\W\d_]|[\u0300-\u036f])", re.IGNORECASE)


def _letter(sign: str) -> str:
    """Match a letter in both normal forms."""
    composed, parted = unicodedata.normalize("NFC", sign), unicodedata.normalize("NFD", sign)
    if composed == parted:
        return re.escape(sign)
    return f"(?:{re.escape(composed)}|{re.escape(parted)})"


def _is_owned(written: str, decision: Decision) -> bool:
    forms = {form.lower() for form in (decision.name, *decision.forms)}
    low = written.lower()
    return low not in forms and low.rstrip("s").rstrip(names.APOSTROPHES) in forms

"""The guard before an export: no CPR number, and with the key no name that was replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.pseudonyms.cpr import find_cpr
from icmo.documents.pseudonyms.errors import PseudonymError
from icmo.documents.pseudonyms.replacing import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icmo.documents.pseudonyms.keys import Key

CPR_IS_TOLD = 0.5
MOST_TOLD = 20


@dataclass(frozen=True)
class Breach:
    """A place in an export that tells who someone is; it never holds the words themselves."""

    #: which of the texts, by its name; empty where only one was given
    place: str
    line: int
    start: int
    end: int
    kind: str
    #: the pseudonym that should stand there; empty for a CPR number that nothing replaced
    replacement: str = ""


def check_export(
    texts: str | Iterable[str] | Mapping[str, str], key: Key | None = None
) -> list[Breach]:
    """Find what must not leave: CPR numbers always, known names where the key is at hand.

    Args:
        texts: a text, several, or texts by the name of their place (`chapter 2`, a file's name).
        key: what `read_key` returned; without it only CPR numbers are looked for.
    """
    accepted = [decision for decision in key.decisions if decision.accepted] if key else []
    breaches: list[Breach] = []
    for place, text in _named(texts):
        told: dict[tuple[int, int], Breach] = {}
        for start, end, decision, _ in occurrences(text, accepted):
            told[start, end] = _breach(
                place, text, (start, end), decision.kind, decision.replacement
            )
        for find in find_cpr(text):
            if find.confidence >= CPR_IS_TOLD and not _is_held(told, find.start, find.end):
                told[find.start, find.end] = _breach(place, text, (find.start, find.end), "cpr", "")
        breaches += [told[span] for span in sorted(told)]
    return breaches


def _is_held(told: dict[tuple[int, int], Breach], start: int, end: int) -> bool:
    return any(begin < end and start < stop for begin, stop in told)


def _named(texts: str | Iterable[str] | Mapping[str, str]) -> list[tuple[str, str]]:
    if isinstance(texts, str):
        return [("", texts)]
    if isinstance(texts, Mapping):
        return list(texts.items())
    return [(str(number), text) for number, text in enumerate(texts, start=1)]


def _breach(place: str, text: str, span: tuple[int, int], kind: str, replacement: str) -> Breach:
    return Breach(place, text.count("\n", 0, span[0]) + 1, *span, kind, replacement)


def refuse_breaches(breaches: Sequence[Breach]) -> None:
    """Stop an export that names someone.

    Raises:
        PseudonymError: there is a breach; each is told by its place and kind, never by its words.
    """
    if not breaches:
        return
    told = [
        say(
            "guard.breach",
            place=f"{breach.place}, " if breach.place else "",
            line=breach.line,
            kind=breach.replacement or say(f"pseudonym.{breach.kind}"),
        )
        for breach in breaches[:MOST_TOLD]
    ]
    more = len(breaches) - len(told)
    told += [say("guard.more", count=more)] if more else []
    raise PseudonymError(say("guard.refused", places="\n".join(told)))


def what_was_checked(key: Key | None = None) -> str:
    """Return the sentence that belongs beside an export: what the guard looked for, and what not."""
    if key is None:
        return say("guard.without_key")
    count = sum(decision.accepted for decision in key.decisions)
    return say("guard.with_key", count=count)

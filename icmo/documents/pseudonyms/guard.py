"""The guard before an export: no CPR number, and with the key no name that was replaced."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.pseudonyms.certain import find_certain
from icmo.documents.pseudonyms.errors import PseudonymError
from icmo.documents.pseudonyms.replacing import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icmo.documents.pseudonyms.keys import Key

MOST_TOLD = 20
#: Between two pieces: no number and no name goes on over it.
_APART = "\n\x00"
#: So many characters are looked at together.
_TOGETHER = 1 << 20


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
        for find in find_certain(text):
            if not _is_held(told, find.start, find.end):
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


class Guard:
    """Looks at words on their way out, and remembers where each stands in what is written.

    What is packed, such as a workbook, is guarded before: nobody could read the places in it.
    """

    def __init__(self, key: Key | None = None, *, strict: bool = True) -> None:
        """Look for CPR numbers, and with the key for names; one that is not strict only warns."""
        self._key = key
        self._strict = strict
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[tuple[str, int, bool]] = []  # where, which line, whether it has lines
        self._size = 0
        self._breaches: list[Breach] = []

    def see(self, place: str, text: str, first: int = 1) -> None:
        """Look at a text whose lines are counted, the first of them as `first`."""
        self._see(text, (place, first, True))

    def see_row(self, place: str, row: int, *values: Any) -> None:
        """Look at everything in a row of a table."""
        self._see(_APART.join(_words(values)), (place, row, False))

    def see_line(self, place: str, row: int, text: str) -> None:
        """Look at what stands in one line or row, with whatever breaks there are in it."""
        self._see(text, (place, row, False))

    def _see(self, text: str, place: tuple[str, int, bool]) -> None:
        self._pieces.append(text)
        self._starts.append(self._size)
        self._places.append(place)
        self._size += len(text) + len(_APART)
        if self._size > _TOGETHER:
            self._look()

    def _look(self) -> None:
        text = _APART.join(self._pieces)
        for breach in check_export(text, self._key):
            number = bisect(self._starts, breach.start) - 1
            place, line, has_lines = self._places[number]
            if has_lines:
                line += text.count("\n", self._starts[number], breach.start)
            self._breaches.append(replace(breach, place=place, line=line))
        self._pieces, self._starts, self._places, self._size = [], [], [], 0

    def refuse(self) -> None:
        """Stop the export if anything that was seen names someone.

        Raises:
            PseudonymError: it does; each place is told, never its words.
        """
        self._look()
        if self._strict:
            refuse_breaches(self._breaches)

    def warnings(self) -> tuple[str, ...]:
        """Return what one is told who writes it nevertheless: where someone can be known again."""
        if not self._breaches:
            return ()
        return (say("guard.confidential", places=_places(self._breaches)),)


def _words(value: Any) -> Iterator[str]:
    """Hand out every word and number inside, also what they are called."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from _words(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)
    elif value is not None:
        yield str(value)


def refuse_breaches(breaches: Sequence[Breach]) -> None:
    """Stop an export that names someone.

    Raises:
        PseudonymError: there is a breach; each is told by its place and kind, never by its words.
    """
    if breaches:
        raise PseudonymError(say("guard.refused", places=_places(breaches)))


def _places(breaches: Sequence[Breach]) -> str:
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
    return "\n".join([*told, say("guard.more", count=more)] if more else told)


def what_was_checked(key: Key | None = None) -> str:
    """Return the sentence that belongs beside an export: what the guard looked for, and what not."""
    if key is None:
        return say("guard.without_key")
    count = sum(decision.accepted for decision in key.decisions)
    return say("guard.with_key", count=count)

"""One person, place, employer or number with all the forms it is written in."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.pseudonyms import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from icmo.documents.pseudonyms.decisions import Decision
    from icmo.documents.pseudonyms.finding import Find

NUMBERED = ("woman", "man", "person", "employer", "place", "address")
DIGIT_KINDS = ("cpr", "phone", "cvr", "account", "plate")


@dataclass(frozen=True)
class Identity:
    """Who or what could be known again: its fullest name, its forms, its finds."""

    name: str
    kind: str
    forms: tuple[str, ...]
    suggestion: str
    finds: tuple[Find, ...]

    def __repr__(self) -> str:
        """Show what will stand there, never the name."""
        return f"<{self.kind} → {self.suggestion}, {len(self.finds)} places>"


def identities(
    found: Iterable[Find], decisions: Iterable[Decision] = (), language: str = "da"
) -> list[Identity]:
    """Gather finds that are one person or thing, in the order they first appear.

    A first name or a surname alone belongs to the one full name that holds it; where two do, it
    stays by itself and a person decides. What was decided before keeps its pseudonym.
    """
    groups: dict[tuple[str, str], list[Find]] = {}
    found = sorted(found, key=lambda find: find.start)
    decided = {(d.kind, key(form, d.kind)): d for d in decisions for form in (d.name, *d.forms)}
    full = {key(find.text, "person") for find in found if find.kind == "person"}
    for find in found:
        own = key(find.text, find.kind)
        earlier = decided.get((find.kind, own))
        if earlier is not None:
            own = key(earlier.name, find.kind)
        elif find.kind == "person":
            own = _fullest(own, full)
        groups.setdefault((find.kind, own), []).append(find)
    suggested = _Suggestions([d.replacement for d in decided.values()], language)
    return [
        _identity(kind, finds, decided.get((kind, own)), suggested)
        for (kind, own), finds in groups.items()
    ]


def _identity(
    kind: str, finds: list[Find], earlier: Decision | None, suggested: _Suggestions
) -> Identity:
    forms = tuple(sorted({find.text for find in finds}, key=lambda form: (-len(form), form)))
    name = earlier.name if earlier else forms[0]
    suggestion = earlier.replacement if earlier else suggested.next(kind, name)
    return Identity(name, kind, forms, suggestion, tuple(finds))


def key(form: str, kind: str) -> str:
    """Return what two writings of the same name or number have in common."""
    if kind in DIGIT_KINDS:
        digits = re.sub(r"[\W_]", "", form).lower()
        # The country's code before a number makes it no other number.
        return re.sub(r"^(?:0045|45)(?=\d{8}$)", "", digits) if kind == "phone" else digits
    plain = re.sub(r"\s+", " ", form).strip().lower()
    if kind == "place":
        plain = re.sub(r"s? kommunes?$", "", plain)
        plain = "københavn" if plain == "københavns" else plain
    return plain


def _fullest(name: str, full: set[str]) -> str:
    words = name.split()
    holders = [
        other
        for other in full
        if len(other.split()) > len(words)
        and (other.split()[: len(words)] == words or other.split()[-len(words) :] == words)
    ]
    longest = [
        other for other in holders if not any(other != more and other in more for more in holders)
    ]
    return longest[0] if len(longest) == 1 else name


class _Suggestions:
    """Hands out `Kvinde 1`, `Kvinde 2`, `Kommune A`, past those already given."""

    def __init__(self, given: Sequence[str], language: str) -> None:
        self._given = set(given)
        self._language = language

    def next(self, kind: str, name: str) -> str:
        """Return the next free pseudonym of a kind."""
        if kind == "place" and key(name, "place") in names.municipalities() | {"københavn"}:
            return self._free("municipality", lettered=True)
        label = names.sex_of(name) if kind == "person" else kind
        if label in NUMBERED:
            return self._free(label)
        return say(f"pseudonym.{kind}", self._language)

    def _free(self, label: str, *, lettered: bool = False) -> str:
        number = 1
        while True:
            sign = _letters(number) if lettered else str(number)
            suggestion = say(f"pseudonym.{label}", self._language, n=sign)
            if suggestion not in self._given:
                self._given.add(suggestion)
                return suggestion
            number += 1


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def genitive(name: str) -> str:
    """Return the Danish genitive: Fatimas, Jens', Max', Kvinde 3's, Kommune B's."""
    if name[-1:].lower() in ("s", "x", "z"):
        return f"{name}'" if len(name.rsplit(maxsplit=1)[-1]) > 1 else f"{name}'s"
    last = re.split(r"\s", name)[-1]
    if last[-1:].isdigit() or (len(last) == 1 and last.isupper()):
        return f"{name}'s"
    return name if name.endswith("]") else f"{name}s"


def name_from_list(
    name: str, taken: Iterable[str] = (), choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """Return another first name of the same sex and the same part of the list.

    It is drawn by chance, so that the pseudonym says nothing of the name. `taken` are names that
    must not be drawn: those of the documents, and pseudonyms already given.
    """
    avoid = {word.lower() for given in (name, *taken) for word in given.split()}
    sex, first = names.sex_of(name), name.split(maxsplit=1)[0].lower()
    sections = names.sections()
    home = next((part for part, listed in sections.items() if first in listed), "Danish")
    fitting = [
        other.title()
        for other, told in sections[home].items()
        if told == sex and other not in avoid and not names.is_word(other)
    ]
    return choose(sorted(fitting)) if fitting else name_from_list("Anna", (name, *taken), choose)

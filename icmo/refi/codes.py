"""Codes of other programs as a codebook, and a codebook's codes as their elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.codebook.gathered import Gathered, cleaned, slug
from icmo.refi.guids import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icmo.codebook import Codebook
    from icmo.refi.elements import Element

__all__ = [
    "Codes",
    "Written",
    "empty_codebook",
    "label_of",
    "make_codes",
    "paths_of",
    "slug",
    "walked",
]


@dataclass(frozen=True)
class Written:
    """A code as it stands in a file."""

    element: Element
    path: tuple[str, ...]  # the names above it and its own

    @property
    def guid(self) -> str:
        """Return its GUID."""
        return normal(self.element.get("guid"))

    @property
    def codable(self) -> bool:
        """Say whether it is more than a folder."""
        return self.element.get("isCodable").strip().casefold() not in ("false", "0")


@dataclass
class Codes:
    """What codes of a file are called here, and the codebook for those that are new."""

    ids: dict[str, str] = field(default_factory=dict)  # GUID → code
    source: str = ""  # of a new codebook; empty where every code is known
    owned: dict[str, Written] = field(default_factory=dict)  # new codes and families → as written


def walked(roots: list[Element]) -> Iterator[Written]:
    """Go through the codes of a file, each after what it belongs to."""
    waiting = [Written(one, (one.get("name"),)) for one in reversed(roots)]
    while waiting:
        one = waiting.pop()
        yield one
        inside = one.element.all("Code")
        waiting += [Written(child, (*one.path, child.get("name"))) for child in reversed(inside)]


def make_codes(
    roots: list[Element],
    known: Mapping[str, str],
    taken: set[str],
    head: tuple[str, str, str],
    used: set[str],
) -> Codes:
    """Return a codebook of the codes of a file that are not known.

    Args:
        roots: the codes that stand in no other code.
        known: GUIDs of codes that are known, and what they are called here.
        taken: ids that codes have already.
        head: id, title and language of the codebook.
        used: GUIDs of codes that stand on a passage: such a code is no folder.
    """
    made = Codes(dict(known))
    book = _Book(made, Gathered(*head, set(taken)), used)
    for one in walked(roots):
        if one.guid not in made.ids:
            book.add(one)
    if not book.gathered.is_empty:
        made.source = book.gathered.source()
    return made


class _Book:
    """A codebook as it grows out of a file's codes."""

    def __init__(self, made: Codes, gathered: Gathered, used: set[str]) -> None:
        self._made = made
        self._used = used
        self.gathered = gathered
        self._above: dict[int, tuple[str, str]] = {}  # an element → the family and code it is in

    def add(self, one: Written) -> None:
        """Put a code in its place."""
        label = cleaned(one.path[-1]) or say("refi.nameless")
        description = cleaned(one.element.words("Description"))
        root = len(one.path) == 1
        if root and not one.codable and one.guid not in self._used:
            family = self.gathered.family(label, description)
            place = (family, "")
            self._made.owned[f"family/{family}"] = one
        else:
            place = self._code(one, label, description)
        for child in one.element.all("Code"):
            self._above[id(child)] = place

    def _code(self, one: Written, label: str, description: str) -> tuple[str, str]:
        family, parent = self._above.get(id(one.element), ("", ""))
        family = family or self.gathered.loose()
        language = self.gathered.language
        texts = {"label": {language: label}}
        if description:
            texts["definition"] = {language: description}
        code = self.gathered.code(family, texts, parent)
        self._made.ids[one.guid] = code
        self._made.owned[f"code/{code}"] = one
        return family, code


def empty_codebook(name: str, title: str, language: str) -> str:
    """Return a codebook without codes, for a file that has none."""
    gathered = Gathered(name, title, language)
    gathered.loose()
    return gathered.source()


def paths_of(
    codebook: Codebook, language: str, called: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    """Return for each code the names it stands under, its family's first, and its own.

    Args:
        codebook: the codebook.
        language: of the names.
        called: what codes are called where that is not their label.
    """
    paths: dict[str, tuple[str, ...]] = {}
    for family in codebook.family_records:
        top = label_of(family.label or {}, language) or family.id
        above = {code.id: code.parent for code in family.codes}
        names = {code.id: label_of(code.label, language) for code in family.codes}
        names |= {code: (called or {}).get(code) or name for code, name in names.items()}
        for code, name in names.items():
            path = [name]
            parent = above[code]
            while parent:
                path.insert(0, names[parent])
                parent = above[parent]
            paths[code] = (top, *path)
    return paths


def label_of(text: Mapping[str, str], language: str) -> str:
    """Return a text in a language, or else in the first one it has."""
    return text.get(language) or next(iter(text.values()), "")

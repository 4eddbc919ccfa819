"""Codes of other programs as a codebook, and a codebook's codes as their elements."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.codebook import Codebook
from icmo.refi.guids import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icmo.refi.elements import Element

#: What families are called whose role can be told from their name.
_ROLES = {
    "principle": ("princip", "principle", "principp"),
    "intervention": ("intervention", "indsats"),
    "context": ("kontekst", "context"),
    "moderator": ("moderator",),
    "mechanism": ("mekanisme", "mechanism"),
    "outcome": ("outcome", "udkomme", "udfald"),
    "theme": ("tema", "theme"),
    "target": ("målgruppe", "target"),
    "factor": ("faktor", "factor"),
    "actor": ("aktør", "actor"),
    "method": ("metode", "method"),
}
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})
#: What YAML reads only where it is escaped.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST = 40


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
    codebook: str = ""
    remarks: list[str] = field(default_factory=list)
    owned: dict[str, Written] = field(default_factory=dict)  # new codes and families → as written
    depth: int = 0


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
    book = _Book(made, set(taken), head, used)
    for one in walked(roots):
        made.depth = max(made.depth, len(one.path))
        if one.guid not in made.ids:
            book.add(one)
    if book.families:
        made.source, made.codebook = book.source(), head[0]
    return made


class _Book:
    """A codebook as it grows."""

    def __init__(self, made: Codes, taken: set[str], head: tuple[str, str, str], used: set[str]) -> None:
        self._made = made
        self._taken = taken
        self._head = head
        self._used = used
        self.families: dict[str, tuple[str, str, str, list[str]]] = {}  # role, label, definition, codes
        self._folders: dict[str, str] = {}  # a root's GUID → its family
        self._placed: dict[int, tuple[str, str]] = {}  # an element → its family and its code

    def add(self, one: Written) -> None:
        """Put a code in its place."""
        label = _clean(one.path[-1]) or say("refi.nameless")
        description = _clean(one.element.words("Description"))
        root = len(one.path) == 1
        if root and not one.codable and one.guid not in self._used:
            family = self._id(label)
            self.families[family] = (_role(label), label, description, [])
            self._placed[id(one.element)] = (family, "")
            self._made.owned[f"family/{family}"] = one
        else:
            self._code(one, label, description)
        for child in one.element.all("Code"):
            self._placed.setdefault(-id(child), self._placed[id(one.element)])

    def _code(self, one: Written, label: str, description: str) -> None:
        family, parent = self._placed.get(-id(one.element), ("", ""))
        if not family:
            family = self._loose()
        code = self._id(label)
        language = self._head[2]
        lines = [
            f"      - id: {code}",
            f"        label: {{{language}: {_quoted(label)}}}",
            f"        definition: {{{language}: {_quoted(description or say('refi.undefined', language))}}}",
        ]
        if parent:
            lines.append(f"        parent: {parent}")
        self.families[family][3].append("\n".join(lines))
        self._placed[id(one.element)] = (family, code)
        self._made.ids[one.guid] = code
        self._made.owned[f"code/{code}"] = one

    def _loose(self) -> str:
        """Return the family of codes that stand in no folder."""
        if "" not in self._folders:
            family = self._id("codes")
            self._folders[""] = family
            self.families[family] = ("other", say("refi.codes", self._head[2]), "", [])
        return self._folders[""]

    def _id(self, label: str) -> str:
        plain = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
        slug = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")[:_LONGEST]
        slug = slug.strip("_") or "code"
        slug = slug if slug[0].isalpha() else f"k_{slug}"
        number, found = 1, slug
        while found in self._taken or found == "guide":
            number += 1
            found = f"{slug}_{number}"
        self._taken.add(found)
        return found

    def source(self) -> str:
        """Return the codebook as its file."""
        name, title, language = self._head
        lines = [
            f"id: {name}",
            f"title: {{{language}: {_quoted(_clean(title) or name)}}}",
            'version: "1"',
            f"languages: [{language}]",
            "families:",
        ]
        for family, (role, label, description, codes) in self.families.items():
            lines += [f"  - id: {family}", f"    role: {role}"]
            lines.append(f"    label: {{{language}: {_quoted(label)}}}")
            if description:
                lines.append(f"    definition: {{{language}: {_quoted(description)}}}")
            lines += ["    codes:", *codes] if codes else ["    codes: []"]
        return "\n".join(lines) + "\n"


def empty_codebook(name: str, title: str, language: str) -> str:
    """Return a codebook without codes, for a file that has none."""
    label = say("refi.codes", language)
    return (
        f"id: {name}\ntitle: {{{language}: {_quoted(_clean(title) or name)}}}\nversion: \"1\"\n"
        f"languages: [{language}]\nfamilies:\n  - id: codes\n    role: other\n"
        f"    label: {{{language}: {_quoted(label)}}}\n    codes: []\n"
    )


def slug(title: str) -> str:
    """Return an id made of a title."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    found = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")
    found = found[:_LONGEST].strip("_") or "codebook"
    return found if found[0].isalpha() else f"k_{found}"


def _role(label: str) -> str:
    said = label.casefold()
    return next((role for role, names in _ROLES.items() if said.startswith(names)), "other")


def _clean(text: str) -> str:
    return "".join(one for one in text if one >= " " or one in "\n\t").strip()


def _quoted(text: str) -> str:
    """Return a text as YAML reads it back, whatever it holds."""
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def paths_of(codebook: Codebook, language: str) -> dict[str, tuple[str, ...]]:
    """Return for each code the names it stands under, its family's first, and its own."""
    paths: dict[str, tuple[str, ...]] = {}
    for family in codebook.family_records:
        top = label_of(family.label or {}, language) or family.id
        above = {code.id: code.parent for code in family.codes}
        names = {code.id: label_of(code.label, language) for code in family.codes}
        for code in names:
            path = [names[code]]
            parent = above[code]
            while parent:
                path.insert(0, names[parent])
                parent = above[parent]
            paths[code] = (top, *path)
    return paths


def label_of(text: Mapping[str, str], language: str) -> str:
    """Return a text in a language, or else in the first one it has."""
    return text.get(language) or next(iter(text.values()), "")

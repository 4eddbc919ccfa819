"""A codebook as it is written: its codes and where they stand, mistakes and all.

The checks work on this and not on validated records, so that a code with one mistake still
counts as the parent, the target or the double of another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.codebook.records import LETTERS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo._yaml import Read

#: Near names are looked for so many times in one file; a file with more mistakes was made by a program.
_MOST_HINTS = 20

#: A line, a sentence, and whether it is only a warning.
Finding = tuple[int, str, bool]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry:
    """A code as written, and where; without a usable id or role these are empty."""

    id: str
    family: str
    role: str
    data: dict[str, Any]
    path: Path


@dataclass
class Book:
    """What the checks share."""

    data: dict[str, Any]
    yaml: Read
    languages: tuple[str, ...]
    first: dict[str, Entry] = field(default_factory=dict)
    #: families and roles of each id; more than one where it is defined twice
    families: dict[str, set[str]] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    hints: int = 0

    def near(self, word: str, known: Iterable[str]) -> str:
        """Say which known id was probably meant, unless the file is wrong all through."""
        self.hints += 1
        return did_you_mean(word, known) if self.hints <= _MOST_HINTS else ""


def read_entries(data: dict[str, Any]) -> Iterator[Entry]:
    """Yield every code of the file, also those with mistakes."""
    for number, family in enumerate(as_list(data.get("families"))):
        if not isinstance(family, dict):
            continue
        role = family.get("role")
        for place, code in enumerate(as_list(family.get("codes"))):
            if isinstance(code, dict):
                id_ = code.get("id")
                yield Entry(
                    id=id_ if isinstance(id_, str) else "",
                    family=str(family.get("id", "")),
                    role=role if isinstance(role, str) and role in ROLES else "",
                    data=code,
                    path=("families", number, "codes", place),
                )


def as_list(value: Any) -> list[Any]:
    """Return a list as it is; anything else written in its place is reported elsewhere."""
    return value if isinstance(value, list) else []


def name_of(part: Any, what: str) -> str:
    """Return a part's id in quotation marks, or what kind of part it is where it has none."""
    id_ = part.get("id") if isinstance(part, dict) else None
    return f'"{id_}"' if isinstance(id_, str) and id_ else say(what)


def is_wrong_letter(family: object, id_: object) -> bool:
    """Tell whether a code of the family guide is called a letter that GUIDE does not have."""
    return family == "guide" and isinstance(id_, str) and len(id_) == 1 and id_ not in LETTERS


def is_misspelt(key: str, part: dict[str, Any]) -> bool:
    """Tell whether a key is missing because another, near to it, stands in its place."""
    return key not in part and did_you_mean(key, part) != ""

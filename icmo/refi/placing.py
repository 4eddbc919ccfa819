"""Where passages stand: programs count differently, and the text itself shows how.

A dialect says what is counted (code points, UTF-16 units, bytes), whether a line end of two
characters counts once or twice, and whether the byte order mark counts. Every dialect that could
be meant is tried on all passages of a text; the one whose cuts fit the words is taken.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_NAME = re.compile(r"\d+,\d+|line:\d+")
_COMPARED = 40
_MATCH, _WRONG = 3, -1000
_OPENING = frozenset("([{«»\"'„“”‘’–—-/*#")


@dataclass(frozen=True)
class Dialect:
    """How a program counts."""

    unit: str = "code point"  # or utf-16, or byte
    line_ends: str = "file"  # as they are in the file, or "one" for each
    mark: bool = False  # whether the byte order mark is counted


#: Who counts how, where the text does not tell; the rest follow the standard's letter.
PRIORS = (
    ("nvivo", Dialect("utf-16")),
    ("atlas", Dialect(line_ends="one")),
    ("maxqda", Dialect(line_ends="one")),
    ("qualcoder", Dialect(line_ends="one")),
)


@dataclass(frozen=True)
class Placed:
    """Where the passages of one text stand, in code points of the text as it is stored.

    Attributes:
        start, end: places; -1 where a passage could not be placed.
        named: how many are known by their first words.
        bounded: how many only by beginning and ending where words do.
        lost: how many could not be placed.
    """

    dialect: Dialect
    start: Any
    end: Any
    named: int
    bounded: int
    lost: int


def prior_of(origin: str) -> Dialect:
    """Return how the program that wrote a file counts, as far as is known."""
    said = origin.casefold()
    return next((dialect for name, dialect in PRIORS if name in said), Dialect())


def unified(text: str) -> str:
    """Return a text with every line end written as one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place(
    raw: str,
    has_mark: bool,
    spans: tuple[Sequence[int], Sequence[int]],
    names: Sequence[str],
    origin: str,
) -> Placed:
    """Place passages in a text.

    Args:
        raw: the text as decoded, without a byte order mark, its line ends untouched.
        has_mark: whether the file had a byte order mark.
        spans: starts and ends as the file has them.
        names: what the file calls each passage: many programs write its first words there.
        origin: who wrote the file.
    """
    text = unified(raw)
    given = np.array([spans[0], spans[1]], dtype="int64")
    prior = prior_of(origin)
    said = [_comparable(name) for name in names]
    # Where a character is one whatever is counted but bytes, first words tell enough.
    plain = raw == text and len(raw.encode("utf-16-le", "surrogatepass")) == 2 * len(raw)
    found: list[tuple[float, Dialect, Any, int]] = []
    edges: tuple[Any, Any] | None = None
    for dialect in _candidates(raw, text, has_mark, prior):
        moved = _converted(raw, text, dialect, given)
        fits = (moved >= 0).all(axis=0) & (moved[0] <= moved[1])
        named, exact = _named(text, moved, fits, said)
        if not found and named == len(said) and said and (plain or exact == named):
            # The first one tried is the program's own, and every passage is as it is called.
            return _placed(dialect, moved, fits, named, named)
        edges = edges or _edges(text)
        bounds = int(edges[0][moved[0][fits]].sum() + edges[1][moved[1][fits]].sum())
        score = _MATCH * named + exact + bounds + _WRONG * int((~fits).sum())
        found.append((score, dialect, (moved, fits), named))
    first = found[0]
    best = max(found, key=lambda one: one[0])
    if best[0] - first[0] <= 0.05 * len(said):
        best = first
    moved, fits = best[2]
    both = (edges or _edges(text))[0][moved[0]] & (edges or _edges(text))[1][moved[1]]
    return _placed(best[1], moved, fits, best[3], int((both & fits).sum()))


def _placed(dialect: Dialect, moved: Any, fits: Any, named: int, bounded: int) -> Placed:
    start, end = (np.where(fits, side, -1) for side in moved)
    lost = int((~fits).sum())
    return Placed(dialect, start, end, named, max(bounded - named, 0), lost)


def _comparable(name: str) -> str:
    """Return what can be compared of a passage's name; an empty string where it is none of its words."""
    said = " ".join(name.split())
    if _NO_NAME.fullmatch(said):
        return ""
    return said.removesuffix("…").removesuffix("...").rstrip()


def _named(text: str, moved: Any, fits: Any, said: list[str]) -> tuple[int, int]:
    """Return how many passages begin as they are called, and how many are all that they are called."""
    count = exact = 0
    for start, end, fit, name in zip(
        moved[0].tolist(), moved[1].tolist(), fits.tolist(), said, strict=True
    ):
        if fit and name:
            cut = " ".join(text[start : min(end, start + 4 * len(name))].split())
            if cut == name:
                count += 1
                exact += 1
            else:
                count += cut.startswith(name[:_COMPARED])
    return count, exact


def _candidates(raw: str, text: str, has_mark: bool, prior: Dialect) -> list[Dialect]:
    """Return the dialects that can differ on this text, the program's own first."""
    ascii_only = raw.isascii()
    units = ["code point"]
    if not ascii_only:
        units.append("byte")
        if len(raw.encode("utf-16-le", "surrogatepass")) > 2 * len(raw):
            units.insert(1, "utf-16")
    ends = ["file", "one"] if raw != text else ["file"]
    marks = [False, True] if has_mark else [False]
    first = Dialect(
        prior.unit if prior.unit in units else "code point",
        prior.line_ends if prior.line_ends in ends else "file",
    )
    every = [Dialect(unit, end, mark) for unit in units for end in ends for mark in marks]
    return [first, *(one for one in every if one != first)]


def _converted(raw: str, text: str, dialect: Dialect, given: Any) -> Any:
    """Return places in code points of the stored text; -1 outside it or inside a character."""
    counted = raw if dialect.line_ends == "file" else text
    places = given - ({"byte": 3}.get(dialect.unit, 1) if dialect.mark else 0)
    steps = _steps(counted, dialect.unit)
    if steps is None:
        inside = np.where((places >= 0) & (places <= len(counted)), places, -1)
    else:
        number = np.searchsorted(steps, places)
        number = np.minimum(number, len(steps) - 1)
        inside = np.where((places >= 0) & (steps[number] == places), number, -1)
    if counted is text or raw == text:
        return inside
    unfolded = _after_folding(raw)
    return np.where(inside >= 0, unfolded[np.maximum(inside, 0)], -1)


def _codes(text: str) -> Any:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _steps(text: str, unit: str) -> Any:
    """Return what is counted before each character, and before the end; None where it is its number."""
    if unit == "code point":
        return None
    codes = _codes(text)
    if unit == "utf-16":
        sizes = 1 + (codes > 0xFFFF)  # noqa: PLR2004
    else:
        sizes = 1 + (codes > 0x7F) + (codes > 0x7FF) + (codes > 0xFFFF)  # noqa: PLR2004
    return np.concatenate([[0], np.cumsum(sizes)]).astype("int64")


def _after_folding(raw: str) -> Any:
    """Return where each character of a text stands once line ends are one character; -1 inside one."""
    codes = _codes(raw)
    first = np.zeros(len(codes) + 1, dtype=bool)  # the CR of a CRLF
    first[: len(codes) - 1] = (codes[:-1] == 0x0D) & (codes[1:] == 0x0A)  # noqa: PLR2004
    dropped = np.concatenate([[0], np.cumsum(first[:-1])])
    places = np.arange(len(codes) + 1) - dropped
    between = np.concatenate([[False], first[:-1]])
    return np.where(between, -1, places)


def _edges(text: str) -> tuple[Any, Any]:
    """Return for each place whether a passage may well begin, and may well end, there."""
    codes = _codes(text)
    different, which = np.unique(codes, return_inverse=True)
    letters = [chr(code) for code in different]
    space = np.array([one.isspace() for one in letters] or [False], dtype=bool)
    opening = np.array([one in _OPENING for one in letters] or [False], dtype=bool)
    closing = np.array(
        [unicodedata.category(one)[0] in "PS" for one in letters] or [False], dtype=bool
    )
    if not len(codes):
        return np.ones(1, dtype=bool), np.ones(1, dtype=bool)
    spaces = space[which]
    begins = np.concatenate([[True], spaces | opening[which]])
    begins[:-1] &= ~spaces
    ends = np.concatenate([spaces | closing[which], [True]])
    return begins, ends

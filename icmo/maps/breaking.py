"""Words in boxes: how wide they are, and where they break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Points of the letters in boxes.
FONT = 8.0
LINE = FONT * 1.28 / 72
PAD_X, NARROWEST_BOX = 0.07, 1.15
#: Widths of letters in parts of the size of the font, on the safe side.
_NARROW, _WIDE = "iljftrI .,:;'|!()[]-/", "mwæMWÆ@%—"
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"
_SHORTEST_PART = 4
#: How the first part of a Danish compound ends where a second one begins.
_JOINT = re.compile(r"(heds|ings|elses|ions|tets|skabs|doms|ejds|keds|unds|livs|dags|sons|igheds)$")


def text_width(text: str, font: float = FONT) -> float:
    """Return about how many inches a text takes; rather too many than too few."""
    parts = sum(
        0.4
        if letter in _NARROW
        else 0.98
        if letter in _WIDE
        else 0.78
        if letter.isupper()
        else 0.64
        for letter in text
    )
    return parts * font / 72


def wrapped(label: str, width: float, font: float = FONT) -> tuple[str, ...]:
    """Break a label into lines at spaces, hyphens and strokes; a word only if it is wider than all.

    Such a word is broken where its parts meet, as in arbejdsmarkeds-parathed, with a hyphen.
    """
    lines: list[str] = []
    for piece in _pieces(label, width, font):
        joined = f"{lines[-1]}{piece}" if lines else piece
        if lines and text_width(joined.rstrip(), font) <= width:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(line.strip() for line in lines) or ("",)


def _pieces(label: str, width: float, font: float) -> Iterable[str]:
    for word in re.findall(r"[^\s/-]*[/-]+\s*|[^\s/-]+\s*", label.strip()):
        rest = word
        while text_width(rest.rstrip(), font) > width:
            cut = _cut(rest.rstrip(), width, font)
            yield f"{rest[:cut]}-"
            rest = rest[cut:]
        yield rest


def _cut(word: str, width: float, font: float) -> int:
    """Return where to break a word: after a joining s, else before a syllable, as late as it fits."""
    fits = [at for at in range(1, len(word)) if text_width(f"{word[:at]}-", font) <= width] or [1]
    places = [at for at in fits if at >= _SHORTEST_PART and len(word) - at >= _SHORTEST_PART]
    joints = [at for at in places if _JOINT.search(word[:at])]
    syllables = [at for at in places if word[at - 1] in _VOWELS and word[at] not in _VOWELS]
    return (joints or syllables or places or fits)[-1]


def box_width(labels: Sequence[str], most: float, font: float) -> float:
    """Return how wide boxes must be for the longest word, but no wider than there is room for."""
    words = [word for label in labels for word in label.split()]
    longest = max((text_width(word, font) for word in words), default=0) + 2 * PAD_X
    return max(NARROWEST_BOX, min(longest, most))

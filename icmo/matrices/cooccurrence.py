"""Which codes stand together: on the same words, in the same turn, or near each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._spans import pairs_to_the_right, partners
from icmo._strings import did_you_mean, say
from icmo._words import word_bounds
from icmo.matrices.counting import stretches
from icmo.matrices.errors import MatrixError
from icmo.matrices.sides import find_side, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

COUNTS = ("passages", "documents", "cases", "groups")
_COUNTED = {"documents": "document", "cases": "case", "groups": "group"}


def cooccurrence_matrix(
    tags: pd.DataFrame,
    units: pd.DataFrame | None = None,
    *,
    words: int | None = None,
    texts: Mapping[str, str] | None = None,
    count: str = "passages",
    codes: str | Sequence[str] | None = None,
    polarity: bool = False,
) -> pd.DataFrame:
    """Count where two codes stand together.

    A coder's and her colleagues' overlapping excerpts with one code are one passage first, so
    that two people who agree do not count twice.

    Args:
        tags: a frame with the columns of `project.tags()`.
        units: a frame with the columns of `project.units(…)`: two codes stand together when one
            turn (or sentence) holds some of both. Without it, they share text.
        words: two codes stand together when at most so many words part them; needs `texts`.
        texts: the text of each document.
        count: passages (with `units`: turns; else the pairs of passages that meet, which are
            the places where both codes hold), documents, cases or groups.
        codes: a role, or the codes themselves in the order wanted; all codes, when not said.
        polarity: keep promotes, hinders and what is not said apart.

    Returns:
        A square frame of whole numbers. Its diagonal counts the code itself, so that one sees
        of how many. `.attrs["counts"]` says of what; with `polarity`, both sides have two levels.
    """
    if count not in COUNTS:
        raise MatrixError(
            say("matrix.count", count=count, counts=", ".join(COUNTS)) + did_you_mean(count, COUNTS)
        )
    number, names = _labels(tags, codes, polarity=polarity)
    label, document, start, end = stretches(number, tags, number >= 0)
    pairs: Iterable[tuple[Whole, Whole]]
    if units is not None:
        label, document, pairs = _in_units(label, document, (start, end), tags, units)
    else:
        if words is not None:
            start, end = _in_words(document, (start, end), tags, texts, words)
        # Beyond the longest text, so that no passage reaches into the next document.
        place = document * (int(end.max(initial=0)) + 1)
        order = np.argsort(place + start, kind="stable")
        label, document = label[order], document[order]
        pairs = partners((place + start)[order], (place + end)[order])
    counted = _count(label, document, pairs, len(names), tags, count)
    counted = _whole(counted, label, document, tags, count)
    matrix = _framed(counted, names, polarity=polarity)
    matrix.attrs["counts"] = "turns" if units is not None and count == "passages" else count
    return matrix


def _labels(
    tags: pd.DataFrame, codes: str | Sequence[str] | None, *, polarity: bool
) -> tuple[Whole, list[Any]]:
    side = find_side(tags, "code" if codes is None else codes)
    if not polarity:
        return side.number, list(side.names)
    ways, values = numbered(tags["polarity"])
    order = sorted(
        range(len(values)), key=lambda way: (values[way] == "", values[way] == "hinders")
    )
    place = np.argsort(order)
    names = [(code, values[way]) for code in side.names for way in order]
    both = side.number * len(values) + place[ways]
    return np.where(side.number < 0, -1, both), names


def _count(
    label: Whole,
    document: Whole,
    pairs: Iterable[tuple[Whole, Whole]],
    labels: int,
    tags: pd.DataFrame,
    count: str,
) -> Whole:
    """Count pairs of labels, above the diagonal and below alike."""
    import pandas as pd

    total = np.zeros(labels * labels, dtype=np.int64)
    if count == "passages":
        for one, other in pairs:
            total += np.bincount(label[one] * labels + label[other], minlength=labels**2)
        square = total.reshape(labels, labels)
        square = square + square.T
    else:
        whole, size = _wholes(document, tags, count)
        seen = [
            pd.unique((np.minimum(a, b) * labels + np.maximum(a, b)) * size + whole[one])
            for one, other in pairs
            for a, b in [(label[one], label[other])]
        ]
        keys = pd.unique(np.concatenate(seen)) if seen else np.zeros(0, dtype=np.int64)
        total += np.bincount(keys // size, minlength=labels**2)
        square = total.reshape(labels, labels)
        square = np.triu(square) + np.triu(square, 1).T
    return square


def _whole(square: Whole, label: Whole, document: Whole, tags: pd.DataFrame, count: str) -> Whole:
    """Put on the diagonal how many there are of the code itself."""
    import pandas as pd

    if count != "passages":
        whole, size = _wholes(document, tags, count)
        label = pd.unique(label * size + whole) // size
    np.fill_diagonal(square, np.bincount(label, minlength=len(square)))
    return square


def _wholes(document: Whole, tags: pd.DataFrame, count: str) -> tuple[Whole, int]:
    """Return what is counted (document, case, group) of each document."""
    number, names = numbered(tags["document"])
    if count == "documents":
        return document, max(len(names), 1)
    whole, values = numbered(tags[_COUNTED[count]])
    of_document = np.zeros(len(names), dtype=np.int64)
    of_document[number] = whole
    return of_document[document], max(len(values), 1)


def _in_units(
    label: Whole,
    document: Whole,
    span: tuple[Whole, Whole],
    tags: pd.DataFrame,
    units: pd.DataFrame,
) -> tuple[Whole, Whole, Iterator[tuple[Whole, Whole]]]:
    """Return each unit's labels once, their documents, and the pairs of labels in one unit."""
    import pandas as pd

    _, names = numbered(tags["document"])
    known = pd.Index(names).get_indexer(pd.Index(units["document"]))
    far = int(max(span[1].max(initial=0), units["end"].max() if len(units) else 0)) + 1
    begins = known * far + units["start"].to_numpy(np.int64)
    order = np.argsort(begins, kind="stable")
    begins, ends = begins[order], (known * far + units["end"].to_numpy(np.int64))[order]
    low = np.searchsorted(ends, document * far + span[0], "right")
    high = np.searchsorted(begins, document * far + span[1], "left")
    held = np.maximum(high - low, 0)
    within = np.arange(int(held.sum())) - np.repeat(np.cumsum(held) - held, held)
    unit = np.repeat(low, held) + within
    labels = int(label.max(initial=0)) + 1
    keys = np.unique(unit * labels + np.repeat(label, held))
    unit, label = keys // labels, keys % labels
    last = np.searchsorted(unit, unit, "right")
    count = last - np.arange(len(unit)) - 1
    return label, known[order][unit], pairs_to_the_right(count)


def _in_words(
    document: Whole,
    span: tuple[Whole, Whole],
    tags: pd.DataFrame,
    texts: Mapping[str, str] | None,
    words: int,
) -> tuple[Whole, Whole]:
    """Return the first word of each passage, and the first word too far behind it."""
    if texts is None:
        raise MatrixError(say("matrix.texts"))
    _, names = numbered(tags["document"])
    first, beyond = np.zeros((2, len(document)), dtype=np.int64)
    for number, name in enumerate(names):
        own = document == number
        begins, ends = word_bounds(texts[name])
        first[own] = np.searchsorted(ends, span[0][own], "right")
        beyond[own] = np.searchsorted(begins, span[1][own], "left")
    return first, beyond + words + 1


def _framed(square: Whole, names: list[Any], *, polarity: bool) -> pd.DataFrame:
    import pandas as pd

    if polarity:
        index: pd.Index[Any] = pd.MultiIndex.from_tuples(names, names=["code", "polarity"])
    else:
        index = pd.Index(names, name="code", dtype="str")
    return pd.DataFrame(square, index=index, columns=index.copy())

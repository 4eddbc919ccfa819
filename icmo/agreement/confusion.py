"""Which codes, and which roles, coders take for each other, and where."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from icmo._frames import make_frame
from icmo._spans import combine, merge, overlapping_pairs
from icmo._strings import did_you_mean, say
from icmo.agreement.comparing import AgreementError, Marks, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from icmo.agreement.comparing import Comparison

    Whole = NDArray[np.int64]

BY = ("code", "role", "family")
COLUMNS = ("given", "instead", "passages", "documents", "cases", "characters", "share")


class Piece(NamedTuple):
    """Stretches one coder gave one thing, and what another gave instead; -1 is nothing."""

    coder: int
    other: int
    given: Whole
    instead: Whole
    start: Whole
    end: Whole


def confusion_table(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    by: str = "code",
    coders: Sequence[str] | None = None,
    *,
    finished: bool = False,
) -> pd.DataFrame:
    """Say, of the text that someone gave a code, what the others gave it.

    Text to which the other coder gave the code too is agreed on, whatever else either gave it:
    only where she did not, her other codes count as given instead.

    Returns:
        A frame with the columns given, instead (the same code where two agree; empty where the
        other gave nothing), passages, documents, cases, characters and share (of the text that
        anyone gave the code `given`), the largest confusions of a code first.
    """
    found = _compared(tags, documents, by, coders, finished=finished)
    items, size = len(found.items), found.ground.size
    keys: dict[tuple[int, int], list[tuple[Whole, Whole]]] = {}
    for piece in _pieces(found):
        cell = piece.given * (items + 1) + piece.instead + 1
        for one in np.unique(cell):
            own = cell == one
            pair = (int(one) // (items + 1), int(one) % (items + 1) - 1)
            keys.setdefault(pair, []).append((piece.start[own], piece.end[own]))
    marks = found.merged()
    start, end = merge(marks.item * size + marks.start, marks.item * size + marks.end)
    whole = np.bincount(start // size, weights=end - start, minlength=items)
    rows = [
        _row(found, given, instead, parts, whole[given]) for (given, instead), parts in keys.items()
    ]
    rows.sort(key=lambda row: (row["given"], -row["characters"], row["instead"]))
    return make_frame(
        rows,
        COLUMNS,
        numbers=("passages", "documents", "cases", "characters"),
        decimals=("share",),
    )


def confusion_matrix(confused: pd.DataFrame, count: str = "characters") -> pd.DataFrame:
    """Lay a confusion table out as a square: rows given, columns instead, nothing last."""
    given = sorted({*confused["given"], *confused["instead"]} - {""})
    matrix = confused.pivot_table(
        index="given", columns="instead", values=count, aggfunc="sum", fill_value=0
    ).reindex(index=given, columns=[*given, ""], fill_value=0)
    matrix = matrix.astype("float64" if count == "share" else "int64")
    matrix.index.name, matrix.columns.name = "given", "instead"
    matrix.attrs["counts"] = count
    return matrix


def confused_passages(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    given: str,
    instead: str,
    by: str = "code",
    coders: Sequence[str] | None = None,
    *,
    finished: bool = False,
) -> pd.DataFrame:
    """Return the passages one coder gave one code and another coder another (empty: nothing).

    Returns:
        A frame with the columns document, case, coder, other, start, end and text.
    """
    found = _compared(tags, documents, by, coders, finished=finished)
    for name in (given, instead):
        if name and name not in found.items:
            raise AgreementError(say("agreement.item", item=name) + did_you_mean(name, found.items))
    number = {name: place for place, name in enumerate(found.items)} | {"": -1}
    quoted = _Quotes(tags, by)
    rows = []
    for piece in _pieces(found):
        own = (piece.given == number[given]) & (piece.instead == number[instead])
        for start, end in zip(*merge(piece.start[own], piece.end[own]), strict=True):
            rows.append(_passage(found, piece, given, (int(start), int(end)), quoted))
    rows.sort(key=lambda row: (row["document"], row["start"], row["end"], row["coder"]))
    return make_frame(
        rows,
        ("document", "case", "coder", "other", "start", "end", "text"),
        numbers=("start", "end"),
    )


def _compared(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    by: str,
    coders: Sequence[str] | None,
    *,
    finished: bool,
) -> Comparison:
    if by not in BY:
        raise AgreementError(say("agreement.by", by=by, known=", ".join(BY)) + did_you_mean(by, BY))
    return compare(tags, documents, item=by, coders=coders, finished=finished)


def _pieces(found: Comparison) -> Iterator[Piece]:
    """Yield what every two coders agreed on and what they gave instead, in both directions."""
    marks, size = found.merged(), found.ground.size
    for one, other in combinations(range(len(found.coders)), 2):
        sides = [_keys(marks, coder, size) for coder in (one, other)]
        start, end, mine, theirs = combine(*sides)
        item = start // size
        start, end = start - item * size, end - item * size
        both = mine & theirs
        yield Piece(one, other, item[both], item[both], start[both], end[both])
        alone = [(item[own], start[own], end[own]) for own in (mine & ~theirs, theirs & ~mine)]
        a, b = overlapping_pairs(*alone[0][1:], *alone[1][1:])
        from_, to = (
            np.maximum(alone[0][1][a], alone[1][1][b]),
            np.minimum(alone[0][2][a], alone[1][2][b]),
        )
        yield Piece(one, other, alone[0][0][a], alone[1][0][b], from_, to)
        yield Piece(other, one, alone[1][0][b], alone[0][0][a], from_, to)
        for (coder, opposite), (thing, begin, stop) in zip(
            ((one, other), (other, one)), alone, strict=True
        ):
            silent = _silence(marks, opposite, size)
            a, b = overlapping_pairs(begin, stop, *silent)
            nothing = np.full(len(a), -1)
            from_, to = np.maximum(begin[a], silent[0][b]), np.minimum(stop[a], silent[1][b])
            yield Piece(coder, opposite, thing[a], nothing, from_, to)


def _keys(marks: Marks, coder: int, size: int) -> tuple[Whole, Whole]:
    own = marks.coder == coder
    return marks.item[own] * size + marks.start[own], marks.item[own] * size + marks.end[own]


def _silence(marks: Marks, coder: int, size: int) -> tuple[Whole, Whole]:
    """Return the stretches to which a coder gave nothing at all."""
    own = marks.coder == coder
    start, end = merge(marks.start[own], marks.end[own])
    from_, to = np.concatenate(([0], end)), np.concatenate((start, [size]))
    return from_[to > from_], to[to > from_]


def _row(
    found: Comparison,
    given: int,
    instead: int,
    parts: list[tuple[Whole, Whole]],
    whole: float,
) -> dict[str, Any]:
    start, end = merge(*(np.concatenate(ends) for ends in zip(*parts, strict=True)))
    document = np.unique(found.ground.document_of(start))
    characters = int((end - start).sum())
    return {
        "given": found.items[given],
        "instead": found.items[instead] if instead >= 0 else "",
        "passages": len(start),
        "documents": len(document),
        "cases": found.documents["case"].iloc[document].nunique(),
        "characters": characters,
        "share": characters / whole,
    }


def _passage(
    found: Comparison, piece: Piece, given: str, span: tuple[int, int], quoted: _Quotes
) -> dict[str, Any]:
    number = int(found.ground.document_of(np.array([span[0]]))[0])
    document = found.documents.iloc[number]
    offset = int(found.ground.offsets[number])
    start, end = span[0] - offset, span[1] - offset
    coder = found.coders[piece.coder]
    return {
        "document": document["document"],
        "case": document["case"],
        "coder": coder,
        "other": found.coders[piece.other],
        "start": start,
        "end": end,
        "text": quoted.text(str(document["document"]), coder, given, start, end),
    }


class _Quotes:
    """The words of passages, taken from the excerpts that hold them."""

    def __init__(self, tags: pd.DataFrame, by: str) -> None:
        self._held: dict[tuple[str, str, str], list[tuple[int, int, str]]] = {}
        if "text" not in tags.columns:
            return
        columns = [tags[column] for column in ("document", "coder", by, "start", "end", "text")]
        for document, coder, item, start, end, text in zip(*columns, strict=True):
            self._held.setdefault((document, coder, item), []).append((start, end, text))

    def text(self, document: str, coder: str, item: str, start: int, end: int) -> str:
        words = ""
        for from_, to, text in sorted(self._held.get((document, coder, item), [])):
            reached = start + len(words)
            if from_ <= reached < min(to, end):
                words += text[reached - from_ : end - from_]
        return words

"""The answer to a query: stretches of text, and a frame of excerpts."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from icmo._frames import make_frame
from icmo._spans import Ground, combine, merge, overlapping_pairs
from icmo._strings import did_you_mean, say
from icmo._words import word_bounds
from icmo.queries.asking import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from icmo.queries.asking import Query

    Whole = NDArray[np.int64]
    Stretches = tuple[Whole, Whole]

COLUMNS = (
    "passage",
    "document",
    "case",
    "group",
    "start",
    "end",
    "text",
    "codes",
    "coders",
    "tags",
)


def find_passages(
    query: Query,
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    units: pd.DataFrame | None = None,
    texts: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Answer a query.

    Args:
        query: what to look for.
        tags: a frame with the columns of `project.tags()`.
        documents: a frame with the columns of `project.documents()`.
        units: a frame with the columns of `project.units(…)`, for speakers and for `same`.
        texts: the text of each document, for the excerpts and for `near`.

    Returns:
        A frame with the columns passage (its number), document, case, group, start, end, text,
        codes, coders and tags (of what is tagged on it), in the order of documents and words.
    """
    return _Search(tags, documents, units, texts).frame(query)


class _Search:
    """The text laid end to end, and the answer to each part of a query as stretches of it."""

    def __init__(
        self,
        tags: pd.DataFrame,
        documents: pd.DataFrame,
        units: pd.DataFrame | None,
        texts: Mapping[str, str] | None,
    ) -> None:
        import pandas as pd

        self.documents = documents.sort_values("document", kind="stable").reset_index(drop=True)
        self.names = pd.Index(self.documents["document"])
        self.ground = Ground(self.documents["characters"].to_numpy(np.int64))
        self.tags = tags[tags["document"].isin(self.names)]
        self.units, self.texts = units, texts
        self.start, self.end = self._laid(self.tags)

    def _laid(self, frame: pd.DataFrame) -> Stretches:
        import pandas as pd

        offset = self.ground.offsets[self.names.get_indexer(pd.Index(frame["document"]))]
        start, end = (offset + frame[side].to_numpy(np.int64) for side in ("start", "end"))
        return start, end

    def answer(self, query: Query) -> Stretches:
        """Return the stretches that a query asks for, in order and apart."""
        asked = dict(query.given)
        parts = [self.answer(part) for part in query.parts]
        if query.kind == "tagged":
            return self._tagged(asked)
        if query.kind == "where":
            return self._where(asked)
        if query.kind in ("and", "or", "not"):
            return self._combined(query.kind, parts)
        one, other = parts
        if query.kind == "near":
            return self._near(one, other, asked["words"])
        return self._same(one, other, asked["place"])

    def _tagged(self, asked: dict[str, str]) -> Stretches:
        kept = np.ones(len(self.tags), dtype=np.bool_)
        for column, value in asked.items():
            kept &= (self.tags[column] == value).to_numpy()
        return merge(self.start[kept], self.end[kept], touching=False)

    def _combined(self, kind: str, parts: list[Stretches]) -> Stretches:
        if kind == "not":
            return _without(self._everything(), parts[0])
        if kind == "and":
            return functools.reduce(_common, parts)
        starts, ends = zip(*parts, strict=True)
        return merge(np.concatenate(starts), np.concatenate(ends), touching=False)

    def _everything(self) -> Stretches:
        kept = self.ground.lengths > 0
        start = self.ground.offsets[kept]
        return start, start + self.ground.lengths[kept]

    def _where(self, values: dict[str, str]) -> Stretches:
        found = self._everything()
        for column, value in values.items():
            if column in self.documents.columns:
                kept = (self.documents[column].astype("str") == value).to_numpy()
                start = self.ground.offsets[kept]
                found = _common(found, (start, start + self.ground.lengths[kept]))
            else:
                units = self._units()
                if column not in units.columns:
                    known = [*self.documents.columns, *units.columns]
                    raise QueryError(
                        say("query.where", column=column) + did_you_mean(column, known)
                    )
                said = units[units[column] == value]
                found = _common(found, merge(*self._laid(said), touching=False))
        return found

    def _units(self) -> pd.DataFrame:
        if self.units is None:
            raise QueryError(say("query.units"))
        return self.units[self.units["document"].isin(self.names)]

    def _near(self, one: Stretches, other: Stretches, words: int) -> Stretches:
        first, beyond = self._in_words(one, words)
        other_first, other_beyond = self._in_words(other, words)
        # One word wider on both sides than what may part them: what touches is near.
        near, _ = overlapping_pairs(
            first - words, beyond + words + 1, other_first, other_beyond + 1
        )
        kept = np.unique(near)
        return one[0][kept], one[1][kept]

    def _in_words(self, found: Stretches, words: int) -> Stretches:
        """Return the first word of each stretch and the first behind it, documents far apart."""
        if self.texts is None:
            raise QueryError(say("query.texts"))
        document = self.ground.document_of(found[0])
        first, beyond = np.zeros((2, len(document)), dtype=np.int64)
        far = int(self.ground.lengths.max(initial=0)) + 2 * words + 4
        for number in np.unique(document):
            own = document == number
            offset = self.ground.offsets[number]
            begins, ends = word_bounds(self.texts[self.names[number]])
            first[own] = np.searchsorted(ends, found[0][own] - offset, "right") + number * far
            beyond[own] = np.searchsorted(begins, found[1][own] - offset, "left") + number * far
        return first, np.maximum(beyond, first)

    def _same(self, one: Stretches, other: Stretches, place: str) -> Stretches:
        if place in ("document", "case", "group"):
            whose = self.documents[place].to_numpy()
            held = set(whose[self.ground.document_of(other[0])])
            kept = np.array([name in held for name in whose[self.ground.document_of(one[0])]], bool)
            return one[0][kept], one[1][kept]
        units = self._units()
        if place != "unit" and "kind" in units.columns:
            units = units[units["kind"] == place]
        bounds = self._laid(units)
        mine, my_units = overlapping_pairs(*one, *bounds)
        _, their_units = overlapping_pairs(*other, *bounds)
        kept = np.unique(mine[np.isin(my_units, their_units)])
        return one[0][kept], one[1][kept]

    def frame(self, query: Query) -> pd.DataFrame:
        """Return the answer as excerpts, with what is tagged on each."""
        start, end = self.answer(query)
        document = self.ground.document_of(start)
        offset = self.ground.offsets[document]
        on: dict[int, list[int]] = {}
        for passage, tag in zip(*overlapping_pairs(start, end, self.start, self.end), strict=True):
            on.setdefault(int(passage), []).append(int(tag))
        rows = []
        for number, (place, from_, to) in enumerate(
            zip(document, start - offset, end - offset, strict=True)
        ):
            whole = self.documents.iloc[place]
            tagged = self.tags.iloc[sorted(on.get(number, []))]
            rows.append(
                {
                    "passage": number + 1,
                    **{name: whole[name] for name in ("document", "case", "group")},
                    "start": int(from_),
                    "end": int(to),
                    "text": self.texts[whole["document"]][from_:to] if self.texts else "",
                    "codes": tuple(sorted(set(tagged["code"]))),
                    "coders": tuple(sorted(set(tagged["coder"]))),
                    "tags": tuple(sorted(tagged["tag"])),
                }
            )
        return make_frame(
            rows,
            COLUMNS,
            numbers=("passage", "start", "end"),
            objects=("codes", "coders", "tags"),
        )


def _common(one: Stretches, other: Stretches) -> Stretches:
    a, b = overlapping_pairs(*one, *other)
    start, end = np.maximum(one[0][a], other[0][b]), np.minimum(one[1][a], other[1][b])
    order = np.argsort(start, kind="stable")
    return start[order], end[order]


def _without(one: Stretches, other: Stretches) -> Stretches:
    start, end, mine, theirs = combine(one, merge(*other))
    kept = mine & ~theirs
    return start[kept], end[kept]

"""Who is compared with whom, on which documents, and what each of them marked there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._spans import Ground, depths, merge
from icmo._strings import did_you_mean, say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

#: What a judgement may be about.
UNITS = ("character", "turn", "sentence", "paragraph", "passage")


class AgreementError(Error):
    """A comparison of coders that cannot be made."""


@dataclass(frozen=True)
class Marks:
    """Stretches of units: which thing, which coder, from where to where on the ground."""

    item: Whole
    coder: Whole
    start: Whole
    end: Whole


@dataclass(frozen=True)
class Comparison:
    """Documents that all of some coders were assigned, and what each of them marked in them."""

    coders: tuple[str, ...]
    items: tuple[str, ...]
    #: The documents compared, by id, with the columns document, case and unfinished.
    documents: pd.DataFrame
    ground: Ground
    marks: Marks
    #: Documents that some of the coders share, but not all: they do not count.
    left_out: int = 0

    def merged(self, *, touching: bool = True) -> Marks:
        """Return the stretches each coder marked; what she marked twice counts once."""
        size = self.ground.size
        group = (self.marks.item * len(self.coders) + self.marks.coder) * size
        start, end = merge(group + self.marks.start, group + self.marks.end, touching=touching)
        whose = start // size
        return Marks(
            whose // len(self.coders),
            whose % len(self.coders),
            start - whose * size,
            end - whose * size,
        )

    def counts(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Count units for each item and document: by how many coders marked them, and by coder.

        Returns:
            Two arrays, items × documents × (0, 1, … all coders) and items × documents × coders.
        """
        coders, size = len(self.coders), self.ground.size
        shape = (len(self.items), len(self.documents))
        marks = self.merged()
        cell = marks.item * shape[1] + self.ground.document_of(marks.start)
        marginal = np.bincount(
            cell * coders + marks.coder,
            weights=marks.end - marks.start,
            minlength=shape[0] * shape[1] * coders,
        ).astype(np.float64)
        start, end, cover = depths(marks.item * size + marks.start, marks.item * size + marks.end)
        cell = start // size * shape[1] + self.ground.document_of(start % size)
        depth = np.bincount(
            cell * (coders + 1) + cover,
            weights=end - start,
            minlength=shape[0] * shape[1] * (coders + 1),
        ).astype(np.float64)
        depth = depth.reshape(*shape, coders + 1)
        depth[..., 0] = self.ground.lengths - depth.sum(axis=-1)
        return depth, marginal.reshape(*shape, coders)


def compare(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    units: pd.DataFrame | None = None,
    *,
    item: str = "code",
    unit: str = "character",
    coders: Sequence[str] | None = None,
    finished: bool = False,
) -> Comparison:
    """Choose the coders and the documents to compare, and lay their marks out in units."""
    if unit not in UNITS:
        raise AgreementError(
            say("agreement.unit", unit=unit, units=", ".join(UNITS)) + did_you_mean(unit, UNITS)
        )
    chosen = compared_coders(documents, coders, finished=finished)
    shared = _shared(documents, chosen, finished=finished)
    place = shared.reset_index().set_index("document")["index"]
    own = tags[tags["coder"].isin(chosen) & tags["document"].isin(place.index)]
    items = tuple(sorted(own[item].unique()))
    document = place.loc[own["document"]].to_numpy(np.int64)
    ground = Ground(shared["characters"].to_numpy(np.int64))
    start, end = (
        ground.offsets[document] + own[column].to_numpy(np.int64) for column in ("start", "end")
    )
    if unit != "character":
        ground, start, end = _in_units(
            ground, (start, end), _bounds(unit, units, place, ground, (start, end))
        )
    kept = end > start
    numbers = (_numbers(own[item], items), _numbers(own["coder"], chosen), start, end)
    marks = Marks(*(number[kept] for number in numbers))
    column = "done" if finished else "coders"
    partly = sum(len({*team} & {*chosen}) > 1 for team in documents[column]) - len(shared)
    return Comparison(chosen, items, shared.drop(columns="characters"), ground, marks, partly)


def compared_coders(
    documents: pd.DataFrame, coders: Sequence[str] | None = None, *, finished: bool = False
) -> tuple[str, ...]:
    """Return the coders to compare, in order of name: those asked for, else all who have a document in common."""
    column = "done" if finished else "coders"
    if column not in documents.columns:
        raise AgreementError(say("agreement.column", column=column))
    teams = [frozenset(team) for team in documents[column]]
    if coders is not None:
        known = set().union(*teams)
        for coder in coders:
            if coder not in known:
                raise AgreementError(
                    say("agreement.coder", coder=coder) + did_you_mean(coder, sorted(known))
                )
        wanted = frozenset(coders)
    else:
        wanted = frozenset().union(*(team for team in teams if len(team) > 1))
    if len(wanted) < 2:  # noqa: PLR2004 - it takes two to agree
        raise AgreementError(say("agreement.alone"))
    if not any(wanted <= team for team in teams):
        raise AgreementError(say("agreement.nothing_shared", pairs=_pairs_in_words(teams)))
    return tuple(sorted(wanted))


def coder_pairs(documents: pd.DataFrame, *, finished: bool = False) -> list[tuple[str, str]]:
    """Return every two coders who have a document in common, in order of name."""
    column = "done" if finished else "coders"
    if column not in documents.columns:
        raise AgreementError(say("agreement.column", column=column))
    return sorted(
        {pair for team in documents[column] for pair in combinations(sorted(set(team)), 2)}
    )


def _pairs_in_words(teams: list[frozenset[str]]) -> str:
    counted = Counter(pair for team in teams for pair in combinations(sorted(team), 2))
    return ", ".join(
        f"{one} + {other} ({count})" for (one, other), count in sorted(counted.items())
    )


def _shared(documents: pd.DataFrame, coders: tuple[str, ...], *, finished: bool) -> pd.DataFrame:
    """Return the documents that all of the coders were assigned, by id: the order rows come in is nothing."""
    wanted = set(coders)
    column = "done" if finished else "coders"
    kept = documents[[wanted <= set(team) for team in documents[column]]].sort_values("document")
    # A frame that does not say who has finished says nothing of what is unfinished.
    done = kept["done"] if "done" in kept.columns else kept[column]
    return kept.assign(unfinished=[not wanted <= set(team) for team in done])[
        ["document", "case", "characters", "unfinished"]
    ].reset_index(drop=True)


def _bounds(
    unit: str,
    units: pd.DataFrame | None,
    place: pd.Series[int],
    ground: Ground,
    marks: tuple[Whole, Whole],
) -> tuple[Whole, Whole]:
    """Return where the units begin and end on the ground, in order."""
    if unit == "passage":
        return merge(*marks, touching=False)
    if units is None:
        raise AgreementError(say("agreement.units", unit=unit))
    own = units[units["document"].isin(place.index)]
    if "kind" in own.columns:
        own = own[own["kind"] == unit]
    offset = ground.offsets[place.loc[own["document"]].to_numpy(np.int64)]
    start, end = (offset + own[column].to_numpy(np.int64) for column in ("start", "end"))
    order = np.argsort(start, kind="stable")
    return start[order], end[order]


def _in_units(
    ground: Ground, marks: tuple[Whole, Whole], bounds: tuple[Whole, Whole]
) -> tuple[Ground, Whole, Whole]:
    """Lay marks out in whole units: a unit is marked when any of its characters is."""
    begins, ends = bounds
    document = ground.document_of(begins)
    counted = Ground(np.bincount(document, minlength=len(ground.lengths)).astype(np.int64))
    first = np.searchsorted(ends, marks[0], "right")
    beyond = np.searchsorted(begins, marks[1], "left")
    # A mark between two units, on the space that parts two sentences, marks neither.
    shift = ground.document_of(marks[0])
    return counted, first + shift, np.maximum(beyond, first) + shift


def _numbers(column: pd.Series[Any], known: tuple[str, ...]) -> Whole:
    import pandas as pd

    return pd.Index(known).get_indexer(pd.Index(column)).astype(np.int64)

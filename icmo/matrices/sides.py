"""The sides by which tags are crossed: codes, cases, attributes, speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import alphabetical
from icmo._palette import LOOKS
from icmo._strings import did_you_mean, say
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

#: Columns that say something of a tag, and not of the document it stands in.
OF_TAGS = ("code", "family", "role", "coder", "polarity", "speaker", "speaker_role", "tag")
IDS = ("code", "family", "role", "polarity", "tag")


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a matrix: its names, and for each tag which of them it has (-1: none)."""

    title: str
    names: tuple[str, ...]
    number: Whole

    def of_documents(self, tags: pd.DataFrame, documents: pd.DataFrame) -> Whole | None:
        """Return which name each document has, or None where it is no matter of documents."""
        if self.title in OF_TAGS:
            return None
        if self.title in documents.columns:
            return _positions(documents[self.title], self.names)
        held = dict(zip(tags["document"], tags[self.title], strict=True))
        return _positions(documents["document"].map(held), self.names)


def find_side(
    tags: pd.DataFrame,
    wanted: str | Sequence[str],
    documents: pd.DataFrame | None = None,
    units: pd.DataFrame | None = None,
) -> Side:
    """Return a side of the tags: a role's codes, the codes of a list, or the values of a column."""
    if not isinstance(wanted, str):
        names = tuple(wanted)
        return Side("code", names, _positions(tags["code"], names))
    if wanted in LOOKS and wanted not in tags.columns:
        return _role_side(tags, wanted)
    if wanted in ("speaker", "speaker_role") and wanted not in tags.columns:
        return _speaker_side(tags, wanted, units)
    every = documents is not None and wanted in documents.columns and wanted not in OF_TAGS
    if wanted in tags.columns:
        number, values = numbered(tags[wanted])
        if not every:
            return _sorted_side(wanted, number, values)
        names = tuple(alphabetical({*values, *map(_named, documents[wanted])}))  # type: ignore[index]
        return Side(wanted, names, _renumbered(number, values, names))
    if not every:
        known = [*tags.columns, *(documents.columns if documents is not None else ()), *LOOKS]
        raise MatrixError(say("matrix.rows", rows=wanted) + did_you_mean(wanted, known))
    return _attribute_side(tags, wanted, documents)


def numbered(column: pd.Series[Any]) -> tuple[Whole, list[str]]:
    """Return a number for each value of a column, and the values; what is missing is an empty name."""
    import pandas as pd

    number, values = pd.factorize(column, use_na_sentinel=True)
    names = [_named(value) for value in values]
    number = number.astype(np.int64)
    if (number < 0).any():
        number[number < 0] = names.index("") if "" in names else len(names)
        names += [] if "" in names else [""]
    return number, names


def _role_side(tags: pd.DataFrame, role: str) -> Side:
    number, codes = numbered(tags["code"])
    own = np.unique(number[(tags["role"] == role).to_numpy()])
    names = tuple(sorted(codes[one] for one in own))
    return Side("code", names, _renumbered(number, codes, names))


def _sorted_side(title: str, number: Whole, values: list[str]) -> Side:
    # Ids of codes stand as they are spelled, names as people look for them.
    names = tuple(sorted(values) if title in IDS else alphabetical(values))
    return Side(title, names, _renumbered(number, values, names))


def _speaker_side(tags: pd.DataFrame, wanted: str, units: pd.DataFrame | None) -> Side:
    """Return who speaks where a tag begins."""
    if units is None:
        raise MatrixError(say("matrix.speakers", column=wanted))
    place = units_of(tags["document"], tags["start"].to_numpy(np.int64), units)
    ordered = units.sort_values(["document", "start"], kind="stable")
    number, values = numbered(ordered[wanted])
    return _sorted_side(wanted, np.where(place >= 0, number[place], -1), values)


def units_of(documents: pd.Series[Any], start: Whole, units: pd.DataFrame) -> Whole:
    """Return the place, among units in order, of the last unit that begins no later; -1 before the first."""
    import pandas as pd

    ordered = units.sort_values(["document", "start"], kind="stable")
    names = pd.Index(sorted(ordered["document"].unique()))
    far = int(max(start.max(initial=0), ordered["start"].max() if len(ordered) else 0)) + 1
    begins = names.get_indexer(pd.Index(ordered["document"])) * far + ordered["start"].to_numpy()
    document = names.get_indexer(pd.Index(documents))
    place = np.searchsorted(begins, document * far + start, "right") - 1
    own = (document >= 0) & (place >= 0)
    same = own & (begins[np.maximum(place, 0)] // far == document) if len(begins) else own
    return np.where(same, place, -1).astype(np.int64)


def _attribute_side(tags: pd.DataFrame, wanted: str, documents: pd.DataFrame | None) -> Side:
    import pandas as pd

    assert documents is not None  # noqa: S101 - the caller has looked
    number, values = numbered(documents[wanted])
    place = pd.Index(documents["document"]).get_indexer(pd.Index(tags["document"]))
    return _sorted_side(wanted, np.where(place >= 0, number[place], -1), values)


def _positions(column: pd.Series[Any], names: tuple[str, ...]) -> Whole:
    number, values = numbered(column)
    return _renumbered(number, values, names)


def _renumbered(number: Whole, values: list[str], names: tuple[str, ...]) -> Whole:
    place = {name: position for position, name in enumerate(names)}
    table = np.array([*(place.get(value, -1) for value in values), -1], dtype=np.int64)
    return table[number]


def _named(value: Any) -> str:
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 - not a number

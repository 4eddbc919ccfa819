"""Search in the texts: as written, in any form of the words, or by a regular expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo._offsets import Utf16Offsets
from icmo._strings import say
from icmo.documents.forms import find_forms
from icmo.errors import Error
from icmo.workbench.tagger.opened import version_of

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project

#: More hits than a person looks through; the page says that there are more.
MANY = 1000
#: How much of the text around a hit the list shows.
_AROUND = 60


class SearchError(Error):
    """Something that cannot be sought."""


def find(project: Project, sought: str, how: str, documents: list[str]) -> dict[str, Any]:
    """Return the hits in some documents, in the order of the documents and their texts."""
    names = dict(zip(project.documents()["document"], project.documents()["name"], strict=True))
    turns = dict(list(project.turns(*documents[:1]).groupby("document", sort=False)))
    hits: list[dict[str, Any]] = []
    for document in documents or list(names):
        text = project.text(document)
        places = _said(_places(text, sought, how), turns.get(document))
        offsets, version = Utf16Offsets(text), version_of(text)
        hits += [
            {
                "document": document,
                "name": names[document],
                "version": version,
                "start": offsets.to_utf16(start),
                "end": offsets.to_utf16(end),
                "before": text[max(0, start - _AROUND) : start],
                "words": text[start:end],
                "after": text[end : end + _AROUND],
            }
            for start, end in places[: MANY + 1 - len(hits)]
        ]
        if len(hits) > MANY:
            return {"hits": hits[:MANY], "more": True}
    return {"hits": hits, "more": False}


def _said(places: list[tuple[int, int]], turns: pd.DataFrame | None) -> list[tuple[int, int]]:
    """Return the places in what was said: who said it stands in the text, but not to be tagged."""
    if turns is None:
        return []
    starts, ends = turns["start"].to_numpy(), turns["end"].to_numpy()
    first = ends.searchsorted([start for start, _ in places], side="right")
    return [
        place
        for place, turn in zip(places, first, strict=True)
        if turn < len(starts) and starts[turn] < place[1]
    ]


def _places(text: str, sought: str, how: str) -> list[tuple[int, int]]:
    if how == "forms":
        return find_forms(text, sought)
    try:
        pattern = re.compile(sought if how == "pattern" else re.escape(sought), re.IGNORECASE)
    except re.error as error:
        raise SearchError(say("search.pattern", pattern=sought, reason=error)) from None
    found = (match.span() for match in pattern.finditer(text))
    return [(start, end) for start, end in found if start < end]

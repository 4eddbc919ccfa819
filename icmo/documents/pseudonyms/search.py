"""Everything that is found in one text, in its order, each with what could stand instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.documents.pseudonyms.contacts import find_contacts
from icmo.documents.pseudonyms.cpr import find_cpr
from icmo.documents.pseudonyms.employers import find_employers
from icmo.documents.pseudonyms.finding import WORDS, Find, with_suggestion, without_overlaps
from icmo.documents.pseudonyms.identity import identities
from icmo.documents.pseudonyms.numbers import find_numbers
from icmo.documents.pseudonyms.people import find_people
from icmo.documents.pseudonyms.places import find_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from icmo.documents.pseudonyms.decisions import Decision

    #: What reads a text and returns spans with the labels PER, LOC and ORG.
    Model = Callable[[str], Iterable[tuple[int, int, str]]]

LABELS = {"PER": "person", "PERSON": "person", "LOC": "place", "GPE": "place", "ORG": "employer"}
FROM_MODEL = 0.55


def finds(
    text: str,
    speakers: Iterable[str] = (),
    known: Iterable[str] = (),
    *,
    model: Model | None = None,
    decisions: Iterable[Decision] = (),
    language: str = "da",
) -> list[Find]:
    """Find what may tell who someone is, in the order of the text.

    Args:
        text: the document's text.
        speakers: the speaker labels, where they are known; those in the text are read anyway.
        known: names known from elsewhere (participants, earlier documents), found in every form.
        model: a reader of names, such as `danish_model()` returns; its finds join the others.
        decisions: earlier decisions, so that the same person is suggested the same pseudonym.
        language: the language of the suggestions.
    """
    numbers = without_overlaps(
        [*find_contacts(text), *find_cpr(text), *find_numbers(text), *find_places(text)]
    )
    # Names are not looked for inside addresses and numbers: "Peter Bangs Vej 3" is no Peter.
    taken = frozenset(
        place for find in numbers if find.kind not in WORDS for place in range(find.start, find.end)
    )
    people = find_people(text, speakers, known, taken)
    found = without_overlaps([*numbers, *find_employers(text), *people, *_from_model(text, model)])
    named = {
        (find.start, find.end): identity.suggestion
        for identity in identities(found, decisions, language)
        for find in identity.finds
    }
    return [with_suggestion(find, named[find.start, find.end]) for find in found]


def _from_model(text: str, model: Model | None) -> list[Find]:
    if model is None:
        return []
    return [
        Find(start, end, text[start:end], LABELS[label], "language model", FROM_MODEL)
        for start, end, label in model(text)
        if label in LABELS and text[start:end].strip()
    ]

"""Tables of what was found in the project's documents, for people to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._frames import make_frame
from icmo.documents.pseudonyms import Decision, state
from icmo.project.deciding import decided, with_key
from icmo.project.pseudonymising import Persons, chosen_documents, is_replaced, look_through

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from icmo._store import Reader
    from icmo.documents.pseudonyms import Key
    from icmo.project.work import Work

FINDS = (
    *("document", "name", "start", "end", "text", "kind", "rule", "confidence"),
    *("person", "suggestion", "decision", "replacement", "sentence"),
)
LEFTOVERS = ("document", "name", "start", "end", "text", "why", "before", "after", "settled")
PERSONS = (
    *("person", "kind", "forms", "places", "documents"),
    *("suggestion", "decision", "replacement", "by", "sentence"),
)
STATES_FRAME = ("document", "name", "state", "finds", "undecided", "leftovers", "unsettled")
#: In a project a document may also be behind all of it: its pseudonyms are accepted.
ACCEPTED_STATE = "replaced"


def _gathered(
    work: Work, reader: Reader, documents: str | Sequence[str] | None, key: Key | None
) -> tuple[Persons, list[Decision]]:
    known = decided(reader)
    rows = chosen_documents(work, reader, documents)
    looked = look_through(work, reader, rows, known, key)
    decisions = with_key(known, key)
    nameless = [one for one in known.known if one.name.startswith("\x00")]
    return Persons(looked, [*decisions, *nameless], work.fact(reader, "language")), decisions


def _told(one: Decision | None) -> dict[str, str]:
    if one is None:
        return {"decision": "", "replacement": "", "by": ""}
    told = "accepted" if one.accepted else "kept"
    return {"decision": told, "replacement": one.replacement if one.accepted else "", "by": one.by}


def finds_frame(
    work: Work, reader: Reader, documents: str | Sequence[str] | None, key: Key | None
) -> pd.DataFrame:
    """Return every find in its sentence, and what is decided on it."""
    persons, _ = _gathered(work, reader, documents, key)
    rows = []
    for identity in persons.identities:
        told = _told(persons.decision(identity))
        for one, find in persons.places(identity):
            place = {"document": one.row["document"], "name": one.row["name"]}
            described = {name: getattr(find, name) for name in FINDS[2:8]}
            sentence = one.sentence(find.start, find.end)
            who = {"person": identity.name, "suggestion": identity.suggestion}
            rows.append({**place, **described, **who, **told, "sentence": sentence})
    order = {one.row["document"]: number for number, one in enumerate(persons.looked)}
    rows.sort(key=lambda row: (order[row["document"]], row["start"]))
    frame = make_frame(rows, FINDS, numbers=("start", "end"), objects=("confidence",))
    return frame.astype({"confidence": "float64"})


def persons_frame(
    work: Work, reader: Reader, documents: str | Sequence[str] | None, key: Key | None
) -> pd.DataFrame:
    """Return one row for each person, place or number, with all its forms and what is decided."""
    persons, decisions = _gathered(work, reader, documents, key)
    rows, told = [], set()
    for identity in persons.identities:
        one = persons.decision(identity)
        forms = dict.fromkeys((*identity.forms, *(one.forms if one else ())))
        places = persons.places(identity)
        first, find = places[0]
        rows.append(
            {
                "person": identity.name,
                "kind": identity.kind,
                "forms": tuple(forms),
                "places": len(places),
                "documents": len({looked.row["document"] for looked, _ in places}),
                "suggestion": identity.suggestion,
                **_told(one),
                "sentence": first.sentence(find.start, find.end),
            }
        )
        told.add(id(one))
    rows += [
        {
            "person": one.name,
            "kind": one.kind,
            "forms": one.forms,
            "places": 0,
            "documents": 0,
            "suggestion": one.replacement,
            **_told(one),
            "sentence": "",
        }
        for one in decisions
        if id(one) not in told
    ]
    return make_frame(rows, PERSONS, numbers=("places", "documents"), objects=("forms",))


def leftovers_frame(
    work: Work, reader: Reader, documents: str | Sequence[str] | None, key: Key | None
) -> pd.DataFrame:
    """Return every word with a capital, and every number, that nothing found."""
    rows = chosen_documents(work, reader, documents)
    told = [
        {
            "document": one.row["document"],
            "name": one.row["name"],
            **{name: getattr(left, name) for name in LEFTOVERS[2:8]},
            "settled": not one.is_open(left.start, left.end),
        }
        for one in look_through(work, reader, rows, decided(reader), key)
        for left in one.left
    ]
    frame = make_frame(told, LEFTOVERS, numbers=("start", "end"), objects=("settled",))
    return frame.astype({"settled": "bool"})


def states_frame(work: Work, reader: Reader, key: Key | None) -> pd.DataFrame:
    """Return how far each document is: unchecked, proposed, decided, signed off, replaced."""
    known = decided(reader)
    rows = reader.rows("documents", order=("name", "document"))
    behind = {row["document"] for row in rows if is_replaced(reader, row)}
    asked = {target for (target,) in reader.columns("access", ("target",), act="names")}
    asked |= known.settled.keys() | known.sign_offs.keys()
    fresh = {
        row["document"]
        for row in rows
        if row["document"] not in asked and not work.has_logged("names", row["document"])
    }
    open_rows = [row for row in rows if row["document"] not in behind | fresh]
    looked = {one.row["document"]: one for one in look_through(work, reader, open_rows, known, key)}
    told = []
    for row in rows:
        one = looked.get(row["document"])
        values = {"document": row["document"], "name": row["name"]}
        if one is None:
            now = ACCEPTED_STATE if row["document"] in behind else "unchecked"
            told.append({**values, "state": now, **dict.fromkeys(STATES_FRAME[3:], 0)})
            continue
        signed = known.sign_offs.get(row["document"], [])
        now = state(one.text, one.found, one.decisions, settled=one.settled, sign_offs=signed)
        counts = {
            "finds": len(one.found),
            "undecided": sum(one.is_open(find.start, find.end) for find in one.found),
            "leftovers": len(one.left),
            "unsettled": sum(one.is_open(left.start, left.end) for left in one.left),
        }
        told.append({**values, "state": now, **counts})
    return make_frame(told, STATES_FRAME, numbers=STATES_FRAME[3:])

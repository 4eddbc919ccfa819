"""What the carrier says, brought back: under the ids it had, on the words it stood on.

What another program changed in REFI's own elements wins; what it dropped is restored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from icmo._schema import TARGETS
from icmo._strings import say
from icmo.project.documents import digest_of
from icmo.refi import carrier

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.refi.gathering import Found


class CarriedTag(NamedTuple):
    """What the carrier says of a tag; there may be a million, so no word is kept twice."""

    tag: str
    document: str
    start: int
    end: int
    code: str
    coder: str
    polarity: str
    note: str
    created: str
    definition: str

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What makes two tags of a file the same one, with new GUIDs or old."""
        return self.document, self.start, self.end, self.code


@dataclass
class Carried:
    """What the carrier holds, sorted."""

    is_there: bool = False
    project: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # of notes that only say it once more
    codes: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)  # id → GUID, names
    families: dict[str, str] = field(default_factory=dict)  # GUID → id
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    turns: dict[str, list[Any]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    tags: dict[str, CarriedTag] = field(default_factory=dict)  # by GUID
    words: dict[str, str] = field(default_factory=dict)  # that stand in many tags, each once
    first: dict[str, str] = field(default_factory=dict)  # evidence → its first words
    lost: int = 0

    def document_of(self, guids: frozenset[str], text: str) -> str | None:
        """Return which document a source is: by its GUID, or by its text under a new one."""
        for id_, one in self.documents.items():
            if one["guid"] in guids or id_ in guids:
                return id_
        digest = digest_of(text)
        same = [id_ for id_, one in self.documents.items() if one["digest"] == digest]
        return same[0] if len(same) == 1 else None


def read_carrier(found: Found, texts: dict[int, str]) -> Carried:
    """Read the carrier of a file; one without it gives an empty one.

    `texts` are the notes' words by their number among the notes; the carrier's own are let go.
    """
    notes = [
        (note, texts[number]) for number, note in enumerate(found.notes) if carrier.is_carrier(note)
    ]
    carried = Carried(is_there=bool(notes))
    for entry in carrier.entries(notes):
        if entry is None or not _take(carried, entry):
            carried.lost += 1
    for number, note in enumerate(found.notes):
        if carrier.is_carrier(note):
            texts[number] = ""  # it is large, and nobody reads it again
    return carried


def _take(carried: Carried, entry: dict[str, Any]) -> bool:
    """Sort one entry; says whether it could be understood."""
    kind = next(iter(entry), "")
    value: Any = entry.get(kind)
    try:
        if kind == "project":
            carried.project = {str(name): str(one) for name, one in value.items()}
            carried.own = set(map(str, entry["own"]))
            carried.names = {" ".join(str(name).split()) for name in entry["names"]}
        elif kind == "code":
            carried.codes[str(value)] = (str(entry["guid"]), tuple(map(str, entry["path"])))
        elif kind == "family":
            carried.families[str(entry["guid"])] = str(value)
        elif kind == "turns":
            carried.turns[str(value)] = [one for one in entry["rows"] if len(one) == 6]  # noqa: PLR2004
        elif carrier.is_row(kind, value):
            _row(carried, kind, value, entry)
        else:
            return False
    except (KeyError, TypeError, AttributeError):
        return False
    return True


def _row(carried: Carried, table: str, row: Row, entry: dict[str, Any]) -> None:
    if table == "documents":
        known = {name: entry[name] for name in ("guid", "digest", "words", "created")}
        carried.documents[row["document"]] = {"row": row, **known}
    elif table == "tags":
        tag = row["tag"]
        guid = tag if entry["guid"] == tag else str(entry["guid"])
        carried.tags[guid] = CarriedTag(tag, **_shared(carried.words, row))
    else:
        if table == "evidence":
            carried.first[row["evidence"]] = str(entry["first"])
        carried.rows.setdefault(table, []).append(row)


def _shared(words: dict[str, str], row: Row) -> Row:
    """Return what a tag's row says besides its id, every word as the one that is kept already."""
    said = {name: "" if row[name] is None else row[name] for name in CarriedTag._fields[1:]}
    return {
        name: words.setdefault(value, value) if isinstance(value, str) else value
        for name, value in said.items()
    }


def tags_by_place(carried: Carried) -> dict[tuple[str, int, int, str], list[CarriedTag]]:
    """Return what is carried of tags by where they stand, for programs that give them new GUIDs."""
    found: dict[tuple[str, int, int, str], list[CarriedTag]] = {}
    for tag in carried.tags.values():
        found.setdefault(tag.place, []).append(tag)
    return found


def rows_that_stand(
    carried: Carried, texts: dict[str, str], same: set[str], codes: set[str]
) -> tuple[dict[str, list[Row]], list[str]]:
    """Return the carried rows that have what they stand on, and what is to be said of the others.

    Args:
        carried: the carrier.
        texts: the text of each document that came.
        same: the documents whose text is the one that was written.
        codes: the codes there will be.
    """
    rows = {table: list(some) for table, some in carried.rows.items() if table != "codebooks"}
    lost = 0
    known = {kind: {row[kind] for row in rows.get(table, ())} for kind, table in TARGETS.items()}
    kept = []
    for row in rows.get("evidence", ()):
        placed = _placed(row, texts, same, carried.first[row["evidence"]])
        if placed is None or row["target"] not in known.get(row["target_kind"], ()):
            lost += 1
        else:
            kept.append(placed)
    rows["evidence"] = kept
    rows["assignments"] = [row for row in rows.get("assignments", ()) if row["document"] in texts]
    theories = known["configuration"]
    for table, names in (
        ("changes", ("configuration",)),
        ("relations", ("configuration", "other")),
    ):
        rows[table] = [
            row for row in rows.get(table, ()) if all(row[name] in theories for name in names)
        ]
    unknown = {
        code
        for row in rows.get("configurations", ())
        for some in row["slots"].values()
        for code in some
        if code not in codes
    }
    remarks = [say("refi.evidence_lost", count=lost)] if lost else []
    if unknown:
        remarks.append(say("refi.codes_lost", codes=", ".join(sorted(unknown)[:5])))
    return rows, remarks


def _placed(row: Row, texts: dict[str, str], same: set[str], first: str) -> Row | None:
    """Return evidence on the words it stood on; in a text that was changed they are looked for."""
    text = texts.get(row["document"])
    if text is None:
        return None
    if row["document"] in same:
        return row if 0 <= row["start"] < row["end"] <= len(text) else None
    if not first or text.count(first) != 1:
        return None
    start = text.index(first)
    end = min(start + row["end"] - row["start"], len(text))
    return {**row, "start": start, "end": end} if start < end else None

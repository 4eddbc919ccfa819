"""The carrier: a note that any program carries as an ordinary memo, with all that REFI cannot say.

Every line stands for itself, so that a program that cuts or folds notes does little harm. Things
are named by their ids and by keys that survive new GUIDs: a code by the names it stands under, a
document by the fingerprint of its text, a passage by its document, place and first words.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from icmo._schema import TARGETS, is_row_of
from icmo.configurations import EXPLICITNESS, RELATIONS, SLOTS, STANCES, STATUSES
from icmo.project.exchange import ORDER
from icmo.project.tagging import MEMO_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo.refi.elements import Element

#: Under this name the carrier stands among a project's notes, numbered where one is not enough.
NAME = "icmo-data (rør ikke)"
#: Under these names a tag's own note and its polarity stand among them.
TAG_NOTE, POLARITY = "icmo: tag note", "icmo: "
POLARITIES = ("promotes", "hinders")
HEAD = "icmo: 1\nrows:"
#: The largest note; some programs refuse larger ones.
LARGEST = 900_000
#: So many characters of a passage tell that it is the one that is meant.
FIRST = 40
#: Rows of these tables are carried whole.
TABLES = ("codebooks", *ORDER, "documents", "tags")
_NUMBER = re.compile(r"(\d+)/\d+\s*$")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))
#: What XML cannot hold is escaped in JSON, which reads it back.
_FORBIDDEN = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def line(entry: dict[str, Any]) -> str:
    """Return an entry as a line of the carrier."""
    written = _JSON.encode(entry)
    return "- " + _FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def in_ascii(text: str) -> str:
    """Return a carrier's note so that it survives whatever encoding a program reads it in."""
    return re.sub("[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text)


def notes(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return the carrier's notes: what each is called, and what is in it."""
    portions: list[list[str]] = [[]]
    size = 0
    for one in lines:
        if size and size + len(one) > LARGEST:
            portions.append([])
            size = 0
        portions[-1].append(one)
        size += len(one)
    return [
        (f"{NAME} {number}/{len(portions)}", "\n".join([HEAD, *portion]) + "\n")
        for number, portion in enumerate(portions, 1)
    ]


def is_carrier(note: Element) -> bool:
    """Say whether a note is part of the carrier."""
    return note.get("name").startswith("icmo-data")


def entries(notes: list[tuple[Element, str]]) -> Iterator[dict[str, Any] | None]:
    """Hand out what the carrier holds; nothing for a line that can no longer be read."""
    for _, text in sorted(notes, key=lambda one: _number(one[0])):
        for one in re.split(r"\r\n|[\r\n]", text):
            if one.startswith("- "):
                try:
                    entry = json.loads(one[2:])
                except (ValueError, RecursionError):
                    yield None
                    continue
                yield entry if isinstance(entry, dict) else None


def _number(note: Element) -> int:
    found = _NUMBER.search(note.get("name"))
    return int(found[1]) if found else 0


def is_row(table: str, row: object) -> bool:
    """Say whether something can be a row of a table that is carried."""
    if table not in TABLES or not isinstance(row, dict) or not is_row_of(table, row):
        return False
    known = _KNOWN.get(table, {})
    shapes = all(_has_shape(row[name], shape) for name, shape in _SHAPES.get(table, {}).items())
    return shapes and all(row[name] in values for name, values in known.items())


def _has_shape(value: object, shape: object) -> bool:
    """Say whether a value is built like an example: a dict or a list of what is in the example."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return False
        each = shape.get("")
        return all(_has_shape(value.get(name), one) for name, one in shape.items() if name) and (
            each is None or all(_has_shape(one, each) for one in value.values())
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(_has_shape(one, shape[0]) for one in value)
    return isinstance(value, str)


_SLOTS: dict[str, object] = {slot: [""] for slot in SLOTS}
#: How values are built that are more than a word or a number; under "" what every value is like.
_CONTENT: dict[str, object] = {
    "slots": _SLOTS,
    "moderators": [{"": ""}],
    "for_whom": [""],
    "details": {"": ""},
}
_SHAPES: dict[str, dict[str, object]] = {
    "cases": {"attributes": {}},
    "documents": {"attributes": {}},
    "configurations": _CONTENT,
    "changes": {"content": {**_CONTENT, "title": "", "status": "", "sentence": ""}},
    "rubric": {"label": {"": ""}, "anchor": {"": ""}},
}
#: What only some words can stand in.
_KNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "configurations": {"status": STATUSES},
    "evidence": {"target_kind": tuple(TARGETS), "stance": STANCES, "explicitness": EXPLICITNESS},
    "memos": {"target_kind": MEMO_KINDS},
    "relations": {"kind": RELATIONS},
    "kept": {"kind": ("guid", "element")},
}

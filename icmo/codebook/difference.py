"""What changed between two versions of a codebook, as rows and as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from icmo._strings import LANGUAGES, STRINGS, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from pydantic import BaseModel

    from icmo.codebook import Codebook

#: The columns of a difference, in order.
COLUMNS = ("code", "change", "field", "before", "after")
#: What a changed field is called; every other field is just `changed`.
_CHANGES = {
    "label": "renamed",
    "family": "moved",
    "parent": "moved",
    "definition": "redefined",
    "include": "redefined",
    "exclude": "redefined",
}
#: The fields that hold ids, and of what. A new id alone does not change what they mean.
_REFERENCES = {
    "family": "family",
    "parent": "code",
    "conditions": "code",
    "principle": "code",
    "type": "code",
}
#: How many words on each side of a changed passage a sentence quotes.
_NEARBY = 4

_Key = tuple[str, str]


@dataclass(frozen=True)
class _Part:
    """A code, a family, a question or the codebook's head, with its fields as texts."""

    kind: str
    id: str
    name: str
    fields: dict[str, str]
    #: what stays when only the id changes; None for what has nothing to be known by
    core: object = None


class _Row(NamedTuple):
    code: str
    change: str
    field: str
    before: str | None
    after: str | None


def difference(old: Codebook, new: Codebook) -> pd.DataFrame:
    """Return what changed from the old codebook to the new one, one row per changed thing.

    Columns: code, change (added, removed, renamed, moved, redefined, changed), field, before,
    after. The rows follow the new file, and what was removed comes last. Families, questions
    and the codebook itself have their own id as code and fields such as `family.role`,
    `question.text_da` and `codebook.version`. The order within a file is no difference.
    """
    import pandas as pd

    return pd.DataFrame(list(_rows(old, new)), columns=list(COLUMNS)).astype("str")


def _rows(old: Codebook, new: Codebook) -> Iterator[_Row]:
    before, after = _parts(old), _parts(new)
    ids = _new_ids(before, after)
    were = {now: was for was, now in ids.items()}
    for key, part in after.items():
        was = before.get(were.get(key, key))
        field = part.kind if part.kind != "code" else ""
        if was is None:
            yield _Row(part.id, "added", field, None, part.name)
            continue
        prefix = f"{field}." if field else ""
        if was.id != part.id and part.kind != "codebook":
            yield _Row(part.id, "renamed", f"{prefix}id", was.id, part.id)
        known = {name: _translated(name, value, ids) for name, value in was.fields.items()}
        for name in dict.fromkeys([*part.fields, *known]):
            if known.get(name) != part.fields.get(name):
                yield _Row(
                    part.id,
                    _change(name),
                    prefix + name,
                    was.fields.get(name),
                    part.fields.get(name),
                )
    for key, part in before.items():
        if ids.get(key, key) not in after:
            yield _Row(
                part.id, "removed", part.kind if part.kind != "code" else "", part.name, None
            )


def _parts(codebook: Codebook) -> dict[_Key, _Part]:
    """Return everything that can differ, in the order of the file."""
    head = codebook._head  # noqa: SLF001 - the same package
    first = codebook.languages[0]
    # An id left out is the file's name, so two files of one codebook may differ in it.
    parts = {
        ("codebook", ""): _Part(
            "codebook", codebook.id, codebook.title[first], _fields(head, "questions")
        )
    }
    for question in codebook.question_templates:
        fields = _fields(question)
        parts["question", question.id] = _Part(
            "question", question.id, question.text[first], fields, fields
        )
    for family in codebook.family_records:
        name = (family.label or {}).get(first, family.id)
        core = (family.label, family.definition, family.role) if family.label else None
        parts["family", family.id] = _Part(
            "family", family.id, name, _fields(family, "codes"), core
        )
        for code in family.codes:
            fields = {"family": family.id, **_fields(code)}
            parts["code", code.id] = _Part(
                "code", code.id, code.label[first], fields, (code.label, code.definition)
            )
    return parts


def _fields(record: BaseModel, left_out: str = "") -> dict[str, str]:
    """Return the fields of a record as texts, one for each language."""
    values = {
        name: value for name, value in record.model_dump().items() if name not in ("id", left_out)
    }
    return {name: text for field, value in values.items() for name, text in _flat(field, value)}


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool):
        yield name, str(value).lower()
    elif isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(f"{name}_{key}" if key in LANGUAGES else f"{name}.{key}", part)
    elif isinstance(value, tuple) and value:
        yield from _flat_list(name, value)


def _flat_list(name: str, values: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(values[0], str):
        yield name, ", ".join(values)
    elif "id" in values[0]:
        for part in values:
            yield from _flat(
                f"{name}.{part['id']}", {key: text for key, text in part.items() if key != "id"}
            )
    else:
        for language in LANGUAGES:
            if texts := [text[language] for text in values if language in text]:
                yield f"{name}_{language}", "\n".join(texts)


def _new_ids(before: dict[_Key, _Part], after: dict[_Key, _Part]) -> dict[_Key, _Key]:
    """Return the new id of each part that is the same but for its id."""
    come = [part for key, part in after.items() if key not in before and part.core is not None]
    ids = {}
    for key, part in before.items():
        same = next(
            (other for other in come if (other.kind, other.core) == (part.kind, part.core)), None
        )
        if key not in after and same is not None:
            come.remove(same)
            ids[key] = (same.kind, same.id)
    return ids


def _translated(field: str, value: str, ids: dict[_Key, _Key]) -> str:
    if field not in _REFERENCES:
        return value
    kind = _REFERENCES[field]
    return ", ".join(ids.get((kind, id_), (kind, id_))[1] for id_ in value.split(", "))


def _change(field: str) -> str:
    base, _, ending = field.rpartition("_")
    return _CHANGES.get(base if ending in LANGUAGES else field, "changed")


def difference_in_words(frame: pd.DataFrame, language: str | None = None) -> list[str]:
    """Return a sentence for each row of a difference; of a long text only what changed."""
    columns = [
        frame[column].astype("object").where(frame[column].notna(), None) for column in COLUMNS
    ]
    return [_sentence(_Row(*row), language) for row in zip(*columns, strict=True)]


def _sentence(row: _Row, language: str | None) -> str:
    kind, field = _owner(row)
    what = say(f"difference.{kind}", language, id=row.code)
    if row.change in ("added", "removed"):
        return say(f"difference.{row.change}", language, what=what, name=row.after or row.before)
    if kind == "code" and field == "parent":
        form = "new" if row.before is None else "gone" if row.after is None else "other"
        return say(
            f"difference.parent_{form}", language, what=what, before=row.before, after=row.after
        )
    if field in ("id", "family"):
        return say(
            f"difference.{field}_other", language, what=what, before=row.before, after=row.after
        )
    named = _field_in_words(field, language)
    if row.before is None or row.after is None:
        key = "difference.filled" if row.before is None else "difference.emptied"
        return say(key, language, what=what, field=named, text=row.after or row.before)
    before, after = _passages(row.before, row.after)
    return say("difference.text", language, what=what, field=named, before=before, after=after)


def _owner(row: _Row) -> tuple[str, str]:
    """Return whether a row is about a code, a family, a question or the head, and its field."""
    if row.change in ("added", "removed"):
        return row.field or "code", ""
    kind, _, field = row.field.partition(".")
    return (
        (kind, field)
        if kind in ("codebook", "family", "question") and field
        else ("code", row.field)
    )


def _field_in_words(field: str, language: str | None) -> str:
    base, _, ending = field.rpartition("_")
    if ending not in LANGUAGES:
        return say(f"field.{field}", language) if f"field.{field}" in STRINGS else field
    spoken = say(f"word.{ending}", language)
    return say(
        "difference.in_language", language, field=_field_in_words(base, language), language=spoken
    )


def _passages(before: str, after: str) -> tuple[str, str]:
    """Return two texts without the words they begin and end with alike, but a few."""
    old, new = before.split(), after.split()
    shortest = min(len(old), len(new))
    head = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    tail = next((n for n in range(shortest - head) if old[-1 - n] != new[-1 - n]), shortest - head)
    start, end = max(head - _NEARBY, 0), max(tail - _NEARBY, 0)
    if start + end == 0:
        return before, after
    return _between(old, start, end), _between(new, start, end)


def _between(words: list[str], start: int, end: int) -> str:
    passage = " ".join(words[start : len(words) - end])
    return f"{'… ' if start else ''}{passage}{' …' if end else ''}"

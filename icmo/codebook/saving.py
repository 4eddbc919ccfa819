"""Changes a codebook and saves it: the comments, the order and the layout of the file stay.

A codebook is never changed in place; each function returns a new one, read from the changed
text by the same reader as any file, so that what would not load cannot be made either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from icmo._files import write_whole
from icmo._strings import did_you_mean, say
from icmo._yaml import read_yaml
from icmo.codebook.records import Problem

if TYPE_CHECKING:
    import os

    from icmo.codebook import Codebook, CodebookError

#: The order in which our own files write the fields of a code.
_ORDER = (
    *("id", "label", "phrase", "definition", "include", "exclude", "examples"),
    *("conditions", "questions", "parent", "principle", "type", "citation", "note", "see"),
    *("suits", "limits", "steps", "checklist", "axes", "retired"),
)
_Fields = dict[str, Any]


def add_code(codebook: Codebook, family: str, /, **fields: object) -> Codebook:
    """Return the codebook with one more code, last in its family or last under its parent.

    Raises:
        CodebookError: names everything that keeps the code from being used.
    """
    data = read_yaml(codebook.source).data
    families = {entry["id"]: entry for entry in data["families"]}
    if family not in families:
        unknown = say("change.family_unknown", family=family) + did_you_mean(family, families)
        raise _refusal(codebook, unknown)
    codes = list(families[family].get("codes") or [])
    code = _in_order({}, _without_none(_plain(fields)))
    codes.insert(_place(codes, code.get("parent")), code)
    families[family]["codes"] = codes
    return _changed(codebook, data)


def change_code(codebook: Codebook, code: str, /, **fields: object) -> Codebook:
    """Return the codebook with fields of a code changed; None takes a field away.

    A text in several languages is merged: `label={"da": "Mening"}` leaves the English one.

    Raises:
        CodebookError: names everything that keeps the changed code from being used.
    """
    codebook[code]
    data = read_yaml(codebook.source).data
    codes, place = _find(data, code)
    codes[place] = _merged(codes[place], _plain(fields), codebook.languages)
    return _changed(codebook, data)


def remove_code(codebook: Codebook, code: str, /) -> Codebook:
    """Return the codebook without a code; comments around it stay.

    Raises:
        CodebookError: where another code still refers to it.
    """
    codebook[code]
    data = read_yaml(codebook.source).data
    codes, place = _find(data, code)
    del codes[place]
    return _changed(codebook, data)


def save_codebook(codebook: Codebook, path: str | os.PathLike[str]) -> None:
    """Write the codebook's text to a file, which is whole or as it was at every moment.

    Raises:
        CodebookError: where the file cannot be written.
    """
    try:
        write_whole(Path(path), codebook.source.encode("utf-8"))
    except OSError as error:
        sentence = say("change.unwritable", reason=error.strerror or str(error))
        raise _error([Problem(str(path), None, sentence)]) from error


def _changed(codebook: Codebook, data: _Fields) -> Codebook:
    """Return the codebook whose text says `data`, or the mistakes that would be in it."""
    from icmo.codebook.rewriting import CannotRewriteError, rewritten

    try:
        text = rewritten(codebook.source, data)
    except CannotRewriteError:
        raise _refusal(codebook, say("change.layout")) from None
    return type(codebook).parse(text, f"{codebook.id}.yaml", codebook.id)


def _refusal(codebook: Codebook, sentence: str) -> CodebookError:
    return _error([Problem(f"{codebook.id}.yaml", None, sentence)])


def _error(problems: list[Problem]) -> CodebookError:
    from icmo.codebook import CodebookError

    return CodebookError(problems)


def _find(data: _Fields, code: str) -> tuple[list[_Fields], int]:
    """Return the list a code stands in, and its place there."""
    return next(
        (family["codes"], place)
        for family in data["families"]
        for place, entry in enumerate(family.get("codes") or [])
        if entry["id"] == code
    )


def _place(codes: list[_Fields], parent: str | None) -> int:
    """Return where a new code belongs: after all that stands under its parent, else last."""
    under = {parent}
    place = len(codes)
    for number, code in enumerate(codes):
        if code["id"] == parent or code.get("parent") in under:
            under.add(code["id"])
            place = number + 1
    return place


def _plain(value: Any) -> Any:
    """Turn what Python holds into what a file says: texts, lists and mappings of texts."""
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_none=True)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value if value is None else str(value).strip()


def _without_none(fields: _Fields) -> _Fields:
    return {key: value for key, value in fields.items() if value is not None}


def _merged(entry: _Fields, fields: _Fields, languages: tuple[str, ...]) -> _Fields:
    """Return a code's fields with some of them changed."""
    merged = dict(entry)
    for name, value in fields.items():
        old = entry.get(name)
        if value is None:
            merged.pop(name, None)
        elif isinstance(old, dict) and isinstance(value, dict):
            merged[name] = _without_none({**old, **value})
        elif isinstance(old, dict) and isinstance(value, str) and list(old) == list(languages[:1]):
            merged[name] = {languages[0]: value}
        elif isinstance(old, str) and isinstance(value, dict) and list(value) == list(languages):
            merged[name] = value[languages[0]] if len(languages) == 1 else value
        else:
            merged[name] = _without_none(value) if isinstance(value, dict) else value
    return _in_order(entry, merged)


def _in_order(entry: _Fields, fields: _Fields) -> _Fields:
    """Return fields in the order of the entry, each new one where our files have it."""
    names = [name for name in entry if name in fields]
    for name in sorted(set(fields) - set(entry), key=_rank):
        before = [place for place, other in enumerate(names) if _rank(other) < _rank(name)]
        names.insert(max(before) + 1 if before else len(names), name)
    return {name: fields[name] for name in names}


def _rank(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)

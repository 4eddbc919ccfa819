"""What the parts of a codebook say of each other: ids, parents, languages, conditions, letters.

It works on the file as written, not on validated records, so that a code with one mistake
still counts as the parent, the target or the double of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.codebook.records import LETTERS

if TYPE_CHECKING:
    from icmo._yaml import Read

#: Fewer words than this seldom make a definition that two coders understand alike.
SHORTEST_DEFINITION = 4
_TEXTS = ("label", "definition", "include", "exclude", "note", "phrase", "suits", "limits")
_TEXT_LISTS = ("examples", "steps", "checklist")

_Finding = tuple[int, str, bool]


@dataclass(frozen=True)
class _Entry:
    """A code as written, and where."""

    id: str
    family: str
    role: str
    data: dict[str, Any]
    path: tuple[str | int, ...]


def check(data: dict[str, Any], yaml: Read, languages: tuple[str, ...]) -> Iterator[_Finding]:
    """Yield each problem as line, sentence, and whether it is only a warning."""
    entries = list(_entries(data))
    yield from _doubles(data, entries, yaml)
    first: dict[str, _Entry] = {}
    for entry in entries:
        first.setdefault(entry.id, entry)
    templates = {question.get("id", "") for question in _dicts(data.get("questions"))}
    yield from _head_texts(data, yaml, languages)
    for entry in entries:
        yield from _parent(entry, first, yaml)
        yield from _conditions(entry, first, yaml)
        yield from _theme(entry, first, yaml)
        yield from _questions(entry, templates, yaml)
        yield from _texts(entry.data, entry.id, entry.path, yaml, languages)
        yield from _definition(entry, yaml)
        yield from _letter(entry, yaml)
    yield from _circles(entries, first, yaml)


def _entries(data: dict[str, Any]) -> Iterator[_Entry]:
    for number, family in enumerate(_list(data.get("families"))):
        if not isinstance(family, dict):
            continue
        for place, code in enumerate(_list(family.get("codes"))):
            if isinstance(code, dict) and isinstance(code.get("id"), str) and code["id"]:
                path = ("families", number, "codes", place)
                yield _Entry(code["id"], str(family.get("id", "")), str(family.get("role", "")), code, path)


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - whatever the file holds
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - whatever the file holds
    return [entry for entry in _list(value) if isinstance(entry, dict)]


def _doubles(data: dict[str, Any], entries: list[_Entry], yaml: Read) -> Iterator[_Finding]:
    lines: dict[str, int] = {}
    for entry in entries:
        line = yaml.line(*entry.path, "id")
        if entry.id in lines:
            yield line, say("codebook.twice", id=entry.id, line=lines[entry.id]), False
        lines.setdefault(entry.id, line)
    for name, whole in (("families", "codebook.family_twice"), ("questions", "codebook.question_twice")):
        seen: dict[str, int] = {}
        for number, part in enumerate(_list(data.get(name))):
            key = part.get("id") if isinstance(part, dict) else None
            if not isinstance(key, str) or not key:
                continue
            line = yaml.line(name, number, "id")
            if key in seen:
                yield line, say(whole, id=key, line=seen[key]), False
            seen.setdefault(key, line)
            if name == "families" and not part.get("codes"):
                yield line, say("codebook.family_empty", id=key), True


def _parent(entry: _Entry, first: dict[str, _Entry], yaml: Read) -> Iterator[_Finding]:
    parent = entry.data.get("parent")
    if not isinstance(parent, str) or not parent:
        return
    line = yaml.line(*entry.path, "parent")
    if parent not in first:
        yield line, say("codebook.parent_unknown", id=entry.id, parent=parent) + did_you_mean(parent, first), False
    elif first[parent].family != entry.family:
        sentence = say(
            "codebook.parent_family",
            id=entry.id,
            parent=parent,
            family=first[parent].family,
            own=entry.family,
        )
        yield line, sentence, False


def _circles(entries: list[_Entry], first: dict[str, _Entry], yaml: Read) -> Iterator[_Finding]:
    told: set[str] = set()
    for entry in entries:
        chain = [entry.id]
        while True:
            above = first[chain[-1]].data.get("parent")
            if not isinstance(above, str) or above not in first:
                break
            if above in chain:
                circle = chain[chain.index(above) :]
                if not told & set(circle):
                    told.update(circle)
                    line = yaml.line(*first[circle[0]].path, "parent")
                    yield line, say("codebook.circle", circle=" → ".join([*circle, circle[0]])), False
                break
            chain.append(above)


def _conditions(entry: _Entry, first: dict[str, _Entry], yaml: Read) -> Iterator[_Finding]:
    targets = _list(entry.data.get("conditions"))
    if targets and entry.role != "moderator":
        yield yaml.line(*entry.path, "conditions"), say("codebook.conditions_role", id=entry.id), False
    known = {id_: other for id_, other in first.items() if other.role in ("mechanism", "moderator")}
    for number, target in enumerate(targets):
        line = yaml.line(*entry.path, "conditions", number)
        if target not in first:
            yield line, say("codebook.conditions_unknown", id=entry.id, target=target) + did_you_mean(target, known), False
        elif target not in known:
            sentence = say("codebook.conditions_kind", id=entry.id, target=target, role=first[target].role)
            yield line, sentence, False
        elif target == entry.id:
            yield line, say("codebook.conditions_self", id=entry.id), False


def _theme(entry: _Entry, first: dict[str, _Entry], yaml: Read) -> Iterator[_Finding]:
    for key, roles in (("principle", ("principle",)), ("type", ("intervention", "moderator"))):
        target = entry.data.get(key)
        if not isinstance(target, str) or not target:
            continue
        line = yaml.line(*entry.path, key)
        known = {id_: other for id_, other in first.items() if other.role in roles}
        if target not in known:
            sentence = say("codebook.theme", id=entry.id, key=key, target=target)
            yield line, sentence + did_you_mean(target, known), False


def _questions(entry: _Entry, templates: set[str], yaml: Read) -> Iterator[_Finding]:
    for number, override in enumerate(_list(entry.data.get("questions"))):
        question = override.get("id") if isinstance(override, dict) else None
        line = yaml.line(*entry.path, "questions", number)
        if isinstance(question, str) and question and question not in templates:
            if question[0] not in LETTERS:
                yield line, say("codebook.letter", letter=question[0]), False
            else:
                sentence = say("codebook.question_unknown", id=entry.id, question=question)
                yield line, sentence + did_you_mean(question, templates), False


def _texts(
    data: dict[str, Any], whose: str, path: tuple[str | int, ...], yaml: Read, languages: tuple[str, ...]
) -> Iterator[_Finding]:
    written: list[tuple[str, Any, int]] = [
        (key, data[key], yaml.line(*path, key)) for key in _TEXTS if isinstance(data.get(key), dict)
    ]
    written += [
        (key, text, yaml.line(*path, key, number))
        for key in _TEXT_LISTS
        for number, text in enumerate(_list(data.get(key)))
        if isinstance(text, dict)
    ]
    for key, text, line in written:
        for language in languages:
            if not text.get(language):
                yield line, say("codebook.language_missing", key=key, whose=whose, language=language), False
        for language in text:
            if language not in languages:
                yield line, say("codebook.language_unknown", key=key, whose=whose, language=language), False


def _head_texts(data: dict[str, Any], yaml: Read, languages: tuple[str, ...]) -> Iterator[_Finding]:
    for key in ("title", "description"):
        if isinstance(data.get(key), dict):
            yield from _texts({"label": data[key]}, say("codebook.the_codebook"), (key,), yaml, languages)
    for number, family in enumerate(_list(data.get("families"))):
        if isinstance(family, dict):
            yield from _texts(family, str(family.get("id", "")), ("families", number), yaml, languages)
    for number, question in enumerate(_list(data.get("questions"))):
        texts = {"label": question.get("text"), "note": question.get("probe")} if isinstance(question, dict) else {}
        path = ("questions", number)
        yield from _texts(texts, str(texts and question.get("id", "")), path, yaml, languages)
        text = texts.get("label")
        for language, words in text.items() if isinstance(text, dict) else ():
            for field in re.findall(r"\{([^{}]*)\}", str(words)):
                if field != "principle":
                    line = yaml.line(*path, "text", language)
                    yield line, say("codebook.placeholder", field=field, question=question.get("id", "")), False


def _definition(entry: _Entry, yaml: Read) -> Iterator[_Finding]:
    definition = entry.data.get("definition")
    texts = definition if isinstance(definition, dict) else {"": definition}
    for language, text in texts.items():
        if isinstance(text, str) and text and len(text.split()) < SHORTEST_DEFINITION:
            line = yaml.line(*entry.path, "definition", *([language] if language else []))
            yield line, say("codebook.definition_short", id=entry.id), True


def _letter(entry: _Entry, yaml: Read) -> Iterator[_Finding]:
    if entry.family == "guide" and len(entry.id) == 1 and entry.id not in LETTERS:
        yield yaml.line(*entry.path, "id"), say("codebook.letter", letter=entry.id), False
    elif entry.family != "guide" and entry.id in LETTERS:
        yield yaml.line(*entry.path, "id"), say("codebook.letter_place", letter=entry.id), False

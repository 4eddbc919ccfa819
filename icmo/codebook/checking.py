"""What the parts of a codebook say of each other: ids, parents, languages, conditions, letters.

It works on the file as written, not on validated records, so that a code with one mistake
still counts as the parent, the target or the double of another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import did_you_mean, say
from icmo.codebook.records import LETTERS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icmo._yaml import Read

#: Fewer words than this seldom make a definition that two coders understand alike.
SHORTEST_DEFINITION = 4
#: Near names are looked for so many times in one file; a file with more mistakes was made by a program.
_MOST_HINTS = 100
#: Where the texts stand in each part of the file: single ones, and lists of them.
_HEAD_TEXTS = ("title", "description")
_FAMILY_TEXTS = ("label", "definition")
_QUESTION_TEXTS = ("text", "probe")
_CODE_TEXTS = ("label", "definition", "include", "exclude", "note", "phrase", "suits", "limits")
_TEXT_LISTS = ("examples", "steps", "checklist")

_Finding = tuple[int, str, bool]
_Path = tuple[str | int, ...]


@dataclass(frozen=True)
class _Entry:
    """A code as written, and where; without a usable id or role these are empty."""

    id: str
    family: str
    role: str
    data: dict[str, Any]
    path: _Path


@dataclass
class _Book:
    """What the checks share."""

    data: dict[str, Any]
    yaml: Read
    languages: tuple[str, ...]
    first: dict[str, _Entry] = field(default_factory=dict)
    #: families and roles of each id; more than one where it is defined twice
    families: dict[str, set[str]] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    hints: int = 0

    def near(self, word: str, known: Iterable[str]) -> str:
        """Say which known id was probably meant, unless the file is wrong all through."""
        self.hints += 1
        return did_you_mean(word, known) if self.hints <= _MOST_HINTS else ""


def check(data: dict[str, Any], yaml: Read, languages: tuple[str, ...]) -> Iterator[_Finding]:
    """Yield each problem as line, sentence, and whether it is only a warning.

    Without languages, because those declared are wrong, the texts' languages are left alone.
    """
    book = _Book(data, yaml, languages)
    entries = list(_entries(data))
    named = [entry for entry in entries if entry.id]
    for entry in named:
        book.first.setdefault(entry.id, entry)
        book.families.setdefault(entry.id, set()).add(entry.family)
        book.roles.setdefault(entry.id, set()).add(entry.role)
    yield from _doubles(named, book)
    yield from _head_texts(book)
    for entry in entries:
        yield from _texts(
            entry.data, _CODE_TEXTS, name_of(entry.data, "codebook.a_code"), entry.path, book
        )
        yield from _questions(entry, book)
    for entry in named:
        yield from _parent(entry, book)
        yield from _conditions(entry, book)
        yield from _theme(entry, book)
        yield from _definition(entry, book)
        yield from _letter(entry, book)
    yield from _circles(named, book)


def name_of(part: Any, what: str) -> str:
    """Return a part's id in quotation marks, or what kind of part it is where it has none."""
    id_ = part.get("id") if isinstance(part, dict) else None
    return f'"{id_}"' if isinstance(id_, str) and id_ else say(what)


def is_wrong_letter(family: object, id_: object) -> bool:
    """Tell whether a code of the family guide is called a letter that GUIDE does not have."""
    return family == "guide" and isinstance(id_, str) and len(id_) == 1 and id_ not in LETTERS


def is_misspelt(key: str, part: dict[str, Any]) -> bool:
    """Tell whether a key is missing because another, near to it, stands in its place."""
    return key not in part and did_you_mean(key, part) != ""


def _entries(data: dict[str, Any]) -> Iterator[_Entry]:
    for number, family in enumerate(_list(data.get("families"))):
        if not isinstance(family, dict):
            continue
        role = family.get("role")
        for place, code in enumerate(_list(family.get("codes"))):
            if isinstance(code, dict):
                id_ = code.get("id")
                yield _Entry(
                    id=id_ if isinstance(id_, str) else "",
                    family=str(family.get("id", "")),
                    role=role if isinstance(role, str) and role in ROLES else "",
                    data=code,
                    path=("families", number, "codes", place),
                )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _doubles(entries: list[_Entry], book: _Book) -> Iterator[_Finding]:
    lines: dict[str, int] = {}
    for entry in entries:
        line = book.yaml.line(*entry.path, "id")
        if entry.id in lines:
            yield line, say("codebook.twice", id=entry.id, line=lines[entry.id]), False
        lines.setdefault(entry.id, line)
    yield from _double_parts(book.data, "families", "codebook.family_twice", (), book)
    yield from _double_parts(book.data, "questions", "codebook.question_twice", (), book)
    for number, family in enumerate(_list(book.data.get("families"))):
        if (
            isinstance(family, dict)
            and not family.get("codes")
            and not is_misspelt("codes", family)
        ):
            name = name_of(family, "codebook.a_family")
            yield (
                book.yaml.line("families", number, "id"),
                say("codebook.family_empty", whose=name),
                True,
            )


def _double_parts(
    data: dict[str, Any], key: str, sentence: str, path: _Path, book: _Book
) -> Iterator[_Finding]:
    lines: dict[str, int] = {}
    for number, part in enumerate(_list(data.get(key))):
        id_ = part.get("id") if isinstance(part, dict) else None
        if isinstance(id_, str) and id_:
            line = book.yaml.line(*path, key, number, "id")
            if id_ in lines:
                yield line, say(sentence, id=id_, line=lines[id_]), False
            lines.setdefault(id_, line)


def _parent(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    parent = entry.data.get("parent")
    if not isinstance(parent, str) or not parent.strip():
        return
    line = book.yaml.line(*entry.path, "parent")
    if parent not in book.first:
        siblings = [
            id_
            for id_, other in book.first.items()
            if other.family == entry.family and id_ != entry.id
        ]
        sentence = say("codebook.parent_unknown", id=entry.id, parent=parent)
        yield line, sentence + book.near(parent, siblings), False
    elif entry.family not in book.families[parent]:
        sentence = say(
            "codebook.parent_family",
            id=entry.id,
            parent=parent,
            family=book.first[parent].family,
            own=entry.family,
        )
        yield line, sentence, False


def _circles(entries: list[_Entry], book: _Book) -> Iterator[_Finding]:
    above: dict[str, str] = {}
    for entry in entries:
        parent = entry.data.get("parent")
        # A parent in another family is a mistake of its own.
        if (
            isinstance(parent, str)
            and parent in book.first
            and book.first[parent].family == entry.family
        ):
            above.setdefault(entry.id, parent)
    settled: set[str] = set()
    for start in above:
        chain: dict[str, None] = {}
        here = start
        while here in above and here not in settled and here not in chain:
            chain[here] = None
            here = above[here]
        settled.update(chain)
        if here in chain:
            circle = list(chain)[list(chain).index(here) :]
            line = book.yaml.line(*book.first[here].path, "parent")
            if len(circle) == 1:
                yield line, say("codebook.parent_self", id=here), False
            else:
                yield line, say("codebook.circle", circle=" → ".join([*circle, here])), False


def _conditions(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    targets = _list(entry.data.get("conditions"))
    if targets and entry.role not in ("moderator", ""):
        yield (
            book.yaml.line(*entry.path, "conditions"),
            say("codebook.conditions_role", id=entry.id),
            False,
        )
        return
    fitting = ("mechanism", "moderator", "")
    for number, target in enumerate(targets):
        if not isinstance(target, str) or not target.strip():
            continue
        line = book.yaml.line(*entry.path, "conditions", number)
        if target not in book.first:
            known = [
                id_
                for id_, other in book.first.items()
                if other.role in fitting and id_ != entry.id
            ]
            sentence = say("codebook.conditions_unknown", id=entry.id, target=target)
            yield line, sentence + book.near(target, known), False
        elif target == entry.id:
            yield line, say("codebook.conditions_self", id=entry.id), False
        elif book.roles[target].isdisjoint(fitting):
            role = book.first[target].role
            yield (
                line,
                say("codebook.conditions_kind", id=entry.id, target=target, role=role),
                False,
            )


def _theme(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    for key, roles in (
        ("principle", ("principle", "")),
        ("type", ("intervention", "moderator", "")),
    ):
        target = entry.data.get(key)
        if not isinstance(target, str) or not target.strip():
            continue
        if book.roles.get(target, set()).isdisjoint(roles):
            known = [id_ for id_, other in book.first.items() if other.role in roles]
            sentence = say("codebook.theme", id=entry.id, key=key, target=target)
            yield book.yaml.line(*entry.path, key), sentence + book.near(target, known), False


def _questions(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    overrides = _list(entry.data.get("questions"))
    if overrides and entry.role not in ("principle", ""):
        name = name_of(entry.data, "codebook.a_code")
        yield (
            book.yaml.line(*entry.path, "questions"),
            say("codebook.questions_role", whose=name),
            False,
        )
        return
    yield from _double_parts(entry.data, "questions", "codebook.question_twice", entry.path, book)
    templates = [
        part["id"]
        for part in _list(book.data.get("questions"))
        if isinstance(part, dict) and "id" in part
    ]
    for number, override in enumerate(overrides):
        if not isinstance(override, dict):
            continue
        path = (*entry.path, "questions", number)
        name = name_of(override, "codebook.a_question")
        yield from _texts(override, _QUESTION_TEXTS, name, path, book)
        yield from _placeholders(override, name, path, book)
        question = override.get("id")
        if not isinstance(question, str) or not question or question in templates:
            continue
        line = book.yaml.line(*path, "id")
        if re.fullmatch(r"[A-Z]\d*", question) and question[0] not in LETTERS:
            yield line, say("codebook.letter", letter=question[0]), False
        elif not is_misspelt("questions", book.data):
            sentence = say("codebook.question_unknown", id=entry.id, question=question)
            yield line, sentence + book.near(question, filter(_is_text, templates)), False


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _head_texts(book: _Book) -> Iterator[_Finding]:
    yield from _texts(book.data, _HEAD_TEXTS, say("codebook.the_codebook"), (), book)
    for number, family in enumerate(_list(book.data.get("families"))):
        if isinstance(family, dict):
            name = name_of(family, "codebook.a_family")
            yield from _texts(family, _FAMILY_TEXTS, name, ("families", number), book)
    for number, question in enumerate(_list(book.data.get("questions"))):
        if isinstance(question, dict):
            name = name_of(question, "codebook.a_question")
            yield from _texts(question, _QUESTION_TEXTS, name, ("questions", number), book)
            yield from _placeholders(question, name, ("questions", number), book)


def _texts(
    part: dict[str, Any], keys: tuple[str, ...], whose: str, path: _Path, book: _Book
) -> Iterator[_Finding]:
    if not book.languages:
        return
    places: list[tuple[str, Any, _Path]] = [(key, part.get(key), (*path, key)) for key in keys]
    if keys is _CODE_TEXTS:
        for key in _TEXT_LISTS:
            places += [
                (key, text, (*path, key, number))
                for number, text in enumerate(_list(part.get(key)))
            ]
    for key, text, place in places:
        if isinstance(text, dict):
            yield from _languages(key, text, whose, place, book)
        elif isinstance(text, str) and text and not text.strip() and len(book.languages) == 1:
            yield book.yaml.line(*place), say("codebook.blank", key=key, whose=whose), False


def _languages(
    key: str, text: dict[str, Any], whose: str, place: _Path, book: _Book
) -> Iterator[_Finding]:
    """Compare the languages a text is written in with those of the codebook."""
    missing = [language for language in book.languages if _is_blank(text.get(language, ""))]
    foreign = [language for language in text if language not in book.languages]
    if missing == list(book.languages) and not foreign:
        yield book.yaml.line(*place), say("codebook.blank", key=key, whose=whose), False
        return
    for language in foreign:
        line = book.yaml.line(*place, language)
        if language in ("da", "en"):
            sentence = say("codebook.language_undeclared", key=key, whose=whose, language=language)
        else:
            sentence = say("codebook.language_unknown", key=key, whose=whose, language=language)
            if len(missing) == 1:
                # The one language that lacks is the one that was misspelt.
                sentence += " " + say("did_you_mean", word=missing.pop())
        yield line, sentence, False
    for language in missing:
        line = book.yaml.line(*place, language)
        yield line, say("codebook.language_missing", key=key, whose=whose, language=language), False


def _is_blank(text: object) -> bool:
    return isinstance(text, str) and not text.strip()


def _placeholders(
    question: dict[str, Any], whose: str, path: _Path, book: _Book
) -> Iterator[_Finding]:
    for key in _QUESTION_TEXTS:
        text = question.get(key)
        for language, words in text.items() if isinstance(text, dict) else [("", text)]:
            for blank in re.findall(r"\{([^{}]*)\}", words if isinstance(words, str) else ""):
                if blank != "principle":
                    line = book.yaml.line(*path, key, language)
                    yield line, say("codebook.placeholder", field=blank, whose=whose), False


def _definition(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    definition = entry.data.get("definition")
    texts = definition if isinstance(definition, dict) else {"": definition}
    for language, text in texts.items():
        if isinstance(text, str) and text.strip() and len(text.split()) < SHORTEST_DEFINITION:
            line = book.yaml.line(*entry.path, "definition", language)
            yield line, say("codebook.definition_short", id=entry.id), True


def _letter(entry: _Entry, book: _Book) -> Iterator[_Finding]:
    if is_wrong_letter(entry.family, entry.id):
        yield book.yaml.line(*entry.path, "id"), say("codebook.letter", letter=entry.id), False
    elif entry.family != "guide" and entry.id in LETTERS:
        yield (
            book.yaml.line(*entry.path, "id"),
            say("codebook.letter_place", letter=entry.id),
            False,
        )

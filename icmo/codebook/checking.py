"""What the parts of a codebook say of each other: ids, parents, conditions, letters, questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.codebook.records import LETTERS
from icmo.codebook.wording import (
    CODE_TEXTS,
    QUESTION_TEXTS,
    check_definition,
    check_head,
    check_placeholders,
    check_texts,
)
from icmo.codebook.written import (
    Book,
    Entry,
    Finding,
    Path,
    as_list,
    is_misspelt,
    is_wrong_letter,
    name_of,
    read_entries,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._yaml import Read

_REFERENCE = re.compile(r"[a-z][a-z0-9_]*:[A-Za-z][a-z0-9_]*")


def check(data: dict[str, Any], yaml: Read, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield each problem as line, sentence, and whether it is only a warning.

    Without languages, because those declared are wrong, the texts' languages are left alone.
    """
    book = Book(data, yaml, languages)
    entries = list(read_entries(data))
    named = [entry for entry in entries if entry.id]
    for entry in named:
        book.first.setdefault(entry.id, entry)
        book.families.setdefault(entry.id, set()).add(entry.family)
        book.roles.setdefault(entry.id, set()).add(entry.role)
    yield from _doubles(named, book)
    yield from check_head(book)
    for entry in entries:
        yield from check_texts(
            entry.data, CODE_TEXTS, name_of(entry.data, "codebook.a_code"), entry.path, book
        )
        yield from _questions(entry, book)
    for entry in named:
        yield from _parent(entry, book)
        yield from _conditions(entry, book)
        yield from _theme(entry, book)
        yield from _see(entry, book)
        yield from check_definition(entry, book)
        yield from _letter(entry, book)
    yield from _circles(named, book)


def _doubles(entries: list[Entry], book: Book) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for entry in entries:
        line = book.yaml.line(*entry.path, "id")
        if entry.id in lines:
            yield line, say("codebook.twice", id=entry.id, line=lines[entry.id]), False
        lines.setdefault(entry.id, line)
    yield from _double_parts(book.data, "families", "codebook.family_twice", (), book)
    yield from _double_parts(book.data, "questions", "codebook.question_twice", (), book)
    for number, family in enumerate(as_list(book.data.get("families"))):
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
    data: dict[str, Any], key: str, sentence: str, path: Path, book: Book
) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for number, part in enumerate(as_list(data.get(key))):
        id_ = part.get("id") if isinstance(part, dict) else None
        if isinstance(id_, str) and id_:
            line = book.yaml.line(*path, key, number, "id")
            if id_ in lines:
                yield line, say(sentence, id=id_, line=lines[id_]), False
            lines.setdefault(id_, line)


def _parent(entry: Entry, book: Book) -> Iterator[Finding]:
    parent = entry.data.get("parent")
    if not isinstance(parent, str) or not parent.strip():
        return
    line = book.yaml.line(*entry.path, "parent")
    if parent not in book.first:
        siblings = (
            id_
            for id_, other in book.first.items()
            if other.family == entry.family and id_ != entry.id
        )
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


def _circles(entries: list[Entry], book: Book) -> Iterator[Finding]:
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


def _conditions(entry: Entry, book: Book) -> Iterator[Finding]:
    targets = as_list(entry.data.get("conditions"))
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
            known = (
                id_
                for id_, other in book.first.items()
                if other.role in fitting and id_ != entry.id
            )
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


def _see(entry: Entry, book: Book) -> Iterator[Finding]:
    """Find references that do not read `codebook:code`; the other book may not be at hand."""
    for number, target in enumerate(as_list(entry.data.get("see"))):
        if isinstance(target, str) and target and not _REFERENCE.fullmatch(target):
            line = book.yaml.line(*entry.path, "see", number)
            yield line, say("codebook.see", id=entry.id, target=target), False


def _theme(entry: Entry, book: Book) -> Iterator[Finding]:
    for key, roles in (
        ("principle", ("principle", "")),
        ("type", ("intervention", "moderator", "")),
    ):
        target = entry.data.get(key)
        if not isinstance(target, str) or not target.strip():
            continue
        if book.roles.get(target, set()).isdisjoint(roles):
            known = (id_ for id_, other in book.first.items() if other.role in roles)
            sentence = say("codebook.theme", id=entry.id, key=key, target=target)
            yield book.yaml.line(*entry.path, key), sentence + book.near(target, known), False


def _questions(entry: Entry, book: Book) -> Iterator[Finding]:
    overrides = as_list(entry.data.get("questions"))
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
        for part in as_list(book.data.get("questions"))
        if isinstance(part, dict) and "id" in part
    ]
    for number, override in enumerate(overrides):
        if not isinstance(override, dict):
            continue
        path = (*entry.path, "questions", number)
        name = name_of(override, "codebook.a_question")
        yield from check_texts(override, QUESTION_TEXTS, name, path, book)
        yield from check_placeholders(override, name, path, book)
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


def _letter(entry: Entry, book: Book) -> Iterator[Finding]:
    if is_wrong_letter(entry.family, entry.id):
        yield book.yaml.line(*entry.path, "id"), say("codebook.letter", letter=entry.id), False
    elif entry.family != "guide" and entry.id in LETTERS:
        yield (
            book.yaml.line(*entry.path, "id"),
            say("codebook.letter_place", letter=entry.id),
            False,
        )

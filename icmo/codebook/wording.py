"""How the texts of a codebook are written: in every language, whole, with no unknown blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.codebook.written import Book, Entry, Finding, Path, as_list, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Fewer words than this seldom make a definition that two coders understand alike.
SHORTEST_DEFINITION = 4
#: Where the texts stand in each part of the file: single ones, and lists of them.
QUESTION_TEXTS = ("text", "probe")
CODE_TEXTS = ("label", "definition", "include", "exclude", "note", "phrase", "suits", "limits")
_HEAD_TEXTS = ("title", "description")
_FAMILY_TEXTS = ("label", "definition")
_TEXT_LISTS = ("examples", "steps", "checklist")


def check_head(book: Book) -> Iterator[Finding]:
    """Check the texts of the codebook itself, its families and its question templates."""
    yield from check_texts(book.data, _HEAD_TEXTS, say("codebook.the_codebook"), (), book)
    for number, family in enumerate(as_list(book.data.get("families"))):
        if isinstance(family, dict):
            name = name_of(family, "codebook.a_family")
            yield from check_texts(family, _FAMILY_TEXTS, name, ("families", number), book)
    for number, question in enumerate(as_list(book.data.get("questions"))):
        if isinstance(question, dict):
            name = name_of(question, "codebook.a_question")
            yield from check_texts(question, QUESTION_TEXTS, name, ("questions", number), book)
            yield from check_placeholders(question, name, ("questions", number), book)


def check_texts(
    part: dict[str, Any], keys: tuple[str, ...], whose: str, path: Path, book: Book
) -> Iterator[Finding]:
    """Check that the texts of a part stand in every language."""
    if not book.languages:
        return
    places: list[tuple[str, Any, Path]] = [(key, part.get(key), (*path, key)) for key in keys]
    if keys is CODE_TEXTS:
        for key in _TEXT_LISTS:
            places += [
                (key, text, (*path, key, number))
                for number, text in enumerate(as_list(part.get(key)))
            ]
    for key, text, place in places:
        if isinstance(text, dict):
            yield from _languages(key, text, whose, place, book)
        elif isinstance(text, str) and text and not text.strip() and len(book.languages) == 1:
            yield book.yaml.line(*place), say("codebook.blank", key=key, whose=whose), False


def _languages(
    key: str, text: dict[str, Any], whose: str, place: Path, book: Book
) -> Iterator[Finding]:
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


def check_placeholders(
    question: dict[str, Any], whose: str, path: Path, book: Book
) -> Iterator[Finding]:
    """Check that a question has no blank but the principle's."""
    for key in QUESTION_TEXTS:
        text = question.get(key)
        for language, words in text.items() if isinstance(text, dict) else [("", text)]:
            for blank in re.findall(r"\{([^{}]*)\}", words if isinstance(words, str) else ""):
                if blank != "principle":
                    line = book.yaml.line(*path, key, language)
                    yield line, say("codebook.placeholder", field=blank, whose=whose), False


def check_definition(entry: Entry, book: Book) -> Iterator[Finding]:
    """Warn of a definition shorter than a sentence."""
    definition = entry.data.get("definition")
    texts = definition if isinstance(definition, dict) else {"": definition}
    for language, text in texts.items():
        if isinstance(text, str) and text.strip() and len(text.split()) < SHORTEST_DEFINITION:
            line = book.yaml.line(*entry.path, "definition", language)
            yield line, say("codebook.definition_short", id=entry.id), True

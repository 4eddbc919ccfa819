"""Questions: what the evaluation is to answer, for which purpose, from what, and in which chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import LANGUAGES, did_you_mean, say
from icmo._yaml import Read, read_yaml
from icmo.codebook import Problem
from icmo.codebook.records import told_together
from icmo.codebook.written import name_of
from icmo.documents.files import read_bytes
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

_KEYS = ("id", "purpose", "text", "source", "chapter")
_NEEDED = ("id", "text")


class QuestionError(Error):
    """A file of questions that cannot be used as it is; `problems` lists what to mend."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(told_together(problems))


@dataclass(frozen=True)
class Question:
    """One question of the evaluation.

    Attributes:
        question: its id.
        purpose: the purpose of the evaluation that it serves.
        text: the question itself, in one language or by language.
        source: the material that can answer it.
        chapter: where in the report it is answered.
    """

    question: str
    purpose: str
    text: str | Mapping[str, str] = field(hash=False)
    source: str = ""
    chapter: str = ""


def read_questions(path: str | os.PathLike[str]) -> list[Question]:
    """Read questions.yaml: a list under `questions:`, each with id, purpose, text, source, chapter.

    Raises:
        QuestionError: with every problem of the file, in the order of its lines.
        DocumentError: the file is missing or cannot be read.
    """
    file = Path(path)
    questions, problems = parse_questions(_read_text(file), str(file))
    if problems:
        raise QuestionError(problems)
    return questions


def parse_questions(text: str, name: str) -> tuple[list[Question], list[Problem]]:
    """Read the questions of a text: those without a mistake, and every problem with its line."""
    read = read_yaml(text)
    found = list(read.problems)
    # What was no YAML is read as an empty text; to complain of that too would only confuse.
    not_yaml = {line for line, _ in found}
    questions: list[Question] = []
    lines: dict[str, int] = {}
    for number, entry in enumerate(_entries(read, found)):
        wrong = list(_problems(entry, read, number, lines))
        found += [(line, sentence) for line, sentence in wrong if line not in not_yaml]
        if not wrong:
            questions.append(_question(entry))
    problems = [Problem(name, line, sentence) for line, sentence in dict.fromkeys(found)]
    return questions, sorted(problems, key=lambda problem: problem.line or 0)


def _read_text(file: Path) -> str:
    raw = read_bytes(file)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|[\r\n]", raw[: error.start])) + 1
        raise QuestionError([Problem(str(file), line, say("file.encoding"))]) from None


def _entries(read: Read, found: list[tuple[int, str]]) -> list[Any]:
    """Return what stands under `questions:`, and say so where that is no list."""
    data = read.data
    if not isinstance(data, dict) or "questions" not in data:
        if not found:
            near = did_you_mean("questions", data) if isinstance(data, dict) else ""
            found.append((1, say("questions.none") + near))
        return []
    found += [
        (read.line(key), say("codebook.key_unknown", key=key) + did_you_mean(key, ("questions",)))
        for key in data
        if key != "questions"
    ]
    entries = data["questions"]
    if not isinstance(entries, list) or not entries:
        found.append((read.line("questions"), say("codebook.list", key="questions")))
        return []
    return entries


def _problems(
    entry: Any, read: Read, number: int, lines: dict[str, int]
) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with one question, and remember the line of its id."""
    path = ("questions", number)
    if not isinstance(entry, dict):
        yield read.line(*path), say("codebook.entry", what=say("word.question"))
        return
    whose = name_of(entry, "codebook.a_question")
    meant = set(entry)
    for key in [key for key in entry if key not in _KEYS]:
        near = did_you_mean(key, [known for known in _KEYS if known not in entry])
        meant |= {known for known in _NEEDED if f'"{known}"' in near}
        yield read.line(*path, key), say("codebook.key_unknown", key=key) + near
    for key in _KEYS:
        if key in meant:
            yield from _value_problems(key, entry, read, path)
        elif key in _NEEDED:
            yield read.line(*path), say("codebook.key_missing", key=key, whose=whose)
    id_ = entry.get("id")
    if isinstance(id_, str) and id_.strip():
        line = read.line(*path, "id")
        first = lines.setdefault(id_.strip(), line)
        if first != line:
            yield line, say("codebook.question_twice", id=id_.strip(), line=first)


def _value_problems(
    key: str, entry: dict[str, Any], read: Read, path: tuple[str | int, ...]
) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with what stands behind a key."""
    if key not in entry:
        return
    whose, value = name_of(entry, "codebook.a_question"), entry[key]
    if key == "text" and not isinstance(value, str):
        yield from _language_problems(value, read, path, whose)
    elif not isinstance(value, str):
        yield read.line(*path, key), say("questions.plain", key=key, whose=whose)
    elif key in _NEEDED and not value.strip():
        yield read.line(*path, key), say("codebook.blank", key=key, whose=whose)


def _language_problems(
    value: Any, read: Read, path: tuple[str | int, ...], whose: str
) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a text that is not one string."""
    if not isinstance(value, dict) or not value:
        yield read.line(*path, "text"), say("questions.text", whose=whose)
        return
    for language, text in value.items():
        line = read.line(*path, "text", language)
        if language not in LANGUAGES or not isinstance(text, str):
            yield line, say("questions.text", whose=whose)
        elif not text.strip():
            yield line, say("codebook.blank", key=language, whose=whose)


def _question(entry: dict[str, Any]) -> Question:
    plain = {key: entry.get(key, "").strip() for key in _KEYS if key != "text"}
    text = entry["text"]
    return Question(
        question=plain["id"],
        purpose=plain["purpose"],
        text=text.strip()
        if isinstance(text, str)
        else {language: words.strip() for language, words in text.items()},
        source=plain["source"],
        chapter=plain["chapter"],
    )

"""Reads a codebook file: what could be read, and every problem with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from icmo._strings import did_you_mean, say
from icmo._yaml import read_yaml
from icmo.codebook.checking import check
from icmo.codebook.records import ROLES, Axes, Code, Family, Head, Override, Problem, Question

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

#: The largest codebook we have seen is some 200 kB; a larger file was named by mistake.
LARGEST = 5_000_000

_Path = tuple[str | int, ...]
_Model = TypeVar("_Model", bound=BaseModel)
#: Which keys belong where, for the did-you-mean of a misspelt one.
_MODELS: dict[str, type[BaseModel]] = {"questions": Question, "axes": Axes, "families": Family, "codes": Code}


@dataclass(frozen=True)
class Contents:
    """What a codebook file holds, as far as it could be read."""

    head: Head
    families: tuple[Family, ...]


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Read a file's text, or say why it cannot be a codebook."""
    name = str(path)
    try:
        if path.is_dir():
            return "", [Problem(name, None, say("codebook.folder"))]
        if path.stat().st_size > LARGEST:
            size = path.stat().st_size // 1_000_000
            return "", [Problem(name, None, say("codebook.large", size=size, largest=LARGEST // 1_000_000))]
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(name, None, say("codebook.missing") + _near_file(path))]
    except OSError as error:
        return "", [Problem(name, None, say("file.unreadable", reason=error.strerror or str(error)))]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Problem(name, line, say("file.encoding"))]


def parse_codebook(text: str, name: str, default_id: str = "codebook") -> tuple[Contents | None, list[Problem]]:
    """Read a codebook's text.

    Returns what could be read and all the problems of the file in the order of its lines,
    so that a person mends them in one go.
    """
    reading = _Reading(text, name)
    contents = reading.contents(default_id)
    return contents, sorted(reading.problems, key=lambda problem: problem.line or 0)


class _Reading:
    """The problems of one file, collected while its parts are read one by one."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.yaml = read_yaml(text)
        self.languages: tuple[str, ...] = ()

    def contents(self, default_id: str) -> Contents | None:
        for line, sentence in self.yaml.problems:
            self._add(line, sentence)
        data = self.yaml.data
        if not data:
            if not self.problems:
                self._add(1, say("codebook.empty"))
            return None
        if not isinstance(data, dict):
            self._add(1, say("codebook.not_a_mapping"))
            return None
        self.languages = _languages(data)
        head = self._part(Head, {key: value for key, value in data.items() if key != "families"}, ())
        if head is not None:
            head = head.model_copy(update={"id": head.id or default_id, "languages": self.languages})
        families = self._families(data)
        for line, sentence, warning in check(data, self.yaml, self.languages):
            self._add(line, sentence, warning=warning)
        return None if head is None else Contents(head, families)

    def _families(self, data: dict[str, Any]) -> tuple[Family, ...]:
        written = data.get("families")
        if not isinstance(written, list) or not written:
            self._add(self.yaml.line("families"), say("codebook.no_families"))
            return ()
        families = []
        for number, entry in enumerate(written):
            path = ("families", number)
            if not isinstance(entry, dict):
                self._add(self.yaml.line(*path), say("codebook.entry", what=say("word.family")))
                continue
            family = self._part(Family, {key: value for key, value in entry.items() if key != "codes"}, path)
            codes = self._codes(entry.get("codes", []), (*path, "codes"))
            if family is not None:
                families.append(family.model_copy(update={"codes": codes}))
        return tuple(families)

    def _codes(self, written: Any, path: _Path) -> tuple[Code, ...]:  # noqa: ANN401 - whatever the file holds
        if not isinstance(written, list):
            if written:
                self._add(self.yaml.line(*path), say("codebook.list", key="codes"))
            return ()
        codes = []
        for number, entry in enumerate(written):
            here = (*path, number)
            if not isinstance(entry, dict):
                self._add(self.yaml.line(*here), say("codebook.entry", what=say("word.code")))
                continue
            code = self._part(Code, entry, here)
            if code is not None:
                codes.append(code)
        return tuple(codes)

    def _part(self, model: type[_Model], data: dict[str, Any], path: _Path) -> _Model | None:
        """Validate one part of the file alone, so that one mistake never hides another."""
        # `key:` with nothing behind it is a key left out.
        filled = {key: value for key, value in data.items() if value != ""}
        try:
            return model.model_validate(filled, context={"languages": self.languages})
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=True):
                place = self.yaml.line(*path, *detail["loc"])
                self._add(place, _sentence(detail, model, data))
            return None

    def _add(self, line: int, sentence: str, *, warning: bool = False) -> None:
        problem = Problem(self.name, line, sentence, warning)
        if problem not in self.problems:
            self.problems.append(problem)


def _languages(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the declared languages; where none are declared, those the labels are written in."""
    declared = data.get("languages")
    if isinstance(declared, list) and declared:
        return tuple(language for language in declared if language in ("da", "en"))
    used: set[str] = set()
    for family in data.get("families") or []:
        for code in (family.get("codes") or []) if isinstance(family, dict) else []:
            label = code.get("label") if isinstance(code, dict) else None
            used.update(label if isinstance(label, dict) else ())
    return tuple(language for language in ("da", "en") if language in used) or ("da",)


def _sentence(detail: ErrorDetails, model: type[BaseModel], data: dict[str, Any]) -> str:
    """Say in the evaluator's words what pydantic found."""
    loc = [str(step) for step in detail["loc"]]
    key = next((step for step in reversed(loc) if not step.isdigit()), "")
    whose = f'"{data["id"]}"' if isinstance(data.get("id"), str) and data["id"] else say(_WHAT[model])
    match detail["type"]:
        case "missing":
            return say("codebook.key_missing", whose=whose, key=key)
        case "extra_forbidden":
            return say("codebook.key_unknown", key=key) + did_you_mean(key, _keys_at(model, detail["loc"]))
        case "literal_error" if key == "role":
            return say("codebook.role", role=detail["input"], roles=", ".join(ROLES)) + did_you_mean(
                str(detail["input"]), ROLES
            )
        case "literal_error" if key == "letter":
            return say("codebook.letter", letter=detail["input"])
        case "literal_error":
            return say("codebook.choice", key=key, value=detail["input"], choices=detail["ctx"]["expected"])
        case "string_pattern_mismatch":
            return say("codebook.id", id=detail["input"], better=_better_id(str(detail["input"])))
        case "dict_type" if isinstance(detail["input"], str):
            return say("codebook.languages", key=key, whose=whose)
        case "tuple_type" | "list_type":
            return say("codebook.list", key=key)
        case "string_too_short":
            return say("codebook.blank", key=key, whose=whose)
        case "bool_parsing" | "bool_type":
            return say("codebook.boolean", key=key)
        case _:
            return say("codebook.kind", key=key, whose=whose)


_WHAT = {Head: "codebook.the_codebook", Family: "codebook.a_family", Code: "codebook.a_code"}


def _keys_at(model: type[BaseModel], loc: _Path) -> list[str]:
    """Return the keys that may stand where an unknown one was found."""
    inside = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), None)
    if inside == "questions" and model is Code:
        model = Override
    elif inside in _MODELS:
        model = _MODELS[inside]
    return list(model.model_fields)


def _better_id(written: str) -> str:
    """Propose an id the rule allows."""
    letters = written.strip().lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}))
    words = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in letters)
    return words.strip("_").lstrip("0123456789_") or "x"


def _near_file(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return " " + say("file.no_folder", folder=folder)
    return did_you_mean(path.name, [entry.name for entry in folder.iterdir() if entry.suffix in (".yaml", ".yml")])

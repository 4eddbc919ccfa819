"""Reads a codebook file: what could be read, and every problem with its line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from icmo._package_data import package_data
from icmo._strings import LANGUAGES, did_you_mean, say
from icmo._yaml import read_yaml
from icmo.codebook.checking import check
from icmo.codebook.records import (
    Axes,
    Code,
    CodebookFile,
    Family,
    Head,
    Override,
    Problem,
    Question,
)
from icmo.codebook.written import is_misspelt, is_wrong_letter, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

#: The largest codebook we have seen is some 200 kB; a larger file was named by mistake.
LARGEST = 5_000_000

_Path = tuple[str | int, ...]
_Model = TypeVar("_Model", bound=BaseModel)
#: Which keys belong where, for the did-you-mean of a misspelt one.
_MODELS: dict[str, type[BaseModel]] = {
    "questions": Question,
    "axes": Axes,
    "families": Family,
    "codes": Code,
}


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
        size = path.stat().st_size
        with path.open("rb") as file:
            raw = b"" if size > LARGEST else file.read(LARGEST + 1)
    except FileNotFoundError:
        return "", [Problem(name, None, say("codebook.missing") + _near_file(path))]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return "", [Problem(name, None, say("file.unreadable", reason=reason))]
    size = max(size, len(raw))
    if size > LARGEST:
        megabytes = -(-size // 1_000_000)
        return "", [
            Problem(name, None, say("codebook.large", size=megabytes, largest=LARGEST // 1_000_000))
        ]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|[\r\n]", raw[: error.start])) + 1
        return "", [Problem(name, line, say("file.encoding"))]


def parse_codebook(
    text: str, name: str, default_id: str = "codebook"
) -> tuple[Contents | None, list[Problem]]:
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
        #: in the order found; a dict, as a file may have the same mistake in a thousand places
        self._problems: dict[Problem, None] = {}
        self.yaml = read_yaml(text)
        self._not_yaml = {line for line, _ in self.yaml.problems}
        self.languages: tuple[str, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        return list(self._problems)

    def contents(self, default_id: str) -> Contents | None:
        for line, sentence in self.yaml.problems:
            self._problems[Problem(self.name, line, sentence)] = None
        data = self.yaml.data
        if not data:
            if not self._problems:
                self._add(1, say("codebook.empty"))
            return None
        if not isinstance(data, dict):
            self._add(1, say("codebook.not_a_mapping"))
            return None
        self.languages = _languages(data)
        head = self._part(
            Head, {key: value for key, value in data.items() if key != "families"}, ()
        )
        if head is not None:
            head = head.model_copy(
                update={"id": head.id or default_id, "languages": self.languages}
            )
        families = self._families(data)
        for line, sentence, warning in check(data, self.yaml, self.languages):
            self._add(line, sentence, warning=warning)
        return None if head is None else Contents(head, families)

    def _families(self, data: dict[str, Any]) -> tuple[Family, ...]:
        written = data.get("families")
        if not isinstance(written, list) or not written:
            if written:
                self._add(self.yaml.line("families"), say("codebook.list", key="families"))
            elif not is_misspelt("families", data):
                self._add(self.yaml.line("families"), say("codebook.no_families"))
            return ()
        families = []
        for number, entry in enumerate(written):
            path = ("families", number)
            if not isinstance(entry, dict):
                self._add(self.yaml.line(*path), say("codebook.entry", what=say("word.family")))
                continue
            family = self._part(
                Family, {key: value for key, value in entry.items() if key != "codes"}, path
            )
            codes = self._codes(entry.get("codes", []), (*path, "codes"))
            if family is not None:
                families.append(family.model_copy(update={"codes": codes}))
        return tuple(families)

    def _codes(self, written: Any, path: _Path) -> tuple[Code, ...]:
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
        try:
            return model.model_validate(_filled(data), context={"languages": self.languages})
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=True):
                if not self._is_told_elsewhere(detail, data, path):
                    place = self.yaml.line(*path, *detail["loc"])
                    self._add(place, _sentence(detail, model, data))
            return None

    def _is_told_elsewhere(self, detail: ErrorDetails, data: dict[str, Any], path: _Path) -> bool:
        """Tell whether another sentence says the same in better words, so that one mistake gets one sentence."""
        key = detail["loc"][-1]
        match detail["type"]:
            case "missing":
                return is_misspelt(str(key), _at(data, detail["loc"][:-1]))
            case "string_too_short":
                return key in LANGUAGES
            case "dict_type":
                # Which languages a text must have cannot be said until those declared are right.
                return isinstance(detail["input"], str) and not self.languages
            case "string_pattern_mismatch":
                family = _at(self.yaml.data, path[:2]) if len(path) > len(("families", 0)) else {}
                return is_wrong_letter(family.get("id"), detail["input"])
            case _:
                return False

    def _add(self, line: int, sentence: str, *, warning: bool = False) -> None:
        # What was no YAML is read as an empty text; to complain of that too would only confuse.
        if line not in self._not_yaml:
            self._problems[Problem(self.name, line, sentence, warning)] = None


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    """Leave out each `key:` with nothing behind it, also in a part's questions."""
    filled = {key: value for key, value in part.items() if value != ""}
    if isinstance(filled.get("questions"), list):
        filled["questions"] = [
            _filled(entry) if isinstance(entry, dict) else entry for entry in filled["questions"]
        ]
    return filled


def _at(data: Any, path: _Path) -> dict[str, Any]:
    """Return the part of the file at a path."""
    for step in path:
        data = data[step]
    return data if isinstance(data, dict) else {}


def _languages(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the declared languages, none if those are wrong; where none are declared, those it is written in."""
    declared = data.get("languages")
    if declared:
        if not isinstance(declared, list) or any(
            language not in LANGUAGES for language in declared
        ):
            return ()
        return tuple(dict.fromkeys(declared))
    used: set[str] = set()
    for family in data.get("families") or []:
        for code in (family.get("codes") or []) if isinstance(family, dict) else []:
            label = code.get("label") if isinstance(code, dict) else None
            used.update(label if isinstance(label, dict) else ())
    if not used and isinstance(data.get("title"), dict):
        used.update(data["title"])
    return tuple(language for language in LANGUAGES if language in used) or ("da",)


def _sentence(detail: ErrorDetails, model: type[BaseModel], data: dict[str, Any]) -> str:
    """Say in the evaluator's words what pydantic found."""
    loc = detail["loc"]
    named = [step for step in loc if isinstance(step, str) and step not in LANGUAGES]
    key = named[-1] if named else ""
    # The innermost part that has an id of its own: a question, else the code, family or codebook.
    inside = len(loc) > 1 and loc[0] == "questions"
    whose = (
        name_of(_at(data, loc[:2]), "codebook.a_question")
        if inside
        else name_of(data, _WHAT[model])
    )
    written = detail["input"]
    sentence = _SENTENCES.get(detail["type"], "codebook.kind")
    match detail["type"]:
        case "missing" if key in _at(data, loc[:-1]):
            sentence = "codebook.blank"
        case "extra_forbidden":
            return say(sentence, key=loc[-1]) + did_you_mean(str(loc[-1]), _keys_at(model, loc))
        case "literal_error" if isinstance(written, str):
            return _choice(key, written, re.findall("'([^']+)'", detail["ctx"]["expected"]))
        case "string_pattern_mismatch":
            return say(sentence, id=written, better=_better_id(written))
        case "dict_type" if isinstance(written, str):
            sentence = "codebook.languages"
        case "model_type" if key == "questions":
            sentence = "codebook.entry"
    return say(sentence, key=key, whose=whose, what=say("word.question"))


_SENTENCES = {
    "missing": "codebook.key_missing",
    "extra_forbidden": "codebook.key_unknown",
    "string_pattern_mismatch": "codebook.id",
    "tuple_type": "codebook.list",
    "list_type": "codebook.list",
    "string_too_short": "codebook.blank",
    "bool_parsing": "codebook.boolean",
    "bool_type": "codebook.boolean",
}


def _choice(key: str, written: str, choices: list[str]) -> str:
    """Say that a word is none of those that may stand after a key."""
    if key == "letter":
        return say("codebook.letter", letter=written)
    listed = ", ".join(choices)
    if key == "role":
        return say("codebook.role", role=written, roles=listed) + did_you_mean(written, choices)
    return say("codebook.choice", key=key, value=written, choices=listed) + did_you_mean(
        written, choices
    )


_WHAT: dict[type[BaseModel], str] = {
    Head: "codebook.the_codebook",
    Family: "codebook.a_family",
    Code: "codebook.a_code",
}


def _keys_at(model: type[BaseModel], loc: _Path) -> list[str]:
    """Return the keys that may stand where an unknown one was found."""
    inside = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), None)
    if inside == "questions" and model is Code:
        model = Override
    elif inside in _MODELS:
        model = _MODELS[inside]
    elif model is Head:
        model = CodebookFile
    return list(model.model_fields)


def _better_id(written: str) -> str:
    """Propose an id the rule allows."""
    letters = written.strip().lower().translate({ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"})
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "_", plain).strip("_")
    return words if words[:1].isalpha() else f"k{words}"


def _near_file(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return " " + say("file.no_folder", folder=folder)
    try:
        near = [entry.name for entry in folder.iterdir() if entry.suffix in (".yaml", ".yml")]
    except OSError:
        near = []
    if path.name == str(path):
        near += [shipped.stem for shipped in package_data("codebooks").glob("*.yaml")]
    return did_you_mean(path.name, near)

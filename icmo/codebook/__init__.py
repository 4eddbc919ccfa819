"""Codebooks: the theory an evaluator codes with.

A codebook is a YAML file of families of codes. `Codebook.load` reads one, or names every
mistake in it with its line.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._frames import make_frame
from icmo._package_data import package_data
from icmo._strings import did_you_mean, say
from icmo._strings import language as spoken_language
from icmo.codebook.questions import (
    PrincipleError,
    chosen_language,
    find_principle,
    guided_principles,
    questions_of,
)
from icmo.codebook.reading import Contents, parse_codebook, read_text
from icmo.codebook.records import (
    LETTERS,
    ROLES,
    Code,
    Family,
    Problem,
    Question,
    told_together,
)
from icmo.errors import Error

if TYPE_CHECKING:
    import os

    import pandas as pd

__all__ = [
    "LETTERS",
    "ROLES",
    "Code",
    "Codebook",
    "CodebookError",
    "Family",
    "PrincipleError",
    "Problem",
    "Question",
]


class CodebookError(Error):
    """A codebook that cannot be used as it is; `problems` lists what to mend."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(told_together(problems))


class UnknownCodeError(Error, KeyError):
    """A code that the codebook does not have."""

    def __init__(self, code: str, known: list[str]) -> None:
        self.sentence = say("codebook.code_unknown", code=code) + did_you_mean(code, known)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        """Read as a sentence, where a bare KeyError would put it in quotation marks."""
        return self.sentence


class Codebook:
    """A theory to code with: families of codes, and the questions asked about its principles."""

    def __init__(self, contents: Contents, source: str, warnings: tuple[Problem, ...] = ()) -> None:
        self._head = contents.head
        self._families = contents.families
        #: the text of the file, comments and all
        self.source = source
        #: what could be better, but stops nobody
        self.warnings = warnings

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Codebook:
        """Read a codebook from a file, or by name one of those that icmo ships.

        Raises:
            CodebookError: names every mistake in the file, each with its line.
        """
        file = find_codebook(path)
        text, problems = read_text(file)
        if problems:
            raise CodebookError(problems)
        return cls.parse(text, str(path) if file == Path(path) else file.name, file.stem)

    @classmethod
    def parse(
        cls, text: str, name: str = "codebook.yaml", default_id: str = "codebook"
    ) -> Codebook:
        """Read a codebook from text; `name` stands in the sentences about its mistakes."""
        contents, problems = parse_codebook(text, name, default_id)
        mistakes = [problem for problem in problems if not problem.warning]
        if mistakes or contents is None:
            raise CodebookError(mistakes)
        return cls(contents, text, tuple(problems))

    @property
    def id(self) -> str:
        """The codebook's short id."""
        return self._head.id or "codebook"

    @property
    def version(self) -> str:
        """The codebook's version."""
        return self._head.version

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages every label and definition has."""
        return self._head.languages

    @property
    def title(self) -> dict[str, str]:
        """The codebook's title, in each language."""
        return self._head.title or dict.fromkeys(self.languages, self.id)

    @property
    def description(self) -> dict[str, str]:
        """What the codebook is for, in each language."""
        return self._head.description or dict.fromkeys(self.languages, "")

    @property
    def citation(self) -> str | None:
        """What the codebook builds on."""
        return self._head.citation

    @property
    def family_records(self) -> tuple[Family, ...]:
        """The families as records, in the order of the file."""
        return self._families

    @property
    def question_templates(self) -> tuple[Question, ...]:
        """The GUIDE questions as templates; `{principle}` in them stands for a principle's phrase."""
        return self._head.questions

    @cached_property
    def _codes(self) -> dict[str, tuple[Family, Code]]:
        return {code.id: (family, code) for family in self._families for code in family.codes}

    def __getitem__(self, code: str) -> Code:
        """Return a code by its id."""
        if code not in self._codes:
            raise UnknownCodeError(code, list(self._codes))
        return self._codes[code][1]

    def __contains__(self, code: object) -> bool:
        """Tell whether the codebook has a code with this id."""
        return code in self._codes

    def __len__(self) -> int:
        """Return how many codes there are."""
        return len(self._codes)

    def family_of(self, code: str) -> Family:
        """Return the family a code stands in."""
        self[code]
        return self._codes[code][0]

    def role_of(self, code: str) -> str:
        """Return the role a code has by default; a configuration's slot may decide otherwise."""
        return self.family_of(code).role

    def labels(self, language: str | None = None) -> dict[str, str]:
        """Return the label of every code in one language."""
        chosen = self.chosen_language(language)
        return {code: record.label[chosen] for code, (_, record) in self._codes.items()}

    def codes(self) -> pd.DataFrame:
        """Return the codes as a frame, in the order of the file.

        Columns: code, family, role, parent, label_da, label_en, definition_da, definition_en.
        """
        return make_frame(
            [
                {
                    "code": code.id,
                    "family": family.id,
                    "role": family.role,
                    "parent": code.parent,
                    "label_da": code.label.get("da"),
                    "label_en": code.label.get("en"),
                    "definition_da": code.definition.get("da"),
                    "definition_en": code.definition.get("en"),
                }
                for family, code in self._codes.values()
            ],
            (
                "code",
                "family",
                "role",
                "parent",
                "label_da",
                "label_en",
                "definition_da",
                "definition_en",
            ),
        )

    def families(self) -> pd.DataFrame:
        """Return the families as a frame: family, role, label_da, label_en, codes (how many)."""
        return make_frame(
            [
                {
                    "family": family.id,
                    "role": family.role,
                    "label_da": (family.label or {}).get("da", family.id),
                    "label_en": (family.label or {}).get("en", family.id),
                    "codes": len(family.codes),
                }
                for family in self._families
            ],
            ("family", "role", "label_da", "label_en", "codes"),
            numbers=("codes",),
        )

    def principles(self) -> pd.DataFrame:
        """Return the principles that GUIDE questions are asked about, with the columns of `codes()`."""
        frame = self.codes()
        return frame[frame["code"].isin(list(guided_principles(self._families)))].reset_index(
            drop=True
        )

    def questions(self, principle: str, language: str = "da") -> pd.DataFrame:
        """Return the GUIDE questions about a principle as a frame: letter, question, text, probe.

        Raises:
            PrincipleError: there is no such principle, or no questions are asked about it.
        """
        code = find_principle(self._families, principle)
        asked = questions_of(self._head.questions, code, chosen_language(self.languages, language))
        return make_frame(asked, ("letter", "question", "text", "probe"))

    def axes(self) -> pd.DataFrame:
        """Return where codes stand in the wants-to/can by relation/course model.

        Columns: code, can_want (want or can), relation_course (relation or course).
        """
        rows = [
            {"code": code.id, **code.axes.model_dump()}
            for _, code in self._codes.values()
            if code.axes is not None
        ]
        return make_frame(rows, ("code", "can_want", "relation_course"))

    def difference(self, other: Codebook) -> pd.DataFrame:
        """Return what is different in another codebook: code, change, field, before, after.

        A change is added, removed, renamed, moved, redefined or changed.
        """
        from icmo.codebook.difference import difference

        return difference(self, other)

    def add_code(self, family: str, **fields: object) -> Codebook:
        """Return the codebook with one more code; the fields are the keys of the file."""
        from icmo.codebook.saving import add_code

        return add_code(self, family, **fields)

    def change_code(self, code: str, /, **fields: object) -> Codebook:
        """Return the codebook with a code changed; `label={"da": …}` changes only the Danish."""
        from icmo.codebook.saving import change_code

        return change_code(self, code, **fields)

    def remove_code(self, code: str) -> Codebook:
        """Return the codebook without a code."""
        from icmo.codebook.saving import remove_code

        return remove_code(self, code)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the codebook to a file; comments and order are as they were."""
        from icmo.codebook.saving import save_codebook

        save_codebook(self, path)

    def chosen_language(self, wanted: str | None = None) -> str:
        """Return the language wanted, else the one spoken, where the codebook is written in it."""
        return chosen_language(self.languages, wanted or spoken_language())

    def _repr_html_(self) -> str:
        from icmo.codebook.display import codebook_html

        return codebook_html(self)

    def __repr__(self) -> str:
        """Count, as a reader's first question is how large it is."""
        return f"<Codebook {self.id} {self.version}: {len(self)} codes in {len(self._families)} families>"


def count_families(codebook: Codebook) -> int:
    """Return how many families a codebook has, without the frame that `families()` is."""
    return len(codebook._families)  # noqa: SLF001 - the same module


def find_codebook(path: str | os.PathLike[str]) -> Path:
    """Return the file meant: one that exists, else a shipped codebook of that name."""
    file = Path(path)
    try:
        exists = file.exists()
    except (OSError, ValueError):  # a name no file can have; reading it says so
        return file
    if not exists and file.name == str(path):
        shipped = package_data("codebooks") / f"{file.name.removesuffix('.yaml')}.yaml"
        if shipped.is_file():
            return shipped
    return file

"""What a codebook is made of: texts in several languages, codes, families, questions, problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from icmo._strings import LANGUAGES

Role = Literal[
    "principle",
    "intervention",
    "context",
    "moderator",
    "mechanism",
    "outcome",
    "theme",
    "target",
    "factor",
    "actor",
    "method",
    "other",
]
ROLES: tuple[str, ...] = get_args(Role)
#: Guiding, Useful, Inspiring, Developmental, Evaluable (Patton 2017)
LETTERS = ("G", "U", "I", "D", "E")


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a codebook file."""

    file: str
    line: int | None
    sentence: str
    warning: bool = False

    def __str__(self) -> str:
        """Read as `file, line 41: what is wrong. What to do.`."""
        from icmo._strings import say

        place = (
            self.file if self.line is None else say("problem.place", file=self.file, line=self.line)
        )
        return f"{place}: {self.sentence}"


def told_together(problems: list[Problem]) -> str:
    """Return one problem as its sentence, several as a list below what file they are in."""
    from icmo._strings import say

    sentences = [str(problem) for problem in problems]
    if len(sentences) == 1:
        return sentences[0]
    lines = "\n".join(f"  {sentence}" for sentence in sentences)
    return say("codebook.problems", file=problems[0].file, count=len(problems), list=lines)


def _in_languages(value: Any, info: ValidationInfo) -> Any:
    """Let a codebook in one language write `label: Mening` without naming the language."""
    languages = (info.context or {}).get("languages", ())
    if isinstance(value, str) and value and len(languages) == 1:
        return {languages[0]: value}
    return value


NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
#: One text in each of the codebook's languages: `code.label["da"]`.
Text = Annotated[
    dict[str, NonEmpty],
    BeforeValidator(_in_languages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "properties": {
                        language: {"type": "string", "minLength": 1} for language in LANGUAGES
                    },
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
Id = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*|[GUIDE])$")]


class _Part(BaseModel):
    """A part of the file: unknown keys are mistakes, and what was read is not changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(_Part):
    """A GUIDE question; `{principle}` in it is replaced by the principle's phrase."""

    id: NonEmpty = Field(
        description="Short id of the question, such as G1; a principle overrides it by this id"
    )
    letter: Literal["G", "U", "I", "D", "E"] = Field(description="The GUIDE letter it asks about")
    text: Text = Field(description="The question; {principle} stands for the principle's phrase")
    probe: Text | None = Field(
        default=None, description="What to ask next when the answer is short"
    )


class Override(_Part):
    """A question that a principle asks in its own way."""

    id: NonEmpty = Field(description="The id of the question template it replaces")
    text: Text | None = Field(default=None, description="The question as this principle asks it")
    probe: Text | None = Field(
        default=None, description="What to ask next when the answer is short"
    )


class Axes(_Part):
    """Where a code stands in the wants-to/can by relation/course model."""

    can_want: Literal["want", "can"] = Field(
        description="Does it concern what she wants to or what she can?"
    )
    relation_course: Literal["relation", "course"] = Field(
        description="Does the relation or the course decide it?"
    )


class Code(_Part):
    """One thing to look for in what people say."""

    id: Id = Field(
        description="Stable id: small letters a-z, digits and _; never changed once used"
    )
    label: Text = Field(description="The name people see, in each language")
    definition: Text = Field(description="What the code is: one to three full sentences")
    include: Text | None = Field(default=None, description="When to use it")
    exclude: Text | None = Field(
        default=None, description="When not to, and which code to use instead"
    )
    examples: tuple[Text, ...] = Field(
        default=(), description="Passages of the kind that gets this code"
    )
    citation: NonEmpty | None = Field(default=None, description="Where the idea comes from")
    parent: NonEmpty | None = Field(
        default=None, description="The code above it in the same family"
    )
    note: Text | None = Field(default=None, description="Choices made, doubts in the sources")
    see: tuple[NonEmpty, ...] = Field(
        default=(), description="Related codes of other codebooks: codebook:code"
    )
    retired: bool = Field(default=False, description="No longer to be used; tags made with it stay")
    phrase: Text | None = Field(
        default=None, description="A principle's name as it reads inside a question"
    )
    questions: tuple[Override, ...] = Field(
        default=(), description="Questions this principle asks its own way"
    )
    conditions: tuple[NonEmpty, ...] = Field(
        default=(), description="The mechanisms or moderators this moderator may condition"
    )
    principle: NonEmpty | None = Field(
        default=None, description="The principle or heading a theme belongs to"
    )
    type: NonEmpty | None = Field(
        default=None, description="The type of intervention a theme belongs to"
    )
    suits: Text | None = Field(default=None, description="For whom or where it works")
    limits: Text | None = Field(default=None, description="Where it does not work")
    steps: tuple[Text, ...] = Field(default=(), description="What to do, in order")
    checklist: tuple[Text, ...] = Field(default=(), description="What to tick off")
    axes: Axes | None = Field(
        default=None, description="Place in the wants-to/can by relation/course model"
    )


class Family(_Part):
    """Codes of one kind; the role says what part they play in an explanation."""

    id: Id = Field(description="Stable id of the family")
    role: Role = Field(description="The part its codes play by default")
    label: Text | None = Field(default=None, description="The family's name, in each language")
    definition: Text | None = Field(default=None, description="What belongs in the family")
    guide: bool = Field(
        default=True, description="For principles: are the GUIDE questions asked about its codes?"
    )
    codes: tuple[Code, ...] = Field(default=(), description="The codes of the family")


class Head(_Part):
    """The codebook's own name, version and languages."""

    id: Id | None = Field(
        default=None, description="Short id of the codebook; the file's name if left out"
    )
    title: Text | None = Field(default=None, description="The codebook's title, in each language")
    version: NonEmpty = Field(default="1", description="Raise it when a definition changes")
    languages: tuple[Literal["da", "en"], ...] = Field(
        default=(), description="The languages every label and definition must have"
    )
    description: Text | None = Field(default=None, description="What the codebook is for")
    citation: NonEmpty | None = Field(default=None, description="What it builds on")
    questions: tuple[Question, ...] = Field(default=(), description="GUIDE question templates")


class CodebookFile(Head):
    """A whole codebook file, as the JSON Schema for editors describes it."""

    families: tuple[Family, ...] = Field(description="The families of codes")

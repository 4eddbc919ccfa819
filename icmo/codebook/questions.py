"""GUIDE questions: the codebook's templates as one principle asks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo._strings import LANGUAGES, did_you_mean, say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icmo.codebook.records import Code, Family, Question

_PLACEHOLDER = "{principle}"
#: The placeholder where a sentence begins: first in the text, or after a full stop and the like.
_FIRST_IN_SENTENCE = re.compile(r"(^|[.!?…]\s+)\{principle\}")


class PrincipleError(Error):
    """A code about which no GUIDE questions are asked."""

    def __init__(self, code: str, families: Iterable[Family]) -> None:
        families = tuple(families)
        asked = list(guided_principles(families))
        exists = any(code == other.id for family in families for other in family.codes)
        sentence = say(
            "guide.no_principle" if exists else "guide.unknown", code=code
        ) + did_you_mean(code, asked)
        listed = (
            say("guide.principles", principles=", ".join(asked)) if asked else say("guide.none")
        )
        super().__init__(f"{sentence} {listed}")


class LanguageError(Error):
    """A language that icmo does not write."""

    def __init__(self, language: str) -> None:
        super().__init__(say("export.language", language=language))


def chosen_language(languages: Sequence[str], wanted: str) -> str:
    """Return the language wanted; where the codebook is not written in it, the codebook's first."""
    if wanted not in LANGUAGES:
        raise LanguageError(wanted)
    return wanted if wanted in languages else languages[0]


def guided_principles(families: Iterable[Family]) -> dict[str, Code]:
    """Return the principles that GUIDE questions are asked about, in the order of the file."""
    return {
        code.id: code
        for family in families
        if family.role == "principle" and family.guide
        for code in family.codes
        if not code.retired
    }


def find_principle(families: Sequence[Family], principle: str) -> Code:
    """Return a principle by its id.

    Raises:
        PrincipleError: there is no such code, or GUIDE questions are not asked about it.
    """
    principles = guided_principles(families)
    if principle not in principles:
        raise PrincipleError(principle, families)
    return principles[principle]


def questions_of(
    head_questions: Sequence[Question], code: Code, language: str
) -> list[dict[str, str]]:
    """Return a principle's questions in the order of the templates.

    Each has letter, question (its id), text and probe; the probe is empty where there is none.
    """
    own = {override.id: override for override in code.questions}
    phrase = _phrase(code, language)
    questions = []
    for template in head_questions:
        override = own.get(template.id)
        text = (override and override.text) or template.text
        probe = (override and override.probe) or template.probe or {}
        questions.append(
            {
                "letter": template.letter,
                "question": template.id,
                "text": _filled(text[language], phrase),
                "probe": _filled(probe.get(language, ""), phrase),
            }
        )
    return questions


def _phrase(code: Code, language: str) -> str:
    """Return the principle as it reads inside a sentence; `CV-hjælp` keeps its capitals."""
    if code.phrase:
        return code.phrase[language]
    label = code.label[language]
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _filled(text: str, phrase: str) -> str:
    begun = _FIRST_IN_SENTENCE.sub(lambda found: found[1] + _capitalised(phrase), text)
    return _capitalised(begun.replace(_PLACEHOLDER, phrase))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]

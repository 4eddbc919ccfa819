"""Guides: a question that was pasted from the guide of another principle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo._words import WORD
from icmo.report.checking.chapters import (
    Chapters,
    Finding,
    Segment,
    Shown,
    exhibit_words,
    finding,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.project import Project

_SHORTEST, _ROOT = 6, 7


def check_guides(chapters: Chapters, project: Project, language: str) -> Iterator[Finding]:
    """Find questions in the guide of one principle that ask about another."""
    roots = _roots(project, language)
    labels = {name: label.casefold() for name, (label, _) in roots.items()}
    for text, about, place in _asked(chapters):
        own = next((name for name, label in labels.items() if label in about.casefold()), "")
        if not own:
            continue
        spoken = {
            name
            for name, (_, some) in roots.items()
            if any(word.casefold().startswith(some) for word in WORD.findall(text))
        }
        if spoken and own not in spoken:
            other = roots[min(spoken)][0]
            yield finding(
                "pasted_question", place, principle=roots[own][0], other=other, question=text
            )


def _roots(project: Project, language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each principle's label, and how the words begin that only its label has."""
    labels: dict[str, str] = {}
    asked: set[str] = set()
    for book in project.codebooks.values():
        # What every guide asks, whatever the principle, tells nothing of which it is about.
        asked |= {
            root
            for template in book.question_templates
            for texts in (template.text, template.probe or {})
            for root in _beginnings(texts.get(language, ""))
        }
        for family in book.family_records:
            if family.role == "principle":
                labels |= {code.id: code.label.get(language, code.id) for code in family.codes}
    begin = {name: _beginnings(label) - asked for name, label in labels.items()}
    return {
        name: (
            label,
            tuple(
                root
                for root in sorted(begin[name])
                if not any(root in begin[other] for other in labels if other != name)
            ),
        )
        for name, label in labels.items()
    }


def _beginnings(text: str) -> set[str]:
    """Return how the long words of a text begin."""
    return {word[:_ROOT] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST}


def _asked(chapters: Chapters) -> Iterator[tuple[str, str, Segment | Shown]]:
    """Yield each question of a table or a list, with what it stands under."""
    for segment in chapters.of_kind("cell", "item"):
        if segment.text.endswith("?"):
            yield segment.text, segment.under, segment
    for shown in chapters.shown:
        if shown.kind in ("table", "list") and not shown.payload.get("at"):
            about = str(shown.payload.get("caption") or "")
            for words in exhibit_words(shown):
                if words.rstrip().endswith("?"):
                    yield words, about, shown

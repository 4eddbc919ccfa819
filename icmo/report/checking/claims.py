"""Claims: each with evidence, each treated where it is listed, each in one wording everywhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from icmo._words import WORD
from icmo.report.checking.chapters import (
    Chapters,
    Finding,
    Segment,
    Shown,
    exhibit_words,
    finding,
    levelled,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from icmo.project import Project

#: So near to a known sentence that it was meant to be it.
_NEAR = 0.8
_FEWEST_WORDS = 4
_PREFIX = re.compile(r"^(?:tema|theme|fund|finding)\s*\d*\s*[:.–-]\s*", re.IGNORECASE)


_Place = Segment | Shown


def check_claims(chapters: Chapters, project: Project) -> Iterator[Finding]:
    """Find claims without evidence, evidence without claim, and claims that are only listed."""
    claims, evidence = project.claims(), project.evidence()
    said = _Said(chapters)
    for claim in claims.to_dict("records"):
        text = str(claim["text"])
        place = said.treated(text) or said.listed(text)
        if not claim["passages"]:
            yield finding("claim_without_evidence", place, claim=text)
        elif place is None:
            yield finding("evidence_without_claim", None, claim=text, passages=claim["passages"])
        elif said.treated(text) is None and not _quoted(chapters, _rows(evidence, claim["claim"])):
            yield finding("claim_only_listed", place, claim=text)
    yield from _astray(project, claims, evidence)


def _rows(evidence: pd.DataFrame, target: str) -> pd.DataFrame:
    return evidence[evidence["target"] == target]


def _astray(project: Project, claims: pd.DataFrame, evidence: pd.DataFrame) -> Iterator[Finding]:
    """Yield evidence for what is no longer there."""
    known = {
        "claim": set(claims["claim"]),
        "configuration": set(project.configurations()["configuration"]),
    }
    counts = Counter(
        str(kind)
        for kind, target in zip(evidence["target_kind"], evidence["target"], strict=True)
        if kind in known and target not in known[kind]
    )
    for kind, rows in sorted(counts.items()):
        yield finding("evidence_astray", None, what=kind, rows=rows)


class _Said:
    """Where the report says a sentence: in its text, or only in a list or a table."""

    def __init__(self, chapters: Chapters) -> None:
        own: list[tuple[str, _Place]] = [
            (levelled(one.text), one) for one in chapters.segments if one.kind != "cell"
        ]
        boxes = [one for one in chapters.shown if one.kind in ("prose", "box")]
        self._text: list[tuple[str, _Place]] = [
            *own,
            *((words, one) for one in boxes for words in _words(one)),
        ]
        lists = [one for one in chapters.shown if one.kind in ("list", "table")]
        cells = [(levelled(one.text), one) for one in chapters.of_kind("cell")]
        self._lists: list[tuple[str, _Place]] = [
            *((words, one) for one in lists for words in _words(one)),
            *cells,
        ]

    def treated(self, text: str) -> _Place | None:
        """Return where the text of the report says it; an item of a list is not enough."""
        wanted = levelled(text)
        found = [one for words, one in self._text if wanted in words]
        return next((one for one in found if one.kind != "item"), None)

    def listed(self, text: str) -> _Place | None:
        """Return where it is listed."""
        wanted = levelled(text)
        items = [(words, one) for words, one in self._text if one.kind == "item"]
        return next((one for words, one in (*items, *self._lists) if wanted in words), None)


def _words(shown: Shown) -> list[str]:
    return [levelled(words) for words in exhibit_words(shown)]


def _quoted(chapters: Chapters, rows: pd.DataFrame) -> bool:
    """Say whether words of the evidence are quoted in the report."""
    held = list(zip(rows["document"], rows["start"], rows["end"], strict=True))
    return any(
        at["document"] == document and at["start"] < end and start < at["end"]
        for one in chapters.shown
        if one.kind == "quote"
        for at in one.payload.get("at") or ()
        for document, start, end in held
    )


# ── one wording everywhere ───────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Known:
    """A sentence the project has in one wording."""

    text: str
    level: str
    words: frozenset[str]
    name: str


def check_wording(chapters: Chapters, project: Project, language: str) -> Iterator[Finding]:
    """Find claims and principles that are written in other words than they are stored in."""
    known = list(_known(project, language))
    exact = {one.level for one in known}
    typed = list(_typed(chapters))
    for text, place in typed:
        near = _nearest(text, known, exact)
        if near is not None:
            kind = "claim_in_other_words" if near.name == "claim" else "principle_in_other_words"
            yield finding(kind, place, written=text, stored=near.text)
    yield from _themes_of_chapters(typed, exact, known)


def _known(project: Project, language: str) -> Iterator[_Known]:
    for text in project.claims()["text"]:
        yield _as_known(str(text), "claim")
    for book in project.codebooks.values():
        for family in book.family_records:
            for code in family.codes:
                if family.role == "principle":
                    yield _as_known(_in(code.label, language), "principle")
                    for sentence in sentences(_in(code.definition, language)):
                        yield _as_known(sentence, "principle")


def _in(texts: Any, language: str) -> str:
    known = texts or {}
    return str(known.get(language) or next(iter(known.values()), ""))


def _as_known(text: str, name: str) -> _Known:
    level = levelled(text)
    return _Known(text, level, frozenset(WORD.findall(level)), name)


def _typed(chapters: Chapters) -> Iterator[tuple[str, Segment | Shown]]:
    """Yield what could be a claim or a principle: headings, items, sentences, what boxes say."""
    for one in chapters.segments:
        if one.kind == "quote":
            continue
        for sentence in [one.text] if one.kind == "heading" else sentences(one.text):
            yield _PREFIX.sub("", sentence), one
    for shown in chapters.shown:
        if shown.kind in ("list", "prose", "box"):
            for words in exhibit_words(shown):
                for sentence in sentences(words):
                    yield _PREFIX.sub("", sentence), shown


def _nearest(text: str, known: list[_Known], exact: set[str]) -> _Known | None:
    """Return the sentence that a text was meant to be, where it is not that sentence."""
    level = levelled(text)
    words = frozenset(WORD.findall(level))
    if len(words) < _FEWEST_WORDS or level in exact:
        return None
    for one in known:
        # To be near, two sentences share most of their words; only those are compared in full.
        if len(one.words) < _FEWEST_WORDS or len(words & one.words) * 2 < len(words | one.words):
            continue
        if one.level in level:
            return None
        if SequenceMatcher(None, level, one.level, autojunk=False).ratio() >= _NEAR:
            return one
    return None


def _themes_of_chapters(
    typed: list[tuple[str, Segment | Shown]], exact: set[str], known: list[_Known]
) -> Iterator[Finding]:
    """Yield headings of themes that another chapter words a little differently."""
    headings = [
        (text, place)
        for text, place in typed
        if isinstance(place, Segment) and place.kind == "heading" and place.text != text
    ]
    for text, place in headings:
        own = [_as_known(text, "claim")]
        if levelled(text) in exact or _nearest(text, known, exact) is not None:
            continue
        for other, elsewhere in typed:
            if elsewhere is not place and _nearest(other, own, {own[0].level}) is not None:
                yield finding("claim_in_other_words", elsewhere, written=other, stored=text)

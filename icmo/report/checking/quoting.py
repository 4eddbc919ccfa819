"""Quotes: what is printed as said must stand in a transcript, and stand in the report once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo._frames import make_frame
from icmo.report.checking.chapters import (
    Chapters,
    Finding,
    Segment,
    Shown,
    finding,
    levelled,
    read_chapters,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from nbformat import NotebookNode

    from icmo.project import Project

_REGISTER = ("notebook", "cell", "kind", "speaker", "document", "start", "end", "text", "times")
#: Shorter than this, words in quotation marks are a term or a title.
_FEWEST_WORDS = 6
#: How much of what an author typed is told again, so that she finds it.
_TOLD = 5
_IN_MARKS = re.compile(r"[»”“„]([^»«”“„]{20,}?)[«”“]|\"([^\"]{20,}?)\"")
#: Where a quote was cut, or a word was explained, or one turn ends and the next begins.
_CUTS = re.compile(r"\[[^\]]*\]|…|\.\.\.| - ")
_TYPED_TAG = "typed-quotes"


def quote_register(notebooks: Mapping[str, NotebookNode]) -> pd.DataFrame:
    """Return which quotes are used where.

    Args:
        notebooks: executed chapters, by their names.

    Returns:
        A frame with the columns notebook, cell, kind (quote, or box where it stands in one),
        speaker, document, start, end, text, and times: in how many places of the report words of
        this passage are quoted.
    """
    rows = [
        {
            "notebook": shown.notebook,
            "cell": shown.cell,
            "kind": "box" if shown.inside else "quote",
            "speaker": shown.payload.get("speaker", ""),
            "text": shown.payload.get("text", ""),
            **at,
        }
        for shown in _quotes(read_chapters(notebooks))
        for at in shown.payload.get("at") or ()
    ]
    for row in rows:
        row["times"] = sum(_overlap(row, other) for other in rows)
    return make_frame(rows, _REGISTER, numbers=("cell", "start", "end", "times"))


def _quotes(chapters: Chapters) -> Iterator[Shown]:
    return (one for one in chapters.shown if one.kind == "quote")


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(
        one["document"] == other["document"]
        and one["start"] < other["end"]
        and other["start"] < one["end"]
    )


def check_repeated(chapters: Chapters) -> Iterator[Finding]:
    """Find quotes whose words are quoted in another place before."""
    before: list[tuple[Mapping[str, Any], Shown]] = []
    for shown in _quotes(chapters):
        for at in shown.payload.get("at") or ():
            first = next((other for one, other in before if _overlap(at, one)), None)
            if first is not None:
                where = f"{first.notebook} [{first.cell}]"
                yield finding("quote_twice", shown, place=where, speaker=_speaker(shown))
            before.append((at, shown))


def check_quotes(chapters: Chapters, project: Project) -> Iterator[Finding]:
    """Find quotes that stand in no transcript, or no longer in theirs; no words of people are told."""
    documents = list(project.documents()["document"])
    texts = {document: levelled(project.text(document)) for document in documents}
    for shown in chapters.shown:
        yield from _shown_quotes(shown, texts)
    known = {levelled(text) for text in project.claims()["text"]}
    known |= {levelled(text) for text in project.questions()["text"]}
    for segment in chapters.segments:
        if _TYPED_TAG in segment.tags or segment.cited:
            continue
        for words in _typed_quotes(segment):
            if levelled(words) not in known and not _stands(words, texts.values()):
                yield finding("quote_not_said", segment, words=_beginning(words))


def _shown_quotes(shown: Shown, texts: Mapping[str, str]) -> Iterator[Finding]:
    if shown.kind == "quote":
        at = shown.payload.get("at") or ()
        own = [texts[one["document"]] for one in at if one["document"] in texts]
        if not _stands(str(shown.payload["text"]), own if at else texts.values()):
            kind = "quote_changed" if at else "quote_not_said"
            told = (
                {"speaker": _speaker(shown)} if at else {"words": _beginning(shown.payload["text"])}
            )
            yield finding(kind, shown, **told)
    for number, passage in enumerate(shown.payload.get("passages") or (), 1):
        own = [
            texts[one["document"]] for one in passage.get("at") or () if one["document"] in texts
        ]
        if passage.get("at") and not _stands(str(passage["text"]), own):
            yield finding("passage_changed", shown, number=number)
    rows, places = shown.payload.get("rows") or (), shown.payload.get("at") or ()
    if shown.kind == "table" and len(rows) == len(places):
        for number, (row, one) in enumerate(zip(rows, places, strict=True), 1):
            own = [texts[one["document"]]] if one["document"] in texts else []
            if not any(_stands(str(cell), own) for cell in row if len(str(cell)) > _TOLD):
                yield finding("passage_changed", shown, number=number)


def _typed_quotes(segment: Segment) -> Iterator[str]:
    """Yield what an author typed as somebody's words."""
    if segment.kind == "quote":
        words = re.split(r"\s[—–]\s", segment.typed)[0].strip("»«”“\"' ")
        if len(words.split()) >= _FEWEST_WORDS:
            yield words
        return
    for pair in _IN_MARKS.findall(segment.typed):
        words = next(filter(None, pair))
        if len(words.split()) >= _FEWEST_WORDS:
            yield words


def _stands(words: str, texts: Any) -> bool:
    """Say whether the parts of a quote stand in one text, one after the other."""
    parts = [part.strip(" .,;:!?'-") for part in _CUTS.split(levelled(words))]
    parts = [part for part in parts if part]
    for text in texts:
        at = 0
        for part in parts:
            found = text.find(part, at)
            if found < 0:
                break
            at = found + len(part)
        else:
            return True
    return False


def _beginning(words: object) -> str:
    """Return the first words of what an author typed."""
    return " ".join(str(words).split()[:_TOLD])


def _speaker(shown: Shown) -> str:
    return str(shown.payload.get("speaker") or "…")

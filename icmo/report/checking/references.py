"""References: none that leads nowhere, none typed by hand, and no figure the text passes over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from icmo.report.checking.chapters import Chapters, Finding, Shown, finding, sentences
from icmo.report.prose import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\s?[.]\s?\d{1,2}|\s\d{1,2})+\.?|\d{1,2}\.)\s"
    r"|^(?:bilag|kapitel|afsnit|appendix|chapter|section)\s+\d",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"\b(?:figur|tabel|model|afsnit|kapitel|bilag|figure|table|section|chapter|appendix)\s+\d+(?:\.\d+)*",
    re.IGNORECASE,
)


def check_references(chapters: Chapters) -> Iterator[Finding]:
    """Find references that lead nowhere or are typed, and headings that number themselves."""
    labels = {str(one.payload["label"]) for one in chapters.shown if one.payload.get("label")}
    labels |= chapters.labels
    slugs = {slug(one.text) for one in chapters.of_kind("heading")}
    for segment in chapters.segments:
        for label in segment.references:
            if unquote(label) not in labels and slug(label) not in slugs:
                yield finding("broken_reference", segment, label=label)
        if segment.kind == "heading" and _NUMBERED.search(segment.typed):
            yield finding("numbered_heading", segment, heading=segment.text)
        elif segment.kind in ("paragraph", "item", "cell"):
            for sentence in sentences(segment.typed):
                if not segment.cited and (found := _TYPED.search(sentence)):
                    yield finding("typed_reference", segment, reference=found[0])


def check_figures(chapters: Chapters) -> Iterator[Finding]:
    """Find figures that the text never refers to."""
    referred = {unquote(label) for one in chapters.segments for label in one.references}
    for shown in chapters.shown:
        if shown.kind != "figure" or shown.inside:
            continue
        label = str(shown.payload.get("label") or "")
        if label not in referred:
            yield finding("figure_not_mentioned", shown, figure=_called(shown))


def _called(shown: Shown) -> str:
    return str(shown.payload.get("caption") or shown.payload.get("label") or "…")

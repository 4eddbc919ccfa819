"""Numbers of chapters, figures and tables, and where a reference leads: the same in every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.report.manuscript import (
    Box,
    Exhibit,
    Heading,
    Reference,
    ReportError,
    Words,
    all_blocks,
    all_pieces,
    lines_of,
    plain,
)
from icmo.report.prose import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.report.manuscript import Block, Chapter, Manuscript

_DEEPEST_NUMBERED = 3
SERIES = ("figure", "table", "model")


@dataclass(frozen=True)
class Numbered:
    """A place of the report that can be referred to.

    `number` stands before its heading or caption, `words` is what a reference to it says.
    """

    anchor: str
    number: str
    words: str
    notebook: str


class Numbers:
    """Knows the number and the anchor of every heading and exhibit of a manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._language = manuscript.title.language
        self._single = manuscript.single
        self._numbered: dict[int, Numbered] = {}
        self._labels: dict[str, list[Numbered]] = {}
        self._counts: Counter[str] = Counter()
        for chapter in manuscript.chapters:
            self._chapter(chapter)
        self._references = list(_references(manuscript))
        for reference in self._references:
            self.target(reference)

    def of(self, block: Block) -> Numbered:
        """Return the number and anchor of a heading or an exhibit."""
        return self._numbered[id(block)]

    def target(self, reference: Reference) -> Numbered | None:
        """Return where a reference leads; nothing where its place is in another chapter's file."""
        found = self._labels.get(reference.label, [])
        own = [one for one in found if one.notebook == reference.place.notebook]
        where = {"notebook": reference.place.notebook, "cell": reference.place.cell}
        if len(found) > 1 and len(own) != 1:
            raise ReportError(say("report.label_twice", label=reference.label, **where))
        if not found and not self._single:
            raise ReportError(say("report.label", label=reference.label, **where))
        return next(iter(own or found), None)

    def to_passages(self, exhibit: Exhibit) -> Reference:
        """Return the way from an exhibit to its passages in the annex."""
        words = (Words(say("report.see_passages", self._language)),)
        return Reference(passages_slug(self.of(exhibit)), words, exhibit.place)

    def _chapter(self, chapter: Chapter) -> None:
        sections = [0] * _DEEPEST_NUMBERED
        for block in all_blocks(chapter.blocks):
            match block:
                case Heading():
                    self._heading(block, chapter, sections)
                case Exhibit():
                    self._exhibit(block, chapter)
                case _:
                    pass

    def _heading(self, heading: Heading, chapter: Chapter, sections: list[int]) -> None:
        number = ""
        if heading.level == 1 and not self._single:
            sections[:] = [0] * len(sections)
            if chapter.kind != "plain":
                self._counts[chapter.kind] += 1
                sections[0] = self._counts[chapter.kind]
                number = str(sections[0])
        elif heading.level <= _DEEPEST_NUMBERED and sections[0] and chapter.kind == "numbered":
            sections[heading.level - 1] += 1
            sections[heading.level :] = [0] * (len(sections) - heading.level)
            number = ".".join(map(str, sections[: heading.level]))
        kind = "section"
        if heading.level == 1:
            kind = "appendix" if chapter.kind == "appendix" else "chapter"
        if kind == "appendix" and number:
            number = say("report.appendix", self._language, number=number)
        words = (
            say(f"report.ref_{kind}", self._language, number=number)
            if number
            else f"»{plain(heading.line)}«"
        )
        self._add(heading, heading.slug, number, words, chapter)

    def _exhibit(self, exhibit: Exhibit, chapter: Chapter) -> None:
        number, words = "", exhibit.caption
        if exhibit.caption and exhibit.series in SERIES:
            self._counts[exhibit.series] += 1
            name = say(f"report.{exhibit.series}", self._language)
            number = str(self._counts[exhibit.series])
            words = f"{name} {number}"
        elif isinstance(exhibit.inside, Box):
            words = f"»{exhibit.inside.title}«"
        label = slug(exhibit.label)
        if label in self._labels and any(
            one.anchor.startswith("x-") for one in self._labels[label]
        ):
            where = {"notebook": exhibit.place.notebook, "cell": exhibit.place.cell}
            raise ReportError(say("report.label_used", label=exhibit.label, **where))
        self._add(exhibit, label, number, words, chapter)

    def _add(self, block: Block, label: str, number: str, words: str, chapter: Chapter) -> None:
        letter = "h" if isinstance(block, Heading) else "x"
        self._counts["anchor"] += 1
        one = Numbered(f"{letter}-{self._counts['anchor']}", number, words, chapter.notebook)
        self._numbered[id(block)] = one
        if label:
            self._labels.setdefault(label, []).append(one)


def passages_slug(numbered: Numbered) -> str:
    """Return the label of the passages behind an exhibit."""
    return slug(f"passages-{numbered.anchor}")


def _references(manuscript: Manuscript) -> Iterator[Reference]:
    for block in manuscript.blocks():
        for line in lines_of(block):
            for piece in all_pieces(line):
                if isinstance(piece, Reference):
                    yield piece

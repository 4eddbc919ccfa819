"""The annex with the passages behind the exhibits that ask for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.report.manuscript import Chapter, Exhibit, Heading, Table, line_of
from icmo.report.numbering import Numbers, passages_slug
from icmo.report.prose import slug

if TYPE_CHECKING:
    from icmo.report.manuscript import Block, Manuscript

_WIDTHS = (1.0, 3.4, 2.2, 9.0)


def with_passages(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript with the annex that its exhibits ask for."""
    asking = [
        block for block in manuscript.blocks() if isinstance(block, Exhibit) and block.passages
    ]
    if not asking:
        return manuscript
    # A number of an annex at the end changes no number before it.
    numbers = Numbers(manuscript)
    language = manuscript.title.language
    title = say("report.passages", language)
    blocks: list[Block] = [Heading(1, line_of(title), slug(title))]
    for exhibit in asking:
        known = numbers.of(exhibit)
        words = f"{known.words}. {exhibit.caption}" if known.number else known.words
        blocks.append(Heading(2, line_of(words), passages_slug(known)))
        blocks.append(_table(exhibit, language))
    annex = Chapter("", "appendix", tuple(blocks))
    return replace(manuscript, chapters=(*manuscript.chapters, annex))


def _table(exhibit: Exhibit, language: str) -> Table:
    head = tuple(
        line_of(say(f"report.passage_{part}", language))
        for part in ("number", "place", "speaker", "text")
    )
    rows = tuple(
        tuple(map(line_of, (one.number, one.place, one.speaker, one.text)))
        for one in exhibit.passages
    )
    return Table((head,), rows, (False,) * len(head), widths=_WIDTHS)

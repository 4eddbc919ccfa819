"""Paragraphs: put together from what a reader finds, found again in a text, joined and split."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icmo.documents.records import Content, Document, Marks, refusal
from icmo.documents.turns import find_paragraphs, find_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as a reader finds it.

    Attributes:
        bold: how many characters at its beginning are bold.
        before: what divides it from the paragraph above: a blank line, or in a table less.
    """

    text: str
    heading: bool = False
    bold: int = 0
    before: str = "\n\n"


def make_paragraph(
    runs: Iterable[tuple[str, bool]], heading: bool = False, before: str = "\n\n"
) -> Paragraph:
    """Put runs of text, each bold or not, together to a paragraph."""
    text, bold, still = "", 0, True
    for piece, is_bold in runs:
        still = still and (is_bold or not piece.strip())
        text += piece
        if still and is_bold:
            bold = len(text)
    return Paragraph(text, heading, bold, before)


def make_table(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> list[Paragraph]:
    """Put a table's cells side by side with tabs between, its rows on lines of their own."""
    table: list[Paragraph] = []
    for row in rows:
        for number, cell in enumerate(row):
            for line, paragraph in enumerate(_without_blanks(cell)):
                before = "\n" if line or not number else "\t"
                table.append(replace(paragraph, before=before))
    if table:
        table[0] = replace(table[0], before="\n\n")
    return table


def _without_blanks(cell: Sequence[Paragraph]) -> list[Paragraph]:
    """A cell without the empty paragraphs at its end, which Word puts below a table in it."""
    kept = list(cell) or [Paragraph("")]
    while len(kept) > 1 and not kept[-1].text.strip():
        kept.pop()
    return kept


def make_lines(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> list[Paragraph]:
    """Put a table that stands in a cell together to lines: a row each, tabs between its cells."""
    return [
        Paragraph("\t".join("\n".join(one.text for one in _without_blanks(cell)) for cell in row))
        for row in rows
    ]


def assemble(paragraphs: Iterable[Paragraph], remarks: Sequence[str] = ()) -> Content:
    """Put paragraphs together to a text that knows where they begin."""
    pieces: list[str] = []
    headings: dict[int, int] = {}
    bold: dict[int, int] = {}
    starts: set[int] = set()
    place = 0
    for paragraph in paragraphs:
        if pieces:
            pieces.append(paragraph.before)
            place += len(paragraph.before)
        written = paragraph.text.strip()
        start = place + len(paragraph.text) - len(paragraph.text.lstrip())
        if written and (paragraph.before != "\t" or not pieces):
            starts.add(start)
            if paragraph.heading and paragraph.before == "\n\n":
                headings[start] = start + len(written)
            elif place + paragraph.bold > start:
                bold[start] = place + paragraph.bold
        pieces.append(paragraph.text)
        place += len(paragraph.text)
    marks = Marks(headings=headings, bold=bold, starts=frozenset(starts))
    return Content("".join(pieces), marks, tuple(remarks))


def joined(document: Document, n: int) -> Document:
    """Join guessed paragraph number n, counted from 0, with the next.

    Raises:
        DocumentError: the paragraphs are no guess, or there is no such pair.
    """
    paragraphs = _guessed_paragraphs(document)
    if not 0 <= n < len(paragraphs) - 1:
        raise refusal(document.name, "document.no_pair", number=n, count=len(paragraphs))
    end, start = paragraphs[n][1], paragraphs[n + 1][0]
    return _with_breaks(document, end, start, 1)


def split(document: Document, at: int) -> Document:
    """Split a guessed paragraph at an offset of the text.

    Raises:
        DocumentError: the paragraphs are no guess, or the offset is not inside one.
    """
    paragraphs = _guessed_paragraphs(document)
    number = bisect_right(paragraphs, (at, len(document.text))) - 1
    start, end = paragraphs[number] if number >= 0 else (0, 0)
    if not start < at < end:
        raise refusal(document.name, "document.no_split", at=at)
    before = at - len(document.text[start:at]) + len(document.text[start:at].rstrip())
    after = at + len(document.text[at:end]) - len(document.text[at:end].lstrip())
    return _with_breaks(document, before, after, 2, at)


def _guessed_paragraphs(document: Document) -> list[tuple[int, int]]:
    if not document.guessed:
        raise refusal(document.name, "document.not_guessed")
    return find_paragraphs(document.text)


def _with_breaks(
    document: Document, start: int, end: int, breaks: int, at: int | None = None
) -> Document:
    """Write that many line breaks in the white space from start to end, and nothing else."""
    gap = document.text[start:end]
    first = gap.find("\n") if "\n" in gap else (at if at is not None else end) - start
    new = gap[:first].replace("\n", "") + "\n" * breaks + gap[first:].replace("\n", "")
    text = document.text[:start] + new + document.text[end:]
    longer = len(text) - len(document.text)
    headings = {
        turn.start + (longer if turn.start >= end else 0): turn.end
        + (longer if turn.end >= end else 0)
        for turn in document.turns
        if turn.kind == "heading" and not turn.start < start < turn.end
    }
    return replace(document, text=text, turns=find_turns(text, Marks(headings=headings)))

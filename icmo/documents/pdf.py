"""PDF: lines at places on pages, of which the paragraphs have to be guessed."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.files import MEGABYTE, read_bytes
from icmo.documents.records import Content, Marks, counted, refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_DIGITS = re.compile(r"\d+")
#: A gap this much larger than the usual one divides paragraphs.
_WIDER = 1.25
#: Letters this much larger than the usual ones are a heading's.
_LARGER = 1.15
#: A line this much shorter than the usual one is the last of its paragraph.
_SHORTER = 0.6
#: A gap is frequent when at least one in so many is like it.
_RARE = 12
#: The same words at the same place on so many pages are the page's, not the text's.
_PAGES = 3
#: The text of an interview has some thousand pages at most.
_LONGEST = 64 * MEGABYTE


@dataclass
class Line:
    """One line of a page: where it begins, counted from below and from the left, and how large."""

    text: str
    x: float
    y: float
    size: float
    page: int


def read_pdf(file: Path) -> Content:
    """Read the text layer of a PDF; its lines are kept as lines, its paragraphs guessed.

    What stands at the same place of most pages is left out and counted. A hyphen at the end of
    a line stays.

    Raises:
        DocumentError: the file is damaged or locked, or its pages are pictures.
    """
    data = read_bytes(file)
    if not data.strip():
        raise refusal(file, "document.empty")
    pages, pictures = _read(file, data)
    if not any(pages):
        raise refusal(file, "document.scanned" if pictures else "document.empty")
    counts: Counter[str] = Counter()
    kept, counts["remark.margins"] = _without_margins(pages)
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    remarks = [f"{file.name}: {say('remark.guessed')}", *counted(file, counts)]
    if empty:
        remarks.append(f"{file.name}: {say('remark.pages', pages=', '.join(empty))}")
    text, headings = _assembled([line for lines in kept for line in lines])
    return Content(text, Marks(headings=headings), tuple(remarks), guessed=True)


def _read(file: Path, data: bytes) -> tuple[list[list[Line]], bool]:
    """Return the lines of each page, and whether there are pictures."""
    import pypdf

    # What pypdf thinks of the file's small faults is nothing the evaluator can mend.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        # A file that may be read by all, but not printed, opens with the empty password.
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else list(reader.pages)
        found = [_lines(page, number) for number, page in enumerate(pages)]
        pictures = any("/XObject" in (page.get("/Resources") or {}) for page in pages)
    except pypdf.errors.DependencyError:  # locked in a way that needs more than pypdf
        locked, found, pictures = True, [], False
    except Exception as error:  # pypdf lets through whatever a damaged file makes Python raise
        if isinstance(error, MemoryError):
            raise
        raise refusal(file, "document.damaged", suffix=file.suffix) from None
    if locked:
        raise refusal(file, "document.locked")
    if sum(len(line.text) for lines in found for line in lines) > _LONGEST:
        raise refusal(file, "document.packed", limit=_LONGEST // MEGABYTE)
    return found, pictures


def _lines(page: Any, number: int) -> list[Line]:
    lines: list[Line] = []
    fresh = True

    def visit(
        text: str, matrix: Sequence[float], place: Sequence[float], _font: Any, size: float
    ) -> None:
        nonlocal fresh
        for part in re.split(r"(\n)", text):
            if part == "\n":
                fresh = True
            elif part and fresh and part.strip():
                x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
                y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
                scale = abs(place[3] * matrix[3]) or 1.0
                lines.append(Line(part, x, y, float(size) * scale, number))
                fresh = False
            elif part and not fresh:
                lines[-1].text += part

    page.extract_text(visitor_text=visit)
    for line in lines:
        line.text = line.text.replace("\r", " ").replace("\0", "")
    return [line for line in lines if line.text.strip()]


def _usual(values: Sequence[float]) -> float:
    """The most frequent of some lengths; the smallest of several."""
    counts = Counter(round(value * 2) / 2 for value in values)
    return min(counts, key=lambda value: (-counts[value], value), default=0.0)


def _usual_gap(lines: Sequence[Line]) -> float:
    """The gap between the lines of a paragraph: the smallest of those that are frequent.

    The most frequent would not do: an interview may have more paragraphs than second lines.
    """
    gaps = [
        round((above.y - below.y) * 2) / 2
        for above, below in pairwise(lines)
        if above.page == below.page and above.y - below.y > 1
    ]
    counts = Counter(gaps)
    return min((gap for gap in counts if counts[gap] * _RARE >= len(gaps)), default=0.0)


def _without_margins(pages: list[list[Line]]) -> tuple[list[list[Line]], int]:
    """Leave out the lines above and below the text that are certainly not part of it.

    Certain is: the same words, or with a number that rises from page to page, at the same
    height of more than half the pages, and apart from the text.
    """
    gap = _usual_gap([line for lines in pages for line in lines])
    kept, count = pages, 0
    while True:
        edges: dict[tuple[bool, int, str], list[Line]] = {}
        for lines in kept:
            for top in (True, False):
                edge = _edge(lines, gap, top)
                if edge:
                    words = _DIGITS.sub("#", edge.text.strip())
                    edges.setdefault((top, round(edge.y), words), []).append(edge)
        margins = {id(line) for found in edges.values() if _certain(found, pages) for line in found}
        if not margins:
            return kept, count
        count += len(margins)
        kept = [[line for line in lines if id(line) not in margins] for lines in kept]


def _edge(lines: list[Line], gap: float, top: bool) -> Line | None:
    """The highest or lowest line of a page, where it stands apart from the others."""
    ordered = sorted(lines, key=lambda line: -line.y if top else line.y)
    if not ordered:
        return None
    apart = len(ordered) == 1 or abs(ordered[0].y - ordered[1].y) > gap * _WIDER
    return ordered[0] if apart else None


def _certain(found: list[Line], pages: list[list[Line]]) -> bool:
    written = sum(1 for lines in pages if lines)
    if len(found) < _PAGES or len(found) * 2 <= written:
        return False
    numbers = [_DIGITS.findall(line.text) for line in found]
    columns = list(zip(*numbers, strict=True))
    return all(_same_or_rising([int(number[:9]) for number in column]) for column in columns)


def _same_or_rising(numbers: list[int]) -> bool:
    pairs = list(pairwise(numbers))
    return all(a == b for a, b in pairs) or all(a < b for a, b in pairs)


def _assembled(lines: list[Line]) -> tuple[str, dict[int, int]]:
    """Put lines together: a blank line where a paragraph is guessed to end."""
    gap, size = _usual_gap(lines), _usual([line.size for line in lines for _ in line.text])
    left = _usual([line.x for line in lines])
    longest = sorted(len(line.text) for line in lines)[len(lines) * 3 // 4]
    text = ""
    headings: dict[int, int] = {}
    open_heading = -1
    for place, line in enumerate(lines):
        above = lines[place - 1] if place else None
        apart = above is not None and _apart(above, line, gap, left, longest)
        if above is not None:
            text += "\n\n" if apart else "\n"
        start = len(text) + len(line.text) - len(line.text.lstrip())
        text += line.text
        if size and line.size > size * _LARGER:
            open_heading = start if apart or open_heading < 0 else open_heading
            headings[open_heading] = len(text.rstrip())
        else:
            open_heading = -1
    return text, headings


def _apart(above: Line, line: Line, gap: float, left: float, longest: int) -> bool:
    """Whether a new paragraph is guessed to begin with a line."""
    if abs(above.size - line.size) > 1:
        return True
    ended = bool(_SENTENCE_END.search(above.text))
    distance = above.y - line.y
    if above.page != line.page or distance < 0:
        return ended  # on a new page or in a new column no gap tells
    if gap and distance > gap * _WIDER:
        return True
    indented = line.x > left + line.size * 0.8 and abs(above.x - left) < 1
    return ended and (indented or len(above.text.strip()) < longest * _SHORTER)

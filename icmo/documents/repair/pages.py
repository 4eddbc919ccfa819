"""What pages leave in a text: running headers, page numbers, page breaks, lost bullets."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n\f]*")
NUMBER = re.compile(
    r"^[ \t]*(?:(?:side|s|page|p)\.?[ \t]*\d{1,3}(?:[ \t]*(?:/|af|of)[ \t]*\d{1,3})?"
    r"|\d{1,3}[ \t]*(?:/|af)[ \t]*\d{1,3})[ \t]*\n",
    re.IGNORECASE | re.MULTILINE,
)
FEED = re.compile(r"(\n?)\f[ \t]?")
LEADING = re.compile(r"(?<=[^\s])[ \t]*\n (?=[^\s•–\-])")
BULLET = re.compile(r"^[ \t]*([«»*¢=])(?= [^\W\d_])", re.MULTILINE)
#: A header is repeated on this many pages at least, and is at least this long.
REPEATED, HEADER_LENGTH = 3, 15


def find_running_headers(text: str) -> Iterator[Proposal]:
    """Propose to take out lines that are repeated where pages begin.

    Without a trace of a page (a form feed or the single leading space it leaves) a repeated line
    may be an answer or a label, and is left alone.
    """
    starts = [match.end() for match in re.finditer(r"\f[ \t]*|(?:^|(?<=\n)) (?=\S)", text)]
    lines = [(place, LINE.match(text, place)) for place in starts]
    found = [(place, line.group()) for place, line in lines if line]
    keys = Counter(_key(line) for _, line in found)
    everywhere = Counter(_key(line) for line in re.split(r"[\n\f]", text))
    for place, line in found:
        key = _key(line)
        ends_sentence = line.rstrip().endswith((".", "?", "!", ":", ",", "-"))
        if everywhere[key] > keys[key] or line.lstrip().startswith(("[", "(")):
            continue
        if keys[key] >= REPEATED and len(key) >= HEADER_LENGTH and not ends_sentence:
            end = place + len(line)
            end += text[end : end + 1] == "\n"
            yield Proposal(place, end, text[place:end], "", "running_header", 0.75, safe=False)


def _key(line: str) -> str:
    return re.sub(r"[\d\s|/.–-]+", " ", line).strip().lower()


def find_page_numbers(text: str) -> Iterator[Proposal]:
    """Propose to take out lines that hold only a page's number."""
    found = list(NUMBER.finditer(text))
    for match in found:
        confidence = 0.8 if len(found) > 1 or "/" in match.group() else 0.6
        yield Proposal(*match.span(), match.group(), "", "page_number", confidence, safe=False)


def find_page_breaks(text: str) -> Iterator[Proposal]:
    """Propose a line end for a form feed, and nothing for the space a page break leaves."""
    for match in FEED.finditer(text):
        after = "" if match.end() == len(text) else "\n"
        yield Proposal(*match.span(), match.group(), after, "page_break", 0.97, safe=True)
    for match in LEADING.finditer(text):
        place = match.end() - 1
        if text[place + 1].islower():
            yield Proposal(place, place + 1, " ", "", "page_break", 0.6, safe=False)


def find_bullets(text: str) -> Iterator[Proposal]:
    """Propose a bullet where a reading machine saw another sign at the start of several lines."""
    found = list(BULLET.finditer(text))
    kinds = {match[1] for match in found}
    for match in found:
        confidence = 0.7 if len(kinds) > 1 else 0.3
        yield Proposal(*match.span(1), match[1], "•", "bullet", confidence, safe=False)

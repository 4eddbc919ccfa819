"""What no rule found but a person should look at: capitals in the sentence, and digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.context import FUNCTION_WORDS, SAYING
from icmo.documents.pseudonyms.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo.documents.pseudonyms.finding import Find
    from icmo.documents.pseudonyms.tokens import Token

DIGITS = re.compile(r"\S*\d\S*")
EDGES = ".,;:!?()[]{}\"'”»“„’…"
AROUND = 40


@dataclass(frozen=True)
class Leftover:
    """A word or number that nothing found, in its surroundings."""

    start: int
    end: int
    text: str
    #: `capital`, `digits`, `looks like a name`
    why: str
    before: str
    after: str

    def __repr__(self) -> str:
        """Show the place and the reason, never the words."""
        return f"<leftover {self.start}:{self.end} {self.why}>"


def leftovers(text: str, finds: Iterable[Find]) -> list[Leftover]:
    """List every remaining word with a capital inside a sentence or with a digit, in order.

    Also words in any case that are spelt like a name found elsewhere in the text, and first words
    of a sentence that act like a person: these a person must settle as well.
    """
    finds = list(finds)
    held = [(find.start, find.end) for find in finds]
    spelt = {
        word.lower()
        for find in finds
        if find.kind == "person"
        for word in re.split(r"[\s-]+", find.text)
    }
    remaining: dict[tuple[int, int], str] = {}
    for match in DIGITS.finditer(text):
        start, end = _inside(match)
        remaining[start, end] = "digits"
    tokens = tokens_of(text)
    for number, token in enumerate(tokens):
        why = _why(tokens, number, spelt)
        if why and not any(start <= token.start < end for start, end in remaining):
            remaining[token.start, token.end] = why
    covered = sorted(held)
    return [
        Leftover(
            start,
            end,
            text[start:end],
            why,
            text[max(0, start - AROUND) : start],
            text[end : end + AROUND],
        )
        for (start, end), why in sorted(remaining.items())
        if not any(begin < end and start < stop for begin, stop in covered)
    ]


def _inside(match: re.Match[str]) -> tuple[int, int]:
    written = match.group()
    start = match.start() + len(written) - len(written.lstrip(EDGES))
    return start, match.end() - (len(written) - len(written.rstrip(EDGES)))


def _why(tokens: list[Token], number: int, spelt: set[str]) -> str:
    token = tokens[number]
    stems = {stem.lower() for stem in names.stems(token.text)}
    if stems & spelt and (token.capital or token.low not in FUNCTION_WORDS):
        return "looks like a name"
    if not token.capital:
        return ""
    if not token.initial:
        # "I" in the middle of a sentence is the pronoun, every time.
        return "" if token.text == "I" else "capital"
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    if token.low in FUNCTION_WORDS or token.text in names.ordinary():
        return ""
    acts = following in SAYING or bool(names.first_name(token.text))
    return "looks like a name" if acts else ""

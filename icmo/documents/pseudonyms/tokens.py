"""The words of a text, and whether a capital says anything where they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from icmo.documents.pseudonyms.context import FUNCTION_WORDS

#: Letters with their combining marks, so that both normal forms are the same words.
LETTER = "[^\\W\\d_][\u0300-\u036f]*"
WORD = re.compile(rf"(?:{LETTER})+(?:[-'’](?:{LETTER})+)*['’]?")
SENTENCE_END = re.compile(r"(?:^|[.!?…:]|\n\s*\n|[\"”»“„(\[])[\s\"”»“„'’(\[–—-]*$")
ENDED_LINE = re.compile(r"[.!?…:\"”»)\]]\s*\n\s*$")
ABBREVIATION = re.compile(
    r"(?:\b(?:fx|f\.eks|bl\.a|ca|dvs|evt|inkl|mht|pga|osv|jf|kl|nr|hr|dr|[A-ZÆØÅ])\.)\s*$"
)


@dataclass(frozen=True)
class Token:
    """A word of the text and what its place says of it."""

    start: int
    end: int
    text: str
    #: it begins a sentence, so its capital says nothing
    initial: bool

    @property
    def low(self) -> str:
        """The word in lower case, without the genitive's apostrophe."""
        return unicodedata.normalize("NFC", self.text).lower().rstrip("'’")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper() or bool(re.search(r"-[^\W\d_a-zæøå]", self.text))


def tokens_of(text: str) -> list[Token]:
    """Split a text into its words."""
    return [
        Token(
            match.start(), match.end(), match.group(), _begins(text, match.start(), match.group())
        )
        for match in WORD.finditer(text)
    ]


def _begins(text: str, place: int, word: str) -> bool:
    before = text[max(0, place - 24) : place]
    if ABBREVIATION.search(before) and word.lower() not in FUNCTION_WORDS:
        return False
    if place < len(before) + 1 and not before.strip():
        return True
    # A line that ends without a stop is a broken line, not the end of a sentence.
    return bool(SENTENCE_END.search(before) or ENDED_LINE.search(before))


def gap_between(text: str, left: Token, right: Token) -> str:
    """Return what stands between two words."""
    return text[left.end : right.start]

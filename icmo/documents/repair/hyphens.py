"""Words that a line end has cut: where the hyphen goes, and where it belongs to the word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.repair.lexicon import danish
from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

CUT = re.compile(r"(?<![\w-])([\w][\w-]*?)-([ \t]*\n\s*)([^\W_][\w-]*)")
INSIDE = re.compile(r"(?<![\w-])([a-zæøå]{3,})-([a-zæøå]{3,})(?![\w-])")
#: After these words the hyphen stands for the end of a later word: vejlednings- og …
SUSPENDED = frozenset("og eller samt men til henholdsvis hhv såvel kontra".split())
#: These always keep their hyphen.
PREFIXES = frozenset({"ikke", "non", "eks", "ex"})
#: Words inside a chain: en-til-en, mund-til-mund, dag-til-dag.
CHAINED = frozenset("til på i for og af ved".split())
CHAIN = re.compile(r"(?:til|på|i|for|og|af|ved)-\w", re.IGNORECASE)
#: A word this common (log10) may stand before a dash in speech that was broken off.
VERY_COMMON = -3.6
WORDLIKE = -9.5


def find_line_hyphens(text: str) -> Iterator[Proposal]:
    """Propose how to join words that were cut at the end of a line."""
    low = text.lower()
    for match in CUT.finditer(text):
        left, gap, right = match.groups()
        hyphen = match.end(1)
        blank = gap.count("\n") > 1
        keeps, confidence, safe = _verdict(left, right, low, blank=blank)
        if confidence < 0.2:  # noqa: PLR2004
            continue
        start, end = (hyphen + 1 if keeps else hyphen), match.start(3)
        rule = "kept_hyphen" if keeps else "line_hyphen"
        yield Proposal(start, end, text[start:end], "", rule, confidence, safe)
    yield from _left_inside(text)


def _verdict(left: str, right: str, low: str, *, blank: bool) -> tuple[bool, float, bool]:
    """Say whether the hyphen stays, how sure that is, and whether it is safe."""
    piece = left.rsplit("-", 1)[-1]
    shouting = piece.isupper() and right.isupper() and len(piece) > 1
    if right.lower() in SUSPENDED:
        return False, 0.0, False
    if right[0].isdigit() or (right[0].isupper() and not shouting):
        # a double name, or speech that was broken off before the next speaker
        named = left[:1].isupper() and right[0].isupper() and not blank
        return True, 0.7 if named else 0.0, False
    if not shouting:
        acronym = sum(sign.isupper() for sign in piece) > 1
        if piece.isdigit() or acronym or (len(piece) == 1 and not blank):
            return True, 0.95, not blank and len(piece) > 1
        if CHAIN.match(right) or ("-" in left and piece.lower() in CHAINED):
            return True, 0.9, False
        if "-" in left:
            return _by_words(
                piece.lower(), right.lower(), low, blank=blank, name=piece[0].isupper()
            )
        if piece.lower() in PREFIXES and (piece + right).lower() not in danish().known:
            return True, 0.95, not blank
    return _by_words(piece.lower(), right.split("-")[0].lower(), low, blank=blank)


def _by_words(
    left: str, right: str, low: str, *, blank: bool, name: bool = False
) -> tuple[bool, float, bool]:
    """Let the document and the word list decide."""
    reader = danish_reader()
    lexicon = reader.lexicon
    joined = left + right
    hyphened = f"{left}-{right}" in low
    if hyphened and not re.search(rf"\b{re.escape(joined)}", low):
        return True, 0.85, False
    common = [lexicon.log(half) > VERY_COMMON and half in lexicon.known for half in (left, right)]
    if joined in lexicon.known:
        return False, 0.99, not all(common)
    if all(common):
        return False, 0.0 if blank else 0.3, False
    if lexicon.compound(joined) > -99.0:  # noqa: PLR2004
        return False, 0.97, not any(common)
    readings = reader.readings(joined)
    if readings and readings[0].language > WORDLIKE:
        return False, 0.95, False
    if name and not blank:
        return False, 0.85, False  # Salado-Rasmus-/sen
    unknown = not lexicon.is_word(left) or not lexicon.is_word(right)
    if blank:
        return False, 0.6 if unknown else 0.0, False
    return False, 0.9 if unknown else 0.6, False


def _left_inside(text: str) -> Iterator[Proposal]:
    """Find hyphens of an earlier layout, left inside a word: medar-bejder."""
    lexicon = danish()
    for match in INSIDE.finditer(text):
        left, right = match.groups()
        if left in lexicon.known and right in lexicon.known:
            continue
        if left + right in lexicon.known and left not in PREFIXES:
            start = match.end(1)
            yield Proposal(start, start + 1, "-", "", "line_hyphen", 0.75, safe=False)

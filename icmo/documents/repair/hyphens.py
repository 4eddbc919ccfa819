"""Words that a line end has cut: where the hyphen goes, and where it belongs to the word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.documents.repair.letters import danish_reader
from icmo.documents.repair.lexicon import danish
from icmo.documents.repair.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

CUT = re.compile(r"(?<![\w-])([\w][\w-]*?)-([ \t]*\n\s*)([^\W_][\w-]*)")
INSIDE = re.compile(r"(?<![\w-])([a-zæøå]{3,})-([a-zæøå]{3,})(?![\w-])")
#: After these words the hyphen stands for the end of a later word: vejlednings- og …
SUSPENDED = frozenset(
    ["og", "eller", "samt", "men", "til", "henholdsvis", "hhv", "såvel", "kontra"]
)
#: These always keep their hyphen.
PREFIXES = frozenset({"ikke", "non", "eks", "ex"})
#: Words inside a chain: en-til-en, mund-til-mund, dag-til-dag.
CHAINED = frozenset(["til", "på", "i", "for", "og", "af", "ved"])
CHAIN = re.compile(r"(?:til|på|i|for|og|af|ved)-\w", re.IGNORECASE)
#: A word this common (log10) may stand before a dash in speech that was broken off.
VERY_COMMON = -3.6
#: A reading this likely (log10) is a word.
WORDLIKE = -9.5
WORTH_SHOWING = 0.2


@dataclass(frozen=True)
class _Verdict:
    """Whether the hyphen stays, how sure that is, and whether it is safe."""

    keeps: bool
    confidence: float
    safe: bool = False


LEAVE = _Verdict(keeps=True, confidence=0.0)


def find_line_hyphens(text: str) -> Iterator[Proposal]:
    """Propose how to join words that were cut at the end of a line."""
    low = text.lower()
    for match in CUT.finditer(text):
        left, gap, right = match.groups()
        blank = gap.count("\n") > 1
        verdict = _by_signs(left, right, blank=blank)
        if verdict is None:
            pieces = left.rsplit("-", 1)[-1], right.split("-", 1)[0]
            named = "-" in left and pieces[0][:1].isupper()
            verdict = _by_words(*pieces, low, blank=blank, named=named)
        if verdict.confidence >= WORTH_SHOWING:
            start, end = match.end(1) + verdict.keeps, match.start(3)
            rule = "kept_hyphen" if verdict.keeps else "line_hyphen"
            before = text[start:end]
            yield Proposal(start, end, before, "", rule, verdict.confidence, verdict.safe)
    yield from _left_inside(text)


def _by_signs(left: str, right: str, *, blank: bool) -> _Verdict | None:
    """Decide by capitals, numbers and set phrases, where they decide."""
    piece = left.rsplit("-", 1)[-1]
    shouting = piece.isupper() and right.isupper() and len(piece) > 1
    capital = right[0].isdigit() or (right[0].isupper() and not shouting)
    named = left[0].isupper() and right[0].isupper() and not blank
    acronym = sum(sign.isupper() for sign in piece) > 1 and not shouting
    chained = CHAIN.match(right) or ("-" in left and piece.lower() in CHAINED)
    prefix = piece.lower() == "ikke" or (
        piece.lower() in PREFIXES and (piece + right).lower() not in danish().known
    )
    cases = (
        (right.lower() in SUSPENDED, LEAVE),
        # a double name, or speech that was broken off before the next speaker
        (capital, _Verdict(keeps=True, confidence=0.7) if named else LEAVE),
        (piece.isdigit() or acronym, _Verdict(keeps=True, confidence=0.95, safe=not blank)),
        (len(piece) == 1 and not blank, _Verdict(keeps=True, confidence=0.95)),
        (chained, _Verdict(keeps=True, confidence=0.9)),
        (prefix, _Verdict(keeps=True, confidence=0.95, safe=not blank)),
    )
    return next((verdict for holds, verdict in cases if holds), None)


def _by_words(left: str, right: str, low: str, *, blank: bool, named: bool) -> _Verdict:
    """Let the document and the word list decide."""
    reader = danish_reader()
    lexicon = reader.lexicon
    left, right = left.lower(), right.lower()
    joined = left + right
    elsewhere = f"{left}-{right}" in low and not re.search(rf"\b{re.escape(joined)}", low)
    common = [half in lexicon.known and lexicon.log(half) > VERY_COMMON for half in (left, right)]
    readings = reader.readings(joined)
    unknown = not lexicon.is_word(left) or not lexicon.is_word(right)
    likely = 0.9 if unknown else 0.6
    cases = (
        (elsewhere, _Verdict(keeps=True, confidence=0.85)),
        (
            joined in lexicon.known,
            _Verdict(keeps=False, confidence=0.99, safe=not all(common)),
        ),
        # two everyday words: probably speech that was broken off
        (all(common), _Verdict(keeps=False, confidence=0.0 if blank else 0.3)),
        (lexicon.is_word(joined), _Verdict(keeps=False, confidence=0.97, safe=not any(common))),
        (
            bool(readings) and readings[0].language > WORDLIKE,
            _Verdict(keeps=False, confidence=0.95),
        ),
        (named and not blank, _Verdict(keeps=False, confidence=0.85)),  # Salado-Rasmus-/sen
        (not blank, _Verdict(keeps=False, confidence=likely)),
        (unknown, _Verdict(keeps=False, confidence=0.6)),
    )
    return next((verdict for holds, verdict in cases if holds), LEAVE)


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

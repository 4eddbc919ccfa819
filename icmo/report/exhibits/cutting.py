"""How an excerpt is printed: parts left out, words explained, quotes in it turned inward."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.report.exhibits.records import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What stands where words are left out.
OMITTED = "[…]"
_INNER = {"da": ("›", "‹"), "en": ("‘", "’")}
_ENDED = re.compile(r"[.!?…:][\"”«’)]*$")


def shown_text(text: str, keep: Sequence[str], explain: Mapping[str, str], language: str) -> str:
    """Return an excerpt as it is printed: parts left out, words explained, quotes in it turned inward."""
    whole = " ".join(text.split())
    shown = _kept(whole, keep) if keep else _with_edges(whole)
    for word, meant in explain.items():
        pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
        if not re.search(pattern, shown):
            raise ExhibitError(say("quote.no_word", word=word))
        shown = re.sub(pattern, f"[{meant}]".replace("\\", r"\\"), shown, count=1)
    return nested(shown, language)


def _kept(whole: str, keep: Sequence[str]) -> str:
    parts, at = [], 0
    for part in (" ".join(one.split()) for one in keep):
        found = whole.find(part, at)
        if found < 0:
            raise ExhibitError(say("quote.keep", part=part))
        # Only what is a word or more is left out; a comma between two parts is no omission.
        if re.search(r"\w", whole[at:found]):
            parts.append(OMITTED)
        parts.append(part)
        at = found + len(part)
    if re.search(r"\w", whole[at:]):
        parts.append(OMITTED)
    return " ".join(parts)


def _with_edges(whole: str) -> str:
    """Show that an excerpt begins or ends in the middle of a sentence."""
    begun = f"{OMITTED} " if whole[:1].islower() else ""
    ended = "" if _ENDED.search(whole) else f" {OMITTED}"
    return f"{begun}{whole}{ended}"


def nested(text: str, language: str) -> str:
    """Return words with the quotation marks inside them turned into inner ones."""
    opening, closing = _INNER.get(language, _INNER["en"])
    text = re.sub(r"[”“»„]([^”“«»\"]*)[”“«]", rf"{opening}\1{closing}", text)
    return re.sub(r'"([^"]*)"', rf"{opening}\1{closing}", text)

"""Names told by the words before them: kinship, titles, `hedder`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.context import CALLED, FUNCTION_WORDS, KIN, POSSESSIVE, TITLES
from icmo.documents.pseudonyms.tokens import gap_between

if TYPE_CHECKING:
    from icmo.documents.pseudonyms.tokens import Token

#: What may stand between "kalder" and the name.
OBJECTS = frozenset(
    {"ham", "hende", "mig", "dig", "os", "dem", "sig", "for", "altså", "jo", "så", "også", "øh"}
)
#: Shorter words that no list knows are no names in lower case.
SHORTEST = 3


def words_before(text: str, tokens: list[Token], number: int, steps: int) -> list[str]:
    """Return up to so many words before, nearest first, of the same sentence."""
    words: list[str] = []
    for place in range(number - 1, max(-1, number - 1 - steps), -1):
        gap = gap_between(text, tokens[place], tokens[place + 1])
        if re.search(r"[.!?:;]\s", gap) and tokens[place].low not in {"hr", "dr", "fr"}:
            break
        words.append(tokens[place].low)
    return words


def told_around(text: str, tokens: list[Token], number: int) -> tuple[str, float] | None:  # noqa: PLR0911  each return is one rule
    """Name told by a word before: kinship, title, `hedder`."""
    token = tokens[number]
    before = words_before(text, tokens, number, 5)
    if not before or token.low in FUNCTION_WORDS:
        return None
    gap = gap_between(text, tokens[number - 1], token)
    if len(gap) > 3 or "-" in gap or re.search(r"[.!?;\n]\s*\n", gap):  # noqa: PLR2004
        return None
    listed = bool(names.first_name(token.text))
    near = before[0]
    if near in CALLED or " ".join(before[1::-1]) in CALLED or " ".join(before[2::-1]) in CALLED:
        return _told(token, "hedder" if near in {"hedder", "hed"} else "called", listed=listed)
    if near in OBJECTS and before[1:] and before[1] in CALLED and (token.capital or listed):
        return _told(token, "called", listed=listed)
    if near in KIN and _is_kin(before) and "," not in gap.replace(", ", "", 1):
        return _told(token, "kinship", listed=listed)
    if near in TITLES and token.capital and token.text not in names.places():
        return "title", 0.85
    if near in {"fru", "frøken", "hr", "herr"} and listed:
        return "title", 0.8
    return None


def _is_kin(before: list[str]) -> bool:
    """Say whether a kinship word has an owner, or stands in the definite form."""
    return (
        any(word in POSSESSIVE or word.endswith("s") for word in before[1:4])
        or before[0].endswith(("en", "eren"))
        or before[0]
        in {
            "onkel",
            "tante",
            "faster",
            "moster",
            "farmor",
            "mormor",
            "morfar",
            "farfar",
            "bedstemor",
        }
    )


def _told(token: Token, rule: str, *, listed: bool) -> tuple[str, float] | None:
    if token.capital:
        return (rule, 0.9) if listed or not token.initial else None
    if listed and token.low not in FUNCTION_WORDS:
        return rule, 0.75
    # A lower-case word that no list knows: only "hedder" can make it a name, and only a hint.
    return (
        (rule, 0.45)
        if rule == "hedder" and len(token.low) >= SHORTEST and not names.is_word(token.low)
        else None
    )

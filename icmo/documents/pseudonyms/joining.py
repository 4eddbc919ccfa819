"""Joins the words of one name: first names, particles, initials, surnames."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.context import PARTICLES
from icmo.documents.pseudonyms.finding import Find
from icmo.documents.pseudonyms.tokens import gap_between

if TYPE_CHECKING:
    from icmo.documents.pseudonyms.tokens import Token


def joined(
    text: str, tokens: list[Token], marks: dict[int, tuple[str, float]], sure: set[str]
) -> list[Find]:
    """Join the words of one name; `sure` are names in lower case that no list need know."""
    finds: list[Find] = []
    number = 0
    while number < len(tokens):
        if number not in marks:
            number += 1
            continue
        last = number
        while (following := _continues(text, tokens, last, marks)) is not None:
            last = following
        rule, confidence = max(
            (marks[n] for n in range(number, last + 1) if n in marks), key=lambda m: m[1]
        )
        start, end = tokens[_initials_before(text, tokens, number)].start, tokens[last].end
        # The genitive stays outside: what is replaced is the name, and its ending is put back.
        end = tokens[last].start + _name_length(tokens[last].text, sure)
        finds.append(Find(start, end, text[start:end], "person", rule, confidence))
        number = last + 1
    return finds


def _initials_before(text: str, tokens: list[Token], number: int) -> int:
    """Return where a name begins that has initials before it, such as `H. C. Nielsen`."""
    while (
        number
        and len(tokens[number - 1].text) == 1
        and tokens[number - 1].capital
        and re.fullmatch(r"\. ?", gap_between(text, tokens[number - 1], tokens[number]))
    ):
        number -= 1
    return number


def _continues(  # noqa: C901, PLR0911  each return is one rule
    text: str, tokens: list[Token], last: int, marks: dict[int, tuple[str, float]]
) -> int | None:
    """Return the next word of the same name, or nothing."""
    for step in (1, 2, 3):
        place = last + step
        if place >= len(tokens):
            return None
        token, gap = tokens[place], gap_between(text, tokens[place - 1], tokens[place])
        if not re.fullmatch(r"\.?[ \u00a0\n]", gap) or (
            gap[0] == "." and len(tokens[place - 1].text) > 1
        ):
            return None
        if _is_genitive(tokens[place - 1]) and step == 1:
            return None
        if token.low in PARTICLES or (len(token.text) == 1 and token.capital and token.text != "I"):
            continue
        listed = names.first_name(token.text) or token.low in names.surnames()
        if gap == "\n" and not listed:
            return None  # the next line is another heading as often as the same name
        if token.initial and gap != ". " and not gap.startswith("."):
            return None
        if place in marks and token.capital == tokens[last].capital:
            return (
                place if marks[place][0] not in {"kinship", "called", "hedder", "title"} else None
            )
        ordinary = any(stem in names.ordinary() for stem in names.stems(token.text))
        family = names.surname(token.text)
        if (
            token.capital
            and not ordinary
            and not token.text.isupper()
            and (family or tokens[last].capital)
        ):
            return None if token.text in names.places() and not family else place
        if not token.capital and family and not names.is_word(family) and not tokens[last].capital:
            return place
        return None
    return None


def _is_genitive(token: Token) -> bool:
    """`Fatimas Hassan` are two; `Mads Hansen` is one."""
    name = names.first_name(token.text) or names.surname(token.text)
    return bool(name) and name.lower() != token.text.lower()


def _name_length(word: str, sure: set[str]) -> int:
    """Return how much of the last word is the name, without the ending of the genitive."""
    whole = unicodedata.normalize("NFC", word)
    if whole.lower() in sure:
        return len(word)
    known = next((stem for stem in names.stems(word) if stem.lower() in sure), "")
    stem = names.first_name(word) or names.surname(word) or known or names.stems(word)[0]
    # Counted from the end: in the other normal form the word itself is longer.
    return len(word) - (len(whole) - len(stem))

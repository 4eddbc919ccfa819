"""Persons: names from the lists, names told by what stands around them, names seen before."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.context import (
    BEFORE_ANYONE,
    FUNCTION_WORDS,
    KIN,
    LABEL,
    NOUN_ENDING,
    PARTICLES,
    ROLES,
    SAYING,
    TITLES,
    WITH_PERSON,
)
from icmo.documents.pseudonyms.joining import joined
from icmo.documents.pseudonyms.surroundings import told_around, words_before
from icmo.documents.pseudonyms.tokens import WORD, gap_between, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo.documents.pseudonyms.finding import Find
    from icmo.documents.pseudonyms.tokens import Token

SHORT = 3
#: Longer words are compounds.
LONGEST = 12
#: A name this sure somewhere is looked for everywhere.
SURE = 0.55
#: Verbs after which a first word of a sentence may still be a person.
BEING = frozenset({"er", "var", "har", "havde", "og", "bliver", "gør", "gjorde", "ville"})


def find_people(
    text: str,
    speakers: Iterable[str] = (),
    known: Iterable[str] = (),
    taken: frozenset[int] = frozenset(),
) -> list[Find]:
    """Find persons' names; `taken` are places that other finds hold, such as an address."""
    tokens = [token for token in tokens_of(text) if token.start not in taken]
    lower = Counter(token.text for token in tokens if token.text.islower())
    labels = _label_names(text, speakers, lower)
    told = {name.lower() for given in known for name in _name_words(given)}
    marks: dict[int, tuple[str, float]] = {}
    for number in range(len(tokens)):
        mark = _mark(text, tokens, number, labels, told)
        if mark and not _is_common(tokens[number], mark, lower):
            marks[number] = mark
    sure = _sure_words(tokens[number].text for number, mark in marks.items() if mark[1] >= SURE)
    sure = {word for word in sure if not _is_mostly_lower(word, tokens, lower)}
    _spread(text, tokens, marks, sure)
    # A surname joined to its first name is a name as well where it stands alone.
    whole = joined(text, tokens, marks, sure)
    sure |= _sure_words(
        word for find in whole if find.confidence >= SURE for word in _name_words(find.text)
    )
    _spread(text, tokens, marks, sure)
    return joined(text, tokens, marks, sure)


def _is_mostly_lower(word: str, tokens: list[Token], lower: Counter[str]) -> bool:
    """Say whether an unlisted word stands in lower case more often than not."""
    if names.first_name(word) or word in names.surnames():
        return False
    return lower[word] > sum(token.capital and token.low == word for token in tokens)


def _sure_words(written: Iterable[str]) -> set[str]:
    """Return names in lower case, without the genitive where a list tells it is one."""
    sure = {(names.first_name(word) or names.surname(word) or word).lower() for word in written}
    return {word.rstrip("'’") for word in sure if len(word) > 1} - PARTICLES


def _name_words(name: str) -> list[str]:
    return [word for word in WORD.findall(name) if word.lower() not in PARTICLES]


def _is_common(token: Token, mark: tuple[str, float], lower: Counter[str]) -> bool:
    """Say whether a word that no list knows also stands in lower case: then it is a word."""
    rule = mark[0]
    if rule not in {
        "ending",
        "stands like a person",
        "acts like a person",
        "before a surname",
        "may be a person",
    }:
        return False
    return any(lower[stem.lower()] for stem in names.stems(token.text))


def _label_names(text: str, speakers: Iterable[str], lower: Counter[str]) -> frozenset[str]:
    """Return the names among speaker labels, in lower case.

    What stands before a colon in running text is a heading as often as a speaker: a word that no
    list knows must come back as a label, and never stand in lower case.
    """
    given = Counter(match["label"] for match in LABEL.finditer(text))
    found = set()
    for label in (*speakers, *given):
        sure = label in speakers
        for word in WORD.findall(re.sub(r"\(.*", "", label)):
            low = word.lower()
            listed = bool(names.first_name(word) or low in names.surnames())
            speaks = given[label] > 1 and not lower[low] and len(label.split()) <= SHORT
            if (
                (sure or listed or speaks)
                and capital_or_name(word)
                and low not in ROLES
                and low not in FUNCTION_WORDS
                and len(low) > 1
            ):
                found.add(low)
    return frozenset(found)


def capital_or_name(word: str) -> bool:
    """Say whether a word of a label may be a name: capital, or a name of the list."""
    return (names.capital(word) and not (word.isupper() and len(word) <= SHORT)) or bool(
        names.first_name(word) and not names.is_word(word)
    )


def _mark(  # noqa: PLR0911  each return is one rule
    text: str, tokens: list[Token], number: int, labels: frozenset[str], told: set[str]
) -> tuple[str, float] | None:
    """Say by which rule a word is a name, and how surely."""
    token = tokens[number]
    low_stems = {stem.lower() for stem in names.stems(token.text)}
    if len(token.low) == 1 or token.text in names.ordinary():
        return None
    wordlike = any(names.is_word(stem) for stem in low_stems) or token.low in FUNCTION_WORDS
    if low_stems & told and (token.capital or not wordlike):
        if not (wordlike and token.initial):
            return "known", 0.97
        return ("known", 0.6) if _acts(text, tokens, number, BEING) else None
    if low_stems & labels and token.capital:
        if _is_label(text, token):
            return "speaker label", 0.95
        if not (wordlike and token.initial):
            return "speaker label", 0.9
    around = told_around(text, tokens, number)
    if around:
        return around
    return _listed(text, tokens, number, wordlike=wordlike)


def _is_label(text: str, token: Token) -> bool:
    line_start = text.rfind("\n", 0, token.start) + 1
    match = LABEL.match(text, line_start)
    return match is not None and token.end <= match.end("label")


def _listed(  # noqa: PLR0911  each return is one rule
    text: str, tokens: list[Token], number: int, *, wordlike: bool
) -> tuple[str, float] | None:
    token = tokens[number]
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    adjoins = following is not None and gap_between(text, token, following) in {" ", "\n", "\u00a0"}
    next_low = following.low if following and adjoins else ""
    has_surname = bool(
        following
        and adjoins
        and names.surname(following.text)
        and (following.capital or following.low.endswith("sen"))
    )
    broken = (
        text[token.end : token.end + 2] == "-\n" or text[token.start - 2 : token.start] == "-\n"
    )
    shouted = token.text.rstrip("s'’").isupper() and len(token.text) <= 6  # noqa: PLR2004  an abbreviation
    if broken or shouted:
        return None
    if names.first_name(token.text):
        acts = _acts(text, tokens, number)
        return _first(token, wordlike=wordlike, has_surname=has_surname, acts=acts)
    family = names.surname(token.text)
    if family and _is_place(text, token, family):
        return None
    if token.capital and not token.initial:
        if family and family.lower() in names.surnames():
            return "list", 0.5 if wordlike else 0.7
        if family:
            plain = token.text.isupper() or token.low.endswith(("elsen", "elses", "elsens"))
            return None if plain else ("ending", 0.5)
        if not token.text.isupper():
            return _unknown(text, tokens, number, next_low)
    role = token.low in TITLES or token.low in ROLES or token.low in KIN
    if (
        token.capital
        and token.initial
        and has_surname
        and following
        and following.capital
        and not role
    ):
        return "before a surname", 0.6
    if not token.capital and not wordlike and family and family.endswith("sen") and number:
        return ("list", 0.7) if names.first_name(tokens[number - 1].text) else None
    return None


def _is_place(text: str, token: Token, family: str) -> bool:
    """`i Greve` is a town, where a surname alone would be a person."""
    before = text[max(0, token.start - 5) : token.start].lower()
    return family in names.places() and before.endswith(("i ", "fra ", "til ", "ved "))


def _first(
    token: Token, *, wordlike: bool, has_surname: bool, acts: bool
) -> tuple[str, float] | None:
    if not wordlike:
        if token.capital:
            return "list", 0.9
        return ("list, lower case", 0.7) if len(token.low) >= SHORT else None
    if has_surname:
        return "before a surname", 0.9 if token.capital else 0.7
    if token.capital and not token.initial:
        return "list, also a word", 0.75
    if token.capital and acts:
        return "list, also a word", 0.55
    return None


def _unknown(  # noqa: PLR0911  each return is one rule
    text: str, tokens: list[Token], number: int, next_low: str
) -> tuple[str, float] | None:
    """A capital in the sentence that no list knows, where a person would stand."""
    token = tokens[number]
    if token.text in names.places() or any(
        stem in names.ordinary() for stem in names.stems(token.text)
    ):
        return None
    if "-" in token.text and not token.text.split("-")[-1][:1].isupper():
        return None
    before = words_before(text, tokens, number, 2)
    near = before[0] if before else ""
    if near == "og" and len(before) > 1 and names.first_name(tokens[number - 2].text):
        return "stands like a person", 0.5
    if next_low in SAYING or near in SAYING:
        return "acts like a person", 0.6
    if near in WITH_PERSON:
        return "stands like a person", 0.5
    if len(token.text) <= LONGEST and not NOUN_ENDING.fullmatch(token.text):
        owns = token.low.endswith("s") and next_low and tokens[number + 1].text.islower()
        if near in BEFORE_ANYONE or owns:
            return "may be a person", 0.4
    return None


def _acts(text: str, tokens: list[Token], number: int, more: frozenset[str] = frozenset()) -> bool:
    """Say whether a word acts like a person: a verb of saying follows, or it stands by itself."""
    if number + 1 == len(tokens):
        return True
    gap = gap_between(text, tokens[number], tokens[number + 1])
    following = tokens[number + 1].low
    return following in SAYING or following in more or re.match(r"\s*[.,!?:)]", gap) is not None


def _spread(
    text: str, tokens: list[Token], marks: dict[int, tuple[str, float]], sure: set[str]
) -> None:
    """Mark a name that is sure somewhere wherever it stands, also in lower case."""
    for number, token in enumerate(tokens):
        if number in marks and marks[number][1] >= 0.8:  # noqa: PLR2004
            continue
        found = {stem.lower() for stem in names.stems(token.text)} & sure
        if not found or token.text in names.ordinary():
            continue
        if token.low in FUNCTION_WORDS and not names.first_name(token.text):
            continue
        wordlike = any(names.is_word(stem) for stem in found) or token.low in FUNCTION_WORDS
        if token.capital and wordlike and token.initial:
            confidence = 0.55 if _acts(text, tokens, number, BEING) else 0.0
        elif token.capital:
            confidence = 0.8
        else:
            confidence = 0.0 if wordlike or len(token.low) < SHORT else 0.65
        if confidence > marks.get(number, ("", 0.0))[1]:
            marks[number] = ("seen elsewhere", confidence)

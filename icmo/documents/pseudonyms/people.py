"""Persons: names from the lists, names told by what stands around them, names seen before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.context import (
    CALLED,
    FUNCTION_WORDS,
    KIN,
    LABEL,
    PARTICLES,
    POSSESSIVE,
    ROLES,
    SAYING,
    TITLES,
    WITH_PERSON,
)
from icmo.documents.pseudonyms.finding import Find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?", re.UNICODE)
SENTENCE_END = re.compile(r"(?:^|[.!?…:]|\n\s*\n|[\"”»“„(\[])[\s\"”»“„'’(\[–—-]*$")
ENDED_LINE = re.compile(r"[.!?…:\"”»)\]]\s*\n\s*$")
ABBREVIATION = re.compile(r"(?:\b(?:fx|f\.eks|bl\.a|ca|dvs|evt|inkl|mht|pga|osv|jf|kl|nr|hr|dr|[A-ZÆØÅ])\.)\s*$")
SHORT = 3


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
        return self.text.lower().rstrip("'’")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokens_of(text: str) -> list[Token]:
    """Split a text into its words."""
    return [
        Token(match.start(), match.end(), match.group(), _begins(text, match.start()))
        for match in WORD.finditer(text)
    ]


def _begins(text: str, place: int) -> bool:
    before = text[max(0, place - 24) : place]
    if ABBREVIATION.search(before):
        return False
    if place < len(before) + 1 and not before.strip():
        return True
    # A line that ends without a stop is a broken line, not the end of a sentence.
    return bool(SENTENCE_END.search(before) or ENDED_LINE.search(before))


def find_people(
    text: str, speakers: Iterable[str] = (), known: Iterable[str] = (), taken: frozenset[int] = frozenset()
) -> list[Find]:
    """Find persons' names; `taken` are places that other finds hold, such as an address."""
    tokens = [token for token in tokens_of(text) if token.start not in taken]
    labels = _label_names(text, speakers)
    told = {name.lower() for given in known for name in _name_words(given)}
    marks: dict[int, tuple[str, float]] = {}
    for number in range(len(tokens)):
        mark = _mark(text, tokens, number, labels, told)
        if mark:
            marks[number] = mark
    _spread(tokens, marks)
    return list(_joined(text, tokens, marks))


def _name_words(name: str) -> list[str]:
    return [word for word in WORD.findall(name) if word.lower() not in PARTICLES]


def _label_names(text: str, speakers: Iterable[str]) -> frozenset[str]:
    """Return the names among speaker labels, in lower case."""
    labels = list(speakers) + [match["label"] for match in LABEL.finditer(text)]
    found = set()
    for label in labels:
        for word in WORD.findall(re.sub(r"\(.*", "", label)):
            low = word.lower()
            if capital_or_name(word) and low not in ROLES and low not in FUNCTION_WORDS and len(low) > 1:
                found.add(low)
    return frozenset(found)


def capital_or_name(word: str) -> bool:
    """Say whether a word of a label may be a name: capital, or a name of the list."""
    return (names.capital(word) and not (word.isupper() and len(word) <= SHORT)) or bool(
        names.first_name(word) and not names.is_word(word)
    )


def _mark(
    text: str, tokens: list[Token], number: int, labels: frozenset[str], told: set[str]
) -> tuple[str, float] | None:
    """Say by which rule a word is a name, and how surely."""
    token = tokens[number]
    low_stems = {stem.lower() for stem in names.stems(token.text)}
    if len(token.low) == 1 or token.text in names.ordinary():
        return None
    wordlike = any(names.is_word(stem) for stem in low_stems) or token.low in FUNCTION_WORDS
    if low_stems & told and (token.capital or not wordlike):
        return ("known", 0.97) if not (wordlike and token.initial) else ("known", 0.6)
    if low_stems & labels and token.capital:
        if _is_label(text, token):
            return "speaker label", 0.95
        if not (wordlike and token.initial):
            return "speaker label", 0.9
    around = _around(text, tokens, number)
    if around:
        return around
    return _listed(text, tokens, number, wordlike=wordlike)


def _is_label(text: str, token: Token) -> bool:
    line_start = text.rfind("\n", 0, token.start) + 1
    match = LABEL.match(text, line_start)
    return match is not None and token.end <= match.end("label")


def _gap(text: str, left: Token, right: Token) -> str:
    return text[left.end : right.start]


def _before(text: str, tokens: list[Token], number: int, steps: int) -> list[str]:
    """Return up to so many words before, nearest first, of the same sentence."""
    words: list[str] = []
    for place in range(number - 1, max(-1, number - 1 - steps), -1):
        gap = _gap(text, tokens[place], tokens[place + 1])
        if re.search(r"[.!?:;]\s", gap) and tokens[place].low not in {"hr", "dr", "fr"}:
            break
        words.append(tokens[place].low)
    return words


def _around(text: str, tokens: list[Token], number: int) -> tuple[str, float] | None:
    """Name told by a word before: kinship, title, `hedder`."""
    token = tokens[number]
    before = _before(text, tokens, number, 5)
    if not before or token.low in FUNCTION_WORDS:
        return None
    gap = _gap(text, tokens[number - 1], token)
    if len(gap) > 3 or re.search(r"[.!?;\n]\s*\n", gap):  # noqa: PLR2004
        return None
    listed = bool(names.first_name(token.text))
    near = before[0]
    if near in CALLED or " ".join(before[1::-1]) in CALLED or " ".join(before[2::-1]) in CALLED:
        return _told(token, "called", listed=listed)
    objects = {"ham", "hende", "mig", "dig", "os", "dem", "sig", "for", "altså", "jo", "så", "også", "øh"}
    if near in objects and before[1:] and before[1] in CALLED and (token.capital or listed):
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
        or before[0] in {"onkel", "tante", "faster", "moster", "farmor", "mormor", "morfar", "farfar", "bedstemor"}
    )


def _told(token: Token, rule: str, *, listed: bool) -> tuple[str, float] | None:
    if token.capital:
        return rule, 0.9
    if listed and token.low not in FUNCTION_WORDS:
        return rule, 0.75
    # A lower-case word that no list knows: only "hedder" can make it a name, and only a hint.
    return (rule, 0.45) if rule == "called" and len(token.low) > 2 and not names.is_word(token.low) else None  # noqa: PLR2004


def _listed(text: str, tokens: list[Token], number: int, *, wordlike: bool) -> tuple[str, float] | None:
    token = tokens[number]
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    adjoins = following is not None and _gap(text, token, following) in {" ", "\n", "\u00a0"}
    next_low = following.low if following and adjoins else ""
    has_surname = bool(
        following and adjoins and names.surname(following.text)
        and (following.capital or following.low.endswith("sen"))
    )
    if names.first_name(token.text):
        return _first(token, wordlike=wordlike, has_surname=has_surname, acts=next_low in SAYING)
    family = names.surname(token.text)
    if token.capital and not token.initial:
        if family and family.lower() in names.surnames():
            return "list", 0.5 if wordlike else 0.7
        if family:
            return "ending", 0.5
        if not (token.text.isupper() and len(token.text) <= 5):  # noqa: PLR2004
            return _unknown(text, tokens, number, next_low)
    if token.capital and token.initial and has_surname and following and following.capital:
        return "before a surname", 0.6
    if not token.capital and not wordlike and family and family.endswith("sen") and number:
        return ("list", 0.7) if names.first_name(tokens[number - 1].text) else None
    return None


def _first(token: Token, *, wordlike: bool, has_surname: bool, acts: bool) -> tuple[str, float] | None:
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


def _unknown(text: str, tokens: list[Token], number: int, next_low: str) -> tuple[str, float] | None:
    """A capital in the sentence that no list knows, where a person would stand."""
    token = tokens[number]
    if token.text in names.places() or any(stem in names.ordinary() for stem in names.stems(token.text)):
        return None
    if "-" in token.text and not token.text.split("-")[-1][:1].isupper():
        return None
    before = _before(text, tokens, number, 2)
    near = before[0] if before else ""
    if next_low in SAYING or near in SAYING:
        return "acts like a person", 0.6
    if near in WITH_PERSON:
        return "stands like a person", 0.5
    return None


def _spread(tokens: list[Token], marks: dict[int, tuple[str, float]]) -> None:
    """A name that is sure somewhere is a name wherever it stands, also in lower case."""
    sure: set[str] = set()
    for number, (_, confidence) in marks.items():
        if confidence >= 0.55:  # noqa: PLR2004
            shortest = min(names.stems(tokens[number].text), key=len)
            sure.update((tokens[number].low, names.first_name(tokens[number].text).lower() or shortest.lower()))
    sure.discard("")
    for number, token in enumerate(tokens):
        if number in marks and marks[number][1] >= 0.8:  # noqa: PLR2004
            continue
        found = {stem.lower() for stem in names.stems(token.text)} & sure
        if not found or token.low in FUNCTION_WORDS or token.text in names.ordinary():
            continue
        wordlike = any(names.is_word(stem) for stem in found)
        if token.capital:
            confidence = 0.55 if wordlike and token.initial else 0.8
        elif wordlike or len(token.low) < SHORT:
            continue
        else:
            confidence = 0.65
        if number not in marks or marks[number][1] < confidence:
            marks[number] = ("seen elsewhere", confidence)


def _joined(text: str, tokens: list[Token], marks: dict[int, tuple[str, float]]) -> Iterator[Find]:
    """Join the words of one name: first names, particles, initials, surnames."""
    number = 0
    while number < len(tokens):
        if number not in marks:
            number += 1
            continue
        last = number
        while (following := _continues(text, tokens, last, marks)) is not None:
            last = following
        rule, confidence = max((marks[n] for n in range(number, last + 1) if n in marks), key=lambda m: m[1])
        start, end = tokens[number].start, tokens[last].end
        kept = names.stems(text[start:end])
        # The genitive stays outside: what is replaced is the name, and its ending is put back.
        end = start + _name_length(text[start:end], kept)
        yield Find(start, end, text[start:end], "person", rule, confidence)
        number = last + 1


def _continues(
    text: str, tokens: list[Token], last: int, marks: dict[int, tuple[str, float]]
) -> int | None:
    """Return the next word of the same name, or nothing."""
    for step in (1, 2, 3):
        place = last + step
        if place >= len(tokens):
            return None
        token, gap = tokens[place], _gap(text, tokens[place - 1], tokens[place])
        if not re.fullmatch(r"\.?[ \u00a0\n]", gap) or (gap[0] == "." and len(tokens[place - 1].text) > 1):
            return None
        if _is_genitive(tokens[place - 1]) and step == 1:
            return None
        if token.low in PARTICLES or (len(token.text) == 1 and token.capital and token.text != "I"):
            continue
        if token.initial and gap != ". " and not gap.startswith("."):
            return None
        if place in marks and token.capital == tokens[last].capital:
            return place if marks[place][0] not in {"kinship", "called", "title"} else None
        ordinary = any(stem in names.ordinary() for stem in names.stems(token.text))
        family = names.surname(token.text)
        if token.capital and not ordinary and (family or tokens[last].capital):
            return None if token.text in names.places() and not family else place
        if not token.capital and family and not names.is_word(family) and not tokens[last].capital:
            return place
        return None
    return None


def _is_genitive(token: Token) -> bool:
    """`Fatimas Hassan` are two; `Mads Hansen` is one."""
    first = names.first_name(token.text)
    return bool(first) and first.lower() != token.text.lower()


def _name_length(written: str, stems: tuple[str, ...]) -> int:
    words = written.split()
    last = words[-1]
    for stem in (names.first_name(last), names.surname(last)):
        if stem:
            return len(written) - len(last) + len(stem)
    if last[-1] in names.APOSTROPHES or (len(last) > 2 and last[-2] in names.APOSTROPHES):  # noqa: PLR2004
        return len(written) - len(last) + len(stems[-1].split()[-1])
    return len(written)

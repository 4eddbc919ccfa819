"""The lists: names in use in Denmark, names that are words, places, employers."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

LISTS = Path(__file__).with_name("lists")
#: What stands for a person whose name tells, and does not tell, a sex.
WOMAN, MAN, PERSON = "woman", "man", "person"
SEXES = {"f": WOMAN, "m": MAN, "u": PERSON}
APOSTROPHES = "'’`´"
#: A surname by its ending, where it is written with a capital.
SURNAME_ENDING = re.compile(
    r"\w{2,}(?:sen|gaard|gård|skov|holm|lund|strup|rup|feldt|bjerg|dahl|berg|borg|ović|ovic|"
    r"evic|ević|enko|chuk|czyk|ska|ski|wicz|zadeh|zada|oğlu|oglu|pour|nejad|yan|ian|escu|"
    r"eva|ova|lingam|rajah|nathan|ullah|zai)",
    re.IGNORECASE,
)


def _lines(name: str) -> list[str]:
    text = (LISTS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def first_names() -> dict[str, str]:
    """Return first names in lower case, each with the sex it tells."""
    names: dict[str, str] = {}
    for line in _lines("first_names.txt"):
        if line.startswith("["):
            continue
        sex = SEXES[line[0]]
        for name in line[2:].split():
            key = name.lower()
            # A name of both lists tells nothing; the first list it stands in is the commonest.
            names[key] = names.get(key, sex) if names.get(key, sex) == sex else PERSON
    return names


@cache
def surnames() -> frozenset[str]:
    """Return surnames in lower case."""
    return frozenset(name.lower() for line in _lines("surnames.txt") for name in line.split())


@cache
def words() -> frozenset[str]:
    """Return names that are also words, and the small words that no name is told by."""
    return frozenset(name for line in _lines("words.txt") for name in line.split())


@cache
def ordinary() -> frozenset[str]:
    """Return words that have a capital and name no one."""
    return frozenset(name for line in _lines("ordinary.txt") for name in line.split())


@cache
def places() -> dict[str, str]:
    """Return places as written; `word` where the place is also a word or a surname."""
    known: dict[str, str] = {}
    kind = ""
    for line in _lines("places.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        for name in (part.strip() for part in line.split(";")):
            doubtful = name.lower() in words() or name.lower() in first_names()
            doubtful = doubtful or name.lower() in PLACE_WORDS
            known.setdefault(name, "word" if doubtful else kind)
    return known


PLACE_WORDS = frozenset(
    [
        "vejen",
        "give",
        "greve",
        "hals",
        "them",
        "ringe",
        "skive",
        "ry",
        "tarm",
        "gram",
        "brande",
        "bording",
        "stege",
        "hammel",
        "varde",
        "assens",
        "hou",
        "stilling",
        "borup",
        "lyngby",
        "højbjerg",
        "kolding",
        "viborg",
        "gug",
        "trige",
        "fes",
        "keren",
    ]
)


@cache
def municipalities() -> frozenset[str]:
    """Return the names of municipalities in lower case."""
    block = (LISTS / "places.txt").read_text(encoding="utf-8").split("[towns]")[0]
    line = block.split("[municipalities]")[1]
    return frozenset(name.strip().lower() for name in line.split(";"))


@cache
def employers() -> dict[str, bool]:
    """Return employers as written, and whether the name is also a word."""
    chains, also_words = (line for line in _lines("employers.txt") if not line.startswith("["))
    doubtful = {name.strip() for name in also_words.split(";")}
    names = {name.strip() for name in chains.split(";")}
    return {name: name.lower() in doubtful for name in sorted(names)}


def capital(word: str) -> bool:
    """Say whether a word begins with a capital letter."""
    return word[:1].isupper()


def stems(word: str) -> tuple[str, ...]:
    """Return what a word may be the genitive of, itself first.

    `Fatimas` is Fatima's, `Jens'` is Jens', `Max's` is Max's.
    """
    word = unicodedata.normalize("NFC", word)
    if word[-1:] in APOSTROPHES:
        return (word[:-1],)
    if len(word) > 2 and word[-2] in APOSTROPHES and word[-1] in "sS":  # noqa: PLR2004
        return (word[:-2],)
    if word[-1:] in ("s", "S") and len(word) > 2:  # noqa: PLR2004
        return (word, word[:-1])
    return (word,)


def is_word(name: str) -> bool:
    """Say whether a name is also a word, so that only its surroundings tell."""
    return name.lower() in words()


def first_name(word: str) -> str:
    """Return the first name a word is a form of, else nothing; `Anne-Grethe` counts."""
    known = first_names()
    for stem in stems(word):
        low = stem.lower()
        if low in known:
            return stem
        parts = low.split("-")
        if len(parts) > 1 and all(part in known for part in parts):
            return stem
    return ""


def surname(word: str) -> str:
    """Return the surname a word is a form of, else nothing."""
    for stem in stems(word):
        low = stem.lower()
        if low in surnames() or (
            "-" in low
            and all(part in surnames() or part in first_names() for part in low.split("-"))
        ):
            return stem
        if capital(stem) and SURNAME_ENDING.fullmatch(stem):
            return stem
    return ""


def sex_of(name: str) -> str:
    """Return what a full name tells of the sex: `woman`, `man` or `person`."""
    known = first_names()
    for word in re.split(r"[\s]+", name):
        for stem in (*stems(word), *word.split("-")[:1]):
            if known.get(stem.lower()):
                return known[stem.lower()]
    return PERSON


@cache
def sections() -> dict[str, dict[str, str]]:
    """Return the first names by the part of the list they stand in, with the sex each tells."""
    parts: dict[str, dict[str, str]] = {}
    part = ""
    for line in _lines("first_names.txt"):
        if line.startswith("["):
            part = line.strip("[]")
            continue
        for name in line[2:].split():
            parts.setdefault(part, {}).setdefault(name.lower(), SEXES[line[0]])
    return parts

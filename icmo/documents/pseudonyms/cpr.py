"""CPR numbers in every form they are written in.

The date part decides. Modulus 11 only raises the confidence: since 2007 numbers that fail it are
issued and valid. Dates to come are found as well; only the person at the screen knows better.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms.finding import Find, make_find

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DIGITS = 10
#: Civil servants write a number for someone without one with 60 added to the day.
ADDED_TO_DAY = 60
YEARS_TO_1999 = 37
YEARS_TO_2057 = 58

#: What may stand inside the date part, and between it and the last four.
DASHES = "\\-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212_"
SPACES = " \t\u00a0\u2007\u2009\u202f"
INSIDE = rf"[{SPACES}]?[./{DASHES}{SPACES}]?[{SPACES}]?"
BETWEEN = rf"[{SPACES}]*[./:,{DASHES}]?[{SPACES}]*\n?[{SPACES}]*[{DASHES}]?[{SPACES}]*"
LAST = rf"(?P<last>\d{INSIDE}\n?\d{INSIDE}\n?\d{INSIDE}\n?\d)"

WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d[{SPACES}]?\d)(?P<a>{INSIDE}\n?)(?P<month>\d[{SPACES}]?\d)(?P<b>{INSIDE}\n?)"
    rf"(?P<year>(?:(?:18|19|20)(?=\d\d))?\d[{SPACES}]?\d)(?P<c>{BETWEEN}){LAST}(?!\d)"
)
#: A date and four places of which some are letters or crosses: a replacement number, or half hidden.
LETTERED = re.compile(
    rf"(?<!\w)(?P<day>\d\d)[.{SPACES}]?(?P<month>\d\d)[.{SPACES}]?(?P<year>\d\d)"
    rf"[{SPACES}]?[{DASHES}{SPACES}]?[{SPACES}]?"
    r"(?P<last>(?=\w{0,3}[A-ZÆØÅXx*])[A-ZÆØÅXx\d*]{3}[A-ZÆØÅXx\d*])(?!\w)"
)
WORD = re.compile(
    r"\b(?:cpr|person(?:en)?nummer(?:et)?|personnr|cpr-?(?:nr|nummer(?:et)?))\b", re.IGNORECASE
)
#: Words after which ten digits in one block are something else.
OTHER = re.compile(
    r"(?:faktura|ordre|bestilling|kunde|konto|reg|ean|isbn|issn|stregkode|vare|serie|gln|imei|"
    r"p-?n|produktions|lokations|track|pakke|forsendelse|løbe|police|abonnement|medlems|bilag|"
    r"journal|sags|j\.|transaktions|betalings|giro|fi-?|model|type|artikel|barcode)"
    r"[\w-]*\.?(?:\s?(?:nummer(?:et)?|nr\.?|id|kode))?\s*(?:er|:|=|var|på|lyder|hedder)?\s*#?$",
    re.IGNORECASE,
)
NUMBER_WORD = (
    r"(?:nul|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|"
    r"sytten|atten|nitten|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems|"
    r"(?:en|to|tre|fire|fem|seks|syv|otte|ni)og(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|"
    r"firs|halvfems)|\d{1,2})"
)
SPOKEN = re.compile(rf"\b{NUMBER_WORD}(?:(?:[\s,–-]|\bog\b)+{NUMBER_WORD}){{4,9}}\b", re.IGNORECASE)
PARTIAL = re.compile(
    r"\b(?:cpr\w*|cpr-(?:nr\.?|nummer(?:et)?)|person(?:en)?nummer(?:et)?|(?:de )?sidste fire(?: cifre)?)"
    r"[^\n.\d]{0,40}?(?:slutter|ender|begynder|starter|på|med|er|:)[^\n.\d]{0,15}"
    r"(?P<digits>\d{2}[ .]?\d{2}(?:[ .]?\d{2})?)(?!\d)",
    re.IGNORECASE,
)
NEAR = 40
#: How ten or twelve digits are parted when someone writes a CPR number.
GROUPS = frozenset(
    {(10,), (6, 4), (12,), (8, 4), (2, 2, 2, 4), (2, 2, 4, 4), (2, 2, 2, 2, 2), (6, 2, 2)}
    | {(4, 2, 4), (2, 4, 4), (6, 1, 3), (6, 3, 1), (6, 1, 1, 1, 1), (2, 2, 2, 1, 1, 1, 1)}
    | {(1,) * 10, (2, 2, 6), (4, 2, 2, 2), (2, 2, 4, 2, 2), (8, 2, 2)}
)


def is_modulus_11(digits: str) -> bool:
    """Say whether ten digits carry the old check digit."""
    return sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11 == 0


def is_cpr_date(digits: str) -> bool:
    """Say whether six digits and the seventh make a day that has been or will be."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if not 1 <= month <= 12:  # noqa: PLR2004  the months of a year
        return False
    return 1 <= day <= monthrange(_full_year(year, int(digits[6])), month)[1]


def _full_year(year: int, seventh: int) -> int:
    if seventh <= 3:  # noqa: PLR2004  the rule of the seventh digit, as cpr.dk gives it
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year < YEARS_TO_1999 else 1900) + year
    return (2000 if year < YEARS_TO_2057 else 1800) + year


def find_cpr(text: str) -> Iterator[Find]:
    """Find CPR numbers: written, replaced by letters, half told and spoken."""
    for match in WRITTEN.finditer(text):
        find = written(text, match)
        if find:
            yield find
    for match in LETTERED.finditer(text):
        find = lettered(text, match)
        if find:
            yield find
    for match in PARTIAL.finditer(text):
        yield partial(text, match)
    for match in SPOKEN.finditer(text):
        find = spoken(text, match)
        if find:
            yield find


def lettered(text: str, match: re.Match[str]) -> Find | None:
    """Return what may be a replacement number, if its first half is a date."""
    if not is_cpr_date(match["day"] + match["month"] + match["year"] + "0"):
        return None
    return make_find(text, match.span(), "cpr", "replacement number", 0.7)


def partial(text: str, match: re.Match[str]) -> Find:
    """Return a number that is half told."""
    return make_find(text, match.span("digits"), "cpr", "part of a number", 0.6)


def written(text: str, match: re.Match[str]) -> Find | None:
    """Return what may be a number in digits, unless it is something else."""
    digits = re.sub(r"\D", "", match["day"] + match["month"] + match["year"])
    last = re.sub(r"\D", "", match["last"])
    year = digits[4:]
    digits = digits[:4] + year[-2:] + last
    named = WORD.search(text, max(0, match.start() - NEAR), match.start()) is not None
    one_block = match.end() - match.start() == DIGITS
    two_blocks = not (match["a"] or match["b"]) and len(match["last"]) == len(last)
    dashed = two_blocks and not one_block
    if not is_cpr_date(digits):
        added = int(digits[:2]) - ADDED_TO_DAY
        if added < 1 or not (named or dashed) or not is_cpr_date(f"{added:02d}{digits[2:]}"):
            return None
        return make_find(text, match.span(), "cpr", "replacement number", 0.7)
    if not named and _is_something_else(text, match, digits, one_block=one_block, dashed=dashed):
        return None
    rule, confidence = "date part", 0.9
    if is_modulus_11(digits):
        rule, confidence = "date part and modulus 11", 0.98
    elif not named and not dashed:
        confidence = 0.75
    return make_find(text, match.span(), "cpr", rule, confidence)


def _is_something_else(  # noqa: PLR0911  each return is one rule
    text: str, match: re.Match[str], digits: str, *, one_block: bool, dashed: bool
) -> bool:
    before = text[max(0, match.start() - NEAR) : match.start()]
    after = text[match.end() : match.end() + NEAR]
    if tuple(len(group) for group in re.findall(r"\d+", match.group())) not in GROUPS:
        return True
    if dashed and "\n" not in match.group():
        return False
    if one_block:
        account = re.search(r"(?<!\d)\d{4}[ -]$", before)
        return bool(account or (OTHER.search(before) and not is_modulus_11(digits)))
    # A longer chain of numbers, such as two dates or a case number, is no CPR number.
    if re.match(r"[./:,–-]\d", after) or re.search(r"\d[./:,–-]$", before):
        return True
    broken = "\n" in match["a"] + match["b"] and not re.search(f"[{DASHES}]", match["c"])
    if broken and not is_modulus_11(digits):
        return True
    date_signs = set(match["a"] + match["b"]) & set("./-–")
    clock = re.fullmatch(r"([01]\d|2[0-3])\s?[.:]\s?[0-5]\d", match["last"])
    if date_signs and clock and not match["c"].strip(" ,\n"):
        return True
    unit = re.match(r"\s*(?:kr\b|kroner|personer|deltagere|stk|timer|%|procent)", after)
    # Pairs of two like a telephone number with one pair too many: only the check digit tells.
    spread = set(match["a"] + match["b"] + match["c"]) <= set(SPACES) and match["a"] != ""
    foreign = re.search(r"(?:\+|00)\s?(?:\d{1,3})?\s?$", before)
    listed = spread and re.search(r"\d\s$", before) is not None
    return bool(unit or foreign or listed)


def spoken(text: str, match: re.Match[str]) -> Find | None:
    """Return what may be a number said in words."""
    words = re.findall(NUMBER_WORD, match.group(), re.IGNORECASE)
    named = WORD.search(text, max(0, match.start() - 2 * NEAR), match.start())
    numbers = [word for word in words if word.lower() not in ("en", "et", "to")]
    if named or re.match(r"\s*nul\b", match.group(), re.IGNORECASE):
        return make_find(text, match.span(), "cpr", "spoken", 0.6 if named else 0.5)
    if len(words) >= 6 and len(numbers) >= 5 and not match.group()[0].isdigit():  # noqa: PLR2004
        return make_find(text, match.span(), "cpr", "spoken", 0.4)
    return None

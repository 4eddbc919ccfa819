"""Telephone, CVR and case numbers, accounts and plates, told apart by form and by the word before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms.finding import Find, make_find

if TYPE_CHECKING:
    from collections.abc import Iterator

S = "[ \\t\u00a0\u2007\u2009\u202f]"
GAP = rf"(?:{S}|{S}?[.\-\u2010\u2011\u2013]{S}?|{S}?/{S}?)"
COUNTRY = rf"(?:(?:\+|00){S}?(?:45|298|299)|\b45(?={S}\d\d{S}\d\d{S}\d\d{S}\d\d\b)|\((?:\+|00)?45\)|\(\+?45\)){S}?[-.]?{S}?"
ABROAD = rf"(?:\+|\b00)(?!{S}?45)[1-9]\d{{0,2}}(?:{GAP}?\(?\d{{1,4}}\)?){{2,5}}"
PAIRS = rf"\d\d{GAP}\d\d{GAP}\d\d{GAP}\d\d"
FOURS = rf"\d{{4}}{GAP}\d{{4}}"
EIGHT = r"\d{8}"
UNEVEN = (
    rf"\d\d{GAP}\d{{3}}{GAP}\d{{3}}|\d{{3}}{GAP}\d\d{GAP}\d{{3}}|\d{{3}}{GAP}\d{{3}}{GAP}\d\d"
    rf"|\d\d{GAP}\d\d{GAP}\d{{4}}|\d{{4}}{GAP}\d\d{GAP}\d\d|\d\d{GAP}\d{{6}}"
    rf"|\d(?:{GAP}\d){{7}}"
)
CALL = re.compile(
    r"(?:\b(?:tlf|telefon|tel|mobil|mob|fon|phone|fax|sms|ring|nummer|nr|kontakt|direkte|vagt)\w*"
    r"|☎|📞)[\w .:,()'’-]{0,30}$",
    re.IGNORECASE,
)
PHONE = re.compile(
    rf"(?<![\d\w])(?<!\d[.,/\-–])(?:(?P<country>{COUNTRY})(?P<abroad>{PAIRS}|{FOURS}|{UNEVEN}|{EIGHT})"
    rf"|(?P<pairs>{PAIRS})|(?P<fours>{FOURS})|(?P<eight>{EIGHT})|(?P<uneven>{UNEVEN})|(?P<foreign>{ABROAD}))"
    r"(?!\d)(?![.,/\-–]\d)(?!\w)"
)
FOREIGN_LENGTHS = range(8, 16)
CVR = re.compile(
    rf"\b(?:cvr|se|moms)(?:{S}?[-–.]?{S}?(?:nr\.?|nummer(?:et)?|no\.?))?{S}?(?:er|:|=|på|hedder)?{S}{{0,2}}"
    rf"(?P<cvr>(?:DK{S}?-?)?\d(?:{GAP}?\d){{7}})(?!\d)"
    rf"|(?<!\w)(?P<dk>DK{S}?-?\d(?:{S}?\d){{7}})(?!\d)",
    re.IGNORECASE,
)
LABELS = (
    r"(?:sags?|journal|jour|j\.|j-|jnr|ref|referenc\w+|id|ordre|faktura|regning|kunde|police|"
    r"skade|bilag|medlems|løbe|serie|forsendelse|pakke|tracking|bestilling|ansøgning\w*|klage|"
    r"projekt|kontrakt|aftale|kontrol|lejemåls|dok(?:ument)?|esdh|emn|acadre|p|ean|gln|låner|studie|patient)"
)
CASE_LABELLED = re.compile(
    rf"\b(?:{LABELS}[-.]?{S}?(?:nr\b\.?|nummer(?:et)?\b|numre\b|no\.|id\b)|jnr\.?|journal\b|sag\b|sagen\b|ref\.)"
    rf"{S}?(?:er|:|=|på|hedder|lyder|var)?{S}{{0,2}}#?"
    r"(?P<case>(?=[\w./\-–]*\d)(?:[A-ZÆØÅ]{1,6}[-–/ .]?)?\d[\w./\-–]*(?:[ ]\d[\w./\-–]*){0,3})",
    re.IGNORECASE,
)
#: KLE, year-and-number and letters-and-number: a case number without any word before it.
CASE_FORM = re.compile(
    r"(?<![\w.-])(?:"
    r"\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-\d{1,5}-\d\d(?:\d\d)?"
    r"|(?:19|20)\d\d[-–/]\d{4,8}(?:[-–/]\d{1,6})?"
    r"|[A-ZÆØÅ]{1,6}[-–/]?(?:19|20)\d\d[-–/]\d{2,8}(?:[-–/]\d{1,6})?"
    r"|(?:19|20)\d\d[-–/][A-ZÆØÅ]{1,6}[-–/]?\d{2,8}"
    r"|\d{2}[-/]\d{4,6}(?:[-/]\d{1,4})?"
    r"|(?!DK-|COVID-)[A-ZÆØÅ]{2,6}-\d{3,9}(?:-\d{1,6})?"
    r")(?![\w])"
)
YEARS = re.compile(r"(?:19|20)\d\d[-–/](?:19|20)\d\d")
ACCOUNT = re.compile(
    r"\breg\.?\s?(?:nr\.?|nummer)?:?\s?(?P<parted>\d{4}[ ,./-]{0,3}(?:konto\w*\.?:?\s?(?:nr\.?:?\s?)?)?\d[\d ]{4,11}\d)"
    r"|\b(?:konto(?:\s?(?:nr\.?|nummer(?:et)?))?|iban|nemkonto)[\s:]*(?:er\s)?"
    r"(?P<account>(?:[A-Z]{2}\d\d\s?)?\d(?:[ \-–/]?\d){6,20})"
    r"|(?<!\w)(?P<iban>[A-Z]{2}\d\d(?: ?[\dA-Z]{4}){3,7}(?: ?\d{1,3})?)(?!\w)"
    r"|(?<![\d-])(?P<bank>\d{4}[ -]\d{10})(?!\d)",
    re.IGNORECASE,
)
PLATE = re.compile(
    r"(?:nummerplade\w*|reg(?:istrerings)?\.?\s?(?:nr|nummer)\.?\w*|bil(?:en)? med)[\s:]*(?:er\s)?"
    r"(?P<plate>[A-ZÆØÅ]{2}\s?\d\d\s?\d{3})\b"
    r"|(?<!\w)(?P<bare>[A-Z]{2} \d\d \d{3})(?!\w)"
)
MONTHS = 12
DAYS = 31


def find_numbers(text: str) -> Iterator[Find]:
    """Find telephone, CVR and case numbers, accounts and plates."""
    for match in CVR.finditer(text):
        group = "cvr" if match["cvr"] else "dk"
        yield make_find(text, match.span(group), "cvr", "word or DK before", 0.95)
    for match in CASE_LABELLED.finditer(text):
        yield from _case(text, match)
    for match in CASE_FORM.finditer(text):
        if not YEARS.fullmatch(match.group()) and not _is_season(match.group()):
            yield make_find(text, match.span(), "case_number", "form", 0.7)
    for match in ACCOUNT.finditer(text):
        group = next(name for name in ("parted", "account", "iban", "bank") if match[name])
        if group != "iban" or sum(c.isdigit() for c in match[group]) > MONTHS:
            yield make_find(text, match.span(group), "account", "word or form", 0.85)
    for match in PLATE.finditer(text):
        group = "plate" if match["plate"] else "bare"
        yield make_find(text, match.span(group), "plate", "form", 0.8)
    for match in PHONE.finditer(text):
        yield from _phone(text, match)


def _case(text: str, match: re.Match[str]) -> Iterator[Find]:
    start, end = match.span("case")
    number = text[start:end].rstrip(".-–/ ")
    digits = sum(character.isdigit() for character in number)
    labelled = re.search(
        r"n(?:r|umm?er)|id|j", match.group()[: start - match.start()], re.IGNORECASE
    )
    # "Sag 3" and "ref. 12" number a list; a number with a word such as "sagsnr." may be short.
    if digits >= (3 if labelled else 5):
        yield make_find(text, (start, start + len(number)), "case_number", "word before", 0.9)


def _is_season(number: str) -> bool:
    """Say whether `19/2020` or `20/2021` is a month or an autumn, not a case."""
    return bool(re.fullmatch(r"\d\d[-/](?:19|20)\d\d", number))


def _phone(text: str, match: re.Match[str]) -> Iterator[Find]:
    digits = re.sub(r"\D", "", match.group())
    called = CALL.search(text, max(0, match.start() - 45), match.start()) is not None
    if match["foreign"]:
        if len(digits) in FOREIGN_LENGTHS:
            yield make_find(text, match.span(), "phone", "country code", 0.85)
        return
    if match["country"]:
        yield make_find(text, match.span(), "phone", "country code", 0.98)
        return
    if match["fours"] and YEARS.fullmatch(match["fours"]):
        return
    if digits.startswith("0") or (not called and _is_no_phone(text, match, digits)):
        return
    rule = "word before" if called else "form"
    confidence = 0.95 if called else 0.8
    if digits.startswith("1"):
        confidence -= 0.15  # no subscriber's number begins with 1; short numbers do
    yield make_find(text, match.span(), "phone", rule, confidence)


def _is_no_phone(text: str, match: re.Match[str], digits: str) -> bool:
    if match["uneven"]:
        return True
    if match["fours"]:
        halves = digits[:4], digits[4:]
        if all(half.startswith(("19", "20")) for half in halves):
            return True
        if "-" in match["fours"] or "–" in match["fours"] or "/" in match["fours"]:
            return halves[0].startswith(("19", "20"))
    if match["eight"]:
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
        backwards = int(digits[4:]), int(digits[2:4]), int(digits[:2])
        if _is_date(year, month, day) or _is_date(*backwards):
            return True
    if match["pairs"] and re.search(r"[.]", match["pairs"]) and re.search(r"[/–-]", match["pairs"]):
        return True  # two dates without a year, such as 12.03-14.04
    # Numbers in a longer row, as in a table, or with a unit after them.
    longer = re.match(rf"{S}\d\d(?:{S}|\b)", text[match.end() :]) and match["pairs"]
    before = text[max(0, match.start() - 8) : match.start()]
    row = bool(match["pairs"]) and re.search(rf"(?:^|\D)\d\d{S}$", before)
    unit = re.match(
        r"\s*(?:kr\b|kroner|%|procent|timer|personer|mio|borgere|euro)", text[match.end() :]
    )
    counted = re.search(
        r"(?:faktura|ordre|sag|kunde|konto|vare|serie|kroner|kr\.)[\w .:-]{0,12}$", before
    )
    return bool(longer or row or unit or counted)


def _is_date(year: int, month: int, day: int) -> bool:
    return 1900 <= year <= 2099 and 1 <= month <= MONTHS and 1 <= day <= DAYS  # noqa: PLR2004

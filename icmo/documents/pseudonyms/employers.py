"""Employers: chains by name, companies by form, and what stands after `arbejder hos`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms import names
from icmo.documents.pseudonyms.finding import Find, make_find

if TYPE_CHECKING:
    from collections.abc import Iterator

UP = "[A-ZÆØÅÖÄÜÉ]"
#: DSB and ISS are written with capitals, or are something else.
ABBREVIATION = 3
PROPER = rf"(?:{UP}[\w’'&.-]*\w|{UP}|\d{{1,4}})"
NAME = rf"{UP}[\w’'&.-]*(?<=\w)(?:[ \u00a0](?:&|og(?=[ ]{UP})|{PROPER})(?=\W|$)){{0,4}}"
COMPANY = re.compile(
    rf"(?<!\w)(?P<name>(?:{UP}[\w’'&.-]*[ ](?:(?:&|og|i|af)[ ])?){{1,5}}"
    r"(?:A/S|ApS|APS|I/S|K/S|P/S|IVS|AMBA|A\.m\.b\.a\.|a\.m\.b\.a\.|AB|GmbH|Ltd\.?|Inc\.?|"
    r"& (?:Søn(?:ner)?|Co\.?|Partnere|Datter)|Holding|Group|Gruppen))(?!\w)"
)
TRADE = re.compile(
    rf"(?<!\w)(?P<name>(?:{UP}[\w’'.-]*[ ]){{1,3}}(?:Bageri|Rengøring|Service|Byg|Transport|Auto|"
    r"Restaurant|Café|Cafe|Pizzeria|Pizza|Grill|Kiosk|Hotel|Kro|VVS|El|Entreprise|Gartneri|Frisør|"
    r"Salon|Catering|Kantine|Vikar|Vikarbureau|Bilpleje|Anlæg|Maskinfabrik|Slagteri|Mejeri|Isenkram|Vaskeri))s?(?!\w)"
)
AT_WORK = re.compile(
    r"\b(?:arbejd(?:er|ede|et|e)|ansat|ansættelse|job|fritidsjob|praktik|virksomhedspraktik|løntilskud|"
    r"fleksjob|småjob|stilling|startet|startede|begyndt|begyndte|vikar|elev|lærling|læreplads|elevplads|"
    r"timer|vagter|fyret|afskediget|kontrakt|rengøring|gjort rent|stillet|opsagt)"
    r"(?:[ ](?:\w+[ ]){0,3}?)(?:på|hos|i|ved|fra|for)[ ](?:(?:firmaet|virksomheden|butikken|en butik|noget der hedder|et sted der hedder)[ ])?"
    rf"(?P<name>{NAME})"
)
NAMED = re.compile(
    r"\b(?:[Ff]irmaet|[Vv]irksomheden|[Bb]utikken|[Rr]estaurant(?:en)?|[Cc]af[eé](?:en)?|[Hh]otel(?:let)?|"
    r"[Bb]ageri(?:et)?|[Rr]engøringsfirmaet|[Vv]ikarbureauet|[Ss]upermarkedet|[Ff]abrikken|[Pp]lejehjem(?:met)?|"
    r"[Pp]lejecent(?:er|ret)|[Bb]ørnehave(?:n)?|[Vv]uggestue(?:n)?|[Dd]agplejen|[Bb]osted(?:et)?|[Kk]antinen|"
    r"[Kk]riseccent(?:er|ret)|[Bb]eboerhuset|[Vv]ærestedet|[Ii]nstitutionen|[Ff]risørsalon(?:en)?|[Kk]rocentret|[Ss]alon|"
    r"[Cc]ateringfirmaet|[Ff]oreningen|[Kk]iosken|[Pp]izzeria(?:et)?)[ ](?:(?:der hedder|ved navn)[ ])?"
    rf"[\"”»“„]?(?P<name>{NAME})"
)


def find_employers(text: str) -> Iterator[Find]:
    """Find employers and institutions that employ."""
    for match in COMPANY.finditer(text):
        yield make_find(text, match.span("name"), "employer", "company form", 0.9)
    for match in TRADE.finditer(text):
        yield make_find(text, match.span("name"), "employer", "trade", 0.75)
    for match in AT_WORK.finditer(text):
        if not _names_someone_else(match["name"]):
            yield make_find(text, _trimmed(match), "employer", "at work", 0.7)
    for match in NAMED.finditer(text):
        if not _names_someone_else(match["name"]):
            yield make_find(text, _trimmed(match), "employer", "named workplace", 0.75)
    for match in _chains().finditer(text):
        chain = match.group()
        begins = (
            not text[: match.start()].rstrip(' "”»(')
            or text[: match.start()].rstrip()[-1] in ".!?:"
        )
        if not _known(chain) or (names.capital(chain) and not begins):
            yield make_find(text, match.span(), "employer", "chain", 0.8)


def _known(chain: str) -> bool:
    """Say whether a chain's name is also a word."""
    return next(
        (doubt for name, doubt in names.employers().items() if name.lower() == chain.lower()), False
    )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("name")
    while match.string[end - 1] in ".,'’&- ":
        end -= 1
    return start, end


def _names_someone_else(name: str) -> bool:
    """`hos Mette`, `i Aarhus`, `i Danmark` are a person, a place, a country."""
    first, *more = name.split()
    plain = names.stems(first)
    ordinary = any(stem in names.ordinary() for stem in plain)
    place = any(stem in names.places() for stem in plain) and names.places().get(first) != "word"
    person = bool(names.first_name(first)) and not more
    person = person or (
        bool(names.first_name(first)) and bool(more) and bool(names.surname(more[-1]))
    )
    return ordinary or place or person


@cache
def _chains() -> re.Pattern[str]:
    ordered = sorted(names.employers(), key=len, reverse=True)
    sure = "|".join(
        re.escape(name)
        for name in ordered
        if not names.employers()[name] and len(name) > ABBREVIATION
    )
    exact = "|".join(
        re.escape(name) for name in ordered if names.employers()[name] or len(name) <= ABBREVIATION
    )
    return re.compile(rf"(?<![\w-])(?:(?i:{sure})|{exact})(?=(?:s|['’]s?)?(?![\w]))")

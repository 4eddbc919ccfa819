"""Addresses, postcodes with their town, municipalities, towns and streets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icmo.documents.pseudonyms.finding import Find, make_find
from icmo.documents.pseudonyms.names import capital, places
from icmo.documents.pseudonyms.names import ordinary as names_of_no_one

if TYPE_CHECKING:
    from collections.abc import Iterator

UP = "[A-ZÆØÅÖÄÜÉ]"
LOW = "[a-zæøåöäüéèáíóúðþ]"
S = "[ \\t\u00a0]"
#: Endings of Danish street names, with the article.
ENDINGS = (
    "vej|vejen|veje|gade|gaden|gades|stræde|strædet|allé|allee|alle|alléen|boulevard|boulevarden|"
    "plads|pladsen|torv|torvet|vænge|vænget|vænger|park|parken|have|haven|haverne|havevej|"
    "gård|gården|gårde|gaard|gaarden|gårds|bakke|bakken|bakker|høj|højen|høje|lund|lunden|toft|"
    "toften|tofte|tofter|mark|marken|marker|skov|skoven|kær|kæret|eng|engen|enge|krog|krogen|"
    "sti|stien|bro|broen|kaj|kajen|havn|havnen|ager|ageren|agre|led|leddet|løkke|løkken|dal|dalen|"
    "hegn|hegnet|brink|brinken|bugt|bugten|passage|passagen|gyde|gyden|gang|gangen|ring|ringen|"
    "vang|vangen|vange|terrasse|terrassen|terrasserne|husene|huset|bo|hus|strand|stranden|næs|næsset|"
    "kvarter|kvarteret|centret|center|port|porten|slippe|slippen|stien|sving|svinget|vold|volden|"
    "minde|ly|hvile|kilde|kilden|sø|søen|å|åen|holm|holmen|banke|banken|skrænt|skrænten|skel|skellet|"
    "tværvej|landevej|chaussé|chaussee|spor|sporet|trappe|trapperne|byen|gårdene|vænget|planen|"
    "kollegiet|kollegie|esplanade|esplanaden|promenade|promenaden|ås|åsen|tang|odde|odden|mose|mosen"
)
#: Endings that alone, with a number after them, are not believed without a capital.
HARD = "vej|vejen|gade|gaden|stræde|strædet|allé|allee|boulevard|boulevarden|vænget|parken|toften|torvet|bakken|gården|haven|lunden|marken|engen|stien|krogen"
NUMBER = rf"(?:(?:nr\.?|nummer){S})?\d{{1,3}}{S}?(?:[A-Za-zÆØÅ](?!\w))?(?:{S}?[-–/]{S}?\d{{1,3}}{S}?[A-Z]?)?(?![\d%])"
FLOOR = (
    rf"(?:,?{S}?(?:\d{{1,2}}\.?{S}?(?:sal\b\.?)?|st\b\.?|stuen|kl\b\.?|kld\b\.?|kælder(?:en)?|mezz\.?|stueetagen)"
    rf"(?:,?{S}?(?:(?:tv|th|mf|t\.v|t\.h|m\.f)\b\.?|(?:til{S})?(?:venstre|højre)\b|midt(?:{S}?for)?\b|"
    rf"(?:dør|lejl\.?|lejlighed|nr\.?|vær\.?|værelse){S}?\d{{1,4}}|(?<=[., ]){S}?\d{{1,4}}(?!\d)(?!{S}?(?:år|timer|kr|gange|børn|personer|uger|dage|\.\d))))"
    rf"|,?{S}?(?:(?:st|kl|kld)\.(?=[\s,.;])|\d{{1,2}}\.{S}?sal\b\.?|stuen\b|i{S}kælderen)"
    rf"|,{S}\d{{1,2}}(?=[.,)]?(?:\s*$|\s(?:i|og|hvor|da|med|men|på|til|fra)\b)|[,)])"
    rf"|,{S}?(?:(?:dør|lejl\.?|lejlighed|vær\.?|værelse|opgang){S}?\w{{1,4}}|(?:tv|th|mf)\b\.?|\d{{1,2}}\.(?=\s*(?:,|$|\d{{4}})))){{0,2}}"
)
NOT_A_NUMBER = rf"(?!{S}?(?:år|timer|time|kr\b|kroner|procent|%|personer|børn|gange|uger|måneder|dage|minutter|km|meter|m2|kvm|ud af|mennesker|sider|stykker|{UP}?[a-zæøå]+er{S}om{S}))(?!\.{S}?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|klasse|gang|sal\b.{{0}}time))"
WORD = rf"(?:{UP}[\w’'-]*|{UP}\.(?:{S}?{UP}\.)*|[A-ZÆØÅ]{{2,}})"
STREET = re.compile(
    rf"(?<![\w])(?P<street>(?:(?:{WORD}|Skt\.|Sct\.|Sankt|Dr\.|Gl\.|Ny|Ndr\.|Sdr\.|Vestre?|Østre?|Nr\.|St\.|Chr\.|Kgs\.|[A-ZÆØÅ]\.){S}(?:(?:og|i|ved|på|den|de|af){S})?){{0,4}}?"
    rf"(?:{UP}[\w’'-]*?(?:{ENDINGS})s?|(?<={S})(?i:{ENDINGS}))(?:{S}(?:Vest|Øst|Nord|Syd|Midt))?)(?!\w)"
    rf"(?P<number>,?{S}{{1,2}}{NUMBER}{NOT_A_NUMBER}{FLOOR})",
)
LOWER = re.compile(
    rf"(?<![\w-])(?P<street>(?:(?:gammel|gl\.|ny|store|lille|nørre|sønder|øster|vester|nordre|søndre|østre|vestre){S})?"
    rf"[a-zæøåé]{{3,}}(?:{HARD}))(?P<number>,?{S}{NUMBER}{NOT_A_NUMBER}{FLOOR})"
)
#: "bor på Rosenhøj 14": any capital and a number after a word for living somewhere.
LIVES = re.compile(
    rf"\b(?:[Bb]or|[Bb]oede|[Ff]lytte(?:de|r|t)?|[Aa]dresse(?:n|r)?|[Hh]jemme|[Ll]ejlighed(?:en)?|[Oo]pgang(?:en)?|[Vv]ej|[Hh]us(?:et)?)(?:{S}(?:er|var|nu|dengang|vist|stadig|til|ind|ovre|henne|oppe|nede|ude))*:?,?{S}(?:(?:på|i|ved){S})?"
    rf"(?P<street>{UP}[\w’'-]+(?:{S}(?:{UP}[\w’'.-]*|og|i|den|de)){{0,3}}(?P<number>{S}{NUMBER}{NOT_A_NUMBER}{FLOOR}))"
)
#: Anything with a capital, a number and a floor.
FLOORED = re.compile(
    rf"(?<!\w)(?P<street>{UP}[\w’'-]+(?:{S}{UP}[\w’'.-]*){{0,3}}{S}\d{{1,3}}{S}?[A-Z]?,{S}?(?:\d{{1,2}}\.?|st\.?|stuen|kl\.?)(?:{S}?sal)?,?{S}?(?:tv|th|mf)\b\.?)"
)
POSTBOX = re.compile(r"\b(?:post)?boks\s\d{1,5}\b", re.IGNORECASE)
POSTCODE = re.compile(
    rf"(?<![\w.,/-])(?:DK{S}?-?{S}?)?(?P<code>0[89]\d\d|[1-9]\d{{3}}){S}{{1,2}}"
    rf"(?P<town>{UP}[\w.’'-]*\w(?:{S}(?:{UP}\w*|i|på))*?(?:{S}(?:[A-HJ-ZÆØÅ]|NV|SV|NØ|SØ)(?!\w))?|[a-zæøå]{{2,}})(?!\w)"
)
MUNICIPALITY = re.compile(
    rf"(?<!\w)(?P<name>{UP}[\w-]+(?:{S}{UP}[\w-]+)?{S}[Kk]ommunes?)(?!\w)|\b[Kk]ommunen?{S}(?P<after>{UP}[\w-]+)"
)
INSTITUTION = re.compile(
    rf"(?<!\w)(?P<name>(?:{UP}[\w’'.-]+{S}){{1,3}}(?:[Ss]kole|[Kk]irke|[Pp]lejehjem|[Pp]lejecenter|[Ss]ygehus|[Hh]ospital|"
    rf"[Gg]ymnasium|[Bb]ibliotek|[Mm]oské|[Ss]eminarium|[Ss]ogn|[Hh]øjskole|[Bb]oligforening|[Kk]irkegård|[Ss]tation))s?(?!\w)"
)
HAS_AREA = re.compile(r"^(?:19|20)\d\d$")
AFTER_PLACE_WORD = re.compile(
    r"(?:\b(?:i|fra|til|på|omkring|ved|nær|uden for|syd for|nord for|byen|byer som)\s)$",
    re.IGNORECASE,
)
SPOTS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)


def find_places(text: str) -> Iterator[Find]:
    """Find addresses, postcodes with towns, municipalities, towns and streets."""
    yield from find_addresses(text)
    for match in POSTCODE.finditer(text):
        yield from _postcode(text, match)
    for match in MUNICIPALITY.finditer(text):
        group = "name" if match["name"] else "after"
        first = match[group].split()[0]
        if first not in {"Min", "Vores", "Jeres", "Den", "En", "Hver", "Hvilken", "Denne", "Din"}:
            yield make_find(text, match.span(group), "place", "municipality", 0.85)
    for match in INSTITUTION.finditer(text):
        yield make_find(text, match.span("name"), "place", "institution", 0.7)
    yield from _listed(text)


def find_addresses(text: str) -> Iterator[Find]:
    """Find a street with its number, floor and door."""
    for match in STREET.finditer(text):
        start, end = _trimmed(text, match.start("street"), match.end())
        street = text[start : match.end("street")]
        if _is_street(street):
            yield make_find(text, (start, end), "address", "street and number", 0.9)
    for match in LOWER.finditer(text):
        end = match.start() + len(match.group().rstrip(" ,"))
        yield make_find(text, (match.start(), end), "address", "street and number", 0.7)
    for pattern, rule in ((LIVES, "lives at"), (FLOORED, "number and floor")):
        for match in pattern.finditer(text):
            start, end = _trimmed(text, match.start("street"), match.end())
            yield make_find(text, (start, end), "address", rule, 0.75)
    for match in POSTBOX.finditer(text):
        yield make_find(text, match.span(), "address", "post box", 0.8)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[end - 1] in " ,\t\u00a0":
        end -= 1
    if text[end - 1] == "." and not text[start:end].lower().endswith((".v.", ".h.", ".f.")):
        # The full stop of "2. tv." may end the sentence; the words are found either way.
        end -= 1
    return start, end


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(?:{ENDINGS})s?$")


def _is_street(street: str) -> bool:
    """Say whether a word with a street's ending is longer than the ending alone."""
    *before, last = street.split()
    if any(word in names_of_no_one() for word in (*before, last)):
        return False
    if before:
        return True
    found = _endings().search(last)
    stem = last[: found.start()] if found else ""
    return len(stem) >= 3 or (len(stem) == 2 and last.endswith(("vej", "gade", "vejen", "gaden")))  # noqa: PLR2004


def _postcode(text: str, match: re.Match[str]) -> Iterator[Find]:
    town = match["town"].strip()
    known = {name.lower() for name in places()}
    first = re.split(r"[ .]", town)[0]
    is_known = first.lower() in known or town.lower() in known
    if HAS_AREA.match(match["code"]) and first.lower() not in {"frederiksberg", "københavn", "kbh"}:
        return
    if town[0].islower() and not is_known:
        return
    abbreviated = first.lower() in {"kbh", "kgs", "nykøbing", "sdr", "nr", "st", "gl", "store"}
    after = re.match(r"\s?(?:kr|%|kroner)", text[match.end("code") :])
    if after:
        return
    end = match.end()
    if not is_known and not abbreviated:
        words = re.match(rf"{UP}[\w.’'-]*\w(?:{S}(?:[CKNSVØMJ]|NV|SV|NØ|SØ)\b)?", match["town"])
        end = match.start("town") + (words.end() if words else len(match["town"]))
    yield make_find(
        text, (match.start(), end), "postcode", "code and town", 0.9 if is_known else 0.7
    )


def _listed(text: str) -> Iterator[Find]:
    towns = places()
    spots = list(SPOTS.finditer(text))
    for number, spot in enumerate(spots):
        word = spot.group()
        if not capital(word):
            continue
        pair = spots[number + 1] if number + 1 < len(spots) else None
        if pair and f"{word} {pair.group()}" in towns and text[spot.end() : pair.start()] == " ":
            yield make_find(text, (spot.start(), pair.end()), "place", "list", 0.8)
            continue
        stem = word if word in towns else word[:-1] if word.endswith("s") else ""
        if stem not in towns:
            if _is_bare_street(text, spot):
                yield make_find(text, spot.span(), "place", "street", 0.6)
            continue
        located = AFTER_PLACE_WORD.search(text, max(0, spot.start() - 12), spot.start())
        if towns[stem] == "word" and not located:
            continue
        span = spot.start(), spot.start() + len(stem)
        area = re.match(r" (?:NV|SV|[CKNSVØ])\b", text[span[1] : span[1] + 3])
        span = (span[0], span[1] + area.end()) if area else span
        yield make_find(text, span, "place", "list", 0.85 if located else 0.75)


def _is_bare_street(text: str, spot: re.Match[str]) -> bool:
    word = spot.group()
    if not re.search(
        r"(?:vej|vejen|gade|gaden|stræde|strædet|allé|boulevard|vænget|parken)$", word
    ):
        return False
    before = text[max(0, spot.start() - 10) : spot.start()]
    return len(word) > 7 and bool(re.search(r"(?:på|ad|i|fra|til|ved)\s$", before))  # noqa: PLR2004

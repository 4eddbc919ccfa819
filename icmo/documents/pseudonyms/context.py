"""The Danish words around a name that tell it: kinship, titles, `hedder`, verbs of saying."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"^[ \t]*(?:\[?\d[\d:.,]*\]?[ \t]*)?(?P<label>[^\W\d_][^:\n?!]{0,60}?)[ \t]*:(?=[ \t]|$)",
    re.MULTILINE,
)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


POSSESSIVE = _set(
    "min mit mine din dit dine hans hendes vores vor vort vore deres jeres sin sit sine ens en "
    "den denne et anden andet ældste yngste lille store gamle nye"
)
KIN = _set(
    "mand mands kone hustru ægtefælle eksmand eks ekskone kæreste samlever partner forlovede "
    "mor far forældre søn sønnen datter datteren døtre sønner barn børn barnebarn bror broren "
    "brødre søster søsteren søstre storebror lillebror storesøster lillesøster tvilling "
    "tvillingebror tvillingesøster onkel tante faster moster farbror morbror fætter fætteren "
    "kusine kusinen niece nevø svigermor svigerfar svigerdatter svigersøn svigerinde svoger "
    "bedstemor bedstefar farmor farfar mormor morfar plejemor plejefar stedfar stedmor "
    "papfar papmor stedsøn steddatter drengen pigen dreng pige baby ven vennen veninde "
    "veninden venner naboen nabo kollega kollegaen makker makkeren bekendt underbo overbo gudmor "
    "roommate værelseskammerat klassekammerat hund mentor mentoren sagsbehandler sagsbehandleren "
    "rådgiver rådgiveren boligrådgiver boligrådgiveren kontaktperson kontaktpersonen "
    "læge lægen tolk tolken lærer læreren psykolog psykologen jobkonsulent jobkonsulenten "
    "virksomhedskonsulent virksomhedskonsulenten socialrådgiver socialrådgiveren chef chefen "
    "leder lederen afdelingsleder afdelingslederen teamleder teamlederen koordinator koordinatoren "
    "konsulent konsulenten pædagog pædagogen sygeplejerske sygeplejersken sundhedsplejerske "
    "sundhedsplejersken jordemoder jordemoderen fysioterapeut fysioterapeuten frivillig "
    "dame damen kvinde kvinden fyr fyren mester mesteren arbejdsgiver arbejdsgiveren underviser "
    "underviseren praktikant praktikanten vikar vikaren ejer ejeren direktør direktøren"
)
TITLES = _set(
    "fru frk frøken hr herr herre dr doktor pastor sognepræst præst præsten imam imamen professor "
    "overlæge overlægen advokat advokaten borgmester borgmesteren rådmand rådmanden minister "
    "ministeren statsminister inspektør inspektøren rektor oversygeplejerske politiassistent "
    "betjent betjenten prins prinsesse dronning konge skoleleder skolelederen kollega kollegaen "
    "sagsbehandler sagsbehandleren mentor mentoren læge lægen tolk tolken lærer læreren leder "
    "lederen chef chefen konsulent jobkonsulent virksomhedskonsulent socialrådgiver koordinator "
    "projektleder projektlederen afdelingsleder teamleder veninde ven nabo fætter kusine onkel "
    "tante moster faster søster bror mormor farmor morfar farfar boligrådgiver sundhedsplejerske "
    "psykolog pædagog underviser praktikvært mester"
)
#: Words, also several in a row, after which a name comes.
CALLED = frozenset(
    {
        "hedder", "hed", "hedde", "heder", "kaldes", "kaldet", "kaldt", "kaldte", "kalder", "døbt",
        "ved navn", "navnet", "navnet er", "navn er", "navn var", "opkaldt efter", "alias", "hedder nu",
        "hedder jo", "hedder altså", "hedder også", "hed vist", "hedder øh", "hedder bare", "hedder vist",
        "hedder så", "hed jo", "hed altså", "underskrevet", "hilsen", "kh", "mvh", "navn", "sammen med hende",
        "gift med", "skilt fra", "født",
    }
)  # fmt: skip
SAYING = _set(
    "sagde siger sige spurgte spørger svarede svarer fortalte fortæller mente mener synes syntes "
    "ringede ringer skrev kom kommer gik går tog hjalp hjælper arbejder arbejdede bor boede havde "
    "har fik får vil ville kan kunne skal skulle blev griner grinede græd kørte kører hentede "
    "gjorde gør begyndte startede stoppede elsker hader troede tror ved vidste tænkte tænker sendte sender "
    "besøgte besøger lærte viste følte føler passede passer hedder flyttede fandt mødte møder lovede"
)
WITH_PERSON = _set(
    "med hos mødte kender kendte ringede besøge besøger spørge "
    "hej hejsa godmorgen goddag farvel velkommen kære tak hjælpe savner elsker"
)
#: Words after which an unknown capital may be a person, a place or an office alike.
BEFORE_ANYONE = _set("fra til af for om og eller end som uden mod hvor at var er blev ser så")
#: Endings of Danish nouns: what is named so is an office or a project before it is a person.
NOUN_ENDING = re.compile(
    r"\w+(?:en|et|er|ene|erne|ing|ingen|hed|tion|tionen|else|skab|ment|center|hus|projekt|kommune|skole|"
    r"råd|nævn|styrelse|loven|plan|net|udvalg|forening|forbund|bladet|parti|tilbud|indsats|metode|gruppe|"
    r"vej|gade|vejs|ude|fonden|fond|byg|service|job|test|kurs|kursus|dag|lov|land|landet)s?",
    re.IGNORECASE,
)
PARTICLES = _set(
    "van von de der den da di du del della la le el al bin binti ibn bint abu ben ter af zu dos das"
)
ROLES = _set(
    "interviewer interviewperson interviewede intervieweren informant informanten respondent deltager "
    "deltageren deltagere borger borgeren borgere kvinde kvinden kvinder mand manden mænd person leder "
    "lederen sagsbehandler sagsbehandleren mentor mentoren konsulent koordinator jobkonsulent "
    "virksomhedskonsulent virksomhedsmentor tolk tolken moderator ordstyrer facilitator projektleder "
    "afdelingsleder teamleder medarbejder medarbejderen kommune kommunen alle flere ukendt stemme "
    "gruppe gruppen int iv ip spørgsmål svar note noter dato sted tid emne bilag tema kursist elev lærer "
    "underviser rådgiver socialrådgiver boligrådgiver sygeplejerske sundhedsplejerske læge psykolog "
    "speaker participant woman man q a i r s m k p b d transskription kilde titel princip deltagende "
    "beskæftigelsesmedarbejder fagperson frivillig observatør referent virksomhed virksomheden chef "
    "arbejdsgiver praktikvært adresse telefon tlf mobil email mail cpr navn navne født by kontakt sag "
    "sagsnr journalnr fra til emnefelt gruppeinterview interview fokusgruppe ps nb obs eksempel anden "
    "andre første citat pause hilsen eks forfatter dokument side afsnit kapitel"
)
#: Never a name in lower case, and no name at the beginning of a sentence.
FUNCTION_WORDS = _set(
    "jeg du han hun den det vi i de mig dig ham hende os jer dem sig en et min mit mine din dit dine "
    "sin sit sine hans hendes vores jeres deres dens dets og eller men for at som der hvor hvad hvem "
    "hvis når da så jo nok vist vel bare kun også ikke aldrig altid ofte tit meget mere mest lidt "
    "noget nogen nogle alt alle al hele begge hver ingen intet her dér derfor dog endda næsten måske "
    "på af til fra med ved om under over mod mellem efter før uden hos gennem siden ind ud op ned hjem "
    "er var har havde bliver blev være været skal skulle vil ville kan kunne må måtte bør burde tør "
    "går gik kom kommer får fik gør gjorde siger sagde ja nej jamen altså øh øhm hm mm nå tja okay "
    "selv samme anden andet andre første sidste ny nye nyt god godt gode stor store lille små denne "
    "dette disse nu igen stadig allerede snart først bagefter sådan ligesom fordi selvom mens hvordan "
    "hvorfor hvornår hvilken hvilket hvilke enten både end ad samt tak hej farvel ens man dermed derefter "
    "arbejder bor hedder sidder står ligger tænker synes tror mener ved vidste tog tager ser så gav giver "
    "noget ting tid dag dage uge uger år gang gange sted lang langt kort tre to fire fem seks syv otte ni ti"
)

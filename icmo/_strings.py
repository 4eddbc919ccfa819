"""Every sentence icmo says, in Danish and English.

A sentence for something to mend has three beats: where it is, what is wrong, what to do.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = ("da", "en")
#: The language of a page that is answered just now; empty where nobody's page is.
_SPOKEN = ContextVar("icmo_language", default="")

STRINGS: dict[str, dict[str, str]] = {
    # ── small words ────────────────────────────────────────────────────────────────────
    "problem.place": {"da": "{file}, linje {line}", "en": "{file}, line {line}"},
    "did_you_mean": {"da": 'Mente du "{word}"?', "en": 'Did you mean "{word}"?'},
    "word.family": {"da": "familie", "en": "family"},
    "word.question": {"da": "spørgsmål", "en": "question"},
    "word.code": {"da": "kode", "en": "code"},
    "word.and": {"da": "og", "en": "and"},
    "role.principle": {"da": "princip", "en": "principle"},
    "role.intervention": {"da": "indsats", "en": "intervention"},
    "role.context": {"da": "kontekst", "en": "context"},
    "role.moderator": {"da": "moderator", "en": "moderator"},
    "role.mechanism": {"da": "mekanisme", "en": "mechanism"},
    "role.outcome": {"da": "udkomme", "en": "outcome"},
    "role.theme": {"da": "tema", "en": "theme"},
    "role.target": {"da": "målgruppe", "en": "target group"},
    "role.factor": {"da": "faktor", "en": "factor"},
    "role.actor": {"da": "aktør", "en": "actor"},
    "role.method": {"da": "metode", "en": "method"},
    "role.other": {"da": "andet", "en": "other"},
    "date.months": {
        "da": "januar februar marts april maj juni juli august september oktober november december",
        "en": "January February March April May June July August September October November December",
    },
    "date.written": {"da": "{day}. {month} {year}", "en": "{day} {month} {year}"},
    # ── files ──────────────────────────────────────────────────────────────────────────
    "file.unreadable": {
        "da": "filen kan ikke læses ({reason}). Se efter, at den findes, og at du må åbne den.",
        "en": "the file cannot be read ({reason}). Check that it exists and that you may open it.",
    },
    "file.encoding": {
        "da": "teksten er ikke gemt som UTF-8. Åbn filen i en teksteditor og gem den igen som UTF-8.",
        "en": "the text is not stored as UTF-8. Open the file in a text editor and save it again as UTF-8.",
    },
    "file.missing": {
        "da": "{path}: filen findes ikke. Se efter, om navnet og mappen er rigtige.",
        "en": "{path}: there is no such file. Check the name and the folder.",
    },
    "file.no_folder": {
        "da": "Mappen {folder} findes heller ikke.",
        "en": "The folder {folder} does not exist either.",
    },
    "csv.columns": {
        "da": "{file}, linje 1: kolonnen {columns} mangler. Skriv den i filens første linje.",
        "en": "{file}, line 1: the column {columns} is missing. Write it in the first line of the file.",
    },
    # ── repair ─────────────────────────────────────────────────────────────────────────
    "repair.wrong_encoding": {"da": "forkert tegnsæt", "en": "wrong encoding"},
    "repair.special_space": {"da": "særligt mellemrum", "en": "special space"},
    "repair.double_space": {"da": "dobbelt mellemrum", "en": "double space"},
    "repair.invisible_sign": {"da": "usynligt tegn", "en": "invisible sign"},
    "repair.joined_sign": {"da": "delt eller sammenklæbet tegn", "en": "sign in parts, or glued"},
    "repair.running_header": {"da": "sidehoved", "en": "running header"},
    "repair.page_number": {"da": "sidetal", "en": "page number"},
    "repair.page_break": {"da": "sideskift", "en": "page break"},
    "repair.footnote_marker": {"da": "fodnotetal", "en": "footnote marker"},
    "repair.line_hyphen": {"da": "orddeling ved linjeskift", "en": "word cut at a line end"},
    "repair.kept_hyphen": {"da": "bindestreg ved linjeskift", "en": "hyphen at a line end"},
    "repair.split_word": {"da": "mellemrum i ord", "en": "space inside a word"},
    "repair.lost_letter": {"da": "tabt dansk bogstav", "en": "lost Danish letter"},
    "repair.misread_sign": {"da": "fejllæst tegn", "en": "misread sign"},
    "repair.bullet": {"da": "punkttegn", "en": "bullet"},
    "repair.overlap": {
        "da": "to rettelser vil ændre plads {place} i teksten. Vælg en af dem.",
        "en": "two repairs want to change place {place} of the text. Choose one of them.",
    },
    "repair.changed": {
        "da": "teksten på plads {place} er en anden, end da rettelsen blev foreslået. Find forslagene igen.",
        "en": "the text at place {place} is not what it was when the repair was proposed. Find the proposals again.",
    },
    "repair.empties": {
        "da": 'reparationen ville tage alle ord fra {count} mærkninger eller belæg i "{document}". Udelad de forslag, eller flyt mærkningerne først.',
        "en": 'the repair would take all words from {count} tags or evidence rows in "{document}". Leave those proposals out, or move the tags first.',
    },
    "repair.columns": {
        "da": "forslagene mangler kolonner: {columns}. Brug tabellen fra `repair_proposals`.",
        "en": "the proposals lack columns: {columns}. Use the table from `repair_proposals`.",
    },
    "original.key": {
        "da": 'den tekst, "{document}" kom fra, ligger i nøglefilen. Giv nøglen med.',
        "en": 'the text that "{document}" came from is in the key file. Hand the key in.',
    },
    "original.nowhere": {
        "da": 'ordene står ikke i den fil, "{document}" kom fra: de er rettet ind senere.',
        "en": 'the words are not in the file that "{document}" came from: they were put in later.',
    },
    # ── pseudonyms ─────────────────────────────────────────────────────────────────────
    "pseudonym.woman": {"da": "Kvinde {n}", "en": "Woman {n}"},
    "pseudonym.man": {"da": "Mand {n}", "en": "Man {n}"},
    "pseudonym.person": {"da": "Person {n}", "en": "Person {n}"},
    "pseudonym.municipality": {"da": "Kommune {n}", "en": "Municipality {n}"},
    "pseudonym.place": {"da": "Sted {n}", "en": "Place {n}"},
    "pseudonym.employer": {"da": "Arbejdsplads {n}", "en": "Workplace {n}"},
    "pseudonym.address": {"da": "Adresse {n}", "en": "Address {n}"},
    "pseudonym.cpr": {"da": "[CPR-nummer]", "en": "[CPR number]"},
    "pseudonym.phone": {"da": "[telefonnummer]", "en": "[telephone number]"},
    "pseudonym.email": {"da": "[e-mail]", "en": "[e-mail]"},
    "pseudonym.url": {"da": "[netadresse]", "en": "[web address]"},
    "pseudonym.postcode": {"da": "[postnummer og by]", "en": "[postcode and town]"},
    "pseudonym.cvr": {"da": "[CVR-nummer]", "en": "[CVR number]"},
    "pseudonym.case_number": {"da": "[sagsnummer]", "en": "[case number]"},
    "pseudonym.account": {"da": "[kontonummer]", "en": "[account number]"},
    "pseudonym.plate": {"da": "[nummerplade]", "en": "[number plate]"},
    "pseudonym.by": {
        "da": '"{replacement}": beslutningen mangler, hvem der traf den. Skriv kodernavnet.',
        "en": '"{replacement}": the decision lacks who made it. Write the coder\'s name.',
    },
    "pseudonym.empty": {
        "da": "pseudonymet er tomt, så teksten ville mangle et ord. Skriv, hvad der skal stå i stedet.",
        "en": "the pseudonym is empty, so the text would lack a word. Write what is to stand instead.",
    },
    "pseudonym.same": {
        "da": "pseudonymet rummer det navn, det skal skjule. Vælg et andet.",
        "en": "the pseudonym holds the name it is to hide. Choose another.",
    },
    "pseudonym.second": {
        "da": "den anden læser må ikke selv have truffet beslutninger om dokumentet. Lad en anden skrive under.",
        "en": "the second reader must not have made decisions on the document herself. Let someone else sign.",
    },
    "key.inside": {
        "da": "{path}: nøglefilen må ikke ligge i projektets mappe, for så følger navnene med projektet. Vælg en mappe et andet sted.",
        "en": "{path}: the key file must not lie in the project's folder, or the names travel with the project. Choose a folder elsewhere.",
    },
    "key.no_password": {
        "da": "{path}: nøglefilen skal have en adgangskode. Skriv en, som ingen kan gætte.",
        "en": "{path}: the key file needs a password. Write one that nobody can guess.",
    },
    "key.unwritable": {
        "da": "{path}: nøglefilen kan ikke skrives ({reason}). Vælg en mappe, du må skrive i.",
        "en": "{path}: the key file cannot be written ({reason}). Choose a folder you may write in.",
    },
    "key.not_a_key": {
        "da": "{path}: filen er ikke en nøglefil fra icmo. Vælg den fil, der blev skrevet, da pseudonymerne blev sat.",
        "en": "{path}: the file is no key file of icmo. Choose the one written when the pseudonyms were set.",
    },
    "key.closed": {
        "da": "{path}: adgangskoden åbner ikke nøglefilen, eller filen er beskadiget. Prøv koden igen, eller hent filen fra en sikkerhedskopi.",
        "en": "{path}: the password does not open the key file, or the file is damaged. Try the password again, or take the file from a backup.",
    },
    "key.other_project": {
        "da": "{path}: nøglefilen hører til et andet projekt. Vælg dette projekts, eller en ny fil.",
        "en": "{path}: the key file belongs to another project. Choose this project's, or a new file.",
    },
    "decide.unknown": {
        "da": "stedet skal høre til et navn, der er truffet beslutning om. Træf den først, eller lad navnet stå tomt.",
        "en": "the place must belong to a name that is decided on. Decide on it first, or leave the name empty.",
    },
    "decide.not_found": {
        "da": 'navnet blev ikke fundet i teksterne. Skriv det, som det står, og hvilken slags det er, fx kind="person".',
        "en": 'the name was not found in the texts. Write it as it stands, and what kind it is, such as kind="person".',
    },
    "decide.columns": {
        "da": "{file}: der mangler kolonner: {columns}. Brug den fil, `icmo pseudonymise --to` skriver.",
        "en": "{file}: columns are missing: {columns}. Use the file that `icmo pseudonymise --to` writes.",
    },
    "decide.word": {
        "da": '{file}, linje {line}: beslutningen "{word}" kendes ikke. Skriv accept eller keep, eller lad feltet stå tomt.',
        "en": '{file}, line {line}: the decision "{word}" is not known. Write accept or keep, or leave the field empty.',
    },
    "decide.line": {
        "da": "{file}, linje {line}: {problem}",
        "en": "{file}, line {line}: {problem}",
    },
    "accept.nothing": {
        "da": "Der er ikke truffet beslutning om noget navn. Gå fundene igennem først.",
        "en": "Nothing is decided on any name. Go through the finds first.",
    },
    "accept.no_documents": {
        "da": "Der er ingen dokumenter uden pseudonymer. Nævn et dokument for at sætte flere ind.",
        "en": "There are no documents without pseudonyms. Name a document to put more in.",
    },
    "accept.undecided": {
        "da": '"{document}": {count} fund er der ikke truffet beslutning om. Gå dem igennem, eller vælg udtrykkeligt det ufuldstændige.',
        "en": '"{document}": {count} finds are not decided on. Go through them, or ask for the incomplete explicitly.',
    },
    "accept.one_case": {
        "da": "To cases ville få samme navn. Giv dem hver sit pseudonym.",
        "en": "Two cases would get the same name. Give each its own pseudonym.",
    },
    "accept.other_key": {
        "da": '"{document}" fik pseudonymer med en anden nøglefil. Brug den.',
        "en": '"{document}" got its pseudonyms with another key file. Use that one.',
    },
    "accept.mention": {
        "da": "{place}: bogstaverne i et navn, der blev til {names}, står her endnu, måske i et andet ord. Se efter.",
        "en": "{place}: the letters of a name that became {names} still stand here, perhaps in another word. Look.",
    },
    "accept.mention_log": {
        "da": "Adgangsloggen nævner en fil med et navn i. Loggen kan ikke ændres; den slettes efter sin frist.",
        "en": "The access log tells of a file with a name in its name. The log cannot be changed; it goes after its term.",
    },
    "restore.not_there": {
        "da": '"{document}": nøglefilen har ikke teksten, eller der står ingen pseudonymer i den.',
        "en": '"{document}": the key file does not have the text, or no pseudonyms stand in it.',
    },
    "restore.nothing": {
        "da": "Ingen dokumenter i projektet har pseudonymer fra denne nøglefil.",
        "en": "No document of the project has pseudonyms of this key file.",
    },
    "restore.lost": {
        "da": '"{document}": {count} mærkninger eller belæg står på ord, som kun den rettede tekst har. Flyt eller fjern dem først.',
        "en": '"{document}": {count} tags or evidence rows stand on words that only the corrected text has. Move or remove them first.',
    },
    "undo.key": {
        "da": "{act} kan ikke fortrydes: det kræver nøglefilen. Brug `icmo pseudonymise --restore --key FIL`, eller sæt pseudonymerne ind igen.",
        "en": "{act} cannot be taken back: that needs the key file. Use `icmo pseudonymise --restore --key FILE`, or put the pseudonyms in again.",
    },
    "guard.breach": {"da": "{place}linje {line}: {kind}", "en": "{place}line {line}: {kind}"},
    "guard.more": {"da": "… og {count} steder til", "en": "… and {count} more places"},
    "guard.refused": {
        "da": "Eksporten er stoppet, for her kan nogen genkendes. Ret stederne og prøv igen:\n{places}",
        "en": "The export was stopped, for someone can be known again here. Mend the places and try again:\n{places}",
    },
    "guard.without_key": {
        "da": "Kun CPR-numre er kontrolleret: uden nøglefilen kan icmo ikke se efter navne, steder eller andre numre.",
        "en": "Only CPR numbers were checked: without the key file icmo cannot look for names, places or other numbers.",
    },
    "guard.confidential": {
        "da": "Filen er hele projektet, og nogen kan genkendes i den. Giv den kun til dem, der må se interviewene:\n{places}",
        "en": "The file is the whole project, and someone can be known again in it. Give it only to those who may see the interviews:\n{places}",
    },
    "guard.with_key": {
        "da": "CPR-numre og de {count} navne, steder og numre i nøglefilen er kontrolleret; det, ingen har fundet, kan stadig stå der.",
        "en": "CPR numbers and the {count} names, places and numbers of the key file were checked; what nobody found may still be there.",
    },
    # ── YAML ───────────────────────────────────────────────────────────────────────────
    "yaml.tab": {
        "da": "her står et tabulatortegn, hvor YAML kun tåler mellemrum. Skift det ud med mellemrum.",
        "en": "there is a tab here, where YAML takes only spaces. Replace it with spaces.",
    },
    "yaml.colon": {
        "da": "et kolon står, hvor YAML ikke kan læse det. Sæt teksten i anførselstegn, eller ret indrykningen.",
        "en": "a colon stands where YAML cannot read it. Put the text in quotation marks, or mend the indentation.",
    },
    "yaml.continued": {
        "da": "linjen læses som en fortsættelse af linjen ovenfor. Skriv `nøgle: ` dér, eller ryk denne linje ind som dens naboer.",
        "en": "this line reads as a continuation of the line above. Write `key: ` there, or indent this line like its neighbours.",
    },
    "yaml.no_colon": {
        "da": "linjen mangler et kolon. Skriv `nøgle: værdi` med et mellemrum efter kolonet.",
        "en": "the line lacks a colon. Write `key: value` with a space after the colon.",
    },
    "yaml.bracket": {
        "da": "en parentes {{ eller [ er åbnet og ikke lukket igen. Luk den, eller sæt teksten i anførselstegn.",
        "en": "a bracket {{ or [ is opened and never closed. Close it, or put the text in quotation marks.",
    },
    "yaml.sign": {
        "da": "teksten har et tegn, som YAML læser på sin egen måde. Sæt hele teksten i anførselstegn.",
        "en": "the text has a sign that YAML reads in its own way. Put the whole text in quotation marks.",
    },
    "yaml.escape": {
        "da": "her står en omvendt skråstreg i anførselstegn. Skriv den to gange (\\\\), eller slet den.",
        "en": "there is a backslash inside quotation marks. Write it twice (\\\\), or delete it.",
    },
    "yaml.quote": {
        "da": "et anførselstegn er åbnet og ikke lukket igen. Luk det.",
        "en": "a quotation mark is opened and never closed. Close it.",
    },
    "yaml.indent": {
        "da": "indrykningen passer ikke med linjerne ovenfor. Ryk linjen ind som dens naboer.",
        "en": "the indentation does not fit the lines above. Indent the line like its neighbours.",
    },
    "yaml.syntax": {
        "da": "dette er ikke YAML ({problem}). Ret linjen, så den ligner sine naboer.",
        "en": "this is not YAML ({problem}). Mend the line so that it looks like its neighbours.",
    },
    "yaml.character": {
        "da": "her står et usynligt tegn ({code}), som YAML ikke tåler. Slet det.",
        "en": "there is an invisible character here ({code}) that YAML does not take. Delete it.",
    },
    "yaml.alias": {
        "da": 'henvisningen "*{name}" kan ikke bruges i en kodebog. Skriv teksten helt ud.',
        "en": 'the alias "*{name}" cannot be used in a codebook. Write the text out.',
    },
    "yaml.tag": {
        "da": 'mærket "{tag}" kan ikke bruges i en kodebog. Slet det, så kun teksten står tilbage.',
        "en": 'the tag "{tag}" cannot be used in a codebook. Delete it and leave only the text.',
    },
    "yaml.twice": {
        "da": 'nøglen "{key}" står to gange (første gang i linje {line}). Slet den ene.',
        "en": 'the key "{key}" stands twice (first on line {line}). Delete one of them.',
    },
    "yaml.key": {
        "da": "en nøgle skal være et enkelt ord. Skriv `nøgle: værdi`.",
        "en": "a key must be a single word. Write `key: value`.",
    },
    "yaml.deep": {
        "da": "filen er indlejret dybere, end nogen kodebog er. Ret indrykningen her.",
        "en": "the file is nested deeper than any codebook. Mend the indentation here.",
    },
    "yaml.documents": {
        "da": "her begynder endnu et dokument (---). En kodebog er ét dokument; slet linjen.",
        "en": "another document begins here (---). A codebook is one document; delete the line.",
    },
    # ── codebook ───────────────────────────────────────────────────────────────────────
    "codebook.the_codebook": {"da": "kodebogen", "en": "the codebook"},
    "codebook.a_family": {"da": "familien", "en": "the family"},
    "codebook.a_code": {"da": "koden", "en": "the code"},
    "codebook.a_question": {"da": "spørgsmålet", "en": "the question"},
    "codebook.problems": {
        "da": "{file} har {count} fejl:\n{list}",
        "en": "{file} has {count} mistakes:\n{list}",
    },
    "codebook.folder": {
        "da": "det er en mappe. Nævn selve kodebogens fil, som ender på .yaml.",
        "en": "this is a folder. Name the codebook's own file, which ends in .yaml.",
    },
    "codebook.large": {
        "da": "filen fylder {size} MB, og en kodebog fylder højst {largest}. Se efter, om det er den rigtige fil.",
        "en": "the file takes {size} MB, and a codebook at most {largest}. Check that it is the right file.",
    },
    "codebook.missing": {
        "da": "filen findes ikke. Se efter, om navnet og mappen er rigtige.",
        "en": "there is no such file. Check the name and the folder.",
    },
    "codebook.empty": {
        "da": "filen er tom. Begynd med `families:` og skriv den første familie under den.",
        "en": "the file is empty. Begin with `families:` and write the first family below it.",
    },
    "codebook.not_a_mapping": {
        "da": "filen er ikke en kodebog. Den skal begynde med nøgler som `title:` og `families:`.",
        "en": "the file is not a codebook. It must begin with keys such as `title:` and `families:`.",
    },
    "codebook.no_families": {
        "da": "der er ingen familier. Skriv `families:` og under den en liste af familier (`- id: …`).",
        "en": "there are no families. Write `families:` and below it a list of families (`- id: …`).",
    },
    "codebook.entry": {
        "da": "her skulle stå en {what}. Skriv `- id: …` og de andre nøgler under den.",
        "en": "a {what} should stand here. Write `- id: …` and the other keys below it.",
    },
    "codebook.list": {
        "da": 'under "{key}" skal der stå en liste. Begynd hver linje med `- `.',
        "en": 'a list must stand under "{key}". Begin each line with `- `.',
    },
    "codebook.key_missing": {
        "da": '{whose} mangler "{key}". Tilføj linjen `{key}: …`.',
        "en": '{whose} lacks "{key}". Add the line `{key}: …`.',
    },
    "codebook.key_unknown": {
        "da": 'nøglen "{key}" kendes ikke her. Ret eller slet den.',
        "en": 'the key "{key}" is not known here. Mend or delete it.',
    },
    "codebook.role": {
        "da": 'rollen "{role}" findes ikke. Skriv en af: {roles}.',
        "en": 'there is no role "{role}". Write one of: {roles}.',
    },
    "codebook.letter": {
        "da": 'GUIDE har ikke bogstavet "{letter}". Skriv G, U, I, D eller E.',
        "en": 'GUIDE has no letter "{letter}". Write G, U, I, D or E.',
    },
    "codebook.letter_place": {
        "da": 'id\'et "{letter}" er forbeholdt familien guide. Giv koden et andet id.',
        "en": 'the id "{letter}" is kept for the family guide. Give the code another id.',
    },
    "codebook.choice": {
        "da": '"{key}" kan ikke være "{value}". Skriv en af: {choices}.',
        "en": '"{key}" cannot be "{value}". Write one of: {choices}.',
    },
    "codebook.id": {
        "da": 'id\'et "{id}" må kun have små bogstaver a-z, tal og _ og begynder med et bogstav. Skriv fx "{better}".',
        "en": 'the id "{id}" may have only small letters a-z, digits and _, and begins with a letter. Write for example "{better}".',
    },
    "codebook.languages": {
        "da": '"{key}" i {whose} skal stå på hvert af kodebogens sprog. Skriv `{{da: …, en: …}}`.',
        "en": '"{key}" of {whose} must stand in each of the codebook\'s languages. Write `{{da: …, en: …}}`.',
    },
    "codebook.blank": {
        "da": '"{key}" i {whose} er tom. Skriv noget efter kolonet.',
        "en": '"{key}" of {whose} is blank. Write something after the colon.',
    },
    "codebook.boolean": {
        "da": '"{key}" er enten true eller false. Skriv en af dem.',
        "en": '"{key}" is either true or false. Write one of them.',
    },
    "codebook.kind": {
        "da": '"{key}" i {whose} har en anden form end ventet. Se den samme nøgle i en anden kode.',
        "en": '"{key}" of {whose} has another form than expected. Look at the same key of another code.',
    },
    "codebook.twice": {
        "da": 'koden "{id}" er defineret to gange (første gang i linje {line}). Giv den ene et andet id.',
        "en": 'the code "{id}" is defined twice (first on line {line}). Give one of them another id.',
    },
    "codebook.family_twice": {
        "da": 'familien "{id}" står to gange (første gang i linje {line}). Slå dem sammen, eller giv den ene et andet id.',
        "en": 'the family "{id}" stands twice (first on line {line}). Join them, or give one of them another id.',
    },
    "codebook.question_twice": {
        "da": 'spørgsmålet "{id}" står to gange (første gang i linje {line}). Giv det ene et andet id.',
        "en": 'the question "{id}" stands twice (first on line {line}). Give one of them another id.',
    },
    "codebook.family_empty": {
        "da": "familien {whose} har ingen koder. Tilføj koder, eller slet familien.",
        "en": "the family {whose} has no codes. Add codes, or delete the family.",
    },
    "codebook.parent_unknown": {
        "da": '"{id}" hører under "{parent}", som ikke findes. Ret id\'et efter `parent:`.',
        "en": '"{id}" belongs under "{parent}", which does not exist. Mend the id after `parent:`.',
    },
    "codebook.parent_family": {
        "da": '"{id}" hører under "{parent}", som står i familien "{family}" og ikke i "{own}". Flyt den ene, eller vælg en anden parent.',
        "en": '"{id}" belongs under "{parent}", which stands in the family "{family}" and not in "{own}". Move one of them, or choose another parent.',
    },
    "codebook.parent_self": {
        "da": '"{id}" hører under sig selv. Slet `parent:`, eller skriv en anden kodes id.',
        "en": '"{id}" belongs under itself. Delete `parent:`, or write the id of another code.',
    },
    "codebook.circle": {
        "da": "koder hører under hinanden i ring: {circle}. Slet `parent:` i en af dem.",
        "en": "codes belong under each other in a circle: {circle}. Delete `parent:` in one of them.",
    },
    "codebook.questions_role": {
        "da": "{whose} er ikke et princip og kan derfor ikke have `questions:`. Slet linjen, eller flyt koden.",
        "en": "{whose} is no principle and so cannot have `questions:`. Delete the line, or move the code.",
    },
    "codebook.conditions_role": {
        "da": '"{id}" er ikke en moderator og kan derfor ikke have `conditions:`. Slet linjen, eller flyt koden.',
        "en": '"{id}" is no moderator and so cannot have `conditions:`. Delete the line, or move the code.',
    },
    "codebook.conditions_unknown": {
        "da": 'moderatoren "{id}" virker på "{target}", som ikke findes. Ret id\'et under `conditions:`.',
        "en": 'the moderator "{id}" conditions "{target}", which does not exist. Mend the id under `conditions:`.',
    },
    "codebook.conditions_kind": {
        "da": 'moderatoren "{id}" virker på "{target}", som har rollen {role}. En moderator virker på en mekanisme eller en anden moderator; ret `conditions:`.',
        "en": 'the moderator "{id}" conditions "{target}", whose role is {role}. A moderator conditions a mechanism or another moderator; mend `conditions:`.',
    },
    "codebook.conditions_self": {
        "da": 'moderatoren "{id}" virker på sig selv. Ret id\'et under `conditions:`.',
        "en": 'the moderator "{id}" conditions itself. Mend the id under `conditions:`.',
    },
    "codebook.see": {
        "da": '"{id}" henviser med `see:` til "{target}". Skriv kodebog:kode, fx recruitment:bar_isolation.',
        "en": '"{id}" refers with `see:` to "{target}". Write codebook:code, such as recruitment:bar_isolation.',
    },
    "codebook.theme": {
        "da": '"{id}" peger med `{key}:` på "{target}", som ikke er en kode af den slags. Ret id\'et.',
        "en": '"{id}" points with `{key}:` to "{target}", which is no code of that kind. Mend the id.',
    },
    "codebook.question_unknown": {
        "da": '"{id}" stiller spørgsmålet "{question}" på sin egen måde, men det findes ikke under `questions:`. Ret id\'et.',
        "en": '"{id}" asks the question "{question}" in its own way, but it is not under `questions:`. Mend the id.',
    },
    "codebook.placeholder": {
        "da": '{whose} har pladsholderen "{{{field}}}". Kun {{principle}} kan bruges; ret eller slet den.',
        "en": '{whose} has the placeholder "{{{field}}}". Only {{principle}} can be used; mend or delete it.',
    },
    "codebook.language_missing": {
        "da": '"{key}" i {whose} mangler på {language}. Tilføj `{language}: …`.',
        "en": '"{key}" of {whose} is missing in {language}. Add `{language}: …`.',
    },
    "codebook.language_undeclared": {
        "da": '"{key}" i {whose} står på {language}, som ikke er et af kodebogens sprog. Slet linjen, eller skriv sproget under `languages:`.',
        "en": '"{key}" of {whose} is written in {language}, which is not one of the codebook\'s languages. Delete the line, or name the language under `languages:`.',
    },
    "codebook.language_unknown": {
        "da": '"{key}" i {whose} har nøglen "{language}", som ikke er et sprog, icmo kender. Skriv da eller en, eller slet linjen.',
        "en": '"{key}" of {whose} has the key "{language}", which is no language icmo knows. Write da or en, or delete the line.',
    },
    "codebook.definition_short": {
        "da": 'definitionen af "{id}" er kortere end en sætning. Skriv, hvad koden er, så to kodere forstår det ens.',
        "en": 'the definition of "{id}" is shorter than a sentence. Write what the code is, so that two coders understand it alike.',
    },
    "codebook.code_unknown": {
        "da": 'kodebogen har ingen kode "{code}".',
        "en": 'the codebook has no code "{code}".',
    },
    "codebook.fine": {
        "da": "{file}: {codes} koder i {families} familier, ingen fejl.",
        "en": "{file}: {codes} codes in {families} families, no mistakes.",
    },
    "codebook.warning": {"da": "Bemærk: {problem}", "en": "Note: {problem}"},
    # ── changes to a codebook ──────────────────────────────────────────────────────────
    "change.family_unknown": {
        "da": 'kodebogen har ingen familie "{family}".',
        "en": 'the codebook has no family "{family}".',
    },
    "change.layout": {
        "da": "filen er stillet op, så ændringen ikke kan skrives uden at røre resten. Skriv den selv ind i filen.",
        "en": "the file is laid out so that the change cannot be written without touching the rest. Write it into the file yourself.",
    },
    "change.unwritable": {
        "da": "filen kan ikke skrives ({reason}). Se efter, at mappen findes, og at du må skrive i den.",
        "en": "the file cannot be written ({reason}). Check that the folder exists and that you may write in it.",
    },
    "word.da": {"da": "dansk", "en": "Danish"},
    "word.en": {"da": "engelsk", "en": "English"},
    "difference.code": {"da": 'Koden "{id}"', "en": 'The code "{id}"'},
    "difference.family": {"da": 'Familien "{id}"', "en": 'The family "{id}"'},
    "difference.question": {"da": 'Spørgsmålet "{id}"', "en": 'The question "{id}"'},
    "difference.codebook": {"da": 'Kodebogen "{id}"', "en": 'The codebook "{id}"'},
    "difference.added": {"da": '{what} er kommet til: "{name}".', "en": '{what} is new: "{name}".'},
    "difference.removed": {
        "da": '{what} er taget ud: "{name}".',
        "en": '{what} is gone: "{name}".',
    },
    "difference.id_other": {
        "da": '{what} hed før "{before}".',
        "en": '{what} used to be called "{before}".',
    },
    "difference.family_other": {
        "da": '{what} er flyttet fra familien "{before}" til familien "{after}".',
        "en": '{what} has moved from the family "{before}" to the family "{after}".',
    },
    "difference.parent_new": {
        "da": '{what} hører nu under "{after}".',
        "en": '{what} now belongs under "{after}".',
    },
    "difference.parent_gone": {
        "da": '{what} hører ikke længere under "{before}".',
        "en": '{what} no longer belongs under "{before}".',
    },
    "difference.parent_other": {
        "da": '{what} hører nu under "{after}" og ikke "{before}".',
        "en": '{what} now belongs under "{after}" and not "{before}".',
    },
    "difference.text": {
        "da": '{what}: {field} er ændret fra "{before}" til "{after}".',
        "en": '{what}: {field} changed from "{before}" to "{after}".',
    },
    "difference.filled": {
        "da": '{what}: {field} er kommet til: "{text}".',
        "en": '{what}: {field} was added: "{text}".',
    },
    "difference.emptied": {
        "da": '{what}: {field} er slettet; der stod "{text}".',
        "en": '{what}: {field} was deleted; it read "{text}".',
    },
    "difference.in_language": {"da": "{field} på {language}", "en": "{field} in {language}"},
    "field.label": {"da": "navnet", "en": "the label"},
    "field.definition": {"da": "definitionen", "en": "the definition"},
    "field.include": {"da": "hvornår den bruges", "en": "when to use it"},
    "field.exclude": {"da": "hvornår den ikke bruges", "en": "when not to use it"},
    "field.examples": {"da": "eksemplerne", "en": "the examples"},
    "field.citation": {"da": "kilden", "en": "the source"},
    "field.note": {"da": "bemærkningen", "en": "the note"},
    "field.phrase": {"da": "ordlyden i spørgsmål", "en": "the wording inside questions"},
    "field.conditions": {"da": "det, den betinger,", "en": "what it conditions"},
    "field.role": {"da": "rollen", "en": "the role"},
    "field.steps": {"da": "trinene", "en": "the steps"},
    "field.checklist": {"da": "tjeklisten", "en": "the checklist"},
    "field.text": {"da": "teksten", "en": "the text"},
    "field.probe": {"da": "opfølgningen", "en": "the probe"},
    "field.letter": {"da": "bogstavet", "en": "the letter"},
    "field.title": {"da": "titlen", "en": "the title"},
    "field.description": {"da": "beskrivelsen", "en": "the description"},
    "field.version": {"da": "versionen", "en": "the version"},
    "field.languages": {"da": "sprogene", "en": "the languages"},
    "display.codes": {"da": "{count} koder", "en": "{count} codes"},
    "display.one_code": {"da": "1 kode", "en": "1 code"},
    "display.size": {"da": "{codes} i {families}", "en": "{codes} in {families}"},
    "display.families": {"da": "{count} familier", "en": "{count} families"},
    "display.one_family": {"da": "1 familie", "en": "1 family"},
    "display.use": {"da": "Hvornår – og hvornår ikke", "en": "When to use – and when not to"},
    # ── documents ──────────────────────────────────────────────────────────────────────
    "document.no_file": {
        "da": "her er ingen almindelig fil. Vælg en fil med en tekst i.",
        "en": "this is no ordinary file. Choose a file with a text in it.",
    },
    "document.too_big": {
        "da": "filen er større end {limit} MB. Tag billeder og optagelser ud, eller del den i flere.",
        "en": "the file is larger than {limit} MB. Take out pictures and recordings, or divide it.",
    },
    "document.packed": {
        "da": "filen fylder udpakket mere, end en tekst kan ({limit} MB). Åbn den i det program, den kommer fra, og gem teksten alene.",
        "en": "unpacked, the file is larger than a text can be ({limit} MB). Open it in the program it came from and save the text alone.",
    },
    "document.suffix": {
        "da": "filer af typen {suffix} kan ikke læses. Gem teksten som en af disse: {known}.",
        "en": "files of the kind {suffix} cannot be read. Save the text as one of these: {known}.",
    },
    "document.no_suffix": {
        "da": "filens navn siger ikke, hvad den er. Giv navnet en af disse endelser: {known}.",
        "en": "the name of the file does not say what it is. Let it end in one of these: {known}.",
    },
    "document.old_word": {
        "da": "filen er i Words gamle format. Åbn den i Word eller LibreOffice og gem den som .docx.",
        "en": "the file is in Word's old format. Open it in Word or LibreOffice and save it as .docx.",
    },
    "document.old_excel": {
        "da": "filen er i Excels gamle format. Åbn den i Excel eller LibreOffice og gem den som .xlsx.",
        "en": "the file is in Excel's old format. Open it in Excel or LibreOffice and save it as .xlsx.",
    },
    "document.old_or_locked": {
        "da": "filen er i et gammelt Office-format eller låst med en adgangskode. Åbn den i Word eller Excel og gem en kopi uden adgangskode som .docx eller .xlsx.",
        "en": "the file is in an old Office format or locked with a password. Open it in Word or Excel and save a copy without a password as .docx or .xlsx.",
    },
    "document.binary": {
        "da": "filen rummer andet end tekst. Åbn den i det program, den kommer fra, og gem den som ren tekst (UTF-8).",
        "en": "the file holds something other than text. Open it in the program it came from and save it as plain text (UTF-8).",
    },
    "document.damaged": {
        "da": "filen er beskadiget eller ikke en rigtig {suffix}-fil. Åbn den i det program, den kommer fra, og gem den igen.",
        "en": "the file is damaged or no real {suffix} file. Open it in the program it came from and save it again.",
    },
    "document.locked": {
        "da": "filen er låst med en adgangskode. Gem en kopi uden adgangskode.",
        "en": "the file is locked with a password. Save a copy without one.",
    },
    "document.doctype": {
        "da": "filen rummer en dokumenttype-erklæring (DOCTYPE), som ingen tekst behøver, og læses derfor ikke. Åbn den i det program, den kommer fra, og gem den igen.",
        "en": "the file holds a document type declaration (DOCTYPE), which no text needs, and is not read. Open it in the program it came from and save it again.",
    },
    "document.empty": {
        "da": "der er ingen tekst i filen. Se efter, om det er den rigtige.",
        "en": "there is no text in the file. Check that it is the right one.",
    },
    "document.scanned": {
        "da": "siderne er billeder uden tekst. Kør tekstgenkendelse (OCR) på filen først.",
        "en": "the pages are pictures without text. Run text recognition (OCR) on the file first.",
    },
    "document.many": {
        "da": "filen rummer {count} tekster, én pr. række. Læs den med read_documents.",
        "en": "the file holds {count} texts, one in each row. Read it with read_documents.",
    },
    "document.not_guessed": {
        "da": "afsnittene er filens egne og kan ikke lægges sammen eller deles. Ret dem i filen, og læs den igen.",
        "en": "the paragraphs are the file's own and cannot be joined or split. Change them in the file and read it again.",
    },
    "document.no_pair": {
        "da": "afsnit {number} har intet afsnit efter sig; der er {count}, talt fra 0. Vælg et andet.",
        "en": "paragraph {number} has none after it; there are {count}, counted from 0. Choose another.",
    },
    "document.no_split": {
        "da": "tegn {at} står ikke inde i et afsnit. Vælg et sted mellem to ord.",
        "en": "character {at} does not stand inside a paragraph. Choose a place between two words.",
    },
    "unit.kind": {
        "da": 'der er ingen enheder af slagsen "{kind}". Vælg en af disse: {known}.',
        "en": 'there are no units of the kind "{kind}". Choose one of these: {known}.',
    },
    "csv.broken": {
        "da": "{file}: tabellen kan ikke læses. Se efter, om et anførselstegn mangler, og gem den igen som CSV (UTF-8).",
        "en": "{file}: the table cannot be read. Look for a missing quotation mark, and save it again as CSV (UTF-8).",
    },
    "csv.cells": {
        "da": "{file}, linje {line}: her er {cells} felter, men {columns} kolonner. Sæt tekst med skilletegn i anførselstegn.",
        "en": "{file}, line {line}: here are {cells} cells, but {columns} columns. Put text with separators in quotation marks.",
    },
    "csv.column_twice": {
        "da": '{file}, linje 1: kolonnen "{column}" står der to gange. Giv den ene et andet navn.',
        "en": '{file}, line 1: the column "{column}" is there twice. Give one of them another name.',
    },
    "case.empty": {
        "da": "{file}, linje {line}: rækken har ingen case. Skriv den i kolonnen case, eller slet rækken.",
        "en": "{file}, line {line}: the row has no case. Write it in the column case, or delete the row.",
    },
    "case.twice": {
        "da": '{file}, linje {line}: casen "{case}" står også på linje {first}. Slet den ene linje.',
        "en": '{file}, line {line}: the case "{case}" is also on line {first}. Delete one of the lines.',
    },
    "questions.none": {
        "da": "filen har ingen spørgsmål. Skriv `questions:` og under den en liste (`- id: …`).",
        "en": "the file has no questions. Write `questions:` and below it a list (`- id: …`).",
    },
    "questions.plain": {
        "da": '"{key}" i {whose} skal være almindelig tekst. Skriv `{key}: …` på én linje.',
        "en": '"{key}" of {whose} must be plain text. Write `{key}: …` on one line.',
    },
    "questions.text": {
        "da": "teksten i {whose} skal stå som den er, eller på dansk og engelsk. Skriv `text: …` eller `text: {{da: …, en: …}}`.",
        "en": "the text of {whose} must stand as it is, or in Danish and English. Write `text: …` or `text: {{da: …, en: …}}`.",
    },
    "csv.file_twice": {
        "da": '{file}, linje {line}: filen "{name}" står også på linje {first}. Slet den ene linje.',
        "en": '{file}, line {line}: the file "{name}" is also on line {first}. Delete one of the lines.',
    },
    "remark.encoding": {
        "da": "teksten er ikke UTF-8 og er læst som {encoding}. Se efter, om æ, ø og å er rigtige.",
        "en": "the text is not UTF-8 and was read as {encoding}. Check that the letters beyond a–z are right.",
    },
    "remark.deleted": {
        "da": "sporede sletninger, der er udeladt: {count}. Afvis dem i filen, hvis de skal med.",
        "en": "tracked deletions left out: {count}. Reject them in the file if they belong.",
    },
    "remark.inserted": {
        "da": "sporede indsættelser, der er taget med: {count}. Afvis dem i filen, hvis de ikke skal med.",
        "en": "tracked insertions kept: {count}. Reject them in the file if they do not belong.",
    },
    "remark.hidden": {
        "da": "stykker skjult tekst, der er udeladt: {count}. Gør dem synlige i filen, hvis de skal med.",
        "en": "pieces of hidden text left out: {count}. Make them visible in the file if they belong.",
    },
    "remark.notes": {
        "da": "fod- og slutnoter, der er udeladt: {count}. Skriv dem ind i teksten, hvis de skal med.",
        "en": "footnotes and endnotes left out: {count}. Write them into the text if they belong.",
    },
    "remark.comments": {
        "da": "kommentarer, der er udeladt: {count}. Skriv dem ind i teksten, hvis de skal med.",
        "en": "comments left out: {count}. Write them into the text if they belong.",
    },
    "remark.margins": {
        "da": "sidehoveder og sidefødder, der er udeladt: {count}. Skriv dem ind i teksten, hvis de skal med.",
        "en": "page headers and footers left out: {count}. Write them into the text if they belong.",
    },
    "remark.objects": {
        "da": "indlejrede filer og diagrammer, der er udeladt: {count}. Læs dem hver for sig, hvis de skal med.",
        "en": "embedded files and diagrams left out: {count}. Read them by themselves if they belong.",
    },
    "remark.numbers": {
        "da": "automatiske numre foran afsnit, der er udeladt: {count}. Skriv dem som tekst i filen, hvis de skal med.",
        "en": "automatic numbers before paragraphs left out: {count}. Write them as text in the file if they belong.",
    },
    "remark.guessed": {
        "da": "afsnittene er gættet ud fra linjernes afstand. Læg dem sammen eller del dem, før der mærkes.",
        "en": "the paragraphs are guessed from the spaces between lines. Join or split them before tagging.",
    },
    "remark.pages": {
        "da": "sider uden tekst: {pages}. Kør tekstgenkendelse (OCR), hvis der står noget på dem.",
        "en": "pages without text: {pages}. Run text recognition (OCR) if something is written on them.",
    },
    "remark.text_column": {
        "da": 'ingen kolonne hedder tekst eller svar; teksten er læst i kolonne {number}, som er den længste. Kald kolonnen "tekst", hvis det er en anden.',
        "en": 'no column is called text or answer; the text was read from column {number}, the longest. Call the column "text" if it is another.',
    },
    "remark.empty_rows": {
        "da": "rækker uden tekst, der er sprunget over: {count}. Udfyld dem, hvis de skal med.",
        "en": "rows without a text passed over: {count}. Fill them in if they belong.",
    },
    "remark.sheets": {
        "da": "kun det første ark er læst; ark, der er udeladt: {count}. Gem dem som filer for sig, hvis de skal med.",
        "en": "only the first sheet was read; sheets left out: {count}. Save them as files of their own if they belong.",
    },
    "remark.no_row": {
        "da": "{file}: filen har ingen række i {attributes}. Tilføj en, så case og gruppe er kendt.",
        "en": "{file}: the file has no row in {attributes}. Add one, so that its case and group are known.",
    },
    "remark.no_file": {
        "da": '{attributes}, linje {line}: filen "{file}" er ikke blandt de læste. Ret navnet, eller slet linjen.',
        "en": '{attributes}, line {line}: the file "{file}" is not among those read. Mend the name or delete the line.',
    },
    # ── tags ───────────────────────────────────────────────────────────────────────────
    "tag.empty": {
        "da": "uddraget er tomt. Markér mindst ét tegn.",
        "en": "the excerpt is empty. Select at least one character.",
    },
    "tag.outside": {
        "da": "uddraget {start}–{end} ligger uden for teksten, som har {length} tegn. Vælg et sted i teksten.",
        "en": "the excerpt {start}–{end} lies outside the text, which has {length} characters. Choose a place in the text.",
    },
    "tag.polarity": {
        "da": 'polariteten "{polarity}" findes ikke. Skriv promotes, hinders eller ingenting.',
        "en": 'there is no polarity "{polarity}". Write promotes, hinders or nothing.',
    },
    "tag.quote": {
        "da": 'citatet "{quote}" findes ikke i dokumentet (forekomst {occurrence}). Ret citatet, så det står ord til andet.',
        "en": 'the quote "{quote}" is not in the document (occurrence {occurrence}). Mend the quote so that it stands word for word.',
    },
    "tag.here": {
        "da": "mærkning nr. {number} af {coder}: {problem}",
        "en": "tag no. {number} of {coder}: {problem}",
    },
    # ── configurations ─────────────────────────────────────────────────────────────────
    "configuration.sentence": {
        "da": "Hvis {intervention} sættes i værk i {context}, så virker {mechanism}, hvilket fører til {outcome}",
        "en": "If {intervention} is offered in {context}, then {mechanism} comes into play, which leads to {outcome}",
    },
    "configuration.moderated": {
        "da": "; betinget af {moderators}",
        "en": "; conditioned by {moderators}",
    },
    "configuration.effect": {
        "da": 'virkningen "{effect}" findes ikke. Skriv en af: {effects}.',
        "en": 'there is no effect "{effect}". Write one of: {effects}.',
    },
    "configuration.stance": {
        "da": 'holdningen "{stance}" findes ikke. Skriv en af: {stances}.',
        "en": 'there is no stance "{stance}". Write one of: {stances}.',
    },
    "configuration.no_list": {
        "da": "filen har ingen konfigurationer. Skriv `configurations:` og under den en liste (`- title: …`).",
        "en": "the file has no configurations. Write `configurations:` and below it a list (`- title: …`).",
    },
    "configuration.entry": {
        "da": "her skulle stå en konfiguration. Skriv `- title: …` og pladserne under den.",
        "en": "a configuration should stand here. Write `- title: …` and the slots below it.",
    },
    # ── project ────────────────────────────────────────────────────────────────────────
    "project.exists": {
        "da": "{path} findes allerede. Vælg et andet navn; et projekt overskrives aldrig.",
        "en": "{path} exists already. Choose another name; a project is never overwritten.",
    },
    "project.missing": {
        "da": "{path}: projektet findes ikke. Se efter, om navnet og mappen er rigtige, eller lav det med `icmo new`.",
        "en": "{path}: there is no such project. Check the name and the folder, or make it with `icmo new`.",
    },
    "project.folder": {
        "da": "{path} er en mappe. Nævn selve projektfilen, som ender på .icmo.",
        "en": "{path} is a folder. Name the project file itself, which ends in .icmo.",
    },
    "project.no_folder": {
        "da": "Mappen {folder} findes ikke. Lav den først, eller vælg en anden.",
        "en": "The folder {folder} does not exist. Make it first, or choose another.",
    },
    "project.not_one": {
        "da": "{path} er ikke et icmo-projekt. Nævn en fil, som `icmo new` har lavet.",
        "en": "{path} is not an icmo project. Name a file made by `icmo new`.",
    },
    "project.newer": {
        "da": "{path} er lavet med en nyere udgave af icmo (filens udgave {version}; denne icmo kender {known}). Opdatér icmo og prøv igen.",
        "en": "{path} was made by a newer icmo (the file's version {version}; this icmo knows {known}). Update icmo and try again.",
    },
    "project.coder": {
        "da": 'Der mangler en koder. Skriv dit navn: Project.open(…, coder="anna"), --coder anna eller ICMO_CODER=anna.',
        "en": 'A coder is missing. Give your name: Project.open(…, coder="anna"), --coder anna or ICMO_CODER=anna.',
    },
    "project.document": {
        "da": 'projektet har intet dokument "{document}".',
        "en": 'the project has no document "{document}".',
    },
    "project.document_name": {
        "da": '{count} dokumenter hedder "{document}". Brug dokumentets id fra project.documents().',
        "en": '{count} documents are called "{document}". Use the document\'s id from project.documents().',
    },
    "project.tag": {
        "da": 'projektet har ingen mærkning "{tag}".',
        "en": 'the project has no tag "{tag}".',
    },
    "project.configuration": {
        "da": 'projektet har ingen konfiguration "{configuration}".',
        "en": 'the project has no configuration "{configuration}".',
    },
    "project.busy": {
        "da": "{path} bruges af et andet program lige nu. Prøv igen om lidt; intet er ændret.",
        "en": "{path} is in use by another program. Try again in a moment; nothing was changed.",
    },
    "project.full": {
        "da": "{path}: der kan ikke skrives mere, for disken er fuld eller fejler. Gør plads og prøv igen; intet er ændret.",
        "en": "{path}: no more can be written, for the disk is full or failing. Make room and try again; nothing was changed.",
    },
    "project.read_only": {
        "da": "{path} kan kun læses. Se efter, om du må skrive i filen og mappen; intet er ændret.",
        "en": "{path} can only be read. Check that you may write to the file and its folder; nothing was changed.",
    },
    "project.only_read": {
        "da": "{path} kan kun læses: intet kan ændres, og åbningen står ikke i adgangsloggen. Skaf ret til at skrive, før du mærker.",
        "en": "{path} can only be read: nothing can be changed, and its opening is not in the access log. Get the right to write before you tag.",
    },
    "project.damaged": {
        "da": "{path} er beskadiget. Åbn den nyeste sikkerhedskopi, eller red det, der kan læses: `icmo check {path} --rescue KOPI`. Filen er ikke rørt.",
        "en": "{path} is damaged. Open the newest backup, or rescue what can be read: `icmo check {path} --rescue COPY`. The file was not touched.",
    },
    "project.text_altered": {
        "da": '{path} er beskadiget: teksten "{document}" er ikke længere den, der blev gemt. Åbn den nyeste sikkerhedskopi, eller red det, der kan læses: `icmo check {path} --rescue KOPI`. Filen er ikke rørt.',
        "en": '{path} is damaged: the text "{document}" is no longer the one that was stored. Open the newest backup, or rescue what can be read: `icmo check {path} --rescue COPY`. The file was not touched.',
    },
    "project.text_damaged": {
        "da": 'teksten "{document}" er ikke længere den, der blev gemt. Hent den fra en sikkerhedskopi.',
        "en": 'the text "{document}" is no longer the one that was stored. Fetch it from a backup.',
    },
    "project.unreadable": {
        "da": "{path} kan ikke læses ({reason}). Se efter, om du må åbne filen.",
        "en": "{path} cannot be read ({reason}). Check that you may open the file.",
    },
    "project.unwritable": {
        "da": "{path} kan ikke laves ({reason}). Vælg en mappe, du må skrive i.",
        "en": "{path} cannot be made ({reason}). Choose a folder you may write to.",
    },
    "project.migrated": {
        "da": "{path} var lavet med en ældre icmo og er bragt op til dato. En kopi, som den var, hedder {backup}.",
        "en": "{path} was made by an older icmo and was brought up to date. A copy of it as it was is called {backup}.",
    },
    "care.no_backup": {
        "da": "Dagens sikkerhedskopi kunne ikke laves i {path}: {reason} Arbejdet er gemt. Skaf plads eller adgang, eller tag en kopi med `icmo backup`.",
        "en": "Today's backup could not be made in {path}: {reason} The work is kept. Make room or give access, or make one with `icmo backup`.",
    },
    "care.dropped": {
        "da": "Handlingen fjernede {count} mærkninger eller belæg. En kopi fra lige før hedder {backup}; project.undo() tager handlingen tilbage.",
        "en": "The act took away {count} tags or evidence rows. A copy from just before is {backup}; project.undo() takes the act back.",
    },
    "care.dropped_bare": {
        "da": "Handlingen fjernede {count} mærkninger eller belæg, og en kopi fra før kunne ikke laves: {reason} project.undo() tager handlingen tilbage.",
        "en": "The act took away {count} tags or evidence rows, and no copy could be made before: {reason} project.undo() takes the act back.",
    },
    "place.network": {
        "da": "{path} ligger på et netværksdrev ({drive}), hvor databaser kan tage skade. Flyt projektet til maskinens egen disk.",
        "en": "{path} is on a network drive ({drive}), where databases can be damaged. Move the project to the machine's own disk.",
    },
    "place.synced": {
        "da": '{path} ligger i en mappe, der synkroniseres ("{folder}"), og kan tage skade. Flyt projektet ud, og læg sikkerhedskopier der i stedet.',
        "en": '{path} is in a folder that is synchronised ("{folder}") and can be damaged. Move the project out, and put backups there instead.',
    },
    "rescue.nothing": {
        "da": "I {path} er der intet af et projekt, der kan læses. Åbn den nyeste sikkerhedskopi.",
        "en": "Nothing of a project can be read in {path}. Open the newest backup.",
    },
    "rescue.older": {
        "da": "{path} er lavet med en ældre icmo og kan ikke reddes herfra. Åbn den nyeste sikkerhedskopi.",
        "en": "{path} was made by an older icmo and cannot be rescued from here. Open the newest backup.",
    },
    "rescue.text": {
        "da": 'Teksten "{document}" (udgave {version}) er ikke længere den, der blev gemt; den er beholdt, som den kan læses. Sammenlign den med en sikkerhedskopi.',
        "en": 'The text "{document}" (version {version}) is no longer the one that was stored; it is kept as it can be read. Compare it with a backup.',
    },
    "rescue.no_text": {
        "da": 'Teksten "{document}" er tabt; dokumentet er tomt. Hent den fra en sikkerhedskopi.',
        "en": 'The text "{document}" is lost; the document is empty. Fetch it from a backup.',
    },
    "rescue.journal": {
        "da": "Linjer i journalen er tabt, så den kan ikke sige, om andre rækker mangler. Sammenlign med en sikkerhedskopi.",
        "en": "Lines of the journal are lost, so that it cannot tell whether other rows are missing. Compare with a backup.",
    },
    "rescue.codebook": {
        "da": "Kodebogen er tabt; i stedet står de koder, der er brugt. Læg den rigtige ind med project.update_codebook(…).",
        "en": "The codebook is lost; the codes that are used stand instead. Put the right one in with project.update_codebook(…).",
    },
    "rescue.facts": {
        "da": "Projektets id, sprog eller dato er tabt og sat på ny; andre kopier kan måske ikke føjes ind mere.",
        "en": "The project's id, language or date is lost and was set anew; other copies can perhaps not be merged any more.",
    },
    "rescue.no_document": {
        "da": "Udeladt, fordi dokumentet er tabt: {count}.",
        "en": "Left out, as the document is lost: {count}.",
    },
    "backup.damaged": {
        "da": "{path} er beskadiget, så kopien er ikke beholdt. Åbn en tidligere sikkerhedskopi.",
        "en": "{path} is damaged, so the copy was not kept. Open an earlier backup.",
    },
    "tag.retired": {
        "da": 'koden "{code}" er taget ud af brug. Vælg en anden, eller tag den i brug igen i kodebogen.',
        "en": 'the code "{code}" is retired. Choose another, or take it into use again in the codebook.',
    },
    "tag.columns": {
        "da": "mærkningerne mangler kolonnen {columns}. Der skal stå document, start, end, code og coder for hver.",
        "en": "the tags lack the column {columns}. Each needs document, start, end, code and coder.",
    },
    "tag.twin": {
        "da": "de samme ord har allerede koden fra den samme koder (mærkning {tag}). Ret den med change_tag.",
        "en": "the same words have the code from the same coder already (tag {tag}). Change it with change_tag.",
    },
    "codebook.there": {
        "da": 'projektet har allerede kodebogen "{codebook}". Brug update_codebook.',
        "en": 'the project has the codebook "{codebook}" already. Use update_codebook.',
    },
    "codebook.double": {
        "da": 'koden "{code}" findes også i kodebogen "{codebook}". Giv den et andet id.',
        "en": 'the code "{code}" is in the codebook "{codebook}" too. Give it another id.',
    },
    "codebook.not_there": {
        "da": 'projektet har ingen kodebog "{codebook}", kun {known}. Brug add_codebook.',
        "en": 'the project has no codebook "{codebook}", only {known}. Use add_codebook.',
    },
    "codebook.orphans": {
        "da": '{count} mærkninger har koden "{code}", som ikke er i den nye kodebog. Sig med moves, hvor de skal hen, eller behold koden med `retired: true`.',
        "en": '{count} tags have the code "{code}", which the new codebook lacks. Say with moves where they go, or keep the code with `retired: true`.',
    },
    "import.there": {
        "da": '"{name}" er der allerede og er sprunget over.',
        "en": '"{name}" is there already and was skipped.',
    },
    "import.there_as": {
        "da": 'teksten i "{name}" er der allerede som "{other}" og er sprunget over.',
        "en": 'the text of "{name}" is there already as "{other}" and was skipped.',
    },
    "import.same_name": {
        "da": 'der er allerede et dokument, som hedder "{name}", med en anden tekst; begge er der nu. Er det en rettelse, så tag importen tilbage, og brug replace_text.',
        "en": 'there is a document called "{name}" with another text already; both are there now. If it is a correction, undo the import and use replace_text.',
    },
    "replace.lost": {
        "da": '{count} mærkninger eller belæg i "{document}" ville miste alle deres ord. Se hvilke med preview=True; skriv lose_tags=True, hvis det er meningen.',
        "en": '{count} tags or evidence rows in "{document}" would lose all their words. See which with preview=True; write lose_tags=True if that is meant.',
    },
    # ── journal ────────────────────────────────────────────────────────────────────────
    "undo.nothing": {
        "da": "{coder} har intet at fortryde.",
        "en": "{coder} has nothing to undo.",
    },
    "redo.nothing": {
        "da": "{coder} har intet at gøre om.",
        "en": "{coder} has nothing to do again.",
    },
    "redo.there": {
        "da": 'importen kan ikke gøres om: teksten "{name}" er i mellemtiden importeret som "{other}". Importér de andre filer igen i stedet.',
        "en": 'the import cannot be done again: the text "{name}" was imported meanwhile as "{other}". Import the other files again instead.',
    },
    "undo.changed": {
        "da": "{act} (journalens linje {line}) kan ikke fortrydes: nogen har ændret det samme siden. Ret det med en ny handling.",
        "en": "{act} (line {line} of the journal) cannot be taken back: somebody changed the same since. Mend it by a new act.",
    },
    "undo.depends": {
        "da": "{act} kan ikke fortrydes på grund af {what}, der bygger på det. Fjern det først.",
        "en": "{act} cannot be taken back because of {what} on it. Take that away first.",
    },
    "undone": {"da": "Fortrudt: {of}.", "en": "Taken back: {of}."},
    "redone": {"da": "Gjort om: {of}.", "en": "Done again: {of}."},
    "rows.facts": {"da": "{count} grænser", "en": "{count} thresholds"},
    "rows.facts.one": {"da": "{count} grænse", "en": "{count} threshold"},
    "rows.documents": {"da": "{count} dokumenter", "en": "{count} documents"},
    "rows.documents.one": {"da": "{count} dokument", "en": "{count} document"},
    "rows.tags": {"da": "{count} mærkninger", "en": "{count} tags"},
    "rows.tags.one": {"da": "{count} mærkning", "en": "{count} tag"},
    "rows.evidence": {"da": "{count} belæg", "en": "{count} evidence rows"},
    "rows.evidence.one": {"da": "{count} belæg", "en": "{count} evidence row"},
    "rows.assignments": {"da": "{count} tildelinger", "en": "{count} assignments"},
    "rows.assignments.one": {"da": "{count} tildeling", "en": "{count} assignment"},
    "rows.memos": {"da": "{count} memoer", "en": "{count} memos"},
    "rows.memos.one": {"da": "{count} memo", "en": "{count} memo"},
    "rows.configurations": {"da": "{count} konfigurationer", "en": "{count} configurations"},
    "rows.configurations.one": {"da": "{count} konfiguration", "en": "{count} configuration"},
    "rows.cases": {"da": "{count} cases", "en": "{count} cases"},
    "rows.questions": {"da": "{count} spørgsmål", "en": "{count} questions"},
    "rows.decided": {"da": "{count} beslutninger om navne", "en": "{count} decisions on names"},
    "rows.codebooks": {"da": "{count} kodebogsudgaver", "en": "{count} codebook versions"},
    "act.import": {"da": "import", "en": "an import"},
    "act.tag": {"da": "en mærkning", "en": "a tag"},
    "act.tag_many": {"da": "mange mærkninger på én gang", "en": "many tags at once"},
    "act.untag": {"da": "en fjernet mærkning", "en": "a removed tag"},
    "act.change_tag": {"da": "en ændret mærkning", "en": "a changed tag"},
    "act.look_again": {"da": "mærkninger set efter", "en": "tags looked at again"},
    "act.memo": {"da": "et memo", "en": "a memo"},
    "act.change_document": {"da": "et ændret dokument", "en": "a changed document"},
    "history.change_document": {
        "da": 'ændrede oplysninger om "{document}"',
        "en": 'changed what is known of "{document}"',
    },
    "act.assign": {"da": "en tildeling", "en": "an assignment"},
    "act.mark_done": {"da": "et afsluttet dokument", "en": "a document marked as done"},
    "act.set_cases": {"da": "oplysninger om cases", "en": "what is known of cases"},
    "act.set_questions": {"da": "evalueringens spørgsmål", "en": "the evaluation's questions"},
    "act.add_codebook": {"da": "en ny kodebog", "en": "a new codebook"},
    "act.update_codebook": {"da": "en rettet kodebog", "en": "a changed codebook"},
    "act.configure": {"da": "en konfiguration", "en": "a configuration"},
    "act.add_evidence": {"da": "et belæg", "en": "a piece of evidence"},
    "act.replace_text": {"da": "en rettet tekst", "en": "a corrected text"},
    "act.repair": {"da": "en reparation", "en": "a repair"},
    "act.decide": {"da": "beslutninger om navne", "en": "decisions on names"},
    "act.sign_off": {"da": "en underskrift", "en": "a sign-off"},
    "act.accept_pseudonyms": {"da": "pseudonymer sat ind", "en": "pseudonyms put in"},
    "act.restore_names": {"da": "navne sat tilbage", "en": "names put back"},
    "act.undo": {"da": "noget fortrudt", "en": "something taken back"},
    "act.redo": {"da": "noget gjort om", "en": "something done again"},
    "act.merge": {"da": "en sammenføjning", "en": "a merge"},
    "act.migrate": {
        "da": "icmo bragte projektet op til dato",
        "en": "icmo brought the project up to date",
    },
    "history.erase": {
        "da": "slettede ord; resten af teksterne står",
        "en": "erased words; the rest of the texts stands",
    },
    "history.migrate": {
        "da": "bragte projektet op til dato",
        "en": "brought the project up to date",
    },
    "act.erase": {"da": "en sletning", "en": "an erasure"},
    "history.line": {"da": "{coder}: {told}", "en": "{coder}: {told}"},
    "history.undo": {"da": "{coder}: fortrød ({of})", "en": "{coder}: took back ({of})"},
    "history.redo": {"da": "{coder}: gjorde om ({of})", "en": "{coder}: did again ({of})"},
    "history.more": {"da": "{count} mere", "en": "{count} more"},
    "history.only_act": {"da": "{act}", "en": "{act}"},
    "history.import": {
        "da": "importerede {count} dokumenter: {names}",
        "en": "imported {count} documents: {names}",
    },
    "history.import.one": {
        "da": "importerede dokumentet {names}",
        "en": "imported the document {names}",
    },
    "history.tag": {
        "da": 'gav tegn {start}–{end} i "{document}" koden {code}',
        "en": 'gave characters {start}–{end} of "{document}" the code {code}',
    },
    "history.tag_many": {
        "da": "satte {count} mærkninger på én gang",
        "en": "put in {count} tags at once",
    },
    "history.tag_many.one": {"da": "satte {count} mærkning", "en": "put in {count} tag"},
    "history.untag": {
        "da": 'fjernede koden {code} fra tegn {start}–{end} i "{document}"',
        "en": 'took the code {code} off characters {start}–{end} of "{document}"',
    },
    "history.change_tag": {
        "da": 'ændrede mærkningen {code} i "{document}" (nu tegn {start}–{end})',
        "en": 'changed the tag {code} in "{document}" (now characters {start}–{end})',
    },
    "history.look_again": {
        "da": "så {count} mærkninger efter under den nye definition",
        "en": "looked at {count} tags again under the new definition",
    },
    "history.look_again.one": {
        "da": "så {count} mærkning efter under den nye definition",
        "en": "looked at {count} tag again under the new definition",
    },
    "history.memo": {"da": "skrev et memo", "en": "wrote a memo"},
    "history.assign": {
        "da": 'tildelte "{document}" til kodere: {names}',
        "en": 'assigned "{document}" to coders: {names}',
    },
    "history.mark_done": {
        "da": 'ændrede, om "{document}" er færdigkodet',
        "en": 'changed whether "{document}" is done',
    },
    "history.set_cases": {
        "da": "gemte oplysninger om {count} cases: {names}",
        "en": "kept what is known of {count} cases: {names}",
    },
    "history.set_cases.one": {
        "da": "gemte oplysninger om casen {names}",
        "en": "kept what is known of the case {names}",
    },
    "history.set_questions": {
        "da": "gemte evalueringens spørgsmål ({count})",
        "en": "kept the evaluation's questions ({count})",
    },
    "history.add_codebook": {
        "da": 'tilføjede kodebogen "{codebook}"',
        "en": 'added the codebook "{codebook}"',
    },
    "history.update_codebook": {
        "da": 'tog en ny udgave af kodebogen "{codebook}" i brug',
        "en": 'put a new version of the codebook "{codebook}" in force',
    },
    "history.configure": {
        "da": 'opstillede konfigurationen "{title}"',
        "en": 'set up the configuration "{title}"',
    },
    "history.add_evidence": {
        "da": 'føjede tegn {start}–{end} i "{document}" til en konfiguration: {stance}',
        "en": 'added characters {start}–{end} of "{document}" to a configuration: {stance}',
    },
    "history.merge": {
        "da": "føjede en anden kopi af projektet ind: {rows}",
        "en": "merged another copy of the project in: {rows}",
    },
    "history.replace_text": {
        "da": 'rettede teksten "{document}"',
        "en": 'corrected the text "{document}"',
    },
    "history.repair": {
        "da": 'reparerede teksten "{document}"',
        "en": 'repaired the text "{document}"',
    },
    "history.decide": {
        "da": "traf {count} beslutninger om navne",
        "en": "made {count} decisions on names",
    },
    "history.decide.one": {
        "da": "traf {count} beslutning om et navn",
        "en": "made {count} decision on a name",
    },
    "history.sign_off": {
        "da": "skrev under som anden læser",
        "en": "signed off as the second reader",
    },
    "history.accept_pseudonyms": {
        "da": "satte pseudonymer ind; navnene er i nøglefilen",
        "en": "put pseudonyms in; the names are in the key file",
    },
    "history.restore_names": {
        "da": "satte navne tilbage fra nøglefilen",
        "en": "put names back from the key file",
    },
    "stance.supports": {"da": "støtter", "en": "supports"},
    "stance.contradicts": {"da": "taler imod", "en": "contradicts"},
    "stance.qualifies": {"da": "nuancerer", "en": "qualifies"},
    "progress.read": {"da": "Læser filer", "en": "Reading files"},
    "progress.write": {"da": "Skriver (× {count})", "en": "Writing (× {count})"},
    "progress.names": {"da": "Leder efter navne", "en": "Looking for names"},
    "progress.repair": {"da": "Leder efter skader", "en": "Looking for damage"},
    "progress.replace": {"da": "Sætter pseudonymer ind", "en": "Putting pseudonyms in"},
    "progress.rescue": {"da": "Redder sider", "en": "Rescuing pages"},
    "progress.check": {"da": "Efterprøver journalen", "en": "Proving the journal"},
    # ── erase ──────────────────────────────────────────────────────────────────────────
    "erase.reason": {
        "da": "Der mangler en begrundelse. Skriv, hvorfor der slettes; den står på kvitteringen.",
        "en": "A reason is missing. Write why it is erased; it stands on the receipt.",
    },
    "erase.unknown": {
        "da": 'projektet har hverken et dokument eller en deltager, der hedder "{name}".',
        "en": 'the project has neither a document nor a participant called "{name}".',
    },
    "erase.marker": {"da": "[slettet]", "en": "[erased]"},
    "erase.mention_text": {
        "da": 'navnet står stadig i "{document}" ({count} steder), sagt af andre. Ret teksten, eller slet også dem.',
        "en": 'the name is still in "{document}" ({count} places), said by others. Correct the text, or erase them too.',
    },
    "erase.mention_name": {
        "da": 'dokumentet hedder stadig "{name}" ({document}). Giv det et andet navn.',
        "en": 'the document is still called "{name}" ({document}). Give it another name.',
    },
    "erase.mention_note": {
        "da": "navnet står stadig i en note ({what}: {id}). Ret noten.",
        "en": "the name is still in a note ({what}: {id}). Change the note.",
    },
    # ── merge ──────────────────────────────────────────────────────────────────────────
    "merge.itself": {
        "da": "{path} er projektet selv. Nævn den anden kopi.",
        "en": "{path} is the project itself. Name the other copy.",
    },
    "merge.other_project": {
        "da": "{path} er et andet projekt, ikke en kopi af {own}. Kun kopier af samme projekt kan føjes sammen; læg transskriptioner ind med `icmo add`.",
        "en": "{path} is another project, not a copy of {own}. Only copies of the same project can be merged; put transcripts in with `icmo add`.",
    },
    "kind.document": {"da": "dokumenter", "en": "documents"},
    "kind.tag": {"da": "mærkninger", "en": "tags"},
    "kind.evidence": {"da": "belæg", "en": "evidence rows"},
    "kind.configuration": {"da": "konfigurationer", "en": "configurations"},
    "kind.memo": {"da": "memoer", "en": "memos"},
    "kind.case": {"da": "cases", "en": "cases"},
    "kind.question": {"da": "spørgsmål", "en": "questions"},
    "kind.assignment": {"da": "tildelinger", "en": "assignments"},
    "kind.codebook": {"da": "kodebogsudgaver", "en": "codebook versions"},
    "thing.document": {"da": 'Dokumentet "{document}"', "en": 'The document "{document}"'},
    "thing.tag": {
        "da": 'Koden {code} på tegn {start}–{end} i "{document}" ({coder})',
        "en": 'The code {code} on characters {start}–{end} of "{document}" ({coder})',
    },
    "thing.evidence": {
        "da": 'Belægget på tegn {start}–{end} i "{document}" ({coder})',
        "en": 'The evidence on characters {start}–{end} of "{document}" ({coder})',
    },
    "thing.configuration": {
        "da": 'Konfigurationen "{title}"',
        "en": 'The configuration "{title}"',
    },
    "thing.memo": {"da": "Et memo af {coder}", "en": "A memo by {coder}"},
    "thing.case": {"da": 'Casen "{case}"', "en": 'The case "{case}"'},
    "thing.question": {"da": 'Spørgsmålet "{question}"', "en": 'The question "{question}"'},
    "thing.assignment": {
        "da": '"{document}", tildelt {coder}',
        "en": '"{document}", assigned to {coder}',
    },
    "thing.codebook": {
        "da": 'Kodebogen "{codebook}", udgave {number}',
        "en": 'The codebook "{codebook}", version {number}',
    },
    "merged.added": {
        "da": "{thing}: fra den anden kopi.",
        "en": "{thing}: from the other copy.",
    },
    "merged.changed": {
        "da": "{thing}: ændret som i den anden kopi.",
        "en": "{thing}: changed as in the other copy.",
    },
    "merged.removed": {
        "da": "{thing}: fjernet som i den anden kopi.",
        "en": "{thing}: taken away as in the other copy.",
    },
    "merged.reanchored": {
        "da": "{thing}: sat på sine ord i den gældende tekst.",
        "en": "{thing}: put on its words in the text in force.",
    },
    "merged.kept": {"da": "{thing}: kun her, beholdt.", "en": "{thing}: only here, kept."},
    "merged.same": {
        "da": "{thing}: ens i begge kopier, beholdt én gang.",
        "en": "{thing}: the same in both copies, kept once.",
    },
    "merged.text": {
        "da": "{thing}: teksten er rettet i den anden kopi, og den rettede gælder nu.",
        "en": "{thing}: its text was corrected in the other copy, and the corrected one is now in force.",
    },
    "merged.conflict": {
        "da": "{thing}: ændret i begge kopier. Her står stadig det, der stod; et memo har den anden kopis. Ret, hvis den anden havde ret.",
        "en": "{thing}: changed in both copies. It stays as it was here; a memo has the other copy's. Change it if the other was right.",
    },
    "merged.twin": {
        "da": "{thing}: sat i begge kopier med forskellig polaritet eller note. Den her er beholdt; et memo har den anden. Ret den, hvis den anden havde ret.",
        "en": "{thing}: made in both copies with another polarity or note. The one here is kept; a memo has the other. Change it if the other was right.",
    },
    "merged.stays": {
        "da": "{thing}: fjernet i den anden kopi, men ændret eller brugt her. Beholdt; fjern det selv, hvis det var meningen.",
        "en": "{thing}: taken away in the other copy, but changed or used here. Kept; take it away yourself if that was meant.",
    },
    "merged.back": {
        "da": "{thing}: fjernet her, men ændret eller brugt i den anden kopi. Det er her igen; fjern det, hvis det var meningen.",
        "en": "{thing}: taken away here, but changed or used in the other copy. It is back; take it away again if that was meant.",
    },
    "merged.lost": {
        "da": "{thing}: ordene findes ikke i den gældende tekst. Et memo på dokumentet siger, hvor det stod; sæt det igen, hvis det stadig passer.",
        "en": "{thing}: its words are not in the text in force. A memo on the document says where it stood; make it again if it still holds.",
    },
    "merged.text_both": {
        "da": "{thing}: teksten er rettet i begge kopier. Den her gælder; den anden er gemt som udgave {version}. Sammenlign dem med texts(), og ret med replace_text.",
        "en": "{thing}: its text was corrected in both copies. The one here is in force; the other is kept as version {version}. Compare them with texts(), and mend with replace_text.",
    },
    "merged.same_name": {
        "da": "{thing}: begge kopier har et dokument med det navn og hver sin tekst. Begge er her nu. Er den ene en rettelse, så fortryd og brug replace_text.",
        "en": "{thing}: both copies have a document of that name, with different texts. Both are here now. If one is a correction, undo and use replace_text.",
    },
    "merged.erased_here": {
        "da": "{thing}: dokumentet er slettet her og kommer ikke igen. Slet det også i den anden kopi.",
        "en": "{thing}: the document was erased here and does not come back. Erase it in the other copy too.",
    },
    "merged.erased_there": {
        "da": "{thing}: slettet i den anden kopi, men stadig her. Slet det også her.",
        "en": "{thing}: erased in the other copy, but still here. Erase it here too.",
    },
    "merged.erased_part": {
        "da": "{thing}: ord i det er slettet her, så den anden kopis rettede tekst kommer ikke med. Slet dem også i den anden kopi, og ret igen.",
        "en": "{thing}: words in it were erased here, so the other copy's corrected text does not come. Erase them in the other copy too, and correct again.",
    },
    "merged.codebook_both": {
        "da": "{thing}: kodebogen er ændret i begge kopier. Den, der gjaldt her, gælder stadig; den anden kopis er gemt som denne udgave. Se forskellen, saml dem i én fil, og tag den i brug med update_codebook.",
        "en": "{thing}: the codebook was changed in both copies. The one in force here still is; the other copy's is kept as this version. Look at the difference, join them in one file, and put it in force with update_codebook.",
    },
    "merged.code_unknown": {
        "da": 'Koden "{code}" er på {count} mærkninger og i ingen gældende kodebog. Skriv den ind i kodebogen igen, eller giv mærkningerne en anden kode.',
        "en": 'The code "{code}" is on {count} tags and in no codebook in force. Write it into the codebook again, or give the tags another code.',
    },
    "merged.memo": {
        "da": "{thing}. I den anden kopi, da de blev føjet sammen: {content}",
        "en": "{thing}. In the other copy, when they were merged: {content}",
    },
    "merged.memo_lost": {
        "da": "Mistede sine ord, da to kopier blev føjet sammen: {content}",
        "en": "Lost its words when two copies were merged: {content}",
    },
    "merged.nothing": {
        "da": "Den anden kopi har intet nyt.",
        "en": "The other copy has nothing new.",
    },
    "merged.of": {"da": "{what} {count} ({coder})", "en": "{what} {count} ({coder})"},
    "merged.count": {"da": "{what} {count}", "en": "{what} {count}"},
    "merged.all_taken": {
        "da": "Fra den anden kopi: {list}.",
        "en": "From the other copy: {list}.",
    },
    "merged.all_reanchored": {
        "da": "Sat på deres ord i den gældende tekst: {list}.",
        "en": "Put on their words in the text in force: {list}.",
    },
    "merged.all_same": {"da": "Ens i begge kopier: {list}.", "en": "The same in both: {list}."},
    "merged.all_kept": {"da": "Kun her, beholdt: {list}.", "en": "Only here, kept: {list}."},
    "merged.conflicts": {
        "da": "{count} ting at tage stilling til:",
        "en": "{count} things to decide on:",
    },
    # ── check ──────────────────────────────────────────────────────────────────────────
    "check.text": {
        "da": "tekstens udgave {version} er ikke længere den, der blev gemt. Hent den fra en sikkerhedskopi.",
        "en": "version {version} of the text is no longer the one that was stored. Fetch it from a backup.",
    },
    "check.no_text": {
        "da": "dokumentets tekst mangler. Hent den fra en sikkerhedskopi.",
        "en": "the document's text is missing. Fetch it from a backup.",
    },
    "check.place": {
        "da": "{id} står på tegn {start}–{end}, men teksten har {size}. Hent projektet fra en sikkerhedskopi.",
        "en": "{id} stands on characters {start}–{end}, but the text has {size}. Fetch the project from a backup.",
    },
    "check.turn": {
        "da": "replik {number} (tekstens udgave {version}) står ikke på sin plads. Hent projektet fra en sikkerhedskopi.",
        "en": "turn {number} (version {version} of the text) is not in its place. Fetch the project from a backup.",
    },
    "check.code": {
        "da": "{count} mærkninger har en kode, som ingen af projektets kodebøger har. Tilføj den, eller flyt dem med update_codebook(…, moves=…).",
        "en": "{count} tags have a code that none of the project's codebooks has. Add it, or move them with update_codebook(…, moves=…).",
    },
    "check.line_missing": {
        "da": "journalen mangler denne linje. Hent projektet fra en sikkerhedskopi.",
        "en": "the journal lacks this line. Fetch the project from a backup.",
    },
    "check.step": {
        "da": 'det, handlingen "{act}" gjorde ved {table}, passer ikke med, hvad der står der nu.',
        "en": 'what the act "{act}" did to {table} does not fit what is there now.',
    },
    "check.unexplained": {
        "da": "{table}: journalen forklarer ikke {count} rækker. Nogen har skrevet i filen uden om icmo.",
        "en": "{table}: the journal does not explain {count} rows. Somebody wrote to the file past icmo.",
    },
    "check.access_gap": {
        "da": "adgangsloggen mangler linje {entry}. Nogen har fjernet den.",
        "en": "the access log lacks entry {entry}. Somebody removed it.",
    },
    "check.access_altered": {
        "da": "adgangsloggens linje {entry} er ændret siden den blev skrevet.",
        "en": "entry {entry} of the access log was altered since it was written.",
    },
    # ── agreement ──────────────────────────────────────────────────────────────────────
    "number.point": {"da": ",", "en": "."},
    "agreement.all": {"da": "alle", "en": "all"},
    "agreement.none": {"da": "kan ikke beregnes", "en": "cannot be calculated"},
    "agreement.axis": {
        "da": "Krippendorffs alfa med 95 %-interval",
        "en": "Krippendorff's alpha with 95 % interval",
    },
    "agreement.percent": {"da": "enige", "en": "agree"},
    "agreement.kappa": {"da": "kappa", "en": "kappa"},
    "agreement.ac1": {"da": "AC1", "en": "AC1"},
    "agreement.alpha": {"da": "alfa", "en": "alpha"},
    "agreement.interval": {"da": "95 %-interval", "en": "95 % interval"},
    "agreement.f1": {"da": "F1", "en": "F1"},
    "agreement.size": {
        "da": "Enighed mellem {coders} om {documents}, målt i {unit}.",
        "en": "Agreement of {coders} on {documents}, measured in {unit}.",
    },
    "agreement.documents": {"da": "{count} dokumenter", "en": "{count} documents"},
    "agreement.documents.one": {"da": "{count} dokument", "en": "{count} document"},
    "agreement.passages": {"da": "{count} passager", "en": "{count} passages"},
    "agreement.passages.one": {"da": "{count} passage", "en": "{count} passage"},
    "agreement.confused": {
        "da": "Den tekst, nogen gav en kode: hvad de andre gav den, i andele af teksten.",
        "en": "The text that someone gave a code: what the others gave it, in shares of the text.",
    },
    "agreement.confused_in": {"da": "{passages} i {documents}", "en": "{passages} in {documents}"},
    "agreement.same": {"da": "det samme", "en": "the same"},
    "agreement.no_code": {"da": "intet", "en": "nothing"},
    "agreement.no_codes": {
        "da": "Ingen af koderne har mærket noget i de dokumenter, de deler.",
        "en": "None of the coders has tagged anything in the documents they share.",
    },
    "agreement.of_character": {"da": "tegn", "en": "characters"},
    "agreement.of_turn": {"da": "replikker", "en": "turns"},
    "agreement.of_sentence": {"da": "sætninger", "en": "sentences"},
    "agreement.of_paragraph": {"da": "afsnit", "en": "paragraphs"},
    "agreement.of_passage": {"da": "passager", "en": "passages"},
    "agreement.nobody": {
        "da": "Kan ikke beregnes: ingen brugte koden her.",
        "en": "Cannot be calculated: nobody used the code here.",
    },
    "agreement.everybody": {
        "da": "Kan ikke beregnes: alle kodede al teksten, så der er ingen forskel at måle.",
        "en": "Cannot be calculated: everyone coded all of the text, so there is no difference to measure.",
    },
    "agreement.no_text": {
        "da": "Kan ikke beregnes: her er ingen tekst at sammenligne.",
        "en": "Cannot be calculated: there is no text to compare here.",
    },
    "agreement.skew": {
        "da": "Kappa er lav ({kappa}), selv om koderne er enige om {percent} af teksten: koden er skævt fordelt ({prevalence} af teksten), og så er næsten al enighed ventet. AC1 ({ac1}) tåler skævheden; F1 ({f1}) siger, hvor meget af den kodede tekst de deler.",
        "en": "Kappa is low ({kappa}) although the coders agree on {percent} of the text: the code is unevenly spread ({prevalence} of the text), so nearly all agreement is expected. AC1 ({ac1}) bears the unevenness; F1 ({f1}) says how much of the coded text they share.",
    },
    "agreement.skew_many": {
        "da": "Kappa er lav, selv om koderne er enige om næsten al teksten: koden er skævt fordelt, og så er næsten al enighed ventet. AC1 tåler skævheden; F1 siger, hvor meget af den kodede tekst de deler.",
        "en": "Kappa is low although the coders agree on nearly all of the text: the code is unevenly spread, so nearly all agreement is expected. AC1 bears the unevenness; F1 says how much of the coded text they share.",
    },
    "agreement.never": {
        "da": "Koderne gav aldrig den samme tekst denne kode; det, de er enige om, er kun den tekst, ingen gav den.",
        "en": "The coders never gave this code to the same text; all they agree on is the text nobody gave it.",
    },
    "agreement.few": {
        "da": "For få dokumenter til et interval ({documents}; der skal være mindst 5).",
        "en": "Too few documents for an interval ({documents}; it takes at least 5).",
    },
    "agreement.few_cases": {
        "da": "For få cases til et interval ({cases}; der skal være mindst 5).",
        "en": "Too few cases for an interval ({cases}; it takes at least 5).",
    },
    "agreement.rare": {
        "da": "Intet interval: koden findes i så få dokumenter, at mange stikprøver går uden om den.",
        "en": "No interval: the code occurs in so few documents that many draws miss it.",
    },
    "agreement.unfinished": {
        "da": "Ikke alle er færdige med {count} af dokumenterne; det, de mangler, tæller som nej.",
        "en": "Not everyone has finished {count} of the documents; what is still to do counts as no.",
    },
    "agreement.left_out.one": {
        "da": "{count} dokument, som kun nogle af koderne har fået, tæller ikke med.",
        "en": "{count} document that only some of the coders were assigned does not count.",
    },
    "agreement.left_out": {
        "da": "{count} dokumenter, som kun nogle af koderne har fået, tæller ikke med.",
        "en": "{count} documents that only some of the coders were assigned do not count.",
    },
    "agreement.nothing_together": {
        "da": "Kan ikke beregnes: der er ingen tekst, som to kodere begge gav netop én kode.",
        "en": "Cannot be calculated: there is no text to which two coders each gave exactly one code.",
    },
    "agreement.one_label": {
        "da": "Kan ikke beregnes: alle valgte den samme, så der er ingen forskel at måle.",
        "en": "Cannot be calculated: everyone chose the same, so there is no difference to measure.",
    },
    "agreement.one_level": {
        "da": "Kan ikke beregnes: der er ikke to forskellige niveauer at sammenligne.",
        "en": "Cannot be calculated: there are no two different levels to compare.",
    },
    "agreement.several.one": {
        "da": "{count} tegn, som nogen gav flere koder, er udeladt.",
        "en": "{count} character to which someone gave several codes is left out.",
    },
    "agreement.several": {
        "da": "{count} tegn, som nogen gav flere koder, er udeladt.",
        "en": "{count} characters to which someone gave several codes are left out.",
    },
    "agreement.unit": {
        "da": 'der kan ikke måles i "{unit}". Skriv en af: {units}.',
        "en": 'agreement cannot be measured in "{unit}". Write one of: {units}.',
    },
    "agreement.by": {
        "da": '"{by}" kan ikke få rækker her. Skriv en af: {known}.',
        "en": '"{by}" cannot have rows here. Write one of: {known}.',
    },
    "agreement.also": {
        "da": 'målet "{name}" findes ikke. Skriv et af: {known}.',
        "en": 'there is no measure "{name}". Write one of: {known}.',
    },
    "agreement.also_by": {
        "da": 'målet "{name}" kan ikke beregnes for {by}. Brug det med code, family eller role.',
        "en": 'the measure "{name}" cannot be calculated by {by}. Use it with code, family or role.',
    },
    "agreement.measured": {
        "da": '"{measured}" er ikke et måleniveau. Skriv et af: {known}.',
        "en": '"{measured}" is not a level of measurement. Write one of: {known}.',
    },
    "agreement.level": {
        "da": 'niveauet "{level}" står ikke blandt niveauerne ({levels}). Tilføj det på dets plads.',
        "en": 'the level "{level}" is not among the levels ({levels}). Add it in its place.',
    },
    "agreement.item": {
        "da": 'ingen af koderne har brugt "{item}" i de dokumenter, der sammenlignes.',
        "en": 'none of the coders used "{item}" in the documents compared.',
    },
    "agreement.units": {
        "da": "for at måle i {unit} skal enhederne med: giv project.units(...) som `units`.",
        "en": "to measure in {unit} the units are needed: give project.units(...) as `units`.",
    },
    "agreement.column": {
        "da": 'dokumenterne mangler kolonnen "{column}", som siger, hvem der koder hvad. Giv project.documents().',
        "en": 'the documents lack the column "{column}", which says who codes what. Give project.documents().',
    },
    "agreement.coder": {
        "da": 'ingen dokumenter er givet til koderen "{coder}".',
        "en": 'no documents are assigned to the coder "{coder}".',
    },
    "agreement.alone": {
        "da": "ingen dokumenter er givet til to kodere, så der er intet at sammenligne. Giv de samme dokumenter til flere: project.assign(document, coders).",
        "en": "no document is assigned to two coders, so there is nothing to compare. Assign the same documents to several: project.assign(document, coders).",
    },
    "agreement.nothing_shared": {
        "da": "intet dokument er givet til alle koderne på én gang. Vælg kodere, som deler dokumenter: {pairs}.",
        "en": "no document is assigned to all of the coders at once. Choose coders who share documents: {pairs}.",
    },
    # ── matrices, maps, report ─────────────────────────────────────────────────────────
    "matrix.count": {
        "da": 'der kan ikke tælles "{count}". Skriv en af: {counts}.',
        "en": 'there is no counting of "{count}". Write one of: {counts}.',
    },
    "matrix.rows": {
        "da": 'mærkningerne har ingen kolonne "{rows}".',
        "en": 'the tags have no column "{rows}".',
    },
    "matrix.share": {
        "da": "for at regne andele skal teksternes længde med: giv project.documents() som `documents`.",
        "en": "shares need the length of the texts: give project.documents() as `documents`.",
    },
    "matrix.speakers": {
        "da": 'for at krydse med {column} skal replikkerne med: giv project.units("turn") som `units`.',
        "en": 'to cross by {column} the turns are needed: give project.units("turn") as `units`.',
    },
    "matrix.texts": {
        "da": "for at måle i ord skal teksterne med: giv dokumenternes tekst som `texts`.",
        "en": "to measure in words the texts are needed: give the text of the documents as `texts`.",
    },
    "matrix.show": {
        "da": '"{show}" kan ikke vises i cellerne. Skriv en af: {known}.',
        "en": '"{show}" cannot be shown in the cells. Write one of: {known}.',
    },
    "matrix.order": {
        "da": 'dokumenterne har ingen kolonne "{order}" at ordne efter; giv dem som `documents`.',
        "en": 'the documents have no column "{order}" to order by; give them as `documents`.',
    },
    "matrix.ordering": {
        "da": 'der findes ingen rækkefølge "{order}". Skriv en af: {known}.',
        "en": 'there is no order "{order}". Write one of: {known}.',
    },
    "matrix.fit": {
        "da": '"{fit}" siger ikke, hvordan tal og udsagn passer sammen. Skriv en af: {known}.',
        "en": '"{fit}" does not say how figures and words fit. Write one of: {known}.',
    },
    "matrix.level": {
        "da": 'niveauet "{level}" findes ikke. Skriv en af: {known}.',
        "en": 'there is no level "{level}". Write one of: {known}.',
    },
    "matrix.caption": {"da": "Tallene er {counts}.", "en": "The numbers are {counts}."},
    "matrix.described": {
        "da": "Tabel med {rows} og {columns}; tallene er {counts}.",
        "en": "Table of {rows} and {columns}; the numbers are {counts}.",
    },
    "matrix.largest": {"da": "{row} og {column}: {number}.", "en": "{row} and {column}: {number}."},
    "matrix.too_large": {
        "da": "Kun de første {most}; hele tabellen er {rows} × {columns}.",
        "en": "Only the first {most}; the whole table is {rows} × {columns}.",
    },
    "matrix.untitled": {"da": "Tabel", "en": "Table"},
    "matrix.level_cell": {
        "da": "{level} ({cases} af {count} cases)",
        "en": "{level} ({cases} of {count} cases)",
    },
    "matrix.level_cell.one": {
        "da": "{level} ({cases} af {count} case)",
        "en": "{level} ({cases} of {count} case)",
    },
    "matrix.rows_of": {"da": "{count} rækker", "en": "{count} rows"},
    "matrix.rows_of.one": {"da": "{count} række", "en": "{count} row"},
    "matrix.columns_of": {"da": "{count} kolonner", "en": "{count} columns"},
    "matrix.columns_of.one": {"da": "{count} kolonne", "en": "{count} column"},
    "cell.empty": {"da": "tom – ingen data", "en": "empty – no data"},
    "cell.not_summarised": {"da": "data, ikke resumeret", "en": "data, not summarised"},
    "cell.summarised": {"da": "resumeret", "en": "summarised"},
    "cell.stale": {
        "da": "resumé ældre end nyeste mærkning",
        "en": "summary older than newest tag",
    },
    "cell.promotes": {"da": "fremmer", "en": "promotes"},
    "cell.hinders": {"da": "hæmmer", "en": "hinders"},
    "cell.unsaid": {"da": "ikke sagt", "en": "not said"},
    "joint.figures": {"da": "Tal", "en": "Figures"},
    "joint.configuration": {"da": "Konfiguration", "en": "Configuration"},
    "joint.supports": {"da": "Støtter", "en": "Supports"},
    "joint.contradicts": {"da": "Taler imod", "en": "Contradicts"},
    "joint.qualifies": {"da": "Nuancerer", "en": "Qualifies"},
    "joint.quote": {"da": "Citat", "en": "Quote"},
    "joint.fit": {"da": "Tal og udsagn", "en": "Figures and words"},
    "joint.inference": {"da": "Slutning", "en": "Inference"},
    "joint.figure": {"da": "{name}: {value}", "en": "{name}: {value}"},
    "joint.hidden": {
        "da": "for få personer til at vise tal",
        "en": "too few persons to show figures",
    },
    "joint.silent": {"da": "Siger intet om: {titles}", "en": "Says nothing of: {titles}"},
    "joint.of_n": {"da": "deltagere", "en": "participants"},
    "joint.of_share_category": {"da": "aktivitetsparate", "en": "furthest from work"},
    "joint.of_goal_1": {"da": "mål 1", "en": "goal 1"},
    "joint.of_goal_1_2": {"da": "mål 1 eller 2", "en": "goal 1 or 2"},
    "joint.of_sustained_full": {"da": "varigt, over deltid", "en": "lasting, over part time"},
    "joint.of_sustained_any": {"da": "varigt i alt", "en": "lasting in all"},
    "cell.confirms": {"da": "bekræfter", "en": "confirms"},
    "cell.expands": {"da": "udvider", "en": "expands"},
    "cell.contradicts": {"da": "modsiger", "en": "contradicts"},
    "cell.silent": {"da": "tavs", "en": "silent"},
    "query.kind": {
        "da": 'her står "{given}". En forespørgsel er netop én af: {known}.',
        "en": 'here stands "{given}". A query is exactly one of: {known}.',
    },
    "query.key": {
        "da": 'en mærkning har ingen "{key}". Skriv en af: {known}.',
        "en": 'a tag has no "{key}". Write one of: {known}.',
    },
    "query.values": {
        "da": '"{given}" siger ikke, hvad der søges i. Skriv fx {{code: tillid}}.',
        "en": '"{given}" does not say what to look in. Write for instance {{code: tillid}}.',
    },
    "query.parts": {
        "da": '"{kind}" har et forkert antal dele: not tager én, near og same to, and og or to eller flere.',
        "en": '"{kind}" has the wrong number of parts: not takes one, near and same two, and and or two or more.',
    },
    "query.words": {
        "da": '"{words}" er ikke et antal ord. Skriv et helt tal.',
        "en": '"{words}" is no number of words. Write a whole number.',
    },
    "query.name": {
        "da": 'navnet "{name}" mangler eller står to gange. Giv hver forespørgsel sit eget navn.',
        "en": 'the name "{name}" is missing or stands twice. Give each query a name of its own.',
    },
    "query.list": {
        "da": "filen har ingen liste `queries:`. Skriv den, og en forespørgsel i hvert punkt.",
        "en": "the file has no list `queries:`. Write it, with a query in each item.",
    },
    "query.where": {
        "da": 'hverken dokumenter eller enheder har kolonnen "{column}".',
        "en": 'neither documents nor units have the column "{column}".',
    },
    "query.units": {
        "da": "forespørgslen spørger til replikker eller talere: giv project.units(...) som `units`.",
        "en": "the query asks for turns or speakers: give project.units(...) as `units`.",
    },
    "query.texts": {
        "da": "forespørgslen måler i ord: giv dokumenternes tekst som `texts`.",
        "en": "the query measures in words: give the text of the documents as `texts`.",
    },
    "counts.passages": {"da": "passager", "en": "passages"},
    "counts.documents": {"da": "dokumenter", "en": "documents"},
    "counts.cases": {"da": "cases", "en": "cases"},
    "counts.groups": {"da": "grupper af respondenter", "en": "groups of respondents"},
    "counts.words": {"da": "ord", "en": "words"},
    "counts.share": {"da": "andele af teksten", "en": "shares of the text"},
    "counts.turns": {"da": "replikker", "en": "turns"},
    "counts.characters": {"da": "tegn", "en": "characters"},
    "counts.numbers": {"da": "tal", "en": "numbers"},
    "side.case": {"da": "Case", "en": "Case"},
    "side.code": {"da": "Kode", "en": "Code"},
    "side.group": {"da": "Gruppe", "en": "Group"},
    "side.document": {"da": "Dokument", "en": "Document"},
    "side.role": {"da": "Rolle", "en": "Role"},
    "side.family": {"da": "Familie", "en": "Family"},
    "side.team": {"da": "Team", "en": "Team"},
    "side.focus": {"da": "Fokus", "en": "Focus"},
    "side.target": {"da": "Målgruppe", "en": "Target group"},
    "level.low": {"da": "Lav", "en": "Low"},
    "level.middle": {"da": "Middel", "en": "Middle"},
    "level.high": {"da": "Høj", "en": "High"},
    "overview.nobody_named": {"da": "Ikke sagt for hvem", "en": "For whom is not said"},
    "overview.intervention": {"da": "Indsatser (hvad)", "en": "Interventions (what)"},
    "overview.context": {"da": "Kontekst (hvor)", "en": "Context (where)"},
    "overview.moderator": {"da": "Moderatorer", "en": "Moderators"},
    "overview.mechanism": {"da": "Virkning (hvordan)", "en": "Mechanisms (how)"},
    "overview.outcome": {"da": "Udkomme", "en": "Outcomes"},
    "overview.method": {"da": "Metode", "en": "Method"},
    # ── what there is to mend in a report ──────────────────────────────────────────────
    "finding.claim_without_evidence": {
        "da": 'Temaet "{claim}" har intet belæg.',
        "en": 'The claim "{claim}" has no evidence.',
    },
    "mend.claim_without_evidence": {
        "da": "Knyt uddrag til temaet, eller tag det ud.",
        "en": "Attach passages to the claim, or take it out.",
    },
    "finding.evidence_without_claim": {
        "da": 'Temaet "{claim}" har belæg ({passages} passager), men står ingen steder i rapporten.',
        "en": 'The claim "{claim}" has evidence ({passages} passages), but stands nowhere in the report.',
    },
    "mend.evidence_without_claim": {
        "da": "Skriv om temaet, eller fjern det fra projektet.",
        "en": "Write about the claim, or remove it from the project.",
    },
    "finding.claim_only_listed": {
        "da": 'Temaet "{claim}" står kun i en liste eller en tabel; ingen overskrift, intet afsnit og intet citat handler om det.',
        "en": 'The claim "{claim}" stands only in a list or a table; no heading, no paragraph and no quote is about it.',
    },
    "mend.claim_only_listed": {
        "da": "Giv temaet en overskrift eller et afsnit med dets citater, eller tag det ud af listen.",
        "en": "Give the claim a heading or a paragraph with its quotes, or take it out of the list.",
    },
    "finding.evidence_astray": {
        "da": "{rows} belæg hører til noget, der ikke findes længere ({what}).",
        "en": "{rows} evidence rows belong to something that is no longer there ({what}).",
    },
    "mend.evidence_astray": {
        "da": "Fjern belæggene, eller knyt dem til et andet tema.",
        "en": "Remove the evidence, or attach it to another claim.",
    },
    "finding.claim_in_other_words": {
        "da": 'Et tema er skrevet med andre ord: "{written}" i stedet for "{stored}".',
        "en": 'A claim is written in other words: "{written}" for "{stored}".',
    },
    "mend.claim_in_other_words": {
        "da": "Hent sætningen med report.claim(…), så den er ens overalt, eller ret temaet selv.",
        "en": "Fetch the sentence with report.claim(…), so that it is the same everywhere, or change the claim itself.",
    },
    "finding.principle_in_other_words": {
        "da": 'Et princip er skrevet med andre ord: "{written}" i stedet for "{stored}".',
        "en": 'A principle is written in other words: "{written}" for "{stored}".',
    },
    "mend.principle_in_other_words": {
        "da": "Brug kodebogens ord, eller ret dem i kodebogen.",
        "en": "Use the codebook's words, or change them in the codebook.",
    },
    "finding.broken_reference": {
        "da": 'Henvisningen til "{label}" fører ingen steder hen.',
        "en": 'The reference to "{label}" leads nowhere.',
    },
    "mend.broken_reference": {
        "da": "Giv en figur eller tabel det navn med label=, eller ret henvisningen.",
        "en": "Give a figure or table that name with label=, or mend the reference.",
    },
    "finding.numbered_heading": {
        "da": 'Overskriften "{heading}" har et nummer, der er skrevet i hånden.',
        "en": 'The heading "{heading}" has a number typed by hand.',
    },
    "mend.numbered_heading": {
        "da": "Fjern nummeret; rapporten nummererer selv, i den rækkefølge afsnittene står.",
        "en": "Take the number away; the report numbers by itself, in the order the sections stand.",
    },
    "finding.typed_reference": {
        "da": 'Henvisningen "{reference}" er skrevet i hånden og følger ikke med, når noget flyttes.',
        "en": 'The reference "{reference}" is typed by hand and does not follow when something moves.',
    },
    "mend.typed_reference": {
        "da": "Skriv [](#navn) i stedet, med den label figuren, tabellen eller overskriften har.",
        "en": "Write [](#name) instead, with the label of the figure, the table or the heading.",
    },
    "finding.figure_not_mentioned": {
        "da": 'Teksten henviser ikke til figuren "{figure}".',
        "en": 'The text does not refer to the figure "{figure}".',
    },
    "mend.figure_not_mentioned": {
        "da": "Giv figuren en label=, og skriv [](#label) dér, hvor teksten taler om den.",
        "en": "Give the figure a label=, and write [](#label) where the text speaks of it.",
    },
    "finding.quote_changed": {
        "da": "Et citat ({speaker}) står ikke længere sådan i sit interview.",
        "en": "A quote ({speaker}) no longer stands like this in its interview.",
    },
    "mend.quote_changed": {
        "da": "Kør cellen igen, så citatet hentes på ny, og se efter, at det stadig siger det samme.",
        "en": "Run the cell again, so that the quote is fetched anew, and see that it still says the same.",
    },
    "finding.passage_changed": {
        "da": "Passage {number} bag figuren eller tabellen står ikke længere sådan i sit interview.",
        "en": "Passage {number} behind the figure or table no longer stands like this in its interview.",
    },
    "mend.passage_changed": {
        "da": "Kør cellen igen, så passagerne hentes på ny.",
        "en": "Run the cell again, so that the passages are fetched anew.",
    },
    "finding.quote_not_said": {
        "da": 'Citatet, der er skrevet i hånden og begynder "{words} …", står ikke i noget interview.',
        "en": 'The quote that is typed by hand and begins "{words} …" stands in no interview.',
    },
    "mend.quote_not_said": {
        "da": "Hent det med report.said(…), eller giv cellen mærket typed-quotes, hvis ordene er fra et andet sted.",
        "en": "Fetch it with report.said(…), or give the cell the tag typed-quotes if the words are from elsewhere.",
    },
    "finding.quote_twice": {
        "da": "Et citat ({speaker}) er brugt før, i {place}.",
        "en": "A quote ({speaker}) was used before, in {place}.",
    },
    "mend.quote_twice": {
        "da": "Vælg et andet uddrag et af stederne.",
        "en": "Choose another passage in one of the places.",
    },
    "finding.typed_number": {
        "da": '"{number}" er skrevet i hånden i et kapitel, der ellers regner sine tal ud.',
        "en": '"{number}" is typed by hand in a chapter that works its numbers out.',
    },
    "mend.typed_number": {
        "da": "Skriv et udtryk i stedet, fx {{{{ report.percent(report.value(…)) }}}}, eller giv cellen mærket typed-numbers, hvis tallet er en andens.",
        "en": "Write an expression instead, such as {{{{ report.percent(report.value(…)) }}}}, or give the cell the tag typed-numbers if the number is somebody else's.",
    },
    "finding.draft": {
        "da": 'Der står noget fra kladden: "{words}".',
        "en": 'Something of the draft is left: "{words}".',
    },
    "mend.draft": {
        "da": "Afgør det, eller skriv tvivlen som en sætning.",
        "en": "Settle it, or write the doubt as a sentence.",
    },
    "finding.threshold": {
        "da": 'Grænsen er "{here}" her og "{there}" i {place}, om det samme.',
        "en": 'The threshold is "{here}" here and "{there}" in {place}, about the same thing.',
    },
    "mend.threshold": {
        "da": "Find den rigtige i tallene, og skriv den ét sted som et udtryk.",
        "en": "Find the right one in the numbers, and write it once as an expression.",
    },
    "finding.pasted_question": {
        "da": 'Under princippet "{principle}" spørges der til et andet, "{other}": "{question}"',
        "en": 'Under the principle "{principle}" another is asked about, "{other}": "{question}"',
    },
    "mend.pasted_question": {
        "da": "Hent spørgsmålene med report.interview_guide(…), eller ret spørgsmålet.",
        "en": "Fetch the questions with report.interview_guide(…), or mend the question.",
    },
    "finding.named": {
        "da": "Linje {line} nævner en, der har pseudonymet {replacement}.",
        "en": "Line {line} names someone who has the pseudonym {replacement}.",
    },
    "mend.named": {
        "da": "Skriv pseudonymet, eller tag stedet ud.",
        "en": "Write the pseudonym, or take the place out.",
    },
    "finding.cpr": {
        "da": "Linje {line} rummer et {replacement}.",
        "en": "Line {line} holds a {replacement}.",
    },
    "mend.cpr": {"da": "Tag nummeret ud.", "en": "Take the number out."},
    "cli.finding": {
        "da": "{notebook}, celle {cell}: {what} {mend}",
        "en": "{notebook}, cell {cell}: {what} {mend}",
    },
    "cli.finding_of_project": {
        "da": "Projektet: {what} {mend}",
        "en": "The project: {what} {mend}",
    },
    "cli.findings": {"da": "At rette: {count}.", "en": "To mend: {count}."},
    "cli.no_findings": {
        "da": "Intet at rette.",
        "en": "Nothing to mend.",
    },
    "help.report_check": {
        "da": "Se rapporten efter: temaer uden belæg, ord der skifter, henvisninger, citater, tal, navne.",
        "en": "Look a report through: claims without evidence, wording that drifts, references, quotes, numbers, names.",
    },
    # ── exhibits ───────────────────────────────────────────────────────────────────────
    "exhibit.style": {
        "da": 'der er ingen boks af slagsen "{style}". Vælg mellem {known}.',
        "en": 'there is no box of the style "{style}". Choose from {known}.',
    },
    "exhibit.cases": {
        "da": 'cases kan ikke kaldes "{cases}". Vælg mellem {known}.',
        "en": 'cases cannot be called "{cases}". Choose from {known}.',
    },
    "exhibit.language": {
        "da": 'rapporten kan ikke skrives på "{language}". Vælg mellem {known}.',
        "en": 'the report cannot be in "{language}". Choose from {known}.',
    },
    "exhibit.no_claim": {
        "da": 'der er intet tema "{name}". Skriv dets id, temaets kode eller begyndelsen af dets sætning.',
        "en": 'there is no claim "{name}". Write its id, the code of its theme or the beginning of its sentence.',
    },
    "exhibit.several_claim": {
        "da": 'flere temaer begynder med "{name}": {found}. Skriv mere af sætningen.',
        "en": 'several claims begin with "{name}": {found}. Write more of the sentence.',
    },
    "exhibit.no_configuration": {
        "da": 'der er ingen konfiguration "{name}". Skriv dens id eller begyndelsen af dens titel.',
        "en": 'there is no configuration "{name}". Write its id or the beginning of its title.',
    },
    "exhibit.several_configuration": {
        "da": 'flere konfigurationer begynder med "{name}": {found}. Skriv mere af titlen.',
        "en": 'several configurations begin with "{name}": {found}. Write more of the title.',
    },
    "exhibit.no_code": {
        "da": 'kodebogen har ingen kode "{name}". Se koderne med `project.codebook.codes()`.',
        "en": 'the codebook has no code "{name}". See the codes with `project.codebook.codes()`.',
    },
    "exhibit.no_family": {
        "da": "kodebogen har ingen familie eller rolle {family}. Se dem med `project.codebook.families()`.",
        "en": "the codebook has no family or role {family}. See them with `project.codebook.families()`.",
    },
    "exhibit.no_intervention": {
        "da": 'ingen konfiguration har indsatsen "{name}". Skriv en indsats, der står i en konfiguration.',
        "en": 'no configuration has the intervention "{name}". Write one that stands in a configuration.',
    },
    "exhibit.no_themes": {
        "da": 'ingen temaer hører til "{type}". Se typer og principper med `project.claims()`.',
        "en": 'no claims belong to "{type}". See types and principles with `project.claims()`.',
    },
    "exhibit.no_question": {
        "da": 'evalueringen har intet spørgsmål "{question}". Den har {known}.',
        "en": 'the evaluation has no question "{question}". It has {known}.',
    },
    "exhibit.no_attribute": {
        "da": 'cases har intet kendetegn "{name}". De har {known}.',
        "en": 'the cases have no attribute "{name}". They have {known}.',
    },
    "exhibit.turn": {"da": "replik {number}", "en": "turn {number}"},
    "exhibit.table_alt": {
        "da": "{caption}. Tabel med {rows} rækker og {columns} kolonner: {names}.",
        "en": "{caption}. Table of {rows} rows and {columns} columns: {names}.",
    },
    "exhibit.counts": {"da": "Antal {counts}", "en": "Number of {counts}"},
    "exhibit.largest": {
        "da": "Flest: {row} og {column}, {number}.",
        "en": "Most: {row} and {column}, {number}.",
    },
    "speaker.kommune": {"da": "Medarbejder", "en": "Member of staff"},
    "speaker.kvinde": {"da": "Kvinde", "en": "Woman"},
    "quote.by_what": {
        "da": "et citat vælges ved et tema, en konfiguration eller en kode. Skriv claim=, configuration= eller code=, og kun en af dem.",
        "en": "a quote is picked by a claim, a configuration or a code. Write claim=, configuration= or code=, and only one of them.",
    },
    "quote.none": {
        "da": "der er {count} uddrag med {asked}. Spørg bredere, eller se dem med `quote_table`.",
        "en": "there are {count} passages with {asked}. Ask more widely, or see them with `quote_table`.",
    },
    "quote.keep": {
        "da": 'uddraget rummer ikke "{part}" på det sted. Skriv ord fra uddraget i deres rækkefølge.',
        "en": 'the passage does not hold "{part}" there. Write words of the passage in their order.',
    },
    "quote.no_word": {
        "da": 'det, der vises af uddraget, rummer ikke ordet "{word}". Forklar et ord, der står der.',
        "en": 'what is shown of the passage does not hold the word "{word}". Explain one that stands there.',
    },
    "quote.twice": {
        "da": "de samme ord er allerede citeret i dette kapitel. Vælg et andet uddrag, eller fjern det ene.",
        "en": "the same words are quoted in this chapter already. Choose another passage, or take one away.",
    },
    "format.hidden": {"da": "(skjult)", "en": "(hidden)"},
    "format.point": {"da": "{change} procentpoint", "en": "{change} percentage point"},
    "format.points": {"da": "{change} procentpoint", "en": "{change} percentage points"},
    "format.of": {"da": "{some} af {every}", "en": "{some} of {every}"},
    "format.range": {"da": "{low} til {high}", "en": "{low} to {high}"},
    "format.yes": {"da": "ja", "en": "yes"},
    "format.no": {"da": "nej", "en": "no"},
    "format.noun": {
        "da": 'der tælles ikke "{noun}". Vælg mellem {known}.',
        "en": '"{noun}" are not counted. Choose from {known}.',
    },
    "format.cell": {
        "da": "tabellen har {rows} rækker med {asked}, og en sætning taler om én. Skriv flere kendetegn, eller ret dem.",
        "en": "the table has {rows} rows with {asked}, and a sentence speaks of one. Say more of the row, or mend what you said.",
    },
    "format.column": {
        "da": 'tabellen har ingen kolonne "{name}". Den har {known}.',
        "en": 'the table has no column "{name}". It has {known}.',
    },
    "noun.passage": {"da": "{number} passager", "en": "{number} passages"},
    "noun.passage.one": {"da": "{number} passage", "en": "{number} passage"},
    "noun.document": {"da": "{number} dokumenter", "en": "{number} documents"},
    "noun.document.one": {"da": "{number} dokument", "en": "{number} document"},
    "noun.interview": {"da": "{number} interview", "en": "{number} interviews"},
    "noun.interview.one": {"da": "{number} interview", "en": "{number} interview"},
    "noun.case": {"da": "{number} kommuner", "en": "{number} municipalities"},
    "word.case": {"da": "kommune", "en": "municipality"},
    "word.cases": {"da": "kommuner", "en": "municipalities"},
    "noun.municipality": {"da": "{number} kommuner", "en": "{number} municipalities"},
    "noun.municipality.one": {"da": "{number} kommune", "en": "{number} municipality"},
    "noun.group": {"da": "{number} grupper", "en": "{number} groups"},
    "noun.group.one": {"da": "{number} gruppe", "en": "{number} group"},
    "noun.woman": {"da": "{number} kvinder", "en": "{number} women"},
    "noun.woman.one": {"da": "{number} kvinde", "en": "{number} woman"},
    "noun.participant": {"da": "{number} deltagere", "en": "{number} participants"},
    "noun.participant.one": {"da": "{number} deltager", "en": "{number} participant"},
    "noun.person": {"da": "{number} personer", "en": "{number} persons"},
    "noun.person.one": {"da": "{number} person", "en": "{number} person"},
    "noun.coder": {"da": "{number} kodere", "en": "{number} coders"},
    "noun.coder.one": {"da": "{number} koder", "en": "{number} coder"},
    "noun.tag": {"da": "{number} mærkninger", "en": "{number} tags"},
    "noun.tag.one": {"da": "{number} mærkning", "en": "{number} tag"},
    "noun.quote": {"da": "{number} citater", "en": "{number} quotes"},
    "noun.quote.one": {"da": "{number} citat", "en": "{number} quote"},
    "noun.configuration": {"da": "{number} konfigurationer", "en": "{number} configurations"},
    "noun.configuration.one": {"da": "{number} konfiguration", "en": "{number} configuration"},
    "noun.claim": {"da": "{number} temaer", "en": "{number} themes"},
    "noun.claim.one": {"da": "{number} tema", "en": "{number} theme"},
    "noun.theme": {"da": "{number} temaer", "en": "{number} themes"},
    "noun.theme.one": {"da": "{number} tema", "en": "{number} theme"},
    "noun.principle": {"da": "{number} principper", "en": "{number} principles"},
    "noun.principle.one": {"da": "{number} princip", "en": "{number} principle"},
    "noun.question": {"da": "{number} spørgsmål", "en": "{number} questions"},
    "noun.question.one": {"da": "{number} spørgsmål", "en": "{number} question"},
    "noun.code": {"da": "{number} koder", "en": "{number} codes"},
    "noun.code.one": {"da": "{number} kode", "en": "{number} code"},
    "noun.answer": {"da": "{number} svar", "en": "{number} answers"},
    "noun.answer.one": {"da": "{number} svar", "en": "{number} answer"},
    "noun.month": {"da": "{number} måneder", "en": "{number} months"},
    "noun.month.one": {"da": "{number} måned", "en": "{number} month"},
    "box.perspective": {"da": "Kvindeperspektiv", "en": "The women's perspective"},
    "box.survey": {
        "da": "Fra kommunernes selvevaluering {waves}",
        "en": "From the municipalities' self-evaluation {waves}",
    },
    "box.finding": {"da": "Væsentligste fund", "en": "Main findings"},
    "box.include": {"da": "Hvornår.", "en": "When."},
    "box.principles": {"da": "Principperne", "en": "The principles"},
    "box.guide": {
        "da": "GUIDE: Det spørger evalueringen om ved hvert princip",
        "en": "GUIDE: What the evaluation asks of every principle",
    },
    "box.agreement": {"da": "Enighed mellem kodere", "en": "Agreement between coders"},
    "box.no_evidence": {
        "da": "Intet uddrag er knyttet til fundet.",
        "en": "No passage is attached to the finding.",
    },
    "box.against": {
        "da": "Mere taler imod end for.",
        "en": "More speaks against it than for it.",
    },
    "behind.supports": {"da": "{passages} støtter", "en": "{passages} in support"},
    "behind.contradicts": {"da": "{passages} taler imod", "en": "{passages} against"},
    "behind.qualifies": {"da": "{passages} nuancerer", "en": "{passages} that qualify"},
    "behind.nothing": {"da": "Ingen uddrag er knyttet til.", "en": "No passages are attached."},
    "behind.from": {
        "da": "{stances}, fra {documents} i {cases}.",
        "en": "{stances}, from {documents} in {cases}.",
    },
    "agreement_box.coded": {
        "da": "{coders} har sat {tags} i {documents}; {both} er læst af mere end én, uafhængigt af hinanden.",
        "en": "{coders} put {tags} into {documents}; {both} were read by more than one, independently.",
    },
    "agreement_box.alone": {
        "da": "Enighed kan derfor ikke beregnes.",
        "en": "Agreement can therefore not be calculated.",
    },
    "agreement_box.read": {
        "da": "Enigheden er målt tegn for tegn. Alfa på 1 er fuld enighed og 0 den enighed, der var at vente af tilfældet; hvor en kode er sjælden, er alfa lav, selv om koderne er enige om næsten al tekst, og F1 siger da, hvor stor en del af den mærkede tekst de deler. Tallene viser, hvor kodernes forståelse skilles; de er ikke et mål for, om fundene er sande.",
        "en": "Agreement was measured character by character. An alpha of 1 is full agreement and 0 what chance would give; where a code is rare, alpha is low although the coders agree on nearly all of the text, and F1 then says how much of the tagged text they share. The numbers show where the coders understand differently; they do not measure whether the findings are true.",
    },
    "agreement_box.caption": {
        "da": "Enighed mellem kodere, efter kodernes rolle",
        "en": "Agreement between coders, by the role of the codes",
    },
    "source.register": {
        "da": "Kilde: registerdata, måned for måned; egne beregninger.",
        "en": "Source: register data, month by month; own calculations.",
    },
    "source.survey": {
        "da": "Kilde: selvevaluering udfyldt af medarbejdere og ledere.",
        "en": "Source: self-evaluation filled in by staff and leaders.",
    },
    "source.coded": {"da": "Kilde: mærkede interview.", "en": "Source: coded interviews."},
    "source.project": {
        "da": "Kilde: {documents} fra {cases}, læst af {coders}.",
        "en": "Source: {documents} from {cases}, read by {coders}.",
    },
    "source.codebook": {
        "da": "Kilde: kodebogen »{title}«.",
        "en": "Source: the codebook “{title}”.",
    },
    "source.cited": {"da": "Kilde: {citations}.", "en": "Source: {citations}."},
    "survey.item_head": {"da": "Udsagn", "en": "Statement"},
    "survey.change_head": {"da": "Ændring (procentpoint)", "en": "Change (percentage points)"},
    "survey.cell": {"da": "{share} (n = {n})", "en": "{share} (n = {n})"},
    "numbers.group": {"da": "Gruppe", "en": "Group"},
    "numbers.part": {"da": "Del", "en": "Part"},
    "numbers.persons": {"da": "Personer", "en": "Persons"},
    "numbers.n": {"da": "n", "en": "n"},
    "numbers.share": {"da": "Andel", "en": "Share"},
    "numbers.caption": {"da": "{title}: tallene", "en": "{title}: the numbers"},
    "map.caption": {"da": "Kort over konfigurationerne", "en": "Map of the configurations"},
    "map.caption_of": {
        "da": "Fra indsats til udkomme: {intervention}",
        "en": "From intervention to outcome: {intervention}",
    },
    "map.note": {
        "da": "Kortet samler {configurations} konfigurationer. En pil er bredere, jo flere {cases} der ligger bag. Moderatorer står under det, de virker på: + styrker, − svækker, × blokerer, ! er en forudsætning.",
        "en": "The map gathers {configurations} configurations. An arrow is wider the more {cases} stand behind it. Moderators stand beneath what they bear on: + strengthens, − weakens, × blocks, ! is a precondition.",
    },
    "model.theory": {
        "da": "Principper i indsatsen gør, at konkrete handlinger virker, når konteksten er tilpasset borgeren",
        "en": "Principles make actions work when the context is fitted to the citizen",
    },
    "model.theory_alt": {
        "da": "Model i fire led med pile fra venstre mod højre: principper, indsatser, mekanismer og udkomme. Kontekst og moderatorer står under og betinger mekanismerne.",
        "en": "Model of four parts with arrows from left to right: principles, interventions, mechanisms and outcomes. Context and moderators stand beneath and condition the mechanisms.",
    },
    "model.theory_note": {
        "da": "I parentes: antallet af {cases}, hvor nogen taler om det.",
        "en": "In brackets: the number of {cases} where someone speaks of it.",
    },
    "model.part": {"da": "{role}: {names}.", "en": "{role}: {names}."},
    "model.readiness": {
        "da": "Kvinder har brug for forskellige og ofte samtidige indsatser",
        "en": "Women need different efforts, often at the same time",
    },
    "model.readiness_alt": {
        "da": "Et bånd for hver slags indsats, hen over grupperne fra lavest til størst arbejdsmarkedsparathed.",
        "en": "A band for each kind of effort, along the groups from lowest to highest readiness for work.",
    },
    "model.effort": {"da": "{effort}: {targets}.", "en": "{effort}: {targets}."},
    "model.nobody": {"da": "ingen gruppe er nævnt", "en": "no group is named"},
    "map_table.from": {"da": "Fra", "en": "From"},
    "map_table.to": {"da": "Til", "en": "To"},
    "map_table.effect": {"da": "Virkning", "en": "Effect"},
    "map_table.caption": {"da": "Kortets pile", "en": "The arrows of the map"},
    "counts.note_ways": {
        "da": "De tre sidste kolonner tæller passager.",
        "en": "The last three columns count passages.",
    },
    "evidence.stance": {"da": "Taler", "en": "Speaks"},
    "evidence.text": {"da": "Uddrag", "en": "Passage"},
    "evidence.speaker": {"da": "Hvem", "en": "Who"},
    "evidence.place": {"da": "Hvor", "en": "Where"},
    "evidence.caption": {"da": "Belæg: {title}", "en": "Evidence: {title}"},
    "counted.supports": {"da": "Støtter", "en": "Support"},
    "counted.contradicts": {"da": "Taler imod", "en": "Against"},
    "counted.qualifies": {"da": "Nuancerer", "en": "Qualify"},
    "counted.documents": {"da": "Dokumenter", "en": "Documents"},
    "counts.note": {
        "da": "De tre første kolonner tæller passager; uddrag, der overlapper, er én passage. At meget støtter, gør ikke en forklaring sand.",
        "en": "The first three columns count passages; excerpts that overlap are one passage. That much supports an explanation does not make it true.",
    },
    "configuration_table.caption": {
        "da": "Konfigurationer og det, der taler for og imod",
        "en": "Configurations and what speaks for and against",
    },
    "configuration_table.head": {"da": "Konfiguration", "en": "Configuration"},
    "claim_table.caption": {
        "da": "Temaer og det, der taler for og imod",
        "en": "Themes and what speaks for and against",
    },
    "claim_table.head": {"da": "Tema", "en": "Theme"},
    "joint.caption": {
        "da": "Tal og ord side om side, kommune for kommune",
        "en": "Numbers and words side by side, municipality by municipality",
    },
    "joint.note": {
        "da": "Tal, der hviler på færre end {smallest} personer, er skjult (*). De tre kolonner for, imod og nuancerer tæller passager. Om tal og ord passer sammen, er en vurdering og ikke et regnestykke.",
        "en": "Numbers that rest on fewer than {smallest} persons are hidden (*). The three columns for, against and qualifying count passages. Whether numbers and words fit is a judgement, not a sum.",
    },
    "fit.confirms": {"da": "Bekræfter", "en": "Confirms"},
    "fit.expands": {"da": "Uddyber", "en": "Expands"},
    "fit.contradicts": {"da": "Modsiger", "en": "Contradicts"},
    "fit.silent": {"da": "Siger intet", "en": "Says nothing"},
    "theme_list.caption": {"da": "Temaer", "en": "Themes"},
    "question_table.text": {"da": "Spørgsmål", "en": "Question"},
    "question_table.purpose": {"da": "Formål", "en": "Purpose"},
    "question_table.source": {"da": "Materiale", "en": "Material"},
    "question_table.chapter": {"da": "Kapitel", "en": "Chapter"},
    "question_table.answers": {"da": "Svar (temaer)", "en": "Answers (themes)"},
    "question_table.caption": {
        "da": "Evalueringens spørgsmål",
        "en": "The questions of the evaluation",
    },
    "board_table.theme": {"da": "Tema", "en": "Theme"},
    "board_table.statements": {"da": "Udsagn", "en": "Statements"},
    "board_table.cases": {"da": "Cases", "en": "Cases"},
    "board_table.individual": {"da": "Den enkeltes", "en": "One person's"},
    "board_table.group": {"da": "Gruppens", "en": "The group's"},
    "board_table.first": {"da": "Med 1. prioritet", "en": "First priority"},
    "board_table.no_theme": {"da": "Andet", "en": "Other"},
    "board_table.caption": {
        "da": "Det, udsagnstavlerne handlede om",
        "en": "What the statement boards were about",
    },
    "interview.letter": {"da": "Bogstav", "en": "Letter"},
    "interview.question": {"da": "Spørgsmål", "en": "Question"},
    "interview.probe": {"da": "Uddybende", "en": "Probe"},
    "interview.caption": {
        "da": "Interviewguide efter GUIDE: {principle}",
        "en": "Interview guide after GUIDE: {principle}",
    },
    "definitions.code": {"da": "Kode", "en": "Code"},
    "definitions.definition": {"da": "Definition", "en": "Definition"},
    "definitions.citation": {"da": "Efter", "en": "After"},
    "definitions.caption": {"da": "Definitioner af {roles}", "en": "Definitions of {roles}"},
    "codebook_table.caption": {"da": "Kodebog: {family}", "en": "Codebook: {family}"},
    "roles.principle": {"da": "principper", "en": "principles"},
    "roles.intervention": {"da": "indsatser", "en": "interventions"},
    "roles.context": {"da": "kontekster", "en": "contexts"},
    "roles.moderator": {"da": "moderatorer", "en": "moderators"},
    "roles.mechanism": {"da": "mekanismer", "en": "mechanisms"},
    "roles.outcome": {"da": "udkommer", "en": "outcomes"},
    "roles.theme": {"da": "temaer", "en": "themes"},
    "roles.target": {"da": "målgrupper", "en": "target groups"},
    "roles.factor": {"da": "faktorer", "en": "factors"},
    "roles.actor": {"da": "aktører", "en": "actors"},
    "roles.method": {"da": "metoder", "en": "methods"},
    "roles.other": {"da": "andre koder", "en": "other codes"},
    "data.kind": {"da": "Materiale", "en": "Material"},
    "data.group": {"da": "Hvem", "en": "Who"},
    "data.date": {"da": "Dato", "en": "Date"},
    "data.turns": {"da": "Replikker", "en": "Turns"},
    "data.words": {"da": "Ord", "en": "Words"},
    "data.done": {"da": "Kodere", "en": "Coders"},
    "data.total": {"da": "I alt", "en": "Total"},
    "data.caption": {"da": "Det indsamlede materiale", "en": "The material collected"},
    "data.note": {
        "da": "Kodere er dem, der har læst dokumentet til ende.",
        "en": "Coders are those who read the document to the end.",
    },
    "levels.caption": {
        "da": "Hvor meget hver slags team arbejder med hver slags indsats",
        "en": "How much each kind of team works at each kind of effort",
    },
    "levels.note": {
        "da": 'Niveauet er evaluatorernes vurdering, hvor de har vurderet, og ellers talt: i hvor mange af teamtypens {cases} der tales om indsatsen. "Usikkert" betyder, at vurderingen kunne være faldet anderledes ud.',
        "en": 'The level is the evaluators\' judgement where they judged, and else counted: in how many of the {cases} with such a team someone speaks of the effort. "Uncertain" means that the judgement could have been another.',
    },
    "levels.uncertain": {"da": "{level} (usikkert)", "en": "{level} (uncertain)"},
    "overview_table.caption": {
        "da": "Sammenhængen mellem kvindernes arbejdsmarkedsparathed, indsatser, virkning og resultater",
        "en": "How the women's readiness for work, efforts, mechanisms and results hang together",
    },
    "overview_table.note": {
        "da": "Tallet i parentes er det antal {cases}, hvor uddrag støtter en konfiguration med koden. Moderatorerne gælder på tværs af grupperne.",
        "en": "The number in brackets is that of the {cases} where passages support a configuration with the code. The moderators hold across the groups.",
    },
    "overview_table.code": {"da": "{code}\u00a0({cases})", "en": "{code}\u00a0({cases})"},
    "overview_table.unsupported": {
        "da": "{code} (uden belæg, {cases})",
        "en": "{code} (without evidence, {cases})",
    },
    "guide_table.caption": {
        "da": "Principperne vurderet efter GUIDE",
        "en": "The principles judged by GUIDE",
    },
    "guide_table.note": {
        "da": "Midterste niveau [laveste–højeste] (antal passager). {rubric}. En streg betyder, at ingen har vurderet.",
        "en": "Middle level [lowest–highest] (number of passages). {rubric}. A dash means that nobody judged.",
    },
    "unknown.question": {
        "da": "Intet tema svarer på spørgsmålet: {question}",
        "en": "No theme answers the question: {question}",
    },
    "unknown.question_short": {
        "da": "Intet tema svarer på spørgsmålet.",
        "en": "No theme answers the question.",
    },
    "unknown.no_evidence": {
        "da": "Intet uddrag er knyttet til temaet: {claim}.",
        "en": "No passage is attached to the theme: {claim}.",
    },
    "unknown.against": {
        "da": "Mere taler imod end for temaet: {claim}.",
        "en": "More speaks against than for the theme: {claim}.",
    },
    "unknown.slots": {
        "da": "Konfigurationen »{title}« mangler {slots}.",
        "en": "The configuration “{title}” lacks {slots}.",
    },
    "unknown.documents": {
        "da": "{documents} er ikke læst til ende af dem, der fik dem.",
        "en": "{documents} not read to the end by those they were given to.",
    },
    "unknown.none_found": {
        "da": "Der er ledt, men intet fundet, der taler imod konfigurationen »{title}«.",
        "en": "Nothing was found against the configuration “{title}”, though it was looked for.",
    },
    "unknown.not_looked_for": {
        "da": "Modeksempler er ikke søgt i {cases}, hvor ikke alt er læst.",
        "en": "Counter-examples were not looked for in {cases}, where not all is read.",
    },
    "unknown.unused": {
        "da": "Disse {role} i kodebogen har ingen brugt, så deres fravær siger intet: {codes}.",
        "en": "Nobody has used these {role} of the codebook, so that their absence says nothing: {codes}.",
    },
    "unknown.not_rated": {
        "da": "Ingen har vurderet {cells}.",
        "en": "Nobody has judged {cells}.",
    },
    "unknown.no_passages": {
        "da": "Vurderet, men uden en mærket passage: {cells}.",
        "en": "Judged, but without a tagged passage: {cells}.",
    },
    "unknown.judges_differ": {
        "da": "De to, der vurderede, er langt fra hinanden om {cells}.",
        "en": "The two who judged are far apart on {cells}.",
    },
    "unknown.uncertain": {
        "da": "{judgements} vurderinger af organiseringen er usikre.",
        "en": "{judgements} judgements of the organisation are uncertain.",
    },
    "unknown.more": {"da": "{count} andre", "en": "{count} others"},
    "unknown.nothing": {
        "da": "Projektet ved ikke af noget, der mangler. Det er ikke det samme, som at intet mangler.",
        "en": "The project knows of nothing that is missing. That is not to say that nothing is.",
    },
    "rameses.caption": {
        "da": "RAMESES II: rapportering af realistisk evaluering",
        "en": "RAMESES II: reporting of realist evaluation",
    },
    "rameses.note": {
        "da": "Ja: afsnittet er nævnt. Uklart: materialet findes i projektet, men intet afsnit er nævnt. Nej: hverken afsnit eller materiale.",
        "en": "Yes: the section is named. Unclear: the material is in the project, but no section is named. No: neither.",
    },
    "rameses.source": {
        "da": "Kilde: efter Wong m.fl. 2016, BMC Medicine 14:96; udfyldt af projektet.",
        "en": "Source: after Wong et al. 2016, BMC Medicine 14:96; filled in from the project.",
    },
    "rameses.number": {"da": "Nr.", "en": "No."},
    "rameses.item": {"da": "Punkt", "en": "Item"},
    "rameses.reported": {"da": "Rapporteret", "en": "Reported"},
    "rameses.where": {"da": "Hvor", "en": "Where"},
    "rameses.held": {"da": "Hvad projektet rummer", "en": "What the project holds"},
    "rameses.yes": {"da": "Ja", "en": "Yes"},
    "rameses.no": {"da": "Nej", "en": "No"},
    "rameses.unclear": {"da": "Uklart", "en": "Unclear"},
    "rameses.item_1": {"da": "Titel", "en": "Title"},
    "rameses.item_2": {"da": "Sammenfatning", "en": "Summary or abstract"},
    "rameses.item_3": {
        "da": "Begrundelse for evalueringen",
        "en": "Rationale for evaluation",
    },
    "rameses.item_4": {"da": "Programteori", "en": "Programme theory"},
    "rameses.item_5": {
        "da": "Evalueringsspørgsmål, formål og fokus",
        "en": "Evaluation questions, objectives and focus",
    },
    "rameses.item_6": {"da": "Etik", "en": "Ethical approval"},
    "rameses.item_7": {
        "da": "Begrundelse for at evaluere realistisk",
        "en": "Rationale for using realist evaluation",
    },
    "rameses.item_8": {
        "da": "Omgivelserne for evalueringen",
        "en": "Environment surrounding the evaluation",
    },
    "rameses.item_9": {
        "da": "Beskrivelse af det, der evalueres",
        "en": "Description of what is evaluated",
    },
    "rameses.item_10": {"da": "Evalueringens design", "en": "Evaluation design"},
    "rameses.item_11": {"da": "Dataindsamling", "en": "Data collection methods"},
    "rameses.item_12": {
        "da": "Rekruttering og udvælgelse",
        "en": "Recruitment and sampling",
    },
    "rameses.item_13": {"da": "Analyse af data", "en": "Data analysis"},
    "rameses.item_14": {"da": "Deltagere", "en": "Details of participants"},
    "rameses.item_15": {"da": "Vigtigste fund", "en": "Main findings"},
    "rameses.item_16": {"da": "Opsamling af fund", "en": "Summary of findings"},
    "rameses.item_17": {
        "da": "Styrker, begrænsninger og videre arbejde",
        "en": "Strengths, limitations and future directions",
    },
    "rameses.item_18": {
        "da": "Sammenligning med litteraturen",
        "en": "Comparison with existing literature",
    },
    "rameses.item_19": {
        "da": "Konklusioner og anbefalinger",
        "en": "Conclusions and recommendations",
    },
    "rameses.item_20": {
        "da": "Finansiering og interessekonflikter",
        "en": "Funding and conflicts of interest",
    },
    "rameses.held_4": {
        "da": "{configurations}; {changes} versioner med begrundelse",
        "en": "{configurations}; {changes} versions with reasons",
    },
    "rameses.held_5": {
        "da": "{questions} under {purposes} formål",
        "en": "{questions} under {purposes} purposes",
    },
    "rameses.held_11": {"da": "{documents}: {kinds}", "en": "{documents}: {kinds}"},
    "rameses.held_12": {"da": "{cases}", "en": "{cases}"},
    "rameses.held_13": {
        "da": "{codes} i kodebogen; {tags}, sat af {coders}",
        "en": "{codes} in the codebook; {tags}, put by {coders}",
    },
    "rameses.held_15": {
        "da": "{passages} knyttet til konfigurationer i {cases}; {against} taler imod",
        "en": "{passages} attached to configurations in {cases}; {against} against",
    },
    "rameses.held_16": {"da": "{claims}", "en": "{claims}"},
    "map.described": {"da": "Kort med {count} koder.", "en": "Map of {count} codes."},
    "map.described.one": {"da": "Kort med {count} kode.", "en": "Map of {count} code."},
    "map.leads": {"da": "{start} fører til {end}.", "en": "{start} leads to {end}."},
    "map.moderates": {"da": "{start} betinger {end}.", "en": "{start} conditions {end}."},
    "typst.failed": {
        "da": "Siderne kunne ikke sættes: {problem}. Ret stedet i kapitlet og prøv igen.",
        "en": "The pages could not be set: {problem}. Mend that place in the chapter and try again.",
    },
    "report.cell": {
        "da": "{notebook}, celle {cell}: {problem}. Ret cellen og prøv igen; den gamle PDF er ikke rørt.",
        "en": "{notebook}, cell {cell}: {problem}. Mend the cell and try again; the old PDF is untouched.",
    },
    "report.no_chapters": {
        "da": "Der er ingen kapitler i {folder}. Læg en notebook dér.",
        "en": "There are no chapters in {folder}. Put a notebook there.",
    },
    "report.no_figure": {
        "da": "Tegningen hører ikke til nogen figur. Giv de akser, som draw_map(…) gav dig.",
        "en": "The drawing belongs to no figure. Pass the axes that draw_map(…) gave you.",
    },
    "report.no_alt": {"da": "Figur uden beskrivelse", "en": "Figure without a description"},
    # ── the report's pages ─────────────────────────────────────────────────────────────
    "report.figure": {"da": "Figur", "en": "Figure"},
    "report.table": {"da": "Tabel", "en": "Table"},
    "report.model": {"da": "Model", "en": "Model"},
    "report.figures": {"da": "Figurer", "en": "Figures"},
    "report.tables": {"da": "Tabeller", "en": "Tables"},
    "report.models": {"da": "Modeller", "en": "Models"},
    "report.contents": {"da": "Indhold", "en": "Contents"},
    "report.footnotes": {"da": "Noter", "en": "Notes"},
    "report.works": {"da": "Litteratur", "en": "References"},
    "report.quoted": {"da": "»{words}«", "en": "“{words}”"},
    "report.appendix": {"da": "Bilag {number}", "en": "Appendix {number}"},
    "report.ref_chapter": {"da": "kapitel {number}", "en": "chapter {number}"},
    "report.ref_section": {"da": "afsnit {number}", "en": "section {number}"},
    "report.ref_appendix": {"da": "{number}", "en": "{number}"},
    "report.passages": {
        "da": "Passagerne bag figurer og tabeller",
        "en": "The passages behind figures and tables",
    },
    "report.see_passages": {"da": "Se passagerne.", "en": "See the passages."},
    "report.passage_number": {"da": "Nr.", "en": "No."},
    "report.passage_place": {"da": "Hvor", "en": "Where"},
    "report.passage_speaker": {"da": "Hvem", "en": "Who"},
    "report.passage_text": {"da": "Hvad der blev sagt", "en": "What was said"},
    "report.skip_to_text": {"da": "Gå til teksten", "en": "Go to the text"},
    "report.unexecuted": {
        "da": "{notebook}, celle {cell}: {{{{ {expression} }}}} er ikke regnet ud. Byg rapporten med icmo report build, eller eksportér med --execute.",
        "en": "{notebook}, cell {cell}: {{{{ {expression} }}}} has not been worked out. Build the report with icmo report build, or export with --execute.",
    },
    "report.expression": {
        "da": "{notebook}, celle {cell}: {{{{ {expression} }}}} gav {problem}. Ret udtrykket og prøv igen; den gamle rapport er ikke rørt.",
        "en": "{notebook}, cell {cell}: {{{{ {expression} }}}} gave {problem}. Mend the expression and try again; the old report is untouched.",
    },
    "report.label": {
        "da": '{notebook}, celle {cell}: henvisningen til "{label}" fører ingen steder hen. Giv en figur, en tabel eller en overskrift det navn, eller ret henvisningen.',
        "en": '{notebook}, cell {cell}: the reference to "{label}" leads nowhere. Give a figure, a table or a heading that name, or mend the reference.',
    },
    "report.label_twice": {
        "da": '{notebook}, celle {cell}: flere steder hedder "{label}". Giv det, der henvises til, et navn for sig selv.',
        "en": '{notebook}, cell {cell}: several places are called "{label}". Give the one that is meant a name of its own.',
    },
    "report.label_used": {
        "da": '{notebook}, celle {cell}: en anden figur eller tabel hedder også "{label}". Giv en af dem et andet navn.',
        "en": '{notebook}, cell {cell}: another figure or table is called "{label}" too. Give one of them another name.',
    },
    "report.link": {
        "da": '{notebook}, celle {cell}: linket til "{url}" er hverken en adresse på nettet eller et sted i rapporten. Skriv https://… eller #navn.',
        "en": '{notebook}, cell {cell}: the link to "{url}" is neither a web address nor a place in the report. Write https://… or #name.',
    },
    "report.citation": {
        "da": "{notebook}, celle {cell}: [{citation}] kan ikke læses som en henvisning. Skriv [@nøgle] eller [@nøgle, s. 12; @anden].",
        "en": "{notebook}, cell {cell}: [{citation}] cannot be read as a citation. Write [@key] or [@key, p. 12; @other].",
    },
    "report.work": {
        "da": '{notebook}, celle {cell}: der er intet værk med nøglen "{key}" i litteraturlisten. Ret nøglen, eller føj værket til.',
        "en": '{notebook}, cell {cell}: there is no work with the key "{key}" in the list of works. Mend the key, or add the work.',
    },
    "report.no_works": {
        "da": '{notebook}, celle {cell}: "{key}" er citeret, men rapporten har ingen litteraturliste. Skriv filens navn som bibliography i notebookens metadata under icmo.',
        "en": "{notebook}, cell {cell}: \"{key}\" is cited, but the report has no list of works. Give the file's name as bibliography in the notebook's metadata under icmo.",
    },
    "report.works_missing": {
        "da": "{file} findes ikke i {folder}. Læg filen ved siden af kapitlerne, eller ret navnet i metadata.",
        "en": "{file} does not exist in {folder}. Put the file beside the chapters, or mend its name in the metadata.",
    },
    "report.works_unreadable": {
        "da": "{file} kan ikke læses som CSL-JSON ({problem}). Gem listen igen fra dit litteraturprogram.",
        "en": "{file} cannot be read as CSL-JSON ({problem}). Save the list again from your reference manager.",
    },
    "report.alt": {
        "da": "{notebook}, celle {cell}: et billede har ingen alternativ tekst. Skriv i en sætning, hvad det viser: ![her](billede.png).",
        "en": "{notebook}, cell {cell}: a picture has no alternative text. Write in a sentence what it shows: ![here](picture.png).",
    },
    "report.picture": {
        "da": '{notebook}, celle {cell}: billedet "{url}" hentes ikke. Læg billedet (svg, png eller jpg) i rapportens mappe, og skriv filens navn.',
        "en": '{notebook}, cell {cell}: the picture "{url}" is not fetched. Put the picture (svg, png or jpg) into the report\'s folder and write its file name.',
    },
    "report.picture_missing": {
        "da": '{notebook}, celle {cell}: billedet "{url}" findes ikke i rapportens mappe. Læg det dér, eller ret navnet.',
        "en": '{notebook}, cell {cell}: the picture "{url}" is not in the report\'s folder. Put it there, or mend the name.',
    },
    "report.picture_place": {
        "da": "{notebook}, celle {cell}: et billede kan ikke stå inde i en overskrift eller en tabel. Sæt det i et afsnit for sig selv.",
        "en": "{notebook}, cell {cell}: a picture cannot stand inside a heading or a table. Put it into a paragraph of its own.",
    },
    "report.kind": {
        "da": '{notebook}, celle {cell}: icmo kender ingen udstilling af slagsen "{kind}". Lav den med icmo.report.',
        "en": '{notebook}, cell {cell}: icmo knows no exhibit of the kind "{kind}". Make it with icmo.report.',
    },
    "report.format": {
        "da": 'icmo kan ikke skrive rapporten som "{format}". Vælg blandt {known}.',
        "en": 'icmo cannot write the report as "{format}". Choose among {known}.',
    },
    "report.language": {
        "da": 'Rapporten kan ikke være på "{language}". Vælg da eller en.',
        "en": 'The report cannot be in "{language}". Choose da or en.',
    },
    "report.no_number": {
        "da": "{value}, som ikke kan skrives",
        "en": "{value}, which cannot be written",
    },
    "report.no_notebook": {
        "da": "{notebook} kan ikke læses som en notebook. Åbn den i JupyterLab og gem den igen, eller flyt den ud af mappen.",
        "en": "{notebook} cannot be read as a notebook. Open it in JupyterLab and save it again, or move it out of the folder.",
    },
    "report.unchanged": {
        "da": "{notebook}: uændret siden sidst",
        "en": "{notebook}: unchanged since last time",
    },
    "report.ran": {"da": "{notebook}: kørt på {seconds} s", "en": "{notebook}: run in {seconds} s"},
    "report.laid_out": {"da": "{path}: nyt kapitel", "en": "{path}: new chapter"},
    "report.kept": {
        "da": "{path}: fandtes i forvejen og er ikke rørt",
        "en": "{path}: was there already and is untouched",
    },
    "report.next": {
        "da": "Skriv i kapitlerne, og byg rapporten med: icmo report build {project}",
        "en": "Write in the chapters, and build the report with: icmo report build {project}",
    },
    "report.write_here": {"da": "*Skriv her.*", "en": "*Write here.*"},
    "report.default_title": {"da": "Evaluering", "en": "Evaluation"},
    # ── reviews ────────────────────────────────────────────────────────────────────────
    "review.misunderstood": {
        "da": "siden viser ikke det, notesbogen har. Kør cellen igen.",
        "en": "the page does not show what the notebook has. Run the cell again.",
    },
    "repair_review.waiting": {
        "da": "Leder efter skader i teksten …",
        "en": "Looking for damage in the text …",
    },
    "repair_review.title": {"da": "Rettelser", "en": "Repairs"},
    "repair_review.proposals": {"da": "Forslag til rettelser", "en": "Proposed repairs"},
    "repair_review.rules": {"da": "Regler", "en": "Rules"},
    "repair_review.all_rules": {"da": "Alle regler", "en": "All rules"},
    "repair_review.accept": {"da": "Godkend (a)", "en": "Accept (a)"},
    "repair_review.reject": {"da": "Afvis (r)", "en": "Reject (r)"},
    "repair_review.edit": {"da": "Ret forslaget (e)", "en": "Edit the replacement (e)"},
    "repair_review.undo": {"da": "Fortryd (u)", "en": "Undo (u)"},
    "repair_review.apply": {"da": "Ret teksten: {count}", "en": "Repair the text: {count}"},
    "repair_review.accept_rule": {
        "da": "Godkend alle efter reglen (A)",
        "en": "Accept all of the rule (A)",
    },
    "repair_review.reject_rule": {
        "da": "Afvis alle efter reglen (R)",
        "en": "Reject all of the rule (R)",
    },
    "repair_review.replacement": {"da": "Skal stå i stedet", "en": "To stand instead"},
    "repair_review.confidence": {"da": "Sikkerhed", "en": "Confidence"},
    "repair_review.only_open": {"da": "Kun uafgjorte", "en": "Only undecided"},
    "repair_review.counts": {
        "da": "{all} forslag: {accepted} godkendt, {rejected} afvist, {open} uafgjort",
        "en": "{all} proposed: {accepted} accepted, {rejected} rejected, {open} undecided",
    },
    "repair_review.row": {
        "da": "{place} af {all}: {rule}, {confidence}. Før: {before}. Efter: {after}. {verdict}",
        "en": "{place} of {all}: {rule}, {confidence}. Before: {before}. After: {after}. {verdict}",
    },
    "repair_review.accepted": {"da": "Godkendt", "en": "Accepted"},
    "repair_review.rejected": {"da": "Afvist", "en": "Rejected"},
    "repair_review.undecided": {"da": "Uafgjort", "en": "Undecided"},
    "repair_review.nothing": {"da": "ingenting", "en": "nothing"},
    "repair_review.none": {
        "da": "Teksten ser hel ud: der er intet at rette.",
        "en": "The text looks sound: there is nothing to repair.",
    },
    "repair_review.none_shown": {
        "da": "Ingen forslag passer til det valgte. Vælg en anden regel eller sikkerhed.",
        "en": "No proposal fits what is chosen. Choose another rule or confidence.",
    },
    "repair_review.shown": {"da": "Vist: {count}", "en": "Shown: {count}"},
    "repair_review.all_accepted": {
        "da": "Godkendt: {count} ({rule})",
        "en": "Accepted: {count} ({rule})",
    },
    "repair_review.all_rejected": {
        "da": "Afvist: {count} ({rule})",
        "en": "Rejected: {count} ({rule})",
    },
    "repair_review.undone": {"da": "Fortrudt: {count}", "en": "Undone: {count}"},
    "repair_review.nothing_to_undo": {
        "da": "Der er intet at fortryde her.",
        "en": "There is nothing to undo here.",
    },
    "repair_review.applying": {"da": "Retter teksten …", "en": "Repairing the text …"},
    "repair_review.applied": {
        "da": "{count} rettelser står nu i projektet som én handling; project.undo() tager dem tilbage.",
        "en": "{count} repairs are now in the project as one act; project.undo() takes them back.",
    },
    "repair_review.applied.one": {
        "da": "1 rettelse står nu i projektet; project.undo() tager den tilbage.",
        "en": "1 repair is now in the project; project.undo() takes it back.",
    },
    "repair_review.changed": {
        "da": "Teksten er ændret et andet sted, og intet er rettet. Forslagene er fundet igen; se dem efter.",
        "en": "The text was changed elsewhere, and nothing was repaired. The proposals were found again; look them over.",
    },
    "repair_review.keys": {
        "da": "j/k eller piletaster: op og ned · a godkend · r afvis · e ret · A/R hele reglen · u fortryd",
        "en": "j/k or arrows: up and down · a accept · r reject · e edit · A/R the whole rule · u undo",
    },
    "repair_review.band_all": {"da": "Alle", "en": "All"},
    "repair_review.band_high": {"da": "Mindst 90 %", "en": "At least 90%"},
    "repair_review.band_middle": {"da": "50–90 %", "en": "50–90%"},
    "repair_review.band_low": {"da": "Under 50 %", "en": "Under 50%"},
    "pseudonym_review.waiting": {
        "da": "Leder efter navne og numre …",
        "en": "Looking for names and numbers …",
    },
    "pseudonym_review.no_documents": {
        "da": "Projektet har ingen dokumenter. Læs dem ind med project.import_documents(…).",
        "en": "The project has no documents. Read them in with project.import_documents(…).",
    },
    "pseudonym_review.title": {"da": "Pseudonymer", "en": "Pseudonyms"},
    "pseudonym_review.document": {"da": "Dokument", "en": "Document"},
    "pseudonym_review.found": {"da": "Fundet", "en": "Found"},
    "pseudonym_review.left": {"da": "Tilbage", "en": "Left over"},
    "pseudonym_review.note": {
        "da": "icmo finder ikke alle, og kalder aldrig en tekst anonym: også med pseudonymer er interviewet personoplysninger.",
        "en": "icmo does not find everyone and never calls a text anonymous: also with pseudonyms the interview is personal data.",
    },
    "pseudonym_review.keys": {
        "da": "j/k eller piletaster: op og ned · t den anden liste · a erstat · r behold · e skriv pseudonym · n ingen · N ingen, alle med ordet · p en person · u fortryd",
        "en": "j/k or arrows: up and down · t the other list · a replace · r keep · e write a pseudonym · n no one · N no one, all with the word · p a person · u undo",
    },
    "pseudonym_review.counts": {
        "da": "uafgjort: {found} fundne, {left} tilbage",
        "en": "undecided: {found} found, {left} left over",
    },
    "pseudonym_review.shown": {"da": "Vist: {count}", "en": "Shown: {count}"},
    "pseudonym_review.only_open": {"da": "Kun uafgjorte", "en": "Only undecided"},
    "pseudonym_review.kind": {"da": "Slags", "en": "Kind"},
    "pseudonym_review.confidence": {"da": "Sikkerhed", "en": "Confidence"},
    "pseudonym_review.sure": {"da": "Sikre", "en": "Sure"},
    "pseudonym_review.hint": {"da": "Svage (under 50 %)", "en": "Hints (under 50%)"},
    "pseudonym_review.why": {"da": "Hvorfor", "en": "Why"},
    "pseudonym_review.all": {"da": "Alle", "en": "All"},
    "pseudonym_review.also": {"da": "også:", "en": "also:"},
    "pseudonym_review.more": {"da": "Flere steder: {count}", "en": "More places: {count}"},
    "pseudonym_review.places": {"da": "steder: {count}", "en": "places: {count}"},
    "pseudonym_review.replacement": {"da": "Skal stå i stedet", "en": "To stand instead"},
    "pseudonym_review.undecided": {"da": "Uafgjort", "en": "Undecided"},
    "pseudonym_review.accept": {"da": "Erstat alle former (a)", "en": "Replace all forms (a)"},
    "pseudonym_review.keep": {"da": "Behold som det er (r)", "en": "Keep as it is (r)"},
    "pseudonym_review.accepted": {"da": "Erstattes", "en": "To be replaced"},
    "pseudonym_review.kept": {"da": "Beholdes", "en": "Kept"},
    "pseudonym_review.settled": {"da": "Afgjort", "en": "Settled"},
    "pseudonym_review.undo": {"da": "Fortryd", "en": "Undo"},
    "pseudonym_review.sign": {
        "da": "Skriv under som anden læser",
        "en": "Sign off as second reader",
    },
    "pseudonym_review.signed": {
        "da": "Skrevet under af {coder}. Underskriften gælder, til en beslutning ændres.",
        "en": "Signed off by {coder}. It holds until a decision changes.",
    },
    "pseudonym_review.how": {
        "da": "Sådan sættes pseudonymerne ind",
        "en": "How the pseudonyms are put in",
    },
    "pseudonym_review.how_text": {
        "da": "Beslutningerne står i projektet, men teksten er uændret. Denne handling sætter pseudonymerne ind og flytter navnene til en krypteret nøglefil uden for projektets mappe; den kræver en adgangskode.",
        "en": "The decisions are in the project, but the text is unchanged. This act puts the pseudonyms in and moves the names to an encrypted key file outside the project's folder; it needs a password.",
    },
    "pseudonym_review.no_one": {"da": "Ingen", "en": "No one"},
    "pseudonym_review.no_one_name": {"da": "Ingen person (n)", "en": "No person (n)"},
    "pseudonym_review.no_one_all": {"da": "Alle", "en": "All"},
    "pseudonym_review.no_one_all_name": {
        "da": "Ingen person, alle steder med ordet (N)",
        "en": "No person, all places with the word (N)",
    },
    "pseudonym_review.someone": {"da": "Person …", "en": "Person …"},
    "pseudonym_review.someone_name": {
        "da": "Hører til en person (p)",
        "en": "Belongs to a person (p)",
    },
    "pseudonym_review.choose": {"da": "Vælg en person", "en": "Choose a person"},
    "pseudonym_review.nobody_yet": {
        "da": "Ingen erstattes endnu. Afgør først, hvem der skal, under Fundet.",
        "en": "Nobody is to be replaced yet. First decide who is, under Found.",
    },
    "pseudonym_review.none_found": {
        "da": "Intet fundet. Se alligevel efter i det, der er tilbage.",
        "en": "Nothing found. Still, look through what is left over.",
    },
    "pseudonym_review.none_left": {
        "da": "Intet tilbage: hvert stort bogstav inde i en sætning og hvert tal er fundet.",
        "en": "Nothing left over: every capital inside a sentence and every number is found.",
    },
    "pseudonym_review.none_shown": {
        "da": "Intet passer til det valgte. Vælg noget andet.",
        "en": "Nothing fits what is chosen. Choose something else.",
    },
    "pseudonym_review.person_row": {
        "da": "{name}, {kind}, {confidence}, {places}. Pseudonym: {replacement}. {verdict}",
        "en": "{name}, {kind}, {confidence}, {places}. Pseudonym: {replacement}. {verdict}",
    },
    "pseudonym_review.left_row": {
        "da": "{word}, {why}. {verdict}. {sentence}",
        "en": "{word}, {why}. {verdict}. {sentence}",
    },
    "pseudonym_review.told_accepted": {
        "da": "Erstattes: {replacement}. Steder: {count}",
        "en": "To be replaced: {replacement}. Places: {count}",
    },
    "pseudonym_review.told_kept": {
        "da": "Beholdes. Steder: {count}",
        "en": "Kept. Places: {count}",
    },
    "pseudonym_review.told_settled": {"da": "Afgjort: {count}", "en": "Settled: {count}"},
    "pseudonym_review.undone": {"da": "Fortrudt", "en": "Undone"},
    "pseudonym_review.nothing_to_undo": {
        "da": "Der er intet at fortryde her.",
        "en": "There is nothing to undo here.",
    },
    "pseudonym_review.other_act": {
        "da": "Dit seneste arbejde er et andet sted i projektet, og det ville blive fortrudt. Brug project.undo(), hvis det er meningen.",
        "en": "Your latest work is elsewhere in the project, and undo would take that back. Use project.undo() if that is meant.",
    },
    "pseudonym_review.kind_person": {"da": "person", "en": "person"},
    "pseudonym_review.kind_place": {"da": "sted", "en": "place"},
    "pseudonym_review.kind_employer": {"da": "arbejdsplads", "en": "workplace"},
    "pseudonym_review.kind_address": {"da": "adresse", "en": "address"},
    "pseudonym_review.kind_postcode": {"da": "postnummer og by", "en": "postcode and town"},
    "pseudonym_review.kind_cpr": {"da": "CPR-nummer", "en": "CPR number"},
    "pseudonym_review.kind_phone": {"da": "telefonnummer", "en": "telephone number"},
    "pseudonym_review.kind_email": {"da": "e-mail", "en": "e-mail"},
    "pseudonym_review.kind_url": {"da": "netadresse", "en": "web address"},
    "pseudonym_review.kind_cvr": {"da": "CVR-nummer", "en": "CVR number"},
    "pseudonym_review.kind_case_number": {"da": "sagsnummer", "en": "case number"},
    "pseudonym_review.kind_account": {"da": "kontonummer", "en": "account number"},
    "pseudonym_review.kind_plate": {"da": "nummerplade", "en": "number plate"},
    "pseudonym_review.why_capital": {"da": "stort bogstav", "en": "capital letter"},
    "pseudonym_review.why_digits": {"da": "tal", "en": "number"},
    "pseudonym_review.why_looks_like_a_name": {"da": "ligner et navn", "en": "looks like a name"},
    "pseudonym_review.state_unchecked": {"da": "ikke undersøgt", "en": "unchecked"},
    "pseudonym_review.state_proposed": {"da": "skal afgøres", "en": "to be decided"},
    "pseudonym_review.state_decided": {
        "da": "afgjort, mangler anden læser",
        "en": "decided, lacks a second reader",
    },
    "pseudonym_review.state_signed_off": {"da": "læst af to", "en": "signed off"},
    "pseudonym_review.state_replaced": {"da": "pseudonymer sat ind", "en": "pseudonyms put in"},
    # ── the boards ───────────────────────────────────────────────────────────────────
    "board.saved": {"da": "Gemt.", "en": "Saved."},
    "board.there_already": {"da": "Det står der allerede.", "en": "It is there already."},
    "board.text": {"da": "Tekst", "en": "Text"},
    "board.document": {"da": "Dokument", "en": "Document"},
    "board.choose_document": {"da": "Vælg et dokument", "en": "Choose a document"},
    "board.reader_empty": {
        "da": "Vælg et dokument for at læse det.",
        "en": "Choose a document to read it.",
    },
    "board.select_words": {
        "da": "Markér nogle ord i teksten først.",
        "en": "Select some words in the text first.",
    },
    "board.back": {"da": "Tilbage", "en": "Back"},
    "board.no_evidence": {"da": "Ingen belæg endnu", "en": "No evidence yet"},
    "board.evidence": {"da": "Belæg", "en": "Evidence"},
    "board.go_to_words": {"da": "Vis ordene i teksten", "en": "Show the words in the text"},
    "board.show_words": {"da": "Vis ordene", "en": "Show the words"},
    "board.inferred": {"da": "sluttet af analytikeren", "en": "inferred by the analyst"},
    "board.stance": {"da": "Taler for eller imod", "en": "For or against"},
    "board.explicitness": {"da": "Sagt eller sluttet …", "en": "Said or inferred …"},
    "board.explicitness_question": {
        "da": "Er det sagt, eller er det din slutning?",
        "en": "Was it said, or is it your inference?",
    },
    "board.explicitness_said": {"da": "det er sagt", "en": "it was said"},
    "board.explicitness_inferred": {
        "da": "sluttet af analytikeren",
        "en": "inferred by the analyst",
    },
    "board.linkage_passage": {
        "da": "leddene mødes i samme passage",
        "en": "the parts meet in the same passage",
    },
    "board.linkage_document": {
        "da": "leddene mødes i samme dokument",
        "en": "the parts meet in the same document",
    },
    "board.linkage_across": {
        "da": "leddene kommer fra flere dokumenter",
        "en": "the parts come from several documents",
    },
    "board.memo": {"da": "Memo", "en": "Memo"},
    "board.remove": {"da": "Fjern", "en": "Remove"},
    "board.removed_evidence": {
        "da": "Belægget er fjernet og gemt.",
        "en": "The evidence is removed and saved.",
    },
    "board.evidence_supports": {
        "da": "Belæg, der støtter: gemt.",
        "en": "Evidence that supports: saved.",
    },
    "board.evidence_contradicts": {
        "da": "Belæg, der taler imod: gemt.",
        "en": "Evidence that contradicts: saved.",
    },
    "board.evidence_qualifies": {
        "da": "Belæg, der nuancerer: gemt.",
        "en": "Evidence that qualifies: saved.",
    },
    "board.count_passages": {"da": "{count} passager", "en": "{count} passages"},
    "board.count_passages.one": {"da": "1 passage", "en": "1 passage"},
    "board.count_documents": {"da": "{count} dokumenter", "en": "{count} documents"},
    "board.count_documents.one": {"da": "1 dokument", "en": "1 document"},
    "board.count_cases": {"da": "{count} cases", "en": "{count} cases"},
    "board.count_cases.one": {"da": "1 case", "en": "1 case"},
    "board.count_groups": {"da": "{count} grupper", "en": "{count} groups"},
    "board.count_groups.one": {"da": "1 gruppe", "en": "1 group"},
    "board.count_supports": {"da": "{count} for", "en": "{count} for"},
    "board.count_contradicts": {"da": "{count} imod", "en": "{count} against"},
    "board.count_qualifies": {"da": "{count} nuancerer", "en": "{count} qualify"},
    "board.count_qualifies.one": {"da": "1 nuancerer", "en": "1 qualifies"},
    "board.configurations": {"da": "Konfigurationer", "en": "Configurations"},
    "board.cards": {"da": "Konfigurationer", "en": "Configurations"},
    "board.count_cards": {"da": "{count} konfigurationer", "en": "{count} configurations"},
    "board.count_cards.one": {"da": "1 konfiguration", "en": "1 configuration"},
    "board.untitled": {"da": "Uden titel", "en": "Untitled"},
    "board.version": {"da": "version {version}", "en": "version {version}"},
    "board.status_initial": {"da": "foreløbig", "en": "initial"},
    "board.status_tested": {"da": "afprøvet", "en": "tested"},
    "board.status_refined": {"da": "forfinet", "en": "refined"},
    "board.status_retained": {"da": "fastholdt", "en": "retained"},
    "board.status_rejected": {"da": "forkastet", "en": "rejected"},
    "board.every_status": {"da": "Enhver status", "en": "Every status"},
    "board.completeness_empty": {"da": "tom", "en": "empty"},
    "board.completeness_fragment": {"da": "brudstykke", "en": "fragment"},
    "board.completeness_dyad": {"da": "to led", "en": "dyad"},
    "board.completeness_triad": {"da": "tre led", "en": "triad"},
    "board.completeness_full": {"da": "fuld", "en": "full"},
    "board.slot_intervention": {"da": "I · Indsats", "en": "I · Intervention"},
    "board.slot_context": {"da": "C · Kontekst", "en": "C · Context"},
    "board.slot_mechanism": {"da": "M · Mekanisme", "en": "M · Mechanism"},
    "board.slot_outcome": {"da": "O · Udkomme", "en": "O · Outcome"},
    "board.slot_moderators": {"da": "m · Moderator", "en": "m · Moderator"},
    "board.moderators_mechanism": {
        "da": "Moderatorer af mekanismen",
        "en": "Moderators of the mechanism",
    },
    "board.moderators_outcome": {
        "da": "Moderatorer af udkommet",
        "en": "Moderators of the outcome",
    },
    "board.add_to": {"da": "Læg en kode i {slot}", "en": "Put a code into {slot}"},
    "board.put_into": {"da": "{code} i {slot}", "en": "{code} into {slot}"},
    "board.move_to": {"da": "Flyt til", "en": "Move to"},
    "board.take_away": {"da": "Tag den ud", "en": "Take it away"},
    "board.take_away_from": {"da": "Tag {code} ud af {slot}", "en": "Take {code} out of {slot}"},
    "board.effect": {"da": "Hvad den gør", "en": "What it does"},
    "board.acts_on": {"da": "Ved hvad", "en": "To what"},
    "board.effect_precondition": {"da": "er en forudsætning for", "en": "is a precondition of"},
    "board.effect_strengthens": {"da": "styrker", "en": "strengthens"},
    "board.effect_weakens": {"da": "svækker", "en": "weakens"},
    "board.effect_blocks": {"da": "blokerer", "en": "blocks"},
    "board.change": {"da": "Ændr", "en": "Change"},
    "board.reason": {"da": "Begrundelse", "en": "Reason"},
    "board.reason_needed": {
        "da": "Skriv en begrundelse; uden den bliver intet ændret.",
        "en": "Write a reason; without one nothing is changed.",
    },
    "board.changed_to": {
        "da": "Ændret og gemt som version {version}.",
        "en": "Changed and saved as version {version}.",
    },
    "board.configured": {"da": "Konfigurationen er gemt.", "en": "The configuration is saved."},
    "board.new_card": {"da": "Ny konfiguration", "en": "New configuration"},
    "board.edit_card": {"da": "Redigér …", "en": "Edit …"},
    "board.relate": {"da": "Forbind …", "en": "Relate …"},
    "board.relation": {"da": "Forholdet", "en": "The relation"},
    "board.other_card": {"da": "Den anden", "en": "The other"},
    "board.no_others": {
        "da": "Der er ingen anden konfiguration.",
        "en": "There is no other configuration.",
    },
    "board.relation_precedes": {"da": "går forud for", "en": "precedes"},
    "board.relation_combined_with": {"da": "virker sammen med", "en": "is combined with"},
    "board.relation_outcome_becomes_context": {
        "da": "giver ved sit udkomme kontekst til",
        "en": "gives by its outcome the context of",
    },
    "board.relation_rivals": {"da": "er en modstridende forklaring til", "en": "rivals"},
    "board.relates_precedes": {"da": "går forud for: {other}", "en": "precedes: {other}"},
    "board.relates_combined_with": {
        "da": "virker sammen med: {other}",
        "en": "is combined with: {other}",
    },
    "board.relates_outcome_becomes_context": {
        "da": "udkommet bliver kontekst i: {other}",
        "en": "its outcome becomes context in: {other}",
    },
    "board.relates_rivals": {
        "da": "modstridende forklaring: {other}",
        "en": "rival explanation: {other}",
    },
    "board.related_precedes": {"da": "følger efter: {other}", "en": "follows: {other}"},
    "board.related_combined_with": {
        "da": "virker sammen med: {other}",
        "en": "is combined with: {other}",
    },
    "board.related_outcome_becomes_context": {
        "da": "konteksten er udkommet af: {other}",
        "en": "its context is the outcome of: {other}",
    },
    "board.related_rivals": {
        "da": "modstridende forklaring: {other}",
        "en": "rival explanation: {other}",
    },
    "board.detail_title": {"da": "Titel", "en": "Title"},
    "board.detail_sentence": {
        "da": "Hvis–så-sætning (tom: skrives igen)",
        "en": "If–then sentence (empty: written again)",
    },
    "board.detail_status": {"da": "Status", "en": "Status"},
    "board.detail_resource": {"da": "Mekanismens ressource", "en": "The mechanism's resource"},
    "board.detail_reasoning": {"da": "Mekanismens ræsonnement", "en": "The mechanism's reasoning"},
    "board.detail_activation": {"da": "Mekanismens aktivering", "en": "The mechanism's activation"},
    "board.detail_intended": {"da": "Var udkommet tilsigtet?", "en": "Was the outcome intended?"},
    "board.detail_sign": {"da": "Er udkommet godt?", "en": "Is the outcome good?"},
    "board.activation_none": {"da": "ingen", "en": "none"},
    "board.activation_weak": {"da": "svag", "en": "weak"},
    "board.activation_partial": {"da": "delvis", "en": "partial"},
    "board.activation_strong": {"da": "stærk", "en": "strong"},
    "board.activation_unknown": {"da": "ukendt", "en": "unknown"},
    "board.intended_intended": {"da": "tilsigtet", "en": "intended"},
    "board.intended_unintended": {"da": "utilsigtet", "en": "unintended"},
    "board.sign_positive": {"da": "godt", "en": "positive"},
    "board.sign_negative": {"da": "dårligt", "en": "negative"},
    "board.sign_none": {"da": "intet udkomme", "en": "no outcome"},
    "board.for_whom": {"da": "For hvem", "en": "For whom"},
    "board.find_card": {"da": "Find en konfiguration", "en": "Find a configuration"},
    "board.no_cards": {
        "da": "Ingen konfigurationer endnu. Begynd en ny, eller markér noget i teksten.",
        "en": "No configurations yet. Begin one, or select something in the text.",
    },
    "board.no_cards_found": {
        "da": "Ingen passer til det, du søger.",
        "en": "None fits what you look for.",
    },
    "board.choose_card": {
        "da": "Vælg en konfiguration først.",
        "en": "Choose a configuration first.",
    },
    "board.beside": {
        "da": "Belæg, tekst, koder, forslag og historik",
        "en": "Evidence, text, codes, proposals and history",
    },
    "board.tab_evidence": {"da": "Belæg", "en": "Evidence"},
    "board.tab_text": {"da": "Tekst", "en": "Text"},
    "board.tab_codes": {"da": "Koder", "en": "Codes"},
    "board.tab_proposals": {"da": "Forslag", "en": "Proposals"},
    "board.tab_history": {"da": "Historik", "en": "History"},
    "board.act_supports": {"da": "+ støtter", "en": "+ supports"},
    "board.act_contradicts": {"da": "− imod", "en": "− against"},
    "board.act_qualifies": {"da": "± nuancerer", "en": "± qualifies"},
    "board.act_new": {"da": "Ny konfiguration", "en": "New configuration"},
    "board.act_intervention": {"da": "I", "en": "I"},
    "board.act_context": {"da": "C", "en": "C"},
    "board.act_mechanism": {"da": "M", "en": "M"},
    "board.act_outcome": {"da": "O", "en": "O"},
    "board.act_moderators": {"da": "m", "en": "m"},
    "board.drag_codes": {
        "da": "Træk en kode over i et felt, eller brug + i feltet.",
        "en": "Drag a code onto a slot, or use the slot's +.",
    },
    "board.meet_within": {"da": "Koderne mødes i", "en": "The codes meet in"},
    "board.within_passage": {"da": "samme passage", "en": "the same passage"},
    "board.within_turn": {"da": "samme tur", "en": "the same turn"},
    "board.within_neighbours": {"da": "to ture efter hinanden", "en": "two turns after each other"},
    "board.within_document": {"da": "samme dokument", "en": "the same document"},
    "board.least_cases": {"da": "Mindste antal cases", "en": "In at least so many cases"},
    "board.proposals_mean": {
        "da": "Koder, der står sammen. Om nogen forbinder dem, ses kun ved at læse stederne.",
        "en": "Codes that stand together. Whether anybody connects them is seen only by reading the places.",
    },
    "board.count_proposals": {"da": "{count} forslag", "en": "{count} proposals"},
    "board.count_proposals.one": {"da": "1 forslag", "en": "1 proposal"},
    "board.proposal_counts": {
        "da": "{times} steder · {documents} dokumenter · {cases} cases · {apart} steder hver for sig",
        "en": "{times} places · {documents} documents · {cases} cases · apart in {apart} places",
    },
    "board.make_card": {
        "da": "Begynd en konfiguration med det",
        "en": "Begin a configuration with it",
    },
    "board.places": {"da": "Steder", "en": "Places"},
    "board.first_version": {"da": "Den første version.", "en": "The first version."},
    "board.picture_of_change": {
        "da": "Billede af før og efter",
        "en": "Picture of before and after",
    },
    "board.key_cards": {
        "da": "forrige og næste konfiguration",
        "en": "previous and next configuration",
    },
    "board.key_stops": {
        "da": "fra led til led i konfigurationen",
        "en": "from part to part of the configuration",
    },
    "board.key_open_stop": {
        "da": "åbn det, der er i fokus: ordene bag, koden, eller + for en kode mere",
        "en": "open what is in focus: the words behind it, the code, or + for one more code",
    },
    "board.key_remove_code": {"da": "tag koden ud", "en": "take the code away"},
    "board.key_slots": {
        "da": "læg en kode i I, C, M, O eller moderator",
        "en": "put a code into I, C, M, O or moderator",
    },
    "board.key_new_card": {"da": "ny konfiguration", "en": "new configuration"},
    "board.key_edit_card": {
        "da": "redigér titel, sætning og detaljer",
        "en": "edit title, sentence and details",
    },
    "board.key_status": {"da": "skift status", "en": "change the status"},
    "board.key_relate": {
        "da": "forbind med en anden konfiguration",
        "en": "relate to another configuration",
    },
    "board.key_history": {"da": "historik", "en": "history"},
    "board.key_find_card": {"da": "find en konfiguration", "en": "find a configuration"},
    "board.key_text": {"da": "til teksten; b fører tilbage", "en": "to the text; b leads back"},
    "board.key_reader": {
        "da": "i teksten: ord, sætning, tur; markér mere; hele sætningen, hele turen",
        "en": "in the text: word, sentence, turn; select more; the whole sentence, the whole turn",
    },
    "board.key_reader_evidence": {
        "da": "i teksten: det markerede støtter, taler imod, nuancerer",
        "en": "in the text: the selection supports, contradicts, qualifies",
    },
    "board.key_reader_slots": {
        "da": "i teksten: læg en kode i et led",
        "en": "in the text: put a code into a part",
    },
    "board.key_reader_new": {
        "da": "i teksten: begynd en konfiguration med det markerede",
        "en": "in the text: begin a configuration with the selection",
    },
    "board.key_undo": {"da": "fortryd, gentag", "en": "undo, redo"},
    "board.key_keys": {"da": "denne liste", "en": "this list"},
    "board.map": {"da": "Kort", "en": "Map"},
    "board.map_beside": {"da": "Belæg, tabel og tekst", "en": "Evidence, table and text"},
    "board.tab_behind": {"da": "Belæg", "en": "Evidence"},
    "board.tab_table": {"da": "Tabel", "en": "Table"},
    "board.zoom_in": {"da": "Nærmere", "en": "Nearer"},
    "board.zoom_out": {"da": "Fjernere", "en": "Farther"},
    "board.zoom_all": {"da": "Hele kortet", "en": "The whole map"},
    "board.filter_case": {"da": "Case", "en": "Case"},
    "board.filter_group": {"da": "Gruppe", "en": "Group"},
    "board.filter_attribute": {"da": "Egenskab", "en": "Attribute"},
    "board.filter_value": {"da": "Egenskabens værdi", "en": "Value of the attribute"},
    "board.filter_status": {"da": "Status", "en": "Status"},
    "board.filter_least": {"da": "Mindst så mange cases", "en": "At least so many cases"},
    "board.filter_parents": {
        "da": "Koder samlet under deres overkode",
        "en": "Codes under their parents",
    },
    "board.filter_roles": {"da": "Led, der vises", "en": "Parts shown"},
    "board.every_case": {"da": "Enhver case", "en": "Every case"},
    "board.every_group": {"da": "Enhver gruppe", "en": "Every group"},
    "board.every_attribute": {"da": "Enhver egenskab", "en": "Every attribute"},
    "board.every_value": {"da": "Enhver værdi", "en": "Every value"},
    "board.map_empty": {
        "da": "Intet at vise: ingen konfigurationer passer til det valgte.",
        "en": "Nothing to show: no configuration fits what is chosen.",
    },
    "board.map_size": {
        "da": "{nodes} bokse og {lines} linjer",
        "en": "{nodes} boxes and {lines} lines",
    },
    "board.map_label": {
        "da": "Kort med {nodes} bokse og {lines} linjer",
        "en": "Map of {nodes} boxes and {lines} lines",
    },
    "board.map_choose": {
        "da": "Vælg en boks eller en linje for at læse, hvad den hviler på.",
        "en": "Choose a box or a line to read what it rests on.",
    },
    "board.line_counts": {
        "da": "{passages} passager i {cases} cases: {supports} for, {contradicts} imod, {qualifies} nuancerer",
        "en": "{passages} passages in {cases} cases: {supports} for, {contradicts} against, {qualifies} qualify",
    },
    "board.table_caption": {
        "da": "Kortets linjer og hvad de hviler på",
        "en": "The lines of the map and what they rest on",
    },
    "board.column_from": {"da": "Fra", "en": "From"},
    "board.column_to": {"da": "Til", "en": "To"},
    "board.column_cases": {"da": "Cases", "en": "Cases"},
    "board.column_passages": {"da": "Pass.", "en": "Pass."},
    "board.column_supports": {"da": "For", "en": "For"},
    "board.column_contradicts": {"da": "Imod", "en": "Against"},
    "board.column_qualifies": {"da": "Nuancerer", "en": "Qualify"},
    "board.key_map_arrows": {
        "da": "fra boks langs en linje til den næste; op og ned i kolonnen, eller til boksens andre linjer",
        "en": "from a box along a line to the next; up and down the column, or to the box's other lines",
    },
    "board.key_map_open": {
        "da": "læs belægget; igen: ordene i teksten",
        "en": "read the evidence; again: the words in the text",
    },
    "board.key_map_back": {
        "da": "tilbage fra teksten til belægget, og derfra til kortet",
        "en": "back from the text to the evidence, and from there to the map",
    },
    "board.key_map_zoom": {
        "da": "nærmere, fjernere, hele kortet",
        "en": "nearer, farther, the whole map",
    },
    "board.key_map_pan": {"da": "flyt kortet", "en": "move the map"},
    "board.key_map_filter": {"da": "vælg, hvad der vises", "en": "choose what is shown"},
    "board.key_map_table": {"da": "kortet som tabel", "en": "the map as a table"},
    "board.guide": {"da": "GUIDE, temaer og udsagn", "en": "GUIDE, claims and statements"},
    "board.guide_beside": {"da": "Det valgte, og teksten", "en": "What is chosen, and the text"},
    "board.sheets": {"da": "Ark", "en": "Sheets"},
    "board.sheet_guide": {"da": "GUIDE", "en": "GUIDE"},
    "board.sheet_claims": {"da": "Temaer", "en": "Claims"},
    "board.sheet_statements": {"da": "Udsagnstavle", "en": "Statement board"},
    "board.tab_about": {"da": "Det valgte", "en": "What is chosen"},
    "board.principle": {"da": "Princip", "en": "Principle"},
    "board.letter_G": {"da": "Guidende", "en": "Guiding"},
    "board.letter_U": {"da": "Brugbart", "en": "Useful"},
    "board.letter_I": {"da": "Inspirerende", "en": "Inspiring"},
    "board.letter_D": {"da": "Tilpasseligt", "en": "Developmental"},
    "board.letter_E": {"da": "Evaluerbart", "en": "Evaluable"},
    "board.aspect_meaningful": {"da": "Meningsfuldt", "en": "Meaningful"},
    "board.aspect_adhered": {"da": "Fulgt", "en": "Adhered to"},
    "board.aspect_results": {"da": "Giver resultater", "en": "Gives results"},
    "board.aspects_mean": {
        "da": "Hver vurdering forudsætter den før: et princip må være meningsfuldt for at blive fulgt, og blive fulgt for at give resultater.",
        "en": "Each judgement presupposes the one before: a principle must be meaningful to be adhered to, and adhered to in order to give results.",
    },
    "board.presupposes": {
        "da": "Endnu ikke vurderet ja eller delvist: {aspects}.",
        "en": "Not yet judged yes or partly: {aspects}.",
    },
    "board.judged_yes": {"da": "ja", "en": "yes"},
    "board.judged_partly": {"da": "delvist", "en": "partly"},
    "board.judged_no": {"da": "nej", "en": "no"},
    "board.judged_unknown": {"da": "ved ikke", "en": "not known"},
    "board.not_judged": {"da": "ikke vurderet", "en": "not judged"},
    "board.judged": {"da": "Vurderingen er gemt.", "en": "The judgement is saved."},
    "board.judgement": {"da": "Vurdering", "en": "Judgement"},
    "board.uncertain": {"da": "i tvivl", "en": "in doubt"},
    "board.guide_caption": {
        "da": "Et tal er niveauet, eller fra det laveste til det højeste; ≠ betyder, at to er mindst to niveauer fra hinanden; stiplet er tomt.",
        "en": "A number is the level, or the lowest to the highest; ≠ means that two are at least two levels apart; dashed is empty.",
    },
    "board.guide_choose": {
        "da": "Vælg en celle for at se spørgsmål og passager og vurdere.",
        "en": "Choose a cell to see questions and passages, and to rate.",
    },
    "board.cell": {"da": "Cellen", "en": "The cell"},
    "board.level_told": {"da": "niveau {level}", "en": "level {level}"},
    "board.not_rated": {"da": "ikke vurderet", "en": "not rated"},
    "board.judges_differ": {"da": "to er langt fra hinanden", "en": "two are far apart"},
    "board.no_passages": {"da": "ingen passager", "en": "no passages"},
    "board.level": {"da": "Niveau", "en": "Level"},
    "board.judge": {"da": "Hvem", "en": "Who"},
    "board.rationale": {"da": "Begrundelse", "en": "Rationale"},
    "board.save_rating": {"da": "Gem vurderingen", "en": "Save the rating"},
    "board.rated": {"da": "Vurderingen er gemt.", "en": "The rating is saved."},
    "board.level_needed": {"da": "Vælg et niveau først.", "en": "Choose a level first."},
    "board.rate_first": {
        "da": "Vurdér cellen først; så kan den få belæg.",
        "en": "Rate the cell first; then it can have evidence.",
    },
    "board.who_rated": {"da": "Hvem har vurderet hvad", "en": "Who rated what"},
    "board.levels_apart": {"da": "{count} niveauer fra hinanden", "en": "{count} levels apart"},
    "board.levels_apart.one": {"da": "1 niveau fra hinanden", "en": "1 level apart"},
    "board.questions_asked": {"da": "Spørgsmål, der stilles", "en": "Questions asked"},
    "board.no_questions": {
        "da": "Ingen spørgsmål til dette princip",
        "en": "No questions about this principle",
    },
    "board.passages_found": {"da": "Passager, der er fundet", "en": "Passages found"},
    "board.edit_rubric": {"da": "Redigér niveauerne …", "en": "Edit the levels …"},
    "board.rubric_label_da": {"da": "Navn på dansk", "en": "Name in Danish"},
    "board.rubric_label_en": {"da": "Navn på engelsk", "en": "Name in English"},
    "board.rubric_anchor_da": {"da": "Hvornår, på dansk", "en": "When, in Danish"},
    "board.rubric_anchor_en": {"da": "Hvornår, på engelsk", "en": "When, in English"},
    "board.rubric_more": {"da": "Et niveau mere", "en": "One more level"},
    "board.rubric_less": {"da": "Fjern det øverste", "en": "Remove the highest"},
    "board.claims": {"da": "Temaer", "en": "Claims"},
    "board.claim": {"da": "Temaet", "en": "The claim"},
    "board.new_claim": {"da": "Nyt tema", "en": "New claim"},
    "board.edit_claim": {"da": "Redigér …", "en": "Edit …"},
    "board.removed_claim": {
        "da": "Temaet er fjernet og gemt.",
        "en": "The claim is removed and saved.",
    },
    "board.find_claim": {"da": "Søg i temaerne", "en": "Search the claims"},
    "board.only_weak": {"da": "kun dem, der mangler noget", "en": "only those that lack something"},
    "board.no_claims": {"da": "Ingen temaer endnu", "en": "No claims yet"},
    "board.no_claims_found": {
        "da": "Ingen passer til det, du søger.",
        "en": "None fits what you look for.",
    },
    "board.claim_choose": {"da": "Vælg et tema først.", "en": "Choose a claim first."},
    "board.claim_text": {"da": "Temaet i én hel sætning", "en": "The claim in one full sentence"},
    "board.claim_theme": {"da": "Tema", "en": "Theme"},
    "board.claim_question": {"da": "Besvarer spørgsmålet", "en": "Answers the question"},
    "board.claim_principle": {"da": "Princip", "en": "Principle"},
    "board.claim_type": {"da": "Indsatstype", "en": "Type of intervention"},
    "board.claim_configuration": {
        "da": "Konfiguration med samme belæg",
        "en": "Configuration on the same words",
    },
    "board.claim_no_evidence": {"da": "uden belæg", "en": "without evidence"},
    "board.claim_no_question": {"da": "besvarer intet spørgsmål", "en": "answers no question"},
    "board.claim_against": {"da": "mere imod end for", "en": "more against than for"},
    "board.claim_thin": {
        "da": "tyndt: én passage eller én case",
        "en": "thin: one passage or one case",
    },
    "board.unanswered": {
        "da": "Spørgsmål, som intet tema besvarer",
        "en": "Questions that no claim answers",
    },
    "board.join_configuration": {
        "da": "Forbind med en konfiguration …",
        "en": "Join to a configuration …",
    },
    "board.join_means": {
        "da": "Temaet får konfigurationens belæg; de er så forbundet ved de samme ord.",
        "en": "The claim gets the configuration's evidence; the two are then joined by the same words.",
    },
    "board.joined": {
        "da": "{count} belæg er føjet til og gemt.",
        "en": "{count} pieces of evidence are added and saved.",
    },
    "board.joined.one": {
        "da": "1 belæg er føjet til og gemt.",
        "en": "1 piece of evidence is added and saved.",
    },
    "board.statement": {"da": "Udsagnet", "en": "The statement"},
    "board.statement_choose": {"da": "Vælg et udsagn først.", "en": "Choose a statement first."},
    "board.no_statements": {
        "da": "Projektet har ingen udsagn. Hent dem med project.import_statements.",
        "en": "The project has no statements. Take them in with project.import_statements.",
    },
    "board.unsorted": {"da": "Uden tema", "en": "Without a theme"},
    "board.add_theme": {"da": "Et tema at sortere i …", "en": "A theme to sort into …"},
    "board.scope_group": {"da": "gruppens", "en": "the group's"},
    "board.scope_individual": {"da": "en enkelts", "en": "one person's"},
    "board.priority": {"da": "prioritet {priority}", "en": "priority {priority}"},
    "board.sorted": {"da": "Sorteret og gemt: {theme}", "en": "Sorted and saved: {theme}"},
    "board.unsorted_now": {
        "da": "Taget ud af temaet og gemt.",
        "en": "Taken out of the theme and saved.",
    },
    "board.sort_first": {
        "da": "Sortér udsagnet i et tema først.",
        "en": "Sort the statement into a theme first.",
    },
    "board.sort_into": {"da": "Sortér i et tema …", "en": "Sort into a theme …"},
    "board.themes": {"da": "Temaer", "en": "Themes"},
    "board.no_theme": {"da": "Endnu uden tema", "en": "No theme yet"},
    "board.not_yours": {
        "da": "{coder} har sorteret det; det kan du ikke ændre.",
        "en": "{coder} sorted it; you cannot change that.",
    },
    "board.unfolds": {
        "da": "Udfolder udsagn {number}, {name}",
        "en": "Unfolds statement {number}, {name}",
    },
    "board.unfolds_another": {
        "da": "Passagen udfolder et andet udsagn allerede.",
        "en": "The passage unfolds another statement already.",
    },
    "board.unfolded_by": {"da": "Passager, der udfolder det", "en": "Passages that unfold it"},
    "board.no_unfolding": {
        "da": "Ingen endnu: markér en passage i teksten, og tryk l.",
        "en": "None yet: select a passage in the text and press l.",
    },
    "board.unfolded_now": {
        "da": "Passagen er knyttet til udsagnet og gemt.",
        "en": "The passage is tied to the statement and saved.",
    },
    "board.find_unfolding": {"da": "Find en passage …", "en": "Find a passage …"},
    "board.count_unfolded": {
        "da": "{count} passager udfolder det",
        "en": "{count} passages unfold it",
    },
    "board.count_unfolded.one": {"da": "1 passage udfolder det", "en": "1 passage unfolds it"},
    "board.act_unfold": {"da": "Udfolder udsagnet", "en": "Unfolds the statement"},
    "board.fills_most": {
        "da": "Hvilke temaer fylder mest hvor",
        "en": "Which themes fill most where",
    },
    "board.all": {"da": "I alt", "en": "All"},
    "board.first": {"da": "Først", "en": "First"},
    "board.key_guide_cells": {"da": "GUIDE: fra celle til celle", "en": "GUIDE: from cell to cell"},
    "board.key_guide_rate": {
        "da": "GUIDE: vælg niveauet og skriv begrundelsen",
        "en": "GUIDE: choose the level and write the rationale",
    },
    "board.key_guide_save": {"da": "GUIDE: gem vurderingen", "en": "GUIDE: save the rating"},
    "board.key_claim_rows": {"da": "temaer: forrige og næste", "en": "claims: previous and next"},
    "board.key_claim_acts": {
        "da": "temaer: nyt, redigér, forbind med en konfiguration",
        "en": "claims: new, edit, join to a configuration",
    },
    "board.key_statement_cards": {
        "da": "udsagn: fra kort til kort",
        "en": "statements: from card to card",
    },
    "board.key_statement_move": {
        "da": "udsagn: flyt kortet til temaet ved siden af",
        "en": "statements: move the card to the theme beside",
    },
    "board.key_statement_sort": {
        "da": "udsagn: vælg et tema at lægge det i",
        "en": "statements: choose a theme to put it into",
    },
    "board.key_statement_out": {
        "da": "udsagn: tag det ud af temaet",
        "en": "statements: take it out of the theme",
    },
    "board.key_statement_theme": {
        "da": "udsagn: et tema mere at sortere i",
        "en": "statements: one more theme to sort into",
    },
    "board.key_text_back": {"da": "til teksten; tilbage", "en": "to the text; back"},
    "board.key_reader_unfold": {
        "da": "i teksten: det markerede udfolder udsagnet",
        "en": "in the text: the selection unfolds the statement",
    },
    "board.adjudication": {"da": "Enighed mellem kodere", "en": "Adjudication"},
    "board.adjudication_beside": {
        "da": "Enighed i tal, og teksten",
        "en": "Agreement in figures, and the text",
    },
    "board.tab_agreement": {"da": "Enighed", "en": "Agreement"},
    "board.shared_documents": {
        "da": "Dokumenter, som flere koder",
        "en": "Documents that several code",
    },
    "board.nobody_shares": {
        "da": "Intet dokument er tildelt to kodere. Brug project.assign.",
        "en": "No document is assigned to two coders. Use project.assign.",
    },
    "board.waiting_for": {"da": "venter på {coders}", "en": "waiting for {coders}"},
    "board.count_open": {"da": "{count} forskelle tilbage", "en": "{count} differences left"},
    "board.count_open.one": {"da": "1 forskel tilbage", "en": "1 difference left"},
    "board.all_decided": {"da": "alt er afgjort", "en": "all is decided"},
    "board.blind": {
        "da": "Der kodes blindt: forskellene vises, når {coders} er færdig.",
        "en": "They code blind: the differences are shown when {coders} has finished.",
    },
    "board.still_blind": {
        "da": "Der kodes blindt endnu: {coders} er ikke færdig.",
        "en": "They still code blind: {coders} has not finished.",
    },
    "board.blind_agreement": {
        "da": "Enigheden vises, når alle er færdige.",
        "en": "The agreement is shown when all have finished.",
    },
    "board.pair": {"da": "De to, der sammenlignes", "en": "The two who are compared"},
    "board.so_far": {
        "da": "{agreed} mærkninger ens, {places} forskelle, {open} tilbage",
        "en": "{agreed} tags alike, {places} differences, {open} left",
    },
    "board.take_agreed": {
        "da": "Tag de {count} ens med i konsensus",
        "en": "Take the {count} alike into the consensus",
    },
    "board.taken_agreed": {
        "da": "{count} ens mærkninger er i konsensus og gemt.",
        "en": "{count} tags alike are in the consensus and saved.",
    },
    "board.differences": {"da": "Forskelle", "en": "Differences"},
    "board.no_differences": {"da": "Ingen forskelle", "en": "No differences"},
    "board.difference_number": {
        "da": "Forskel {number} af {of}",
        "en": "Difference {number} of {of}",
    },
    "board.nothing": {"da": "intet", "en": "nothing"},
    "board.both": {"da": "begge", "en": "both"},
    "board.neither": {"da": "ingen af dem", "en": "neither"},
    "board.third": {"da": "en tredje læsning", "en": "a third reading"},
    "board.decided": {"da": "afgjort", "en": "decided"},
    "board.consensus": {"da": "Konsensus", "en": "Consensus"},
    "board.accept": {"da": "Afgør: {what}", "en": "Decide: {what}"},
    "board.decision_needs_reason": {
        "da": "Skriv en begrundelse; uden den er intet afgjort.",
        "en": "Write a reason; without one nothing is decided.",
    },
    "board.decided_and_saved": {"da": "Afgjort og gemt.", "en": "Decided and saved."},
    "board.decided_coder": {"da": "Som {coder}: {reason}", "en": "As {coder}: {reason}"},
    "board.decided_both": {"da": "Begge: {reason}", "en": "Both: {reason}"},
    "board.decided_neither": {"da": "Ingen af dem: {reason}", "en": "Neither: {reason}"},
    "board.decided_third": {"da": "En tredje læsning: {reason}", "en": "A third reading: {reason}"},
    "board.act_third": {"da": "Konsensus: vælg en kode", "en": "Consensus: choose a code"},
    "board.agreement_of": {"da": "Enighed: {coders}", "en": "Agreement: {coders}"},
    "board.agreement_where": {
        "da": "Tegn for tegn i de dokumenter, som begge er færdige med.",
        "en": "Character by character in the documents that both have finished.",
    },
    "board.what_figures_mean": {"da": "Hvad tallene betyder", "en": "What the figures mean"},
    "board.figure_percent": {"da": "enige", "en": "agree"},
    "board.figure_kappa": {"da": "κ", "en": "κ"},
    "board.figure_ac1": {"da": "AC1", "en": "AC1"},
    "board.figure_alpha": {"da": "α", "en": "α"},
    "board.figure_f1": {"da": "F1", "en": "F1"},
    "board.means_percent": {
        "da": "Hvor stor en del af teksten de to har behandlet ens, også den, som ingen har kodet.",
        "en": "How much of the text the two treated alike, also what nobody coded.",
    },
    "board.means_kappa": {
        "da": "Cohens kappa: enigheden ud over den, to ville få ved at kode lige så meget på må og få. Den bliver lav, når koden er sjælden.",
        "en": "Cohen's kappa: agreement beyond what two would have by coding as much at random. It gets low where the code is rare.",
    },
    "board.means_ac1": {
        "da": "Gwets AC1: som kappa, men uden at blive lav, alene fordi koden er sjælden.",
        "en": "Gwet's AC1: like kappa, but not low merely because the code is rare.",
    },
    "board.means_alpha": {
        "da": "Krippendorffs alfa: som kappa, også for flere kodere; 0,80 regnes for godt, under 0,67 for usikkert.",
        "en": "Krippendorff's alpha: like kappa, also for more coders; 0.80 is taken as good, below 0.67 as uncertain.",
    },
    "board.means_f1": {
        "da": "Hvor meget af det, nogen har kodet, begge har kodet. Det ukodede tæller ikke.",
        "en": "How much of what anybody coded both coded. What is not coded does not count.",
    },
    "board.key_places": {"da": "forrige og næste forskel", "en": "previous and next difference"},
    "board.key_accept_one": {"da": "afgør som den første koder", "en": "decide as the first coder"},
    "board.key_accept_other": {
        "da": "afgør som den anden koder",
        "en": "decide as the second coder",
    },
    "board.key_accept_both": {"da": "begge", "en": "both"},
    "board.key_accept_neither": {"da": "ingen af dem", "en": "neither"},
    "board.key_accept_third": {
        "da": "en tredje læsning: til teksten; b fører tilbage",
        "en": "a third reading: to the text; b leads back",
    },
    "board.key_third_in_text": {
        "da": "i teksten: giv det markerede en kode i konsensus",
        "en": "in the text: give the selection a code in the consensus",
    },
    "act.adjudicate": {"da": "en afgørelse mellem kodere", "en": "a decision between coders"},
    "history.adjudicate": {
        "da": 'afgjorde en forskel mellem kodere i "{document}"',
        "en": 'decided a difference between coders in "{document}"',
    },
    "board.parts": {"da": "Arbejdsbordets ark", "en": "Sheets of the workbench"},
    "board.part_tagger": {"da": "Mærkning", "en": "Tagging"},
    "board.part_configurations": {"da": "Konfigurationer", "en": "Configurations"},
    "board.part_guide": {"da": "GUIDE, temaer, udsagn", "en": "GUIDE, claims, statements"},
    "board.part_adjudication": {"da": "Enighed", "en": "Adjudication"},
    "board.part_map": {"da": "Kort", "en": "Map"},
    "board.part_exchange": {"da": "Import og eksport", "en": "Import and export"},
    "board.exchange": {"da": "Import og eksport", "en": "Import and export"},
    "board.exchange_export": {"da": "Eksport", "en": "Export"},
    "board.exchange_import": {"da": "Import", "en": "Import"},
    "board.exchange_beside_export": {"da": "Det valgte", "en": "What is chosen"},
    "board.exchange_beside_import": {"da": "Hvad der kan tages ind", "en": "What can be taken in"},
    "board.exchange_group_programs": {
        "da": "Til andre analyseprogrammer",
        "en": "For other analysis programs",
    },
    "board.exchange_group_tables": {"da": "Tabeller", "en": "Tables"},
    "board.exchange_group_reading": {"da": "Til at læse", "en": "To read"},
    "board.exchange_group_lines": {
        "da": "Hele projektet som linjer",
        "en": "The whole project as lines",
    },
    "board.exchange_way_qdpx": {"da": "REFI-QDA-projekt", "en": "REFI-QDA project"},
    "board.exchange_way_qdc": {"da": "Kodebog", "en": "Codebook"},
    "board.exchange_way_xlsx": {"da": "Excel-projektmappe", "en": "Excel workbook"},
    "board.exchange_way_csv": {"da": "CSV", "en": "CSV"},
    "board.exchange_way_parquet": {"da": "Parquet", "en": "Parquet"},
    "board.exchange_way_docx": {"da": "Kodede passager i Word", "en": "Coded passages in Word"},
    "board.exchange_way_html": {"da": "Transskription som side", "en": "Transcript as a page"},
    "board.exchange_way_jsonl": {"da": "JSON Lines", "en": "JSON Lines"},
    "board.exchange_about_qdpx": {
        "da": "Tekster, koder, mærkninger, memoer og mere til NVivo, MAXQDA, ATLAS.ti og QualCoder. Hele projektet kommer tilbage af filen.",
        "en": "Texts, codes, tags, memos and more for NVivo, MAXQDA, ATLAS.ti and QualCoder. The whole project comes back from the file.",
    },
    "board.exchange_about_qdc": {
        "da": "Kun koderne, også til Taguette.",
        "en": "The codes alone, also for Taguette.",
    },
    "board.exchange_about_xlsx": {
        "da": "Et ark til hver tabel, med filtre og kodernes farver.",
        "en": "A sheet for each table, with filters and the colours of the codes.",
    },
    "board.exchange_about_csv": {
        "da": "Én tabel, som alle programmer kan læse.",
        "en": "One table that every program reads.",
    },
    "board.exchange_about_parquet": {
        "da": "Én tabel, til store mængder i R eller Python.",
        "en": "One table, for large amounts in R or Python.",
    },
    "board.exchange_about_docx": {
        "da": "Under hver kode det, folk sagde, med kildelinjer.",
        "en": "Under each code what people said, with source lines.",
    },
    "board.exchange_about_html": {
        "da": "Ét dokument med dets mærkninger, til at læse i en browser.",
        "en": "One document with its tags, to read in a browser.",
    },
    "board.exchange_about_jsonl": {
        "da": "Alt, også historikken, linje for linje; godt at sammenligne i git.",
        "en": "Everything, history too, line by line; good to compare in git.",
    },
    "board.exchange_for": {"da": "Til hvilket program", "en": "For which program"},
    "board.exchange_any_program": {
        "da": "Et hvilket som helst (standarden)",
        "en": "Any of them (the standard)",
    },
    "board.exchange_program_nvivo": {"da": "NVivo", "en": "NVivo"},
    "board.exchange_program_maxqda": {"da": "MAXQDA", "en": "MAXQDA"},
    "board.exchange_program_atlasti": {"da": "ATLAS.ti", "en": "ATLAS.ti"},
    "board.exchange_program_qualcoder": {"da": "QualCoder", "en": "QualCoder"},
    "board.exchange_for_qualcoder": {
        "da": "QualCoder dropper netværk og gør sæt til egenskaber ved filer.",
        "en": "QualCoder drops networks and turns sets into attributes of files.",
    },
    "board.exchange_for_any": {
        "da": "Tegn tælles, som standarden siger.",
        "en": "Characters are counted as the standard says.",
    },
    "board.exchange_for_nvivo": {
        "da": "NVivo dropper links, relationer og netværk: konfigurationer kommer som memoer.",
        "en": "NVivo drops links, relationships and networks: configurations arrive as memos.",
    },
    "board.exchange_for_maxqda": {
        "da": "MAXQDA viser memoer på mærkninger som kommentarer.",
        "en": "MAXQDA shows memos on tags as comments.",
    },
    "board.exchange_for_atlasti": {
        "da": "ATLAS.ti giver alting nye id'er, når det eksporterer igen; icmo finder dem alligevel.",
        "en": "ATLAS.ti gives everything new ids when it exports again; icmo finds them all the same.",
    },
    "board.exchange_table": {"da": "Tabel", "en": "Table"},
    "board.exchange_sheets": {"da": "Ark", "en": "Sheets"},
    "board.exchange_excel": {
        "da": "til dansk Excel: semikolon og decimalkomma",
        "en": "for Excel in Danish: semicolons and decimal commas",
    },
    "board.exchange_mark": {
        "da": "med BOM, så Excel kender æ, ø og å",
        "en": "with a BOM, by which Excel knows æ, ø and å",
    },
    "board.exchange_no_table": {"da": "Vælg mindst ét ark.", "en": "Choose at least one sheet."},
    "board.exchange_holds_words": {
        "da": "Filen rummer det, folk sagde, med de navne, der står i projektet. Gem den samme sted som projektet.",
        "en": "The file holds what people said, with the names that stand in the project. Keep it where you keep the project.",
    },
    "board.exchange_holds_notes": {
        "da": "Filen rummer ikke det, folk sagde, men det, I har skrevet, og navne på cases eller dokumenter.",
        "en": "The file does not hold what people said, but what you wrote, and names of cases or documents.",
    },
    "board.exchange_holds_codes": {
        "da": "Filen rummer kun koder: intet, som nogen har sagt.",
        "en": "The file holds codes only: nothing that anybody said.",
    },
    "board.exchange_blind": {
        "da": "Du koder blindt: i filen står også de andres mærkninger.",
        "en": "You code blind: the file also holds the tags of the others.",
    },
    "board.exchange_download": {"da": "Hent filen", "en": "Download"},
    "board.exchange_to_folder": {
        "da": "Gem ved siden af notebooken",
        "en": "Save beside the notebook",
    },
    "board.exchange_writing": {"da": "Filen skrives …", "en": "The file is being written …"},
    "board.exchange_fetching": {
        "da": "Filen hentes … {percent} %",
        "en": "The file is being fetched … {percent} %",
    },
    "board.exchange_downloaded": {
        "da": "{file} er hentet ({size}).",
        "en": "{file} is downloaded ({size}).",
    },
    "board.exchange_in_folder": {
        "da": "{file} ligger i {folder} ({size}).",
        "en": "{file} is in {folder} ({size}).",
    },
    "board.exchange_drop": {"da": "Træk en fil herhen, eller", "en": "Drop a file here, or"},
    "board.exchange_choose": {"da": "Vælg en fil …", "en": "Choose a file …"},
    "board.exchange_one_file": {"da": "Tag én fil ad gangen.", "en": "Take one file at a time."},
    "board.exchange_reads": {"da": "Hvad der kan tages ind", "en": "What can be taken in"},
    "board.exchange_stays": {
        "da": "Filen sendes kun til notebookens kerne og slettes dér, når du er færdig med den.",
        "en": "The file goes only to the kernel of this notebook, and is removed there when you are done with it.",
    },
    "board.exchange_read_qdpx": {"da": "Projekter", "en": "Projects"},
    "board.exchange_read_taguette": {"da": "Taguette", "en": "Taguette"},
    "board.exchange_read_codebook": {"da": "Kodebøger", "en": "Codebooks"},
    "board.exchange_read_quotes": {"da": "Citater", "en": "Quotes"},
    "board.exchange_read_document": {"da": "Transskriptioner", "en": "Transcripts"},
    "board.exchange_read_jsonl": {"da": "Linjer", "en": "Lines"},
    "board.exchange_read_about_qdpx": {
        "da": "fra NVivo, MAXQDA, ATLAS.ti, QualCoder, Transana og icmo; det, der er her i forvejen, kommer ikke to gange",
        "en": "from NVivo, MAXQDA, ATLAS.ti, QualCoder, Transana and icmo; what is here already does not come twice",
    },
    "board.exchange_read_about_taguette": {
        "da": "bliver til et projekt for sig selv ved siden af notebooken",
        "en": "becomes a project of its own beside the notebook",
    },
    "board.exchange_read_about_codebook": {
        "da": "en tabel har en kolonne label, navn, kode eller tag",
        "en": "a table has a column label, name, code or tag",
    },
    "board.exchange_read_about_quotes": {
        "da": "en tabel med kolonnerne document, code og quote; citaterne findes i teksterne og bliver til mærkninger",
        "en": "a table with the columns document, code and quote; the quotes are found in the texts and become tags",
    },
    "board.exchange_read_about_document": {"da": "tekster at mærke", "en": "texts to tag"},
    "board.exchange_read_about_jsonl": {
        "da": "et projekt, der blev skrevet som linjer; bliver til et projekt for sig selv",
        "en": "a project that was written as lines; becomes a project of its own",
    },
    "board.exchange_unknown": {
        "da": "{file}: den slags fil kan ikke læses her. Hvad der kan tages ind, står ved siden af.",
        "en": "{file}: that kind of file is not read here. What can be taken in is listed beside.",
    },
    "board.exchange_empty": {"da": "{file}: filen er tom.", "en": "{file}: the file is empty."},
    "board.exchange_too_large": {
        "da": "{file}: filen er større end {size}. Brug kommandoen icmo import.",
        "en": "{file}: the file is larger than {size}. Use the command icmo import.",
    },
    "board.exchange_unchanged": {"da": "Projektet er uændret.", "en": "The project is unchanged."},
    "board.exchange_cancel": {"da": "Afbryd", "en": "Cancel"},
    "board.exchange_bringing": {
        "da": "{file} sendes til kernen …",
        "en": "{file} goes to the kernel …",
    },
    "board.exchange_reading": {"da": "{file} læses …", "en": "{file} is being read …"},
    "board.exchange_is_qdpx": {
        "da": "{file} er et REFI-QDA-projekt",
        "en": "{file} is a REFI-QDA project",
    },
    "board.exchange_is_taguette": {
        "da": "{file} er et projekt fra Taguette",
        "en": "{file} is a project of Taguette",
    },
    "board.exchange_is_jsonl": {
        "da": "{file} er et projekt som linjer",
        "en": "{file} is a project as lines",
    },
    "board.exchange_is_codebook": {"da": "{file} er en kodebog", "en": "{file} is a codebook"},
    "board.exchange_is_quotes": {
        "da": "{file} er en tabel med citater",
        "en": "{file} is a table of quotes",
    },
    "board.exchange_is_document": {"da": "{file} er en tekst", "en": "{file} is a text"},
    "board.exchange_not_yet": {
        "da": "Intet er ændret endnu. Sådan bliver det, hvis du tager filen ind; det er én handling, der kan fortrydes.",
        "en": "Nothing is changed yet. This is what comes of it if you take the file in; it is one act, and can be undone.",
    },
    "board.exchange_makes": {
        "da": "Intet er ændret endnu. Filen bliver til et projekt for sig selv, {file}, i {folder}; det åbne projekt bliver, som det er.",
        "en": "Nothing is changed yet. The file becomes a project of its own, {file}, in {folder}; the open project stays as it is.",
    },
    "board.exchange_origin": {"da": "Skrevet af {program}.", "en": "Written by {program}."},
    "board.exchange_comes": {"da": "Hvad der kommer af det", "en": "What comes of it"},
    "board.exchange_placing": {
        "da": "Hvordan passagerne blev placeret",
        "en": "How the passages were placed",
    },
    "board.exchange_table_qdpx": {"da": "Hvad der er i filen", "en": "What is in the file"},
    "board.exchange_table_codebook": {"da": "Koderne", "en": "The codes"},
    "board.exchange_table_quotes": {"da": "Linjer, du skal se på", "en": "Lines to look at"},
    "board.exchange_table_document": {"da": "Dokumenter", "en": "Documents"},
    "board.exchange_column_element": {"da": "hvad", "en": "what"},
    "board.exchange_column_found": {"da": "fundet", "en": "found"},
    "board.exchange_column_taken": {"da": "taget ind", "en": "taken"},
    "board.exchange_column_kept": {"da": "gemt til side", "en": "kept aside"},
    "board.exchange_column_refused": {"da": "afvist", "en": "refused"},
    "board.exchange_column_family": {"da": "familie", "en": "family"},
    "board.exchange_column_code": {"da": "kode", "en": "code"},
    "board.exchange_column_label": {"da": "navn", "en": "label"},
    "board.exchange_column_line": {"da": "linje", "en": "line"},
    "board.exchange_column_document": {"da": "dokument", "en": "document"},
    "board.exchange_column_outcome": {"da": "udfald", "en": "outcome"},
    "board.exchange_column_start": {"da": "fra", "en": "from"},
    "board.exchange_column_end": {"da": "til", "en": "to"},
    "board.exchange_column_sentence": {"da": "hvorfor", "en": "why"},
    "board.exchange_column_name": {"da": "navn", "en": "name"},
    "board.exchange_column_characters": {"da": "tegn", "en": "characters"},
    "board.exchange_column_words": {"da": "ord", "en": "words"},
    "board.exchange_column_turns": {"da": "ture", "en": "turns"},
    "board.exchange_element_user": {"da": "kodere", "en": "coders"},
    "board.exchange_element_code": {"da": "koder", "en": "codes"},
    "board.exchange_element_textsource": {"da": "tekster", "en": "texts"},
    "board.exchange_element_pdfsource": {"da": "pdf'er", "en": "PDFs"},
    "board.exchange_element_picturesource": {"da": "billeder", "en": "pictures"},
    "board.exchange_element_audiosource": {"da": "lydfiler", "en": "sound files"},
    "board.exchange_element_videosource": {"da": "film", "en": "films"},
    "board.exchange_element_plaintextselection": {"da": "passager", "en": "passages"},
    "board.exchange_element_pdfselection": {
        "da": "passager på pdf-sider",
        "en": "passages on PDF pages",
    },
    "board.exchange_element_coding": {"da": "mærkninger", "en": "tags"},
    "board.exchange_element_variable": {"da": "variabler", "en": "variables"},
    "board.exchange_element_variablevalue": {
        "da": "variablers værdier",
        "en": "values of variables",
    },
    "board.exchange_element_case": {"da": "cases", "en": "cases"},
    "board.exchange_element_note": {"da": "memoer", "en": "memos"},
    "board.exchange_element_noteref": {
        "da": "henvisninger til memoer",
        "en": "references to memos",
    },
    "board.exchange_element_link": {"da": "links", "en": "links"},
    "board.exchange_element_set": {"da": "sæt", "en": "sets"},
    "board.exchange_element_graph": {"da": "netværk", "en": "networks"},
    "board.exchange_element_sourceref": {
        "da": "henvisninger til kilder",
        "en": "references to sources",
    },
    "board.exchange_element_selectionref": {
        "da": "henvisninger til passager",
        "en": "references to passages",
    },
    "board.exchange_element_coderef": {"da": "henvisninger til koder", "en": "references to codes"},
    "board.exchange_element_description": {"da": "beskrivelser", "en": "descriptions"},
    "board.exchange_outcome_alike": {
        "da": "skrevet lidt anderledes; mærket",
        "en": "written a little otherwise; tagged",
    },
    "board.exchange_outcome_several": {
        "da": "står flere steder; ikke mærket",
        "en": "in several places; not tagged",
    },
    "board.exchange_outcome_missing": {"da": "ikke fundet", "en": "not found"},
    "board.exchange_outcome_no_document": {
        "da": "dokumentet findes ikke",
        "en": "no such document",
    },
    "board.exchange_outcome_no_code": {"da": "koden findes ikke", "en": "no such code"},
    "board.exchange_more": {"da": "og {count} rækker til", "en": "and {count} more rows"},
    "board.exchange_more.one": {"da": "og én række til", "en": "and one more row"},
    "board.exchange_take_in": {"da": "Tag den ind", "en": "Take it in"},
    "board.exchange_make": {"da": "Lav {file}", "en": "Make {file}"},
    "board.exchange_leave": {"da": "Lad være", "en": "Leave it"},
    "board.exchange_left": {"da": "Projektet er uændret.", "en": "The project is unchanged."},
    "board.exchange_taking": {"da": "{file} tages ind …", "en": "{file} is being taken in …"},
    "board.exchange_taken_in": {"da": "{file} er taget ind.", "en": "{file} is taken in."},
    "board.exchange_made": {
        "da": "{file} er lavet i {folder}.",
        "en": "{file} is made in {folder}.",
    },
    "board.exchange_undo": {"da": "Fortryd det", "en": "Undo it"},
    "board.exchange_another": {"da": "En fil til …", "en": "Another file …"},
    "board.key_exchange_sheets": {"da": "eksport, import", "en": "export, import"},
    "board.key_exchange_ways": {
        "da": "eksport: forrige og næste slags fil",
        "en": "export: previous and next kind of file",
    },
    "board.key_exchange_get": {
        "da": "eksport: hent den valgte slags fil",
        "en": "export: download the kind of file that is chosen",
    },
    "board.key_exchange_choose": {"da": "import: vælg en fil", "en": "import: choose a file"},
    "board.key_exchange_take": {"da": "import: tag filen ind", "en": "import: take the file in"},
    "exchange.gone": {
        "da": "Filen er her ikke mere; kernen er startet forfra. Begynd igen.",
        "en": "The file is not here any more; the kernel was started anew. Begin again.",
    },
    "exchange.broken": {
        "da": "{path}: filen kom ikke frem i den rigtige rækkefølge. Begynd igen.",
        "en": "{path}: the file did not arrive in the right order. Begin again.",
    },
    "exchange.not_last": {
        "da": "Siden er der gjort andet i projektet. Fortryd én ting ad gangen med Fortryd øverst.",
        "en": "Something else was done in the project since. Undo one thing after the other with Undo above.",
    },
    # ── end of the boards
    # ── tagger ─────────────────────────────────────────────────────────────────────────
    "tagger.transcript": {
        "da": "Transskription. Piletaster går ord for ord, spørgsmålstegn viser alle taster.",
        "en": "Transcript. Arrow keys go word by word, the question mark shows all keys.",
    },
    "tagger.panel": {"da": "Koder, dokumenter og søgning", "en": "Codes, documents and search"},
    "tagger.tab_codes": {"da": "Koder", "en": "Codes"},
    "tagger.tab_documents": {"da": "Dokumenter", "en": "Documents"},
    "tagger.tab_search": {"da": "Søg", "en": "Search"},
    "tagger.tab_memos": {"da": "Memoer", "en": "Memos"},
    "tagger.tab_show": {"da": "Vis", "en": "Show"},
    "tagger.codes": {"da": "Koder", "en": "Codes"},
    "tagger.search": {"da": "Find en kode", "en": "Find a code"},
    "tagger.palette": {"da": "Vælg en kode", "en": "Choose a code"},
    "tagger.palette_keys": {
        "da": "Enter mærker · Ctrl Enter mærker og bliver · Alt p/m fremmer/hæmmer · Alt i regler",
        "en": "Enter tags · Ctrl Enter tags and stays · Alt p/m promotes/hinders · Alt i rules",
    },
    "tagger.no_codes": {
        "da": "Ingen kode ligner det, der er skrevet.",
        "en": "No code is like what is typed.",
    },
    "tagger.no_rules": {
        "da": "Koden har ingen regler for, hvornår den bruges.",
        "en": "The code has no rules for when to use it.",
    },
    "tagger.rules": {"da": "Hvornår og hvornår ikke", "en": "When and when not"},
    "tagger.include": {"da": "Når", "en": "When"},
    "tagger.exclude": {"da": "Når ikke", "en": "When not"},
    "tagger.new_code": {"da": "Ny kode …", "en": "New code …"},
    "tagger.code_family": {"da": "Familie og rolle", "en": "Family and role"},
    "tagger.code_label": {"da": "Navn", "en": "Name"},
    "tagger.code_definition": {"da": "Definition", "en": "Definition"},
    "tagger.language_da": {"da": "dansk", "en": "Danish"},
    "tagger.language_en": {"da": "engelsk", "en": "English"},
    "tagger.code_needs": {
        "da": "En ny kode skal have et navn og en definition. Skriv begge.",
        "en": "A new code needs a name and a definition. Write both.",
    },
    "tagger.code_made": {
        "da": "Koden er i kodebogen: {label}",
        "en": "The code is in the codebook: {label}",
    },
    "tagger.pin": {"da": "Sæt {label} på en taltast", "en": "Put {label} on a number key"},
    "tagger.unpin": {"da": "Tag {label} af taltasten", "en": "Take {label} off its number key"},
    "tagger.no_pin": {
        "da": "Ingen kode er sat på {number}. Stjernen ved en kode sætter den på en taltast.",
        "en": "No code is on {number}. The star beside a code puts it on a number key.",
    },
    "tagger.count_title": {"da": "mærkninger i dokumentet", "en": "tags in the document"},
    "tagger.tagged": {"da": "Mærket og gemt: {label}", "en": "Tagged and saved: {label}"},
    "tagger.twin": {
        "da": "Stedet havde allerede mærkningen: {label}",
        "en": "The place had the tag already: {label}",
    },
    "tagger.tagged_many": {
        "da": "{count} steder mærket og gemt: {label}",
        "en": "{count} places tagged and saved: {label}",
    },
    "tagger.tagged_many.one": {
        "da": "Ét sted mærket og gemt: {label}",
        "en": "One place tagged and saved: {label}",
    },
    "tagger.removed": {"da": "Fjernet og gemt: {label}", "en": "Removed and saved: {label}"},
    "tagger.changed": {"da": "Ændret og gemt: {label}", "en": "Changed and saved: {label}"},
    "tagger.select_first": {
        "da": "Markér først noget i teksten.",
        "en": "Select something in the text first.",
    },
    "tagger.no_tag_chosen": {
        "da": "Gå først til en mærkning med ] eller et klik.",
        "en": "Go to a tag first, with ] or a click.",
    },
    "tagger.not_yours": {
        "da": "Mærkningen er en anden koders. Du kan kun ændre dine egne.",
        "en": "The tag is another coder's. You can change only your own.",
    },
    "tagger.nothing_to_repeat": {
        "da": "Der er ingen kode at gentage endnu.",
        "en": "There is no code to repeat yet.",
    },
    "tagger.no_tags": {
        "da": "Dokumentet har ingen mærkninger, der vises.",
        "en": "The document has no tags that are shown.",
    },
    "tagger.no_way_back": {
        "da": "Der er intet sted at gå tilbage til.",
        "en": "There is no place to go back to.",
    },
    "tagger.remove": {"da": "Fjern", "en": "Remove"},
    "tagger.undo": {"da": "Fortryd", "en": "Undo"},
    "tagger.redo": {"da": "Gentag det fortrudte", "en": "Redo"},
    "tagger.save": {"da": "Gem", "en": "Save"},
    "tagger.close": {"da": "Luk", "en": "Close"},
    "tagger.card": {"da": "Mærkning", "en": "Tag"},
    "tagger.by": {"da": "{coder}, {date}", "en": "{coder}, {date}"},
    "tagger.polarity": {"da": "Hæmmer eller fremmer", "en": "Hinders or promotes"},
    "tagger.polarity_none": {"da": "ikke sagt", "en": "not said"},
    "tagger.polarity_promotes": {"da": "fremmer", "en": "promotes"},
    "tagger.polarity_hinders": {"da": "hæmmer", "en": "hinders"},
    "tagger.note": {"da": "Note", "en": "Note"},
    "tagger.note_here": {
        "da": "Skriv en note (Ctrl Enter gemmer)",
        "en": "Write a note (Ctrl Enter saves)",
    },
    "tagger.stale": {
        "da": "Koden har fået en anden definition siden.",
        "en": "The code's definition has changed since.",
    },
    "tagger.still_holds": {"da": "Mærkningen holder stadig", "en": "The tag still holds"},
    "tagger.memo": {"da": "Memo", "en": "Memo"},
    "tagger.memo_on": {"da": "Memo om {name}", "en": "Memo on {name}"},
    "tagger.memo_empty": {
        "da": "Skriv noget i memoen først.",
        "en": "Write something in the memo first.",
    },
    "tagger.memo_saved": {"da": "Memoen er gemt.", "en": "The memo is saved."},
    "tagger.memo_on_tag": {"da": "Memo …", "en": "Memo …"},
    "tagger.memo_on_code": {"da": "Memo om koden …", "en": "Memo on the code …"},
    "tagger.memo_on_document": {"da": "Memo om dokumentet …", "en": "Memo on the document …"},
    "tagger.memo_on_project": {"da": "Memo om projektet …", "en": "Memo on the project …"},
    "tagger.the_project": {"da": "projektet", "en": "the project"},
    "tagger.no_memos": {"da": "Ingen memoer her.", "en": "No memos here."},
    "tagger.find_memo": {"da": "Søg i memoer", "en": "Search the memos"},
    "tagger.go_there": {"da": "Gå til stedet", "en": "Go to the place"},
    "tagger.about_tag": {"da": "Om mærkningen", "en": "On the tag"},
    "tagger.about_code": {"da": "Om koden", "en": "On the code"},
    "tagger.about_document": {"da": "Om dokumentet", "en": "On the document"},
    "tagger.about_project": {"da": "Om projektet", "en": "On the project"},
    "tagger.about_case": {"da": "Om casen", "en": "On the case"},
    "tagger.about_configuration": {"da": "Om konfigurationen", "en": "On the configuration"},
    "tagger.case": {"da": "Case", "en": "Case"},
    "tagger.group": {"da": "Gruppe", "en": "Group"},
    "tagger.any": {"da": "{name}: alle", "en": "{name}: all"},
    "tagger.find_document": {"da": "Find et dokument", "en": "Find a document"},
    "tagger.only_untagged": {"da": "uden mærkninger", "en": "untagged"},
    "tagger.only_stale": {"da": "forældede", "en": "stale"},
    "tagger.only_mine": {"da": "mine", "en": "mine"},
    "tagger.no_documents_here": {
        "da": "Intet dokument svarer til valget.",
        "en": "No document fits the choice.",
    },
    "tagger.document_progress": {
        "da": "{share} mærket · {mine} af {tags} mærkninger er mine",
        "en": "{share} tagged · {mine} of {tags} tags are mine",
    },
    "tagger.document_stale": {"da": "{count} forældede", "en": "{count} stale"},
    "tagger.document_stale.one": {"da": "1 forældet", "en": "1 stale"},
    "tagger.document_done": {"da": "færdig", "en": "done"},
    "tagger.done": {"da": "Jeg er færdig", "en": "I am done"},
    "tagger.is_done": {
        "da": "Gemt: du er færdig med dokumentet.",
        "en": "Saved: you are done with the document.",
    },
    "tagger.is_not_done": {
        "da": "Gemt: du er ikke færdig med dokumentet.",
        "en": "Saved: you are not done with the document.",
    },
    "tagger.find_text": {"da": "Søg i teksten", "en": "Search the text"},
    "tagger.find": {"da": "Søg", "en": "Search"},
    "tagger.how": {"da": "Hvordan der søges", "en": "How to search"},
    "tagger.how_exact": {"da": "som skrevet", "en": "as written"},
    "tagger.how_forms": {"da": "i alle ordformer", "en": "in all word forms"},
    "tagger.how_pattern": {"da": "regulært udtryk", "en": "regular expression"},
    "tagger.where": {"da": "Hvor der søges", "en": "Where to search"},
    "tagger.where_here": {"da": "i dokumentet", "en": "in the document"},
    "tagger.where_all": {"da": "i alle dokumenter", "en": "in all documents"},
    "tagger.hits": {"da": "{count} steder fundet.", "en": "{count} places found."},
    "tagger.hits.one": {"da": "Ét sted fundet.", "en": "One place found."},
    "tagger.many_hits": {
        "da": "Mere end {count} steder fundet; de første vises.",
        "en": "More than {count} places found; the first are shown.",
    },
    "tagger.hits_how": {
        "da": "Se på et sted, så kan det vælges til mærkning.",
        "en": "Look at a place, then it can be chosen for tagging.",
    },
    "tagger.hit": {"da": "Sted {number} af {count}", "en": "Place {number} of {count}"},
    "tagger.no_hits": {
        "da": "Der er ikke fundet noget. Søg først med f.",
        "en": "Nothing has been found. Search first with f.",
    },
    "tagger.tick_hit": {"da": "Mærk sted {number}", "en": "Tag place {number}"},
    "tagger.tag_hits": {"da": "Mærk de {count} valgte …", "en": "Tag the {count} chosen …"},
    "tagger.tag_hits.one": {"da": "Mærk det valgte …", "en": "Tag the chosen one …"},
    "tagger.show_coders": {"da": "Kodere", "en": "Coders"},
    "tagger.show_roles": {"da": "Roller", "en": "Roles"},
    "tagger.show_only": {"da": "Kun", "en": "Only"},
    "tagger.writing": {"da": "Når der markeres", "en": "When selecting"},
    "tagger.me": {"da": "{coder} (mig)", "en": "{coder} (me)"},
    "tagger.snap": {"da": "Hele ord", "en": "Whole words"},
    "tagger.snap_on": {"da": "Der markeres hele ord.", "en": "Whole words are selected."},
    "tagger.snap_off": {
        "da": "Der kan markeres dele af ord.",
        "en": "Parts of words can be selected.",
    },
    "tagger.correct": {"da": "Ret teksten", "en": "Correct the text"},
    "tagger.correct_text": {"da": "{speaker}, nummer {number}", "en": "{speaker}, number {number}"},
    "tagger.correct_verb": {"da": "Vis følgerne, og ret", "en": "Show what follows, then correct"},
    "tagger.correct_again": {"da": "Tryk igen for at rette.", "en": "Press again to correct."},
    "tagger.correct_lose": {"da": "Mærkninger må gerne gå tabt", "en": "Tags may be lost"},
    "tagger.corrected": {
        "da": "Teksten er rettet og gemt.",
        "en": "The text is corrected and saved.",
    },
    "tagger.outcome_kept": {
        "da": "{count} mærkninger bliver, hvor de er.",
        "en": "{count} tags stay where they are.",
    },
    "tagger.outcome_kept.one": {
        "da": "1 mærkning bliver, hvor den er.",
        "en": "1 tag stays where it is.",
    },
    "tagger.outcome_moved": {
        "da": "{count} mærkninger flytter med deres ord.",
        "en": "{count} tags move with their words.",
    },
    "tagger.outcome_moved.one": {
        "da": "1 mærkning flytter med sine ord.",
        "en": "1 tag moves with its words.",
    },
    "tagger.outcome_changed": {
        "da": "{count} mærkninger får ændrede ord.",
        "en": "{count} tags get changed words.",
    },
    "tagger.outcome_changed.one": {
        "da": "1 mærkning får ændrede ord.",
        "en": "1 tag gets changed words.",
    },
    "tagger.outcome_shortened": {
        "da": "{count} mærkninger mister nogle af deres ord.",
        "en": "{count} tags lose some of their words.",
    },
    "tagger.outcome_shortened.one": {
        "da": "1 mærkning mister nogle af sine ord.",
        "en": "1 tag loses some of its words.",
    },
    "tagger.outcome_lost": {"da": "{count} mærkninger går tabt.", "en": "{count} tags are lost."},
    "tagger.outcome_lost.one": {"da": "1 mærkning går tabt.", "en": "1 tag is lost."},
    "tagger.outcome_none": {"da": "Ingen mærkninger berøres.", "en": "No tags are touched."},
    "tagger.lost": {
        "da": "Kernen svarer ikke. Der venter intet.",
        "en": "The kernel does not answer. Nothing waits.",
    },
    "tagger.lost_waiting": {
        "da": "Kernen svarer ikke; {count} handlinger venter og gemmes, når den svarer.",
        "en": "The kernel does not answer; {count} acts wait and are saved when it does.",
    },
    "tagger.lost_waiting.one": {
        "da": "Kernen svarer ikke; 1 handling venter og gemmes, når den svarer.",
        "en": "The kernel does not answer; 1 act waits and is saved when it does.",
    },
    "tagger.found_again": {
        "da": "Kernen svarer igen; alt, der ventede, er gemt.",
        "en": "The kernel answers again; all that waited is saved.",
    },
    "tagger.not_done": {
        "da": "Kernen blev startet forfra, og det er uvist, om det blev gjort. Se efter, og gør det igen, hvis det mangler.",
        "en": "The kernel was started anew, and whether it was done is not known. Look, and do it again if it is missing.",
    },
    "tagger.unsaved": {
        "da": "Siden blev lukket, før kernen havde gemt {count} noter, memoer, rettelser eller lignende. Ord gemmes aldrig i browseren: se efter, hvad der mangler, og skriv det igen.",
        "en": "The page was closed before the kernel had saved {count} notes, memos, corrections or the like. Words are never kept in the browser: look what is missing, and write it again.",
    },
    "tagger.unsaved.one": {
        "da": "Siden blev lukket, før kernen havde gemt 1 note, memo, rettelse eller lignende. Ord gemmes aldrig i browseren: se efter, om den mangler, og skriv den igen.",
        "en": "The page was closed before the kernel had saved 1 note, memo, correction or the like. Words are never kept in the browser: look whether it is missing, and write it again.",
    },
    "tagger.typed": {
        "da": "Det skrevne er ikke gemt. Luk igen for at smide det væk.",
        "en": "What you wrote is not saved. Close again to throw it away.",
    },
    "tagger.text_changed": {
        "da": "En anden har rettet netop de ord. Se på teksten, som den nu er, og gør det igen.",
        "en": "Somebody else has corrected these very words. Look at the text as it is now, and do it again.",
    },
    "tagger.unknown": {
        "da": 'Siden bad om "{kind}", som ikke findes. Kør cellen igen.',
        "en": 'The page asked for "{kind}", which does not exist. Run the cell again.',
    },
    "tagger.odd": {
        "da": "Siden og kernen forstår ikke hinanden. Kør cellen igen.",
        "en": "The page and the kernel do not understand each other. Run the cell again.",
    },
    "tagger.no_documents": {
        "da": "Projektet har ingen dokumenter endnu. Tag nogle ind med project.import_documents(…).",
        "en": "The project has no documents yet. Bring some in with project.import_documents(…).",
    },
    "tagger.keys": {"da": "Taster", "en": "Keys"},
    "tagger.keys_mouse": {
        "da": "Med musen: markér for at mærke, dobbeltklik tager sætningen, tredobbelt klik turen, og et klik på en mærkning viser dens kort; træk i dens ender for at flytte dem.",
        "en": "With the mouse: select to tag, a double click takes the sentence, a triple click the turn, and a click on a tag shows its card; drag its ends to move them.",
    },
    "tagger.key_word": {"da": "et ord frem eller tilbage", "en": "a word on or back"},
    "tagger.key_sentence": {"da": "en sætning", "en": "a sentence"},
    "tagger.key_turn": {"da": "en tur", "en": "a turn"},
    "tagger.key_ends": {
        "da": "til begyndelsen eller slutningen",
        "en": "to the beginning or the end",
    },
    "tagger.key_extend": {"da": "sammen med dem: markér mere", "en": "with these: select more"},
    "tagger.key_whole": {
        "da": "hele sætningen, hele turen",
        "en": "the whole sentence, the whole turn",
    },
    "tagger.key_palette": {"da": "vælg en kode", "en": "choose a code"},
    "tagger.key_pinned": {
        "da": "koden med stjerne på den tast",
        "en": "the starred code on that key",
    },
    "tagger.key_repeat": {"da": "den seneste kode igen", "en": "the latest code again"},
    "tagger.key_next_tag": {"da": "næste og forrige mærkning", "en": "next and previous tag"},
    "tagger.key_bounds": {
        "da": "flyt mærkningens slutning, dens begyndelse",
        "en": "move the tag's end, its beginning",
    },
    "tagger.key_polarity": {"da": "fremmer, hæmmer", "en": "promotes, hinders"},
    "tagger.key_note": {"da": "note", "en": "note"},
    "tagger.key_remove": {"da": "fjern mærkningen", "en": "remove the tag"},
    "tagger.key_undo": {"da": "fortryd, gentag", "en": "undo, redo"},
    "tagger.key_search": {"da": "søg i teksten", "en": "search the text"},
    "tagger.key_next_hit": {
        "da": "næste og forrige sted, der er fundet",
        "en": "next and previous place found",
    },
    "tagger.key_correct": {"da": "ret teksten", "en": "correct the text"},
    "tagger.key_memo": {"da": "memo", "en": "memo"},
    "tagger.key_documents": {"da": "dokumenterne", "en": "the documents"},
    "tagger.key_back": {"da": "tilbage, hvor du kom fra", "en": "back to where you came from"},
    "tagger.key_hand_over": {
        "da": "det markerede til konfigurationerne (i hele arbejdsbordet)",
        "en": "what is selected to the configurations (in the whole workbench)",
    },
    "tagger.no_board": {
        "da": "Her er ingen konfigurationer at give det til. De er i icmo.Workbench.",
        "en": "There are no configurations here to give it to. They are in icmo.Workbench.",
    },
    "tagger.key_snap": {"da": "hele ord eller dele af ord", "en": "whole words or parts of words"},
    "tagger.key_leave": {"da": "slip markeringen", "en": "let go of the selection"},
    "tagger.key_keys": {"da": "denne liste", "en": "this list"},
    "search.pattern": {
        "da": "Det regulære udtryk {pattern} kan ikke læses ({reason}). Ret det, eller søg som skrevet.",
        "en": "The regular expression {pattern} cannot be read ({reason}). Mend it, or search as written.",
    },
    "help.tag": {
        "da": "Mærk et projekts dokumenter på en side for sig.",
        "en": "Tag a project's documents on a page of its own.",
    },
    "help.tag_document": {
        "da": "Dokumentet, der vises først.",
        "en": "The document that is shown first.",
    },
    "help.tag_no_browser": {
        "da": "Åbn ingen browser; sidens adresse skrives i stedet.",
        "en": "Open no browser; the page's address is printed instead.",
    },
    "tag.opens": {
        "da": "{coder} mærker i {project}. Luk siden og tryk Ctrl C her, når du er færdig; alt er gemt undervejs.",
        "en": "{coder} tags in {project}. Close the page and press Ctrl C here when you are done; everything is saved on the way.",
    },
    # ── demonstration and command ──────────────────────────────────────────────────────
    "demo.made": {
        "da": "Demonstrationen ligger i {folder}:",
        "en": "The demonstration is in {folder}:",
    },
    "demo.project": {
        "da": "{interviews} opdigtede interview, {statements} udsagn fra tavler, {tags} mærkninger og {configurations} konfigurationer",
        "en": "{interviews} invented interviews, {statements} statements of boards, {tags} tags and {configurations} configurations",
    },
    "demo.project_kept": {
        "da": "projektet er ændret siden sidst og er derfor ikke bygget om",
        "en": "the project was changed since last time and so was not built anew",
    },
    "demo.kept": {
        "da": "er ændret siden sidst og er derfor beholdt",
        "en": "was changed since last time and so was kept",
    },
    "demo.matrix": {
        "da": "hvor ofte hver mekanisme nævnes i hver kommune",
        "en": "how often each mechanism is spoken of in each municipality",
    },
    "demo.map": {
        "da": "kort over konfigurationerne, et for hver type indsats",
        "en": "maps of the configurations, one for each type of intervention",
    },
    "demo.goals": {
        "da": "hvor mange der nåede hvert mål, i hver kommune",
        "en": "how many reached each goal, in each municipality",
    },
    "demo.goals_figure": {
        "da": "det samme efter kategori ved indgangen",
        "en": "the same by category at entry",
    },
    "demo.survey": {
        "da": "hvad medarbejderne svarede i to runder",
        "en": "what staff answered in two waves",
    },
    "demo.report": {"da": "hele rapporten", "en": "the whole report"},
    "demo.notebooks": {
        "da": "notebooks i arbejdets rækkefølge",
        "en": "notebooks in the order of the work",
    },
    "lab.opens": {
        "da": "JupyterLab åbner {folder}. Luk med Ctrl+C.",
        "en": "JupyterLab opens {folder}. Close it with Ctrl+C.",
    },
    "lab.command": {
        "da": "Åbn notebooks med: {command}",
        "en": "Open the notebooks with: {command}",
    },
    "cli.warning": {"da": "Bemærk: {warning}", "en": "Note: {warning}"},
    "cli.next_add": {
        "da": "Læg nu transskriptionerne i det: icmo add {path} MAPPE --coder NAVN",
        "en": "Now put the transcripts into it: icmo add {path} FOLDER --coder NAME",
    },
    "cli.nothing_to_add": {
        "da": "Nævn filer eller en mappe, --cases eller --questions.",
        "en": "Name files or a folder, --cases or --questions.",
    },
    "cli.added_cases": {
        "da": "{path} kender nu {count} cases.",
        "en": "{path} now knows {count} cases.",
    },
    "cli.added_questions": {
        "da": "{path} har nu {count} evalueringsspørgsmål.",
        "en": "{path} now has {count} evaluation questions.",
    },
    "cli.rescued": {"da": "{table}: {read} reddet", "en": "{table}: {read} rescued"},
    "cli.rescued_again": {
        "da": "{count} lavet igen efter journalen",
        "en": "{count} made again from the journal",
    },
    "cli.rescued_lost": {"da": "{count} tabt", "en": "{count} lost"},
    "cli.rescued_into": {
        "da": "Det reddede projekt er {path}. Efterprøv det med `icmo check {path}`; slet den beskadigede fil, når du ikke skal bruge den mere.",
        "en": "The rescued project is {path}. Prove it with `icmo check {path}`; delete the damaged file when you no longer need it.",
    },
    "cli.sound": {
        "da": "{path} er i orden: {found}.",
        "en": "{path} is sound: {found}.",
    },
    "cli.backup": {
        "da": "Sikkerhedskopien ligger i {path} og er åbnet og fundet hel.",
        "en": "The backup is in {path}; it was opened and found whole.",
    },
    "cli.erase_sure": {
        "da": '"{what}" slettes fra {path}, dets kopier og eksporter, og det kan ikke fortrydes. Er du sikker?',
        "en": '"{what}" is erased from {path}, its backups and exports, and that cannot be undone. Are you sure?',
    },
    "cli.erased": {
        "da": "{characters} tegn er slettet. Kvittering: {receipt}.",
        "en": "{characters} characters were erased. Receipt: {receipt}.",
    },
    "cli.erased_file": {"da": "slettet: {name}", "en": "removed: {name}"},
    "cli.left_file": {
        "da": "kunne ikke slettes: {name}. Slet den selv.",
        "en": "could not be removed: {name}. Remove it yourself.",
    },
    "state.undone": {"da": "fortrudt", "en": "taken back"},
    "checked.structure": {"da": "Filen", "en": "File"},
    "checked.text": {"da": "Tekst", "en": "Text"},
    "checked.place": {"da": "Sted i", "en": "Place in"},
    "checked.code": {"da": "Kode", "en": "Code"},
    "checked.journal": {"da": "Journal", "en": "Journal"},
    "checked.access": {"da": "Adgangslog", "en": "Access log"},
    "accessed.created": {"da": "oprettede", "en": "made"},
    "accessed.opened": {"da": "åbnede", "en": "opened"},
    "accessed.read": {"da": "læste", "en": "read"},
    "accessed.backup": {"da": "tog en sikkerhedskopi", "en": "backed up"},
    "accessed.export": {"da": "eksporterede", "en": "exported"},
    "accessed.merged": {"da": "føjede en kopi ind", "en": "merged a copy"},
    "accessed.names": {"da": "ledte efter navne i", "en": "looked for names in"},
    "accessed.pseudonymised": {"da": "satte pseudonymer ind", "en": "put pseudonyms in"},
    "accessed.restored": {"da": "satte navne tilbage", "en": "put names back"},
    "accessed.erased": {"da": "slettede", "en": "erased"},
    "cli.made_project": {
        "da": "{path} er lavet. Læg transskriptioner i det med: icmo add {path} FILER",
        "en": "{path} is made. Put transcripts into it with: icmo add {path} FILES",
    },
    "cli.added": {
        "da": "{count} dokumenter er lagt i {path}.",
        "en": "{count} documents were added to {path}.",
    },
    "cli.map": {"da": "Kortet ligger i {path}.", "en": "The map is in {path}."},
    "cli.report": {"da": "Rapporten ligger i {path}.", "en": "The report is in {path}."},
    "cli.written": {"da": "{path} er skrevet.", "en": "{path} is written."},
    "codebook.same": {"da": "De to kodebøger er ens.", "en": "The two codebooks are the same."},
    "cli.error": {"da": "Fejl: {problem}", "en": "Error: {problem}"},
    # ── exports of the codebook ────────────────────────────────────────────────────────
    "export.suffix": {
        "da": "{file}: sådan en fil kan icmo ikke skrive her. Vælg et navn, der ender på en af: {suffixes}.",
        "en": "{file}: icmo cannot write such a file here. Choose a name that ends in one of: {suffixes}.",
    },
    "export.not_a_file": {
        "da": "{path} er ikke en almindelig fil og bliver ikke overskrevet. Vælg et andet navn.",
        "en": "{path} is no ordinary file and is not overwritten. Choose another name.",
    },
    "export.read_only": {
        "da": "{path} findes og er skrivebeskyttet. Fjern beskyttelsen, eller vælg et andet navn.",
        "en": "{path} exists and is read-only. Make it writable, or choose another name.",
    },
    "export.unwritable": {
        "da": "{path} kan ikke skrives ({reason}). Luk filen, hvis den er åben, eller vælg en anden mappe.",
        "en": "{path} cannot be written ({reason}). Close the file if it is open, or choose another folder.",
    },
    "export.no_checklists": {
        "da": 'Kodebogen "{codebook}" har hverken trin eller tjeklister. Skriv `steps:` eller `checklist:` under en kode.',
        "en": 'The codebook "{codebook}" has neither steps nor checklists. Write `steps:` or `checklist:` under a code.',
    },
    "export.no_guide": {
        "da": 'Kodebogen "{codebook}" stiller ikke GUIDE-spørgsmål om nogen principper. Skriv `questions:` og en familie med rollen principle.',
        "en": 'The codebook "{codebook}" asks no GUIDE questions about any principle. Write `questions:` and a family whose role is principle.',
    },
    "export.language": {
        "da": 'icmo skriver ikke på sproget "{language}". Skriv da eller en.',
        "en": 'icmo does not write in the language "{language}". Write da or en.',
    },
    "guide.unknown": {
        "da": 'kodebogen har intet princip "{code}".',
        "en": 'the codebook has no principle "{code}".',
    },
    "guide.no_principle": {
        "da": 'der stilles ikke GUIDE-spørgsmål om "{code}".',
        "en": 'no GUIDE questions are asked about "{code}".',
    },
    "guide.principles": {"da": "Skriv et af: {principles}.", "en": "Write one of: {principles}."},
    "guide.none": {
        "da": "Kodebogen har ingen principper, der spørges om; skriv en familie med rollen principle.",
        "en": "The codebook has no principles to ask about; write a family whose role is principle.",
    },
    "guide.G": {"da": "Retningsgivende (Guiding)", "en": "Guiding"},
    "guide.U": {"da": "Anvendelig (Useful)", "en": "Useful"},
    "guide.I": {"da": "Inspirerende (Inspiring)", "en": "Inspiring"},
    "guide.D": {"da": "Udviklende (Developmental)", "en": "Developmental"},
    "guide.E": {"da": "Evaluerbar (Evaluable)", "en": "Evaluable"},
    "export.guide": {"da": "Interviewguide", "en": "Interview guide"},
    "export.checklists": {"da": "Trin og tjeklister", "en": "Steps and checklists"},
    "export.version": {"da": "version {version}", "en": "version {version}"},
    "export.role": {"da": "rolle: {role}", "en": "role: {role}"},
    "export.under": {"da": "under {parent}", "en": "under {parent}"},
    "export.retired": {"da": "udgået", "en": "retired"},
    "export.include": {"da": "Hvornår", "en": "When to use"},
    "export.exclude": {"da": "Hvornår ikke", "en": "When not to"},
    "export.citation": {"da": "Kilde", "en": "Source"},
    "export.note": {"da": "Bemærkning", "en": "Note"},
    "export.conditions": {"da": "Betinger", "en": "Conditions"},
    "export.principle": {"da": "Princip", "en": "Principle"},
    "export.type": {"da": "Indsatstype", "en": "Type of intervention"},
    "export.see": {"da": "Se også", "en": "See also"},
    "export.suits": {"da": "Egner sig til", "en": "Suits"},
    "export.limits": {"da": "Begrænsninger", "en": "Limits"},
    "export.steps": {"da": "Trin", "en": "Steps"},
    "export.checklist": {"da": "Tjekliste", "en": "Checklist"},
    "export.axes": {"da": "Plads i modellen", "en": "Place in the model"},
    "axes.want": {"da": "vil", "en": "wants to"},
    "axes.can": {"da": "kan", "en": "can"},
    "axes.relation": {"da": "relation", "en": "relation"},
    "axes.course": {"da": "forløb", "en": "course"},
    "export.probe": {"da": "Opfølgning", "en": "Probe"},
    "export.date": {"da": "Dato", "en": "Date"},
    "export.case": {"da": "Case", "en": "Case"},
    "export.group": {"da": "Gruppe", "en": "Group"},
    "export.interviewer": {"da": "Interviewer", "en": "Interviewer"},
    "export.page": {"da": "Side {page} af {pages}", "en": "Page {page} of {pages}"},
    "export.sheet": {"da": "Koder", "en": "Codes"},
    # ── help of the command ────────────────────────────────────────────────────────────
    "cli.repaired": {
        "da": '"{document}": reparationer udført: {count}; venter på et menneske: {waiting}.',
        "en": '"{document}": repairs carried out: {count}; waiting for a person: {waiting}.',
    },
    "cli.more_rows": {
        "da": "… og {count} til. Med --csv skrives de alle.",
        "en": "… and {count} more. With --csv all are written.",
    },
    "cli.restore_key": {
        "da": "--restore kræver --key med nøglefilen.",
        "en": "--restore needs --key with the key file.",
    },
    "cli.restored": {
        "da": "Navnene er sat tilbage i {count} dokumenter. Sæt pseudonymerne ind igen, når du er færdig.",
        "en": "The names are back in {count} documents. Put the pseudonyms in again when you are done.",
    },
    "cli.decided": {
        "da": "{count} beslutninger er læst.",
        "en": "{count} decisions were read.",
    },
    "cli.signed": {
        "da": '"{document}" er underskrevet af den anden læser.',
        "en": '"{document}" is signed off by the second reader.',
    },
    "cli.accepted": {
        "da": "Der er sat pseudonymer ind på {places} steder i {documents} dokumenter. Navnene og de oprindelige tekster er i {key}; pas på filen og adgangskoden.",
        "en": "Pseudonyms stand at {places} places of {documents} documents. The names and the original texts are in {key}; take care of the file and its password.",
    },
    "cli.unsettled": {
        "da": "{count} ord med stort eller med cifre har ingen taget stilling til.",
        "en": "Nobody has settled {count} words with a capital or with digits.",
    },
    "cli.not_anonymous": {
        "da": "Teksterne er pseudonymiserede, ikke anonyme: de er stadig personoplysninger.",
        "en": "The texts are pseudonymised, not anonymous: they are still personal data.",
    },
    "cli.exists": {
        "da": "{path} findes allerede. Vælg et andet navn, eller fjern filen.",
        "en": "{path} exists already. Choose another name, or remove the file.",
    },
    "cli.persons_written": {
        "da": "{path} har {count} navne, steder og numre. Udfyld kolonnen decision (accept eller keep), og læs den ind med --decisions. Filen slettes, når pseudonymerne sættes ind.",
        "en": "{path} holds {count} names, places and numbers. Fill in the column decision (accept or keep), and read it with --decisions. The file is removed when the pseudonyms are put in.",
    },
    "cli.open_places": {
        "da": "{undecided} af {finds} fund og {unsettled} af {leftovers} andre ord er åbne",
        "en": "{undecided} of {finds} finds and {unsettled} of {leftovers} other words are open",
    },
    "cli.password": {
        "da": "{key}: adgangskoden mangler. Kør kommandoen i en terminal, eller sæt {variable}.",
        "en": "{key}: the password is missing. Run the command in a terminal, or set {variable}.",
    },
    "cli.password_ask": {"da": "Adgangskode til {key}", "en": "Password of {key}"},
    "column.before": {"da": "før", "en": "before"},
    "column.after": {"da": "efter", "en": "after"},
    "column.rule": {"da": "regel", "en": "rule"},
    "column.confidence": {"da": "sikkerhed", "en": "confidence"},
    "column.sentence": {"da": "sætning", "en": "sentence"},
    "column.person": {"da": "navn", "en": "name"},
    "column.pseudonym": {"da": "pseudonym", "en": "pseudonym"},
    "column.decision": {"da": "beslutning", "en": "decision"},
    "column.places": {"da": "steder", "en": "places"},
    "decision.accepted": {"da": "erstattes", "en": "replaced"},
    "decision.kept": {"da": "bliver stående", "en": "kept"},
    "pseudonymised.unchecked": {"da": "ikke set igennem", "en": "unchecked"},
    "pseudonymised.proposed": {"da": "forslag venter", "en": "proposed"},
    "pseudonymised.decided": {"da": "besluttet", "en": "decided"},
    "pseudonymised.signed_off": {"da": "underskrevet", "en": "signed off"},
    "pseudonymised.replaced": {"da": "pseudonymer sat ind", "en": "replaced"},
    "help.repair": {
        "da": "Udfør de sikre reparationer af en tekst, og vis de tvivlsomme.",
        "en": "Carry out the safe repairs of a text, and show the doubtful ones.",
    },
    "help.document": {"da": "Dokumentets navn eller id.", "en": "The document's name or id."},
    "help.documents": {
        "da": "Kun disse dokumenter; ellers alle uden pseudonymer.",
        "en": "Only these documents; else all without pseudonyms.",
    },
    "help.min_confidence": {
        "da": "Udfør også de forslag, der er mindst så sikre (0–1).",
        "en": "Also carry out proposals that are at least this sure (0–1).",
    },
    "help.add_repair": {
        "da": "Udfør de sikre reparationer, og vis de tvivlsomme.",
        "en": "Carry out the safe repairs, and show the doubtful ones.",
    },
    "help.repair_all": {
        "da": "Reparer også alt, der er mindst så sikkert (0–1).",
        "en": "Also repair all that is at least this sure (0–1).",
    },
    "help.pseudonymise": {
        "da": "Find navne og numre, beslut, og sæt pseudonymer ind.",
        "en": "Find names and numbers, decide, and put pseudonyms in.",
    },
    "help.persons_to": {
        "da": "Skriv navnene til et regneark (csv), der kan udfyldes.",
        "en": "Write the names to a spreadsheet (csv) to fill in.",
    },
    "help.decisions": {
        "da": "Læs beslutninger fra det udfyldte regneark.",
        "en": "Read decisions from the spreadsheet that was filled in.",
    },
    "help.sign_off": {
        "da": "Skriv under som anden læser.",
        "en": "Sign off as the second reader.",
    },
    "help.incomplete": {
        "da": "Også hvor der er fund uden beslutning.",
        "en": "Also where finds are not decided on.",
    },
    "help.restore": {
        "da": "Sæt navnene tilbage fra nøglefilen.",
        "en": "Bring the names back from the key file.",
    },
    "help.key": {
        "da": "Den krypterede nøglefil, uden for projektets mappe. Adgangskoden spørges der om; scripts bruger ICMO_KEY_PASSWORD.",
        "en": "The encrypted key file, outside the project's folder. The password is asked for; scripts use ICMO_KEY_PASSWORD.",
    },
    "help.icmo": {
        "da": "Fra transskriptioner til færdig evalueringsrapport: hvad virker, for hvem, i hvilken kontekst og hvorfor.",
        "en": "From transcripts to a finished evaluation report: what works, for whom, in which context, and why.",
    },
    "help.codebook": {
        "da": "Kodebøger: teorien, du koder med.",
        "en": "Codebooks: the theory you code with.",
    },
    "help.report": {
        "da": "Rapporten: kapitler bliver til sider.",
        "en": "The report: chapters become pages.",
    },
    "help.project": {
        "da": "Projektfilen, fx kib.icmo.",
        "en": "The project file, such as kib.icmo.",
    },
    "help.coder": {"da": "Dit navn som koder.", "en": "Your name as a coder."},
    "help.demo": {
        "da": "Byg demonstrationen af et opdigtet projekt, og åbn JupyterLab på den.",
        "en": "Build the demonstration of an invented project and open JupyterLab on it.",
    },
    "help.demo_folder": {"da": "Hvor den skal ligge.", "en": "Where to put it."},
    "help.no_browser": {
        "da": "Skriv kommandoen i stedet for at åbne JupyterLab.",
        "en": "Print the command instead of opening JupyterLab.",
    },
    "help.lab": {"da": "Åbn JupyterLab på en mappe.", "en": "Open JupyterLab on a folder."},
    "help.lab_folder": {"da": "Mappen med notebooks.", "en": "The folder of notebooks."},
    "help.new": {"da": "Lav en ny projektfil.", "en": "Make a new project file."},
    "help.new_path": {
        "da": "Projektets navn; .icmo sættes på.",
        "en": "The project's name; .icmo is added.",
    },
    "help.new_codebook": {
        "da": "En kodebogs fil, eller navnet på en af icmos egne: kib, recruitment, relation, outreach.",
        "en": "A codebook's file, or the name of one of icmo's own: kib, recruitment, relation, outreach.",
    },
    "help.add": {
        "da": "Læg transskriptioner i et projekt.",
        "en": "Put transcripts into a project.",
    },
    "help.json": {
        "da": "Skriv som json, så en maskine kan læse det.",
        "en": "Write json, for a machine to read.",
    },
    "help.cases": {
        "da": "En fil (csv, xlsx) om hver case: case, label og andre kolonner.",
        "en": "A file (csv, xlsx) about each case: case, label and other columns.",
    },
    "help.questions": {
        "da": "En fil (yaml) med evalueringens formål og spørgsmål.",
        "en": "A file (yaml) with the evaluation's purposes and questions.",
    },
    "help.history": {
        "da": "Fortæl hver ændring, der er gjort.",
        "en": "Tell every change ever made.",
    },
    "help.history_coder": {"da": "Kun denne koders.", "en": "Only this coder's."},
    "help.history_last": {"da": "Kun så mange af de seneste.", "en": "Only so many of the latest."},
    "help.undo": {
        "da": "Fortryd din seneste egen handling, også efter en genstart.",
        "en": "Take back your latest own act, also after a restart.",
    },
    "help.redo": {
        "da": "Gør det om, som du sidst fortrød.",
        "en": "Do again what you took back last.",
    },
    "help.check": {
        "da": "Efterprøv filen: struktur, tekster, steder, koder, journal og adgangslog.",
        "en": "Prove the file: structure, texts, places, codes, journal and access log.",
    },
    "help.check_rescue": {
        "da": "Red det, der kan læses i en beskadiget fil, over i et nyt projekt.",
        "en": "Rescue what can be read of a damaged file into a new project.",
    },
    "help.backup": {
        "da": "Tag en sikkerhedskopi, også mens andre arbejder, og åbn den.",
        "en": "Make a backup, also while others work, and open it.",
    },
    "help.backup_to": {
        "da": "Hvorhen; ellers ved siden af projektet.",
        "en": "Where to; otherwise beside the project.",
    },
    "help.erase": {
        "da": "Slet et dokument eller alt, hvad én deltager har sagt, uden spor.",
        "en": "Erase a document, or all that one participant said, without a trace.",
    },
    "help.erase_what": {
        "da": "Dokumentets navn, eller deltagerens, som det står foran replikkerne.",
        "en": "The document's name, or the participant's as it stands before the turns.",
    },
    "help.erase_reason": {
        "da": "Hvorfor; det står på kvitteringen.",
        "en": "Why; it stands on the receipt.",
    },
    "help.erase_yes": {"da": "Spørg ikke.", "en": "Do not ask."},
    "help.log": {
        "da": "Sig, hvem der åbnede, læste, eksporterede eller slettede hvad og hvornår.",
        "en": "Say who opened, read, exported or erased what and when.",
    },
    "help.merge": {
        "da": "Føj en anden kopi af projektet ind, som er arbejdet på et andet sted.",
        "en": "Merge in another copy of the project, worked on elsewhere.",
    },
    "help.merge_other": {
        "da": "Den anden kopi; den ændres ikke.",
        "en": "The other copy; it is not changed.",
    },
    "help.files": {"da": "Filer eller en mappe.", "en": "Files or a folder."},
    "help.attributes": {
        "da": "En csv-fil med file, name, case, group, kind, date og det, du ellers ved.",
        "en": "A csv file with file, name, case, group, kind, date and whatever else you know.",
    },
    "help.codebook_check": {
        "da": "Nævn hver fejl i kodebøger med dens linje.",
        "en": "Name every mistake in codebooks, each with its line.",
    },
    "help.codebook_files": {
        "da": "Kodebøgernes filer eller navne.",
        "en": "The codebooks' files or names.",
    },
    "help.codebook_show": {
        "da": "Vis en kodebog som et træ, eller én kode med alt, hvad der er sagt om den.",
        "en": "Show a codebook as a tree, or one code with everything said of it.",
    },
    "help.codebook_code": {"da": "Kun denne kode.", "en": "Only this code."},
    "help.codebook_diff": {
        "da": "Sig, hvad der er ændret fra én kodebog til en anden.",
        "en": "Say what changed from one codebook to another.",
    },
    "help.codebook_export": {
        "da": "Skriv en kodebog til kolleger: .md, .docx, .xlsx eller .csv.",
        "en": "Write a codebook for colleagues: .md, .docx, .xlsx or .csv.",
    },
    "help.codebook_to": {
        "da": "Filen; endelsen bestemmer formatet.",
        "en": "The file; its ending decides the format.",
    },
    "help.checklists": {
        "da": "Kun trin og tjeklister, til at krydse af.",
        "en": "Only steps and checklists, to tick off.",
    },
    "help.guide": {
        "da": "Interviewguiden: GUIDE-spørgsmålene til hvert princip.",
        "en": "The interview guide: the GUIDE questions for each principle.",
    },
    "help.principle": {
        "da": "Kun dette princips spørgsmål.",
        "en": "Only this principle's questions.",
    },
    "help.codebook_schema": {
        "da": "Skriv det skema, der får en editor til at kende kodebogens nøgler.",
        "en": "Write the schema that makes an editor know a codebook's keys.",
    },
    "help.schema_to": {
        "da": "Filen; ellers skrives det på skærmen.",
        "en": "The file; otherwise it is printed.",
    },
    "help.codebook_file": {
        "da": "Kodebogens fil eller navn.",
        "en": "The codebook's file or name.",
    },
    "help.language": {"da": "da eller en.", "en": "da or en."},
    "help.matrix": {"da": "Kryds cases med koder.", "en": "Cross cases with codes."},
    "help.matrix_rows": {
        "da": "Rækker: case, group, document, coder, en rolle eller et kendetegn ved dokumenterne.",
        "en": "Rows: case, group, document, coder, a role or an attribute of the documents.",
    },
    "help.matrix_columns": {
        "da": "Kolonner: en rolle, fx mechanism.",
        "en": "Columns: a role, such as mechanism.",
    },
    "help.matrix_together": {
        "da": "Tæl i stedet, hvilke koder der står sammen.",
        "en": "Count instead which codes stand together.",
    },
    "help.matrix_to": {
        "da": "Skriv til en fil: .csv, .html, .svg, .pdf eller .png.",
        "en": "Write to a file: .csv, .html, .svg, .pdf or .png.",
    },
    "help.agreement": {
        "da": "Vis, hvor enige koderne er, og hvor sikkert det er.",
        "en": "Show how far coders agree, and how sure that is.",
    },
    "help.agreement_by": {
        "da": "En række for hver: code, family, role, document, case eller all.",
        "en": "A row for each: code, family, role, document, case or all.",
    },
    "help.agreement_unit": {
        "da": "Hvad der bedømmes: character, turn, sentence, paragraph eller passage.",
        "en": "What is judged: character, turn, sentence, paragraph or passage.",
    },
    "help.agreement_coders": {
        "da": "Koderne, fx anna,bo; ellers alle, der deler dokumenter.",
        "en": "The coders, such as anna,bo; else all who share documents.",
    },
    "help.agreement_pairs": {
        "da": "Sammenlign to og to, hver på det, de deler.",
        "en": "Compare two and two, each on what they share.",
    },
    "help.agreement_finished": {
        "da": "Kun dokumenter, alle er færdige med.",
        "en": "Only documents that all have finished.",
    },
    "help.agreement_confused": {
        "da": "Vis i stedet, hvad koderne forveksler.",
        "en": "Show instead what the coders take for each other.",
    },
    "cli.suffix": {
        "da": "{path}: kan ikke skrive den slags fil. Brug en af: {suffixes}.",
        "en": "{path}: cannot write that kind of file. Use one of: {suffixes}.",
    },
    "help.matrix_count": {
        "da": "Hvad der tælles: passages, documents, cases, groups, words eller share.",
        "en": "What is counted: passages, documents, cases, groups, words or share.",
    },
    "help.csv": {
        "da": "Skriv som csv, så en maskine kan læse det.",
        "en": "Write csv, for a machine to read.",
    },
    "help.map_intervention": {
        "da": "Kun konfigurationer med denne indsats eller en, der hører under den.",
        "en": "Only configurations with this intervention or one that belongs to it.",
    },
    "help.report_build": {
        "da": "Kør kapitlerne ved siden af et projekt, og skriv rapporten som PDF, HTML eller Word.",
        "en": "Run the chapters beside a project and write the report as PDF, HTML or Word.",
    },
    "help.report_new": {
        "da": "Læg kapitler til en rapport ved siden af et projekt; det, der findes, røres ikke.",
        "en": "Lay out the chapters of a report beside a project; what is there stays as it is.",
    },
    "help.report_title": {"da": "Rapportens titel.", "en": "The report's title."},
    "help.report_to": {
        "da": "Hvad rapporten skrives som: pdf, html, docx; flere med komma imellem.",
        "en": "What the report is written as: pdf, html, docx; several with commas between.",
    },
    "help.report_language": {
        "da": "Rapportens sprog, da eller en; ellers projektets.",
        "en": "The report's language, da or en; else the project's.",
    },
    "help.report_afresh": {
        "da": "Kør også de kapitler, der er uændrede.",
        "en": "Run the unchanged chapters too.",
    },
    "help.report_code": {"da": "Vis også koden.", "en": "Show the code too."},
    # ── explanation ────────────────────────────────────────────────────────────────────
    "configuration.known": {
        "da": '{what}: "{value}" findes ikke. Brug en af: {known}.',
        "en": '{what}: there is no "{value}". Use one of: {known}.',
    },
    "configuration.of": {"da": "{k} af {n}", "en": "{k} of {n}"},
    "configuration.all_cases": {"da": "alle", "en": "all"},
    "configuration.by": {
        "da": 'Casene har ingen oplysning "{by}". Giv cases med den kolonne, fx fra project.cases().',
        "en": 'The cases have no attribute "{by}". Give cases with that column, as from project.cases().',
    },
    "configuration.turns": {
        "da": 'Forslag inden for "{within}" kræver replikker. Giv turns, fx fra project.turns().',
        "en": 'Proposals within "{within}" need turns. Give them, as from project.turns().',
    },
    "configuration.added": {"da": '"{title}" er kommet til.', "en": '"{title}" was added.'},
    "configuration.removed": {"da": '"{title}" er taget ud.', "en": '"{title}" was taken out.'},
    "configuration.same": {"da": "Intet er ændret.", "en": "Nothing has changed."},
    "configuration.part_added": {
        "da": '"{title}": {part} {name} er kommet til.',
        "en": '"{title}": the {part} {name} was added.',
    },
    "configuration.part_removed": {
        "da": '"{title}": {part} {name} er taget ud.',
        "en": '"{title}": the {part} {name} was taken out.',
    },
    "configuration.part_changed": {
        "da": '"{title}": {part} er ændret fra "{before}" til "{after}".',
        "en": '"{title}": the {part} changed from "{before}" to "{after}".',
    },
    "part.intervention": {"da": "indsatsen", "en": "intervention"},
    "part.context": {"da": "konteksten", "en": "context"},
    "part.mechanism": {"da": "mekanismen", "en": "mechanism"},
    "part.outcome": {"da": "udkommet", "en": "outcome"},
    "part.moderators": {"da": "moderatoren", "en": "moderator"},
    "part.for_whom": {"da": "målgruppen", "en": "target group"},
    "part.title": {"da": "titlen", "en": "title"},
    "part.sentence": {"da": "sætningen", "en": "sentence"},
    "part.status": {"da": "status", "en": "status"},
    "part.resource": {"da": "ressourcen", "en": "resource"},
    "part.reasoning": {"da": "ræsonnementet", "en": "reasoning"},
    "part.activation": {"da": "aktiveringen", "en": "activation"},
    "part.intended": {"da": "om udkommet var tilsigtet", "en": "intention of the outcome"},
    "part.sign": {"da": "om udkommet er godt eller dårligt", "en": "sign of the outcome"},
    "effect.precondition": {"da": "er en forudsætning for", "en": "is a precondition of"},
    "effect.strengthens": {"da": "styrker", "en": "strengthens"},
    "effect.weakens": {"da": "svækker", "en": "weakens"},
    "effect.blocks": {"da": "blokerer", "en": "blocks"},
    "map.cases": {"da": "{count}{more} cases", "en": "{count}{more} cases"},
    "map.cases.one": {"da": "1 case", "en": "1 case"},
    "map.against": {"da": "flere uddrag imod end for", "en": "more passages against than for"},
    "map.strengthens": {"da": "styrker", "en": "strengthens"},
    "map.weakens": {"da": "svækker", "en": "weakens"},
    "map.blocks": {"da": "blokerer", "en": "blocks"},
    "map.precondition": {"da": "er en forudsætning", "en": "is a precondition"},
    "map.outcome_negative": {"da": "dårligt udkomme", "en": "negative outcome"},
    "map.outcome_none": {"da": "intet udkomme", "en": "no outcome"},
    "map.readiness": {
        "da": "Båndets tykkelse: hvor mange cases der har belæg for mindst én konfiguration. Tomt: ingen konfiguration for den målgruppe.",
        "en": "The thickness of a band: how many cases support at least one configuration. Empty: no configuration for that target group.",
    },
    "relation.precedes": {"da": '"{one}" går forud for "{two}"', "en": '"{one}" precedes "{two}"'},
    "relation.combined_with": {
        "da": '"{one}" forenes med "{two}"',
        "en": '"{one}" is combined with "{two}"',
    },
    "relation.outcome_becomes_context": {
        "da": 'udkommet af "{one}" bliver kontekst for "{two}"',
        "en": 'the outcome of "{one}" becomes context of "{two}"',
    },
    "relation.rivals": {
        "da": '"{one}" er en anden forklaring end "{two}"',
        "en": '"{one}" rivals "{two}"',
    },
    "project.reason": {
        "da": "En konfiguration ændres ikke uden grund. Skriv i reason, hvorfor.",
        "en": "A configuration is not changed without a reason. Say why, in reason.",
    },
    "project.change_unknown": {
        "da": 'En konfiguration har ikke noget, der hedder "{name}". Brug en af: {known}.',
        "en": 'A configuration has nothing called "{name}". Use one of: {known}.',
    },
    "project.relation": {
        "da": 'projektet har ingen relation "{relation}". project.relations() viser dem, der er.',
        "en": 'the project has no relation "{relation}". project.relations() shows those there are.',
    },
    "project.relate_itself": {
        "da": "En konfiguration kan ikke sættes i forhold til sig selv. Nævn en anden.",
        "en": "A configuration cannot be related to itself. Name another one.",
    },
    "project.inferred": {
        "da": "Det, du selv slutter, kræver en note. Skriv, hvad du slutter det af.",
        "en": "What you infer yourself needs a note. Say what you infer it from.",
    },
    "project.evidence": {
        "da": 'Der er intet belæg "{evidence}". Se project.evidence().',
        "en": 'There is no evidence "{evidence}". See project.evidence().',
    },
    "project.case": {
        "da": 'Der er ingen case "{case}". Se project.cases().',
        "en": 'There is no case "{case}". See project.cases().',
    },
    "check.target": {
        "da": "belægget gælder {target}, som ikke findes",
        "en": "the evidence is about {target}, which is not there",
    },
    "claim.empty": {
        "da": "Et tema er tomt. Skriv en sætning, eller nævn temaets kode.",
        "en": "The claim is empty. Write a sentence, or name the code of its theme.",
    },
    "claim.question": {
        "da": 'Evalueringen stiller ikke spørgsmålet "{question}". Se project.questions().',
        "en": 'The evaluation does not ask "{question}". See project.questions().',
    },
    "claim.unknown": {
        "da": 'Der er intet tema "{claim}". Se project.claims().',
        "en": 'There is no claim "{claim}". See project.claims().',
    },
    "claim.place": {"da": "{file}, {entry}", "en": "{file}, {entry}"},
    "claim.no_list": {
        "da": "der mangler en liste under claims:. Skriv den.",
        "en": "there is no list under claims:. Write one.",
    },
    "claim.entry": {
        "da": "et tema skal have nøgler som text og evidence. Skriv dem.",
        "en": "a claim needs keys such as text and evidence. Write them.",
    },
    "claim.evidence": {
        "da": "hvert belæg skal have document og quote. Skriv dem.",
        "en": "each piece of evidence needs document and quote. Write them.",
    },
    "claim.board": {"da": "Udsagn, {case}", "en": "Statements, {case}"},
    "rating.level": {
        "da": "Niveauet {level} står ikke i rubrikken. Brug et af: {known}.",
        "en": "The rubric has no level {level}. Use one of: {known}.",
    },
    "rating.number": {
        "da": 'niveauet "{level}" er ikke et helt tal. Ret det.',
        "en": 'the level "{level}" is not a whole number. Mend it.',
    },
    "rating.level_used": {
        "da": "Niveauet {level} er brugt i vurderinger. Ret dem først, eller behold niveauet.",
        "en": "The level {level} is used by ratings. Change them first, or keep the level.",
    },
    "guide.strong": {"da": "alle vurderinger er høje", "en": "every rating is high"},
    "guide.weak": {"da": "en vurdering er den laveste", "en": "some rating is the lowest"},
    "guide.judges_differ": {
        "da": "bedømmere er langt fra hinanden: {cases}",
        "en": "judges are far apart: {cases}",
    },
    "guide.not_rated": {"da": "ikke vurderet", "en": "not rated"},
    "guide.no_passages": {
        "da": "vurderet uden kodede uddrag",
        "en": "rated without coded passages",
    },
    "act.change_configuration": {"da": "en ændret konfiguration", "en": "a changed configuration"},
    "history.change_configuration": {
        "da": 'ændrede konfigurationen "{title}"',
        "en": 'changed the configuration "{title}"',
    },
    "act.relate": {"da": "en relation", "en": "a relation"},
    "history.relate": {
        "da": "satte konfigurationer i forhold til hinanden",
        "en": "related configurations",
    },
    "act.remove_relation": {"da": "en fjernet relation", "en": "a removed relation"},
    "history.remove_relation": {
        "da": "fjernede en relation mellem konfigurationer",
        "en": "removed a relation between configurations",
    },
    "act.change_evidence": {"da": "et ændret belæg", "en": "changed evidence"},
    "history.change_evidence": {
        "da": 'ændrede et belæg i "{document}"',
        "en": 'changed evidence in "{document}"',
    },
    "act.remove_evidence": {"da": "et fjernet belæg", "en": "removed evidence"},
    "history.remove_evidence": {
        "da": 'fjernede et belæg i "{document}"',
        "en": 'removed evidence in "{document}"',
    },
    "act.add_claim": {"da": "et tema", "en": "a claim"},
    "history.add_claim": {"da": 'skrev temaet "{text}"', "en": 'wrote the claim "{text}"'},
    "act.change_claim": {"da": "et ændret tema", "en": "a changed claim"},
    "history.change_claim": {"da": 'ændrede temaet "{text}"', "en": 'changed the claim "{text}"'},
    "act.remove_claim": {"da": "et fjernet tema", "en": "a removed claim"},
    "history.remove_claim": {"da": "fjernede et tema", "en": "removed a claim"},
    "act.rate": {"da": "en vurdering", "en": "a rating"},
    "history.rate": {"da": "vurderede et princip i {case}", "en": "rated a principle in {case}"},
    "act.change_rubric": {"da": "en ændret rubrik", "en": "a changed rubric"},
    "history.change_rubric": {"da": "ændrede rubrikken", "en": "changed the rubric"},
    "act.set_threshold": {"da": "en ændret grænse", "en": "a changed threshold"},
    "history.set_threshold": {
        "da": "ændrede, hvor få der må vises",
        "en": "changed how few may be shown",
    },
    "threshold.kind": {
        "da": '"{kind}" har ingen grænse. Kendte: {known}.',
        "en": '"{kind}" has no threshold. Known: {known}.',
    },
    "threshold.number": {
        "da": 'En grænse er et helt tal fra 1 og op, ikke "{number}".',
        "en": 'A threshold is a whole number from 1, not "{number}".',
    },
    "help.outcomes_project": {
        "da": "Et projekt, hvis grænse for små tal gælder.",
        "en": "A project whose threshold for small numbers holds.",
    },
    "act.judge": {"da": "en bedømmelse", "en": "a judgement"},
    "history.judge": {"da": "bedømte et princip", "en": "judged a principle"},
    "act.summarise": {"da": "et resumé", "en": "a summary"},
    "history.summarise": {
        "da": "skrev resumeet af {code} i {case}",
        "en": "wrote the summary of {code} in {case}",
    },
    "act.import_claims": {"da": "temaer fra en fil", "en": "claims from a file"},
    "history.import_claims": {"da": "hentede {rows}", "en": "took in {rows}"},
    "act.import_ratings": {"da": "vurderinger fra en fil", "en": "ratings from a file"},
    "history.import_ratings": {"da": "hentede {rows}", "en": "took in {rows}"},
    "act.import_judgements": {"da": "bedømmelser fra en fil", "en": "judgements from a file"},
    "history.import_judgements": {"da": "hentede {rows}", "en": "took in {rows}"},
    "act.import_summaries": {"da": "resumeer fra en fil", "en": "summaries from a file"},
    "history.import_summaries": {"da": "hentede {rows}", "en": "took in {rows}"},
    "rows.changes": {
        "da": "{count} udgaver af konfigurationer",
        "en": "{count} versions of configurations",
    },
    "rows.changes.one": {
        "da": "{count} udgave af en konfiguration",
        "en": "{count} version of a configuration",
    },
    "kind.change": {"da": "udgaver af konfigurationer", "en": "versions of configurations"},
    "thing.change": {
        "da": "En udgave af en konfiguration ({reason})",
        "en": "A version of a configuration ({reason})",
    },
    "rows.relations": {"da": "{count} relationer", "en": "{count} relations"},
    "rows.relations.one": {"da": "{count} relation", "en": "{count} relation"},
    "kind.relation": {"da": "relationer", "en": "relations"},
    "thing.relation": {"da": "En relation ({kind})", "en": "A relation ({kind})"},
    "rows.claims": {"da": "{count} temaer", "en": "{count} claims"},
    "rows.claims.one": {"da": "{count} tema", "en": "{count} claim"},
    "kind.claim": {"da": "temaer", "en": "claims"},
    "thing.claim": {"da": 'Temaet "{text}"', "en": 'The claim "{text}"'},
    "rows.ratings": {"da": "{count} vurderinger", "en": "{count} ratings"},
    "rows.ratings.one": {"da": "{count} vurdering", "en": "{count} rating"},
    "kind.rating": {"da": "vurderinger", "en": "ratings"},
    "thing.rating": {
        "da": "Vurderingen af {principle} ({letter}) i {case}",
        "en": "The rating of {principle} ({letter}) in {case}",
    },
    "rows.rubric": {"da": "{count} niveauer", "en": "{count} levels"},
    "rows.rubric.one": {"da": "{count} niveau", "en": "{count} level"},
    "kind.rubric": {"da": "niveauer", "en": "levels"},
    "thing.rubric": {"da": "Niveauet {rubric}", "en": "The level {rubric}"},
    "rows.judgements": {"da": "{count} bedømmelser", "en": "{count} judgements"},
    "rows.judgements.one": {"da": "{count} bedømmelse", "en": "{count} judgement"},
    "kind.judgement": {"da": "bedømmelser", "en": "judgements"},
    "thing.judgement": {
        "da": "Bedømmelsen af {about} ({aspect})",
        "en": "The judgement of {about} ({aspect})",
    },
    "rows.summaries": {"da": "{count} resumeer", "en": "{count} summaries"},
    "rows.summaries.one": {"da": "{count} resumé", "en": "{count} summary"},
    "kind.summary": {"da": "resumeer", "en": "summaries"},
    "thing.summary": {"da": "Resumeet af {code} i {case}", "en": "The summary of {code} in {case}"},
    "help.map": {"da": "Tegn konfigurationerne.", "en": "Draw the configurations."},
    "help.map_to": {
        "da": "Filen: .svg, .pdf, .png, .graphml, eller .csv for stregerne.",
        "en": "The file: .svg, .pdf, .png, .graphml, or .csv for the lines.",
    },
    "help.map_level": {
        "da": "code eller parent: koder under samme overordnede kode er ét felt.",
        "en": "code or parent: codes under the same parent are one box.",
    },
    "help.map_by": {
        "da": "Et kort for hver: for_whom, group eller case. Kun som billede.",
        "en": "A map for each: for_whom, group or case. Only as a picture.",
    },
    "column.title": {"da": "Konfiguration", "en": "Configuration"},
    "column.supports": {"da": "uddrag for", "en": "passages for"},
    "column.supports_cases": {"da": "cases for", "en": "cases for"},
    "column.contradicts": {"da": "uddrag imod", "en": "passages against"},
    "column.contradicts_cases": {"da": "cases imod", "en": "cases against"},
    "column.qualifies": {"da": "nuancerer", "en": "qualify"},
    "column.inferred": {"da": "udledt", "en": "inferred"},
    "column.intervention": {"da": "Indsats", "en": "Intervention"},
    "column.context": {"da": "Kontekst", "en": "Context"},
    "column.mechanism": {"da": "Mekanisme", "en": "Mechanism"},
    "column.outcome": {"da": "Udkomme", "en": "Outcome"},
    "column.stratum": {"da": "Blandt", "en": "Among"},
    "column.counted": {"da": "holder i", "en": "holds in"},
    "column.exceptions": {"da": "undtagelser", "en": "exceptions"},
    "column.against": {"da": "taler imod", "en": "speak against"},
    "column.case": {"da": "Case", "en": "Case"},
    "column.finding": {"da": "Fund", "en": "Finding"},
    "column.codes": {"da": "mangler", "en": "missing"},
    "column.passages": {"da": "uddrag", "en": "passages"},
    "column.role": {"da": "Rolle", "en": "Role"},
    "column.code": {"da": "Kode", "en": "Code"},
    "column.cases": {"da": "cases", "en": "cases"},
    "column.times": {"da": "mødes", "en": "meet"},
    "column.apart": {"da": "hver for sig", "en": "apart"},
    "column.number": {"da": "nr.", "en": "no."},
    "column.document": {"da": "Dokument", "en": "Document"},
    "column.new": {"da": "nye", "en": "new"},
    "column.seen": {"da": "i alt", "en": "in all"},
    "column.low": {"da": "lavest", "en": "lowest"},
    "column.high": {"da": "højest", "en": "highest"},
    "column.ratio": {"da": "nyt mod basis", "en": "new to base"},
    "column.created": {"da": "Dato", "en": "Date"},
    "column.coder": {"da": "Hvem", "en": "Who"},
    "column.version": {"da": "udgave", "en": "version"},
    "column.reason": {"da": "Grund", "en": "Reason"},
    "column.principle": {"da": "Princip", "en": "Principle"},
    "column.letter": {"da": "", "en": ""},
    "column.words": {"da": "Fund", "en": "Finding"},
    "column.text": {"da": "Sætning", "en": "Sentence"},
    "finding.against": {"da": "uddrag taler imod", "en": "passages speak against"},
    "finding.no_mechanism_or_outcome": {
        "da": "indsats og kontekst uden mekanisme eller udkomme",
        "en": "intervention and context without mechanism or outcome",
    },
    "finding.outcome_without_mechanism": {
        "da": "udkomme uden mekanisme",
        "en": "outcome without mechanism",
    },
    "finding.none_found": {"da": "ledt efter, intet fundet", "en": "searched, none found"},
    "finding.never_coded": {"da": "koder, ingen har brugt", "en": "codes nobody has used"},
    "finding.not_looked_for": {"da": "ikke ledt efter", "en": "not looked for"},
    "reason.no_evidence": {"da": "uden belæg", "en": "without evidence"},
    "reason.no_question": {"da": "svarer ikke på noget spørgsmål", "en": "answers no question"},
    "reason.against": {"da": "mere taler imod end for", "en": "more speaks against than for"},
    "cli.orphans": {"da": "Temaer, der hænger i luften:", "en": "Claims that hang in the air:"},
    "cli.unanswered": {"da": "Spørgsmål uden svar:", "en": "Questions without an answer:"},
    "cli.nothing": {"da": "Intet at vise.", "en": "Nothing to show."},
    "help.configurations_basis": {
        "da": "Hvad regelmæssigheder bygger på: evidence (belæg for og imod) eller tags (koder).",
        "en": "What regularities rest on: evidence (for and against) or tags (codes).",
    },
    "help.configurations": {
        "da": "Vis konfigurationerne og det, de hviler på.",
        "en": "Show the configurations and what they rest on.",
    },
    "help.configurations_show": {
        "da": "Hvad der vises: sentences, evidence, patterns, regularities, disconfirming, left_out, proposals, saturation eller changes.",
        "en": "What is shown: sentences, evidence, patterns, regularities, disconfirming, left_out, proposals, saturation or changes.",
    },
    "help.configurations_level": {
        "da": "code, parent eller role: hvor tæt mønstre ligner hinanden.",
        "en": "code, parent or role: how closely patterns are alike.",
    },
    "help.configurations_by": {
        "da": "En oplysning om casene, der deler dem, fx team_type.",
        "en": "An attribute of the cases that divides them, such as team_type.",
    },
    "help.configurations_threshold": {
        "da": "Færre cases end dette tælles og nævnes ikke.",
        "en": "Fewer cases than this are neither counted nor named.",
    },
    "help.configurations_within": {
        "da": "Hvor koder mødes i forslag: passage, turn, neighbours eller document.",
        "en": "Where codes meet in proposals: passage, turn, neighbours or document.",
    },
    "help.guide_matrix": {
        "da": "Vis principperne efter bogstaverne G, U, I, D, E.",
        "en": "Show the principles by the letters G, U, I, D, E.",
    },
    "help.guide_show": {
        "da": "Hvad der vises: level, passages, cases, judges, gaps, claims eller questions.",
        "en": "What is shown: level, passages, cases, judges, gaps, claims or questions.",
    },
    "help.guide_by": {
        "da": "Del op efter case eller group.",
        "en": "Divide by case or group.",
    },
    "help.guide_principle": {
        "da": "Kun dette princip; med questions: spørgsmålene om det.",
        "en": "Only this principle; with questions: what to ask about it.",
    },
    # ── end of explanation ─────────────────────────────────────────────────────────────
    # ── outcomes and surveys ───────────────────────────────────────────────────────────
    "rules.sentence": {
        "da": "{title}. Mere end {border} timer om ugen i gennemsnit er mere end deltid; præcis {border} timer {exactly}. Varig beskæftigelse er {months} sammenhængende måneder i lønnet arbejde inden for de seneste {within}.",
        "en": "{title}. More than {border} hours a week on average is more than part-time; exactly {border} hours {exactly}. Sustained work is {months} consecutive months in paid work within the last {within}.",
    },
    "rules.exactly_full": {
        "da": "tæller som mere end deltid",
        "en": "count as more than part-time",
    },
    "rules.exactly_part": {"da": "tæller som deltid", "en": "count as part-time"},
    "rules.exactly_none": {"da": "tæller ingen af stederne", "en": "count as neither"},
    "rules.unknown": {
        "da": '"{name}": der er intet regelsæt og ingen fil med det navn. Regelsættene er: {known}.',
        "en": '"{name}": there is no set of rules and no file of that name. The sets are: {known}.',
    },
    "rules.empty": {
        "da": "filen har ingen regler. Tag udgangspunkt i en af dem, der følger med.",
        "en": "the file has no rules. Start from one of those that come with icmo.",
    },
    "rules.missing": {
        "da": "der mangler: {names}. Skriv det i filen.",
        "en": "missing: {names}. Write it in the file.",
    },
    "rules.number": {
        "da": '{name} er "{value}". Skriv et tal med punktum, såsom 18.5.',
        "en": '{name} is "{value}". Write a number with a point, such as 18.5.',
    },
    "rules.exactly": {
        "da": 'exactly er "{value}". Skriv en af: {known}.',
        "en": 'exactly is "{value}". Write one of: {known}.',
    },
    "rules.goals": {
        "da": "målene skal hedde 1, 2, 3 og så videre, det bedste først. Ret numrene.",
        "en": "goals must be called 1, 2, 3 and so on, the best first. Mend the numbers.",
    },
    "rules.status": {
        "da": "status skal være en liste af navne med hver sin betingelse. Skriv den sådan.",
        "en": "status must be names, each with a condition. Write it so.",
    },
    "rules.window": {
        "da": "sustained skal have months og within: hele tal, months højst within og within højst {most}. Ret dem.",
        "en": "sustained must have months and within: whole numbers, months at most within and within at most {most}. Mend them.",
    },
    "rules.word": {
        "da": 'betingelsen kender ikke "{word}". Brug: {known}, and, or, not.',
        "en": 'the condition does not know "{word}". Use: {known}, and, or, not.',
    },
    "rules.condition": {
        "da": 'betingelsen "{text}" giver ikke mening. Skriv den som: su or full_hours.',
        "en": 'the condition "{text}" makes no sense. Write it like: su or full_hours.',
    },
    "months.frame": {"da": "tabellen", "en": "the frame"},
    "months.no_files": {
        "da": "{path}: mappen har ingen filer, der kan læses. Læg filer her, der ender på {endings}.",
        "en": "{path}: the folder has no files that can be read. Put files here that end in {endings}.",
    },
    "months.ending": {
        "da": "{path}: den slags fil kan ikke læses. Gem måneder som en af: {endings}.",
        "en": "{path}: that kind of file cannot be read. Store months as one of: {endings}.",
    },
    "months.broken": {
        "da": "{source}: filen kan ikke læses som en tabel ({reason}). Åbn den, og se efter der.",
        "en": "{source}: the file cannot be read as a table ({reason}). Open it and look there.",
    },
    "months.wrong": {
        "da": "{source}: {count} fejl i {rows} rækker. Intet er talt.",
        "en": "{source}: {count} errors in {rows} rows. Nothing was counted.",
    },
    "months.mend": {
        "da": "Ret dem, eller udelad personer med fejl: without_wrong=True, eller --without-wrong; de bliver talt.",
        "en": "Mend them, or leave out persons with errors: without_wrong=True, or --without-wrong; they are counted.",
    },
    "months.none": {
        "da": "{source}: der er ingen måneder at tælle. Se efter, om det er den rigtige fil.",
        "en": "{source}: there are no months to count. Check that it is the right file.",
    },
    "months.more": {
        "da": "… og {count} mere af samme slags i kolonnen {column}.",
        "en": "… and {count} more of the kind in the column {column}.",
    },
    "months.place": {
        "da": "{file} række {row}, kolonne {column}",
        "en": "{file} row {row}, column {column}",
    },
    "months.empty": {
        "da": "cellen er tom. Skriv værdien; 0, hvis der ikke var noget.",
        "en": "the cell is empty. Write the value; 0 if there was nothing.",
    },
    "months.unreadable": {
        "da": '"{value}" kan ikke læses. Skriv måneder som 2022-12, timer som 18,5 eller 18.5, ja og nej som 1 og 0.',
        "en": '"{value}" cannot be read. Write months as 2022-12, hours as 18.5 or 18,5, yes and no as 1 and 0.',
    },
    "months.days": {
        "da": '"{value}" er ikke et antal dage i en måned. Skriv 0 til 31, eller 1 for ja.',
        "en": '"{value}" is no number of days in a month. Write 0 to 31, or 1 for yes.',
    },
    "months.hours_below": {
        "da": "{value} timer er mindre end ingen. Skriv 0 eller de rigtige timer.",
        "en": "{value} hours is less than none. Write 0 or the right hours.",
    },
    "months.hours_above": {
        "da": "{value} timer er mere, end ugen har. Skriv timer om ugen, ikke om måneden.",
        "en": "{value} hours is more than a week has. Write hours a week, not a month.",
    },
    "months.before_entry": {
        "da": "måneden {value} ligger før personens indgang. Ret indgangen, eller slet rækken.",
        "en": "the month {value} is before the person's entry. Mend the entry, or delete the row.",
    },
    "months.exit_first": {
        "da": "udgangen {value} ligger før indgangen. Ret den ene.",
        "en": "the exit {value} is before the entry. Mend one of them.",
    },
    "months.hours_pension": {
        "da": "{value} timer i en måned med førtidspension. Se efter, om det passer; hun tæller som i arbejde.",
        "en": "{value} hours in a month with a pension. Check that it is so; she counts as working.",
    },
    "months.outside": {
        "da": "måneden {value} ligger uden for den periode, der er bedt om. Ret den, eller spørg om en anden periode.",
        "en": "the month {value} is outside the period asked for. Mend it, or ask for another period.",
    },
    "months.comma": {
        "da": '"{value}" er læst som et dansk decimaltal.',
        "en": '"{value}" was read as a Danish decimal number.',
    },
    "months.danish_date": {
        "da": '"{value}" er læst som en dansk dato, dagen først.',
        "en": '"{value}" was read as a Danish date, the day first.',
    },
    "months.twice": {
        "da": "personen har den samme måned i række {value}. Slet den ene.",
        "en": "the person has the same month in row {value}. Delete one.",
    },
    "months.many": {
        "da": 'personen har "{value}" her og noget andet i {column} før. En person har kun én; ret den ene.',
        "en": 'the person has "{value}" here and something else in {column} before. A person has only one; mend one.',
    },
    "months.gap": {
        "da": "der mangler {value} måneder før denne. De tæller som uden arbejde; tilføj dem, hvis de er kendt.",
        "en": "{value} months before this one are missing. They count as without work; add them if they are known.",
    },
    "months.unknown_column": {
        "da": 'kolonnen "{value}" kendes ikke og bruges ikke. Kolonnerne er: {columns}.',
        "en": 'the column "{value}" is not known and not used. The columns are: {columns}.',
    },
    "months.missing_column": {
        "da": "kolonnen {column} mangler. Tilføj den.{value}",
        "en": "the column {column} is missing. Add it.{value}",
    },
    "months.no_column": {
        "da": "kolonnen {column} mangler; alle tæller som uden.",
        "en": "the column {column} is missing; everyone counts as without.",
    },
    "months.mixed_encodings": {
        "da": "linjen er ikke UTF-8 som de andre og er læst som cp1252. Se efter, at æ, ø og å er rigtige.",
        "en": "the line is not UTF-8 as the others are and was read as cp1252. Check that æ, ø and å are right.",
    },
    "months.old_encoding": {
        "da": "linjen er læst som cp1252, et ældre tegnsæt.",
        "en": "the line was read as cp1252, an older encoding.",
    },
    "outcomes.parts": {
        "da": "delene har ikke de samme personer som helheden. Se efter, at alle arbejdere kører den samme duckdb og læser de samme filer.",
        "en": "the parts do not hold the same persons as the whole. Check that all workers run the same duckdb and read the same files.",
    },
    "outcomes.by": {
        "da": 'der kan ikke opdeles efter "{by}". Vælg blandt: {known}.',
        "en": 'persons cannot be grouped by "{by}". Choose among: {known}.',
    },
    "outcomes.month": {
        "da": '"{month}" er ingen måned. Skriv den som 2022-12.',
        "en": '"{month}" is no month. Write it as 2022-12.',
    },
    "outcomes.measure": {
        "da": 'målingen "{measure}" findes ikke. Vælg en af: {known}.',
        "en": 'there is no measure "{measure}". Choose one of: {known}.',
    },
    "outcomes.agreed": {
        "da": "det aftalte antal er for hele kommunen eller projektet. Opdel højst efter case, og giv et tal for hver.",
        "en": "the number agreed is for the whole case or project. Group by case at most, and give a number for each.",
    },
    "outcome_name.goal": {"da": "Mål {goal}", "en": "Goal {goal}"},
    "outcome_name.goal_1_2": {"da": "Mål 1 og 2", "en": "Goals 1 and 2"},
    "outcome_name.all": {"da": "Alle", "en": "All"},
    "outcome_name.none": {"da": "Ingen", "en": "None"},
    "outcome_name.full": {"da": "Varig, mere end deltid", "en": "Sustained, more than part-time"},
    "outcome_name.part": {"da": "Varig, deltid", "en": "Sustained, part-time"},
    "outcome_name.education": {"da": "Uddannelse", "en": "Education"},
    "outcome_name.work_full": {
        "da": "Arbejde, mere end deltid",
        "en": "Work, more than part-time",
    },
    "outcome_name.work_part": {"da": "Arbejde, deltid", "en": "Work, part-time"},
    "outcome_name.fleksjob": {"da": "Fleksjob", "en": "Fleksjob"},
    "outcome_name.pension": {"da": "Førtidspension", "en": "Disability pension"},
    "outcome_name.company": {
        "da": "Praktik eller løntilskud",
        "en": "Placement or wage subsidy",
    },
    "outcome_name.benefit": {"da": "Ledig på ydelse", "en": "Unemployed on benefit"},
    "outcome_name.supported": {"da": "Selvforsørgende", "en": "Self-supporting"},
    "outcome_name.unknown": {"da": "Ukendt", "en": "Unknown"},
    "outcome.percent": {"da": "{share} %", "en": "{share}%"},
    "outcome.at": {"da": "Målt {at}.", "en": "Measured {at}."},
    "outcome.until": {"da": "Mål tæller til og med {end}.", "en": "Goals count until {end}."},
    "outcome.hidden": {
        "da": "* skjult: under {smallest} personer, eller så få kunne regnes ud af det.",
        "en": "* hidden: fewer than {smallest} persons, or so few could be worked out from it.",
    },
    "outcome.left_out": {
        "da": "{persons} personer ({rows} rækker) med fejl er udeladt.",
        "en": "{persons} persons ({rows} rows) with errors were left out.",
    },
    "figure.unknown": {
        "da": "der er ingen figur {number}. Figurerne er: {known}.",
        "en": "there is no figure {number}. The figures are: {known}.",
    },
    "figure.category": {
        "da": 'ingen er visiteret som "{category}". Kategorierne er: {known}.',
        "en": 'nobody is in the category "{category}". The categories are: {known}.',
    },
    "figure.title_1": {
        "da": "Deltagere efter visitationskategori",
        "en": "Participants by category at entry",
    },
    "figure.title_2": {
        "da": "Visitationskategori ved indgang, kommune for kommune",
        "en": "Category at entry, municipality by municipality",
    },
    "figure.title_3": {"da": "Målopfyldelse", "en": "Goals reached"},
    "figure.title_4": {
        "da": "Varig beskæftigelse efter opnået mål",
        "en": "Sustained work by goal reached",
    },
    "figure.title_5": {
        "da": "Mål 1 og 2 og varig beskæftigelse, hvor andelen {category} er størst",
        "en": "Goals 1 and 2 and sustained work where the share {category} is largest",
    },
    "figure.title_7": {
        "da": "Målopfyldelse efter visitationskategori",
        "en": "Goals reached by category at entry",
    },
    "figure.title_8": {
        "da": "Varig beskæftigelse efter opnået mål: {category}",
        "en": "Sustained work by goal reached: {category}",
    },
    "figure.title_9": {"da": "Status {at}: alle", "en": "Status {at}: all"},
    "figure.title_10": {"da": "Status {at}: {category}", "en": "Status {at}: {category}"},
    "figure.n": {"da": "{persons} deltagere.", "en": "{persons} participants."},
    "figure.note_day": {
        "da": "Et mål er nået med mindst én dag; hver person tæller én gang, ved sit højeste mål.",
        "en": "A goal is reached with at least one day; each person counts once, at her highest goal.",
    },
    "figure.note_after": {
        "da": "Varig beskæftigelse måles efter projektets slutning; nogle kan derfor være i arbejde uden at have nået et mål i projektet.",
        "en": "Sustained work is measured after the project's end; so some may be in work without having reached a goal in the project.",
    },
    "figure.note_whole": {
        "da": "Andele af alle kommunens deltagere.",
        "en": "Shares of all participants of the municipality.",
    },
    "figure.note_point": {
        "da": "Status er et øjebliksbillede og ikke det samme som varig beskæftigelse.",
        "en": "Status is one moment and not the same as sustained work.",
    },
    "course.title": {
        "da": "Akkumuleret målopfyldelse, måned for måned",
        "en": "Goals reached so far, month by month",
    },
    "course.note": {
        "da": "Andel af alle, der er kommet med til og med måneden. De lavere mål kan falde, når nogen når et højere.",
        "en": "Share of all who have entered by the month. The lower goals can fall as people reach a higher one.",
    },
    "course.described": {
        "da": "Akkumuleret målopfyldelse fra {first} til {last}.",
        "en": "Goals reached so far, from {first} to {last}.",
    },
    "course.goal": {
        "da": "{goal}: højest {highest} i {month}, {last} til sidst.",
        "en": "{goal}: highest {highest} in {month}, {last} at the end.",
    },
    "flow.title": {
        "da": "Veje fra visitation til status",
        "en": "Paths from category at entry to status",
    },
    "flow.stage_0": {"da": "Ved indgang", "en": "At entry"},
    "flow.stage_1": {"da": "Højeste mål", "en": "Highest goal"},
    "flow.stage_2": {"da": "Varigt", "en": "Sustained"},
    "flow.stage_3": {"da": "Status", "en": "Status"},
    "flow.step_1": {"da": "Fra indgang til mål", "en": "From entry to goal"},
    "flow.step_2": {"da": "Fra mål til varig beskæftigelse", "en": "From goal to sustained work"},
    "flow.step_3": {
        "da": "Fra varig beskæftigelse til status",
        "en": "From sustained work to status",
    },
    "flow.way": {
        "da": "{source} → {target}: {persons} ({share})",
        "en": "{source} → {target}: {persons} ({share})",
    },
    "survey.columns": {
        "da": "{name}: kolonnen {columns} mangler. Tilføj den.",
        "en": "{name}: the column {columns} is missing. Add it.",
    },
    "survey.answer": {
        "da": '{name} række {row}: svaret "{answer}" er ikke et tal ({count} i alt). Skriv et tal fra skalaen, eller lad cellen være tom.',
        "en": '{name} row {row}: the answer "{answer}" is no number ({count} in all). Write a number of the scale, or leave the cell empty.',
    },
    "survey.twice": {
        "da": '{name} række {row}: samme person har svaret på "{item}" to gange i {wave} ({count} i alt). Slet den ene række.',
        "en": '{name} row {row}: the same person answered "{item}" twice in {wave} ({count} in all). Delete one row.',
    },
    "survey.scale": {
        "da": 'svaret {answer} på "{item}" er ikke på skalaen {scale} ({count} i alt). Ret svaret, eller angiv en anden skala.',
        "en": 'the answer {answer} to "{item}" is not on the scale {scale} ({count} in all). Mend the answer, or give another scale.',
    },
    "survey.item": {
        "da": 'der er intet spørgsmål "{item}". Spørgsmålene er: {known}.',
        "en": 'there is no item "{item}". The items are: {known}.',
    },
    "survey.wave": {
        "da": "{wave}: {share} i høj grad (n = {n}; {missing} svarede ikke).",
        "en": "{wave}: {share} to a high degree (n = {n}; {missing} did not answer).",
    },
    "survey.change": {
        "da": "Ændring: {change} procentpoint.",
        "en": "Change: {change} percentage points.",
    },
    "survey.title": {
        "da": "Fra kommunernes selvevaluering: andel, der svarer i høj grad",
        "en": "From the self-evaluation: share that answers to a high degree",
    },
    "survey.note": {
        "da": "I høj grad: svar {high} på en skala fra {lowest} til {highest}. Andele af dem, der svarede. Ikke de samme personer i alle bølger.",
        "en": "To a high degree: answers {high} on a scale from {lowest} to {highest}. Shares of those who answered. Not the same persons in all waves.",
    },
    "survey.hidden": {
        "da": "* skjult: hviler på under {smallest} svar, eller så få kunne regnes ud af det.",
        "en": "* hidden: rests on fewer than {smallest} answers, or so few could be worked out from it.",
    },
    "outcomes.no_dask": {
        "da": "Dask er ikke installeret. Installér det med: pip install 'icmo[scale]'.",
        "en": "Dask is not installed. Install it with: pip install 'icmo[scale]'.",
    },
    "outcomes.no_cluster": {
        "da": "{address}: ingen Dask-scheduler svarer her. Se efter adressen, og at den kører.",
        "en": "{address}: no Dask scheduler answers here. Check the address, and that it runs.",
    },
    "survey.numbers": {
        "da": '"{text}" er ikke tal med komma imellem. Skriv dem som 4,5.',
        "en": '"{text}" is not numbers with commas between. Write them like 4,5.',
    },
    "cli.table": {
        "da": 'der er ingen tabel "{table}". Tabellerne er: {known}.',
        "en": 'there is no table "{table}". The tables are: {known}.',
    },
    "cli.no_picture": {
        "da": "tabellen {table} tegnes ikke sådan. Vælg --figure, --table flow eller --by month, eller skriv .csv.",
        "en": "the table {table} is not drawn so. Choose --figure, --table flow or --by month, or write .csv.",
    },
    "cli.months": {
        "da": "{persons} personer, {rows} måneder, {period}.",
        "en": "{persons} persons, {rows} months, {period}.",
    },
    "help.outcomes": {
        "da": "Tæl mål, varig beskæftigelse og status ud fra personers måneder.",
        "en": "Count goals, sustained work and status from persons' months.",
    },
    "help.outcomes_months": {
        "da": "Måneder: .csv, .csv.gz, .parquet eller en mappe af dem.",
        "en": "Months: .csv, .csv.gz, .parquet or a folder of them.",
    },
    "help.outcomes_table": {
        "da": "Tabellen: attainment, sustained, status, transition, flow, cases; check viser kun, hvad der er galt.",
        "en": "The table: attainment, sustained, status, transition, flow, cases; check only shows what is wrong.",
    },
    "help.outcomes_by": {
        "da": "Opdel efter case, category, month, flere med komma.",
        "en": "Group by case, category, month, several with commas.",
    },
    "help.outcomes_at": {
        "da": "Måneden, der måles i, såsom 2023-02; ellers den sidste.",
        "en": "The month of measurement, such as 2023-02; else the last.",
    },
    "help.outcomes_end": {
        "da": "Projektets sidste måned; senere nås ingen mål.",
        "en": "The project's last month; later no goal is reached.",
    },
    "help.outcomes_current": {
        "da": "Månedens mål i stedet for de akkumulerede.",
        "en": "The goals of the month instead of those so far.",
    },
    "help.outcomes_codes": {
        "da": "MONTHS er ugentlige koder; denne fil siger, hvad hver kode er.",
        "en": "MONTHS are weekly codes; this file says what each code is.",
    },
    "help.outcomes_hours": {
        "da": "Med --codes: timer pr. person og måned (person, month, hours).",
        "en": "With --codes: hours per person and month (person, month, hours).",
    },
    "help.outcomes_rules": {
        "da": "Reglerne: hours, benefit eller en fil.",
        "en": "The rules: hours, benefit or a file.",
    },
    "help.outcomes_agreed": {
        "da": "En fil over cases med kolonnen agreed_number.",
        "en": "A file of cases with the column agreed_number.",
    },
    "help.outcomes_figure": {
        "da": "Tallene til en figur: 1–5 eller 7–10.",
        "en": "The numbers of a figure: 1–5 or 7–10.",
    },
    "help.outcomes_smallest": {
        "da": "Færre end dette vises ikke.",
        "en": "Fewer than this are not shown.",
    },
    "help.outcomes_without": {
        "da": "Udelad personer med fejl, og tæl dem.",
        "en": "Leave out persons with errors, and count them.",
    },
    "help.outcomes_scheduler": {
        "da": "Regn på Dask-klyngen på denne adresse.",
        "en": "Count on the Dask cluster at this address.",
    },
    "help.survey": {
        "da": "Tæl svar bølge for bølge, eller udsagnstavler efter tema.",
        "en": "Count answers wave by wave, or statement boards by theme.",
    },
    "help.survey_answers": {
        "da": "Svar: respondent, case, role, wave, item, answer. Eller udsagn, med --boards.",
        "en": "Answers: respondent, case, role, wave, item, answer. Or statements, with --boards.",
    },
    "help.survey_by": {
        "da": "Opdel efter case, role eller begge.",
        "en": "Group by case, role or both.",
    },
    "help.survey_items": {
        "da": "En fil med item og text.",
        "en": "A file with item and text.",
    },
    "help.survey_high": {
        "da": "Svar, der er i høj grad.",
        "en": "Answers that are to a high degree.",
    },
    "help.survey_scale": {
        "da": "Alle svar, lavest først.",
        "en": "All answers, the lowest first.",
    },
    "help.survey_boards": {
        "da": "Filen er udsagn; tæl dem efter tema.",
        "en": "The file is statements; count them by theme.",
    },
    "weeks.hours": {
        "da": "{file} mangler kolonnerne {columns}. Tilføj dem.",
        "en": "{file} lacks the columns {columns}. Add them.",
    },
    "weeks.number": {
        "da": '{file}, linje {line}: "{cell}" er ikke et timetal. Skriv et tal som 18,5.',
        "en": '{file}, line {line}: "{cell}" is no number of hours. Write a number such as 18.5.',
    },
    "weeks.hours_alone": {
        "da": "--hours hører til ugentlige koder: angiv også --codes.",
        "en": "--hours goes with weekly codes: give --codes too.",
    },
    "weeks.columns": {
        "da": "ugerne mangler kolonnen {columns}. Tilføj den.",
        "en": "the weeks lack the column {columns}. Add it.",
    },
    "weeks.codes": {
        "da": "{count} koder kendes ikke: {codes}. Skriv dem i filen over koder, eventuelt under none.",
        "en": "{count} codes are not known: {codes}. Write them in the file of codes, if need be under none.",
    },
    "weeks.week": {
        "da": '"{week}" er ingen uge. Skriv den som 2022-W05.',
        "en": '"{week}" is no week. Write it as 2022-W05.',
    },
    "weeks.flag": {
        "da": '"{flag}" kendes ikke. Brug: {known}.',
        "en": '"{flag}" is not known. Use: {known}.',
    },
    "weeks.part": {
        "da": '"{part}" er ingen kode. Skriv tal eller et spænd, såsom 651-652.',
        "en": '"{part}" is no code. Write numbers or a span, such as 651-652.',
    },
    "weeks.twice": {
        "da": "koden {code} står to steder. Slet den det ene.",
        "en": "the code {code} stands in two places. Delete one.",
    },
    # ── interchange ────────────────────────────────────────────────────────────────────
    "act.import_file": {"da": "en fil fra et andet program", "en": "another program's file"},
    "history.import_file": {
        "da": "tog en fil fra et andet program ind: {rows}",
        "en": "took in another program's file: {rows}",
    },
    "rows.kept": {
        "da": "{count} dele fra andre programmer, gemt",
        "en": "{count} pieces of other programs, kept",
    },
    "rows.kept.one": {
        "da": "{count} del fra et andet program, gemt",
        "en": "{count} piece of another program, kept",
    },
    "thing.kept": {"da": "noget fra et andet program", "en": "something of another program"},
    "exchange.taken": {"da": "Taget ind: {rows}.", "en": "Taken: {rows}."},
    "exchange.there": {"da": "Var her i forvejen: {rows}.", "en": "Was here already: {rows}."},
    "refi.no_file": {
        "da": "{path}: det er ikke en almindelig fil. Angiv selve filen.",
        "en": "{path}: this is no ordinary file. Name the file itself.",
    },
    "refi.no_zip": {
        "da": "filen er ikke et REFI-QDA-projekt, eller den er beskadiget. Eksportér den igen fra programmet.",
        "en": "the file is no REFI-QDA project, or it is damaged. Export it again from the program.",
    },
    "refi.damaged": {
        "da": "{name} i filen er beskadiget. Eksportér projektet igen.",
        "en": "{name} in the file is damaged. Export the project again.",
    },
    "refi.members": {
        "da": "filen har flere end {limit} dele; det har intet projekt.",
        "en": "the file has more than {limit} members; no project has.",
    },
    "refi.twice": {
        "da": "filen har to dele med navnet {name}, og det kan ikke afgøres, hvilken der gælder.",
        "en": "the file has two members named {name}, and nobody can tell which one holds.",
    },
    "refi.locked": {
        "da": "{name} i filen er låst med en adgangskode. Eksportér projektet uden.",
        "en": "{name} in the file is locked with a password. Export the project without one.",
    },
    "refi.large": {
        "da": "{name} fylder mere, end et projekts tekst kan. Eksportér uden lyd og film.",
        "en": "{name} is larger than the text of a project can be. Export without sound and film.",
    },
    "refi.no_qde": {
        "da": "filen har intet projekt (.qde) i sig. Eksportér som REFI-QDA-projekt.",
        "en": "the file has no project (.qde) in it. Export it as a REFI-QDA project.",
    },
    "refi.many_qde": {
        "da": "filen har flere projekter (.qde) i sig, og det kan ikke afgøres, hvilket der gælder.",
        "en": "the file has several projects (.qde) in it, and nobody can tell which one holds.",
    },
    "refi.deep": {
        "da": "elementerne er stablet mere end {limit} dybt; det er intet projekt.",
        "en": "the elements are more than {limit} deep; this is no project.",
    },
    "refi.elements": {
        "da": "filen har flere end {limit} elementer; det har intet projekt.",
        "en": "the file has more than {limit} elements; no project has.",
    },
    "refi.attribute": {
        "da": "en egenskab eller en tekst i filen er for lang til at være ægte.",
        "en": "an attribute or a text in the file is too long to be true.",
    },
    "refi.root": {
        "da": "filen begynder med {name} og ikke med et projekt eller en kodebog. Eksportér som REFI-QDA.",
        "en": "the file begins with {name} and not with a project or a codebook. Export it as REFI-QDA.",
    },
    "refi.no_codebook": {
        "da": "filen er ingen kodebog (.qdc). Eksportér kodebogen som REFI-QDA.",
        "en": "the file is no codebook (.qdc). Export the codebook as REFI-QDA.",
    },
    "refi.doctype": {
        "da": "filen har en DOCTYPE, som kan hente eller mangedoble tekst, og bliver ikke læst.",
        "en": "the file has a DOCTYPE, which could fetch or multiply text, and is not read.",
    },
    "refi.no_xml": {
        "da": "XML'en er i stykker ved linje {line}. Eksportér igen.",
        "en": "the XML is broken at line {line}. Export it again.",
    },
    "refi.program": {
        "da": "der skrives ikke særskilt til {program}. Vælg mellem {known}, eller udelad det.",
        "en": "nothing is written specially for {program}. Choose one of {known}, or leave it out.",
    },
    "refi.invalid": {
        "da": "{path} blev ikke skrevet, for det ville stride mod REFI-QDA's skema ({problem}).",
        "en": "{path} was not written, for it would be against the schema of REFI-QDA ({problem}).",
    },
    "refi.left_out": {
        "da": "Kun i icmos eget arkiv og ikke i filen: historik, adgangslog, kvitteringer, tidligere udgaver af tekster og beslutninger om navne.",
        "en": "Only in icmo's own archive and not in the file: history, access log, receipts, earlier versions of texts and decisions on names.",
    },
    "refi.unfit": {
        "da": "{count} dele fra andre programmer passer ikke i REFI-QDA's skema og er udeladt.",
        "en": "{count} pieces of other programs do not fit the schema of REFI-QDA and were left out.",
    },
    "refi.unfit.one": {
        "da": "En del fra et andet program passer ikke i REFI-QDA's skema og er udeladt.",
        "en": "One piece of another program does not fit the schema of REFI-QDA and was left out.",
    },
    "refi.no_path": {
        "da": "filen siger ikke, hvor teksten er",
        "en": "the file does not say where the text is",
    },
    "refi.no_member": {"da": "teksten er ikke i filen", "en": "the text is not in the file"},
    "refi.outside": {
        "da": "teksten ligger uden for filen og bliver ikke hentet",
        "en": "the text is outside the file and is not fetched",
    },
    "refi.no_text": {
        "da": "teksten kan ikke læses som tekst",
        "en": "the text cannot be read as text",
    },
    "refi.no_source": {
        "da": "{name}: {why}. Kilden er gemt med sine markeringer og skrives med ud igen.",
        "en": "{name}: {why}. The source is kept with its passages and written out again.",
    },
    "refi.sources_left_out": {
        "da": "{count} kilder uden tekst her er ikke med i filen, for programmet standser ved dem. De kommer tilbage med noten.",
        "en": "{count} sources without a text here are not in the file, for the program stops at them. They come back with the note.",
    },
    "refi.sources_left_out.one": {
        "da": "En kilde uden tekst her er ikke med i filen, for programmet standser ved den. Den kommer tilbage med noten.",
        "en": "One source without a text here is not in the file, for the program stops at it. It comes back with the note.",
    },
    "refi.unused": {
        "da": "{count} dele af filen bruges ikke til noget: {names}.",
        "en": "{count} members of the file are used for nothing: {names}.",
    },
    "refi.unused.one": {
        "da": "En del af filen bruges ikke til noget: {names}.",
        "en": "One member of the file is used for nothing: {names}.",
    },
    "refi.unplaced": {
        "da": "{count} markeringer kunne ikke placeres i teksten; de er gemt og skrives med ud igen.",
        "en": "{count} passages could not be placed in the text; they are kept and written out again.",
    },
    "refi.unplaced.one": {
        "da": "En markering kunne ikke placeres i teksten; den er gemt og skrives med ud igen.",
        "en": "One passage could not be placed in the text; it is kept and written out again.",
    },
    "refi.unknown_coder": {"da": "ukendt koder", "en": "unknown coder"},
    "refi.unknown_code": {"da": "ukendt kode {number}", "en": "unknown code {number}"},
    "refi.dangling_codes": {
        "da": "{count} koder bruges på markeringer, men står ikke i filens kodebog; de hedder nu «ukendt kode».",
        "en": "{count} codes stand on passages but not in the file's codebook; they are now called “unknown code”.",
    },
    "refi.dangling": {
        "da": "Casen {case} peger på en kilde, der ikke er i filen; det er gemt.",
        "en": "The case {case} points to a source that is not in the file; this is kept.",
    },
    "refi.nameless": {"da": "uden navn", "en": "nameless"},
    "refi.undefined": {"da": "(ikke beskrevet)", "en": "(not described)"},
    "refi.codes": {"da": "Koder", "en": "Codes"},
    "refi.family": {"da": "familie: {family}", "en": "family: {family}"},
    "refi.include": {"da": "Inkluder", "en": "Include"},
    "refi.exclude": {"da": "Ekskluder", "en": "Exclude"},
    "refi.example": {"da": "Eksempel", "en": "Example"},
    "refi.code_note": {"da": "kode: {code}", "en": "code: {code}"},
    "refi.promotes": {"da": "fremmende", "en": "promotes"},
    "refi.hinders": {"da": "hæmmende", "en": "hinders"},
    "refi.memo": {"da": "memo", "en": "memo"},
    "refi.claim": {"da": "tema", "en": "claim"},
    "refi.rating": {"da": "vurdering: {about}", "en": "rating: {about}"},
    "refi.judgement": {"da": "bedømmelse: {about}", "en": "judgement: {about}"},
    "refi.summary": {"da": "resumé: {about}", "en": "summary: {about}"},
    "refi.evidence": {"da": "belæg, {stance}", "en": "evidence, {stance}"},
    "refi.moved": {
        "da": "{document}: en markering fra et andet program passer ikke længere til teksten og er udeladt.",
        "en": "{document}: a passage of another program no longer fits the text and was left out.",
    },
    "refi.other_codebook": {
        "da": "Kodebogen {codebook} er en anden udgave i filen; projektets egen gælder.",
        "en": "The codebook {codebook} is another version in the file; the project's own holds.",
    },
    "refi.code_changed": {
        "da": "Koden {code} har fået andre ord i det andet program; de gælder.",
        "en": "The code {code} was given other words in the other program; they hold.",
    },
    "refi.case_changed": {
        "da": "Casen {case} har fået andre oplysninger i det andet program; de gælder.",
        "en": "What is known of the case {case} was changed in the other program; that holds.",
    },
    "refi.memo_changed": {
        "da": "Memoet {memo} blev ændret i det andet program; ændringen gælder.",
        "en": "The memo {memo} was changed in the other program; the change holds.",
    },
    "refi.renamed": {
        "da": "{before} hedder {after} i det andet program; det gælder.",
        "en": "{before} is called {after} in the other program; that holds.",
    },
    "refi.changed_text": {
        "da": "{name}: teksten blev ændret i det andet program; belæg er fundet på deres ord.",
        "en": "{name}: the text was changed in the other program; evidence was found by its words.",
    },
    "refi.evidence_lost": {
        "da": "{count} belæg fandt ikke deres ord igen.",
        "en": "{count} evidence rows did not find their words again.",
    },
    "refi.evidence_lost.one": {
        "da": "Et belæg fandt ikke sine ord igen.",
        "en": "One evidence row did not find its words again.",
    },
    "refi.codes_lost": {
        "da": "Konfigurationer bruger koder, som filen ikke har: {codes}.",
        "en": "Configurations use codes that the file does not have: {codes}.",
    },
    "refi.carrier_damaged": {
        "da": "{count} linjer af icmos egen note kunne ikke læses; det andet program har ændret dem.",
        "en": "{count} lines of icmo's own note could not be read; the other program has changed them.",
    },
    "refi.carrier_damaged.one": {
        "da": "En linje af icmos egen note kunne ikke læses; det andet program har ændret den.",
        "en": "One line of icmo's own note could not be read; the other program has changed it.",
    },
    "refi.sets_as_variables": {
        "da": "{count} sæt af kilder ligner variabler (som «{name}»); de er gemt som sæt.",
        "en": "{count} sets of sources look like variables (such as “{name}”); they are kept as sets.",
    },
    "refi.sets_as_variables.one": {
        "da": "Et sæt af kilder ligner en variabel («{name}»); det er gemt som sæt.",
        "en": "One set of sources looks like a variable (“{name}”); it is kept as a set.",
    },
    "refi.unit_code_point": {"da": "tegn (code points)", "en": "code points"},
    "refi.unit_utf16": {"da": "UTF-16-enheder", "en": "UTF-16 units"},
    "refi.unit_byte": {"da": "byte", "en": "bytes"},
    "refi.ends_file": {"da": "linjeskift som i filen", "en": "line ends as in the file"},
    "refi.ends_one": {"da": "linjeskift som ét tegn", "en": "line ends as one character"},
    "refi.with_mark": {"da": ", byte order mark talt med", "en": ", byte order mark counted"},
    "refi.placed": {
        "da": "Tekster: {texts}, talt i {unit}, {ends}{mark}. Passager: {passages}, heraf {named} kendt på deres første ord, {bounded} kun på ordgrænser, {lost} ikke placeret.",
        "en": "Texts: {texts}, counted in {unit}, {ends}{mark}. Passages: {passages}, of which {named} known by their first words, {bounded} only by the bounds of words, {lost} not placed.",
    },
    "dump.none": {
        "da": "{path}: filen er ikke et projekt skrevet som linjer. Skriv et med `icmo export --to jsonl`.",
        "en": "{path}: the file is no project written as lines. Write one with `icmo export --to jsonl`.",
    },
    "dump.version": {
        "da": "{path}: linjerne er skrevet af en anden udgave af icmo ({version}, her {known}). Skriv dem igen fra projektet.",
        "en": "{path}: the lines were written by another version of icmo ({version}, here {known}). Write them again from the project.",
    },
    "dump.row": {
        "da": "{path}, linje {line}: linjen er beskadiget eller hører ikke til et projekt. Skriv filen igen fra projektet.",
        "en": "{path}, line {line}: the line is damaged or belongs to no project. Write the file again from the project.",
    },
    "dump.twice": {
        "da": "{path}, linje {line}: den samme række står to gange. Fjern den ene.",
        "en": "{path}, line {line}: the same row stands there twice. Take one of them away.",
    },
    "dump.incomplete": {
        "da": "{path}: filen mangler projektets begyndelse. Skriv den igen fra projektet.",
        "en": "{path}: the file lacks the beginning of a project. Write it again from the project.",
    },
    "sheet.table": {
        "da": "der er ingen tabel med navnet {name}. Vælg mellem {known}.",
        "en": "there is no table called {name}. Choose one of {known}.",
    },
    "sheet.single": {
        "da": "{path}: kun en .xlsx kan rumme flere tabeller. Skriv dem hver for sig.",
        "en": "{path}: only an .xlsx can hold several tables. Write them one by one.",
    },
    "sheet.no_parquet": {
        "da": "parquet kræver pyarrow. Installér den med `pip install pyarrow`.",
        "en": "parquet needs pyarrow. Install it with `pip install pyarrow`.",
    },
    "sheet.rows": {
        "da": "{table}: {count} rækker er der ikke plads til i et ark. Skriv csv eller parquet.",
        "en": "{table}: there is no room in a sheet for {count} rows. Write csv or parquet.",
    },
    "sheet.cut": {
        "da": "{table}: {count} celler er længere, end et regneark kan rumme, og er skåret af ved […].",
        "en": "{table}: {count} cells are longer than a spreadsheet can hold and end at […].",
    },
    "sheet.cut.one": {
        "da": "{table}: en celle er længere, end et regneark kan rumme, og er skåret af ved […].",
        "en": "{table}: one cell is longer than a spreadsheet can hold and ends at […].",
    },
    "sheet.tags": {"da": "Mærkninger", "en": "Tags"},
    "sheet.matrix": {"da": "Matrix", "en": "Matrix"},
    "sheet.codebook": {"da": "Kodebog", "en": "Codebook"},
    "sheet.memos": {"da": "Memoer", "en": "Memos"},
    "sheet.configurations": {"da": "Konfigurationer", "en": "Configurations"},
    "sheet.evidence": {"da": "Belæg", "en": "Evidence"},
    "sheet.claims": {"da": "Temaer", "en": "Claims"},
    "sheet.ratings": {"da": "Vurderinger", "en": "Ratings"},
    "sheet.summaries": {"da": "Resumeer", "en": "Summaries"},
    "sheet.documents": {"da": "Dokumenter", "en": "Documents"},
    "sheet.cases": {"da": "Cases", "en": "Cases"},
    "sheet.passages": {"da": "Kodede passager: {project}", "en": "Coded passages: {project}"},
    "sheet.number": {"da": "Nr.", "en": "No."},
    "sheet.code": {"da": "Kode", "en": "Code"},
    "sheet.coder": {"da": "Koder", "en": "Coder"},
    "sheet.polarity": {"da": "Retning", "en": "Polarity"},
    "sheet.note": {"da": "Note", "en": "Note"},
    "sheet.column.tag": {"da": "Mærknings-id", "en": "Tag id"},
    "sheet.column.document": {"da": "Dokument-id", "en": "Document id"},
    "sheet.column.name": {"da": "Dokument", "en": "Document"},
    "sheet.column.case": {"da": "Case", "en": "Case"},
    "sheet.column.group": {"da": "Gruppe", "en": "Group"},
    "sheet.column.coder": {"da": "Koder", "en": "Coder"},
    "sheet.column.family": {"da": "Familie", "en": "Family"},
    "sheet.column.role": {"da": "Rolle", "en": "Role"},
    "sheet.column.code": {"da": "Kode", "en": "Code"},
    "sheet.column.label": {"da": "Kodens navn", "en": "Name of the code"},
    "sheet.column.cases.label": {"da": "Navn", "en": "Name"},
    "sheet.column.start": {"da": "Fra tegn", "en": "From character"},
    "sheet.column.end": {"da": "Til tegn", "en": "To character"},
    "sheet.column.text": {"da": "Tekst", "en": "Text"},
    "sheet.column.polarity": {"da": "Retning", "en": "Polarity"},
    "sheet.column.note": {"da": "Note", "en": "Note"},
    "sheet.column.created": {"da": "Oprettet (UTC)", "en": "Created (UTC)"},
    "sheet.column.parent": {"da": "Overkode", "en": "Parent"},
    "sheet.column.label_da": {"da": "Navn på dansk", "en": "Name in Danish"},
    "sheet.column.label_en": {"da": "Navn på engelsk", "en": "Name in English"},
    "sheet.column.definition_da": {"da": "Definition på dansk", "en": "Definition in Danish"},
    "sheet.column.definition_en": {"da": "Definition på engelsk", "en": "Definition in English"},
    "sheet.column.codebook": {"da": "Kodebog", "en": "Codebook"},
    "sheet.column.memo": {"da": "Memo", "en": "Memo"},
    "sheet.column.target_kind": {"da": "Hører til", "en": "Belongs to"},
    "sheet.column.target": {"da": "Hører til (id)", "en": "Belongs to (id)"},
    "sheet.column.configuration": {"da": "Konfigurations-id", "en": "Configuration id"},
    "sheet.column.title": {"da": "Titel", "en": "Title"},
    "sheet.column.sentence": {"da": "Sætning", "en": "Sentence"},
    "sheet.column.completeness": {"da": "Fuldstændighed", "en": "Completeness"},
    "sheet.column.status": {"da": "Status", "en": "Status"},
    "sheet.column.version": {"da": "Udgave", "en": "Version"},
    "sheet.column.for_whom": {"da": "For hvem", "en": "For whom"},
    "sheet.column.intervention": {"da": "Indsats", "en": "Intervention"},
    "sheet.column.context": {"da": "Kontekst", "en": "Context"},
    "sheet.column.mechanism": {"da": "Mekanisme", "en": "Mechanism"},
    "sheet.column.outcome": {"da": "Udkomme", "en": "Outcome"},
    "sheet.column.moderators": {"da": "Moderatorer", "en": "Moderators"},
    "sheet.column.activation": {"da": "Aktivering", "en": "Activation"},
    "sheet.column.intended": {"da": "Tilsigtet", "en": "Intended"},
    "sheet.column.sign": {"da": "Fortegn", "en": "Sign"},
    "sheet.column.resource": {"da": "Ressource", "en": "Resource"},
    "sheet.column.reasoning": {"da": "Ræsonnement", "en": "Reasoning"},
    "sheet.column.evidence": {"da": "Belæg-id", "en": "Evidence id"},
    "sheet.column.stance": {"da": "Holdning", "en": "Stance"},
    "sheet.column.explicitness": {"da": "Udtrykkelighed", "en": "Explicitness"},
    "sheet.column.linkage": {"da": "Kobling", "en": "Linkage"},
    "sheet.column.claim": {"da": "Tema-id", "en": "Claim id"},
    "sheet.column.theme": {"da": "Tema", "en": "Theme"},
    "sheet.column.question": {"da": "Spørgsmål", "en": "Question"},
    "sheet.column.principle": {"da": "Princip", "en": "Principle"},
    "sheet.column.type": {"da": "Type", "en": "Type"},
    "sheet.column.passages": {"da": "Uddrag", "en": "Passages"},
    "sheet.column.documents": {"da": "Dokumenter", "en": "Documents"},
    "sheet.column.cases": {"da": "Cases", "en": "Cases"},
    "sheet.column.supports": {"da": "Støtter", "en": "Support"},
    "sheet.column.contradicts": {"da": "Taler imod", "en": "Contradict"},
    "sheet.column.qualifies": {"da": "Nuancerer", "en": "Qualify"},
    "sheet.column.letter": {"da": "Bogstav", "en": "Letter"},
    "sheet.column.level": {"da": "Niveau", "en": "Level"},
    "sheet.column.rationale": {"da": "Begrundelse", "en": "Rationale"},
    "sheet.column.judge": {"da": "Bedømmer", "en": "Judge"},
    "sheet.column.rating": {"da": "Vurderings-id", "en": "Rating id"},
    "sheet.column.state": {"da": "Tilstand", "en": "State"},
    "sheet.column.kind": {"da": "Slags", "en": "Kind"},
    "sheet.column.date": {"da": "Dato", "en": "Date"},
    "sheet.column.characters": {"da": "Tegn", "en": "Characters"},
    "sheet.column.words": {"da": "Ord", "en": "Words"},
    "sheet.column.turns": {"da": "Replikker", "en": "Turns"},
    "sheet.column.coders": {"da": "Kodere", "en": "Coders"},
    "sheet.column.done": {"da": "Færdige", "en": "Done"},
    "sheet.no_label": {
        "da": "{path}, linje 1: ingen kolonne siger, hvad koderne hedder. Kald en kolonne label, navn eller tag.",
        "en": "{path}, line 1: no column says what the codes are called. Call a column label, name or tag.",
    },
    "sheet.nameless": {
        "da": "{path}, linje {line}: koden har intet navn. Skriv et.",
        "en": "{path}, line {line}: the code has no name. Write one.",
    },
    "sheet.parent": {
        "da": '{path}, linje {line}: overkoden "{parent}" findes ikke, eller den står under sig selv. Ret navnet.',
        "en": '{path}, line {line}: the parent "{parent}" is not there, or stands under itself. Mend the name.',
    },
    "quote.document": {
        "da": 'der er intet dokument med netop navnet "{document}".',
        "en": 'there is no one document called "{document}".',
    },
    "quote.empty": {"da": "citatet er tomt.", "en": "the quote is empty."},
    "quote.missing": {
        "da": "citatet står ikke i dokumentet.",
        "en": "the quote is not in the document.",
    },
    "quote.several": {
        "da": "citatet står {count} steder; skriv hvilket i kolonnen occurrence.",
        "en": "the quote stands in {count} places; write which in the column occurrence.",
    },
    "quote.alike": {
        "da": "citatet er skrevet lidt anderledes i dokumentet; se efter, at det er det rigtige sted.",
        "en": "the quote is written a little otherwise in the document; check that it is the right place.",
    },
    "taguette.none": {
        "da": "filen er ikke et projekt fra Taguette, eller den er beskadiget. Hent projektet igen som .sqlite3.",
        "en": "the file is no project of Taguette, or it is damaged. Download the project again as .sqlite3.",
    },
    "taguette.damaged": {
        "da": "filen er beskadiget. Hent projektet igen fra Taguette.",
        "en": "the file is damaged. Download the project again from Taguette.",
    },
    "taguette.large": {
        "da": "filen er større end noget projekt fra Taguette.",
        "en": "the file is larger than any project of Taguette.",
    },
    "taguette.several": {
        "da": "{path}: filen har {count} projekter i sig. Hent et enkelt projekt fra Taguette som .sqlite3.",
        "en": "{path}: the file has {count} projects in it. Download a single project from Taguette as .sqlite3.",
    },
    "taguette.lost": {
        "da": "Markeringer, der ikke passede til teksten og er udeladt: {count}.",
        "en": "Highlights that did not fit the text and were left out: {count}.",
    },
    "help.export": {
        "da": "Skriv et projekt til andre programmer.",
        "en": "Write a project for other programs.",
    },
    "help.export_path": {
        "da": "filen; uden den ved siden af projektet",
        "en": "the file; beside the project without it",
    },
    "help.export_to": {
        "da": "qdpx, qdc, csv, xlsx, parquet, docx, html eller jsonl",
        "en": "qdpx, qdc, csv, xlsx, parquet, docx, html or jsonl",
    },
    "help.export_for": {
        "da": "nvivo, maxqda, atlasti eller qualcoder (qdpx)",
        "en": "nvivo, maxqda, atlasti or qualcoder (qdpx)",
    },
    "help.export_table": {
        "da": "tags, matrix, codebook, memos, configurations, evidence, claims, ratings, summaries, documents, cases; flere gange til .xlsx",
        "en": "tags, matrix, codebook, memos, configurations, evidence, claims, ratings, summaries, documents, cases; several times for .xlsx",
    },
    "help.export_document": {"da": "dokumentet (html)", "en": "the document (html)"},
    "help.export_excel": {
        "da": "csv, som dansk Excel vil have den: semikolon, decimalkomma og BOM",
        "en": "csv as Excel in Danish wants it: semicolons, decimal commas and BOM",
    },
    "help.export_bom": {"da": "csv med BOM", "en": "csv with a BOM"},
    "help.import": {
        "da": "Tag en fil fra et andet program ind: .qdpx, .qdc, .sqlite3 (Taguette), .csv, .xlsx, .jsonl.",
        "en": "Take in another program's file: .qdpx, .qdc, .sqlite3 (Taguette), .csv, .xlsx, .jsonl.",
    },
    "help.import_file": {"da": "filen", "en": "the file"},
    "help.check_with": {
        "da": "sammenlign med linjer fra `icmo export --to jsonl`",
        "en": "compare with lines from `icmo export --to jsonl`",
    },
    "cli.export_kind": {
        "da": "{kind} kan ikke skrives. Vælg mellem {known}.",
        "en": "{kind} cannot be written. Choose one of {known}.",
    },
    "cli.export_document": {
        "da": "en side viser ét dokument. Angiv det med --document.",
        "en": "a page shows one document. Name it with --document.",
    },
    "cli.add_documents": {
        "da": "{file}: dokumenter lægges i et projekt med: icmo add {path} {file}",
        "en": "{file}: documents are put into a project with: icmo add {path} {file}",
    },
    "interchange.suffix": {
        "da": "{path}: den slags fil kan ikke læses her. Brug en af: {suffixes}.",
        "en": "{path}: that kind of file is not read here. Use one of: {suffixes}.",
    },
    "interchange.whole": {
        "da": "{path}: filen er et helt projekt. Lav et projekt for sig selv af den.",
        "en": "{path}: the file is a whole project. Make a project of its own of it.",
    },
    "cli.quotes": {
        "da": "Taget ind: {count} mærkninger. Tvivlsomme linjer, se listen: {doubtful}.",
        "en": "Taken: {count} tags. Doubtful lines, see the list: {doubtful}.",
    },
    "cli.quotes.one": {
        "da": "Taget ind: {count} mærkning. Tvivlsomme linjer, se listen: {doubtful}.",
        "en": "Taken: {count} tag. Doubtful lines, see the list: {doubtful}.",
    },
    "cli.codebook_taken": {
        "da": "Taget ind: kodebogen {codebook} med {count} koder.",
        "en": "Taken: the codebook {codebook} with {count} codes.",
    },
    "cli.same": {
        "da": "{path} og {dump} er det samme projekt.",
        "en": "{path} and {dump} are the same project.",
    },
    "difference.new": {"da": "kun i projektet", "en": "only in the project"},
    "difference.changed": {"da": "ændret", "en": "changed"},
    "difference.missing": {"da": "kun i linjerne", "en": "only in the lines"},
    "claim.csv": {
        "da": "tabellen hænger ikke sammen. Se efter anførselstegn, der ikke lukkes.",
        "en": "the table does not hang together. Look for quotation marks that are not closed.",
    },
    "claim.large": {
        "da": "filen er større end noget, folk skriver i hånden.",
        "en": "the file is larger than anything people write by hand.",
    },
}


def language() -> str:
    """Return the language to speak: a page's own, else ICMO_LANGUAGE, the system's, English."""
    chosen = _SPOKEN.get() or os.environ.get("ICMO_LANGUAGE") or _system_language()
    return "da" if chosen.lower().startswith("da") else "en"


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Say everything in one language meanwhile, such as that of the page that asks."""
    before = _SPOKEN.set(chosen)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _system_language() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    if os.name == "nt":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def say(key: str, in_language: str | None = None, /, **values: object) -> str:
    """Return a sentence with its blanks filled in; some have a form of their own for one of a thing."""
    if values.get("count") == 1 and f"{key}.one" in STRINGS:
        key = f"{key}.one"
    return STRINGS[key][in_language or language()].format(**values)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "…"?` where something known is near, else nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " " + say("did_you_mean", word=near[0]) if near else ""

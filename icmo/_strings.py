"""Every sentence icmo says, in Danish and English.

A sentence for something to mend has three beats: where it is, what is wrong, what to do.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("da", "en")

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
        "da": "{path} er lavet med en nyere udgave af icmo. Opdatér icmo og prøv igen.",
        "en": "{path} was made by a newer icmo. Update icmo and try again.",
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
        "da": "Enighed mellem {coders} om {documents} dokumenter, målt i {unit}.",
        "en": "Agreement of {coders} on {documents} documents, measured in {unit}.",
    },
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
        "da": "Tabel med {rows} rækker og {columns} kolonner; tallene er {counts}.",
        "en": "Table of {rows} rows and {columns} columns; the numbers are {counts}.",
    },
    "matrix.largest": {"da": "{row} og {column}: {number}.", "en": "{row} and {column}: {number}."},
    "matrix.too_large": {
        "da": "Kun de første {most}; hele tabellen er {rows} × {columns}.",
        "en": "Only the first {most}; the whole table is {rows} × {columns}.",
    },
    "matrix.untitled": {"da": "Tabel", "en": "Table"},
    "matrix.level_cell": {
        "da": "{level} ({cases} af {of} cases)",
        "en": "{level} ({cases} of {of} cases)",
    },
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
    "map.described": {"da": "Kort med {count} koder.", "en": "Map of {count} codes."},
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
    # ── tagger ─────────────────────────────────────────────────────────────────────────
    "tagger.transcript": {"da": "Transskription", "en": "Transcript"},
    "tagger.codes": {"da": "Koder", "en": "Codes"},
    "tagger.search": {"da": "Find en kode", "en": "Find a code"},
    "tagger.tagged": {"da": "Mærket", "en": "Tagged"},
    "tagger.select_first": {
        "da": "Markér først noget i teksten.",
        "en": "Select something in the text first.",
    },
    "tagger.remove": {"da": "Fjern mærkningen", "en": "Remove the tag"},
    "tagger.no_codes": {
        "da": "Ingen kode hedder noget, der ligner.",
        "en": "No code is called anything like it.",
    },
    # ── demonstration and command ──────────────────────────────────────────────────────
    "demo.made": {
        "da": "Demonstrationen ligger i {folder}:",
        "en": "The demonstration is in {folder}:",
    },
    "demo.project": {
        "da": "{documents} opdigtede interview, {tags} mærkninger og {configurations} konfigurationer",
        "en": "{documents} invented interviews, {tags} tags and {configurations} configurations",
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
    "demo.map": {"da": "kort over konfigurationerne", "en": "map of the configurations"},
    "demo.report": {"da": "et kapitel af rapporten", "en": "a chapter of the report"},
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
    "help.json": {
        "da": "Skriv JSON til andre programmer.",
        "en": "Write JSON for other programs.",
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
    "help.map": {"da": "Tegn konfigurationerne.", "en": "Draw the configurations."},
    "help.map_to": {"da": "Filen: .svg, .pdf eller .png.", "en": "The file: .svg, .pdf or .png."},
    "help.report_build": {
        "da": "Kør kapitlerne ved siden af et projekt, og sæt deres sider som PDF.",
        "en": "Run the chapters beside a project and set their pages as PDF.",
    },
}


def language() -> str:
    """Return the language to speak: ICMO_LANGUAGE, else the system's, else English."""
    chosen = os.environ.get("ICMO_LANGUAGE") or _system_language()
    return "da" if chosen.lower().startswith("da") else "en"


def _system_language() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    if os.name == "nt":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def say(key: str, in_language: str | None = None, /, **values: object) -> str:
    """Return a sentence with its blanks filled in."""
    return STRINGS[key][in_language or language()].format(**values)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "…"?` where something known is near, else nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " " + say("did_you_mean", word=near[0]) if near else ""

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
    "word.code": {"da": "kode", "en": "code"},
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
        "da": '"{key}" i {whose} er tom. Skriv en tekst, eller slet linjen.',
        "en": '"{key}" of {whose} is blank. Write a text, or delete the line.',
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
        "da": 'familien "{id}" har ingen koder. Tilføj koder, eller slet familien.',
        "en": 'the family "{id}" has no codes. Add codes, or delete the family.',
    },
    "codebook.parent_unknown": {
        "da": '"{id}" hører under "{parent}", som ikke findes. Ret id\'et efter `parent:`.',
        "en": '"{id}" belongs under "{parent}", which does not exist. Mend the id after `parent:`.',
    },
    "codebook.parent_family": {
        "da": '"{id}" hører under "{parent}", som står i familien "{family}" og ikke i "{own}". Flyt den ene, eller vælg en anden parent.',
        "en": '"{id}" belongs under "{parent}", which stands in the family "{family}" and not in "{own}". Move one of them, or choose another parent.',
    },
    "codebook.circle": {
        "da": "koder hører under hinanden i ring: {circle}. Slet `parent:` i en af dem.",
        "en": "codes belong under each other in a circle: {circle}. Delete `parent:` in one of them.",
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
    "codebook.theme": {
        "da": '"{id}" peger med `{key}:` på "{target}", som ikke er en kode af den slags. Ret id\'et.',
        "en": '"{id}" points with `{key}:` to "{target}", which is no code of that kind. Mend the id.',
    },
    "codebook.question_unknown": {
        "da": '"{id}" stiller spørgsmålet "{question}" på sin egen måde, men det findes ikke under `questions:`. Ret id\'et.',
        "en": '"{id}" asks the question "{question}" in its own way, but it is not under `questions:`. Mend the id.',
    },
    "codebook.placeholder": {
        "da": 'spørgsmålet "{question}" har pladsholderen "{field}". Kun {{principle}} kan bruges.',
        "en": 'the question "{question}" has the placeholder "{field}". Only {{principle}} can be used.',
    },
    "codebook.language_missing": {
        "da": '"{key}" i "{whose}" mangler på {language}. Tilføj `{language}: …`.',
        "en": '"{key}" of "{whose}" is missing in {language}. Add `{language}: …`.',
    },
    "codebook.language_unknown": {
        "da": '"{key}" i "{whose}" står på "{language}", som ikke er et af kodebogens sprog. Slet linjen, eller skriv sproget under `languages:`.',
        "en": '"{key}" of "{whose}" is written in "{language}", which is not one of the codebook\'s languages. Delete the line, or name the language under `languages:`.',
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
        import locale  # noqa: PLC0415 - Windows names its language elsewhere than in variables

        return locale.getlocale()[0] or ""
    return ""


def say(key: str, in_language: str | None = None, /, **values: object) -> str:
    """Return a sentence with its blanks filled in."""
    return STRINGS[key][in_language or language()].format(**values)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "…"?` where something known is near, else nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " " + say("did_you_mean", word=near[0]) if near else ""

"""Every sentence exists in Danish and English, with the same blanks, and is used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from icmo._strings import LANGUAGES, STRINGS, language, say, speaking

PACKAGE = Path(__file__).parent.parent / "icmo"


def blanks(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", sorted(STRINGS))
def test_a_sentence_stands_in_both_languages_with_the_same_blanks(key):
    assert set(STRINGS[key]) == set(LANGUAGES)
    assert blanks(STRINGS[key]["da"]) == blanks(STRINGS[key]["en"])


def test_every_sentence_is_used_and_every_sentence_used_exists():
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if path.name != "_strings.py"
    )
    code += "say('problem.place') say('did_you_mean')"  # used by _strings.py and in an f-string
    named = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_]+)?)["']""", code))
    made_up = tuple(re.findall(r"""f["']([a-z_]+\.[a-z_]*)\{""", code))  # such as f"role.{slot}"
    asked = set(re.findall(r"""\bsay\(\s*["']([a-z_.]+)["']""", code))

    several = {key: key.removesuffix(".one") for key in STRINGS}
    assert {
        key
        for key, plural in several.items()
        if plural not in named and not key.startswith(made_up)
    } == set()
    assert set(several.values()) - set(STRINGS) == set()
    assert asked - set(STRINGS) == set()


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        ("da", "en_US.UTF-8", "da"),
        ("en", "da_DK.UTF-8", "en"),
        ("", "da_DK.UTF-8", "da"),
        ("", "fr_FR.UTF-8", "en"),
        ("", "", "en"),
    ],
)
def test_the_language_is_the_one_chosen_else_the_systems_else_english(
    monkeypatch, chosen, system, spoken
):
    monkeypatch.setenv("ICMO_LANGUAGE", chosen)
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", system)

    assert language() == spoken


def test_what_people_write_is_never_read_as_a_blank():
    assert say("project.tag", "en", tag="{coder}") == 'the project has no tag "{coder}".'


def test_a_page_is_answered_in_its_own_language_and_nobody_else_is(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    with speaking("da"):
        assert say("word.code") == "kode"
        assert say("word.code", "en") == "code"

    assert say("word.code") == "code"

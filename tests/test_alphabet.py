"""Names stand in the order of the language: Danish in Danish."""

from __future__ import annotations

import pytest

from icmo._alphabet import alphabetical

NAMES = ["Aalborg", "Ærø", "Zealand", "Åmose", "Øster", "Albertslund", "Århus", "vejle", "Vejen"]


def test_in_danish_the_last_letters_are_last_and_aa_is_one_of_them():
    assert alphabetical(NAMES, "da") == [
        *("Albertslund", "Vejen", "vejle", "Zealand", "Ærø", "Øster"),
        *("Aalborg", "Åmose", "Århus"),
    ]


def test_in_english_letters_stand_under_those_they_look_like():
    order = alphabetical(["Zealand", "Øster", "Aalborg", "Ærø", "Åmose", "Albertslund"], "en")

    assert order == ["Aalborg", "Ærø", "Albertslund", "Åmose", "Øster", "Zealand"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_accent_decides_only_between_names_that_are_else_the_same(language):
    assert alphabetical(["Lenes", "Lené", "Lene"], language) == ["Lene", "Lené", "Lenes"]


def test_letters_written_in_two_parts_stand_where_the_whole_ones_do():
    assert alphabetical(["A\u030amose", "Ærø"], "da") == ["Ærø", "A\u030amose"]

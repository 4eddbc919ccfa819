"""The interview guide asks the codebook's GUIDE questions about one principle."""

from __future__ import annotations

import re

import pytest

from icmo import Codebook
from icmo.codebook.questions import LanguageError, PrincipleError
from icmo.guide import interview_guide

PRINCIPLES = (
    "beskaeftigelsesorienteret",
    "individuel_helhedsorienteret",
    "tvaerfaglig",
    "ressource_motivationsbaseret",
    "vidensbaseret",
)
SMALL = """
languages: [da, en]
questions:
  - {id: G1, letter: G, text: {da: "Hvad er {principle}?", en: "What is {principle}?"}}
  - id: U1
    letter: U
    text: {da: "Bruger I {principle}?", en: "Do you use {principle}?"}
    probe: {da: "Hvordan? {principle} kan være svært.", en: "How? {principle} can be hard."}
families:
  - id: principper
    role: principle
    codes:
      - id: aabenhed
        label: {da: Åbenhed, en: Openness}
        definition: {da: "At dele det, man ved.", en: To share what one knows.}
      - id: cv
        label: {da: CV-hjælp, en: CV help}
        definition: {da: At skrive et godt CV., en: To write a good CV.}
        phrase: {da: hjælp til CV, en: help with a CV}
        questions:
          - {id: U1, text: {da: "Hvornår tog I {principle} op?", en: "When was {principle} raised?"}}
      - id: gammelt
        retired: true
        label: {da: Gammelt, en: Old}
        definition: {da: "Et princip, der er gået ud.", en: A principle no longer used.}
  - id: emner
    role: principle
    guide: false
    codes:
      - id: sprog
        label: {da: Sprog, en: Language}
        definition: {da: Det danske sprog i brug., en: The Danish language in use.}
"""
OWN = """        questions:
          - {id: U1, text: {da: "Hvornår tog I {principle} op?", en: "When was {principle} raised?"}}
"""


@pytest.fixture(scope="module")
def kib():
    return Codebook.load("kib")


@pytest.fixture(scope="module")
def small():
    return Codebook.parse(SMALL)


@pytest.fixture(autouse=True)
def spoken_danish(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("principle", PRINCIPLES)
def test_each_principle_of_kib_is_asked_fourteen_whole_questions(kib, principle, language):
    guide = interview_guide(kib, principle, language)

    assert list(guide.columns) == ["letter", "question", "text", "probe"]
    assert list(guide["letter"]) == list("GGGUUUIIIIDDEE")
    assert list(guide["question"]) == [
        "G1",
        "G2",
        "G3",
        "U1",
        "U2",
        "U3",
        "I1",
        "I2",
        "I3",
        "I4",
        "D1",
        "D2",
        "E1",
        "E2",
    ]
    for text in [*guide["text"], *guide["probe"]]:
        assert re.fullmatch(r"[A-ZÆØÅ][^{}]*[.?!]", text, re.DOTALL), text


def test_kib_asks_seventy_questions_in_all(kib):
    assert sum(len(interview_guide(kib, principle)) for principle in PRINCIPLES) == 70


def test_the_question_names_the_principle_by_its_phrase(kib):
    danish = interview_guide(kib, "beskaeftigelsesorienteret", "da")
    english = interview_guide(kib, "beskaeftigelsesorienteret", "en")

    assert danish["text"][0] == (
        "I hvor høj grad har princippet om beskæftigelsesorientering styret det, "
        "I har gjort i projektet?"
    )
    assert danish["probe"][0] == (
        "Beskæftigelsesorientering kan betyde flere ting. Hvad har det betydet hos jer?"
    )
    assert english["probe"][0] == (
        "Employment orientation can mean several things. What has it meant to you here?"
    )


def test_a_principle_asks_its_own_way_where_it_has_one(kib):
    own = interview_guide(kib, "individuel_helhedsorienteret").set_index("question")
    usual = interview_guide(kib, "tvaerfaglig").set_index("question")

    assert own["text"]["I4"] == (
        "Kan I give eksempler på, at I har taget særlige hensyn til en kvinde på grund af "
        "hendes helbred eller forholdene i familien?"
    )
    assert own["probe"]["I4"].startswith("Har der fx været tale om negativ social kontrol")
    assert usual["text"]["I4"].startswith("Kan I give eksempler på, at I har taget hensyn til den")


def test_a_text_of_ones_own_keeps_the_usual_probe(small):
    assert interview_guide(small, "cv")["text"][1] == "Hvornår tog I hjælp til CV op?"
    assert interview_guide(small, "cv")["probe"][1] == "Hvordan? Hjælp til CV kan være svært."


def test_without_a_phrase_the_label_stands_in_small_letters_inside_a_sentence(small):
    assert list(interview_guide(small, "aabenhed", "da")["text"]) == [
        "Hvad er åbenhed?",
        "Bruger I åbenhed?",
    ]
    assert interview_guide(small, "aabenhed", "en")["text"][1] == "Do you use openness?"


def test_the_phrase_has_a_capital_where_it_begins_a_later_sentence(small):
    assert interview_guide(small, "aabenhed")["probe"][1] == "Hvordan? Åbenhed kan være svært."


def test_a_label_in_capitals_keeps_them():
    codebook = Codebook.parse(SMALL.replace("phrase: {da: hjælp til CV, en: help with a CV}", ""))

    assert interview_guide(codebook, "cv")["text"][0] == "Hvad er CV-hjælp?"


def test_a_question_without_a_probe_has_an_empty_one(small):
    assert interview_guide(small, "cv")["probe"][0] == ""


def test_a_misspelt_principle_is_answered_with_the_nearest(kib):
    with pytest.raises(PrincipleError) as caught:
        interview_guide(kib, "tvaerfagligt")

    assert str(caught.value) == (
        'kodebogen har intet princip "tvaerfagligt". Mente du "tvaerfaglig"? '
        f"Skriv et af: {', '.join(PRINCIPLES)}."
    )


@pytest.mark.parametrize("code", ["sprog", "gammelt"])
def test_a_code_that_is_not_asked_about_is_refused_in_other_words(small, code):
    with pytest.raises(PrincipleError) as caught:
        interview_guide(small, code)

    assert str(caught.value) == (
        f'der stilles ikke GUIDE-spørgsmål om "{code}". Skriv et af: aabenhed, cv.'
    )


def test_a_codebook_without_principles_says_so():
    with pytest.raises(PrincipleError, match="Kodebogen har ingen principper, der spørges om"):
        interview_guide(Codebook.load("recruitment"), "registerbaseret")


def test_a_language_that_icmo_does_not_write_is_refused(small):
    with pytest.raises(LanguageError) as caught:
        interview_guide(small, "cv", "sv")

    assert str(caught.value) == 'icmo skriver ikke på sproget "sv". Skriv da eller en.'


def test_a_codebook_without_questions_gives_an_empty_guide_of_texts():
    codebook = Codebook.parse(SMALL[SMALL.index("families:") :].replace(OWN, ""))
    guide = interview_guide(codebook, "cv")

    assert list(guide.columns) == ["letter", "question", "text", "probe"]
    assert len(guide) == 0
    assert set(map(str, guide.dtypes)) == {"str"}

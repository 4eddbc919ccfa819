"""Units: sentences end where a Dane ends them, and words are counted as spaCy finds them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icmo.documents import DocumentError, find_turns, read_document
from icmo.documents.units import count_words, units, words

SAMPLE = Path(__file__).parent.parent / "interviews_sample" / "transcripts"
FILES = Path(__file__).parent / "data" / "documents"


def sentences(text):
    return [text[unit.start : unit.end] for unit in units(text, find_turns(text), "sentence")]


@pytest.mark.parametrize(
    "said",
    [
        "Vi tog f.eks. Anna med og bl.a. Bo.|Det gik godt.",
        "Det var kl. 9.30 d. 3. maj.|Der kom ca. 10 kvinder.",
        "Se nr. 7, dvs. Den lange liste.|Ja.",
        "Vi har kaffe, te osv.|Og så snakker vi.",
        "Vi har kaffe osv. på bordet.|Ja.",
        "Det kan man.|Det gør vi.",
        "Så var vi færdige med it.|Nu er det tv.",
        "»Nej!« sagde hun.|»Nå?«|Så gik hun.",
        'Hun sagde: "Kom nu!"|Og vi kom.',
        "Jeg tror … jeg ved det ikke.|Men ... altså nej…|Jo!",
        "A. Hansen kom.|Han gik igen.",
        "Hvad?!|Ja (det var sådan.)|Nå.",
        "en sætning uden punktum",
        "Vi var 15.|Så gik vi.",
    ],
)
def test_a_sentence_ends_where_a_dane_ends_it(said):
    assert sentences(said.replace("|", " ")) == said.split("|")


def test_no_unit_crosses_a_turn_and_each_knows_who_speaks():
    text = "Mette (leder): Ja. Nej og\nlinje to.\n\nNyt afsnit uden\n\nBo: og videre. Slut"
    found = units(text, find_turns(text), "sentence")

    assert [(one.speaker, one.speaker_role, text[one.start : one.end]) for one in found] == [
        ("Mette", "leder", "Ja."),
        ("Mette", "leder", "Nej og\nlinje to."),
        ("Mette", "leder", "Nyt afsnit uden"),
        ("Bo", "", "og videre."),
        ("Bo", "", "Slut"),
    ]
    assert [text[one.start : one.end] for one in units(text, find_turns(text), "paragraph")] == [
        *("Ja. Nej og\nlinje to.", "Nyt afsnit uden", "og videre. Slut")
    ]
    assert [one.kind for one in units(text, find_turns(text))] == ["turn", "turn"]


@pytest.mark.parametrize("name", ["interview.docx", "interview.pdf", "hard.docx", "interview.vtt"])
@pytest.mark.parametrize("kind", ["turn", "paragraph", "sentence"])
def test_units_cover_every_word_of_the_turns_once_and_in_order(name, kind):
    document = read_document(FILES / name)
    found = units(document.text, document.turns, kind)

    covered, spoken = (
        "".join("".join(document.text[one.start : one.end] for one in every).split())
        for every in (found, document.turns)
    )
    assert covered == spoken
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_another_kind_of_unit_is_refused_with_the_nearest(monkeypatch):
    with pytest.raises(DocumentError) as error:
        units("Ja.", find_turns("Ja."), "sentense")

    assert str(error.value) == (
        'there are no units of the kind "sentense". Choose one of these: turn, sentence, paragraph.'
        ' Did you mean "sentence"?'
    )
    monkeypatch.setenv("ICMO_LANGUAGE", "da")
    with pytest.raises(DocumentError, match='slagsen "afsnit"'):
        units("Ja.", find_turns("Ja."), "afsnit")


@pytest.mark.parametrize(
    "path", [*sorted(SAMPLE.glob("*.txt")), *sorted(FILES.glob("*.*x")), FILES / "long.pdf"]
)
def test_words_are_counted_as_spacy_finds_them(path):
    text = read_document(path).text

    assert count_words(text) == len(words(text)) > 0


PIECES = st.sampled_from(
    [
        "hej,du",
        "(ja)",
        "jobcenter/kommune",
        "og/eller",
        "f.eks.",
        "bl.a.",
        "10.30",
        "3,5",
        "20kg",
        "20%",
        "kl.9",
        "hjem.Så",
        "ja…nej",
        "ja...nej",
        "»vi«",
        '"nå"',
        "KIB-projektet",
        "s'gu",
        "gi'r",
        "cv'et",
        "e-Boks",
        "Børne-",
        "225-timers",
        "[griner]",
        "😀",
        "hej😀du",
        "a@b.dk",
        "www.kommune.dk",
        "https://jobnet.dk/side",
        "1:1",
        "Mette:ja",
        "ja!nej",
        "–ja—",
        "-",
        "100.000",
        "A/S",
        "osv.)",
        "på",
        "Åse's",
        "2.",
        "31.",
        "'90erne",
        "§5",
        "+45",
        "*",
        "!",
        "?",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES))
def test_words_of_any_danish_pieces_are_counted_as_spacy_finds_them(pieces):
    assert count_words(" ".join(pieces)) == len(words("  ".join(pieces)))


def test_counting_words_loads_no_spacy():
    import subprocess
    import sys

    code = (
        "import sys\nfrom icmo.documents.units import count_words\n"
        "assert count_words('Bo: Ja, f.eks. 3,5 kg.') == 5\nprint('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"

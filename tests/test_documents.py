"""Documents: a transcript's text is kept as it was read, and divided into turns."""

from __future__ import annotations

import pytest

from icmo.documents import DocumentError, find_turns, read_attributes, read_document


def spoken(text):
    return [
        (turn.speaker, turn.speaker_role, text[turn.start : turn.end]) for turn in find_turns(text)
    ]


def test_a_name_and_a_colon_begin_a_turn_and_stand_outside_it():
    text = "Interviewer: Hvordan går det?\n\nMette (sagsbehandler): Jo, tak.\n"

    assert spoken(text) == [
        ("Interviewer", "", "Hvordan går det?"),
        ("Mette", "sagsbehandler", "Jo, tak."),
    ]


def test_a_paragraph_without_a_name_goes_on_with_the_turn_above():
    text = "Åse: Først det ene.\nSå det andet.\n\nBo: Ja."

    assert spoken(text) == [("Åse", "", "Først det ene.\nSå det andet."), ("Bo", "", "Ja.")]


def test_a_text_without_names_has_a_turn_for_each_paragraph():
    assert spoken("Et.\n\nTo.\n") == [("", "", "Et."), ("", "", "To.")]


def test_a_colon_late_in_a_sentence_is_no_speaker():
    assert spoken("Det jeg siger til hende er: kom bare.")[0][0] == ""


def test_a_name_followed_by_nothing_is_an_empty_turn_and_not_lost_words():
    assert spoken("Mette: \nBo: Ja.")[-1] == ("Bo", "", "Ja.")


def test_line_ends_are_made_alike_and_nothing_else_is_touched(tmp_path):
    file = tmp_path / "åse.txt"
    file.write_bytes("\ufeffÅse:  to  mellemrum\u00a0her\r\nny linje\rslut ".encode())

    assert read_document(file).text == "Åse:  to  mellemrum\u00a0her\nny linje\nslut "


def test_a_document_is_named_after_its_file_unless_the_attributes_name_it(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Bo: Ja.", encoding="utf-8")
    attributes = tmp_path / "documents.csv"
    attributes.write_text(
        "file,name,case,group,team\na.txt,Bo taler,Nørrevang,kommune,jobcenter\n", encoding="utf-8"
    )

    document = read_document(file, read_attributes(attributes)["a.txt"])

    assert read_document(file).name == "a"
    assert (document.name, document.case, document.group) == ("Bo taler", "Nørrevang", "kommune")
    assert document.attributes == {"team": "jobcenter"}


def test_a_missing_file_is_named_in_one_sentence(tmp_path):
    with pytest.raises(DocumentError) as error:
        read_document(tmp_path / "x.txt")

    assert (
        str(error.value)
        == f"{tmp_path / 'x.txt'}: there is no such file. Check the name and the folder."
    )


def test_a_column_that_must_be_there_is_missed_by_name(tmp_path):
    file = tmp_path / "documents.csv"
    file.write_text("name,case\nx,y\n", encoding="utf-8")

    with pytest.raises(DocumentError, match=r"line 1: the column file is missing\."):
        read_attributes(file)

"""Folders and tables: which file belongs to whom, and a text for each row of a survey."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from icmo.documents import (
    DocumentError,
    joined,
    read_document,
    read_documents,
    read_folder,
    split,
)

FILES = Path(__file__).parent / "data" / "documents"


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Bo: Ja.\n\nMette: Nej.", encoding="utf-8")
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "c.docx").write_bytes((FILES / "interview.docx").read_bytes())
    (tmp_path / "~$c.docx").write_bytes(b"Word's own")
    return tmp_path


def test_a_folder_takes_case_and_further_attributes_from_documents_csv(folder):
    (folder / "documents.csv").write_text(
        "fil;navn;kommune;gruppe;type;dato;team\n"
        "a.txt;Gruppen;Østerlund;kommune;gruppeinterview;2022-05-01;jobcenter\n"
        "under/c.docx;;Vesterlund;kvinde;interview;;\n"
        "findes_ikke.txt;;;;;;\n",
        encoding="utf-8",
    )

    reading = read_folder(folder)
    first, _, third = reading.documents

    assert (first.name, first.case, first.group) == ("Gruppen", "Østerlund", "kommune")
    assert (first.kind, first.date) == ("gruppeinterview", "2022-05-01")
    assert first.attributes == {"team": "jobcenter"}
    assert (third.name, third.case, third.source) == ("c", "Vesterlund", "c.docx")
    assert reading.remarks == (
        (
            "b.txt: the file has no row in documents.csv. Add one, so that its case and group are "
            "known."
        ),
        (
            'documents.csv, line 4: the file "findes_ikke.txt" is not among those read. '
            "Mend the name or delete the line."
        ),
    )


def test_a_file_is_found_whichever_way_its_letters_are_written(tmp_path):
    (tmp_path / "A\u030ase.txt").write_text("Bo: Ja.", encoding="utf-8")
    (tmp_path / "documents.csv").write_text("file,case\nåse.TXT,Østerlund\n", encoding="utf-8")

    (document,) = read_folder(tmp_path).documents

    assert document.case == "Østerlund"


def test_documents_csv_with_a_file_twice_is_refused_with_both_lines(folder):
    (folder / "documents.csv").write_text("file,case\na.txt,x\na.txt,y\n", encoding="utf-8")

    with pytest.raises(DocumentError, match=r"line 3: the file \"a.txt\" is also on line 2"):
        read_folder(folder)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx"])
def test_each_row_of_a_survey_is_a_text_with_the_other_columns_as_attributes(tmp_path, suffix):
    rows = [
        ["kommune", "svar", "prioritet"],
        ["Østerlund", "Tid til samtaler; ro\nog ærlighed", 1],
        ["Vesterlund", "", 2],
        ["Vesterlund", "Løntimer", 3],
    ]
    file = tmp_path / f"tavle{suffix}"
    if suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.create_sheet("andet").append(["x"])
        book.save(file)
    else:
        sign = "\t" if suffix == ".tsv" else ";"
        lines = [sign.join(f'"{cell}"' for cell in row) for row in rows]
        file.write_text("\n".join(lines), encoding="cp1252")

    first, second = read_documents(file)

    assert (first.text, first.case) == ("Tid til samtaler; ro\nog ærlighed", "Østerlund")
    assert first.attributes == {"prioritet": "1"}
    assert (second.text, second.name) == (
        "Løntimer",
        f"tavle{suffix} row {4 if suffix == '.xlsx' else 5}",
    )
    assert any("rows without a text passed over: 1" in remark for remark in first.remarks)
    assert any("sheets left out: 1" in one for one in first.remarks) == (suffix == ".xlsx")
    assert any("cp1252" in one for one in first.remarks) == (suffix != ".xlsx")


def test_a_table_is_not_one_document(tmp_path):
    (tmp_path / "svar.csv").write_text("svar\nJa\nNej\n", encoding="utf-8")

    with pytest.raises(DocumentError, match="holds 2 texts"):
        read_document(tmp_path / "svar.csv")


def test_guessed_paragraphs_are_joined_and_split_with_their_turns():
    document = read_document(FILES / "interview.pdf")
    parts = document.text.split("\n\n")
    place = document.text.index("Og s")

    one = joined(document, 3)
    assert len(one.text.split("\n\n")) == len(parts) - 1
    assert one.text.replace("\n", "") == document.text.replace("\n", "")
    assert [turn.kind for turn in one.turns].count("heading") == 2
    assert [turn.speaker for turn in one.turns] == [turn.speaker for turn in document.turns]

    back = split(one, one.text.index("Og s"))
    assert back.text == document.text
    assert back.turns == document.turns
    assert back.text[place:].startswith("Og s")


def test_a_split_in_a_turn_moves_no_other_words():
    document = read_document(FILES / "long.pdf")
    place = document.text.index("og det er så langt")

    two = split(document, place)

    assert two.text.split() == document.text.split()
    assert len(two.turns) == len(document.turns)
    for new, old in zip(two.turns, document.turns, strict=True):
        assert two.text[new.start : new.end].split() == document.text[old.start : old.end].split()


def test_what_is_no_guess_or_no_pair_is_not_joined_and_not_split():
    pdf, word = read_document(FILES / "interview.pdf"), read_document(FILES / "interview.docx")

    with pytest.raises(DocumentError, match="the file's own"):
        joined(word, 0)
    with pytest.raises(DocumentError, match="paragraph 99 has none after it"):
        joined(pdf, 99)
    with pytest.raises(DocumentError, match="character 0 does not stand inside"):
        split(pdf, 0)


def test_speakers_are_known_by_colon_bracket_voice_and_time(tmp_path):
    (tmp_path / "a.txt").write_text(
        "[00:00:05] Interviewer: Hej.\n\n[Mette] Hej.\n\n[Mette] Igen.\n\n"
        "<v Bo>Ja.\n\nÅse (leder) [00:01:10]: Nej.\n\nBo 00:02:00\nSlut.\n",
        encoding="utf-8",
    )
    document = read_document(tmp_path / "a.txt")

    assert [
        (turn.speaker, turn.speaker_role, turn.attributes.get("time", ""))
        for turn in document.turns
    ] == [
        ("Interviewer", "", "00:00:05"),
        ("Mette", "", ""),
        ("Mette", "", ""),
        ("Bo", "", ""),
        ("Åse", "leder", "00:01:10"),
        ("Bo", "", "00:02:00"),
    ]


def test_a_document_shows_counts_and_never_words():
    document = read_document(FILES / "interview.docx")

    assert "Kommune" not in repr(document)
    assert repr(document).startswith("Document('interview', ")

"""The same interview reads the same from every format, and what is left out is said."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from icmo.documents import DocumentError, read_document

FILES = Path(__file__).parent / "data" / "documents"
FULL = ("interview.docx", "interview.odt", "interview.rtf", "interview.html")
HARD = ("hard.docx", "hard.odt", "hard.rtf")


def read(name):
    return read_document(FILES / name)


def spoken(document, headings=True):
    """Who says which words; line ends are a matter of the format."""
    return [
        (turn.kind, turn.speaker, turn.speaker_role, document.text[turn.start : turn.end].split())
        for turn in document.turns
        if headings or turn.kind != "heading"
    ]


def words(document):
    return unicodedata.normalize("NFC", document.text).replace("😀", " ").split()


def said(document, begin):
    """The remark that begins so, behind the file's name; an error if there is none or two."""
    (remark,) = [one for one in document.remarks if one.split(": ", 1)[1].startswith(begin)]
    return remark.split(": ", 1)[1].split(".")[0]


@pytest.mark.parametrize("name", FULL)
def test_the_same_interview_has_the_same_words_and_turns_from_every_format(name):
    first, other = read("interview.docx"), read(name)

    assert other.text.split() == first.text.split() == read("interview.txt").text.split()
    assert spoken(other) == spoken(first)
    assert [turn.speaker for turn in other.turns if turn.kind == "turn"] == [
        *("Interviewer", "Åse", "Bo", "Interviewer", "Bo", "Åse")
    ]


@pytest.mark.parametrize("name", FULL)
def test_paragraphs_headings_and_letters_are_kept(name):
    text = read(name).text
    headings = [text[t.start : t.end] for t in read(name).turns if t.kind == "heading"]

    assert headings == ["Gruppeinterview i Østerlund Kommune", "Om løntimer"]
    assert len([part for part in text.split("\n\n") if part.strip()]) == 10
    assert "😀" in text
    assert unicodedata.normalize("NFD", "på") in text
    assert "»vi«" in text


def test_a_pdf_has_the_same_words_and_turns_with_guessed_paragraphs():
    first, pdf = read("interview.docx"), read("interview.pdf")

    # LibreOffice writes the emoji behind its line: a PDF has places, and no order.
    assert pdf.text.count("😀") == 1
    assert words(pdf) == words(first)
    assert [turn[:3] for turn in spoken(pdf)] == [turn[:3] for turn in spoken(first)]
    assert len(pdf.text.split("\n\n")) == 10
    assert pdf.guessed
    assert not first.guessed
    assert "guessed" in pdf.remarks[0]


def test_subtitles_have_the_same_words_and_turns_and_keep_their_times():
    first, vtt, srt = read("interview.docx"), read("interview.vtt"), read("interview.srt")

    assert spoken(vtt, headings=False) == spoken(first, headings=False)
    assert srt.text.split() == first.text.split()
    assert vtt.turns[2].attributes == {"time": "00:00:12", "until": "00:00:23.500"}
    assert vtt.turns[2].speaker_role == "sagsbehandler"
    assert srt.turns[2].attributes == {"time": "00:00:03", "until": "00:00:03.900"}


@pytest.mark.parametrize("name", HARD)
def test_soft_breaks_tabs_links_and_tracked_insertions_are_kept(name):
    text = read(name).text

    assert "Mette: Første linje\nanden linje\tefter tabulator." in text
    assert "Bo: Vi ofte mødes." in text
    assert "Mette: Se vejledningen her." in text
    assert said(read(name), "tracked insertions") == "tracked insertions kept: 1"


@pytest.mark.parametrize("name", HARD)
def test_deleted_hidden_and_other_left_out_text_is_out_and_counted(name):
    document = read(name)

    assert not any(w in document.text for w in ("SLETTET", "SKJULT", "OGSÅ", "KOMMENTAR", "SIDEHO"))
    assert "Mette: Det kan ses, og det her også." in document.text
    assert said(document, "pieces of hidden text") == "pieces of hidden text left out: 1"
    assert said(document, "tracked deletions").startswith("tracked deletions left out: ")
    assert said(document, "comments") == "comments left out: 1"
    assert said(document, "page headers") == "page headers and footers left out: 1"
    assert said(document, "automatic numbers") == "automatic numbers before paragraphs left out: 1"
    assert "1." not in document.text


@pytest.mark.parametrize("name", HARD)
def test_a_table_keeps_its_rows_and_cells_and_one_in_a_cell_becomes_a_line(name):
    text = read(name).text

    assert "Udsagn\tPrioritet\nTid til samtaler\nAndet afsnit i cellen\t1\ninde\ti cellen\n" in text


@pytest.mark.parametrize("name", HARD)
def test_a_text_box_is_read_once_behind_the_paragraph_it_stands_at(name):
    text = read(name).text

    assert text.count("Tekst i boksen") == 1
    assert text.index("en boks.") < text.index("Tekst i boksen")


@pytest.mark.parametrize("name", ["hard.docx", "hard.odt"])
def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(name):
    assert "Bo: En sætning, der hænger sammen." in read(name).text


def test_what_stands_on_every_page_of_a_pdf_is_left_out_and_counted_and_nothing_else():
    document = read("long.pdf")

    assert "Fortroligt" not in document.text
    assert "Side 1" not in document.text
    assert said(document, "page headers").startswith("page headers and footers left out: ")
    assert [turn.speaker for turn in document.turns] == ["Åse", "Interviewer"] * 30
    assert " ".join(document.text.split()).count("kommet i gang med det.") == 60


def test_a_remark_never_holds_the_words_of_the_text():
    for name in (*HARD, "long.pdf"):
        document = read(name)
        text = " ".join(document.remarks)
        assert not any(word in text for word in ("SLETTET", "SKJULT", "Fortroligt", "Mette"))


def test_a_web_page_shows_what_a_reader_sees(tmp_path):
    (tmp_path / "side.html").write_text(
        """<!DOCTYPE html><html><head><title>Titel</title><style>p {color: red}</style>
        <script>alert("ond")</script></head><body><!-- kommentar --><h2>Overskrift</h2>
        <p><b>Mette:</b> Hun   kom&nbsp;&aelig;rligt<br>talt &#128512; <!-- mere --> igen.</p>
        <p><strong>Bo</strong>: Ja<img src="http://example.invalid/x.png"> tak.</p>
        <p style="display: none">skjult</p><p hidden>også</p><del>slettet</del><ins>indsat</ins>
        <table><tr><th>Udsagn</th><td>Tid<p>to</p></td></tr></table>
        <pre>to
        linjer</pre></body></html>""",
        encoding="utf-8",
    )

    document = read_document(tmp_path / "side.html")

    assert document.text == (
        "Overskrift\n\nMette: Hun kom\u00a0ærligt\ntalt 😀 igen.\n\nBo: Ja tak.\n\nindsat\n\n"
        "Udsagn\tTid\nto\n\nto\n        linjer"
    )
    assert [turn.speaker for turn in document.turns][:3] == ["", "Mette", "Bo"]
    assert said(document, "pieces of hidden text") == "pieces of hidden text left out: 2"
    assert said(document, "tracked deletions") == "tracked deletions left out: 1"
    assert said(document, "tracked insertions") == "tracked insertions kept: 1"


def test_a_web_page_in_an_old_encoding_is_read_as_it_declares_itself(tmp_path):
    page = '<html><head><meta charset="windows-1252"></head><body><p>Åse: på æblegrød</p></body>'
    (tmp_path / "side.htm").write_bytes(page.encode("cp1252"))
    (tmp_path / "dyb.html").write_text("<div>" * 1500 + "bund" + "</div>" * 1500 + "<p>efter")

    assert read_document(tmp_path / "side.htm").text == "Åse: på æblegrød"
    assert read_document(tmp_path / "side.htm").remarks == ()
    assert read_document(tmp_path / "dyb.html").text.split() == ["bund", "efter"]


def test_a_web_page_too_deep_for_the_parser_is_refused_and_not_cut_off(tmp_path):
    (tmp_path / "dyb.html").write_text("<p>før" + "<div>" * 9000 + "bund", encoding="utf-8")

    with pytest.raises(DocumentError, match="damaged"):
        read_document(tmp_path / "dyb.html")


def test_rich_text_knows_its_letters_however_they_are_written(tmp_path):
    (tmp_path / "brev.rtf").write_bytes(
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}{\f1\fcharset204 Cyr;}}"
        rb"{\stylesheet{\s0 Normal;}{\s3 heading 1;}}\pard\s3 Emne\par\pard\plain "
        rb"{\b Mette:} bl\'e5b\'e6r, r\u248\'f8d, \u-10179?\u-8704? {\v skjult}og {\f1\'c4\'e0}\par"
        rb"{\b Bo} {\pict\bin5 }}}{\}ja{\footnote note}\par {\b Bo} nej\par}"
    )

    document = read_document(tmp_path / "brev.rtf")

    assert document.text == "Emne\n\nMette: blåbær, rød, 😀 og Да\n\nBo ja\n\nBo nej"
    assert [(turn.kind, turn.speaker) for turn in document.turns] == [
        ("heading", ""),
        ("turn", "Mette"),
        ("turn", "Bo"),
        ("turn", "Bo"),
    ]
    assert said(document, "footnotes") == "footnotes and endnotes left out: 1"
    assert said(document, "pieces of hidden text") == "pieces of hidden text left out: 1"


def test_subtitles_keep_every_voice_and_what_is_no_mark(tmp_path):
    (tmp_path / "a.vtt").write_text(
        "WEBVTT\n\nNOTE fortroligt\n\n00:01.000 --> 00:02.000 align:left\n"
        "<v Åse Holm>Hej &amp; <i>velkommen</i>\n\n00:02.000 --> 00:03.000\n"
        "<v Åse Holm>igen</v> <v Bo>x<3 synes jeg\n",
        encoding="utf-8",
    )

    document = read_document(tmp_path / "a.vtt")

    assert document.text == "Åse Holm: Hej & velkommen\nigen\n\nBo: x<3 synes jeg"
    assert [(turn.speaker, turn.attributes["time"]) for turn in document.turns] == [
        ("Åse Holm", "00:00:01"),
        ("Bo", "00:00:02"),
    ]


def test_subtitles_of_nobody_in_particular_are_a_paragraph_each(tmp_path):
    (tmp_path / "a.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nHej\n\n2\n00:00:02,000 --> 00:00:03,000\nIgen\n",
        encoding="utf-8",
    )

    turns = read_document(tmp_path / "a.srt").turns

    assert [(turn.kind, turn.attributes["time"]) for turn in turns] == [
        ("paragraph", "00:00:01"),
        ("paragraph", "00:00:02"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "Åse: på\r\nlinje".encode(),
        b"\xef\xbb\xbf" + "Åse: på\nlinje".encode(),
        "\ufeffÅse: på\rlinje".encode("utf-16-le"),
        "\ufeffÅse: på\nlinje".encode("utf-16-be"),
    ],
)
def test_plain_text_is_read_in_any_unicode_encoding(tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)

    assert read_document(tmp_path / "a.txt").text == "Åse: på\nlinje"
    assert read_document(tmp_path / "a.txt").remarks == ()


def test_an_old_encoding_is_read_and_remarked(tmp_path):
    (tmp_path / "a.txt").write_bytes("Åse: »på« – nå".encode("cp1252"))

    document = read_document(tmp_path / "a.txt")

    assert document.text == "Åse: »på« – nå"
    assert document.remarks == (
        (
            "a.txt: the text is not UTF-8 and was read as cp1252. "
            "Check that the letters beyond a–z are right."
        ),
    )


def test_markdown_keeps_its_characters_and_knows_headings_and_bold_names(tmp_path):
    text = "# Interview\n\n**Mette:** Hej *du*.\n\n**Bo** ja\n\n```\n# ikke\n```\n\n**Bo** nej\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")

    document = read_document(tmp_path / "a.md")

    assert document.text == text
    assert [(turn.kind, turn.speaker) for turn in document.turns] == [
        ("heading", ""),
        ("turn", "Mette"),
        ("turn", "Bo"),
        ("turn", "Bo"),
    ]

"""Files that are damaged, locked, too large or something else: one sentence each, no traceback."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icmo.documents import DocumentError, files, read_documents, read_folder
from icmo.documents.folders import READERS

FILES = Path(__file__).parent / "data" / "documents"
LONG = bool(os.environ.get("LONG"))
PACKED = ("interview.docx", "interview.odt")


def refused(file):
    """The sentence a file is refused with, in Danish and in English."""
    sentences = []
    for language in ("da", "en"):
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("ICMO_LANGUAGE", language)
            with pytest.raises(DocumentError) as error:
                read_documents(file)
        sentence = str(error.value)
        assert sentence.startswith(str(file))
        assert sentence.endswith(".")
        assert "\n" not in sentence
        sentences.append(sentence)
    danish, english = sentences
    assert danish != english
    return english


def repacked(name, **changes):
    """The bytes of a packed file of ours with some parts changed, or taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(FILES / name) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            data = changes.get(Path(part).stem, old.read(part))
            if data is not None:
                new.writestr(part, data)
    return made.getvalue()


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_damaged(tmp_path, name, part):
    data = (FILES / name).read_bytes()
    file = tmp_path / name
    file.write_bytes(data[: int(len(data) * part)])

    assert "the file is damaged" in refused(file)


@pytest.mark.parametrize("name", PACKED)
def test_a_file_with_a_flipped_bit_is_damaged(tmp_path, name):
    main = "word/document.xml" if name.endswith("docx") else "content.xml"
    data = bytearray((FILES / name).read_bytes())
    with zipfile.ZipFile(FILES / name) as archive:
        data[archive.getinfo(main).header_offset + len(main) + 200] ^= 0xFF
    file = tmp_path / name
    file.write_bytes(bytes(data))

    assert "the file is damaged" in refused(file)


@pytest.mark.parametrize("name", PACKED)
def test_a_bomb_is_not_unpacked(tmp_path, name):
    file = tmp_path / name
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("word/document.xml", "content.xml"):
            archive.writestr(part, b"<a>" + b" " * (20 * 1024 * 1024))

    assert "larger than a text can be" in refused(file)


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname">',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;&x;&x;&x;">]>',
    ],
)
@pytest.mark.parametrize(
    ("name", "part"), [("interview.docx", "document"), ("interview.odt", "content")]
)
def test_a_declaration_that_could_fetch_or_multiply_text_is_refused(
    tmp_path, name, part, declaration
):
    with zipfile.ZipFile(FILES / name) as archive:
        (data,) = [archive.read(one) for one in archive.namelist() if Path(one).stem == part]
    head, body = data.split(b"?>", 1)
    file = tmp_path / name
    file.write_bytes(repacked(name, **{part: head + b"?>" + declaration + body}))

    assert "DOCTYPE" in refused(file)


def test_a_file_of_old_word_is_sent_back_under_either_name(tmp_path):
    renamed = tmp_path / "gammel.docx"
    renamed.write_bytes((FILES / "hard.doc").read_bytes())

    assert "old Office format or locked" in refused(renamed)
    assert "Word's old format" in refused(FILES / "hard.doc")


def test_a_file_locked_with_a_password_says_so(tmp_path):
    # Word puts what it has locked into a file of the old kind.
    word, office = tmp_path / "a.docx", tmp_path / "a.odt"
    word.write_bytes(files.OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"))
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    office.write_bytes(repacked("interview.odt", manifest=manifest, content=os.urandom(900)))

    assert "old Office format or locked with a password" in refused(word)
    assert "locked with a password" in refused(office)
    assert "locked with a password" in refused(FILES / "locked.pdf")


def test_a_pdf_of_pictures_wants_text_recognition():
    assert "pictures without text" in refused(FILES / "scanned.pdf")


def test_a_pdf_without_its_end_is_read_or_refused_and_nothing_else(tmp_path):
    data = (FILES / "interview.pdf").read_bytes()
    file = tmp_path / "a.pdf"
    for size in range(0, len(data), len(data) // (200 if LONG else 20)):
        file.write_bytes(data[:size])
        read_or_refuse(file)


@pytest.mark.parametrize("suffix", [*sorted(READERS), ".csv", ".tsv", ".xlsx"])
def test_an_empty_file_or_one_of_another_kind_is_refused(tmp_path, suffix):
    empty, other = tmp_path / f"tom{suffix}", tmp_path / f"andet{suffix}"
    empty.write_bytes(b"")
    other.write_bytes(bytes(range(256)) * 40)

    refused(empty)
    refused(other)


@pytest.mark.parametrize("suffix", [*sorted(READERS), ".csv", ".xlsx"])
def test_a_folder_in_place_of_a_file_and_a_file_too_large_are_refused(
    tmp_path, suffix, monkeypatch
):
    (tmp_path / f"mappe{suffix}").mkdir()
    large = tmp_path / f"stor{suffix}"
    large.write_bytes(b"a" * 2048)
    monkeypatch.setattr(files, "LARGEST_FILE", 1024)

    assert "no ordinary file" in refused(tmp_path / f"mappe{suffix}")
    assert "larger than" in refused(large)


def test_a_file_that_may_not_be_opened_is_said_so(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("Bo: Ja.", encoding="utf-8")

    def closed(_self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)

    assert "cannot be read (Permission denied)" in refused(file)


def test_a_name_without_or_with_an_unknown_ending_is_told_the_known_ones(tmp_path):
    for name in ("uden", "film.mp4"):
        (tmp_path / name).write_bytes(b"x")

    assert ".docx" in refused(tmp_path / "uden")
    assert "files of the kind .mp4 cannot be read" in refused(tmp_path / "film.mp4")


@pytest.mark.parametrize(
    "text",
    [
        'tekst;case\n"uden slutning;a\nb;c\n',
        "tekst,case\na,b,c,d\n",
        "tekst,tekst\na,b\n",
        'tekst,case\n"a"b,c\n',
    ],
)
def test_a_table_that_does_not_hang_together_is_refused(tmp_path, text):
    (tmp_path / "svar.csv").write_text(text, encoding="utf-8")

    refused(tmp_path / "svar.csv")


def test_subtitles_of_which_a_line_cannot_be_understood_are_refused_and_not_cut(tmp_path):
    (tmp_path / "a.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n\n00:99:99.000 --> 00:03.000\nTabt\n",
        encoding="utf-8",
    )

    assert "damaged" in refused(tmp_path / "a.vtt")


def test_one_bad_file_in_a_folder_is_remarked_and_the_others_are_read(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 stump")
    (tmp_path / "b.txt").write_text("Bo: Ja.", encoding="utf-8")

    reading = read_folder(tmp_path)

    assert [document.name for document in reading.documents] == ["b"]
    assert len(reading.remarks) == 1
    assert "a.docx" in reading.remarks[0]


def test_reading_asks_no_network_and_opens_no_other_file(tmp_path):
    code = (
        "import sys\n"
        "from icmo.documents import read_document\n"
        "files = sys.argv[1:]\n"
        "for file in files: read_document(file)\n"  # loads what is loaded lazily
        "seen = []\n"
        "sys.addaudithook(lambda event, found: seen.append((event, str(found[0]))) "
        "if event.startswith(('socket', 'subprocess', 'os.system')) or event == 'open' else None)\n"
        "for file in files: read_document(file)\n"
        "print([one for one in seen if one[1] not in files])\n"
    )
    (tmp_path / "a.html").write_text(
        '<p>Hej<img src="http://example.invalid/a"><link rel=stylesheet href="b.css"><iframe src=c>'
    )
    given = [*sorted(FILES.glob("interview.*")), tmp_path / "a.html"]

    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, given)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


#: A reader is given random bytes for a minute, and altered real files for another.
LONG_SECONDS = 60
FUZZED = settings(
    max_examples=400 if LONG else 25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def again_and_again(check):
    """Give a reader one round of made-up files; with LONG=1 one after the other, each another."""
    end = time.monotonic() + LONG_SECONDS
    check()
    while LONG and time.monotonic() < end:
        check()


def read_or_refuse(file):
    try:
        documents = read_documents(file)
    except DocumentError:
        return
    for document in documents:
        document.text.encode("utf-8")
        assert all(0 <= t.start <= t.end <= len(document.text) for t in document.turns)


@pytest.mark.parametrize("suffix", [*sorted(READERS), ".csv", ".xlsx"])
def test_random_bytes_give_a_document_or_a_sentence(tmp_path, suffix):
    beginnings = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1 ", b"WEBVTT\n\n", b"<html>", b"1\n0"]

    @FUZZED
    @given(st.sampled_from(beginnings), st.binary(max_size=400))
    def check(beginning, data):
        file = tmp_path / f"a{suffix}"
        file.write_bytes(beginning + data)
        read_or_refuse(file)

    again_and_again(check)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in FILES.glob("*.*") if path.suffix in READERS)
)
def test_a_real_file_with_some_bytes_changed_gives_a_document_or_a_sentence(tmp_path, name):
    data = (FILES / name).read_bytes()
    change = st.tuples(st.integers(0, len(data) - 1), st.binary(min_size=1, max_size=4))

    @FUZZED
    @given(st.lists(change, min_size=1, max_size=4))
    def check(changes):
        changed = bytearray(data)
        for place, new in changes:
            changed[place : place + len(new)] = new
        (tmp_path / name).write_bytes(bytes(changed))
        read_or_refuse(tmp_path / name)

    again_and_again(check)


XML = st.recursive(
    st.sampled_from(["tekst", "Bo: ja", "😀", "<w:br/>", "<w:tab/>", "<w:t>Mette: å</w:t>", ""]),
    lambda inner: st.builds(
        "<w:{0}>{1}</w:{0}>".format,
        st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "rPr", "pPr", "b", "sym"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=25,
)


def test_any_order_of_words_parts_gives_a_document_or_a_sentence(tmp_path):
    @FUZZED
    @given(XML)
    def check(inside):
        names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        body = f"<w:document {names}><w:body>{inside}</w:body></w:document>"
        (tmp_path / "a.docx").write_bytes(repacked("interview.docx", document=body))
        read_or_refuse(tmp_path / "a.docx")

    again_and_again(check)


RTF = st.lists(
    st.sampled_from(
        [
            *(r"\par", r"\cell", r"\row", r"\intbl", r"\pard", r"\u-10179?", r"\u-8704?", r"\'e6"),
            *("{", "}", r"{\*\foo ", r"{\footnote ", r"{\shptxt ", r"\uc0", r"\bin3", "Bo: ja"),
            *(r"\nestcell", r"{\*\nesttableprops\nestrow}", r"\itap2", r"\b ", r"\v ", r"\v0 "),
            *(r"{\stylesheet{\s1 heading 1;}}", r"\s1", r"{\listtext 1.}", r"{\header x}", "\\"),
        ]
    ),
    max_size=40,
)


def test_any_order_of_rich_texts_words_gives_a_document_or_a_sentence(tmp_path):
    @FUZZED
    @given(RTF)
    def check(words):
        (tmp_path / "a.rtf").write_text(r"{\rtf1 " + "".join(words), encoding="ascii")
        read_or_refuse(tmp_path / "a.rtf")

    again_and_again(check)


@pytest.mark.parametrize("sign", "\x85\u2028\u2029")
def test_a_line_separator_inside_a_cell_stays_there(tmp_path, sign):
    (tmp_path / "svar.csv").write_text(f"svar,x\nfør{sign}efter,1\n", encoding="utf-8")

    (document,) = read_documents(tmp_path / "svar.csv")
    assert document.text == f"før{sign}efter"


def test_text_in_a_table_comes_out_as_it_went_in(tmp_path):
    @FUZZED
    @given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1)))
    def check(texts):
        file = tmp_path / "svar.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([["svar", "x"], *([text, "1"] for text in texts)])
        written = [text for text in texts if text.strip()]
        try:
            read = [document.text for document in read_documents(file)]
        except DocumentError:
            read = []
        assert read == written or any(ord(sign) < 32 for text in texts for sign in text)

    again_and_again(check)

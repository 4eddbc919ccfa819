"""The exchange board's desk: files written for a page, files it brings, and what is told before."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from anywidget import AnyWidget

from icmo import Error, Project, refi
from icmo.interchange import WAYS
from icmo.workbench.exchange_board import ExchangeBoard
from icmo.workbench.exchange_board.desk import ExchangeDesk
from icmo.workbench.exchange_board.places import Passing, free_path, tidy_name

DATA = Path(__file__).parent / "data"
TAGUETTE = DATA / "taguette" / "samtale.sqlite3"
TRANSANA = DATA / "refi" / "transana_3.22b2_annexA3_nosources.qdpx"
QDC = DATA / "refi" / "atlasti_win_23.4.0_codebook.qdc"


@pytest.fixture
def project(filled_project, tmp_path, monkeypatch):
    shutil.copy(filled_project, tmp_path / "kib.icmo")
    monkeypatch.chdir(tmp_path)
    with Project.open(tmp_path / "kib.icmo", coder="cilla") as project:
        yield project


@pytest.fixture
def ask(project):
    sent = []
    bytes_sent = []

    def send(message, buffers=()):
        sent.append(message)
        bytes_sent[:] = [bytes(one) for one in buffers]

    desk = ExchangeDesk(project, send)

    def ask_(kind, **more):
        desk.answer({"kind": kind, "number": 5, "view": "v", **more})
        json.dumps(sent[-1], allow_nan=False)
        return sent[-1]

    ask_.bytes_of_answer = bytes_sent
    ask_("open")
    return ask_


def fetched(ask, **wish) -> tuple[str, bytes]:
    """Ask for a file, and fetch it as a page does."""
    answer = ask("export", place="browser", **wish)
    assert "refused" not in answer, answer
    content = b""
    while len(content) < answer["size"]:
        ask("piece", parcel=answer["parcel"], at=len(content))
        content += b"".join(ask.bytes_of_answer)
    ask("fetched", parcel=answer["parcel"])
    return answer["file"], content


def bring(ask, path: Path, portion: int = 1 << 20, name: str = "") -> dict:
    """Bring a file in portions, and look into it."""
    content = path.read_bytes()
    for at in range(0, max(len(content), 1), portion):
        given = {"name": name or path.name, "at": at, "buffers": [content[at : at + portion]]}
        answer = ask("bring", file="f", **given)
        assert "refused" not in answer, answer
    return ask("look_into", file="f")


def state_of(project) -> tuple:
    return project.last_line(), len(project.tags()), len(project.documents()), len(project.memos())


# ── out ──────────────────────────────────────────────────────────────────────────────────


def test_a_page_fetches_a_project_that_is_whole(ask, project, tmp_path):
    name, content = fetched(ask, way="qdpx", program="nvivo")

    (tmp_path / "fetched.qdpx").write_bytes(content)
    with refi.read_qdpx(tmp_path / "fetched.qdpx", tmp_path / "back.icmo") as back:
        assert name == "kib.qdpx"
        keys = ["start", "end", "code", "coder", "text"]
        there, here = (
            one.tags()[keys].sort_values(keys, ignore_index=True) for one in (back, project)
        )
        pd.testing.assert_frame_equal(there, here)


def test_every_way_of_the_command_can_be_fetched(ask, project):
    document = project.documents()["document"][0]
    names = {
        way: fetched(
            ask,
            way=way,
            tables=["memos"],
            document=document if way == "html" else "",
        )
        for way in WAYS
    }

    assert all(content for _, content in names.values())
    assert {way: Path(name).suffix for way, (name, _) in names.items()} == {
        way: f".{way}" for way in WAYS
    }


def test_a_table_for_excel_in_danish_has_semicolons_and_the_mark_and_is_called_by_its_name(ask):
    name, content = fetched(ask, way="csv", tables=["evidence"], excel=True)

    assert name == "kib belæg.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[0].count(";") > 5


def test_a_file_saved_beside_the_notebook_never_replaces_another(ask, tmp_path):
    first = ask("export", way="qdc", place="folder")
    second = ask("export", way="qdc", place="folder")

    assert (first["file"], second["file"]) == ("kib.qdc", "kib-2.qdc")
    assert (tmp_path / "kib.qdc").read_bytes() == (tmp_path / "kib-2.qdc").read_bytes()


def test_a_file_that_holds_a_cpr_number_goes_nowhere(ask, project, tmp_path):
    project.memo(None, "Ring til 010203-4565 i morgen")

    for place in ("folder", "browser"):
        answer = ask("export", way="csv", tables=["memos"], place=place)
        assert "CPR" in answer["refused"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == []


def test_a_whole_project_goes_out_and_is_told_to_be_confidential(ask, project):
    project.memo(None, "Ring til 010203-4565 i morgen")

    for way in ("qdpx", "jsonl"):
        told = ask("export", way=way, place="folder")["remarks"]
        assert any("CPR" in one and "må se interviewene" in one for one in told)


def test_an_erasure_names_the_files_that_a_browser_took(ask, project):
    name, _ = fetched(ask, way="docx")
    document = project.documents()["name"][0]

    receipt = project.erase(document, "trukket tilbage")

    assert name in receipt["files_left"]
    assert name in project.erase(project.documents()["name"][0], "også")["files_left"]


def test_codes_alone_are_not_remembered_as_words_that_went_out(ask, project):
    fetched(ask, way="qdc")

    assert project.erase(project.documents()["name"][0], "trukket tilbage")["files_left"] == []


def test_the_page_is_told_that_a_blind_coder_would_read_others(ask, project):
    before = ask("open")["blind"]
    project.assign(project.documents()["document"][0], ["cilla", "anna"])

    assert (before, ask("open")["blind"]) == (False, True)


# ── in ───────────────────────────────────────────────────────────────────────────────────


def test_what_a_file_would_bring_is_told_before_anything_is_changed(ask, project):
    before = state_of(project)
    told = bring(ask, TRANSANA, portion=700)

    counts = {row[0]: row[1:] for row in told["account"]["rows"]}
    assert told["account"]["kind"] == "qdpx"
    assert told["account"]["columns"] == ["element", "found", "taken", "kept", "refused"]
    assert counts["Code"][0] > 0
    assert told["makes"] == ""
    assert state_of(project) == before
    assert project.check().empty


def test_taking_it_in_does_what_was_told_as_one_act_that_is_undone(ask, project):
    before = state_of(project)
    told = bring(ask, TRANSANA)["account"]
    answer = ask("take_in", file="f")

    assert answer["account"] == told
    assert state_of(project) != before
    assert project.history()["act"].tolist().count("import_file") == 1
    ask("undo")
    assert state_of(project)[1:] == before[1:]
    assert "refused" in ask("take_in", file="f")


def test_the_import_is_not_taken_for_what_was_done_since(ask, project):
    bring(ask, QDC)
    line = ask("take_in", file="f")["line"]
    project.memo(None, "siden da")

    assert "Siden" in ask("undo", line=line)["refused"]
    assert len(project.codebooks) == 2
    ask("undo")
    ask("undo", line=project.last_line())
    assert len(project.codebooks) == 1


def test_a_project_that_went_out_by_the_page_comes_back_with_nothing_new(ask, tmp_path):
    (tmp_path / "ud.qdpx").write_bytes(fetched(ask, way="qdpx")[1])
    told = bring(ask, tmp_path / "ud.qdpx")["account"]

    assert told["remarks"][0].startswith("Var her i forvejen")
    assert "code points" in " ".join(told["placing"])


def test_a_codebook_is_shown_code_by_code(ask, project):
    told = bring(ask, QDC)
    ask("take_in", file="f")

    assert told["account"]["columns"] == ["family", "code", "label"]
    assert len(project.codebooks) == 2
    assert len(told["account"]["rows"]) == len(list(project.codebooks.values())[1])


def test_quotes_are_placed_and_those_in_doubt_are_listed(ask, project, tmp_path):
    document = project.documents().iloc[0]
    quote = project.text(document["document"])[20:60].replace("\n", " ").strip()
    code = project.tags()["code"][0]
    lines = f'document,code,quote\n"{document["name"]}",{code},"{quote}"\nUkendt,{code},x\n'
    (tmp_path / "citater.csv").write_text(lines, encoding="utf-8")
    told = bring(ask, tmp_path / "citater.csv")["account"]

    assert [row[3] for row in told["rows"]][-1] == "no document"
    assert told["remarks"] == ["Taget ind: 1 mærkning. Tvivlsomme linjer, se listen: 2."]
    count = len(project.tags())
    ask("take_in", file="f")
    assert len(project.tags()) == count + 1


def test_a_transcript_is_told_with_its_turns_and_taken_in(ask, project, tmp_path):
    (tmp_path / "Ny samtale.txt").write_text("Anna: Hej.\nBo: Goddag, goddag.\n", encoding="utf-8")
    told = bring(ask, tmp_path / "Ny samtale.txt")["account"]
    ask("take_in", file="f")

    assert told["rows"] == [["Ny samtale", 31, 5, 2]]
    assert "Ny samtale" in project.documents()["name"].tolist()


def test_a_project_of_taguette_becomes_one_of_its_own(ask, project, tmp_path):
    before = state_of(project)
    told = bring(ask, TAGUETTE)
    assert sorted(path.name for path in tmp_path.glob("*.icmo")) == ["kib.icmo"]
    answer = ask("take_in", file="f")

    assert (told["makes"], answer["made"]) == ("samtale.icmo", "samtale.icmo")
    assert told["account"] == answer["account"]
    assert state_of(project) == before
    with Project.open(tmp_path / "samtale.icmo") as made:
        assert len(made.tags())


def test_lines_become_a_project_that_equals_the_first(ask, project, tmp_path):
    (tmp_path / "linjer.jsonl").write_bytes(fetched(ask, way="jsonl")[1])
    told = bring(ask, tmp_path / "linjer.jsonl")
    ask("take_in", file="f")

    assert "mærkninger" in told["account"]["remarks"][0]
    with Project.open(tmp_path / "linjer.icmo") as made:
        assert len(made.tags()) == len(project.tags())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brudt æøå.qdpx", TRANSANA.read_bytes()[:900]),
        ("tom.qdpx", b""),
        ("ingen.sqlite3", b"SQLite format 3\0" + bytes(200)),
        ("halv.jsonl", b'{"table": '),
        ("tabel.csv", b"a,b\n1,2\n"),
        ("navn.exe", b"MZ"),
        ("uden", b"x"),
        ("tekst.docx", b"PK\x03\x04 nothing"),
        ("kode.qdc", b"<!DOCTYPE x [<!ENTITY a 'b'>]><CodeBook>&a;</CodeBook>"),
    ],
)
def test_a_bad_file_ends_in_one_sentence_and_an_unchanged_project(
    ask, project, tmp_path, name, content
):
    before = state_of(project)
    (tmp_path / "given").write_bytes(content)
    answer = bring(ask, tmp_path / "given", name=name)

    assert answer["refused"]
    assert "\n" not in answer["refused"]
    assert "Traceback" not in answer["refused"]
    assert "/icmo-" not in answer["refused"]
    assert state_of(project) == before
    assert "igen" in ask("take_in", file="f")["refused"]


def test_a_file_that_is_refused_at_the_last_is_not_left_lying(ask, monkeypatch, tmp_path):
    on_its_way = tmp_path / "on_its_way"
    on_its_way.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(on_its_way))
    bring(ask, QDC)
    assert [path.name for path in on_its_way.glob("*/*")] == [QDC.name]

    def refuse(*_given):
        raise Error("Somebody else holds the project.")

    monkeypatch.setattr("icmo.interchange.take_in", refuse)

    assert ask("take_in", file="f")["refused"] == "Somebody else holds the project."
    assert list(on_its_way.iterdir()) == []


def test_a_refusal_speaks_the_language_of_the_project(ask, monkeypatch, tmp_path):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    (tmp_path / "given").write_bytes(b"x")

    assert "Brug en af" in bring(ask, tmp_path / "given", name="navn.exe")["refused"]


def test_a_portion_that_is_missing_is_noticed_and_one_that_comes_twice_is_not(ask):
    ask("bring", file="f", name="a.txt", at=0, buffers=[b"abc"])
    ask("bring", file="f", name="a.txt", at=3, buffers=[b"def"])
    again = ask("bring", file="f", name="a.txt", at=3, buffers=[b"def"])

    assert again["at"] == 6
    assert "rækkefølge" in ask("bring", file="f", name="a.txt", at=9, buffers=[b"x"])["refused"]
    assert "forfra" in ask("bring", file="g", name="a.txt", at=3, buffers=[b"x"])["refused"]


def test_what_a_page_leaves_is_removed_from_the_machine():
    passing = Passing()
    known, path = passing.begin("a.txt")
    passing.put(known, 0, [b"ord"])
    assert path.parent.stat().st_mode & 0o077 == 0
    passing.end(known)

    assert not path.parent.exists()
    with pytest.raises(Error):
        passing.path(known)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Anna\\fil.csv", "fil.csv"),
        ("<img src=x>.qdpx", "img src=x.qdpx"),
        ("..", "file"),
        ("", "file"),
        ("æøå\x00.csv", "æøå.csv"),
        ("n" * 300 + ".csv", "n" * 80 + ".csv"),
    ],
)
def test_the_name_of_a_file_leads_nowhere_else(given, kept):
    assert tidy_name(given) == kept


def test_a_place_that_is_taken_gets_a_number(tmp_path):
    (tmp_path / "a.b.csv").touch()
    (tmp_path / "a.b-2.csv").touch()

    assert free_path(tmp_path, "a.b.csv").name == "a.b-3.csv"


def test_nothing_but_the_size_of_a_board_is_in_what_a_notebook_keeps(project):
    board = ExchangeBoard(project, height=600)

    page = {"_esm", "_css", "_anywidget_id"}
    own = set(board.trait_names(sync=True)) - set(AnyWidget.class_trait_names(sync=True))
    assert own - page == {"_height"}
    assert repr(board) == "<ExchangeBoard kib.icmo>"

"""The guard before every export: no CPR number leaves, with the key no name, whatever packs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interchanged import BOOK, made_project

from icmo import Codebook, Project, refi, spreadsheets
from icmo.documents.pseudonyms import Decision, Guard, Key, PseudonymError, check_export
from icmo.documents.pseudonyms.certain import CERTAIN, find_certain
from icmo.documents.pseudonyms.cpr import find_cpr

CANARY = "Zubaydah"
KEY = Key(decisions=(Decision(CANARY, "person", "Kvinde 7", accepted=True, by="anna"),))
#: The number goes over a line, and one of the tags ends inside of it.
NUMBER = ("Anna: Ja.\nHun er født 010160-\n1234, siger hun.\n",)
NUMBER_TAGS = ((0, 0, 25, 3, "anna", None, ""), (0, 10, 45, 3, "bo", None, ""))
NOTE = (("Anna: Ja, vi stoler på dem.\n",), ((0, 6, 20, 3, "bo", "promotes", f"det var {CANARY}"),))
WAYS = {
    "csv": lambda project, file, key: spreadsheets.write_tables(project, file, "tags", key=key),
    "parquet": lambda project, file, key: spreadsheets.write_tables(project, file, "tags", key=key),
    "xlsx": lambda project, file, key: spreadsheets.write_tables(
        project, file, ["codebook", "tags"], key=key
    ),
    "docx": lambda project, file, key: spreadsheets.write_passages(project, file, key=key),
    "html": lambda project, file, key: spreadsheets.write_transcript(
        project, "tekst 0", file, key=key
    ),
    "jsonl": lambda project, file, key: project.dump(file, Guard(key)),
    "qdpx": lambda project, file, key: refi.write_qdpx(project, file, guard=Guard(key)),
}
#: Where the number is told to stand: the row of a table, the line of a text or of a dump.
PLACES = {
    "csv": "ud.csv, line 3: ",
    "parquet": "ud.parquet, line 3: ",
    "xlsx": "ud.xlsx [Mærkninger], line 3: ",
    "docx": "ud.docx [Tillid (2)], line 3: ",
    "html": "ud.html, line 2: ",
    "jsonl": "ud.jsonl, line ",
    "qdpx": "ud.qdpx [tekst 0], line 2: ",
}


@pytest.mark.parametrize("kind", WAYS)
def test_a_cpr_number_stops_every_export_with_its_place_and_leaves_no_file(tmp_path, kind):
    with made_project(tmp_path / "a.icmo", NUMBER, NUMBER_TAGS) as project:
        before = sorted(tmp_path.iterdir())
        with pytest.raises(PseudonymError, match="The export was stopped") as refused:
            WAYS[kind](project, tmp_path / f"ud.{kind}", None)

        assert f"{PLACES[kind]}" in str(refused.value)
        assert "[CPR number]" in str(refused.value)
        assert "0101" not in str(refused.value)
        assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", WAYS)
def test_with_the_key_a_name_in_a_note_stops_every_export_and_an_older_file_stays(tmp_path, kind):
    file = tmp_path / f"ud.{kind}"
    with made_project(tmp_path / "a.icmo", *NOTE) as project:
        WAYS[kind](project, file, None)
        written = file.read_bytes()
        with pytest.raises(PseudonymError, match="Kvinde 7") as refused:
            WAYS[kind](project, file, KEY)

    assert CANARY not in str(refused.value)
    assert file.read_bytes() == written


def test_a_line_of_a_dump_is_the_line_of_its_file(tmp_path, monkeypatch):
    file = tmp_path / "ud.jsonl"
    with made_project(tmp_path / "a.icmo", ("Anna: Ja.\n", *NUMBER)) as project:
        with pytest.raises(PseudonymError) as refused:
            project.dump(file, Guard())
        monkeypatch.setattr(Guard, "refuse", lambda _: None)
        project.dump(file)

    line = int(str(refused.value).split("line ")[1].split(":")[0])
    assert "010160-" in file.read_text(encoding="utf-8").split("\n")[line - 1]


def test_a_codebook_with_a_cpr_number_in_an_example_does_not_leave(tmp_path):
    book = Codebook.parse(BOOK.replace("Hun bliver.", "Hun 010160-1234 bliver."), "p.yaml", "p")
    with pytest.raises(PseudonymError, match=r"ud\.qdc, line \d+: \[CPR number\]"):
        refi.write_qdc(book, tmp_path / "ud.qdc")
    assert not (tmp_path / "ud.qdc").exists()


def test_what_programs_make_up_is_nobodys_number():
    made_up = ["ab010160-1234-4aaa-8bbb-0123456789ab", "a0101601234b" + "0123456789abcdef" * 2]

    assert check_export([f'"document":"{one}","start":7' for one in made_up]) == []
    assert check_export(f"{uuid.UUID(int=7)} og cpr 010160-1234")[0].kind == "cpr"


def test_fifty_thousand_ids_in_a_table_stop_nothing():
    ids = "\n".join(f"{uuid.uuid5(uuid.NAMESPACE_URL, str(n))},{n},1234" for n in range(50_000))

    assert check_export(ids) == []


def test_words_of_two_cells_make_no_number_and_those_of_one_row_do():
    guard = Guard()
    guard.see_line("a", 1, "010160-")
    guard.see_line("a", 2, "1234")
    guard.refuse()

    guard.see_line("a", 3, "Anna,010160,1234,ja")
    with pytest.raises(PseudonymError, match="a, line 3"):
        guard.refuse()


PIECES = st.sampled_from(
    (
        *("010160", "1234", "01", "60", "1960", "12", "31", "0", "XX12", "1X", "*", "a"),
        *(
            "-",
            " ",
            ".",
            "/",
            ":",
            ",",
            "–",
            "\u00a0",
            "\n",
            " kr",
            "konto ",
            "CPR-nr",
            "cpr",
            "de ",
        ),
        *(" er ", " slutter på ", "personnummer", "sidste fire "),
        *("nul ", "tre ", "fire ", "fem ", "seks ", "og ", "en ", "to ", "tyve ", "İ"),
    )
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_the_guard_misses_no_number_that_the_search_is_sure_of(pieces):
    text = "".join(pieces)
    sure = {find.start for find in find_cpr(text) if find.confidence >= CERTAIN}

    assert sure <= {find.start for find in find_certain(text)}


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "ICMO_LANGUAGE": "en", "PYTHONIOENCODING": "utf-8"},
    )


def test_the_command_says_what_it_looked_for_or_where_it_stopped(tmp_path):
    made_project(tmp_path / "a.icmo", *NOTE).close()
    made_project(tmp_path / "b.icmo", NUMBER, NUMBER_TAGS).close()

    written = run("export", tmp_path / "a.icmo", tmp_path / "ud.xlsx")

    assert "Only CPR numbers were checked" in written.stdout
    for name in ("b.xlsx", "b.docx", "b.parquet"):
        stopped = run("export", tmp_path / "b.icmo", tmp_path / name)
        assert stopped.returncode == 1
        assert "The export was stopped" in stopped.stderr
        assert "0101" not in stopped.stdout + stopped.stderr
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize("kind", ["qdpx", "jsonl"])
def test_a_whole_project_is_written_and_told_to_be_confidential(tmp_path, kind):
    made_project(tmp_path / "b.icmo", NUMBER, NUMBER_TAGS).close()

    done = run("export", tmp_path / "b.icmo", tmp_path / f"b.{kind}")

    assert done.returncode == 0
    assert "Give it only to those who may see the interviews" in done.stdout
    assert "0101" not in done.stdout + done.stderr
    assert (tmp_path / f"b.{kind}").exists()


def test_a_merges_report_for_a_machine_names_nobody(tmp_path):
    made_project(tmp_path / "a.icmo", *NOTE).close()
    shutil.copy(tmp_path / "a.icmo", tmp_path / "b.icmo")
    (tmp_path / "Mette 010160-1234.txt").write_text("Mette: Ja.\n", encoding="utf-8")
    with Project.open(tmp_path / "b.icmo", coder="bo") as project:
        project.import_documents(tmp_path / "Mette 010160-1234.txt")

    done = run("merge", tmp_path / "a.icmo", tmp_path / "b.icmo", "--coder", "bo", "--csv")

    assert done.returncode == 1
    assert "The export was stopped" in done.stderr
    assert "0101" not in done.stdout + done.stderr

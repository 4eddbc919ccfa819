"""Files in and out as the command and the workbench both ask for them, and what is only rehearsed."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from icmo import Error, Project
from icmo.interchange import Wish, kind_of, make_project, rehearse, take_in, write

TRANSANA = Path(__file__).parent / "data" / "refi" / "transana_3.22b2_annexA3_nosources.qdpx"


@pytest.fixture
def project(filled_project, tmp_path):
    shutil.copy(filled_project, tmp_path / "kib.icmo")
    with Project.open(tmp_path / "kib.icmo", coder="anna") as project:
        yield project


def test_a_rehearsal_tells_what_taking_in_does_and_leaves_no_trace(project):
    tags, line, access = project.tags(), project.last_line(), len(project.access())
    told = rehearse(project, TRANSANA)

    assert project.last_line() == line
    assert project.tags().equals(tags)
    assert project.check().empty
    done = take_in(project, TRANSANA)
    assert told.table.equals(done.table)
    assert (told.remarks, told.placing) == (done.remarks, done.placing)
    assert project.last_line() == line + 1
    assert len(project.access()) >= access


def test_a_rehearsal_that_fails_lets_others_write_again(project, tmp_path):
    (tmp_path / "brudt.qdpx").write_bytes(TRANSANA.read_bytes()[:800])
    with pytest.raises(Error):
        rehearse(project, tmp_path / "brudt.qdpx")

    with Project.open(tmp_path / "kib.icmo", coder="bo") as other:
        other.memo(None, "der er plads")
    assert "der er plads" in project.memos()["text"].tolist()


def test_nobody_else_sees_what_is_rehearsed(project, tmp_path):
    with Project.open(tmp_path / "kib.icmo", coder="bo") as other:
        with project.rehearsing():
            project.memo(None, "kun en prøve")
            assert "kun en prøve" in project.memos()["text"].tolist()
            assert "kun en prøve" not in other.memos()["text"].tolist()
        assert "kun en prøve" not in project.memos()["text"].tolist()


def test_another_thread_of_the_kernel_sees_none_of_a_rehearsal(project):
    seen = []
    with project.rehearsing():
        project.memo(None, "kun en prøve")
        other = threading.Thread(target=lambda: seen.append(project.memos()["text"].tolist()))
        other.start()
        other.join()

    assert "kun en prøve" not in seen[0]


def test_what_was_said_of_the_project_before_a_rehearsal_stands_after_it(project, tmp_path):
    project.remarks = ("sagt før",)
    (tmp_path / "tekst.txt").write_text("Anna: Hej.\n", encoding="utf-8")
    rehearse(project, tmp_path / "tekst.txt")

    assert project.remarks == ("sagt før",)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.QDPX", "", "qdpx"),
        ("a.jsonl", "", "jsonl"),
        ("a.db", "", "taguette"),
        ("a.qdc", "", "codebook"),
        ("a.csv", "label\nx\n", "codebook"),
        ("a.csv", "document,code,quote\na,b,c\n", "quotes"),
        ("a.docx", "", "document"),
    ],
)
def test_the_ending_and_the_columns_say_what_a_file_is(tmp_path, name, content, kind):
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert kind_of(tmp_path / name) == kind


def test_a_whole_project_is_not_taken_into_another(project, tmp_path):
    write(project, tmp_path / "a.jsonl", Wish("jsonl"))

    with pytest.raises(Error, match=r"a\.jsonl"):
        take_in(project, tmp_path / "a.jsonl")
    told = make_project(tmp_path / "a.jsonl", tmp_path / "b.icmo")
    assert str(len(project.tags())) in told.remarks[0]


def test_no_project_is_made_of_a_transcript(tmp_path):
    (tmp_path / "a.txt").write_text("Anna: Hej.\n", encoding="utf-8")

    with pytest.raises(Error):
        make_project(tmp_path / "a.txt", tmp_path / "b.icmo")


def test_what_cannot_be_written_is_said_with_what_can(project, tmp_path):
    with pytest.raises(Error, match="qdpx, qdc, jsonl"):
        write(project, tmp_path / "a.pdf", Wish("pdf"))
    with pytest.raises(Error, match="--document"):
        write(project, tmp_path / "a.html", Wish("html"))


def test_a_project_takes_its_own_file_and_has_nothing_new(project, tmp_path):
    """Also where tags have a note and no polarity."""
    assert (project.tags()["note"].ne("") & project.tags()["polarity"].isna()).any()
    write(project, tmp_path / "a.qdpx", Wish("qdpx"))
    before = project.tags()
    account = take_in(project, tmp_path / "a.qdpx")

    assert project.tags().equals(before)
    assert "529" in account.remarks[0]

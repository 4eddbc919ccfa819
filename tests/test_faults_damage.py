"""A damaged project is told of in a sentence, at the latest when what is damaged is read."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import warnings
from contextlib import closing

import pytest
from faults.scenes import NAME, make_project

from icmo import Error, Project

LONG = bool(os.environ.get("LONG"))
PAGE = 4096
FRAMES = ("documents", "turns", "tags", "memos", "evidence", "configurations", "history", "access")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A project with something of every kind in it, as bytes."""
    folder = tmp_path_factory.mktemp("sound")
    with make_project(folder, documents=2, words=1500) as project:
        for place in range(0, 400, 10):
            project.tag("t0", place, place + 8, "job", note=f"nummer {place}")
        configuration = project.configure(mechanism=["mening"], outcome=["job"])
        project.add_evidence(configuration, "t1", 3, 30)
        project.memo("t0", "Husk dette.")
        project.assign("t0", ["anna", "bo"])
        project.replace_text("t1", "Forord. " + project.text("t1"))
    return (folder / NAME).read_bytes()


def found(path):
    """Where a damage was told of: at opening, on reading, by the check; or that it was not."""
    before = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            project = Project.open(path, coder="anna")
        except Error as error:
            assert "\n" not in str(error)
            assert path.read_bytes() == before
            return "opening"
        with project:
            try:
                for frame in FRAMES:
                    getattr(project, frame)()
                for document in project.documents()["document"]:
                    project.text(document)
                for book in project.codebooks.values():
                    book.codes()
            except Error:
                return "reading"
            try:
                return "the check" if len(project.check()) else "nothing"
            except Error:
                return "the check"


def damaged_pages(sound, with_what):
    for start in range(0, len(sound), PAGE):
        yield sound[:start] + with_what(start) + sound[start + PAGE :]


@pytest.mark.parametrize("kind", ["zeros", "noise"])
def test_a_damaged_page_is_told_of_in_a_sentence(sound, tmp_path, kind):
    path = tmp_path / NAME
    chance = random.Random(7)
    told = []
    for content in damaged_pages(
        sound, lambda _: bytes(PAGE) if kind == "zeros" else chance.randbytes(PAGE)
    ):
        path.write_bytes(content)
        told.append(found(path))
    share = told.count("opening") / len(told)
    print(f"{len(told)} pages of {kind}: {share:.0%} found at opening, {set(told)}")

    assert "nothing" not in told
    assert share > 0.5


def test_a_flipped_bit_ends_in_a_sentence_if_in_anything(sound, tmp_path):
    path = tmp_path / NAME
    chance = random.Random(11)
    told = []
    for _ in range(2000 if LONG else 60):
        place = chance.randrange(100, len(sound))
        content = bytearray(sound)
        content[place] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        told.append(found(path))
    print({where: told.count(where) for where in sorted(set(told))})

    # The unused part of a page may be anything.
    assert told.count("nothing") < len(told)


def test_a_flipped_bit_in_what_somebody_said_is_told_of(sound, tmp_path):
    path = tmp_path / NAME
    place = sound.index(b"Mette0: ") + 900
    path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])

    with pytest.raises(Error, match='the text "t0" is no longer the one that was stored'):
        Project.open(path)


def test_a_flipped_bit_in_a_text_of_a_large_file_is_told_of_when_it_is_read(
    sound, tmp_path, monkeypatch
):
    monkeypatch.setattr("icmo._store._LOOKED_THROUGH_BYTES", 0)
    path = tmp_path / NAME
    place = sound.index(b"Mette0: ") + 900
    path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])

    assert found(path) == "reading"


def test_values_of_rows_that_were_altered_are_told_of_by_the_check(sound, tmp_path):
    changes = (
        "UPDATE tags SET note = 'andet' WHERE rowid = 3",
        "UPDATE evidence SET stance = 'contradicts'",
        "UPDATE documents SET name = 't9' WHERE name = 't1'",
    )
    for change in changes:
        path = tmp_path / NAME
        path.write_bytes(sound)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(change)
            connection.commit()

        assert found(path) == "the check", change


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_refused_and_left_as_it_was(sound, tmp_path, share):
    path = tmp_path / NAME
    path.write_bytes(sound[: int(len(sound) * share)])

    assert found(path) == "opening"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not an icmo project"),
        (b"Mette: Hej.\n" * 500, "is not an icmo project"),
        (b"PK\x03\x04" + bytes(5000), "is not an icmo project"),
        (b"SQLite format 3\x00" + bytes(50), "is not an icmo project|is damaged"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_left_as_it_was(tmp_path, content, sentence):
    path = tmp_path / NAME
    path.write_bytes(content)

    with pytest.raises(Error, match=sentence):
        Project.open(path)

    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_refused_and_left_as_it_was(tmp_path, mode):
    path = tmp_path / NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE tags (tag, words)")
        connection.commit()
    before = path.read_bytes()

    with pytest.raises(Error, match="is not an icmo project"):
        Project.open(path)

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_a_database_that_another_program_broke_off_in_is_left_as_it_was(tmp_path):
    path, there = tmp_path / NAME, tmp_path / "there"
    there.mkdir()
    with closing(sqlite3.connect(there / "x", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO a VALUES (1)")
        shutil.copyfile(there / "x", path)
        shutil.copyfile(there / "x-journal", tmp_path / f"{NAME}-journal")
        connection.execute("ROLLBACK")
    before = {one: one.read_bytes() for one in tmp_path.glob(f"{NAME}*")}

    with pytest.raises(Error, match="is not an icmo project"):
        Project.open(path)

    assert {one: one.read_bytes() for one in tmp_path.glob(f"{NAME}*")} == before


def test_a_folder_in_place_of_a_project_is_refused(tmp_path):
    with pytest.raises(Error, match="is a folder"):
        Project.open(tmp_path)

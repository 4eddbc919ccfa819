"""A project file of an older version is copied, and brought up to date whole or not at all."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from faults.children import Child
from faults.scenes import NAME, V1, state_of

import icmo._backups
import icmo._migrations
from icmo import Codebook, Error, Project
from icmo.project import ProjectWarning

WORDS = ["document", "case", "group", "coder", "family", "code", "start", "end", "text", "note"]


@pytest.fixture
def old(tmp_path):
    return shutil.copyfile(V1, tmp_path / NAME)


def counts(path):
    """How many rows of each kind a file holds, asked without icmo."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = ("documents", "tags", "evidence", "journal")
        return version, [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        ]


def test_an_older_project_is_copied_before_it_is_brought_up_to_date(old):
    with pytest.warns(ProjectWarning, match=r"A copy of it as it was is called p\.version-1\.icmo"):
        Project.open(old).close()

    assert counts(old.with_name("p.version-1.icmo")) == (1, [2, 42, 12, 59])
    assert counts(V1) == (1, [2, 42, 12, 59])
    assert state_of(old)


def make_anew(old, path):
    """Do in a new project what was done in an older one, which is read without icmo."""
    with closing(sqlite3.connect(old)) as connection:
        connection.row_factory = sqlite3.Row
        documents, tags, configurations, evidence = (
            [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]
            for table in ("documents", "tags", "configurations", "evidence")
        )
    folder = path.with_suffix(".files")
    folder.mkdir()
    columns = ["file", "name", "case", "group", "kind", "date"]
    lines = [{"file": f"{number}.txt", **one} for number, one in enumerate(documents)]
    for line in lines:
        (folder / line["file"]).write_text(line["text"], encoding="utf-8", newline="")
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, columns, extrasaction="ignore")
        table.writeheader()
        table.writerows(lines)
    names = {one["document"]: one["name"] for one in documents}
    with Project.create(path, Codebook.load("kib"), coder="anna") as project:
        project.import_documents(folder)
        for one in tags:
            words = {key: one[key] for key in ("start", "end", "code", "polarity", "note", "coder")}
            project.tag(names[one["document"]], **words)
        for one in configurations:
            more = {"moderator": one["moderators"], "for_whom": one["for_whom"]}
            id_ = project.configure(
                **json.loads(one["slots"]),
                **{key: json.loads(value) for key, value in more.items()},
                title=one["title"],
            )
            for row in evidence:
                if row["target"] == one["configuration"]:
                    words = {key: row[key] for key in ("start", "end", "stance", "note")}
                    project.add_evidence(id_, names[row["document"]], **words)


def test_an_older_project_becomes_what_a_new_one_of_the_same_work_is(old, tmp_path):
    make_anew(V1, tmp_path / "new.icmo")
    with pytest.warns(ProjectWarning):
        Project.open(old).close()

    with (
        Project.open(old) as migrated,
        Project.open(tmp_path / "new.icmo") as made,
    ):
        assert migrated.documents()["name"].tolist() == made.documents()["name"].tolist()
        assert [migrated.text(name) for name in migrated.documents()["name"]] == [
            made.text(name) for name in made.documents()["name"]
        ]
        for frame, columns in (
            ("tags", WORDS[1:]),
            ("evidence", ["case", "start", "end", "text", "stance"]),
            ("turns", ["start", "end", "speaker", "text"]),
            ("configurations", ["title", "sentence", "moderators"]),
        ):
            of_both = [
                getattr(one, frame)()[columns].map(str).sort_values(columns).to_csv(index=False)
                for one in (migrated, made)
            ]
            assert of_both[0] == of_both[1], frame


def test_a_migration_that_fails_leaves_every_byte_and_the_next_one_succeeds(old, monkeypatch):
    before = old.read_bytes()

    def fails(change):
        icmo._migrations.m002_versions_of_texts(change)
        raise RuntimeError("in the middle")

    with monkeypatch.context() as broken:
        broken.setitem(icmo._migrations._MIGRATIONS, 2, fails)
        with pytest.raises(RuntimeError, match="in the middle"):
            Project.open(old)

    assert old.read_bytes() == before
    assert state_of(old)


def test_without_a_backup_nothing_is_brought_up_to_date(old, monkeypatch):
    before = old.read_bytes()

    def unwritable(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(icmo._backups, "appear", unwritable)

    with pytest.raises(Error, match=r"p\.version-1\.icmo cannot be written \(Permission denied\)"):
        Project.open(old)

    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == [NAME]


def test_processes_that_open_an_older_project_at_once_bring_it_up_to_date_once(old):
    with Child() as one, Child() as other:
        for child in (one, other):
            child.begin("open", path=old)
        told = [list(child.told()) for child in (one, other)]

    assert [word for both in told for word, _ in both] == ["TOLD", "TOLD"], told
    assert told[0] == told[1]
    assert sorted(path.name for path in old.parent.iterdir()) == [NAME, "p.version-1.icmo"]
    assert counts(old.with_name("p.version-1.icmo"))[0] == 1


def test_a_project_of_a_newer_icmo_is_refused_and_left_as_it_was(old):
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = old.read_bytes()

    with pytest.raises(Error, match=r"made by a newer icmo \(the file's version 99;"):
        Project.open(old)

    assert old.read_bytes() == before

"""A project looks after itself: a backup on every day of work and before a drop, and no leftovers."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
import warnings
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from icmo import Codebook, Error, Project
from icmo.project import ProjectWarning, care
from icmo.project.work import Work

TEXT = "Mette: " + "Så fik hun løn for det. " * 200 + "\n"


class Clock:
    """A clock that a test turns."""

    def __init__(self, day="2026-01-05"):
        self.now = datetime.fromisoformat(f"{day}T08:00:00+00:00")

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now.astimezone(UTC).isoformat(timespec="microseconds")

    def days_later(self, days=1):
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def project(tmp_path, clock):
    """A project whose first day of work has passed."""
    (tmp_path / "mette.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    making = Project.create(folder / "p.icmo", Codebook.load("kib"), coder="anna", clock=clock)
    with making as project:
        project.import_documents(tmp_path / "mette.txt")
        yield project


def opened(project, clock):
    """The same project, opened once more as by another process."""
    again = Project.open(project.path, coder="bo")
    again._work.clock = clock
    return again


def names(project):
    folder = project.path.with_name("p.backups")
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def tag(project, number=0):
    return project.tag("mette", number, number + 5, "meningsfuldhed")


def tag_many(project, count):
    (document,) = project.documents()["document"]
    places = [
        {"document": document, "start": n, "end": n + 4, "coder": "anna"} for n in range(count)
    ]
    return project.tag_many([{**one, "code": "meningsfuldhed"} for one in places])


# ── every day ────────────────────────────────────────────────────────────────────────────


def test_the_day_a_project_is_made_makes_no_backup(project):
    tag(project)

    assert sorted(file.name for file in project.path.parent.iterdir()) == ["p.icmo"]


def test_the_first_act_of_a_new_day_makes_a_backup_of_the_project_as_it_was(project, clock):
    tag(project)
    clock.days_later()
    tag(project, 7)
    tag(project, 14)

    assert names(project) == ["p.2026-01-06.icmo"]
    with Project.open(project.path.with_name("p.backups") / "p.2026-01-06.icmo") as backup:
        assert len(backup.tags()) == 1
        assert backup.check().empty
    assert project.check().empty


def test_taking_back_is_an_act_too_and_reading_is_none(project, clock):
    tag(project)
    clock.days_later()
    project.tags()
    assert names(project) == []
    project.undo()

    assert names(project) == ["p.2026-01-06.icmo"]


def test_who_starts_on_the_same_day_as_another_makes_no_second_backup(project, clock):
    clock.days_later()
    with opened(project, clock) as other:
        tag(project)
        tag(other)
    with opened(project, clock) as later:
        tag(later, 3)

    assert names(project) == ["p.2026-01-06.icmo"]


def test_the_last_ten_backups_are_kept_and_one_of_each_week_before(project, clock):
    for number in range(40):
        clock.days_later()
        tag(project, number)

    kept = [name[2:12] for name in names(project)]
    last = [(date(2026, 1, 6) + timedelta(days=day)).isoformat() for day in range(40)]
    sundays = ["2026-01-11", "2026-01-18", "2026-01-25", "2026-02-01"]
    assert kept == [*sundays, *last[-10:]]


def test_only_files_that_were_made_by_themselves_are_removed(project, clock):
    clock.days_later()
    tag(project)
    folder = project.path.with_name("p.backups")
    mine = project.backup(folder / "før mødet.icmo")
    shutil.copyfile(mine, folder / "p.2026-01-01.icmo")
    for number in range(30):
        clock.days_later()
        tag(project, number)

    assert {"før mødet.icmo", "p.2026-01-01.icmo"} < set(names(project))


def test_a_copy_of_a_project_removes_no_backup_of_the_one_it_was_copied_from(
    project, clock, tmp_path
):
    for number in range(12):
        clock.days_later()
        tag(project, number)
    there = names(project)
    (tmp_path / "elsewhere").mkdir()
    copy = Path(shutil.copyfile(project.path, tmp_path / "elsewhere" / "p.icmo"))
    with Project.open(copy, coder="anna") as other:
        other._work.clock = clock
        for number in range(30):
            clock.days_later()
            tag(other, number + 50)

    assert names(project) == there


def test_where_no_backup_can_be_made_the_act_is_done_and_it_is_said_once(project, clock):
    project.path.with_name("p.backups").write_text("i vejen", encoding="utf-8")
    clock.days_later()

    with pytest.warns(ProjectWarning, match=r"backup could not be made in .*p\.backups"):
        tag(project)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tag(project, 7)

    assert len(project.tags()) == 2


def test_a_full_disk_leaves_no_half_backup(project, clock, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("icmo._backups._copy", full)
    clock.days_later()

    with pytest.warns(ProjectWarning, match="No space left on device"):
        tag(project)

    assert names(project) == []
    assert len(project.tags()) == 1


def test_a_project_that_was_damaged_overnight_is_written_to_no_more(project, clock):
    tag_many(project, 500)
    clock.days_later()
    with closing(sqlite3.connect(project.path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'tags_place'"
        ).fetchone()
    with project.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))

    for _ in range(2):
        with pytest.raises(Error, match="is damaged"):
            project.memo("project", "i dag")
    assert names(project) == []


def test_an_erasure_finds_the_backups_that_were_made_by_themselves(project, clock):
    clock.days_later()
    tag_many(project, 40)
    with pytest.warns(ProjectWarning):
        project.undo()
    assert len(names(project)) == 2

    receipt = project.erase("Mette", "trukket tilbage")

    assert len(receipt["files"]) == 2
    assert names(project) == ["p.2026-01-06.icmo"]  # made again, of the project as it is now
    for file in project.path.parent.rglob("*.icmo"):
        assert "fik hun løn".encode() not in file.read_bytes()


# ── before a drop ────────────────────────────────────────────────────────────────────────


def test_taking_many_tags_away_makes_a_backup_first_and_says_so(project):
    tag_many(project, 40)

    with pytest.warns(ProjectWarning, match="took away 40 tags or evidence rows. A copy"):
        project.undo()

    (name,) = names(project)
    with Project.open(project.path.with_name("p.backups") / name) as backup:
        assert len(backup.tags()) == 40
    assert len(project.tags()) == 0
    project.redo()
    assert len(project.tags()) == 40
    assert project.check().empty


def test_a_backup_before_a_drop_is_made_in_the_middle_of_a_large_act_too(project):
    tag_many(project, 4000)

    with pytest.warns(ProjectWarning, match="took away 4000 tags"):
        project.undo()

    assert len(names(project)) == 1


def test_a_text_that_loses_its_tags_is_a_drop(project):
    tag_many(project, 40)

    with pytest.warns(ProjectWarning, match=r"took away \d+ tags"):
        project.replace_text("mette", "Noget helt andet.", lose_tags=True)

    assert len(names(project)) == 1


def test_codes_merged_on_the_same_places_are_a_drop(project):
    (document,) = project.documents()["document"]
    places = [{"document": document, "start": n, "end": n + 4, "coder": "anna"} for n in range(60)]
    codes = list(project.codebook.labels())[:2]
    project.tag_many([{**one, "code": code} for one in places for code in codes])
    source = project.codebook.source + "\n# nyt\n"

    with pytest.warns(ProjectWarning, match="took away 60 tags"):
        project.update_codebook(Codebook.parse(source, "kib.yaml", "kib"), {codes[1]: codes[0]})

    assert len(project.tags()) == 60


@pytest.mark.parametrize(("count", "of"), [(19, 19), (25, 200)])
def test_few_tags_or_a_small_share_are_no_drop(project, count, of, recwarn):
    if of > count:
        (document,) = project.documents()["document"]
        place = {"document": document, "code": "meningsfuldhed", "coder": "bo"}
        project.tag_many([{**place, "start": n, "end": n + 9} for n in range(of - count)])
    tag_many(project, count)

    project.undo()

    assert names(project) == []
    assert not recwarn.list


def test_a_drop_that_is_refused_leaves_no_backup(project):
    made = tag_many(project, 40)
    with opened(project, project._work.clock) as other:
        other.change_tag(made[0], note="bos")

    with pytest.raises(Error):
        project.undo()

    assert names(project) == []


def test_a_drop_is_done_where_no_backup_can_be_made_and_that_is_said(project):
    project.path.with_name("p.backups").write_text("i vejen", encoding="utf-8")
    tag_many(project, 40)

    with pytest.warns(ProjectWarning, match="no copy could be made before"):
        project.undo()

    assert len(project.tags()) == 0


# ── what killed processes left ───────────────────────────────────────────────────────────

LEFT = (
    "work/.p.icmo.0a1b2c3d.part",
    "work/.p.icmo.0a1b2c3d.part-journal",
    "work/.p.backup-2026-01-05-080000.icmo.0a1b2c3d.part",
    "work/p.backups/.p.2026-01-06.icmo.0a1b2c3d.part",
    "copies/.kopi.icmo.0a1b2c3d.part",
)
OTHERS = (
    "work/.q.icmo.0a1b2c3d.part",
    "work/.p.icmo.part",
    "copies/.q.icmo.0a1b2c3d.part",
    "copies/kopi.icmo.part",
)


@pytest.fixture
def left(project, tmp_path):
    """Files that killed processes left, of this project and of others."""
    (tmp_path / "copies").mkdir()
    (tmp_path / "work" / "p.backups").mkdir()
    project.backup(tmp_path / "copies" / "kopi.icmo")
    for name in (*LEFT, *OTHERS):
        (tmp_path / name).write_bytes(project.path.read_bytes())
    return tmp_path


def there(folder):
    return {name for name in (*LEFT, *OTHERS) if (folder / name).exists()}


def test_an_erasure_removes_backups_that_were_broken_off(project, left):
    (left / "work" / "p.backups" / "p.2026-01-02-080000.icmo").write_bytes(b"glemt")

    project.erase("Mette", "trukket tilbage")

    assert there(left) == set(OTHERS)
    assert names(project) == []


def test_opening_removes_what_was_broken_off_more_than_a_day_ago(project, left):
    Project.open(project.path).close()
    assert there(left) == {*LEFT, *OTHERS}

    past = time.time() - 2 * 24 * 60 * 60
    for name in (*LEFT[1:], *OTHERS):
        os.utime(left / name, (past, past))
    Project.open(project.path).close()

    assert there(left) == {LEFT[0], *OTHERS}


def test_a_project_that_is_looked_after_asks_the_file_once_a_day(project, monkeypatch):
    asked = []
    read = Work.fact
    monkeypatch.setattr(Work, "fact", lambda *given: asked.append(given[2]) or read(*given))
    for number in range(20):
        tag(project, number)

    assert asked.count(care.CARED) <= 1

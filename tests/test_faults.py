"""Nothing that was acknowledged is lost: processes killed, in each other's way, without room or rights."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from faults.children import Child
from faults.scenes import NAME, SCENES, make_project, state_of

import icmo._store
from icmo import Error, Project
from icmo.project import ProjectWarning, places

LONG = bool(os.environ.get("LONG"))
KILLS = 500 if LONG else 20
SEED = int(os.environ.get("ICMO_TEST_SEED") or random.randrange(10**6))


@pytest.fixture(scope="module")
def child():
    with Child() as child:
        yield child


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as project:
        yield project


# ── kills ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Kill:
    """What a killed process had acknowledged, and what its project was like when it was opened again."""

    scene: str
    acknowledged: int
    in_an_act: bool
    left_a_journal: bool
    trouble: str
    fits: bool
    whole_copies: bool


def states_of(scene, base):
    """The state of a project before the first act of a scene, and after each."""
    states = []
    copy = base.with_name("copy.icmo")

    def note():
        shutil.copyfile(base / NAME, copy)
        states.append(state_of(copy))

    note()
    for act in SCENES[scene].acts(base):
        act()
        note()
    return states


def kill(child, scene, folder, states, delay):
    """Kill a process that plays a scene, some seconds after it began its first act."""
    child.begin("play", folder=folder, scene=scene, wait=True)
    child.next("DO")
    time.sleep(delay)
    os.kill(child.pid, 9)
    told = [("DO", 0), *child.told()]
    acknowledged = sum(word == "ACK" for word, _ in told)
    journal = folder / f"{NAME}-journal"
    left = journal.exists() and journal.stat().st_size > 0
    trouble, fits = "", False
    try:
        # What was under way when it was killed may be there, whole, or not at all.
        fits = state_of(folder / NAME) in states[acknowledged : acknowledged + 2]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test looks for
        trouble = repr(error)
    copies = [state_of(path) == states[0] for path in folder.glob("copies/*.icmo")]
    return Kill(scene, acknowledged, told[-1][0] == "DO", left, trouble, fits, all(copies))


@pytest.fixture(scope="module")
def kills(child, tmp_path_factory):
    """Processes killed at random moments, over all kinds of acts."""
    chance = random.Random(SEED)
    place = tmp_path_factory.mktemp("kills")
    done = []
    for number, scene in enumerate(SCENES):
        base = place / scene
        base.mkdir()
        SCENES[scene].prepare(base)
        shutil.copytree(base, place / "played")
        child.begin("play", folder=place / "played", scene=scene, wait=False)
        child.next("DO")
        began = time.monotonic()
        assert [what for word, what in child.told() if word in ("RAW", "SAID")] == []
        lasts = time.monotonic() - began
        shutil.rmtree(place / "played")
        shutil.copytree(base, place / "states")
        states = states_of(scene, place / "states")
        shutil.rmtree(place / "states")
        for _ in range(KILLS // len(SCENES) + (number < KILLS % len(SCENES))):
            folder = place / "killed"
            shutil.copytree(base, folder)
            done.append(kill(child, scene, folder, states, chance.uniform(0, lasts)))
            shutil.rmtree(folder)
    return done


def test_a_project_opens_and_is_sound_whenever_its_process_was_killed(kills):
    assert len(kills) == KILLS
    assert [one for one in kills if one.trouble] == [], f"ICMO_TEST_SEED={SEED}"


def test_every_acknowledged_act_is_there_after_a_kill_and_none_is_half_done(kills):
    assert [one for one in kills if not one.fits] == [], f"ICMO_TEST_SEED={SEED}"


def test_a_backup_that_has_its_name_is_whole_whenever_its_process_was_killed(kills):
    assert [one for one in kills if not one.whole_copies] == [], f"ICMO_TEST_SEED={SEED}"


def test_the_kills_do_land_in_the_middle_of_acts(kills):
    landed = Counter(one.scene for one in kills if one.in_an_act)
    journals = Counter(one.scene for one in kills if one.left_a_journal)
    print(f"{KILLS} kills with the seed {SEED}: {landed.total()} in an act {dict(landed)},")
    print(f"{journals.total()} left the journal of a transaction {dict(journals)}")

    assert landed.total() >= KILLS / 2
    assert journals.total() >= KILLS / 5


def test_a_change_that_is_half_in_the_file_is_taken_back_when_it_is_opened(child, tmp_path):
    SCENES["undoing"].prepare(tmp_path)
    before = state_of(tmp_path / NAME)

    assert b"halvvejs halvvejs" in broken_off(child, tmp_path / NAME)
    assert state_of(tmp_path / NAME) == before
    assert b"halvvejs halvvejs" not in (tmp_path / NAME).read_bytes()


# ── several processes ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("processes", [2, 4] if LONG else [2])
def test_processes_that_tag_the_same_text_at_once_lose_and_double_nothing(project, processes):
    # Anna has the same text open everywhere, and every second process is Bo's.
    starts = list(range(0, 2000 if LONG else 200, 5))
    children = [Child() for _ in range(processes)]
    for number, child in enumerate(children):
        coder = "anna" if number % 2 == 0 else "bo"
        child.begin("tag", path=project.path, coder=coder, starts=starts)
    told = [list(child.told()) for child in children]
    for child in children:
        child.__exit__()

    assert [what for one in told for word, what in one if word in ("RAW", "SAID")] == []
    given = {what[0] for one in told for word, what in one if word == "ACK"}
    tags = project.tags()
    assert given == set(tags["tag"])
    assert len(tags) == 2 * len(starts)
    assert not tags.duplicated(["document", "coder", "code", "start", "end"]).any()
    assert project.history()["line"].tolist() == list(range(1, 2 * len(starts) + 2))
    assert project.check().empty


def test_a_program_that_holds_the_file_for_two_seconds_is_waited_for(project, child):
    child.begin("hold", path=project.path, seconds=2)
    child.next("READY")

    project.tag("t0", 0, 5, "job")

    assert child.next("FREE") == ""
    assert len(project.tags()) == 1


def test_a_program_that_holds_the_file_too_long_is_told_of_in_a_sentence(
    project, child, monkeypatch
):
    monkeypatch.setattr(icmo._store, "_PATIENCE_SECONDS", 0.1)
    child.begin("hold", path=project.path, seconds=1)
    child.next("READY")

    with pytest.raises(Error, match=r"p\.icmo is in use by another program\. Try again"):
        project.tag("t0", 0, 5, "job")

    child.next("FREE")
    assert project.history()["act"].tolist() == ["import"]


def test_a_reader_waits_for_a_writer_also_after_an_opening_that_could_not_be_logged(project, child):
    child.begin("hold", path=project.path, seconds=1)
    child.next("READY")

    project._work.log("exported")
    assert project._work.write_log() == "project.busy"
    assert len(project.documents()) == 1

    child.next("FREE")


def test_opening_a_project_again_leaves_the_lock_of_a_change_under_way(project):
    def taken_by_another():
        with closing(sqlite3.connect(project.path, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")

    with project._work.store.change():
        Project.open(project.path).close()

        with pytest.raises(sqlite3.OperationalError, match="locked"):
            taken_by_another()
        held = child_of_mine(project.path)

    assert held == "database is locked"


def child_of_mine(path):
    """What another process is told that wants to write to the file at once."""
    code = (
        f"import sqlite3; c = sqlite3.connect({str(path)!r}, timeout=0, isolation_level=None)\n"
        "try: c.execute('BEGIN IMMEDIATE'); print('free')\n"
        "except sqlite3.OperationalError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


# ── no room ──────────────────────────────────────────────────────────────────────────────

HUNGRY = (
    "create",
    "import",
    "tag",
    "tag in bulk",
    "replace a text",
    "undo",
    "back up",
    "change the codebook",
    "migrate",
)


@pytest.mark.parametrize("act", HUNGRY)
def test_without_room_an_act_is_refused_in_a_sentence_and_the_file_is_as_it_was(
    child, tmp_path, act
):
    base = tmp_path / "base"
    base.mkdir()
    SCENES["migrating" if act == "migrate" else "undoing"].prepare(base)
    size = (base / NAME).stat().st_size
    refused = 0
    # No file at all, part of the journal, no page more in the project, nearly enough.
    for room in (0, 700, 5000, 40_000, size, size + 8192):
        folder = tmp_path / str(room)
        shutil.copytree(base, folder)
        told = child.do("starve", folder=folder, act=act, room=room)

        assert [word for word, _ in told] == ["TOLD"], told
        (_, what) = told[0]
        if what["said"]:
            refused += 1
            assert "the disk is full or failing" in what["said"] or "written" in what["said"]
            assert "\n" not in what["said"]
            assert what["same bytes"]
            assert [name for name in what["left"] if ".version-1" not in name] == []
            assert what["again"] == ""
        state_of(folder / NAME)
    assert refused >= 2


# ── no rights ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def readable():
    """A folder with a project of two tags that everybody may read."""
    with tempfile.TemporaryDirectory(prefix="icmo-") as name:
        folder = Path(name)
        with make_project(folder) as project:
            project.tag("t0", 0, 5, "job")
            project.tag("t0", 7, 12, "haab")
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_a_project_that_may_only_be_read_is_read_with_a_warning(child, readable, file, folder):
    (readable / NAME).chmod(file)
    readable.chmod(folder)

    ((word, told),) = child.do("as nobody", path=readable / NAME)

    assert word == "TOLD", told
    assert told["said"] == ""
    assert told["tags"] == 2
    assert told["check"] == 0
    assert "can only be read: nothing can be changed" in told["warned"][0]
    assert "can only be read. Check that you may write" in told["refused"]
    assert "can only be read. Check that you may write" in told["undo"]
    assert told["same"] or folder == 0o777


def test_nothing_is_made_in_a_folder_that_may_not_be_written(child, readable):
    readable.chmod(0o555)

    ((_, told),) = child.do("as nobody", path=readable / NAME)

    assert "new.icmo" in told["created"]
    assert "\n" not in told["created"]
    assert "cannot be written" in told["backup"]
    assert sorted(path.name for path in readable.iterdir()) == [NAME, "t0.txt"]


def test_a_project_that_may_not_be_read_is_said(child, readable):
    (readable / NAME).chmod(stat.S_IWUSR)

    ((_, told),) = child.do("as nobody", path=readable / NAME)

    assert "cannot be read" in told["said"]


def test_a_change_that_was_broken_off_is_said_where_it_cannot_be_taken_back(child, readable):
    broken_off(child, readable / NAME)
    readable.chmod(0o555)

    ((_, told),) = child.do("as nobody", path=readable / NAME)

    assert "can only be read" in told["said"]
    assert told["same"]


def broken_off(child, path):
    """Kill a process when part of a change is in the file. Returns what is in the file."""
    child.begin("break off", path=path)
    child.next("READY")
    os.kill(child.pid, 9)
    list(child.told())
    return path.read_bytes()


# ── the clock, and where the project stands ──────────────────────────────────────────────


def test_a_clock_that_goes_backwards_changes_no_order(project):
    for day in (20, 3, 11):
        project._work.clock = lambda day=day: f"2026-01-{day:02}T08:00:00.000000+00:00"
        project.tag("t0", day, day + 5, "job")

    assert project.history()["created"].str[8:10].tolist()[1:] == ["20", "03", "11"]
    assert project.history()["line"].tolist() == [1, 2, 3, 4]
    project.undo()
    assert sorted(project.tags()["start"]) == [3, 20]
    project.redo()
    assert sorted(project.tags()["start"]) == [3, 11, 20]
    assert project.check().empty


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_project_on_a_network_drive_is_warned_of(project, tmp_path, monkeypatch, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x {tmp_path} {kind} rw 0 0\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)

    with pytest.warns(ProjectWarning, match=rf"is on a network drive \({kind}\)"):
        Project.open(project.path).close()


@pytest.mark.parametrize("name", ["OneDrive - Kommunen", "Dropbox", "Nextcloud", "Google Drive"])
def test_a_project_in_a_synchronised_folder_is_warned_of(project, tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    shutil.copyfile(project.path, folder / NAME)

    with pytest.warns(ProjectWarning, match="in a folder that is synchronised"):
        Project.open(folder / NAME).close()


def test_a_project_on_the_machines_own_disk_is_not_warned_of(project, recwarn):
    Project.open(project.path).close()

    assert len(recwarn) == 0


def test_a_project_may_have_any_name_that_a_file_may_have(tmp_path):
    with make_project(tmp_path) as project:
        backup = project.backup(tmp_path / "Hvad hjælper? #2 50% æøå.icmo")

    with Project.open(backup) as again:
        assert len(again.documents()) == 1
    assert len(list(tmp_path.glob("*.icmo"))) == 2

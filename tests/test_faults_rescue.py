"""What can be read of a damaged project is rescued into a new one, and what cannot is told."""

from __future__ import annotations

import os
import random
import sqlite3
import warnings
from contextlib import closing

import pytest
from faults.children import Child
from faults.scenes import CODES, NAME, codebook, make_project, rows
from typer.testing import CliRunner

from icmo import Error, Project
from icmo.cli import app
from icmo.project import rescue

LONG = bool(os.environ.get("LONG"))
PAGE = 4096
#: What of a project is compared: everything but the words.
KINDS = ("documents", "tags", "evidence", "memos", "turns", "history")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A project with 3,000 tags, most of them put in at once, and something of everything else."""
    folder = tmp_path_factory.mktemp("sound")
    with make_project(folder, documents=3) as project:
        for number in range(3):
            project.tag_many(rows(project, f"t{number}", 900 if number else 1100))
        for place in range(100):
            project.tag("t2", place, place + 30, CODES[place % 4], note=f"nummer {place}")
        configuration = project.configure(mechanism=["mening"], outcome=["job"])
        project.add_evidence(configuration, "t1", 3, 30)
        project.memo("t0", "Husk dette.")
        project.assign("t0", ["anna", "bo"])
        project.untag(project.tags()["tag"][7])
        project.replace_text("t1", "Forord. " + project.text("t1"))
        project.update_codebook(codebook(meaning="nu"))
    return (folder / NAME).read_bytes()


def kinds_of(path):
    with Project.open(path) as project:
        return {name: getattr(project, name)().to_csv() for name in KINDS}


def rescued(folder, content, name="rescued.icmo"):
    (folder / NAME).write_bytes(content)
    (folder / name).unlink(missing_ok=True)
    told = rescue(folder / NAME, folder / name).set_index("table")
    assert (folder / NAME).read_bytes() == content
    return told, folder / name


def test_a_sound_project_is_rescued_whole(sound, tmp_path):
    told, path = rescued(tmp_path, sound)

    assert told["lost"].sum() == told["rebuilt"].sum() == 0
    assert set(told["remark"]) == {""}
    assert told.loc["tags", "read"] == 2999
    assert kinds_of(path) == kinds_of(tmp_path / NAME)
    with Project.open(path) as project:
        assert project.check().empty


@pytest.mark.parametrize("kind", ["zeros", "noise"])
def test_whichever_page_is_damaged_the_tags_on_all_others_are_rescued(sound, tmp_path, kind):
    chance = random.Random(5)
    with closing(sqlite3.connect(f"file:{_written(tmp_path, sound)}?mode=ro", uri=True)) as bare:
        tags = {
            row[0]: row[1:]
            for row in bare.execute('SELECT tag, document, code, "start", "end", note FROM tags')
        }
    shares, lost, wrong = [], 0, 0
    # Among them the first ones, which lead to all others, and one full of tags.
    step = 1 if LONG else 60
    bulk = sound.rindex(b"set her") // PAGE * PAGE
    for start in sorted({0, PAGE, PAGE * 34, bulk, *range(0, len(sound), PAGE * step)}):
        page = sound[start : start + PAGE]
        noise = bytes(PAGE) if kind == "zeros" else chance.randbytes(PAGE)
        told, path = rescued(tmp_path, sound[:start] + noise + sound[start + PAGE :])
        undamaged = {tag for tag in tags if tag.encode() not in page}
        with Project.open(path) as project:
            found = project.tags().set_index("tag")
            lost += len(tags) > len(found)
            wrong += any(
                tuple(found.loc[tag, ["document", "code", "start", "end", "note"]]) != tags[tag]
                for tag in (*list(found.index[:: 1 if LONG else 97]),)
            )
            if len(tags) > len(found):
                assert told["lost"].sum() >= 1
                assert told["remark"].str.len().sum() or told.loc["tags", "lost"]
            project.check()
        shares.append(len(undamaged & set(found.index)) / max(1, len(undamaged)))
    print(
        f"{len(shares)} pages of {kind}: least {min(shares):.2%} of undamaged tags; {lost} lost some"
    )

    assert min(shares) >= 0.99
    assert wrong == 0
    assert lost > 0 or not LONG  # the few pages of a short run may all be written twice in the file


def _written(folder, content):
    (folder / "sound.icmo").write_bytes(content)
    return folder / "sound.icmo"


def test_tags_that_the_journal_remembers_are_made_again(sound, tmp_path):
    place = sound.index(b"nummer 50") // PAGE * PAGE
    pages = [
        start
        for start in range(0, len(sound), PAGE)
        if b"nummer 5" in sound[start : start + PAGE]
        and b'"after"' not in sound[start : start + PAGE]
    ]
    start = pages[0] if pages else place

    told, path = rescued(tmp_path, sound[:start] + bytes(PAGE) + sound[start + PAGE :])

    assert told.loc["tags", "rebuilt"] > 0
    assert told.loc["tags", ["read", "rebuilt", "lost"]].sum() == 2999
    with Project.open(path) as project:
        assert "nummer 50" in set(project.tags()["note"])


def test_a_text_with_a_flipped_bit_is_kept_and_told(sound, tmp_path):
    place = sound.rindex(b"Mette0: ") + 30
    content = bytearray(sound)
    content[place] ^= 1

    told, path = rescued(tmp_path, bytes(content))

    assert 'The text "t0" (version 1) is no longer the one' in told.loc["texts", "remark"]
    with Project.open(path) as project:
        assert len(project.text("t0")) > 4000
        assert len(project.tags()) == 2999


def test_a_journal_that_cannot_be_read_rebuilds_nothing_and_that_is_told(sound, tmp_path):
    content = sound.replace(b'"before":null', b'"befoRe":null', 1)

    told, path = rescued(tmp_path, content)

    assert "Lines of the journal are lost" in told.loc["journal", "remark"]
    assert told["rebuilt"].sum() == 0
    with Project.open(path) as project:
        assert len(project.tags()) == 2999


def test_a_file_that_was_cut_off_gives_what_is_left_of_it(sound, tmp_path):
    told, path = rescued(tmp_path, sound[: len(sound) * 2 // 3])

    assert told["read"].sum() > 100
    Project.open(path).close()


def test_nothing_is_rescued_over_anything_or_out_of_nothing(sound, tmp_path):
    (tmp_path / NAME).write_bytes(sound)
    (tmp_path / "there.icmo").write_text("mit", encoding="utf-8")
    (tmp_path / "letter").write_bytes(b"Mette: Hej.\n" * 2000)

    with pytest.raises(Error, match="exists already"):
        rescue(tmp_path / NAME, tmp_path / "there.icmo")
    with pytest.raises(Error, match="Nothing of a project can be read"):
        rescue(tmp_path / "letter", tmp_path / "new.icmo")

    assert (tmp_path / "there.icmo").read_text(encoding="utf-8") == "mit"
    assert not (tmp_path / "new.icmo").exists()


def test_what_was_erased_is_not_rescued(tmp_path):
    with make_project(tmp_path, documents=2) as project:
        project.tag_many(rows(project, "t0", 300))
        project.erase("t0", "trukket tilbage")

    told = rescue(tmp_path / NAME, tmp_path / "rescued.icmo").set_index("table")

    assert told.loc[["documents", "tags", "texts"], "read"].tolist() == [1, 0, 1]
    assert b"Mette0" not in (tmp_path / "rescued.icmo").read_bytes()


def test_a_change_that_was_broken_off_is_not_rescued(tmp_path):
    with make_project(tmp_path) as project:
        project.tag_many(rows(project, "t0", 500))
    with Child() as child:
        child.begin("break off", path=tmp_path / NAME)
        child.next("READY")
        os.kill(child.pid, 9)
        list(child.told())
    before = {file: file.read_bytes() for file in tmp_path.glob(f"{NAME}*")}
    assert b"halvvejs halvvejs" in before[tmp_path / NAME]

    told = rescue(tmp_path / NAME, tmp_path / "rescued.icmo").set_index("table")

    assert told.loc["tags", "read"] == 500
    assert b"halvvejs halvvejs" not in (tmp_path / "rescued.icmo").read_bytes()
    assert {file: file.read_bytes() for file in tmp_path.glob(f"{NAME}*")} == before
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_the_command_rescues_and_says_what_is_lost(sound, tmp_path):
    content = bytearray(sound)
    content[: 3 * PAGE] = bytes(3 * PAGE)
    (tmp_path / NAME).write_bytes(content)

    done = CliRunner().invoke(
        app, ["check", str(tmp_path / NAME), "--rescue", str(tmp_path / "rescued.icmo")]
    )

    assert done.exit_code == 0, done.exception
    assert "tags: 2999 rescued" in done.stdout
    assert "The project's id, language or date is lost" in done.stdout
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Project.open(tmp_path / "rescued.icmo").close()

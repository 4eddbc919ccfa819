"""The command: one clear sentence, and the exit code a script can trust."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import icmo
from icmo import Project

SAMPLE = Path(__file__).parent.parent / "interviews_sample"


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "ICMO_LANGUAGE": "en", "PYTHONIOENCODING": "utf-8", **environment},
    )


@pytest.fixture
def project(tmp_path, filled_project):
    return shutil.copyfile(filled_project, tmp_path / "kib.icmo")


def test_a_new_project_is_exactly_one_file_and_takes_a_folder_of_transcripts(tmp_path):
    made = run("new", tmp_path / "p", "--codebook", "kib")
    added = run(
        "add", tmp_path / "p.icmo", SAMPLE / "transcripts", "--attributes", SAMPLE / "documents.csv"
    )

    assert (made.returncode, made.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["p.icmo"]
    assert added.stdout.endswith(f" documents were added to {tmp_path / 'p.icmo'}.\n")
    with Project.open(tmp_path / "p.icmo") as project:
        assert {"Nørrevang Kommune", "Sønderkær Kommune"} <= set(project.cases()["case"])


def test_a_mistake_is_one_sentence_and_never_a_traceback(tmp_path):
    done = run("matrix", tmp_path / "none.icmo")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"Error: {tmp_path / 'none.icmo'}: there is no such project. "
        "Check the name and the folder, or make it with `icmo new`.\n"
    )


def test_misuse_exits_with_2():
    assert run("matrix").returncode == 2
    assert run("does-not-exist").returncode == 2


def test_checking_a_codebook_says_what_is_in_it_or_what_to_mend(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("families:\n  - id: a\n    role: mecanism\n    codes: []\n", encoding="utf-8")

    fine, wrong = run("codebook", "check", "relation"), run("codebook", "check", bad)

    assert (fine.returncode, fine.stdout.split(":")[0]) == (0, "relation")
    assert wrong.returncode == 1
    assert f'{bad}, line 3: there is no role "mecanism".' in wrong.stderr


def test_a_codebook_is_shown_as_a_tree_and_one_code_in_full():
    tree = run("codebook", "show", "relation", "--language", "da").stdout
    code = run("codebook", "show", "kib", "--code", "meningsfuldhed", "--language", "da").stdout

    assert "  Tro på kvinden, men vær realistisk  [rel_1]\n    " in tree
    assert code.startswith("## Meningsfuldhed\n")
    assert "**Bruges, når:**" in code or "Salado-Rasmussen" in code


def test_what_changed_between_two_codebooks_is_told_in_sentences_or_as_csv(tmp_path):
    book = icmo.Codebook.load("relation")
    book.change_code("rel_1", label={"en": "Have faith in her"}).save(tmp_path / "new.yaml")

    told = run("codebook", "diff", "relation", tmp_path / "new.yaml").stdout
    table = run("codebook", "diff", "relation", tmp_path / "new.yaml", "--csv").stdout

    assert told.count("\n") == 1
    assert '"Have faith in her"' in told
    assert table.splitlines()[1].startswith("rel_1,renamed,label_en,")
    assert run("codebook", "diff", "kib", "kib").stdout == "The two codebooks are the same.\n"


@pytest.mark.parametrize("name", ["a.md", "a.docx", "a.xlsx", "a.csv"])
def test_a_codebook_is_exported_in_the_format_of_the_ending(tmp_path, name):
    done = run("codebook", "export", "relation", "--to", tmp_path / name)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).stat().st_size > 1000


def test_guides_checklists_and_the_schema_are_written_from_the_command(tmp_path):
    run(
        "codebook",
        "export",
        "kib",
        "--to",
        tmp_path / "guide.md",
        "--principle",
        "tvaerfaglig",
        "--language",
        "da",
    )
    run(
        "codebook",
        "export",
        "recruitment",
        "--to",
        tmp_path / "sheets.md",
        "--checklists",
        "--language",
        "da",
    )
    run("codebook", "schema", "--to", tmp_path / "codebook.schema.json")

    assert "tværfaglighed" in (tmp_path / "guide.md").read_text(encoding="utf-8")
    assert "☐" in (tmp_path / "sheets.md").read_text(encoding="utf-8")
    assert (tmp_path / "codebook.schema.json").read_text().startswith("{")
    assert run("codebook", "schema").stdout == (tmp_path / "codebook.schema.json").read_text(
        encoding="utf-8"
    )


def test_an_export_to_an_unknown_format_is_refused_with_those_there_are(tmp_path):
    done = run("codebook", "export", "kib", "--to", tmp_path / "kib.doc")

    assert done.returncode == 1
    assert ".docx" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_matrix_is_written_as_csv_for_a_machine(project):
    done = run("matrix", project, "--columns", "outcome", "--csv")

    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0].startswith("case,")
    assert any(line.startswith("Nørrevang Kommune,") for line in lines[1:])


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_map_is_drawn_in_the_format_of_its_ending(project, tmp_path, ending):
    done = run("map", project, "--to", tmp_path / f"map.{ending}")

    head = (tmp_path / f"map.{ending}").read_bytes()[:200]
    assert done.returncode == 0
    assert {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[ending] in head


def test_a_map_may_show_one_type_of_intervention_only(project, tmp_path):
    done = run("map", project, "--intervention", "handlekraft_indsats", "--to", tmp_path / "m.svg")
    wrong = run("map", project, "--intervention", "handlekraftindsats", "--to", tmp_path / "w.svg")

    drawn = (tmp_path / "m.svg").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "Sprogcenter" in drawn
    assert "Sundhedshus" not in drawn
    assert wrong.returncode == 1
    assert "handlekraft_indsats" in wrong.stderr


def test_every_command_has_help_with_an_example_in_both_languages():
    from typer.main import get_command

    from icmo.cli import app

    def walk(command, path):
        if hasattr(command, "commands"):
            for name, inner in command.commands.items():
                yield from walk(inner, [*path, name])
        else:
            yield path, command

    commands = list(walk(get_command(app), []))
    assert len(commands) >= 7
    assert [
        path
        for path, command in commands
        if not (command.epilog or "").startswith("icmo " + " ".join(path))
    ] == []
    assert "Kryds cases med koder." in run("matrix", "--help", ICMO_LANGUAGE="da").stdout
    assert "Cross cases with codes." in run("matrix", "--help").stdout


def test_with_no_screen_the_command_is_printed_and_as_root_it_allows_root(tmp_path):
    done = run("lab", tmp_path, DISPLAY="", WAYLAND_DISPLAY="")

    assert done.returncode == 0
    assert f"-m jupyterlab {'--allow-root ' if os.geteuid() == 0 else ''}{tmp_path}" in done.stdout


def test_with_a_screen_jupyterlab_is_opened_on_the_folder_unless_the_browser_is_declined(
    tmp_path, monkeypatch
):
    import typer

    from icmo.cli import start

    opened = []

    def stand_in(command, **_):
        opened.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(start.subprocess, "run", stand_in)
    with pytest.raises(typer.Exit):
        start.lab(tmp_path, no_browser=False)
    start.lab(tmp_path, no_browser=True)

    assert [command[1:3] for command in opened] == [["-m", "jupyterlab"]]
    assert opened[0][-1] == str(tmp_path)


def test_the_version_is_the_changelogs_newest():
    changelog = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## {icmo.__version__}" in changelog


def test_a_new_user_goes_from_a_folder_to_a_checked_project(tmp_path):
    made = run("new", tmp_path / "p", "--codebook", "kib")
    added = run("add", tmp_path / "p.icmo", SAMPLE / "transcripts", "--coder", "anna")
    checked = run("check", tmp_path / "p.icmo")

    assert f"icmo add {tmp_path / 'p.icmo'} FOLDER --coder NAME" in made.stdout
    assert "16 documents were added" in added.stdout
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == (
        f"{tmp_path / 'p.icmo'} is sound: 16 documents, 0 tags, 0 configurations.\n"
    )


def test_what_is_known_of_cases_and_the_questions_are_added_from_their_files(project):
    run("add", project, "--cases", SAMPLE / "cases.csv", "--questions", SAMPLE / "questions.yaml")

    with Project.open(project) as opened:
        assert "team_type" in opened.cases().columns
        assert len(opened.questions()) > 3


def test_adding_nothing_is_misuse(project):
    assert run("add", project).returncode == 2


def test_what_a_file_left_out_is_said_when_it_is_added(tmp_path):
    run("new", tmp_path / "p", "--codebook", "kib")
    (tmp_path / "a.txt").write_bytes("Mette: Vi følger op.\n".encode("cp1252"))
    (tmp_path / "b.xyz").write_text("noget", encoding="utf-8")

    added = run("add", tmp_path / "p.icmo", tmp_path / "a.txt", tmp_path / "b.xyz")

    assert "a.txt: the text is not UTF-8 and was read as cp1252" in added.stdout
    assert "b.xyz: files of the kind .xyz cannot be read" in added.stdout
    assert "1 documents were added" in added.stdout


def test_history_reads_as_sentences_and_undo_and_redo_walk_it(project):
    undone = run("undo", project, "--coder", "anna", ICMO_LANGUAGE="da")
    told = run("history", project, "--last", "1")
    again = run("redo", project, "--coder", "anna")

    assert undone.stdout.startswith(
        'Fortrudt: føjede tegn 2004–2036 i "Gruppeinterview, Klintholm"'
    )
    assert "anna: fortrød (føjede tegn 2004–2036" in told.stdout
    assert again.returncode == 0
    assert run("undo", project, "--coder", "clara").stderr == "Error: clara has nothing to undo.\n"


def test_history_is_written_for_a_machine(project):
    import io
    import json

    import pandas as pd

    as_csv = run("history", project, "--coder", "bo", "--csv").stdout
    as_json = run("history", project, "--coder", "bo", "--json").stdout

    assert pd.read_csv(io.StringIO(as_csv))["coder"].unique().tolist() == ["bo"]
    assert len(json.loads(as_json)) == len(pd.read_csv(io.StringIO(as_csv)))


def test_a_project_that_is_not_sound_is_told_line_by_line_and_exits_with_1(project):
    import sqlite3

    with sqlite3.connect(project) as connection:
        connection.execute('UPDATE tags SET start = 999999, "end" = 9999999 WHERE rowid = 1')
    connection.close()

    checked = run("check", project)

    assert checked.returncode == 1
    assert "Place in" in checked.stdout
    assert "Journal" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_a_backup_is_made_where_it_is_wanted_and_never_replaces_a_file(project, tmp_path):
    (tmp_path / "backups").mkdir()

    first = run("backup", project, tmp_path / "backups")
    second = run("backup", project, tmp_path / "backups")

    assert "it was opened and found whole" in first.stdout
    assert sorted(path.name for path in (tmp_path / "backups").iterdir()) == [
        "kib-2.icmo",
        "kib.icmo",
    ]
    assert second.returncode == 0


def test_an_erasure_asks_first_and_gives_a_receipt(project):
    asked = run("erase", project, "Amira", "--reason", "trukket tilbage", "--coder", "anna")
    done = run("erase", project, "Amira", "--reason", "trukket tilbage", "--coder", "anna", "--yes")

    assert asked.returncode == 1
    assert "characters were erased. Receipt: " in done.stdout
    with Project.open(project) as opened:
        assert "Amira" not in set(opened.turns()["speaker"])


def test_the_access_log_is_told(project):
    run("backup", project)

    assert "opened" in run("log", project).stdout
    assert run("log", project, "--csv").stdout.startswith("entry,created,coder,act,target")

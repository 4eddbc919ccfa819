"""The commands for damaged texts and for people: repair, pseudonymise, and the guard before a report."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys

import pytest

from icmo import Project

CANARY = "Zubaydah"
TEXT = (
    "Interviewer: Hvad skete der i projek-\ntet?\n\n"
    f"Mette: Ja, og så fik {CANARY} løn, og {CANARY}s mand hjalp i under­søgelsen.\n"
)
PASSWORD = "fire små ord her"


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env={
            **os.environ,
            "ICMO_LANGUAGE": "en",
            "PYTHONIOENCODING": "utf-8",
            "ICMO_CODER": "anna",
            **environment,
        },
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "safe").mkdir()
    (tmp_path / "gruppe.txt").write_text(TEXT, encoding="utf-8")
    assert run("new", tmp_path / "work" / "kib", "--codebook", "kib").returncode == 0
    return tmp_path


@pytest.fixture
def project(folder):
    assert run("add", folder / "work" / "kib.icmo", folder / "gruppe.txt").returncode == 0
    return folder / "work" / "kib.icmo"


def text_of(project):
    with Project.open(project) as opened:
        return opened.text("gruppe")


def fill_in(path, decision="accept"):
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "decision": decision} for row in rows)


def test_adding_with_repair_carries_out_the_safe_and_shows_the_doubtful_in_their_sentence(folder):
    done = run("add", folder / "work" / "kib.icmo", folder / "gruppe.txt", "--repair")

    assert (done.returncode, done.stderr) == (0, "")
    assert '"gruppe": ' in done.stdout
    assert "invisible sign" in done.stdout or "word cut at a line end" in done.stdout
    assert "­" not in text_of(folder / "work" / "kib.icmo")


def test_repair_all_accepts_by_confidence(folder):
    run("add", folder / "work" / "kib.icmo", folder / "gruppe.txt", "--repair-all", "0.3")

    assert "i projektet?" in text_of(folder / "work" / "kib.icmo")


def test_repair_of_a_document_can_be_read_by_a_machine_and_undone(project):
    table = run("repair", project, "gruppe", "--csv")
    assert table.stdout.splitlines()[0] == "start,end,before,after,rule,confidence,safe,sentence"
    before = text_of(project)

    done = run("repair", project, "gruppe", "--min-confidence", "0.3")
    assert done.returncode == 0
    assert text_of(project) != before
    run("undo", project)

    assert text_of(project) == before


def test_names_are_listed_in_their_sentence_with_what_could_stand_there(project):
    done = run("pseudonymise", project)

    assert (done.returncode, done.stderr) == (0, "")
    assert CANARY in done.stdout
    assert "Person 1" in done.stdout
    assert "gruppe: proposed (" in done.stdout


def test_a_spreadsheet_is_written_filled_in_read_and_gone_once_the_pseudonyms_stand(
    project, folder
):
    sheet = folder / "work" / "navne.csv"
    written = run("pseudonymise", project, "--to", sheet)
    assert written.returncode == 0
    assert CANARY in sheet.read_text(encoding="utf-8-sig")
    assert run("pseudonymise", project, "--to", sheet).returncode == 1  # never over a file
    fill_in(sheet)

    read = run("pseudonymise", project, "--decisions", sheet)
    assert "2 decisions were read." in read.stdout
    key = folder / "safe" / "kib.key"
    done = run("pseudonymise", project, "--key", key, ICMO_KEY_PASSWORD=PASSWORD)

    assert (done.returncode, done.stderr) == (0, "")
    assert "not anonymous" in done.stdout
    assert not sheet.exists()
    assert CANARY not in text_of(project)
    assert CANARY.encode() not in project.read_bytes()
    assert run("check", project).returncode == 0
    back = run("pseudonymise", project, "--restore", "--key", key, ICMO_KEY_PASSWORD=PASSWORD)
    assert back.returncode == 0
    assert text_of(project) == TEXT


def test_an_unknown_decision_is_one_sentence_with_its_line(project, folder):
    sheet = folder / "navne.csv"
    run("pseudonymise", project, "--to", sheet)
    fill_in(sheet, "måske")

    done = run("pseudonymise", project, "--decisions", sheet)

    assert done.returncode == 1
    assert f'{sheet}, line 2: the decision "måske" is not known.' in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_in_the_projects_folder_is_refused_in_one_sentence(project, folder):
    sheet = folder / "navne.csv"
    run("pseudonymise", project, "--to", sheet)
    fill_in(sheet)

    done = run(
        *("pseudonymise", project, "--decisions", sheet, "--key", folder / "work" / "kib.key"),
        ICMO_KEY_PASSWORD=PASSWORD,
    )

    assert done.returncode == 1
    assert "must not lie in the project's folder" in done.stderr
    assert CANARY in text_of(project)


def test_without_a_terminal_the_password_is_asked_for_in_a_sentence(project, folder):
    done = run("pseudonymise", project, "--key", folder / "safe" / "kib.key")

    assert done.returncode == 1
    assert "set ICMO_KEY_PASSWORD" in done.stderr


def test_restoring_without_a_key_is_misuse(project):
    assert run("pseudonymise", project, "--restore").returncode == 2


def test_names_in_the_table_are_no_markup_and_begin_no_calculation(project, folder):
    (folder / "to.txt").write_text(
        "Mette: Ring til [bold]Ahmed[/bold] på +45 20 12 34 56.\n", "utf-8"
    )
    run("add", project, folder / "to.txt")

    assert run("pseudonymise", project).returncode == 0
    told = run("pseudonymise", project, "--csv").stdout
    cells = [cell for row in csv.reader(told.splitlines()) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def chapter(folder, *cells):
    (folder / "work" / "7_report").mkdir(exist_ok=True)
    notebook = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path = folder / "work" / "7_report" / "1_fund.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def prose(words):
    return {"cell_type": "markdown", "id": "a", "metadata": {}, "source": words}


def code(source):
    return {
        "cell_type": "code",
        "id": "b",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def test_a_report_with_a_cpr_number_is_stopped_with_its_place(project, folder):
    chapter(folder, prose("# Fund\n\nAlt er godt."), code("print('hun er 010160-1234')"))

    done = run("report", "build", project)

    assert done.returncode == 1
    assert "1_fund.ipynb [2], line 1: [CPR number]" in done.stderr
    assert "010160" not in done.stderr
    assert not (folder / "work" / "7_report" / "build").exists()


def test_a_report_is_stopped_for_a_name_with_the_key_and_says_what_was_checked_without(
    project, folder
):
    sheet, key = folder / "navne.csv", folder / "safe" / "kib.key"
    run("pseudonymise", project, "--to", sheet)
    fill_in(sheet)
    run("pseudonymise", project, "--decisions", sheet, "--key", key, ICMO_KEY_PASSWORD=PASSWORD)
    chapter(folder, prose(f"# Fund\n\nSom {CANARY} sagde."))

    stopped = run("report", "build", project, "--key", key, ICMO_KEY_PASSWORD=PASSWORD)
    assert stopped.returncode == 1
    assert "1_fund.ipynb [1], line 3: Person 1" in stopped.stderr
    assert CANARY not in stopped.stderr

    built = run("report", "build", project)
    assert built.returncode == 0
    assert "Only CPR numbers were checked" in built.stdout

"""The commands agreement and matrix print what a person reads, and write what a machine does."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from icmo.cli import app
from icmo.errors import Error


@pytest.fixture
def project(tmp_path, filled_project, monkeypatch):
    """The sample, of which both coders have finished twelve documents."""
    monkeypatch.setenv("ICMO_LANGUAGE", "en")
    return shutil.copyfile(filled_project, tmp_path / "kib.icmo")


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=True)


def test_agreement_is_printed_with_labels_and_notes(project):
    done = run("agreement", project)

    assert done.exit_code == 0
    assert done.stdout.startswith("Agreement of anna, bo on 12 documents, measured in characters.")
    assert "Meningsfuldhed" in done.stdout
    assert "Too few documents" not in done.stdout


@pytest.mark.parametrize("extra", [["--by", "role"], ["--pairs", "--by", "all"], ["--confused"]])
def test_agreement_is_written_as_csv_and_json_for_a_machine(project, extra):
    csv, as_json = (run("agreement", project, *extra, way) for way in ("--csv", "--json"))

    head = csv.stdout.splitlines()[0].split(",")
    assert list(json.loads(as_json.stdout)[0]) == head
    assert len(csv.stdout.splitlines()) == len(json.loads(as_json.stdout)) + 1


def test_coders_who_do_not_exist_are_one_sentence(project):
    done = run("agreement", project, "--coders", "anna,boo")

    assert isinstance(done.exception, Error)
    assert 'Did you mean "bo"?' in str(done.exception)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("m.csv", b"\xef\xbb\xbfcase,"), ("m.html", b"<!doctype html>"), ("m.png", b"\x89PNG")],
)
def test_a_matrix_is_written_as_its_files_ending_says(project, tmp_path, name, begins):
    done = run("matrix", project, "--to", tmp_path / name)

    assert done.exit_code == 0, done.exception
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_another_ending_is_refused(project, tmp_path):
    assert "Use one of: .csv, .html" in str(
        run("matrix", project, "--to", tmp_path / "m.doc").exception
    )


def test_codes_that_stand_together_and_speakers_can_be_crossed(project):
    together = run("matrix", project, "--together", "--columns", "moderator", "--json")
    speakers = run("matrix", project, "--rows", "speaker_role", "--columns", "role", "--csv")

    square = json.loads(together.stdout)
    assert square["index"] == square["columns"]
    assert speakers.stdout.startswith("speaker_role,")


def test_in_danish_roles_families_and_documents_bear_their_danish_names(project, monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")

    roles, families, documents, confused = (
        run("agreement", project, *extra).stdout
        for extra in (
            ("--by", "role"),
            ("--by", "family"),
            ("--by", "document"),
            ("--by", "role", "--confused"),
        )
    )

    assert "\nMekanisme " in roles
    assert "\nKerneprincipper " in families
    assert "om 12 dokumenter" in documents
    assert "\nGruppeinterview, Åmose " in documents
    assert "\nMekanisme\n  intet " in confused
    for printed in (roles, families, confused):
        assert "mechanism" not in printed


def test_a_matrix_is_printed_with_danish_names_and_says_what_it_counts(project, monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")

    codes = run("matrix", project).stdout.splitlines()
    roles = run("matrix", project, "--columns", "role", "--rows", "document").stdout

    assert codes[0] == "Tallene er passager."
    assert codes[2].split() == [
        *("Arbejdsidentitet", "Hverdagsmestring", "Medkonstruktør"),
        *("Meningsfuldhed", "Problemløsning", "Relationsdannelse"),
    ]
    assert codes[3].split()[:2] == ["Egebæk", "Kommune"]
    assert codes[-1].split()[:2] == ["Åmose", "Kommune"]
    assert "Mekanisme" in roles
    assert "Gruppeinterview, Åmose" in roles

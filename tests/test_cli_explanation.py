"""The commands configurations, map and guide."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from icmo import Project
from icmo.cli import app
from icmo.configurations import ConfigurationError
from icmo.demo import fill_project
from icmo.maps import MapError, read_map


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("project") / "kib.icmo"
    fill_project(path)
    with Project.open(path, coder="anna") as project:
        case = project.cases()["case"][0]
        if project.ratings().empty:
            project.rate("vidensbaseret", "G", case, 3, "ses")
            project.add_claim(theme="t01_jobskabelse")
    return path


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=True)


def test_the_sentences_are_printed_beneath_their_titles(sample):
    done = run("configurations", sample)

    assert done.exit_code == 0
    assert done.stdout.splitlines()[1].startswith("    Hvis ")


@pytest.mark.parametrize(
    "show",
    [
        "sentences",
        "evidence",
        "patterns",
        "regularities",
        "disconfirming",
        "left_out",
        "proposals",
        "saturation",
        "changes",
    ],
)
def test_each_table_is_printed_and_written_as_csv_and_json(sample, show):
    plain, csv, as_json = (
        run("configurations", sample, "--show", show, *way) for way in ([], ["--csv"], ["--json"])
    )

    assert (plain.exit_code, csv.exit_code, as_json.exit_code) == (0, 0, 0)
    rows = json.loads(as_json.stdout)
    assert csv.stdout.splitlines()[0].split(",")[0] == next(iter(rows[0]))


def test_an_unknown_table_is_refused_with_the_known_ones(sample):
    done = run("configurations", sample, "--show", "strength")

    assert isinstance(done.exception, ConfigurationError)
    assert "regularities" in str(done.exception)


def test_the_map_is_written_as_the_ending_says_and_for_each_group(sample, tmp_path):
    for name in ("map.svg", "map.graphml", "map.csv"):
        assert run("map", sample, "--to", tmp_path / name, "--level", "parent").exit_code == 0
    assert run("map", sample, "--to", tmp_path / "each.pdf", "--by", "group").exit_code == 0

    assert len(read_map(tmp_path / "map.graphml")) > 3
    assert "from" in pd.read_csv(tmp_path / "map.csv")
    assert (tmp_path / "each.pdf").read_bytes().startswith(b"%PDF")
    refused = run("map", sample, "--to", tmp_path / "each.csv", "--by", "group")
    assert isinstance(refused.exception, MapError)


@pytest.mark.parametrize("show", ["level", "passages", "judges", "gaps", "claims", "questions"])
def test_the_guide_is_printed_and_written_for_a_machine(sample, show):
    plain = run("guide", sample, "--show", show, "--principle", "vidensbaseret")
    as_json = run("guide", sample, "--show", show, "--principle", "vidensbaseret", "--json")

    assert plain.exit_code == 0
    assert plain.stdout
    assert json.loads(as_json.stdout)


def test_in_danish_tables_bear_danish_heads_and_names_and_no_ids(sample, monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")
    with Project.open(sample) as project:
        ids = {*project.configurations()["configuration"], *project.documents()["document"]}

    printed = {
        show: run("configurations", sample, "--show", show).stdout
        for show in ("evidence", "patterns", "regularities", "disconfirming", "saturation")
    }
    gaps = run("guide", sample, "--show", "gaps").stdout

    assert printed["evidence"].startswith("Konfiguration ")
    assert "uddrag imod" in printed["evidence"]
    assert "Meningsfuldhed" in printed["patterns"]
    assert "4 af 5" in printed["regularities"]
    assert "koder, ingen har brugt" in printed["disconfirming"]
    assert "Nørrevang" in printed["saturation"]
    assert gaps.startswith("Princip ")
    for text in printed.values():
        assert "NaN" not in text
        assert "()" not in text
        assert max(map(len, text.splitlines())) <= 140
        assert not any(one in text for one in ids)


def test_claims_in_the_air_and_questions_without_an_answer_stand_under_the_claims(
    sample, monkeypatch
):
    monkeypatch.setenv("ICMO_LANGUAGE", "en")

    printed = run("guide", sample, "--show", "claims").stdout

    assert "\nClaims that hang in the air:\n" in printed
    assert "\nQuestions without an answer:\n" in printed
    assert printed.startswith("Sentence ")


def test_regularities_rest_on_evidence_or_on_tags_as_one_asks(sample):
    table = ("configurations", sample, "--show", "regularities", "--threshold", 0, "--json")

    argued, coded = (
        json.loads(run(*table, "--basis", basis).stdout) for basis in ("evidence", "tags")
    )

    assert [row["n"] for row in argued] != [row["n"] for row in coded]
    refused = run("configurations", sample, "--show", "regularities", "--basis", "feeling")
    assert isinstance(refused.exception, ConfigurationError)

"""The project decides once how few persons or cases its tables may show."""

from __future__ import annotations

import pytest
from twelve import months_of
from typer.testing import CliRunner

from icmo import Codebook, Project
from icmo.cli import app
from icmo.errors import Error


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.icmo", Codebook.load("kib"), coder="anna") as opened:
        yield opened


def test_a_threshold_is_decided_told_taken_back_and_done_again(project):
    assert project.thresholds() == {"persons": 5, "cases": 3}

    project.set_threshold("persons", 10)
    project.set_threshold("persons", 8)
    project.undo()
    assert project.thresholds() == {"persons": 10, "cases": 3}
    project.undo()
    assert project.thresholds()["persons"] == 5
    project.redo()

    assert project.thresholds()["persons"] == 10
    assert project.history()["sentence"].iloc[0] == "anna: ændrede, hvor få der må vises"
    assert project.check().empty


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("person", 5, '"person" has no threshold. Known: persons, cases'),
        ("cases", 0, 'not "0"'),
        ("cases", "3", 'not "3"'),
    ],
)
def test_what_is_no_threshold_is_said_and_nothing_is_changed(project, kind, number, said):
    with pytest.raises(Error) as caught:
        project.set_threshold(kind, number)

    assert said in str(caught.value)
    assert project.thresholds() == {"persons": 5, "cases": 3}


def test_tables_of_a_project_hide_what_it_decided(project, tmp_path):
    months_of().to_csv(tmp_path / "m.csv", index=False)
    counting = ["outcomes", str(tmp_path / "m.csv"), "--end", "2022-12", "--csv"]
    asked = [*counting, "--project", str(project.path)]

    usual = CliRunner().invoke(app, counting).stdout
    project.set_threshold("persons", 1)
    shown = CliRunner().invoke(app, asked).stdout

    assert "True" in usual
    assert "True" not in shown

"""The demonstration: whole, the same each time, and never over somebody's work."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from icmo import Project
from icmo.configurations import read_configurations
from icmo.demo import PROJECT, build_demo, fill_project
from icmo.tags import find_quote, read_tags

SAMPLE = Path(__file__).parent.parent / "interviews_sample"

pytestmark = pytest.mark.notebooks


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "icmo-demo"
    list(build_demo(folder))
    return folder


def test_the_demonstration_holds_a_project_a_matrix_a_map_the_notebooks_and_the_pages(folder):
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert {
        PROJECT,
        "mechanisms.csv",
        "map.svg",
        "1_codebook.ipynb",
        "7_report/build/1_virkninger.pdf",
    } <= made
    assert not [name for name in made if name.endswith((".unfinished", ".new", "-journal"))]
    with (folder / "mechanisms.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert {"Nørrevang Kommune", "Sønderkær Kommune"} <= {row["case"] for row in rows}
    assert "Meningsfuldhed" in (folder / "map.svg").read_text(encoding="utf-8")


def test_the_demonstration_is_the_same_each_time(folder, tmp_path):
    again = tmp_path / "again"
    list(build_demo(again))

    for name in ("mechanisms.csv", "map.svg", "7_report/build/1_virkninger.pdf"):
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name
    with Project.open(again / PROJECT) as one, Project.open(folder / PROJECT) as other:
        assert one.tags().equals(other.tags())
        assert one.configurations().equals(other.configurations())


def test_a_second_run_keeps_a_project_and_a_notebook_that_somebody_changed(tmp_path):
    list(build_demo(tmp_path))
    with Project.open(tmp_path / PROJECT, coder="cilla") as project:
        project.tag("Interview, Amira", 0, 5, "tillid")
    notebook = tmp_path / "1_codebook.ipynb"
    notebook.write_text(
        notebook.read_text(encoding="utf-8").replace("The codebook", "MIN"), encoding="utf-8"
    )

    said = {made.path.name: made.words for made in build_demo(tmp_path)}

    with Project.open(tmp_path / PROJECT) as project:
        assert "cilla" in set(project.tags()["coder"])
    assert "MIN" in notebook.read_text(encoding="utf-8")
    assert said[PROJECT] == "the project was changed since last time and so was not built anew"
    assert said["1_codebook.ipynb"] == "was changed since last time and so was kept"


def test_every_quote_of_the_sample_stands_in_its_document(tmp_path):
    fill_project(tmp_path / "p.icmo")
    quotes = [tag for file in (SAMPLE / "tags").glob("*.csv") for tag in read_tags(file)]
    evidence = [
        row for one in read_configurations(SAMPLE / "configurations.yaml") for row in one.evidence
    ]

    with Project.open(tmp_path / "p.icmo") as project:
        held = set(project.documents()["name"])
        for row in [*quotes, *evidence]:
            if row.document not in held:
                continue
            text = project.text(row.document)
            start, end = find_quote(text, row.quote, getattr(row, "occurrence", 1))
            assert text[start:end] == row.quote
    assert len(quotes) >= 400

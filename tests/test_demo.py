"""The demonstration: whole, the same each time, and never over somebody's work."""

from __future__ import annotations

import csv
import re
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf
import pytest

from icmo import Codebook, Project
from icmo.configurations import read_configurations
from icmo.demo import PROJECT, build_demo, sample_folder
from icmo.documents import repair
from icmo.documents.pseudonyms import finds
from icmo.tags import find_quote, read_tags

SAMPLE = Path(__file__).parent.parent / "interviews_sample"
TYPES = (
    "virksomhedsrettet_indsats",
    "handlekraft_indsats",
    "livshistorie_indsats",
    "problemloesende_indsats",
)


def rows_of(name):
    with (SAMPLE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(autouse=True)
def without_pages(request, monkeypatch):
    """Running the chapters takes a minute; the pages are made where a test is about them."""
    if "notebooks" not in request.keywords:
        monkeypatch.setattr("icmo.demo.build_report", lambda _: [])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "icmo-demo"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("icmo.demo.build_report", lambda _: [])
        list(build_demo(folder))
    return folder


def test_the_demonstration_holds_a_project_a_matrix_a_map_and_the_notebooks(folder):
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert {
        PROJECT,
        "mechanisms.csv",
        "map.svg",
        "goals.csv",
        "goals.svg",
        "survey.svg",
        "1_codebook.ipynb",
        "7_report/01_sammenfatning.ipynb",
        "7_report/referencer.bib",
    } <= made
    assert not [name for name in made if name.endswith((".unfinished", ".new", "-journal"))]
    with (folder / "mechanisms.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert {"Nørrevang Kommune", "Sønderkær Kommune"} <= {row["case"] for row in rows}
    drawn = (folder / "map.svg").read_text(encoding="utf-8")
    assert "Meningsfuldhed" in drawn
    assert all(Codebook.load("kib")[code].label["da"] in drawn for code in TYPES)


def test_the_project_holds_the_whole_sample_and_is_sound(folder):
    with Project.open(folder / PROJECT) as project:
        every, tags, cases = project.documents(), project.tags(), project.cases()
        documents = every[every["kind"] != "statement board"]

        assert len(documents) == 16
        assert documents.groupby(["case", "group"]).size().tolist() == [1] * 16
        assert sorted(cases["case"]) == sorted(set(documents["case"]))
        assert cases["team_type"].value_counts().to_dict() == {
            "jobcenterteam": 4,
            "tværgående": 2,
            "ekstern": 2,
        }
        assert len(tags) >= 400
        assert len(project.configurations()) >= 12
        assert len(project.questions()) >= 7
        coded = tags.groupby("document")["coder"].unique()
        for row in documents.itertuples():
            assert set(row.coders) == set(row.done) == set(coded[row.document])
        assert (documents["done"].map(len) == 2).sum() >= 10
        assert project.check().empty


def test_every_interview_is_read_as_it_was_written(folder):
    files = {row["name"]: row["file"] for row in rows_of("documents.csv")}

    with Project.open(folder / PROJECT) as project:
        turns = project.turns()
        turns = turns[turns["kind"] == "turn"]
        interviews = project.documents().query("kind != 'statement board'")
        for row in interviews.itertuples():
            master = (SAMPLE / "masters" / files[row.name]).with_suffix(".txt")
            written = re.findall(
                r"^(\w+)(?: \((\w+)\))?: (.*)", master.read_text("utf-8"), re.MULTILINE
            )
            own = turns[turns["document"] == row.document]
            own = own[own["speaker"] != ""]
            assert list(zip(own["speaker"], own["speaker_role"], strict=True)) == [
                (name, part) for name, part, _ in written
            ]
            if row.name != "Interview, Suad":  # the one that was badly scanned
                said = " ".join(project.text(row.name).split())
                assert [words for *_, words in written if " ".join(words.split()) not in said] == []


def test_the_scan_can_be_mended_and_the_tags_go_with_it(folder):
    master = (SAMPLE / "masters" / "hasseloe_kvinde.txt").read_text("utf-8").split()

    with Project.open(folder / PROJECT) as project:
        text = project.text("Interview, Suad")
        mended = repair.repaired(text, min_confidence=0.5)
        moves = project.replace_text("Interview, Suad", mended, preview=True)

    def alike(words):
        return SequenceMatcher(None, master, words.split(), autojunk=False).ratio()

    assert alike(text) < 0.92
    assert alike(mended) > 0.98
    assert len(moves) >= 20
    assert "lost" not in set(moves["outcome"])


def test_the_two_personal_numbers_are_found_and_are_nobodys(folder):
    with Project.open(folder / PROJECT) as project:
        texts = [project.text(name) for name in project.documents()["name"]]
    numbers = [find.text for text in texts for find in finds(text) if find.kind == "cpr"]

    assert len(numbers) == 2
    for number in numbers:
        assert number[7] in "5678", "the seventh digit puts the birth in 2000 to 2057"
        assert 30 <= int(number[4:6]) <= 57


def test_the_demonstration_is_the_same_each_time(folder, tmp_path):
    again = tmp_path / "again"
    list(build_demo(again))

    for name in ("mechanisms.csv", "map.svg", "7_report/04_principperne.ipynb"):
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


def test_every_quote_of_the_sample_stands_in_its_document(filled_project):
    quotes = [tag for file in (SAMPLE / "tags").glob("*.csv") for tag in read_tags(file)]
    evidence = [
        row for one in read_configurations(SAMPLE / "configurations.yaml") for row in one.evidence
    ]

    with Project.open(filled_project) as project:
        for row in [*quotes, *evidence]:
            text = project.text(row.document)
            start, end = find_quote(text, row.quote, getattr(row, "occurrence", 1))
            assert text[start:end] == row.quote
    assert len(quotes) >= 400


def test_the_statements_of_the_boards_are_there_word_for_word(folder):
    with (sample_folder() / "statements.csv").open(encoding="utf-8", newline="") as stream:
        written = list(csv.DictReader(stream))

    with Project.open(folder / PROJECT) as project:
        statements, documents = project.statements(), project.documents()

    columns = ("case", "participant", "role", "statement", "scope", "priority")
    told = statements.rename(columns={"text": "statement"})[list(columns)]
    assert sorted(told.to_numpy().tolist()) == sorted(
        [row[name] for name in columns] for row in written
    )
    boards = documents[documents["kind"] == "statement board"]
    assert len(boards) == boards["case"].nunique() == 8
    assert set(boards["group"]) == {"kommune"}


@pytest.mark.notebooks
def test_the_demonstration_ends_with_the_whole_report(built_demo):
    with pikepdf.open(built_demo / "7_report" / "build" / "report.pdf") as pdf:
        assert len(pdf.pages) >= 40
        assert str(pdf.docinfo["/Title"]) == "Vejen til arbejde"
        assert str(pdf.Root.Lang) == "da"

"""The chapters of the sample's report: prose of people, everything else from the project."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from icmo import Project
from icmo.demo import PROJECT
from icmo.report import check_chapters
from icmo.report.chapters import chapters_of, run_chapters

ROOT = Path(__file__).parent.parent
CHAPTERS = chapters_of(ROOT / "notebooks" / "7_report")
MASTERS = ROOT / "interviews_sample" / "masters"
#: What the model evaluation answers in its conclusion, and the questions of the sample that ask it.
EVALUATION_QUESTIONS = (
    "principper_i_brug",
    "hvilke_principper_blev_centrale",
    "hvorfor_virkede_det",
    "stoettens_betydning",
    "det_vigtigste_for_at_faa_job",
    "trivsel_gennem_arbejde",
)
REGISTER_QUESTION = "i_job_eller_uddannelse"
#: So many words in a row are somebody else's.
BORROWED = 8


def cells(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def prose(path):
    """What a person typed in a chapter: no expressions, no references, no notes' marks."""
    typed = "\n\n".join(cell.source for cell in cells(path, "markdown"))
    return re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|\[@[^\]]*\]|\[\^\d+\]", " ", typed)


def runs(text, length):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[place : place + length]) for place in range(len(words) - length + 1)}


def names(path):
    return path.stem


@pytest.mark.parametrize("path", CHAPTERS, ids=names)
def test_a_chapter_opens_with_its_title_and_the_project(path):
    notebook = nbformat.read(path, as_version=4)

    assert re.fullmatch(r"\d\d_[a-z_]+", path.stem)
    assert notebook.cells[0].source.startswith("# ")
    opening = cells(path, "code")[0].source
    assert 'icmo.Project.open("../kib.icmo")' in opening
    assert 'report.begin(project, "da")' in opening
    assert notebook.metadata["icmo"]["language"] == "da"


@pytest.mark.parametrize("path", CHAPTERS, ids=names)
def test_no_number_is_typed_in_prose(path):
    """Names of goals and of rules are names; a number is an expression."""
    text = re.sub(r"\b[Mm]ål \d(?: eller \d)?|\b225-", " ", prose(path))

    assert re.findall(r"\d+", text) == []


def test_what_people_said_stands_in_quotes_and_not_in_the_prose():
    said = set().union(*(runs(file.read_text("utf-8"), BORROWED) for file in MASTERS.glob("*.txt")))

    borrowed = {path.stem: sorted(runs(prose(path), BORROWED) & said) for path in CHAPTERS}
    assert {name: found for name, found in borrowed.items() if found} == {}
    assert len(said) > 10_000


def test_no_sentence_is_written_twice():
    sentences = Counter(
        sentence.strip()
        for path in CHAPTERS
        for sentence in re.split(r"(?<=[.!?:])\s+", prose(path))
        if len(sentence.split()) >= BORROWED
    )

    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_the_first_page_says_that_everything_is_invented():
    first = CHAPTERS[0]

    assert "opdigtet" in nbformat.read(first, as_version=4).metadata["icmo"]["remark"]
    assert "**Alt i denne rapport er opdigtet.**" in cells(first, "markdown")[0].source


def test_the_works_cited_are_those_in_the_bibliography():
    cited = {
        key
        for path in CHAPTERS
        for cell in cells(path, "markdown")
        for key in re.findall(r"\[@(\w+)", cell.source)
    }
    listed = set(
        re.findall(r"@\w+\{(\w+),", (CHAPTERS[0].parent / "referencer.bib").read_text("utf-8"))
    )

    assert cited == listed


@pytest.fixture(scope="module")
def report(built_demo):
    """The chapters as they were run for the demonstration, and its project."""
    with Project.open(built_demo / PROJECT) as project:
        yield project, run_chapters(built_demo / PROJECT)


def words_of(notebooks):
    """Everything a reader sees of the chapters, as one text."""
    return "\n".join(nbformat.writes(notebook) for notebook in notebooks.values())


@pytest.mark.notebooks
def test_nothing_is_left_to_mend(report):
    project, notebooks = report

    found = check_chapters(project, notebooks)

    assert found[["notebook", "cell", "kind", "what"]].to_numpy().tolist() == []


@pytest.mark.notebooks
def test_every_claim_of_the_sample_is_used(report):
    project, notebooks = report
    text = words_of(notebooks)

    claims = project.claims()
    assert len(claims) == 23
    assert [one for one in claims["text"] if one.rstrip(".") not in text] == []


@pytest.mark.notebooks
def test_every_question_is_answered_in_the_conclusion_with_its_claims(report):
    project, notebooks = report
    conclusion = words_of({"": notebooks["11_konklusion.ipynb"]})

    questions = project.questions().set_index("question")
    claims = project.claims().set_index("claim")["text"]
    for question, row in questions.iterrows():
        assert row["text"] in conclusion, question
        assert all(claims[claim].rstrip(".") in conclusion for claim in row["answered_by"])
    assert all(len(questions.loc[one, "answered_by"]) for one in EVALUATION_QUESTIONS)
    unanswered = [one for one, row in questions.iterrows() if not row["answered_by"]]
    assert unanswered == [REGISTER_QUESTION], "that one is answered by the register"


@pytest.mark.notebooks
def test_every_chapter_ran_from_top_to_bottom(report):
    _, notebooks = report

    assert list(notebooks) == [path.name for path in CHAPTERS]
    for notebook in notebooks.values():
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert code
        assert all(cell.execution_count for cell in code)
        assert "widgets" not in notebook.metadata

"""Building: chapters run with their expressions, kept while unchanged, laid out; nothing half done."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import nbformat
import pytest
import reports
from reports import markdown, notebook

from icmo import Codebook, Project, report
from icmo.report.building import REPORT
from icmo.report.chapters import BUILD, CHAPTERS, chapters_of, executed, run_chapters
from icmo.report.exporter import IcmoPDFExporter

pytestmark = pytest.mark.notebooks


def code(source):
    return nbformat.v4.new_code_cell(source)


@pytest.fixture
def folder(tmp_path):
    """A report's folder with two chapters beside a project that is not there."""
    made = tmp_path / CHAPTERS
    made.mkdir()
    first = notebook(
        markdown("# Tal"),
        code("kvinder = 12345\nandel = 0.5"),
        markdown("Der er {{ kvinder }} og {{ andel * 3 }} og {{ 'Å' }}."),
        code("kvinder = 3"),
        markdown("Nu er der {{ kvinder }}."),
    )
    nbformat.write(first, made / "2_tal.ipynb")
    nbformat.write(notebook(markdown("# Ord\n\nSe [](#tal).")), made / "10_ord.ipynb")
    return made


def built(folder, **settings):
    told = []
    pages = report.build_report(folder.parent / "p.icmo", told=told.append, **settings)
    return pages, told


def text_of(path):
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


def test_chapters_come_in_the_order_of_their_numbers(folder):
    assert [path.name for path in chapters_of(folder)] == ["2_tal.ipynb", "10_ord.ipynb"]


def test_an_expression_is_worked_out_where_it_stands_and_its_value_is_kept(folder):
    made = executed(folder / "2_tal.ipynb")

    assert made.cells[2].metadata["icmo"]["values"] == [
        {"expression": "kvinder", "value": "12.345"},
        {"expression": "andel * 3", "value": "1,5"},
        {"expression": "'Å'", "value": "Å"},
    ]
    assert made.cells[4].metadata["icmo"]["values"] == [{"expression": "kvinder", "value": "3"}]
    assert "values" not in (folder / "2_tal.ipynb").read_text(encoding="utf-8")


def test_numbers_are_written_in_the_language_of_the_report(folder):
    made = executed(folder / "2_tal.ipynb", "en")

    assert made.cells[2].metadata["icmo"]["values"][0]["value"] == "12,345"


@pytest.mark.parametrize(
    ("expression", "problem"),
    [("ukendt", "NameError"), ("None", "ValueError"), ("1 +", "SyntaxError")],
)
def test_an_expression_that_fails_is_named_with_its_cell(tmp_path, expression, problem):
    path = tmp_path / "k.ipynb"
    nbformat.write(notebook(markdown("# T"), markdown(f"Der er {{{{ {expression} }}}}.")), path)

    with pytest.raises(report.ReportError, match=rf"k\.ipynb, cell 2: .* gave {problem}"):
        executed(path)


def test_a_report_is_written_in_all_forms_at_once_and_its_chapters_refer_to_each_other(folder):
    pages, told = built(folder, to=("pdf", "html", "docx"))

    assert [page.name for page in pages] == [f"{REPORT}.pdf", f"{REPORT}.html", f"{REPORT}.docx"]
    assert "Se kapitel 1." in text_of(pages[0])
    assert "12.345 og 1,5 og Å" in text_of(pages[0])
    assert len(told) == 2


def test_an_unchanged_chapter_is_not_run_again(folder):
    built(folder)
    path = folder / "10_ord.ipynb"
    saved = nbformat.read(path, as_version=4)
    saved.cells[0].source += " Og mere."
    nbformat.write(saved, path)

    _, told = built(folder)

    assert sorted(one.split(": ")[1].split()[0] for one in told) == ["run", "unchanged"]
    assert any(one.startswith("2_tal.ipynb: unchanged") for one in told)
    assert len(list((folder / BUILD / "run").iterdir())) == 2


def test_outputs_saved_in_a_notebook_do_not_make_it_a_changed_one(folder):
    built(folder)
    path = folder / "2_tal.ipynb"
    saved = nbformat.read(path, as_version=4)
    saved.cells[1].execution_count = 7
    nbformat.write(saved, path)

    assert all("unchanged" in one for one in built(folder)[1])


@pytest.mark.parametrize("change", ["data", "language", "afresh"])
def test_what_a_chapter_depends_on_makes_it_run_again(folder, change):
    built(folder)
    settings = {}
    if change == "data":
        (folder.parent / "months.csv").write_text("a\n1\n", encoding="utf-8")
    else:
        settings = {"language": "en"} if change == "language" else {"afresh": True}

    assert not any("unchanged" in one for one in built(folder, **settings)[1])


def test_a_change_of_the_project_makes_chapters_run_again(folder):
    path = folder.parent / "p.icmo"
    with Project.create(path, Codebook.load("kib"), coder="anna"):
        pass
    built(folder)
    assert all("unchanged" in one for one in built(folder)[1])

    with Project.open(path, coder="anna") as project:
        project.add_claim("En sætning om det, der virker.")

    assert not any("unchanged" in one for one in built(folder)[1])


def test_a_failed_cell_is_named_and_the_old_report_stays_as_it_was(folder):
    pages, _ = built(folder, to=("pdf", "html"))
    before = {page: page.read_bytes() for page in pages}
    nbformat.write(notebook(markdown("# X"), code("1 / 0")), folder / "3_fejl.ipynb")

    with pytest.raises(report.ReportError, match=r"3_fejl\.ipynb, cell 2: ZeroDivisionError"):
        built(folder, to=("pdf", "html"))

    assert {page: page.read_bytes() for page in pages} == before
    assert sorted(path.name for path in (folder / BUILD).iterdir() if path.is_file()) == [
        f"{REPORT}.html",
        f"{REPORT}.pdf",
    ]


def test_a_reference_that_leads_nowhere_leaves_the_old_report_too(folder):
    (page,), _ = built(folder)
    before = page.read_bytes()
    nbformat.write(notebook(markdown("# X\n\n[](#væk)")), folder / "3_fejl.ipynb")

    with pytest.raises(report.ReportError, match=r"3_fejl\.ipynb, cell 1"):
        built(folder)

    assert page.read_bytes() == before


def test_a_report_without_chapters_of_an_unknown_form_or_language_is_told_so(folder, tmp_path):
    with pytest.raises(report.ReportError, match="no chapters"):
        report.build_report(tmp_path / "andetsteds" / "p.icmo")
    with pytest.raises(report.ReportError, match='cannot write the report as "odt"'):
        built(folder, to=("odt",))
    with pytest.raises(report.ReportError, match='cannot be in "sv"'):
        built(folder, language="sv")


def test_a_file_that_is_no_notebook_is_named(folder):
    (folder / "4_rod.ipynb").write_text("<<<<<<< HEAD", encoding="utf-8")

    with pytest.raises(report.ReportError, match=r"4_rod\.ipynb cannot be read as a notebook"):
        built(folder)


def test_an_erasure_finds_the_executed_chapters_too(folder):
    path = folder.parent / "p.icmo"
    with Project.create(path, Codebook.load("kib"), coder="anna"):
        pass
    pages, _ = built(folder)

    with closing(sqlite3.connect(path)) as opened:
        noted = {place for (place,) in opened.execute("select path from written")}
    assert str(pages[0].resolve()) in noted
    assert str((folder / BUILD / "run").resolve()) in noted


def test_nbconvert_works_expressions_out_when_it_executes(folder):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "jupyter",
            "nbconvert",
            "--to",
            "icmo-pdf",
            "--execute",
            "2_tal.ipynb",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Der er 12.345 og 1,5 og Å." in text_of(folder / "2_tal.pdf")


def test_a_chapter_exported_before_it_is_run_is_told_how_to():
    made = nbformat.from_dict(reports.stressful_report()["1_sammenfatning"])
    del made.cells[0].metadata["icmo"]
    made.metadata["icmo"].pop("bibliography")
    made.cells[0].source = "# T\n\n{{ x }}"

    with pytest.raises(report.ReportError, match="icmo report build"):
        IcmoPDFExporter().from_notebook_node(made)


# ── chapters for a user's own project ──────────────────────────────────────────────────────


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "vejen.icmo"
    with Project.create(path, Codebook.load("kib"), coder="anna"):
        pass
    return path


def test_chapters_are_laid_out_with_headings_and_exhibits_and_without_the_samples_prose(own):
    laid = report.new_report(own, title="Vores evaluering")

    chapters = [path for path, fresh in laid if path.suffix == ".ipynb"]
    assert all(fresh for _, fresh in laid)
    assert len(chapters) >= 14
    whole = "".join(path.read_text(encoding="utf-8") for path in chapters)
    assert "../vejen.icmo" in whole
    assert "kib.icmo" not in whole
    first = json.loads(chapters[0].read_text(encoding="utf-8"))
    assert first["metadata"]["icmo"]["title"] == "Vores evaluering"
    assert "remark" not in first["metadata"]["icmo"]
    prose = "".join(first["cells"][0]["source"])
    assert prose.startswith("# Sammenfatning")
    assert "*Skriv her.*" in prose or "*Write here.*" in prose


def test_what_is_there_already_is_never_written_over(own):
    folder = own.parent / CHAPTERS
    folder.mkdir()
    (folder / "02_indledning.ipynb").write_text("mit", encoding="utf-8")

    laid = {path.name: fresh for path, fresh in report.new_report(own)}

    assert laid["02_indledning.ipynb"] is False
    assert laid["01_sammenfatning.ipynb"] is True
    assert (folder / "02_indledning.ipynb").read_text(encoding="utf-8") == "mit"
    assert not any(fresh for _, fresh in report.new_report(own))


def icmo(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_the_command_lays_out_and_builds_and_tells_how_far_it_is(own, folder):
    laid = icmo("report", "new", own)
    made = icmo("report", "build", folder.parent / "p.icmo", "--to", "pdf,html", "--language", "da")

    assert laid.returncode == 0, laid.stderr
    assert "new chapter" in laid.stdout
    assert made.returncode == 0, made.stderr
    assert "report.pdf" in made.stdout
    assert "report.html" in made.stdout
    assert "2_tal.ipynb: run in" in made.stderr


def test_the_command_says_what_is_wrong_in_one_sentence(folder):
    nbformat.write(notebook(markdown("# X"), code("1 / 0")), folder / "3_fejl.ipynb")

    done = icmo("report", "build", folder.parent / "p.icmo", ICMO_LANGUAGE="da")

    assert done.returncode == 1
    assert "3_fejl.ipynb, celle 2: ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


def test_run_chapters_hands_them_out_in_their_order(folder):
    assert list(run_chapters(folder.parent / "p.icmo")) == ["2_tal.ipynb", "10_ord.ipynb"]

"""The report: notebooks become tagged pages; what people said never becomes markup."""

from __future__ import annotations

import matplotlib as mpl
import nbformat
import pandas as pd
import pikepdf
import pytest
from icmo.report.markup import table_from_html, typst_from_markdown
from matplotlib.figure import Figure

from icmo import Error, report
from icmo.report.chapters import build_report
from icmo.report.exhibits import MIME
from icmo.report.exporter import IcmoPDFExporter, write_chapter

mpl.use("Agg")
HOSTILE = r"""#read("/etc/passwd") $x$ *fed* _kursiv_ `kode` [link] <label> @ref \ // -- ~ " ' = + / <script>alert(1)</script> æøå"""


def notebook(*outputs, prose="# Titel\n\n## Afsnit\n\nTekst.", language="da"):
    cells = [nbformat.v4.new_markdown_cell(prose)]
    cells += [
        nbformat.v4.new_code_cell(
            "hemmelig_kode()", outputs=[nbformat.v4.new_output("display_data", data=data)]
        )
        for data in outputs
    ]
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata["icmo"] = {"language": language}
    return made


def pages_of(made, tmp_path):
    pdf, _ = IcmoPDFExporter().from_notebook_node(made)
    path = tmp_path / "pages.pdf"
    path.write_bytes(pdf)
    return path


def structure(path):
    """The kinds of elements in a PDF's structure tree, and the alternative texts in it."""
    kinds, alternatives = [], []

    def walk(element):
        if isinstance(element, pikepdf.Array):
            for one in element:
                walk(one)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                kinds.append(str(element.S))
            if "/Alt" in element:
                alternatives.append(str(element.Alt))
            if "/K" in element:
                walk(element.K)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return kinds, alternatives


def exhibit(made):
    return made._repr_mimebundle_()


@pytest.fixture
def drawing():
    ax = Figure(figsize=(4, 2)).subplots()
    ax.plot([1, 2], [1, 2])
    ax.set_title("Kvinder på arbejde – æøå")
    return ax


def test_the_pages_are_tagged_titled_and_in_danish(tmp_path, drawing):
    table = report.table(
        pd.DataFrame({"Mekanisme": ["Mening"], "Antal": [3]}), "En tabel", index=False
    )
    figure = report.figure(drawing, "En figur", alt="To punkter på en linje")
    path = pages_of(notebook(exhibit(table), exhibit(figure)), tmp_path)

    kinds, alternatives = structure(path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "da"
        assert str(pdf.docinfo["/Title"]) == "Titel"
        assert pdf.Root.MarkInfo.Marked
        metadata = bytes(pdf.Root.Metadata.read_bytes())
    assert b"pdfuaid" in metadata
    assert b"pdfaid" in metadata
    assert {"/H1", "/P", "/Table", "/TH", "/TD", "/Figure", "/Caption"} <= set(kinds)
    assert "To punkter på en linje" in alternatives


def test_the_code_is_not_printed_and_danish_words_are(tmp_path):
    made = notebook(exhibit(report.quote('Så sagde hun: "æøå"', "medarbejder")))

    source = write_chapter(made, "x", tmp_path).read_text(encoding="utf-8")

    assert "hemmelig_kode" not in source
    assert '#icmo-quote("Så sagde hun: \\"æøå\\"", "medarbejder")' in source


def test_what_people_said_comes_out_as_it_is_and_never_as_a_command(tmp_path):
    frame = pd.DataFrame({HOSTILE: [HOSTILE]})
    made = notebook(
        exhibit(report.quote(HOSTILE, HOSTILE)),
        exhibit(report.table(frame, HOSTILE, note=HOSTILE, index=False)),
        {"text/plain": HOSTILE},
        prose=f"# Titel\n\nProsa med `{HOSTILE.replace('`', '')}`",
    )
    path = pages_of(made, tmp_path)

    assert "root:" not in text_of(path)
    assert text_of(path).count("<script>alert(1)</script>") >= 5


def text_of(path):
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_same_notebook_gives_the_same_bytes(drawing):
    made = notebook(exhibit(report.figure(drawing, "Figur", alt="linje")))
    made.metadata["icmo"]["date"] = "2022-12-01"

    assert (
        IcmoPDFExporter().from_notebook_node(made)[0]
        == IcmoPDFExporter().from_notebook_node(made)[0]
    )


@pytest.mark.parametrize(
    ("language", "written"), [("da", "1. december 2022"), ("en", "1 December 2022")]
)
def test_the_date_stands_in_the_reports_language(tmp_path, language, written):
    made = notebook(language=language)
    made.metadata["icmo"]["date"] = "2022-12-01"

    path = pages_of(made, tmp_path)

    assert written in text_of(path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20221201")


def test_a_notebook_not_made_for_icmo_is_set_too(tmp_path):
    html = pd.DataFrame({"a": [1], "b": ["x"]}).to_html()
    png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    made = notebook({"text/html": html, "text/plain": "a b"}, {"image/png": png})
    del made.metadata["icmo"]

    kinds, alternatives = structure(pages_of(made, tmp_path))

    assert "/Table" in kinds
    assert len(alternatives) == 1


def test_a_cell_that_failed_is_named_and_no_pages_are_made():
    made = notebook()
    failed = nbformat.v4.new_output("error", ename="KeyError", evalue="'mening'", traceback=[])
    made.cells.append(nbformat.v4.new_code_cell("x", outputs=[failed]))

    with pytest.raises(Error) as error:
        IcmoPDFExporter().from_notebook_node(made, {"metadata": {"name": "kapitel.ipynb"}})

    assert "kapitel.ipynb, " in str(error.value)
    assert ": KeyError: 'mening'." in str(error.value)


def test_a_chapter_that_fails_leaves_the_old_pages_alone(tmp_path):
    folder = tmp_path / "7_report"
    (folder / "build").mkdir(parents=True)
    (folder / "build" / "a.pdf").write_bytes(b"old")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")])
    nbformat.write(made, folder / "a.ipynb")

    with pytest.raises(report.ReportError, match=r"a\.ipynb, cell 1: ZeroDivisionError"):
        build_report(tmp_path / "p.icmo")

    assert (folder / "build" / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in (folder / "build").iterdir()] == ["a.pdf"]


def test_a_project_without_chapters_is_told_so(tmp_path):
    with pytest.raises(report.ReportError, match="no chapters"):
        build_report(tmp_path / "p.icmo")


def test_markdown_becomes_headings_lists_links_notes_and_tables():
    source = typst_from_markdown(
        "## Afsnit\n\nEn **fed** og *skrå* [side](https://x.dk).[^1]\n\n- et\n- to\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Noten.",
        lift=1,
    )

    assert '#heading(level: 1)[#"Afsnit";]' in source
    assert '#strong[#"fed";]' in source
    assert '#link("https://x.dk")[#"side";]' in source
    assert '#footnote[#"Noten.";]' in source
    assert '#list(..([#"et";], [#"to";], ))' in source
    assert 'table.header([#"a";], [#"b";], )' in source


def test_a_frames_html_is_read_as_rows():
    html = pd.DataFrame({"a": ["<b>", "&"]}).to_html()

    assert table_from_html(html) == (["", "a"], [["0", "<b>"], ["1", "&"]])
    assert table_from_html("<p>ingen tabel</p>") is None


def test_an_exhibit_shows_in_a_notebook_without_running_anything():
    bundle = exhibit(report.quote("<script>alert(1)</script>", "<b>"))

    assert "<script>" not in bundle["text/html"]
    assert bundle[MIME]["text"] == "<script>alert(1)</script>"
    assert "alert" not in bundle["text/plain"]

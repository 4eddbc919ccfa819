"""The report as pages: tagged, numbered, linked, in its language; what people said stays words."""

from __future__ import annotations

import copy
import itertools
import re
import subprocess

import nbformat
import pandas as pd
import pdf_structure
import pikepdf
import pytest
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import exhibit, markdown, one_chapter, shown, table

from icmo import Error
from icmo._typst import STANDARDS
from icmo.report.assembling import manuscript_of
from icmo.report.exhibits import MIME
from icmo.report.exporter import IcmoPDFExporter
from icmo.report.fitting import fitted, fitted_at_any_price
from icmo.report.tables import table_from_html
from icmo.report.writing import written


def pages_of(made, tmp_path, **resources):
    pdf, _ = IcmoPDFExporter().from_notebook_node(made, {"metadata": resources})
    path = tmp_path / "pages.pdf"
    path.write_bytes(pdf)
    return path


def text_of(path, *options):
    """What pdftotext reads, its line ends as spaces."""
    done = subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, check=True, text=True
    )
    return " ".join(done.stdout.split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the works that the stressful report cites."""
    made = tmp_path_factory.mktemp("report")
    (made / "works.bib").write_text(reports.WORKS, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def stressful(folder):
    return manuscript_of(reports.stressful_report(), folder)


@pytest.fixture(scope="module")
def pages(folder, stressful):
    path = folder / "stressful.pdf"
    path.write_bytes(written(stressful, "pdf", 0))
    return path


# ── what a screen reader finds ─────────────────────────────────────────────────────────────


def test_the_pages_say_that_they_are_accessible_and_for_the_archive(pages):
    with pikepdf.open(pages) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes())
        assert str(pdf.Root.Lang) == "da"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]).startswith("Kvinder på vej")
    assert STANDARDS == ["ua-1", "a-3a"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert b"<pdfaid:part>3</pdfaid:part>" in metadata


def test_headings_come_in_steps_of_one_and_in_the_order_of_the_report(pages):
    levels = [
        int(one.kind[1]) for one in pdf_structure.structure(pages).all("H1", "H2", "H3", "H4")
    ]

    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert pdf_structure.outline(pages) == [
        "Sammenfatning",
        "Fund",
        "1 Analyse",
        "1.1 Hvad siger de?",
        "1.1.1 Et underafsnit",
        "1.2 En bred figur",
        "1.2.1 Overskrift, der springer et niveau",
        "2 Bokse",
        "3 Tabeller",
        "3.1 En lang tabel",
        "3.2 En bred tabel",
        "3.3 Resuméer",
        "3.4 Meget bred, uden at nogen har sagt det",
        "Litteratur",
        "Bilag 1 Interviewguide",
        "Spørgsmål",
        "Bilag 2 Passagerne bag figurer og tabeller",
        "Tabel 1. Kommuner og tal",
    ]


def test_every_table_has_heading_cells_and_every_drawing_its_words(pages):
    whole = pdf_structure.structure(pages)

    tables = whole.all("Table")
    assert len(tables) == 12
    assert all(one.all("TH") and one.all("THead") for one in tables)
    assert [one.alt for one in whole.all("Figure")] == ["Tre søjler, den midterste højest"] * 3
    assert len(whole.all("BlockQuote")) == 9
    assert len(whole.all("Note")) == 1


def test_every_font_is_embedded(pages):
    embedded = pdf_structure.fonts(pages)

    assert any("LibertinusSerif" in name for name in embedded)
    assert all(embedded.values())


def test_links_lead_out_to_what_an_author_wrote_and_otherwise_stay_inside(pages):
    outside, inside = pdf_structure.links(pages)

    assert outside == {"https://example.org/"}
    assert inside > 25


def test_the_text_is_read_in_the_order_it_was_written(pages):
    text = text_of(pages, "-raw")
    marks = (
        "Evalueringen viser, at løntimer",
        "1.1 Hvad siger de?",
        "Figuren viser det samme:",
        "Figur 1. Søjler",
        "En medarbejder siger:",
        "2 Bokse",
        "Tabel 2. En lang tabel",
        "Bilag 1 Interviewguide",
    )

    places = [text.index("Indhold"), *(text.rindex(mark) for mark in marks)]
    assert places == sorted(places)


# ── what stands on the pages ───────────────────────────────────────────────────────────────


def test_the_title_page_says_who_for_whom_and_when(pages):
    text = text_of(pages, "-f", "1", "-l", "1")

    for words in (
        "Kvinder på vej",
        "Hvad virker, for hvem",
        "Anna Opdigtet",
        "Ministeriet for det Opdigtede",
        "1. december 2022",
        "Kommuner, personer og tal er opdigtede.",
    ):
        assert words in text


def test_pages_carry_a_running_head_their_chapter_and_a_number(pages):
    text = text_of(pages, "-f", "4", "-l", "4")

    assert text.startswith("Opdigtet evaluering Analyse")
    assert text.endswith("4")


def test_references_notes_citations_and_worked_out_numbers_come_out_in_the_prose(pages):
    text = text_of(pages)

    assert "(se Tabel 1, Figur 1 og afsnit 1.1). Hun sagde »ja«.1" in text
    assert "En note med et link og fed skrift." in text
    assert "(Patton, 2017; Pawson & Tilley, 1997, s. 12)" in text
    assert "Og kode samt 8 kommuner, 42 pct." in text
    assert "Pawson, R., & Tilley, N. (1997). Realistic Evaluation. Sage." in text
    assert "Se kapitel 1." in text
    assert "hemmelig_kode" not in text


def test_danish_words_are_hyphenated_in_danish(tmp_path):
    prose = "# Titel\n\n" + "Beskæftigelsesindsatsen og virksomhedssamarbejdet. " * 30

    def cut(language):
        text = text_of(pages_of(one_chapter(prose=prose, language=language), tmp_path), "-layout")
        return set(re.findall(r"(\w+)\u00ad", text))

    assert cut("da") & {"Beskæftigelses", "virksomheds"}
    assert cut("da") != cut("en")


def test_a_long_table_repeats_its_head_on_every_page_and_a_wide_one_turns_the_page(pages):
    with pikepdf.open(pages) as pdf:
        turned = [
            number
            for number, page in enumerate(pdf.pages, 1)
            if float(page.MediaBox[2]) > float(page.MediaBox[3])
        ]
        count = len(pdf.pages)
    (first,) = (
        number
        for number in range(3, count + 1)
        if "Tabel 2. En lang tabel" in text_of(pages, "-f", str(number), "-l", str(number))
    )

    for page in range(first, first + 4):
        assert "Nr. Sted" in text_of(pages, "-layout", "-f", str(page), "-l", str(page))
    assert len(turned) == 3
    assert all("Bred" in text_of(pages, "-f", str(n), "-l", str(n)).title() for n in turned)


def test_no_heading_stands_last_on_its_page(pages):
    headings = {title.split(" ", 1)[-1] for title in pdf_structure.outline(pages)}
    done = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pages), "-"], capture_output=True, check=True, text=True
    )

    for page in done.stdout.split("<page ")[4:]:
        lowest = []
        for line in page.split("<line ")[1:]:
            words = " ".join(re.findall(r">([^<]+)</word>", line))
            lowest.append((float(line.split('yMax="')[1].split('"')[0]), words))
        last = sorted(lowest)[-2][1]  # the very last is the page's number
        assert last not in headings
        assert last.split(" ", 1)[-1] not in headings


def test_nothing_runs_over_the_edge_of_a_page(pages):
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pages), "-"], capture_output=True, check=True, text=True
    )
    width = edge = 0.0
    for line in done.stdout.splitlines():
        if "<page " in line:
            width = float(line.split('width="')[1].split('"')[0])
        elif "<word " in line:
            edge = float(line.split('xMax="')[1].split('"')[0])
            assert edge <= width - 60, line


def test_the_words_of_a_table_equal_its_frame(tmp_path):
    frame = pd.DataFrame({"Kommune": ["Nørrevang", "Ågerup"], "Kvinder": [12, 7]})
    rows = [[str(cell) for cell in row] for row in frame.itertuples(index=False)]
    made = one_chapter(table(list(frame), rows, numeric=[False, True], caption="Kvinder"))

    path = pages_of(made, tmp_path)

    assert "Tabel 1. Kvinder Kommune Kvinder Nørrevang 12 Ågerup 7" in text_of(path, "-layout")


def test_a_table_too_wide_for_any_letters_is_set_with_its_heads_on_their_side():
    columns = 24
    made = manuscript_of(
        {"x": one_chapter(table([f"Mekanismen {n}" for n in range(columns)], [["1"] * columns]))},
        None,
        single=True,
    )
    wide = made.chapters[0].blocks[-1].inside

    assert fitted(wide, turned=True) is None
    assert fitted_at_any_price(wide).upright_heads


def test_the_passages_behind_an_exhibit_stand_in_an_annex_that_it_points_to(pages):
    text = text_of(pages)

    assert "Se passagerne." in text
    assert "Tabel 1. Kommuner og tal Nr. Hvor Hvem Hvad der blev sagt 1 Interview 1" in text


@pytest.mark.parametrize(
    ("language", "date", "figure"),
    [("da", "1. december 2022", "Figur 1. Søjler"), ("en", "1 December 2022", "Figure 1. Søjler")],
)
def test_a_report_speaks_its_language(tmp_path, language, date, figure):
    made = one_chapter(
        exhibit("figure", caption="Søjler", **reports.drawing()),
        language=language,
        date="2022-12-01",
    )

    path = pages_of(made, tmp_path)

    assert date in text_of(path)
    assert figure in text_of(path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20221201")


def test_the_same_notebook_gives_the_same_bytes():
    made = one_chapter(exhibit("figure", caption="Figur", **reports.drawing()), date="2022-12-01")
    exporter = IcmoPDFExporter()

    assert exporter.from_notebook_node(made)[0] == exporter.from_notebook_node(made)[0]


# ── data are words, never markup ───────────────────────────────────────────────────────────


def test_what_people_said_comes_out_as_it_is_wherever_it_stands(tmp_path):
    hostile = reports.HOSTILE
    made = one_chapter(
        exhibit("quote", text=hostile, speaker=hostile),
        table([hostile], [[hostile]], caption=hostile, note=hostile, source=hostile),
        exhibit("figure", caption=hostile, **reports.drawing() | {"alt": hostile}),
        exhibit("box", style=hostile, title=hostile, blocks=[{"kind": "prose", "text": hostile}]),
        exhibit("list", items=[hostile], ordered=False),
        shown(text_plain=hostile),
    )
    path = pages_of(made, tmp_path)

    assert "root:" not in text_of(path)
    assert text_of(path).count("alert(1)") == 12
    assert [one.alt for one in pdf_structure.structure(path).all("Figure")] == [hostile]


LETTERS = st.text(
    st.sampled_from("#$[]\\@<>*_`~\"'=+-/{}()&;:! aæøåÆ1\n\t\u00a0\u200b\u2028😀é\u0301\x07"),
    max_size=60,
)


@settings(max_examples=25)
@given(words=LETTERS)
def test_no_words_whatever_stop_the_pages_or_become_markup(words):
    made = one_chapter(
        exhibit("quote", text=f"før {words} efter", speaker=words),
        table([f"h{words}"], [[words]], caption=f"c{words}"),
        exhibit("figure", caption=words, **reports.drawing() | {"alt": f"a{words}"}),
    )

    pdf, _ = IcmoPDFExporter().from_notebook_node(made)

    assert pdf.startswith(b"%PDF")


# ── notebooks of all kinds ─────────────────────────────────────────────────────────────────


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_a_notebook_not_made_for_icmo_is_set_too(tmp_path):
    frame = pd.DataFrame({"a": [1], "b": ["x"]})
    made = one_chapter(
        shown(text_html=frame.to_html(), text_plain="a b"),
        shown(image_png=PNG, text_plain="<Figure size 640x480 with 1 Axes>"),
        shown(text_plain="[<matplotlib.lines.Line2D at 0x7f2a>]"),
        shown(text_markdown="**fed** {{ x }}"),
        nbformat.v4.new_raw_cell("rå ord"),
        nbformat.v4.new_code_cell(
            "print(1)", outputs=[nbformat.v4.new_output("stream", name="stdout", text="udskrift\n")]
        ),
        prose="Ingen overskrift, kun tekst.",
    )
    del made.metadata["icmo"]

    path = pages_of(made, tmp_path, name="min notebook")

    whole, text = pdf_structure.structure(path), text_of(path)
    assert len(whole.all("Table")) == 1
    assert len(whole.all("Figure")) == 1
    assert "fed {{ x }}" in text
    assert "rå ord" in text
    assert "udskrift" in text
    assert "Line2D" not in text
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]) == "min notebook"


def test_code_is_shown_where_it_is_wanted(tmp_path):
    made = one_chapter(shown("hemmelig_kode()", text_plain="1"))
    all_of_it = copy.deepcopy(made)
    all_of_it.metadata["icmo"]["code"] = True
    one_cell = copy.deepcopy(made)
    one_cell.cells[1].metadata["tags"] = ["show-code"]

    assert "hemmelig_kode" not in text_of(pages_of(made, tmp_path))
    assert "hemmelig_kode()" in text_of(pages_of(all_of_it, tmp_path))
    assert "hemmelig_kode()" in text_of(pages_of(one_cell, tmp_path))


def test_a_cell_that_failed_is_named_and_no_pages_are_made():
    made = one_chapter()
    failed = nbformat.v4.new_output("error", ename="KeyError", evalue="'mening'", traceback=[])
    made.cells.append(nbformat.v4.new_code_cell("x", outputs=[failed]))

    with pytest.raises(Error, match=r"kapitel, cell 2: KeyError: 'mening'\."):
        IcmoPDFExporter().from_notebook_node(made, {"metadata": {"name": "kapitel"}})


def test_an_exhibit_of_an_unknown_kind_or_without_its_words_is_named():
    drawing = reports.drawing()

    with pytest.raises(Error, match="Notebook, cell 2: a picture has no alternative text"):
        IcmoPDFExporter().from_notebook_node(
            one_chapter(exhibit("figure", **drawing | {"alt": " "}))
        )
    with pytest.raises(Error, match='no exhibit of the kind "hologram"'):
        IcmoPDFExporter().from_notebook_node(one_chapter(exhibit("hologram")))


def test_a_frames_html_is_read_with_its_heads_and_its_figures():
    frame = pd.DataFrame(
        [[1, "<b>"], [2, "&"]], index=pd.Index(["x", "y"], name="sted"), columns=["a", "b"]
    )

    made = table_from_html(frame.to_html())

    assert made is not None
    assert [[cell[0].text if cell else "" for cell in row] for row in made.rows] == [
        ["x", "1", "<b>"],
        ["y", "2", "&"],
    ]
    assert made.row_heads == 1
    assert made.numeric == (False, True, False)
    assert len(made.head) == 2
    assert table_from_html("<p>ingen tabel</p>") is None


def test_columns_of_two_kinds_become_one_heading_over_both(tmp_path):
    columns = pd.MultiIndex.from_product([["Før", "Efter"], ["Ja", "Nej"]])
    frame = pd.DataFrame([[1, 2, 3, 4]], columns=columns)

    text = text_of(pages_of(one_chapter(shown(text_html=frame.to_html())), tmp_path), "-layout")

    assert "Før Efter Ja Nej Ja Nej 0 1 2 3 4" in text


def test_the_guard_stops_a_personal_number_wherever_it_stands():
    number = "010190-5671"
    for made in (
        one_chapter(prose=f"# T\n\n{number}"),
        one_chapter(exhibit("quote", text=number, speaker="x")),
        one_chapter(exhibit("figure", **reports.drawing() | {"alt": number})),
        one_chapter(markdown("{{ x }}", icmo={"values": [{"expression": "x", "value": number}]})),
        one_chapter(
            exhibit("box", style="finding", title="t", blocks=[{"kind": "list", "items": [number]}])
        ),
    ):
        with pytest.raises(Error, match="Notebook"):
            IcmoPDFExporter().from_notebook_node(made)


def test_an_exhibit_travels_as_the_exporter_reads_it():
    from icmo import report

    bundle = report.quote("<script>alert(1)</script>", "<b>")._repr_mimebundle_()

    assert "<script>" not in bundle["text/html"]
    assert bundle[MIME]["text"] == "<script>alert(1)</script>"
    assert "alert" not in bundle["text/plain"]

"""The report as HTML and as Word: the same words, numbers, tables and pictures as on the pages."""

from __future__ import annotations

import io
import itertools
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
import reports
from docx.oxml.ns import qn
from reports import exhibit, one_chapter, table

from icmo.report.assembling import manuscript_of
from icmo.report.exporter import IcmoHTMLExporter, IcmoWordExporter
from icmo.report.writing import written

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def stressful(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    (folder / "works.bib").write_text(reports.WORKS, encoding="utf-8")
    return manuscript_of(reports.stressful_report(), folder)


@pytest.fixture(scope="module")
def page(stressful):
    return written(stressful, "html", 0).decode("utf-8")


@pytest.fixture(scope="module")
def document(stressful):
    return docx.Document(io.BytesIO(written(stressful, "docx", 0)))


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and its words."""

    def __init__(self, source):
        super().__init__()
        self.found, self.words = [], []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.found if name == tag]


def html_of(made):
    return Tags(IcmoHTMLExporter().from_notebook_node(made)[0])


def word_of(made):
    return docx.Document(io.BytesIO(IcmoWordExporter().from_notebook_node(made)[0]))


# ── HTML ───────────────────────────────────────────────────────────────────────────────────


def test_the_page_runs_nothing_and_asks_nothing_of_anybody(page):
    tags = Tags(page)

    (policy,) = [one["content"] for one in tags.all("meta") if "http-equiv" in one]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not tags.all("script")
    assert not any(
        name.startswith("on") or name == "style" for _, attrs in tags.found for name in attrs
    )
    addresses = {
        value for _, attrs in tags.found for key, value in attrs.items() if key in ("src", "href")
    }
    outside = {one for one in addresses if not one.startswith(("#", "data:image/"))}
    assert outside == {"https://example.org/"}


def test_every_link_inside_the_page_leads_somewhere(page):
    tags = Tags(page)
    ids = [attrs["id"] for _, attrs in tags.found if "id" in attrs]

    assert len(ids) == len(set(ids))
    assert {one["href"][1:] for one in tags.all("a") if one["href"].startswith("#")} <= set(ids)


def test_the_page_has_headings_in_steps_tables_with_heads_and_pictures_with_words(page):
    tags = Tags(page)
    levels = [int(tag[1]) for tag, _ in tags.found if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert [one["alt"] for one in tags.all("img")] == ["Tre søjler, den midterste højest"] * 3
    assert {one.get("scope") for one in tags.all("th")} == {"col", "row", "colgroup"}
    assert tags.all("html")[0]["lang"] == "da"


def test_the_page_has_the_numbers_references_citations_and_notes_of_the_pages(page):
    words = " ".join("".join(Tags(page).words).split())

    assert "(se Tabel 1, Figur 1 og afsnit 1.1). Hun sagde »ja«.1" in words
    assert "(Patton, 2017; Pawson & Tilley, 1997, s. 12)" in words
    assert "En note med et link og fed skrift." in words
    assert "Tabel 2. En lang tabel" in words
    assert "8 kommuner, 42 pct." in words


def test_what_people_said_is_text_on_the_page():
    hostile = reports.HOSTILE + '"><img src=x onerror=alert(2)>'
    made = one_chapter(
        exhibit("quote", text=hostile, speaker=hostile),
        table([hostile], [[hostile]], caption=hostile, note=hostile, shades=[["red;}x{"]]),
        exhibit("figure", caption=hostile, **reports.drawing() | {"alt": hostile}),
        exhibit("box", style=hostile, title=hostile, blocks=[]),
    )

    tags = html_of(made)

    assert not tags.all("script")
    assert [one["alt"] for one in tags.all("img")] == [hostile]
    assert not any(name.startswith("on") for _, attrs in tags.found for name in attrs)
    assert "".join(tags.words).count("<script>alert(1)</script>") == 8


# ── Word ───────────────────────────────────────────────────────────────────────────────────


def words_of(document):
    return [paragraph.text for paragraph in document.paragraphs]


def test_word_has_real_headings_in_steps(document):
    levels = [
        int(one.style.name.split()[1])
        for one in document.paragraphs
        if one.style.name.startswith("Heading ")
    ]

    assert len(levels) == 18
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert "1.1 Hvad siger de?" in words_of(document)
    assert "Bilag 1 Interviewguide" in words_of(document)


def test_word_has_real_tables_whose_heads_repeat(document):
    (long,) = [one for one in document.tables if len(one.rows) == 61]

    assert [cell.text for cell in long.rows[0].cells] == [
        "Nr.",
        "Sted",
        "Mekanisme",
        "Hvad",
        "Adresse",
        "Tal",
    ]
    assert long.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001 - python-docx has no other way
    assert long.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None  # noqa: SLF001 - as above
    assert long.rows[60].cells[5].text == "72835.5"


def test_heads_over_several_columns_are_one_cell_in_word(document):
    (wide,) = [one for one in document.tables if len(one.columns) == 15]

    assert [cell.text for cell in wide.rows[0].cells][1:8] == ["Før"] * 7
    assert len({id(cell._tc) for cell in wide.rows[0].cells}) == 3  # noqa: SLF001 - as above


def test_word_has_pictures_with_alternative_texts(document):
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]  # noqa: SLF001 - as above

    assert described == ["Tre søjler, den midterste højest"] * 3
    assert all(shape.width <= document.sections[0].page_height for shape in document.inline_shapes)


def test_word_has_notes_links_bookmarks_and_contents(document):
    body = document.element.body
    (notes,) = [
        part
        for part in document.part.package.iter_parts()
        if part.partname == "/word/footnotes.xml"
    ]
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    led = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}

    assert len(list(body.iter(qn("w:footnoteReference")))) == 1
    assert "En note med et link og fed skrift." in notes.blob.decode("utf-8")
    assert led
    assert led <= marks
    assert any("TOC" in (one.text or "") for one in body.iter(qn("w:instrText")))


def test_word_has_the_numbers_and_citations_of_the_pages(document):
    words = " ".join(words_of(document))

    assert "(se Tabel 1, Figur 1 og afsnit 1.1). Hun sagde »ja«." in words
    assert "(Patton, 2017; Pawson & Tilley, 1997, s. 12)" in words
    assert "Tabel 2. En lang tabel" in words
    assert document.core_properties.language == "da-DK"


def test_wide_tables_lie_on_turned_pages_in_word(document):
    turned = [section.page_width > section.page_height for section in document.sections]

    assert turned.count(True) == 3
    assert turned[0] is turned[-1] is False


def test_what_people_said_is_text_in_word():
    hostile = reports.HOSTILE + "\x07\x00"
    made = one_chapter(
        exhibit("quote", text=hostile, speaker="k"), table([hostile], [["\ud800x"]], caption="c")
    )

    document = word_of(made)

    assert f"»{reports.HOSTILE}«" in words_of(document)
    assert document.tables[0].rows[0].cells[0].text.replace("\u200b", "") == reports.HOSTILE
    assert document.tables[0].rows[1].cells[0].text == "x"


# ── where they are found ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
def test_jupyter_finds_an_exporter_for_each_format_and_lists_it_in_its_menu(form):
    from nbconvert.exporters import get_exporter

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    target = declared["project"]["entry-points"]["nbconvert.exporters"][f"icmo-{form}"]

    exporter = get_exporter(target.replace(":", "."))()

    assert exporter.file_extension == f".{form}"
    assert exporter.export_from_notebook.startswith("icmo ")
    assert exporter.output_mimetype

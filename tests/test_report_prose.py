"""Markdown of a chapter: references, citations, worked-out numbers, pictures of the folder only."""

from __future__ import annotations

import base64
import json

import pytest
import reports
from reports import exhibit, markdown, notebook, one_chapter, table

from icmo import Error
from icmo.report import ReportError
from icmo.report.assembling import manuscript_of
from icmo.report.manuscript import (
    Citation,
    Footnote,
    Heading,
    Items,
    Paragraph,
    Place,
    Reference,
    Strong,
    Words,
    plain,
)
from icmo.report.numbering import Numbers
from icmo.report.prose import Prose, expressions, slug
from icmo.report.works import in_words

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def no_picture(url, alt):
    raise AssertionError(url, alt)


def blocks_of(source, language="da", values=None):
    return Prose(Place("k", 1), language, values or {}, no_picture).blocks(source)


def manuscript(*notebooks, folder=None):
    return manuscript_of({f"{n}": one for n, one in enumerate(notebooks, 1)}, folder)


def test_markdown_becomes_headings_lists_notes_and_dressed_words():
    heading, paragraph, items = blocks_of(
        "## Afsnit\n\nEn **fed** [side](https://x.dk).[^1]\n\n3. et\n4. to\n\n[^1]: Noten."
    )

    assert heading == Heading(2, (Words("Afsnit"),), "afsnit")
    assert isinstance(paragraph, Paragraph)
    assert Strong((Words("fed"),)) in paragraph.line
    assert Footnote((Paragraph((Words("Noten."),)),)) in paragraph.line
    assert isinstance(items, Items)
    assert (items.ordered, items.start, len(items.items)) == (True, 3, 2)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("da", "»Ja, ›nej‹«, sagde Lars’ mor (»så«)."),
        ("en", "“Ja, ‘nej’”, sagde Lars’ mor (“så”)."),
    ],
)
def test_typewriter_quotes_become_the_languages_own(language, written):
    (paragraph,) = blocks_of("""\"Ja, 'nej'\", sagde Lars' mor ("så").""", language)

    assert plain(paragraph.line) == written


def test_tags_in_prose_are_words_and_comments_are_not_printed():
    made = blocks_of("Et <b>ord</b> <!-- skjult -->\n\n<!-- en\n\nlinje -->\n\n<script>x</script>")

    assert [plain(one.line).strip() for one in made] == ["Et <b>ord</b>", "<script>x</script>"]


# ── numbers that are worked out ────────────────────────────────────────────────────────────


def test_expressions_are_found_where_they_are_prose_and_not_in_code():
    source = '## Om {{ a }}\n\n{{ b["x|y"] }} og **{{ a }}**, `{{ c }}`\n\n| h |\n|---|\n| {{ d }} |\n\n[^1]: x'

    assert expressions(source) == ["a", 'b["x|y"]', "d"]


def test_a_value_goes_in_as_words():
    (paragraph,) = blocks_of("Der er {{ n }}.", values={"n": "#3 *x* [y](z)"})

    assert plain(paragraph.line) == "Der er #3 *x* [y](z)."


def test_an_expression_nobody_worked_out_is_never_printed():
    with pytest.raises(ReportError, match=r"k, cell 1: \{\{ n \}\} has not been worked out"):
        blocks_of("Der er {{ n }}.")


# ── references ─────────────────────────────────────────────────────────────────────────────


def test_references_reach_across_chapters_and_say_what_they_lead_to():
    made = manuscript(
        one_chapter(
            prose="# Et\n\n## Under\n\nSe [](#tal), [](#under-to), [](#to) og [her](#fund)."
        ),
        notebook(
            markdown("# To\n\n## Under to"),
            table(["a"], [["1"]], caption="Tal", label="Tal"),
            exhibit("box", style="finding", title="Fund", blocks=[], label="fund"),
        ),
        notebook(markdown("# Guide\n\n[](#guide)"), appendix=True),
    )
    numbers = Numbers(made)
    pieces = [
        piece
        for block in made.blocks()
        if isinstance(block, Paragraph)
        for piece in block.line
        if isinstance(piece, Reference)
    ]

    assert [numbers.target(one).words for one in pieces] == [
        "Tabel 1",
        "afsnit 2.1",
        "kapitel 2",
        "»Fund«",
        "Bilag 1",
    ]


@pytest.mark.parametrize(
    ("prose", "sentence"),
    [
        ("# A\n\n[](#væk)", '1, cell 1: the reference to "væk" leads nowhere'),
        ("# A\n\n[her](C:/x)", 'the link to "C:/x" is neither a web address nor'),
        ("# A\n\n[@ukendt2000]", '"ukendt2000" is cited, but the report has no list of works'),
        ("# A\n\n[@a; b]", r"\[@a; b\] cannot be read as a citation"),
    ],
)
def test_what_leads_nowhere_is_said_with_its_place(prose, sentence):
    with pytest.raises(ReportError, match=sentence):
        Numbers(manuscript(notebook(markdown(prose))))


def test_a_label_that_two_places_have_is_said():
    twice = [table(["a"], [["1"]], caption="T", label="x")] * 2
    with pytest.raises(ReportError, match='another figure or table is called "x" too'):
        Numbers(manuscript(one_chapter(*twice)))
    other = one_chapter(prose="# C\n\n[](#samme)")
    same = [one_chapter(prose=f"# {name}\n\n## Samme") for name in "AB"]
    with pytest.raises(ReportError, match='several places are called "samme"'):
        Numbers(manuscript(*same, other))


def test_a_heading_in_ones_own_chapter_is_meant_before_one_elsewhere():
    one = one_chapter(prose="# A\n\n## Samme")
    two = one_chapter(prose="# B\n\n## Samme\n\n[](#Samme)")

    numbers = Numbers(manuscript(one, two))

    assert numbers.target(Reference("samme", (), Place("2", 1))).words == "afsnit 2.1"


def test_labels_are_the_words_of_a_heading_in_small_letters():
    assert slug("Hvad virker, og hvorfor?") == "hvad-virker-og-hvorfor"
    assert slug("Hvad-virker,-og-hvorfor%3F") == "hvad-virker-og-hvorfor"


# ── citations ──────────────────────────────────────────────────────────────────────────────


def cited(folder, name, content, prose, **known):
    (folder / name).write_text(content, encoding="utf-8")
    made = manuscript(one_chapter(prose=prose, bibliography=name, **known), folder=folder)
    found, works = in_words(made)
    return [plain(line) for line in found.values()], [plain(line) for line in works]


def test_a_bib_file_gives_citations_and_a_list_of_the_cited(tmp_path):
    prose = "# A\n\nSom vist [@pawson1997, s. 12] og[^1].\n\n[^1]: Se [@patton2017]."

    found, works = cited(tmp_path, "w.bib", reports.WORKS, prose)

    assert found == ["(Pawson & Tilley, 1997, s. 12)", "(Patton, 2017)"]
    assert works[0] == "Patton, M. Q. (2017). Principles-Focused Evaluation. Guilford."


def test_csl_json_and_another_style_do_too(tmp_path):
    works = [
        {
            "id": "salado2018",
            "type": "article-journal",
            "title": "Relationer & #arbejde",
            "author": [{"family": "Salado-Rasmussen", "given": "Julia"}],
            "issued": {"date-parts": [[2018, 3]]},
            "container-title": "Tidsskrift",
            "volume": "4",
            "page": "1-9",
        },
        {"id": "siri", "type": "report", "title": "Principper", "author": [{"literal": "SIRI"}]},
    ]

    found, listed = cited(
        tmp_path, "w.json", json.dumps(works), "# A\n\n[@salado2018] [@siri]", style="ieee"
    )

    assert found == ["[1]", "[2]"]
    assert "Relationer & #arbejde" in listed[0]
    assert "SIRI" in listed[1]


def test_a_work_that_is_not_listed_and_a_list_that_is_not_there_are_said(tmp_path):
    with pytest.raises(ReportError, match='no work with the key "x"'):
        cited(tmp_path, "w.bib", reports.WORKS, "# A\n\n[@x]")
    with pytest.raises(ReportError, match=r"\.\./w\.bib does not exist"):
        manuscript(one_chapter(bibliography="../w.bib"), folder=tmp_path / "inside")
    with pytest.raises(ReportError, match="cannot be read as CSL-JSON"):
        cited(tmp_path, "w.json", "{", "# A")


def test_a_citation_stands_as_one_piece():
    (paragraph,) = blocks_of("Vist [@a, s. 1; @b].")

    assert paragraph.line[1] == Citation((("a", "s. 1"), ("b", "")), Place("k", 1))


# ── pictures ───────────────────────────────────────────────────────────────────────────────


def test_a_picture_of_the_folder_or_of_the_notebook_is_fetched(tmp_path):
    (tmp_path / "kort.png").write_bytes(PNG)
    attached = markdown("# A\n\n![Et kort](attachment:a.png)")
    attached["attachments"] = {"a.png": {"image/png": base64.b64encode(PNG).decode()}}
    made = manuscript(
        notebook(markdown('# A\n\nFør ![Et kort](kort.png "Kortet") efter')),
        notebook(attached),
        folder=tmp_path,
    )

    pictures = [block for block in made.blocks() if type(block).__name__ == "Picture"]
    assert [one.content for one in pictures] == [PNG, PNG]
    assert [plain(one.line) for one in made.chapters[0].blocks[1::2]] == ["Før ", " efter"]


@pytest.mark.parametrize(
    "url",
    [
        "../hemmelig.png",
        "/etc/passwd",
        "https://example.org/x.png",
        "file:///etc/passwd",
        "ud/../../hemmelig.png",
        "lænke.png",
        "data:image/png;base64,AA",
        "notat.txt",
    ],
)
def test_a_picture_from_elsewhere_is_refused(tmp_path, url):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "hemmelig.png").write_bytes(PNG)
    (inside / "notat.txt").write_text("x", encoding="utf-8")
    (inside / "lænke.png").symlink_to(tmp_path / "hemmelig.png")

    with pytest.raises(Error, match="is not fetched"):
        manuscript(notebook(markdown(f"# A\n\n![kort]({url})")), folder=inside)


def test_a_picture_without_words_or_without_a_file_is_said(tmp_path):
    with pytest.raises(ReportError, match="no alternative text"):
        manuscript(notebook(markdown("# A\n\n![](kort.png)")), folder=tmp_path)
    with pytest.raises(ReportError, match=r'"kort\.png" is not in the report'):
        manuscript(notebook(markdown("# A\n\n![kort](kort.png)")), folder=tmp_path)

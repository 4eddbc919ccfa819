"""Tables out of a project, and codebooks, quotes and Taguette's projects into it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from docx import Document
from interchanged import made_project

from icmo import Codebook, Project, spreadsheets
from icmo.codebook.export import export_codebook
from icmo.documents import DocumentError

TAGUETTE = Path(__file__).parent / "data" / "taguette" / "samtale.sqlite3"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVIL = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "<script>x</script>",
)


@pytest.fixture
def project(tmp_path):
    tags = [(0, n, n + 3, n % 5, "anna", "promotes", note) for n, note in enumerate(EVIL)]
    texts = ("Anna: =1+1 er to, og <b>æøå</b> 🙂 kom.\n\nBo: Ja.", "Mette: Aften.")
    with made_project(tmp_path / "a.icmo", texts, tags, [(0, 3, "supports", "")], EVIL) as made:
        yield made


def rows_of(path, delimiter=","):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_no_cell_of_a_csv_runs_and_every_text_comes_back(project, tmp_path):
    for table in spreadsheets.TABLES:
        spreadsheets.write_tables(project, tmp_path / "a.csv", table)
        cells = [cell for row in rows_of(tmp_path / "a.csv")[1:] for cell in row]
        assert not [
            cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "@", "\t", "\r"))
        ]

    spreadsheets.write_tables(project, tmp_path / "a.csv", "tags")
    head, *rows = rows_of(tmp_path / "a.csv")
    notes = [spreadsheets.cells.restored(row[head.index("note")]) for row in rows]
    assert sorted(notes) == sorted(project.tags()["note"])
    assert [row[head.index("start")] for row in rows] == project.tags()["start"].astype(
        str
    ).tolist()


def test_danish_excel_gets_semicolons_and_the_mark_it_knows(project, tmp_path):
    spreadsheets.write_tables(project, tmp_path / "a.csv", "tags", mark=True, semicolon=True)
    data = (tmp_path / "a.csv").read_bytes()

    assert data.startswith(b"\xef\xbb\xbf")
    assert len(rows_of(tmp_path / "a.csv", ";")) == len(project.tags()) + 1
    spreadsheets.write_tables(project, tmp_path / "b.csv", "tags")
    assert not (tmp_path / "b.csv").read_bytes().startswith(b"\xef")


def test_a_workbook_has_a_sheet_for_each_table_typed_filtered_and_frozen(project, tmp_path):
    spreadsheets.write_tables(project, tmp_path / "a.xlsx", list(spreadsheets.TABLES))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")

    assert len(book.sheetnames) == len(spreadsheets.TABLES)
    sheet = book["Mærkninger"]
    head = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.endswith(str(len(project.tags()) + 1))
    assert isinstance(sheet.cell(2, head.index("start") + 1).value, int)
    assert sheet.cell(2, head.index("created") + 1).is_date
    formulas = [c for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
    assert formulas == []
    notes = sorted(
        sheet.cell(row, head.index("note") + 1).value.replace("�", "")
        for row in range(2, sheet.max_row + 1)
    )
    assert notes == sorted(project.tags()["note"].str.replace("\r", "\n")) or notes == sorted(
        project.tags()["note"]
    )
    codes = {
        sheet.cell(row, head.index("code") + 1).fill.start_color.rgb
        for row in range(2, sheet.max_row + 1)
    }
    assert len(codes) == 3  # a colour for each role


@pytest.fixture(scope="module")
def sheets(filled_project, tmp_path_factory):
    """The demonstration's project as a workbook, opened."""
    folder = tmp_path_factory.mktemp("sheets")
    copied = shutil.copy(filled_project, folder / "kib.icmo")
    with Project.open(copied, coder="anna") as project:
        spreadsheets.write_tables(project, folder / "a.xlsx", list(spreadsheets.TABLES))
    return openpyxl.load_workbook(folder / "a.xlsx")


def column(sheet, head):
    place = [cell.value for cell in sheet[1]].index(head) + 1
    return [row[place - 1].value for row in sheet.iter_rows(min_row=2)]


def test_columns_are_called_as_everywhere_and_tell_what_they_are_when_pointed_at(sheets):
    tags, matrix = sheets["Mærkninger"], sheets["Matrix"]
    told = {cell.value: cell.comment.text for cell in tags[1] if cell.comment}

    assert [cell.value for cell in tags[1]][:3] == ["tag", "document", "name"]
    assert (told["start"], told["created"]) == ("Fra tegn", "Oprettet (UTC)")
    assert "Virksomhedssamarbejde" in [cell.value for cell in matrix[1]]


def test_days_and_numbers_of_a_workbook_are_days_and_numbers(sheets):
    tags, documents, cases = sheets["Mærkninger"], sheets["Dokumenter"], sheets["Cases"]

    head = [cell.value for cell in tags[1]]
    assert tags.cell(2, head.index("created") + 1).number_format == "dd-mm-yyyy hh:mm"
    assert any(isinstance(day, dt.date) for day in column(documents, "date"))
    assert all(isinstance(number, int) for number in column(cases, "caseload"))


def test_every_word_of_a_row_is_seen(sheets):
    tags = sheets["Mærkninger"]
    place = [cell.value for cell in tags[1]].index("text") + 1
    width = tags.column_dimensions[tags.cell(1, place).column_letter].width

    for row in range(2, tags.max_row + 1):
        cell = tags.cell(row, place)
        if len(cell.value) > width:
            assert cell.alignment.wrap_text
            assert tags.row_dimensions[row].height >= 15 * len(cell.value) / width


def test_a_sheet_prints_on_a4_with_its_heading_and_the_number_on_each_page(sheets):
    for sheet in sheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter.right.text == "Side &P af &N"
    assert sheets["Mærkninger"].page_setup.fitToHeight == 0
    assert sheets["Matrix"].print_title_cols == "$A:$A"


def test_a_codebook_sheet_comes_back_as_a_codebook(project, tmp_path):
    spreadsheets.write_tables(project, tmp_path / "a.xlsx", "codebook")

    back = spreadsheets.read_codebook(tmp_path / "a.xlsx")

    assert back.labels("da") == project.codebook.labels("da")
    assert back.labels("en") == project.codebook.labels("en")
    assert back["tillid"].definition == project.codebook["tillid"].definition
    assert [one.role for one in back.family_records] == ["context", "mechanism", "outcome"]


def test_a_number_that_can_be_read_in_two_ways_stays_a_text():
    told = spreadsheets.workbook.arranged(
        pd.DataFrame({"a": ["1.000", "2"], "b": ["2,5", ""], "c": ["007", "1"]})
    )

    assert told["a"].tolist() == ["1.000", "2"]
    assert told["b"].iloc[0] == 2.5
    assert told["c"].tolist() == ["007", "1"]


def test_parquet_holds_the_same_values(project, tmp_path):
    spreadsheets.write_tables(project, tmp_path / "a.parquet", "tags")
    found, tags = pd.read_parquet(tmp_path / "a.parquet"), project.tags()

    for name in tags:
        assert (
            found[name].fillna("").astype(str).tolist()
            == tags[name].fillna("").astype(str).tolist()
        )


def test_a_word_document_has_every_passage_under_its_code_with_its_source(project, tmp_path):
    count = spreadsheets.write_passages(project, tmp_path / "a.docx")
    paper = Document(str(tmp_path / "a.docx"))

    quotes = [one.text for one in paper.paragraphs if one.style.name == "Quote"]
    assert count == len(project.tags()) == len(quotes)
    assert sorted(quotes) == sorted(project.tags()["text"])
    assert any("tekst 0 · By 0 · gruppe · 0–4 · anna" in one.text for one in paper.paragraphs)
    assert any(
        one.style.name == "Heading 2" and one.text.startswith("Tillid (")
        for one in paper.paragraphs
    )


def test_the_word_document_lists_its_codes_and_each_leads_to_its_passages(project, tmp_path):
    spreadsheets.write_passages(project, tmp_path / "a.docx")
    paper = Document(str(tmp_path / "a.docx"))

    links = [link for one in paper.paragraphs for link in one.hyperlinks]
    places = {
        mark.get(f"{WORD}name"): one.text
        for one in paper.paragraphs
        for mark in one.paragraph_format.element.iter(f"{WORD}bookmarkStart")
    }
    headings = [one.text for one in paper.paragraphs if one.style.name == "Heading 2"]
    assert [link.text for link in links] == headings
    assert [places[link.fragment] for link in links] == headings


def test_the_word_document_is_on_a4_numbered_and_in_danish(project, tmp_path):
    spreadsheets.write_passages(project, tmp_path / "a.docx")
    paper = Document(str(tmp_path / "a.docx"))
    words = "\n".join(one.text for one in paper.paragraphs)
    fields = (
        paper.sections[0].footer.paragraphs[0].paragraph_format.element.iter(f"{WORD}fldSimple")
    )

    assert round(paper.sections[0].page_width.cm, 1) == 21
    assert [one.get(f"{WORD}instr") for one in fields] == ["PAGE", "NUMPAGES"]
    assert paper.core_properties.language == "da-DK"
    assert "· fremmer" in words
    assert "promotes" not in words


def test_a_passage_and_its_heading_stand_on_the_page_of_the_source_line(project, tmp_path):
    spreadsheets.write_passages(project, tmp_path / "a.docx")
    paper = Document(str(tmp_path / "a.docx"))

    for one in paper.paragraphs:
        if one.style.name in ("Heading 1", "Heading 2", "Quote"):
            assert one.paragraph_format.keep_with_next


def test_a_transcripts_page_is_inert_and_has_every_word(project, tmp_path):
    spreadsheets.write_transcript(project, "tekst 0", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")

    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    body = page.split('<div class="text">')[1].split("</div>")[0]
    import html

    words = html.unescape(re.sub(r"<sup[^>]*>\d+</sup>|<[^>]+>", "", body))
    assert words == project.text("tekst 0")
    assert page.count('<tr id="t') == len(project.tags("tekst 0"))


def test_a_transcripts_page_says_what_its_lines_mean_in_danish(project, tmp_path):
    spreadsheets.write_transcript(project, "tekst 0", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")

    legend = page.split('<ul class="legend">')[1].split("</ul>")[0]
    roles = {"context": "kontekst", "mechanism": "mekanisme", "outcome": "udkomme"}
    assert [f'<i class="r-{role}"></i>{word}<' in legend for role, word in roles.items()] == [
        True
    ] * 3
    assert legend.count("<li>") == 3
    assert "<td>fremmer</td>" in page
    assert "promotes" not in page


def test_each_number_in_a_transcripts_text_leads_to_its_row(project, tmp_path):
    spreadsheets.write_transcript(project, "tekst 0", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")

    for number in range(1, len(project.tags("tekst 0")) + 1):
        assert f'<a href="#t{number}"><sup' in page
        assert f'<tr id="t{number}">' in page


def test_a_transcripts_page_lifts_its_colours_on_a_dark_ground_and_prints_light(project, tmp_path):
    spreadsheets.write_transcript(project, "tekst 0", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")

    dark = page.split("@media screen and (prefers-color-scheme: dark)")[1].split("</style>")[0]
    assert ".r-principle { --c: color-mix(in srgb, #332288 55%, white); }" in dark
    assert "@media print" in page
    assert ".r-context { --c: #777733; --l: dashed; }" in page


@pytest.mark.parametrize(
    ("day", "told"),
    [("2022-09-14", "14. september 2022"), ("efteråret", "efteråret"), ("", "")],
)
def test_a_day_is_written_as_people_write_it(day, told):
    assert spreadsheets.pages.written_day(day, "da") == told


@pytest.mark.parametrize(
    ("name", "tables", "word"),
    [
        ("a.txt", "tags", ".csv, .xlsx, .parquet"),
        ("a.csv", ["tags", "memos"], "only an .xlsx"),
        ("a.csv", "tag", "tags, matrix"),
        ("mappe/a.csv", "tags", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said(project, tmp_path, name, tables, word):
    with pytest.raises(spreadsheets.SpreadsheetError, match=word):
        spreadsheets.write_tables(project, tmp_path / name, tables)


# ── into a project ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_icmos_own_codebook_comes_back_from_a_spreadsheet(tmp_path, suffix):
    book = Codebook.load("recruitment")
    export_codebook(book, tmp_path / f"bog{suffix}")

    back = spreadsheets.read_codebook(tmp_path / f"bog{suffix}")

    assert back.labels("da") == book.labels("da")
    assert back.labels("en") == book.labels("en")
    parents = {c.id: c.parent for f in back.family_records for c in f.codes}
    assert parents == {c.id: c.parent for f in book.family_records for c in f.codes}
    assert {c: back[c].definition for c in back.labels()} == {
        c: book[c].definition for c in book.labels()
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("tag,description,number of highlights\ntillid,At stole på,3\n,uden navn,1\n", None),
        (
            "tag,description,number of highlights\ntillid,At stole på,3\nbliver,,1\n",
            {"tillid": "tillid", "bliver": "bliver"},
        ),
        (
            "navn;beskrivelse;overkode\nUng;Under 30;Alder\nAlder;Hvor gammel;\n",
            {"alder": "Alder", "ung": "Ung"},
        ),
        ("kode\n'=SUM(1)\nÆble\n", {"sum_1": "=SUM(1)", "aeble": "Æble"}),
    ],
)
def test_codebooks_of_others_are_read(tmp_path, text, codes):
    (tmp_path / "bog.csv").write_text(text, encoding="utf-8")

    if codes is None:
        with pytest.raises(spreadsheets.SpreadsheetError, match="line 3: the code has no name"):
            spreadsheets.read_codebook(tmp_path / "bog.csv", "en")
    else:
        assert spreadsheets.read_codebook(tmp_path / "bog.csv").labels() == codes


def test_a_codebook_without_names_or_with_a_circle_is_refused(tmp_path):
    for text, word in (
        ("a,b\n1,2\n", "no column says"),
        ("name,parent\na,b\nb,a\n", "line 2: the parent"),
    ):
        (tmp_path / "bog.csv").write_text(text, encoding="utf-8")
        with pytest.raises(spreadsheets.SpreadsheetError, match=word):
            spreadsheets.read_codebook(tmp_path / "bog.csv")


def test_quotes_are_found_and_the_doubtful_ones_listed(tmp_path):
    with made_project(
        tmp_path / "a.icmo", ["Anna: Vi stoler på “dem”, ja ja.\n\nBo: ja ja."]
    ) as project:
        (tmp_path / "q.csv").write_text(
            "document,code,quote,occurrence,polarity,coder\n"
            "tekst 0,tillid,Vi stoler på,,promotes,bo\n"
            'tekst 0,Tillid,"stoler  PÅ ""dem""",,,\n'
            "tekst 0,fast,ja ja,,,\n"
            "tekst 0,fast,ja ja,2,,\n"
            "tekst 0,fast,findes ikke,,,\n"
            "tekst 9,fast,ja,,,\n"
            "tekst 0,fas,ja,,,\n",
            encoding="utf-8",
        )
        found = spreadsheets.import_quotes(project, tmp_path / "q.csv")

        assert list(found["outcome"]) == [
            "found",
            "alike",
            "several",
            "found",
            "missing",
            "no document",
            "no code",
        ]
        tags = project.tags()
        assert list(zip(tags["text"], tags["code"], tags["coder"], strict=True)) == [
            ("Vi stoler på", "tillid", "bo"),
            ("stoler på “dem”", "tillid", "anna"),
            ("ja ja", "fast", "anna"),
        ]
        project.undo()
        assert project.tags().empty


def test_a_project_of_taguette_comes_in_with_its_texts_tags_and_words(tmp_path):
    with spreadsheets.read_taguette(TAGUETTE, tmp_path / "t.icmo", coder="anna") as project:
        (name,) = project.documents()["name"]
        assert (
            project.text(name)
            == "Samtale\nAnna: Vi stoler på dem 🙂, så vi bliver.\nBo: Ja & nej <b>.\n"
        )
        tags = project.tags()
        assert sorted(zip(tags["text"], tags["code"], strict=True)) == [
            ("Ja & nej", "udkomme_bliver"),
            ("Vi stoler på dem 🙂", "tillid"),
            ("bliver.\nBo: Ja", "tillid"),
            ("så vi bliver", "tillid"),
            ("så vi bliver", "udkomme_bliver"),
        ]
        assert project.codebook.labels() == {
            "tillid": "tillid",
            "ubrugt": "ubrugt",
            "udkomme_bliver": "udkomme.bliver",
        }
        assert project.codebook["tillid"].definition["en"] == "At stole på"
        assert sorted(project.memos()["text"]) == ["En prøve", "første"]
        assert project.check().empty


def run(*words, folder):
    return subprocess.run(
        [sys.executable, "-m", "icmo", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**__import__("os").environ, "ICMO_CODER": "anna"},
    )


def test_the_command_exports_and_imports(project, tmp_path):
    project.close()
    for words, made in (
        (["--to", "qdpx", "--for", "nvivo"], "a.qdpx"),
        (["--to", "qdc"], "a.qdc"),
        (["--to", "jsonl"], "a.jsonl"),
        (["--to", "csv", "--excel"], "a.csv"),
        (["alt.xlsx"], "alt.xlsx"),
        (["side.html", "--document", "tekst 0"], "side.html"),
    ):
        done = run("export", "a.icmo", *words, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / made).stat().st_size

    taken = run("import", "ny.icmo", "a.qdpx", folder=tmp_path)
    assert "TextSource" in taken.stdout
    assert "UTF-16" in taken.stdout
    assert run("check", "a.icmo", "--with", "a.jsonl", folder=tmp_path).stdout.endswith(
        "are the same project.\n"
    )
    other = run("check", "ny.icmo", "--with", "a.jsonl", folder=tmp_path)
    assert other.returncode == 1
    assert "only in the lines: journal" in other.stdout
    assert run("import", "t.icmo", str(TAGUETTE), folder=tmp_path).returncode == 0
    bad = run("import", "ny.icmo", "side.html", folder=tmp_path)
    assert (bad.returncode, bad.stdout) == (1, "")
    assert "Traceback" not in bad.stderr


def test_a_table_that_is_none_is_refused(tmp_path):
    (tmp_path / "q.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with (
        made_project(tmp_path / "a.icmo", ["x: y"]) as project,
        pytest.raises(DocumentError, match="quote"),
    ):
        spreadsheets.import_quotes(project, tmp_path / "q.csv")

"""A codebook on paper and in a spreadsheet says what the codebook says."""

from __future__ import annotations

import os
import re
import zipfile

import docx
import mistune
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn

from icmo import Codebook
from icmo.codebook import pages
from icmo.codebook.export import ExportError, export_codebook, export_guide
from icmo.codebook.markdown import write_markdown
from icmo.codebook.questions import PrincipleError
from icmo.codebook.tables import COLUMNS

SMALL = """
id: lille
title: {da: En lille kodebog, en: A small codebook}
version: "2"
languages: [da, en]
description: {da: Den bruges til at prøve., en: It is used for trying.}
citation: Hansen 2020
families:
  - id: mekanismer
    role: mechanism
    label: {da: Mekanismer, en: Mechanisms}
    definition: {da: "Det, der virker.", en: What works.}
    codes:
      - id: barn
        label: {da: Barn, en: Child}
        definition: {da: Et barn af forældre., en: A child of its parent.}
        parent: foraelder
      - id: foraelder
        label: {da: Forælder, en: Parent}
        definition: {da: En forælder til et barn., en: A parent of a child.}
        include: {da: "Brug den <b>altid</b>, *også* her.", en: Use it always.}
        exclude: {da: Brug ellers `barn`., en: Else use `barn`.}
        examples:
          - {da: "# Hun sagde _ja_ & tak.", en: She said yes.}
          - {da: "1. Så gik vi.", en: Then we went.}
        citation: Jensen_2021
        note: {da: Vi var i tvivl., en: We were in doubt.}
        see: [kib:sprog, kib:vidensbaseret]
  - id: moderatorer
    role: moderator
    label: {da: Moderatorer, en: Moderators}
    codes:
      - id: tid
        label: {da: "=1+1", en: "+Time"}
        definition: {da: "@Den tid, der er til det.", en: "-The time there is for it."}
        conditions: [barn, foraelder]
        retired: true
  - id: principper
    role: principle
    codes:
      - id: aabenhed
        label: {da: Åbenhed, en: Openness}
        definition: {da: "At dele det, man ved.", en: To share what one knows.}
  - id: temaer
    role: theme
    codes:
      - id: t1
        label: {da: Tid skaber åbenhed, en: Time makes openness}
        definition: {da: Åbenhed kommer med tiden., en: Openness comes with time.}
        principle: aabenhed
        type: tid
  - id: metoder
    role: method
    codes:
      - id: brev
        label: {da: Breve, en: Letters}
        definition: {da: At skrive til dem først., en: To write to them first.}
        axes: {can_want: want, relation_course: course}
        suits: {da: De fleste., en: Most.}
        limits: {da: Ikke alle., en: Not all.}
        steps:
          - {da: Find navnet., en: Find the name.}
          - {da: Send brevet., en: Send the letter.}
        checklist:
          - {da: Er det kort?, en: Is it short?}
      - id: opkald
        label: {da: Opkald, en: Calls}
        definition: {da: At ringe til dem bagefter., en: To call them afterwards.}
        parent: brev
        steps:
          - {da: Ring., en: Call.}
      - id: tavs
        label: {da: Tavs, en: Silent}
        definition: {da: Ikke noget at gøre her., en: Nothing to do here.}
"""
WRONG_ENDING = (
    "sådan en fil kan icmo ikke skrive her. "
    "Vælg et navn, der ender på en af: .md, .docx, .xlsx, .csv."
)
NO_FILE = "er ikke en almindelig fil og bliver ikke overskrevet. Vælg et andet navn."
DATE = "Dato \t\tCase \t"


@pytest.fixture(scope="module")
def kib():
    return Codebook.load("kib")


@pytest.fixture(scope="module")
def small():
    return Codebook.parse(SMALL)


@pytest.fixture(autouse=True)
def spoken_danish(monkeypatch):
    monkeypatch.setenv("ICMO_LANGUAGE", "da")


def paragraphs(path):
    return [(p.style.name, p.text) for p in docx.Document(path).paragraphs]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def shown(markdown):
    """What a reader of the Markdown sees, without the marks of HTML."""
    return re.sub(r"<[^>]+>", "", mistune.html(markdown))


def test_word_holds_the_codebook_with_real_headings_children_below_their_parents(small, tmp_path):
    file = export_codebook(small, tmp_path / "kodebog.docx")

    assert paragraphs(file) == [
        ("Title", "En lille kodebog"),
        ("Metadata", "lille · version 2"),
        ("Normal", "Den bruges til at prøve."),
        ("Normal", "Kilde: Hansen 2020"),
        ("Heading 1", "Mekanismer"),
        ("Metadata", "mekanismer · rolle: mekanisme"),
        ("Normal", "Det, der virker."),
        ("Heading 2", "Forælder"),
        ("Metadata", "foraelder"),
        ("Normal", "En forælder til et barn."),
        ("Normal", "Hvornår: Brug den <b>altid</b>, *også* her."),
        ("Normal", "Hvornår ikke: Brug ellers barn."),
        ("Quote", "# Hun sagde _ja_ & tak."),
        ("Quote", "1. Så gik vi."),
        ("Normal", "Se også: kib:sprog, kib:vidensbaseret"),
        ("Normal", "Bemærkning: Vi var i tvivl."),
        ("Normal", "Kilde: Jensen_2021"),
        ("Heading 3", "Barn"),
        ("Metadata", "barn · under Forælder"),
        ("Normal", "Et barn af forældre."),
        ("Heading 1", "Moderatorer"),
        ("Metadata", "moderatorer · rolle: moderator"),
        ("Heading 2", "=1+1"),
        ("Metadata", "tid · udgået"),
        ("Normal", "@Den tid, der er til det."),
        ("Normal", "Betinger"),
        ("List Bullet", "Barn (barn)"),
        ("List Bullet", "Forælder (foraelder)"),
        ("Heading 1", "principper"),
        ("Metadata", "principper · rolle: princip"),
        ("Heading 2", "Åbenhed"),
        ("Metadata", "aabenhed"),
        ("Normal", "At dele det, man ved."),
        ("Heading 1", "temaer"),
        ("Metadata", "temaer · rolle: tema"),
        ("Heading 2", "Tid skaber åbenhed"),
        ("Metadata", "t1"),
        ("Normal", "Åbenhed kommer med tiden."),
        ("Normal", "Princip: Åbenhed (aabenhed)"),
        ("Normal", "Indsatstype: =1+1 (tid)"),
        ("Heading 1", "metoder"),
        ("Metadata", "metoder · rolle: metode"),
        ("Heading 2", "Breve"),
        ("Metadata", "brev"),
        ("Normal", "At skrive til dem først."),
        ("Normal", "Plads i modellen: vil · forløb"),
        ("Normal", "Egner sig til: De fleste."),
        ("Normal", "Begrænsninger: Ikke alle."),
        ("Normal", "Trin"),
        ("List Number", "Find navnet."),
        ("List Number", "Send brevet."),
        ("Normal", "Tjekliste"),
        ("Tick List", "☐\tEr det kort?"),
        ("Heading 3", "Opkald"),
        ("Metadata", "opkald · under Breve"),
        ("Normal", "At ringe til dem bagefter."),
        ("Normal", "Trin"),
        ("List Number", "Ring."),
        ("Heading 2", "Tavs"),
        ("Metadata", "tavs"),
        ("Normal", "Ikke noget at gøre her."),
    ]


def test_each_list_of_steps_in_word_begins_at_one(small, tmp_path):
    document = docx.Document(export_codebook(small, tmp_path / "kodebog.docx"))

    steps = [p for p in document.paragraphs if p.style.name == "List Number"]
    lists = [p.paragraph_format.element.pPr.numPr.numId.val for p in steps]
    numbering = document.part.numbering_part.element
    begins = [
        numbering.num_having_numId(number).find(f".//{qn('w:startOverride')}").get(qn("w:val"))
        for number in lists
    ]

    assert lists[0] == lists[1] != lists[2]
    assert begins == ["1", "1", "1"]


@pytest.mark.parametrize(("language", "proofing"), [("da", "da-DK"), ("en", "en-GB")])
def test_word_proofs_in_the_language_of_the_text_on_numbered_a4_pages(
    small, tmp_path, language, proofing
):
    file = export_codebook(small, tmp_path / "kodebog.docx", language)
    document = docx.Document(file)
    section = document.sections[0]
    with zipfile.ZipFile(file) as parts:
        styles = parts.read("word/styles.xml").decode()
        footer = "".join(parts.read(n).decode() for n in parts.namelist() if "/footer" in n)

    assert set(re.findall(r'<w:lang w:val="([^"]+)"', styles)) == {proofing}
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]
    assert document.core_properties.title == small.title[language]


def test_markdown_holds_every_text_of_word_and_shows_words_as_words(small, tmp_path):
    markdown = export_codebook(small, tmp_path / "kodebog.md").read_text(encoding="utf-8")
    seen = re.sub(r"\s+", " ", shown(markdown))

    assert markdown.startswith("# En lille kodebog\n\n`lille` · version 2\n\nDen bruges")
    assert re.findall(r"^#+ .*", markdown, re.MULTILINE) == [
        "# En lille kodebog",
        "## Mekanismer",
        "### Forælder",
        "#### Barn",
        "## Moderatorer",
        "### =1+1",
        "## principper",
        "### Åbenhed",
        "## temaer",
        "### Tid skaber åbenhed",
        "## metoder",
        "### Breve",
        "#### Opkald",
        "### Tavs",
    ]
    for sentence in (
        "Hvornår: Brug den &lt;b&gt;altid&lt;/b&gt;, *også* her.",
        "# Hun sagde _ja_ &amp; tak.",
        "1. Så gik vi.",
        "Betinger: Barn (barn) Forælder (foraelder)",
        "Trin: Find navnet. Send brevet.",
        "Tjekliste: ☐ Er det kort?",
    ):
        assert sentence in seen
    assert "1. Find navnet.\n2. Send brevet.\n" in markdown
    assert "<b>" not in mistune.html(markdown)


@pytest.mark.parametrize("name", ["kib", "recruitment", "relation", "outreach"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_text_of_a_shipped_codebook_is_lost_in_markdown(name, language, tmp_path):
    codebook = Codebook.load(name)
    markdown = export_codebook(codebook, tmp_path / "kodebog.md", language).read_text("utf-8")
    plain = markdown.replace("\\", "")

    for family in codebook.family_records:
        for code in family.codes:
            texts = [code.label, code.definition, *code.examples, *code.steps, *code.checklist]
            texts += [code.include, code.exclude, code.note, code.suits, code.limits]
            assert [text[language] for text in texts if text and text[language] not in plain] == []


def test_word_has_a_heading_for_every_family_and_code_of_kib_in_their_hierarchy(kib, tmp_path):
    file = export_codebook(kib, tmp_path / "kib.docx", "en")
    headings = [(s, t) for s, t in paragraphs(file) if s.startswith("Heading")]
    expected = []
    for family in kib.family_records:
        expected.append(("Heading 1", family.label["en"]))
        expected += [
            (f"Heading {2 + depth}", code.label["en"])
            for depth, code in pages.in_hierarchy(family.codes)
        ]

    assert headings == expected
    assert len(headings) == len(kib) + len(kib.family_records)


def test_the_spreadsheet_has_a_row_per_code_with_both_languages(small, tmp_path):
    sheet = openpyxl.load_workbook(export_codebook(small, tmp_path / "kodebog.xlsx")).active
    rows = {
        row[2]: dict(zip(COLUMNS, row, strict=True)) for row in sheet.iter_rows(values_only=True)
    }

    assert tuple(rows["code"].values()) == COLUMNS
    assert list(rows) == [
        "code",
        "barn",
        "foraelder",
        "tid",
        "aabenhed",
        "t1",
        "brev",
        "opkald",
        "tavs",
    ]
    assert rows["foraelder"] == {
        **dict.fromkeys(COLUMNS),
        "family": "mekanismer",
        "role": "mechanism",
        "code": "foraelder",
        "label_da": "Forælder",
        "label_en": "Parent",
        "definition_da": "En forælder til et barn.",
        "definition_en": "A parent of a child.",
        "include_da": "Brug den <b>altid</b>, *også* her.",
        "include_en": "Use it always.",
        "exclude_da": "Brug ellers `barn`.",
        "exclude_en": "Else use `barn`.",
        "citation": "Jensen_2021",
    }
    assert rows["barn"]["parent"] == "foraelder"
    assert rows["tid"]["conditions"] == "barn, foraelder"
    assert (rows["t1"]["principle"], rows["t1"]["type"]) == ("aabenhed", "tid")


def test_the_spreadsheet_is_ready_to_read_and_filter(small, tmp_path):
    sheet = openpyxl.load_workbook(export_codebook(small, tmp_path / "kodebog.xlsx", "en")).active

    assert sheet.title == "Codes"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:P9"
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet["G3"].alignment.wrap_text
    assert sheet.column_dimensions["G"].width == 55


def test_no_cell_of_the_spreadsheet_is_a_formula(small, tmp_path):
    sheet = openpyxl.load_workbook(export_codebook(small, tmp_path / "kodebog.xlsx")).active
    cells = {cell.value: cell for row in sheet for cell in row if cell.value}

    assert {cell.data_type for cell in cells.values()} == {"s"}
    for text in ("=1+1", "+Time", "@Den tid, der er til det.", "-The time there is for it."):
        assert cells[text].quotePrefix


def test_csv_reads_back_as_the_codes_and_runs_nothing(small, tmp_path):
    file = export_codebook(small, tmp_path / "kodebog.csv")
    frame = pd.read_csv(file, encoding="utf-8-sig", keep_default_na=False).set_index("code")

    assert file.read_bytes().startswith(b"\xef\xbb\xbffamily,role,code,parent,label_da,label_en,")
    assert list(frame.index) == list(small.codes()["code"])
    assert frame.loc["tid", "label_da"] == "'=1+1"
    assert frame.loc["tid", "label_en"] == "'+Time"
    assert frame.loc["tid", "definition_da"] == "'@Den tid, der er til det."
    assert frame.loc["tid", "definition_en"] == "'-The time there is for it."
    assert frame.loc["barn", "definition_da"] == "Et barn af forældre."
    assert frame.loc["tavs", "include_da"] == ""


def test_csv_and_spreadsheet_of_kib_hold_the_same_as_its_frame(kib, tmp_path):
    table = pd.read_csv(export_codebook(kib, tmp_path / "k.csv"), keep_default_na=False)
    sheet = pd.read_excel(export_codebook(kib, tmp_path / "k.xlsx"), keep_default_na=False)
    frame = kib.codes().fillna("")

    assert table.to_dict("list") == sheet.to_dict("list")
    assert table[list(frame.columns)].to_dict("list") == frame.to_dict("list")


def test_checklists_are_sheets_of_only_what_can_be_done(small, tmp_path):
    file = export_codebook(small, tmp_path / "ark.docx", checklists=True)

    assert paragraphs(file) == [
        ("Title", "Trin og tjeklister"),
        ("Subtitle", "En lille kodebog"),
        ("Metadata", "lille · version 2"),
        ("Heading 1", "Breve"),
        ("Normal", "At skrive til dem først."),
        ("Normal", "Egner sig til: De fleste."),
        ("Normal", "Begrænsninger: Ikke alle."),
        ("Normal", "Trin"),
        ("List Number", "Find navnet."),
        ("List Number", "Send brevet."),
        ("Normal", "Tjekliste"),
        ("Tick List", "☐\tEr det kort?"),
        ("Heading 2", "Opkald"),
        ("Normal", "At ringe til dem bagefter."),
        ("Normal", "Trin"),
        ("List Number", "Ring."),
    ]
    markdown = export_codebook(small, tmp_path / "ark.md", "en", checklists=True).read_text("utf-8")
    assert (
        "1. Find the name.\n2. Send the letter.\n\n**Checklist:**\n\n- ☐ Is it short?" in markdown
    )
    assert "Silent" not in markdown


def test_every_step_and_item_of_recruitment_is_on_its_sheets(tmp_path):
    codebook = Codebook.load("recruitment")
    file = export_codebook(codebook, tmp_path / "ark.docx", checklists=True)
    codes = [code for family in codebook.family_records for code in family.codes]

    assert sorted(text for style, text in paragraphs(file) if style == "List Number") == sorted(
        step["da"] for code in codes for step in code.steps
    )
    assert sorted(text for style, text in paragraphs(file) if style == "Tick List") == sorted(
        f"☐\t{item['da']}" for code in codes for item in code.checklist
    )


def test_the_interviewers_sheet_has_numbered_questions_probes_and_room_for_notes(kib, tmp_path):
    file = export_guide(kib, tmp_path / "guide.docx", "tvaerfaglig")
    written = paragraphs(file)

    assert written[:10] == [
        ("Title", "Interviewguide"),
        ("Subtitle", kib.title["da"]),
        ("Metadata", "kib · version 1.0"),
        ("Heading 1", "Tværfaglighed"),
        ("Normal", kib["tvaerfaglig"].definition["da"]),
        ("Form", DATE),
        ("Form", "Gruppe \t\tInterviewer \t"),
        ("Heading 2", "G · Retningsgivende (Guiding)"),
        (
            "List Number",
            "I hvor høj grad har princippet om tværfaglighed styret det, I har gjort i projektet?",
        ),
        ("Probe", "Opfølgning: Tværfaglighed kan betyde flere ting. Hvad har det betydet hos jer?"),
    ]
    assert [text[0] for style, text in written if style == "Heading 2"] == list("GUIDE")
    assert sum(style == "List Number" for style, _ in written) == 14
    assert sum(style == "Notes" for style, _ in written) == 14 * 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_without_a_principle_every_principle_has_a_sheet_that_starts_a_page(
    kib, tmp_path, language
):
    document = docx.Document(export_guide(kib, tmp_path / "guide.docx", language=language))
    sheets = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    questions = [p for p in document.paragraphs if p.style.name == "List Number"]

    assert [p.text for p in sheets] == [
        code.label[language] for code in kib.family_records[0].codes
    ]
    assert [bool(p.paragraph_format.page_break_before) for p in sheets] == [False] + [True] * 4
    assert len(questions) == 70
    assert not [p.text for p in document.paragraphs if "{" in p.text]


def test_the_guide_in_markdown_numbers_the_questions_under_each_letter(kib, tmp_path):
    markdown = export_guide(kib, tmp_path / "guide.md", "tvaerfaglig", "en").read_text("utf-8")

    assert f"\n## {kib['tvaerfaglig'].label['en']}\n" in markdown
    assert re.findall(r"^(?:### (\w) |(\d)\. )", markdown, re.MULTILINE) == [
        pair
        for letter, count in (("G", 3), ("U", 3), ("I", 4), ("D", 2), ("E", 2))
        for pair in [(letter, ""), *(("", str(number)) for number in range(1, count + 1))]
    ]
    assert "\n\n   **Probe:** What made sense, and what did not?\n\n3. " in markdown


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("kodebog.doc", f'kodebog.doc: {WRONG_ENDING} Mente du ".docx"?'),
        ("kodebog", f"kodebog: {WRONG_ENDING}"),
        ("nej/kodebog.md", "Mappen nej findes ikke. Lav den først, eller vælg en anden."),
        ("mappe.md", f"mappe.md {NO_FILE}"),
        ("genvej.md", f"genvej.md {NO_FILE}"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_in_one_sentence(
    small, tmp_path, monkeypatch, name, sentence
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mappe.md").mkdir()
    (tmp_path / "genvej.md").symlink_to(tmp_path / "findes_ikke.md")

    with pytest.raises(ExportError) as caught:
        export_codebook(small, name)

    assert str(caught.value) == sentence
    assert names_in(tmp_path) == ["genvej.md", "mappe.md"]


def test_a_read_only_file_is_left_as_it_was(small, tmp_path, monkeypatch):
    file = tmp_path / "kodebog.md"
    file.write_text("gammel")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(ExportError, match="findes og er skrivebeskyttet"):
        export_codebook(small, file)

    assert file.read_text() == "gammel"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(small, tmp_path, monkeypatch):
    file = tmp_path / "kodebog.md"
    file.write_text("gammel")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError) as caught:
        export_codebook(small, file)

    assert str(caught.value) == (
        f"{file} kan ikke skrives (No space left on device). "
        "Luk filen, hvis den er åben, eller vælg en anden mappe."
    )
    assert file.read_text() == "gammel"
    assert names_in(tmp_path) == ["kodebog.md"]


def test_an_ordinary_file_is_replaced_and_keeps_its_permissions(small, tmp_path):
    file = tmp_path / "kodebog.md"
    file.write_text("gammel")
    file.chmod(0o640)

    assert export_codebook(small, file) == file
    assert file.read_text("utf-8").startswith("# En lille kodebog")
    assert file.stat().st_mode & 0o777 == 0o640
    assert names_in(tmp_path) == ["kodebog.md"]


def test_checklists_are_no_spreadsheet_and_need_steps(kib, tmp_path):
    with pytest.raises(ExportError, match=r"ender på en af: \.md, \.docx\."):
        export_codebook(kib, tmp_path / "ark.xlsx", checklists=True)
    with pytest.raises(ExportError) as caught:
        export_codebook(kib, tmp_path / "ark.md", checklists=True)

    assert str(caught.value) == (
        'Kodebogen "kib" har hverken trin eller tjeklister. '
        "Skriv `steps:` eller `checklist:` under en kode."
    )


def test_a_guide_needs_a_principle_and_questions(kib, small, tmp_path):
    with pytest.raises(ExportError, match='Kodebogen "lille" stiller ikke GUIDE-spørgsmål'):
        export_guide(small, tmp_path / "guide.md")
    with pytest.raises(PrincipleError, match='Mente du "tvaerfaglig"'):
        export_guide(kib, tmp_path / "guide.md", "tvaerfagligt")


def test_a_codebook_in_one_language_is_written_in_it(tmp_path):
    codebook = Codebook.parse(
        "languages: [en]\nfamilies:\n  - id: f\n    role: other\n    codes:\n"
        "      - {id: a, label: Alpha, definition: The first of the letters.}\n"
    )
    markdown = export_codebook(codebook, tmp_path / "c.md", "da").read_text("utf-8")

    assert "role: other" in markdown
    assert "The first of the letters." in markdown


def test_characters_that_word_and_spreadsheets_cannot_hold_are_left_out():
    assert pages.printable("Al\x07pha\x00\ud800 \t\n😀") == "Alpha \t\n😀"
    assert pages.clean("  To\x0b linjer\n\n og en til ") == "To linjer\nog en til"


def test_a_lone_backtick_is_shown_as_one():
    markdown = write_markdown([pages.Block("text", "Et ` og en * her")]).decode()

    assert shown(markdown) == "Et ` og en * her\n"


def test_a_text_of_several_lines_keeps_them(tmp_path):
    codebook = Codebook.parse(
        "languages: [en]\nfamilies:\n  - id: f\n    role: other\n    codes:\n"
        "      - id: a\n        label: Alpha\n        definition: |\n"
        "          The first of the letters.\n\n          - and the oldest\n"
    )
    markdown = export_codebook(codebook, tmp_path / "c.md", "en").read_text("utf-8")
    word = paragraphs(export_codebook(codebook, tmp_path / "c.docx", "en"))

    assert shown(markdown).endswith("The first of the letters.\n- and the oldest\n")
    assert word[-1] == ("Normal", "The first of the letters.\n- and the oldest")

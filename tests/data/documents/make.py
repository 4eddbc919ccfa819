# ruff: noqa: SLF001 — what python-docx cannot write is put in as XML
"""Makes the files in this folder again, with python-docx and LibreOffice: python make.py.

Every word in them is synthetic; the municipalities do not exist.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import pikepdf
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

HERE = Path(__file__).parent
NFD = unicodedata.normalize("NFD", "på")

#: Who speaks, what is said, paragraph by paragraph; a heading has no speaker.
TRANSCRIPT = [
    ("heading", "Gruppeinterview i Østerlund Kommune"),
    ("", "Syntetisk interview; alle navne er opdigtede."),
    ("Interviewer", "Hvordan begyndte I arbejdet med kvinderne?"),
    (
        "Åse (sagsbehandler)",
        (
            f"Vi tog ud og mødte dem, dér hvor de var. Først f.eks. {NFD} biblioteket og bl.a. i "
            "beboerhuset, og så kom der ca. ti kvinder. Det var hårdt, men sjovt 😀 for os alle."
        ),
    ),
    ("", "Og så blev vi ved. Hver eneste uge, kl. 9 om mandagen, sad vi dér og ventede på dem."),
    ("Bo", "Ja – det gjorde »vi« nemlig. Jobcenter/kommune, det er jo ét fedt."),
    ("heading", "Om løntimer"),
    ("Interviewer", "Hvad betød løntimerne?"),
    ("Bo", "De betød alt. En lønseddel er noget helt andet end et brev, ikke?"),
    ("Åse (sagsbehandler)", "Jo, og børnene så det også: mor går på arbejde."),
]


def spoken() -> list[str]:
    return [f"{who}: {said}" if who not in ("", "heading") else said for who, said in TRANSCRIPT]


def make_docx(path: Path) -> None:
    document = Document()
    for who, said in TRANSCRIPT:
        if who == "heading":
            document.add_heading(said, 1)
            continue
        paragraph = document.add_paragraph()
        if who:
            paragraph.add_run(f"{who}:").bold = True
        paragraph.add_run(f" {said}" if who else said)
    document.save(str(path))


def make_vtt(path: Path) -> None:
    lines, who, second = ["WEBVTT", "", "NOTE Syntetisk", ""], "", 0
    for speaker, said in TRANSCRIPT:
        if speaker == "heading":
            continue
        who = speaker or who
        lines += [
            f"00:00:{second:02d}.000 --> 00:00:{second + 5:02d}.500",
            f"<v {who}>{said}" if who else said,
            "",
        ]
        second += 6
    path.write_text("\n".join(lines), encoding="utf-8")


def make_srt(path: Path) -> None:
    cues = []
    for number, said in enumerate(spoken(), 1):
        cues.append(f"{number}\n00:00:{number:02d},000 --> 00:00:{number:02d},900\n{said}\n")
    path.write_text("\n".join(cues), encoding="utf-8")


def insert(paragraph, xml: str) -> None:
    paragraph._p.append(
        parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f" {nsdecls('w')}>", 1))
    )


TRACKED = 'w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z"'


def make_hard(path: Path) -> None:
    """A Word file with everything that is easily lost or easily let through."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "SIDEHOVED"
    document.add_heading("Udsagnstavle", 1)
    soft = document.add_paragraph("Mette: Første linje")
    soft.runs[0].add_break()
    soft.add_run("anden linje")
    soft.runs[-1].add_tab()
    soft.add_run("efter tabulator.")
    tracked = document.add_paragraph("Bo: Vi ")
    insert(tracked, f"<w:ins {TRACKED}><w:r><w:t xml:space='preserve'>ofte </w:t></w:r></w:ins>")
    insert(tracked, f"<w:del {TRACKED}><w:r><w:delText>SLETTET</w:delText></w:r></w:del>")
    tracked.add_run("mødes.")
    hidden = document.add_paragraph("Mette: Det kan ses, ")
    for piece in ("SKJULT ", "OGSÅ"):
        hidden.add_run(piece).font.hidden = True
    hidden.add_run("og det her også.")
    merged = document.add_paragraph("Bo: En sætning, der ")
    merged._p.get_or_add_pPr().append(
        parse_xml(f"<w:rPr {nsdecls('w')}><w:del {TRACKED}/></w:rPr>")
    )
    document.add_paragraph("hænger sammen.")
    document.add_paragraph("Punkt med nummer", style="List Number")
    document.add_paragraph("Punkt med prik", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for (row, column), text in {
        (0, 0): "Udsagn",
        (0, 1): "Prioritet",
        (1, 0): "Tid til samtaler",
        (1, 1): "1",
    }.items():
        table.cell(row, column).text = text
    table.cell(1, 0).add_paragraph("Andet afsnit i cellen")
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "inde", "i cellen"
    linked = document.add_paragraph("Mette: Se ")
    insert(linked, '<w:hyperlink w:anchor="x"><w:r><w:t>vejledningen</w:t></w:r></w:hyperlink>')
    linked.add_run(" her.")
    broken = document.add_paragraph("Bo: Side et.")
    broken.add_run().add_break(WD_BREAK.PAGE)
    note = document.add_paragraph("Bo: Med en note")
    note.add_run("").text = ""
    document.add_comment(note.runs[0], text="KOMMENTAR", author="A")
    boxed = document.add_paragraph("Mette: Ved siden af står en boks.")
    boxed.runs[0]._r.append(text_box("Tekst i boksen"))
    document.styles["Normal"].font.size = Pt(11)
    document.save(str(path))


def text_box(text: str):
    """A box as Word writes it: once for new readers and once for old ones."""
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml" ' + nsdecls("w")
    )
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f"<mc:AlternateContent {names}><mc:Choice Requires='wps'><w:drawing>"
        "<wp:inline distT='0' distB='0' distL='0' distR='0'><wp:extent cx='1800000' cy='600000'/>"
        "<wp:docPr id='9' name='Boks'/><a:graphic><a:graphicData "
        "uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='1800000' cy='600000'/></a:xfrm><a:prstGeom prst='rect'/></wps:spPr>"
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def make_long(path: Path) -> None:
    """Several pages with a header and a page number, for the PDF."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Fortroligt – Østerlund Kommune"
    page = document.sections[0].footer.paragraphs[0]
    page.add_run("Side ")
    for kind in ("begin", None, "end"):
        run = page.add_run()
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>PAGE</w:instrText>"))
    for number in range(1, 61):
        who = ("Interviewer", "Åse")[number % 2]
        document.add_paragraph(
            f"{who}: Dette er svar nummer {number}, og det er så langt, at det fylder mere end en "
            "enkelt linje på siden, for sådan taler folk jo, når de først er kommet i gang med det."
        )
    document.save(str(path))


def convert(source: Path, *forms: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for form in forms:
            subprocess.run(
                ["soffice", "--headless", "--convert-to", form, "--outdir", folder, str(source)],
                check=True,
                capture_output=True,
            )
            shutil.move(Path(folder, f"{source.stem}.{form.split(':')[0]}"), HERE)


def make_locked() -> None:
    """A file that asks for a password."""
    with pikepdf.open(HERE / "interview.pdf") as pdf:
        pdf.save(HERE / "locked.pdf", encryption=pikepdf.Encryption(user="hemmelig", owner="o"))


def make_scanned(path: Path) -> None:
    """A page with a picture and no text."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        picture = pikepdf.Stream(pdf, bytes(100))
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = 10
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name("/Im0"))
        page.contents_add(b"q 200 0 0 200 0 0 cm /Im0 Do Q")
        pdf.save(path)


def main() -> None:
    for old in HERE.iterdir():
        if old.suffix not in (".py", ".md"):
            old.unlink()
    make_docx(HERE / "interview.docx")
    make_vtt(HERE / "interview.vtt")
    make_srt(HERE / "interview.srt")
    (HERE / "interview.txt").write_text("\n\n".join(spoken()), encoding="utf-8")
    convert(HERE / "interview.docx", "odt", "rtf", "pdf", "html:XHTML Writer File:UTF8")
    make_hard(HERE / "hard.docx")
    convert(HERE / "hard.docx", "odt", "rtf", "doc")
    with tempfile.TemporaryDirectory() as folder:
        make_long(Path(folder, "long.docx"))
        convert(Path(folder, "long.docx"), "pdf")
    make_locked()
    make_scanned(HERE / "scanned.pdf")


if __name__ == "__main__":
    main()

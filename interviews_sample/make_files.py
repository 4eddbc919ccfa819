"""Make the group interviews' files from their masters.

    python interviews_sample/make_files.py

`masters/*_gruppe.txt` hold the words, one turn to a paragraph. This program writes them to `transcripts/` in
the formats that interviews come in: plain text, Word, OpenDocument and rich text. The last two need LibreOffice
(`soffice`); without it they are left as they are. Word files are the same bytes each time.
"""

from __future__ import annotations

import copy
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

HERE = Path(__file__).parent
MASTERS = HERE / "masters"
TRANSCRIPTS = HERE / "transcripts"
WRITTEN = datetime(2022, 11, 1, 9, tzinfo=UTC)
_SPEAKER = re.compile(r"[^:\n]{1,50}:(?= )")


@dataclass(frozen=True)
class Make:
    """How one master becomes a file."""

    name: str
    suffix: str
    heading: str = ""
    below: str = ""
    table: bool = False
    correction: tuple[str, str] | None = None


#: `correction` is a tracked change: the first was crossed out, the second (in the master) written instead.
FILES = (
    Make("noerrevang_gruppe", ".txt"),
    Make("hasseloe_gruppe", ".txt"),
    Make("soenderkaer_gruppe", ".docx", "Gruppeinterview i Sønderkær Kommune"),
    Make("vesterlund_gruppe", ".docx", "Gruppeinterview i Vesterlund Kommune", table=True),
    Make(
        "aamose_gruppe",
        ".docx",
        "Gruppeinterview i Åmose Kommune",
        correction=("kvart over ti.", "ti minutter over."),
    ),
    Make(
        "ravnsoe_gruppe",
        ".docx",
        "Gruppeinterview i Ravnsø Kommune",
        below="Optaget tirsdag den 4. oktober 2022 i Lærkeparken. Pauser er kun skrevet ud, hvor de betyder noget.",
    ),
    Make("klintholm_gruppe", ".odt", "Gruppeinterview i Klintholm Kommune"),
    Make("egebaek_gruppe", ".rtf", "Gruppeinterview i Egebæk Kommune"),
)


def make_all() -> list[Path]:
    """Write every file that can be written here, and return which."""
    TRANSCRIPTS.mkdir(exist_ok=True)
    made = []
    for make in FILES:
        target = TRANSCRIPTS / f"{make.name}{make.suffix}"
        text = (MASTERS / f"{make.name}.txt").read_text(encoding="utf-8")
        if make.suffix == ".txt":
            target.write_text(text, encoding="utf-8", newline="\n")
        elif make.suffix == ".docx":
            target.write_bytes(word(make, text))
        elif not _converted(make, text, target):
            continue
        made.append(target)
    return made


def word(make: Make, text: str) -> bytes:
    """Return a master as a Word file: a heading, perhaps a table of who is who, and turns with bold names."""
    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.author = "icmo"
    document.core_properties.created = document.core_properties.modified = WRITTEN
    document.add_heading(make.heading, level=1)
    if make.below:
        document.add_paragraph().add_run(make.below).italic = True
    paragraphs = text.strip().split("\n\n")
    if make.table:
        _add_table(document, paragraphs)
    for number, words in enumerate(paragraphs):
        _add_turn(document, words, make.correction if number == 0 else None)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _add_table(document: WordDocument, paragraphs: list[str]) -> None:
    """Add the names and parts of those who speak, in the order in which they do."""
    people: dict[str, str] = {}
    for words in paragraphs:
        found = re.match(r"(\w+) \(([^)]+)\):", words)
        if found:
            people.setdefault(found[1], found[2])
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Navn", "Rolle"
    for name, part in people.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, part
    document.add_paragraph()


def _add_turn(document: WordDocument, words: str, correction: tuple[str, str] | None) -> None:
    paragraph = document.add_paragraph()
    speaker = _SPEAKER.match(words)
    if speaker:
        paragraph.add_run(speaker[0]).bold = True
        words = words[speaker.end() :]
    if correction is None:
        paragraph.add_run(words)
        return
    crossed_out, written = correction
    before, found, after = words.partition(written)
    if not found:
        raise SystemExit(f"the master does not say: {written}")
    paragraph.add_run(before)
    paragraph._p.append(  # noqa: SLF001 - python-docx writes no tracked changes
        _change("w:del", "w:delText", crossed_out, 901)
    )
    paragraph._p.append(_change("w:ins", "w:t", written, 902))  # noqa: SLF001
    paragraph.add_run(after)


def _change(tag: str, text_tag: str, words: str, number: int) -> BaseOxmlElement:
    change = OxmlElement(tag)
    change.set(qn("w:id"), str(number))
    change.set(qn("w:author"), "Udskriver")
    change.set(qn("w:date"), "2022-10-20T09:00:00Z")
    run, text = OxmlElement("w:r"), OxmlElement(text_tag)
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    change.append(run)
    return change


def _timeless(packed: bytes) -> bytes:
    """Return a packed file whose parts carry one fixed date, so that the bytes do not change."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as read, zipfile.ZipFile(stream, "w") as written:
        for part in read.infolist():
            still = copy.copy(part)
            still.date_time = WRITTEN.timetuple()[:6]
            still.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(still, read.read(part.filename))
    return stream.getvalue()


def _converted(make: Make, text: str, target: Path) -> bool:
    office = shutil.which("soffice")
    if office is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{make.name}.docx")
        source.write_bytes(word(make, text))
        own = Path(folder, "office").as_uri()
        command = [office, f"-env:UserInstallation={own}", "--headless"]
        command += ["--convert-to", make.suffix[1:], "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)  # our own file
        shutil.move(source.with_suffix(make.suffix), target)
    return True


if __name__ == "__main__":
    for file in make_all():
        print(file.name)

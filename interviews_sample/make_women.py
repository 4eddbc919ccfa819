"""The interviews with women in the formats they arrive in, from the sound masters.

Run as `python interviews_sample/make_women.py`. Needs LibreOffice for the pdf and the odt; the
other files are the same bytes each time.
"""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import textwrap
import zipfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
MASTERS = HERE / "masters"
TRANSCRIPTS = HERE / "transcripts"
FORMATS = {
    "noerrevang_kvinde": "docx",
    "soenderkaer_kvinde": "txt",
    "vesterlund_kvinde": "docx",
    "aamose_kvinde": "docx",
    "klintholm_kvinde": "vtt",
    "ravnsoe_kvinde": "odt",
    "egebaek_kvinde": "pdf",
    "hasseloe_kvinde": "ocr",
}
SEED = 2022
WRITTEN = datetime(2022, 11, 25, 10, 0, tzinfo=UTC)

# How one scanner read Danish letters in a real guide: what it made of each, and how often.
MISREAD = {
    "ø": {"g": 228, "e": 36, "o": 18, "a": 18, "@": 8, "oa": 1, "ea": 1, "ag": 1, "ga": 1, "@g": 1},
    "Ø": {"@": 6, "P": 1},
    "å": {"a": 206, "d": 14, "ad": 3, "3": 1, "3a": 1, "&": 1},
    "Å": {"A": 1},
    "æ": {"ae": 106, "a": 53, "ee": 51, "e": 9, "ze": 8, "eae": 5, "z": 3, "2": 2, "x": 2, "&": 1},
    "Æ": {"AE": 3, "2": 1},
}
#: How often each letter was misread at all; the rest came through.
MISREAD_SHARE = {
    "ø": 0.93,
    "Ø": 0.9,
    "å": 0.93,
    "Å": 0.9,
    "æ": 0.96,
    "Æ": 0.9,
    "I": 0.15,
    "o": 0.002,
}
OTHER = {"I": "|", "o": "0", "–": "—"}
SCANNED_WIDTH = 88
SCANNED_LINES = 46


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a master: one a turn."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def scanned(text: str, seed: int = SEED) -> str:
    """Return a text as a poor scan of a print gives it back: letters misread, lines broken."""
    return "".join(letters for letters, _ in scanned_letters(text, seed))


def scanned_letters(text: str, seed: int = SEED) -> list[tuple[str, int]]:
    """Return the letters of a scanned text, each with the place in the sound text it stands for.

    The names before the turns are kept, so that it can be seen who speaks.
    """
    chance = random.Random(seed)  # a drawing of lots, not a secret
    out: list[tuple[str, int]] = []
    place = 0
    lines = 0
    for number, paragraph in enumerate(paragraphs(text)):
        place = text.index(paragraph, place)
        if number:
            out.append(("\n\n", place))
            lines += 1
        for row, (start, end) in enumerate(_printed_lines(paragraph)):
            if row:
                broken = paragraph[start - 1 : start] not in (" ", "")
                out.append(("-\n" if broken else "\n", place + start))
            lines += 1
            if lines % SCANNED_LINES == 0 and row:
                out.append((f"S {lines // SCANNED_LINES}/ 2\n", place + start))
            label = re.match(r"[^:]{2,20}: ", paragraph).end() if not row else 0
            for at in range(start, end):
                letter = paragraph[at]
                read = letter if at < label else _misread(letter, chance)
                out.append((read, place + at))
        place += len(paragraph)
    return [*out, ("\n", len(text))]


def _printed_lines(paragraph: str) -> list[tuple[int, int]]:
    """Return where the lines of a printed paragraph stand, long words at their ends divided."""
    spans: list[tuple[int, int]] = []
    start = 0
    while len(paragraph) - start > SCANNED_WIDTH:
        limit = start + SCANNED_WIDTH
        space = paragraph.rindex(" ", start, limit + 1)
        word = re.match(r"\w+", paragraph[space + 1 :])
        divided = _division(word.group()) if word else 0
        if word and divided and space + 1 + divided < limit:
            spans.append((start, space + 1 + divided))
            start = space + 1 + divided
        else:
            spans.append((start, space))
            start = space + 1
    return [*spans, (start, len(paragraph))]


def _division(word: str) -> int:
    """Return after how many letters a long word is divided at the end of a line, or 0."""
    for found in re.finditer(r"[aeiouyæøå][bdfgklmnprstv](?=[bdfgklmnprstv][aeiouyæøå])", word):
        if 3 <= found.end() <= len(word) - 3:  # no shorter piece is divided off
            return found.end()
    return 0


def _misread(letter: str, chance: random.Random) -> str:
    if chance.random() >= MISREAD_SHARE.get(letter, 1.0 if letter in OTHER else 0.0):
        return letter
    if letter in OTHER:
        return OTHER[letter]
    forms = MISREAD[letter]
    lot = chance.random() * sum(forms.values())
    for form, weight in forms.items():
        lot -= weight
        if lot < 0:
            return form
    return letter


def subtitles(text: str, seed: int = SEED) -> str:
    """Return a text as a recording's transcript in WebVTT: cues with times and speakers."""
    chance = random.Random(seed)  # a drawing of lots, not a secret
    clock = 4.0
    cues = ["WEBVTT", "NOTE Optaget på telefon i personalerummet"]
    for paragraph in paragraphs(text):
        speaker, said = paragraph.split(": ", 1)
        for words in _breaths(said):
            lasts = len(words.split()) / (2.0 + 0.6 * chance.random())
            cues.append(f"{_time(clock)} --> {_time(clock + lasts)}\n<v {speaker}>{words}")
            clock += lasts + 0.15 + 0.5 * chance.random()
        clock += 0.5 + 1.5 * chance.random()
    return "\n\n".join(cues) + "\n"


def _breaths(said: str) -> list[str]:
    """Return what is said in pieces of a few sentences, as a recorder divides it."""
    pieces: list[str] = []
    for sentence in re.split(r"(?<=[.?!…\")])\s+(?=[A-ZÆØÅ\"(])", said):
        if pieces and len(pieces[-1]) + len(sentence) < 120:  # two lines on screen
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return pieces


def _time(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}:{rest:06.3f}"


def word(text: str, size: float = 11, margin: float = 2.5, bold: bool = True) -> bytes:
    """Return a text as a Word file, the names before the turns in bold."""
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Sans", Pt(size)
    style.paragraph_format.space_after = Pt(6)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(margin)
    for paragraph in paragraphs(text):
        name, said = paragraph.split(": ", 1)
        line = document.add_paragraph()
        line.add_run(f"{name}:").bold = bold
        line.add_run(f" {said}")
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Evalueringen"
    properties.comments, properties.language = "", "da-DK"
    properties.created = properties.modified = WRITTEN.replace(tzinfo=None)
    file = io.BytesIO()
    document.save(file)
    return _dated(file.getvalue())


def _dated(archive: bytes) -> bytes:
    """Return a packed file whose parts carry the date of the writing, not of the packing."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            dated = zipfile.ZipInfo(part.filename, WRITTEN.timetuple()[:6])
            dated.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(dated, source.read(part))
    return packed.getvalue()


def converted(data: bytes, name: str, suffix: str, folder: Path) -> None:
    """Turn a Word file into another format with LibreOffice."""
    source = folder / f".{name}" / f"{name}.docx"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(source.parent / 'office').resolve().as_uri()}"
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    epoch = {"SOURCE_DATE_EPOCH": str(int(WRITTEN.timestamp()))}
    try:
        subprocess.run(  # our own file, LibreOffice
            [*command, str(source)], check=True, capture_output=True, env={**os.environ, **epoch}
        )
    finally:
        shutil.rmtree(source.parent)


def make(folder: Path = TRANSCRIPTS, office: bool = True) -> list[Path]:
    """Write the eight interviews; without LibreOffice, those that do not need it."""
    made: list[Path] = []
    for name, kind in FORMATS.items():
        text = (MASTERS / f"{name}.txt").read_text(encoding="utf-8")
        file = folder / f"{name}.{'txt' if kind == 'ocr' else kind}"
        if kind in ("pdf", "odt"):
            if not office:
                continue
            narrow = {"size": 9, "margin": 1.6} if kind == "pdf" else {}
            converted(word(text, **narrow), name, kind, folder)
        elif kind == "docx":
            file.write_bytes(word(text, bold=name != "aamose_kvinde"))
        else:
            written = {"txt": str, "ocr": scanned, "vtt": subtitles}[kind](text)
            file.write_bytes(written.encode())
        made.append(file)
    return made


if __name__ == "__main__":
    for path in make():
        print(textwrap.shorten(str(path.relative_to(HERE)), 80))

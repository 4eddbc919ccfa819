"""Rich text (RTF): striprtf knows the words of the format, the walk through it is our own.

A plain reader of the format lets hidden and deleted text through, and knows no bold names.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from icmo.documents.files import read_bytes
from icmo.documents.paragraphs import Paragraph, assemble, make_paragraph
from icmo.documents.records import Content, counted, refusal
from icmo.documents.richtext_tables import Layout
from icmo.documents.richtext_words import (
    BOXES,
    DEEPEST,
    HEADING,
    LEVELS,
    MARGINS,
    NOTES,
    NUMBERS,
    SHOWN,
    SWITCHES,
    State,
    codec,
    known_words,
    switched,
)

if TYPE_CHECKING:
    from pathlib import Path

# A word with its number; a character by its number; a sign; a brace; text.
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_BINARY = re.compile(rb"\\bin(\d{1,10})[ ]?")


def read_rtf(file: Path) -> Content:
    """Read a rich text file: tables, line breaks, text boxes and tracked insertions are kept.

    Tracked deletions, hidden text, notes, comments, page headers and footers, embedded files
    and the numbers of lists are left out, and counted in remarks.

    Raises:
        DocumentError: the file is no rich text.
    """
    data = read_bytes(file)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise refusal(file, "document.damaged" if data.strip() else "document.empty", suffix=".rtf")
    walk = _Walk(_without_binary(data).decode("latin-1"))
    return assemble(walk.paragraphs(), counted(file, walk.counts))


def _without_binary(data: bytes) -> bytes:
    """Take out pictures that stand in the file as they are, braces and all."""
    kept, place = [], 0
    for found in _BINARY.finditer(data):
        if found.start() >= place:
            kept.append(data[place : found.start()])
            place = found.end() + int(found[1])
    return b"".join([*kept, data[place:]])


class _Walk:
    """Goes through the groups and counts what it leaves out."""

    def __init__(self, text: str) -> None:
        self.counts: Counter[str] = Counter()
        self._text = text
        self._state = State()
        self._stack: list[State] = []
        self._runs: list[tuple[str, bool]] = []
        self._outside: list[list[tuple[str, bool]]] = []
        self._layout = Layout()
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._headings: set[int] = set()
        self._style, self._name = 0, ""  # the style that is being defined
        self._bytes = bytearray()
        self._skip = 0  # the characters that stand in for one that old readers do not know
        self._piece = ""  # what the text before was, to count neighbouring pieces as one
        self._margin = self._numbered = False

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs and tables of the whole file."""
        for found in _TOKEN.finditer(self._text):
            word, number, code, sign, brace, plain = found.groups()
            if code:
                self._byte(int(code, 16))
                continue
            self._flush()
            if plain:
                self._plain(plain)
            elif word:
                self._skip = 0
                self._word(word, None if number is None else int(number))
            elif sign:
                self._sign(sign)
            elif brace == "{":
                self._open()
            elif not self._close():
                break
        self._flush()
        if self._runs:
            self._end_paragraph()
        return self._layout.finished()

    def _open(self) -> None:
        self._skip = 0
        if len(self._stack) < DEEPEST:
            self._stack.append(self._state)

    def _close(self) -> bool:
        """Leave a group; whether the text goes on."""
        self._skip = 0
        inner = self._state
        self._state = self._stack.pop() if self._stack else inner
        if inner.destination == "box" and self._state.destination != "box":
            if self._runs:
                self._end_paragraph(in_box=True)
            self._runs = self._outside.pop()
        return bool(self._stack)

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(code)

    def _flush(self) -> None:
        """Write the characters that were given by number, in the set of their font."""
        if self._bytes:
            written = self._bytes.decode(
                self._fonts.get(self._state.font, self._codec), errors="replace"
            )
            self._bytes.clear()
            self._write(written)

    def _plain(self, plain: str) -> None:
        written = plain[self._skip :]
        self._skip = max(0, self._skip - len(plain))
        if not written.isascii():
            written = written.encode("latin-1").decode(self._codec, "replace")
        self._write(written)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, skipped=True)
        elif sign in "\r\n":
            self._word("par", None)
        elif self._skip:
            self._skip -= 1
        else:
            self._write(known_words()[1].get(sign, ""))

    def _word(self, word: str, value: int | None) -> None:
        destinations, signs, _ = known_words()
        around = self._stack[-1] if self._stack else State()
        if word in destinations:
            self._begin(word, around)
        elif word in SHOWN:
            self._state = replace(self._state, skipped=around.skipped)
            if word in BOXES and not around.skipped and self._state.destination != "box":
                self._begin_box()
        elif word == "nestrow":  # stands in a group that is otherwise passed over
            self._layout.end_row(nested=True)
        elif self._state.skipped:
            self._define(word, value or 0)
        elif word == "u":
            self._write(chr((value or 0) % 0x10000))
            self._skip = self._state.unicode_skip
        elif word in ("par", "sect", "cell", "nestcell", "row"):
            self._end(word)
        elif word in signs:
            self._write(signs[word])
        else:
            self._format(word, value)

    def _end(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        if word == "row":
            self._layout.end_row()
        elif word in ("cell", "nestcell"):
            self._layout.end_cell(self._paragraph(), nested=word == "nestcell")
        else:
            self._end_paragraph()

    def _begin_box(self) -> None:
        self._outside.append(self._runs)
        self._runs = []
        self._state = replace(self._state, destination="box")

    def _begin(self, word: str, around: State) -> None:
        """Begin a group that is no part of the text."""
        if not around.skipped and word in NOTES:
            self.counts[NOTES[word]] += 1
        name = around.destination if around.skipped else word
        if word in MARGINS and not around.skipped:
            self._margin, name = False, "margin"
        elif word in NUMBERS and not around.skipped:
            name = "number"
        self._state = replace(self._state, skipped=True, destination=name)

    def _define(self, word: str, value: int) -> None:
        """Take what a table of fonts or of styles says."""
        if self._state.destination == "fonttbl" and word == "f":
            self._state = replace(self._state, font=value)
        elif self._state.destination == "fonttbl" and word == "fcharset" and value > 1:
            self._fonts[self._state.font] = codec(known_words()[2].get(value, "cp1252"))
        elif self._state.destination == "stylesheet" and word in ("s", "cs", "ds", "ts"):
            self._style = value if word == "s" else -1
        elif self._state.destination == "stylesheet" and word == "outlinelevel" and value < LEVELS:
            self._headings.add(self._style)

    def _format(self, word: str, value: int | None) -> None:
        if word in SWITCHES:
            self._state = switched(self._state, word, value != 0)
        elif word == "plain":
            for name in SWITCHES:
                self._state = switched(self._state, name, on=False)
        elif word == "pard":
            self._state = replace(self._state, heading=0 in self._headings, table=0)
        elif word in ("s", "outlinelevel"):
            styled = (value or 0) in self._headings
            heading = styled if word == "s" else 0 <= (value or 0) < LEVELS
            self._state = replace(self._state, heading=heading)
        elif word in ("intbl", "itap"):
            level = max(self._state.table, 1) if word == "intbl" else value or 0
            self._state = replace(self._state, table=level)
        elif word == "f":
            self._state = replace(self._state, font=value or 0)
        elif word == "uc":
            self._state = replace(self._state, unicode_skip=min(max(value or 0, 0), 8))
        elif word in ("ansicpg", "mac"):
            self._codec = codec(f"cp{value}" if word == "ansicpg" else "mac_roman")

    def _write(self, text: str) -> None:
        state = self._state
        if state.skipped:
            self._passed_over(text)
        elif text:
            self._show(text, state)

    def _show(self, text: str, state: State) -> None:
        piece = next(
            (name for name in ("hidden", "deleted", "inserted") if getattr(state, name)), ""
        )
        if text.strip():
            self.counts[f"remark.{piece}"] += bool(piece) and piece != self._piece
            self._piece = piece
        if piece in ("hidden", "deleted"):
            return
        bold = state.bold
        if self._runs and "\udc00" <= text[:1] <= "\udfff":
            # A character beyond the first 65,536 is written as two halves.
            before, bold = self._runs.pop()
            text = (before + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._runs.append((text, bold))

    def _passed_over(self, text: str) -> None:
        name = self._state.destination
        if name == "stylesheet":
            self._name += text
            if ";" in text:
                if HEADING.fullmatch(self._name.strip().rstrip(";").strip()):
                    self._headings.add(self._style)
                self._style, self._name = 0, ""
        elif name == "margin" and text.strip() and not self._margin:
            self._margin = True
            self.counts["remark.margins"] += 1
        elif name == "number" and any(sign.isalnum() for sign in text):
            self._numbered = True

    def _paragraph(self) -> Paragraph:
        paragraph = make_paragraph(self._runs, self._state.heading)
        self.counts["remark.numbers"] += self._numbered and bool(paragraph.text.strip())
        self._runs, self._numbered = [], False
        return paragraph

    def _end_paragraph(self, in_box: bool = False) -> None:
        box = in_box or self._state.destination == "box"
        self._layout.add(self._paragraph(), self._state.table, box)

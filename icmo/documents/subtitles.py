"""Subtitles, as programs that write down speech make them: WebVTT and SubRip."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING

from icmo.documents.files import decode, read_bytes
from icmo.documents.records import Content, Marks, refusal

if TYPE_CHECKING:
    from pathlib import Path

_VOICE = re.compile(r"<v(?:\.[^\s>]+)?[ \t]+([^>\n]+)>")
# Only what the formats know as marks: a person may have said "x<3".
_MARK = re.compile(
    r"</?(?:[biuvc]|ruby|rt|lang|font)(?:[.\s][^>\n]*)?>|<[\d:.]+>|\{\\an?\d+\}", re.IGNORECASE
)
_ARROW = re.compile(r"^[^\n]*\d\s*-->\s*\d", re.MULTILINE)
_INSTANT = re.compile(r"(?:(\d+):)?(\d+):(\d+)[.,](\d+)")


def read_subtitles(file: Path) -> Content:
    """Read subtitles: a line for each, its times kept, a new paragraph where the voice changes.

    Raises:
        DocumentError: the file is no text or not the format its name says.
    """
    import webvtt

    text, remarks = decode(file, read_bytes(file))
    if not text.strip():
        raise refusal(file, "document.empty")
    form = file.suffix.lower().lstrip(".")
    source = text.lstrip("\n ") if form == "vtt" else _mended(text)
    try:
        cues = webvtt.from_buffer(io.StringIO(source), format=form).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError):
        raise refusal(file, "document.damaged", suffix=file.suffix) from None
    if len(cues) != len(_ARROW.findall(source)):
        # A cue that cannot be understood would otherwise be lost without a word.
        raise refusal(file, "document.damaged", suffix=file.suffix)
    lines = _Lines()
    for cue in cues:
        times = (_shortened(cue.start), _shortened(cue.end))
        for speaker, words in _voices(cue.raw_text):
            lines.add(speaker, words, times)
    return Content(lines.text, lines.marks(), remarks)


def _mended(text: str) -> str:
    """Make SubRip as programs differ over it alike: blank lines first, points for commas."""
    return re.sub(r"(\d)[.](\d{1,3}\s*(?:-->|$))", r"\1,\2", text.lstrip("\n "), flags=re.MULTILINE)


def _shortened(time: str) -> str:
    """Return a time with its hours, and its thousandths only where there are some."""
    found = _INSTANT.fullmatch(time)
    if not found:
        return time
    hours, minutes, seconds, rest = found.groups()
    short = f"{int(hours or 0):02d}:{minutes:0>2}:{seconds:0>2}"
    return f"{short}.{rest}" if rest.strip("0") else short


def _voices(raw: str) -> list[tuple[str, str]]:
    """Return who says what in one cue; nobody, where no voice is named."""
    before, *rest = _VOICE.split(raw)
    pairs = [("", before), *zip(rest[::2], rest[1::2], strict=True)]
    plain = [
        (html.unescape(who).strip(), html.unescape(_MARK.sub("", what))) for who, what in pairs
    ]
    return [(who, what.strip()) for who, what in plain if what.strip()]


class _Lines:
    """The text that cues make, and where its lines begin."""

    def __init__(self) -> None:
        self.text = ""
        self._speaker = ""
        self._speakers: dict[int, tuple[str, int]] = {}
        self._times: dict[int, tuple[str, str]] = {}

    def add(self, speaker: str, words: str, times: tuple[str, str]) -> None:
        """Add what somebody says; the name is written where the voice changes."""
        changed = bool(speaker) and speaker != self._speaker
        if self.text:
            self.text += "\n\n" if changed else "\n"
        start = len(self.text)
        if changed:
            self._speaker = speaker
            self.text += f"{speaker}: "
            self._speakers[start] = (speaker, len(self.text))
        self._times[start] = times
        self.text += words

    def marks(self) -> Marks:
        """Return where the lines begin, who speaks and when."""
        starts = frozenset(self._times)
        return Marks(starts=starts, speakers=self._speakers, times=self._times)

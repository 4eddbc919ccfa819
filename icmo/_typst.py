"""Typst: the typesetter behind the report, and the only module that knows it.

Its wheel holds the compiler and the fonts; nothing is asked of the network.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Readable aloud by a screen reader, and readable in fifty years.
STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


class TypesettingError(Error):
    """Pages that cannot be set."""


def text(words: str) -> str:
    """Return words as a Typst string in markup: whatever people said, it is never a command."""
    return f"#{string(words)};" if words else ""


def string(words: str) -> str:
    """Return a Typst string literal."""
    escaped = (
        words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    )
    # Other control characters are written by number; Typst refuses some of them raw.
    return '"' + "".join(_printable(letter) for letter in escaped) + '"'


def _printable(letter: str) -> str:
    return letter if letter.isprintable() or letter in "\t " else f"\\u{{{ord(letter):x}}}"


def compile_pdf(main: Path, timestamp: int) -> bytes:
    """Set the pages of a Typst file; it may read only files of its own folder."""
    import typst

    try:
        pdf, warnings = typst.compile_with_warnings(
            str(main),
            root=str(main.parent),
            font_paths=_sans_serif_fonts(),
            ignore_system_fonts=True,
            pdf_standards=[*STANDARDS],
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise TypesettingError(say("typst.failed", problem=_first_line(error.message))) from error
    missing = [warning.message for warning in warnings if "unknown font family" in warning.message]
    if missing:
        raise TypesettingError(say("typst.failed", problem=missing[0]))
    if not isinstance(pdf, bytes):
        raise TypesettingError(say("typst.failed", problem="no pages"))
    return pdf


def _sans_serif_fonts() -> list[str]:
    # Typst carries serifs only; matplotlib carries DejaVu Sans, which the figures are set in too.
    import matplotlib as mpl

    return [str(Path(mpl.get_data_path()) / "fonts" / "ttf")]


def _first_line(message: str) -> str:
    return json.dumps(message.splitlines()[0], ensure_ascii=False) if message else ""


def array(items: Iterable[str]) -> str:
    """Return a Typst array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"

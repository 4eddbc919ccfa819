"""Typst: the typesetter behind the report, and the only module that knows it.

Its wheel holds the compiler and the fonts; nothing is asked of the network.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    pdf = _compiled(main, format="pdf", pdf_standards=[*STANDARDS], timestamp=timestamp)
    if not isinstance(pdf, bytes):
        raise TypesettingError(say("typst.failed", problem="no pages"))
    return pdf


def compile_html(main: Path) -> str:
    """Return a Typst file as a page of HTML."""
    page = _compiled(main, format="html")
    if not isinstance(page, bytes):
        raise TypesettingError(say("typst.failed", problem="no page"))
    return page.decode("utf-8")


def drawings_as_png(drawings: Sequence[bytes], dots_per_inch: int = 200) -> list[bytes]:
    """Return SVG drawings as pictures of dots, for programs that know no others."""
    if not drawings:
        return []
    with tempfile.TemporaryDirectory(prefix="icmo-") as name:
        folder = Path(name)
        pages = []
        for number, drawing in enumerate(drawings):
            (folder / f"{number}.svg").write_bytes(drawing)
            pages.append(f'#image("{number}.svg")')
        main = folder / "main.typ"
        setting = "#set page(width: auto, height: auto, margin: 0pt)\n"
        main.write_text(setting + "\n#pagebreak()\n".join(pages), encoding="utf-8")
        made = _compiled(main, format="png", ppi=dots_per_inch)
    return [made] if isinstance(made, bytes) else list(made or [])


def _compiled(main: Path, **settings: Any) -> Any:
    import typst

    try:
        made, warnings = typst.compile_with_warnings(
            str(main),
            root=str(main.parent),
            font_paths=_sans_serif_fonts(),
            ignore_system_fonts=True,
            **settings,
        )
    except typst.TypstError as error:
        raise TypesettingError(say("typst.failed", problem=_first_line(error.message))) from error
    missing = [warning.message for warning in warnings if "unknown font family" in warning.message]
    if missing:
        raise TypesettingError(say("typst.failed", problem=missing[0]))
    return made


def _sans_serif_fonts() -> list[str]:
    # Typst carries serifs only; matplotlib carries DejaVu Sans, which the figures are set in too.
    import matplotlib as mpl

    return [str(Path(mpl.get_data_path()) / "fonts" / "ttf")]


def _first_line(message: str) -> str:
    return json.dumps(message.splitlines()[0], ensure_ascii=False) if message else ""


def array(items: Iterable[str]) -> str:
    """Return a Typst array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"

"""What a chapter says in words, cell by cell, so that a name is stopped before its page is set."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from icmo.report.exhibits import MIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

_MARKUP = re.compile(
    r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE
)
#: Pictures without letters of their own.
_SHOWN = ("image/svg+xml", "text/html", "text/markdown", "text/plain")


def chapter_texts(notebook: NotebookNode, name: str, *, code: bool = False) -> dict[str, str]:
    """Return the words that a notebook's pages hold, by the place a person finds them at.

    Args:
        notebook: an executed notebook.
        name: its name.
        code: whether the code is printed too.
    """
    known = dict(notebook.metadata.get("icmo", {}))
    texts = {name: "\n".join(_strings(known))}
    for number, cell in enumerate(notebook.cells, 1):
        words = [*_strings(dict(cell.metadata.get("icmo", {})))]
        printed = code or known.get("code") or "show-code" in cell.metadata.get("tags", [])
        if cell.cell_type != "code" or printed:
            words.append(_plain(cell.source) if cell.cell_type == "markdown" else cell.source)
        if cell.cell_type == "code":
            words += _outputs(cell)
        texts[f"{name} [{number}]"] = "\n".join(words)
    return texts


def _outputs(cell: NotebookNode) -> Iterator[str]:
    for output in cell.get("outputs", []):
        if output.output_type in ("display_data", "execute_result"):
            if MIME in output.data:
                yield from _strings(output.data[MIME])
            yield from (_plain(output.data[kind]) for kind in _SHOWN if kind in output.data)
        elif output.output_type == "stream":
            yield output.text


def _strings(value: Any) -> Iterator[str]:
    """Return every string inside, pictures as the letters in them."""
    if isinstance(value, str):
        yield _plain(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _plain(written: str) -> str:
    return html.unescape(_MARKUP.sub(" ", written)) if "<" in written else written

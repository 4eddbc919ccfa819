"""Pages of a codebook as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.codebook.pages import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icmo.codebook.pages import Block

_DEEPEST = 6
_HEADINGS = ("title", "heading")
#: Room to write is for paper.
_NOT_SHOWN = ("form", "notes")
#: What stands before a block's first line, and before its other lines.
_MARKS = {
    "quote": ("> ", "> "),
    "bullet": ("- ", "  "),
    "number": ("{number}. ", "   "),
    "tick": ("- ☐ ", "  "),
    "probe": ("   ", "   "),
}
_LISTS = ("bullet", "number", "tick")
# What would turn words into markup: anywhere, and first in a line.
_MARKUP = re.compile(r"[\\*_\[\]<~|]|&(?=#?\w+;)|!(?=\[)")
_MARKUP_FIRST = re.compile(r"^([#>=+-]|\d+(?=[.)]))", re.MULTILINE)


def write_markdown(blocks: Iterable[Block]) -> bytes:
    """Return pages as Markdown in UTF-8; words are shown as words, never as markup."""
    pieces: list[str] = []
    previous = ""
    for block in blocks:
        text = _block(block)
        if text:
            tight = block.kind in _LISTS and block.kind == previous
            pieces += ["\n" if tight else "\n\n" if pieces else "", text]
            previous = block.kind
    return ("".join(pieces) + "\n").encode()


def _block(block: Block) -> str:
    text = _escaped(clean(block.text))
    if block.label:
        text = f"**{_escaped(block.label)}:** {text}".rstrip()
    if block.kind in _NOT_SHOWN:
        return ""
    if block.kind in _HEADINGS:
        level = block.level + 1 if block.kind == "heading" else 1
        return f"{'#' * min(level, _DEEPEST)} {' '.join(text.split())}"
    text = _MARKUP_FIRST.sub(_escape_first, text)
    mark, indent = _MARKS.get(block.kind, ("", ""))
    return mark.format(number=block.number) + text.replace("\n", f"\\\n{indent}")


def _escaped(text: str) -> str:
    """Escape what Markdown would take for markup, except in ids between backticks."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # a lone backtick marks no id
        return "\\`".join(_MARKUP.sub(r"\\\g<0>", part) for part in parts)
    parts[::2] = [_MARKUP.sub(r"\\\g<0>", words) for words in parts[::2]]
    return "`".join(parts)


def _escape_first(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"

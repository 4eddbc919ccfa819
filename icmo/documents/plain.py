"""Plain text and Markdown: the characters of the file are the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icmo.documents.files import decode, read_bytes
from icmo.documents.records import Content, Marks

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = re.compile(r"^[ ]{0,3}(#{1,6}[ \t]+\S.*?)[ \t]*$", re.MULTILINE)
_FENCED = re.compile(r"^[ ]{0,3}(```|~~~).*?(?:^[ ]{0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_BOLD = re.compile(r"^[ \t]*(?P<bold>(\*\*|__)(?=\S).{1,80}?(?<=\S)\2)", re.MULTILINE)


def read_text(file: Path) -> Content:
    """Read a plain text file."""
    text, remarks = decode(file, read_bytes(file))
    return Content(text, remarks=remarks)


def read_markdown(file: Path) -> Content:
    """Read a Markdown file as plain text, with its headings and bold names seen."""
    text, remarks = decode(file, read_bytes(file))
    fenced = [found.span() for found in _FENCED.finditer(text)]
    headings = {
        found.start(1): found.end(1)
        for found in _HEADING.finditer(text)
        if not any(start <= found.start() < end for start, end in fenced)
    }
    bold = {found.start("bold"): found.end("bold") for found in _BOLD.finditer(text)}
    return Content(text, Marks(headings=headings, bold=bold), remarks)

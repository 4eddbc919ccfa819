"""Documents: files become texts made of turns.

The text is kept as it was read; only line ends are made alike. Offsets count its characters.
"""

from __future__ import annotations

from icmo.documents.folders import read_document, read_documents, read_folder
from icmo.documents.paragraphs import joined, split
from icmo.documents.records import Document, DocumentError, Reading, Turn
from icmo.documents.tables import read_attributes, read_rows
from icmo.documents.turns import find_paragraphs, find_turns

__all__ = [
    "Document",
    "DocumentError",
    "Reading",
    "Turn",
    "find_paragraphs",
    "find_turns",
    "joined",
    "read_attributes",
    "read_document",
    "read_documents",
    "read_folder",
    "read_rows",
    "split",
]

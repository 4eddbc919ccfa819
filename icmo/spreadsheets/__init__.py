"""Spreadsheets and other tables: out of a project for anybody to use, and into it from other tools.

`write_tables(project, path)` writes what people made as csv, xlsx or parquet, `write_passages` the
coded passages as a Word document, `write_transcript` a transcript with its tags as a page.
`read_codebook`, `import_quotes` and `read_taguette` take in what others made.
"""

from __future__ import annotations

from icmo.spreadsheets.codebooks import read_codebook
from icmo.spreadsheets.errors import SpreadsheetError
from icmo.spreadsheets.pages import write_transcript
from icmo.spreadsheets.passages import write_passages
from icmo.spreadsheets.quotes import import_quotes
from icmo.spreadsheets.tables import TABLES, table_of
from icmo.spreadsheets.taguette import read_taguette
from icmo.spreadsheets.writing import write_tables

__all__ = [
    "TABLES",
    "SpreadsheetError",
    "import_quotes",
    "read_codebook",
    "read_taguette",
    "table_of",
    "write_passages",
    "write_tables",
    "write_transcript",
]

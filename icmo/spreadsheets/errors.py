"""What is refused, in a sentence."""

from __future__ import annotations

from icmo.errors import Error


class SpreadsheetError(Error):
    """A table that cannot be read or written."""

"""What an evaluator can mend about pseudonyms."""

from __future__ import annotations

from icmo.errors import Error


class PseudonymError(Error):
    """A key that cannot be written or read, a decision that does not hold, an export that names someone."""

"""What can be wrong with months, rules or the wish for a table."""

from __future__ import annotations

from icmo.errors import Error


class OutcomeError(Error):
    """Months that cannot be counted, rules that cannot be read, or a table that cannot be made."""

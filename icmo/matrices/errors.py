"""What can be wrong with the wish for a matrix."""

from __future__ import annotations

from icmo.errors import Error


class MatrixError(Error):
    """A matrix that cannot be made."""

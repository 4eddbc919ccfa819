"""Matrices: tags, summaries and configurations crossed; every count says of what.

`code_matrix` and `cooccurrence_matrix` count; `framework_matrix` holds what people wrote of each
case; `joint_display_table` lays register figures beside configurations; `overview_matrix` and
`level_matrix` are the appendices. A matrix is computed by one function and drawn by another.
"""

from __future__ import annotations

from icmo.matrices.cooccurrence import cooccurrence_matrix
from icmo.matrices.counting import COUNTS, code_matrix, distinct_passages
from icmo.matrices.errors import MatrixError

__all__ = [
    "COUNTS",
    "MatrixError",
    "code_matrix",
    "cooccurrence_matrix",
    "distinct_passages",
]

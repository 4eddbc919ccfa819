"""Matrices: tags, summaries and configurations crossed; every count says of what.

`code_matrix` and `cooccurrence_matrix` count; `polarity_table` lays what helped beside what
hindered; `framework_matrix` holds what people wrote of each case; `joint_display_table` lays
register figures beside configurations; `overview_matrix` (Bilag 5) and `level_matrix` (Bilag 4)
are appendices, and the tables behind them lead from each cell to its passages. A matrix is
computed by one function and drawn by another.
"""

from __future__ import annotations

from icmo.matrices.cooccurrence import cooccurrence_matrix
from icmo.matrices.counting import COUNTS, code_matrix, distinct_passages
from icmo.matrices.display import MatrixView, matrix_html, show_matrix
from icmo.matrices.drawing import describe_matrix, draw_matrix
from icmo.matrices.errors import MatrixError
from icmo.matrices.framework import framework_matrix, framework_table
from icmo.matrices.joint import joint_display_matrix, joint_display_table
from icmo.matrices.levels import level_matrix, level_table
from icmo.matrices.ordering import ordered_matrix
from icmo.matrices.overview import overview_matrix, overview_table
from icmo.matrices.polarities import polarity_table
from icmo.matrices.wording import matrix_in_words

__all__ = [
    "COUNTS",
    "MatrixError",
    "MatrixView",
    "code_matrix",
    "cooccurrence_matrix",
    "describe_matrix",
    "distinct_passages",
    "draw_matrix",
    "framework_matrix",
    "framework_table",
    "joint_display_matrix",
    "joint_display_table",
    "level_matrix",
    "level_table",
    "matrix_html",
    "matrix_in_words",
    "ordered_matrix",
    "overview_matrix",
    "overview_table",
    "polarity_table",
    "show_matrix",
]

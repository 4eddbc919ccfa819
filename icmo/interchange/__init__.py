"""Other programs' files, out of a project and into one: what the command and the workbench both ask.

`write(project, path, wish)` writes a project in one of the `WAYS`; `take_in(project, file)` takes a
file into a project as one act, `rehearse(project, file)` tells what would come of it, and
`make_project(file, path)` makes a project of a file. The file's ending and its columns say what it is.
"""

from __future__ import annotations

from icmo.interchange.taking import (
    Account,
    is_whole_project,
    kind_of,
    make_project,
    rehearse,
    rehearse_making,
    take_in,
)
from icmo.interchange.writing import PROGRAMS, TABLES, WAYS, Wish, write

__all__ = [
    "PROGRAMS",
    "TABLES",
    "WAYS",
    "Account",
    "Wish",
    "is_whole_project",
    "kind_of",
    "make_project",
    "rehearse",
    "rehearse_making",
    "take_in",
    "write",
]

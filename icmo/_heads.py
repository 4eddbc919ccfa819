"""What a project file says of itself, before anything that could change it opens it.

Asked through SQLite, which looks at nothing but the first page. Reading the bytes ourselves would be
dangerous: closing a file lets go of every lock that this process has on it, also those of
a transaction that goes on in another thread.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: "icmo" in ASCII.
APPLICATION_ID = 0x69636D6F
#: How often a file that seems cut off is looked at: somebody may be making it longer just now.
_LOOKS = 3


@dataclass(frozen=True)
class Head:
    """The head of a file: whether it is a project's, of which version, and whether all of it is there."""

    is_project: bool
    version: int
    is_cut: bool
    is_unclean: bool


def read_head(path: Path) -> Head:
    """Read the head of a file and change nothing, not even what a killed writer left.

    Raises:
        OSError: the file cannot be read.
    """
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    head = _look(path)
    for _ in range(_LOOKS - 1):
        if not head.is_cut:
            break
        head = _look(path)
    return head


def _look(path: Path) -> Head:
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    is_cut = False
    with closing(sqlite3.connect(address, uri=True)) as connection:
        try:
            application, version = _numbers(connection)
        except sqlite3.DatabaseError as error:
            if "malformed" not in str(error):
                application, version = 0, 0
            else:
                is_cut = True
                application, version = _numbers_of_damaged(connection)
    # A writer was killed: SQLite takes its half change back on opening, and sizes may differ till then.
    journal = path.with_name(f"{path.name}-journal")
    is_unclean = journal.exists() and journal.stat().st_size > 0
    return Head(application == APPLICATION_ID, version, is_cut and not is_unclean, is_unclean)


def _numbers(connection: sqlite3.Connection) -> tuple[int, int]:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def _numbers_of_damaged(connection: sqlite3.Connection) -> tuple[int, int]:
    """Read the numbers of a file that is shorter than it says; SQLite does so only when told to."""
    connection.execute("PRAGMA writable_schema = ON")
    try:
        return _numbers(connection)
    except sqlite3.DatabaseError:
        return 0, 0

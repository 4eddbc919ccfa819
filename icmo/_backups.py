"""Copies of a project file that are known to open."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from pathlib import Path

    from icmo._store import Store


class BackupError(Error):
    """A backup that cannot be made."""


def back_up(store: Store, path: Path) -> Path:
    """Copy the project while it is in use, and open the copy to see that it is whole.

    An existing file is never replaced: a number is put behind the name.
    """
    if not path.parent.is_dir():
        raise BackupError(say("project.no_folder", folder=path.parent))
    target = _free(path)
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with store.outside_transaction() as source:
            copy = sqlite3.connect(unfinished)
            try:
                source.backup(copy)
                problems = copy.execute("PRAGMA quick_check").fetchall()
            finally:
                copy.close()
        if problems != [("ok",)]:
            raise BackupError(say("backup.damaged", path=store.path))
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.rename(target)
    except OSError as error:
        raise BackupError(
            say("export.unwritable", path=target, reason=error.strerror or error)
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _free(path: Path) -> Path:
    """Return the path, or the first with a number that nothing stands at."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free

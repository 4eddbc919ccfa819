"""Copies of a project file that are known to open."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from icmo._store import StoreError, appear, remove_unfinished, unfinished_name
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
    unfinished = unfinished_name(path)
    try:
        _copy(store, unfinished)
        return _named(unfinished, path)
    except OSError as error:
        raise BackupError(
            say("export.unwritable", path=path, reason=error.strerror or error)
        ) from error
    finally:
        remove_unfinished(unfinished)


def copy_apart(path: Path, folder: Path) -> Path:
    """Copy a project file into a folder without changing a byte of it, also while it is in use."""
    copy = folder / path.name
    try:
        with (
            closing(sqlite3.connect(copy)) as target,
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
        ):
            source.backup(target)
    except sqlite3.OperationalError:
        # A writer was killed: what it left half done is taken back in the copy, not in the file.
        for name in (path.name, f"{path.name}-journal"):
            shutil.copyfile(path.with_name(name), folder / name)
    return copy


def _copy(store: Store, unfinished: Path) -> None:
    """Copy the project's pages, look the copy through and see it onto the disk."""
    with store.outside_transaction() as source:
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
                problems = copy.execute("PRAGMA quick_check").fetchall()
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) or os.access(unfinished.parent, os.W_OK):
                raise
            # It is the copy that cannot be written, not the project.
            raise PermissionError(str(error)) from None
    if problems != [("ok",)]:
        raise StoreError("backup.damaged", path=store.path)
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())


def _named(unfinished: Path, path: Path) -> Path:
    """Give the copy its name, or the first with a number that nothing stands at."""
    number, free = 1, path
    while True:
        try:
            appear(unfinished, free)
        except FileExistsError:
            number += 1
            free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        else:
            return free

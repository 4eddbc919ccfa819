"""Backups that nobody has to think of: one on every day of work, and one before much is taken away.

They stand in `NAME.backups/` beside the project: the last ten of each kind, and one a week.
"""

from __future__ import annotations

import re
import time
import warnings
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from icmo._backups import back_up
from icmo._store import Store, StoreError
from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from types import TracebackType

    from icmo._store import Change, Reader, Row
    from icmo.project.work import Work

#: The fact that holds the day on which the project was looked after last.
CARED = "cared"
#: Kinds of backups that a project makes by itself: of a day, and before a drop.
DAILY, BEFORE = "daily", "before"
#: So many of each kind are kept, and besides them the last of each week.
_KEPT = 10
#: An act that takes away so many tags or pieces of evidence, and this share of them, is a drop.
_MANY, _SHARE = 20, 0.2
#: What was being written when a process was killed is nobody's any more after a day.
_OLD_SECONDS = 24 * 60 * 60
#: How far up whoever called the project is, to whom a warning is addressed.
_CALLER_OF_ACT, _CALLER_OF_GUARDED = 8, 5


class ProjectWarning(UserWarning):
    """Something about a project file that may cost work later."""


# ── every day ────────────────────────────────────────────────────────────────────────────


def look_after(work: Work) -> None:
    """Look the file through and back it up, before the first act of a day that writes into it.

    A damaged file is refused; a backup that cannot be made hinders nobody's work.
    """
    today = work.clock()[:10]
    if work.cared == today:
        return
    with work.store.reading() as reader:
        is_due = _day_of(work, reader) != today
    if is_due:
        _look_through(work.store.path)
        try:
            path = _claimed(work, today)
        except StoreError:
            # Somebody writes just now, or nobody can; the act itself says so, the next one tries again.
            return
        if path is not None:
            _back_up_daily(work, path)
    work.cared = today


def _look_through(path: Path) -> None:
    """Look a file through as it is on the disk: who has it open knows some of it by heart."""
    fresh = Store(path)
    try:
        fresh.look_through()
    finally:
        fresh.close()


def _day_of(work: Work, reader: Reader) -> str:
    return work.fact(reader, CARED) or work.fact(reader, "created")[:10]


def _claimed(work: Work, today: str) -> Path | None:
    """Say that this process looks after the project today, and where the backup goes.

    It is remembered before it is there: a process may be killed in between.
    """
    with work.store.change(patient=False) as change:
        if _day_of(work, change) == today:
            return None
        change.delete("facts", name=CARED)
        change.insert("facts", [{"name": CARED, "value": today}])
        path = _free(folder_of(work.store.path), f"{work.store.path.stem}.{today}")
        _remember(work, change, path, DAILY)
    return path


def _back_up_daily(work: Work, path: Path) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        made = back_up(work.store, path)
        with work.store.change() as change:
            _remember(work, change, made, DAILY)
            _thin_out(work, change, DAILY, made)
    except (Error, OSError) as error:
        _warn("care.no_backup", _CALLER_OF_ACT, path=path.parent, reason=_reason(error))


def folder_of(path: Path) -> Path:
    """Return where the backups stand that a project makes by itself."""
    return path.resolve().with_name(f"{path.stem}.backups")


def _free(folder: Path, name: str) -> Path:
    """Return a path in a folder at which nothing stands."""
    path, number = folder / f"{name}.icmo", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.icmo"
    return path


def _remember(work: Work, change: Change, path: Path, kind: str) -> None:
    """Remember a backup, so that an erasure finds it."""
    if change.row("written", path=str(path)) is None:
        row = {"path": str(path), "kind": kind, "created": work.clock()}
        change.insert("written", [row])


def _thin_out(work: Work, change: Change, kind: str, newest: Path) -> None:
    """Remove backups that were made here by themselves, but for the last ten and one a week."""
    folder = folder_of(work.store.path)
    rows = [
        row
        for row in change.rows("written", order=("created", "path"), kind=kind)
        # A copy of the project remembers the backups of the one it was copied from.
        if Path(row["path"]).parent == folder
    ]
    for number, row in enumerate(rows[:-_KEPT], 1):
        is_last_of_its_week = all(_week(other) != _week(row) for other in rows[number:])
        if is_last_of_its_week or Path(row["path"]) == newest:
            continue
        try:
            Path(row["path"]).unlink(missing_ok=True)
        except OSError:
            continue
        change.delete("written", path=row["path"])


def _week(row: Row) -> tuple[int, int]:
    week = date.fromisoformat(row["created"][:10]).isocalendar()
    return week.year, week.week


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _warn(key: str, level: int, **values: object) -> None:
    warnings.warn(say(key, **values), ProjectWarning, stacklevel=level)


# ── before a drop ────────────────────────────────────────────────────────────────────────


class Guard:
    """Backs the project up before an act that takes much away, and says so once it is done.

    It is put around the act's transaction, and asked in it before anything is written: until
    then SQLite lets others read, and nobody can change what the backup is to hold.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._made: Path | None = None
        self._hindered = ""
        self._count = 0

    def __enter__(self) -> Self:
        """Begin to guard."""
        return self

    def before_losing(self, change: Change, lost: dict[str, int]) -> None:
        """Back up where so many rows of tables are a large share of what there is."""
        dropped = {
            table: count
            for table, count in lost.items()
            if count >= _MANY and count > _SHARE * change.count(table)
        }
        if not dropped:
            return
        self._count = sum(dropped.values())
        path = self._work.store.path
        moment = self._work.clock()[:19].replace(":", "").replace("T", "-")
        try:
            folder = folder_of(path)
            folder.mkdir(exist_ok=True)
            self._made = back_up(self._work.store, _free(folder, f"{path.stem}.{moment}"))
        except (Error, OSError) as error:
            self._hindered = _reason(error)
            return
        _remember(self._work, change, self._made, BEFORE)

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        """Say that much was taken away; where nothing was, the backup goes again."""
        if kind is not None:
            if self._made is not None:
                self._made.unlink(missing_ok=True)
        elif self._made is not None:
            with suppress(StoreError), self._work.store.change(patient=False) as change:
                _thin_out(self._work, change, BEFORE, self._made)
            _warn("care.dropped", _CALLER_OF_GUARDED, count=self._count, backup=self._made)
        elif self._hindered:
            _warn("care.dropped_bare", _CALLER_OF_GUARDED, count=self._count, reason=self._hindered)


# ── what killed processes left ───────────────────────────────────────────────────────────


def remove_old_leftovers(work: Work) -> None:
    """Remove what nobody can still be writing."""
    with work.store.reading() as reader:
        written = reader.rows("written")
    remove_leftovers(work, written, only_old=True)


def remove_leftovers(work: Work, written: list[Row], *, only_old: bool) -> list[str]:
    """Remove what was left of backups that were broken off. Returns the names of the files.

    With `only_old` only what nobody can still be writing. Else also backups in the project's own
    folder that a process made, but was killed before it could remember them.
    """
    path = work.store.path.resolve()
    names = {path.name, *(Path(row["path"]).name for row in written)}
    by_itself = rf"{re.escape(path.stem)}\.(backup-|version-)?[0-9-]+\.icmo"
    known = "|".join([by_itself, *(re.escape(name) for name in names)])
    unfinished = rf"\.({known})\.[0-9a-f]{{8}}\.part(-journal)?"
    folders = {path.parent, folder_of(path), *(Path(row["path"]).parent for row in written)}
    found = [file for folder in sorted(folders) for file in _named(folder, unfinished)]
    if not only_old:
        found += _named(folder_of(path), by_itself)
    return [file.name for file in found if _is_removed(file, only_old=only_old)]


def _named(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if re.fullmatch(pattern, file.name))
    except OSError:
        return []


def _is_removed(file: Path, *, only_old: bool) -> bool:
    try:
        if only_old and time.time() - file.stat().st_mtime < _OLD_SECONDS:
            return False
        file.unlink()
    except OSError:
        return False
    return True

"""Backups and exports: files with people's words that icmo wrote, and remembers to have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._backups import back_up

if TYPE_CHECKING:
    from pathlib import Path

    from icmo.project.work import Work


def back_up_project(work: Work, path: Path | None) -> Path:
    """Copy the project while it is in use, open the copy, and remember where it is."""
    if path is None:
        moment = work.clock()[:19].replace(":", "").replace("T", "-")
        path = work.store.path.with_name(f"{work.store.path.stem}.backup-{moment}.icmo")
    elif path.is_dir():
        path = path / work.store.path.name
    copy = back_up(work.store, path)
    note_written(work, copy, "backup")
    return copy


def note_written(work: Work, path: Path, kind: str) -> None:
    """Remember a file with people's words in it, so that an erasure finds it."""
    place = str(path.resolve())
    with work.store.change() as change:
        if change.row("written", path=place) is None:
            change.insert("written", [{"path": place, "kind": kind, "created": work.clock()}])
    work.log(kind, path.name)
    work.write_log()

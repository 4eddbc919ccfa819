"""Backups and exports: files with people's words that icmo wrote, and remembers to have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._backups import back_up
from icmo.documents.pseudonyms import check_export, refuse_breaches

if TYPE_CHECKING:
    from pathlib import Path

    from icmo.documents.pseudonyms import Key
    from icmo.project.work import Work

#: Files that are words all through.
_READABLE = (".csv", ".html", ".json", ".md", ".svg", ".txt", ".typ")
#: A file that a browser took: it is somewhere, and only whoever took it can remove it.
DOWNLOAD = "download"


def back_up_project(work: Work, path: Path | None, kind: str = "backup") -> Path:
    """Copy the project while it is in use, open the copy, and remember where it is."""
    if path is None:
        moment = work.clock()[:19].replace(":", "").replace("T", "-")
        path = work.store.path.with_name(f"{work.store.path.stem}.backup-{moment}.icmo")
    elif path.is_dir():
        path = path / work.store.path.name
    copy = back_up(work.store, path)
    note_written(work, copy, kind)
    return copy


def guard_files(path: Path, key: Key | None) -> None:
    """Refuse a file or folder in which a CPR number stands, or with the key a name."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    texts = {
        file.name: file.read_text(encoding="utf-8", errors="replace")
        for file in files
        if file.suffix.casefold() in _READABLE and file.is_file()
    }
    refuse_breaches(check_export(texts, key))


def note_written(work: Work, path: Path, kind: str) -> None:
    """Remember a file with people's words in it, so that an erasure finds it."""
    place = str(path.resolve())
    with work.store.change() as change:
        if change.row("written", path=place) is None:
            change.insert("written", [{"path": place, "kind": kind, "created": work.clock()}])
    work.log("export" if kind == "export" else "backup", path.name)
    work.write_log()


def note_downloaded(work: Work, path: Path) -> None:
    """Remember that a file with people's words went out by a browser: its name, for no place is known."""
    place = str(path.resolve())
    with work.store.change() as change:
        if change.row("written", path=place) is None:
            return
        change.delete("written", path=place)
        if change.row("written", path=path.name) is None:
            row = {"path": path.name, "kind": DOWNLOAD, "created": work.clock()}
            change.insert("written", [row])

"""What a project file says of itself in its first hundred bytes, before anything opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: "icmo" in ASCII.
APPLICATION_ID = 0x69636D6F
_MAGIC = b"SQLite format 3\x00"
_SIZE = 100


@dataclass(frozen=True)
class Head:
    """The head of a file: whether it is a project's, of which version, and whether all of it is there."""

    is_project: bool
    version: int
    is_cut: bool
    is_unclean: bool


def read_head(path: Path) -> Head:
    """Read the head of a file without touching anything else.

    Raises:
        OSError: the file cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_SIZE)
    # A writer was killed: SQLite takes its half change back on opening, and sizes may differ till then.
    journal = path.with_name(f"{path.name}-journal")
    is_unclean = journal.exists() and journal.stat().st_size > 0
    if len(head) < _SIZE or not head.startswith(_MAGIC):
        return Head(is_project=False, version=0, is_cut=False, is_unclean=is_unclean)
    page = _number(head, 16, 2)
    page = 65536 if page == 1 else page
    counted = _number(head, 24) == _number(head, 92)
    is_cut = counted and not is_unclean and size < page * _number(head, 28)
    is_project = _number(head, 68) == APPLICATION_ID
    return Head(is_project, _number(head, 60), is_cut, is_unclean)


def _number(head: bytes, place: int, length: int = 4) -> int:
    return int.from_bytes(head[place : place + length], "big")

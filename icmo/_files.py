"""Writes a file whole: at every moment it is as it was, or as it is to be."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, keeping who may read it; a link is followed.

    Raises:
        OSError: the file cannot be written; nothing is left behind.
    """
    write_portions(path, (content,))


def write_portions(path: Path, portions: Iterable[bytes]) -> None:
    """Replace a file in one step by what comes portion by portion, as `write_whole` does."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(portions)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask

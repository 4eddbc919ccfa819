"""Where files lie on their way between a browser and a project: in folders that go when they are done with."""

from __future__ import annotations

import re
import secrets
import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So much of a file goes in one message.
PORTION = 1 << 22
#: The largest file a browser may bring.
LARGEST = 1 << 30
_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


class Passing:
    """Files on their way, each in a folder of its own that nobody else may look into.

    What is still there when the kernel ends goes with it.
    """

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        weakref.finalize(self, _remove_all, self._paths)

    def begin(self, name: str, id_: str = "") -> tuple[str, Path]:
        """Make room for a file of this name. Returns what it is known by, and its place."""
        known = id_ or secrets.token_hex(8)
        self.end(known)
        self._paths[known] = Path(mkdtemp(prefix="icmo-")) / tidy_name(name)
        return known, self._paths[known]

    def path(self, id_: str) -> Path:
        """Return where a file lies.

        Raises:
            Error: it is not there any more, for instance because the kernel was started anew.
        """
        if id_ not in self._paths:
            raise Error(say("exchange.gone"))
        return self._paths[id_]

    def put(self, id_: str, at: int, portions: Sequence[bytes]) -> int:
        """Write a portion of a file at its place; the same one may come twice. Returns its end."""
        path = self.path(id_)
        size = path.stat().st_size if path.exists() else 0
        end = at + sum(len(one) for one in portions)
        if not 0 <= at <= size or end > LARGEST:
            raise Error(say("exchange.broken", path=path.name))
        with path.open("r+b" if size else "wb") as file:
            file.seek(at)
            file.writelines(portions)
        return end

    def portion(self, id_: str, at: int) -> bytes:
        """Return a portion of a file."""
        with self.path(id_).open("rb") as file:
            file.seek(at)
            return file.read(PORTION)

    def end(self, id_: str) -> None:
        """Remove a file."""
        path = self._paths.pop(id_, None)
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)


def _remove_all(paths: dict[str, Path]) -> None:
    for path in paths.values():
        shutil.rmtree(path.parent, ignore_errors=True)


def tidy_name(name: str) -> str:
    """Return the name of a file without folders, and without what no folder would hold."""
    last = _FORBIDDEN.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    path = Path(last if last.strip(".") else "file")
    return f"{path.stem[:_LONGEST_NAME]}{path.suffix[:20]}"


def free_path(folder: Path, name: str) -> Path:
    """Return a place in a folder that nothing stands at: a number is put to the name where need be."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path

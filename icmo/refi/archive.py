"""The zip of a project file: members read by name, counted while they are read, never unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Self

from icmo._strings import say
from icmo.refi.errors import RefiError, refusal

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 20_000
#: A source of 2 GiB or more is against the standard, and no interview.
LARGEST_MEMBER = 2048 * MEGABYTE
LARGEST_TEXT = 200 * MEGABYTE
LARGEST_ALL = 1024 * MEGABYTE
#: Above this size a member that is packed tighter than this is a bomb.
SMALL, TIGHTEST = 10 * MEGABYTE, 200
_PORTION = 256 * 1024
#: What zipfile and zlib raise for bytes that are no longer what was packed.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """A .qdpx file that was found fit to be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            if not path.is_file():
                key = "refi.no_file" if path.exists() else "file.missing"
                raise RefiError(say(key, path=path))
            self._zip = zipfile.ZipFile(path)
        except PermissionError as error:
            raise refusal(path, "file.unreadable", reason=error.strerror) from None
        except _DAMAGE:
            raise refusal(path, "refi.no_zip") from None
        try:
            self._members = self._checked()
            self.project = self._project()
        except BaseException:
            self._zip.close()
            raise
        self.used = {self.project.filename}

    def __enter__(self) -> Self:
        """Use the archive in a `with` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._zip.close()

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        """Return the members by their names in small letters; refuse what no program packs."""
        # Not `is_dir`, which stumbles over a member without a name.
        members = [one for one in self._zip.infolist() if not one.filename.endswith("/")]
        if len(members) > MOST_MEMBERS:
            raise refusal(self.path, "refi.members", limit=MOST_MEMBERS)
        found: dict[str, zipfile.ZipInfo] = {}
        for one in members:
            name = one.filename.replace("\\", "/").casefold()
            if name in found:
                raise refusal(self.path, "refi.twice", name=_shown(one.filename))
            if one.flag_bits & 0x1:
                raise refusal(self.path, "refi.locked", name=_shown(one.filename))
            bomb = one.file_size > SMALL and one.file_size > TIGHTEST * max(one.compress_size, 1)
            if one.file_size >= LARGEST_MEMBER or bomb:
                raise refusal(self.path, "refi.large", name=_shown(one.filename))
            found[name] = one
        return found

    def _project(self) -> zipfile.ZipInfo:
        roots = [
            one for name, one in self._members.items() if name.endswith(".qde") and "/" not in name
        ]
        named = [one for one in roots if one.filename.casefold() == "project.qde"]
        chosen = named if len(roots) > 1 else roots
        if len(chosen) != 1:
            raise refusal(self.path, "refi.no_qde" if not roots else "refi.many_qde")
        return chosen[0]

    def member(self, path: str | None) -> zipfile.ZipInfo | None:
        """Return the member that a path in the XML means: only ever one inside this file."""
        if not path:
            return None
        name = path
        for prefix in ("internal://", "internal:/"):
            if name.casefold().startswith(prefix):
                name = name[len(prefix) :]
                break
        if not name or "/" in name or "\\" in name or ":" in name or name.startswith("."):
            return None
        for folder in ("sources/", ""):
            found = self._members.get(f"{folder}{name}".casefold())
            if found is not None:
                self.used.add(found.filename)
                return found
        return None

    def unused(self) -> list[str]:
        """Return the members that nothing refers to."""
        return sorted(
            _shown(one.filename)
            for one in self._members.values()
            if one.filename not in self.used and not one.filename.endswith("/.root")
        )

    def read(self, member: zipfile.ZipInfo, limit: int = LARGEST_TEXT) -> bytes:
        """Return a member's bytes; headers may lie, so they are counted."""
        return b"".join(self.portions(member, limit))

    def portions(
        self, member: zipfile.ZipInfo, limit: int = LARGEST_ALL
    ) -> Generator[bytes, None, None]:
        """Hand out a member's bytes, up to a limit."""
        try:
            with self._zip.open(member) as stream:
                yield from _counted(stream, limit, self.path, member.filename)
        except _DAMAGE as error:
            if isinstance(error, RefiError):
                raise
            raise refusal(self.path, "refi.damaged", name=_shown(member.filename)) from None


def _counted(stream: IO[bytes], limit: int, path: Path, name: str) -> Iterator[bytes]:
    read = 0
    while portion := stream.read(_PORTION):
        read += len(portion)
        if read > limit:
            raise refusal(path, "refi.large", name=_shown(name))
        yield portion


def _shown(name: str) -> str:
    """Return a member's name so that it can be shown in a sentence."""
    return "".join(letter if letter.isprintable() else "�" for letter in name)[:100]

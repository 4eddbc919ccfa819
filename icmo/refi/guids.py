"""GUIDs: read as others write them, and made so that the same thing is called the same each time."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def normal(guid: str | None) -> str:
    """Return a GUID in small letters and without braces; what is none stays as it is written."""
    return (guid or "").strip().strip("{}").lower()


def is_guid(written: str) -> bool:
    """Say whether something is a GUID in small letters and without braces."""
    return _PLAIN.fullmatch(written) is not None


def as_bytes(guid: str) -> bytes:
    """Return a GUID in 16 bytes; of what is none, a fingerprint of the same length."""
    try:
        found = bytes.fromhex(guid.replace("-", ""))
    except ValueError:
        found = b""
    if len(found) == 16:  # noqa: PLR2004
        return found
    plain = normal(guid)
    return as_bytes(plain) if plain != guid else _digest(guid)


def from_bytes(data: bytes) -> str:
    """Return 16 bytes as a GUID."""
    plain = data.hex()
    return f"{plain[:8]}-{plain[8:12]}-{plain[12:16]}-{plain[16:20]}-{plain[20:]}"


def _digest(of: str) -> bytes:
    return hashlib.blake2b(of.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Names:
    """Calls things of one project by GUIDs that are the same each time, and no other project's."""

    def __init__(self, space: str, kept: dict[str, str]) -> None:
        self._space = space
        self._kept = kept

    def of(self, kind: str, id_: str) -> str:
        """Return the GUID of something: the one it came with, its own id, or one made of it."""
        known = self._kept.get(f"{kind}/{id_}")
        return known or (id_ if is_guid(id_) else self.made(kind, id_))

    def made(self, kind: str, id_: str) -> str:
        """Return a GUID made of what something is."""
        return self._kept.get(f"{kind}/{id_}") or from_bytes(
            _digest(f"{self._space}\x1f{kind}\x1f{id_}")
        )

"""The text of a source: decoded without guessing in silence, refused where it is no text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icmo._strings import say

if TYPE_CHECKING:
    from icmo.refi.archive import Archive
    from icmo.refi.elements import Element

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: Control characters that a text may hold: tab, line ends, form feed, escape.
_PLAIN = frozenset("\t\n\v\f\r\x1b")


@dataclass(frozen=True)
class Text:
    """A text as it was decoded, its line ends untouched; without one, why there is none."""

    raw: str | None
    has_mark: bool = False
    encoding: str = ""
    why: str = ""


def text_of(archive: Archive, source: Element) -> Text:
    """Return the text that belongs to a source."""
    for child in source.children:
        if child.tag == "PlainTextContent":
            return Text(child.text, encoding="xml")
    path = source.get("plainTextPath")
    if not path:
        return Text(None, why=say("refi.no_path"))
    member = archive.member(path)
    if member is None:
        inside = path.casefold().startswith("internal:") or ":" not in path
        return Text(None, why=say("refi.no_member" if inside else "refi.outside"))
    return decoded(archive.read(member))


def decoded(data: bytes) -> Text:
    """Return bytes as text: by their mark, else as UTF-8, else as the old Windows encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(encoding), encoding, has_mark=True)
            except UnicodeDecodeError:
                return Text(None, why=say("refi.no_text"))
    for encoding in ("utf-8", "cp1252"):
        try:
            return _checked(data.decode(encoding), encoding, has_mark=False)
        except UnicodeDecodeError:
            continue
    return Text(None, why=say("refi.no_text"))


def _checked(text: str, encoding: str, *, has_mark: bool) -> Text:
    odd = {letter for letter in set(text) if letter < " " and letter not in _PLAIN}
    if "\0" in odd or sum(text.count(letter) for letter in odd) > len(text) // 200:
        return Text(None, why=say("refi.no_text"))
    return Text(text, has_mark, encoding)

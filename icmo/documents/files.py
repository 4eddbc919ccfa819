"""Files from anywhere, read with care: their size, their packing, their encoding, their XML."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.documents.records import refusal

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024
#: Larger files, or archives that unpack to more, are not the text of an interview.
LARGEST_FILE = 200 * MEGABYTE
#: The XML of one part grows about tenfold in memory; a thousand-page transcript has 20 MB.
LARGEST_XML = 64 * MEGABYTE
#: Above this size a part that was packed tighter than this is a bomb.
SMALL_PART = 8 * MEGABYTE
TIGHTEST = 200
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_PROGRAMS = (b"PK\x03\x04", b"%PDF-", b"{\\rtf", OLD_OFFICE)
#: Control characters that a text may hold: tab, line ends, form feed, escape.
_PLAIN_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x1a")
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read_bytes(file: Path) -> bytes:
    """Return a file's bytes, unless it is too large or no file at all.

    Raises:
        DocumentError: the file is missing, closed, a folder, or larger than any text.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refusal(file, "document.no_file")
        if status.st_size > LARGEST_FILE:
            raise refusal(file, "document.too_big", limit=LARGEST_FILE // MEGABYTE)
        return file.read_bytes()
    except FileNotFoundError:
        raise refusal_missing(file) from None
    except OSError as error:
        raise refusal(file, "file.unreadable", reason=error.strerror) from None


def refusal_missing(file: Path) -> Exception:
    """Return the error for a file that is not there."""
    from icmo.documents.records import DocumentError

    return DocumentError(say("file.missing", path=file))


def decode(file: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return a plain file's text with line ends made alike, and a remark on an old encoding.

    Raises:
        DocumentError: the file holds something other than text.
    """
    wide = _WIDE.get(data[:2])
    if wide is None and not _looks_like_text(data):
        raise refusal(file, "document.binary")
    for encoding in (wide,) if wide else ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        old = encoding in ("cp1252", "latin-1")
        remark = (f"{file.name}: {say('remark.encoding', encoding=encoding)}",) if old else ()
        return unified(text.removeprefix("\ufeff")), remark
    raise refusal(file, "document.binary")


def _looks_like_text(data: bytes) -> bool:
    if data.startswith(OTHER_PROGRAMS):
        return False
    odd = sum(data.count(byte) for byte in range(32) if byte not in _PLAIN_CONTROLS)
    return b"\0" not in data and odd <= len(data) // 200


def unified(text: str) -> str:
    """Return a text with every line end written as one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def open_archive(file: Path, data: bytes) -> zipfile.ZipFile:
    """Open a packed document whose parts are of a decent size, together and each.

    Raises:
        DocumentError: old Office, a password, damage, or a bomb.
    """
    import io

    if data.startswith(OLD_OFFICE):
        raise refusal(file, "document.old_or_locked")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    # What zipfile raises for headers that are damaged, and for offsets that point nowhere.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise refusal(file, "document.damaged", suffix=file.suffix) from None
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > LARGEST_FILE or any(map(_is_bomb, parts)):
        raise refusal(file, "document.packed", limit=LARGEST_FILE // MEGABYTE)
    return archive


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    # zipfile never gives more than file_size, whatever the packed bytes would unfold to.
    return part.file_size > SMALL_PART and part.file_size > TIGHTEST * max(part.compress_size, 1)


def read_part(file: Path, archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return one part of a packed document, by its name alone; None when it has none such.

    Raises:
        DocumentError: the part is damaged, locked or too large.
    """
    try:
        part = archive.getinfo(str(PurePosixPath(name)))
    except KeyError:
        return None
    if part.file_size > LARGEST_XML:
        raise refusal(file, "document.packed", limit=LARGEST_XML // MEGABYTE)
    if part.flag_bits & 0x1:
        raise refusal(file, "document.locked")
    try:
        return archive.read(part)
    # The same, and what unpacking raises for bytes that are no longer what was packed.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise refusal(file, "document.damaged", suffix=file.suffix) from None


def parse_xml(file: Path, data: bytes) -> Any:
    """Return the root of an XML part: nothing is fetched, no entity unfolded.

    Raises:
        DocumentError: it is no XML, or declares a document type.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        key = "document.doctype" if b"<!DOCTYPE" in data[:4096] else "document.damaged"
        raise refusal(file, key, suffix=file.suffix) from None
    info: Any = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise refusal(file, "document.doctype")
    return root


def read_xml(file: Path, archive: zipfile.ZipFile, name: str) -> Any:
    """Return the root of one XML part of a packed document; None when it has none such."""
    data = read_part(file, archive, name)
    return None if data is None else parse_xml(file, data)

"""Files of months: csv (also packed), parquet, or a folder of either; their encoding and separator."""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from icmo._strings import say
from icmo.outcomes.errors import OutcomeError

if TYPE_CHECKING:
    import os

_SEPARATORS = (",", ";", "\t")
_ENDINGS = (".csv", ".csv.gz", ".parquet")
_REMEMBERED = 20


@dataclass(frozen=True)
class CsvFile:
    """A csv file that can be read as UTF-8: the file itself, or a copy made in UTF-8.

    `old` are the first of the lines that were not UTF-8, `old_count` how many there were, and
    `mixed` says that other lines of the same file were.
    """

    name: str
    path: Path
    separator: str
    header: tuple[str, ...]
    old: tuple[int, ...] = ()
    old_count: int = 0
    mixed: bool = False


def find_files(source: str | os.PathLike[str]) -> list[Path]:
    """Return the file, or those in a folder, in the order of their names.

    Raises:
        OutcomeError: there is no such file, or a folder holds none that can be read.
    """
    path = Path(source)
    if path.is_dir():
        found = sorted(
            one
            for one in path.rglob("*")
            if one.is_file() and one.name.endswith(_ENDINGS) and not one.name.startswith((".", "_"))
        )
        if not found:
            raise OutcomeError(say("months.no_files", path=path, endings=", ".join(_ENDINGS)))
        return found
    if not path.exists():
        raise OutcomeError(say("file.missing", path=path))
    if not path.name.endswith(_ENDINGS):
        raise OutcomeError(say("months.ending", path=path, endings=", ".join(_ENDINGS)))
    return [path]


def open_csv(path: Path, scratch: Path) -> CsvFile:
    """Look through a csv file once; where a line is not UTF-8, write a copy that is.

    Each line that is not UTF-8 is read as cp1252: files that were put together from several
    programs hold both.
    """
    old: list[int] = []
    old_count = 0
    foreign = False
    header = b""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if number == 1:
                    header = line
                if line.isascii():
                    continue
                try:
                    line.decode("utf-8")
                    foreign = True
                except UnicodeDecodeError:
                    old_count += 1
                    if len(old) < _REMEMBERED:
                        old.append(number)
    except (OSError, EOFError) as error:
        raise OutcomeError(f"{path.name}: " + say("file.unreadable", reason=error)) from None
    text = _decoded(header).removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=text.count)
    columns = tuple(name.strip() for name in next(csv.reader([text], delimiter=separator), []))
    readable = _copied(path, scratch) if old_count else path
    return CsvFile(path.name, readable, separator, columns, tuple(old), old_count, foreign)


def _copied(path: Path, scratch: Path) -> Path:
    name = path.name.removesuffix(".gz")
    copy = scratch / f"{len(list(scratch.iterdir()))}-{name}"
    with _opened(path) as lines, copy.open("w", encoding="utf-8", newline="") as out:
        out.writelines(_decoded(line) for line in lines)
    return copy


def _opened(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _decoded(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")

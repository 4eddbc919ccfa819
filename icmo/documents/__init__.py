"""Documents: files become texts made of turns.

The text is kept as it was read; only line ends are made alike. Offsets count its characters.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.documents.turns import Turn, find_turns
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

__all__ = [
    "Document",
    "DocumentError",
    "Turn",
    "find_turns",
    "read_attributes",
    "read_document",
    "read_folder",
]

#: The columns of documents.csv that every document has; any other column is an attribute.
KNOWN_COLUMNS = ("file", "name", "case", "group", "kind", "date")


class DocumentError(Error):
    """A file that cannot become a document."""


@dataclass(frozen=True)
class Document:
    """One imported text: who it belongs to, and what was said in turn."""

    name: str
    text: str
    turns: tuple[Turn, ...]
    case: str = ""
    group: str = ""
    kind: str = ""
    date: str = ""
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A fingerprint of the text: the same text is not imported twice."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def read_document(
    path: str | os.PathLike[str], attributes: dict[str, str] | None = None
) -> Document:
    """Read one transcript from a plain text file."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise DocumentError(say("file.missing", path=file)) from None
    except UnicodeDecodeError:
        raise DocumentError(f"{file}: {say('file.encoding')}") from None
    except OSError as error:
        raise DocumentError(f"{file}: {say('file.unreadable', reason=error.strerror)}") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    known = dict(attributes or {})
    known.pop("file", None)
    return Document(
        name=known.pop("name", "") or file.stem,
        text=text,
        turns=find_turns(text),
        case=known.pop("case", ""),
        group=known.pop("group", ""),
        kind=known.pop("kind", ""),
        date=known.pop("date", ""),
        attributes=known,
    )


def read_attributes(path: str | os.PathLike[str]) -> dict[str, dict[str, str]]:
    """Read documents.csv: what is known of each file, by the file's name.

    Columns: file, name, case, group, kind, date; any other column becomes an attribute.
    """
    rows = read_rows(path, required=("file",))
    return {row["file"]: row for row in rows}


def read_folder(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    attributes: str | os.PathLike[str] | None = None,
) -> list[Document]:
    """Read files, or every transcript of a folder, in the order of their names."""
    given = [paths] if isinstance(paths, str | Path) else list(paths)  # type: ignore[arg-type]
    known = read_attributes(attributes) if attributes is not None else {}
    files: list[Path] = []
    for path in map(Path, given):
        files += sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return [read_document(file, known.get(file.name)) for file in files]


def read_rows(path: str | os.PathLike[str], required: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a comma-separated file with a heading line; every value is a string."""
    file = Path(path)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [column for column in required if column not in (reader.fieldnames or ())]
            if missing:
                raise DocumentError(say("csv.columns", file=file, columns=", ".join(missing)))
            return [
                {key: (value or "").strip() for key, value in row.items() if key} for row in reader
            ]
    except FileNotFoundError:
        raise DocumentError(say("file.missing", path=file)) from None
    except UnicodeDecodeError:
        raise DocumentError(f"{file}: {say('file.encoding')}") from None

"""Reading files: the reader for each kind, one file or a folder of them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._progress import watched
from icmo._strings import say
from icmo.documents.files import refusal_missing
from icmo.documents.records import Content, Document, DocumentError, Reading, refusal
from icmo.documents.tables import attribute_rows, file_key, read_table_of_texts
from icmo.documents.turns import find_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

#: Which module reads which kind of file, and by which function.
READERS = {
    ".txt": "plain.read_text",
    ".text": "plain.read_text",
    ".md": "plain.read_markdown",
    ".markdown": "plain.read_markdown",
    ".docx": "word.read_docx",
    ".docm": "word.read_docx",
    ".odt": "opendocument.read_odt",
    ".rtf": "richtext.read_rtf",
    ".pdf": "pdf.read_pdf",
    ".html": "webpage.read_html",
    ".htm": "webpage.read_html",
    ".vtt": "subtitles.read_subtitles",
    ".srt": "subtitles.read_subtitles",
}
TABLES = (".csv", ".tsv", ".xlsx")
_OLD = {".doc": "document.old_word", ".dot": "document.old_word", ".xls": "document.old_excel"}
ATTRIBUTES = "documents.csv"


def read_document(
    path: str | os.PathLike[str], attributes: Mapping[str, str] | None = None
) -> Document:
    """Read one text from one file.

    Raises:
        DocumentError: the file cannot be read, has no text, or has several.
    """
    documents = read_documents(path, attributes)
    if len(documents) != 1:
        raise refusal(Path(path), "document.many", count=len(documents))
    return documents[0]


def read_documents(
    path: str | os.PathLike[str], attributes: Mapping[str, str] | None = None
) -> list[Document]:
    """Read the texts of one file: one, or one for each row of a table.

    Raises:
        DocumentError: the file cannot be read, or has no text.
    """
    file = Path(path)
    known = {key: value for key, value in (attributes or {}).items() if key != "file"}
    if not file.exists():
        raise refusal_missing(file)
    if file.suffix.lower() in TABLES:
        documents = _rows(file, known)
    else:
        content = _reader(file)(file)
        documents = [make_document(file, content, known)] if content.text.strip() else []
    if not documents:
        raise refusal(file, "document.empty")
    return documents


def _reader(file: Path) -> Callable[[Path], Content]:
    suffix = file.suffix.lower()
    if suffix in READERS:
        module, function = READERS[suffix].split(".")
        reader: Callable[[Path], Content] = getattr(
            import_module(f"icmo.documents.{module}"), function
        )
        return reader
    if file.is_dir():
        raise refusal(file, "document.no_file")
    key = _OLD.get(suffix, "document.suffix" if suffix else "document.no_suffix")
    raise refusal(file, key, suffix=suffix, known=" ".join([*READERS, *TABLES]))


def make_document(file: Path, content: Content, known: Mapping[str, str]) -> Document:
    """Return the document of what was found in a file and what is known of it."""
    others = dict(known)
    # Half a character cannot be stored; it comes from a program that cut one in two.
    text = content.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Document(
        name=others.pop("name", "") or file.stem,
        text=text,
        turns=find_turns(text, content.marks),
        case=others.pop("case", ""),
        group=others.pop("group", ""),
        kind=others.pop("kind", ""),
        date=others.pop("date", ""),
        attributes=others,
        remarks=content.remarks,
        guessed=content.guessed,
        source=file.name,
    )


def _rows(file: Path, known: Mapping[str, str]) -> list[Document]:
    """A document for each row; what was remarked stands with the first."""
    rows, remarks = read_table_of_texts(file)
    documents: list[Document] = []
    for row in rows:
        named = {"name": f"{file.name} row {row.number}"}
        content = Content(row.text, remarks=() if documents else remarks)
        documents.append(make_document(file, content, {**known, **named, **row.known}))
    return documents


@dataclass(frozen=True)
class _Found:
    """A file to read, and its name as documents.csv may write it."""

    path: Path
    name: str


def read_folder(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    attributes: str | os.PathLike[str] | None = None,
) -> Reading:
    """Read files and folders, in the order of the files' names.

    What cannot be read is remarked and the rest is read. A documents.csv in a folder is used
    where no other is named.

    Raises:
        DocumentError: a single file was named and cannot be read; documents.csv cannot be.
    """
    given = [Path(paths)] if isinstance(paths, str | os.PathLike) else [Path(p) for p in paths]
    known = Path(attributes) if attributes is not None else _own_attributes(given)
    files, remarks = _find_files(given, known)
    rows, said = attribute_rows(known) if known else ([], ())
    by_name = {file_key(row["file"]): row for _, row in rows}
    documents: list[Document] = []
    remarks += said
    used: set[str] = set()
    for found in watched(files, say("progress.read")):
        key = next((k for k in (found.name, found.path.name) if file_key(k) in by_name), "")
        used.add(file_key(key))
        try:
            read = read_documents(found.path, by_name.get(file_key(key)))
        except DocumentError as error:
            if len(given) == 1 and not given[0].is_dir():
                raise
            remarks.append(str(error))
            continue
        if known and not key:
            remarks.append(say("remark.no_row", file=found.name, attributes=known.name))
        remarks += [remark for document in read for remark in document.remarks]
        documents += read
    if known:
        remarks += _without_file(known, rows, used, given)
    return Reading(tuple(documents), tuple(remarks))


def _own_attributes(given: list[Path]) -> Path | None:
    own = [path / ATTRIBUTES for path in given if (path / ATTRIBUTES).is_file()]
    return own[0] if len(own) == 1 else None


def _find_files(given: list[Path], known: Path | None) -> tuple[list[_Found], list[str]]:
    found: dict[Path, _Found] = {}
    remarks = []
    for path in given:
        if path.is_dir():
            inside = _inside(path, known)
            for file in inside:
                found.setdefault(file.path.resolve(), file)
        elif path.exists() or len(given) == 1:
            found.setdefault(path.resolve(), _Found(path, path.name))
        else:
            remarks.append(str(refusal_missing(path)))
    return list(found.values()), remarks


def _inside(folder: Path, known: Path | None) -> list[_Found]:
    """The files of a folder and of the folders in it, in the order of their names."""
    apart = known.resolve() if known else None
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(root, name)
            hidden = name.startswith((".", "~$")) or name.casefold() == ATTRIBUTES
            if not hidden and path.resolve() != apart:
                found.append(_Found(path, path.relative_to(folder).as_posix()))
    return sorted(found, key=lambda file: (file_key(file.name), file.name))


def _without_file(
    known: Path, rows: list[tuple[int, dict[str, str]]], used: set[str], given: list[Path]
) -> list[str]:
    """What to say of rows whose file was not read; a file left out on purpose is no news."""
    beside = [path.parent for path in given if not path.is_dir()]
    return [
        say("remark.no_file", attributes=known.name, line=line, file=row["file"])
        for line, row in rows
        if file_key(row["file"]) not in used
        and not any((folder / row["file"]).is_file() for folder in beside)
    ]

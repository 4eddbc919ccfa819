"""Codebooks from spreadsheets: icmo's own, Taguette's, and those people write themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._strings import language as spoken_language
from icmo._strings import say
from icmo.codebook import Codebook
from icmo.codebook.gathered import Gathered, cleaned, slug
from icmo.documents import read_rows
from icmo.spreadsheets.cells import restored
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os

#: What columns are called in other tools and other languages.
_CALLED = {
    "label": ("label", "name", "tag", "code name", "navn", "kode", "kodenavn", "path"),
    "definition": ("definition", "description", "beskrivelse", "comment", "kommentar"),
    "include": ("include", "inkluder", "when to use"),
    "exclude": ("exclude", "ekskluder", "when not to use"),
    "code": ("code", "id"),
    "parent": ("parent", "forælder", "overkode"),
    "family": ("family", "familie", "group", "gruppe", "category", "kategori"),
    "role": ("role", "rolle"),
}
_TEXTS = ("label", "definition", "include", "exclude")


def read_codebook(path: str | os.PathLike[str], language: str | None = None) -> Codebook:
    """Read a codebook from .csv or .xlsx: a row for each code, in any order.

    Columns: label (or name, tag, kode), and perhaps definition, include, exclude, code, parent,
    family, role; texts may stand in two columns, such as label_da and label_en.

    Raises:
        SpreadsheetError: no column says what the codes are called, or a row does not.
    """
    file = Path(path)
    rows = [
        {key.strip().casefold(): restored(value).strip() for key, value in row.items()}
        for row in read_rows(file, ())
    ]
    columns = set().union(*rows) if rows else set()
    spoken = tuple(one for one in ("da", "en") if f"label_{one}" in columns)
    chosen = language or spoken_language()
    names = {
        part: next((one for one in called if one in columns), "")
        for part, called in _CALLED.items()
    }
    if not spoken and names["label"] == "":
        names["label"] = names["code"]
    if not spoken and not names["label"]:
        raise SpreadsheetError(say("sheet.no_label", path=file))
    book = Gathered(slug(file.stem), file.stem, chosen)
    _fill(file, book, rows, names, spoken)
    if book.is_empty:
        book.loose()
    return Codebook.parse(book.source(spoken), str(file), book.id)


def _fill(
    file: Path,
    book: Gathered,
    rows: list[dict[str, str]],
    names: dict[str, str],
    spoken: tuple[str, ...],
) -> None:
    families: dict[str, str] = {}
    known: dict[str, tuple[str, str]] = {}  # what a code is called → its family and its id
    waiting = list(enumerate(rows, 2))
    while waiting:
        later = []
        for line, row in waiting:
            parent = row.get(names["parent"], "") if names["parent"] else ""
            if parent and parent not in known:
                later.append((line, row))
                continue
            texts = _texts(file, line, row, names, spoken)
            family = row.get(names["family"], "") if names["family"] else ""
            if parent:
                place = known[parent][0]
            elif family:
                if family not in families:
                    families[family] = book.family(family, role=row.get(names["role"], ""))
                place = families[family]
            else:
                place = book.loose()
            wanted = row.get(names["code"], "") if names["code"] != names["label"] else ""
            code = book.code(place, texts, known[parent][1] if parent else "", wanted)
            for called in (wanted, *texts["label"].values()):
                known.setdefault(called, (place, code))
        if len(later) == len(waiting):
            parent = later[0][1][names["parent"]]
            raise SpreadsheetError(say("sheet.parent", path=file, line=later[0][0], parent=parent))
        waiting = later


def _texts(
    file: Path, line: int, row: dict[str, str], names: dict[str, str], spoken: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    if not spoken:
        language = spoken_language()
        texts = {
            part: {language: cleaned(row.get(names[part], ""))} for part in _TEXTS if names[part]
        }
    else:
        texts = {
            part: {one: cleaned(row.get(f"{part}_{one}", "")) for one in spoken} for part in _TEXTS
        }
        for said in texts.values():
            for one in spoken:
                said[one] = said[one] or next((text for text in said.values() if text), "")
    if not any(texts["label"].values()):
        raise SpreadsheetError(say("sheet.nameless", path=file, line=line))
    return {part: said for part, said in texts.items() if all(said.values())}

"""The codebooks that come with a file, and what every code of the file is called here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.codebook import Codebook, CodebookError
from icmo.project.exchange import codebook_id
from icmo.refi.codes import Codes, empty_codebook, label_of, make_codes, slug, walked
from icmo.refi.elements import Element
from icmo.refi.markup import plain
from icmo.refi.taking.recognising import known_by_carrier, known_by_names

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.refi.codes import Written
    from icmo.refi.taking.intake import Intake


def take_codebooks(
    intake: Intake, known: dict[str, Codebook], guids: dict[str, str], language: str
) -> list[Row]:
    """Return the codebooks that are to be put in; settle what every code is called here.

    Args:
        intake: the file.
        known: the codebooks of the project, by their ids.
        guids: by which GUIDs its codes are known elsewhere.
        language: of the project.
    """
    intake.language = intake.language or language
    brought = _carried_books(intake, known)
    books = [*known.values(), *(book for book, _ in brought)]
    ids = {guid: code for guid, code in guids.items() if any(code in book for book in books)}
    ids |= known_by_carrier(intake, books)
    ids |= known_by_names(intake, books, ids)
    used = {guid for guid in intake.found.code_guids if guid}
    _add_unknown(intake, used)
    taken = {code for book in books for code in book.labels()}
    taken |= {family.id for book in books for family in book.family_records}
    title = intake.found.root.get("name") or intake.file
    name = codebook_id(slug(title), {*known, *(book.id for book, _ in brought)})
    codes = make_codes(intake.found.codes, ids, taken, (name, title, intake.language), used)
    rows = [row for _, versions in brought for row in versions]
    if codes.source or not (books or rows):
        source = codes.source or empty_codebook(name, title, intake.language)
        books.append(Codebook.parse(source, f"{name}.yaml", name))
        rows.append({"codebook": name, "number": 1, "source": source, "created": ""})
    _keep_new(intake, codes)
    intake.codes = codes.ids
    intake.known_codes = {code for book in books for code in book.labels()}
    return rows


def _add_unknown(intake: Intake, used: set[str]) -> None:
    """Make a code for passages whose code the file does not have."""
    there = {one.guid for one in walked(intake.found.codes)}
    missing = sorted(used - there)
    for number, guid in enumerate(missing, 1):
        name = say("refi.unknown_code", number=number)
        intake.found.codes.append(
            Element("Code", {"guid": guid, "name": name, "isCodable": "true"})
        )
    if missing:
        intake.remark("refi.dangling_codes", count=len(missing))


def _keep_new(intake: Intake, codes: Codes) -> None:
    """Remember what new codes are called in the file, and what icmo has no place for."""
    undefined = say("refi.undefined", intake.language)
    for owner, one in codes.owned.items():
        more = {
            "name": one.path[-1],
            "color": one.element.get("color"),
            "loose": len(one.path) == 1,
            "folder": not one.codable,
            "undefined": not one.element.words("Description").strip() and bool(undefined),
        }
        intake.keep("guid", owner, {"guid": one.guid, **more})


def _carried_books(intake: Intake, known: dict[str, Codebook]) -> list[tuple[Codebook, list[Row]]]:
    """Return the codebooks of the carrier that are not here yet, with all their versions."""
    versions: dict[str, list[Row]] = defaultdict(list)
    for row in intake.carried.rows.get("codebooks", ()):
        versions[row["codebook"]].append(row)
    first = intake.carried.project.get("codebook", "")
    books = []
    for name in sorted(versions, key=lambda one: (one != first, versions[one][0]["created"], one)):
        rows = sorted(versions[name], key=lambda row: int(row["number"]))
        try:
            book = Codebook.parse(rows[-1]["source"], f"{name}.yaml", name)
        except CodebookError:
            intake.carried.lost += 1
            continue
        if name in known:
            if known[name].source != book.source:
                intake.remark("refi.other_codebook", codebook=name)
            continue
        changed = _changed_by_others(intake, book)
        if changed.source != book.source:
            number = int(rows[-1]["number"]) + 1
            rows.append({**rows[-1], "number": number, "source": changed.source})
        books.append((changed, rows))
    return books


def _changed_by_others(intake: Intake, book: Codebook) -> Codebook:
    """Return a codebook with the names and definitions that another program gave its codes."""
    from icmo.codebook.saving import change_code

    known = known_by_carrier(intake, [book])
    for one in walked(intake.found.codes):
        code = known.get(one.guid, "")
        fields = _said_otherwise(intake, one, book, code) if code in book else {}
        if fields:
            try:
                book = change_code(book, code, **fields)
            except CodebookError:
                continue
            intake.remark("refi.code_changed", code=code)
    return book


def _said_otherwise(intake: Intake, one: Written, book: Codebook, code: str) -> dict[str, object]:
    """Return what a code is called and defined as in a file, where that is not what it was."""
    language = intake.language
    path = intake.carried.codes[code][1]  # as it was written, perhaps with "(2)" behind its label
    written_in = language if language in book.languages else book.languages[0]
    said = {"label": one.path[-1], "definition": one.element.words("Description")}
    fields: dict[str, object] = {}
    for name, now in said.items():
        before = getattr(book[code], name)
        old = path[-1] if name == "label" and path else label_of(before, language)
        if now.strip() and plain(now) != plain(old):
            fields[name] = {**before, written_in: " ".join(now.split())}
    return fields

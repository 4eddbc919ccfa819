"""Notes as memos, on what points to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.refi.carrier import is_carrier
from icmo.refi.codes import walked
from icmo.refi.guids import is_guid, normal
from icmo.refi.markup import as_data, cleaned, plain
from icmo.refi.moments import microseconds, moment

if TYPE_CHECKING:
    from icmo._store import Row
    from icmo.refi.elements import Element
    from icmo.refi.taking.intake import Intake


def take_memos(intake: Intake, now: str) -> None:
    """Turn notes into memos on what points to them first; those that nothing points to, on the project."""
    for one in walked(intake.found.codes):
        code = intake.codes.get(one.guid, "")
        if code:
            intake.note_on(one.element, "code", code)
    for number, document in intake.documents.items():
        source = intake.found.sources[number]
        intake.note_on(source.element, "document", document)
        if source.inner is not None and source.inner is not source.element:
            intake.note_on(source.inner, "document", document)
    carried = {row["memo"]: row for row in intake.carried.rows.get("memos", ())}
    known = {plain(row["text"]) for row in carried.values()}
    for number, note in enumerate(intake.found.notes):
        if is_carrier(note) or _only_repeats(intake, note, carried):
            continue
        intake.report.count("Note", found=1, taken=1)
        guid, name, text = normal(note.get("guid")), note.get("name"), intake.texts[number]
        if guid in carried:
            _change_memo(intake, carried[guid], name, text)
        elif not known & {plain(one) for one in (text, f"{name} {text}", _read_again(text))}:
            # else the same under a new GUID
            _add_memo(intake, note, text, now)


def _read_again(text: str) -> str:
    """Return the text that stood in a file of UTF-8 which a program took for old Windows encoding."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _only_repeats(intake: Intake, note: Element, carried: dict[str, Row]) -> bool:
    """Say whether a note is a tag's, or says once more what the carrier says."""
    guid = normal(note.get("guid"))
    if guid in intake.carried.own or guid in intake.polarities or guid in intake.tag_notes:
        return True
    return guid not in carried and plain(note.get("name")) in intake.carried.names


def _add_memo(intake: Intake, note: Element, text: str, now: str) -> None:
    guid, name = normal(note.get("guid")), note.get("name").strip()
    told = text if text.strip() else note.words("Description")
    whole = f"{name}\n\n{told}" if name and told.strip() else told or name
    kind, target = (intake.noted.get(guid) or [("project", "")])[0]
    id_ = intake.own_id(guid)
    intake.given.add(id_)
    intake.rows["memos"].append(
        {
            "memo": id_,
            "target_kind": kind,
            "target": target,
            "text": cleaned(whole),
            "coder": intake.coder(normal(note.get("creatingUser"))),
            "created": moment(microseconds(note.get("creationDateTime"))) or now,
        }
    )
    intake.keep("guid", f"memo/{id_}", {"guid": guid if is_guid(guid) else id_, "name": name})
    for child in note.children:
        if child.tag not in ("Description", "PlainTextContent"):
            intake.keep("element", f"memo/{id_}", as_data(child))


def _change_memo(intake: Intake, row: Row, name: str, text: str) -> None:
    """Let what another program wrote into a memo hold."""
    head = f"{name}\n\n" if row["text"].startswith(f"{name}\n\n") else ""
    if plain(row["text"]) not in (plain(text), plain(head + text)):
        intake.remark("refi.memo_changed", memo=row["memo"])
        row["text"] = head + text

"""Notes: memos, what is said of tags, codes and findings, and the carrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.refi import carrier
from icmo.refi.carrier import POLARITY, TAG_NOTE
from icmo.refi.codes import label_of
from icmo.refi.markup import attributes, cleaned, content, written
from icmo.refi.moments import dated
from icmo.refi.writing.codes import family_set_guid, rules_guid, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo._store import Row
    from icmo.refi.writing.findings import Findings
    from icmo.refi.writing.state import State


def notes(state: State, findings: Findings) -> Iterator[str]:
    """Hand out the notes; the carrier is the last, when all that it says is known."""
    for row in state.memos:
        yield _memo(state, row)
    yield from _notes_of_tags(state)
    rules = list(_rules(state))
    for guid, name, text in rules:
        yield _note(guid, name, text, created=state.born)
    # QualCoder stops where two notes in files are called the same.
    found = [
        (guid, state.distinct(name, state.note_names), text)
        for guid, name, text in findings.notes()
    ]
    for guid, name, text in found:
        yield _filed(state, guid, name, text, created=state.born)
    repeated = rules + found
    yield from state.rest("Notes")
    own = [guid for guid, _, _ in repeated]
    own += [family_set_guid(state, family) for _, family in state.families()]
    own += findings.guids()
    yield from _carrier(state, own, sorted({name for _, name, _ in repeated}))


def _memo(state: State, row: Row) -> str:
    state.report.count("Note", found=1, taken=1)
    owner = f"memo/{row['memo']}"
    name, text = str(state.kept.get(owner, {}).get("name", "")), row["text"]
    if name and text.startswith(f"{name}\n\n"):
        text = text[len(name) + 2 :]
    elif not name:
        name = say("refi.memo", state.language)
    more = list(state.elements(owner, "TextSource"))
    inner = [
        part
        for tag in ("PlainTextSelection", "Coding", "NoteRef", "VariableValue")
        for one in more
        if one.tag == tag
        for part in written(one)
    ]
    called = state.distinct(name, state.note_names)
    if called != name:
        text = row["text"]  # whole, so that it is known again under the other name
    guid, user = state.names.of("memo", row["memo"]), state.users.get(row["coder"], "")
    created = dated(row["created"]) or state.born
    return _filed(state, guid, called, text, user, created, "".join(inner))


def _notes_of_tags(state: State) -> Iterator[str]:
    for polarity in sorted(state.polarities):
        guid = state.names.made("polarity", polarity)
        said = say(f"refi.{polarity}", state.language)
        yield _note(guid, f"{POLARITY}{polarity}", said, created=state.born)
    for guid, note, coder, created in state.tag_notes:
        user = state.users.get(coder, "")
        yield _note(guid, TAG_NOTE, note, user, dated(created) or state.born)


def _rules(state: State) -> Iterator[tuple[str, str, str]]:
    """Hand out a note for each code that has rules: its GUID, its name, its words."""
    for code in state.codes():
        rules = rules_of(state, code)
        if rules:
            label = label_of(code.label, state.language)
            name = say("refi.code_note", state.language, code=label)
            yield rules_guid(state, code), name, rules


def _carrier(state: State, own: list[str], names: list[str]) -> Iterator[str]:
    """Hand out the notes with all that REFI cannot say.

    Args:
        state: the project.
        own: GUIDs of what only says once more what the carrier says.
        names: of such notes, for programs that give new GUIDs.
    """
    facts = {name: state.facts.get(name, "") for name in ("language", "codebook", "project")}
    facts["exchange"] = state.facts.get("exchange") or state.facts["project"]
    first = [carrier.line({"project": facts, "own": own, "names": names})]
    for table in carrier.TABLES:
        if table not in ("documents", "evidence", "tags"):  # these stand in the lines
            first += [carrier.line({table: row}) for row in state.reader.rows(table)]
    for name, text in carrier.notes([*first, *state.lines]):
        told = carrier.in_ascii(text) if state.counting.filed else text
        yield _filed(state, state.names.made("carrier", name), name, told, created=state.born)


def _filed(
    state: State,
    guid: str,
    name: str,
    text: str,
    user: str = "",
    created: str = "",
    inner: str = "",
) -> str:
    """Return a note, with its words in a file of its own for a program that reads no others."""
    if not state.counting.filed:
        return _note(guid, name, text, user, created, inner)
    member = f"{state.names.made('note', guid)}.txt"
    state.files.append((member, cleaned(text)))
    path = f"internal://{member}"
    told = attributes(name=name, plainTextPath=path, creatingUser=user, creationDateTime=created)
    return f'<Note guid="{guid}"{told}>{inner}</Note>\n'


def _note(
    guid: str, name: str, text: str, user: str = "", created: str = "", inner: str = ""
) -> str:
    told = attributes(name=name, creatingUser=user, creationDateTime=created)
    return f'<Note guid="{guid}"{told}><PlainTextContent>{content(text)}</PlainTextContent>{inner}</Note>\n'

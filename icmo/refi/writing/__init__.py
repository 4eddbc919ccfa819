"""A project as the XML of REFI-QDA, portion by portion: there may be a million passages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from icmo.refi.markup import attributes
from icmo.refi.moments import dated
from icmo.refi.writing.cases import Variables, cases
from icmo.refi.writing.codes import codes, family_sets
from icmo.refi.writing.findings import Findings
from icmo.refi.writing.notes import notes
from icmo.refi.writing.sources import sources
from icmo.refi.writing.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["State", "texts_of", "xml_of"]

NAMESPACE = "urn:QDA-XML:project:1.0"
SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"


def xml_of(state: State) -> Iterator[str]:
    """Hand out the XML, in the order that the schema wants."""
    variables, findings = Variables(state), Findings(state)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield (
        f'<Project xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{NAMESPACE} {SCHEMA}"'
    )
    yield attributes(
        name=state.name,
        origin=f"icmo {state.version}{state.counting.told}",
        creationDateTime=dated(state.facts.get("created", "")),
    )
    yield ">\n"
    yield from _held("Users", _users(state))
    yield from _held("CodeBook", _held("Codes", codes(state)))
    yield from _held("Variables", variables.written())
    yield from _held("Cases", cases(state, variables))
    yield from _held("Sources", sources(state, variables, findings))
    yield from _held("Notes", notes(state, findings))
    yield from _held("Links", findings.links(), state.rest("Links"))
    yield from _held("Sets", family_sets(state), state.rest("Sets"))
    yield from _held("Graphs", findings.graphs(), state.rest("Graphs"))
    for guid in state.noted["project", ""]:
        yield f'<NoteRef targetGUID="{guid}"/>\n'
    yield "</Project>\n"


def texts_of(state: State) -> Iterator[tuple[str, bytes]]:
    """Hand out the files of the texts, once the XML is written."""
    for member, document, version in state.members:
        row = state.reader.row("texts", document=document, version=version) or {"text": ""}
        yield member, state.counting.encoded(row["text"])
    for member, text in state.files:
        yield member, state.counting.encoded(text)


def _users(state: State) -> Iterator[str]:
    state.report.count("User", found=len(state.users), taken=len(state.users))
    for coder, guid in state.users.items():
        yield f'<User guid="{guid}"{attributes(name=state.called.get(coder, coder))}/>\n'


def _held(holder: str, *inside: Iterable[str]) -> Iterator[str]:
    """Write a container only where something is in it."""
    parts = chain.from_iterable(inside)
    first = next(parts, None)
    if first is None:
        return
    yield f"<{holder}>\n"
    yield first
    yield from parts
    yield f"</{holder}>\n"

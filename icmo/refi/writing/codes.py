"""Codes as folders and codes in them, with their rules; and a set for each family."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from icmo._palette import look
from icmo._strings import say
from icmo.refi.codes import label_of, paths_of
from icmo.refi.markup import attributes, content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.codebook import Code, Family
    from icmo.refi.writing.state import State


def codes(state: State) -> Iterator[str]:
    """Hand out the codes of every codebook, families as folders."""
    for book in state.books:
        paths = paths_of(book, state.language, state.code_names)
        for family in book.family_records:
            loose = _is_loose(state, family)
            for code in family.codes:
                guid, path = state.code_guids[code.id], list(paths[code.id])[loose:]
                state.carry({"code": code.id, "guid": guid, "path": path})
            yield from _family(state, family, book.id)


def _family(state: State, family: Family, book: str) -> Iterator[str]:
    """Write a family as a folder, unless its codes came without one."""
    inside: dict[str, list[Code]] = defaultdict(list)
    for code in family.codes:
        inside[code.parent or ""].append(code)
    if _is_loose(state, family):
        yield from _nested(state, inside, family.role)
        return
    guid = state.names.made("family", family.id)
    kept = state.kept.get(f"family/{family.id}")
    colour = look(family.role).colour if kept is None else _colour(kept.get("color"))
    state.carry({"family": family.id, "guid": guid, "book": book})
    label = _label(state, family)
    yield f'<Code guid="{guid}"{attributes(name=label)} isCodable="false"{attributes(color=colour)}>'
    definition = label_of(family.definition or {}, state.language)
    if definition:
        yield f"<Description>{content(definition)}</Description>"
    yield from _nested(state, inside, family.role)
    yield "</Code>\n"


def _is_loose(state: State, family: Family) -> bool:
    """Say whether the codes of a family came without a folder."""
    tops = [code for code in family.codes if not code.parent]
    return bool(family.codes) and all(_came(state, code).get("loose") for code in tops)


def _label(state: State, family: Family) -> str:
    return label_of(family.label or {}, state.language) or family.id


def _came(state: State, code: Code) -> dict[str, Any]:
    """Return what a code was in the file it came with."""
    came: dict[str, Any] = state.kept.get(f"code/{code.id}", {})
    return came


def _nested(state: State, inside: dict[str, list[Code]], role: str) -> Iterator[str]:
    """Write codes with what is under them; as deep as it goes."""
    waiting: list[Code | str] = list(reversed(inside[""]))
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        state.report.count("Code", found=1, taken=1)
        yield _code(state, one, role)
        waiting.append("</Code>\n")
        waiting += reversed(inside.get(one.id, ()))


def _code(state: State, code: Code, role: str) -> str:
    came = _came(state, code)
    colour = _colour(came.get("color")) if "guid" in came else look(role).colour
    codable = "false" if came.get("folder") else "true"
    label = state.code_names[code.id]
    definition = label_of(code.definition, state.language)
    parts = [
        f'<Code guid="{state.code_guids[code.id]}"{attributes(name=label)}',
        f' isCodable="{codable}"{attributes(color=colour)}>',
    ]
    if definition and not came.get("undefined"):
        parts.append(f"<Description>{content(definition)}</Description>")
    notes = [rules_guid(state, code)] if rules_of(state, code) else []
    notes += state.noted["code", code.id]
    parts += [f'<NoteRef targetGUID="{one}"/>' for one in notes]
    return "".join(parts)


def _colour(came: Any) -> str:
    """Return a colour that the schema knows; an empty string for any other."""
    return came if re.fullmatch(r"#([0-9A-Fa-f]{3}){1,2}", str(came)) else ""


def rules_guid(state: State, code: Code) -> str:
    """Return the GUID of the note with a code's rules."""
    return state.names.made("rules", code.id)


def rules_of(state: State, code: Code) -> str:
    """Return when to use a code and when not, and examples, as other programs' users read it."""
    language = state.language
    told = [("refi.include", code.include or {}), ("refi.exclude", code.exclude or {})]
    told += [("refi.example", one) for one in code.examples]
    lines = [(say(key, language), label_of(text, language)) for key, text in told]
    return "\n".join(f"{what}: {text}" for what, text in lines if text)


def family_sets(state: State) -> Iterator[str]:
    """Hand out a set for each family, for programs that show no folders of codes."""
    for _, family in state.families():
        came = f"family/{family.id}" in state.kept or all(
            f"code/{code.id}" in state.kept for code in family.codes
        )
        if came:  # also a family without codes
            continue
        called = say("refi.family", state.language, family=_label(state, family))
        members = "".join(
            f'<MemberCode targetGUID="{state.code_guids[code.id]}"/>' for code in family.codes
        )
        state.report.count("Set", found=1, taken=1)
        yield f'<Set guid="{family_set_guid(state, family)}"{attributes(name=called)}>{members}</Set>\n'


def family_set_guid(state: State, family: Family) -> str:
    """Return the GUID of a family's set."""
    return state.names.made("set", family.id)

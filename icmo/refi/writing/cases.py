"""Variables with their types, and cases with what is known of them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from icmo.refi.fitting import is_value
from icmo.refi.markup import attributes, content, written
from icmo.refi.moments import microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icmo._store import Row
    from icmo.refi.writing.state import State

_DIGITS = re.compile(r"-?(0|[1-9]\d{0,17})")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])")
#: What each type of variable can hold as it is written.
_HOLDS: dict[str, Callable[[str], bool]] = {
    "Text": lambda _: True,
    "Boolean": lambda said: said in ("true", "false", "0", "1"),
    "Integer": lambda said: _DIGITS.fullmatch(said) is not None,
    "Float": lambda said: is_value("xsd:decimal", said),
    "Date": lambda said: _DAY.fullmatch(said) is not None,
    "DateTime": lambda said: microseconds(said) >= 0 and is_value("xsd:dateTime", said),
}


class Variables:
    """The variables of a project, each with the one type that holds all its values."""

    def __init__(self, state: State) -> None:
        self._state = state
        values: dict[str, list[Any]] = defaultdict(list)
        for row in state.cases:
            for name, value in row["attributes"].items():
                values[name].append(value)
        for row in state.documents:
            for name, value in known_of(row).items():
                values[name].append(value)
        self._types = {name: self._type(name, some) for name, some in values.items()}

    def _type(self, name: str, values: list[Any]) -> str:
        """Return the nearest of the six types that holds every value as it is written."""
        came = self._state.kept.get(f"variable/{name}", {}).get("type")
        if came in _HOLDS and all(_HOLDS[came](str(value)) for value in values):
            return str(came)
        said = [str(value) for value in values if value not in ("", None)]
        for kind in ("Integer", "Date"):
            if said and all(_HOLDS[kind](one) for one in said):
                return kind
        return "Text"

    def written(self) -> Iterator[str]:
        """Hand out the variables."""
        for name in sorted(self._types):
            guid, kind = self._state.names.made("variable", name), self._types[name]
            self._state.report.count("Variable", found=1, taken=1)
            yield f'<Variable guid="{guid}"{attributes(name=name or "?")} typeOfVariable="{kind}"/>\n'
        yield from self._state.rest("Variables")

    def values(self, given: dict[str, Any]) -> Iterator[str]:
        """Hand out what is known of something."""
        for name in sorted(given):
            guid, kind = self._state.names.made("variable", name), self._types[name]
            value = "" if given[name] is None else str(given[name])
            told = f"<{kind}Value>{content(value)}</{kind}Value>" if value or kind == "Text" else ""
            yield f'<VariableValue><VariableRef targetGUID="{guid}"/>{told}</VariableValue>'


def known_of(document: Row) -> dict[str, Any]:
    """Return what is known of a document; what REFI has no place for is a variable too."""
    own = {f"icmo: {name}": document[name] for name in ("group", "kind", "date") if document[name]}
    return {**document["attributes"], **own}


def cases(state: State, variables: Variables) -> Iterator[str]:
    """Hand out the cases with their documents."""
    known = {row["case"]: row for row in state.cases}
    inside: dict[str, list[str]] = defaultdict(list)
    for row in state.documents:
        if row["case"]:
            inside[row["case"]].append(row["document"])
    for case in sorted({*known, *inside}):
        state.report.count("Case", found=1, taken=1)
        row = known.get(case, {"label": "", "attributes": {}})
        guid = state.names.made("case", case)
        yield f'<Case guid="{guid}"{attributes(name=row["label"] or case)}>'
        more = list(state.elements(f"case/{case}", "Case"))
        for tag in ("Description", "CodeRef"):
            yield from (part for kept in more if kept.tag == tag for part in written(kept))
        yield from variables.values(row["attributes"])
        for document in inside[case]:
            yield f'<SourceRef targetGUID="{state.names.of("document", document)}"/>'
        for tag in ("SourceRef", "SelectionRef"):
            yield from (part for kept in more if kept.tag == tag for part in written(kept))
        yield "</Case>\n"
    yield from state.rest("Cases")

"""YAML text to plain lists, dicts and strings that remember their lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from icmo._strings import say

if TYPE_CHECKING:
    from collections.abc import Iterator

# The C parser is some ten times faster; where PyYAML was built without it the slow one does the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Deeper than any codebook, and shallow enough that a hostile file cannot exhaust the stack.
_DEEPEST = 30


@dataclass
class Read:
    """What a YAML text says, the line of each part of it, and what is wrong with it."""

    data: Any = None
    problems: list[tuple[int, str]] = field(default_factory=list)
    #: for each list and dict, by identity: the line of each of its entries
    _lines: dict[int, dict[str | int, int]] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of the entry at a path, or of the nearest thing above it."""
        here, line = self.data, 1
        for step in path:
            known = self._lines.get(id(here), {})
            if step not in known:
                break
            line, here = known[step], here[step]
        return line


class _TooDeepError(Exception):
    """Carries the line at which the nesting became absurd."""


def read_yaml(text: str) -> Read:
    """Read one YAML document, every scalar as a string.

    Aliases, tags and repeated keys are reported with their lines: the first can make a
    small file endless, the second can name program code, the third hide what was written.
    """
    read = Read()
    try:
        read.data = _document(iter(yaml.parse(text, Loader=_LOADER)), read)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        read.data = None
        read.problems.append((mark.line + 1 if mark else 1, _syntax_sentence(error, text)))
    except yaml.reader.ReaderError as error:
        read.data = None
        line = text.count("\n", 0, error.position) + 1
        read.problems.append((line, say("yaml.character", code=f"U+{error.character:04X}")))
    except _TooDeepError as error:
        read.data = None
        read.problems.append((error.args[0], say("yaml.deep")))
    return read


def _document(events: Iterator[yaml.Event], read: Read) -> Any:  # noqa: ANN401 - YAML can hold anything
    data = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if data is not None:
                read.problems.append((event.start_mark.line + 1, say("yaml.documents")))
                break
            first = next(events)
            data = _value(first, events, read, 0)
    return data


def _value(event: yaml.Event, events: Iterator[yaml.Event], read: Read, depth: int) -> Any:  # noqa: ANN401
    line = event.start_mark.line + 1
    if depth > _DEEPEST:
        raise _TooDeepError(line)
    if isinstance(event, yaml.AliasEvent):
        read.problems.append((line, say("yaml.alias", name=event.anchor)))
        return ""
    if getattr(event, "tag", None) and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
        read.problems.append((line, say("yaml.tag", tag=event.tag)))
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, read, depth)
    return _mapping(events, read, depth)


def _sequence(events: Iterator[yaml.Event], read: Read, depth: int) -> list[Any]:
    items: list[Any] = []
    lines: dict[str | int, int] = {}
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        lines[len(items)] = event.start_mark.line + 1
        items.append(_value(event, events, read, depth + 1))
    read._lines[id(items)] = lines  # noqa: SLF001 - the reader fills what it makes
    return items


def _mapping(events: Iterator[yaml.Event], read: Read, depth: int) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    lines: dict[str | int, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = event.start_mark.line + 1
        key = _value(event, events, read, depth + 1)
        value_event = next(events)
        value = _value(value_event, events, read, depth + 1)
        if not isinstance(key, str):
            read.problems.append((line, say("yaml.key")))
        elif key in entries:
            read.problems.append((line, say("yaml.twice", key=key, line=lines[key])))
        else:
            entries[key] = value
            lines[key] = line
    read._lines[id(entries)] = lines  # noqa: SLF001 - the reader fills what it makes
    return entries


def _syntax_sentence(error: yaml.MarkedYAMLError, text: str) -> str:
    """Turn the parser's complaint into what an evaluator can do about it."""
    problem = error.problem or ""
    mark = error.problem_mark
    written = text.splitlines()[mark.line] if mark and mark.line < text.count("\n") + 1 and text else ""
    if "\t" in written[: len(written) - len(written.lstrip())] or "'\\t'" in problem:
        return say("yaml.tab")
    if "mapping values are not allowed" in problem:
        return say("yaml.colon")
    if "unexpected end of stream" in problem or "while scanning a quoted scalar" in (error.context or ""):
        return say("yaml.quote")
    if "did not find expected" in problem or "expected <block end>" in problem:
        return say("yaml.indent")
    return say("yaml.syntax", problem=problem)

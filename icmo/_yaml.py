"""YAML text to plain lists, dicts and strings that remember their lines."""

from __future__ import annotations

import itertools
import re
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
#: What no one sees and YAML does not take; the parser would report only the first, and with a line too far
#: down, as it counts bytes.
_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_MOST_INVISIBLE = 20
#: What the parser says, and the sentence for it; the first that fits.
_COMPLAINTS = {
    "mapping values are not allowed": "yaml.colon",
    "end of stream": "yaml.quote",
    "document indicator": "yaml.quote",
    "while parsing a flow": "yaml.bracket",
    "could not find expected ':'": "yaml.no_colon",
    "escape": "yaml.escape",
    "hexdecimal": "yaml.escape",
    "cannot start any token": "yaml.sign",
    "an alias": "yaml.sign",
    "an anchor": "yaml.sign",
    "a tag": "yaml.sign",
    "a block scalar": "yaml.sign",
    "a directive": "yaml.sign",
    "tab character": "yaml.tab",
    "did not find expected": "yaml.indent",
    "not allowed in this context": "yaml.indent",
}
#: What YAML ends a line at.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass
class Read:
    """What a YAML text says, the line of each part of it, and what is wrong with it."""

    data: Any = None
    problems: list[tuple[int, str]] = field(default_factory=list)
    #: for each list and dict, by identity: the line of each of its entries
    lines: dict[int, dict[str | int, int]] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of the entry at a path, or of the nearest thing above it."""
        here, line = self.data, 1
        for step in path:
            known = self.lines.get(id(here), {})
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
    read.problems += _invisible(text.removeprefix("\ufeff"))
    if read.problems:
        return read
    try:
        read.data = _document(iter(yaml.parse(text, Loader=_LOADER)), read)
    except yaml.MarkedYAMLError as error:
        read.data = None
        read.problems.append(_syntax_problem(error, text))
    except _TooDeepError as error:
        read.data = None
        read.problems.append((error.args[0], say("yaml.deep")))
    return read


def _document(events: Iterator[yaml.Event], read: Read) -> Any:
    data = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if data is not None:
                read.problems.append((_line(event), say("yaml.documents")))
                break
            first = next(events)
            data = _value(first, events, read, 0)
    return data


def _value(event: yaml.Event, events: Iterator[yaml.Event], read: Read, depth: int) -> Any:
    line = _line(event)
    if depth > _DEEPEST:
        raise _TooDeepError(line)
    if isinstance(event, yaml.AliasEvent):
        read.problems.append((line, say("yaml.alias", name=event.anchor)))
        return ""
    tag = getattr(event, "tag", None)
    if tag and not (isinstance(event, yaml.ScalarEvent) and tag == "!"):
        read.problems.append((line, say("yaml.tag", tag=tag)))
    if isinstance(event, yaml.ScalarEvent):
        # An escape such as "\\0" makes a character that the file itself could not have held.
        read.problems += [(line, sentence) for _, sentence in _invisible(event.value)]
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, read, depth)
    return _mapping(events, read, depth)


def _sequence(events: Iterator[yaml.Event], read: Read, depth: int) -> list[Any]:
    items: list[Any] = []
    lines: dict[str | int, int] = {}
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        lines[len(items)] = _line(event)
        items.append(_value(event, events, read, depth + 1))
    read.lines[id(items)] = lines
    return items


def _mapping(events: Iterator[yaml.Event], read: Read, depth: int) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    lines: dict[str | int, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _line(event)
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
    read.lines[id(entries)] = lines
    return entries


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _invisible(text: str) -> list[tuple[int, str]]:
    """Return the line of each invisible character, and what to do about it."""
    return [
        (
            len(_LINE_END.findall(text, 0, found.start())) + 1,
            say("yaml.character", code=f"U+{ord(found.group()):04X}"),
        )
        for found in itertools.islice(_INVISIBLE.finditer(text), _MOST_INVISIBLE)
    ]


def _syntax_problem(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """Turn the parser's complaint into a line and what an evaluator can do about it."""
    complaint = f"{error.context} {error.problem}"
    sentence = next((key for part, key in _COMPLAINTS.items() if part in complaint), "yaml.syntax")
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 1, say(sentence, problem=error.problem)
    lines = _LINE_END.split(text)
    written = lines[mark.line] if mark.line < len(lines) else ""
    before = written[: mark.column].strip(" -")
    if "\t" in written[: len(written) - len(written.lstrip())] or written[mark.column :].startswith(
        "\t"
    ):
        sentence = "yaml.tab"
    elif sentence == "yaml.colon" and before.isidentifier():
        sentence = "yaml.continued"
    elif sentence == "yaml.indent" and before:
        sentence = "yaml.sign"
    if sentence in ("yaml.quote", "yaml.bracket", "yaml.no_colon") and error.context_mark:
        # What is never closed is found out far below; it is to be mended where it was opened.
        mark = error.context_mark
    return mark.line + 1, say(sentence, problem=error.problem)

"""Makes a YAML text say something else, and leaves every line alone that need not change.

Dumping a whole file re-wraps its long texts, also with a parser that keeps comments. So the
new text is the old one with a few places replaced, found by the parser's marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from icmo._yaml import read_yaml
from icmo.codebook.layout import (
    WIDTH,
    write_after_key,
    write_entry,
    write_item,
    write_on_one_line,
    write_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CannotRewriteError(Exception):
    """The text is laid out so that this change would disturb the rest of it."""


@dataclass(frozen=True)
class _Edit:
    """Text to put in the place of what stands from start to end."""

    start: int
    end: int
    text: str


def rewritten(source: str, data: dict[str, Any]) -> str:
    """Return the source with the fewest lines changed that make it say `data`.

    Raises:
        CannotRewriteError: where that cannot be done; the result is read again to be sure.
    """
    source = source.removeprefix("\ufeff")
    newline = "\r\n" if "\r\n" in source else "\n"
    text = _Source(source)
    edits = sorted(_mapping_edits(text, text.root(), data), key=lambda edit: (edit.start, edit.end))
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += [source[done : edit.start], edit.text.replace("\n", newline)]
        done = edit.end
    changed = "".join([*pieces, source[done:]])
    if read_yaml(changed).data != data:
        raise CannotRewriteError
    return changed


@dataclass(frozen=True)
class _Source:
    """The text as it stands, and where the lines and parts of it begin and end."""

    text: str

    def root(self) -> yaml.MappingNode:
        node = yaml.compose(self.text, Loader=_LOADER)
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            raise CannotRewriteError
        return node

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the next line begins."""
        return self.text.find("\n", place) + 1 or len(self.text)

    def end(self, node: yaml.Node) -> int:
        """Return where a part ends, without the blank lines and comments that follow it."""
        if _is_block(node):
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        return (
            len(self.text[: node.end_mark.index].rstrip(" \t\r\n"))
            if node.value
            else node.end_mark.index
        )

    def has_comment(self, place: int) -> bool:
        """Tell whether something stands on the rest of the line."""
        return bool(self.text[place : self.line_end(place)].strip())

    def dash_line(self, item: yaml.Node, column: int) -> int:
        """Return where the line of an item's dash begins; its dash may stand above it."""
        start = self.line_start(item.start_mark.index)
        while self.text[start : start + column].strip() or self.text[start + column] != "-":
            if start == 0:
                raise CannotRewriteError
            start = self.line_start(start - 1)
        return start

    def insertion(self, place: int, text: str) -> _Edit:
        """Put whole lines before the line that begins at a place, or at the end of the file."""
        unfinished = place == len(self.text) and not self.text.endswith("\n")
        return _Edit(place, place, "\n" + text.removesuffix("\n") if unfinished else text)

    def has_blank_line(self, start: int, end: int) -> bool:
        return any(not line.strip() for line in self.text[start:end].splitlines())


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)


def _data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return node.value


def _mapping_edits(
    source: _Source, node: yaml.Node, data: dict[str, Any], style: str | None = None
) -> Iterator[_Edit]:
    written = {key.value: (key, value) for key, value in node.value}
    column = node.value[0][0].start_mark.column
    place = 0
    for name, value in data.items():
        if name in written:
            yield from _entry_edits(source, *written[name], value, style)
            place = source.line_end(source.end(written[name][1]))
        else:
            yield source.insertion(
                place, f"{' ' * column}{write_entry(name, value, column, style)}\n"
            )
    keys = [key for key, _ in node.value]
    for number, (key, value) in enumerate(node.value):
        start = source.line_start(key.start_mark.index)
        if key.value in data:
            continue
        if not source.text[start : key.start_mark.index].strip():
            yield _Edit(start, source.line_end(source.end(value)), "")
        elif number + 1 < len(keys):  # the first key stands behind its dash, which stays
            yield _Edit(key.start_mark.index, keys[number + 1].start_mark.index, "")
        else:
            raise CannotRewriteError


def _entry_edits(
    source: _Source, key: yaml.Node, old: yaml.Node, value: Any, style: str | None
) -> Iterator[_Edit]:
    """Change the value behind a key."""
    column = key.start_mark.column
    inner = '"' if key.value == "examples" else style
    if _data(old) == value:
        return
    if _is_block(old) and value and isinstance(value, dict) and isinstance(old, yaml.MappingNode):
        yield from _mapping_edits(source, old, value, inner)
    elif (
        _is_block(old) and value and isinstance(value, list) and isinstance(old, yaml.SequenceNode)
    ):
        yield from _list_edits(source, old, value, inner)
    elif isinstance(old, yaml.ScalarNode) and isinstance(value, str):
        yield _scalar_edit(source, old, value, column)
    else:
        edits = _one_line_edits(source, old, value)
        yield from edits or [
            _Edit(
                key.end_mark.index,
                source.end(old),
                f":{write_after_key(key.value, value, column, style)}",
            )
        ]


def _one_line_edits(source: _Source, old: yaml.Node, value: Any) -> list[_Edit]:
    """Change the texts of `{da: …, en: …}` where they stand, if the line keeps its room."""
    if (
        not isinstance(old, yaml.MappingNode)
        or not isinstance(value, dict)
        or list(_data(old)) != list(value)
    ):
        return []
    if not all(isinstance(part, yaml.ScalarNode) for _, part in old.value) or not _is_flat(value):
        return []
    edits = [
        _Edit(
            part.start_mark.index,
            part.end_mark.index,
            write_on_one_line(value[key.value], part.style, inside=True),
        )
        for key, part in old.value
        if part.value != value[key.value]
    ]
    start, end = source.line_start(old.start_mark.index), source.line_end(source.end(old))
    length = len(source.text[start:end].rstrip()) + sum(
        len(edit.text) - edit.end + edit.start for edit in edits
    )
    return edits if length <= WIDTH or source.has_comment(source.end(old)) else []


def _is_flat(value: dict[str, Any]) -> bool:
    return all(isinstance(part, str) for part in value.values())


def _list_edits(
    source: _Source, node: yaml.Node, value: list[Any], style: str | None
) -> Iterator[_Edit]:
    """Change the items between those that stay the same at both ends of a list."""
    old, column = node.value, node.start_mark.column
    before = [_data(item) for item in old]
    head = _alike(before, value)
    tail = _alike(before[head:][::-1], value[head:][::-1])
    gone, come = old[head : len(old) - tail], value[head : len(value) - tail]
    if len(gone) == len(come):
        for item, entry in zip(gone, come, strict=True):
            yield from _item_edits(source, item, entry, column, style)
        return
    place = source.line_end(source.end(old[head - 1])) if head else source.dash_line(old[0], column)
    for entry in come:
        item_text = f"{' ' * column}{write_item(entry, column, style)}\n"
        gap = "\n" if _is_spaced(source, node, entry) else ""
        yield source.insertion(place, gap + item_text if head else item_text + gap)
    if gone:
        yield _removal(source, node, gone, is_last=bool(head) and not tail)


def _alike(some: list[Any], others: list[Any]) -> int:
    """Count the items that are the same from the beginning on."""
    count = 0
    while count < min(len(some), len(others)) and some[count] == others[count]:
        count += 1
    return count


def _is_spaced(source: _Source, node: yaml.Node, entry: Any) -> bool:
    """Tell whether a blank line stands between the items of a list; between codes it should."""
    if len(node.value) > 1:
        above, below = node.value[-2:]
        return source.has_blank_line(
            source.line_end(source.end(above)), source.dash_line(below, node.start_mark.column)
        )
    return isinstance(entry, dict) and "label" in entry


def _removal(source: _Source, node: yaml.Node, gone: list[yaml.Node], *, is_last: bool) -> _Edit:
    """Take out items with the blank lines after them; at the end of a list, those before them."""
    start = source.dash_line(gone[0], node.start_mark.column)
    end = source.line_end(source.end(gone[-1]))
    if is_last:
        while start and not source.text[source.line_start(start - 1) : start].strip():
            start = source.line_start(start - 1)
    else:
        while end < len(source.text) and not source.text[end : source.line_end(end)].strip():
            end = source.line_end(end)
    return _Edit(start, end, "")


def _item_edits(
    source: _Source, item: yaml.Node, entry: Any, column: int, style: str | None
) -> Iterator[_Edit]:
    if _data(item) == entry:
        return
    if _is_block(item) and isinstance(item, yaml.MappingNode) and isinstance(entry, dict) and entry:
        yield from _mapping_edits(source, item, entry, style)
    elif isinstance(item, yaml.ScalarNode) and isinstance(entry, str):
        yield _scalar_edit(source, item, entry, column)
    else:
        edits = _one_line_edits(source, item, entry)
        whole = _Edit(
            source.dash_line(item, column),
            source.end(item),
            " " * column + write_item(entry, column, style),
        )
        yield from edits or [whole]


def _scalar_edit(source: _Source, old: yaml.ScalarNode, text: str, column: int) -> _Edit:
    start, end = old.start_mark.index, source.end(old)
    if start >= end:  # `key:` with nothing behind it
        return _Edit(
            old.start_mark.index, old.start_mark.index, f" {write_on_one_line(text, None)}"
        )
    if source.has_comment(end):
        return _Edit(start, end, write_on_one_line(text, old.style))
    return _Edit(start, end, write_text(text, column, WIDTH - old.start_mark.column, old.style))

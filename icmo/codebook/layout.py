"""Writes values as YAML in the manner of our own codebooks: short texts plain, long ones folded."""

from __future__ import annotations

import io
import re
import textwrap
from typing import Any

import yaml

from icmo._yaml import read_yaml

#: The width our own files are wrapped at.
WIDTH = 100
#: What is written on one line where there is room: `label: {da: …, en: …}`.
_ON_ONE_LINE = ("label", "phrase", "axes", "see")
#: `codebook:code`, which needs no quotation marks in spite of its colon.
_REFERENCE = re.compile(r"\w+(:\w+)+")


def write_entry(name: str, value: Any, column: int, style: str | None) -> str:
    """Write a key and its value, the key standing in a column."""
    return f"{write_on_one_line(name, None)}:{write_after_key(name, value, column, style)}"


def write_after_key(name: str, value: Any, column: int, style: str | None) -> str:
    """Write what follows a key and its colon."""
    room = WIDTH - column - len(name) - 2
    style = '"' if name == "examples" else style
    if isinstance(value, str):
        return f" {write_text(value, column, room, style)}"
    flow = _flow(value)
    if not value or (name in _ON_ONE_LINE and len(flow) <= room):
        return f" {flow}"
    inner = column + 2
    parts = (
        [write_entry(key, part, inner, style) for key, part in value.items()]
        if isinstance(value, dict)
        else [write_item(part, inner, style) for part in value]
    )
    return "".join(f"\n{' ' * inner}{part}" for part in parts)


def write_item(entry: Any, column: int, style: str | None) -> str:
    """Write an item of a list, its dash standing in a column."""
    if isinstance(entry, str):
        return f"- {write_text(entry, column, WIDTH - column - 2, style)}"
    if not entry or isinstance(entry, list):
        return f"- {_flow(entry)}"
    inner = column + 2
    return "- " + f"\n{' ' * inner}".join(
        write_entry(key, part, inner, style) for key, part in entry.items()
    )


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        inside = [
            f"{write_on_one_line(key, None, inside=True)}: {_flow(part)}"
            for key, part in value.items()
        ]
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(part) for part in value)}]"
    return write_on_one_line(value, None, inside=True)


def write_text(text: str, column: int, room: int, style: str | None) -> str:
    """Write a text on one line, or folded over several where it is too long."""
    line = write_on_one_line(text, style)
    if len(line) <= room and "\n" not in text:
        return line
    indent = " " * (column + 2)
    if "\n" in text:
        block = "|-\n" + textwrap.indent(text, indent)
    else:
        wrapped = textwrap.wrap(
            text, max(WIDTH - len(indent), 20), break_long_words=False, break_on_hyphens=False
        )
        block = ">-\n" + "\n".join(indent + part for part in wrapped)
    return block if _says(f"- {block}", text) else line


def write_on_one_line(text: str, style: str | None, *, inside: bool = False) -> str:
    """Write a text on one line: as the one before it if that can be, plain, or quoted."""
    if style == "'" and _says(single := "- '" + text.replace("'", "''") + "'", text):
        return single.removeprefix("- ")
    if style != '"' and _is_plain(text, inside=inside):
        return text
    quoted: str = yaml.dump(text, default_style='"', allow_unicode=True, width=10**9)
    return quoted.removesuffix("\n")


def _is_plain(text: str, *, inside: bool) -> bool:
    """Tell whether a text needs no quotation marks, for us and for other readers of YAML."""
    analysis = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    if not analysis.allow_block_plain or analysis.multiline:
        return False
    kind = yaml.resolver.Resolver().resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, text, (True, False)
    )
    if kind != "tag:yaml.org,2002:str" and text not in ("true", "false"):
        return False
    if inside and not analysis.allow_flow_plain and not _REFERENCE.fullmatch(text):
        return False
    return _says(f"- [{text}]", [text]) if inside else _says(f"- {text}", text)


def _says(written: str, meant: Any) -> bool:
    read = read_yaml(written)
    return not read.problems and read.data == [meant]

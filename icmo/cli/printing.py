"""Tables as people read them in a terminal: names for ids, few columns, cells that go on downwards."""

from __future__ import annotations

import itertools
import textwrap
from typing import TYPE_CHECKING, Any

from icmo._strings import STRINGS, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

#: What is printed of each table; --csv and --json write all of it.
COLUMNS = {
    "evidence": (
        *("title", "supports", "supports_cases", "contradicts", "contradicts_cases"),
        *("qualifies", "inferred"),
    ),
    "patterns": (
        *("intervention", "context", "mechanism", "outcome"),
        *("supports_cases", "contradicts_cases"),
    ),
    "regularities": ("title", "stratum", "counted", "exceptions", "against"),
    "disconfirming": ("title", "case", "finding", "codes", "passages"),
    "left_out": ("role", "code", "cases", "passages"),
    "proposals": ("intervention", "context", "mechanism", "outcome", "cases", "times", "apart"),
    "saturation": ("number", "document", "new", "seen", "low", "high", "ratio"),
    "changes": ("created", "coder", "title", "version", "reason"),
    "gaps": ("principle", "letter", "words"),
    "claims": ("text", "supports", "contradicts", "cases"),
    "orphans": ("text", "reason"),
    "unanswered": ("text",),
    "questions": ("letter", "text"),
}
_WIDEST = {"title": 44, "text": 64, "words": 44, "reason": 40}
_ELSE = 22
_DAY = 10


def in_lines(
    table: pd.DataFrame, columns: Sequence[str], names: Mapping[str, str], language: str
) -> str:
    """Return the columns of a table as text, a name said once where it holds for several rows."""
    numbers = {name for name in columns if table[name].dtype.kind in "iuf"}
    heads = [[*_wrapped(_head(name, language), name)] for name in columns]
    rows = [
        [_wrapped(_cell(row[name], name, names, language), name) for name in columns]
        for row in table.to_dict("records")
    ]
    for above, row in reversed(list(itertools.pairwise(rows))):
        if columns[0] == "title" and row[0] == above[0]:
            row[0] = [""]
    widths = [
        max(len(line) for cell in [heads[place], *(row[place] for row in rows)] for line in cell)
        for place in range(len(columns))
    ]
    lines = []
    for cells in (heads, *rows):
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            own = [
                part.rjust(width) if name in numbers else part.ljust(width)
                for part, width, name in zip(parts, widths, columns, strict=True)
            ]
            lines.append("  ".join(own).rstrip())
    return "\n".join(lines)


def _head(name: str, language: str) -> str:
    return say(f"column.{name}", language) if f"column.{name}" in STRINGS else name


def _wrapped(text: str, name: str) -> list[str]:
    return textwrap.wrap(text, _WIDEST.get(name, _ELSE), break_long_words=False) or [""]


def _cell(value: Any, name: str, names: Mapping[str, str], language: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(names.get(one, str(one)) for one in value)
    if isinstance(value, str):
        key = {"finding": f"finding.{value}", "reason": f"reason.{value}", "role": f"role.{value}"}
        if key.get(name) in STRINGS:
            return say(key[name], language)
        return value[:_DAY] if name == "created" else names.get(value, value)
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return "–"
    if isinstance(value, float):
        whole = f"{value:.0f}" if value == round(value) else f"{value:.2f}"
        return whole.replace(".", say("number.point", language))
    return str(value)

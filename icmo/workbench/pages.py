"""What runs in the browser: the modules of a widget, put one after the other.

anywidget hands the browser one file. A page of many hundred lines is written as several
modules; each is put before the one that imports it, and only the import lines between them are
left out. So no two modules may have a function of the same name; the browser would say so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w./]+)";\n', re.MULTILINE)


def composed(entry: Path) -> str:
    """Return a module with all it imports, directly or not, as one module."""
    parts: dict[Path, str] = {}
    _add(entry.resolve(), parts)
    return "\n".join(parts.values())


def _add(module: Path, parts: dict[Path, str]) -> None:
    if module in parts:
        return
    source = module.read_text(encoding="utf-8")
    for name in _IMPORT.findall(source):
        _add((module.parent / name).resolve(), parts)
    parts[module] = _IMPORT.sub("", source)


def dressed(look: Path, wearer: str, *more: Path) -> str:
    """Return the rules of a widget's look for another one to wear, then that one's own."""
    shared = look.read_text(encoding="utf-8").replace(f".icmo-{look.stem} ", f".{wearer} ")
    shared = shared.replace(f".icmo-{look.stem}.", f".{wearer}.")
    return "\n".join([shared, *(path.read_text(encoding="utf-8") for path in more)])

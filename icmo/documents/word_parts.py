"""The parts of a Word file beside its text: styles, numbered lists, headers and footers."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icmo.documents.files import read_xml

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipFile

_HEADING = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
#: A style that is based on itself, by mistake, ends here.
_DEEPEST = 20


def local(element: Any) -> str:
    """Return an element's name without its namespace: Word has two, which say the same."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """Return an attribute's value, whichever of the namespaces it is in; empty without one."""
    for key, value in element.attrib.items() if element is not None else ():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Any, *names: str) -> Any:
    """Return the first element found by going down the names; None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def elements(element: Any) -> list[Any]:
    """Return the elements in an element; none in none."""
    return list(element) if element is not None else []


def switch(properties: Any, name: str) -> bool | None:
    """Return whether a property is on, off or not said."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val").lower() not in _OFF


def related_parts(file: Path, archive: ZipFile, part: str) -> dict[str, list[str]]:
    """Return the parts that a part names as its own, by what they are to it."""
    folder, name = posixpath.split(part)
    root = read_xml(file, archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    related: dict[str, list[str]] = {}
    for relation in elements(root):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            kind = relation.get("Type", "").rpartition("/")[2]
            related.setdefault(kind, []).append(target.lstrip("/"))
    return related


@dataclass(frozen=True)
class Look:
    """How text looks: each of these on, off, or as what it stands in."""

    bold: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look where it says something, else the other."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.hidden if self.hidden is None else self.hidden,
        )


def look_of(properties: Any) -> Look:
    """Return the look that the properties of a run ask for."""
    return Look(switch(properties, "b"), switch(properties, "vanish"))


class Styles:
    """The styles of a Word file, and its lists."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        every = [style for style in elements(styles) if attribute(style, "styleId")]
        self._styles = {attribute(style, "styleId"): style for style in every}
        self._default = next(
            (
                attribute(style, "styleId")
                for style in every
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )
        self._formats = _list_formats(numbering)

    def look(self, style: str) -> Look:
        """Return the look of a style, with those it is based on."""
        look = Look()
        for one in self._chain(style):
            look = look.over(look_of(child(one, "rPr")))
        return look

    def paragraph_style(self, properties: Any) -> str:
        """Return the style of a paragraph."""
        return attribute(child(properties, "pStyle"), "val") or self._default

    def is_heading(self, properties: Any) -> bool:
        """Whether a paragraph is a heading, by its own word or its style's."""
        level = child(properties, "outlineLvl")
        if level is not None:
            return attribute(level, "val") in set("012345678")
        for style in self._chain(self.paragraph_style(properties)):
            level = child(style, "pPr", "outlineLvl")
            if level is not None:
                return attribute(level, "val") in set("012345678")
            if _HEADING.fullmatch(attribute(child(style, "name"), "val")):
                return True
        return False

    def is_numbered(self, properties: Any) -> bool:
        """Whether Word writes a number, and no bullet, before a paragraph."""
        chain = self._chain(self.paragraph_style(properties))
        for own in (properties, *(child(style, "pPr") for style in chain)):
            number = attribute(child(own, "numPr", "numId"), "val")
            if number:
                level = attribute(child(own, "numPr", "ilvl"), "val") or "0"
                return self._formats.get((number, level), "none") not in ("bullet", "none")
        return False

    def _chain(self, style: str) -> list[Any]:
        chain: list[Any] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            style = attribute(child(chain[-1], "basedOn"), "val")
        return chain


def _list_formats(numbering: Any) -> dict[tuple[str, str], str]:
    """How the numbers of each list are written at each level."""
    every = elements(numbering)
    levels = {
        attribute(one, "abstractNumId"): {
            attribute(level, "ilvl"): attribute(child(level, "numFmt"), "val") or "decimal"
            for level in one
            if local(level) == "lvl"
        }
        for one in every
        if local(one) == "abstractNum"
    }
    return {
        (attribute(one, "numId"), level): written
        for one in every
        if local(one) == "num"
        for level, written in levels.get(attribute(child(one, "abstractNumId"), "val"), {}).items()
    }

"""Elements of other programs made to fit the standard's schema: in its order, without what it does not know.

What is allowed where is read from the schema itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from icmo.refi.elements import Element
from icmo.refi.guids import is_guid, normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_SIMPLE: dict[str, Callable[[str], bool]] = {
    "xsd:string": lambda _: True,
    "xsd:integer": lambda said: re.fullmatch(r"[+-]?\d+", said.strip()) is not None,
    "xsd:boolean": lambda said: said.strip() in ("true", "false", "0", "1"),
    "xsd:dateTime": lambda said: _MOMENT.fullmatch(said.strip()) is not None,
    "xsd:date": lambda said: (
        re.fullmatch(r"\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?", said.strip()) is not None
    ),
    "xsd:decimal": lambda said: re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", said.strip()) is not None,
    "GUIDType": lambda said: is_guid(normal(said)),
}


@dataclass(frozen=True)
class _Kind:
    """What the schema allows in an element."""

    attributes: dict[str, tuple[str, bool]]  # name → type, whether it is required
    children: dict[
        str, tuple[str, int, bool]
    ]  # name → type, its place, whether there may be several
    needed: frozenset[str]


@cache
def _kinds() -> tuple[dict[str, _Kind], dict[str, frozenset[str]]]:
    """Return the schema's types, and those that list their values or patterns."""
    root = etree.parse(str(Path(__file__).parent / "schemas" / "Project.xsd")).getroot()
    kinds = {}
    for one in root.iter(f"{_XSD}complexType"):
        attributes = {
            str(a.get("name")): (str(a.get("type")), a.get("use") == "required")
            for a in one.iter(f"{_XSD}attribute")
        }
        elements = list(one.iter(f"{_XSD}element"))
        children = {
            str(e.get("name")): (str(e.get("type")), place, e.get("maxOccurs") == "unbounded")
            for place, e in enumerate(elements)
        }
        choices = {e for choice in one.iter(f"{_XSD}choice") for e in choice.iter(f"{_XSD}element")}
        needed = frozenset(
            str(e.get("name")) for e in elements if e.get("minOccurs") != "0" and e not in choices
        )
        kinds[str(one.get("name"))] = _Kind(attributes, children, needed)
    listed = {
        str(one.get("name")): frozenset(
            str(value.get("value")) for value in one.iter(f"{_XSD}enumeration")
        )
        for one in root.iter(f"{_XSD}simpleType")
    }
    return kinds, listed


def fitted(element: Element, holder: str) -> Element | None:
    """Return an element as it may stand in a holder such as Sources or Links; nothing where it may not."""
    kinds, _ = _kinds()
    kind = kinds.get(f"{holder}Type")
    if kind is None or element.tag not in kind.children:
        return None
    return _fitted(element, kind.children[element.tag][0])


def _fitted(element: Element, type_: str) -> Element | None:
    kinds, _ = _kinds()
    kind = kinds.get(type_)
    if kind is None:
        return element if is_value(type_, element.text) and not element.children else None
    made = Element(element.tag, dict(_attributes(element, kind)))
    if any(needed and name not in made.attributes for name, (_, needed) in kind.attributes.items()):
        return None
    known = [child for child in element.children if child.tag in kind.children]
    seen: set[str] = set()
    for child in sorted(known, key=lambda one: kind.children[one.tag][1]):
        child_type, _, several = kind.children[child.tag]
        if child.tag in seen and not several:
            continue
        fit = _fitted(child, child_type)
        if fit is not None:
            seen.add(child.tag)
            made.children.append(fit)
    return made if kind.needed <= seen else None


def _attributes(element: Element, kind: _Kind) -> Iterator[tuple[str, str]]:
    given = dict(element.attributes)
    # As drafts of the standard wrote it.
    if element.tag.startswith("Member") and "targetGUID" not in given:
        given["targetGUID"] = given.get("guid") or element.text.strip()
    for name, (type_, _) in kind.attributes.items():
        if name in given and is_value(type_, given[name]):
            yield name, given[name]


def is_value(type_: str, said: str) -> bool:
    """Say whether something is written as a type of the schema asks."""
    if type_ in _SIMPLE:
        return bool(_SIMPLE[type_](said))
    if type_ == "RGBType":
        return re.fullmatch(r"#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})", said.strip()) is not None
    listed = _kinds()[1].get(type_, frozenset())
    return said.strip() in listed

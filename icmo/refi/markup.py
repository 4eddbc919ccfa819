"""XML as text: escaped, without what XML forbids, and elements of other programs as data and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icmo.refi.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL_IN_TEXT = re.compile("[&<>\r]")
_SPECIAL = re.compile('[&<>"\t\n\r]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_IN_ATTRIBUTES = {**_ENTITIES, "\t": " ", "\n": " ", "\r": " "}


def cleaned(text: str) -> str:
    """Return a text without what XML forbids."""
    return _FORBIDDEN.sub("", text)


def plain(text: str) -> str:
    """Return a text by which two are compared: without what XML forbids, on one line."""
    return " ".join(cleaned(text).split())


def content(text: str) -> str:
    """Return a text as it stands between tags."""
    return _SPECIAL_IN_TEXT.sub(lambda found: _ENTITIES[found[0]], cleaned(text))


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute, where a line break is a space."""
    return _SPECIAL.sub(lambda found: _IN_ATTRIBUTES[found[0]], cleaned(text))


def attributes(**given: str | None) -> str:
    """Return attributes as they are written; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in given.items() if value)


def as_data(element: Element) -> list[Any]:
    """Return an element so that it can be kept: its name, attributes, text, what is in it."""
    return [
        element.tag,
        dict(element.attributes),
        element.text,
        [as_data(child) for child in element.children],
    ]


def from_data(data: Any) -> Element | None:
    """Return an element that was kept; nothing for what is none."""
    if not isinstance(data, list) or len(data) != 4:  # noqa: PLR2004
        return None
    tag, given, text, children = data
    if not (isinstance(tag, str) and re.fullmatch(r"[A-Za-z_][\w.-]*", tag)):
        return None
    if not (isinstance(given, dict) and isinstance(text, str) and isinstance(children, list)):
        return None
    names = {name: value for name, value in given.items() if isinstance(value, str)}
    element = Element(
        tag, {name: names[name] for name in names if re.fullmatch(r"[A-Za-z_][\w.-]*", name)}
    )
    element.text = text
    element.children = [child for child in map(from_data, children) if child is not None]
    return element


def written(element: Element) -> Iterator[str]:
    """Hand out an element as it is written."""
    opened = "".join(
        f' {name}="{attribute(value)}"'
        for name, value in element.attributes.items()
        if name != "schemaLocation"
    )
    if not element.children and not element.text:
        yield f"<{element.tag}{opened}/>"
        return
    yield f"<{element.tag}{opened}>{content(element.text)}"
    for child in element.children:
        yield from written(child)
    yield f"</{element.tag}>"

"""The styles of an OpenDocument text: which are bold, hidden, headings or numbered lists."""

from __future__ import annotations

from typing import Any

from icmo.documents.word_parts import attribute, child, elements, local

#: A style that is based on itself, by mistake, ends here.
_DEEPEST = 20
_HEADINGS = ("title", "subtitle")
_BOLD = ("bold", "600", "700", "800", "900")


class Styles:
    """Every style of the file, by its name: those named by people and those made on the way."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        for root in roots:
            for group in ("styles", "automatic-styles"):
                for style in elements(child(root, group)):
                    known = self._lists if local(style) == "list-style" else self._styles
                    known.setdefault(attribute(style, "name"), style)

    def is_bold(self, style: str) -> bool:
        """Whether a style, or what it is based on, is bold."""
        return self._text(style, "font-weight") in _BOLD

    def is_hidden(self, style: str) -> bool:
        """Whether a style hides its text."""
        return self._text(style, "display") == "none"

    def is_heading(self, style: str) -> bool:
        """Whether a paragraph of this style is a heading."""
        for one in self._chain(style):
            level = attribute(one, "default-outline-level")
            if level:
                return True
            if attribute(one, "name").lower() in _HEADINGS:
                return True
        return False

    def is_numbered(self, style: str) -> bool:
        """Whether a list of this style has numbers, and no bullets."""
        levels = [local(level) for level in self._lists.get(style, ())]
        return levels[:1] == ["list-level-style-number"]

    def _text(self, style: str, name: str) -> str:
        values = (
            attribute(child(one, "text-properties"), name)
            for one in self._chain(style)
            if child(one, "text-properties") is not None
        )
        return next((value for value in values if value), "")

    def _chain(self, style: str) -> list[Any]:
        chain: list[Any] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            style = attribute(chain[-1], "parent-style-name")
        return chain

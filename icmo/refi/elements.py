"""The XML, element by element: nothing is fetched, no entity is unfolded, no tree is built of it all.

Programs write several namespaces; elements are known by their local names.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from xml.parsers import expat

from icmo.refi.errors import RefiError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

DEEPEST = 200
MOST_ELEMENTS = 20_000_000
LARGEST_ATTRIBUTE = 1024 * 1024
LARGEST_WORDS = 64 * 1024 * 1024
#: What holds records; the children of anything else belong to it.
_HOLDERS = frozenset(
    (
        "Users",
        "CodeBook",
        "Codes",
        "Variables",
        "Cases",
        "Sources",
        "Notes",
        "Links",
        "Sets",
        "Graphs",
    )
)
_ROOTS = frozenset(("Project", "CodeBook"))
#: Where passages of a text stand: they are handed out one by one, for there may be a million.
_TEXTS = frozenset(("TextSource", "Representation"))


class Element:
    """One element: its local name, its attributes by theirs, what is in it."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""

    def get(self, name: str) -> str:
        """Return an attribute; an empty string where there is none."""
        return self.attributes.get(name, "")

    def all(self, *tags: str) -> list[Element]:
        """Return the children of these names."""
        return [child for child in self.children if child.tag in tags]

    def words(self, tag: str) -> str:
        """Return the text of the first child of a name."""
        return next((child.text for child in self.children if child.tag == tag), "")

    def walk(self) -> Iterator[Element]:
        """Go through the element and all that is in it."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)


class _Reader:
    """Takes what the parser finds, and lines up what is complete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ready: deque[tuple[str, Element]] = deque()
        self._open: list[Element] = []
        self._words: list[str] = []
        self._held = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2] if ":" in name else name
        self._elements += 1
        if len(self._open) >= DEEPEST:
            raise refusal(self.path, "refi.deep", limit=DEEPEST)
        if self._elements > MOST_ELEMENTS:
            raise refusal(self.path, "refi.elements", limit=MOST_ELEMENTS)
        # Joined, because that is the quickest way to look at all of them.
        if len("".join(attributes.values())) > LARGEST_ATTRIBUTE:
            raise refusal(self.path, "refi.attribute")
        if ":" in "".join(attributes):
            attributes = {key.rpartition(":")[2]: said for key, said in attributes.items()}
        element = Element(tag, attributes)
        if not self._open:
            if tag not in _ROOTS:
                raise refusal(self.path, "refi.root", name=tag[:40])
            self.ready.append(("root", element))
        elif self._open[-1].tag == "Sources":
            self.ready.append(("source", element))
        self._open.append(element)
        if self._words:
            self._words.clear()
            self._held = 0

    def words(self, data: str) -> None:
        self._held += len(data)
        if self._held > LARGEST_WORDS:
            raise refusal(self.path, "refi.attribute")
        self._words.append(data)

    def end(self, _name: str) -> None:
        element = self._open.pop()
        if self._words:
            text = "".join(self._words)
            if element.children:
                text = text.strip()
            element.text = text
            self._words.clear()
            self._held = 0
        if not self._open:
            return
        parent = self._open[-1]
        if parent.tag in _HOLDERS or parent.tag in _ROOTS:
            if element.tag not in _HOLDERS:
                self.ready.append((parent.tag, element))
        elif element.tag == "PlainTextSelection" and parent.tag in _TEXTS and self._is_source():
            self.ready.append(("selection", element))
        else:
            parent.children.append(element)

    def _is_source(self) -> bool:
        """Say whether the passages at hand belong to a source's own text."""
        inside = self._open
        if inside[-1].tag == "TextSource":
            return inside[-2].tag == "Sources"
        return [one.tag for one in inside[-3:]] == ["Sources", "PDFSource", "Representation"]

    def refuse_doctype(self, *_: object) -> None:
        raise refusal(self.path, "refi.doctype")


def records(path: Path, portions: Iterable[bytes]) -> Iterator[tuple[str, Element]]:
    """Hand out what is complete: ("root", …) first, then each record with the name of what holds it.

    A source comes twice: as ("source", …) before its passages, each of them ("selection", …), and
    as ("Sources", …) with everything else that is in it.

    Raises:
        RefiError: it is no XML, declares a document type, or is deeper or larger than any project.
    """
    reader = _Reader(path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    try:
        for portion in portions:
            parser.Parse(portion, False)
            yield from _taken(reader.ready)
        parser.Parse(b"", True)
        yield from _taken(reader.ready)
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, RefiError):
            raise
        line = getattr(error, "lineno", 1)
        raise refusal(path, "refi.no_xml", line=line) from None


def _taken(ready: deque[tuple[str, Element]]) -> Iterator[tuple[str, Element]]:
    while ready:
        yield ready.popleft()

"""What a screen reader finds in a PDF: its structure tree, read with pikepdf."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf


@dataclass
class Element:
    """One element of the structure tree: its kind, what stands in its stead, what is inside."""

    kind: str
    alt: str = ""
    inside: list[Element] = field(default_factory=list)

    def all(self, *kinds: str) -> list[Element]:
        """Return the elements inside of these kinds, in reading order."""
        found = []
        for one in self.inside:
            found += [one] if one.kind in kinds else []
            found += one.all(*kinds)
        return found


def structure(path) -> Element:
    """Return the whole tree of a PDF."""
    with pikepdf.open(path) as pdf:
        return Element("Root", inside=_children(pdf.Root.StructTreeRoot.K))


def _children(value) -> list[Element]:
    if isinstance(value, pikepdf.Array):
        return [one for part in value for one in _children(part)]
    if isinstance(value, pikepdf.Dictionary) and "/S" in value:
        inside = _children(value.K) if "/K" in value else []
        return [Element(str(value.S)[1:], str(value.get("/Alt", "")), inside)]
    return []


def fonts(path) -> dict[str, bool]:
    """Return every font of a PDF and whether it is embedded."""
    found = {}
    with pikepdf.open(path) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                embedded = any(key in one for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[str(one.FontName)] = embedded
    return found


def outline(path) -> list[str]:
    """Return the titles of a PDF's outline, in their order."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as whole:

        def titles(items):
            return [name for item in items for name in (item.title, *titles(item.children))]

        return titles(whole.root)


def links(path) -> tuple[set[str], int]:
    """Return the addresses that a PDF's links lead to, and how many lead to places inside."""
    outside, inside = set(), 0
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if note.get("/Subtype") != "/Link":
                    continue
                if "/A" in note and "/URI" in note.A:
                    outside.add(str(note.A.URI))
                else:
                    inside += 1
    return outside, inside

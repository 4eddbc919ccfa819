"""The works a report cites, from a .bib file or CSL-JSON, set in a CSL style by Typst."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo._typst import compile_html, string, text
from icmo.report.manuscript import (
    Citation,
    Emphasis,
    Line,
    Link,
    Piece,
    ReportError,
    Strong,
    Words,
    all_pieces,
    lines_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icmo.report.manuscript import Manuscript

_KEY = re.compile(
    r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^\s,]+)\s*,", re.MULTILINE | re.IGNORECASE
)
_STYLE = "apa"
#: CSL's kinds of works and Typst's.
_KINDS = {
    "article-journal": "article",
    "article-newspaper": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "chapter",
    "report": "report",
    "thesis": "thesis",
    "webpage": "web",
    "paper-conference": "article",
    "legislation": "legislation",
}
_CONTAINERS = {"article": "periodical", "chapter": "anthology"}


@dataclass(frozen=True)
class Works:
    """The works that may be cited: their keys, and their file as Typst reads it."""

    keys: frozenset[str]
    content: str
    name: str
    style: str

    def write(self, folder: Path) -> str:
        """Write the works into a folder; return the arguments that a bibliography takes."""
        (folder / self.name).write_text(self.content, encoding="utf-8")
        style = self.style
        if style.startswith("<"):
            (folder / "style.csl").write_text(style, encoding="utf-8")
            style = "style.csl"
        return f"{string(self.name)}, style: {string(style)}"


def read_works(folder: Path, name: str, style: str = "") -> Works:
    """Read a .bib or CSL-JSON file that lies beside the chapters; a style may be a .csl file."""
    content = _beside(folder, name)
    if style.endswith(".csl"):
        style = _beside(folder, style)
        style = style[style.find("<") :]
    if name.endswith(".json"):
        try:
            entries = {str(one["id"]): _entry(one) for one in json.loads(content)}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ReportError(say("report.works_unreadable", file=name, problem=error)) from None
        # Hayagriva's YAML; JSON is YAML too.
        written = json.dumps(entries, ensure_ascii=False)
        return Works(frozenset(entries), written, "works.yml", style or _STYLE)
    return Works(frozenset(_KEY.findall(content)), content, "works.bib", style or _STYLE)


def _beside(folder: Path, name: str) -> str:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise ReportError(say("report.works_missing", file=name, folder=folder.name))
    return path.read_text(encoding="utf-8-sig")


def _entry(work: dict[str, Any]) -> dict[str, Any]:
    """Return one work of CSL-JSON as Hayagriva writes it."""
    kind = _KINDS.get(work.get("type", ""), "misc")
    entry: dict[str, Any] = {"type": kind, "title": {"value": work["title"], "verbatim": True}}
    for role in ("author", "editor"):
        if work.get(role):
            entry[role] = [_name(person) for person in work[role]]
    parts = (work.get("issued") or {}).get("date-parts") or []
    if parts and parts[0]:
        year, *rest = [int(part) for part in parts[0]]
        entry["date"] = "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
    if work.get("publisher"):
        entry["publisher"] = {"name": work["publisher"]}
        if work.get("publisher-place"):
            entry["publisher"]["location"] = work["publisher-place"]
    if work.get("URL"):
        entry["url"] = work["URL"]
    if work.get("DOI"):
        entry["serial-number"] = {"doi": work["DOI"]}
    if work.get("page"):
        entry["page-range"] = str(work["page"])
    container = work.get("container-title")
    if container:
        parent = {"type": _CONTAINERS.get(kind, "book"), "title": container}
        parent |= {name: work[name] for name in ("volume", "issue") if work.get(name)}
        entry["parent"] = parent
    return entry


def _name(person: dict[str, str]) -> str | dict[str, str]:
    if "literal" in person:
        return {"name": person["literal"]}
    return {"name": person["family"], "given-name": person.get("given", "")}


def citations(manuscript: Manuscript) -> Iterator[Citation]:
    """Hand out every citation in the order they are read."""
    for block in manuscript.blocks():
        for line in lines_of(block):
            for piece in all_pieces(line):
                if isinstance(piece, Citation):
                    yield piece


def check_citations(manuscript: Manuscript) -> None:
    """Refuse a citation of a work that is not in the file."""
    keys = manuscript.works.keys if manuscript.works else frozenset()
    for citation in citations(manuscript):
        for key, _ in citation.works:
            if key not in keys:
                place = citation.place
                where = {"notebook": place.notebook, "cell": place.cell}
                message = "report.work" if manuscript.works else "report.no_works"
                raise ReportError(say(message, key=key, **where))


def cite(citation: Citation) -> str:
    """Return a citation as Typst markup; works cited together stand together."""
    return "".join(
        f"#cite(label({string(key)}){f', supplement: [{text(where)}]' if where else ''});"
        for key, where in citation.works
    )


def in_words(manuscript: Manuscript) -> tuple[dict[int, Line], tuple[Line, ...]]:
    """Return each citation as words, by its id, and the list of works."""
    cited = list(citations(manuscript))
    if manuscript.works is None or not cited:
        return {}, ()
    with tempfile.TemporaryDirectory(prefix="icmo-") as name:
        folder = Path(name)
        works = manuscript.works.write(folder)
        language = string(manuscript.title.language)
        lines = [f'#html.elem("p")[{cite(one)}]' for one in cited]
        written = "\n\n".join(
            [f"#set text(lang: {language})", *lines, f"#bibliography({works}, title: none)"]
        )
        main = folder / "main.typ"
        main.write_text(written, encoding="utf-8")
        reader = _Formatted()
        reader.feed(compile_html(main))
    found = {id(one): line for one, line in zip(cited, reader.paragraphs, strict=True)}
    return found, tuple(reader.works)


class _Formatted(HTMLParser):
    """Reads citations and works as Typst wrote them."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[Line] = []
        self.works: list[Line] = []
        self._open: list[tuple[str, str, list[Piece]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li") or (self._open and tag in ("em", "i", "strong", "b", "a")):
            self._open.append((tag, dict(attrs).get("href") or "", []))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, url, pieces = self._open.pop()
        line = tuple(pieces)
        if tag == "p":
            self.paragraphs.append(line)
        elif tag == "li":
            self.works.append(line)
        elif tag in ("em", "i"):
            self._open[-1][2].append(Emphasis(line))
        elif tag in ("strong", "b"):
            self._open[-1][2].append(Strong(line))
        elif url.startswith("http"):
            self._open[-1][2].append(Link(url, line))
        else:
            self._open[-1][2].extend(line)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(Words(data))

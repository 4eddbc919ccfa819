"""A Taguette project as a project of icmo: its texts, tags and highlights.

Taguette keeps HTML and counts UTF-8 bytes of the words between the tags.
"""

from __future__ import annotations

from bisect import bisect_left
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import language as spoken_language
from icmo._strings import say
from icmo._taguette import read_taguette_file
from icmo.codebook.gathered import Gathered, cleaned, slug
from icmo.project import Project
from icmo.project.exchange import Arrival, Parcel, make_project, said, take
from icmo.project.work import random_id, utc_now
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os

    from icmo.project.exchange import Taken
    from icmo.project.work import Work

_BLOCKS = frozenset(
    (
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "blockquote",
        "pre",
        "br",
        "hr",
        "section",
    )
)
_UNSEEN = frozenset(("script", "style", "head", "title"))


def read_taguette(
    path: str | os.PathLike[str], project_path: str | os.PathLike[str], coder: str | None = None
) -> Project:
    """Make a project of a Taguette `.sqlite3` file; an existing project is never written over.

    Tags become codes, a dot in a tag's path becomes a level; highlights become tags. Taguette does
    not say who made a highlight: they are the coder's. `project.remarks` says what came of it.

    Raises:
        TaguetteError: the file is no project of Taguette.
        SpreadsheetError: it holds several projects.
    """
    file, target = Path(path), Path(project_path)
    rows = read_taguette_file(file).rows
    if len(rows["projects"]) != 1:
        raise SpreadsheetError(say("taguette.several", path=file, count=len(rows["projects"])))
    language, now, who = spoken_language(), utc_now(), coder or "taguette"
    title = cleaned(str(rows["projects"][0]["name"])) or file.stem
    book = Gathered(slug(title), title, language)
    codes = _codes(book, rows["tags"], language)
    remarks: list[str] = []
    arrivals, frame = _documents(rows, codes, who, remarks)
    facts = {"language": language, "codebook": book.id}
    first = {"codebook": book.id, "number": 1, "source": book.source(), "created": now}
    memos = _memos(rows, arrivals, who, now)
    taken: list[Taken] = []

    def fill(work: Work) -> None:
        work.coder = who
        parcel = Parcel(documents=arrivals, tags=[frame], rows={"memos": memos})
        taken.append(take(work, lambda _reader: parcel))

    make_project(target, facts, first, fill)
    project = Project.open(target, coder)
    project.remarks = (*said(taken[0]), *remarks)
    return project


def _codes(book: Gathered, tags: list[dict[str, Any]], language: str) -> dict[int, str]:
    """Return the code of each tag; what stands before a dot is the code above, where there is one."""
    family = book.loose()
    found: dict[str, str] = {}
    codes = {}
    for tag in sorted(tags, key=lambda one: (str(one["path"]).count("."), str(one["path"]))):
        path = str(tag["path"])
        above = path.rpartition(".")[0]
        while above and above not in found:
            above = above.rpartition(".")[0]
        label = path.removeprefix(f"{above}.") if above else path
        texts = {"label": {language: cleaned(label) or say("refi.nameless", language)}}
        definition = cleaned(str(tag["description"] or ""))
        if definition:
            texts["definition"] = {language: definition}
        found[path] = codes[int(tag["id"])] = book.code(family, texts, found.get(above, ""))
    return codes


def _documents(
    rows: dict[str, list[dict[str, Any]]], codes: dict[int, str], who: str, remarks: list[str]
) -> tuple[list[Arrival], pd.DataFrame]:
    tagged: dict[int, list[int]] = {}
    for one in rows["highlight_tags"]:
        tagged.setdefault(one["highlight_id"], []).append(one["tag_id"])
    arrivals, tags = [], []
    lost = 0
    for row in rows["documents"]:
        page = _Words(str(row["contents"]))
        id_ = random_id()
        about = {
            "name": cleaned(str(row["name"])) or say("refi.nameless"),
            "case": "",
            "group": "",
            "kind": "",
            "date": "",
        }
        more = {
            "attributes": {},
            "version": 1,
            "guessed": 0,
            "source": cleaned(str(row["filename"])),
        }
        arrivals.append(Arrival({"document": id_, **about, **more}, page.text))
        for highlight in rows["highlights"]:
            if highlight["document_id"] != row["id"]:
                continue
            span = page.span(highlight["start_offset"], highlight["end_offset"])
            for tag in tagged.get(highlight["id"], ()):
                if span is None or tag not in codes:
                    lost += 1
                    continue
                tags.append(
                    {
                        "document": id_,
                        "start": span[0],
                        "end": span[1],
                        "code": codes[tag],
                        "coder": who,
                    }
                )
    if lost:
        remarks.append(say("taguette.lost", count=lost))
    columns = ["document", "start", "end", "code", "coder"]
    return arrivals, pd.DataFrame(tags, columns=columns)


def _memos(
    rows: dict[str, list[dict[str, Any]]], arrivals: list[Arrival], who: str, now: str
) -> list[dict[str, Any]]:
    """Return the descriptions of the project and of its documents as memos."""
    told = [("project", "", str(rows["projects"][0]["description"] or ""))]
    told += [
        ("document", arrival.row["document"], str(row["description"] or ""))
        for arrival, row in zip(arrivals, rows["documents"], strict=True)
    ]
    return [
        {
            "memo": random_id(),
            "target_kind": kind,
            "target": target,
            "text": text,
            "coder": who,
            "created": now,
        }
        for kind, target, text in told
        if text.strip()
    ]


class _Words(HTMLParser):
    """The words of a page, and where each byte of them stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._size = 0
        self._bytes: list[int] = [0]  # bytes before each character of the words
        self._places: list[int] = []  # where each character of the words stands in the text
        self._unseen = 0
        self.feed(html)
        self.close()
        self.text = "".join(self._pieces)

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        """Begin a line with a block."""
        self._unseen += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS and self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append("\n")
            self._size += 1

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._unseen:
            return
        for letter in data:
            self._bytes.append(self._bytes[-1] + len(letter.encode("utf-8", "surrogatepass")))
            self._places.append(self._size)
            self._size += 1
        self._pieces.append(data.replace("\r", "\n"))

    def span(self, start: Any, end: Any) -> tuple[int, int] | None:
        """Return where bytes of the words stand in the text; nothing for what is outside it."""
        if not (
            isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= self._bytes[-1]
        ):
            return None
        first, last = bisect_left(self._bytes, start), bisect_left(self._bytes, end)
        if self._bytes[first] != start or self._bytes[last] != end:
            return None
        return self._places[first], self._places[last - 1] + 1

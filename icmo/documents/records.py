"""What reading gives: turns, documents, and what was remarked on the way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path


class DocumentError(Error):
    """A file that cannot become a document."""


@dataclass(frozen=True)
class Turn:
    """What one speaker says in one go: `text[start:end]`, without the name before it.

    The kind is `turn` where somebody is named, `heading`, or `paragraph`; the attributes may
    hold the `time` at which it was said.
    """

    start: int
    end: int
    speaker: str = ""
    speaker_role: str = ""
    kind: str = "turn"
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Marks:
    """What a reader knows of a text beyond its characters; places are offsets.

    Attributes:
        headings: where a heading begins, and where it ends.
        bold: where a paragraph with a bold beginning begins, and where the bold ends.
        starts: where paragraphs begin; None when only the blank lines tell.
        speakers: where a name stands for certain: the name, and where what is said begins.
        times: where a line has a time from elsewhere: from when, until when.
    """

    headings: Mapping[int, int] = field(default_factory=dict)
    bold: Mapping[int, int] = field(default_factory=dict)
    starts: frozenset[int] | None = None
    speakers: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    times: Mapping[int, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Content:
    """What a reader found in a file."""

    text: str
    marks: Marks = field(default_factory=Marks)
    remarks: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True)
class Document:
    """One imported text: who it belongs to, and what was said in turn.

    Attributes:
        remarks: sentences about what was left out or guessed; never the text's own words.
        guessed: the paragraphs are a guess, to be joined or split before tagging.
        source: the name of the file.
    """

    name: str
    text: str
    turns: tuple[Turn, ...]
    case: str = ""
    group: str = ""
    kind: str = ""
    date: str = ""
    attributes: dict[str, str] = field(default_factory=dict, hash=False)
    remarks: tuple[str, ...] = ()
    guessed: bool = False
    source: str = ""

    @property
    def digest(self) -> str:
        """A fingerprint of the text: the same text is not imported twice."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        """Say how much there is, never what was said."""
        return f"Document({self.name!r}, {len(self.text)} characters, {len(self.turns)} turns)"


@dataclass(frozen=True)
class Reading:
    """What came of reading files: the documents, and every remark, those of documents included."""

    documents: tuple[Document, ...]
    remarks: tuple[str, ...] = ()


#: In this order it is said what a reader kept or left out.
_COUNTED = (
    "remark.inserted",
    "remark.deleted",
    "remark.hidden",
    "remark.notes",
    "remark.comments",
    "remark.margins",
    "remark.numbers",
    "remark.objects",
)


def counted(file: Path, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the remarks on what a reader counted, and nothing on what there was none of."""
    return tuple(
        f"{file.name}: {say(key, count=counts[key])}" for key in _COUNTED if counts.get(key)
    )


def refusal(file: str | os.PathLike[str], key: str, **values: object) -> DocumentError:
    """Return the error that says where, what, and how to mend it."""
    return DocumentError(f"{file}: {say(key, **values)}")

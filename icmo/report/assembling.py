"""Executed notebooks become one manuscript: title, chapters, works, annex."""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from icmo._strings import LANGUAGES, say
from icmo._strings import language as spoken_language
from icmo.documents.pseudonyms import check_export, refuse_breaches
from icmo.report.annex import with_passages
from icmo.report.guarding import chapter_texts
from icmo.report.manuscript import Manuscript, ReportError, Title
from icmo.report.reading import Reader, settings_of, titled, without_title
from icmo.report.works import check_citations, read_works

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key
    from icmo.report.works import Works

#: Control characters, halves of letters, and what is no letter at all.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def manuscript_of(
    notebooks: Mapping[str, NotebookNode],
    folder: Path | None,
    *,
    single: bool = False,
    code: bool = False,
    language: str = "",
    key: Key | None = None,
) -> Manuscript:
    """Return what executed notebooks say, by their names, as one manuscript.

    Refuses a CPR number, and with the key a name that has a pseudonym, with its place.
    """
    notebooks = {name: _clean(notebook) for name, notebook in notebooks.items()}
    for name, notebook in notebooks.items():
        refuse_breaches(check_export(chapter_texts(notebook, name, code=code), key))
    known = _said(notebooks.values())
    language = language or known.get("language") or spoken_language()
    if language not in LANGUAGES:
        raise ReportError(say("report.language", language=language))
    chapters = {
        name: Reader(name, folder, language, code=code).chapter(notebook)
        for name, notebook in notebooks.items()
    }
    if single:
        name, chapter = next(iter(chapters.items()))
        first, chapter = without_title(chapter)
        chapters = {name: chapter}
        heading = known.get("title") or first or name
    else:
        heading = known.get("title") or say("report.default_title", language)
        chapters = {
            name: titled(chapter, settings_of(notebooks[name]).get("title") or name)
            for name, chapter in chapters.items()
        }
    manuscript = Manuscript(
        _title(heading, language, known), tuple(chapters.values()), single, _works(folder, known)
    )
    check_citations(manuscript)
    return with_passages(manuscript)


def _clean(value: Any) -> Any:
    """Return a notebook without the letters that no file of a report can hold."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, dict):
        made = type(value)()
        made.update({key: _clean(one) for key, one in value.items()})
        return made
    return [_clean(one) for one in value] if isinstance(value, list) else value


def timestamp_of(notebooks: Iterable[NotebookNode]) -> int:
    """Return the report's own time: its date, so that the same chapters are the same bytes."""
    day = _day(_said(notebooks))
    if day is not None:
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def _said(notebooks: Iterable[NotebookNode]) -> dict[str, Any]:
    """Return what the notebooks' metadata says of the report; the first that says it counts."""
    known: dict[str, Any] = {}
    for notebook in notebooks:
        for name, value in settings_of(notebook).items():
            known.setdefault(name, value)
    return known


def _title(title: str, language: str, known: Mapping[str, Any]) -> Title:
    authors = known.get("authors") or ()
    plain = ("subtitle", "publisher", "running", "remark")
    return Title(
        title,
        language,
        authors=(authors,) if isinstance(authors, str) else tuple(map(str, authors)),
        date=_written_date(known, language),
        **{name: str(known.get(name, "")) for name in plain},
    )


def _day(known: Mapping[str, Any]) -> date | None:
    """Return the date a report bears, where its notebooks give one."""
    try:
        return date.fromisoformat(str(known.get("date", "")))
    except ValueError:
        return None


def _written_date(known: Mapping[str, Any], language: str) -> str:
    day = _day(known)
    if day is None:
        return str(known.get("date", ""))
    month = say("date.months", language).split()[day.month - 1]
    return say("date.written", language, day=day.day, month=month, year=day.year)


def _works(folder: Path | None, known: Mapping[str, Any]) -> Works | None:
    if folder is None or not known.get("bibliography"):
        return None
    return read_works(folder, str(known["bibliography"]), str(known.get("style", "")))

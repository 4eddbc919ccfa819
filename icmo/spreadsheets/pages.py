"""A transcript with its tags as a page that runs nothing and asks nobody."""

from __future__ import annotations

import datetime as dt
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._palette import LOOKS, look
from icmo._strings import say
from icmo.documents.pseudonyms import Guard
from icmo.spreadsheets.cells import polarity_in_words
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    import pandas as pd

    from icmo.documents.pseudonyms import Key
    from icmo.project import Project

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.6 "Source Serif 4", Georgia, serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; line-height: 1.25; } p.source { color: GrayText; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; border-bottom: 2px var(--l) var(--c); padding-bottom: 1px; }
sup { font: 600 .65rem/1 system-ui, sans-serif; color: var(--c); padding: 0 .1em; }
a { color: inherit; text-decoration: none; } a:hover sup, tr:target { background: #8883; }
ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.2rem; font-size: .9rem; }
ul.legend i { display: inline-block; width: 1.6em; border-bottom: 3px var(--l) var(--c); margin-right: .4em; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
td { overflow-wrap: break-word; } td:first-child { font-variant-numeric: tabular-nums; }
i.c { display: inline-block; width: .7em; height: .7em; background: var(--c); margin-right: .4em; }
@page { size: A4; margin: 2cm; }
@media print {
  :root { font-size: 11pt; color-scheme: light; } body { max-width: none; margin: 0; padding: 0; }
  i.c { print-color-adjust: exact; } h1, h2 { break-after: avoid; } tr { break-inside: avoid; }
}
"""


def write_transcript(
    project: Project, document: str, path: str | os.PathLike[str], key: Key | None = None
) -> None:
    """Write a transcript with its tags as one HTML page, without a script and without any address.

    Raises:
        PseudonymError: a CPR number stands in it, or with the key a name that has a pseudonym.
    """
    file = Path(path)
    if file.suffix.casefold() not in (".html", ".htm"):
        raise SpreadsheetError(say("export.suffix", file=file, suffixes=".html"))
    text = project.text(document)
    frame = project.documents()
    row = frame[(frame["document"] == document) | (frame["name"] == document)].iloc[0]
    tags = project.tags(document).reset_index(drop=True)
    _guard(file, text, row, tags, key)
    content = "".join(_page(project, text, row, tags)).encode("utf-8", "replace")
    try:
        write_whole(file, content)
    except OSError as error:
        raise SpreadsheetError(
            say("export.unwritable", path=file, reason=error.strerror or error)
        ) from None
    project.note_export(file)


def _guard(file: Path, text: str, row: pd.Series, tags: pd.DataFrame, key: Key | None) -> None:
    """Refuse words that name someone, whatever tags stand between their letters on the page."""
    guard = Guard(key)
    guard.see_row(file.name, 1, row["name"], row["case"], row["group"], row["date"])
    guard.see(file.name, text)
    for number, note in enumerate(zip(tags["coder"], tags["note"], strict=True), 1):
        guard.see_row(f"{file.name} [{number}]", 1, *note)
    guard.refuse()


def _page(project: Project, text: str, row: pd.Series, tags: pd.DataFrame) -> Iterator[str]:
    language = project.language
    labels = {
        code: label
        for book in reversed(project.codebooks.values())
        for code, label in book.labels(language if language in book.languages else None).items()
    }
    title = escape(str(row["name"]))
    yield f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title><style>{_STYLE}{_colours()}</style></head><body>"
    told = [row["case"], row["group"], written_day(row["date"], language)]
    about = " · ".join(str(one) for one in told if str(one) not in ("", "nan"))
    yield f'<h1>{title}</h1><p class="source">{escape(about)}</p>'
    yield from _legend(tags, language)
    yield '<div class="text">'
    yield from _marked(text, tags)
    heads = "".join(
        f"<th>{escape(say(f'sheet.{one}', language))}</th>"
        for one in ("number", "code", "coder", "polarity", "note")
    )
    yield f"</div><h2>{escape(say('sheet.tags', language))}</h2><table><thead><tr>{heads}</tr></thead><tbody>"
    for number, tag in enumerate(tags.to_dict("records"), 1):
        polarity = polarity_in_words(tag["polarity"], language)
        said = (labels.get(tag["code"], tag["code"]), tag["coder"], polarity, tag["note"])
        cells = [escape(str(one)) if one == one and one else "" for one in said]  # noqa: PLR0124 - nan
        yield f'<tr id="t{number}"><td>{number}</td><td><i class="c r-{_role(tag)}"></i>{cells[0]}</td>'
        yield "".join(f"<td>{cell}</td>" for cell in cells[1:]) + "</tr>"
    yield "</tbody></table></body></html>\n"


def _role(tag: object) -> str:
    role = tag["role"]  # type: ignore[index]
    return role if role in LOOKS else "other"


def written_day(date: object, language: str) -> object:
    """Return a day as people write it; what is no day stays as it is."""
    try:
        day = dt.date.fromisoformat(str(date))
    except ValueError:
        return date
    month = say("date.months", language).split()[day.month - 1]
    return say("date.written", language, day=day.day, month=month, year=day.year)


def _legend(tags: pd.DataFrame, language: str) -> Iterator[str]:
    """Hand out which line means which role, for the roles that are on the page."""
    there = {_role(tag) for tag in tags.to_dict("records")}
    if there:
        yield '<ul class="legend">'
        for role in LOOKS:
            if role in there:
                words = escape(say(f"role.{role}", language))
                yield f'<li><i class="r-{role}"></i>{words}</li>'
        yield "</ul>"


def _colours() -> str:
    """Return the colour and the line of each role, lifted on a dark ground as in the tagger."""
    light = "".join(
        f".r-{role} {{ --c: {look(role).colour}; --l: {look(role).line}; }}" for role in LOOKS
    )
    dark = "".join(
        f".r-{role} {{ --c: color-mix(in srgb, {look(role).colour} 55%, white); }}"
        for role in LOOKS
    )
    return f"{light} @media screen and (prefers-color-scheme: dark) {{ {dark} }}"


def _marked(text: str, tags: pd.DataFrame) -> Iterator[str]:
    """Hand out the text, cut wherever a tag begins or ends; a number after each end tells which."""
    ends: dict[int, list[int]] = {}
    for number, end in enumerate(tags["end"].tolist(), 1):
        ends.setdefault(end, []).append(number)
    starts, lasts = tags["start"].tolist(), tags["end"].tolist()
    roles = [_role(tag) for tag in tags.to_dict("records")]
    cuts = sorted({0, len(text), *starts, *lasts})
    for first, last in pairwise(cuts):
        piece = escape(text[first:last], quote=False)
        on = [
            place
            for place, (start, end) in enumerate(zip(starts, lasts, strict=True))
            if start <= first and last <= end
        ]
        yield f'<mark class="r-{roles[on[-1]]}">{piece}</mark>' if on else piece
        yield from (
            f'<a href="#t{number}"><sup class="r-{roles[number - 1]}">{number}</sup></a>'
            for number in ends.get(last, ())
        )

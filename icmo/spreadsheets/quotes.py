"""Tags from a table of quotes: found in the documents, and what is doubtful listed and not guessed."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import did_you_mean, say
from icmo.documents import read_rows
from icmo.project.exchange import Parcel
from icmo.spreadsheets.cells import restored
from icmo.spreadsheets.errors import SpreadsheetError

if TYPE_CHECKING:
    import os

    from icmo._store import Reader
    from icmo.project import Project

COLUMNS = ("line", "document", "code", "outcome", "start", "end", "sentence")
#: Marks that programs write one for the other.
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}
)


def import_quotes(
    project: Project, path: str | os.PathLike[str], coder: str | None = None
) -> pd.DataFrame:
    """Take tags from a .csv or .xlsx with the columns document, code, quote, as one act.

    May also have occurrence (which one, where a quote stands several times), polarity, note and
    coder. Returns a row for each: line, document, code, outcome, start, end, sentence. The outcome
    is `found`; `alike` (tagged, though spaces, quotation marks or capitals differ); or, not
    tagged, `several`, `missing`, `no document`, `no code`.

    Raises:
        SpreadsheetError: a column is missing, or nobody is named as the coder.
    """
    file = Path(path)
    given = read_rows(file, required=("document", "code", "quote"))
    documents = project.documents()
    names = documents["name"].tolist() + documents["document"].tolist()
    texts = {
        name: project.text(name)
        for name in {row["document"] for row in given}
        if names.count(name) == 1
    }
    codes = {code for book in project.codebooks.values() for code in book.labels()}
    labels = {
        label.casefold(): code
        for book in project.codebooks.values()
        for language in book.languages
        for code, label in book.labels(language).items()
    }
    rows, tags = [], []
    for line, row in enumerate(given, 2):
        who = row.get("coder") or coder or project.coder
        if not who:
            raise SpreadsheetError(say("project.coder"))
        code = row["code"] if row["code"] in codes else labels.get(row["code"].casefold(), "")
        told = _found(texts, names, row, code, sorted(codes))
        rows.append({"line": line, "document": row["document"], "code": row["code"], **told})
        if told["outcome"] in ("found", "alike"):
            more = {name: row.get(name, "") for name in ("polarity", "note")}
            tags.append(
                {
                    "document": row["document"],
                    "code": code,
                    "coder": who,
                    **more,
                    "start": told["start"],
                    "end": told["end"],
                }
            )
    if tags:
        ids = dict(zip(documents["name"], documents["document"], strict=True))
        frame = pd.DataFrame(tags)
        frame["document"] = frame["document"].map(lambda name: ids.get(name, name))

        def build(_reader: Reader) -> Parcel:
            return Parcel(tags=[frame])

        project.take(build)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _found(
    texts: dict[str, str], names: list[str], row: dict[str, str], code: str, codes: list[str]
) -> dict[str, Any]:
    nowhere: dict[str, Any] = {"start": -1, "end": -1}
    document = row["document"]
    if document not in texts:
        sentence = say("quote.document", document=document) + did_you_mean(document, names)
        return {"outcome": "no document", **nowhere, "sentence": sentence}
    if not code:
        sentence = say("codebook.code_unknown", code=row["code"]) + did_you_mean(row["code"], codes)
        return {"outcome": "no code", **nowhere, "sentence": sentence}
    occurrence = row.get("occurrence", "").strip()
    wanted = int(occurrence) if occurrence.isdigit() and int(occurrence) else 0
    return _placed(texts[document], row["quote"], wanted)


def _placed(text: str, given: str, wanted: int) -> dict[str, Any]:
    nowhere: dict[str, Any] = {"start": -1, "end": -1}
    quote = given if given in text else restored(given)
    if not quote.strip():
        return {"outcome": "missing", **nowhere, "sentence": say("quote.empty")}
    places = [(one.start(), one.end()) for one in re.finditer(f"(?={re.escape(quote)})", text)]
    places = [(start, start + len(quote)) for start, _ in places]
    outcome = "found"
    if not places:
        outcome, places = "alike", _alike(text, quote)
    if not places or wanted > len(places):
        return {"outcome": "missing", **nowhere, "sentence": say("quote.missing")}
    if len(places) > 1 and not wanted:
        return {
            "outcome": "several",
            **nowhere,
            "sentence": say("quote.several", count=len(places)),
        }
    start, end = places[max(wanted - 1, 0)]
    sentence = say("quote.alike") if outcome == "alike" else ""
    return {"outcome": outcome, "start": start, "end": end, "sentence": sentence}


def _alike(text: str, quote: str) -> list[tuple[int, int]]:
    """Return where a quote stands written otherwise: spaces, quotation marks, capitals, letter forms."""
    folded, places = _folded(text)
    wanted, _ = _folded(quote.strip())
    if not wanted.strip():
        return []
    found, start = [], folded.find(wanted)
    while start >= 0:
        found.append((places[start], places[start + len(wanted) - 1] + 1))
        start = folded.find(wanted, start + 1)
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text without differences that do not count, and where each letter of it stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        told = (
            " "
            if letter.isspace()
            else unicodedata.normalize("NFKD", letter.translate(_ALIKE)).casefold()
        )
        for one in told:
            if unicodedata.combining(one) or (one == " " and letters and letters[-1] == " "):
                continue
            letters.append(one)
            places.append(place)
    return "".join(letters), places

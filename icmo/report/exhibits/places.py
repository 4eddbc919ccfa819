"""Where words were said and by whom, as a report may tell it: no name, no document's name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from icmo._strings import STRINGS, did_you_mean, say
from icmo.report.exhibits.formats import case_names, count, language_of
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.records import Exhibit, ExhibitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from icmo.project import Project


def find_claim(project: Project, name: str) -> dict[str, Any]:
    """Return a claim by its id, its theme, or the beginning of its sentence."""
    return _find(material_of(project).claims, ("claim", "theme"), "text", name, "claim")


def find_configuration(project: Project, name: str) -> dict[str, Any]:
    """Return a configuration by its id or the beginning of its title."""
    return _find(
        material_of(project).configurations, ("configuration",), "title", name, "configuration"
    )


def claim(project: Project, name: str) -> str:
    """Return a claim's sentence, for headings and prose: stored once, the same wherever it stands."""
    return str(find_claim(project, name)["text"])


def _find(
    frame: pd.DataFrame, ids: tuple[str, ...], words: str, name: str, what: str
) -> dict[str, Any]:
    rows: list[dict[Any, Any]] = frame.to_dict("records")
    found = [row for row in rows if name in [row[one] for one in ids]]
    found = found or [row for row in rows if name and str(row[words]).startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        told = "; ".join(str(row[words]) for row in found[:4])
        raise ExhibitError(say(f"exhibit.several_{what}", name=name, found=told))
    known = [str(row[one]) for row in rows for one in (*ids[1:], words)]
    raise ExhibitError(say(f"exhibit.no_{what}", name=name) + did_you_mean(name, known))


def labels_of(project: Project, language: str) -> dict[str, str]:
    """Return what to call every code of the project's codebooks."""
    return material_of(project).labels(language)


def speaker_of(
    row: Mapping[Any, Any], names: Mapping[str, str], labels: Mapping[str, str], language: str
) -> str:
    """Return who said something: her group or her role, and the case as the report calls it."""
    group = str(row.get("group") or "")
    who = str(row.get("said_by") or "")
    if who:
        who = who[0].upper() + who[1:]
    elif f"speaker.{group}" in STRINGS:
        who = say(f"speaker.{group}", language)
    else:
        who = labels.get(group, group)
    return ", ".join(part for part in (who, names.get(str(row.get("case") or ""), "")) if part)


def passages_of(
    project: Project, rows: pd.DataFrame, language: str | None = None
) -> tuple[dict[str, Any], ...]:
    """Return excerpts as a numbered list for an annex: each once, where it was said, by whom.

    Args:
        project: the open project.
        rows: a frame with document, case, group, start, end and text.
        language: da or en.
    """
    tongue = language_of(language, project)
    names, labels, place = case_names(project), labels_of(project, tongue), Places(project, tongue)
    once = rows.drop_duplicates(["document", "start", "end"])
    return tuple(
        {
            "number": number,
            "place": place.of(row),
            "speaker": speaker_of(row, names, labels, tongue),
            "text": " ".join(str(row["text"]).split()),
            "at": [at_of(row)],
        }
        for number, row in enumerate(once.to_dict("records"), 1)
    )


def at_of(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return where an excerpt stands: ids and offsets, no words."""
    return {"document": str(row["document"]), "start": int(row["start"]), "end": int(row["end"])}


def source_of(project: Project, language: str | None = None) -> str:
    """Write the source line of what rests on the project's interviews."""
    tongue = language_of(language, project)
    documents = material_of(project).documents
    return say(
        "source.project",
        tongue,
        documents=count(len(documents), "document", tongue),
        cases=count(documents.loc[documents["case"] != "", "case"].nunique(), "case", tongue),
        coders=count(len(project.coders()), "coder", tongue),
    )


def with_passages(
    exhibit: Exhibit, project: Project, rows: pd.DataFrame, language: str | None = None
) -> Exhibit:
    """Return an exhibit that lists the passages behind it in the annex."""
    return replace(exhibit, passages=passages_of(project, rows, language))


class Places:
    """Says where in the material an excerpt stands: which kind of interview, and which turn."""

    def __init__(self, project: Project, language: str) -> None:
        self._language = language
        self._names = case_names(project)
        documents = material_of(project).documents
        self._documents = {row["document"]: row for row in documents.to_dict("records")}
        self._turns: dict[str, list[tuple[int, int]]] = {}
        turns = material_of(project).turns
        for document, number, end in zip(
            turns["document"], turns["number"], turns["end"], strict=True
        ):
            self._turns.setdefault(str(document), []).append((int(end), int(number)))

    def of(self, row: Mapping[Any, Any]) -> str:
        """Return the case, the kind of document and the turn, such as `Egebæk, gruppeinterview, replik 3`."""
        document = str(row["document"])
        turns = self._turns.get(document, [])
        turn = next((number for end, number in turns if end > row["start"]), 0)
        known = self._documents.get(document, {})
        parts: Iterable[str] = (
            self._names.get(str(row.get("case") or ""), ""),
            str(known.get("kind") or ""),
            say("exhibit.turn", self._language, number=turn) if turn else "",
        )
        return ", ".join(part for part in parts if part)

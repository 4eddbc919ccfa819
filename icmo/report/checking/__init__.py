"""Checks of a report: what a careful reader would find, found before she does.

Each check reads executed chapters and the project, and says notebook, cell, what is wrong and how
to mend it. Nothing that people said is told, only what the author wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._frames import make_frame
from icmo._strings import say
from icmo.documents.pseudonyms import check_export
from icmo.project import Project
from icmo.report.chapters import run_chapters
from icmo.report.checking.chapters import Finding, read_chapters
from icmo.report.checking.claims import check_claims, check_wording
from icmo.report.checking.guides import check_guides
from icmo.report.checking.quoting import check_quotes, check_repeated, quote_register
from icmo.report.checking.references import check_figures, check_references
from icmo.report.checking.typed_numbers import check_typed_numbers
from icmo.report.checking.words import check_drafts, check_thresholds
from icmo.report.guarding import chapter_texts

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd
    from nbformat import NotebookNode

    from icmo.documents.pseudonyms import Key

__all__ = ["FINDINGS", "check_chapters", "check_report", "quote_register"]

FINDINGS = ("notebook", "cell", "kind", "what", "mend")


def check_report(
    project: str | os.PathLike[str],
    key: Key | None = None,
    *,
    told: Callable[[str], None] = lambda _: None,
) -> pd.DataFrame:
    """Run the chapters beside a project and look for what is to be mended.

    Args:
        project: the project file; the chapters lie in `7_report` beside it, and those that have
            not changed since they were run are not run again.
        key: of the project's pseudonyms; without it only CPR numbers are looked for.
        told: is told how far it has come.

    Returns:
        A frame with the columns notebook, cell, kind, what and mend; nothing to mend, no rows.
    """
    notebooks = run_chapters(Path(project), told=told)
    with Project.open(project) as opened:
        return check_chapters(opened, notebooks, key)


def check_chapters(
    project: Project,
    notebooks: Mapping[str, NotebookNode],
    key: Key | None = None,
    language: str | None = None,
) -> pd.DataFrame:
    """Look for what is to be mended in executed chapters.

    Args:
        project: the open project.
        notebooks: the chapters, by their names, in their order.
        key: as `check_report`.
        language: of the chapters; each notebook's own when not said, else the project's.

    Returns:
        As `check_report`.
    """
    chapters = read_chapters(notebooks)
    tongue = language or _language(notebooks) or project.language
    found: list[Finding] = [
        *check_claims(chapters, project),
        *check_wording(chapters, project, tongue),
        *check_references(chapters),
        *check_figures(chapters),
        *check_quotes(chapters, project),
        *check_repeated(chapters),
        *check_typed_numbers(chapters),
        *check_drafts(chapters),
        *check_thresholds(chapters),
        *check_guides(chapters, project, tongue),
        *_names(notebooks, key),
    ]
    place = {name: number for number, name in enumerate(chapters.names)}
    found = sorted(dict.fromkeys(found), key=lambda one: (place.get(one.notebook, -1), one.cell))
    return make_frame([vars(one) for one in found], FINDINGS, numbers=("cell",))


def _language(notebooks: Mapping[str, NotebookNode]) -> str:
    said = (
        notebook.metadata.get("icmo", {}).get("language", "") for notebook in notebooks.values()
    )
    return next((language for language in said if language), "")


def _names(notebooks: Mapping[str, NotebookNode], key: Key | None) -> Iterator[Finding]:
    """Yield where somebody is named, or a CPR number stands; never the name itself."""
    for name, notebook in notebooks.items():
        for place, text in chapter_texts(notebook, name).items():
            number = int(place[len(name) + 2 : -1] or 0) if place != name else 0
            for breach in check_export(text, key):
                kind = "cpr" if breach.kind == "cpr" else "named"
                told = breach.replacement or say(f"pseudonym.{breach.kind}")
                yield Finding(
                    name,
                    number,
                    kind,
                    say(f"finding.{kind}", line=breach.line, replacement=told),
                    say(f"mend.{kind}"),
                )

"""The whole report: chapters run, put together, and written as PDF, HTML and Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icmo._files import write_whole
from icmo._strings import LANGUAGES, say
from icmo.project import Project
from icmo.report.chapters import BUILD, CHAPTERS, RUN, run_chapters
from icmo.report.manuscript import ReportError
from icmo.report.writing import MIMES, written

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from icmo.documents.pseudonyms import Key

#: What the report's files are called.
REPORT = "report"


def build_report(
    project: str | os.PathLike[str],
    key: Key | None = None,
    *,
    to: Sequence[str] = ("pdf",),
    language: str = "",
    code: bool = False,
    afresh: bool = False,
    told: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Run the chapters beside a project and write them as one report into `build/`.

    The notebooks themselves stay as they are; all files appear whole, or the old ones stay. A
    chapter with a CPR number, or with the key a name that has a pseudonym, is refused with its
    place.

    Args:
        project: the project file; the chapters lie in `7_report` beside it.
        key: of the project's pseudonyms.
        to: what the report is written as: pdf, html, docx.
        language: da or en; what the chapters say, else the project's, when empty.
        code: whether the code is shown too.
        afresh: run unchanged chapters too.
        told: is told how far it has come.
    """
    from icmo.report.assembling import manuscript_of, timestamp_of

    for form in to:
        if form not in MIMES:
            raise ReportError(say("report.format", format=form, known=", ".join(MIMES)))
    if language and language not in LANGUAGES:
        raise ReportError(say("report.language", language=language))
    path = Path(project)
    notebooks = run_chapters(path, language, afresh=afresh, key=key, told=told)
    folder = path.parent / CHAPTERS
    manuscript = manuscript_of(notebooks, folder, code=code, language=language, key=key)
    timestamp = timestamp_of(notebooks.values())
    contents = {form: written(manuscript, form, timestamp) for form in dict.fromkeys(to)}
    pages = [folder / BUILD / f"{REPORT}.{form}" for form in contents]
    (folder / BUILD).mkdir(exist_ok=True)
    for page, content in zip(pages, contents.values(), strict=True):
        write_whole(page, content)
    if path.exists():
        with Project.open(path) as opened:
            # The executed chapters hold people's words too: an erasure finds them.
            for made in (*pages, folder / BUILD / RUN):
                opened.exported(made, key)
    return pages

"""The first line of a chapter: in which language it is, and how it calls the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.report.exhibits.formats import speak
from icmo.report.exhibits.used import forget_quotes

if TYPE_CHECKING:
    from icmo.project import Project


def begin(
    project: Project | None = None,
    language: str | None = None,
    cases: str = "labels",
    called: tuple[str, str] | None = None,
) -> None:
    """Begin a chapter: what it shows from here on speaks this language and calls the cases so.

    Args:
        project: its language is taken where none is said, here or when the report is built.
        language: da or en; what is said here holds whatever the report is built in.
        cases: labels (the names in the project), letters (A, B …), or none (not named).
        called: what a case is, one and several: ("skole", "skoler"); a municipality, when not said.
    """
    speak(language or "", cases, called, project)
    forget_quotes()

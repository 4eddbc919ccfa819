"""What exhibits read of a project, read once for as long as nothing is done in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from icmo.project.findings_frames import BOARD

if TYPE_CHECKING:
    import pandas as pd

    from icmo.project import Project


class Material:
    """The frames of a project as they were at a line of its journal; whoever reads them leaves them so."""

    def __init__(self, project: Project, line: int) -> None:
        self.line = line
        self._project = project
        self._labels: dict[str, dict[str, str]] = {}

    def of(self, project: Project) -> bool:
        """Say whether this was read through the same opened project."""
        return self._project is project

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The documents that were read and coded; statement boards have an exhibit of their own."""
        frame = self._project.documents()
        return frame[frame["kind"] != BOARD].reset_index(drop=True)

    @cached_property
    def cases(self) -> pd.DataFrame:
        """The cases."""
        return self._project.cases()

    @cached_property
    def turns(self) -> pd.DataFrame:
        """Every turn of every document."""
        return self._project.turns()

    @cached_property
    def tags(self) -> pd.DataFrame:
        """Every tag."""
        return self._project.tags()

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """All evidence."""
        return self._project.evidence()

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims."""
        return self._project.claims()

    @cached_property
    def configurations(self) -> pd.DataFrame:
        """The configurations."""
        return self._project.configurations()

    def labels(self, language: str) -> dict[str, str]:
        """Return what to call every code of the project's codebooks."""
        if language not in self._labels:
            labels: dict[str, str] = {}
            for book in self._project.codebooks.values():
                labels = {**book.labels(language), **labels}
            self._labels[language] = labels
        return self._labels[language]


#: A chapter shows a hundred quotes of one project: by its path, what was read of it last.
_READ: dict[str, Material] = {}


def material_of(project: Project) -> Material:
    """Return what is read of a project; it is read again when something was done in it."""
    place, line = str(project.path), project.last_line()
    known = _READ.get(place)
    if known is None or known.line != line or not known.of(project):
        _READ[place] = known = Material(project, line)
    return known

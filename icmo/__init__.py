"""icmo carries an evaluation from interview transcripts to a finished report.

The work, in its order:

1. `Codebook`        the theory to code with
2. `documents`       transcripts, read from files and made of turns
   `Project`         everything people produce, in one file
   `RepairReview`, `PseudonymReview`  the screens for damaged text and for names
3. `tags`            codes on what people said; `Tagger`, the screen for it
   `agreement`       do coders agree, how sure is that, and where do they part
4. `configurations`  intervention in a context triggers a mechanism that gives an outcome
   `guide`           the questions asked about a principle
   `queries`         which words have these codes, and not those
5. `matrices`, `maps`  the same as tables and as pictures
6. `outcomes`        goals over months, sustained work, status; `surveys`, waves and boards
7. `report`          chapters become pages

`refi` and `spreadsheets` carry it all to other programs and back.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from icmo.errors import Error

if TYPE_CHECKING:
    from icmo import (
        agreement,
        configurations,
        documents,
        guide,
        interchange,
        maps,
        matrices,
        outcomes,
        queries,
        refi,
        report,
        spreadsheets,
        surveys,
        tags,
        workbench,
    )
    from icmo.codebook import Codebook, CodebookError
    from icmo.project import Project, ProjectError
    from icmo.workbench import (
        Adjudication,
        ConfigurationBoard,
        ExchangeBoard,
        GuideBoard,
        MapView,
        PseudonymReview,
        RepairReview,
        Tagger,
        Workbench,
    )

__version__ = "0.1.0"

# Where each public name lives. They are imported when first used: `import icmo` stays fast,
# and whoever only checks a codebook never waits for a widget.
_HOMES = {
    "Adjudication": "icmo.workbench",
    "Codebook": "icmo.codebook",
    "CodebookError": "icmo.codebook",
    "ConfigurationBoard": "icmo.workbench",
    "ExchangeBoard": "icmo.workbench",
    "GuideBoard": "icmo.workbench",
    "MapView": "icmo.workbench",
    "Project": "icmo.project",
    "ProjectError": "icmo.project",
    "PseudonymReview": "icmo.workbench",
    "RepairReview": "icmo.workbench",
    "Tagger": "icmo.workbench",
    "Workbench": "icmo.workbench",
}
_ROOMS = (
    "agreement",
    "configurations",
    "documents",
    "guide",
    "interchange",
    "maps",
    "matrices",
    "outcomes",
    "queries",
    "refi",
    "report",
    "spreadsheets",
    "surveys",
    "tags",
    "workbench",
)

__all__ = [
    "Adjudication",
    "Codebook",
    "CodebookError",
    "ConfigurationBoard",
    "Error",
    "ExchangeBoard",
    "GuideBoard",
    "MapView",
    "Project",
    "ProjectError",
    "PseudonymReview",
    "RepairReview",
    "Tagger",
    "Workbench",
    "agreement",
    "configurations",
    "documents",
    "guide",
    "interchange",
    "maps",
    "matrices",
    "outcomes",
    "queries",
    "refi",
    "report",
    "spreadsheets",
    "surveys",
    "tags",
    "workbench",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    if name in _ROOMS:
        return importlib.import_module(f"icmo.{name}")
    msg = f"module 'icmo' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted([*__all__, "__version__"])

"""The command `icmo`: parse, call, print the sentence."""

from __future__ import annotations

import sys
import warnings

from icmo._strings import say
from icmo.cli import (
    care,
    evidence,
    explanation,
    interchange,
    outcomes,
    people,
    results,
    start,
    theory,
)
from icmo.cli.options import app
from icmo.errors import Error

__all__ = [
    "app",
    "care",
    "evidence",
    "explanation",
    "interchange",
    "main",
    "outcomes",
    "people",
    "results",
    "start",
    "theory",
]


def main() -> None:
    """Run the command; what the evaluator can mend becomes one sentence, never a traceback."""
    warnings.showwarning = _said
    try:
        app()
    except Error as error:
        print(say("cli.error", problem=error), file=sys.stderr)
        sys.exit(1)


def _said(message: Warning | str, category: type[Warning], *_: object, **__: object) -> None:
    """Say a warning as a sentence; where in the program it arose is no news to an evaluator."""
    if category.__module__.startswith("icmo"):
        print(say("cli.warning", warning=message), file=sys.stderr)

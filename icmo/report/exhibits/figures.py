"""Figures and models: each with caption, note, source and an alternative text written from its numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Unpack

from icmo._strings import say
from icmo.matrices import describe_matrix, draw_matrix
from icmo.outcomes import (
    describe_course,
    describe_figure,
    describe_flow,
    draw_course,
    draw_figure,
    draw_flow,
    notes,
)
from icmo.outcomes.wording import label as outcome_label
from icmo.outcomes.wording import title as outcome_title
from icmo.report.exhibits.formats import (
    known_names,
    language_of,
    number,
    percent,
)
from icmo.report.exhibits.records import Exhibit, Words, figure, rows_table
from icmo.surveys import describe_waves, draw_waves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd
    from matplotlib.axes import Axes

#: A drawing of bars on a page: this part of its height on a screen, and no less than so many inches.
_LOWER, _LOWEST = 0.62, 1.5


def outcome_figure(
    table: pd.DataFrame,
    language: str | None = None,
    labels: Mapping[str, str] | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show one of the figures 1–5 and 7–10, from `icmo.outcomes.figure_table`."""
    tongue = language_of(language)
    names = known_names(labels)
    ax = _lower(_bare(draw_figure(table, None, tongue, names)))
    made = figure(
        ax,
        outcome_title(table, tongue),
        describe_figure(table, tongue, names),
        notes(table, tongue),
        say("source.register", tongue),
    )
    return made.told(words)


def course_figure(
    table: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the goals month by month, from `icmo.outcomes.attainment_table(..., by="month")`."""
    tongue = language_of(language)
    note = f"{say('course.note', tongue)} {notes(table, tongue)}"
    ax = _bare(draw_course(table, None, tongue))
    source = say("source.register", tongue)
    made = figure(ax, say("course.title", tongue), describe_course(table, tongue), note, source)
    return made.told(words)


def flow_figure(
    table: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show the ways from category to status, from `icmo.outcomes.flow_table`."""
    tongue = language_of(language)
    ax = _bare(draw_flow(table, None, tongue))
    source = say("source.register", tongue)
    title = say("flow.title", tongue)
    return figure(ax, title, describe_flow(table, tongue), notes(table, tongue), source).told(words)


def numbers_table(
    table: pd.DataFrame,
    language: str | None = None,
    labels: Mapping[str, str] | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show the numbers of one of the figures as a table, from the same frame."""
    tongue = language_of(language)
    names = known_names(labels)
    head = [say(f"numbers.{name}", tongue) for name in ("group", "part", "persons", "n", "share")]
    rows = [
        [
            outcome_label(str(row["group"]), tongue, names),
            outcome_label(str(row["part"]), tongue, names) if row["part"] else "",
            *(_starred(row[name], number, tongue) for name in ("persons", "n")),
            _starred(row["share"], percent, tongue),
        ]
        for row in table.to_dict("records")
    ]
    if not any(row[1] for row in rows):
        head, rows = [head[0], *head[2:]], [[row[0], *row[2:]] for row in rows]
    numeric = [False] * (len(head) - 3) + [True] * 3
    caption = say("numbers.caption", tongue, title=outcome_title(table, tongue))
    made = rows_table(head, rows, caption, numeric=numeric, row_heads=1, language=tongue)
    own: Words = {"note": notes(table, tongue), "source": say("source.register", tongue)}
    return made.told(own | words)


def waves_figure(
    waves: pd.DataFrame, language: str | None = None, **words: Unpack[Words]
) -> Exhibit:
    """Show what was answered in each wave, from `icmo.surveys.wave_table`."""
    tongue = language_of(language)
    ax = draw_waves(waves, None, tongue)
    note = " ".join(str(ax.get_xlabel()).split())
    made = figure(
        _bare(ax),
        say("survey.title", tongue),
        describe_waves(waves, tongue),
        note,
        say("source.survey", tongue),
    )
    return made.told(words)


def matrix_figure(
    matrix: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show a matrix of counts as a heat map with its numbers in the cells."""
    tongue = language_of(language)
    names = known_names(labels)
    ax = draw_matrix(matrix, None, names, "", tongue)
    caption = " ".join(str(ax.get_xlabel()).split())
    ax.set_xlabel("")
    source = say("source.coded", tongue)
    return figure(ax, caption, describe_matrix(matrix, names, tongue), source=source).told(words)


def _starred(cell: float, written: Callable[..., str], language: str) -> str:
    """Write a number as the figures do: an asterisk where it is hidden."""
    return "*" if math.isnan(cell) else written(cell, 0, language)


def _lower(ax: Axes) -> Axes:
    """Make a drawing of bars lower: among prose they need less room than on a screen."""
    drawing = ax.get_figure(root=True)
    if drawing is not None:
        wide, high = drawing.get_size_inches()
        drawing.set_size_inches(wide, max(_LOWEST, _LOWER * high))
    return ax


def _bare(ax: Axes) -> Axes:
    """Take title and note off a drawing: on a page they stand around it, as caption and note."""
    shown: Any = ax
    shown.set_title("")
    shown.set_title("", loc="left")
    shown.set_xlabel("")
    return ax

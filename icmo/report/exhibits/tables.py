"""Tables: counts, numbers beside words, and what the statement boards were about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from icmo._strings import say
from icmo.configurations import STANCES
from icmo.matrices import joint_display_table
from icmo.report.exhibits.formats import (
    case_names,
    case_noun,
    known_names,
    language_of,
    number,
    percent,
)
from icmo.report.exhibits.material import material_of
from icmo.report.exhibits.models import chosen_configurations
from icmo.report.exhibits.places import source_of
from icmo.report.exhibits.records import Exhibit, Words, rows_table
from icmo.surveys import board_table as count_statements

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from icmo.project import Project

#: The darkest shade of a table of counts; black letters still stand out on it.
_DARKEST = (0x7F, 0xB5, 0x8D)


def matrix_table(
    matrix: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    shade: bool = True,
    language: str | None = None,
    wide: bool | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show a matrix as a table; the more a cell holds, the darker it is."""
    tongue = language_of(language)
    names = known_names(labels)
    heads = [_name(one, names) for one in matrix.columns]
    corner = [_corner(str(one or ""), tongue) for one in matrix.index.names]
    share = matrix.attrs.get("counts") == "share"
    rows = [
        [*_names(name, names), *(_count_cell(cell, tongue, share=share) for cell in row)]
        for name, row in zip(matrix.index, matrix.to_numpy(object), strict=True)
    ]
    numeric = [one.kind in "iuf" for one in matrix.dtypes]
    counted = matrix.attrs.get("counts")
    caption = (
        say("exhibit.counts", tongue, counts=say(f"counts.{counted}", tongue)) if counted else ""
    )
    made = rows_table(
        [*corner, *heads],
        rows,
        caption,
        numeric=[*[False] * len(corner), *numeric],
        row_heads=len(corner),
        wide=len(heads) > 7 if wide is None else wide,  # noqa: PLR2004 - what a page holds
        shades=_shades(matrix, len(corner)) if shade and any(numeric) else None,
        language=tongue,
    )
    own: Words = {"source": say("source.coded", tongue)}
    largest = _largest(matrix, names, tongue) if all(numeric) else ""
    own["alt"] = " ".join(filter(None, [made.alt, largest]))
    return made.told(own | words)


def _corner(name: str, language: str) -> str:
    if name == "case":
        return case_noun(language).capitalize()
    return say(f"side.{name}", language) if name in _SIDES else name


_SIDES = ("case", "code", "group", "document", "role", "family", "team", "focus", "target")


def _name(name: Any, labels: Mapping[str, str]) -> str:
    return " · ".join(_names(name, labels))


def _names(name: Any, labels: Mapping[str, str]) -> list[str]:
    return [labels.get(part, str(part)) for part in (name if isinstance(name, tuple) else (name,))]


def _count_cell(cell: Any, language: str, *, share: bool) -> str:
    if cell is None or (isinstance(cell, float) and np.isnan(cell)):
        return "–"
    if isinstance(cell, int | float | np.number):
        return percent(float(cell), 1, language) if share else number(float(cell), None, language)
    return str(cell)


def _shades(matrix: pd.DataFrame, heads: int) -> list[list[str | None]]:
    numbers = matrix.select_dtypes("number")
    most = float(np.nanmax(numbers.to_numpy(float))) if numbers.size else 0.0
    known = set(numbers.columns)
    return [
        [
            *[None] * heads,
            *(
                _shade(float(cell) / most) if column in known and most and cell else None
                for column, cell in zip(matrix.columns, row, strict=True)
            ),
        ]
        for row in matrix.to_numpy(object)
    ]


def _shade(part: float) -> str | None:
    if np.isnan(part) or part <= 0:
        return None
    return "#" + "".join(f"{round(255 - (255 - one) * part):02x}" for one in _DARKEST)


def _largest(matrix: pd.DataFrame, labels: Mapping[str, str], language: str) -> str:
    """Name the largest cell, so that one who listens knows what the shades show."""
    values = matrix.to_numpy(float)
    if not values.size or np.isnan(values).all():
        return ""
    row, column = divmod(int(np.nanargmax(values)), values.shape[1])
    return say(
        "exhibit.largest",
        language,
        row=_name(matrix.index[row], labels),
        column=_name(matrix.columns[column], labels),
        number=number(float(values[row, column]), language=language),
    )


def joint_table(
    project: Project,
    figures: pd.DataFrame,
    shown: Mapping[str, str],
    configurations: Sequence[str] | pd.DataFrame | None = None,
    judgements: pd.DataFrame | None = None,
    smallest: int = 5,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Lay the register's figures of each case beside what was said there of each configuration.

    Args:
        project: the open project.
        figures: a row for each case, such as `icmo.outcomes.case_table(months)`.
        shown: which of its columns, and their headings; shares (0–1) are written as per cent.
        configurations: as `map_figure`; all when not said.
        judgements: how words and figures fit: case, configuration, fit, inference.
        smallest: figures of fewer persons than this are hidden.
        language: da or en.
        words: what an author says instead of what is written from the data.
    """
    tongue = language_of(language, project)
    chosen = chosen_configurations(project, None, configurations)
    persons = "n" if "n" in figures.columns else None
    table = joint_display_table(
        figures,
        chosen,
        material_of(project).evidence,
        judgements,
        smallest=smallest,
        persons=persons,
    )
    table = table[(table["fit"] != "silent") | (judgements is not None)]
    names, rows, before = case_names(project), [], ""
    for row in table.to_dict("records"):
        first = row["case"] != before
        before = row["case"]
        figures_shown = [_figure(row[column], tongue) if first else "" for column in shown]
        counts = [number(int(row[stance]), language=tongue) for stance in STANCES]
        fit = say(f"fit.{row['fit']}", tongue) if row["fit"] else "–"
        rows.append(
            [
                (names.get(row["case"]) or row["case"]) if first else "",
                *figures_shown,
                row["title"],
                *counts,
                ". ".join(filter(None, [fit, row["inference"]])),
            ]
        )
    head = [
        case_noun(tongue).capitalize(),
        *shown.values(),
        say("configuration_table.head", tongue),
        *(say(f"counted.{stance}", tongue) for stance in STANCES),
        say("joint.fit", tongue),
    ]
    width = len(shown)
    made = rows_table(
        head,
        rows,
        say("joint.caption", tongue),
        numeric=[False, *[True] * width, False, *[True] * len(STANCES), False],
        widths=[1.2, *[0.9] * width, 4, *[0.8] * len(STANCES), 2],
        wide=True,
        language=tongue,
    )
    own: Words = {
        "note": say("joint.note", tongue, smallest=smallest),
        "source": f"{say('source.register', tongue)} {source_of(project, tongue)}",
    }
    return made.told(own | words)


def _figure(cell: Any, language: str) -> str:
    """Write a share as per cent and a number of persons as a number."""
    if isinstance(cell, float) and np.isnan(cell):
        return "*"
    return percent(cell, language=language) if float(cell) <= 1 else number(cell, 0, language)


def board_table(
    statements: pd.DataFrame | str | os.PathLike[str],
    themes: Mapping[str, Sequence[str]] | None = None,
    language: str | None = None,
    **words: Unpack[Words],
) -> Exhibit:
    """Show what the statement boards were about, theme by theme."""
    tongue = language_of(language)
    table = count_statements(statements, themes)
    columns = ("statements", "cases", "individual", "group", "first")
    rows = [
        [row["theme"] or say("board_table.no_theme", tongue)]
        + [number(int(row[column]), language=tongue) for column in columns]
        for row in table.to_dict("records")
    ]
    head = [say(f"board_table.{name}", tongue) for name in ("theme", *columns)]
    head[2] = case_noun(tongue, several=True).capitalize()
    made = rows_table(
        head,
        rows,
        say("board_table.caption", tongue),
        numeric=[False, *[True] * len(columns)],
        language=tongue,
    )
    return made.told(words)

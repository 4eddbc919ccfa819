"""A matrix as a table to read: in a notebook, in a report, or in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._strings import language as spoken
from icmo._strings import say
from icmo.matrices.naming import cell_word, side_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

# JupyterLab gives the page its own colours, light or dark; outside it the fallbacks hold. The
# class is named twice where JupyterLab would else set words to the right.
_STYLE = """
.icmo-matrix { overflow-x: auto; color: var(--jp-ui-font-color1, #212121);
  font: 13px/1.4 var(--jp-content-font-family, system-ui, sans-serif); }
.icmo-matrix table { border-collapse: collapse; }
.icmo-matrix caption { text-align: left; white-space: nowrap; font-weight: 600; padding: .2em 0 .5em; color: inherit; }
.icmo-matrix caption .quiet { font-weight: normal; color: var(--jp-ui-font-color2, #5c5c5c); }
.icmo-matrix.icmo-matrix table th, .icmo-matrix.icmo-matrix table td { padding: .3em .6em; border: 0;
  border-bottom: 1px solid var(--jp-border-color2, #ddd); vertical-align: top; text-align: left; }
.icmo-matrix thead th, .icmo-matrix thead td { border-bottom: 2px solid var(--jp-border-color1, #999); vertical-align: bottom; }
.icmo-matrix tbody th { font-weight: 500; position: sticky; left: 0;
  background: var(--jp-layout-color0, #fff); }
.icmo-matrix.icmo-matrix table .number { text-align: right; font-variant-numeric: tabular-nums; }
.icmo-matrix td.nought { color: var(--jp-ui-font-color3, #767676); }
"""


@dataclass(frozen=True)
class MatrixView:
    """A matrix that shows itself as a table; `html()` is the same table as a page of its own."""

    matrix: pd.DataFrame
    title: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None

    def _repr_html_(self) -> str:
        """Return the table as HTML without script; everything people wrote is escaped."""
        return matrix_html(self.matrix, self.title, self.labels, self.language)

    def html(self) -> str:
        """Return the table as a whole page, to be saved and opened anywhere."""
        tongue = self.language or spoken()
        return (
            f'<!doctype html><html lang="{tongue}"><head><meta charset="utf-8">'
            f"<title>{escape(self.title or say('matrix.untitled', tongue))}</title></head>"
            f"<body>{self._repr_html_()}</body></html>"
        )


def show_matrix(
    matrix: pd.DataFrame,
    title: str = "",
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> MatrixView:
    """Return a matrix as something a notebook shows well; `labels` are what to call its names."""
    return MatrixView(matrix, title, dict(labels or {}), language)


def matrix_html(
    matrix: pd.DataFrame,
    title: str = "",
    labels: Mapping[str, str] | None = None,
    language: str | None = None,
) -> str:
    """Return a matrix as an HTML table with headings for rows and columns and a caption that says what is counted."""
    names = labels or {}
    tongue = language or spoken()
    counts = matrix.attrs.get("counts")
    counted = (
        say("matrix.caption", tongue, counts=say(f"counts.{counts}", tongue)) if counts else ""
    )
    caption = "".join(
        [escape(title), "<br>" * bool(title and counted), f'<span class="quiet">{counted}</span>']
    )
    head = "".join(
        f'<th scope="col"{_kind(matrix.iloc[:, place])}>{_label(name, matrix.columns, names, tongue)}</th>'
        for place, name in enumerate(matrix.columns)
    )
    body = "".join(
        f'<tr><th scope="row">{_label(name, matrix.index, names, tongue)}</th>'
        + "".join(
            _cell(cell_word(value, matrix, tongue), tongue, share=counts == "share")
            for value in row
        )
        + "</tr>"
        for name, row in zip(matrix.index, matrix.to_numpy(object), strict=True)
    )
    corner = _corner(matrix.index, tongue)
    return (
        f'<div class="icmo-matrix" lang="{tongue}"><style>{_STYLE}</style><table>'
        f"<caption>{caption}</caption><thead><tr><td>{corner}</td>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _kind(column: pd.Series[Any]) -> str:
    return ' class="number"' if column.dtype.kind in "iuf" else ""


def _corner(index: pd.Index[Any], tongue: str) -> str:
    # That rows are rows needs no heading.
    names = [name for name in index.names if name and name != "row"]
    known = {"case", "code", "group", "document", "role", "family", "team", "focus", "target"}
    return " · ".join(
        escape(say(f"side.{name}", tongue) if name in known else str(name)) for name in names
    )


def _label(name: Any, side: pd.Index[Any], labels: Mapping[str, str], tongue: str) -> str:
    return escape(side_name(name, side, labels, tongue))


def _cell(value: Any, tongue: str, *, share: bool) -> str:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return '<td class="number nought"></td>'
    if isinstance(value, int | float | np.number):
        number = float(value)
        written = f"{number:.0f}" if number == round(number) else f"{number:.2f}"
        written = f"{number * 100:.1f} %" if share else written
        nought = " nought" if not number else ""
        return (
            f'<td class="number{nought}">{written.replace(".", say("number.point", tongue))}</td>'
        )
    return f"<td>{'<br>'.join(escape(line) for line in str(value).splitlines())}</td>"

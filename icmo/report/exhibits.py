"""Exhibits: a figure, a table or a quote, with caption, source and alternative text."""

from __future__ import annotations

import html
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icmo._strings import say
from icmo.errors import Error

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


class ExhibitError(Error):
    """Something that cannot be shown as an exhibit."""


#: How an exhibit travels in a notebook's output to the exporter.
MIME = "application/vnd.icmo.exhibit+json"


@dataclass(frozen=True)
class Exhibit:
    """One figure, table or quote of a chapter; a notebook shows it, the exporter sets it."""

    kind: str
    caption: str = ""
    alt: str = ""
    note: str = ""
    content: dict[str, Any] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = {
            MIME: {
                "kind": self.kind,
                "caption": self.caption,
                "alt": self.alt,
                "note": self.note,
                **self.content,
            },
            "text/html": self._html(),
            "text/plain": repr(self),
        }
        return bundle

    def _html(self) -> str:
        caption = f"<figcaption>{html.escape(self.caption)}</figcaption>" if self.caption else ""
        if self.kind == "figure":
            inside = str(self.content["svg"])[str(self.content["svg"]).find("<svg") :]
        elif self.kind == "table":
            inside = _html_table(self.content["head"], self.content["rows"])
        else:
            words, source = html.escape(self.content["text"]), html.escape(self.content["speaker"])
            inside = f"<blockquote>»{words}«<br><small>— {source}</small></blockquote>"
        return f'<figure style="margin:1em 0">{inside}{caption}</figure>'

    def __repr__(self) -> str:
        """Say what it is, not what people said."""
        return f"<Exhibit {self.kind}: {self.caption or '…'}>"


def figure(ax: Axes, caption: str, alt: str, note: str = "") -> Exhibit:
    """Make an exhibit of a drawing; the figure it stands in is closed."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    drawing = ax.get_figure(root=True)
    if drawing is None:
        raise ExhibitError(say("report.no_figure"))
    stream = io.StringIO()
    # Text stays text, so that it can be searched and is set in the report's own font; no date
    # and a fixed salt, so that the same figure is the same bytes.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "icmo"}):
        drawing.savefig(stream, format="svg", metadata={"Date": None})
    width = float(drawing.get_size_inches()[0])
    plt.close(drawing)
    return Exhibit("figure", caption, alt, note, {"svg": stream.getvalue(), "inches": width})


def table(frame: pd.DataFrame, caption: str, note: str = "", index: bool = True) -> Exhibit:
    """Make an exhibit of a frame."""
    shown = frame.reset_index() if index else frame
    numeric = [bool(kind.kind in "iuf") for kind in shown.dtypes]
    content = {
        "head": [str(column) for column in shown.columns],
        "rows": [
            ["" if value is None else str(value) for value in row]
            for row in shown.itertuples(index=False)
        ],
        "numeric": numeric,
    }
    return Exhibit("table", caption, note=note, content=content)


def quote(text: str, speaker: str) -> Exhibit:
    """Make an exhibit of what somebody said; the speaker as the report may name her."""
    return Exhibit("quote", content={"text": " ".join(text.split()), "speaker": speaker})


def _html_table(head: list[str], rows: list[list[str]]) -> str:
    first = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{first}</tr></thead><tbody>{body}</tbody></table>"

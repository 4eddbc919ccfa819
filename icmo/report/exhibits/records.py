"""What an exhibit is: a figure, a table, a quote, a box or a list, and the words that go with it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from icmo._strings import say
from icmo.errors import Error
from icmo.report.exhibits.showing import exhibit_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

#: How an exhibit travels in a notebook's output to the exporter.
MIME = "application/vnd.icmo.exhibit+json"
#: The kinds of box; each has its own look on the page.
STYLES = ("perspective", "survey", "finding", "principle", "guide", "method")
#: Wider drawings than this are set on a page turned on its side.
WIDE_INCHES = 8.6


class ExhibitError(Error):
    """Something that cannot be shown as an exhibit."""


class Words(TypedDict, total=False):
    """What an author may say of any exhibit instead of what is written from its data."""

    caption: str
    alt: str
    note: str
    source: str
    label: str


@dataclass(frozen=True)
class Exhibit:
    """One figure, table, quote, box or list of a chapter; a notebook shows it, the exporter sets it.

    Attributes:
        kind: figure, table, quote, box, list or prose.
        caption: what it shows; its number is set by the exporter.
        alt: the same in words, for those who cannot see it.
        note: what must be known to read it.
        content: what the kind needs, as it travels to the exporter.
        source: where its data come from.
        label: its id; prose refers to it by `[](#label)`.
        passages: the passages behind it, for an annex.
    """

    kind: str
    caption: str = ""
    alt: str = ""
    note: str = ""
    content: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    label: str = ""
    passages: tuple[dict[str, Any], ...] = ()

    def payload(self) -> dict[str, Any]:
        """Return what the exporter gets: plain strings, numbers and lists, never markup."""
        return {
            "kind": self.kind,
            "caption": self.caption,
            "alt": self.alt,
            "note": self.note,
            "source": self.source,
            "label": self.label,
            "passages": list(self.passages),
            **self.content,
        }

    def told(self, words: Words) -> Self:
        """Return the exhibit with the author's own words where she gave some."""
        return replace(self, **words)

    def block(self) -> dict[str, Any]:
        """Return the exhibit as a part of a box."""
        words = {"caption": self.caption, "alt": self.alt, "note": self.note}
        return {
            "kind": self.kind,
            **{name: value for name, value in words.items() if value},
            **self.content,
        }

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        payload = self.payload()
        return {MIME: payload, "text/html": exhibit_html(payload), "text/plain": repr(self)}

    def __repr__(self) -> str:
        """Say what it is, not what people said."""
        return f"<Exhibit {self.kind}: {self.caption or self.label or '…'}>"


class Exhibits(tuple[Exhibit, ...]):
    """Several exhibits of one cell; a notebook shows them one after the other."""

    __slots__ = ()

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for exhibit in self:
            display(exhibit)


def figure(
    ax: Axes,
    caption: str,
    alt: str,
    note: str = "",
    source: str = "",
    label: str = "",
    wide: bool | None = None,
) -> Exhibit:
    """Make an exhibit of a drawing; the figure it stands in is closed.

    Args:
        ax: what was drawn on.
        caption: what it shows.
        alt: the same in words.
        note: what must be known to read it.
        source: where its data come from.
        label: its id, for references.
        wide: on a page turned on its side; drawings wider than a page are, when not said.
    """
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
    inches = float(drawing.get_size_inches()[0])
    plt.close(drawing)
    turned = inches > WIDE_INCHES if wide is None else wide
    content = {"svg": stream.getvalue(), "inches": inches, "wide": turned}
    return Exhibit("figure", caption, alt, note, content, source, label)


def table(
    frame: pd.DataFrame,
    caption: str,
    note: str = "",
    index: bool = True,
    *,
    alt: str = "",
    source: str = "",
    label: str = "",
    widths: Sequence[float] | None = None,
    wide: bool = False,
    language: str | None = None,
) -> Exhibit:
    """Make an exhibit of a frame: its index are headings of rows, its numbers are written in the language.

    Args:
        frame: what to show; a column of shares is best made into words by `percent` first.
        caption: what it shows.
        note: what must be known to read it.
        index: whether the index is shown, as headings of the rows.
        alt: what it shows in words; written from the frame when not said.
        source: where its data come from.
        label: its id, for references.
        widths: how wide the columns are, relative to each other.
        wide: on a page turned on its side.
        language: da or en.
    """
    from icmo.report.exhibits.formats import cell_text

    shown = frame.reset_index() if index else frame
    rows = [[cell_text(value, language) for value in row] for row in shown.itertuples(index=False)]
    made = rows_table(
        [str(column) for column in shown.columns],
        rows,
        caption,
        numeric=[bool(kind.kind in "iuf") for kind in shown.dtypes],
        row_heads=frame.index.nlevels if index else 0,
        widths=widths,
        wide=wide,
        language=language,
    )
    given: Words = {"note": note, "source": source, "label": label}
    return made.told(given | ({"alt": alt} if alt else {}))


def rows_table(
    head: Sequence[str] | Sequence[Sequence[str]],
    rows: Sequence[Sequence[str]],
    caption: str,
    *,
    numeric: Sequence[bool] | None = None,
    row_heads: int = 1,
    widths: Sequence[float] | None = None,
    wide: bool = False,
    shades: Sequence[Sequence[str | None]] | None = None,
    spans: Sequence[tuple[int, int, int]] = (),
    language: str | None = None,
) -> Exhibit:
    """Make an exhibit of cells that are words already.

    Args:
        head: the headings, or two rows of headings.
        rows: the cells, row by row.
        caption: what it shows.
        numeric: which columns hold numbers.
        row_heads: how many of the first columns are headings of the rows.
        widths: how wide the columns are, relative to each other.
        wide: on a page turned on its side.
        shades: a colour for each cell, or nothing.
        spans: cells that go over several columns: row, first column, how many.
        language: da or en.
    """
    from icmo.report.exhibits.formats import language_of

    last = head[-1] if head and not isinstance(head[0], str) else head
    content: dict[str, Any] = {
        "head": [cell if isinstance(cell, str) else list(cell) for cell in head],
        "rows": [list(row) for row in rows],
        "numeric": list(numeric) if numeric is not None else [False] * len(last),
        "row_heads": row_heads,
        "widths": list(widths) if widths is not None else None,
        "wide": wide,
        "shades": [list(row) for row in shades] if shades is not None else None,
        "spans": [list(span) for span in spans],
    }
    alt = say(
        "exhibit.table_alt",
        language_of(language),
        caption=caption.rstrip("."),
        rows=len(rows),
        columns=len(last),
        names=", ".join(str(name) for name in last if name),
    )
    return Exhibit("table", caption, alt, content=content)


def quote(text: str, speaker: str, **words: Unpack[Words]) -> Exhibit:
    """Make an exhibit of what somebody said; the speaker as the report may name her."""
    content = {"text": " ".join(text.split()), "speaker": speaker}
    return Exhibit("quote", content=content).told(words)


def prose(text: str, lead: str = "") -> Exhibit:
    """Make a paragraph of a box; `lead` are its first words, set bold."""
    return Exhibit("prose", content={"text": text, "lead": lead})


def bullets(items: Iterable[str], ordered: bool = False, **words: Unpack[Words]) -> Exhibit:
    """Make a list, alone or as a part of a box."""
    content = {"items": [str(item) for item in items], "ordered": ordered}
    return Exhibit("list", content=content).told(words)


def box(style: str, title: str, *blocks: str | Exhibit, **words: Unpack[Words]) -> Exhibit:
    """Make a box of paragraphs, quotes, lists, tables and figures.

    Args:
        style: perspective, survey, finding, principle, guide or method: how it looks.
        title: what stands over it.
        blocks: what stands in it; a string is a paragraph.
        words: what an author says of it: caption, note, source, label.
    """
    if style not in STYLES:
        raise ExhibitError(say("exhibit.style", style=style, known=", ".join(STYLES)))
    parts = [prose(part) if isinstance(part, str) else part for part in blocks]
    passages = tuple(one for part in parts for one in part.passages)
    content = {"style": style, "title": title, "blocks": [part.block() for part in parts]}
    return Exhibit("box", content=content, passages=passages).told(words)

"""The framework matrix: what people wrote of each case and code, and whether it is still up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._alphabet import alphabetical
from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.matrices.counting import distinct_passages
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: A cell has no text and no passages; passages and no text; text; text older than its newest passage.
STATES = ("empty", "not_summarised", "summarised", "stale")
COLUMNS = (
    "case",
    "code",
    "state",
    "text",
    "passages",
    "documents",
    "groups",
    "newest",
    "written",
    "tags",
)
SHOWN = ("text", "state", "passages")


def framework_table(
    tags: pd.DataFrame,
    summaries: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    codes: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return a row for each case and code, with what was written of it and the passages behind it.

    Args:
        tags: a frame with the columns of `project.tags()`.
        summaries: a frame with the columns of `project.summaries()`; of several of one cell the
            latest counts.
        documents: a frame with the columns of `project.documents()`: its cases have rows even
            where nothing is tagged.
        codes: a role, or the codes in the order wanted; all that have tags or summaries, when
            not said.

    Returns:
        A frame with the columns case, code, state (empty, not_summarised, summarised, stale),
        text, passages, documents, groups, newest (when the newest tag was made), written (when
        the summary was) and tags (their ids).
    """
    chosen = _codes(tags, summaries, codes)
    cases = {*tags["case"], *summaries["case"]}
    cases |= set(documents["case"]) if documents is not None else set()
    own = tags[tags["code"].isin(chosen)]
    behind = dict(iter(distinct_passages(own).groupby(["case", "code"])))
    latest = summaries.sort_values("created", kind="stable").drop_duplicates(
        ["case", "code"], keep="last"
    )
    written = {(row["case"], row["code"]): row for row in latest.to_dict("records")}
    rows = [
        _cell(case, code, behind.get((case, code)), written.get((case, code), {}))
        for case in alphabetical(cases)
        for code in chosen
    ]
    return make_frame(rows, COLUMNS, numbers=("passages", "documents", "groups"), objects=("tags",))


def framework_matrix(
    tags: pd.DataFrame,
    summaries: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    codes: str | Sequence[str] | None = None,
    show: str = "text",
    order: str | None = None,
) -> pd.DataFrame:
    """Lay a framework out as cases × codes.

    Args:
        tags: as in `framework_table`.
        summaries: as in `framework_table`.
        documents: as in `framework_table`; needed for `order`.
        codes: as in `framework_table`.
        show: text (what was written), state (in words once it is shown), or passages (their
            number).
        order: an attribute of the documents to sort the cases by; they then have two levels.

    Returns:
        A frame of cases × codes.
    """
    import pandas as pd

    if show not in SHOWN:
        raise MatrixError(
            say("matrix.show", show=show, known=", ".join(SHOWN)) + did_you_mean(show, SHOWN)
        )
    table = framework_table(tags, summaries, documents, codes)
    columns = list(dict.fromkeys(table["code"]))
    matrix = table.pivot_table(index="case", columns="code", values=show, aggfunc="first")
    matrix = matrix.reindex(index=list(dict.fromkeys(table["case"])), columns=columns)
    if show == "passages":
        matrix.attrs["counts"] = show
    elif show == "state":
        # Those who show the matrix say the states in words.
        matrix.attrs["cells"] = show
    if order is None:
        return matrix
    if documents is None or order not in documents.columns:
        known = () if documents is None else documents.columns
        raise MatrixError(say("matrix.order", order=order) + did_you_mean(order, known))
    values = documents.drop_duplicates("case").set_index("case")[order].reindex(matrix.index)
    place = {value: number for number, value in enumerate(_in_order(values))}
    rows = sorted(range(len(matrix)), key=lambda row: place[str(values.iloc[row])])
    matrix.index = pd.MultiIndex.from_arrays([values, matrix.index], names=[order, "case"])
    return matrix.iloc[rows]


def _in_order(values: pd.Series[Any]) -> list[str]:
    """Return the different values from the least to the largest: numbers by size, words by alphabet."""
    if values.dtype.kind in "if":
        return [str(value) for value in sorted(values.unique())]
    return alphabetical({str(value) for value in values})


def _codes(
    tags: pd.DataFrame, summaries: pd.DataFrame, codes: str | Sequence[str] | None
) -> list[str]:
    if codes is None:
        return sorted({*tags["code"], *summaries["code"]})
    if isinstance(codes, str):
        return sorted(set(tags.loc[tags["role"] == codes, "code"]))
    return list(codes)


def _cell(
    case: str, code: str, passages: pd.DataFrame | None, summary: dict[Any, Any]
) -> dict[str, Any]:
    text = summary.get("text") or ""
    newest = "" if passages is None else str(passages["created"].max())
    written = str(summary.get("created") or "") if text else ""
    return {
        "case": case,
        "code": code,
        "state": _state(text, newest, written),
        "text": text,
        "passages": 0 if passages is None else passages["passage"].nunique(),
        "documents": 0 if passages is None else passages["document"].nunique(),
        "groups": 0 if passages is None else passages["group"].nunique(),
        "newest": newest,
        "written": written,
        "tags": () if passages is None else tuple(passages["tag"]),
    }


def _state(text: str, newest: str, written: str) -> str:
    if not text:
        return "not_summarised" if newest else "empty"
    return "stale" if newest > written else "summarised"

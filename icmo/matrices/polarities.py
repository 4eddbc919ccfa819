"""What helped and what hindered: each code with its passages for, against and unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icmo.matrices.counting import code_matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

WAYS = ("promotes", "hinders", "unsaid")
COUNTS = ("passages", "documents", "cases", "groups")


def polarity_table(
    tags: pd.DataFrame, rows: str | Sequence[str] = "code", contested: int = 1
) -> pd.DataFrame:
    """Count, for each code, what is said to have helped and what to have hindered.

    Args:
        tags: a frame with the columns of `project.tags()`.
        rows: as in `code_matrix`; `group` or `case` show who sees it how.
        contested: how many cases must say each for a row to be contested.

    Returns:
        A frame with `rows`, and promotes_, hinders_ and unsaid_ followed by passages, documents,
        cases and groups; and contested: some cases say it helped, others that it hindered.
    """
    import pandas as pd

    said = tags["polarity"].fillna("").replace("", "unsaid")
    marked = tags.assign(polarity=said)
    parts = {}
    for count in COUNTS:
        matrix = code_matrix(marked, rows, "polarity", count).reindex(columns=WAYS, fill_value=0)
        parts.update({f"{way}_{count}": matrix[way] for way in WAYS})
    table = pd.DataFrame(parts)[[f"{way}_{count}" for way in WAYS for count in COUNTS]]
    table["contested"] = (table["promotes_cases"] >= contested) & (
        table["hinders_cases"] >= contested
    )
    table.columns.name = None
    return table.reset_index()

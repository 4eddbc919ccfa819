"""The joint display: register figures beside configurations and quotes, and how they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    import pandas as pd

#: How what people say stands to what the figures say; `silent` when they say nothing.
FITS = ("confirms", "expands", "contradicts", "silent", "")
STANCES = ("supports", "contradicts", "qualifies")
COUNTS = ("passages", "documents", "groups")


def joint_display_table(
    figures: pd.DataFrame,
    configurations: pd.DataFrame,
    evidence: pd.DataFrame,
    judgements: pd.DataFrame | None = None,
    *,
    by: str = "case",
    smallest: int = 5,
    persons: str | None = None,
) -> pd.DataFrame:
    """Lay the figures of each case beside the configurations and a quote from it.

    The fit is a judgement that people make, never a computed one; only `silent` is found: a
    case without any evidence for a configuration says nothing of it.

    Args:
        figures: a row for each case: the column `by`, then the figures.
        configurations: a frame with the columns of `project.configurations()`.
        evidence: a frame with the columns of `project.evidence()`.
        judgements: the columns `by`, configuration, fit and inference.
        by: case, group, or another column that figures and evidence share.
        smallest: figures that rest on fewer persons are left out, and the row says so.
        persons: the column of the figures that says on how many persons they rest.

    Returns:
        A frame with `by`, the figures, suppressed, configuration, title, then for each of
        supports, contradicts and qualifies the number of passages, then documents, groups,
        quote, evidence (the ids behind the row), fit and inference.
    """
    judged = _judged(judgements, by)
    aimed = evidence[evidence["target_kind"] == "configuration"]
    behind = dict(iter(aimed.groupby([by, "target"])))
    measured = [column for column in figures.columns if column != by]
    rows = [
        {
            **_figures(figure, measured, persons, smallest),
            by: figure[by],
            "configuration": configuration["configuration"],
            "title": configuration["title"] or configuration["sentence"],
            **_evidence(behind.get((figure[by], configuration["configuration"]))),
            **judged.get((figure[by], configuration["configuration"]), {}),
        }
        for figure in figures.sort_values(by, kind="stable").to_dict("records")
        for configuration in configurations.to_dict("records")
    ]
    for row in rows:
        counted = sum(row[stance] for stance in STANCES)
        row["fit"] = row.get("fit") or ("" if counted else "silent")
    columns = [by, *measured, "suppressed", "configuration", "title", *STANCES]
    columns += ["documents", "groups", "quote", "evidence", "fit", "inference"]
    return make_frame(
        [{"inference": "", **row} for row in rows],
        columns,
        numbers=(*STANCES, "documents", "groups"),
        objects=("evidence", "suppressed"),
        decimals=measured,
    ).astype({"suppressed": "bool"})


def _judged(judgements: pd.DataFrame | None, by: str) -> dict[tuple[str, str], dict[str, str]]:
    if judgements is None:
        return {}
    for fit in judgements["fit"]:
        if fit not in FITS:
            known = ", ".join(filter(None, FITS))
            raise MatrixError(say("matrix.fit", fit=fit, known=known) + did_you_mean(fit, FITS))
    return {
        (row[by], row["configuration"]): {"fit": row["fit"], "inference": row["inference"]}
        for row in judgements.to_dict("records")
    }


def _figures(
    figure: dict[Any, Any], measured: list[str], persons: str | None, smallest: int
) -> dict[str, Any]:
    """Return a case's figures, or none where so few stand behind them that they could be known."""
    few = persons is not None and figure[persons] < smallest
    return {**{column: np.nan if few else figure[column] for column in measured}, "suppressed": few}


def _evidence(own: pd.DataFrame | None) -> dict[str, Any]:
    if own is None:
        nothing = dict.fromkeys((*STANCES, "documents", "groups"), 0)
        return {**nothing, "quote": "", "evidence": ()}
    passages = own.drop_duplicates(["document", "start", "end", "stance"])
    spoken = own.sort_values(["document", "start", "end"], kind="stable")
    supporting = spoken[spoken["stance"] == "supports"]
    quoted = supporting if len(supporting) else spoken
    return {
        **{stance: int((passages["stance"] == stance).sum()) for stance in STANCES},
        "documents": own["document"].nunique(),
        "groups": own["group"].nunique(),
        "quote": quoted["text"].iloc[0],
        "evidence": tuple(spoken["evidence"]),
    }

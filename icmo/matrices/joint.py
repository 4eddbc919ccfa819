"""The joint display: register figures beside configurations and quotes, and how they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from icmo._alphabet import alphabetical
from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.configurations.counting import count_passages
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: How what people say stands to what the figures say; `silent` when they say nothing.
FITS = ("confirms", "expands", "contradicts", "silent", "")
STANCES = ("supports", "contradicts", "qualifies")
#: Figures of `icmo.outcomes.case_table` with words of their own; all but the first are shares.
FIGURES = ("n", "share_category", "goal_1", "goal_1_2", "sustained_full", "sustained_any")


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
        for figure in _in_order(figures, by)
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


def joint_display_matrix(
    joint: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> pd.DataFrame:
    """Lay a joint display out to be read: a row for each configuration a case speaks of, one for the rest.

    Figures stand with the first row of a case; what is not there is hidden. Configurations of
    which a case says nothing are named together in its last row.
    """
    import pandas as pd

    by = str(joint.columns[0])
    measured = list(joint.columns[1 : joint.columns.get_loc("suppressed")])
    columns = ("figures", "configuration", *STANCES, "quote", "fit", "inference")
    names: list[str] = []
    rows: list[dict[str, str]] = []
    for name, part in joint.groupby(by, sort=False):
        own = part.to_dict("records")
        told = [_in_words(row, language) for row in own if row["fit"] != "silent"]
        silent = [row["title"] for row in own if row["fit"] == "silent"]
        if silent:
            unsaid = say("joint.silent", language, titles=" · ".join(silent))
            told.append({"configuration": unsaid, "fit": say("cell.silent", language)})
        told[0]["figures"] = _figures_in_words(own[0], measured, labels or {}, language)
        rows += told
        names += [str(name), *[""] * (len(told) - 1)]
    return pd.DataFrame(
        [[row.get(column, "") for column in columns] for row in rows],
        index=pd.Index([(labels or {}).get(name, name) for name in names], name=by, dtype="str"),
        columns=pd.Index([say(f"joint.{column}", language) for column in columns], dtype="str"),
        dtype="str",
    )


def _in_words(row: dict[Any, Any], language: str | None) -> dict[str, str]:
    fit = say(f"cell.{row['fit']}", language) if row["fit"] else ""
    counts = {stance: str(row[stance]) for stance in STANCES}
    told = {name: row[name] for name in ("quote", "inference")}
    return {"configuration": row["title"], "fit": fit, **counts, **told}


def _figures_in_words(
    row: dict[Any, Any], measured: list[str], labels: Mapping[str, str], language: str | None
) -> str:
    if row["suppressed"]:
        return say("joint.hidden", language)
    return "\n".join(
        say(
            "joint.figure",
            language,
            name=say(f"joint.of_{name}", language) if name in FIGURES else labels.get(name, name),
            value=_figure(float(row[name]), language, share=name in FIGURES[1:]),
        )
        for name in measured
        if row[name] == row[name]
    )


def _figure(value: float, language: str | None, *, share: bool) -> str:
    if share:
        return f"{value * 100:.0f}\N{NO-BREAK SPACE}%"
    whole = f"{value:.0f}" if value == round(value) else f"{value:.1f}"
    return whole.replace(".", say("number.point", language))


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


def _in_order(figures: pd.DataFrame, by: str) -> list[dict[Any, Any]]:
    rows: list[dict[Any, Any]] = figures.to_dict("records")
    place = {
        name: number for number, name in enumerate(alphabetical({str(row[by]) for row in rows}))
    }
    return sorted(rows, key=lambda row: place[str(row[by])])


def _evidence(own: pd.DataFrame | None) -> dict[str, Any]:
    if own is None:
        nothing = dict.fromkeys((*STANCES, "documents", "groups"), 0)
        return {**nothing, "quote": "", "evidence": ()}
    counts = count_passages(own, np.zeros(len(own), dtype=np.int64), 1)
    spoken = own.sort_values(["document", "start", "end"], kind="stable")
    supporting = spoken[spoken["stance"] == "supports"]
    quoted = supporting if len(supporting) else spoken
    return {
        **{stance: int(counts[stance][0]) for stance in STANCES},
        "documents": own["document"].nunique(),
        "groups": own["group"].nunique(),
        "quote": quoted["text"].iloc[0],
        "evidence": tuple(spoken["evidence"]),
    }

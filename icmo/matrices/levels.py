"""Bilag 4: how much teams of each kind are about each focus, with what is uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icmo._alphabet import alphabetical
from icmo._frames import make_frame
from icmo._strings import did_you_mean, say
from icmo.matrices.counting import distinct_passages
from icmo.matrices.errors import MatrixError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

LEVELS = ("low", "middle", "high")
LEVEL_COLUMNS = (
    "team",
    "focus",
    "level",
    "uncertain",
    "cases",
    "of_cases",
    "passages",
    "case_names",
    "tags",
)


def level_table(
    tags: pd.DataFrame,
    documents: pd.DataFrame,
    team: str,
    focus: Sequence[str],
    cuts: tuple[float, float] = (1 / 3, 2 / 3),
    judgements: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say how much teams of each kind are about each focus: in how many of their cases it is coded.

    Args:
        tags: a frame with the columns of `project.tags()`.
        documents: a frame with the columns of `project.documents()` and the attribute `team`.
        team: the attribute that says which kind of team a case has.
        focus: codes, in the order wanted.
        cuts: a focus coded in this share of the cases or more is at middle, and at high level.
        judgements: the columns team, focus, level and uncertain: what the evaluators judged
            instead goes before what is counted.

    Returns:
        A frame with the columns team, focus, level (low, middle, high), uncertain (one case more
        or less would change the level, or the evaluators said so), cases (in which it is coded),
        of_cases, passages, case_names and tags (the ids behind the cell).
    """
    if team not in documents.columns:
        raise MatrixError(say("matrix.rows", rows=team) + did_you_mean(team, documents.columns))
    teams: dict[str, list[str]] = {}
    for case, kind in documents.drop_duplicates("case")[["case", team]].to_numpy().tolist():
        teams.setdefault(str(kind), []).append(case)
    judged = {} if judgements is None else _judged(judgements)
    passages = distinct_passages(tags[tags["code"].isin(list(focus))])
    rows = []
    for kind in alphabetical(teams):
        inside = passages[passages["case"].isin(teams[kind])]
        for code in focus:
            cell = _cell(inside[inside["code"] == code], len(teams[kind]), cuts)
            rows.append({"team": kind, "focus": code, **cell, **judged.get((kind, code), {})})
    return make_frame(
        rows,
        LEVEL_COLUMNS,
        numbers=("cases", "of_cases", "passages"),
        objects=("uncertain", "case_names", "tags"),
    ).astype({"uncertain": "bool"})


def _cell(own: pd.DataFrame, of_cases: int, cuts: tuple[float, float]) -> dict[str, Any]:
    cases = own["case"].nunique()
    level, uncertain = _level(cases, of_cases, cuts)
    return {
        "level": level,
        "uncertain": uncertain,
        "cases": cases,
        "of_cases": of_cases,
        "passages": own["passage"].nunique(),
        "case_names": tuple(alphabetical(own["case"].unique())),
        "tags": tuple(own["tag"]),
    }


def level_matrix(
    levels: pd.DataFrame, labels: Mapping[str, str] | None = None, language: str | None = None
) -> pd.DataFrame:
    """Lay levels out as focus × team, each with the cases it rests on; a question mark is uncertainty."""
    import pandas as pd

    names = labels or {}
    teams, focus = (list(dict.fromkeys(levels[column])) for column in ("team", "focus"))
    cells = {
        (row["focus"], row["team"]): say(
            "matrix.level_cell",
            language,
            level=say(f"level.{row['level']}", language) + (" ?" if row["uncertain"] else ""),
            cases=row["cases"],
            count=row["of_cases"],
        )
        for row in levels.to_dict("records")
    }
    matrix = pd.DataFrame(
        [[cells[code, team] for team in teams] for code in focus],
        index=pd.Index([names.get(code, code) for code in focus], name="focus", dtype="str"),
        columns=pd.Index([names.get(team, team) for team in teams], name="team", dtype="str"),
        dtype="str",
    )
    matrix.attrs["counts"] = "cases"
    return matrix


def _level(cases: int, of_cases: int, cuts: tuple[float, float]) -> tuple[str, bool]:
    """Return the level, and whether one case more or less would have made it another."""

    def level(count: int) -> str:
        return LEVELS[sum(count >= cut * of_cases for cut in cuts)]

    near = {level(count) for count in (cases - 1, cases, cases + 1) if 0 <= count <= of_cases}
    return level(cases), len(near) > 1


def _judged(judgements: pd.DataFrame) -> dict[tuple[str, str], dict[str, Any]]:
    for level in judgements["level"]:
        if level not in LEVELS:
            raise MatrixError(
                say("matrix.level", level=level, known=", ".join(LEVELS))
                + did_you_mean(level, LEVELS)
            )
    return {
        (row["team"], row["focus"]): {"level": row["level"], "uncertain": bool(row["uncertain"])}
        for row in judgements.to_dict("records")
    }

"""What each figure of an evaluation shows, as a table: figures 1–5 and 7–10 of the model, and each case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from icmo._strings import say
from icmo.outcomes.cells import shares
from icmo.outcomes.errors import OutcomeError
from icmo.outcomes.hiding import hide_small
from icmo.outcomes.months import Months, read_months
from icmo.outcomes.rules import RuleSet, read_rules
from icmo.outcomes.tables import SMALLEST, attainment_table, status_table, sustained_table

if TYPE_CHECKING:
    import os
    from concurrent.futures import Executor

#: The figures, and how each is drawn: bars, bars of parts that sum, or bars of parts side by side.
FIGURES = {
    1: "bars",
    2: "stacked",
    3: "bars",
    4: "stacked",
    5: "beside",
    7: "stacked",
    8: "stacked",
    9: "bars",
    10: "bars",
}
COLUMNS = ("group", "part", "persons", "n", "share", "suppressed")
#: The category judged furthest from work, which figures 5, 8 and 10 are about.
UNREADY = "aktivitetsparat"


def figure_table(
    number: int,
    months: pd.DataFrame | str | os.PathLike[str] | Months,
    *,
    at: str | None = None,
    end: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    category: str = UNREADY,
    top: int = 5,
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Return the numbers of one figure.

    1 participants by category, 2 the same by case, 3 goals, 4 sustained work by goal, 5 goals and
    sustained work in the cases with the largest share of `category`, 7 goals by category, 8
    sustained work by goal of `category`, 9 status at the end, 10 status of `category`.

    Args:
        number: which figure.
        months: as `attainment_table`.
        at: the month of measurement; the last if nothing is said.
        end: the project's last month; what happens later reaches no goal.
        rules: "hours", "benefit", or a file of your own.
        category: what figures 5, 8 and 10 are about.
        top: how many cases figure 5 shows.
        smallest: fewer persons than this are hidden.
        executor: as `attainment_table`.

    Returns:
        A frame with group, part, persons, n, share, suppressed, rules.
    """
    if number not in FIGURES:
        raise OutcomeError(say("figure.unknown", number=number, known=", ".join(map(str, FIGURES))))
    ready, rule_set = read_months(months), read_rules(rules)
    asked: dict[str, Any] = {
        "at": at,
        "rules": rule_set,
        "smallest": smallest,
        "executor": executor,
    }
    if number in (1, 2):
        table = _participants(ready, asked, by_case=number == 2)  # noqa: PLR2004 - the figure's number
    elif number in (3, 7):
        table = _attained(ready, asked, end, by_category=number == 7)  # noqa: PLR2004 - as above
    elif number in (4, 8):
        table = _sustained(ready, asked, end, category if number == 8 else None)  # noqa: PLR2004 - as above
    elif number == 5:  # noqa: PLR2004 - as above
        table = _top(ready, asked, end, category, top)
    else:
        table = _statuses(ready, asked, category if number == 10 else None)  # noqa: PLR2004 - as above
    told = dict(table.attrs["outcomes"])
    chosen = table[[*COLUMNS, "rules"]].reset_index(drop=True).astype({"part": "str"})
    chosen.attrs["outcomes"] = told | {
        "figure": number,
        "drawn": FIGURES[number],
        "category": category,
        "persons": ready.persons,
    }
    return chosen


def _attained(
    months: Months, asked: dict[str, Any], end: str | None, *, by_category: bool
) -> pd.DataFrame:
    """Count who reached each goal, of all or by category."""
    table = attainment_table(months, "category" if by_category else (), end=end, **asked)
    table = table[table["goal"].isin(_goals(asked))].rename(columns={"goal": "part"})
    if by_category:
        return table.assign(group=table["category"])
    return table.assign(group=table["part"], part="")


def _sustained(
    months: Months, asked: dict[str, Any], end: str | None, category: str | None
) -> pd.DataFrame:
    """Count who stayed in work after each goal, of all or of one category."""
    if category is None:
        table = sustained_table(months, end=end, **asked)
    else:
        every = sustained_table(months, "category", end=end, **asked | {"smallest": 1})
        keys = ["goal", "sustained"]
        table = _only(every[every["goal"] != "all"], category, keys, asked["smallest"])
    table = table[table["goal"].isin(_goals(asked)) & (table["sustained"] != "none")]
    return table.rename(columns={"goal": "group", "sustained": "part"})


def _statuses(months: Months, asked: dict[str, Any], category: str | None) -> pd.DataFrame:
    """Count who is where at the end, of all or of one category."""
    if category is None:
        table = status_table(months, **asked)
    else:
        every = status_table(months, "category", **asked | {"smallest": 1})
        table = _only(every, category, ["status"], asked["smallest"])
    table = table.rename(columns={"status": "group"}).assign(part="")
    return table[(table["persons"] != 0) | table["suppressed"]]


def _goals(asked: dict[str, Any]) -> list[str]:
    return [str(goal) for goal, _ in asked["rules"].goals]


def case_table(
    months: pd.DataFrame | str | os.PathLike[str] | Months,
    *,
    at: str | None = None,
    end: str | None = None,
    rules: str | os.PathLike[str] | RuleSet = "hours",
    category: str = UNREADY,
    smallest: int = SMALLEST,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Return a row of figures for each case, to lay beside what the interviews say.

    `icmo.matrices.joint_display_table(case_table(...), configurations, evidence)` does so; a figure
    that is hidden here is empty there.

    Returns:
        A frame with case, n, share_category (of the category furthest from work), goal_1, goal_1_2,
        sustained_full, sustained_any: shares of the case's participants.
    """
    ready, rule_set = read_months(months), read_rules(rules)
    asked: dict[str, Any] = {
        "at": at,
        "rules": rule_set,
        "smallest": smallest,
        "executor": executor,
    }
    goals = attainment_table(ready, "case", end=end, **asked)
    mix = _participants(ready, asked, by_case=True)
    lasting = sustained_table(ready, "case", end=end, **asked)
    lasting = lasting[lasting["goal"] == "all"]

    def of(table: pd.DataFrame, column: str, value: str, case: str) -> pd.Series[Any]:
        chosen = table[table[column] == value]
        return chosen.set_index(chosen[case])["share"]

    full = of(lasting, "sustained", "full", "case")
    figures = pd.DataFrame(
        {
            "n": goals[goals["goal"] == "all"].set_index("case")["n"],
            "share_category": of(mix, "part", category, "group"),
            "goal_1": of(goals, "goal", "1", "case"),
            "goal_1_2": of(goals, "goal", "1+2", "case"),
            "sustained_full": full,
            "sustained_any": full + of(lasting, "sustained", "part", "case"),
        }
    )
    figures.index.name = "case"
    table = figures.reset_index()
    table.attrs["outcomes"] = dict(goals.attrs["outcomes"])
    return table


def _participants(ready: Months, asked: dict[str, Any], *, by_case: bool) -> pd.DataFrame:
    """Count participants by category, in all or in each case."""
    # Nothing is hidden yet: the numbers are put together anew, and hidden then.
    open_ = asked | {"smallest": 1}
    groups = ["case", "category"] if by_case else ["category"]
    every = attainment_table(ready, groups, **open_)
    cells = every[every["goal"] == "all"][[*groups, "persons"]].fillna({"persons": 0})
    cells = cells.astype({"persons": "int64"}).reset_index(drop=True)
    hidden = hide_small(cells, groups, asked["smallest"])
    within = (
        cells.groupby("case")["persons"].transform("sum") if by_case else cells["persons"].sum()
    )
    persons = cells["persons"].astype("float64")
    table = pd.DataFrame(
        {
            "group": cells["case"] if by_case else cells["category"],
            "part": cells["category"] if by_case else "",
            "persons": persons.where(~hidden),
            "n": within,
            "share": (persons / within).where(~hidden),
            "suppressed": hidden,
            "rules": asked["rules"].name,
        }
    ).astype({"n": "float64"})
    small = (table["n"] > 0) & (table["n"] < asked["smallest"])
    table.loc[small, ["persons", "n", "share"]] = float("nan")
    table.attrs["outcomes"] = every.attrs["outcomes"] | {"smallest": asked["smallest"]}
    return table


def _top(
    ready: Months, asked: dict[str, Any], end: str | None, category: str, top: int
) -> pd.DataFrame:
    """Return goals and sustained work in the cases with the largest share of a category."""
    mix = _participants(ready, asked, by_case=True)
    shares = mix[mix["part"] == category].set_index("group")["share"]
    first = shares.sort_values(ascending=False, kind="stable", na_position="last").index[:top]
    goals = attainment_table(ready, "case", end=end, **asked)
    goals = goals[goals["goal"] == "1+2"].rename(columns={"goal": "part"})
    lasting = sustained_table(ready, "case", end=end, **asked)
    lasting = lasting[(lasting["goal"] == "all") & (lasting["sustained"] != "none")]
    lasting = lasting.rename(columns={"sustained": "part"})
    unready = mix[mix["part"] == category].rename(columns={"group": "case"})
    table = pd.concat(
        [one[["case", "part", *COLUMNS[2:], "rules"]] for one in (unready, goals, lasting)],
        ignore_index=True,
    )
    table = table[table["case"].isin(first)].rename(columns={"case": "group"})
    parts = {part: place for place, part in enumerate((category, "1+2", "full", "part"))}
    cases = {case: place for place, case in enumerate(first)}
    table = table.sort_values(
        ["group", "part"], key=lambda one: one.map(cases if one.name == "group" else parts)
    )
    table.attrs["outcomes"] = goals.attrs["outcomes"]
    return table


def _only(table: pd.DataFrame, category: str, sides: list[str], smallest: int) -> pd.DataFrame:
    """Return the cells of one category; all the others together are what it could be taken from."""
    known = sorted(set(table["category"]))
    if category not in known:
        raise OutcomeError(say("figure.category", category=category, known=", ".join(known)))
    told = table.attrs["outcomes"]
    group = table["category"].where(table["category"] == category, "")
    cells = table.assign(category=group).groupby(["category", *sides], sort=False)["persons"].sum()
    whole = cells.astype("int64").reset_index()
    whole["hidden"] = hide_small(whole, ["category", *sides], smallest)
    own = whole[whole["category"] == category].drop(columns="category")
    chosen = shares(own, sides[:-1], smallest).assign(rules=told["rules"].name)
    chosen.attrs["outcomes"] = told | {"smallest": smallest}
    return chosen
